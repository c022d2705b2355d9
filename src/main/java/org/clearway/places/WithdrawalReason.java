// SPDX-License-Identifier: Apache-2.0
package org.clearway.places;

/// Why a claim should never have been on record as it was.
public enum WithdrawalReason {
    /// Somebody else said it.
    WRONG_CLAIMANT,
    /// It was said of another corridor, zone or area.
    WRONG_PLACE,
    /// The same claim is on record twice.
    ENTERED_TWICE,
    /// The source does not say it.
    NOT_SAID
}
