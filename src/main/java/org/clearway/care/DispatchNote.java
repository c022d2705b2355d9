// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A dispatch, and what its receiver said of it.
///
/// @param confirmed when the receiver told; empty while it is on its way
public record DispatchNote(
        DispatchId id, PointId from, PointId to, Instant sent, Optional<Instant> confirmed, List<Line> lines) {
    public DispatchNote {
        lines = List.copyOf(lines);
    }

    /// One batch of one item.
    public record Line(
            ItemCode item,
            BatchId batch,
            Optional<LocalDate> expires,
            long sent,
            long accepted,
            long refused,
            Optional<StockReason> because) {
        /// What was sent and did not come; nothing is said of it while the goods are on their way.
        public long missing() {
            return sent - accepted - refused;
        }
    }
}
