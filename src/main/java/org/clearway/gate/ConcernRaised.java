// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

import static org.clearway.access.Retention.DAYS_90;
import static org.clearway.access.Retention.FOR_EVER;
import static org.clearway.access.Sensitivity.RESTRICTED;
import static org.clearway.access.Sensitivity.STRICTLY_CONFIDENTIAL;

import org.clearway.agreement.CorridorId;
import org.clearway.corridor.CrossingId;
import org.clearway.journal.Body;
import org.clearway.journal.FreeText;
import org.clearway.journal.Kept;
import org.clearway.journal.Sealed;

/// Somebody fears that people are made to go, or to stay. It names no card, and goes to the protection desk.
record ConcernRaised(
        @Kept(as = RESTRICTED, until = FOR_EVER) CorridorId corridor,
        @Kept(as = RESTRICTED, until = FOR_EVER) CrossingId crossing,
        @Kept(as = STRICTLY_CONFIDENTIAL, until = DAYS_90) Sealed<FreeText> told)
        implements Body {}
