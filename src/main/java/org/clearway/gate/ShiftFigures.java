// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// What a shift comes to: as counted, as cards, and on paper.
///
/// @param paper people on the desk's own sheet, where it kept one
public record ShiftFigures(long households, long people, long cards, Optional<Long> paper) {
    /// What differs, and by how much: more counted than the other figure has is above zero.
    public Map<Difference, Long> differences() {
        var differences = new EnumMap<Difference, Long>(Difference.class);
        if (households != cards) differences.put(Difference.FAMILIES_AND_CARDS, households - cards);
        paper.filter(sheet -> sheet != people)
                .ifPresent(sheet -> differences.put(Difference.PEOPLE_AND_PAPER, people - sheet));
        return differences;
    }
}
