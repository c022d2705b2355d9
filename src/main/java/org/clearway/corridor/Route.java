// SPDX-License-Identifier: Apache-2.0
package org.clearway.corridor;

import java.util.List;
import org.clearway.agreement.CorridorId;
import org.clearway.geo.Position;
import org.clearway.language.Problem;
import org.clearway.places.Source;
import org.clearway.time.OpeningWindow;

/// The way a corridor takes. Telling it again restates it whole.
///
/// @param waypoints in the order of those who leave, 2 to 500; restricted: what is published is {@link #entry} and
///     {@link #exit}
/// @param windows the hours that were agreed on, local to where they were agreed; empty where none were
public record Route(CorridorId corridor, List<Position> waypoints, List<OpeningWindow> windows, Source source) {
    private static final int MOST = 500;

    /// @throws Problem `corridor.waypoints`
    public Route {
        waypoints = List.copyOf(waypoints);
        windows = List.copyOf(windows);
        if (waypoints.size() < 2 || waypoints.size() > MOST) {
            throw Problem.of("corridor.waypoints", "count", waypoints.size());
        }
    }

    /// Where people enter it, to two decimals.
    public Position entry() {
        return CrossingPoint.coarse(waypoints.getFirst());
    }

    /// Where they leave it, to two decimals.
    public Position exit() {
        return CrossingPoint.coarse(waypoints.getLast());
    }
}
