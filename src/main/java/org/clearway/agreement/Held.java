// SPDX-License-Identifier: Apache-2.0
package org.clearway.agreement;

import java.util.Optional;
import org.clearway.language.Problem;

/// What somebody claims about who holds a piece of ground.
public sealed interface Held {
    record By(PartyId party) implements Held {}

    /// Who holds it is not said.
    record OutsideControlOf(PartyId party) implements Held {}

    /// Said to be contested.
    record Contested() implements Held {}

    /// Said not to be known.
    record Unknown() implements Held {}

    default Relation relation() {
        return switch (this) {
            case By _ -> Relation.HELD_BY;
            case OutsideControlOf _ -> Relation.OUTSIDE_CONTROL_OF;
            case Contested _ -> Relation.CONTESTED;
            case Unknown _ -> Relation.UNKNOWN;
        };
    }

    /// The party that it speaks of.
    default Optional<PartyId> holder() {
        return switch (this) {
            case By(PartyId party) -> Optional.of(party);
            case OutsideControlOf(PartyId party) -> Optional.of(party);
            case Contested _, Unknown _ -> Optional.empty();
        };
    }

    /// @throws Problem `agreement.holder-missing`, `agreement.holder-too-many`
    static Held of(Relation relation, Optional<PartyId> holder) {
        boolean speaksOfAParty = relation == Relation.HELD_BY || relation == Relation.OUTSIDE_CONTROL_OF;
        if (speaksOfAParty && holder.isEmpty()) {
            throw Problem.of("agreement.holder-missing");
        }
        if (!speaksOfAParty && holder.isPresent()) {
            throw Problem.of("agreement.holder-too-many", "holder", holder.get());
        }
        return switch (relation) {
            case HELD_BY -> new By(holder.orElseThrow());
            case OUTSIDE_CONTROL_OF -> new OutsideControlOf(holder.orElseThrow());
            case CONTESTED -> new Contested();
            case UNKNOWN -> new Unknown();
        };
    }
}
