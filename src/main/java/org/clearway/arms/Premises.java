// SPDX-License-Identifier: Apache-2.0
package org.clearway.arms;

import java.util.Optional;
import org.clearway.language.Names;
import org.clearway.language.Problem;

/// A place of the weapons desk: where things are laid down, or a store.
///
/// @param metresApart how far a store of detonators is from any other ammunition; told of these, and of no other
public record Premises(PremisesId id, PremisesKind kind, Names names, Optional<Long> metresApart) {
    /// Detonators lie at least so far from other ammunition (practice §3).
    public static final long LEAST_METRES = 10;

    /// @throws Problem `arms.detonators-apart`
    public Premises {
        if (kind == PremisesKind.DETONATOR_STORE) {
            if (metresApart.filter(metres -> metres >= LEAST_METRES).isEmpty()) {
                throw Problem.of("arms.detonators-apart", "least", LEAST_METRES);
            }
        } else {
            metresApart = Optional.empty();
        }
    }
}
