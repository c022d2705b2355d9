// SPDX-License-Identifier: Apache-2.0
package org.clearway.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// The two times of a question: what held on a day in the world, as it was known at an instant.
/// @param known where absent, everything that the reading knows
public record DayAsked(LocalDate day, java.time.ZoneId zone, Optional<Instant> known) {
    public static DayAsked of(LocalDate day, java.time.ZoneId zone) {
        return new DayAsked(day, zone, Optional.empty());
    }

    public DayAsked asKnownAt(Instant instant) {
        return new DayAsked(day, zone, Optional.of(instant));
    }

    /// As it was known when `knownDay` was over.
    public DayAsked asKnownOn(LocalDate knownDay) {
        return asKnownAt(start(knownDay.plusDays(1)).minus(1, ChronoUnit.MICROS));
    }

    Instant begins() {
        return start(day);
    }

    Instant ends() {
        return start(day.plusDays(1));
    }

    private Instant start(LocalDate of) {
        return of.atStartOfDay(zone).toInstant();
    }
}
