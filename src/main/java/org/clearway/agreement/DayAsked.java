// SPDX-License-Identifier: Apache-2.0
package org.clearway.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.clearway.time.Span;

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

    /// Whether what is said to hold for `span` had surely begun when the day was over. A claim "since 2018" is on
    /// record
    /// for all of that year, but whether it had begun by the spring, it does not tell.
    public boolean surelyBegun(Span span) {
        return !span.from().to().isAfter(ends());
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
