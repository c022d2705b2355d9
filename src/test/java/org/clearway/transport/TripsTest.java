// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.clearway.corridor.Sayings.ZONE;
import static org.clearway.language.Refusal.refused;
import static org.clearway.transport.OnTheWay.MARSHAL;
import static org.clearway.transport.OnTheWay.SCHOOL;
import static org.clearway.transport.OnTheWay.SECOND;
import static org.clearway.transport.OnTheWay.people;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.clearway.access.NotPermitted;
import org.clearway.gate.AtTheGate;
import org.clearway.gate.Card;
import org.clearway.gate.CardNumber;
import org.clearway.gate.MovementNeed;
import org.clearway.journal.ActId;
import org.clearway.journal.Progress;
import org.clearway.language.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TripsTest {
    @TempDir
    Path folder;

    private OnTheWay way;
    private Trips trips;

    @BeforeEach
    void open() {
        way = new OnTheWay(folder.resolve("node"));
        trips = way.trips;
    }

    @AfterEach
    void close() {
        way.close();
    }

    @Test
    void aHouseholdBoardsWholeAndTakesTheSeatsThatItNeeds() {
        TripId bus = way.bus("bus-01");
        PassageId family = way.board(bus, way.card(2, 3, Map.of(MovementNeed.WHEELCHAIR, 1L)));
        assertThat(way.passage(family).load()).isEqualTo(new Load(2, 3, 1, 0, 0));
        assertThat(way.trip(bus).room()).isEqualTo(new Capacity(41, 0, 0, 2, 40));
        assertThat(way.trip(bus).accounted().open()).isEqualTo(5);
    }

    @Test
    void noSeatNoBayAndNoStretcherIsEverTakenTwice() {
        TripId bus = way.bus("bus-01");
        way.count(bus, 42, 0);
        refused("transport.no-room", () -> way.board(bus, way.card(4, 0)));
        way.board(bus, way.card(2, 0, Map.of(MovementNeed.WHEELCHAIR, 1L)));
        refused("transport.no-room", () -> way.board(bus, way.card(2, 0, Map.of(MovementNeed.WHEELCHAIR, 1L))));
        refused("transport.no-room", () -> way.board(bus, way.card(1, 0, Map.of(MovementNeed.STRETCHER, 1L))));
        way.count(bus, 2, 0);
        refused("transport.no-room", () -> way.count(bus, 1, 0));
        assertThat(way.trip(bus).room().people()).isZero();
    }

    @Test
    void whatWasWrittenOnPaperIsEnteredLaterWithItsOwnHour() {
        way.later(Duration.ofHours(3));
        Instant now = way.node.clock().instant();
        Instant noon = now.minus(Duration.ofHours(3));
        VehicleId vehicle = way.vehicle("bus-01", VehicleType.BUS, OnTheWay.BUS);
        Trips paper = trips.asWritten(noon);
        TripId bus = paper.open(MARSHAL, way.node.act(), AtTheGate.GATE, vehicle, SCHOOL, Optional.empty());
        assertThat(way.trip(bus).opened()).isEqualTo(noon);
        CardNumber card = way.card(2, 1);
        paper.board(MARSHAL, way.node.act(), bus, card, SCHOOL, ZONE);
        trips.asWritten(noon.plus(Duration.ofHours(1))).count(MARSHAL, way.node.act(), bus, SCHOOL, ZONE, people(3, 0));
        assertThat(way.trip(bus).accounted().people()).isEqualTo(6);
        refused(
                "transport.before-opened",
                () -> trips.asWritten(noon.minus(Duration.ofHours(2)))
                        .count(MARSHAL, way.node.act(), bus, SCHOOL, ZONE, people(1, 0)));
        refused(
                "transport.told-of-the-future",
                () -> trips.asWritten(now.plus(Duration.ofHours(2)))
                        .count(MARSHAL, way.node.act(), bus, SCHOOL, ZONE, people(1, 0)));
        way.seal(bus);
        ConvoyId convoy = way.convoys.form(
                MARSHAL, way.node.act(), Optional.empty(), java.util.List.of(bus), java.util.List.of(), 30);
        way.convoys.depart(MARSHAL, way.node.act(), convoy, noon.plus(Duration.ofHours(2)), ZONE);
        way.receptions.arrive(OnTheWay.RECEPTION, way.node.act(), bus, noon.plus(Duration.ofMinutes(150)), ZONE);
        assertThat(way.trip(bus).departed()).contains(noon.plus(Duration.ofHours(2)));
    }

    @Test
    void luggageIsCountedUpToWhatTheVehicleTakesAndKeepsNobodyFromASeat() {
        TripId bus = way.bus("bus-01");
        trips.stow(MARSHAL, way.node.act(), bus, 38);
        refused("transport.no-luggage-room", () -> trips.stow(MARSHAL, way.node.act(), bus, 3));
        trips.stow(MARSHAL, way.node.act(), bus, 2);
        trips.unstow(MARSHAL, way.node.act(), bus, 5);
        assertThat(way.trip(bus).luggage()).isEqualTo(35);
        assertThat(way.trip(bus).room().luggage()).isEqualTo(5);
        refused("transport.luggage-not-there", () -> trips.unstow(MARSHAL, way.node.act(), bus, 36));
        refused("transport.luggage", () -> trips.stow(MARSHAL, way.node.act(), bus, 0));
        way.count(bus, 45, 0);
        way.seal(bus);
        refused("transport.not-boarding", () -> trips.stow(MARSHAL, way.node.act(), bus, 1));
    }

    /// Each desk scans as fast as it can; some of the families find no seat.
    @Test
    void threeDesksAtOneBusFillItToItsLastSeatAndNotBeyond() throws Exception {
        TripId bus = way.bus("bus-01");
        var cards = new ArrayList<CardNumber>();
        for (int i = 0; i < 24; i++) cards.add(way.card(1 + i % 3, i % 4));
        var desks = new ArrayList<Callable<Long>>();
        for (int desk = 0; desk < 3; desk++) {
            int first = desk;
            desks.add(() -> {
                long boarded = 0;
                for (int i = first; i < cards.size(); i += 3) {
                    try {
                        PassageId family = way.board(bus, cards.get(i));
                        boarded += way.passage(family).load().people();
                    } catch (Problem full) {
                        assertThat(full.code()).isEqualTo("transport.no-room");
                    }
                }
                return boarded;
            });
        }
        long boarded = 0;
        try (var threads = Executors.newFixedThreadPool(3)) {
            for (var desk : threads.invokeAll(desks)) boarded += desk.get();
        }
        Trip filled = way.trip(bus);
        assertThat(filled.accounted().people()).isEqualTo(boarded).isLessThanOrEqualTo(45);
        assertThat(filled.room().seats()).isLessThan(6);
    }

    @Test
    void aFamilyThatIsAboardBoardsNothingElseNorWithACardThatReplacesItsOwn() {
        TripId bus = way.bus("bus-01");
        TripId other = way.bus("bus-02");
        CardNumber card = way.card(2, 1);
        way.board(bus, card);
        refused("transport.already-aboard", () -> way.board(bus, card));
        refused("transport.already-aboard", () -> way.board(other, card));
        Card replaced = way.gate.cards.replace(AtTheGate.GATE_DESK, way.node.act(), AtTheGate.GATE, ZONE, card);
        refused("gate.card-dead", () -> way.board(other, card));
        refused("transport.already-aboard", () -> way.board(other, replaced.number()));
        assertThat(trips.boarder(MARSHAL, way.node.act(), replaced.number()).waiting())
                .isEqualTo(Load.NOBODY);
    }

    @Test
    void whoCameOutMayBoardAgainAndNoReasonIsAsked() {
        TripId bus = way.bus("bus-01");
        TripId other = way.bus("bus-02");
        CardNumber card = way.card(2, 1);
        PassageId family = way.board(bus, card);
        trips.takeOut(MARSHAL, way.node.act(), family, ZONE);
        assertThat(way.trip(bus).accounted().people()).isZero();
        refused("transport.not-aboard", () -> trips.takeOut(MARSHAL, way.node.act(), family, ZONE));
        way.board(other, card);
        assertThat(way.trip(other).accounted().people()).isEqualTo(3);
    }

    @Test
    void aFamilyTravelsApartOnlyAsItChoseAndNoChildIsLeftWithoutAnAdult() {
        TripId bus = way.bus("bus-01");
        TripId ambulance = way.trip(way.vehicle("ambulance-1", VehicleType.AMBULANCE, OnTheWay.AMBULANCE), SCHOOL);
        CardNumber card = way.card(3, 2, Map.of(MovementNeed.STRETCHER, 1L));
        refused("transport.child-alone", () -> part(ambulance, card, new Load(0, 1, 0, 1, 0)));
        refused("transport.part-leaves-children", () -> part(ambulance, card, new Load(3, 0, 0, 1, 0)));
        refused("transport.part-too-large", () -> part(ambulance, card, new Load(4, 0, 0, 0, 0)));
        PassageId patient = part(ambulance, card, new Load(2, 0, 0, 1, 0));
        assertThat(way.passage(patient).part()).isTrue();
        refused("transport.already-aboard", () -> way.board(bus, card));
        assertThat(trips.boarder(MARSHAL, way.node.act(), card).waiting()).isEqualTo(people(1, 2));
        part(bus, card, people(1, 2));
        refused("transport.part-too-large", () -> part(bus, card, people(1, 0)));
    }

    @Test
    void aChildAloneDoesNotBoardByAnyWayButTheCardOfItsHandover() {
        TripId bus = way.bus("bus-01");
        refused("transport.child-alone", () -> way.count(bus, 0, 1));
        refused(
                "transport.child-alone",
                () -> trips.count(MARSHAL, way.node.act(), bus, SCHOOL, ZONE, new Load(0, 2, 0, 0, 2)));
        way.count(bus, 1, 2);
        refused("transport.child-alone", () -> trips.takeOut(MARSHAL, way.node.act(), bus, ZONE, people(1, 0)));
        PassageId children = way.board(bus, way.handedOver(2));
        assertThat(way.passage(children).load()).isEqualTo(new Load(0, 2, 0, 0, 1));
        assertThat(way.trip(bus).room().escortSeats()).isEqualTo(1);
    }

    @Test
    void theySayAtThatMomentWhereTheyWantToGoAndAVehicleThatGoesElsewhereIsNotTheirs() {
        TripId bus = way.bus("bus-01");
        CardNumber card = way.card(2, 1);
        refused(
                "transport.not-their-choice",
                () -> trips.board(MARSHAL, way.node.act(), bus, card, OnTheWay.CAMP, ZONE));
        refused("gate.card-unknown", () -> way.board(bus, CardNumber.parse("0000-0000-0000")));
    }

    @Test
    void theSameRequestAgainIsTheSameBoardingAlsoWhenItsCardIsDeadByNow() {
        TripId bus = way.bus("bus-01");
        CardNumber card = way.card(2, 1);
        ActId act = way.node.act();
        PassageId family = trips.board(MARSHAL, act, bus, card, SCHOOL, ZONE);
        assertThat(trips.board(MARSHAL, act, bus, card, SCHOOL, ZONE)).isEqualTo(family);
        way.gate.cards.replace(AtTheGate.GATE_DESK, way.node.act(), AtTheGate.GATE, ZONE, card);
        way.seal(bus);
        assertThat(trips.board(MARSHAL, act, bus, card, SCHOOL, ZONE)).isEqualTo(family);
        assertThat(way.trip(bus).accounted().people()).isEqualTo(3);
    }

    @Test
    void aManifestIsSealedByTwoWhoHaveTheSameBeforeThemAndThenNobodyGetsInOrOut() {
        TripId bus = way.bus("bus-01");
        PassageId family = way.board(bus, way.card(2, 1));
        ManifestDigest early = trips.manifest(MARSHAL, way.now(), bus).digest();
        way.count(bus, 4, 1);
        refused("transport.manifest-moved-on", () -> trips.seal(MARSHAL, way.node.act(), bus, early));
        ManifestDigest seen = trips.manifest(MARSHAL, way.now(), bus).digest();
        refused("transport.not-sealed", () -> trips.sign(SECOND, way.node.act(), bus, seen));
        trips.seal(MARSHAL, way.node.act(), bus, seen);
        refused("transport.not-boarding", () -> way.board(bus, way.card(1, 0)));
        refused("transport.not-boarding", () -> way.count(bus, 1, 0));
        refused("transport.not-boarding", () -> trips.takeOut(MARSHAL, way.node.act(), family, ZONE));
        refused("transport.same-hand", () -> trips.sign(MARSHAL, way.node.act(), bus, seen));
        trips.sign(SECOND, way.node.act(), bus, seen);
        refused("transport.signed-already", () -> trips.sign(OnTheWay.THIRD, way.node.act(), bus, seen));
        assertThat(way.trip(bus).state()).isEqualTo(TripState.READY);
        assertThat(trips.manifest(MARSHAL, way.now(), bus).digest()).isEqualTo(seen);
        assertThat(way.trip(bus).sealing()).get().satisfies(sealing -> {
            assertThat(sealing.people()).isEqualTo(8);
            assertThat(sealing.signedBy()).contains(SECOND.account());
        });
    }

    @Test
    void aSealedManifestChangesOnlyByANewVersionThatSaysWhy() {
        TripId bus = way.bus("bus-01");
        way.board(bus, way.card(2, 1));
        way.seal(bus);
        trips.reopen(MARSHAL, way.node.act(), bus, Amendment.CAME_LATE);
        way.board(bus, way.card(1, 1));
        way.seal(bus);
        assertThat(trips.sealings(MARSHAL, way.now(), bus))
                .satisfiesExactly(
                        second -> {
                            assertThat(second.version()).isEqualTo(2);
                            assertThat(second.why()).contains(Amendment.CAME_LATE);
                            assertThat(second.people()).isEqualTo(5);
                        },
                        first -> {
                            assertThat(first.version()).isEqualTo(1);
                            assertThat(first.why()).isEmpty();
                            assertThat(first.people()).isEqualTo(3);
                        });
    }

    @Test
    void aVehicleIsOnOneTripAtATimeAndAnEmptyTripMayBeCancelled() {
        VehicleId vehicle = way.vehicle("bus-01", VehicleType.BUS, OnTheWay.BUS);
        TripId bus = way.trip(vehicle, SCHOOL);
        refused("transport.vehicle-on-trip", () -> way.trip(vehicle, SCHOOL));
        way.count(bus, 1, 0);
        refused("transport.not-empty", () -> trips.cancel(MARSHAL, way.node.act(), bus));
        trips.takeOut(MARSHAL, way.node.act(), bus, ZONE, people(1, 0));
        trips.cancel(MARSHAL, way.node.act(), bus);
        TripId again = way.trip(vehicle, SCHOOL);
        way.leave(again);
        refused("transport.vehicle-on-trip", () -> way.trip(vehicle, SCHOOL));
        way.later(Duration.ofHours(2));
        way.arrive(again);
        way.trip(vehicle, SCHOOL);
    }

    @Test
    void onlyTheBoardingDeskBoardsAndOnlyThoseWhoRunTripsReadThem() {
        TripId bus = way.bus("bus-01");
        assertThat(catchThrowable(() -> trips.trip(AtTheGate.PRESS, way.now(), bus)))
                .isInstanceOf(NotPermitted.class);
        assertThat(catchThrowable(() -> trips.open(
                        AtTheGate.GATE_DESK,
                        way.node.act(),
                        AtTheGate.GATE,
                        new VehicleId("x"),
                        SCHOOL,
                        Optional.empty())))
                .isInstanceOf(NotPermitted.class);
    }

    /// What was boarded cannot be hung on a card any more when the key of its household is gone.
    @Test
    void theTicketOfAJourneyDiesWithTheKeyOfItsHousehold() {
        TripId bus = way.bus("bus-01");
        CardNumber card = way.card(2, 1);
        way.board(bus, card);
        assertThat(way.gate.cards.tickets(MARSHAL, way.now(), card)).hasSize(1);
        way.later(Duration.ofDays(62));
        way.node.journal().destroyExpired();
        assertThat(way.gate.cards.tickets(MARSHAL, way.now(), card)).isEmpty();
    }

    @Test
    void theKeyOfADayIsForgottenAfterItsTimeAndNotWhileATripOfThatDayLasts() {
        TripId bus = way.bus("bus-01");
        CardNumber card = way.card(2, 1);
        PassageId family = way.board(bus, card);
        way.leave(bus);
        way.later(Duration.ofDays(31));
        trips.forgetOldKeys();
        assertThat(new Marks(way.now().rows()).of(card)).hasSize(1);
        way.arrive(bus);
        way.receptions.receive(OnTheWay.RECEPTION, way.node.act(), family, 3);
        way.receptions.close(OnTheWay.RECEPTION, way.node.act(), bus);
        trips.forgetOldKeys();
        assertThat(new Marks(way.now().rows()).of(card)).isEmpty();
    }

    @Test
    void viewsComeOutTheSameWhenTheyAreRemade() {
        TripId bus = way.bus("bus-01");
        PassageId family = way.board(bus, way.card(2, 1));
        way.count(bus, 3, 2);
        trips.takeOut(MARSHAL, way.node.act(), family, ZONE);
        way.leave(bus);
        assertThat(way.node.journal().rebuild(Progress.SILENT).different()).isEmpty();
    }

    private PassageId part(TripId trip, CardNumber card, Load part) {
        return trips.boardPart(MARSHAL, way.node.act(), trip, card, SCHOOL, ZONE, part);
    }

    @Test
    void aVehicleThatIsOnATripIsNotTakenOffTheList() {
        TripId bus = way.bus("bus-01");
        VehicleId vehicle = way.trip(bus).vehicle();
        refused(
                "transport.vehicle-under-way",
                () -> way.vehicles.withdraw(OnTheWay.COORDINATION, way.node.act(), vehicle));
        trips.cancel(MARSHAL, way.node.act(), bus);
        way.vehicles.withdraw(OnTheWay.COORDINATION, way.node.act(), vehicle);
    }

    @Test
    void theSafeAreaConfirmsPlacesForThoseWhoAreOnASealedManifestAndAnewWhenTheyAreOthers() {
        TripId bus = way.bus("bus-01");
        way.count(bus, 4, 2);
        refused("transport.not-coming", () -> way.receptions.confirm(OnTheWay.RECEPTION, way.node.act(), bus, 6));
        assertThat(way.receptions.expected(OnTheWay.RECEPTION, way.now())).isEmpty();
        way.seal(bus);
        assertThat(way.receptions.expected(OnTheWay.RECEPTION, way.now())).isEqualTo(Map.of(SCHOOL, people(4, 2)));
        refused("transport.not-coming", () -> way.receptions.confirm(OnTheWay.RECEPTION, way.node.act(), bus, 5));
        way.receptions.confirm(OnTheWay.RECEPTION, way.node.act(), bus, 6);
        assertThat(way.trip(bus).placesConfirmed()).isTrue();
        trips.reopen(MARSHAL, way.node.act(), bus, Amendment.CAME_LATE);
        way.count(bus, 1, 0);
        way.seal(bus);
        assertThat(way.trip(bus).placesConfirmed()).isFalse();
    }

    /// Back, correct, send: the desk must learn that nothing of the correction is on record.
    @Test
    void anotherNumberOfPeopleUnderTheNameOfARequestThatWasDoneIsRefused() {
        TripId bus = way.bus("bus-07");
        CardNumber card = way.card(2, 0);
        ActId act = way.node.act();
        PassageId first = way.trips.boardPart(MARSHAL, act, bus, card, SCHOOL, ZONE, people(1, 0));
        assertThat(way.trips.boardPart(MARSHAL, act, bus, card, SCHOOL, ZONE, people(1, 0)))
                .isEqualTo(first);
        refused(
                "journal.same-act-other-words",
                () -> way.trips.boardPart(MARSHAL, act, bus, card, SCHOOL, ZONE, people(2, 0)));
        refused(
                "journal.same-act-other-words",
                () -> way.trips.boardPart(MARSHAL, act, way.bus("bus-08"), card, SCHOOL, ZONE, people(1, 0)));
        assertThat(way.trip(bus).aboard().people()).isEqualTo(1);
    }
}
