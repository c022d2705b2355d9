// SPDX-License-Identifier: Apache-2.0
package org.clearway.geo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.clearway.language.Problem;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/// The ground of an area: one or more polygons that may touch in points but do not overlap, none of whose lines
/// cross. Valid in the sense of OGC Simple Features. Its edges are straight in longitude and latitude, and none goes
/// over the date line: what lies on both sides of it is given as two polygons, as RFC 7946 asks.
public record Shape(List<Polygon> polygons) {
    /// Enough for a country's coast in fine detail, and little enough to keep in one entry of a journal.
    static final int MOST_POINTS = 200_000;

    /// @throws Problem `geo.…` naming the fault and about where it is
    public Shape {
        polygons = List.copyOf(polygons);
        if (polygons.isEmpty()) throw Problem.of("geo.shape-empty");
        int points = points(polygons);
        if (points > MOST_POINTS) {
            throw new Problem("geo.shape-too-large", Map.of("points", "" + points, "most", "" + MOST_POINTS));
        }
        Geometries.requireValid(Geometries.of(polygons));
    }

    /// The ground within a line through `corners`, which comes back to the first of them by itself.
    /// @throws Problem `geo.…` naming the fault and about where it is
    public static Shape of(List<Position> corners) {
        var ordinates = new ArrayList<Long>();
        for (Position corner : corners) {
            ordinates.add((long) corner.longitudeMicrodegrees());
            ordinates.add((long) corner.latitudeMicrodegrees());
        }
        if (corners.size() > 1 && !corners.getFirst().equals(corners.getLast())) {
            ordinates.add(ordinates.get(0));
            ordinates.add(ordinates.get(1));
        }
        return new Shape(List.of(new Polygon(new Ring(ordinates), List.of())));
    }

    /// A point well within the largest of its polygons: where a name is written on a map.
    public Position within() {
        Coordinate inside = polygons.stream()
                .map(polygon -> Geometries.of(List.of(polygon)))
                .max(Comparator.comparingDouble(Geometry::getArea))
                .orElseThrow()
                .getInteriorPoint()
                .getCoordinate();
        return new Position((int) Math.round(inside.y), (int) Math.round(inside.x));
    }

    /// All points of all rings.
    public int points() {
        return points(polygons);
    }

    private static int points(List<Polygon> polygons) {
        return polygons.stream()
                .mapToInt(polygon -> polygon.outer().size()
                        + polygon.holes().stream().mapToInt(Ring::size).sum())
                .sum();
    }
}
