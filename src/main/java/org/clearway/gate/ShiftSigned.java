// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

import static org.clearway.access.Retention.FOR_EVER;
import static org.clearway.access.Sensitivity.RESTRICTED;

import org.clearway.journal.Body;
import org.clearway.journal.Kept;

/// A second account signed the close of a shift.
record ShiftSigned(@Kept(as = RESTRICTED, until = FOR_EVER) ShiftId shift) implements Body {}
