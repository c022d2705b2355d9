// SPDX-License-Identifier: Apache-2.0
package org.clearway.geo;

import java.util.List;

/// One piece of ground: what lies within the outer ring and not within a hole. A {@link Shape} checks that the rings
/// go together.
public record Polygon(Ring outer, List<Ring> holes) {
    public Polygon {
        holes = List.copyOf(holes);
    }
}
