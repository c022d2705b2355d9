// SPDX-License-Identifier: Apache-2.0
package org.clearway.access;

import java.util.Set;

/// Somebody at a desk: the account they signed in with and the desks it may work at.
public record Actor(AccountId account, Set<Role> roles) {
    public Actor {
        roles = Set.copyOf(roles);
    }

    /// The program itself: keeps its journal and its house, and holds no desk.
    public static final Actor NODE = new Actor(AccountId.NODE, Set.of());

    /// Anyone who has not signed in.
    public static final Actor ANYONE = new Actor(AccountId.PUBLIC, Set.of(Role.PUBLIC));

    public boolean may(Deed deed) {
        return roles.stream().anyMatch(role -> Grants.TABLE.allows(role, deed));
    }

    /// @throws NotPermitted if none of this account's desks may do `deed`
    public void must(Deed deed) {
        if (!may(deed)) throw new NotPermitted(account, deed);
    }
}
