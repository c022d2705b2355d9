// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.clearway.language.Problem;
import org.junit.jupiter.api.Test;

/// What is found at the door of a folder.
class FolderTest extends NodeCase {
    @Test
    void anotherProgramOnTheSameFolderIsToldSo() throws Exception {
        assertThat(programThatOpens(path)).isEqualTo("journal.folder-in-use");
    }

    /// On POSIX systems a program that closes any channel to a file lets go of its locks on that file.
    @Test
    void beingRefusedASecondTimeDoesNotOpenTheFolderToOthers() throws Exception {
        refused("journal.folder-in-use", this::opened);
        assertThat(programThatOpens(path)).isEqualTo("journal.folder-in-use");
    }

    @Test
    void theFolderByAnotherNameIsTheSameFolder() throws Exception {
        Path link = Files.createSymbolicLink(temporary.resolve("link"), path);
        refused(
                "journal.folder-in-use",
                () -> new NodeFolder(link)
                        .open(TestNode.PASSPHRASE, List.of(), InstantSource.system(), new SecureRandom()));
    }

    @Test
    void aClosedFolderIsFreeForAnotherProgram() throws Exception {
        node.journal().close();
        assertThat(programThatOpens(path)).isEqualTo("open");
    }

    @Test
    void aFolderThatCannotBeWrittenToIsToldSo() throws Exception {
        node.journal().close();
        Files.delete(path.resolve("node.lock"));
        Files.createDirectory(path.resolve("node.lock"));
        refused("journal.read-only", this::opened);
    }

    @Test
    void aFileWhereAFolderIsWantedIsToldSo() throws Exception {
        Path file = Files.writeString(temporary.resolve("file"), "not a folder");
        refused("journal.read-only", () -> TestNode.folder(file.resolve("node")));
    }

    @Test
    void aDatabaseThatIsNotOneIsCalledDamaged() throws Exception {
        node.journal().close();
        Files.writeString(path.resolve("clearway.db"), "This is no database. ".repeat(500));
        refused("journal.damaged", this::opened);
    }

    @Test
    void aFileOfKeysThatIsNotOneIsCalledDamaged() throws Exception {
        node.journal().close();
        Files.writeString(path.resolve("keys.db"), "These are no keys. ".repeat(500));
        refused("journal.damaged", this::opened);
    }

    /// A fresh database in the place of a lost one would pass for a node that has never recorded anything.
    @Test
    void aLostDatabaseOrALostFileOfKeysIsToldSoAndNothingIsMadeInItsPlace() throws Exception {
        node.journal().close();
        Files.move(path.resolve("clearway.db"), temporary.resolve("kept.db"));
        refused("journal.file-missing", this::opened);
        assertThat(path.resolve("clearway.db")).doesNotExist();
        Files.move(temporary.resolve("kept.db"), path.resolve("clearway.db"));
        Files.delete(path.resolve("keys.db"));
        refused("journal.file-missing", this::opened);
        assertThat(path.resolve("keys.db")).doesNotExist();
    }

    @Test
    void keysOfANewerVersionAreLeftAlone() {
        node.journal().close();
        tamperWithKeys(
                "insert into flyway_schema_history (installed_rank, version, description, type, script, installed_by,"
                        + " installed_on, execution_time, success) values (999, '9999', 'later', 'SQL',"
                        + " 'V9999__later.sql', '', '2030-01-01 00:00:00', 1, 1)");
        refused("journal.newer-database", this::opened);
    }

    @Test
    void aFolderOfANewerFormatIsLeftAlone() throws Exception {
        node.journal().close();
        Files.writeString(path.resolve("node.properties"), "format=2\n");
        refused("journal.newer-database", this::opened);
    }

    /// An empty mark would make a reconstruction pass for a real node.
    @Test
    void aMarkThatWasCutShortIsToldSo() throws Exception {
        node.journal().close();
        Files.writeString(path.resolve("node.properties"), "");
        refused("journal.mark-damaged", this::opened);
        Files.writeString(path.resolve("node.properties"), "format=1\nscenario=\\u12");
        refused("journal.mark-damaged", () -> new NodeFolder(path).scenario());
    }

    @Test
    void aFolderWhoseMakingWasCutOffIsToldSo() throws Exception {
        node.journal().close();
        Files.delete(path.resolve("node.properties"));
        refused("journal.keys-incomplete", () -> TestNode.folder(path));
        refused("journal.no-folder", this::opened);
    }

    @Test
    void aReconstructionStaysMarkedAsOne() {
        var folder = new NodeFolder(temporary.resolve("story"));
        folder.create(
                Optional.of(new Story("abu", StoryKind.RECONSTRUCTION, Optional.empty())),
                TestNode.PASSPHRASE,
                new SecureRandom(),
                new Keys.Strength(64, 1));
        assertThat(folder.scenario()).contains("abu");
        refused("journal.folder-taken", () -> TestNode.folder(folder.path()));
    }

    @Test
    void whatFailsAtTheDoorLeavesTheFolderFree() throws Exception {
        node.journal().close();
        for (int i = 0; i < 3; i++) {
            refused(
                    "journal.wrong-passphrase",
                    () -> new NodeFolder(path)
                            .open("another passphrase", List.of(), InstantSource.system(), new SecureRandom()));
        }
        assertThat(programThatOpens(path)).isEqualTo("open");
    }

    /// Migrations are numbered by capability: a later one of accounts comes after those of corridors were applied.
    @Test
    void aProgramThatBringsAMigrationBetweenOlderOnesOpensTheFolder() {
        node.journal().close();
        tamper(
                "delete from flyway_schema_history where version = '0101'",
                "drop table views_made",
                "drop table set_aside",
                "drop index entry_keys_destroyed");
        node.reopen();
        assertThat(verified()).isInstanceOf(Verification.Sound.class);
    }

    private String programThatOpens(Path folder) throws Exception {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Opener.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said.lines().reduce((first, last) -> last).orElse("");
    }

    /// Another program that opens a folder and says how that went.
    static final class Opener {
        private Opener() {}

        public static void main(String[] args) {
            try (Journal journal = new NodeFolder(Path.of(args[0]))
                    .open(TestNode.PASSPHRASE, List.of(), InstantSource.system(), new SecureRandom())) {
                journal.condition();
                System.out.println("open");
            } catch (Problem problem) {
                System.out.println(problem.code());
            }
        }
    }
}
