// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

import java.util.UUID;
import org.clearway.journal.ActId;
import org.clearway.language.Problem;

/// A card on record, named after the act that issued it, where its number is not at hand.
public record CardId(UUID act) {
    public static CardId of(ActId act) {
        return new CardId(act.id());
    }

    /// @throws Problem `gate.card-unknown`
    public static CardId parse(String text) {
        try {
            return new CardId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw Problem.of("gate.card-unknown");
        }
    }

    @Override
    public String toString() {
        return act.toString();
    }
}
