// SPDX-License-Identifier: Apache-2.0
package org.clearway.corridor;

import java.time.Instant;
import java.util.Optional;
import org.clearway.agreement.ClaimId;
import org.clearway.places.Withdrawal;

/// A claim in the journal.
///
/// @param id what a correction names it by
/// @param knownFrom since when this node knows it
/// @param withdrawn where it was withdrawn by those who recorded it, and is read as it was known before
public record OnRecord<C extends Claim>(ClaimId id, Instant knownFrom, C claim, Optional<Withdrawal> withdrawn) {}
