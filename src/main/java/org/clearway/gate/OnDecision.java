// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

import java.time.Instant;
import org.clearway.access.AccountId;

/// A decision on record: what, when and by which account.
public record OnDecision(Decided decided, Instant at, AccountId by) {}
