// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

import java.util.UUID;
import org.clearway.journal.ActId;
import org.clearway.language.Problem;

/// A concern on record, named after the act that raised it.
public record ConcernId(UUID act) {
    static ConcernId of(ActId act) {
        return new ConcernId(act.id());
    }

    /// @throws Problem `gate.concern-unknown`
    public static ConcernId parse(String text) {
        try {
            return new ConcernId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw Problem.of("gate.concern-unknown");
        }
    }

    @Override
    public String toString() {
        return act.toString();
    }
}
