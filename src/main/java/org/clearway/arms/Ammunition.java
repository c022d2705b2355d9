// SPDX-License-Identifier: Apache-2.0
package org.clearway.arms;

import java.util.Optional;
import org.clearway.language.Problem;

/// What the register holds of a lot.
///
/// @param quantity pieces, or whole kilograms of what has no pieces
/// @param netExplosiveGrams what the lot would set free: its net explosive quantity
public record Ammunition(
        Optional<Calibre> calibre,
        long quantity,
        Optional<Mark> lotMarks,
        AmmunitionHazard hazard,
        Optional<Long> netExplosiveGrams) {
    private static final long MOST = 1_000_000;

    /// @throws Problem `arms.quantity`
    public Ammunition {
        if (quantity < 1 || quantity > MOST) throw Problem.of("arms.quantity", "value", quantity);
        netExplosiveGrams.filter(grams -> grams < 0 || grams > MOST * 1_000).ifPresent(grams -> {
            throw Problem.of("arms.quantity", "value", grams);
        });
    }
}
