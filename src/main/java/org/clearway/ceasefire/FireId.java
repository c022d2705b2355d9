// SPDX-License-Identifier: Apache-2.0
package org.clearway.ceasefire;

import java.util.UUID;
import org.clearway.journal.ActId;
import org.clearway.language.Problem;

/// An observation of fire on record, named after the act that recorded it.
public record FireId(UUID act) {
    public static FireId of(ActId act) {
        return new FireId(act.id());
    }

    /// @throws Problem `ceasefire.fire-unknown`
    public static FireId parse(String text) {
        try {
            return new FireId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw Problem.of("ceasefire.fire-unknown", "fire", text);
        }
    }

    @Override
    public String toString() {
        return act.toString();
    }
}
