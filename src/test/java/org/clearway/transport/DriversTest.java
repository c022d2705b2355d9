// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clearway.corridor.Sayings.TOWN;
import static org.clearway.corridor.Sayings.ZONE;
import static org.clearway.language.Refusal.refused;
import static org.clearway.transport.OnTheWay.COORDINATION;
import static org.clearway.transport.OnTheWay.MARSHAL;
import static org.clearway.transport.OnTheWay.SCHOOL;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clearway.access.NotPermitted;
import org.clearway.gate.AtTheGate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriversTest {
    private static final DriverId DRIVER = new DriverId("driver-12");

    @TempDir
    Path folder;

    private OnTheWay way;

    @BeforeEach
    void open() {
        way = new OnTheWay(folder.resolve("node"));
    }

    @AfterEach
    void close() {
        way.close();
    }

    private TripId bus(String name) {
        VehicleId vehicle = way.vehicle(name, VehicleType.BUS, OnTheWay.BUS);
        return way.trips.open(MARSHAL, way.node.act(), AtTheGate.GATE, vehicle, SCHOOL, Optional.of(DRIVER));
    }

    /// A sealed bus with somebody aboard, in a convoy.
    private ConvoyId convoy(String name, Optional<Long> minutes, Halt... halts) {
        TripId bus = bus(name);
        way.count(bus, 1, 0);
        return convoy(bus, minutes, halts);
    }

    private ConvoyId convoy(TripId bus, Optional<Long> minutes, Halt... halts) {
        way.seal(bus);
        return way.convoys.form(MARSHAL, way.node.act(), Optional.empty(), List.of(bus), List.of(halts), 30, minutes);
    }

    private MayDrive ask(ConvoyId convoy) {
        Convoy formed = way.convoys.convoy(MARSHAL, way.now(), convoy).orElseThrow();
        return Optional.ofNullable(
                        way.drivers.ask(MARSHAL, way.now(), formed, now(), ZONE).get(DRIVER))
                .orElseThrow();
    }

    private void drove(long hoursAgo, long hours) {
        Instant from = now().minus(Duration.ofHours(hoursAgo));
        way.drivers.drove(MARSHAL, way.node.act(), DRIVER, from, from.plus(Duration.ofHours(hours)), ZONE);
    }

    private void depart(ConvoyId convoy) {
        way.convoys.depart(MARSHAL, way.node.act(), convoy, now(), ZONE);
    }

    private Instant now() {
        return way.node.clock().instant();
    }

    @Test
    void aWayOfFiveHoursNeedsAStopForThoseWhoTravelAndABreakForWhoDrives() {
        Instant now = now();
        assertThat(ask(convoy("bus-01", Optional.of(300L))))
                .isEqualTo(new MayDrive.StopDueBefore(now.plus(Duration.ofHours(3)), Duration.ofMinutes(15)));
        assertThat(ask(convoy("bus-02", Optional.of(300L), new Halt(TOWN, 150))))
                .isInstanceOf(MayDrive.BreakDueBefore.class);
        assertThat(ask(convoy("bus-03", Optional.of(300L), new Halt(TOWN, 150, 45))))
                .isEqualTo(new MayDrive.Within(Duration.ofMinutes(480 - 255)));
    }

    @Test
    void aStopThatIsDueOnTheWayIsAWarningAndKeepsNobodyFromLeaving() {
        depart(convoy("bus-01", Optional.of(300L)));
    }

    @Test
    void whoHasDrivenTheirDayDoesNotLeaveUnlessCoordinationSaysWhy() {
        drove(9, 4);
        drove(4, 4);
        ConvoyId convoy = convoy("bus-01", Optional.of(60L));
        assertThat(ask(convoy)).isInstanceOf(MayDrive.DayOver.class);
        refused("transport.driver-rests", () -> depart(convoy));
        assertThatThrownBy(() -> way.convoys.departUnrested(
                        MARSHAL, way.node.act(), convoy, now(), ZONE, RestWaived.PROMISES_END))
                .isInstanceOf(NotPermitted.class);
        way.convoys.departUnrested(COORDINATION, way.node.act(), convoy, now(), ZONE, RestWaived.PROMISES_END);
        assertThat(way.convoys.convoy(MARSHAL, way.now(), convoy).orElseThrow().onTheRoad())
                .isTrue();
    }

    @Test
    void aBreakThatIsDueAlreadyIsTakenBeforeLeaving() {
        drove(5, 5);
        ConvoyId convoy = convoy("bus-01", Optional.of(60L));
        refused("transport.driver-rests", () -> depart(convoy));
        way.later(Duration.ofMinutes(45));
        depart(convoy);
    }

    @Test
    void theTripsOnRecordAreDrivenHours() {
        for (int trip = 1; trip <= 2; trip++) {
            ConvoyId convoy = convoy("bus-0" + trip, Optional.of(240L), new Halt(TOWN, 120));
            depart(convoy);
            way.later(Duration.ofHours(4));
            way.arrive(way.convoys
                    .convoy(MARSHAL, way.now(), convoy)
                    .orElseThrow()
                    .trips()
                    .getFirst()
                    .id());
            way.later(Duration.ofHours(1));
        }
        assertThat(ask(convoy("bus-03", Optional.of(30L)))).isInstanceOf(MayDrive.DayOver.class);
    }

    @Test
    void anEmptyVehicleIsHeldToTheHoursOfItsDriverAlone() {
        drove(9, 4);
        drove(5, 4);
        TripId empty = bus("bus-01");
        way.later(Duration.ofMinutes(45));
        assertThat(ask(convoy(empty, Optional.of(60L)))).isInstanceOf(MayDrive.Within.class);
    }

    /// Of what comes after the last halt nothing is known then.
    @Test
    void whereTheLengthOfTheWayIsNotToldWhatComesBeforeItsHaltsIsLookedAt() {
        assertThat(ask(convoy("bus-01", Optional.empty()))).isInstanceOf(MayDrive.Within.class);
        assertThat(ask(convoy("bus-02", Optional.empty(), new Halt(TOWN, 200))))
                .isInstanceOf(MayDrive.StopDueBefore.class);
    }

    @Test
    void whatADriverTellsIsATimeThatHasBeen() {
        refused("transport.drove", () -> drove(1, 2));
        refused("transport.drove", () -> drove(30, 25));
        refused("transport.drove", () -> drove(1, 0));
    }
}
