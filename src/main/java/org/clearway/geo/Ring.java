// SPDX-License-Identifier: Apache-2.0
package org.clearway.geo;

import java.util.List;
import java.util.Map;
import org.clearway.language.Problem;

/// A closed line: longitude, latitude, longitude, latitude and so on in whole microdegrees, the last point the same
/// as the first, at least four points. Longitude stands first, as in GeoJSON.
public record Ring(List<Long> longitudesAndLatitudes) {
    private static final int FEWEST_POINTS = 4;

    public Ring {
        longitudesAndLatitudes = List.copyOf(longitudesAndLatitudes);
        int ordinates = longitudesAndLatitudes.size();
        if (ordinates % 2 != 0 || ordinates < 2 * FEWEST_POINTS) {
            throw Problem.of("geo.ring-too-short", "points", ordinates / 2);
        }
        for (int i = 0; i < ordinates; i += 2) {
            long longitude = longitudesAndLatitudes.get(i);
            long latitude = longitudesAndLatitudes.get(i + 1);
            if (beyond(Position.DATE_LINE, longitude) || beyond(Position.POLE, latitude)) {
                throw at("geo.point-out-of-range", longitude, latitude);
            }
        }
        if (!longitudesAndLatitudes.get(0).equals(longitudesAndLatitudes.get(ordinates - 2))
                || !longitudesAndLatitudes.get(1).equals(longitudesAndLatitudes.get(ordinates - 1))) {
            throw at("geo.ring-open", longitudesAndLatitudes.get(0), longitudesAndLatitudes.get(1));
        }
    }

    /// The points, the first one counted again at the end.
    public int size() {
        return longitudesAndLatitudes.size() / 2;
    }

    long longitude(int point) {
        return longitudesAndLatitudes.get(2 * point);
    }

    long latitude(int point) {
        return longitudesAndLatitudes.get(2 * point + 1);
    }

    private static boolean beyond(long limit, long value) {
        return value < -limit || value > limit;
    }

    static Problem at(String code, long longitude, long latitude) {
        return new Problem(
                code, Map.of("latitude", Position.degrees(latitude), "longitude", Position.degrees(longitude)));
    }
}
