// SPDX-License-Identifier: Apache-2.0
package org.clearway.arms;

import java.util.Set;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.Deed;
import org.clearway.language.Problem;

/// The two who do something together. Nobody handles weapons alone.
public record Hands(Actor first, Actor second) {
    /// @throws Problem `arms.same-hand`
    public Hands {
        if (first.account().equals(second.account())) {
            throw Problem.of("arms.same-hand", "account", first.account().name());
        }
    }

    void must(Deed deed) {
        first.must(deed);
        second.must(deed);
    }

    Set<AccountId> accounts() {
        return Set.of(first.account(), second.account());
    }
}
