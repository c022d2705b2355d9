// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

import static org.clearway.access.Retention.DAYS_90;
import static org.clearway.access.Retention.FOR_EVER;
import static org.clearway.access.Sensitivity.RESTRICTED;
import static org.clearway.access.Sensitivity.STRICTLY_CONFIDENTIAL;

import org.clearway.agreement.CorridorId;
import org.clearway.agreement.PartyId;
import org.clearway.corridor.CrossingId;
import org.clearway.journal.Body;
import org.clearway.journal.Kept;
import org.clearway.journal.Sealed;

/// A child who came alone was handed over to a child-protection actor, and is counted as one person
/// of no told sex or age. What band the child is in is sealed.
record ChildHandedOver(
        @Kept(as = RESTRICTED, until = FOR_EVER) CorridorId corridor,
        @Kept(as = RESTRICTED, until = FOR_EVER) CrossingId crossing,
        @Kept(as = RESTRICTED, until = FOR_EVER) Direction direction,
        @Kept(as = RESTRICTED, until = FOR_EVER) PartyId to,
        @Kept(as = STRICTLY_CONFIDENTIAL, until = DAYS_90) Sealed<Band> child)
        implements Body {}
