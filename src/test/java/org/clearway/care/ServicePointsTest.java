// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.clearway.care.Kitchen.COOK;
import static org.clearway.care.Kitchen.COORDINATION;
import static org.clearway.care.Kitchen.GATE;
import static org.clearway.care.Kitchen.KITCHEN;
import static org.clearway.care.Kitchen.LITRE;
import static org.clearway.care.Kitchen.MEAL;
import static org.clearway.care.Kitchen.PRESS;
import static org.clearway.language.Refusal.refused;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.clearway.access.NotPermitted;
import org.clearway.agreement.CorridorId;
import org.clearway.corridor.Sayings;
import org.clearway.corridor.Service;
import org.clearway.gate.CardNumber;
import org.clearway.gate.HourSlot;
import org.clearway.gate.Sex;
import org.clearway.journal.ActId;
import org.clearway.journal.Golden;
import org.clearway.journal.Progress;
import org.clearway.journal.Receipt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServicePointsTest {
    @TempDir
    Path folder;

    private Kitchen kitchen;
    private ServicePoints points;

    @BeforeEach
    void open() {
        kitchen = new Kitchen(folder.resolve("node"));
        points = kitchen.points;
    }

    @AfterEach
    void close() {
        kitchen.close();
    }

    @Test
    void aPointIsReadAsItWasSetUpAndToldAgainIsRestatedWhole() {
        assertThat(points.point(GATE, kitchen.now(), KITCHEN)).contains(Kitchen.kitchen());
        assertThat(points.points(GATE, kitchen.now(), Sayings.CORRIDOR))
                .containsExactly(Kitchen.kitchen(), Kitchen.store());
        var waterOnly = new ServicePoint(
                KITCHEN,
                Sayings.CORRIDOR,
                Optional.empty(),
                Kitchen.kitchen().names(),
                Set.of(Service.WATER),
                Map.of(),
                List.of());
        points.set(COORDINATION, kitchen.node.act(), waterOnly);
        assertThat(points.point(GATE, kitchen.now(), KITCHEN)).contains(waterOnly);
    }

    @Test
    void aPointStandsAtACorridorThatIsOnRecordAndItsRecipesNameWhatTheCatalogueHolds() {
        refused("corridor.unknown", () -> set(new CorridorId("elsewhere"), List.of()));
        refused(
                "care.item-unknown",
                () -> set(Sayings.CORRIDOR, List.of(new Recipe(Service.WATER, new ItemCode("nectar"), 1))));
    }

    /// Rule 3 of the twenty do-no-harm rules: services need no identity.
    @Test
    void nothingAsksFirstWithACardWithOneOfNobodyInParticularAndWithNoneItIsTheSameAnswerAndTheSameCount() {
        for (Service service : List.of(Service.WATER, Service.HOT_MEAL, Service.EMERGENCY_CARE)) {
            Touch.Given given = kitchen.given(service, 5);
            for (Receipt receipt : List.of(
                    points.give(COOK, kitchen.node.act(), given, Kitchen.card(1)),
                    points.give(COOK, kitchen.node.act(), given, Kitchen.card(2)),
                    points.give(COOK, kitchen.node.act(), given))) {
                assertThat(receipt.repeated()).isFalse();
            }
        }
        assertThat(kitchen.hours())
                .extracting(ServiceHour::service, ServiceHour::people)
                .containsExactlyInAnyOrder(
                        tuple(Service.WATER, 15L), tuple(Service.HOT_MEAL, 15L), tuple(Service.EMERGENCY_CARE, 15L));
        assertThat(kitchen.card(KITCHEN, MEAL).beyond()).isEqualTo(15);
    }

    /// The same rule, on the signatures: what a service needs holds nothing of anyone.
    @Test
    void whatIsAskedForAServiceIsPlaceServiceNumberAndHour() {
        assertThat(Arrays.stream(Touch.Given.class.getRecordComponents()).map(part -> part.getName()))
                .containsExactly("point", "service", "people", "hour", "how");
        assertThat(Stream.of(Touch.TurnedAway.class, Touch.Triage.class)
                        .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                        .map(part -> part.getType().getName()))
                .as("nobody who is turned away or treated can be told apart")
                .doesNotContain(CardNumber.class.getName(), Optional.class.getName());
        assertThat(Arrays.stream(ServicePoints.class.getMethods())
                        .filter(method ->
                                Arrays.asList(method.getParameterTypes()).contains(Touch.Triage.class))
                        .flatMap(method ->
                                Arrays.stream(method.getParameterTypes()).map(Class::getName)))
                .doesNotContain(CardNumber.class.getName(), Optional.class.getName());
    }

    @Test
    void anEmptyShelfKeepsNobodyFromBeingGivenWhatThereIs() {
        kitchen.give(Service.WATER, 7);
        assertThat(kitchen.hours()).extracting(ServiceHour::people).containsExactly(7L);
        StockCard card = kitchen.card(KITCHEN, LITRE);
        assertThat(card.onHand()).isZero();
        assertThat(card.beyond()).isEqualTo(21);
        assertThat(card.lines()).singleElement().satisfies(line -> {
            assertThat(line.kind()).isEqualTo(CardKind.GIVEN);
            assertThat(line.quantity()).isEqualTo(-21);
            assertThat(line.change()).isZero();
        });
    }

    @Test
    void aTouchThatIsSentTwiceIsCountedOnce() {
        ActId act = kitchen.node.act();
        points.give(COOK, act, kitchen.given(Service.WATER, 5));
        kitchen.later(Duration.ofHours(1));
        Receipt again = points.give(COOK, act, kitchen.given(Service.WATER, 5));
        assertThat(again.repeated()).isTrue();
        assertThat(kitchen.hours()).extracting(ServiceHour::people).containsExactly(5L);
        assertThat(kitchen.card(KITCHEN, LITRE).beyond()).isEqualTo(15);
    }

    @Test
    void theLastTouchCanBeTakenBackByItsOwnDeskWithWhatItTook() {
        kitchen.receive(KITCHEN, MEAL, 10, Kitchen.FIRST, "2019-09-14");
        TouchId slip = kitchen.give(Service.HOT_MEAL, 12);
        assertThat(kitchen.card(KITCHEN, MEAL).beyond()).isEqualTo(2);
        refused("care.touch-of-another", () -> points.undo(GATE, kitchen.node.act(), slip));
        assertThat(points.latest(COOK, kitchen.now(), KITCHEN, 5))
                .extracting(LastTouch::id)
                .containsExactly(slip);

        points.undo(COOK, kitchen.node.act(), slip);
        assertThat(kitchen.hours()).isEmpty();
        assertThat(points.latest(COOK, kitchen.now(), KITCHEN, 5)).isEmpty();
        assertThat(kitchen.card(KITCHEN, MEAL).onHand()).isEqualTo(10);
        assertThat(kitchen.card(KITCHEN, MEAL).beyond()).isZero();
        refused("care.touch-not-standing", () -> points.undo(COOK, kitchen.node.act(), slip));
    }

    @Test
    void aTouchOlderThanADayStands() {
        TouchId old = kitchen.give(Service.WATER, 1);
        kitchen.later(Duration.ofHours(24));
        points.undo(COOK, kitchen.node.act(), kitchen.give(Service.WATER, 2));
        TouchId second = kitchen.give(Service.WATER, 3);
        kitchen.later(Duration.ofHours(24).plusSeconds(1));
        refused("care.touch-not-standing", () -> points.undo(COOK, kitchen.node.act(), second));
        refused("care.touch-not-standing", () -> points.undo(COOK, kitchen.node.act(), old));
    }

    @Test
    void whoWentWithoutIsCountedByReasonBesideWhoWasServed() {
        kitchen.give(Service.HOT_MEAL, 40);
        away(WhyTurnedAway.NO_STOCK, 6);
        away(WhyTurnedAway.NO_STOCK, 1);
        away(WhyTurnedAway.NO_STAFF, 2);
        assertThat(kitchen.hours()).singleElement().satisfies(hour -> {
            assertThat(hour.people()).isEqualTo(40);
            assertThat(hour.turnedAway()).isEqualTo(Map.of(WhyTurnedAway.NO_STOCK, 7L, WhyTurnedAway.NO_STAFF, 2L));
            assertThat(hour.turnedAwayInAll()).isEqualTo(9);
        });
    }

    @Test
    void whatStandsOnPaperIsOfItsHourAndIsToldApart() {
        var morning = new HourSlot(Kitchen.NOON.minus(Duration.ofHours(4)), Sayings.ZONE);
        points.give(
                COOK,
                kitchen.node.act(),
                new Touch.Given(KITCHEN, Service.WATER, 200, morning, HowRecorded.FROM_PAPER));
        kitchen.give(Service.WATER, 5);
        assertThat(kitchen.hours())
                .extracting(ServiceHour::hour, ServiceHour::people, ServiceHour::afterwards)
                .containsExactly(
                        tuple(morning.begins(), 200L, 200L),
                        tuple(kitchen.hour().begins(), 5L, 0L));
    }

    @Test
    void anHourThatIsStillToComeIsASlip() {
        var tomorrow = new HourSlot(Kitchen.NOON.plus(Duration.ofDays(1)), Sayings.ZONE);
        refused(
                "care.hour-to-come",
                () -> points.give(
                        COOK,
                        kitchen.node.act(),
                        new Touch.Given(KITCHEN, Service.WATER, 5, tomorrow, HowRecorded.FROM_PAPER)));
        refused("care.people", () -> kitchen.given(Service.WATER, 0));
        refused("care.people", () -> kitchen.given(Service.WATER, Touch.MOST + 1));
    }

    @Test
    void patientsAreCountedByColourAgeAndSexAndByNothingElse() {
        triage(TriageColour.RED, PatientAge.UNDER_5, Sex.FEMALE);
        triage(TriageColour.RED, PatientAge.UNDER_5, Sex.FEMALE);
        triage(TriageColour.GREEN, PatientAge.NOT_TOLD, Sex.NOT_TOLD);
        assertThat(points.triage(COOK, kitchen.now(), KITCHEN, Kitchen.everything()))
                .containsExactly(
                        new TriageHour(
                                kitchen.hour().begins(), TriageColour.GREEN, PatientAge.NOT_TOLD, Sex.NOT_TOLD, 1),
                        new TriageHour(kitchen.hour().begins(), TriageColour.RED, PatientAge.UNDER_5, Sex.FEMALE, 2));
        assertThat(kitchen.hours()).isEmpty();
    }

    @Test
    void whatIsAnnouncedAndWhatIsFoundStandSideBySide() {
        var told = new Announcement(
                KITCHEN,
                Sayings.CENTRE,
                Map.of(Service.WATER, ServiceState.READY, Service.HOT_MEAL, ServiceState.READY),
                Sayings.source(Sayings.september(13)));
        points.announce(COORDINATION, kitchen.node.act(), told);
        var found = new Check(
                KITCHEN,
                Map.of(Service.WATER, ServiceState.DEGRADED),
                Map.of(Equipment.TAPS, 1L),
                Set.of(Lack.POWER, Lack.FUEL));
        points.check(COOK, kitchen.node.act(), found, kitchen.moment());
        PointStanding standing = points.standing(PRESS, kitchen.now(), KITCHEN);
        assertThat(standing.announced()).containsExactly(told);
        assertThat(standing.found()).contains(new PointStanding.Found(found, COOK.account(), kitchen.moment()));
    }

    @Test
    void whoMayDoWhat() {
        assertThatThrownBy(() -> points.give(PRESS, kitchen.node.act(), kitchen.given(Service.WATER, 1)))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> points.set(COOK, kitchen.node.act(), Kitchen.store()))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> points.hours(PRESS, kitchen.now(), KITCHEN, Kitchen.everything()))
                .isInstanceOf(NotPermitted.class);
        points.give(GATE, kitchen.node.act(), kitchen.given(Service.WATER, 1));
        refused(
                "care.point-unknown",
                () -> points.turnAway(
                        COOK,
                        kitchen.node.act(),
                        new Touch.TurnedAway(
                                new PointId("elsewhere"),
                                Service.WATER,
                                WhyTurnedAway.FULL,
                                1,
                                kitchen.hour(),
                                HowRecorded.AT_ONCE)));
    }

    @Test
    void whatIsSetUpWronglyIsRefused() {
        refused("care.transport-elsewhere", () -> point(Set.of(Service.TRANSPORT), List.of()));
        refused(
                "care.recipe-of-no-service",
                () -> point(Set.of(Service.WATER), List.of(new Recipe(Service.HOT_MEAL, MEAL, 1))));
        refused(
                "care.recipe-twice",
                () -> point(
                        Set.of(Service.WATER),
                        List.of(new Recipe(Service.WATER, LITRE, 1), new Recipe(Service.WATER, LITRE, 2))));
        refused("care.quantity", () -> new Recipe(Service.WATER, LITRE, 0));
        refused("care.id", () -> new PointId("North Kitchen"));
    }

    @Test
    void theBytesOfEveryEntryAreReadAndWrittenForEver() {
        Golden.holds(ServicePoints.chapter());
    }

    @Test
    void theViewsComeOutTheSameFromTheJournal() {
        kitchen.receive(KITCHEN, MEAL, 10, Kitchen.FIRST, "2019-09-15");
        kitchen.give(Service.HOT_MEAL, 4);
        points.undo(COOK, kitchen.node.act(), kitchen.give(Service.HOT_MEAL, 9));
        triage(TriageColour.YELLOW, PatientAge.FROM_18, Sex.MALE);
        away(WhyTurnedAway.FULL, 3);
        assertThat(kitchen.node.journal().rebuild(Progress.SILENT).different()).isEmpty();
    }

    private void triage(TriageColour colour, PatientAge age, Sex sex) {
        points.triage(
                COOK,
                kitchen.node.act(),
                new Touch.Triage(KITCHEN, colour, age, sex, 1, kitchen.hour(), HowRecorded.AT_ONCE));
    }

    private void away(WhyTurnedAway because, int people) {
        points.turnAway(
                COOK,
                kitchen.node.act(),
                new Touch.TurnedAway(KITCHEN, Service.HOT_MEAL, because, people, kitchen.hour(), HowRecorded.AT_ONCE));
    }

    private void set(CorridorId corridor, List<Recipe> recipes) {
        var point = new ServicePoint(
                new PointId("spring"),
                corridor,
                Optional.empty(),
                Kitchen.store().names(),
                Set.of(Service.WATER),
                Map.of(),
                recipes);
        points.set(COORDINATION, kitchen.node.act(), point);
    }

    private static ServicePoint point(Set<Service> services, List<Recipe> recipes) {
        return new ServicePoint(
                new PointId("spring"),
                Sayings.CORRIDOR,
                Optional.empty(),
                Kitchen.store().names(),
                services,
                Map.of(),
                recipes);
    }
}
