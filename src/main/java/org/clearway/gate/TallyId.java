// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

import java.util.UUID;
import org.clearway.journal.ActId;
import org.clearway.language.Problem;

/// A count on record, named after the act that recorded it.
public record TallyId(UUID act) {
    public static TallyId of(ActId act) {
        return new TallyId(act.id());
    }

    /// @throws Problem `gate.tally-unknown`
    public static TallyId parse(String text) {
        try {
            return new TallyId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw Problem.of("gate.tally-unknown", "tally", text);
        }
    }

    @Override
    public String toString() {
        return act.toString();
    }
}
