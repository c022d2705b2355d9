// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import java.util.Map;
import java.util.Optional;
import org.clearway.language.Problem;

/// A vehicle of the fleet. Telling it again restates it whole.
///
/// @param capacity what it can take, as it is fitted now
/// @param rangeKm how far it goes without fuel on the way, loaded, where that is known
public record Vehicle(VehicleId id, VehicleType type, Capacity capacity, Optional<Long> rangeKm) {
    /// Further than any road vehicle goes.
    static final long FURTHEST = 3_000;

    /// @throws Problem `transport.vehicle-empty` where it takes neither people nor luggage; `transport.range`
    public Vehicle {
        if (capacity.people() == 0 && capacity.luggage() == 0) {
            throw Problem.of("transport.vehicle-empty", "vehicle", id);
        }
        rangeKm.filter(km -> km < 1 || km > FURTHEST).ifPresent(km -> {
            throw new Problem("transport.range", Map.of("value", km.toString(), "most", String.valueOf(FURTHEST)));
        });
    }
}
