// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.clearway.corridor.Sayings.ZONE;
import static org.clearway.gate.AtTheGate.FAMILY;
import static org.clearway.gate.AtTheGate.GATE;
import static org.clearway.gate.AtTheGate.GATE_DESK;
import static org.clearway.gate.AtTheGate.OTHER_DESK;
import static org.clearway.gate.AtTheGate.PRESS;
import static org.clearway.gate.AtTheGate.PROTECTION;
import static org.clearway.gate.AtTheGate.household;
import static org.clearway.language.Refusal.refused;

import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.NotPermitted;
import org.clearway.access.Role;
import org.clearway.access.Sensitivity;
import org.clearway.corridor.Sayings;
import org.clearway.journal.ActId;
import org.clearway.journal.Progress;
import org.clearway.journal.Unsealed;
import org.clearway.language.Base32;
import org.clearway.language.Language;
import org.clearway.language.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CardsTest {
    private static final Set<Explained> ALL = EnumSet.allOf(Explained.class);
    private static final Household FIVE = new Household(
            FAMILY.people(), Map.of(MovementNeed.WHEELCHAIR, 1L), Language.AR, Optional.empty(), List.of());

    @TempDir
    Path folder;

    private AtTheGate desk;
    private Cards cards;

    @BeforeEach
    void open() {
        desk = new AtTheGate(folder.resolve("node"));
        cards = desk.cards;
        desk.at("2019-09-14T16:20");
        desk.openUntil("2019-09-14T23:00");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aFamilyGetsACardWhenAllOfItWasTold() {
        for (Explained left : Explained.values()) {
            var told = EnumSet.complementOf(EnumSet.of(left));
            refused("gate.card-not-told", () -> cards.issue(GATE_DESK, desk.node.act(), GATE, ZONE, told, FIVE));
        }
        Card card = desk.card(FIVE);
        assertThat(standing(card.number())).isInstanceOfSatisfying(CardStanding.Live.class, live -> {
            assertThat(live.card().gate()).isEqualTo(GATE);
            assertThat(live.card().issued())
                    .isEqualTo(new HourSlot(desk.node.clock().instant(), ZONE));
        });
    }

    @Test
    void aCodeIsKnownByItsSignatureWithoutAskingTheRecord() {
        Card card = desk.card(FIVE);
        assertThat(cards.check(card.code())).isEqualTo(new CardCheck.Genuine(card.number()));
        assertThat(cards.check(" " + card.code().toLowerCase(java.util.Locale.ROOT) + "\n"))
                .isEqualTo(new CardCheck.Genuine(card.number()));
        assertThat(cards.check(card.number().toString())).isEqualTo(new CardCheck.Typed(card.number()));
        assertThat(cards.check("https://example.org/")).isEqualTo(new CardCheck.NotACard());
        Card other = desk.card(FIVE);
        assertThat(cards.check(
                        card.code().replace(card.number().text(), other.number().text())))
                .isEqualTo(new CardCheck.Forged());
    }

    @RepeatedTest(20)
    void aCodeThatWasChangedAnywhereIsForgedOrNoCard(RepetitionInfo run) {
        var random = new SplittableRandom(run.getCurrentRepetition());
        String code = desk.card(FIVE).code();
        for (int i = 0; i < 50; i++) {
            int at = random.nextInt(code.length());
            char other = Base32.DIGITS.charAt(random.nextInt(32));
            if (other == code.charAt(at)) continue;
            String changed = code.substring(0, at) + other + code.substring(at + 1);
            assertThat(cards.check(changed))
                    .as(changed)
                    .isInstanceOfAny(CardCheck.Forged.class, CardCheck.NotACard.class);
        }
        assertThat(cards.check(code.substring(0, code.length() - 1))).isEqualTo(new CardCheck.Forged());
        assertThat(cards.check(code + "0")).isEqualTo(new CardCheck.Forged());
    }

    @Test
    void whatAnotherNodeSignedIsForgedHere() {
        try (var other = new AtTheGate(folder.resolve("other"))) {
            other.openUntil("2019-09-14T23:00");
            assertThat(cards.check(other.card(FIVE).code())).isEqualTo(new CardCheck.Forged());
        }
    }

    @Test
    void aSignedHeadOfTheChainIsNoCardAndACardNoHead() {
        Card card = desk.card(FIVE);
        assertThat(desk.node
                        .journal()
                        .signed("card", "CLEARWAY:1:" + card.number().text(), new byte[64]))
                .isFalse();
        byte[] otherwise =
                desk.node.journal().sign("other", "CLEARWAY:1:" + card.number().text());
        assertThat(desk.node
                        .journal()
                        .signed("card", "CLEARWAY:1:" + card.number().text(), otherwise))
                .isFalse();
    }

    @Test
    void theSameRequestTwiceIsOneCardAlsoWhenAnHourHasGoneByAndTheGateHasStopped() {
        ActId act = desk.node.act();
        Card first = cards.issue(GATE_DESK, act, GATE, ZONE, ALL, FIVE);
        desk.decide(Decision.SUSPEND, DecisionReason.FIRE_NEAR_ROUTE);
        desk.at("2019-09-14T17:40");
        desk.node.reopen();
        var reopened = new Cards(desk.node.journal());
        assertThat(reopened.issue(GATE_DESK, act, GATE, ZONE, ALL, FIVE)).isEqualTo(first);
        assertThat(reopened.print(GATE_DESK, desk.node.journal().now(), first.id()))
                .isEqualTo(first);
    }

    @Test
    void aReplacedCardIsDeadAtEveryDeskFromThatInstantAndTheNewOneIsForTheSamePeople() {
        Card old = desk.card(FIVE);
        ActId act = desk.node.act();
        Card fresh = cards.replace(GATE_DESK, act, GATE, ZONE, old.number());
        assertThat(fresh.number()).isNotEqualTo(old.number());
        for (Role role : List.of(Role.GATE, Role.SERVICE_POINT, Role.BOARDING, Role.RECEPTION, Role.COORDINATION)) {
            var actor = new Actor(new AccountId("some-desk"), Set.of(role));
            assertThat(cards.card(actor, desk.now(), old.number())).isEqualTo(new CardStanding.Dead());
            assertThat(cards.card(actor, desk.now(), fresh.number())).isInstanceOf(CardStanding.Live.class);
        }
        assertThat(opened(fresh)).isEqualTo(FIVE);
        assertThat(cards.replace(GATE_DESK, act, GATE, ZONE, old.number())).isEqualTo(fresh);
        refused("gate.card-dead", () -> cards.replace(GATE_DESK, desk.node.act(), GATE, ZONE, old.number()));
        refused("gate.card-dead", () -> cards.household(GATE_DESK, desk.node.act(), old.number()));
        refused("gate.card-dead", () -> cards.print(GATE_DESK, desk.now(), old.id()));
    }

    @Test
    void aCardForOtherPeopleThanBeforeIsIssuedToThoseWhoWereToldAndNeverToChildrenAlone() {
        Card old = desk.card(FIVE);
        Household alone = household(Map.of(Band.MALE_FROM_5, 1L), desk.handOver());
        refused(
                "gate.card-not-told",
                () -> cards.replace(
                        GATE_DESK, desk.node.act(), GATE, ZONE, old.number(), Set.of(Explained.TERMS), alone));
        Card child = cards.replace(GATE_DESK, desk.node.act(), GATE, ZONE, old.number(), ALL, alone);
        assertThat(opened(child)).isEqualTo(alone);
        assertThat(standing(old.number())).isEqualTo(new CardStanding.Dead());
        refused(
                "gate.handover-carded",
                () -> cards.replace(
                        GATE_DESK, desk.node.act(), GATE, ZONE, desk.card(FIVE).number(), ALL, alone));
        Card joined = cards.replace(GATE_DESK, desk.node.act(), GATE, ZONE, child.number(), ALL, FIVE);
        assertThat(opened(joined)).isEqualTo(FIVE);
    }

    @Test
    void aCardThatNobodyIssuedIsUnknown() {
        CardNumber never = CardNumber.of(42);
        assertThat(standing(never)).isEqualTo(new CardStanding.Unknown());
        refused("gate.card-unknown", () -> cards.replace(GATE_DESK, desk.node.act(), GATE, ZONE, never));
    }

    @Test
    void aLostCardIsFoundByHowManyTheyAreAndEachReadingIsOnRecord() {
        desk.at("2019-09-13T20:00");
        Card yesterday = desk.card(FIVE);
        desk.at("2019-09-14T16:30");
        Card lost = desk.card(FIVE);
        Card two = desk.card(household(Map.of(Band.FEMALE_FROM_60, 1L, Band.MALE_FROM_60, 1L)));
        List<LostCard> found = cards.lost(GATE_DESK, desk.node.act(), GATE, ZONE, 5, Optional.empty());
        assertThat(found).extracting(one -> one.card().id()).containsExactly(lost.id());
        assertThat(found.getFirst().household()).isEqualTo(FIVE);
        assertThat(reads()).isEqualTo(2);
        Card fresh = cards.replaceLost(GATE_DESK, desk.node.act(), GATE, ZONE, lost.id());
        assertThat(standing(lost.number())).isEqualTo(new CardStanding.Dead());
        assertThat(opened(fresh)).isEqualTo(FIVE);
        assertThat(List.of(standing(two.number()), standing(yesterday.number())))
                .allSatisfy(standing -> assertThat(standing).isInstanceOf(CardStanding.Live.class));
    }

    @Test
    void aCardThatManyOthersFollowedIsFoundByTheHourInWhichTheyGotIt() {
        desk.at("2019-09-14T16:30");
        var then = new HourSlot(Sayings.at("2019-09-14T16:00"), ZONE);
        Card lost = desk.card(FIVE);
        desk.at("2019-09-14T17:10");
        for (int i = 0; i < 60; i++) desk.card(household(Map.of(Band.FEMALE_FROM_18, 1L)));
        assertThat(cards.lost(GATE_DESK, desk.node.act(), GATE, ZONE, 5, Optional.empty()))
                .as("only the latest are opened where nobody remembers when")
                .isEmpty();
        assertThat(cards.lost(GATE_DESK, desk.node.act(), GATE, ZONE, 5, Optional.of(then)))
                .extracting(one -> one.card().id())
                .containsExactly(lost.id());
    }

    @Test
    void whileTheGateIsStoppedOnlyThoseWhoWereCountedInBeforeGetCards() {
        desk.count(FAMILY);
        desk.count(FAMILY);
        desk.card(FIVE);
        desk.decide(Decision.SUSPEND, DecisionReason.FIRE_NEAR_ROUTE);
        desk.at("2019-09-15T00:10");
        Card second = desk.card(FIVE);
        refused("gate.card-not-counted-in", () -> desk.card(FIVE));
        cards.replace(GATE_DESK, desk.node.act(), GATE, ZONE, second.number());
        refused("gate.card-not-counted-in", () -> desk.card(FIVE));
    }

    @Test
    void whenAnAssuranceLapsesNobodyInsideIsTurnedBack() {
        desk.count(FAMILY);
        desk.at("2019-09-14T23:00");
        assertThat(desk.state()).isInstanceOf(GateState.NotAssured.class);
        desk.card(FIVE);
        refused("gate.card-not-counted-in", () -> desk.card(FIVE));
    }

    @Test
    void aHouseholdWithoutAToldAdultHasNoCardUnlessEachOfThemWasHandedOver() {
        Map<Band, Long> child = Map.of(Band.FEMALE_FROM_5, 1L);
        refused("gate.card-child-alone", () -> household(child));
        refused("gate.card-child-alone", () -> household(Map.of(Band.NOT_TOLD, 3L)));
        refused("gate.card-child-alone", () -> household(Map.of(Band.FEMALE, 1L, Band.MALE_UNDER_5, 1L)));
        TallyId handover = desk.handOver();
        refused("gate.card-child-alone", () -> household(Map.of(Band.FEMALE_FROM_5, 2L), handover));
        refused("gate.card-child-alone", () -> household(Map.of(Band.FEMALE_FROM_5, 2L), handover, handover));
        refused("gate.card-child-alone", () -> household(Map.of(Band.MALE_FROM_18, 1L), handover));
        refused("gate.handover-unknown", () -> desk.card(household(child, desk.count(FAMILY))));
        Card card = desk.card(household(child, handover));
        assertThat(opened(card).handovers()).containsExactly(handover);
        refused("gate.handover-carded", () -> desk.card(household(child, handover)));
    }

    @Test
    void theCardOfAChildWhoWasHandedOverCannotBeToldFromAnother() {
        desk.card(household(Map.of(Band.FEMALE_FROM_5, 1L), desk.handOver()));
        desk.card(FIVE);
        assertThat(desk.now()
                        .rows()
                        .sql("select distinct length(body) from entry where type = 'gate.card-issued'")
                        .query(Long.class)
                        .list())
                .as("lengths of what was recorded")
                .hasSize(1);
    }

    /// Whatever is tried, in any order: every living card has an adult on it, or children each of whom was handed
    /// over and has no other living card.
    /// Rule 5 of the twenty do-no-harm rules: a child alone goes on by a handover only.
    @RepeatedTest(30)
    void noOrderOfActsGivesAChildAloneACard(RepetitionInfo run) {
        var random = new SplittableRandom(run.getCurrentRepetition());
        var handovers = new ArrayList<TallyId>();
        var numbers = new ArrayList<CardNumber>();
        for (int i = 0; i < 40; i++) {
            try {
                switch (random.nextInt(6)) {
                    case 0 -> handovers.add(desk.handOver());
                    case 1 -> handovers.add(desk.count(FAMILY));
                    case 2, 3 ->
                        numbers.add(desk.card(anyHousehold(random, handovers)).number());
                    default ->
                        numbers.add(
                                random.nextBoolean()
                                        ? cards.replace(GATE_DESK, desk.node.act(), GATE, ZONE, any(random, numbers))
                                                .number()
                                        : cards.replace(
                                                        GATE_DESK,
                                                        desk.node.act(),
                                                        GATE,
                                                        ZONE,
                                                        any(random, numbers),
                                                        ALL,
                                                        anyHousehold(random, handovers))
                                                .number());
                }
            } catch (Problem | IndexOutOfBoundsException refused) {
                // Most of what is tried here is.
            }
        }
        var escorted = new ArrayList<TallyId>();
        for (CardNumber number : numbers) {
            if (!(standing(number) instanceof CardStanding.Live)) continue;
            var opened = (Unsealed.Opened<Household>) cards.household(GATE_DESK, desk.node.act(), number);
            Household household = opened.value();
            boolean adult = household.people().keySet().stream()
                    .anyMatch(band -> band.age() == AgeBand.FROM_18 || band.age() == AgeBand.FROM_60);
            if (!adult) assertThat(household.handovers()).hasSize((int) household.persons());
            escorted.addAll(household.handovers());
        }
        assertThat(escorted)
                .doesNotHaveDuplicates()
                .allSatisfy(handover -> assertThat(handedOver(handover)).isTrue());
    }

    private static Household anyHousehold(SplittableRandom random, List<TallyId> handovers) {
        var people = new java.util.EnumMap<Band, Long>(Band.class);
        int kinds = 1 + random.nextInt(2);
        for (int i = 0; i < kinds; i++) {
            Band[] bands = Band.values();
            people.put(bands[random.nextInt(bands.length)], 1L);
        }
        var named = new ArrayList<TallyId>();
        for (int i = random.nextInt(3); i > 0; i--) named.add(any(random, handovers));
        return household(people, named.toArray(TallyId[]::new));
    }

    private static <T> T any(SplittableRandom random, List<T> of) {
        return of.get(random.nextInt(Math.max(1, of.size())));
    }

    private boolean handedOver(TallyId handover) {
        return desk.now()
                        .rows()
                        .sql("select count(*) from gate_handover where tally = ?")
                        .param(handover.toString())
                        .query(Long.class)
                        .single()
                == 1;
    }

    @Test
    void aHouseholdIsReadByThoseWhoMustAndIsGoneAfterItsTime() {
        Card card = desk.card(FIVE);
        assertThatExceptionOfType(NotPermitted.class)
                .isThrownBy(() -> cards.household(PRESS, desk.node.act(), card.number()));
        assertThatExceptionOfType(NotPermitted.class).isThrownBy(() -> cards.card(PRESS, desk.now(), card.number()));
        assertThatExceptionOfType(NotPermitted.class)
                .isThrownBy(() -> cards.issue(PRESS, desk.node.act(), GATE, ZONE, ALL, FIVE));
        assertThat(opened(card)).isEqualTo(FIVE);
        assertThat(reads()).isEqualTo(1);
        desk.node.clock().set(Instant.parse("2019-10-31T12:00:00Z"));
        desk.node.journal().destroyExpired();
        assertThat(cards.household(OTHER_DESK, desk.node.act(), card.number()))
                .isEqualTo(new Unsealed.Erased<Household>());
        assertThat(standing(card.number())).isInstanceOf(CardStanding.Live.class);
        refused("gate.card-erased", () -> cards.replace(GATE_DESK, desk.node.act(), GATE, ZONE, card.number()));
        cards.replace(GATE_DESK, desk.node.act(), GATE, ZONE, card.number(), ALL, FIVE);
    }

    @Test
    void noNumberOfACardStandsInAnythingThatIsKeptOrTakenOut() {
        Card card = desk.card(FIVE);
        var export = new StringWriter();
        desk.node.journal().export(PROTECTION, desk.node.act(), Sensitivity.STRICTLY_CONFIDENTIAL, export);
        assertThat(export.toString())
                .contains("gate.card-issued")
                .doesNotContain(card.number().text())
                .doesNotContain(card.number().toString());
        assertThat(desk.now()
                        .rows()
                        .sql("select * from gate_card")
                        .query()
                        .listOfRows()
                        .toString())
                .doesNotContain(card.number().text());
    }

    @Test
    void theCardsAreRemadeFromTheJournal() {
        Card old = desk.card(FIVE);
        cards.replace(GATE_DESK, desk.node.act(), GATE, ZONE, old.number());
        desk.card(household(Map.of(Band.MALE_FROM_5, 1L), desk.handOver()));
        assertThat(desk.node.journal().rebuild(Progress.SILENT).different()).isEmpty();
    }

    private CardStanding standing(CardNumber number) {
        return cards.card(GATE_DESK, desk.now(), number);
    }

    private Household opened(Card card) {
        return ((Unsealed.Opened<Household>) cards.household(GATE_DESK, desk.node.act(), card.number())).value();
    }

    private long reads() {
        return desk.now()
                .rows()
                .sql("select count(*) from entry where type = 'journal.confidential-read'")
                .query(Long.class)
                .single();
    }
}
