// SPDX-License-Identifier: Apache-2.0
package org.clearway.corridor;

import java.util.List;
import org.clearway.geo.Position;
import org.clearway.language.Problem;

/// Where what is notified stands, or the way it moves. Lists like this one were bombed (practice §2.1, §6.1): it stands
/// in the journal sealed, for 30 days at most, and each time that somebody opens it is an entry.
public record NotifiedPlaces(List<Position> positions) {
    private static final int MOST = 50;

    /// @throws Problem `corridor.notified-places`
    public NotifiedPlaces {
        positions = List.copyOf(positions);
        if (positions.isEmpty() || positions.size() > MOST) {
            throw Problem.of("corridor.notified-places", "count", positions.size());
        }
    }

    @Override
    public String toString() {
        return "NotifiedPlaces[…]";
    }
}
