// SPDX-License-Identifier: Apache-2.0
package org.clearway.corridor;

import static org.clearway.access.Retention.FOR_EVER;
import static org.clearway.access.Sensitivity.RESTRICTED;

import org.clearway.journal.Body;
import org.clearway.journal.Kept;

/// What was notified is no longer there, or no longer moves.
record NotificationWithdrawn(
        @Kept(as = RESTRICTED, until = FOR_EVER) NotificationId notification) implements Body {}
