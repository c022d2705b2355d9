// SPDX-License-Identifier: Apache-2.0
package org.clearway.coordination;

import static org.clearway.access.Retention.FOR_EVER;
import static org.clearway.access.Sensitivity.RESTRICTED;

import org.clearway.agreement.CorridorId;
import org.clearway.journal.Body;
import org.clearway.journal.Kept;

/// Somebody took an alarm on, or gave it back. Who, is the account of the entry.
record AlarmOwned(
        @Kept(as = RESTRICTED, until = FOR_EVER) CorridorId corridor,
        @Kept(as = RESTRICTED, until = FOR_EVER) AlarmId alarm,
        @Kept(as = RESTRICTED, until = FOR_EVER) boolean taken)
        implements Body {}
