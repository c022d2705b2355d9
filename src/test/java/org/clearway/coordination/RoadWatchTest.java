// SPDX-License-Identifier: Apache-2.0
package org.clearway.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearway.corridor.Sayings.CORRIDOR;
import static org.clearway.corridor.Sayings.TOWN;
import static org.clearway.corridor.Sayings.ZONE;
import static org.clearway.transport.OnTheWay.COORDINATION;
import static org.clearway.transport.OnTheWay.MARSHAL;
import static org.clearway.transport.OnTheWay.RECEPTION;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clearway.access.Actor;
import org.clearway.ceasefire.Fires;
import org.clearway.ceasefire.Ledgers;
import org.clearway.corridor.Corridors;
import org.clearway.gate.AtTheGate;
import org.clearway.language.Language;
import org.clearway.language.Names;
import org.clearway.language.Wording;
import org.clearway.transport.ConvoyId;
import org.clearway.transport.DifferenceReason;
import org.clearway.transport.HeldReason;
import org.clearway.transport.Manifests;
import org.clearway.transport.NotComing;
import org.clearway.transport.OnTheWay;
import org.clearway.transport.PassageId;
import org.clearway.transport.ToldBy;
import org.clearway.transport.TripId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoadWatchTest {
    @TempDir
    Path folder;

    private OnTheWay way;
    private Boards boards;
    private TripId bus;
    private PassageId family;
    private ConvoyId convoy;

    @BeforeEach
    void open() {
        way = new OnTheWay(folder.resolve("node"), Ledgers.chapter(), Boards.chapter());
        var corridors = new Corridors(way.node.journal());
        boards = new Boards(
                way.node.journal(),
                way.gate.agreements,
                corridors,
                way.gate.gates,
                new Fires(way.node.journal(), Corridors.ground()),
                ZONE);
        bus = way.bus("bus-01");
        family = way.board(bus, way.card(2, 2));
        convoy = way.leave(bus);
    }

    @AfterEach
    void close() {
        way.close();
    }

    /// Rule 19 of the twenty do-no-harm rules.
    @Test
    void aConvoyThatIsNotHeardOfRingsAnewAtAQuarterHalfAndAFullHour() {
        way.later(Duration.ofMinutes(44));
        assertThat(ringing(COORDINATION)).isEmpty();
        way.later(Duration.ofMinutes(1));
        assertThat(ringing(COORDINATION)).containsExactly("convoy-overdue." + convoy + ".by-15-minutes");
        AlarmId first = new AlarmId("convoy-overdue." + convoy + ".by-15-minutes");
        boards.take(COORDINATION, way.node.act(), CORRIDOR, first);
        assertThat(board(COORDINATION).owners()).containsKey(first);
        way.later(Duration.ofMinutes(15));
        assertThat(ringing(COORDINATION)).containsExactly("convoy-overdue." + convoy + ".by-30-minutes");
        way.later(Duration.ofMinutes(30));
        assertThat(ringing(COORDINATION)).containsExactly("convoy-overdue." + convoy + ".by-60-minutes");
        assertThat(said()).containsExactly("Nobody has heard of the convoy of bus-01: 60 minutes overdue");
        way.convoys.checkIn(MARSHAL, way.node.act(), convoy, now(), ZONE, Optional.empty(), Optional.empty());
        assertThat(ringing(COORDINATION)).isEmpty();
    }

    @Test
    void aCountOnTheRadioThatIsNotThatOfTheManifestsRingsUntilItIs() {
        heard(3);
        assertThat(said())
                .containsExactly("The leader of the convoy of bus-01 counted 3 people, and 4 are on its manifests");
        way.convoys.checkIn(MARSHAL, way.node.act(), convoy, now(), ZONE, Optional.empty(), Optional.empty());
        assertThat(ringing(COORDINATION)).containsExactly("count-differs." + convoy + ".3");
        heard(4);
        assertThat(ringing(COORDINATION)).isEmpty();
    }

    private void heard(long people) {
        way.later(Duration.ofMinutes(5));
        way.convoys.checkIn(MARSHAL, way.node.act(), convoy, now(), ZONE, Optional.empty(), Optional.of(people));
    }

    @Test
    void aConvoyThatIsHeldIsProtectionsBusinessTheMoreTheLonger() {
        way.convoys.hold(MARSHAL, way.node.act(), convoy, now(), ZONE, Optional.of(TOWN), HeldReason.CHECKPOINT);
        way.later(Duration.ofMinutes(29));
        assertThat(said()).containsExactly("The convoy of bus-01 has been held for 29 minutes: at a checkpoint");
        way.later(Duration.ofMinutes(1));
        assertThat(said())
                .containsExactly("The convoy of bus-01 has been held for 30 minutes: at a checkpoint. Tell protection");
        assertThat(ringing(AtTheGate.PROTECTION)).containsExactly("convoy-held." + convoy);
    }

    /// Rule 16 of the twenty do-no-harm rules.
    @Test
    void whoDoesNotRunTripsLearnsNothingOfWhatIsOnTheRoad() {
        way.later(Duration.ofHours(3));
        assertThat(ringing(COORDINATION)).isNotEmpty();
        for (Actor other : List.of(AtTheGate.GATE_DESK, AtTheGate.PRESS)) {
            assertThat(ringing(other)).isEmpty();
        }
    }

    @Test
    void aHouseholdApartAndPeopleWhoWereTakenRingAtOnceAndWhoIsMissingWhenTheOthersAreIn() {
        way.arrive(bus);
        assertThat(ringing(COORDINATION)).isEmpty();
        way.receptions.receive(RECEPTION, way.node.act(), family, 2);
        assertThat(ringing(COORDINATION)).containsExactly("household-split." + family);
        way.receptions.own(RECEPTION, way.node.act(), family, now().plus(Duration.ofHours(2)));
        way.receptions.explain(RECEPTION, way.node.act(), family, 1, DifferenceReason.TAKEN_BY_AUTHORITY);
        way.later(Duration.ofHours(1));
        assertThat(ringing(COORDINATION))
                .containsExactly("people-taken." + bus, "people-missing." + bus, "household-split." + family);
        way.receptions.receive(RECEPTION, way.node.act(), family, 1);
        way.receptions.close(RECEPTION, way.node.act(), bus);
        assertThat(ringing(COORDINATION)).containsExactly("people-taken." + bus);
    }

    @Test
    void thatPeopleWereTakenStandsUntilSevenDaysAfterTheTripWasClosed() {
        way.arrive(bus);
        way.receptions.receive(RECEPTION, way.node.act(), family, 3);
        way.receptions.own(RECEPTION, way.node.act(), family, now().plus(Duration.ofHours(2)));
        way.receptions.explain(RECEPTION, way.node.act(), family, 1, DifferenceReason.TAKEN_BY_AUTHORITY);
        way.later(Duration.ofDays(30));
        assertThat(ringing(COORDINATION)).as("while it is open").contains("people-taken." + bus);
        way.receptions.close(RECEPTION, way.node.act(), bus);
        way.later(Duration.ofDays(7));
        assertThat(ringing(COORDINATION)).containsExactly("people-taken." + bus);
        way.later(Duration.ofNanos(1_000));
        assertThat(ringing(COORDINATION)).isEmpty();
    }

    /// Another node sealed the manifest; nobody here hears of the vehicle on its way.
    @Test
    void aVehicleOfAnotherNodeThatDoesNotComeRingsAfterThreeHoursUntilItComesOrIsSetAside() {
        TripId awaited = takenIn();
        String alarm = "not-arrived." + awaited;
        way.later(Duration.ofHours(3).minusNanos(1_000));
        assertThat(ringing(COORDINATION)).doesNotContain(alarm);
        way.later(Duration.ofNanos(1_000));
        assertThat(ringing(COORDINATION)).contains(alarm);
        assertThat(ringing(AtTheGate.GATE_DESK)).doesNotContain(alarm);
        boards.take(RECEPTION, way.node.act(), CORRIDOR, new AlarmId(alarm));
        assertThat(board(COORDINATION).owners()).containsKey(new AlarmId(alarm));
        assertThat(board(COORDINATION).alarms().stream()
                        .filter(Alarm.NotArrived.class::isInstance)
                        .map(one -> one.in(Wording.of(Language.EN), party -> party.slug())
                                .replaceAll("[\u2066-\u2069]", "")))
                .containsExactly("bus-07 has not arrived: 4 people have been awaited with it for 3 hours");
        way.receptions.setAside(RECEPTION, way.node.act(), awaited, NotComing.TURNED_BACK, ToldBy.CROSSING);
        assertThat(ringing(COORDINATION)).doesNotContain(alarm);
        way.receptions.awaitAgain(RECEPTION, way.node.act(), awaited);
        assertThat(ringing(COORDINATION)).as("it is awaited anew").doesNotContain(alarm);
        way.later(Duration.ofHours(3));
        assertThat(ringing(COORDINATION)).contains(alarm);
        way.arrive(awaited);
        assertThat(ringing(COORDINATION)).doesNotContain(alarm);
    }

    private TripId takenIn() {
        try (var gate = new OnTheWay(folder.resolve("gate"))) {
            TripId sealed = gate.bus("bus-07");
            gate.count(sealed, 3, 1);
            gate.seal(sealed);
            var sending = new Manifests(gate.node.journal());
            var taking = new Manifests(way.node.journal());
            taking.accept(COORDINATION, way.node.act(), sending.key(), Names.of(Language.EN, "South gate office"));
            return taking.takeIn(RECEPTION, way.node.act(), sending.file(MARSHAL, gate.now(), sealed));
        }
    }

    private Board board(Actor actor) {
        return boards.board(actor, way.now(), CORRIDOR, now());
    }

    private List<String> ringing(Actor actor) {
        return board(actor).alarms().stream()
                .map(alarm -> alarm.id().toString())
                .filter(id -> List.of("convoy", "people", "household", "count", "not-arrived").stream()
                        .anyMatch(id::startsWith))
                .toList();
    }

    private List<String> said() {
        return board(COORDINATION).alarms().stream()
                .filter(alarm -> alarm instanceof Alarm.ConvoyHeld
                        || alarm instanceof Alarm.ConvoyOverdue
                        || alarm instanceof Alarm.CountDiffers)
                .filter(alarm -> !(alarm instanceof Alarm.ConvoyOverdue && isHeld()))
                .map(alarm ->
                        alarm.in(Wording.of(Language.EN), party -> party.slug()).replaceAll("[\u2066-\u2069]", ""))
                .toList();
    }

    private boolean isHeld() {
        return board(COORDINATION).alarms().stream().anyMatch(alarm -> alarm instanceof Alarm.ConvoyHeld);
    }

    private Instant now() {
        return way.node.clock().instant();
    }
}
