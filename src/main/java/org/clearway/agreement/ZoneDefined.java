// SPDX-License-Identifier: Apache-2.0
package org.clearway.agreement;

import static org.clearway.access.Retention.FOR_EVER;
import static org.clearway.access.Sensitivity.PUBLIC;

import java.util.List;
import org.clearway.geo.AreaPart;
import org.clearway.journal.Body;
import org.clearway.journal.Kept;
import org.clearway.language.Names;
import org.clearway.places.Source;
import org.clearway.time.Span;

/// Where a zone lies, and since when. With the beginning of an earlier definition it replaces that one; a later
/// beginning is a zone that changed.
record ZoneDefined(
        @Kept(as = PUBLIC, until = FOR_EVER) ZoneId zone,
        @Kept(as = PUBLIC, until = FOR_EVER) AgreementId agreement,
        @Kept(as = PUBLIC, until = FOR_EVER) Names names,
        @Kept(as = PUBLIC, until = FOR_EVER) List<AreaPart> parts,
        @Kept(as = PUBLIC, until = FOR_EVER) Span valid,
        @Kept(as = PUBLIC, until = FOR_EVER) Source source)
        implements Body {
    ZoneDefined {
        parts = List.copyOf(parts);
    }
}
