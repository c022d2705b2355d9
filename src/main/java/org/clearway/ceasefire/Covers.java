// SPDX-License-Identifier: Apache-2.0
package org.clearway.ceasefire;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.clearway.time.Occurred;
import org.clearway.time.TimePrecision;

/// The time that a ledger covers, as exactly as reporters say it.
/// @param day the calendar day, or the day on which the twenty-four hours ended
public record Covers(Stretch stretch, LocalDate day, ZoneId zone) {
    /// From the earliest instant that it may cover to the latest.
    Occurred occurred() {
        return switch (stretch) {
            case CALENDAR_DAY -> Occurred.on(day, zone);
            case PAST_24_HOURS ->
                new Occurred(start(day.minusDays(1)), start(day.plusDays(1)), TimePrecision.DAY, zone);
        };
    }

    private Instant start(LocalDate of) {
        return of.atStartOfDay(zone).toInstant();
    }
}
