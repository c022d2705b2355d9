// SPDX-License-Identifier: Apache-2.0
package org.clearway.places;

import java.time.Instant;

/// A claim was withdrawn by those who recorded it.
/// @param at since when that is known here; what was known before keeps the claim
public record Withdrawal(WithdrawalReason reason, Instant at) {}
