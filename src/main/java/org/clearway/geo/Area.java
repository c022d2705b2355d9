// SPDX-License-Identifier: Apache-2.0
package org.clearway.geo;

import java.util.List;
import java.util.Optional;
import org.clearway.language.Names;

/// An area and what it is called: its names by language and other spellings found in reports, in any script.
/// Where it lies is told by {@link AreaShape}s, of which it may have none, one, or several one after the other.
public record Area(
        AreaId id, AreaKind kind, Optional<PCode> pcode, Names names, List<String> spellings, Optional<AreaId> parent) {
    public Area {
        spellings = List.copyOf(spellings);
    }
}
