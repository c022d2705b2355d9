// SPDX-License-Identifier: Apache-2.0
package org.clearway.arms;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clearway.access.AccountId;

/// A count of a store by two.
///
/// @param found how many tagged items were there
/// @param untagged how many things were there that have no tag
/// @param because why, where there were any
public record StoreCount(
        CountId id,
        LocalDate day,
        Set<AccountId> hands,
        PremisesId store,
        long found,
        List<Missing> missing,
        long untagged,
        Optional<WhyDiffers> because) {
    public StoreCount {
        hands = Set.copyOf(hands);
        missing = List.copyOf(missing);
    }
}
