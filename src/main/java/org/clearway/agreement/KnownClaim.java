// SPDX-License-Identifier: Apache-2.0
package org.clearway.agreement;

import java.time.Instant;
import java.util.Optional;
import org.clearway.places.Withdrawal;

/// A claim on record.
/// @param knownFrom since when it has been known here
/// @param withdrawn where it was withdrawn by those who recorded it, and is read as it was known before
public record KnownClaim(ClaimId id, ControlClaim claim, Instant knownFrom, Optional<Withdrawal> withdrawn) {}
