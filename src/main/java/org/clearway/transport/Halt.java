// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import java.util.List;
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
        if (afterMinutes < 1 || afterMinutes > MOST) {
            throw new Problem(
                    "transport.halt", Map.of("value", String.valueOf(afterMinutes), "most", String.valueOf(MOST)));
        }
        if (minutes < 1 || minutes > MOST) {
            throw new Problem(
                    "transport.halt-length", Map.of("value", String.valueOf(minutes), "most", String.valueOf(MOST)));
        }
    }

    /// @param wayMinutes how long a convoy means to be on its way, with all of its halts
    /// @throws Problem `transport.way-length`, `transport.way-too-short`
    static void requireOnTheWay(long wayMinutes, List<Halt> halts) {
        if (wayMinutes < 1 || wayMinutes > MOST) {
            throw new Problem(
                    "transport.way-length", Map.of("value", String.valueOf(wayMinutes), "most", String.valueOf(MOST)));
        }
        for (Halt halt : halts) {
            if (halt.afterMinutes + halt.minutes <= wayMinutes) continue;
            throw new Problem(
                    "transport.way-too-short",
                    Map.of("value", String.valueOf(wayMinutes), "halt", String.valueOf(halt.afterMinutes)));
        }
    }

    /// One of the shortest.
    public Halt(AreaId near, long afterMinutes) {
        this(near, afterMinutes, SHORTEST);
    }
}
