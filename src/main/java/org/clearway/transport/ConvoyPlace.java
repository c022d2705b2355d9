// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

/// Where a vehicle drives in its convoy, which is called after the vehicle that leads it.
///
/// @param place 1 for the leader itself
/// @param of how many vehicles there are
public record ConvoyPlace(VehicleId leader, long place, long of) {
    public ConvoyPlace {
        if (place < 1 || place > of) throw new IllegalArgumentException("No place " + place + " of " + of + ".");
    }
}
