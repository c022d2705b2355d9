// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.clearway.gate.Gate;

/// A vehicle on its way from a crossing to a safe area, once.
///
/// @param aboard what those who boarded take of the vehicle
/// @param luggage how many pieces are aboard
/// @param confirmed for how many of its people the safe area has said that it has places, where it has
/// @param accounted how its people are accounted for
/// @param unsettled how many of its passages have something left to be found out
/// @param sealing of its manifest's last version
/// @param amending why the manifest is to have another version, until that is sealed
/// @param opened when it was opened; of a trip from another node, when its manifest was taken in
/// @param elsewhere of a trip that another node opened
public record Trip(
        TripId id,
        Gate gate,
        VehicleId vehicle,
        Capacity capacity,
        SafeAreaId destination,
        Optional<DriverId> driver,
        TripState state,
        Load aboard,
        long luggage,
        Optional<Long> confirmed,
        Accounted accounted,
        long unsettled,
        Optional<Sealing> sealing,
        Optional<Amendment> amending,
        Optional<ConvoyId> convoy,
        Instant opened,
        Optional<Instant> departed,
        Optional<Instant> arrived,
        Optional<FromElsewhere> elsewhere) {
    /// Whether its manifest was sealed and it has not arrived, so that the safe area is to have places for its people.
    public boolean coming() {
        return state.coming();
    }

    /// Whether the safe area has said that it has places for those who are on it now.
    public boolean placesConfirmed() {
        return confirmed.filter(people -> people == accounted.persons()).isPresent();
    }

    /// For how long it has been awaited, where that is {@link Receptions#AWAITED} or longer: a
    /// trip of another node, of which nobody here hears on its way.
    public Optional<Duration> overdue(Instant now) {
        return elsewhere
                .filter(from -> state == TripState.ON_THE_ROAD)
                .map(from -> Duration.between(from.awaited(), now))
                .filter(time -> time.compareTo(Receptions.AWAITED) >= 0);
    }

    /// What is left of the vehicle for those who come next.
    public Capacity room() {
        return capacity.without(aboard, luggage);
    }

    /// Whether its manifest may go with the vehicle: it is the one that two people sealed and signed
    /// here last, and the vehicle is about to leave or on the road.
    public boolean carriable() {
        return elsewhere.isEmpty()
                && (state == TripState.READY || state == TripState.ON_THE_ROAD)
                && amending.isEmpty()
                && sealing.flatMap(Sealing::signedBy).isPresent();
    }

    /// The number of the manifest's version that is made now, or was made last.
    public long version() {
        return sealing.map(last -> last.version() + (amending.isPresent() ? 1 : 0))
                .orElse(1L);
    }
}
