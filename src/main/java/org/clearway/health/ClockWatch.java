// SPDX-License-Identifier: Apache-2.0
package org.clearway.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Watches the machine's clock beside a count that nobody sets: what the one does that the other
/// does not is somebody setting it, or the machine having slept. Safe for use by many threads.
final class ClockWatch {
    /// Less than this in a look's time is a clock being steered, as it should be.
    static final Duration JUMP = Duration.ofSeconds(2);

    private final Machine machine;
    private Optional<Seen> first = Optional.empty();
    private Optional<Seen> last = Optional.empty();
    private Optional<Jump> jump = Optional.empty();

    ClockWatch(Machine machine) {
        this.machine = machine;
    }

    private record Seen(Instant clock, long nanos) {}

    /// @param by how far; backwards where it is negative
    /// @param at when it was noticed, on the clock as it then was
    record Jump(Duration by, Instant at) {}

    /// Looks at the clock; to be asked every minute or so.
    synchronized void look() {
        var now = new Seen(machine.now(), machine.nanos());
        if (first.isEmpty()) first = Optional.of(now);
        last.map(before -> drift(before, now))
                .filter(by -> by.abs().compareTo(JUMP) >= 0)
                .ifPresent(by -> jump = Optional.of(new Jump(by, now.clock())));
        last = Optional.of(now);
    }

    private static Duration drift(Seen before, Seen now) {
        return Duration.between(before.clock(), now.clock()).minusNanos(now.nanos() - before.nanos());
    }

    synchronized Optional<Jump> lastJump() {
        return jump;
    }

    /// For how long it has been watched; empty where nobody watches.
    synchronized Optional<Duration> watched() {
        return first.map(seen -> Duration.ofNanos(machine.nanos() - seen.nanos()));
    }
}
