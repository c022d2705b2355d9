// SPDX-License-Identifier: Apache-2.0
package org.clearway.accounts;

import java.util.UUID;
import org.clearway.journal.ActId;
import org.clearway.language.Problem;

/// The hand-over of a desk, named after the act by which somebody left it.
public record HandoverId(UUID act) {
    static HandoverId of(ActId act) {
        return new HandoverId(act.id());
    }

    /// @throws Problem `accounts.handover-unknown`
    public static HandoverId parse(String text) {
        try {
            return new HandoverId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw Problem.of("accounts.handover-unknown", "handover", text);
        }
    }

    @Override
    public String toString() {
        return act.toString();
    }
}
