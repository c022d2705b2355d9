// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.clearway.corridor.Sayings.TOWN;
import static org.clearway.corridor.Sayings.ZONE;
import static org.clearway.language.Refusal.refused;
import static org.clearway.transport.OnTheWay.CAMP;
import static org.clearway.transport.OnTheWay.COORDINATION;
import static org.clearway.transport.OnTheWay.MARSHAL;
import static org.clearway.transport.OnTheWay.RECEPTION;
import static org.clearway.transport.OnTheWay.SCHOOL;
import static org.clearway.transport.OnTheWay.people;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.clearway.access.NotPermitted;
import org.clearway.gate.AtTheGate;
import org.clearway.gate.Card;
import org.clearway.gate.CardNumber;
import org.clearway.journal.ActId;
import org.clearway.journal.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceptionsTest {
    @TempDir
    Path folder;

    private OnTheWay way;
    private Receptions receptions;
    private TripId bus;
    private CardNumber card;
    private PassageId family;
    private PassageId counted;

    /// A bus with a family of four and six people without a card is on the road.
    @BeforeEach
    void open() {
        way = new OnTheWay(folder.resolve("node"));
        receptions = way.receptions;
        bus = way.bus("bus-01");
        card = way.card(2, 2);
        family = way.board(bus, card);
        way.count(bus, 4, 2);
        counted = new PassageId(bus.act());
        way.leave(bus);
        way.later(Duration.ofHours(2));
    }

    @AfterEach
    void close() {
        way.close();
    }

    @Test
    void aTripIsOverWhenEveryoneWhoBoardedCameIn() {
        refused("transport.not-arrived", () -> receive(family, 4));
        refused("transport.not-arrived", () -> receptions.close(RECEPTION, way.node.act(), bus));
        way.arrive(bus);
        assertThat(receptions.scan(RECEPTION, way.now(), bus, card)).isInstanceOf(Scanned.Expected.class);
        receive(family, 4);
        assertThat(receptions.scan(RECEPTION, way.now(), bus, card)).isInstanceOf(Scanned.InAlready.class);
        refused("transport.too-many", () -> receive(family, 1));
        refused("transport.not-accounted-for", () -> receptions.close(RECEPTION, way.node.act(), bus));
        receive(counted, 6);
        receptions.close(RECEPTION, way.node.act(), bus);
        assertThat(way.trip(bus).state()).isEqualTo(TripState.CLOSED);
        assertThat(receptions.staying(RECEPTION, way.now())).containsEntry(SCHOOL, 10L);
    }

    /// Rule 19 of the twenty do-no-harm rules: there is no path around it.
    @Test
    void aTripStaysOpenWhileOnePersonIsUnaccountedForWhateverIsTried() {
        way.arrive(bus);
        receive(family, 3);
        receive(counted, 6);
        own(family);
        explain(family, 1, DifferenceReason.UNACCOUNTED);
        refused("transport.not-accounted-for", () -> receptions.close(RECEPTION, way.node.act(), bus));
        refused("transport.transfer-unnamed", () -> explain(family, 1, DifferenceReason.TRANSFERRED_VEHICLE));
        refused(
                "transport.miscounted-card",
                () -> receptions.explain(COORDINATION, way.node.act(), family, 1, DifferenceReason.MISCOUNTED));
        refused("transport.not-boarding", () -> way.trips.takeOut(MARSHAL, way.node.act(), family, ZONE));
        refused("transport.not-boarding", () -> way.trips.cancel(MARSHAL, way.node.act(), bus));
        refused("transport.not-sealed", () -> way.trips.reopen(MARSHAL, way.node.act(), bus, Amendment.MISTAKE));
        assertThat(receptions.differences(RECEPTION, way.now())).singleElement().satisfies(left -> {
            assertThat(left.missing()).isEqualTo(1);
            assertThat(left.passage().split()).isTrue();
            assertThat(left.passage().searched()).isTrue();
            assertThat(left.overdue(way.node.clock().instant())).isFalse();
            assertThat(left.overdue(way.node.clock().instant().plus(Duration.ofHours(3))))
                    .isTrue();
        });
        explain(family, 1, DifferenceReason.HOSPITAL);
        receptions.close(RECEPTION, way.node.act(), bus);
        assertThat(receptions.differences(RECEPTION, way.now())).isEmpty();
    }

    @Test
    void aWrongCountIsNotForTheDeskThatReceives() {
        way.arrive(bus);
        receive(family, 4);
        receive(counted, 5);
        assertThat(catchThrowable(() -> explain(counted, 1, DifferenceReason.MISCOUNTED)))
                .isInstanceOf(NotPermitted.class);
        receptions.explain(COORDINATION, way.node.act(), counted, 1, DifferenceReason.MISCOUNTED);
        receptions.close(RECEPTION, way.node.act(), bus);
        assertThat(way.trip(bus).accounted().persons()).isEqualTo(9);
    }

    @Test
    void whatWasToldByMistakeIsTakenBack() {
        way.arrive(bus);
        receive(family, 4);
        receptions.takeBack(RECEPTION, way.node.act(), family, Optional.empty(), 1);
        own(family);
        explain(family, 1, DifferenceReason.TAKEN_BY_AUTHORITY);
        receptions.takeBack(RECEPTION, way.node.act(), family, Optional.of(DifferenceReason.TAKEN_BY_AUTHORITY), 1);
        refused(
                "transport.too-many",
                () -> receptions.takeBack(
                        RECEPTION, way.node.act(), family, Optional.of(DifferenceReason.HOSPITAL), 1));
        assertThat(way.passage(family).accounted()).isEqualTo(new Accounted(4, 3, 0, 0, 0, 0, 0));
        PassageId extra = receptions.receiveExtra(RECEPTION, way.node.act(), bus, people(2, 0), false);
        receptions.takeBack(RECEPTION, way.node.act(), extra, Optional.empty(), 2);
        assertThat(way.trip(bus).accounted().people()).isEqualTo(10);
    }

    /// Somebody is missing after all: that must be said, though it was told that so many went on.
    @Test
    void nobodyStaysWhereMoreWentOnThanWereReceived() {
        way.arrive(bus);
        receive(family, 4);
        receptions.goOn(RECEPTION, way.node.act(), SCHOOL, Optional.empty(), 4);
        receptions.takeBack(RECEPTION, way.node.act(), family, Optional.empty(), 1);
        assertThat(receptions.staying(RECEPTION, way.now())).containsEntry(SCHOOL, 0L);
        refused("transport.fewer-there", () -> receptions.goOn(RECEPTION, way.node.act(), SCHOOL, Optional.empty(), 1));
    }

    @Test
    void whoCameWithAnotherVehicleIsReceivedThereAndMissingNowhere() {
        TripId other = way.bus("bus-02");
        way.leave(other);
        way.later(Duration.ofHours(1));
        way.arrive(other);
        assertThat(receptions.scan(RECEPTION, way.now(), other, card))
                .isInstanceOfSatisfying(Scanned.Elsewhere.class, elsewhere -> {
                    assertThat(elsewhere.trip().id()).isEqualTo(bus);
                    assertThat(elsewhere.passage().id()).isEqualTo(family);
                });
        ActId act = way.node.act();
        receptions.receiveFromElsewhere(RECEPTION, act, family, bus, other);
        assertThat(receptions
                        .receiveFromElsewhere(RECEPTION, act, family, bus, other)
                        .repeated())
                .isTrue();
        refused(
                "transport.moved-on",
                () -> receptions.receiveFromElsewhere(RECEPTION, way.node.act(), family, bus, other));
        assertThat(way.trip(bus).accounted().people()).isEqualTo(6);
        assertThat(way.trip(bus).amending()).contains(Amendment.CHANGED_VEHICLE);
        assertThat(way.trip(other).accounted()).isEqualTo(new Accounted(4, 4, 0, 0, 0, 0, 0));
    }

    @Test
    void extraPeopleOfOneTripWhoAreMissingOnAnotherAreCountedOnce() {
        TripId other = way.bus("bus-02");
        way.count(other, 1, 0);
        way.leave(other);
        way.later(Duration.ofHours(1));
        way.arrive(bus);
        way.arrive(other);
        receive(family, 4);
        receive(counted, 4);
        receive(new PassageId(other.act()), 1);
        PassageId extra = receptions.receiveExtra(RECEPTION, way.node.act(), other, people(2, 0), false);
        refused("transport.not-accounted-for", () -> receptions.close(RECEPTION, way.node.act(), other));
        PassageId many = receptions.receiveExtra(RECEPTION, way.node.act(), other, people(3, 0), false);
        refused("transport.not-the-same-number", () -> receptions.match(RECEPTION, way.node.act(), many, counted));
        receptions.match(RECEPTION, way.node.act(), extra, counted);
        refused("transport.extra-explained", () -> receptions.match(RECEPTION, way.node.act(), extra, counted));
        receptions.explainExtra(RECEPTION, way.node.act(), many, ExtraReason.GOT_IN_ON_THE_WAY);
        receptions.close(RECEPTION, way.node.act(), bus);
        receptions.close(RECEPTION, way.node.act(), other);
        assertThat(way.trip(bus).accounted().persons()
                        + way.trip(other).accounted().persons())
                .isEqualTo(10 + 1 + 3);
    }

    @Test
    void aCardThatWasReplacedOnTheWayIsKnownAtItsJourney() {
        Card replaced = way.gate.cards.replace(AtTheGate.GATE_DESK, way.node.act(), AtTheGate.GATE, ZONE, card);
        way.arrive(bus);
        assertThat(receptions.scan(RECEPTION, way.now(), bus, replaced.number()))
                .isInstanceOf(Scanned.Expected.class);
        assertThat(receptions.scan(RECEPTION, way.now(), bus, way.card(1, 0)))
                .isInstanceOf(Scanned.NotOnAnyManifest.class);
    }

    @Test
    void asManyStayAtASafeAreaAsCameInAndHaveNotGoneOn() {
        way.arrive(bus);
        receive(family, 4);
        refused(
                "transport.fewer-there",
                () -> receptions.goOn(RECEPTION, way.node.act(), SCHOOL, Optional.of(TOWN), 5));
        receptions.goOn(RECEPTION, way.node.act(), SCHOOL, Optional.of(TOWN), 3);
        refused("transport.fewer-there", () -> receptions.goOn(RECEPTION, way.node.act(), CAMP, Optional.empty(), 1));
        assertThat(receptions.staying(RECEPTION, way.now())).containsEntry(SCHOOL, 1L);
        assertThat(receptions.coming(RECEPTION, way.now(), List.of(SCHOOL)))
                .extracting(Trip::id)
                .isEqualTo(List.of(bus));
    }

    @Test
    void viewsComeOutTheSameWhenTheyAreRemade() {
        way.arrive(bus);
        receive(family, 3);
        own(family);
        explain(family, 1, DifferenceReason.ALIGHTED_BY_CHOICE);
        PassageId extra = receptions.receiveExtra(RECEPTION, way.node.act(), bus, people(1, 1), true);
        receptions.explainExtra(RECEPTION, way.node.act(), extra, ExtraReason.NOT_COUNTED_AT_BOARDING);
        receive(counted, 6);
        receptions.close(RECEPTION, way.node.act(), bus);
        assertThat(way.node.journal().rebuild(Progress.SILENT).different()).isEmpty();
    }

    /// A household that was said to be in hospital comes in with its card.
    @Test
    void whoWasSaidToBeElsewhereIsNotSaidToHaveComeInAndIsReceivedWhenTheyCome() {
        way.arrive(bus);
        receive(family, 2);
        receive(counted, 6);
        own(family);
        explain(family, 2, DifferenceReason.HOSPITAL);
        assertThat(receptions.scan(RECEPTION, way.now(), bus, card))
                .isInstanceOfSatisfying(Scanned.SaidElsewhere.class, said -> {
                    assertThat(said.trip().id()).isEqualTo(bus);
                    assertThat(said.passage().accounted().hospital()).isEqualTo(2);
                });
        refused("transport.too-many", () -> afterAll(DifferenceReason.HOSPITAL, 3));
        refused("transport.too-many", () -> afterAll(DifferenceReason.ALIGHTED_BY_CHOICE, 1));
        refused("transport.too-many", () -> afterAll(DifferenceReason.MISCOUNTED, 1));
        refused("transport.nobody", () -> afterAll(DifferenceReason.HOSPITAL, 0));
        afterAll(DifferenceReason.HOSPITAL, 1);
        assertThat(way.passage(family).accounted()).isEqualTo(new Accounted(4, 3, 0, 1, 0, 0, 0));
    }

    /// Nothing is opened again for them: they are somewhere at every moment.
    @Test
    void whoComesAfterAllWhenTheTripIsOverIsReceivedOnceAndTheTripStaysOver() {
        way.arrive(bus);
        receive(family, 2);
        receive(counted, 6);
        own(family);
        explain(family, 2, DifferenceReason.TAKEN_BY_AUTHORITY);
        receptions.close(RECEPTION, way.node.act(), bus);
        ActId act = way.node.act();
        receptions.cameAfterAll(RECEPTION, act, family, DifferenceReason.TAKEN_BY_AUTHORITY, 2);
        assertThat(receptions
                        .cameAfterAll(RECEPTION, act, family, DifferenceReason.TAKEN_BY_AUTHORITY, 2)
                        .repeated())
                .isTrue();
        refused("transport.too-many", () -> afterAll(DifferenceReason.TAKEN_BY_AUTHORITY, 1));
        assertThat(way.trip(bus).state()).isEqualTo(TripState.CLOSED);
        assertThat(way.trip(bus).accounted()).isEqualTo(new Accounted(10, 10, 0, 0, 0, 0, 0));
        assertThat(receptions.staying(RECEPTION, way.now())).containsEntry(SCHOOL, 10L);
        assertThat(receptions.scan(RECEPTION, way.now(), bus, card)).isInstanceOf(Scanned.InAlready.class);
        assertThat(way.node.journal().rebuild(Progress.SILENT).different()).isEmpty();
    }

    @Test
    void nobodyIsSaidToBeElsewhereBeforeSomebodyLooksForThem() {
        way.arrive(bus);
        for (DifferenceReason where : List.of(
                DifferenceReason.ALIGHTED_BY_CHOICE, DifferenceReason.HOSPITAL, DifferenceReason.TAKEN_BY_AUTHORITY)) {
            refused("transport.nobody-looks", () -> explain(family, 1, where));
            refused("transport.nobody-looks", () -> receptions.explain(COORDINATION, way.node.act(), family, 1, where));
        }
        explain(family, 1, DifferenceReason.UNACCOUNTED);
        own(family);
        explain(family, 1, DifferenceReason.HOSPITAL);
    }

    @Test
    void aDeskDoesNotSayAloneOfMoreThanAFewOfOneVehicleThatTheyAreElsewhere() {
        way.arrive(bus);
        own(family);
        own(counted);
        explain(family, 4, DifferenceReason.ALIGHTED_BY_CHOICE);
        refused("transport.too-many-explained", () -> explain(counted, 2, DifferenceReason.HOSPITAL));
        explain(counted, 1, DifferenceReason.HOSPITAL);
        refused("transport.too-many-explained", () -> explain(counted, 1, DifferenceReason.TAKEN_BY_AUTHORITY));
        explain(counted, 5, DifferenceReason.UNACCOUNTED);
        receptions.explain(COORDINATION, way.node.act(), counted, 5, DifferenceReason.HOSPITAL);
        receptions.close(RECEPTION, way.node.act(), bus);
    }

    private void own(PassageId passage) {
        receptions.own(
                RECEPTION, way.node.act(), passage, way.node.clock().instant().plus(Duration.ofHours(3)));
    }

    private void afterAll(DifferenceReason reason, long people) {
        receptions.cameAfterAll(RECEPTION, way.node.act(), family, reason, people);
    }

    private void receive(PassageId passage, long people) {
        receptions.receive(RECEPTION, way.node.act(), passage, people);
    }

    private void explain(PassageId passage, long people, DifferenceReason reason) {
        receptions.explain(RECEPTION, way.node.act(), passage, people, reason);
    }
}
