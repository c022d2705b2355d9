// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import java.util.Map;
import org.clearway.geo.AreaId;
import org.clearway.language.Problem;

/// A stop that a convoy plans: for rest, meals, water, fuel.
///
/// @param near the settlement; nothing finer is kept of where a convoy stands
/// @param afterMinutes after it leaves
public record Halt(AreaId near, long afterMinutes) {
    /// Two days: longer than any convoy plans.
    private static final long MOST = 2_880;

    /// @throws Problem `transport.halt`
    public Halt {
        if (afterMinutes < 1 || afterMinutes > MOST) {
            throw new Problem(
                    "transport.halt", Map.of("value", String.valueOf(afterMinutes), "most", String.valueOf(MOST)));
        }
    }
}
