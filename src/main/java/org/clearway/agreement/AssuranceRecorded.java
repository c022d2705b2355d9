// SPDX-License-Identifier: Apache-2.0
package org.clearway.agreement;

import static org.clearway.access.Retention.FOR_EVER;
import static org.clearway.access.Sensitivity.PUBLIC;

import java.util.Optional;
import org.clearway.journal.Body;
import org.clearway.journal.Kept;
import org.clearway.places.Source;
import org.clearway.time.Span;

/// A party's promise that a corridor is safe, or its refusal of one. It may correct an earlier one of the same party.
record AssuranceRecorded(
        @Kept(as = PUBLIC, until = FOR_EVER) ClaimId claim,
        @Kept(as = PUBLIC, until = FOR_EVER) CorridorId corridor,
        @Kept(as = PUBLIC, until = FOR_EVER) PartyId party,
        @Kept(as = PUBLIC, until = FOR_EVER) AssuranceStatus status,
        @Kept(as = PUBLIC, until = FOR_EVER) Span valid,
        @Kept(as = PUBLIC, until = FOR_EVER) Source source,
        @Kept(as = PUBLIC, until = FOR_EVER) Optional<ClaimId> corrects)
        implements Body {}
