// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.Role;
import org.clearway.agreement.CorridorId;
import org.clearway.journal.Backups;
import org.clearway.journal.Database;
import org.clearway.journal.NodeFolder;
import org.clearway.journal.Progress;
import org.clearway.journal.Restore;
import org.clearway.journal.Story;
import org.clearway.journal.StoryKind;
import org.clearway.journal.TestDatabase;
import org.clearway.journal.TestNode;
import org.clearway.language.Language;
import org.clearway.language.Names;
import org.clearway.language.Problem;
import org.clearway.scenario.Exercise;
import org.clearway.scenario.Exercise.Lack;
import org.clearway.scenario.Exercise.Wishes;
import org.clearway.scenario.Exercises;
import org.clearway.scenario.Profile;
import org.clearway.scenario.Scenario;
import org.clearway.scenario.Scenarios;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Any configuration is practised on days that are made up, is seen to be an exercise wherever it goes, and never
/// becomes
/// part of a real node.
class ExerciseTest {
    private static final String DAY = "simulated-day";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final Actor CELL = new Actor(new AccountId("coordination-1"), Set.of(Role.COORDINATION));

    @TempDir
    Path folder;

    static List<String> configurations() {
        return Scenarios.shipped();
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void anyConfigurationIsPractisedFromTheFirstOpeningToTheLastOneAccountedFor(String configuration) {
        Exercise exercise = Exercises.of(configuration, wishes(2, 7), TODAY);
        assertThat(exercise.days()).containsExactly(TODAY.plusDays(1), TODAY.plusDays(2));
        try (Node node = made(exercise)) {
            var story = ScenarioFolders.story(node);
            Scenario scenario = story.scenario();
            story.playTo(scenario.opensAt().plus(Duration.ofDays(2)));
            List<String> decisions = node.journal()
                    .now()
                    .rows()
                    .sql("select body from entry where type = 'gate.decided' order by position")
                    .query((row, n) -> new String(row.getBytes("body"), java.nio.charset.StandardCharsets.UTF_8)
                            .replaceAll(".*\"decision\":\"([A-Z]+)\".*", "$1"))
                    .list();
            assertThat(decisions)
                    .containsExactly("OPEN", "SUSPEND", "RESUME", "CLOSE", "OPEN", "SUSPEND", "RESUME", "CLOSE");
            assertThat(count(node, "gate.tallied")).as("people came").isGreaterThan(10);
            assertThat(count(node, "gate.shift-closed")).isEqualTo(2);
            assertThat(count(node, "agreement.assurance-recorded")).isGreaterThanOrEqualTo(2);
            var corridor = node.corridors().list(CELL, node.journal().now()).getFirst();
            assertThat(node.gates()
                            .state(CELL, node.journal().now(), corridor.id())
                            .takesIn())
                    .isFalse();
            assertThat(corridor.intermediaries())
                    .allSatisfy(names -> assertThat(names.in(Language.EN)).endsWith("(exercise)"));
            assertThat(node.agreements().parties(node.journal().now()).values())
                    .isNotEmpty()
                    .allSatisfy(party -> {
                        assertThat(party.names().in(Language.EN)).endsWith("(exercise)");
                        assertThat(party.names().in(Language.AR)).endsWith("(تمرين)");
                    });
        }
    }

    @Test
    void whatAConfigurationHasNoneOfIsSaidAndNotPractised() {
        assertThat(Exercises.of(DAY, wishes(1, 1), TODAY).lacks()).isEmpty();
        assertThat(Exercises.of("sumy-2022", wishes(1, 1), TODAY).lacks())
                .contains(Lack.SERVICE_POINT, Lack.CHILD_PROTECTION);
    }

    @Test
    void theSameSeedMakesTheSameDaysAndAnotherMakesOthers() {
        byte[] once = file(Exercises.of(DAY, wishes(3, 5), TODAY));
        assertThat(file(Exercises.of(DAY, wishes(3, 5), TODAY))).isEqualTo(once);
        assertThat(file(Exercises.of(DAY, wishes(3, 6), TODAY))).isNotEqualTo(once);
    }

    @Test
    void aSetUpThatWasTakenOutIsPractisedAndTheFileMayBeGoneAfterwards() throws IOException {
        Path file = takenOut(DAY);
        Exercise exercise = Exercises.of(file.toString(), wishes(1, 1), LocalDate.of(2026, 5, 12));
        Files.delete(file);
        assertThat(exercise.days()).containsExactly(LocalDate.of(2026, 5, 13));
        try (Node node = made(exercise)) {
            ScenarioFolders.story(node)
                    .playTo(ScenarioFolders.story(node).scenario().opensAt());
        }
        var path = new NodeFolder(folder.resolve("exercise"));
        try (Node again = Node.open(path, passphrase())) {
            Scenario scenario = ScenarioFolders.story(again).scenario();
            assertThat(ScenarioFolders.story(again).now())
                    .as("it stands where it opens")
                    .isBetween(scenario.opensAt(), scenario.opensAt().plusSeconds(60));
            assertThat(scenario.names().in(Language.EN)).isEqualTo("River (exercise)");
            ScenarioFolders.story(again).playTo(scenario.opensAt().plus(Duration.ofHours(4)));
            assertThat(count(again, "gate.tallied")).isPositive();
        }
    }

    @Test
    void aSetUpOfAnExerciseIsTakenInAtAnotherAndNeverAtARealNode() throws IOException {
        Path file = takenOut(DAY);
        var real = new NodeFolder(folder.resolve("real"), TestDatabase.fresh(folder.resolve("real")));
        TestDatabase.book(real.path(), "arms");
        real.create(Optional.empty(), "a passphrase for tests", new SecureRandom());
        try (Node node = Node.open(real, "a passphrase for tests")) {
            long entries = node.journal().condition().entries();
            assertThatThrownBy(() -> node.setUps().takeIn(CELL, file))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem -> assertThat(problem.code()).isEqualTo("scenario.set-up-of-an-exercise"));
            assertThat(node.journal().condition().entries()).isEqualTo(entries);
        }
        try (Node node = made(Exercises.of("sumy-2022", wishes(1, 1), TODAY))) {
            ScenarioFolders.story(node)
                    .playTo(ScenarioFolders.story(node).scenario().opensAt());
            assertThat(node.setUps().takeIn(CELL, file).told()).isPositive();
        }
    }

    @Test
    void anExerciseStaysOneInABackupAndInAnotherDatabase() throws IOException {
        Exercise exercise = Exercises.of(DAY, wishes(1, 1), TODAY);
        Path backups = Files.createDirectory(folder.resolve("backups"));
        Path keys = Files.createDirectory(folder.resolve("keys"));
        Restore restore;
        try (Node node = made(exercise)) {
            ScenarioFolders.story(node).begin();
            var actor = new Actor(new AccountId("admin-1"), Set.of(Role.ADMINISTRATOR));
            Backups.Made made = node.backups().make(actor, backups, keys, Progress.SILENT);
            restore = new Restore(made.entries(), made.keys());
        }
        Path back = folder.resolve("back");
        restore.into(back, passphrase(), List.of(), InstantSource.system(), new SecureRandom());
        var restored = new NodeFolder(back);
        isTold(exercise, restored);
        Optional<Database> server = TestDatabase.fresh(back);
        TestDatabase.book(back, "arms");
        if (server.isPresent()) {
            restored.restoreTo(server.get(), Progress.SILENT);
            var joined = new NodeFolder(folder.resolve("second"), server);
            joined.join();
            isTold(exercise, joined);
        }
    }

    private static void isTold(Exercise exercise, NodeFolder folder) {
        Story story = folder.story().orElseThrow();
        assertThat(story.kind()).isEqualTo(StoryKind.EXERCISE);
        assertThat(story.name()).isEqualTo("simulated-day-exercise");
        assertThat(story.file().orElseThrow()).isEqualTo(file(exercise));
    }

    @Test
    void whatCannotBeMadeUpIsRefusedInWords() throws IOException {
        refused("exercise.days", () -> wishes(0, 1));
        refused("exercise.days", () -> wishes(15, 1));
        refused("scenario.unknown", () -> Exercises.of("no-such-file", wishes(1, 1), TODAY));
        refused("exercise.corridor-unknown", () -> Exercises.of(DAY, at("north-road", Optional.empty()), TODAY));
        refused(
                "exercise.too-early",
                () -> Exercises.of(DAY, at("marenne", Optional.of(LocalDate.of(2026, 5, 12))), TODAY));
        Path own = folder.resolve("own");
        try (var files = Files.walk(Path.of("scenarios", DAY))) {
            for (Path file : files.toList()) {
                Path there = own.resolve(Path.of("scenarios", DAY).relativize(file));
                if (Files.isDirectory(file)) Files.createDirectories(there);
                else Files.copy(file, there);
            }
        }
        Path morning = own.resolve("story/01-the-morning.yaml");
        String told = Files.readString(morning);
        Files.writeString(morning, told.replace("windows: [\"06:00-18:00\"]", "windows: [\"06:00-08:00\"]"));
        refused("exercise.never-open", () -> Exercises.of(own.toString(), wishes(1, 1), TODAY));
        Files.writeString(morning, "told: []\n");
        refused("exercise.no-corridor", () -> Exercises.of(own.toString(), wishes(1, 1), TODAY));
    }

    @Test
    void aCorridorThatOpensOnSomeDaysIsPractisedOnThose() throws IOException {
        Path own = Files.createDirectory(folder.resolve("own"));
        Files.createDirectory(own.resolve("story"));
        Path from = Path.of("scenarios", DAY);
        for (String file : List.of("scenario.yaml", "places.yaml", "parties.yaml", "areas.geojson")) {
            Files.copy(from.resolve(file), own.resolve(file));
        }
        String told = Files.readString(from.resolve("story/01-the-morning.yaml"));
        Files.writeString(
                own.resolve("story/01.yaml"),
                told.replace(
                        "windows: [\"06:00-18:00\"]",
                        "windows: [\"MONDAY+THURSDAY 21:00-09:30\", \"FRIDAY 07:00-15:00\"]"));
        assertThat(Exercises.of(own.toString(), wishes(2, 1), TODAY).days())
                .as("an opening that is over before it is practised is passed over")
                .containsExactly(LocalDate.of(2026, 11, 27), LocalDate.of(2026, 12, 4));
    }

    @Test
    void everyPageSaysThatItIsAnExerciseAndIsSignedInToBesideARealNode() throws Exception {
        try (Node node = made(Exercises.of(DAY, wishes(1, 1), TODAY));
                var client = HttpClient.newHttpClient()) {
            ScenarioFolders.story(node)
                    .playTo(ScenarioFolders.story(node).scenario().opensAt());
            try (var web = WebServer.start(node, 0, Optional.empty())) {
                for (String path : List.of("/sign-in", "/news", "/no-such-page")) {
                    HttpResponse<String> page = get(client, web.address().resolve(path));
                    assertThat(page.body())
                            .as(path)
                            .contains("<title>EXERCISE · ")
                            .doesNotContain("RECONSTRUCTION");
                    HttpResponse<String> arabic = get(client, web.address().resolve(path + "?lang=ar"));
                    assertThat(arabic.body()).as(path).contains("<title>تمرين · ");
                }
                assertThat(get(client, web.address().resolve("/sign-in"))
                                .headers()
                                .allValues("set-cookie"))
                        .noneMatch(cookie -> cookie.startsWith("clearway-session="));
                assertThat(get(client, web.address().resolve("/news/feed.atom")).body())
                        .contains("EXERCISE");
            }
        }
    }

    private static HttpResponse<String> get(HttpClient client, URI address) throws Exception {
        return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static long count(Node node, String type) {
        return node.journal()
                .now()
                .rows()
                .sql("select count(*) from entry where type = ?")
                .param(type)
                .query(Long.class)
                .single();
    }

    private Path takenOut(String scenario) throws IOException {
        try (Node node = ScenarioFolders.create(scenario, folder.resolve("source"))) {
            ScenarioFolders.story(node)
                    .playTo(ScenarioFolders.story(node).scenario().opensAt());
            return Files.write(
                    folder.resolve("set-up.zip"), node.setUps().takeOut(CELL, Names.of(Language.EN, "River")));
        }
    }

    private Node made(Exercise exercise) {
        Path path = folder.resolve("exercise");
        return ScenarioFolders.create(exercise.story(), TestNode.unmade(path, "arms"));
    }

    private String passphrase() throws IOException {
        return Files.readString(folder.resolve("exercise").resolve(FolderCommand.Passphrases.FILE))
                .strip();
    }

    private static byte[] file(Exercise exercise) {
        return exercise.story().file().orElseThrow();
    }

    private static Wishes wishes(int days, long seed) {
        return new Wishes(Optional.empty(), days, Profile.QUIET, seed, Optional.empty());
    }

    private static Wishes at(String corridor, Optional<LocalDate> from) {
        return new Wishes(from, 1, Profile.QUIET, 1, Optional.of(new CorridorId(corridor)));
    }

    private static void refused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable what) {
        assertThatThrownBy(what)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
