// SPDX-License-Identifier: Apache-2.0
package org.clearway.ceasefire;

import java.time.Instant;
import java.util.Optional;
import org.clearway.places.Withdrawal;

/// A reporter's ledger on record.
///
/// @param corrects the ledger that this one stands in the place of
/// @param hasNote whether somebody left a sealed note with it
/// @param knownFrom since when it has been known here
/// @param knownTo when another took its place, or it was withdrawn
/// @param withdrawn where it was withdrawn by those who recorded it
public record Ledger(
        LedgerId id,
        Stated stated,
        Optional<LedgerId> corrects,
        boolean hasNote,
        Instant knownFrom,
        Optional<Instant> knownTo,
        Optional<Withdrawal> withdrawn) {
    public SumCheck sumCheck() {
        return SumCheck.of(stated);
    }
}
