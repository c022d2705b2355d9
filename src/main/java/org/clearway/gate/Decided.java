// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

import java.util.Map;
import java.util.Optional;
import org.clearway.agreement.CorridorId;
import org.clearway.agreement.PartyId;
import org.clearway.language.Problem;

/// What was decided of a corridor's gates, and why.
///
/// @param claimant whose claim the reason is; absent where this node's own people observed it
public record Decided(CorridorId corridor, Decision decision, DecisionReason because, Optional<PartyId> claimant) {
    /// @throws Problem `gate.claimant-missing` where a party is said to have asked, and none is named
    public Decided {
        if (because == DecisionReason.ASKED_BY_A_PARTY && claimant.isEmpty()) {
            throw new Problem("gate.claimant-missing", Map.of());
        }
    }
}
