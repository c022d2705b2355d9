// SPDX-License-Identifier: Apache-2.0
package org.clearway.corridor;

import java.time.Instant;
import org.clearway.agreement.ClaimId;

/// A claim in the journal.
///
/// @param id what a correction names it by
/// @param knownFrom since when this node knows it
public record OnRecord<C extends Claim>(ClaimId id, Instant knownFrom, C claim) {}
