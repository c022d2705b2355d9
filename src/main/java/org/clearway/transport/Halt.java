// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import java.util.Map;
import org.clearway.geo.AreaId;
import org.clearway.language.Problem;

/// A stop that a convoy plans: for rest, meals, water, fuel.
///
/// @param near the settlement; nothing finer is kept of where a convoy stands
/// @param afterMinutes after it leaves
/// @param minutes how long it stands there
public record Halt(AreaId near, long afterMinutes, long minutes) {
    /// As long as those who travel need to get out and drink.
    public static final long SHORTEST = 15;

    /// Two days: longer than any convoy plans.
    private static final long MOST = 2_880;

    /// @throws Problem `transport.halt`, `transport.halt-length`
    public Halt {
        requireOnTheWay(afterMinutes);
        if (minutes < 1 || minutes > MOST) {
            throw new Problem(
                    "transport.halt-length", Map.of("value", String.valueOf(minutes), "most", String.valueOf(MOST)));
        }
    }

    /// @throws Problem `transport.halt` for an end of the way beyond what any convoy plans
    static void requireOnTheWay(long afterMinutes) {
        if (afterMinutes < 1 || afterMinutes > MOST) {
            throw new Problem(
                    "transport.halt", Map.of("value", String.valueOf(afterMinutes), "most", String.valueOf(MOST)));
        }
    }

    /// One of the shortest.
    public Halt(AreaId near, long afterMinutes) {
        this(near, afterMinutes, SHORTEST);
    }
}
