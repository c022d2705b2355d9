// SPDX-License-Identifier: Apache-2.0
package org.clearway.coordination;

import java.util.List;
import org.clearway.care.PointStanding;
import org.clearway.care.ServiceHour;
import org.clearway.care.ServicePoint;
import org.clearway.care.StockLevel;

/// A service point on the board: how its services are announced and found, what it gives in the hour that it is, and
/// what is short.
///
/// @param hour nothing of a service that nothing was told of, which is not zero
/// @param scarce empty where the board looks back: stock is known as it is
public record PointNow(ServicePoint point, PointStanding standing, List<ServiceHour> hour, List<StockLevel> scarce) {
    public PointNow {
        hour = List.copyOf(hour);
        scarce = List.copyOf(scarce);
    }
}
