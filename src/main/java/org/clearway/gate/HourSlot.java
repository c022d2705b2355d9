// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.clearway.time.Occurred;
import org.clearway.time.Period;
import org.clearway.time.TimePrecision;

/// An hour by the clock on the wall of a gate or a service point. Counts are told by it and no more exactly: the
/// minute of a family is nobody's business.
///
/// @param begins its first instant; a whole hour in `zone`, also where the zone is half an hour
///     off
public record HourSlot(Instant begins, ZoneId zone) {
    public HourSlot {
        begins = begins.atZone(zone).truncatedTo(ChronoUnit.HOURS).toInstant();
    }

    public Instant ends() {
        return begins.plus(1, ChronoUnit.HOURS);
    }

    public Period period() {
        return new Period(begins, ends(), zone);
    }

    public Occurred occurred() {
        return new Occurred(begins, ends(), TimePrecision.HOURS, zone);
    }
}
