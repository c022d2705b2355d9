// SPDX-License-Identifier: Apache-2.0
package org.clearway.geo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.regex.Pattern;
import org.clearway.language.Problem;
import org.locationtech.jts.geom.Coordinate;

/// A point on the ground in whole microdegrees of WGS 84; one of them is 0.11 m on a meridian. Latitude −90° to 90°,
/// longitude −180° to 180°. How exactly it is known stands beside it as a {@link PositionPrecision}.
public record Position(int latitudeMicrodegrees, int longitudeMicrodegrees) {
    static final int POLE = 90_000_000;
    static final int DATE_LINE = 180_000_000;
    private static final int DECIMALS = 6;
    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1,3}(\\.[0-9]{1,15})?");

    public Position {
        if (Math.abs((long) latitudeMicrodegrees) > POLE) {
            throw Problem.of("geo.latitude", "value", degrees(latitudeMicrodegrees));
        }
        if (Math.abs((long) longitudeMicrodegrees) > DATE_LINE) {
            throw Problem.of("geo.longitude", "value", degrees(longitudeMicrodegrees));
        }
    }

    /// A position written in decimal degrees, such as `48.8566` and `2.3522`; decimals past the sixth are rounded.
    /// @throws Problem if either is no plain decimal number, or out of range
    public static Position parse(String latitude, String longitude) {
        return new Position(microdegrees(latitude, latitude, longitude), microdegrees(longitude, latitude, longitude));
    }

    /// The latitude in decimal degrees, without needless zeros.
    public String latitude() {
        return degrees(latitudeMicrodegrees);
    }

    /// The longitude in decimal degrees, without needless zeros.
    public String longitude() {
        return degrees(longitudeMicrodegrees);
    }

    /// Metres along the ground to `other`: within 0.7 % up to 25 km and 60° of latitude. Farther away, or across the
    /// date
    /// line, it tells no more than that it is far.
    public double metresTo(Position other) {
        return metresTo(other, other);
    }

    /// Metres along the ground to the nearest point of the straight stretch from `from` to `to`, as exact.
    public double metresTo(Position from, Position to) {
        return new LocalPlane(this).metresTo(coordinate(from), coordinate(to));
    }

    private static Coordinate coordinate(Position position) {
        return new Coordinate(position.longitudeMicrodegrees, position.latitudeMicrodegrees);
    }

    static String degrees(long microdegrees) {
        return degrees(microdegrees, DECIMALS).toPlainString();
    }

    static BigDecimal degrees(long microdegrees, int decimals) {
        BigDecimal rounded = BigDecimal.valueOf(microdegrees, DECIMALS).setScale(decimals, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
    }

    static long microdegrees(BigDecimal degrees) {
        return degrees.setScale(DECIMALS, RoundingMode.HALF_EVEN)
                .unscaledValue()
                .longValueExact();
    }

    private static int microdegrees(String text, String latitude, String longitude) {
        String stripped = text.strip();
        if (!DECIMAL.matcher(stripped).matches()) {
            throw new Problem("geo.position", Map.of("latitude", latitude, "longitude", longitude));
        }
        return Math.toIntExact(microdegrees(new BigDecimal(stripped)));
    }
}
