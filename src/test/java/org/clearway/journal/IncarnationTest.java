// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.clearway.journal.Verification.Broken;
import org.clearway.journal.Verification.Fault;
import org.junit.jupiter.api.Test;

/// No sequence number is ever used for two different entries, whatever was done to the folder meanwhile.
class IncarnationTest extends NodeCase {
    @Test
    void theFirstEntryOfAStreamOpensItUnderTheNodesKey() {
        var first = node.journal()
                .now()
                .rows()
                .sql("select type, sequence from entry order by position limit 1")
                .query((row, n) -> row.getString(1) + " " + row.getLong(2))
                .single();
        assertThat(first).isEqualTo("journal.stream-opened 1");
        assertThat(path.resolve("heads")).isDirectoryContaining("glob:**.head");
    }

    @Test
    void anOrdinaryStartGoesOnInTheSameStreamAndFindsNothing() {
        StreamId stream = node.journal().stream();
        record(Notes.bare(1));
        node.reopen();
        record(Notes.bare(2));
        assertThat(node.journal().stream()).isEqualTo(stream);
        assertThat(node.journal().findings()).isEmpty();
        assertThat(verified()).isEqualTo(new Verification.Sound(3, 1));
    }

    @Test
    void twoCopiesOpenedAtOnceAreTwoDifferentIncarnations() throws Exception {
        record(Notes.bare(1));
        node.journal().close();
        copy(path, temporary.resolve("one"));
        copy(path, temporary.resolve("two"));
        try (TestNode one = TestNode.reopened(temporary.resolve("one"), chapters());
                TestNode two = TestNode.reopened(temporary.resolve("two"), chapters())) {
            assertThat(one.journal().stream()).isNotEqualTo(two.journal().stream());
            assertThat(one.journal().stream().node())
                    .isEqualTo(two.journal().stream().node());
            for (TestNode copy : new TestNode[] {one, two}) {
                assertThat(copy.journal().findings()).extracting(Finding::code).containsExactly("journal.copied");
                assertThat(copy.journal().verify(Progress.SILENT)).isEqualTo(new Verification.Sound(3, 2));
            }
        }
        node.reopen();
        assertThat(node.journal().findings()).isEmpty();
    }

    @Test
    void anOlderBackupPutBackInThePlaceOfTheFolderIsANewIncarnation() throws Exception {
        record(Notes.bare(1));
        StreamId stream = node.journal().stream();
        node.journal().close();
        copy(path, temporary.resolve("backup"));
        node.reopen();
        record(Notes.bare(2));
        node.journal().close();
        delete(path);
        copy(temporary.resolve("backup"), path);
        node.reopen();
        assertThat(node.journal().stream()).isNotEqualTo(stream);
        assertThat(node.journal().findings()).extracting(Finding::code).containsExactly("journal.copied");
        assertThat(verified()).isInstanceOf(Verification.Sound.class);
    }

    /// Copied over the files that are there, a backup has their numbers and their age.
    @Test
    void anOlderBackupWrittenOverTheFilesOfTheFolderIsANewIncarnation() throws Exception {
        record(Notes.bare(1));
        StreamId stream = node.journal().stream();
        node.journal().close();
        Path backup = temporary.resolve("backup");
        copy(path, backup);
        node.reopen();
        record(Notes.bare(2));
        node.journal().close();
        try (var files = Files.walk(backup)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.write(path.resolve(backup.relativize(file)), Files.readAllBytes(file));
            }
        }
        refused(
                "journal.wrong-passphrase",
                () -> new NodeFolder(path)
                        .open("another passphrase", List.of(), node.clock(), new java.security.SecureRandom()));
        node.reopen();
        assertThat(node.journal().stream()).isNotEqualTo(stream);
        assertThat(node.journal().findings()).extracting(Finding::code).containsExactly("journal.copied");
        assertThat(notes()).containsExactly(1L);
        assertThat(verified()).isEqualTo(new Verification.Sound(3, 2));
        node.reopen();
        assertThat(node.journal().findings()).isEmpty();
    }

    @Test
    void anOlderDatabaseWithItsTailGoneIsANewIncarnation() throws Exception {
        record(Notes.bare(1));
        StreamId stream = node.journal().stream();
        node.journal().close();
        Path database = path.resolve("clearway.db");
        byte[] backup = Files.readAllBytes(database);
        node.reopen();
        record(Notes.bare(2));
        node.journal().close();
        Files.write(database, backup);
        node.reopen();
        assertThat(node.journal().stream()).isNotEqualTo(stream);
        assertThat(node.journal().findings()).extracting(Finding::code).containsExactly("journal.tail-missing");
        assertThat(verified()).isEqualTo(new Broken(stream, 3, Fault.TAIL_MISSING));
    }

    /// With nothing left of the stream its numbers must not be used again either.
    @Test
    void aJournalThatWasEmptiedIsANewIncarnation() {
        record(Notes.bare(1));
        StreamId stream = node.journal().stream();
        node.journal().close();
        tamper("delete from entry", "delete from note");
        node.reopen();
        assertThat(node.journal().stream()).isNotEqualTo(stream);
        assertThat(node.journal().findings()).extracting(Finding::code).containsExactly("journal.tail-missing");
        assertThat(verified()).isEqualTo(new Broken(stream, 1, Fault.TAIL_MISSING));
    }

    @Test
    void aHeadThatIsNoHeadIsAFindingAndNoCrash() throws Exception {
        for (String damage : new String[] {"", "{", "{\"stream\":5}", "null", "\u0000\u0001"}) {
            record(Notes.bare(damage.hashCode()));
            StreamId stream = node.journal().stream();
            Path file = headOf(stream);
            node.journal().close();
            String good = Files.readString(file);
            Files.writeString(file, damage);
            node.reopen();
            assertThat(node.journal().stream()).isNotEqualTo(stream);
            assertThat(node.journal().findings()).extracting(Finding::code).containsExactly("journal.head-unreadable");
            assertThat(verified()).isEqualTo(new Broken(stream, 2, Fault.HEAD_MISSING));
            Files.writeString(file, good);
            assertThat(verified()).isInstanceOf(Verification.Sound.class);
        }
    }

    @Test
    void aHeadThatIsGoneIsAFindingSinceTheTailMayBeGoneToo() throws Exception {
        record(Notes.bare(1));
        record(Notes.bare(2));
        StreamId stream = node.journal().stream();
        String kept = node.journal().head().orElseThrow();
        node.journal().close();
        Files.delete(headOf(stream));
        node.reopen();
        assertThat(node.journal().stream()).isNotEqualTo(stream);
        assertThat(node.journal().findings()).extracting(Finding::code).containsExactly("journal.head-missing");
        assertThat(verified()).isEqualTo(new Broken(stream, 3, Fault.HEAD_MISSING));
        assertThat(node.journal().verify(Optional.of(kept), Progress.SILENT)).isInstanceOf(Verification.Sound.class);
    }

    @Test
    void aHeadOfAForeignKeyIsAFinding() throws Exception {
        record(Notes.bare(1));
        StreamId stream = node.journal().stream();
        node.journal().close();
        Path file = headOf(stream);
        TestNode.folder(temporary.resolve("other"));
        try (TestNode other = TestNode.reopened(temporary.resolve("other"))) {
            String signature = Heads.parse(other.journal().head().orElseThrow()).signature();
            String head = Files.readString(file);
            Files.writeString(file, head.replace(Heads.parse(head).signature(), signature));
        }
        node.reopen();
        assertThat(node.journal().stream()).isNotEqualTo(stream);
        assertThat(node.journal().findings()).extracting(Finding::code).containsExactly("journal.head-differs");
        assertThat(verified()).isEqualTo(new Broken(stream, 2, Fault.HEAD_DIFFERS));
    }

    /// A program that was killed before the first entry of its new incarnation says again what it found.
    @Test
    void whatWasFoundIsFoundAgainUntilItIsOnRecord() throws Exception {
        record(Notes.bare(1));
        StreamId stream = node.journal().stream();
        node.journal().close();
        copy(path, temporary.resolve("copy"));
        path = temporary.resolve("copy");
        tamper("create trigger cut_off before insert on entry begin select raise(abort, 'cut off'); end");
        refused("journal.store-failed", this::opened);
        tamper("drop trigger cut_off");
        try (Journal copy = opened()) {
            assertThat(copy.stream()).isNotEqualTo(stream);
            assertThat(copy.findings()).extracting(Finding::code).containsExactly("journal.copied");
        }
    }

    @Test
    void whatIsNotAHeadIsToldSo() {
        refused("journal.not-a-head", () -> node.journal().verify(Optional.of("34"), Progress.SILENT));
        refused("journal.not-a-head", () -> node.journal().verify(Optional.of("{}"), Progress.SILENT));
    }

    @Test
    void theHeadThatIsToldCanBeKeptElsewhereAndHolds() {
        record(Notes.bare(1));
        String kept = node.journal().head().orElseThrow();
        record(Notes.bare(2));
        assertThat(node.journal().verify(Optional.of(kept), Progress.SILENT)).isEqualTo(new Verification.Sound(3, 1));
    }

    private Path headOf(StreamId stream) throws Exception {
        try (var heads = Files.list(path.resolve("heads"))) {
            for (Path file : heads.toList()) {
                if (Files.readString(file).contains(stream.toString())) return file;
            }
        }
        throw new AssertionError("No head of " + stream);
    }
}
