// SPDX-License-Identifier: Apache-2.0
package org.clearway.accounts;

import java.time.Instant;
import java.util.Optional;
import org.clearway.access.AccountId;

/// How an account came by its password.
///
/// @param by who set it last: the account itself, or who gave it
/// @param startedBy where two gave it anew, the one who started that; `by` confirmed it
public record PasswordSet(AccountId by, Instant at, Optional<AccountId> startedBy) {}
