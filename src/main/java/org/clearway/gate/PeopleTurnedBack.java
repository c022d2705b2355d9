// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

import static org.clearway.access.Retention.FOR_EVER;
import static org.clearway.access.Sensitivity.RESTRICTED;

import java.util.Optional;
import org.clearway.agreement.CorridorId;
import org.clearway.agreement.PartyId;
import org.clearway.corridor.CrossingId;
import org.clearway.journal.Body;
import org.clearway.journal.Kept;

/// People were not let through, as it was told. The hour stands in the entry's time.
record PeopleTurnedBack(
        @Kept(as = RESTRICTED, until = FOR_EVER) CorridorId corridor,
        @Kept(as = RESTRICTED, until = FOR_EVER) CrossingId crossing,
        @Kept(as = RESTRICTED, until = FOR_EVER) Direction direction,
        @Kept(as = RESTRICTED, until = FOR_EVER) long people,
        @Kept(as = RESTRICTED, until = FOR_EVER) Optional<PartyId> by,
        @Kept(as = RESTRICTED, until = FOR_EVER) TurnedBackTold told,
        @Kept(as = RESTRICTED, until = FOR_EVER) Optional<PartyId> claimant)
        implements Body {}
