// SPDX-License-Identifier: Apache-2.0
package org.clearway.corridor;

import static org.clearway.access.Retention.FOR_EVER;
import static org.clearway.access.Sensitivity.RESTRICTED;

import java.util.Optional;
import org.clearway.agreement.CorridorId;
import org.clearway.agreement.PartyId;
import org.clearway.geo.AreaId;
import org.clearway.journal.Body;
import org.clearway.journal.Kept;

/// What is known of a hazard on a route. The same hazard again is what a later check found. When it was looked at is
/// the
/// time at which the entry occurred.
record HazardTold(
        @Kept(as = RESTRICTED, until = FOR_EVER) HazardId hazard,
        @Kept(as = RESTRICTED, until = FOR_EVER) CorridorId corridor,
        @Kept(as = RESTRICTED, until = FOR_EVER) HazardKind kind,
        @Kept(as = RESTRICTED, until = FOR_EVER) HazardState state,
        @Kept(as = RESTRICTED, until = FOR_EVER) Optional<AreaId> near,
        @Kept(as = RESTRICTED, until = FOR_EVER) Optional<PartyId> claimant)
        implements Body {}
