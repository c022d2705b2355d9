// SPDX-License-Identifier: Apache-2.0
package org.clearway.geo;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/// The ground around a position, taken as flat: metres east and north of it, each microdegree as long as it is there
/// on the WGS 84 ellipsoid.
///
/// Up to 60° of latitude a distance of 1 km is right to within 0.05 %, one of 25 km to within 0.7 %. Near a pole,
/// or across the date line, it is not to be used.
final class LocalPlane {
    /// Semi-major axis in metres and first eccentricity squared of WGS 84.
    /// Source: NGA.STND.0036, Department of Defense World Geodetic System 1984 (2014), tables 3.1 and 3.5.
    private static final double AXIS_METRES = 6_378_137.0;

    private static final double ECCENTRICITY_SQUARED = 6.694_379_990_141e-3;
    private static final double RADIANS_PER_MICRODEGREE = Math.PI / 180e6;

    private final double longitude;
    private final double latitude;
    private final double metresPerMicrodegreeEast;
    private final double metresPerMicrodegreeNorth;

    LocalPlane(Position middle) {
        longitude = middle.longitudeMicrodegrees();
        latitude = middle.latitudeMicrodegrees();
        double radians = latitude * RADIANS_PER_MICRODEGREE;
        double sine = Math.sin(radians);
        double flattening = 1 - ECCENTRICITY_SQUARED * sine * sine;
        double across = AXIS_METRES / Math.sqrt(flattening);
        double along = across * (1 - ECCENTRICITY_SQUARED) / flattening;
        // At a pole itself a degree of longitude has no length; keep it above nothing so that one can divide by it.
        metresPerMicrodegreeEast = Math.max(across * Math.cos(radians), 1) * RADIANS_PER_MICRODEGREE;
        metresPerMicrodegreeNorth = along * RADIANS_PER_MICRODEGREE;
    }

    /// In microdegrees, all that lies no further than `metres` to the east or west and to the north or south.
    Envelope square(double metres) {
        double east = metres / metresPerMicrodegreeEast;
        double north = metres / metresPerMicrodegreeNorth;
        return new Envelope(longitude - east, longitude + east, latitude - north, latitude + north);
    }

    /// From the middle to the nearest point of the segment from `from` to `to`, both in microdegrees.
    double metresTo(Coordinate from, Coordinate to) {
        double x = (from.x - longitude) * metresPerMicrodegreeEast;
        double y = (from.y - latitude) * metresPerMicrodegreeNorth;
        double dx = (to.x - from.x) * metresPerMicrodegreeEast;
        double dy = (to.y - from.y) * metresPerMicrodegreeNorth;
        double length = dx * dx + dy * dy;
        double share = length == 0 ? 0 : Math.clamp(-(x * dx + y * dy) / length, 0, 1);
        return Math.hypot(x + share * dx, y + share * dy);
    }
}
