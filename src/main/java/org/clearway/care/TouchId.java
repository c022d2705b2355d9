// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

import java.util.UUID;
import org.clearway.journal.ActId;
import org.clearway.language.Problem;

/// A touch on record, named after the act that recorded it.
public record TouchId(UUID act) {
    public static TouchId of(ActId act) {
        return new TouchId(act.id());
    }

    /// @throws Problem `care.touch-not-standing`
    public static TouchId parse(String text) {
        try {
            return new TouchId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw Problem.of("care.touch-not-standing", "touch", text);
        }
    }

    @Override
    public String toString() {
        return act.toString();
    }
}
