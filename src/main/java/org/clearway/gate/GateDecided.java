// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

import static org.clearway.access.Retention.FOR_EVER;
import static org.clearway.access.Sensitivity.PUBLIC;

import java.util.Optional;
import org.clearway.agreement.CorridorId;
import org.clearway.agreement.PartyId;
import org.clearway.journal.Body;
import org.clearway.journal.Kept;

/// The gates of a corridor were opened, stopped or resumed by this node's people.
record GateDecided(
        @Kept(as = PUBLIC, until = FOR_EVER) CorridorId corridor,
        @Kept(as = PUBLIC, until = FOR_EVER) Decision decision,
        @Kept(as = PUBLIC, until = FOR_EVER) DecisionReason because,
        @Kept(as = PUBLIC, until = FOR_EVER) Optional<PartyId> claimant)
        implements Body {
    Decided words() {
        return new Decided(corridor, decision, because, claimant);
    }
}
