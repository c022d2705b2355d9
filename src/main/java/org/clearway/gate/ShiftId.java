// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

import java.util.UUID;
import org.clearway.journal.ActId;
import org.clearway.language.Problem;

/// The close of a shift, named after the act that recorded it.
public record ShiftId(UUID act) {
    static ShiftId of(ActId act) {
        return new ShiftId(act.id());
    }

    /// @throws Problem `gate.shift-unknown`
    public static ShiftId parse(String text) {
        try {
            return new ShiftId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw Problem.of("gate.shift-unknown", "shift", text);
        }
    }

    @Override
    public String toString() {
        return act.toString();
    }
}
