// SPDX-License-Identifier: Apache-2.0
package org.clearway.accounts;

import java.time.Instant;
import java.util.Optional;
import org.clearway.access.AccountId;
import org.clearway.access.Role;

/// An account that is on duty at a desk.
///
/// @param until when it expects to be relieved
/// @param unknownSince when its session ended without a word; empty while it is known to be there
public record OnDuty(AccountId account, Role desk, Instant since, Instant until, Optional<Instant> unknownSince) {}
