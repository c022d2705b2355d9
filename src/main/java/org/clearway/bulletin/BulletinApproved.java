// SPDX-License-Identifier: Apache-2.0
package org.clearway.bulletin;

import static org.clearway.access.Retention.FOR_EVER;
import static org.clearway.access.Sensitivity.PUBLIC;

import java.time.LocalDate;
import org.clearway.journal.Body;
import org.clearway.journal.Kept;

/// Somebody approves a version of a bulletin, and exactly the bytes that they have read. The second approval, by
/// another
/// account, publishes it.
record BulletinApproved(
        @Kept(as = PUBLIC, until = FOR_EVER) LocalDate day,
        @Kept(as = PUBLIC, until = FOR_EVER) int version,
        @Kept(as = PUBLIC, until = FOR_EVER) Digest digest)
        implements Body {}
