// SPDX-License-Identifier: Apache-2.0
package org.clearway.ceasefire;

import java.util.OptionalDouble;
import org.clearway.agreement.CorridorId;
import org.clearway.geo.Position;
import org.clearway.journal.Reading;

/// Where corridors run. Those who know that answer here, and this package need not know their routes.
public interface CorridorGround {
    /// @throws org.clearway.language.Problem `corridor.unknown`
    void require(Reading views, CorridorId corridor);

    /// How many metres along the ground lie, at the least, between a position and a corridor that is on record; empty
    /// where nobody has said where all of it is.
    OptionalDouble metresFrom(Reading views, CorridorId corridor, Position position);
}
