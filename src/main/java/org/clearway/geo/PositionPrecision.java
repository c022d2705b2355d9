// SPDX-License-Identifier: Apache-2.0
package org.clearway.geo;

import java.util.Optional;
import java.util.OptionalInt;

/// How exactly a position is known, in the seven steps in which conflict data are coded (`where_prec` of the Uppsala
/// Conflict Data Program's Georeferenced Event Dataset, practice §1.5).
public enum PositionPrecision {
    /// The named place itself. Its coordinates are those of a centre, so what is meant may lie as far away as
    /// events are commonly taken to be in one place: 1 km (practice §1.5, deduplication).
    EXACT(1),
    /// Near a known place: within about 25 km of it.
    NEAR_KNOWN_PLACE(2),
    /// Somewhere in the second-order area that holds the position.
    ADM2(3),
    /// Somewhere in the first-order area that holds the position.
    ADM1(4),
    /// A term of landscape, such as a ridge or a river, whose extent nobody has given.
    LANDSCAPE(5),
    /// Somewhere in the country.
    COUNTRY(6),
    /// International waters or airspace.
    INTERNATIONAL(7);

    private final int code;

    PositionPrecision(int code) {
        this.code = code;
    }

    /// The step of that number, if there is one.
    public static Optional<PositionPrecision> ofCode(int code) {
        for (PositionPrecision precision : values()) {
            if (precision.code == code) return Optional.of(precision);
        }
        return Optional.empty();
    }

    /// 1 for the most exact to 7.
    public int code() {
        return code;
    }

    /// How far from the position the real one may lie; empty where no circle says what is meant.
    public OptionalInt radiusMetres() {
        return switch (this) {
            case EXACT -> OptionalInt.of(1_000);
            case NEAR_KNOWN_PLACE -> OptionalInt.of(25_000);
            case ADM2, ADM1, LANDSCAPE, COUNTRY, INTERNATIONAL -> OptionalInt.empty();
        };
    }
}
