// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.clearway.time.Occurred;
import org.clearway.time.TimePrecision;

/// An hour by the clock on the wall of a point. What is given is told by it and no more exactly: the minute at which
/// somebody ate is nobody's business.
///
/// @param begins its first instant; a whole hour in `zone`, also where the zone is half an hour off
public record HourSlot(Instant begins, ZoneId zone) {
    public HourSlot {
        begins = begins.atZone(zone).truncatedTo(ChronoUnit.HOURS).toInstant();
    }

    public Instant ends() {
        return begins.plus(1, ChronoUnit.HOURS);
    }

    Occurred occurred() {
        return new Occurred(begins, ends(), TimePrecision.HOURS, zone);
    }
}
