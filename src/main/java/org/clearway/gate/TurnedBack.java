// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

import java.util.Map;
import java.util.Optional;
import org.clearway.agreement.PartyId;
import org.clearway.language.Problem;

/// People who were not let through, as it is told: a claim, with who is said to have done it.
///
/// @param by who turned them back, where that is told
/// @param claimant the party that says so, where `told` is {@link TurnedBackTold#BY_A_PARTY}
public record TurnedBack(
        Gate gate,
        Direction direction,
        HourSlot slot,
        long people,
        Optional<PartyId> by,
        TurnedBackTold told,
        Optional<PartyId> claimant) {
    /// @throws Problem `gate.figure-out-of-range`; `gate.claimant-missing`
    public TurnedBack {
        if (people < 1 || people > Passing.MOST) {
            throw new Problem(
                    "gate.figure-out-of-range",
                    Map.of("value", String.valueOf(people), "most", String.valueOf(Passing.MOST)));
        }
        if (claimant.isPresent() != (told == TurnedBackTold.BY_A_PARTY)) throw Problem.of("gate.claimant-missing");
    }
}
