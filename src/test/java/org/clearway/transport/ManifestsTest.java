// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.clearway.corridor.Sayings.CORRIDOR;
import static org.clearway.corridor.Sayings.TOWN;
import static org.clearway.corridor.Sayings.ZONE;
import static org.clearway.language.Refusal.refused;
import static org.clearway.transport.OnTheWay.COORDINATION;
import static org.clearway.transport.OnTheWay.MARSHAL;
import static org.clearway.transport.OnTheWay.RECEPTION;
import static org.clearway.transport.OnTheWay.SCHOOL;
import static org.clearway.transport.OnTheWay.SECOND;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.clearway.access.NotPermitted;
import org.clearway.agreement.Agreements;
import org.clearway.corridor.Corridors;
import org.clearway.gate.AtTheGate;
import org.clearway.gate.CardNumber;
import org.clearway.gate.Gates;
import org.clearway.gate.MovementNeed;
import org.clearway.journal.ActId;
import org.clearway.journal.Journal;
import org.clearway.journal.Progress;
import org.clearway.journal.Story;
import org.clearway.journal.StoryKind;
import org.clearway.journal.TestNode;
import org.clearway.language.Language;
import org.clearway.language.Names;
import org.clearway.language.Problem;
import org.clearway.places.Places;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two real nodes that share nothing but what is carried from the one to the other: a gate, and the
/// school that its people go on to.
class ManifestsTest {
    private static final LocalDate DAY = LocalDate.of(2019, 9, 14);
    private static final Names GATE = Names.of(Language.EN, "South gate office");

    @TempDir
    Path folder;

    private OnTheWay gate;
    private OnTheWay school;
    private Manifests sending;
    private Manifests taking;
    private TripId bus;
    private CardNumber family;
    private CardNumber couple;

    /// A bus with a family of five, a couple and six people without a card is sealed at the gate.
    @BeforeEach
    void open() {
        gate = new OnTheWay(folder.resolve("gate"));
        school = new OnTheWay(folder.resolve("school"));
        sending = new Manifests(gate.node.journal());
        taking = new Manifests(school.node.journal());
        bus = gate.bus("bus-07");
        family = gate.card(2, 3, Map.of(MovementNeed.WHEELCHAIR, 1L));
        couple = gate.card(2, 0);
        gate.board(bus, family);
        gate.board(bus, couple);
        gate.count(bus, 4, 2);
        gate.seal(bus);
    }

    @AfterEach
    void close() {
        gate.close();
        school.close();
    }

    @Test
    void whatTwoPeopleSealedAtTheGateIsReceivedAtTheSchoolDownToTheLast() {
        byte[] file = file();
        accept();
        handOnTheKey();
        TripId here = taking.takeIn(RECEPTION, school.node.act(), file);
        assertThat(school.receptions.coming(RECEPTION, school.now(), List.of(SCHOOL)))
                .singleElement()
                .satisfies(trip -> {
                    assertThat(trip.id()).isEqualTo(here);
                    assertThat(trip.vehicle()).hasToString("bus-07");
                    assertThat(trip.accounted().people()).isEqualTo(13);
                    assertThat(trip.elsewhere().orElseThrow().node()).isEqualTo(GATE);
                    assertThat(trip.sealing().orElseThrow().digest())
                            .isEqualTo(gate.trip(bus).sealing().orElseThrow().digest());
                });
        school.arrive(here);
        PassageId five = expected(here, family);
        school.receptions.receive(RECEPTION, school.node.act(), five, 5);
        PassageId two = expected(here, couple);
        school.receptions.receive(RECEPTION, school.node.act(), two, 1);
        school.receptions.receive(RECEPTION, school.node.act(), new PassageId(here.act()), 6);
        assertThat(school.receptions.scan(RECEPTION, school.now(), here, family))
                .isInstanceOf(Scanned.InAlready.class);
        refused("transport.not-accounted-for", () -> school.receptions.close(RECEPTION, school.node.act(), here));
        school.receptions.own(
                RECEPTION, school.node.act(), two, school.node.clock().instant().plus(Duration.ofHours(2)));
        school.receptions.explain(RECEPTION, school.node.act(), two, 1, DifferenceReason.HOSPITAL);
        school.receptions.close(RECEPTION, school.node.act(), here);
        assertThat(school.trip(here).state()).isEqualTo(TripState.CLOSED);
        assertThat(school.receptions.staying(RECEPTION, school.now())).containsEntry(SCHOOL, 12L);
        assertThat(school.node.journal().rebuild(Progress.SILENT).different()).isEmpty();
    }

    @Test
    void theCodesAreReadInAnyOrderAndMakeTheVeryFile() {
        manyMore();
        var codes = new ArrayList<>(sending.codes(MARSHAL, gate.now(), bus));
        assertThat(codes).hasSizeGreaterThan(2);
        Collections.shuffle(codes, new Random(1));
        String last = codes.removeLast();
        assertThat(taking.read(RECEPTION, codes)).isInstanceOf(CodesRead.Missing.class);
        codes.add(last);
        assertThat(taking.read(RECEPTION, codes))
                .isInstanceOfSatisfying(
                        CodesRead.Whole.class,
                        whole -> assertThat(whole.document()).isEqualTo(file()));
    }

    /// A manifest may be found at a halt by whoever stops the vehicle.
    @Test
    void whatIsCarriedTellsNoAccountNoPlateNoDriverNoHourNoCardAndNotTheKeyOfTheDay() {
        var plated = new VehicleId("bus-09");
        gate.vehicles.set(
                COORDINATION,
                gate.node.act(),
                new Vehicle(plated, VehicleType.BUS, OnTheWay.BUS, Optional.of(400L)),
                Optional.of(new Plate("QX 90210")));
        bus = gate.trips.open(
                MARSHAL, gate.node.act(), AtTheGate.GATE, plated, SCHOOL, Optional.of(new DriverId("driver-31")));
        CardNumber card = gate.card(1, 2);
        gate.board(bus, card);
        gate.leave(bus);
        String carried = new String(file(), StandardCharsets.UTF_8);
        DayKey key = sending.dayKey(COORDINATION, gate.node.act(), DAY);
        assertThat(carried)
                .contains("bus-09", "2019-09-14", "Harbour school")
                .doesNotContainIgnoringCase("90210")
                .doesNotContain("driver-31", "boarding-1", "boarding-2", card.text(), card.toString())
                .doesNotContain(key.secret(), key.groups(), key.code(), bus.toString())
                .doesNotContainPattern("[T ]\\d\\d:\\d\\d");
        // The id of an act holds its millisecond, and so does any number of microseconds since 1970.
        assertThat(Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-([0-9a-f])[0-9a-f]{3}-")
                        .matcher(carried)
                        .results()
                        .map(id -> id.group(1)))
                .isNotEmpty()
                .containsOnly("8");
        assertThat(carried).doesNotContainPattern("[:,\\[]\\d{5,}");
    }

    @Test
    void itIsTheSameDocumentWheneverItIsAskedFor() {
        byte[] first = file();
        gate.later(Duration.ofHours(1));
        assertThat(file()).isEqualTo(first);
    }

    /// Every byte, each changed to another by chance.
    @Test
    void aManifestChangedByOneByteAnywhereIsRefused() {
        accept();
        byte[] file = file();
        var random = new Random(7);
        for (int at = 0; at < file.length; at++) {
            byte[] changed = file.clone();
            changed[at] ^= (byte) (1 + random.nextInt(255));
            assertThat(taking.look(RECEPTION, school.now(), changed))
                    .as("byte %s", at)
                    .isInstanceOfAny(Brought.Changed.class, Brought.NotAManifest.class);
        }
        byte[] cut = Arrays.copyOf(file, file.length - 1);
        refused("transport.manifest-changed", () -> taking.takeIn(RECEPTION, school.node.act(), cut));
        byte[] longer = Arrays.copyOf(file, file.length + 1);
        longer[file.length] = '\n';
        refused("transport.manifest-changed", () -> taking.takeIn(RECEPTION, school.node.act(), longer));
        assertThat(school.receptions.coming(RECEPTION, school.now(), List.of(SCHOOL)))
                .isEmpty();
    }

    @RepeatedTest(20)
    void rubbishIsAnsweredAndNeverThrown(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        byte[] file = file();
        for (int attempt = 0; attempt < 40; attempt++) {
            byte[] rubbish = new byte[random.nextInt(2_000)];
            random.nextBytes(rubbish);
            int sound = random.nextInt(Math.min(file.length, rubbish.length + 1));
            System.arraycopy(file, 0, rubbish, 0, sound);
            assertThat(taking.look(RECEPTION, school.now(), rubbish))
                    .isInstanceOfAny(Brought.Changed.class, Brought.NotAManifest.class);
        }
        byte[] deep = ("{\"carried\":{\"a\":" + "[".repeat(400_000)).getBytes(StandardCharsets.UTF_8);
        assertThat(taking.look(RECEPTION, school.now(), deep)).isInstanceOf(Brought.Changed.class);
        byte[] endless = ("{\"carried\":{" + " ".repeat(2_000_000)).getBytes(StandardCharsets.UTF_8);
        assertThat(taking.look(RECEPTION, school.now(), endless)).isInstanceOf(Brought.Changed.class);
    }

    @Test
    void anUnknownNodeIsAcceptedOnceByWhoComparedItsKey() {
        byte[] file = file();
        assertThat(taking.look(RECEPTION, school.now(), file))
                .isInstanceOfSatisfying(
                        Brought.FromUnknown.class,
                        unknown -> assertThat(unknown.key().groups())
                                .isEqualTo(sending.key().groups())
                                .matches("([0-9A-Z]{4} ){5}[0-9A-Z]{4}"));
        refused("transport.sender-unknown", () -> taking.takeIn(RECEPTION, school.node.act(), file));
        assertThat(catchThrowable(() -> taking.accept(RECEPTION, school.node.act(), sending.key(), GATE)))
                .isInstanceOf(NotPermitted.class);
        refused("transport.sender-ours", () -> taking.accept(COORDINATION, school.node.act(), taking.key(), GATE));
        accept();
        assertThat(taking.senders(RECEPTION, school.now())).containsExactly(new Sender(sending.key(), GATE, false));
        assertThat(taking.look(RECEPTION, school.now(), file)).isInstanceOf(Brought.Sound.class);
        taking.takeIn(RECEPTION, school.node.act(), file);
    }

    /// Nobody who is only made up is waited for, and nobody who is on the road is taken for practice.
    @Test
    void nothingOfARealGateIsTakenInAtAnExercise() {
        byte[] file = file();
        try (Journal exercise = TestNode.telling(
                folder.resolve("exercise"),
                new Story("river-exercise", StoryKind.EXERCISE, Optional.empty()),
                school.node.clock(),
                Places.chapter(),
                Agreements.chapter(),
                Corridors.chapter(),
                Gates.chapter(),
                SafeAreas.chapter())) {
            var practising = new Manifests(exercise);
            practising.accept(COORDINATION, exercise.ids().next(), sending.key(), GATE);
            assertThat(practising.look(RECEPTION, exercise.now(), file)).isInstanceOf(Brought.OfAnotherKind.class);
            refused(
                    "transport.manifest-of-another-kind",
                    () -> practising.takeIn(RECEPTION, exercise.ids().next(), file));
        }
    }

    /// Whoever holds a gate that was overrun may hold its key.
    @Test
    void aNodeThatIsAcceptedNoLongerSendsNothingMoreUntilItsKeyIsComparedAgain() {
        refused("transport.sender-not-accepted", () -> taking.withdraw(COORDINATION, school.node.act(), sending.key()));
        accept();
        byte[] before = file();
        TripId here = taking.takeIn(RECEPTION, school.node.act(), before);
        assertThat(catchThrowable(() -> taking.withdraw(RECEPTION, school.node.act(), sending.key())))
                .isInstanceOf(NotPermitted.class);
        taking.withdraw(COORDINATION, school.node.act(), sending.key());
        refused("transport.sender-not-accepted", () -> taking.withdraw(COORDINATION, school.node.act(), sending.key()));
        assertThat(taking.senders(RECEPTION, school.now())).containsExactly(new Sender(sending.key(), GATE, true));
        assertThat(school.trip(here).elsewhere())
                .as("who is on the road is expected")
                .isPresent();

        TripId later = gate.bus("bus-08");
        gate.count(later, 3, 0);
        gate.seal(later);
        byte[] after = sending.file(MARSHAL, gate.now(), later);
        assertThat(taking.look(RECEPTION, school.now(), after)).isInstanceOf(Brought.FromWithdrawn.class);
        refused("transport.sender-withdrawn", () -> taking.takeIn(RECEPTION, school.node.act(), after));
        accept();
        taking.takeIn(RECEPTION, school.node.act(), after);
        assertThat(school.node.journal().rebuild(Progress.SILENT).different()).isEmpty();
    }

    /// Whoever forges a manifest can sign it, with a key of their own.
    @Test
    void aForgedManifestIsFromANodeThatNobodyKnows() {
        accept();
        try (var forger = new OnTheWay(folder.resolve("forger"))) {
            TripId other = forger.bus("bus-07");
            forger.count(other, 40, 0);
            forger.seal(other);
            byte[] forged = new Manifests(forger.node.journal()).file(MARSHAL, forger.now(), other);
            refused("transport.sender-unknown", () -> taking.takeIn(RECEPTION, school.node.act(), forged));
        }
    }

    @Test
    void theSameVersionAgainIsDoneAlreadyAndAnOlderOneIsOld() {
        accept();
        byte[] first = file();
        TripId here = taking.takeIn(RECEPTION, school.node.act(), first);
        ActId again = school.node.act();
        assertThat(taking.takeIn(RECEPTION, again, first)).isEqualTo(here);
        assertThat(school.trips.sealings(RECEPTION, school.now(), here)).hasSize(1);
        gate.trips.reopen(MARSHAL, gate.node.act(), bus, Amendment.CAME_LATE);
        gate.board(bus, gate.card(1, 1));
        gate.seal(bus);
        byte[] second = file();
        assertThat(taking.takeIn(RECEPTION, school.node.act(), second)).isEqualTo(here);
        assertThat(school.trip(here).accounted().people()).isEqualTo(15);
        assertThat(school.trips.sealings(RECEPTION, school.now(), here))
                .extracting(Sealing::version)
                .containsExactly(2L, 1L);
        refused("transport.manifest-old", () -> taking.takeIn(RECEPTION, school.node.act(), first));
        assertThat(school.node.journal().rebuild(Progress.SILENT).different()).isEmpty();
    }

    @Test
    void aLaterVersionKeepsWhatWasReceivedAndNeverDropsWhoCameIn() {
        accept();
        handOnTheKey();
        TripId here = taking.takeIn(RECEPTION, school.node.act(), file());
        school.arrive(here);
        PassageId five = expected(here, family);
        school.receptions.receive(RECEPTION, school.node.act(), five, 4);
        amendWithout(couple);
        byte[] second = file();
        taking.takeIn(RECEPTION, school.node.act(), second);
        assertThat(school.passage(five).accounted().received()).isEqualTo(4);
        assertThat(school.trip(here).accounted().people()).isEqualTo(11);
        assertThat(school.receptions.scan(RECEPTION, school.now(), here, couple))
                .isInstanceOf(Scanned.NotOnAnyManifest.class);
        amendWithout(family);
        byte[] third = file();
        refused("transport.manifest-contradicts", () -> taking.takeIn(RECEPTION, school.node.act(), third));
        school.receptions.takeBack(RECEPTION, school.node.act(), five, Optional.empty(), 4);
        taking.takeIn(RECEPTION, school.node.act(), third);
        school.receptions.receive(RECEPTION, school.node.act(), new PassageId(here.act()), 6);
        school.receptions.close(RECEPTION, school.node.act(), here);
        gate.trips.reopen(MARSHAL, gate.node.act(), bus, Amendment.MISTAKE);
        gate.board(bus, gate.card(1, 0));
        gate.seal(bus);
        refused("transport.manifest-over", () -> taking.takeIn(RECEPTION, school.node.act(), file()));
        assertThat(school.node.journal().rebuild(Progress.SILENT).different()).isEmpty();
    }

    /// Two buses; on the road the family goes over from one to the other, and the school sees it before it is told.
    @Test
    void whoWasMovedByThoseWhoReceivedThemIsCountedOnce() {
        accept();
        handOnTheKey();
        TripId second = gate.bus("bus-08");
        gate.count(second, 3, 0);
        leave(second);
        TripId first = bus;
        TripId one = taking.takeIn(RECEPTION, school.node.act(), file());
        bus = second;
        TripId other = taking.takeIn(RECEPTION, school.node.act(), file());
        school.arrive(other);
        PassageId five = expected(one, family);
        school.receptions.receiveFromElsewhere(RECEPTION, school.node.act(), five, one, other);
        assertThat(school.trip(one).amending()).isEmpty();
        assertThat(school.trip(one).accounted().people()).isEqualTo(8);
        moveAtTheGate(first, second);
        assertThat(taking.takeIn(RECEPTION, school.node.act(), file())).isEqualTo(other);
        assertThat(school.trip(other).accounted().people()).isEqualTo(8);
        assertThat(school.passage(five).trip()).isEqualTo(other);
        assertThat(school.passage(five).accounted().open()).isZero();
    }

    private void moveAtTheGate(TripId from, TripId to) {
        PassageId five = gate.trips.passages(MARSHAL, gate.now(), from).stream()
                .filter(one -> one.load().people() == 5)
                .map(Passage::id)
                .findFirst()
                .orElseThrow();
        gate.convoys.move(MARSHAL, gate.node.act(), from, to, List.of(five), Load.NOBODY, Amendment.BREAKDOWN);
        refused("transport.not-carriable", () -> sending.file(MARSHAL, gate.now(), from));
        for (TripId amended : List.of(from, to)) gate.seal(amended);
    }

    /// The bus that is sealed already leaves with another, the first in front.
    private ConvoyId leave(TripId other) {
        gate.seal(other);
        ConvoyId convoy =
                gate.convoys.form(MARSHAL, gate.node.act(), Optional.empty(), List.of(bus, other), List.of(), 30);
        gate.convoys.depart(MARSHAL, gate.node.act(), convoy, gate.node.clock().instant(), ZONE);
        return convoy;
    }

    /// The bus broke down behind the crossing and went back; the gate said so by radio.
    @Test
    void whatDoesNotComeIsSetAsideAndExpectedNoMoreUntilItComesAfterAll() {
        accept();
        handOnTheKey();
        TripId here = taking.takeIn(RECEPTION, school.node.act(), file());
        school.receptions.setAside(RECEPTION, school.node.act(), here, NotComing.TURNED_BACK, ToldBy.CROSSING);
        assertThat(school.receptions.coming(RECEPTION, school.now(), List.of(SCHOOL)))
                .isEmpty();
        assertThat(school.receptions.expected(RECEPTION, school.now())).isEmpty();
        assertThat(school.trips.lasting(RECEPTION, school.now(), CORRIDOR)).isEmpty();
        assertThat(school.receptions.setAside(RECEPTION, school.now()))
                .singleElement()
                .satisfies(trip -> assertThat(trip.elsewhere().orElseThrow().setAside())
                        .contains(new SetAside(
                                NotComing.TURNED_BACK,
                                ToldBy.CROSSING,
                                RECEPTION.account(),
                                school.node.clock().instant())));
        refused("transport.set-aside", () -> school.arrive(here));
        refused(
                "transport.not-arrived",
                () -> school.receptions.receive(RECEPTION, school.node.act(), new PassageId(here.act()), 6));
        refused("transport.not-coming", () -> school.receptions.confirm(RECEPTION, school.node.act(), here, 13));
        refused(
                "transport.not-on-the-way",
                () -> school.receptions.setAside(
                        RECEPTION, school.node.act(), here, NotComing.SENT_ELSEWHERE, ToldBy.COORDINATION));
        school.receptions.awaitAgain(COORDINATION, school.node.act(), here);
        refused("transport.not-set-aside", () -> school.receptions.awaitAgain(RECEPTION, school.node.act(), here));
        assertThat(school.receptions.setAside(RECEPTION, school.now())).isEmpty();
        school.arrive(here);
        school.receptions.receive(RECEPTION, school.node.act(), expected(here, family), 5);
        assertThat(school.node.journal().rebuild(Progress.SILENT).different()).isEmpty();
    }

    @Test
    void aLaterVersionOfWhatWasSetAsideSaysThatItComes() {
        accept();
        TripId here = taking.takeIn(RECEPTION, school.node.act(), file());
        school.receptions.setAside(
                COORDINATION, school.node.act(), here, NotComing.MANIFEST_WITHDRAWN, ToldBy.COORDINATION);
        taking.takeIn(RECEPTION, school.node.act(), file());
        assertThat(school.trip(here).state()).as("the same version again").isEqualTo(TripState.NOT_COMING);
        amendWithout(couple);
        taking.takeIn(RECEPTION, school.node.act(), file());
        assertThat(school.trip(here).state()).isEqualTo(TripState.ON_THE_ROAD);
        assertThat(school.trip(here).elsewhere().orElseThrow().setAside()).isEmpty();
        assertThat(school.node.journal().rebuild(Progress.SILENT).different()).isEmpty();
    }

    /// Their bus was sent elsewhere, and a family got into another.
    @Test
    void whoComesWithAnotherVehicleIsReceivedThoughTheirOwnWasSetAside() {
        accept();
        handOnTheKey();
        TripId second = gate.bus("bus-08");
        gate.count(second, 3, 0);
        leave(second);
        TripId aside = taking.takeIn(RECEPTION, school.node.act(), file());
        bus = second;
        TripId other = taking.takeIn(RECEPTION, school.node.act(), file());
        school.receptions.setAside(RECEPTION, school.node.act(), aside, NotComing.SENT_ELSEWHERE, ToldBy.CONVOY_LEADER);
        school.arrive(other);
        assertThat(school.receptions.scan(RECEPTION, school.now(), other, family))
                .isInstanceOfSatisfying(Scanned.Elsewhere.class, elsewhere -> {
                    assertThat(elsewhere.trip().id()).isEqualTo(aside);
                    school.receptions.receiveFromElsewhere(
                            RECEPTION, school.node.act(), elsewhere.passage().id(), aside, other);
                });
        assertThat(school.trip(other).accounted().received()).isEqualTo(5);
        assertThat(school.trip(aside).accounted().persons()).isEqualTo(8);
        assertThat(school.node.journal().rebuild(Progress.SILENT).different()).isEmpty();
    }

    @Test
    void onlyWhatWasTakenInIsSetAside() {
        gate.leave(gate.bus("bus-08"));
        refused(
                "transport.not-from-elsewhere",
                () -> gate.receptions.setAside(
                        RECEPTION, gate.node.act(), bus, NotComing.TURNED_BACK, ToldBy.CROSSING));
        accept();
        TripId here = taking.takeIn(RECEPTION, school.node.act(), file());
        assertThat(catchThrowable(() -> school.receptions.setAside(
                        MARSHAL, school.node.act(), here, NotComing.TURNED_BACK, ToldBy.CROSSING)))
                .isInstanceOf(NotPermitted.class);
        assertThat(catchThrowable(() -> school.receptions.awaitAgain(MARSHAL, school.node.act(), here)))
                .isInstanceOf(NotPermitted.class);
        school.arrive(here);
        refused(
                "transport.not-on-the-way",
                () -> school.receptions.setAside(
                        RECEPTION, school.node.act(), here, NotComing.TURNED_BACK, ToldBy.CROSSING));
    }

    /// Nobody here knows when it left; its manifest tells the day on which it was sealed.
    @Test
    void aVehicleDoesNotComeBeforeTheDayThatItsManifestWasSealedOn() {
        accept();
        TripId here = taking.takeIn(RECEPTION, school.node.act(), file());
        Instant dawn = DAY.atStartOfDay(ZoneOffset.UTC).toInstant();
        refused(
                "transport.before-sealed",
                () -> school.receptions.arrive(RECEPTION, school.node.act(), here, dawn.minusSeconds(1), ZONE));
        amendWithout(couple);
        taking.takeIn(RECEPTION, school.node.act(), file());
        refused(
                "transport.before-sealed",
                () -> school.receptions.arrive(RECEPTION, school.node.act(), here, dawn.minusSeconds(1), ZONE));
        school.receptions.arrive(RECEPTION, school.node.act(), here, dawn, ZONE);
        assertThat(school.trip(here).arrived()).contains(dawn);
    }

    /// Where only a later version came, it may have been sealed while the vehicle was on the road.
    @Test
    void ofALaterVersionADayBeforeItIsTimeEnough() {
        accept();
        amendWithout(couple);
        TripId here = taking.takeIn(RECEPTION, school.node.act(), file());
        Instant dawn = DAY.minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        refused(
                "transport.before-sealed",
                () -> school.receptions.arrive(RECEPTION, school.node.act(), here, dawn.minusSeconds(1), ZONE));
        school.receptions.arrive(RECEPTION, school.node.act(), here, dawn, ZONE);
    }

    @Test
    void withoutTheKeyOfTheDayPeopleAreReceivedByCountAndItIsSaidWhatIsMissing() {
        accept();
        TripId here = taking.takeIn(RECEPTION, school.node.act(), file());
        school.arrive(here);
        assertThat(school.receptions.scan(RECEPTION, school.now(), here, family))
                .isEqualTo(new Scanned.KeyMissing(List.of(DAY)));
        taking.take(RECEPTION, DayKey.of(DAY, new byte[16]));
        assertThat(taking.daysWithoutKey(RECEPTION, school.now(), here))
                .as("the key of another gate does not pass for it")
                .containsExactly(DAY);
        assertThat(school.receptions.scan(RECEPTION, school.now(), here, family))
                .isEqualTo(new Scanned.KeyMissing(List.of(DAY)));
        handOnTheKey();
        assertThat(taking.daysWithoutKey(RECEPTION, school.now(), here)).isEmpty();
        expected(here, family);
        assertThat(school.receptions.scan(RECEPTION, school.now(), here, gate.card(1, 0)))
                .isInstanceOf(Scanned.NotOnAnyManifest.class);
    }

    @Test
    void theKeyOfADayIsReadAsItIsTypedAndASlipIsFound() {
        DayKey key = sending.dayKey(COORDINATION, gate.node.act(), DAY);
        assertThat(key.groups()).matches("([0-9A-Z]{4} ){7}[0-9A-Z]{4}");
        assertThat(DayKey.parse(key.code())).isEqualTo(key);
        assertThat(DayKey.parse(" " + key.groups().toLowerCase(Locale.ROOT).replace(' ', '-')))
                .isEqualTo(key);
        String typed = key.groups().replace(" ", "");
        for (int at = 0; at < typed.length(); at++) {
            char other = typed.charAt(at) == '7' ? '8' : '7';
            String slip = typed.substring(0, at) + other + typed.substring(at + 1);
            refused("transport.day-key", () -> DayKey.parse(slip));
        }
        refused("transport.day-key", () -> DayKey.parse(typed.substring(1)));
        refused("transport.day-key", () -> DayKey.parse(""));
        assertThat(key).hasToString("the key of 2019-09-14");
        assertThat(catchThrowable(() -> sending.dayKey(MARSHAL, gate.node.act(), DAY)))
                .isInstanceOf(NotPermitted.class);
        refused("transport.day-key-day", () -> sending.dayKey(COORDINATION, gate.node.act(), DAY.plusDays(2)));
        refused("transport.day-key-day", () -> sending.dayKey(COORDINATION, gate.node.act(), DAY.minusDays(9)));
    }

    @Test
    void onlyWhatTwoPeopleSignedGoesWithAVehicle() {
        TripId other = gate.bus("bus-08");
        gate.count(other, 3, 0);
        refused("transport.not-carriable", () -> sending.file(MARSHAL, gate.now(), other));
        ManifestDigest seen = gate.trips.manifest(MARSHAL, gate.now(), other).digest();
        gate.trips.seal(MARSHAL, gate.node.act(), other, seen);
        refused("transport.not-carriable", () -> sending.file(MARSHAL, gate.now(), other));
        gate.trips.sign(SECOND, gate.node.act(), other, seen);
        assertThat(sending.file(MARSHAL, gate.now(), other)).isNotEmpty();
        gate.trips.reopen(MARSHAL, gate.node.act(), other, Amendment.CAME_OUT);
        refused("transport.not-carriable", () -> sending.codes(MARSHAL, gate.now(), other));
        gate.leave(other);
        gate.arrive(other);
        refused("transport.way-over", () -> sending.codes(MARSHAL, gate.now(), other));
    }

    @Test
    void aTripOfThisNodeIsNotTakenInAndOneFromElsewhereIsNotBoarded() {
        byte[] file = file();
        assertThat(sending.look(RECEPTION, gate.now(), file)).isInstanceOf(Brought.OfThisNode.class);
        refused("transport.manifest-ours", () -> sending.takeIn(RECEPTION, gate.node.act(), file));
        accept();
        TripId here = taking.takeIn(RECEPTION, school.node.act(), file);
        refused("transport.trip-from-elsewhere", () -> school.count(here, 1, 0));
        refused(
                "transport.trip-from-elsewhere",
                () -> school.trips.reopen(MARSHAL, school.node.act(), here, Amendment.MISTAKE));
        refused("transport.trip-from-elsewhere", () -> school.seal(here));
        refused("transport.trip-from-elsewhere", () -> school.trips.cancel(MARSHAL, school.node.act(), here));
        refused(
                "transport.trip-from-elsewhere",
                () -> school.convoys.form(MARSHAL, school.node.act(), Optional.empty(), List.of(here), List.of(), 30));
        refused("transport.not-carriable", () -> taking.file(MARSHAL, school.now(), here));
        assertThat(school.trip(school.bus("bus-07")).state())
                .as("the gate's bus-07 is no vehicle of this node")
                .isEqualTo(TripState.BOARDING);
    }

    @Test
    void aSafeAreaThatIsNotKnownHereIsSetUpFirst() {
        TripId other = gate.trip(gate.vehicle("bus-10", VehicleType.BUS, OnTheWay.BUS), annex());
        gate.count(other, 2, 0);
        gate.seal(other);
        bus = other;
        accept();
        assertThat(catchThrowable(() -> taking.takeIn(RECEPTION, school.node.act(), file())))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.code()).isEqualTo("transport.manifest-no-safe-area");
                    assertThat(problem.in(Language.EN)).contains("harbour-annex");
                });
    }

    private SafeAreaId annex() {
        var annex = new SafeAreaId("harbour-annex");
        gate.safeAreas.set(
                COORDINATION,
                gate.node.act(),
                new SafeArea(
                        annex,
                        TOWN,
                        Names.of(Language.EN, "Annex"),
                        List.of(CORRIDOR),
                        Map.of(PlaceKind.GENERAL, 10L)));
        return annex;
    }

    @Test
    void whereItDrivesInItsConvoyIsToldAndTheConvoyIsNot() {
        TripId second = gate.bus("bus-08");
        gate.count(second, 3, 0);
        ConvoyId convoy = leave(second);
        bus = second;
        assertThat(taking.look(RECEPTION, school.now(), file()))
                .isInstanceOfSatisfying(
                        Brought.FromUnknown.class,
                        unknown -> assertThat(unknown.manifest().convoy())
                                .contains(new ConvoyPlace(new VehicleId("bus-07"), 2, 2)));
        assertThat(new String(file(), StandardCharsets.UTF_8)).doesNotContain(convoy.toString());
    }

    private byte[] file() {
        return sending.file(MARSHAL, gate.now(), bus);
    }

    private void accept() {
        taking.accept(COORDINATION, school.node.act(), sending.key(), GATE);
    }

    private void handOnTheKey() {
        String dictated = sending.dayKey(COORDINATION, gate.node.act(), DAY).groups();
        taking.take(RECEPTION, DayKey.parse(dictated));
    }

    private PassageId expected(TripId here, CardNumber card) {
        return ((Scanned.Expected) school.receptions.scan(RECEPTION, school.now(), here, card))
                .passages()
                .getFirst()
                .id();
    }

    private void amendWithout(CardNumber card) {
        gate.trips.reopen(MARSHAL, gate.node.act(), bus, Amendment.CAME_OUT);
        PassageId aboard = gate.trips
                .boarder(MARSHAL, gate.node.act(), card)
                .before()
                .getFirst()
                .id();
        gate.trips.takeOut(MARSHAL, gate.node.act(), aboard, ZONE);
        gate.seal(bus);
    }

    private void manyMore() {
        gate.trips.reopen(MARSHAL, gate.node.act(), bus, Amendment.CAME_LATE);
        for (int more = 0; more < 12; more++) gate.board(bus, gate.card(1, 1));
        gate.seal(bus);
    }
}
