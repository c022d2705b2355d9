// SPDX-License-Identifier: Apache-2.0
package org.clearway.corridor;

import static org.clearway.access.Retention.FOR_EVER;
import static org.clearway.access.Sensitivity.PUBLIC;
import static org.clearway.access.Sensitivity.RESTRICTED;

import java.util.List;
import org.clearway.agreement.CorridorId;
import org.clearway.geo.Position;
import org.clearway.journal.Body;
import org.clearway.journal.Kept;
import org.clearway.places.Source;
import org.clearway.time.OpeningWindow;

/// The way a corridor takes, and the hours agreed for it. The same corridor again restates it whole.
record RouteSet(
        @Kept(as = PUBLIC, until = FOR_EVER) CorridorId corridor,
        @Kept(as = RESTRICTED, until = FOR_EVER) List<Position> waypoints,
        @Kept(as = PUBLIC, until = FOR_EVER) List<OpeningWindow> windows,
        @Kept(as = PUBLIC, until = FOR_EVER) Source source)
        implements Body {}
