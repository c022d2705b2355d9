// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.Role;
import org.clearway.agreement.CorridorId;
import org.clearway.coordination.Journeys;
import org.clearway.coordination.Whereabouts;
import org.clearway.corridor.Service;
import org.clearway.gate.Decided;
import org.clearway.gate.Decision;
import org.clearway.gate.DecisionReason;
import org.clearway.gate.Difference;
import org.clearway.gate.Figures;
import org.clearway.gate.GateState;
import org.clearway.gate.Shift;
import org.clearway.journal.Progress;
import org.clearway.journal.TestNode;
import org.clearway.journal.Verification;
import org.clearway.scenario.Profile;
import org.clearway.scenario.Scenarios;
import org.clearway.scenario.StoryPlayer;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The simulated day, told through the front desks: at every minute the board says what the desks did.
class SimulatedDayTest {
    @TempDir
    Path folder;

    /// The repetition is the seed.
    @RepeatedTest(4)
    void everyCountCardServiceAndStockCardAgreesOnEveryDay(RepetitionInfo run) {
        try (Node node = day(Profile.TYPICAL, run.getCurrentRepetition())) {
            for (String hour : List.of("08:10", "10:40", "11:30", "13:20", "15:30", "18:30")) {
                ScenarioFolders.story(node).playTo(at(hour));
                new DayAddsUp(node, at(hour)).everywhere();
            }
            var end = new DayAddsUp(node, at("18:30"));
            withAndWithoutCards(end);
            Shift shift = end.shift();
            assertThat(shift.explained().keySet()).isSubsetOf(Set.of(Difference.FAMILIES_AND_CARDS));
            assertThat(shift.closed().households() - shift.closed().cards()).isGreaterThanOrEqualTo(end.handedOver());
            assertThat(node.journal().rebuild(Progress.SILENT).different()).isEmpty();
        }
    }

    /// Both happen, and both are in the ledger. A pseudonym is kept only where a limit asks for it.
    private static void withAndWithoutCards(DayAddsUp day) {
        var subjects = day.entries()
                .of("care.service-given")
                .collect(Collectors.partitioningBy(one -> one.subject().isPresent()));
        assertThat(subjects.get(false)).isNotEmpty();
        assertThat(subjects.get(true))
                .isNotEmpty()
                .allMatch(one -> one.word("/service").equals("NECESSITIES"));
    }

    /// A day without anybody is a day too.
    @RepeatedTest(12)
    void aQuietDayAddsUp(RepetitionInfo run) {
        try (Node node = day(Profile.QUIET, run.getCurrentRepetition())) {
            ScenarioFolders.story(node).playTo(at("18:30"));
            var end = new DayAddsUp(node, at("18:30"));
            end.everywhere();
            end.shift();
        }
    }

    /// Each minute around the power cut, the lapse of an assurance and the fire; every ten of the rest.
    @Test
    void theBoardTellsTheTruthAtTheMinutesOfATypicalDay() {
        try (Node node = day(Profile.TYPICAL, 1)) {
            long before = 0;
            DayAddsUp day = day(node, "06:00");
            for (Instant minute = at("06:00"); !minute.isAfter(at("18:30")); minute = minute.plusSeconds(60)) {
                boolean eventful = within(minute, "10:15", "11:20")
                        || within(minute, "11:55", "13:10")
                        || within(minute, "15:00", "15:45");
                if (!eventful && minute.getEpochSecond() % 600 != 0) continue;
                ScenarioFolders.story(node).playTo(minute);
                long people = day.at(minute).everywhere();
                assertThat(people).as("%s", minute).isGreaterThanOrEqualTo(before);
                before = people;
            }
            assertThat(before).isGreaterThan(800);
            assertThat(node.journal().verify(Progress.SILENT)).isInstanceOf(Verification.Sound.class);
        }
    }

    /// To the last arrival, each minute.
    @Test
    void atEveryMinuteOfADayOfConvoysEachPersonIsInOnePlaceOnTheBoard() {
        try (Node node = day(Profile.TYPICAL, 1)) {
            var places = EnumSet.noneOf(Whereabouts.class);
            DayAddsUp day = day(node, "07:00");
            for (Instant minute = at("07:00"); !minute.isAfter(at("22:15")); minute = minute.plusSeconds(60)) {
                ScenarioFolders.story(node).playTo(minute);
                day = day.at(minute);
                day.journeys();
                Journeys.Known known = day.known();
                for (Whereabouts where : Whereabouts.values()) {
                    if (known.people(where) > 0) places.add(where);
                }
            }
            assertThat(places).as("places that somebody was in").containsExactly(Whereabouts.values());
            day.at(at("22:15")).overAndEveryoneAccountedFor();
        }
    }

    private static boolean within(Instant minute, String from, String to) {
        return !minute.isBefore(at(from)) && minute.isBefore(at(to));
    }

    /// As many people as practice §11.3 tells of a surge, to the end of their day.
    @Test
    void aSurgeAddsUpToTheEndOfTheDay() {
        try (Node node = day(Profile.SURGE, 1)) {
            for (String hour : List.of("10:00", "12:30", "18:30")) {
                ScenarioFolders.story(node).playTo(at(hour));
                new DayAddsUp(node, at(hour)).everywhere();
            }
            var end = new DayAddsUp(node, at("18:30"));
            Shift shift = end.shift();
            assertThat(shift.closed().people()).isGreaterThan(6_000);
            assertThat(shift.closed().cards()).isGreaterThan(500);
            assertThat(end.entries("gate.card-replaced")).isPositive();
            assertThat(end.entries("care.people-turned-away")).isPositive();
            nothingTellsWhoStayed(end);
            ScenarioFolders.story(node).playTo(at("22:15"));
            aDayOfConvoysIsOver(new DayAddsUp(node, at("22:15")));
        }
    }

    /// Each kind of trouble came, was found, owned by somebody and closed; the last screen says zero.
    private static void aDayOfConvoysIsOver(DayAddsUp end) {
        end.everywhere();
        end.overAndEveryoneAccountedFor();
        assertThat(end.trips()).hasSizeGreaterThan(60);
        assertThat(end.entries("transport.household-came-out")).as("no-shows").isPositive();
        assertThat(end.held()).contains("BREAKDOWN", "CHECKPOINT");
        assertThat(end.entries("transport.people-moved"))
                .as("from the vehicle that broke down")
                .isPositive();
        assertThat(end.reasons()).contains("HOSPITAL", "ALIGHTED_BY_CHOICE", "TAKEN_BY_AUTHORITY", "UNACCOUNTED");
        assertThat(end.entries("transport.extra-explained")).as("extra people").isPositive();
        assertThat(end.entries("transport.places-confirmed"))
                .as("places for those who come")
                .isPositive();
        assertThat(end.entries("transport.extra-found"))
                .as("a household came together again")
                .isPositive();
        assertThat(end.entries("transport.difference-owned")).isGreaterThanOrEqualTo(6);
        assertThat(end.entries("transport.own-way-out"))
                .isEqualTo(end.entries("transport.own-way-in"))
                .isPositive();
    }

    /// Somebody who watches the day takes a hand in it: what the day would have done then is refused, and it goes on.
    @Test
    void aDayInWhichSomebodyPractisesGoesOnToItsEnd() {
        try (Node node = day(Profile.QUIET, 3)) {
            StoryPlayer story = ScenarioFolders.story(node);
            story.playTo(at("09:00"));
            var cell = new Actor(new AccountId("coordination-1"), Set.of(Role.COORDINATION));
            node.gates()
                    .decide(
                            cell,
                            node.journal().ids().next(),
                            new Decided(
                                    new CorridorId("marenne"),
                                    Decision.CLOSE,
                                    DecisionReason.WEATHER,
                                    Optional.empty()));
            var refused = new ArrayList<String>();
            story.playTo(at("18:30"), problem -> refused.add(problem.getMessage()));
            assertThat(refused)
                    .as("the story's own suspension of a gate that is closed")
                    .anyMatch(sentence -> sentence.contains("gate"));
            assertThat(story.now()).isAfterOrEqualTo(at("18:30"));
        }
    }

    /// The box of the hour is all that there is of those who stayed or left the queue.
    private static void nothingTellsWhoStayed(DayAddsUp day) {
        assertThat(day.number("select count(*) from gate_choice where choice = 'STAY'"))
                .isPositive();
        assertThat(day.number("select count(*) from gate_choice where choice = 'LEFT_QUEUE_PEOPLE'"))
                .isPositive();
        assertThat(day.number("select count(*) from entry where type = 'gate.hour-tallied'"
                        + " and (account <> 'node' or subject is not null or received < occurred_to)"))
                .isZero();
        assertThat(day.entries().allBut("gate.hour-tallied"))
                .noneMatch(one -> one.text().contains("\"STAY\"") || one.text().contains("LEFT_QUEUE"));
    }

    @Test
    void nobodyIsTakenInWhileAnAssuranceIsMissingOrTheGateIsStoppedAndThoseInsideAreServed() {
        try (Node node = day(Profile.TYPICAL, 2)) {
            ScenarioFolders.story(node).playTo(at("12:00"));
            assertThat(state(node)).isInstanceOf(GateState.NotAssured.class);
            long before = counted(node, "12:00");
            long given = day(node, "12:00").given(Service.WATER);
            ScenarioFolders.story(node).playTo(at("12:59"));
            assertThat(counted(node, "12:59")).isEqualTo(before);
            assertThat(day(node, "12:59").given(Service.WATER)).isGreaterThan(given);
            ScenarioFolders.story(node).playTo(at("13:10"));
            assertThat(state(node)).isInstanceOf(GateState.Working.class);
            assertThat(counted(node, "13:10")).isGreaterThan(before);
            ScenarioFolders.story(node).playTo(at("15:20"));
            assertThat(state(node)).isInstanceOf(GateState.Stopped.class);
        }
    }

    /// Families that were taken in. Children who come alone are handed over whatever the gate is like.
    private static long counted(Node node, String clock) {
        return day(node, clock).households() - day(node, clock).handedOver();
    }

    @Test
    void whatPartiesAreNotifiedOfHoldsForItsHoursAndANewVersionIsAcknowledgedAnew() {
        try (Node node = day(Profile.QUIET, 1)) {
            ScenarioFolders.story(node).playTo(at("10:00"));
            assertThat(notified(node, "10:00"))
                    .containsExactly(
                            "SERVICE_POINT 1 until 11:00Z, received by 1", "GATE 1 until 15:00Z, received by 0");
            ScenarioFolders.story(node).playTo(at("13:40"));
            assertThat(notified(node, "13:40"))
                    .containsExactlyInAnyOrder(
                            "SERVICE_POINT 2 until 15:00Z, received by 0", "GATE 1 until 15:00Z, received by 0");
            ScenarioFolders.story(node).playTo(at("18:01"));
            assertThat(notified(node, "18:01")).isEmpty();
            assertThat(node.routes().hazards(DayAddsUp.CELL, node.journal().now(), DayAddsUp.CORRIDOR, at("18:01")))
                    .as("a hazard that was looked at again is one hazard")
                    .singleElement()
                    .satisfies(hazard ->
                            assertThat(hazard.hazard().checked().from()).isEqualTo(at("14:05")));
        }
    }

    private static List<String> notified(Node node, String clock) {
        return node.notifications().list(DayAddsUp.CELL, node.journal().now(), DayAddsUp.CORRIDOR, at(clock)).stream()
                .map(one -> one.what() + " " + one.version() + " until "
                        + one.valid().to().toString().substring(11, 16) + "Z, received by "
                        + one.told().stream()
                                .filter(party -> party.acknowledged().isPresent())
                                .count())
                .toList();
    }

    @Test
    void theSameSeedBringsTheSamePeopleAndAnotherSeedBringsOthers() {
        assertThat(endOf(Profile.QUIET, 5, "a")).isEqualTo(endOf(Profile.QUIET, 5, "b"));
        assertThat(endOf(Profile.QUIET, 5, "c")).isNotEqualTo(endOf(Profile.QUIET, 6, "d"));
    }

    @Test
    void aDayThatWasLeftInTheMiddleIsGoneOnWith() throws IOException {
        String name = Scenarios.named("simulated-day", Profile.QUIET, 3);
        try (Node node = ScenarioFolders.create(name, TestNode.unmade(folder.resolve("left"), "arms"))) {
            ScenarioFolders.story(node).playTo(at("10:00"));
        }
        var left = new org.clearway.journal.NodeFolder(folder.resolve("left"));
        assertThat(left.scenario()).contains(name);
        String passphrase = Files.readString(left.path().resolve(FolderCommand.Passphrases.FILE))
                .strip();
        try (Node node = Node.open(left, passphrase)) {
            ScenarioFolders.story(node).playTo(at("18:30"));
            new DayAddsUp(node, at("18:30")).everywhere();
        }
    }

    private static GateState state(Node node) {
        return node.gates().state(DayAddsUp.CELL, node.journal().now(), DayAddsUp.CORRIDOR);
    }

    private static DayAddsUp day(Node node, String clock) {
        return new DayAddsUp(node, at(clock));
    }

    private Map<String, Figures> endOf(Profile profile, long seed, String where) {
        try (Node node = ScenarioFolders.create(
                Scenarios.named("simulated-day", profile, seed), TestNode.unmade(folder.resolve(where), "arms"))) {
            ScenarioFolders.story(node).playTo(at("18:30"));
            var figures = new java.util.TreeMap<String, Figures>();
            new DayAddsUp(node, at("18:30"))
                    .hours()
                    .forEach(hour -> figures.put(hour.slot().begins().toString(), hour.figures()));
            return figures;
        }
    }

    private Node day(Profile profile, long seed) {
        return ScenarioFolders.create(
                Scenarios.named("simulated-day", profile, seed), TestNode.unmade(folder.resolve("day"), "arms"));
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
