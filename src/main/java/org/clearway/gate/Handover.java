// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

import org.clearway.agreement.PartyId;
import org.clearway.language.Problem;

/// A child who came alone, and the child-protection actor who took charge of them.
///
/// @param to a party on record as child protection
public record Handover(Gate gate, Direction direction, PartyId to, Band child) {
    /// @throws Problem `gate.not-a-child`
    public Handover {
        if (!child.age().child()) throw Problem.of("gate.not-a-child");
    }
}
