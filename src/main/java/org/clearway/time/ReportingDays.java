// SPDX-License-Identifier: Apache-2.0
package org.clearway.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/// Days that are reported up to a cut-off: the report of day D covers the time from the cut-off of the day before up
/// to the cut-off of D, both local. On a day when clocks change a period is 23 or 25 hours long, as it was lived.
public record ReportingDays(LocalTime cutOff, ZoneId zone) {
    /// What the report published on `day` covers.
    public Period endingOn(LocalDate day) {
        return new Period(cutOff(day.minusDays(1)), cutOff(day), zone);
    }

    /// The cut-off of the report published on `day`.
    public Instant cutOff(LocalDate day) {
        return day.atTime(cutOff).atZone(zone).toInstant();
    }

    /// The day whose report covers `instant`.
    public LocalDate dayOf(Instant instant) {
        LocalDate local = instant.atZone(zone).toLocalDate();
        return instant.isBefore(cutOff(local)) ? local : local.plusDays(1);
    }
}
