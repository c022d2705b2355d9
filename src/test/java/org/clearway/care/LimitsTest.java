// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clearway.care.Kitchen.COOK;
import static org.clearway.care.Kitchen.COORDINATION;
import static org.clearway.care.Kitchen.GATE;
import static org.clearway.care.Kitchen.KITCHEN;
import static org.clearway.language.Refusal.refused;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.clearway.access.Actor;
import org.clearway.access.NotPermitted;
import org.clearway.access.Role;
import org.clearway.agreement.Agreements;
import org.clearway.agreement.Assurance;
import org.clearway.agreement.AssuranceStatus;
import org.clearway.agreement.PartyId;
import org.clearway.corridor.Corridors;
import org.clearway.corridor.CrossingId;
import org.clearway.corridor.Sayings;
import org.clearway.corridor.Service;
import org.clearway.gate.Band;
import org.clearway.gate.CardNumber;
import org.clearway.gate.Cards;
import org.clearway.gate.Decided;
import org.clearway.gate.Decision;
import org.clearway.gate.DecisionReason;
import org.clearway.gate.Explained;
import org.clearway.gate.Gate;
import org.clearway.gate.Gates;
import org.clearway.gate.HourSlot;
import org.clearway.gate.Household;
import org.clearway.journal.ActId;
import org.clearway.journal.Progress;
import org.clearway.journal.Receipt;
import org.clearway.language.Language;
import org.clearway.language.Problem;
import org.clearway.time.Occurred;
import org.clearway.time.OpeningWindow;
import org.clearway.time.Span;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The limits of services: what they keep to, and what they never do.
class LimitsTest {
    private static final CardNumber CARD = Kitchen.card(1);
    private static final CardNumber OTHER_CARD = Kitchen.card(2);

    /// As narrow as limits can be: once a day, at no hour that ever comes again today, by nobody at this desk.
    private static final Limits NARROWEST = new Limits(
            KITCHEN,
            Service.HOT_MEAL,
            Optional.of(1_440L),
            Optional.of(1L),
            Set.of(Service.NECESSITIES),
            true,
            Set.of(Role.RECEPTION),
            List.of(new OpeningWindow(
                    EnumSet.of(DayOfWeek.FRIDAY), LocalTime.of(9, 0), LocalTime.of(9, 1), Sayings.ZONE)));

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
    void betweenTwoMealsWithOneCardLiesTheLeastTimeAndTheRefusalSaysWhenItEnds() {
        limit(every(240));
        give(Service.HOT_MEAL, CARD);
        kitchen.later(Duration.ofMinutes(239));
        assertThatThrownBy(() -> give(Service.HOT_MEAL, CARD)).isInstanceOfSatisfying(Problem.class, why -> {
            assertThat(why.code()).isEqualTo("care.limit-interval");
            assertThat(why.in(Language.EN)).startsWith("hot meals").contains("19:00 on 2019-09-14");
            assertThat(why.in(Language.AR)).startsWith("الوجبات الساخنة").contains("19:00");
        });
        give(Service.HOT_MEAL, OTHER_CARD);
        kitchen.later(Duration.ofMinutes(1));
        give(Service.HOT_MEAL, CARD);
        assertThat(given(Service.HOT_MEAL)).isEqualTo(3);
    }

    @Test
    void theLeastTimeIsKeptOverMidnightAndTheMostADayBeginsAnewThere() {
        limit(every(600));
        kitchen.later(Duration.ofHours(8));
        give(Service.HOT_MEAL, CARD);
        kitchen.later(Duration.ofHours(3));
        refused("care.limit-interval", () -> give(Service.HOT_MEAL, CARD));
        limit(mostADay(1));
        give(Service.HOT_MEAL, CARD);
        refused("care.limit-day", () -> give(Service.HOT_MEAL, CARD));
    }

    @Test
    void ofTwoServicesThatStandInForEachOtherACardIsGivenOneADayWhicheverComesFirst() {
        Limits either = new Limits(
                KITCHEN,
                Service.HOT_MEAL,
                Optional.empty(),
                Optional.empty(),
                Set.of(Service.NECESSITIES),
                false,
                Set.of(),
                List.of());
        withNecessities();
        limit(either);
        give(Service.HOT_MEAL, CARD);
        give(Service.HOT_MEAL, CARD);
        refused("care.limit-other", () -> give(Service.NECESSITIES, CARD));
        give(Service.NECESSITIES, OTHER_CARD);
        refused("care.limit-other", () -> give(Service.HOT_MEAL, OTHER_CARD));
        kitchen.later(Duration.ofHours(24));
        give(Service.NECESSITIES, CARD);
    }

    @Test
    void aHouseholdIsGivenToWholeAndItsNumberIsReadFromItsCard() {
        CardNumber family = card(Map.of(Band.FEMALE_FROM_18, 1L, Band.MALE_UNDER_5, 4L));
        limit(wholeHousehold());
        assertThatThrownBy(() -> give(Service.HOT_MEAL, family)).isInstanceOfSatisfying(Problem.class, why -> {
            assertThat(why.code()).isEqualTo("care.limit-household");
            assertThat(why.in(Language.EN)).contains("the card is for 5");
        });
        giveToAll(Service.HOT_MEAL, family);
        assertThat(given(Service.HOT_MEAL)).isEqualTo(5);
        refused("care.household-not-known", () -> giveToAll(Service.HOT_MEAL, CARD));
        give(Service.HOT_MEAL, CARD);
        assertThat(given(Service.HOT_MEAL)).isEqualTo(6);
    }

    @Test
    void aServiceIsGivenByTheDesksAndInTheHoursThatItsLimitsName() {
        limit(new Limits(
                KITCHEN,
                Service.HOT_MEAL,
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                false,
                Set.of(Role.SERVICE_POINT),
                List.of(new OpeningWindow(
                        EnumSet.allOf(DayOfWeek.class), LocalTime.of(11, 0), LocalTime.of(16, 0), Sayings.ZONE))));
        refused("care.limit-desk", () -> points.give(GATE, kitchen.node.act(), kitchen.given(Service.HOT_MEAL, 1)));
        kitchen.give(Service.HOT_MEAL, 1);
        kitchen.later(Duration.ofHours(1));
        assertThatThrownBy(() -> kitchen.give(Service.HOT_MEAL, 1)).isInstanceOfSatisfying(Problem.class, why -> {
            assertThat(why.code()).isEqualTo("care.limit-hours");
            assertThat(why.in(Language.EN)).contains("11:00 on 2019-09-15");
        });
    }

    @Test
    void whatWasGivenBeforeIsNeverRefusedAfterwards() {
        limit(NARROWEST);
        var morning = new HourSlot(Kitchen.NOON.minus(Duration.ofHours(4)), Sayings.ZONE);
        var paper = new Touch.Given(KITCHEN, Service.HOT_MEAL, 40, morning, HowRecorded.FROM_PAPER);
        points.give(COOK, kitchen.node.act(), paper);
        points.give(COOK, kitchen.node.act(), paper, CARD);
        assertThat(given(Service.HOT_MEAL)).isEqualTo(80);
    }

    /// Water and urgent care: there is no value that would limit them, and no limit of another service reaches them.
    @Test
    void noLimitEverRefusesWaterOrUrgentCare() {
        for (Service need : List.of(Service.WATER, Service.EMERGENCY_CARE)) {
            refused("care.limit-on-need", () -> Limits.none(KITCHEN, need));
            refused(
                    "care.limit-on-need",
                    () -> new Limits(
                            KITCHEN,
                            Service.HOT_MEAL,
                            Optional.empty(),
                            Optional.empty(),
                            Set.of(need),
                            false,
                            Set.of(),
                            List.of()));
        }
        CardNumber family = card(Map.of(Band.FEMALE_FROM_18, 2L));
        limit(NARROWEST);
        for (Service need : List.of(Service.WATER, Service.EMERGENCY_CARE)) {
            for (int time = 0; time < 3; time++) {
                for (Actor desk : List.of(COOK, GATE, COORDINATION)) {
                    for (CardNumber card : List.of(CARD, family)) {
                        assertThat(points.held(desk, kitchen.now(), Kitchen.kitchen(), Optional.of(card), Sayings.ZONE))
                                .doesNotContainKey(need);
                        points.give(desk, kitchen.node.act(), kitchen.given(need, 1), card);
                    }
                    points.give(desk, kitchen.node.act(), kitchen.given(need, 1));
                }
            }
            assertThat(given(need)).isEqualTo(3 * 3 * 3);
            refused("care.not-to-households", () -> giveToAll(need, family));
        }
    }

    /// What no limit asks for is not kept: a card that was shown for water leaves nothing in the journal.
    @Test
    void aPseudonymIsKeptOnlyWhereALimitAsksForItAndItIsAnotherForEachServiceAndEachDay() {
        points.give(COOK, kitchen.node.act(), kitchen.given(Service.HOT_MEAL, 1), CARD);
        assertThat(kept()).isEmpty();
        withNecessities();
        limit(every(60));
        limit(new Limits(
                KITCHEN, Service.NECESSITIES, Optional.empty(), Optional.of(3L), Set.of(), false, Set.of(), List.of()));
        give(Service.HOT_MEAL, CARD);
        give(Service.NECESSITIES, CARD);
        give(Service.WATER, CARD);
        kitchen.later(Duration.ofHours(24));
        give(Service.HOT_MEAL, CARD);
        assertThat(kept()).hasSize(3).doesNotHaveDuplicates();
        kitchen.later(Duration.ofHours(49));
        give(Service.HOT_MEAL, OTHER_CARD);
        assertThat(kept()).as("what no limit can ask for any more is deleted").hasSize(1);
    }

    @Test
    void aCardThatAnotherWasIssuedForIsNotMeasuredBesideItAndKeepsNobodyFromWater() {
        CardNumber old = card(Map.of(Band.FEMALE_FROM_18, 2L));
        new Cards(kitchen.node.journal()).replace(GATE, kitchen.node.act(), gate(), Sayings.ZONE, old);
        limit(every(60));
        refused("care.card-dead", () -> give(Service.HOT_MEAL, old));
        give(Service.WATER, old);
    }

    @Test
    void aSlipThatIsTakenBackLimitsNobody() {
        limit(mostADay(1));
        Receipt slip = give(Service.HOT_MEAL, CARD);
        refused("care.limit-day", () -> give(Service.HOT_MEAL, CARD));
        points.undo(COOK, kitchen.node.act(), TouchId.of(slip.act()));
        give(Service.HOT_MEAL, CARD);
    }

    @Test
    void theSameRequestAgainIsTheSameActThoughTheDayHasGoneBy() {
        limit(mostADay(1));
        ActId act = kitchen.node.act();
        Touch.Given meal = kitchen.given(Service.HOT_MEAL, 1);
        points.give(COOK, act, meal, CARD);
        kitchen.later(Duration.ofHours(10));
        assertThat(points.give(COOK, act, meal, CARD).repeated()).isTrue();
        assertThat(given(Service.HOT_MEAL)).isEqualTo(1);
    }

    @Test
    void theSameRequestAgainIsAnsweredAsItWasHoweverTheServiceIsLimitedByNow() {
        ActId act = kitchen.node.act();
        Touch.Given meal = kitchen.given(Service.HOT_MEAL, 1);
        CardNumber family = card(Map.of(Band.FEMALE_FROM_18, 3L));
        points.give(COOK, act, meal, family);
        limit(mostADay(1));
        assertThat(points.give(COOK, act, meal, family).repeated()).isTrue();
        limit(wholeHousehold());
        assertThat(points.give(COOK, act, meal, family).repeated()).isTrue();
        ActId all = kitchen.node.act();
        points.giveToAll(COOK, all, KITCHEN, Service.HOT_MEAL, kitchen.hour(), family);
        limit(Limits.none(KITCHEN, Service.HOT_MEAL));
        assertThat(points.giveToAll(COOK, all, KITCHEN, Service.HOT_MEAL, kitchen.hour(), family)
                        .repeated())
                .isTrue();
        assertThat(given(Service.HOT_MEAL)).isEqualTo(4);
    }

    @Test
    void theSecretOfADayIsForgottenWhenTheDayAfterIsOver() {
        limit(mostADay(1));
        give(Service.HOT_MEAL, CARD);
        kitchen.later(Duration.ofHours(24));
        give(Service.HOT_MEAL, CARD);
        assertThat(secrets()).containsExactly("2019-09-14", "2019-09-15");
        kitchen.later(Duration.ofHours(24));
        give(Service.HOT_MEAL, CARD);
        assertThat(secrets()).containsExactly("2019-09-15", "2019-09-16");
        assertThat(kitchen.node.journal().rebuild(Progress.SILENT).different()).isEmpty();
        refused("care.limit-day", () -> give(Service.HOT_MEAL, CARD));
    }

    @Test
    void whatIsNotGivenAnyMoreLimitsNothingElseAndItsLimitsCanBeLifted() {
        withNecessities();
        limit(new Limits(
                KITCHEN,
                Service.NECESSITIES,
                Optional.empty(),
                Optional.empty(),
                Set.of(Service.HOT_MEAL),
                false,
                Set.of(),
                List.of()));
        give(Service.NECESSITIES, CARD);
        refused("care.limit-other", () -> give(Service.HOT_MEAL, CARD));
        points.set(COORDINATION, kitchen.node.act(), Kitchen.kitchen());
        give(Service.HOT_MEAL, CARD);
        limit(Limits.none(KITCHEN, Service.NECESSITIES));
        assertThat(points.limits(COOK, kitchen.now(), KITCHEN)).isEmpty();
    }

    @Test
    void aCardThatIsDeadOrADeskThatDoesNotGiveOpensNobodysHousehold() {
        CardNumber old = card(Map.of(Band.FEMALE_FROM_18, 2L));
        new Cards(kitchen.node.journal()).replace(GATE, kitchen.node.act(), gate(), Sayings.ZONE, old);
        limit(wholeHousehold());
        long before = readings();
        refused("care.card-dead", () -> giveToAll(Service.HOT_MEAL, old));
        refused("care.card-dead", () -> give(Service.HOT_MEAL, old));
        assertThat(readings()).isEqualTo(before);
    }

    @Test
    void limitsAreReadAsTheyWereSetAndLiftedByNamingNone() {
        limit(NARROWEST);
        assertThat(points.limits(COOK, kitchen.now(), KITCHEN)).containsExactly(NARROWEST);
        limit(Limits.none(KITCHEN, Service.HOT_MEAL));
        assertThat(points.limits(COOK, kitchen.now(), KITCHEN)).isEmpty();
        give(Service.HOT_MEAL, CARD);
        give(Service.HOT_MEAL, CARD);
    }

    @Test
    void limitsThatMakeNoSenseAreRefused() {
        refused("care.limit-figure", () -> every(0));
        refused("care.limit-figure", () -> every(1_441));
        refused("care.limit-figure", () -> mostADay(25));
        refused(
                "care.limit-with-itself",
                () -> new Limits(
                        KITCHEN,
                        Service.HOT_MEAL,
                        Optional.empty(),
                        Optional.empty(),
                        Set.of(Service.HOT_MEAL),
                        false,
                        Set.of(),
                        List.of()));
        refused(
                "care.limit-nobody-gives",
                () -> limit(new Limits(
                        KITCHEN,
                        Service.HOT_MEAL,
                        Optional.empty(),
                        Optional.empty(),
                        Set.of(),
                        false,
                        Set.of(Role.PRESS),
                        List.of())));
        refused(
                "care.limit-of-no-service",
                () -> limit(new Limits(
                        KITCHEN,
                        Service.SHELTER,
                        Optional.of(60L),
                        Optional.empty(),
                        Set.of(),
                        false,
                        Set.of(),
                        List.of())));
        refused("care.point-unknown", () -> limit(Limits.none(new PointId("elsewhere"), Service.SHELTER)));
        assertThatThrownBy(() -> points.limit(COOK, kitchen.node.act(), every(10)))
                .isInstanceOf(NotPermitted.class);
    }

    @Test
    void threeDesksAtOnceGiveACardNoMoreThanTheMostADay() throws InterruptedException, ExecutionException {
        limit(mostADay(2));
        try (var threads = Executors.newFixedThreadPool(3)) {
            var work = new ArrayList<Callable<Integer>>();
            for (int desk = 0; desk < 3; desk++) work.add(() -> giveTenTimes(CARD));
            int sum = 0;
            for (Future<Integer> done : threads.invokeAll(work)) sum += done.get();
            assertThat(sum).isEqualTo(2);
        }
        assertThat(given(Service.HOT_MEAL)).isEqualTo(2);
    }

    /// Whatever desks do in whatever order, with repeats and undoing: a card is given to as its limits say, reckoned
    /// here by other means, and the ledger is the sum of what was given with a card and without.
    @RepeatedTest(8)
    void limitsHoldOverEveryOrderOfActs(RepetitionInfo run) {
        var random = new SplittableRandom(run.getCurrentRepetition());
        limit(new Limits(
                KITCHEN, Service.HOT_MEAL, Optional.of(90L), Optional.of(3L), Set.of(), false, Set.of(), List.of()));
        var meals = new HashMap<CardNumber, List<Instant>>();
        long sum = 0;
        for (int i = 0; i < 120; i++) {
            kitchen.later(Duration.ofMinutes(random.nextInt(40)));
            CardNumber card = Kitchen.card(random.nextInt(3));
            List<Instant> before = meals.computeIfAbsent(card, none -> new ArrayList<>());
            if (random.nextInt(4) == 0) {
                kitchen.give(Service.HOT_MEAL, 1);
                sum++;
            } else if (allowed(before)) {
                ActId act = kitchen.node.act();
                Touch.Given meal = kitchen.given(Service.HOT_MEAL, 1);
                points.give(COOK, act, meal, card);
                if (random.nextBoolean())
                    assertThat(points.give(COOK, act, meal, card).repeated()).isTrue();
                if (random.nextInt(5) == 0) {
                    points.undo(COOK, kitchen.node.act(), TouchId.of(act));
                } else {
                    before.add(kitchen.time());
                    sum++;
                }
            } else {
                assertThatThrownBy(() -> give(Service.HOT_MEAL, card)).isInstanceOf(Problem.class);
            }
        }
        assertThat(given(Service.HOT_MEAL)).isEqualTo(sum);
        assertThat(kitchen.node.journal().rebuild(Progress.SILENT).different()).isEmpty();
    }

    private boolean allowed(List<Instant> before) {
        long today = before.stream()
                .filter(meal -> meal.atZone(Sayings.ZONE)
                        .toLocalDate()
                        .equals(kitchen.time().atZone(Sayings.ZONE).toLocalDate()))
                .count();
        return today < 3
                && before.stream()
                        .noneMatch(meal -> meal.plus(Duration.ofMinutes(90)).isAfter(kitchen.time()));
    }

    private int giveTenTimes(CardNumber card) {
        int given = 0;
        for (int i = 0; i < 10; i++) {
            try {
                give(Service.HOT_MEAL, card);
                given++;
            } catch (Problem refused) {
                assertThat(refused.code()).isEqualTo("care.limit-day");
            }
        }
        return given;
    }

    private static Limits every(long minutes) {
        return new Limits(
                KITCHEN,
                Service.HOT_MEAL,
                Optional.of(minutes),
                Optional.empty(),
                Set.of(),
                false,
                Set.of(),
                List.of());
    }

    private static Limits mostADay(long times) {
        return new Limits(
                KITCHEN, Service.HOT_MEAL, Optional.empty(), Optional.of(times), Set.of(), false, Set.of(), List.of());
    }

    private static Limits wholeHousehold() {
        return new Limits(
                KITCHEN, Service.HOT_MEAL, Optional.empty(), Optional.empty(), Set.of(), true, Set.of(), List.of());
    }

    private void limit(Limits limits) {
        points.limit(COORDINATION, kitchen.node.act(), limits);
    }

    private Receipt give(Service service, CardNumber card) {
        return points.give(COOK, kitchen.node.act(), kitchen.given(service, 1), card);
    }

    private void giveToAll(Service service, CardNumber card) {
        points.giveToAll(COOK, kitchen.node.act(), KITCHEN, service, kitchen.hour(), card);
    }

    private long given(Service service) {
        return kitchen.hours().stream()
                .filter(hour -> hour.service() == service)
                .mapToLong(ServiceHour::people)
                .sum();
    }

    private List<String> secrets() {
        return kitchen.now()
                .rows()
                .sql("select day from care_day_secret order by day")
                .query((row, n) -> row.getString(1))
                .list();
    }

    private long readings() {
        return kitchen.now()
                .rows()
                .sql("select count(*) from entry where type = 'journal.shown-read'")
                .query(Long.class)
                .single();
    }

    private List<String> kept() {
        return kitchen.now()
                .rows()
                .sql("select served from care_served order by position")
                .query((row, n) -> row.getString(1))
                .list();
    }

    private void withNecessities() {
        ServicePoint point = Kitchen.kitchen();
        var services = new HashSet<>(point.services());
        services.add(Service.NECESSITIES);
        points.set(
                COORDINATION,
                kitchen.node.act(),
                new ServicePoint(
                        point.id(),
                        point.corridor(),
                        point.crossing(),
                        point.names(),
                        services,
                        point.equipment(),
                        point.recipes()));
    }

    private static Gate gate() {
        return new Gate(Sayings.CORRIDOR, new CrossingId("south-crossing"));
    }

    /// A card of this node, issued at a gate that every party's promise keeps open.
    private CardNumber card(Map<Band, Long> people) {
        var agreements = new Agreements(kitchen.node.journal());
        for (PartyId party : List.of(Sayings.GOVERNMENT, Sayings.GROUPS)) {
            var valid = new Span(Occurred.at(Kitchen.NOON.minus(Duration.ofHours(6)), Sayings.ZONE), Optional.empty());
            agreements.assure(
                    COORDINATION,
                    kitchen.node.act(),
                    new Assurance(
                            Sayings.CORRIDOR,
                            party,
                            AssuranceStatus.GIVEN,
                            valid,
                            Sayings.source(Sayings.september(13))));
        }
        new Gates(kitchen.node.journal(), new Corridors(kitchen.node.journal()))
                .decide(
                        COORDINATION,
                        kitchen.node.act(),
                        new Decided(
                                Sayings.CORRIDOR, Decision.OPEN, DecisionReason.ASSURANCES_GIVEN, Optional.empty()));
        return new Cards(kitchen.node.journal())
                .issue(
                        GATE,
                        kitchen.node.act(),
                        gate(),
                        Sayings.ZONE,
                        EnumSet.allOf(Explained.class),
                        new Household(people, Map.of(), Language.AR, Optional.empty(), List.of()))
                .number();
    }
}
