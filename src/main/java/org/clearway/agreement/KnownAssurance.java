// SPDX-License-Identifier: Apache-2.0
package org.clearway.agreement;

import java.time.Instant;
import java.util.Optional;
import org.clearway.places.Withdrawal;

/// An assurance on record.
/// @param knownFrom since when it has been known here
/// @param withdrawn where it was withdrawn by those who recorded it, and is read as it was known before; a party that
///     takes its promise back is another assurance
public record KnownAssurance(ClaimId id, Assurance assurance, Instant knownFrom, Optional<Withdrawal> withdrawn) {}
