// SPDX-License-Identifier: Apache-2.0
package org.clearway.bulletin;

import static org.clearway.access.Retention.FOR_EVER;
import static org.clearway.access.Sensitivity.PUBLIC;

import org.clearway.journal.Body;
import org.clearway.journal.Kept;

/// A bulletin proposed for approval, whole. What is published later is this very value, read from here: a later version
/// of the
/// program may compose a day otherwise, and what was published must stay as it was.
record BulletinProposed(@Kept(as = PUBLIC, until = FOR_EVER) Bulletin bulletin) implements Body {}
