// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearway.corridor.Sayings.TOWN;
import static org.clearway.corridor.Sayings.ZONE;
import static org.clearway.language.Refusal.refused;
import static org.clearway.transport.OnTheWay.COORDINATION;
import static org.clearway.transport.OnTheWay.MARSHAL;
import static org.clearway.transport.OnTheWay.SECOND;
import static org.clearway.transport.OnTheWay.people;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clearway.gate.CardNumber;
import org.clearway.gate.Decision;
import org.clearway.gate.DecisionReason;
import org.clearway.journal.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConvoysTest {
    @TempDir
    Path folder;

    private OnTheWay way;
    private Convoys convoys;

    @BeforeEach
    void open() {
        way = new OnTheWay(folder.resolve("node"));
        convoys = way.convoys;
    }

    @AfterEach
    void close() {
        way.close();
    }

    @Test
    void nothingLeavesWhoseManifestWasNotSealedAndSigned() {
        TripId first = way.bus("bus-01");
        TripId second = way.bus("bus-02");
        way.count(first, 3, 1);
        ConvoyId convoy = form(first, second);
        refused("transport.not-ready", () -> depart(convoy));
        way.seal(first);
        refused("transport.not-ready", () -> depart(convoy));
        way.seal(second);
        depart(convoy);
        assertThat(convoy(convoy)).satisfies(left -> {
            assertThat(left.leader()).get().extracting(Trip::vehicle).isEqualTo(new VehicleId("bus-01"));
            assertThat(left.people()).isEqualTo(4);
            assertThat(left.onTheRoad()).isTrue();
        });
        refused("transport.convoy-left", () -> depart(convoy));
        refused("transport.convoy-left", () -> again(convoy, first));
        refused("transport.not-at-the-crossing", () -> form(first));
    }

    @Test
    void aConvoyIsFormedAnewUntilItLeavesAndAVehicleBelongsToOne() {
        TripId first = way.bus("bus-01");
        TripId second = way.bus("bus-02");
        ConvoyId convoy = form(first, second);
        refused("transport.in-another-convoy", () -> form(second));
        again(convoy, second);
        assertThat(convoy(convoy).trips()).extracting(Trip::id).containsExactly(second);
        form(first);
        refused("transport.convoy-empty", () -> form());
        refused("transport.convoy-empty", () -> form(first, first));
    }

    /// The journal keeps microseconds, and clocks tell more.
    @Test
    void nowIsNotInTheFutureHoweverFineTheClockTells() {
        TripId bus = way.bus("bus-01");
        way.seal(bus);
        ConvoyId convoy = form(bus);
        way.later(Duration.ofNanos(1_700));
        depart(convoy);
        assertThat(way.trip(bus).state()).isEqualTo(TripState.ON_THE_ROAD);
        refused(
                "transport.load",
                () -> convoys.checkIn(
                        MARSHAL, way.node.act(), convoy, now(), ZONE, Optional.empty(), Optional.of(Long.MAX_VALUE)));
    }

    @Test
    void whileNotEveryPromiseStandsOnlyTheCoordinationCellLetsAConvoyGo() {
        TripId bus = way.bus("bus-01");
        way.seal(bus);
        ConvoyId convoy = form(bus);
        way.later(Duration.ofMinutes(1));
        way.gate.decide(Decision.SUSPEND, DecisionReason.FIRE_NEAR_ROUTE);
        refused("transport.not-assured", () -> depart(convoy));
        convoys.depart(COORDINATION, way.node.act(), convoy, now(), ZONE);
        assertThat(way.trip(bus).state()).isEqualTo(TripState.ON_THE_ROAD);
    }

    /// Rule 19 of the twenty do-no-harm rules: nobody is forgotten on the road.
    @Test
    void whoIsNotHeardOfInTimeIsOverdueByAQuarterHalfAndAFullHour() {
        TripId bus = way.bus("bus-01");
        ConvoyId convoy = way.leave(bus);
        Instant due = now().plus(Duration.ofMinutes(30));
        assertThat(convoy(convoy).due()).contains(due);
        assertThat(overdue(convoy, due.plus(Duration.ofMinutes(15)).minusMillis(1)))
                .isEmpty();
        assertThat(overdue(convoy, due.plus(Duration.ofMinutes(15)))).contains(Convoy.Overdue.BY_15_MINUTES);
        assertThat(overdue(convoy, due.plus(Duration.ofMinutes(30)))).contains(Convoy.Overdue.BY_30_MINUTES);
        assertThat(overdue(convoy, due.plus(Duration.ofMinutes(60)))).contains(Convoy.Overdue.BY_60_MINUTES);
        way.later(Duration.ofMinutes(50));
        convoys.checkIn(MARSHAL, way.node.act(), convoy, now(), ZONE, Optional.of(TOWN), Optional.of(4L));
        assertThat(overdue(convoy, now())).isEmpty();
        // What is told late does not turn the last word back.
        convoys.checkIn(
                MARSHAL,
                way.node.act(),
                convoy,
                now().minus(Duration.ofMinutes(25)),
                ZONE,
                Optional.empty(),
                Optional.empty());
        assertThat(convoy(convoy).lastContact()).contains(now());
        refused(
                "transport.told-of-the-future",
                () -> convoys.checkIn(
                        MARSHAL,
                        way.node.act(),
                        convoy,
                        now().plusSeconds(1),
                        ZONE,
                        Optional.empty(),
                        Optional.empty()));
        assertThat(convoys.contacts(MARSHAL, way.now(), convoy))
                .extracting(Contact::what)
                .containsExactly(Contact.What.CHECKED_IN, Contact.What.CHECKED_IN, Contact.What.DEPARTED);
        way.arrive(bus);
        assertThat(convoy(convoy).due()).isEmpty();
        refused(
                "transport.not-on-the-road",
                () -> convoys.checkIn(
                        MARSHAL, way.node.act(), convoy, now(), ZONE, Optional.empty(), Optional.empty()));
    }

    @Test
    void aConvoyThatStandsIsHeldFromThenUntilItGoesOn() {
        TripId bus = way.bus("bus-01");
        ConvoyId convoy = way.leave(bus);
        refused("transport.not-held", () -> convoys.release(MARSHAL, way.node.act(), convoy, now(), ZONE));
        way.later(Duration.ofMinutes(10));
        Instant since = now();
        convoys.hold(MARSHAL, way.node.act(), convoy, now(), ZONE, Optional.of(TOWN), HeldReason.CHECKPOINT);
        way.later(Duration.ofMinutes(40));
        convoys.hold(MARSHAL, way.node.act(), convoy, now(), ZONE, Optional.of(TOWN), HeldReason.FIGHTING_NEAR);
        assertThat(convoy(convoy).held()).contains(new Convoy.Held(since, Optional.of(TOWN), HeldReason.FIGHTING_NEAR));
        convoys.release(MARSHAL, way.node.act(), convoy, now(), ZONE);
        assertThat(convoy(convoy).held()).isEmpty();
    }

    @Test
    void whenAVehicleBreaksDownItsPeopleGoOnInAnotherAndBothManifestsSayWhy() {
        TripId broken = way.bus("bus-01");
        TripId spare = way.bus("bus-02");
        CardNumber card = way.card(2, 2);
        PassageId family = way.board(broken, card);
        way.count(broken, 30, 8);
        way.leave(broken, spare);
        Load counted = people(30, 8);
        refused(
                "transport.child-alone",
                () -> convoys.move(
                        MARSHAL, way.node.act(), broken, spare, List.of(), people(30, 0), Amendment.BREAKDOWN));
        refused(
                "transport.not-aboard",
                () -> convoys.move(
                        MARSHAL, way.node.act(), broken, spare, List.of(), people(31, 8), Amendment.BREAKDOWN));
        convoys.move(MARSHAL, way.node.act(), broken, spare, List.of(family), counted, Amendment.BREAKDOWN);
        assertThat(way.trip(broken).accounted().people()).isZero();
        assertThat(way.trip(spare).accounted().people()).isEqualTo(42);
        assertThat(way.trip(spare).version()).isEqualTo(2);
        for (TripId trip : List.of(broken, spare)) way.seal(trip);
        assertThat(way.trip(spare).state()).isEqualTo(TripState.ON_THE_ROAD);
        assertThat(way.trip(spare).sealing()).get().satisfies(sealing -> {
            assertThat(sealing.version()).isEqualTo(2);
            assertThat(sealing.why()).contains(Amendment.BREAKDOWN);
            assertThat(sealing.people()).isEqualTo(42);
            assertThat(sealing.signedBy()).contains(SECOND.account());
        });
        assertThat(way.node.journal().rebuild(Progress.SILENT).different()).isEmpty();
    }

    @Test
    void nobodyIsMovedIntoAVehicleThatHasNoRoom() {
        TripId broken = way.bus("bus-01");
        TripId full = way.bus("bus-02");
        way.count(broken, 10, 0);
        way.count(full, 40, 0);
        way.leave(broken, full);
        refused(
                "transport.no-room",
                () -> convoys.move(
                        MARSHAL, way.node.act(), broken, full, List.of(), people(6, 0), Amendment.BREAKDOWN));
        convoys.move(MARSHAL, way.node.act(), broken, full, List.of(), people(5, 0), Amendment.BREAKDOWN);
        assertThat(way.trip(full).room().seats()).isZero();
    }

    private ConvoyId form(TripId... order) {
        return convoys.form(MARSHAL, way.node.act(), Optional.empty(), List.of(order), List.of(), 30);
    }

    private void again(ConvoyId convoy, TripId... order) {
        convoys.form(MARSHAL, way.node.act(), Optional.of(convoy), List.of(order), List.of(new Halt(TOWN, 60)), 30);
    }

    private void depart(ConvoyId convoy) {
        convoys.depart(MARSHAL, way.node.act(), convoy, now(), ZONE);
    }

    private Convoy convoy(ConvoyId convoy) {
        return convoys.convoy(MARSHAL, way.now(), convoy).orElseThrow();
    }

    private Optional<Convoy.Overdue> overdue(ConvoyId convoy, Instant at) {
        return convoy(convoy).overdue(at);
    }

    private Instant now() {
        return way.node.clock().instant();
    }
}
