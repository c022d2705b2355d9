// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

import java.time.Duration;
import java.util.Optional;

/// One item on the list of a point's stock.
///
/// @param usable of what is on hand, what has not expired
/// @param beyond what was given beyond what the card had, since the last count
/// @param onTheWay what was dispatched to the point and is not confirmed
public record StockLevel(
        Item item, long onHand, long usable, long beyond, long onTheWay, Supply supply, Optional<Ordering> ordering) {
    /// What lasts less than this is short.
    public static final Duration SHORT = Duration.ofHours(3);

    /// Whether it is out, or soon will be.
    public boolean isShort() {
        return switch (supply) {
            case Supply.Out out -> true;
            case Supply.NobodyTakesIt nobody -> false;
            case Supply.Lasts lasts -> lasts.time().compareTo(SHORT) < 0;
        };
    }

    public boolean isOut() {
        return supply instanceof Supply.Out;
    }
}
