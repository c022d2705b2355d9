// SPDX-License-Identifier: Apache-2.0
package org.clearway.corridor;

import static org.clearway.access.Retention.FOR_EVER;
import static org.clearway.access.Sensitivity.PUBLIC;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearway.agreement.ClaimId;
import org.clearway.agreement.CorridorId;
import org.clearway.agreement.PartyId;
import org.clearway.journal.Body;
import org.clearway.journal.Kept;
import org.clearway.places.Source;
import org.clearway.time.Span;

/// Somebody said how many came through, or why nobody did. Quoted as it was published; our own counts are not these.
record UseClaimed(
        @Kept(as = PUBLIC, until = FOR_EVER) CorridorId corridor,
        @Kept(as = PUBLIC, until = FOR_EVER) PartyId claimant,
        @Kept(as = PUBLIC, until = FOR_EVER) Span covers,
        @Kept(as = PUBLIC, until = FOR_EVER) Map<Counted, Count> counts,
        @Kept(as = PUBLIC, until = FOR_EVER) List<Reason> reasons,
        @Kept(as = PUBLIC, until = FOR_EVER) Source source,
        @Kept(as = PUBLIC, until = FOR_EVER) Optional<ClaimId> corrects)
        implements Body {

    static UseClaimed of(UseClaim words, Optional<ClaimId> corrects) {
        return new UseClaimed(
                words.corridor(),
                words.claimant(),
                words.covers(),
                words.counts(),
                words.reasons(),
                words.source(),
                corrects);
    }

    UseClaim words() {
        return new UseClaim(corridor, claimant, covers, counts, reasons, source);
    }
}
