// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.clearway.access.AccountId;
import org.clearway.time.Period;

/// A shift that was closed at a gate.
///
/// @param hours whole local hours
/// @param closed the figures that were signed
/// @param now what the same hours come to by now: somebody may have entered a late count since
/// @param signedBy the second account; empty until there is one
public record Shift(
        ShiftId id,
        Gate gate,
        Period hours,
        ShiftFigures closed,
        Map<Difference, Explanation> explained,
        ShiftFigures now,
        AccountId closedBy,
        Instant closedAt,
        Optional<AccountId> signedBy) {
    /// Whether counts of its hours were entered or undone since it was closed.
    public boolean changedSince() {
        return !closed.equals(now);
    }
}
