// SPDX-License-Identifier: Apache-2.0
package org.clearway.accounts;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Growing delays after attempts that failed: 1 s, 2 s, 4 s and so on, never more than five minutes, so that
/// nobody is
/// locked out for good. Kept in memory only. An attempt counts as failed when it begins, so that many at once are
/// one.
final class Delays {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final InstantSource clock;
    private final int free;
    private final Duration forgottenAfter;
    private final Map<String, Misses> byName;

    private record Misses(int count, Instant last, Instant until) {}

    /// @param free how many attempts may fail before delays begin
    /// @param forgottenAfter quiet for so long, an earlier failure counts no more
    /// @param most how many names are remembered; the one not heard of for longest is forgotten first
    Delays(InstantSource clock, int free, Duration forgottenAfter, int most) {
        this.clock = clock;
        this.free = free;
        this.forgottenAfter = forgottenAfter;
        this.byName = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Misses> eldest) {
                return size() > most;
            }
        };
    }

    /// Begins an attempt, or says how long it has to wait. One that has to wait changes nothing.
    synchronized Optional<Duration> begin(String name) {
        Instant now = clock.instant();
        Misses before = byName.get(name);
        if (before != null && before.until().isAfter(now)) return Optional.of(Duration.between(now, before.until()));
        boolean counts = before != null && before.last().plus(forgottenAfter).isAfter(now);
        int count = counts && before != null ? before.count() + 1 : 1;
        byName.put(name, new Misses(count, now, now.plus(after(count))));
        return Optional.empty();
    }

    /// The attempts under `name` ended well: nothing is held against it any more.
    synchronized void clear(String name) {
        byName.remove(name);
    }

    /// The attempt just begun under `name` ended well; those before it still count.
    synchronized void takeBack(String name) {
        Misses misses = byName.get(name);
        if (misses == null) return;
        if (misses.count() == 1) byName.remove(name);
        else byName.put(name, new Misses(misses.count() - 1, misses.last(), misses.last()));
    }

    private Duration after(int misses) {
        int doubled = misses - free - 1;
        if (doubled < 0) return Duration.ZERO;
        if (doubled >= 9) return LONGEST;
        return FIRST.multipliedBy(1L << doubled);
    }
}
