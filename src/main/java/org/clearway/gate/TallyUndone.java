// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

import static org.clearway.access.Retention.FOR_EVER;
import static org.clearway.access.Sensitivity.RESTRICTED;

import org.clearway.journal.Body;
import org.clearway.journal.Kept;

/// A count was a slip, and counts no longer.
record TallyUndone(@Kept(as = RESTRICTED, until = FOR_EVER) TallyId tally) implements Body {}
