// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

import java.util.UUID;
import org.clearway.journal.ActId;
import org.clearway.language.Problem;

/// A dispatch on record, named after the act that recorded it.
public record DispatchId(UUID act) {
    public static DispatchId of(ActId act) {
        return new DispatchId(act.id());
    }

    /// @throws Problem `care.dispatch-unknown`
    public static DispatchId parse(String text) {
        try {
            return new DispatchId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw Problem.of("care.dispatch-unknown", "dispatch", text);
        }
    }

    @Override
    public String toString() {
        return act.toString();
    }
}
