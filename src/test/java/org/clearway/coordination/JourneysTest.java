// SPDX-License-Identifier: Apache-2.0
package org.clearway.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearway.corridor.Sayings.CORRIDOR;
import static org.clearway.corridor.Sayings.TOWN;
import static org.clearway.corridor.Sayings.ZONE;
import static org.clearway.transport.OnTheWay.CAMP;
import static org.clearway.transport.OnTheWay.COORDINATION;
import static org.clearway.transport.OnTheWay.MARSHAL;
import static org.clearway.transport.OnTheWay.RECEPTION;
import static org.clearway.transport.OnTheWay.SCHOOL;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.Deed;
import org.clearway.access.Role;
import org.clearway.ceasefire.Fires;
import org.clearway.ceasefire.Ledgers;
import org.clearway.corridor.Corridors;
import org.clearway.gate.AtTheGate;
import org.clearway.gate.CardNumber;
import org.clearway.language.Language;
import org.clearway.language.Wording;
import org.clearway.transport.ConvoyId;
import org.clearway.transport.DifferenceReason;
import org.clearway.transport.HeldReason;
import org.clearway.transport.OnTheWay;
import org.clearway.transport.PassageId;
import org.clearway.transport.Receptions;
import org.clearway.transport.TripId;
import org.clearway.transport.VehicleType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JourneysTest {
    /// Every desk that reads the board and runs no trips.
    private static final List<Actor> OTHERS = Stream.of(Role.values())
            .map(role -> new Actor(new AccountId("other-1"), Set.of(role)))
            .filter(actor -> actor.may(Deed.READ_BOARD) && !actor.may(Deed.READ_TRIPS))
            .toList();

    @TempDir
    Path folder;

    private OnTheWay way;
    private Boards boards;

    @BeforeEach
    void open() {
        way = new OnTheWay(folder.resolve("node"), Ledgers.chapter(), Boards.chapter());
        boards = new Boards(
                way.node.journal(),
                way.gate.agreements,
                new Corridors(way.node.journal()),
                way.gate.gates,
                new Fires(way.node.journal(), Corridors.ground()),
                ZONE);
    }

    @AfterEach
    void close() {
        way.close();
    }

    @Test
    void aFamilyIsInOnePlaceFromTheLineAtTheVehiclesUntilItIsReceived() {
        CardNumber card = way.card(2, 2);
        way.lines.join(MARSHAL, AtTheGate.GATE, card, Optional.of(SCHOOL), ZONE);
        assertThat(known().waiting()).contains(4L);
        assertThat(row().waiting()).contains(4L);
        assertThat(places()).isEmpty();

        TripId bus = way.bus("bus-01");
        PassageId family = way.board(bus, card);
        assertThat(known().waiting()).as("nobody stands in a line").isEmpty();
        assertThat(places()).isEqualTo(Map.of(Whereabouts.BOARDING, 4L));
        way.seal(bus);
        assertThat(places()).isEqualTo(Map.of(Whereabouts.SEALED, 4L));
        ConvoyId convoy = way.convoys.form(MARSHAL, way.node.act(), Optional.empty(), List.of(bus), List.of(), 30);
        way.convoys.depart(MARSHAL, way.node.act(), convoy, now(), ZONE);
        assertThat(places()).isEqualTo(Map.of(Whereabouts.ON_THE_ROAD, 4L));
        way.arrive(bus);
        assertThat(places()).isEqualTo(Map.of(Whereabouts.ARRIVED, 4L));
        way.receptions.receive(RECEPTION, way.node.act(), family, 4);
        way.receptions.close(RECEPTION, way.node.act(), bus);
        assertThat(places()).isEqualTo(Map.of(Whereabouts.RECEIVED, 4L));
        assertThat(row().inAll()).isEqualTo(4);
        assertThat(known().line(Wording.of(Language.EN)))
                .isEqualTo("By vehicle today: nobody (0) aboard at the crossing; nobody (0) on the road; nobody (0)"
                        + " arrived and to be received; 4 received; nobody (0) elsewhere; nobody (0) unaccounted for");
    }

    @Test
    void whoIsNotReceivedIsUnaccountedForWhenTheyWereLookedForOrAnHourHasGoneBy() {
        TripId bus = way.bus("bus-01");
        PassageId family = way.board(bus, way.card(2, 4));
        PassageId other = way.board(bus, way.card(2, 0));
        way.leave(bus);
        way.arrive(bus);
        way.receptions.receive(RECEPTION, way.node.act(), family, 1);
        explain(family, DifferenceReason.HOSPITAL);
        explain(family, DifferenceReason.ALIGHTED_BY_CHOICE);
        explain(family, DifferenceReason.TAKEN_BY_AUTHORITY);
        assertThat(places())
                .isEqualTo(Map.of(
                        Whereabouts.RECEIVED, 1L,
                        Whereabouts.HOSPITAL, 1L,
                        Whereabouts.ALIGHTED, 1L,
                        Whereabouts.TAKEN, 1L,
                        Whereabouts.ARRIVED, 4L));
        explain(family, DifferenceReason.UNACCOUNTED);
        assertThat(places()).containsEntry(Whereabouts.ARRIVED, 2L).containsEntry(Whereabouts.UNACCOUNTED, 2L);
        way.later(Duration.ofHours(1));
        assertThat(places()).doesNotContainKey(Whereabouts.ARRIVED).containsEntry(Whereabouts.UNACCOUNTED, 4L);
        way.receptions.receive(RECEPTION, way.node.act(), other, 2);
        way.receptions.receive(RECEPTION, way.node.act(), family, 2);
        assertThat(places()).containsEntry(Whereabouts.RECEIVED, 5L).doesNotContainKey(Whereabouts.UNACCOUNTED);
        assertThat(row().inAll()).isEqualTo(8);
    }

    @Test
    void zeroIsZeroAndWhetherAnybodyWaitsIsNotKnownWhereNobodyStandsInALine() {
        assertThat(known().to()).extracting(Journeys.Row::to).containsExactly(SCHOOL, CAMP);
        assertThat(known().inAll()).isZero();
        assertThat(known().waiting()).isEmpty();
        way.lines.join(MARSHAL, AtTheGate.GATE, way.card(1, 2), Optional.empty(), ZONE);
        assertThat(known().undecided()).contains(3L);
        assertThat(known().waiting()).contains(3L);
        assertThat(row().waiting())
                .as("a line is kept, and nobody in it goes there")
                .contains(0L);
    }

    @Test
    void whoTravelledOverMidnightIsOnTheBoardOfTheDayOnWhichTheirTripWasOver() {
        TripId bus = way.bus("bus-01");
        PassageId family = way.board(bus, way.card(2, 0));
        way.gate.at("2019-09-14T23:30");
        way.leave(bus);
        way.gate.at("2019-09-15T02:00");
        way.arrive(bus);
        way.receptions.receive(RECEPTION, way.node.act(), family, 2);
        way.receptions.close(RECEPTION, way.node.act(), bus);
        assertThat(places()).isEqualTo(Map.of(Whereabouts.RECEIVED, 2L));
        way.gate.at("2019-09-16T00:00");
        assertThat(places()).isEmpty();
    }

    /// Rule 16 of the twenty do-no-harm rules. The clock stands still: only what is done could change the board.
    @Test
    void nobodyElseSeesAVehicleLeaveSpeakBeHeldArriveOrBeReceived() {
        assertThat(OTHERS)
                .flatExtracting(Actor::roles)
                .contains(Role.GATE, Role.DUTY, Role.PRESS, Role.SERVICE_POINT, Role.ADMINISTRATOR);
        TripId bus = way.bus("bus-01");
        TripId second = way.bus("bus-02");
        PassageId family = way.board(bus, way.card(2, 2));
        way.board(second, way.card(1, 0));
        CardNumber waits = way.card(3, 0);
        List<Board> before = asOthersSeeIt();

        way.lines.join(MARSHAL, AtTheGate.GATE, waits, Optional.of(CAMP), ZONE);
        unchanged(before, "somebody waits");
        ConvoyId convoy = way.leave(bus, second);
        unchanged(before, "it left");
        way.convoys.checkIn(MARSHAL, way.node.act(), convoy, now(), ZONE, Optional.of(TOWN), Optional.of(5L));
        unchanged(before, "it was heard of");
        way.convoys.hold(MARSHAL, way.node.act(), convoy, now(), ZONE, Optional.of(TOWN), HeldReason.CHECKPOINT);
        unchanged(before, "it is held");
        way.convoys.release(MARSHAL, way.node.act(), convoy, now(), ZONE);
        unchanged(before, "it goes on");
        way.arrive(bus);
        unchanged(before, "it arrived");
        way.receptions.receive(RECEPTION, way.node.act(), family, 3);
        explain(family, DifferenceReason.TAKEN_BY_AUTHORITY);
        unchanged(before, "its people were received");
        way.receptions.goOn(RECEPTION, way.node.act(), SCHOOL, Optional.of(TOWN), 1);
        way.receptions.close(RECEPTION, way.node.act(), bus);
        unchanged(before, "it is over");
        assertThat(known().people(Whereabouts.RECEIVED)).isEqualTo(3);
    }

    @Test
    void howManyCameInIsToldToOthersWhenTheLastOfTheConvoyHasBeenInForItsTime() {
        TripId bus = way.bus("bus-01");
        TripId last = way.trip(way.vehicle("bus-02", VehicleType.BUS, OnTheWay.BUS), CAMP);
        PassageId family = way.board(bus, way.card(2, 2));
        PassageId behind = way.board(last, way.card(1, 0));
        way.leave(bus, last);
        way.arrive(bus);
        way.receptions.receive(RECEPTION, way.node.act(), family, 4);
        way.later(Duration.ofMinutes(30));
        List<Board> before = asOthersSeeIt();
        way.arrive(last);
        way.receptions.receive(RECEPTION, way.node.act(), behind, 1);
        unchanged(before, "the last is in");
        way.later(Receptions.UNTOLD);
        assertThat(came()).containsOnly(0L);
        way.later(Duration.ofSeconds(1));
        assertThat(came())
                .as("both safe areas are in one settlement, and told as one")
                .containsOnly(5L);
        way.gate.at("2019-09-15T03:59");
        assertThat(came()).as("the evening is told in the night").containsOnly(5L);
        way.gate.at("2019-09-15T04:01");
        assertThat(came()).containsOnly(0L);
    }

    @Test
    void whoLooksBackSeesNoJourneys() {
        Instant before = now().minus(Duration.ofHours(1));
        for (Actor actor : List.of(COORDINATION, AtTheGate.PRESS)) {
            Board board = boards.board(actor, way.now(), CORRIDOR, before);
            assertThat(board.journeys()).isInstanceOf(Journeys.LookedBack.class);
            assertThat(board.safeAreas()).allMatch(area -> area.staying().isEmpty());
        }
    }

    @Test
    void howManyStayIsForThoseWhoRunTrips() {
        assertThat(board(COORDINATION).safeAreas())
                .allMatch(area -> area.staying().equals(Optional.of(0L)));
        assertThat(board(AtTheGate.PRESS).safeAreas())
                .allMatch(area -> area.staying().isEmpty());
    }

    private void explain(PassageId passage, DifferenceReason reason) {
        way.receptions.own(
                RECEPTION, way.node.act(), passage, way.node.clock().instant().plus(Duration.ofHours(3)));
        way.receptions.explain(RECEPTION, way.node.act(), passage, 1, reason);
    }

    private List<Board> asOthersSeeIt() {
        return OTHERS.stream().map(this::board).toList();
    }

    private void unchanged(List<Board> before, String what) {
        assertThat(asOthersSeeIt()).as(what).isEqualTo(before);
    }

    private List<Long> came() {
        return asOthersSeeIt().stream()
                .map(board -> assertThat(board.journeys())
                        .asInstanceOf(InstanceOfAssertFactories.type(Journeys.Told.class))
                        .actual())
                .flatMap(told -> told.in().stream())
                .map(Journeys.CameIn::people)
                .toList();
    }

    private Map<Whereabouts, Long> places() {
        return EnumSet.allOf(Whereabouts.class).stream()
                .filter(where -> known().people(where) > 0)
                .collect(Collectors.toMap(where -> where, where -> known().people(where)));
    }

    private Journeys.Row row() {
        return known().to().stream()
                .filter(row -> row.to().equals(SCHOOL))
                .findFirst()
                .orElseThrow();
    }

    private Journeys.Known known() {
        return assertThat(board(COORDINATION).journeys())
                .asInstanceOf(InstanceOfAssertFactories.type(Journeys.Known.class))
                .actual();
    }

    private Board board(Actor actor) {
        return boards.board(actor, way.now(), CORRIDOR, now());
    }

    private Instant now() {
        return way.node.clock().instant();
    }
}
