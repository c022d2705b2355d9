// SPDX-License-Identifier: Apache-2.0
package org.clearway.paper;

import java.util.UUID;
import org.clearway.journal.ActId;
import org.clearway.language.Problem;

/// Sheets that were printed at once, named after the act that asked for them.
public record RunId(UUID act) {
    static RunId of(ActId act) {
        return new RunId(act.id());
    }

    /// @throws Problem `paper.run-unknown`
    public static RunId parse(String text) {
        try {
            return new RunId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new Problem("paper.run-unknown", java.util.Map.of("run", text), e);
        }
    }

    @Override
    public String toString() {
        return act.toString();
    }
}
