// SPDX-License-Identifier: Apache-2.0
package org.clearway.agreement;

import org.clearway.places.Source;
import org.clearway.time.Span;

/// A party's promise that a corridor is safe, or its refusal of one, as somebody published it.
/// @param valid a promise counts from its first instant, and no longer once its end was told and has passed
public record Assurance(CorridorId corridor, PartyId party, AssuranceStatus status, Span valid, Source source) {}
