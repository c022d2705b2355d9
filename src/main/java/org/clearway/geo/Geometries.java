// SPDX-License-Identifier: Apache-2.0
package org.clearway.geo;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/// Shapes as JTS sees them: x is the longitude and y the latitude, both in microdegrees. Whole numbers of that size
/// are exact as doubles, so JTS decides inside, border and outside without rounding.
final class Geometries {
    static final GeometryFactory FACTORY = new GeometryFactory();

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

    private static LinearRing ring(Ring ring) {
        var coordinates = new Coordinate[ring.size()];
        for (int i = 0; i < coordinates.length; i++) {
            coordinates[i] = new Coordinate(ring.longitude(i), ring.latitude(i));
        }
        return FACTORY.createLinearRing(coordinates);
    }
}
