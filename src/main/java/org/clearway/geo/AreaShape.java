// SPDX-License-Identifier: Apache-2.0
package org.clearway.geo;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.clearway.language.Problem;

/// The ground of an area from an instant up to, and not including, another; without an end while it still holds.
/// @param borderMetres how far off the drawn border may be, 0 to 100,000 m; a position that close to it is said to be
///     near it. Coarse shapes for a map of a whole country are off by kilometres.
public record AreaShape(AreaId area, Shape shape, Instant validFrom, Optional<Instant> validTo, int borderMetres) {
    public static final int MOST_BORDER_METRES = 100_000;

    public AreaShape {
        if (validTo.isPresent() && !validTo.get().isAfter(validFrom)) {
            throw new Problem(
                    "geo.shape-ends-first",
                    Map.of("area", area.slug(), "from", "" + validFrom, "to", "" + validTo.get()));
        }
        if (borderMetres < 0 || borderMetres > MOST_BORDER_METRES) {
            throw new Problem("geo.border-metres", Map.of("value", "" + borderMetres, "most", "" + MOST_BORDER_METRES));
        }
    }

    /// A shape whose border is taken as drawn and whose end is not known.
    public static AreaShape from(Instant validFrom, AreaId area, Shape shape) {
        return new AreaShape(area, shape, validFrom, Optional.empty(), 0);
    }

    public boolean validAt(Instant instant) {
        return !instant.isBefore(validFrom) && validTo.map(instant::isBefore).orElse(true);
    }
}
