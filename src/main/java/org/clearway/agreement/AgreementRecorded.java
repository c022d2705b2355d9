// SPDX-License-Identifier: Apache-2.0
package org.clearway.agreement;

import static org.clearway.access.Retention.FOR_EVER;
import static org.clearway.access.Sensitivity.PUBLIC;

import java.util.List;
import java.util.Optional;
import org.clearway.journal.Body;
import org.clearway.journal.Kept;
import org.clearway.language.Names;
import org.clearway.places.Source;
import org.clearway.time.Occurred;

/// What was agreed. The same agreement recorded again is restated, whole.
record AgreementRecorded(
        @Kept(as = PUBLIC, until = FOR_EVER) AgreementId agreement,
        @Kept(as = PUBLIC, until = FOR_EVER) Names names,
        @Kept(as = PUBLIC, until = FOR_EVER) Occurred signed,
        @Kept(as = PUBLIC, until = FOR_EVER) List<PartyId> guarantors,
        @Kept(as = PUBLIC, until = FOR_EVER) Optional<Term> term,
        @Kept(as = PUBLIC, until = FOR_EVER) Source source)
        implements Body {
    AgreementRecorded {
        guarantors = List.copyOf(guarantors);
    }
}
