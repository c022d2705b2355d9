// SPDX-License-Identifier: Apache-2.0
package org.clearway.ceasefire;

import static org.clearway.access.Retention.DAYS_90;
import static org.clearway.access.Retention.FOR_EVER;
import static org.clearway.access.Sensitivity.CONFIDENTIAL;
import static org.clearway.access.Sensitivity.RESTRICTED;

import java.util.Optional;
import org.clearway.agreement.CorridorId;
import org.clearway.journal.Body;
import org.clearway.journal.Kept;
import org.clearway.journal.Sealed;

/// Somebody at a desk saw or heard fire. Who that was is the entry's account, and when the fire was is the time at
/// which
/// the entry occurred. It may stand in the place of an earlier observation.
record FireObserved(
        @Kept(as = RESTRICTED, until = FOR_EVER) FireId fire,
        @Kept(as = RESTRICTED, until = FOR_EVER) CorridorId corridor,
        @Kept(as = RESTRICTED, until = FOR_EVER) FireKind kind,
        @Kept(as = RESTRICTED, until = FOR_EVER) Noticed noticed,
        @Kept(as = RESTRICTED, until = FOR_EVER) Optional<FireCount> count,
        @Kept(as = RESTRICTED, until = FOR_EVER) Nearness nearness,
        @Kept(as = RESTRICTED, until = FOR_EVER) Optional<FireId> corrects,
        @Kept(as = CONFIDENTIAL, until = DAYS_90) Optional<Sealed<FirePosition>> where)
        implements Body {

    static FireObserved of(FireId id, Fire fire, Nearness nearness, Optional<FireId> corrects) {
        return new FireObserved(
                id,
                fire.corridor(),
                fire.kind(),
                fire.noticed(),
                fire.count(),
                nearness,
                corrects,
                fire.where().map(Sealed::of));
    }
}
