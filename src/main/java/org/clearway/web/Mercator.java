// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import org.clearway.geo.Position;
import org.clearway.geo.Ring;
import org.clearway.geo.Shape;

/// Puts positions on a sheet of so many units width, north up: the spherical Mercator projection, which keeps shapes as
/// they are seen on the ground, and is the one of the movable map, so that both look the same. Within 85° of latitude.
///
/// @param west the left edge, in radians
/// @param north the upper edge, in radians of the projection
/// @param unitsPerRadian the scale
record Mercator(double west, double north, double unitsPerRadian, double width, double height) {
    private static final double FARTHEST = 85_000_000;
    private static final double MICRODEGREES = Math.toRadians(1e-6);
    /// 0.02°, about two kilometres: nothing is drawn larger than that.
    private static final long LEAST_SPAN = 20_000;
    private static final double MARGIN = 0.04;
    private static final double LOWEST = 0.4;
    private static final double HIGHEST = 1.25;
    /// Mean radius R₁ of the GRS 80 ellipsoid, in kilometres. Source: H. Moritz, Geodetic Reference System 1980.
    private static final double EARTH_RADIUS_KILOMETRES = 6_371.0088;

    /// The least sheet of that width that holds `bounds`, with a margin; it is between 0.4 and 1.25 times as high.
    static Mercator fitting(Bounds bounds, double width) {
        double left = Math.min(bounds.west, bounds.east - LEAST_SPAN) * MICRODEGREES;
        double right = Math.max(bounds.east, bounds.west + LEAST_SPAN) * MICRODEGREES;
        double bottom = projected(Math.min(bounds.south, bounds.north - LEAST_SPAN));
        double top = projected(Math.max(bounds.north, bounds.south + LEAST_SPAN));
        double shown = (right - left) * (1 + 2 * MARGIN);
        double high = (top - bottom) * (1 + 2 * MARGIN);
        double scale = Math.min(width / shown, HIGHEST * width / high);
        double height = Math.max(LOWEST * width, high * scale);
        return new Mercator(
                (left + right) / 2 - width / scale / 2, (top + bottom) / 2 + height / scale / 2, scale, width, height);
    }

    double x(long longitudeMicrodegrees) {
        return (longitudeMicrodegrees * MICRODEGREES - west) * unitsPerRadian;
    }

    double y(long latitudeMicrodegrees) {
        return (north - projected(latitudeMicrodegrees)) * unitsPerRadian;
    }

    double x(Position position) {
        return x(position.longitudeMicrodegrees());
    }

    double y(Position position) {
        return y(position.latitudeMicrodegrees());
    }

    boolean shows(Position position) {
        return x(position) >= 0 && x(position) <= width && y(position) >= 0 && y(position) <= height;
    }

    /// How many units a kilometre is in the middle of the sheet.
    double unitsPerKilometre() {
        double middle = 2 * Math.atan(Math.exp(north - height / unitsPerRadian / 2)) - Math.PI / 2;
        return unitsPerRadian / EARTH_RADIUS_KILOMETRES / Math.cos(middle);
    }

    private static double projected(double latitudeMicrodegrees) {
        double latitude = Math.clamp(latitudeMicrodegrees, -FARTHEST, FARTHEST) * MICRODEGREES;
        return Math.log(Math.tan(Math.PI / 4 + latitude / 2));
    }

    /// How far the ground reaches, in microdegrees. It grows with what is added to it.
    static final class Bounds {
        private long west = Long.MAX_VALUE;
        private long south = Long.MAX_VALUE;
        private long east = Long.MIN_VALUE;
        private long north = Long.MIN_VALUE;

        boolean isEmpty() {
            return west > east;
        }

        Bounds add(Shape shape) {
            shape.polygons().forEach(polygon -> add(polygon.outer()));
            return this;
        }

        Bounds add(Position position) {
            add(position.longitudeMicrodegrees(), position.latitudeMicrodegrees());
            return this;
        }

        private void add(Ring ring) {
            var ordinates = ring.longitudesAndLatitudes();
            for (int i = 0; i < ordinates.size(); i += 2) add(ordinates.get(i), ordinates.get(i + 1));
        }

        private void add(long longitude, long latitude) {
            west = Math.min(west, longitude);
            east = Math.max(east, longitude);
            south = Math.min(south, latitude);
            north = Math.max(north, latitude);
        }
    }
}
