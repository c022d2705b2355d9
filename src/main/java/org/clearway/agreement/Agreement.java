// SPDX-License-Identifier: Apache-2.0
package org.clearway.agreement;

import java.util.List;
import java.util.Optional;
import org.clearway.language.Names;
import org.clearway.places.Source;
import org.clearway.time.Occurred;

/// What was agreed, when, and who guarantees it.
/// @param signed as exactly as it is told
/// @param term absent where none is told
public record Agreement(
        AgreementId id, Names names, Occurred signed, List<PartyId> guarantors, Optional<Term> term, Source source) {
    public Agreement {
        guarantors = List.copyOf(guarantors);
    }
}
