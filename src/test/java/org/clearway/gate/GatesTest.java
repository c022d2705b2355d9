// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.clearway.corridor.Sayings.CORRIDOR;
import static org.clearway.corridor.Sayings.GOVERNMENT;
import static org.clearway.corridor.Sayings.GROUPS;
import static org.clearway.corridor.Sayings.OBSERVATORY;
import static org.clearway.corridor.Sayings.ZONE;
import static org.clearway.gate.AtTheGate.CHILD_CARE;
import static org.clearway.gate.AtTheGate.COORDINATION;
import static org.clearway.gate.AtTheGate.FAMILY;
import static org.clearway.gate.AtTheGate.GATE;
import static org.clearway.gate.AtTheGate.GATE_DESK;
import static org.clearway.gate.AtTheGate.OTHER_DESK;
import static org.clearway.gate.AtTheGate.PRESS;
import static org.clearway.language.Refusal.refused;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearway.access.NotPermitted;
import org.clearway.corridor.CrossingId;
import org.clearway.corridor.Sayings;
import org.clearway.corridor.Used;
import org.clearway.journal.ActId;
import org.clearway.journal.Golden;
import org.clearway.journal.Progress;
import org.clearway.time.Period;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatesTest {
    @TempDir
    Path folder;

    private AtTheGate desk;
    private Gates gates;

    @BeforeEach
    void open() {
        desk = new AtTheGate(folder.resolve("node"));
        gates = desk.gates;
        desk.at("2019-09-14T16:20");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aGateThatNobodyOpenedTakesNobodyIn() {
        assertThat(desk.state()).isEqualTo(new GateState.NotOpened());
        refused("gate.not-opened", () -> desk.count(FAMILY));
    }

    @Test
    void aGateIsOpenedOnlyWhileEveryPartyPromises() {
        refused("gate.not-assured", () -> desk.decide(Decision.OPEN, DecisionReason.WINDOW_BEGINS));
        desk.promise(GOVERNMENT, Optional.empty());
        refused("gate.not-assured", () -> desk.decide(Decision.OPEN, DecisionReason.WINDOW_BEGINS));
        desk.promise(GROUPS, Optional.empty());
        desk.decide(Decision.OPEN, DecisionReason.ASSURANCES_GIVEN);
        assertThat(desk.state().takesIn()).isTrue();
    }

    /// Rule 6 of the twenty do-no-harm rules: open only with every party's promise.
    @Test
    void aPromiseThatRunsOutStopsTheGateAtThatVeryInstant() {
        desk.openUntil("2019-09-14T18:00");
        desk.at("2019-09-14T17:59:59.999999");
        assertThat(desk.state())
                .isInstanceOfSatisfying(
                        GateState.Working.class,
                        working -> assertThat(working.until()).contains(Sayings.at("2019-09-14T18:00")));
        desk.count(FAMILY);
        desk.at("2019-09-14T18:00");
        assertThat(desk.state()).isInstanceOfSatisfying(GateState.NotAssured.class, lapsed -> {
            assertThat(lapsed.since()).contains(Sayings.at("2019-09-14T18:00"));
            assertThat(lapsed.assured().given()).isEqualTo(1);
        });
        refused("gate.not-assured", () -> desk.count(FAMILY));
    }

    @Test
    void theGateTakesPeopleInOnlyWithinTheHoursThatWereAgreedAndSaysWhenTheyBeginAgain() {
        desk.openUntil("2019-09-15T23:00");
        desk.agree("08:00", "18:00");
        assertThat(desk.state())
                .isInstanceOfSatisfying(
                        GateState.Working.class,
                        working -> assertThat(working.until()).contains(Sayings.at("2019-09-14T18:00")));
        desk.at("2019-09-14T17:59:59.999999");
        ActId act = desk.node.act();
        gates.count(GATE_DESK, act, GATE, Direction.OUT, ZONE, FAMILY);
        desk.at("2019-09-14T18:00");
        assertThat(desk.state())
                .isInstanceOfSatisfying(
                        GateState.OutOfHours.class,
                        out -> assertThat(out.next().orElseThrow().from()).isEqualTo(Sayings.at("2019-09-15T08:00")));
        refused("gate.out-of-hours", () -> desk.count(FAMILY));
        assertThat(gates.count(GATE_DESK, act, GATE, Direction.OUT, ZONE, FAMILY)
                        .repeated())
                .as("what was acknowledged stays so")
                .isTrue();
        desk.handOver();
        desk.at("2019-09-15T08:00");
        desk.count(FAMILY);
    }

    @Test
    void aPromiseThatEndsBeforeTheAgreedHoursDoStopsTheGateFirst() {
        desk.openUntil("2019-09-14T17:00");
        desk.agree("08:00", "18:00");
        assertThat(desk.state())
                .isInstanceOfSatisfying(
                        GateState.Working.class,
                        working -> assertThat(working.until()).contains(Sayings.at("2019-09-14T17:00")));
        desk.at("2019-09-14T17:30");
        assertThat(desk.state()).isInstanceOf(GateState.NotAssured.class);
        desk.at("2019-09-14T19:00");
        desk.promise(GOVERNMENT, Optional.empty());
        assertThat(desk.state()).isInstanceOf(GateState.OutOfHours.class);
        desk.decide(Decision.SUSPEND, DecisionReason.FIRE_NEAR_ROUTE);
        assertThat(desk.state()).isInstanceOf(GateState.Stopped.class);
    }

    @Test
    void hoursThatFollowEachOtherWithoutAGapHaveOneEndAndThoseAroundTheClockHaveNone() {
        desk.openUntil("2019-12-15T23:00");
        desk.agree("08:00", "17:00", "16:00", "20:00", "20:00", "22:00");
        assertThat(desk.state())
                .isInstanceOfSatisfying(
                        GateState.Working.class,
                        working -> assertThat(working.until()).contains(Sayings.at("2019-09-14T22:00")));
        desk.agree("00:00", "00:00");
        assertThat(desk.state())
                .isInstanceOfSatisfying(
                        GateState.Working.class,
                        working -> assertThat(working.until()).contains(Sayings.at("2019-12-15T23:00")));
    }

    @Test
    void whoWasCountedInBeforeMidnightGetsACardAfterIt() {
        desk.openUntil("2019-09-16T23:00");
        desk.agree("14:00", "00:00");
        desk.at("2019-09-14T23:50");
        desk.count(FAMILY);
        desk.at("2019-09-15T00:05");
        assertThat(desk.state())
                .isInstanceOfSatisfying(
                        GateState.OutOfHours.class,
                        out -> assertThat(out.since()).contains(Sayings.at("2019-09-15T00:00")));
        desk.card(AtTheGate.household(Map.of(Band.FEMALE_FROM_18, 1L)));
    }

    @Test
    void whoWasCountedInWithinTheAgreedHoursGetsACardAfterThem() {
        desk.openUntil("2019-09-15T23:00");
        desk.agree("08:00", "18:00");
        desk.count(FAMILY);
        desk.at("2019-09-14T18:20");
        desk.card(AtTheGate.household(Map.of(Band.FEMALE_FROM_18, 1L)));
        refused("gate.card-not-counted-in", () -> desk.card(AtTheGate.household(Map.of(Band.FEMALE_FROM_18, 1L))));
    }

    @Test
    void aGateThatLostAnAssuranceWorksAgainWhenItIsGivenAgain() {
        desk.openUntil("2019-09-14T18:00");
        desk.at("2019-09-14T18:30");
        assertThat(desk.state().takesIn()).isFalse();
        desk.promise(GOVERNMENT, Optional.of(Sayings.at("2019-09-14T23:00")));
        assertThat(desk.state().takesIn()).isTrue();
    }

    @Test
    void aGateThatSomebodyStoppedStandsStoppedWhateverIsAssured() {
        desk.openUntil("2019-09-14T23:00");
        desk.decide(Decision.SUSPEND, DecisionReason.FIRE_NEAR_ROUTE);
        assertThat(desk.state()).isInstanceOfSatisfying(GateState.Stopped.class, stopped -> {
            assertThat(stopped.last().decided().because()).isEqualTo(DecisionReason.FIRE_NEAR_ROUTE);
            assertThat(stopped.last().by()).isEqualTo(COORDINATION.account());
        });
        refused("gate.stopped", () -> desk.count(FAMILY));
        desk.decide(Decision.RESUME, DecisionReason.CAUSE_GONE);
        desk.count(FAMILY);
        assertThat(gates.decisions(GATE_DESK, desk.now(), CORRIDOR))
                .extracting(decision -> decision.decided().decision())
                .containsExactly(Decision.RESUME, Decision.SUSPEND, Decision.OPEN);
    }

    @Test
    void decisionsFollowFromHowTheGateStands() {
        refused("gate.decision-out-of-turn", () -> desk.decide(Decision.PAUSE, DecisionReason.WEATHER));
        desk.openUntil("2019-09-14T23:00");
        refused("gate.decision-out-of-turn", () -> desk.decide(Decision.OPEN, DecisionReason.WINDOW_BEGINS));
        refused("gate.decision-out-of-turn", () -> desk.decide(Decision.RESUME, DecisionReason.CAUSE_GONE));
        desk.decide(Decision.CLOSE, DecisionReason.WINDOW_ENDS);
        refused("gate.decision-out-of-turn", () -> desk.decide(Decision.RESUME, DecisionReason.CAUSE_GONE));
        desk.decide(Decision.OPEN, DecisionReason.WINDOW_BEGINS);
    }

    @Test
    void aFamilyIsCountedInTheHourThatItIsAtTheGate() {
        desk.openUntil("2019-09-14T23:00");
        desk.count(FAMILY);
        desk.at("2019-09-14T17:00");
        desk.count(Passing.household(Map.of(Band.NOT_TOLD, 7L)));
        assertThat(hours())
                .extracting(hour -> hour.slot().begins(), hour -> hour.figures().persons())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Sayings.at("2019-09-14T16:00"), 5L),
                        org.assertj.core.groups.Tuple.tuple(Sayings.at("2019-09-14T17:00"), 7L));
        assertThat(hours().getFirst().figures().persons(Sex.FEMALE)).isEqualTo(3);
        assertThat(hours().getFirst().figures().persons(AgeBand.FROM_5)).isEqualTo(2);
    }

    @Test
    void theSameTouchSentTwiceCountsOnceAlsoWhenAnHourHasGoneBy() {
        desk.openUntil("2019-09-14T23:00");
        ActId act = desk.node.act();
        gates.count(GATE_DESK, act, GATE, Direction.OUT, ZONE, FAMILY);
        desk.at("2019-09-14T17:05");
        assertThat(gates.count(GATE_DESK, act, GATE, Direction.OUT, ZONE, FAMILY)
                        .repeated())
                .isTrue();
        assertThat(hours())
                .singleElement()
                .extracting(hour -> hour.figures().persons())
                .isEqualTo(5L);
    }

    @Test
    void aSlipIsUndoneAndCountsNoLonger() {
        desk.openUntil("2019-09-14T23:00");
        desk.count(FAMILY);
        TallyId slip = desk.count(Passing.household(Map.of(Band.NOT_TOLD, 70L)));
        assertThat(gates.latest(GATE_DESK, desk.now(), GATE, 5))
                .extracting(OnTally::id)
                .startsWith(slip);
        ActId undoing = desk.node.act();
        gates.undo(GATE_DESK, undoing, slip);
        assertThat(gates.undo(GATE_DESK, undoing, slip).repeated()).isTrue();
        assertThat(hours())
                .singleElement()
                .extracting(hour -> hour.figures().persons())
                .isEqualTo(5L);
        assertThat(gates.latest(GATE_DESK, desk.now(), GATE, 5)).hasSize(1);
        refused("gate.tally-unknown", () -> gates.undo(GATE_DESK, desk.node.act(), slip));
    }

    @Test
    void anotherDesksCountIsUndoneThereOrByTheCoordinationCell() {
        desk.openUntil("2019-09-14T23:00");
        TallyId first = desk.count(FAMILY);
        refused("gate.tally-of-another", () -> gates.undo(OTHER_DESK, desk.node.act(), first));
        gates.undo(COORDINATION, desk.node.act(), first);
        TallyId second = desk.count(FAMILY);
        desk.at("2019-09-15T04:21");
        refused("gate.too-late-to-undo", () -> gates.undo(GATE_DESK, desk.node.act(), second));
    }

    @Test
    void anHourInWhichNobodyPassedIsAFigureAndAnHourOfWhichNothingWasReportedIsNone() {
        desk.openUntil("2019-09-14T23:00");
        assertThat(used()).isInstanceOf(Used.NotCounted.class);
        desk.count(Passing.nobody());
        assertThat(hours())
                .singleElement()
                .extracting(hour -> hour.figures().persons())
                .isEqualTo(0L);
        assertThat(used()).isInstanceOfSatisfying(Used.Counted.class, counted -> {
            assertThat(counted.inAll().people()).isZero();
            assertThat(counted.day().orElseThrow().people()).isZero();
        });
        desk.at("2019-09-15T09:00");
        assertThat(used())
                .isInstanceOfSatisfying(
                        Used.Counted.class, counted -> assertThat(counted.day()).isEmpty());
    }

    @Test
    void aPaperFormIsEnteredWhateverHasBecomeOfTheGate() {
        var hour = new HourSlot(Sayings.at("2019-09-14T08:40"), ZONE);
        var form = new Passing(
                30,
                Map.of(Band.NOT_TOLD, 141L),
                Map.of(MovementNeed.WHEELCHAIR, 2L),
                Map.of(VehicleKind.TRACTOR, 3L),
                Map.of(Livestock.SHEEP_AND_GOATS, 60L));
        gates.report(GATE_DESK, desk.node.act(), new CrossingTally(GATE, Direction.OUT, hour, Taken.FROM_PAPER, form));
        assertThat(hours()).singleElement().satisfies(told -> {
            assertThat(told.slot().begins()).isEqualTo(Sayings.at("2019-09-14T08:00"));
            assertThat(told.figures().households()).isEqualTo(30);
            assertThat(told.figures().needs()).containsEntry(MovementNeed.WHEELCHAIR, 2L);
            assertThat(told.figures().head()).isEqualTo(60);
        });
        var tomorrow = new HourSlot(Sayings.at("2019-09-15T08:00"), ZONE);
        refused(
                "gate.slot-of-the-future",
                () -> gates.report(
                        GATE_DESK,
                        desk.node.act(),
                        new CrossingTally(GATE, Direction.OUT, tomorrow, Taken.LATE, form)));
    }

    @Test
    void aChildAloneIsCountedByNoCountAndByAHandoverOnly() {
        desk.openUntil("2019-09-14T23:00");
        refused("gate.child-alone", () -> desk.count(Passing.household(Map.of(Band.FEMALE_FROM_5, 1L))));
        refused(
                "gate.child-alone",
                () -> desk.count(Passing.household(Map.of(Band.FEMALE_FROM_12, 1L, Band.MALE_UNDER_5, 2L))));
        var handover = new Handover(GATE, Direction.OUT, CHILD_CARE, Band.FEMALE_FROM_5);
        gates.handOver(GATE_DESK, desk.node.act(), handover, ZONE);
        assertThat(hours()).singleElement().satisfies(told -> {
            assertThat(told.figures().people()).containsExactly(Map.entry(Band.NOT_TOLD, 1L));
            assertThat(told.figures().handedOver()).isEqualTo(1);
        });
    }

    @Test
    void aChildIsHandedOverToChildProtectionAndToNobodyElseAlsoWhileTheGateStandsStill() {
        var handover = new Handover(GATE, Direction.OUT, GOVERNMENT, Band.MALE_FROM_12);
        refused("gate.not-child-protection", () -> gates.handOver(GATE_DESK, desk.node.act(), handover, ZONE));
        refused("gate.not-a-child", () -> new Handover(GATE, Direction.OUT, CHILD_CARE, Band.MALE_FROM_18));
        gates.handOver(
                GATE_DESK, desk.node.act(), new Handover(GATE, Direction.OUT, CHILD_CARE, Band.MALE_FROM_12), ZONE);
        assertThat(hours()).hasSize(1);
    }

    @Test
    void whoWasTurnedBackIsAClaimWithItsClaimant() {
        var hour = new HourSlot(Sayings.at("2019-09-14T09:30"), ZONE);
        var told = new TurnedBack(
                GATE,
                Direction.OUT,
                hour,
                40,
                Optional.of(GROUPS),
                TurnedBackTold.BY_A_PARTY,
                Optional.of(OBSERVATORY));
        gates.turnedBack(GATE_DESK, desk.node.act(), told);
        assertThat(gates.turnedBack(GATE_DESK, desk.now(), CORRIDOR, day())).containsExactly(told);
        assertThat(hours())
                .singleElement()
                .extracting(one -> one.figures().persons())
                .isEqualTo(0L);
        refused(
                "gate.claimant-missing",
                () -> new TurnedBack(
                        GATE, Direction.OUT, hour, 1, Optional.empty(), TurnedBackTold.BY_A_PARTY, Optional.empty()));
    }

    @Test
    void whatWasCountedLaterWasNotKnownBefore() {
        desk.openUntil("2019-09-14T23:00");
        desk.count(FAMILY);
        Instant before = desk.node.clock().instant();
        desk.at("2019-09-14T16:40");
        desk.count(FAMILY);
        assertThat(gates.used(GATE_DESK, desk.now(), CORRIDOR, before, before, ZONE))
                .isInstanceOfSatisfying(
                        Used.Counted.class,
                        counted -> assertThat(counted.inAll().people()).isEqualTo(5));
        assertThat(used())
                .isInstanceOfSatisfying(
                        Used.Counted.class,
                        counted -> assertThat(counted.inAll().people()).isEqualTo(10));
    }

    @Test
    void aCrossingThatTheCorridorDoesNotHaveCountsNobody() {
        desk.openUntil("2019-09-14T23:00");
        var elsewhere = new Gate(CORRIDOR, new CrossingId("elsewhere"));
        refused(
                "gate.crossing-unknown",
                () -> gates.count(GATE_DESK, desk.node.act(), elsewhere, Direction.OUT, ZONE, FAMILY));
    }

    @Test
    void onlyThoseWhoseDeskItIsCountAndDecide() {
        assertThatExceptionOfType(NotPermitted.class)
                .isThrownBy(() -> gates.count(PRESS, desk.node.act(), GATE, Direction.OUT, ZONE, FAMILY));
        var decided = new Decided(CORRIDOR, Decision.OPEN, DecisionReason.ASSURANCES_GIVEN, Optional.empty());
        assertThatExceptionOfType(NotPermitted.class)
                .isThrownBy(() -> gates.decide(GATE_DESK, desk.node.act(), decided));
        assertThatExceptionOfType(NotPermitted.class).isThrownBy(() -> gates.hours(PRESS, desk.now(), CORRIDOR, day()));
    }

    @Test
    void viewsAreRemadeTheSame() {
        desk.openUntil("2019-09-14T23:00");
        gates.undo(GATE_DESK, desk.node.act(), desk.count(FAMILY));
        desk.count(FAMILY);
        gates.handOver(
                GATE_DESK, desk.node.act(), new Handover(GATE, Direction.OUT, CHILD_CARE, Band.MALE_FROM_12), ZONE);
        assertThat(desk.node.journal().rebuild(Progress.SILENT).different()).isEmpty();
    }

    @Test
    void everyVersionOfEveryEntryIsStillReadAndWrittenByteForByte() {
        Golden.holds(Gates.chapter());
    }

    private Used used() {
        Instant now = desk.node.clock().instant();
        return gates.used(GATE_DESK, desk.now(), CORRIDOR, now, now, ZONE);
    }

    private List<HourFigures> hours() {
        return gates.hours(GATE_DESK, desk.now(), CORRIDOR, day());
    }

    private static Period day() {
        return new Period(Sayings.at("2019-09-14T00:00"), Sayings.at("2019-09-16T00:00"), ZONE);
    }
}
