// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import java.util.List;
import org.clearway.gate.Household;
import org.clearway.gate.OnCard;

/// Those who stand at a vehicle with their card.
///
/// @param before their journeys that are on record already, of parts of them too
public record Boarder(OnCard card, Household household, List<Passage> before) {
    public Boarder {
        before = List.copyOf(before);
    }

    /// What all of them take of a vehicle.
    public Load whole() {
        return Load.of(household);
    }

    /// Who of them has not boarded yet.
    public Load waiting() {
        Load gone = before.stream().map(Passage::load).reduce(Load.NOBODY, Load::plus);
        return whole().covers(gone) ? whole().minus(gone) : Load.NOBODY;
    }
}
