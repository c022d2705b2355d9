// SPDX-License-Identifier: Apache-2.0
package org.clearway.places;

import static org.clearway.access.Retention.FOR_EVER;
import static org.clearway.access.Sensitivity.PUBLIC;

import org.clearway.geo.AreaId;
import org.clearway.geo.AreaShape;
import org.clearway.geo.Shape;
import org.clearway.journal.Body;
import org.clearway.journal.Kept;
import org.clearway.time.Span;

/// Where an area lay, for how long, and who says so. The same area with a shape of the same beginning replaces what was
/// said before; a later beginning is a border that changed.
record AreaBounded(
        @Kept(as = PUBLIC, until = FOR_EVER) AreaId area,
        @Kept(as = PUBLIC, until = FOR_EVER) Shape shape,
        @Kept(as = PUBLIC, until = FOR_EVER) Span valid,
        @Kept(as = PUBLIC, until = FOR_EVER) int borderMetres,
        @Kept(as = PUBLIC, until = FOR_EVER) Source source)
        implements Body {

    /// @throws org.clearway.language.Problem `geo.border-metres`
    AreaBounded {
        var _ = new AreaShape(area, shape, valid.begins(), valid.ends(), borderMetres);
    }
}
