// SPDX-License-Identifier: Apache-2.0
package org.clearway.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clearway.language.Language;
import org.clearway.language.Names;
import org.jspecify.annotations.Nullable;

/// Shapes and areas for tests, in microdegrees.
final class Shapes {
    private Shapes() {}

    /// A closed ring of points given as longitude, latitude, …; the first point is repeated at the end.
    static Ring ring(long... longitudesAndLatitudes) {
        var closed = new ArrayList<Long>();
        for (long ordinate : longitudesAndLatitudes) closed.add(ordinate);
        closed.add(longitudesAndLatitudes[0]);
        closed.add(longitudesAndLatitudes[1]);
        return new Ring(closed);
    }

    static Ring boxRing(long west, long south, long east, long north) {
        return ring(west, south, east, south, east, north, west, north);
    }

    static Shape box(long west, long south, long east, long north) {
        return shape(new Polygon(boxRing(west, south, east, north), List.of()));
    }

    static Area area(String id, AreaKind kind, @Nullable String parent, String name) {
        return new Area(
                new AreaId(id),
                kind,
                Optional.empty(),
                Names.of(Language.EN, name),
                List.of(),
                Optional.ofNullable(parent).map(AreaId::new));
    }

    static Shape shape(Polygon... polygons) {
        return new Shape(List.of(polygons));
    }
}
