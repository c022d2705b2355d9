// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.clearway.language.Problem;

/// Goods leave one point for another. They belong to neither until the receiver confirms what came.
public record Dispatch(PointId from, PointId to, List<Line> lines) {
    /// @throws Problem `care.dispatch-to-itself`, `care.dispatch-empty`, `care.line-twice`
    public Dispatch {
        lines = List.copyOf(lines);
        if (from.equals(to)) throw Problem.of("care.dispatch-to-itself", "point", from);
        if (lines.isEmpty()) throw Problem.of("care.dispatch-empty");
        var seen = new HashSet<ItemCode>();
        for (Line line : lines) {
            if (!seen.add(line.item())) throw Problem.of("care.line-twice", "item", line.item());
        }
    }

    /// @param batch where it is not what expires first
    public record Line(ItemCode item, Optional<BatchId> batch, long quantity) {
        /// @throws Problem `care.quantity`
        public Line {
            if (quantity < 1) throw Problem.of("care.quantity", "value", quantity);
        }
    }
}
