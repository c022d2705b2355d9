// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

import java.time.Instant;
import org.clearway.access.AccountId;

/// A count on record.
///
/// @param recorded when, which may be long after the hour it tells of
public record OnTally(TallyId id, Instant recorded, AccountId by, CrossingTally count) {}
