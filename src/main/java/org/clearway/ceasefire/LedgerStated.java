// SPDX-License-Identifier: Apache-2.0
package org.clearway.ceasefire;

import static org.clearway.access.Retention.DAYS_90;
import static org.clearway.access.Retention.FOR_EVER;
import static org.clearway.access.Sensitivity.CONFIDENTIAL;
import static org.clearway.access.Sensitivity.PUBLIC;

import java.util.List;
import java.util.Optional;
import org.clearway.agreement.PartyId;
import org.clearway.geo.AreaId;
import org.clearway.journal.Body;
import org.clearway.journal.FreeText;
import org.clearway.journal.Kept;
import org.clearway.journal.Sealed;
import org.clearway.places.Source;

/// A reporter's ledger as it was published. It may stand in the place of an earlier one of the same reporter.
record LedgerStated(
        @Kept(as = PUBLIC, until = FOR_EVER) LedgerId ledger,
        @Kept(as = PUBLIC, until = FOR_EVER) PartyId reporter,
        @Kept(as = PUBLIC, until = FOR_EVER) Covers covers,
        @Kept(as = PUBLIC, until = FOR_EVER) CountingUnit unit,
        @Kept(as = PUBLIC, until = FOR_EVER) Optional<Count> total,
        @Kept(as = PUBLIC, until = FOR_EVER) List<PartCount> parts,
        @Kept(as = PUBLIC, until = FOR_EVER) boolean partsComplete,
        @Kept(as = PUBLIC, until = FOR_EVER) List<AreaId> namedWithoutCounts,
        @Kept(as = PUBLIC, until = FOR_EVER) Source source,
        @Kept(as = PUBLIC, until = FOR_EVER) Optional<LedgerId> corrects,
        @Kept(as = CONFIDENTIAL, until = DAYS_90) Optional<Sealed<FreeText>> note)
        implements Body {

    LedgerStated {
        parts = List.copyOf(parts);
        namedWithoutCounts = List.copyOf(namedWithoutCounts);
    }

    static LedgerStated of(LedgerId id, Stated stated, Optional<LedgerId> corrects, Optional<FreeText> note) {
        return new LedgerStated(
                id,
                stated.reporter(),
                stated.covers(),
                stated.unit(),
                stated.total(),
                stated.parts(),
                stated.partsComplete(),
                stated.namedWithoutCounts(),
                stated.source(),
                corrects,
                note.map(Sealed::of));
    }
}
