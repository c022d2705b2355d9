// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clearway.journal.Database;
import org.clearway.journal.NodeFolder;
import org.clearway.journal.TestDatabase;
import org.clearway.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CommandLineTest {
    @TempDir
    Path folder;

    @Test
    void initMakesANodeAndPrintsWhatItMade() {
        Said said = made();
        assertThat(said.code()).isZero();
        assertThat(said.out().lines().map(line -> line.split(": ")[0]))
                .containsExactly(
                        "folder", "passphrase", "account", "password", "authority", "fingerprint", "until", "bounds");
        assertThat(said.err()).contains("clearway serve --data");
    }

    @Test
    void theAuthorityOfANodeIsShownWrittenOutAndMadeAnew() throws Exception {
        init();
        Said shown = run("certificate", "show", "--data", node(), "--passphrase-file", key());
        String fingerprint = line(shown, "fingerprint");
        assertThat(fingerprint).matches("([0-9A-F]{2} ?){4}( / ([0-9A-F]{2} ?){4}){7}");
        Path file = folder.resolve("authority.crt");
        Said written = run("certificate", "export", file.toString(), "--data", node(), "--passphrase-file", key());
        assertThat(written.err()).contains(fingerprint);
        byte[] digest = java.security.MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        assertThat(fingerprint.replaceAll("[ /]", ""))
                .isEqualTo(java.util.HexFormat.of().withUpperCase().formatHex(digest));
        Said renewed = run(
                "certificate",
                "renew",
                "--host",
                "clearway.mission.example",
                "--data",
                node(),
                "--passphrase-file",
                key());
        assertThat(line(renewed, "fingerprint")).isNotEqualTo(fingerprint);
        assertThat(line(renewed, "bounds")).contains("clearway.mission.example", "192.168.0.0/16");
        assertThat(line(run("certificate", "show", "--data", node(), "--passphrase-file", key()), "fingerprint"))
                .isEqualTo(line(renewed, "fingerprint"));
    }

    @Test
    void aNodeIsOpenedToANetworkOnlyWhereThatWasAskedForAndCanBe() {
        init();
        Said half = run("serve", "--enrol-port", "0", "--data", node(), "--passphrase-file", key());
        assertThat(half.code()).isEqualTo(1);
        assertThat(half.err()).contains("add --lan");
        Said typo = run("serve", "--host", "https://gate", "--data", node(), "--passphrase-file", key());
        assertThat(typo.err()).contains("neither a name nor an address");
        Said beyond = run("serve", "--host", "www.bank.example", "--data", node(), "--passphrase-file", key());
        assertThat(beyond.code()).isEqualTo(1);
        assertThat(beyond.err()).contains("cannot vouch for www.bank.example");
    }

    private static String line(Said said, String name) {
        return said.out()
                .lines()
                .filter(line -> line.startsWith(name + ": "))
                .findFirst()
                .orElseThrow()
                .substring(name.length() + 2);
    }

    @Test
    void initLeavesANodeThatIsThereAlone() {
        init();
        Said again = run("init", "--non-interactive", "--data", node());
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.out()).isEmpty();
        assertThat(again.err()).startsWith("There is a node in " + node());
    }

    @Test
    void aWrongPassphraseIsSaidInOneSentence() throws Exception {
        init();
        Path wrong = Files.writeString(folder.resolve("wrong"), "not the passphrase");
        Said said = run("journal", "verify", "--data", node(), "--passphrase-file", wrong.toString());
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out()).isEmpty();
        assertThat(said.err().strip().lines()).hasSize(1);
    }

    @Test
    void aFolderWithoutANodeIsSaidWithWhatToTry() {
        Said said = run("journal", "verify", "--data", node());
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).contains("clearway init --data " + node());
    }

    @Test
    void whatIsMistypedIsWrongUsageAndSaysWhereTheHelpIs() {
        Said said = run("journal", "vrify");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("vrify").contains("clearway journal --help");
        assertThat(run("jornal").code()).isEqualTo(2);
        assertThat(run().code()).isEqualTo(2);
    }

    @Test
    void anAccountIsOpenedListedAndClosedAtTheMachine() {
        init();
        Said opened =
                run("account", "open", "press-1", "--desk", "press,duty", "--data", node(), "--passphrase-file", key());
        assertThat(opened.out()).contains("account: press-1").contains("password: ");
        assertThat(run("account", "close", "press-1", "--data", node(), "--passphrase-file", key())
                        .code())
                .isZero();
        assertThat(run("account", "list", "--data", node(), "--passphrase-file", key())
                        .out())
                .contains("press-1\tduty,press\tclosed");
    }

    @Test
    void theJournalIsVerifiedRebuiltAndWrittenOutOnStandardOutputOnly() {
        init();
        assertThat(run("journal", "verify", "--data", node(), "--passphrase-file", key())
                        .out())
                .startsWith("Sound:");
        assertThat(run("journal", "rebuild", "--data", node(), "--passphrase-file", key())
                        .code())
                .isZero();
        Said export = run("journal", "export", "--data", node(), "--passphrase-file", key());
        assertThat(export.out().lines()).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
        String head = run("journal", "head", "--data", node(), "--passphrase-file", key())
                .out()
                .strip();
        assertThat(run("journal", "verify", "--head", head, "--data", node(), "--passphrase-file", key())
                        .code())
                .isZero();
    }

    @Test
    void aTableIsTakenOutWholeAndWritesOverNothing() throws Exception {
        init();
        Path file = folder.resolve("log.csv");
        String[] asked = {
            "export",
            "access-log",
            "--from",
            "2019-01-01",
            "--to",
            "2019-01-02",
            "--format",
            "csv",
            "--why",
            "review",
            "--out",
            file.toString(),
            "--data",
            node(),
            "--passphrase-file",
            key()
        };
        Said taken = run(asked);
        assertThat(taken.err()).isEmpty();
        assertThat(taken.out()).contains("0 lines, whole. SHA-256");
        assertThat(read(file)).startsWith("\ufeffNo.,").endsWith("END 0,,,,\r\n");
        Said again = run(asked);
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.err()).contains("Nothing was written over it");
        assertThat(run(
                                "export",
                                "cards",
                                "--why",
                                "review",
                                "--out",
                                folder.resolve("cards.csv").toString(),
                                "--data",
                                node(),
                                "--passphrase-file",
                                key())
                        .err())
                .contains("not taken out by one person");
        assertThat(run(
                                "export",
                                "everything",
                                "--why",
                                "review",
                                "--out",
                                file + "2",
                                "--data",
                                node(),
                                "--passphrase-file",
                                key())
                        .err())
                .contains("There is no table everything", "gate-hours");
        try (var left = Files.list(folder)) {
            assertThat(left.map(one -> one.getFileName().toString())).noneMatch(name -> name.contains("part"));
        }
    }

    @Test
    void aCommandWorksThroughTheNodeThatIsRunningOnItsFolder() {
        init();
        try (Node running = Node.open(new NodeFolder(Path.of(node())), read(Path.of(key())));
                var control = ControlServer.start(Path.of(node()), running, new SecureRandom())) {
            Said listed = run("account", "list", "--data", node());
            assertThat(listed.code()).isZero();
            assertThat(listed.out()).contains("admin\tadministrator\topen");
            assertThat(run("journal", "verify", "--data", node()).out()).startsWith("Sound:");
            assertThat(run("account", "close", "nobody", "--data", node()).code())
                    .isEqualTo(1);
            assertThat(control).isNotNull();
        }
        assertThat(Files.exists(Path.of(node()).resolve(ControlServer.FILE))).isFalse();
    }

    @Test
    void statusSaysOfANodeAtRestAndOfOneThatRunsWhatNeedsSomebody() {
        init();
        Said atRest = run("status", "--data", node(), "--passphrase-file", key());
        assertThat(atRest.code()).isEqualTo(ExitCode.ATTENTION);
        assertThat(atRest.out())
                .contains("✓ in order: Clock: No jump was noticed.")
                .contains("▲ look into it: Check of every entry: It has not been made yet.")
                .contains("▲ look into it: Last backup: None.")
                .contains("    → Name two places for them with “clearway backup plan”.")
                .contains("no node runs on this folder");
        assertThat(run("status", "--lang", "ar", "--data", node(), "--passphrase-file", key())
                        .out())
                .contains("▲ يحتاج إلى نظر: آخر نسخة احتياطية: لا توجد بعد.");
        run("journal", "verify", "--data", node(), "--passphrase-file", key());
        assertThat(run("status", "--data", node(), "--passphrase-file", key()).out())
                .contains("✓ in order: Check of every entry: Sound at ");
        try (Node running = Node.open(new NodeFolder(Path.of(node())), read(Path.of(key())));
                var control = ControlServer.start(Path.of(node()), running, new SecureRandom());
                var housekeeping = Housekeeping.start(running)) {
            running.vitals().watchClock();
            Said said = run("status", "--format", "JSON", "--data", node());
            assertThat(said.code()).isEqualTo(ExitCode.ATTENTION);
            JsonNode whole = JsonMapper.builder().build().readTree(said.out());
            assertThat(whole.path("state").asString()).isIn("LOOK", "ACT");
            assertThat(whole.path("signs").findValuesAsString("sign"))
                    .startsWith("DISK", "CLOCK", "LAST_ENTRY", "CHAIN")
                    .endsWith("PROGRAM");
            JsonNode disk = whole.path("signs").path(0);
            assertThat(disk.path("figures").path("free").asLong())
                    .isPositive()
                    .isLessThanOrEqualTo(disk.path("figures").path("all").asLong());
            assertThat(whole.path("signs").path(14).path("figures").has("running"))
                    .isTrue();
            assertThat(control).isNotNull();
            assertThat(housekeeping).isNotNull();
        }
    }

    @Test
    void aNodeIsBackedUpWhileItRunsCheckedAndRestoredByCommand() {
        init();
        String entries = folder.resolve("entries").toString();
        String keys = folder.resolve("keys").toString();
        try (Node running = Node.open(new NodeFolder(Path.of(node())), read(Path.of(key())));
                var control = ControlServer.start(Path.of(node()), running, new SecureRandom())) {
            assertThat(run("backup", "now", "--data", node()).err()).contains("No place is named for backups.");
            assertThat(run("backup", "now", "--to", entries, "--data", node()).err())
                    .contains("Name both --to and --keys-to");
            assertThat(run("backup", "plan", entries, "--keys-to", keys, "--data", node())
                            .err())
                    .contains("Every 60 minutes while the node runs", "on the same disk");
            Said made = run("backup", "now", "--data", node());
            assertThat(made.code()).isZero();
            assertThat(made.out()).contains(entries, "entries", keys);
            assertThat(run("backup", "check", "--data", node()).out()).startsWith("Restored and thrown away: ");
            assertThat(run("backup", "list", "--data", node()).out()).contains(".backup");
            // Recorded after the backup, and lost with the machine.
            run("backup", "plan", entries, "--keys-to", keys, "--every", "30", "--data", node());
            assertThat(control).isNotNull();
        }
        String again = folder.resolve("again").toString();
        Said restored = run(
                "restore",
                "--from",
                entries,
                "--keys",
                keys,
                "--data",
                again,
                "--passphrase-file",
                key(),
                "--lost-folder",
                node());
        assertThat(restored.code()).isZero();
        assertThat(restored.out())
                .contains("checked. The node goes on there as a new incarnation.")
                .contains("goes further, by 1 entry.")
                .contains("ask the desks for their papers");
        assertThat(run("journal", "verify", "--data", again, "--passphrase-file", key())
                        .out())
                .contains("in 2 streams");
        assertThat(run("restore", "--from", entries, "--keys", keys, "--data", again, "--passphrase-file", key())
                        .err())
                .contains("There is something in");
        assertThat(run("status", "--data", node(), "--passphrase-file", key()).out())
                .contains("✓ in order: Last backup: ", "✓ in order: Last restore to try a backup: ");
    }

    @Test
    void everyCommandTellsHowItIsUsedInEveryOfferedLanguage() {
        for (Language language : Language.offered()) {
            for (List<String> path : paths(CommandLines.commands(context()), List.of())) {
                var args = new ArrayList<>(path);
                args.addAll(List.of("--help", "--lang", language.tag()));
                Said said = run(args.toArray(String[]::new));
                assertThat(said.code()).as(path.toString()).isZero();
                assertThat(said.err()).as(path.toString()).isEmpty();
                boolean arabic = said.out()
                        .codePoints()
                        .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC);
                assertThat(arabic).as(path + " in " + language).isEqualTo(language == Language.AR);
                assertThat(said.out()).as(path.toString()).doesNotContain("null");
            }
        }
    }

    @Test
    void everyOptionAndParameterIsDescribed() {
        for (CommandLine command : all(CommandLines.commands(context()))) {
            command.setResourceBundle(new CommandLines.HelpWords(org.clearway.language.Wording.of(Language.EN)));
            assertThat(command.getCommandSpec().usageMessage().description())
                    .as(command.getCommandSpec().qualifiedName())
                    .isNotEmpty();
            command.getCommandSpec().args().stream()
                    .filter(arg -> !arg.hidden())
                    .forEach(arg -> assertThat(arg.description())
                            .as(command.getCommandSpec().qualifiedName() + " " + arg.paramLabel())
                            .isNotEmpty());
        }
    }

    private static List<List<String>> paths(CommandLine command, List<String> path) {
        var paths = new ArrayList<List<String>>();
        paths.add(path);
        command.getSubcommands().forEach((name, inner) -> {
            if (inner.getCommandSpec().usageMessage().hidden()) return;
            var longer = new ArrayList<>(path);
            longer.add(name);
            paths.addAll(paths(inner, longer));
        });
        return paths;
    }

    private static List<CommandLine> all(CommandLine command) {
        var found = new ArrayList<CommandLine>();
        if (!command.getCommandSpec().usageMessage().hidden()) found.add(command);
        command.getSubcommands().values().forEach(inner -> found.addAll(all(inner)));
        return found;
    }

    private static Context context() {
        return new Context(
                new Terminal(
                        new PrintStream(new ByteArrayOutputStream()), new PrintStream(new ByteArrayOutputStream())),
                Reach.STANDING_ALONE,
                Language.EN,
                List.of());
    }

    /// Makes the node, on a server where the tests run on one.
    private Said made() {
        Path path = Path.of(node());
        Optional<Database> server = TestDatabase.fresh(path);
        TestDatabase.book(path, "arms");
        return server.isEmpty()
                ? run("init", "--non-interactive", "--data", node())
                : run(
                        "init",
                        "--non-interactive",
                        "--data",
                        node(),
                        "--database",
                        server.get().toString());
    }

    private void init() {
        Said said = made();
        String passphrase = said.out()
                .lines()
                .filter(line -> line.startsWith("passphrase: "))
                .findFirst()
                .orElseThrow()
                .substring("passphrase: ".length());
        try {
            Files.writeString(Path.of(key()), passphrase);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String node() {
        return folder.resolve("node").toString();
    }

    private String key() {
        return folder.resolve("key").toString();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private record Said(int code, String out, String err) {}

    private static Said run(String... args) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int code = CommandLines.run(
                args,
                new Terminal(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8)),
                Reach.STANDING_ALONE);
        return new Said(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
