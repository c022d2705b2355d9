// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.Role;
import org.clearway.agreement.CorridorId;
import org.clearway.care.ItemCode;
import org.clearway.care.PointId;
import org.clearway.care.ServiceHour;
import org.clearway.care.StockLevel;
import org.clearway.coordination.Board;
import org.clearway.corridor.Service;
import org.clearway.corridor.Used;
import org.clearway.gate.Figures;
import org.clearway.gate.GateState;
import org.clearway.gate.HourFigures;
import org.clearway.journal.Progress;
import org.clearway.journal.Verification;
import org.clearway.scenario.Profile;
import org.clearway.scenario.Scenarios;
import org.clearway.time.Period;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The simulated day, told through the front desks: at every minute the board says what the desks did.
class SimulatedDayTest {
    private static final CorridorId CORRIDOR = new CorridorId("marenne");
    private static final PointId KITCHEN = new PointId("bridge-kitchen");
    private static final Actor CELL =
            new Actor(new AccountId("reader-1"), Set.of(Role.COORDINATION, Role.SERVICE_POINT, Role.PROTECTION));

    /// Portions that come in the morning and in the afternoon, as the story tells.
    private static final long MORNING_MEALS = 350;

    private static final long ALL_MEALS = 650;

    @TempDir
    Path folder;

    /// The repetition is the seed.
    @RepeatedTest(6)
    void whatTheDesksDidAddsUpOnEveryDay(RepetitionInfo run) {
        try (Node node = day(Profile.QUIET, run.getCurrentRepetition())) {
            ScenarioFolders.story(node).playTo(at("18:30"));
            addsUp(node, at("18:30"), ALL_MEALS);
            assertThat(node.journal().rebuild(Progress.SILENT).different()).isEmpty();
        }
    }

    @Test
    void aTypicalDayIsToldTrulyAtEveryHourOfIt() {
        try (Node node = day(Profile.TYPICAL, 1)) {
            long before = 0;
            for (String hour : List.of("07:00", "10:00", "11:30", "12:00", "13:00", "14:30", "15:30", "18:30")) {
                ScenarioFolders.story(node).playTo(at(hour));
                long people = addsUp(node, at(hour), at(hour).isBefore(at("13:30")) ? MORNING_MEALS : ALL_MEALS);
                assertThat(people).as(hour).isGreaterThanOrEqualTo(before);
                before = people;
            }
            assertThat(before).isGreaterThan(800);
            assertThat(node.journal().verify(Progress.SILENT)).isInstanceOf(Verification.Sound.class);
        }
    }

    @Test
    void nobodyIsTakenInWhileAnAssuranceIsMissingOrTheGateIsStoppedAndThoseInsideAreServed() {
        try (Node node = day(Profile.TYPICAL, 2)) {
            ScenarioFolders.story(node).playTo(at("12:00"));
            assertThat(state(node)).isInstanceOf(GateState.NotAssured.class);
            long counted = families(node);
            long given = given(node);
            ScenarioFolders.story(node).playTo(at("12:59"));
            assertThat(families(node) - handedOver(node)).isEqualTo(counted - handedOverBefore(node));
            assertThat(given(node)).isGreaterThan(given);
            ScenarioFolders.story(node).playTo(at("13:10"));
            assertThat(state(node)).isInstanceOf(GateState.Working.class);
            assertThat(families(node)).isGreaterThan(counted);
            ScenarioFolders.story(node).playTo(at("15:20"));
            assertThat(state(node)).isInstanceOf(GateState.Stopped.class);
        }
    }

    @Test
    void theSameSeedBringsTheSamePeopleAndAnotherSeedBringsOthers() {
        assertThat(endOf(Profile.QUIET, 5, "a")).isEqualTo(endOf(Profile.QUIET, 5, "b"));
        assertThat(endOf(Profile.QUIET, 5, "c")).isNotEqualTo(endOf(Profile.QUIET, 6, "d"));
    }

    @Test
    void aDayThatWasLeftInTheMiddleIsGoneOnWith() throws IOException {
        String name = Scenarios.named("simulated-day", Profile.QUIET, 3);
        try (Node node = ScenarioFolders.create(name, folder.resolve("left"))) {
            ScenarioFolders.story(node).playTo(at("10:00"));
        }
        var left = new org.clearway.journal.NodeFolder(folder.resolve("left"));
        assertThat(left.scenario()).contains(name);
        String passphrase = Files.readString(left.path().resolve(FolderCommand.Passphrases.FILE))
                .strip();
        try (Node node = Node.open(left, passphrase)) {
            ScenarioFolders.story(node).playTo(at("18:30"));
            addsUp(node, at("18:30"), ALL_MEALS);
        }
    }

    /// Each figure is asked of two views that know nothing of each other.
    /// @return how many people passed
    private static long addsUp(Node node, Instant now, long mealsReceived) {
        List<HourFigures> hours = hours(node);
        long people = hours.stream().mapToLong(hour -> hour.figures().persons()).sum();
        Board board = node.boards().board(CELL, node.journal().now(), CORRIDOR, now);
        if (board.used() instanceof Used.Counted counted) {
            assertThat(counted.inAll().people()).isEqualTo(people);
            assertThat(counted.inAll().households())
                    .isEqualTo(hours.stream()
                            .mapToLong(hour -> hour.figures().households())
                            .sum());
        } else {
            assertThat(hours).isEmpty();
        }
        for (HourFigures hour : hours) {
            Figures figures = hour.figures();
            assertThat(figures.people().values()).allMatch(number -> number > 0);
            assertThat(figures.households()).isLessThanOrEqualTo(figures.persons());
        }
        StockLevel meals = level(node, now, "hot-meal");
        assertThat(meals.onHand()).isEqualTo(mealsReceived - given(node, Service.HOT_MEAL) + meals.beyond());
        assertThat(meals.beyond()).isZero();
        return people;
    }

    private static StockLevel level(Node node, Instant now, String item) {
        return node.stocks().levels(CELL, node.journal().now(), KITCHEN, now, node.zone()).stream()
                .filter(level -> level.item().code().equals(new ItemCode(item)))
                .findFirst()
                .orElseThrow();
    }

    private static long given(Node node) {
        return given(node, Service.HOT_MEAL) + given(node, Service.WATER);
    }

    private static long given(Node node, Service service) {
        return node.servicePoints().hours(CELL, node.journal().now(), KITCHEN, wholeDay(node)).stream()
                .filter(hour -> hour.service() == service)
                .mapToLong(ServiceHour::people)
                .sum();
    }

    private static long families(Node node) {
        return hours(node).stream()
                .mapToLong(hour -> hour.figures().households())
                .sum();
    }

    private static long handedOver(Node node) {
        return hours(node).stream()
                .mapToLong(hour -> hour.figures().handedOver())
                .sum();
    }

    /// Handed over before noon.
    private static long handedOverBefore(Node node) {
        return hours(node).stream()
                .filter(hour -> hour.slot().begins().isBefore(at("12:00")))
                .mapToLong(hour -> hour.figures().handedOver())
                .sum();
    }

    private static List<HourFigures> hours(Node node) {
        return node.gates().hours(CELL, node.journal().now(), CORRIDOR, wholeDay(node));
    }

    private static GateState state(Node node) {
        return node.gates().state(CELL, node.journal().now(), CORRIDOR);
    }

    private static Period wholeDay(Node node) {
        return new Period(at("00:00"), at("23:59"), node.zone());
    }

    private Map<String, Figures> endOf(Profile profile, long seed, String where) {
        try (Node node =
                ScenarioFolders.create(Scenarios.named("simulated-day", profile, seed), folder.resolve(where))) {
            ScenarioFolders.story(node).playTo(at("18:30"));
            var figures = new java.util.TreeMap<String, Figures>();
            hours(node).forEach(hour -> figures.put(hour.slot().begins().toString(), hour.figures()));
            return figures;
        }
    }

    private Node day(Profile profile, long seed) {
        return ScenarioFolders.create(Scenarios.named("simulated-day", profile, seed), folder.resolve("day"));
    }

    /// The day's own clock stands three hours east of Greenwich.
    private static Instant at(String clock) {
        return Instant.parse("2026-05-12T" + clock + ":00Z").minusSeconds(3 * 3_600);
    }

    @Test
    void onlyAScenarioThatPeopleComeToByChanceIsToldWithOthers() {
        assertThat(Scenarios.find("simulated-day@surge-9").isSimulated()).isTrue();
        assertThat(Optional.of(Scenarios.find("abu-al-duhur-2019")))
                .hasValueSatisfying(told -> assertThat(told.isSimulated()).isFalse());
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> Scenarios.find("abu-al-duhur-2019@quiet-1"))
                .isInstanceOf(org.clearway.language.Problem.class);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> Scenarios.find("simulated-day@crowded-1"))
                .isInstanceOf(org.clearway.language.Problem.class);
    }
}
