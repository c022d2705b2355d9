// SPDX-License-Identifier: Apache-2.0
package org.clearway.places;

import java.time.Instant;
import java.util.Optional;
import org.clearway.geo.Area;
import org.clearway.geo.AreaId;
import org.clearway.geo.Position;

/// An area on record.
/// @param position where it is put on a map, for a settlement
/// @param knownFrom since when it is known under these names
public record Place(Area area, Optional<Position> position, Instant knownFrom) {
    public AreaId id() {
        return area.id();
    }
}
