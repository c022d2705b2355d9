// SPDX-License-Identifier: Apache-2.0
package org.clearway.corridor;

import java.util.Optional;
import org.clearway.geo.AreaId;
import org.clearway.geo.Position;
import org.clearway.language.Names;

/// A point at which a corridor is entered or left, and the area that it lies in.
///
/// @param position restricted: what is published is {@link #publicPosition}
public record CrossingPoint(CrossingId crossing, Names names, AreaId area, Optional<Position> position) {
    /// Two decimals of a degree, which is about a kilometre: the most that is ever published (practice §10, rule 16).
    private static final int PUBLIC_MICRODEGREES = 10_000;

    /// The position to two decimals.
    public Optional<Position> publicPosition() {
        return position.map(CrossingPoint::coarse);
    }

    static Position coarse(Position exact) {
        return new Position(coarse(exact.latitudeMicrodegrees()), coarse(exact.longitudeMicrodegrees()));
    }

    private static int coarse(int microdegrees) {
        return Math.toIntExact(Math.round((double) microdegrees / PUBLIC_MICRODEGREES) * PUBLIC_MICRODEGREES);
    }
}
