// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.Role;
import org.clearway.agreement.Assured;
import org.clearway.agreement.Control;
import org.clearway.agreement.CorridorId;
import org.clearway.agreement.DayAsked;
import org.clearway.agreement.Held;
import org.clearway.agreement.Territory;
import org.clearway.agreement.ZoneId;
import org.clearway.bulletin.Stage;
import org.clearway.ceasefire.Count;
import org.clearway.ceasefire.Ledger;
import org.clearway.ceasefire.SumCheck;
import org.clearway.coordination.Board;
import org.clearway.journal.Progress;
import org.clearway.journal.TestNode;
import org.clearway.journal.Verification;
import org.clearway.language.Language;
import org.clearway.language.Problem;
import org.clearway.scenario.Scenarios;
import org.clearway.scenario.StoryPlayer;
import org.clearway.transport.SafeAreaId;
import org.clearway.transport.TravelWay;
import org.clearway.transport.Trip;
import org.clearway.transport.TripState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The scenarios as they are shipped, told through the front desks into real journals.
class StoryTest {
    private static final String DAY = "abu-al-duhur-2019";
    private static final Actor READER =
            new Actor(new AccountId("reader-1"), Set.of(Role.COORDINATION, Role.PRESS, Role.DUTY));

    @TempDir
    Path folder;

    @Test
    void everyShippedScenarioIsToldToItsEndAndItsJournalIsSound() {
        assertThat(Scenarios.shipped()).hasSizeGreaterThanOrEqualTo(2);
        for (String name : Scenarios.shipped()) {
            try (Node node = ScenarioFolders.create(name, TestNode.unmade(folder.resolve(name), "arms"))) {
                ScenarioFolders.story(node).playTo(Instant.parse("2030-01-01T00:00:00Z"));
                assertThat(node.journal().verify(Progress.SILENT)).isInstanceOf(Verification.Sound.class);
                assertThat(node.journal().rebuild(Progress.SILENT).different()).isEmpty();
                assertThat(node.journal().folder().scenario()).contains(name);
            }
        }
    }

    @Test
    void onTheFourteenthThreeReportersAreOnRecordEachAsStated() {
        try (Node node = toldTo(Scenarios.find(DAY).opensAt())) {
            Map<String, Ledger> ledgers =
                    node.ledgers().day(READER, node.journal().now(), LocalDate.of(2019, 9, 14)).stream()
                            .collect(Collectors.toMap(l -> l.stated().reporter().slug(), l -> l));
            assertThat(ledgers).hasSize(3);
            assertThat(total(of(ledgers, "centre"))).contains(34);
            assertThat(of(ledgers, "centre").stated().parts()).isEmpty();
            assertThat(of(ledgers, "centre").stated().namedWithoutCounts()).hasSize(4);
            assertThat(parts(of(ledgers, "commission-russian-part")))
                    .isEqualTo(Map.of("aleppo", 6, "latakia", 11, "idlib", 13, "hama", 4));
            assertThat(parts(of(ledgers, "commission-turkish-part")))
                    .isEqualTo(Map.of("idlib", 13, "hama", 10, "aleppo", 2, "latakia", 6));
            assertThat(total(of(ledgers, "commission-turkish-part"))).contains(31);
        }
    }

    @Test
    void onTheThirtiethATotalOfEightIsKeptThoughItsPartsMakeSeven() {
        try (Node node = toldTo(Instant.parse("2019-09-30T20:00:00Z"))) {
            assertThat(node.ledgers().day(READER, node.journal().now(), LocalDate.of(2019, 9, 30)).stream()
                            .map(Ledger::sumCheck))
                    .containsExactlyInAnyOrder(
                            new SumCheck.Agrees(new Count(29)), new SumCheck.Differs(new Count(8), 7));
        }
    }

    @Test
    void theBoardSaysAnnouncedAssuredAndUsedApart() {
        try (Node node = toldTo(Scenarios.find(DAY).opensAt())) {
            Board opening = board(node);
            assertThat(opening.announced().open()).isNotEmpty();
            assertThat(opening.assured()).isInstanceOfSatisfying(Assured.NotByAll.class, not -> {
                assertThat(not.given()).isEqualTo(1);
                assertThat(not.of()).isEqualTo(2);
            });
            assertThat(opening.used().nobody()).isEmpty();
            ScenarioFolders.story(node).playTo(Instant.parse("2019-10-11T00:00:00Z"));
            Board later = board(node);
            assertThat(later.used().nobody()).isNotEmpty();
            assertThat(later.line(Language.EN)).contains("1 of 2").contains("(0)");
        }
    }

    @Test
    void whoHeldAZoneIsToldByEachClaimantAndAsItWasKnownOnTheDayAskedFor() {
        try (Node node = toldTo(Scenarios.find(DAY).opensAt())) {
            var zone = new Territory.OfZone(new ZoneId("idlib-zone"));
            var damascus = java.time.ZoneId.of("Asia/Damascus");
            DayAsked day = DayAsked.of(LocalDate.of(2019, 9, 14), damascus);
            assertThat(node.agreements().control(READER, node.journal().now(), zone, day))
                    .isInstanceOfSatisfying(
                            Control.Claimed.class,
                            claimed -> assertThat(claimed.claims())
                                    .extracting(
                                            told -> told.claim().claimant().slug(),
                                            told -> told.claim().held().getClass())
                                    // One published the same minute as another item of the story: all are told.
                                    .containsExactly(
                                            tuple("gulf-times", Held.By.class),
                                            tuple("tass", Held.OutsideControlOf.class)));
            assertThat(node.agreements()
                            .control(READER, node.journal().now(), zone, day.asKnownOn(LocalDate.of(2018, 12, 31))))
                    .isInstanceOf(Control.NobodyHasClaimed.class);
        }
    }

    @Test
    void aStoryToldInStepsIsTheStoryToldAtOnce() {
        Instant end = Instant.parse("2019-10-01T00:00:00Z");
        List<String> atOnce;
        try (Node node = toldTo(end)) {
            atOnce = said(node);
        }
        try (Node node = ScenarioFolders.create(DAY, TestNode.unmade(folder.resolve("steps"), "arms"))) {
            StoryPlayer story = ScenarioFolders.story(node);
            for (StoryPlayer.Stop stop : story.stops()) {
                if (!stop.at().isAfter(end)) story.playTo(stop.at());
            }
            story.playTo(end);
            assertThat(said(node)).isEqualTo(atOnce);
        }
    }

    @Test
    void aStoryIsGoneOnWithOnAFolderThatHoldsItsBeginning() {
        Path path = folder.resolve("reopened");
        String passphrase;
        try (Node node = ScenarioFolders.create(DAY, TestNode.unmade(path, "arms"))) {
            ScenarioFolders.story(node).playTo(Scenarios.find(DAY).opensAt());
        }
        try {
            passphrase = Files.readString(path.resolve("passphrase")).strip();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        List<String> continued;
        Instant end = Instant.parse("2019-10-01T00:00:00Z");
        try (Node node = Node.open(new org.clearway.journal.NodeFolder(path), passphrase)) {
            ScenarioFolders.story(node).playTo(end);
            continued = said(node);
        }
        try (Node node = toldTo(end)) {
            assertThat(continued).isEqualTo(said(node));
        }
    }

    @Test
    void whatPeopleApproveByHandIsNotApprovedAgainByTheStory() {
        try (Node node = toldTo(Scenarios.find(DAY).opensAt())) {
            LocalDate day = LocalDate.of(2019, 9, 14);
            var edition = node.bulletins().propose(READER, node.journal().ids().next(), day);
            for (String account : List.of("press-1", "press-2")) {
                node.bulletins()
                        .approve(
                                new Actor(new AccountId(account), Set.of(Role.PRESS)),
                                node.journal().ids().next(),
                                day,
                                edition.version(),
                                edition.digest());
            }
            ScenarioFolders.story(node).playTo(Instant.parse("2019-10-01T00:00:00Z"));
            assertThat(node.bulletins().versions(node.journal().now(), day)).hasSize(1);
            assertThat(node.bulletins()
                            .published(node.journal().now(), day)
                            .orElseThrow()
                            .stage())
                    .isInstanceOf(Stage.Published.class);
        }
    }

    @Test
    void aMistypedKeyIsNamedWithItsFileAndValue() throws IOException {
        Path own = copyOfTheShipped();
        Path story = own.resolve("story/05-the-day.yaml");
        Files.writeString(story, Files.readString(story).replaceFirst("total: 34", "total: 34\n      totl: 34"));
        assertThatThrownBy(() -> {
                    try (Node node = ScenarioFolders.create(
                            own.toString(), TestNode.unmade(folder.resolve("mistyped"), "arms"))) {
                        ScenarioFolders.story(node).playTo(Scenarios.find(DAY).opensAt());
                    }
                })
                .isInstanceOf(Problem.class)
                .hasMessageContaining("05-the-day.yaml")
                .hasMessageContaining("totl");
    }

    @Test
    void aFolderOfOnesOwnIsAScenarioToo() throws IOException {
        Path own = copyOfTheShipped();
        try (Node node = ScenarioFolders.create(own.toString(), TestNode.unmade(folder.resolve("own"), "arms"))) {
            ScenarioFolders.story(node).playTo(Scenarios.find(DAY).opensAt());
            assertThat(node.journal().condition().entries()).isGreaterThan(50);
        }
    }

    @Test
    void aScenarioThatIsNotThereIsToldWithThoseThatAre() {
        assertThatThrownBy(() -> Scenarios.find("no-such-day"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining(DAY);
    }

    private Path copyOfTheShipped() throws IOException {
        Path shipped = Path.of("scenarios", DAY);
        Path own = folder.resolve("own-scenario");
        try (var files = Files.walk(shipped)) {
            for (Path file : files.toList())
                Files.copy(file, own.resolve(shipped.relativize(file).toString()));
        }
        Path first = own.resolve("scenario.yaml");
        Files.writeString(first, Files.readString(first).replace("scenario: " + DAY, "scenario: of-ones-own"));
        return own;
    }

    private Node toldTo(Instant to) {
        Node node = ScenarioFolders.create(DAY, TestNode.unmade(folder.resolve("told"), "arms"));
        ScenarioFolders.story(node).playTo(to);
        return node;
    }

    private static Board board(Node node) {
        return node.boards()
                .board(
                        READER,
                        node.journal().now(),
                        new CorridorId("abu-al-duhur"),
                        node.journal().clock().instant());
    }

    private static Ledger of(Map<String, Ledger> ledgers, String reporter) {
        return java.util.Objects.requireNonNull(ledgers.get(reporter), reporter);
    }

    private static Optional<Integer> total(Ledger ledger) {
        return ledger.stated().total().map(Count::value);
    }

    private static Map<String, Integer> parts(Ledger ledger) {
        return ledger.stated().parts().stream()
                .collect(Collectors.toMap(
                        part -> part.area().slug(), part -> part.count().value()));
    }

    /// What the story's entries say and when each was recorded, without what differs from folder to folder.
    private static List<String> said(Node node) {
        return node.journal()
                .now()
                .rows()
                .sql("select type, recorded, account, act, cast(body as text) as body from entry"
                        + " where type not like 'journal.%' order by position")
                .query((row, n) -> row.getString("type") + " " + row.getLong("recorded") + " "
                        + row.getString("account") + " " + row.getString("act") + " " + row.getString("body"))
                .list();
    }

    private static final Actor CELL = new Actor(new AccountId("coordination-1"), Set.of(Role.COORDINATION));

    @Test
    void busesWaitForDaysAtACrossingThatNobodyComesTo() {
        try (Node node = toldTo(Instant.parse("2019-09-14T18:00:00Z"))) {
            assertThat(node.trips().lasting(CELL, node.journal().now(), new CorridorId("abu-al-duhur")))
                    .hasSize(4)
                    .allMatch(trip ->
                            trip.state() == TripState.BOARDING && trip.aboard().people() == 0);
            ScenarioFolders.story(node).playTo(Instant.parse("2019-09-17T00:00:00Z"));
            assertThat(node.trips().lasting(CELL, node.journal().now(), new CorridorId("abu-al-duhur")))
                    .isEmpty();
        }
    }

    /// Vehicles and people of each of the three days, as README.md of the scenario says who told of them.
    @Test
    void threeDaysOfBusesAndCarsRunToTheirLastArrival() {
        try (Node node = ScenarioFolders.create("sumy-2022", TestNode.unmade(folder.resolve("sumy"), "arms"))) {
            assertThat(dayOf(node, "2022-03-08")).isEqualTo("61 vehicles, 1830 people; 1000 cars, 4870 and 4870");
            assertThat(dayOf(node, "2022-03-10")).isEqualTo("83 vehicles, 2510 people; 3250 cars, 17500 and 17500");
            assertThat(dayOf(node, "2022-03-12")).isEqualTo("114 vehicles, 4353 people; 1453 cars, 5729 and 5729");
            assertThat(node.receptions().staying(CELL, node.journal().now()))
                    .containsExactly(Map.entry(new SafeAreaId("poltava-reception"), 1_830L + 2_510 + 4_353));
        }
    }

    private static String dayOf(Node node, String day) {
        Instant from = Instant.parse(day + "T00:00:00Z");
        Instant to = from.plus(Duration.ofDays(1));
        ScenarioFolders.story(node).playTo(to);
        var corridor = new CorridorId("sumy-poltava");
        List<Trip> trips = node.trips().of(CELL, node.journal().now(), corridor, from, to);
        assertThat(trips).extracting(Trip::state).containsOnly(TripState.CLOSED);
        assertThat(trips)
                .allMatch(
                        trip -> trip.accounted().received() == trip.accounted().people());
        var cars = node
                .ownWays()
                .sum(CELL, node.journal().now(), corridor, List.of(new SafeAreaId("poltava-reception")), from, to)
                .stream()
                .filter(way -> way.way() == TravelWay.PRIVATE_VEHICLE)
                .findFirst()
                .orElseThrow();
        return trips.size() + " vehicles, "
                + trips.stream().mapToLong(trip -> trip.accounted().people()).sum() + " people; "
                + cars.out().vehicles() + " cars, " + cars.out().people() + " and "
                + cars.in().people();
    }
}
