// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

import java.time.Instant;
import java.util.Map;
import org.clearway.corridor.Service;

/// What a point gave of one service in one hour, and who went without. With a token or without one, it is the same
/// count.
///
/// @param hour its first instant
/// @param afterwards how many of the people were recorded late or from paper
public record ServiceHour(
        Instant hour, Service service, long people, long afterwards, Map<WhyTurnedAway, Long> turnedAway) {
    public ServiceHour {
        turnedAway = Ordered.map(WhyTurnedAway.class, turnedAway);
    }

    public long turnedAwayInAll() {
        return turnedAway.values().stream().mapToLong(Long::longValue).sum();
    }
}
