// SPDX-License-Identifier: Apache-2.0
package org.clearway.ceasefire;

import java.util.OptionalDouble;
import org.clearway.language.Wording;

/// How near fire may have come to a corridor: all that is told of its place in the clear. No direction, and no number
/// from which a place could be worked out.
public enum Nearness {
    WITHIN_1_KM(1_000),
    WITHIN_2_KM(2_000),
    WITHIN_5_KM(5_000),
    WITHIN_10_KM(10_000),
    FARTHER(Double.POSITIVE_INFINITY),
    /// The observer could not say where it was, or nobody has said where the corridor is.
    NOT_KNOWN(Double.NaN);

    private final double metres;

    Nearness(double metres) {
        this.metres = metres;
    }

    /// @param metres at the least, given how exactly both places are known; empty where that cannot be said
    static Nearness of(OptionalDouble metres) {
        if (metres.isEmpty()) return NOT_KNOWN;
        for (Nearness band : values()) {
            if (metres.getAsDouble() <= band.metres) return band;
        }
        throw new IllegalArgumentException("Not a distance: " + metres);
    }

    /// Whether it may have been within that band. What is not known may have been.
    public boolean mayBe(Nearness within) {
        return this == NOT_KNOWN || compareTo(within) <= 0;
    }

    /// Such as "within 5 km of the corridor".
    public String in(Wording words) {
        return words.say(this);
    }
}
