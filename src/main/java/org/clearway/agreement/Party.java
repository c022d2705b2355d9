// SPDX-License-Identifier: Apache-2.0
package org.clearway.agreement;

import java.util.Optional;
import org.clearway.language.Names;

/// Somebody who signs, guarantees, announces, reports, or is said to hold ground, under a neutral name. Never a person.
public record Party(PartyId id, PartyKind kind, Names names, Optional<Names> abbreviation) {}
