// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

import org.clearway.language.Problem;

/// Between what levels the stock of an item at a point is kept, in periods of its own consumption.
///
/// @param periodDays how long a period is; a month in a warehouse, a few days at a crossing
/// @param leadDays the longest time from an order to its arrival
public record OrderLevels(PointId point, ItemCode item, int periodDays, int minPeriods, int maxPeriods, int leadDays) {
    /// @throws Problem `care.order-levels`
    public OrderLevels {
        if (periodDays < 1 || minPeriods < 0 || maxPeriods < 1 || maxPeriods < minPeriods || leadDays < 0) {
            throw Problem.of("care.order-levels", "item", item);
        }
    }
}
