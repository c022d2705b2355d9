// SPDX-License-Identifier: Apache-2.0
package org.clearway.geo;

import java.util.List;
import java.util.Optional;

/// To which area a position or a name belongs, as far as that can be said. Lists are in the order of ids and hold
/// each area once.
public sealed interface Attribution {
    /// In this area, and so far from any border that the position's precision makes no difference; or the only area
    /// of that name.
    record CertainlyInside(AreaId area) implements Attribution {}

    /// So close to a border that the real position may lie on its other side.
    /// @param inside the area that the position as given lies in, if any
    /// @param others what else it may lie in; empty where nothing known lies beyond
    /// @param metres along the ground to the nearest such border, rounded down
    record NearBorder(Optional<AreaId> inside, List<AreaId> others, int metres) implements Attribution {
        public NearBorder {
            others = List.copyOf(others);
        }
    }

    /// In one of these, all equally possible: areas of the same name, areas whose shapes overlap there, or areas on
    /// whose common border the position lies.
    record OneOfSeveral(List<AreaId> areas) implements Attribution {
        public OneOfSeveral {
            areas = List.copyOf(areas);
        }
    }

    /// Perhaps: what was asked about takes in parts of these areas that nobody has drawn, or the position is known no
    /// better than to lie in them, or their shape is not known. An empty list says that not even that is known.
    record ExtentNotKnown(List<AreaId> areas) implements Attribution {
        public ExtentNotKnown {
            areas = List.copyOf(areas);
        }
    }

    /// In none of the areas whose shape, or name, is known.
    record Nowhere() implements Attribution {}
}
