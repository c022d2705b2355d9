// SPDX-License-Identifier: Apache-2.0
package org.clearway.accounts;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.clearway.access.AccountId;
import org.clearway.access.Role;

/// One account as it stands.
///
/// @param closed when it was closed, if it was; its name is never given again
public record Account(AccountId id, Set<Role> roles, Instant opened, Optional<Instant> closed) {
    public Account {
        roles = Set.copyOf(roles);
    }

    public boolean isOpen() {
        return closed.isEmpty();
    }
}
