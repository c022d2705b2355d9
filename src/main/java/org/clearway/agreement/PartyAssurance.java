// SPDX-License-Identifier: Apache-2.0
package org.clearway.agreement;

import java.util.Optional;

/// How one relevant party's promise stands.
/// @param lastWord what it follows from; absent where nothing is on record
public record PartyAssurance(PartyId party, Standing standing, Optional<KnownAssurance> lastWord) {}
