// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

import static org.clearway.access.Retention.FOR_EVER;
import static org.clearway.access.Sensitivity.RESTRICTED;

import java.util.Map;
import org.clearway.agreement.CorridorId;
import org.clearway.corridor.CrossingId;
import org.clearway.journal.Body;
import org.clearway.journal.Kept;

/// People passed a gate. The hour stands in the entry's time, and nothing more exact.
record Tallied(
        @Kept(as = RESTRICTED, until = FOR_EVER) CorridorId corridor,
        @Kept(as = RESTRICTED, until = FOR_EVER) CrossingId crossing,
        @Kept(as = RESTRICTED, until = FOR_EVER) Direction direction,
        @Kept(as = RESTRICTED, until = FOR_EVER) Taken taken,
        @Kept(as = RESTRICTED, until = FOR_EVER) long households,
        @Kept(as = RESTRICTED, until = FOR_EVER) Map<Band, Long> people,
        @Kept(as = RESTRICTED, until = FOR_EVER) Map<MovementNeed, Long> needs,
        @Kept(as = RESTRICTED, until = FOR_EVER) Map<VehicleKind, Long> vehicles,
        @Kept(as = RESTRICTED, until = FOR_EVER) Map<Livestock, Long> livestock)
        implements Body {

    static Tallied of(CrossingTally count) {
        Passing passing = count.passing();
        return new Tallied(
                count.gate().corridor(),
                count.gate().crossing(),
                count.direction(),
                count.taken(),
                passing.households(),
                passing.people(),
                passing.needs(),
                passing.vehicles(),
                passing.livestock());
    }

    Passing passing() {
        return new Passing(households, people, needs, vehicles, livestock);
    }
}
