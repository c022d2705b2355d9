// SPDX-License-Identifier: Apache-2.0
package org.clearway.accounts;

import java.time.Instant;
import java.util.Optional;
import org.clearway.access.AccountId;

/// A reset of a password, which one person starts and another confirms.
///
/// @param decidedBy who confirmed or withdrew it; empty until somebody did
/// @param decided when that was
public record Reset(
        ResetId id,
        AccountId account,
        AccountId startedBy,
        Instant started,
        Outcome outcome,
        Optional<AccountId> decidedBy,
        Optional<Instant> decided) {
    public enum Outcome {
        WAITING,
        CONFIRMED,
        WITHDRAWN,
        /// Nobody confirmed it in time.
        LAPSED
    }

    /// When it can be confirmed no more.
    public Instant until() {
        return started.plus(Resets.WAITS);
    }

    public boolean isWaiting() {
        return outcome == Outcome.WAITING;
    }
}
