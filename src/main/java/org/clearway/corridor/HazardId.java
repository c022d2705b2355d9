// SPDX-License-Identifier: Apache-2.0
package org.clearway.corridor;

import java.util.UUID;
import org.clearway.journal.ActId;
import org.clearway.language.Problem;

/// A hazard on record, named after the act that first told of it.
public record HazardId(UUID act) {
    public static HazardId of(ActId act) {
        return new HazardId(act.id());
    }

    /// @throws Problem `corridor.hazard-unknown`
    public static HazardId parse(String text) {
        try {
            return new HazardId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw Problem.of("corridor.hazard-unknown", "hazard", text);
        }
    }

    @Override
    public String toString() {
        return act.toString();
    }
}
