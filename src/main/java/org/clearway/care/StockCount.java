// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.clearway.language.Problem;

/// Somebody counted all there is of an item at a point.
///
/// @param batches every batch that is there; one that is not named is not there
/// @param because why it differs from the card, where it does
public record StockCount(PointId point, ItemCode item, List<CountedBatch> batches, Optional<StockReason> because) {
    /// @throws Problem `care.batch-twice`
    public StockCount {
        batches = List.copyOf(batches);
        var seen = new HashSet<BatchId>();
        for (CountedBatch counted : batches) {
            if (!seen.add(counted.batch())) throw Problem.of("care.batch-twice", "batch", counted.batch());
        }
    }

    public long total() {
        return batches.stream().mapToLong(CountedBatch::quantity).sum();
    }

    /// @param expires where it expires; of a batch that is on the card already, what the card says stands
    public record CountedBatch(BatchId batch, Optional<LocalDate> expires, long quantity) {
        /// @throws Problem `care.count-negative`
        public CountedBatch {
            Ordered.requireCount(quantity);
        }
    }
}
