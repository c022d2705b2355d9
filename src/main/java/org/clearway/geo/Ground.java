// SPDX-License-Identifier: Apache-2.0
package org.clearway.geo;

import java.util.OptionalDouble;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.index.hprtree.HPRtree;

/// A polygonal geometry made ready to be asked many times, by many threads, on which side of its border a position
/// lies and how far away that border is. Indexes are built here, once; asking changes nothing.
final class Ground {
    private static final int SEGMENTS_PER_STRETCH = 8;

    private final Geometry geometry;
    private final IndexedPointInAreaLocator locator;
    private final HPRtree stretches = new HPRtree();

    Ground(Geometry geometry) {
        this.geometry = geometry;
        this.locator = new IndexedPointInAreaLocator(geometry);
        locator.locate(new Coordinate(0, 0));
        for (Object line : LinearComponentExtracter.getLines(geometry)) {
            index(((LineString) line).getCoordinates());
        }
        stretches.build();
    }

    Geometry geometry() {
        return geometry;
    }

    Envelope envelope() {
        return geometry.getEnvelopeInternal();
    }

    /// Inside, on the border or outside, exactly.
    Side sideOf(Position position) {
        var point = new Coordinate(position.longitudeMicrodegrees(), position.latitudeMicrodegrees());
        if (!envelope().covers(point)) return Side.OUTSIDE;
        return switch (locator.locate(point)) {
            case Location.INTERIOR -> Side.INSIDE;
            case Location.BOUNDARY -> Side.ON_BORDER;
            default -> Side.OUTSIDE;
        };
    }

    /// The metres from the plane's middle to the nearest border, if there is one within `metres`.
    OptionalDouble borderWithin(double metres, LocalPlane plane) {
        var nearest = new double[] {Double.POSITIVE_INFINITY};
        stretches.query(plane.square(metres), item -> nearest[0] = Math.min(nearest[0], ((Stretch) item).from(plane)));
        return nearest[0] <= metres ? OptionalDouble.of(nearest[0]) : OptionalDouble.empty();
    }

    private void index(Coordinate[] line) {
        for (int first = 0; first < line.length - 1; first += SEGMENTS_PER_STRETCH) {
            int last = Math.min(first + SEGMENTS_PER_STRETCH, line.length - 1);
            var envelope = new Envelope();
            for (int i = first; i <= last; i++) envelope.expandToInclude(line[i]);
            stretches.insert(envelope, new Stretch(line, first, last));
        }
    }

    enum Side {
        INSIDE,
        ON_BORDER,
        OUTSIDE
    }

    /// A few segments of a border, one after the other.
    private record Stretch(Coordinate[] line, int first, int last) {
        double from(LocalPlane plane) {
            double nearest = Double.POSITIVE_INFINITY;
            for (int i = first; i < last; i++) nearest = Math.min(nearest, plane.metresTo(line[i], line[i + 1]));
            return nearest;
        }
    }
}
