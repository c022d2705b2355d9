// SPDX-License-Identifier: Apache-2.0
package org.clearway.agreement;

import org.clearway.places.Source;
import org.clearway.time.Span;

/// Somebody's claim about who held a piece of ground, and for how long.
/// @param valid as exactly as it was told: `2018` is some time in that year
public record ControlClaim(Territory territory, Held held, Span valid, PartyId claimant, Source source) {}
