// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

import java.util.List;
import java.util.Optional;
import org.clearway.language.Problem;

/// What the receiver of a dispatch says came.
public record Confirmation(DispatchId dispatch, List<Arrived> lines) {
    public Confirmation {
        lines = List.copyOf(lines);
    }

    /// Of one batch: what is neither accepted nor refused did not come.
    ///
    /// @param because needed where not all of it was accepted
    public record Arrived(ItemCode item, BatchId batch, long accepted, long refused, Optional<StockReason> because) {
        /// @throws Problem `care.count-negative`
        public Arrived {
            Ordered.requireCount(accepted);
            Ordered.requireCount(refused);
        }
    }
}
