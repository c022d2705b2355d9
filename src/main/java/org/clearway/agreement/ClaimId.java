// SPDX-License-Identifier: Apache-2.0
package org.clearway.agreement;

import java.util.UUID;
import org.clearway.journal.ActId;
import org.clearway.language.Problem;

/// A claim on record, named after the act that recorded it.
public record ClaimId(UUID act) {
    public static ClaimId of(ActId act) {
        return new ClaimId(act.id());
    }

    /// @throws Problem `agreement.claim-unknown`
    public static ClaimId parse(String text) {
        try {
            return new ClaimId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw Problem.of("agreement.claim-unknown", "claim", text);
        }
    }

    @Override
    public String toString() {
        return act.toString();
    }
}
