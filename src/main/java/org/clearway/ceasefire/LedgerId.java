// SPDX-License-Identifier: Apache-2.0
package org.clearway.ceasefire;

import java.util.UUID;
import org.clearway.journal.ActId;
import org.clearway.language.Problem;

/// A ledger on record, named after the act that recorded it.
public record LedgerId(UUID act) {
    public static LedgerId of(ActId act) {
        return new LedgerId(act.id());
    }

    /// @throws Problem `ceasefire.ledger-unknown`
    public static LedgerId parse(String text) {
        try {
            return new LedgerId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw Problem.of("ceasefire.ledger-unknown", "ledger", text);
        }
    }

    @Override
    public String toString() {
        return act.toString();
    }
}
