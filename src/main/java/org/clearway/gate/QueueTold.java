// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

import static org.clearway.access.Retention.FOR_EVER;
import static org.clearway.access.Sensitivity.RESTRICTED;

import java.util.Optional;
import org.clearway.agreement.CorridorId;
import org.clearway.corridor.CrossingId;
import org.clearway.journal.Body;
import org.clearway.journal.Kept;

/// A desk told how many wait at its gate, and how long.
record QueueTold(
        @Kept(as = RESTRICTED, until = FOR_EVER) CorridorId corridor,
        @Kept(as = RESTRICTED, until = FOR_EVER) CrossingId crossing,
        @Kept(as = RESTRICTED, until = FOR_EVER) long lanes,
        @Kept(as = RESTRICTED, until = FOR_EVER) Optional<Long> families,
        @Kept(as = RESTRICTED, until = FOR_EVER) Optional<Long> minutes)
        implements Body {}
