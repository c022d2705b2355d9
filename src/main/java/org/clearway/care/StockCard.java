// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The card of one item at one point.
///
/// @param beyond what was given beyond what the card had, since the last count
/// @param batches what is there, first expired first
/// @param lines the latest first
public record StockCard(Item item, long onHand, long beyond, List<Batch> batches, List<CardLine> lines) {
    public StockCard {
        batches = List.copyOf(batches);
        lines = List.copyOf(lines);
    }

    public record Batch(BatchId batch, Optional<LocalDate> expires, long onHand) {
        /// It may be given on the last day of its time, and not after.
        public boolean expiredOn(LocalDate day) {
            return expires.filter(last -> last.isBefore(day)).isPresent();
        }
    }
}
