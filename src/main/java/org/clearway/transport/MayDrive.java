// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import java.time.Duration;
import java.time.Instant;

/// Whether a driver may drive a stretch. What is not within the hours says at which instant the wheel must be let go
/// of at the latest: the beginning of the stretch, where it is too late already.
public sealed interface MayDrive {
    /// Whether a vehicle must not leave like that at `leaves`. A stop or a break is taken on the way,
    /// unless the break is due already; a rest is not.
    default boolean forbids(Instant leaves) {
        return switch (this) {
            case Within any -> false;
            case StopDueBefore any -> false;
            case BreakDueBefore due -> !due.at().isAfter(leaves);
            case DayOver any -> true;
            case RestTooShort any -> true;
        };
    }

    /// @param left how much driving is left after it before the day's rest
    record Within(Duration left) implements MayDrive {}

    /// Those who travel need a stop of so long, to get out and drink.
    record StopDueBefore(Instant at, Duration length) implements MayDrive {}

    /// The driver needs a break of so long; it is a shorter one where its first part was taken.
    record BreakDueBefore(Instant at, Duration length) implements MayDrive {}

    /// The day has as much driving as it may, at `at`; after the day's rest, from `until`, another begins.
    record DayOver(Instant at, Instant until) implements MayDrive {}

    /// There is driving left, but whoever drives past `at` has too short a rest before the 24 hours are over that began
    /// with the day's work. After the day's rest, from `until`, another day begins.
    record RestTooShort(Instant at, Instant until) implements MayDrive {}
}
