// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

import static org.clearway.access.Retention.DAYS_30;
import static org.clearway.access.Retention.FOR_EVER;
import static org.clearway.access.Sensitivity.CONFIDENTIAL;
import static org.clearway.access.Sensitivity.RESTRICTED;

import java.util.Set;
import org.clearway.agreement.CorridorId;
import org.clearway.corridor.CrossingId;
import org.clearway.journal.Body;
import org.clearway.journal.Kept;
import org.clearway.journal.Sealed;

/// A household was told what it must know, and got a card. The entry's subject is the pseudonym of the card's
/// number. Nothing leads from here to a count: a count tells the composition of a family in the clear, and together
/// the two would hang it on a pseudonym that lasts.
///
/// @param replacement true where a card of theirs died in the same act
record CardIssued(
        @Kept(as = RESTRICTED, until = FOR_EVER) CorridorId corridor,
        @Kept(as = RESTRICTED, until = FOR_EVER) CrossingId crossing,
        @Kept(as = RESTRICTED, until = FOR_EVER) Set<Explained> told,
        @Kept(as = RESTRICTED, until = FOR_EVER) boolean replacement,
        @Kept(as = CONFIDENTIAL, until = DAYS_30) Sealed<Household> household)
        implements Body {}
