// SPDX-License-Identifier: Apache-2.0
package org.clearway.accounts;

import java.util.UUID;
import org.clearway.journal.ActId;
import org.clearway.language.Problem;

/// The reset of a password, named after the act that started it.
public record ResetId(UUID act) {
    static ResetId of(ActId act) {
        return new ResetId(act.id());
    }

    /// @throws Problem `accounts.reset-unknown`
    public static ResetId parse(String text) {
        try {
            return new ResetId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw Problem.of("accounts.reset-unknown", "reset", text);
        }
    }

    @Override
    public String toString() {
        return act.toString();
    }
}
