// SPDX-License-Identifier: Apache-2.0
package org.clearway.corridor;

import java.util.List;
import org.clearway.agreement.CorridorId;
import org.clearway.agreement.PartyId;
import org.clearway.places.Source;
import org.clearway.time.Span;

/// What somebody says of a corridor. It stays theirs: nothing here merges one claimant's claims with another's.
public sealed interface Claim permits Announcement, UseClaim {
    CorridorId corridor();

    /// Whose claim it is.
    PartyId claimant();

    /// The time that it speaks of.
    Span about();

    List<Reason> reasons();

    Source source();
}
