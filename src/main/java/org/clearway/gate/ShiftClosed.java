// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

import static org.clearway.access.Retention.FOR_EVER;
import static org.clearway.access.Sensitivity.RESTRICTED;

import java.util.Map;
import java.util.Optional;
import org.clearway.agreement.CorridorId;
import org.clearway.corridor.CrossingId;
import org.clearway.journal.Body;
import org.clearway.journal.Kept;

/// A shift was closed by its first hand. Its hours stand in the entry's time.
record ShiftClosed(
        @Kept(as = RESTRICTED, until = FOR_EVER) CorridorId corridor,
        @Kept(as = RESTRICTED, until = FOR_EVER) CrossingId crossing,
        @Kept(as = RESTRICTED, until = FOR_EVER) long households,
        @Kept(as = RESTRICTED, until = FOR_EVER) long people,
        @Kept(as = RESTRICTED, until = FOR_EVER) long cards,
        @Kept(as = RESTRICTED, until = FOR_EVER) Optional<Long> paper,
        @Kept(as = RESTRICTED, until = FOR_EVER) Map<Difference, Explanation> explained)
        implements Body {
    ShiftFigures figures() {
        return new ShiftFigures(households, people, cards, paper);
    }
}
