// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clearway.access.AccountId;
import org.junit.jupiter.api.Test;

class SpareTest {
    @Test
    void aTenthThatIsFreeIsEnoughAndASeatLessIsNot() {
        List<OnVehicle> fleet = List.of(vehicle("a", 90), vehicle("b", 10));
        assertThat(Spare.of(fleet, Set.of(id("a")))).isEqualTo(new Spare(2, 1, 100, 10));
        assertThat(Spare.of(fleet, Set.of(id("a"))).tooLittle()).isFalse();
        List<OnVehicle> less = List.of(vehicle("a", 91), vehicle("b", 9));
        assertThat(Spare.of(less, Set.of(id("a"))).tooLittle()).isTrue();
        assertThat(Spare.of(fleet, Set.of()).percent()).contains(100L);
        assertThat(Spare.of(fleet, Set.of(id("a"), id("b"))).percent()).contains(0L);
    }

    @Test
    void whatIsBrokenDownOrTakesLuggageOnlyIsNoSpare() {
        var fleet = new ArrayList<OnVehicle>();
        fleet.add(vehicle("a", 45));
        var truck = new Vehicle(id("truck"), VehicleType.TRUCK, new Capacity(0, 0, 0, 0, 80), Optional.empty());
        fleet.add(new OnVehicle(truck, Optional.empty(), false));
        fleet.add(new OnVehicle(
                vehicle("b", 45).vehicle(),
                Optional.of(
                        new OnVehicle.Told(VehicleStanding.BROKEN_DOWN, Instant.EPOCH, new AccountId("boarding-1"))),
                false));
        assertThat(Spare.of(fleet, Set.of(id("a")))).isEqualTo(new Spare(1, 0, 45, 0));
    }

    @Test
    void whereNothingIsInServiceNothingIsFreeAndThereIsNoShare() {
        assertThat(Spare.of(List.of(), Set.of()).percent()).isEmpty();
        assertThat(Spare.of(List.of(), Set.of()).tooLittle()).isTrue();
    }

    private static OnVehicle vehicle(String id, long seats) {
        var vehicle = new Vehicle(id(id), VehicleType.BUS, new Capacity(seats, 0, 0, 0, 0), Optional.empty());
        return new OnVehicle(vehicle, Optional.empty(), false);
    }

    private static VehicleId id(String id) {
        return new VehicleId(id);
    }
}
