// SPDX-License-Identifier: Apache-2.0
package org.clearway.arms;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clearway.access.AccountId;

/// An item of the register: what it is, how far it has come, and whose hands each step was in.
///
/// @param at the collection point, later the store
/// @param weapon what is registered of a weapon
/// @param ammunition what is registered of a lot
public record Item(
        ItemTag tag,
        What what,
        ItemState state,
        PremisesId at,
        Optional<Weapon> weapon,
        Optional<Ammunition> ammunition,
        List<Step> steps) {
    public Item {
        steps = List.copyOf(steps);
    }

    /// @param hands two accounts
    public record Step(ItemState state, LocalDate day, Set<AccountId> hands) {
        public Step {
            hands = Set.copyOf(hands);
        }
    }

    LocalDate handedOver() {
        return steps.getFirst().day();
    }
}
