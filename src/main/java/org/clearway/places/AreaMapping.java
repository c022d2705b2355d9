// SPDX-License-Identifier: Apache-2.0
package org.clearway.places;

import java.util.Map;
import java.util.Optional;
import org.clearway.geo.AreaKind;
import org.clearway.language.Language;
import org.clearway.language.Problem;

/// Which properties of a file of boundaries say what. An area is found among those on record by its id or else by its
/// P-code; nothing about it follows from how its code looks.
///
/// @param area the property that holds the id of an area on record
/// @param pcode the property that holds its P-code
/// @param borderMetres the property that says how far off the border may be; 0 where a feature has none
/// @param others what becomes of areas that are not on record; where absent, they are passed over and told
public record AreaMapping(
        Optional<String> area, Optional<String> pcode, Optional<String> borderMetres, Optional<Others> others) {
    /// How areas are named that are not on record: after their P-code, with the names that the file gives.
    /// @param names by language, the property that holds the name
    /// @param parent the property that holds the P-code of the area they lie in
    public record Others(AreaKind kind, Map<Language, String> names, Optional<String> parent) {
        public Others {
            names = Map.copyOf(names);
        }
    }

    /// @throws Problem `places.mapping-without-area`
    public AreaMapping {
        if (area.isEmpty() && pcode.isEmpty()) throw Problem.of("places.mapping-without-area");
    }

    /// Shapes of areas on record, found by P-code.
    public static AreaMapping byPCode(String property) {
        return new AreaMapping(Optional.empty(), Optional.of(property), Optional.empty(), Optional.empty());
    }
}
