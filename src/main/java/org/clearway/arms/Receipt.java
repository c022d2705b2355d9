// SPDX-License-Identifier: Apache-2.0
package org.clearway.arms;

import java.time.LocalDate;
import java.util.List;

/// What whoever laid something down may take along, or leave. It names nobody, and nobody but its bearer can tell
/// what it is of: nothing is kept of it, not even that it was given.
///
/// @param number eight letters and digits, drawn for it alone
/// @param code shown once, never again: it proves the day, and how many things were handed over
public record Receipt(
        String number, String code, LocalDate day, PremisesId site, List<ItemTag> items, LocalDate validUntil) {
    public Receipt {
        items = List.copyOf(items);
    }
}
