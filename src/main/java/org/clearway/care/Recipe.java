// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

import org.clearway.corridor.Service;
import org.clearway.language.Problem;

/// What a service takes from the stock of its point: one hot meal, one portion.
///
/// @param eachPerson in the item's unit, 1 or more
public record Recipe(Service service, ItemCode item, long eachPerson) {
    /// @throws Problem `care.quantity`
    public Recipe {
        if (eachPerson < 1) throw Problem.of("care.quantity", "value", eachPerson);
    }
}
