// SPDX-License-Identifier: Apache-2.0
package org.clearway.corridor;

import static org.clearway.access.Retention.FOR_EVER;
import static org.clearway.access.Sensitivity.RESTRICTED;

import org.clearway.agreement.PartyId;
import org.clearway.journal.Body;
import org.clearway.journal.Kept;

/// A recipient said that it had received a version of a notification. That is all it says: it promises nothing and
/// permits nothing.
record NotificationAcknowledged(
        @Kept(as = RESTRICTED, until = FOR_EVER) NotificationId notification,
        @Kept(as = RESTRICTED, until = FOR_EVER) int version,
        @Kept(as = RESTRICTED, until = FOR_EVER) PartyId recipient)
        implements Body {}
