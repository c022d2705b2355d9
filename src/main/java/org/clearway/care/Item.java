// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

import java.util.Optional;
import org.clearway.language.Names;
import org.clearway.language.Problem;

/// A relief item.
///
/// @param unit what one of it is
/// @param grams what one of it weighs, where a source is known
/// @param cubicCentimetres the room that one of it takes, packed, where a source is known
public record Item(ItemCode code, Names names, StockUnit unit, Optional<Long> grams, Optional<Long> cubicCentimetres) {
    /// @throws Problem `care.quantity`
    public Item {
        grams.ifPresent(Item::requireSome);
        cubicCentimetres.ifPresent(Item::requireSome);
    }

    private static void requireSome(long value) {
        if (value < 1) throw Problem.of("care.quantity", "value", value);
    }
}
