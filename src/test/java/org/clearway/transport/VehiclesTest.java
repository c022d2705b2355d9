// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clearway.language.Refusal.refused;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.NotPermitted;
import org.clearway.access.Role;
import org.clearway.corridor.Around;
import org.clearway.journal.Progress;
import org.clearway.journal.Reading;
import org.clearway.journal.TestNode;
import org.clearway.journal.Unsealed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VehiclesTest {
    private static final Actor COORDINATION = desk(Role.COORDINATION);
    private static final Actor BOARDING = desk(Role.BOARDING);
    private static final Actor RECEPTION = desk(Role.RECEPTION);
    private static final Actor PROTECTION = desk(Role.PROTECTION);
    private static final Actor GATE = desk(Role.GATE);
    private static final VehicleId SEVEN = new VehicleId("bus-07");
    private static final Plate PLATE = new Plate("حلب 482-913");

    @TempDir
    Path folder;

    private TestNode node;
    private Vehicles vehicles;

    @BeforeEach
    void open() {
        node = Around.node(folder.resolve("node"), SafeAreas.chapter());
        vehicles = new Vehicles(node.journal());
    }

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void aVehicleIsReadAsItWasSetAndToldAgainIsRestatedWhole() {
        set(bus(45), Optional.empty());
        assertThat(only().vehicle()).isEqualTo(bus(45));
        assertThat(only().standing()).isEqualTo(VehicleStanding.IN_SERVICE);
        var withoutRange = new Vehicle(SEVEN, VehicleType.MINIBUS, new Capacity(12, 1, 0, 1, 6), Optional.empty());
        set(withoutRange, Optional.empty());
        assertThat(only().vehicle()).isEqualTo(withoutRange);
        assertThat(vehicles.vehicle(BOARDING, now(), SEVEN)).contains(only());
        assertThat(vehicles.vehicle(BOARDING, now(), new VehicleId("bus-08"))).isEmpty();
    }

    @Test
    void thePlateOfAVehicleIsOpenedByWhoMayAndEachReadingIsOnRecord() {
        set(bus(45), Optional.of(PLATE));
        assertThat(only().plated()).isTrue();
        for (Actor reader : List.of(COORDINATION, PROTECTION)) {
            long before = reads();
            assertThat(vehicles.plate(reader, node.act(), SEVEN)).isEqualTo(new Unsealed.Opened<>(PLATE));
            assertThat(reads()).isEqualTo(before + 1);
        }
        for (Actor other : List.of(BOARDING, RECEPTION, GATE)) {
            assertThatThrownBy(() -> vehicles.plate(other, node.act(), SEVEN)).isInstanceOf(NotPermitted.class);
        }
    }

    @Test
    void aRestatedVehicleKeepsItsPlateAndOneTakenOffTheListLosesIt() {
        refused("transport.vehicle-unknown", () -> vehicles.plate(COORDINATION, node.act(), SEVEN));
        set(bus(45), Optional.empty());
        refused("transport.no-plate", () -> vehicles.plate(COORDINATION, node.act(), SEVEN));
        set(bus(45), Optional.of(PLATE));
        set(bus(30), Optional.empty());
        assertThat(vehicles.plate(COORDINATION, node.act(), SEVEN)).isEqualTo(new Unsealed.Opened<>(PLATE));
        vehicles.withdraw(COORDINATION, node.act(), SEVEN);
        set(bus(45), Optional.empty());
        refused("transport.no-plate", () -> vehicles.plate(COORDINATION, node.act(), SEVEN));
    }

    @Test
    void thePlateStandsInNoFileOfTheNodeAndInNoText() {
        set(bus(45), Optional.of(PLATE));
        assertThat(PLATE.toString()).doesNotContain("482");
        List<String> rows = node.journal()
                .now()
                .rows()
                .sql("select plate from vehicle")
                .query((row, n) -> row.getString("plate"))
                .list();
        assertThat(rows).hasSize(1).allSatisfy(row -> assertThat(row).doesNotContain("482"));
    }

    @Test
    void howAVehicleStandsIsWhatWasToldLast() {
        set(bus(45), Optional.empty());
        Instant broke = clock().minus(Duration.ofMinutes(20));
        vehicles.tell(BOARDING, node.act(), SEVEN, VehicleStanding.BROKEN_DOWN, broke);
        assertThat(only().told()).contains(new OnVehicle.Told(VehicleStanding.BROKEN_DOWN, broke, BOARDING.account()));
        assertThat(Vehicles.require(now(), SEVEN)).isEqualTo(bus(45));
        refused("transport.vehicle-not-in-service", () -> Vehicles.requireInService(now(), SEVEN));
        vehicles.tell(RECEPTION, node.act(), SEVEN, VehicleStanding.IN_SERVICE, clock());
        assertThat(Vehicles.requireInService(now(), SEVEN)).isEqualTo(bus(45));
        refused(
                "transport.standing-later",
                () -> vehicles.tell(BOARDING, node.act(), SEVEN, VehicleStanding.BROKEN_DOWN, clock().plusSeconds(1)));
    }

    @Test
    void aVehicleThatWasRestatedStillStandsAsItDidAndOneThatIsPutBackIsInService() {
        set(bus(45), Optional.empty());
        vehicles.tell(BOARDING, node.act(), SEVEN, VehicleStanding.BROKEN_DOWN, clock());
        set(bus(44), Optional.empty());
        assertThat(only().standing()).isEqualTo(VehicleStanding.BROKEN_DOWN);
        vehicles.withdraw(COORDINATION, node.act(), SEVEN);
        assertThat(vehicles.list(BOARDING, now())).isEmpty();
        refused("transport.vehicle-unknown", () -> vehicles.withdraw(COORDINATION, node.act(), SEVEN));
        refused(
                "transport.vehicle-unknown",
                () -> vehicles.tell(BOARDING, node.act(), SEVEN, VehicleStanding.IN_SERVICE, clock()));
        refused("transport.vehicle-unknown", () -> Vehicles.requireInService(now(), SEVEN));
        set(bus(45), Optional.empty());
        assertThat(only().standing()).isEqualTo(VehicleStanding.IN_SERVICE);
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        refused("transport.id", () -> new VehicleId("Bus 7"));
        refused(
                "transport.vehicle-empty",
                () -> new Vehicle(SEVEN, VehicleType.BUS, new Capacity(0, 0, 0, 3, 0), Optional.empty()));
        refused("transport.range", () -> ranging(0));
        refused("transport.range", () -> ranging(3_001));
        assertThat(ranging(3_000).rangeKm()).contains(3_000L);
        refused("transport.capacity", () -> new Capacity(501, 0, 0, 0, 0));
        assertThat(new Vehicle(SEVEN, VehicleType.TRUCK, new Capacity(0, 0, 0, 0, 80), Optional.empty()))
                .as("a truck for luggage")
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " - ", "12345678901234567", "AB;12", "<b>", "A\u202eB"})
    void whatIsNoPlateIsRefused(String text) {
        refused("transport.plate", () -> new Plate(text));
    }

    @Test
    void whatComesBetweenThePartsOfAPlateIsOneSpace() {
        assertThat(new Plate("AB \t 12").text()).isEqualTo("AB 12");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BM 4821 AX", "482913", "دمشق ٤٨٢٩١٣", "34 ABC 12", "е123кх-77", "1234567890123456"})
    void platesOfEveryScriptAreTaken(String text) {
        assertThat(new Plate("  " + text + " ").text()).isEqualTo(text);
    }

    @Test
    void whoMayDoWhat() {
        for (Actor other : List.of(BOARDING, RECEPTION, PROTECTION, GATE)) {
            assertThatThrownBy(() -> vehicles.set(other, node.act(), bus(45), Optional.empty()))
                    .isInstanceOf(NotPermitted.class);
            assertThatThrownBy(() -> vehicles.withdraw(other, node.act(), SEVEN))
                    .isInstanceOf(NotPermitted.class);
        }
        set(bus(45), Optional.empty());
        assertThatThrownBy(() -> vehicles.tell(GATE, node.act(), SEVEN, VehicleStanding.IN_SERVICE, clock()))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> vehicles.list(Actor.ANYONE, now())).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> vehicles.vehicle(GATE, now(), SEVEN)).isInstanceOf(NotPermitted.class);
    }

    @Test
    void theViewsComeOutTheSameFromTheJournal() {
        set(bus(45), Optional.of(PLATE));
        vehicles.tell(BOARDING, node.act(), SEVEN, VehicleStanding.OUT_OF_SERVICE, clock());
        set(bus(44), Optional.empty());
        vehicles.withdraw(COORDINATION, node.act(), SEVEN);
        set(bus(43), Optional.of(PLATE));
        assertThat(node.journal().rebuild(Progress.SILENT).different()).isEmpty();
    }

    private static Vehicle bus(long seats) {
        return new Vehicle(SEVEN, VehicleType.BUS, new Capacity(seats, 2, 0, 2, 60), Optional.of(400L));
    }

    private static Vehicle ranging(long km) {
        return new Vehicle(SEVEN, VehicleType.BUS, new Capacity(45, 0, 0, 0, 0), Optional.of(km));
    }

    private void set(Vehicle vehicle, Optional<Plate> plate) {
        vehicles.set(COORDINATION, node.act(), vehicle, plate);
    }

    private long reads() {
        return now().rows()
                .sql("select count(*) from entry where type = 'journal.confidential-read'")
                .query(Long.class)
                .single();
    }

    private OnVehicle only() {
        List<OnVehicle> list = vehicles.list(PROTECTION, now());
        assertThat(list).hasSize(1);
        return list.getFirst();
    }

    private Instant clock() {
        return node.clock().instant();
    }

    private Reading now() {
        return node.journal().now();
    }

    private static Actor desk(Role role) {
        return new Actor(new AccountId(role.name().toLowerCase(java.util.Locale.ROOT) + "-1"), Set.of(role));
    }
}
