// SPDX-License-Identifier: Apache-2.0
package org.clearway.geo;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import org.locationtech.jts.precision.GeometryPrecisionReducer;

/// Shapes as JTS sees them: x is the longitude and y the latitude, both in microdegrees. Whole numbers of that size
/// are exact as doubles, so JTS decides inside, border and outside without rounding.
final class Geometries {
    static final GeometryFactory FACTORY = new GeometryFactory();
    private static final double MOST_GROUND_CHANGED = 0.001;

    private Geometries() {}

    static MultiPolygon of(List<Polygon> polygons) {
        return FACTORY.createMultiPolygon(polygons.stream()
                .map(polygon -> FACTORY.createPolygon(
                        ring(polygon.outer()),
                        polygon.holes().stream().map(Geometries::ring).toArray(LinearRing[]::new)))
                .toArray(org.locationtech.jts.geom.Polygon[]::new));
    }

    static void requireValid(MultiPolygon geometry) {
        TopologyValidationError fault = new IsValidOp(geometry).getValidationError();
        if (fault == null) return;
        String code = switch (fault.getErrorType()) {
            case TopologyValidationError.SELF_INTERSECTION, TopologyValidationError.RING_SELF_INTERSECTION ->
                "geo.lines-cross";
            case TopologyValidationError.HOLE_OUTSIDE_SHELL -> "geo.hole-outside";
            case TopologyValidationError.NESTED_HOLES, TopologyValidationError.DISCONNECTED_INTERIOR ->
                "geo.holes-cut-through";
            case TopologyValidationError.NESTED_SHELLS, TopologyValidationError.DUPLICATE_RINGS ->
                "geo.polygons-overlap";
            default -> "geo.shape-flat";
        };
        Coordinate where = fault.getCoordinate();
        throw Ring.at(code, Math.round(where.x), Math.round(where.y));
    }

    /// Polygons with the faults taken out that simplifying a border leaves behind: spikes, small loops, a ring that
    /// touches itself, an overlap of a hair. No line moves by more than half a microdegree. Empty where that would
    /// change the ground by more than a thousandth, since then nobody knows what was meant.
    static Optional<List<Polygon>> mended(List<Polygon> polygons) {
        Geometry faulty = of(polygons);
        Geometry fixed = GeometryPrecisionReducer.reduce(GeometryFixer.fix(faulty), new PrecisionModel(1));
        double change = Math.abs(fixed.getArea() - faulty.getArea());
        if (fixed.isEmpty() || change > MOST_GROUND_CHANGED * fixed.getArea()) return Optional.empty();
        return Optional.of(PolygonExtracter.getPolygons(fixed).stream()
                .map(found -> polygon((org.locationtech.jts.geom.Polygon) found))
                .toList());
    }

    private static Polygon polygon(org.locationtech.jts.geom.Polygon polygon) {
        return new Polygon(
                ring(polygon.getExteriorRing()),
                IntStream.range(0, polygon.getNumInteriorRing())
                        .mapToObj(hole -> ring(polygon.getInteriorRingN(hole)))
                        .toList());
    }

    private static Ring ring(LinearRing ring) {
        return new Ring(Arrays.stream(ring.getCoordinates())
                .flatMap(point -> Stream.of(Math.round(point.x), Math.round(point.y)))
                .toList());
    }

    private static LinearRing ring(Ring ring) {
        var coordinates = new Coordinate[ring.size()];
        for (int i = 0; i < coordinates.length; i++) {
            coordinates[i] = new Coordinate(ring.longitude(i), ring.latitude(i));
        }
        return FACTORY.createLinearRing(coordinates);
    }
}
