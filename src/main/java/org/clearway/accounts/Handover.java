// SPDX-License-Identifier: Apache-2.0
package org.clearway.accounts;

import java.time.Instant;
import java.util.Optional;
import org.clearway.access.AccountId;
import org.clearway.access.Role;
import org.clearway.journal.FreeText;
import org.clearway.journal.Sealed;

/// A desk that somebody left, with a note for whoever comes.
///
/// @param takenBy who took over; empty while nobody did
public record Handover(
        HandoverId id,
        Role desk,
        AccountId leftBy,
        Instant left,
        Sealed.Closed<FreeText> note,
        Optional<AccountId> takenBy,
        Optional<Instant> taken) {}
