// SPDX-License-Identifier: Apache-2.0
package org.clearway.corridor;

import java.time.Instant;
import org.clearway.access.AccountId;

/// A hazard on record, as it was told of last.
/// @param by the account at which it was recorded
public record OnHazard(HazardId id, Hazard hazard, AccountId by, Instant knownFrom) {}
