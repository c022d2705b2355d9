// SPDX-License-Identifier: Apache-2.0
package org.clearway.places;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.clearway.geo.Polygon;
import org.clearway.geo.Ring;
import org.clearway.geo.Shape;

/// A shape as text, for a column of a view: numbers parted by spaces, rings by commas, polygons by semicolons, the
/// outer
/// ring first.
final class ShapeText {
    private ShapeText() {}

    static String of(Shape shape) {
        return shape.polygons().stream().map(ShapeText::polygon).collect(Collectors.joining(";"));
    }

    static Shape read(String text) {
        return new Shape(
                Arrays.stream(text.split(";", -1)).map(ShapeText::polygon).toList());
    }

    private static String polygon(Polygon polygon) {
        var rings = new StringBuilder(ring(polygon.outer()));
        for (Ring hole : polygon.holes()) rings.append(',').append(ring(hole));
        return rings.toString();
    }

    private static Polygon polygon(String text) {
        List<Ring> rings =
                Arrays.stream(text.split(",", -1)).map(ShapeText::ring).toList();
        return new Polygon(rings.getFirst(), rings.subList(1, rings.size()));
    }

    private static String ring(Ring ring) {
        return ring.longitudesAndLatitudes().stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    private static Ring ring(String text) {
        return new Ring(Arrays.stream(text.split(" ", -1)).map(Long::valueOf).toList());
    }
}
