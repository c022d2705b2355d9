// SPDX-License-Identifier: Apache-2.0
package org.clearway.bulletin;

import static org.clearway.access.Retention.FOR_EVER;
import static org.clearway.access.Sensitivity.PUBLIC;

import org.clearway.journal.Body;
import org.clearway.journal.Kept;

/// What the node's bulletin is about from now on.
record BulletinSeriesSet(
        @Kept(as = PUBLIC, until = FOR_EVER) BulletinSeries series) implements Body {}
