// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

import java.util.Map;
import java.util.Optional;
import org.clearway.language.Problem;
import org.clearway.places.Source;

/// What a point is to be ready for. Telling it again restates it whole.
///
/// @param standards where the point is measured against other figures than the usual ones
/// @param source who sets those
public record Plan(PointId point, Expected expected, Map<Standard, Long> standards, Optional<Source> source) {
    /// @throws Problem `care.quantity`; `care.standard-without-source`
    public Plan {
        standards = Ordered.map(Standard.class, standards);
        for (long value : standards.values()) {
            if (value < 1) throw Problem.of("care.quantity", "value", value);
        }
        if (!standards.isEmpty() && source.isEmpty()) throw Problem.of("care.standard-without-source", "point", point);
    }

    /// What the point is measured against.
    public long standard(Standard standard) {
        return standards.getOrDefault(standard, standard.usual());
    }
}
