// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How much of the fleet in service is free of trips, to step in where a vehicle breaks down or more people come.
///
/// @param vehicles in service
/// @param freeVehicles of these on no trip
/// @param people how many people can travel in all of these
/// @param freePeople how many people can travel in those on no trip
public record Spare(long vehicles, long freeVehicles, long people, long freePeople) {
    /// So much of what the fleet can carry is kept free, in per cent, and up to {@link #USUAL_PERCENT} where that can
    /// be had (UNHCR, Handbook, transport: 10 to 20 % of spare capacity).
    public static final long LEAST_PERCENT = 10;

    public static final long USUAL_PERCENT = 20;

    static Spare of(List<OnVehicle> fleet, Set<VehicleId> onTrips) {
        List<Vehicle> inService = fleet.stream()
                .filter(one -> one.standing() == VehicleStanding.IN_SERVICE)
                .map(OnVehicle::vehicle)
                .filter(vehicle -> vehicle.capacity().people() > 0)
                .toList();
        List<Vehicle> free = inService.stream()
                .filter(vehicle -> !onTrips.contains(vehicle.id()))
                .toList();
        return new Spare(inService.size(), free.size(), people(inService), people(free));
    }

    /// The share that is free, in whole per cent, rounded down; empty where nothing is in service.
    public Optional<Long> percent() {
        return people == 0 ? Optional.empty() : Optional.of(100 * freePeople / people);
    }

    /// Whether less is free than {@link #LEAST_PERCENT}; where nothing is in service, nothing is.
    public boolean tooLittle() {
        return percent().orElse(0L) < LEAST_PERCENT;
    }

    private static long people(List<Vehicle> vehicles) {
        return vehicles.stream()
                .mapToLong(vehicle -> vehicle.capacity().people())
                .sum();
    }
}
