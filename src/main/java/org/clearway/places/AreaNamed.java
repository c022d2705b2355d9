// SPDX-License-Identifier: Apache-2.0
package org.clearway.places;

import static org.clearway.access.Retention.FOR_EVER;
import static org.clearway.access.Sensitivity.PUBLIC;

import java.util.List;
import java.util.Optional;
import org.clearway.geo.Area;
import org.clearway.geo.AreaId;
import org.clearway.geo.AreaKind;
import org.clearway.geo.PCode;
import org.clearway.geo.Position;
import org.clearway.journal.Body;
import org.clearway.journal.Kept;
import org.clearway.language.Names;

/// What an area is called. The same area named again is renamed, whole.
record AreaNamed(
        @Kept(as = PUBLIC, until = FOR_EVER) AreaId area,
        @Kept(as = PUBLIC, until = FOR_EVER) AreaKind kind,
        @Kept(as = PUBLIC, until = FOR_EVER) Optional<PCode> pcode,
        @Kept(as = PUBLIC, until = FOR_EVER) Names names,
        @Kept(as = PUBLIC, until = FOR_EVER) List<Spelling> spellings,
        @Kept(as = PUBLIC, until = FOR_EVER) Optional<AreaId> parent,
        @Kept(as = PUBLIC, until = FOR_EVER) Optional<Position> position)
        implements Body {

    AreaNamed {
        spellings = List.copyOf(spellings);
    }

    static AreaNamed of(Area area, Optional<Position> position) {
        return new AreaNamed(
                area.id(),
                area.kind(),
                area.pcode(),
                area.names(),
                area.spellings().stream().map(Spelling::new).toList(),
                area.parent(),
                position);
    }

    Area asArea() {
        return new Area(
                area, kind, pcode, names, spellings.stream().map(Spelling::text).toList(), parent);
    }
}
