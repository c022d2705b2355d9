// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

import org.clearway.language.Problem;

/// What a desk counted of one hour.
///
/// @param slot the hour in which they passed
public record CrossingTally(Gate gate, Direction direction, HourSlot slot, Taken taken, Passing passing) {
    /// @throws Problem `gate.child-alone`: a child alone passes with a child-protection actor
    ///     and is counted by the handover
    public CrossingTally {
        if (passing.childrenAlone()) throw Problem.of("gate.child-alone");
    }
}
