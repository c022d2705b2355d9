// SPDX-License-Identifier: Apache-2.0
package org.clearway.agreement;

import java.time.Instant;

/// A claim on record.
/// @param knownFrom since when it has been known here
public record KnownClaim(ClaimId id, ControlClaim claim, Instant knownFrom) {}
