// SPDX-License-Identifier: Apache-2.0
package org.clearway.time;

import java.time.Instant;
import java.time.ZoneId;

/// A stretch of time from an instant up to, and not including, another, in the zone it is told in.
public record Period(Instant from, Instant to, ZoneId zone) {
    public Period {
        if (!to.isAfter(from)) {
            throw new IllegalArgumentException("A period must end (" + to + ") after it begins (" + from + ").");
        }
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(to);
    }
}
