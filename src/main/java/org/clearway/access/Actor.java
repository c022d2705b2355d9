// SPDX-License-Identifier: Apache-2.0
package org.clearway.access;

import java.util.Set;

/// Somebody at a desk: the account they signed in with and the desks it may work at.
///
/// @param byPin whether they unlocked a machine with a short PIN, which does not open everything
public record Actor(AccountId account, Set<Role> roles, boolean byPin) {
    public Actor {
        roles = Set.copyOf(roles);
    }

    /// Somebody who typed their password, or the program at its own machine.
    public Actor(AccountId account, Set<Role> roles) {
        this(account, roles, false);
    }

    /// The program itself: keeps its journal and its house, and holds no desk.
    public static final Actor NODE = new Actor(AccountId.NODE, Set.of());

    /// Anyone who has not signed in.
    public static final Actor ANYONE = new Actor(AccountId.PUBLIC, Set.of(Role.PUBLIC));

    /// The same, having unlocked a machine with a PIN.
    public Actor unlocking() {
        return new Actor(account, roles, true);
    }

    /// The same, once they have typed their password.
    public Actor withPassword() {
        return new Actor(account, roles);
    }

    public boolean may(Deed deed) {
        if (byPin && deed.wantsPassword()) return false;
        return roles.stream().anyMatch(role -> Grants.TABLE.allows(role, deed));
    }

    /// @throws NotPermitted if none of this account's desks may do `deed`
    public void must(Deed deed) {
        if (!may(deed)) throw new NotPermitted(account, deed);
    }
}
