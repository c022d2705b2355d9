// SPDX-License-Identifier: Apache-2.0
package org.clearway.agreement;

import static org.clearway.access.Retention.FOR_EVER;
import static org.clearway.access.Sensitivity.PUBLIC;

import java.util.Optional;
import org.clearway.geo.AreaId;
import org.clearway.journal.Body;
import org.clearway.journal.Kept;
import org.clearway.places.Source;
import org.clearway.time.Span;

/// Somebody's claim about who holds a zone or an area. It may correct an earlier one of the same claimant.
record ControlClaimed(
        @Kept(as = PUBLIC, until = FOR_EVER) ClaimId claim,
        @Kept(as = PUBLIC, until = FOR_EVER) Optional<ZoneId> zone,
        @Kept(as = PUBLIC, until = FOR_EVER) Optional<AreaId> area,
        @Kept(as = PUBLIC, until = FOR_EVER) Relation relation,
        @Kept(as = PUBLIC, until = FOR_EVER) Optional<PartyId> holder,
        @Kept(as = PUBLIC, until = FOR_EVER) Span valid,
        @Kept(as = PUBLIC, until = FOR_EVER) PartyId claimant,
        @Kept(as = PUBLIC, until = FOR_EVER) Source source,
        @Kept(as = PUBLIC, until = FOR_EVER) Optional<ClaimId> corrects)
        implements Body {
    static ControlClaimed of(ClaimId id, ControlClaim claim, Optional<ClaimId> corrects) {
        return new ControlClaimed(
                id,
                claim.territory() instanceof Territory.OfZone(ZoneId zone) ? Optional.of(zone) : Optional.empty(),
                claim.territory() instanceof Territory.OfArea(AreaId area) ? Optional.of(area) : Optional.empty(),
                claim.held().relation(),
                claim.held().holder(),
                claim.valid(),
                claim.claimant(),
                claim.source(),
                corrects);
    }
}
