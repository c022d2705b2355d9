// SPDX-License-Identifier: Apache-2.0
package org.clearway.ceasefire;

import java.util.Map;
import org.clearway.geo.Position;
import org.clearway.language.Problem;

/// Where there was fire. Coordinates can kill: they stand in the journal sealed, and each time that somebody opens them
/// is an entry.
///
/// @param withinMetres how far from the position the real place may lie, 0 to 100,000
public record FirePosition(Position position, int withinMetres) {
    private static final int MOST = 100_000;

    /// @throws Problem `ceasefire.fire-within`
    public FirePosition {
        if (withinMetres < 0 || withinMetres > MOST) {
            throw new Problem("ceasefire.fire-within", Map.of("value", "" + withinMetres, "most", "" + MOST));
        }
    }

    @Override
    public String toString() {
        return "FirePosition[…]";
    }
}
