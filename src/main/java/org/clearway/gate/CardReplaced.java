// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

import static org.clearway.access.Retention.FOR_EVER;
import static org.clearway.access.Sensitivity.RESTRICTED;

import org.clearway.agreement.CorridorId;
import org.clearway.corridor.CrossingId;
import org.clearway.journal.Body;
import org.clearway.journal.Kept;

/// A card, the subject of this entry, lives no longer: the same act issued another. Why is not asked.
record CardReplaced(
        @Kept(as = RESTRICTED, until = FOR_EVER) CorridorId corridor,
        @Kept(as = RESTRICTED, until = FOR_EVER) CrossingId crossing)
        implements Body {}
