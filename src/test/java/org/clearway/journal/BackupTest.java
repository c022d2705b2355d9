// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.NotPermitted;
import org.clearway.access.Retention;
import org.clearway.access.Role;
import org.clearway.access.Sensitivity;
import org.clearway.journal.BesideTable.Copies;
import org.clearway.time.Occurred;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Backups of a real node, restored into real folders.
class BackupTest {
    private static final Actor ADMINISTRATOR = new Actor(new AccountId("admin"), Set.of(Role.ADMINISTRATOR));
    private static final Actor PROTECTION = new Actor(new AccountId("protection-1"), Set.of(Role.PROTECTION));
    private static final String CANARY = "canary-of-the-north-post";
    private static final List<EntryKind> KINDS = List.of(new EntryKind("test.plain", 1, Plain.class));

    record Plain(
            @Kept(as = Sensitivity.PUBLIC, until = Retention.FOR_EVER)
            long number) implements Body {}

    private static final Chapter CHAPTER = Chapter.of(
                    "notes", List.of(new EntryKind("test.note-made", 1, Notes.NoteMade.class)))
            .beside("credential", Copies.NEWEST)
            .beside("gate_box_mark", Copies.NONE);

    @TempDir
    Path temporary;

    private TestNode node;
    private DayBook book;
    private Backups backups;
    private Path entries;
    private Path keys;

    @BeforeEach
    void open() {
        node = TestNode.in(temporary.resolve("node"), CHAPTER);
        book = node.dayBook("book", KINDS, ZoneOffset.UTC);
        backups = new Backups(
                node.journal(),
                List.of(book),
                List.of(CHAPTER),
                TestNode.PASSPHRASE,
                node.clock(),
                new SecureRandom(),
                "1.2.3",
                Runnable::run);
        entries = temporary.resolve("entries");
        keys = temporary.resolve("keys");
    }

    @AfterEach
    void close() {
        book.close();
        node.close();
    }

    @Test
    void aBackupRestoresAsANewIncarnationWithAllThatMayBeCopied() {
        note(1, "household 1");
        UUID request = UUID.randomUUID();
        book.record(request, Set.of(ADMINISTRATOR.account()), List.of(new Plain(7)), () -> {});
        node.clock().set(node.clock().instant().plus(Duration.ofDays(1)));
        book.turn();
        // Two copies of the day that lasts would tell what came between.
        book.record(UUID.randomUUID(), Set.of(ADMINISTRATOR.account()), List.of(new Plain(8)), () -> {});
        node.journal().keep(rows -> {
            rows.sql("insert into credential (account, hash) values ('duty-1', 'argon')")
                    .update();
            rows.sql("insert into gate_box_mark (mark, hour) values ('who stayed', 1)")
                    .update();
        });
        plan();
        Backups.Made made = backups.make(ADMINISTRATOR, Progress.SILENT);
        Restore.Restored restored = restore(made, "restored");
        assertThat(restored.entries()).isEqualTo(made.position());
        assertThat(restored.newer()).isEmpty();
        try (Journal again = opened("restored")) {
            assertThat(again.findings()).extracting(Finding::code).containsExactly("journal.restored");
            assertThat(again.stream().node()).isEqualTo(node.journal().stream().node());
            assertThat(again.stream()).isNotEqualTo(node.journal().stream());
            assertThat(again.verify(Progress.SILENT)).isInstanceOf(Verification.Sound.class);
            assertThat(read(again, 1)).isEqualTo(new Unsealed.Opened<>(new FreeText(CANARY + 1)));
            assertThat(rows(again, "select hash from credential")).containsExactly("argon");
            assertThat(rows(again, "select mark from gate_box_mark")).isEmpty();
            try (DayBook there = book.in(again.folder())) {
                assertThat(there.lines()).extracting(DayBook.Line::body).containsExactly(new Plain(7));
                assertThat(there.verify()).isInstanceOf(DayBook.Checked.Sound.class);
            }
        }
        try (Journal twice = opened("restored")) {
            assertThat(twice.findings()).isEmpty();
        }
    }

    @Test
    void anErasedHouseholdDoesNotComeBackFromABackupThatWasMadeBefore() {
        note(1, "household 1");
        note(2, "household 2");
        plan();
        Backups.Made before = backups.make(ADMINISTRATOR, Progress.SILENT);
        erase("household 1");
        assertThat(backups.standing().stale())
                .singleElement()
                .satisfies(stale -> assertThat(stale.keys()).isEqualTo(2));
        backups.tend();
        assertThat(backups.standing().stale()).isEmpty();
        Restore.Restored restored = restore(before, "restored");
        // The key of its month, and the name above it.
        assertThat(restored.destroyed()).isEqualTo(2);
        try (Journal again = opened("restored")) {
            assertThat(read(again, 1)).isInstanceOf(Unsealed.Erased.class);
            assertThat(read(again, 2)).isEqualTo(new Unsealed.Opened<>(new FreeText(CANARY + 2)));
            assertThat(again.verify(Progress.SILENT)).isInstanceOf(Verification.Sound.class);
            assertThat(rows(again, "select name from destroyed_key")).hasSize(2);
        }
    }

    /// Somebody kept the stick with the keys of then.
    @Test
    void norDoesItComeBackFromAnOldCopyOfTheKeysWhereANewerBackupLies() throws IOException {
        note(1, "household 1");
        plan();
        Backups.Made before = backups.make(ADMINISTRATOR, Progress.SILENT);
        Path old = Files.copy(before.keys(), temporary.resolve("old.keys"));
        erase("household 1");
        node.clock().set(node.clock().instant().plusSeconds(60));
        backups.make(ADMINISTRATOR, Progress.SILENT);
        new Restore(before.entries(), old)
                .into(temporary.resolve("restored"), TestNode.PASSPHRASE, List.of(), node.clock(), new SecureRandom());
        try (Journal again = opened("restored")) {
            assertThat(read(again, 1)).isInstanceOf(Unsealed.Erased.class);
        }
    }

    @Test
    void everyPlaceThatKeysWereCopiedToIsKnownUntilItsCopyIsRenewedOrDestroyed() {
        note(1, "household 1");
        plan();
        backups.make(ADMINISTRATOR, Progress.SILENT);
        backups.make(ADMINISTRATOR, temporary.resolve("stick"), temporary.resolve("stick-keys"), Progress.SILENT);
        erase("household 1");
        backups.tend();
        Backups.StaleKeys stale = backups.standing().stale().getFirst();
        assertThat(stale.told()).endsWith("stick-keys");
        NodeCase.refused("backup.no-such-place", () -> backups.forget(ADMINISTRATOR, "another"));
        backups.forget(ADMINISTRATOR, stale.place());
        assertThat(backups.standing().stale()).isEmpty();
    }

    @Test
    void neitherPlaceHoldsAnythingThatCanBeReadAndNeitherOpensWithoutTheOther() throws IOException {
        note(1, "household 1");
        plan();
        Backups.Made made = backups.make(ADMINISTRATOR, Progress.SILENT);
        for (Path place : List.of(entries, keys)) {
            for (Path file : files(place)) {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertThat(text).doesNotContain(CANARY).doesNotContain("SQLite").doesNotContain("test.note-made");
            }
        }
        NodeCase.refused(
                "journal.wrong-passphrase",
                () -> new Restore(made.entries(), made.keys())
                        .into(
                                temporary.resolve("no"),
                                "another passphrase",
                                List.of(),
                                node.clock(),
                                new SecureRandom()));
        NodeCase.refused("backup.not-keys", () -> restore(made.entries(), made.entries(), "no"));
        NodeCase.refused("backup.not-a-backup", () -> restore(made.keys(), made.keys(), "no"));
        NodeCase.refused("backup.no-file", () -> restore(made.entries(), keys.resolve("none.keys"), "no"));
        assertThat(temporary.resolve("no")).doesNotExist();
        try (TestNode other = TestNode.in(temporary.resolve("other"), CHAPTER)) {
            var its = new Backups(
                    other.journal(),
                    List.of(),
                    List.of(CHAPTER),
                    TestNode.PASSPHRASE,
                    other.clock(),
                    new SecureRandom(),
                    "1.2.3",
                    Runnable::run);
            Backups.Made theirs = its.make(ADMINISTRATOR, entries, keys, Progress.SILENT);
            NodeCase.refused("backup.other-node", () -> restore(made.entries(), theirs.keys(), "no"));
            NodeCase.refused("backup.several-nodes", () -> Restore.find(entries, keys, Optional.empty()));
            assertThat(Restore.find(entries, theirs.keys(), Optional.empty()).entries())
                    .isEqualTo(theirs.entries());
        }
    }

    @Test
    void aBackupThatWasChangedOrCutShortAnywhereIsRefusedAndNoFolderIsMade() throws IOException {
        note(1, "household 1");
        plan();
        Backups.Made made = backups.make(ADMINISTRATOR, Progress.SILENT);
        byte[] whole = Files.readAllBytes(made.entries());
        int header = new String(whole, StandardCharsets.ISO_8859_1).indexOf('\n');
        Path broken = temporary.resolve("broken.backup");
        for (int at : List.of(header + 1, header + 60, whole.length / 2, whole.length - 1)) {
            byte[] changed = whole.clone();
            changed[at] ^= 1;
            Files.write(broken, changed);
            NodeCase.refused("backup.damaged", () -> restore(broken, made.keys(), "broken"));
            Files.write(broken, java.util.Arrays.copyOf(whole, at));
            NodeCase.refused("backup.damaged", () -> restore(broken, made.keys(), "broken"));
            assertThat(temporary.resolve("broken")).doesNotExist();
        }
        // Who it is of and how far it goes cannot be changed either.
        Files.writeString(
                broken,
                new String(whole, StandardCharsets.ISO_8859_1).replaceFirst("\"program\":\"1", "\"program\":\"2"),
                StandardCharsets.ISO_8859_1);
        NodeCase.refused("backup.damaged", () -> restore(broken, made.keys(), "broken"));
        Files.writeString(broken, "{\"clearway-backup\":2}\n");
        NodeCase.refused("backup.newer-format", () -> restore(broken, made.keys(), "broken"));
        for (String rubbish : List.of("", "{}", "{}\n", "\n", "null\n", "[1]\n", "x".repeat(70_000) + "\n")) {
            Files.writeString(broken, rubbish);
            NodeCase.refused("backup.not-a-backup", () -> restore(broken, made.keys(), "broken"));
        }
    }

    @Test
    void aCheckRestoresComparesAndLeavesNothingBehind() throws IOException {
        note(1, "household 1");
        book.record(UUID.randomUUID(), Set.of(ADMINISTRATOR.account()), List.of(new Plain(7)), () -> {});
        node.clock().set(node.clock().instant().plus(Duration.ofDays(1)));
        book.turn();
        plan();
        NodeCase.refused("backup.none-there", () -> backups.check(ADMINISTRATOR, Progress.SILENT));
        assertThat(backups.standing().check().orElseThrow().problem()).isPresent();
        Backups.Made made = backups.make(ADMINISTRATOR, Progress.SILENT);
        note(2, "household 2");
        Backups.Checked checked = backups.check(ADMINISTRATOR, Progress.SILENT);
        assertThat(checked.entries()).isEqualTo(made.position());
        assertThat(checked.lines()).isEqualTo(1);
        assertThat(backups.standing().check().orElseThrow().good())
                .contains(node.clock().instant());
        assertThat(files(temporary.resolve("node").resolve("scratch"))).isEmpty();
        byte[] changed = Files.readAllBytes(made.entries());
        changed[changed.length - 40] ^= 1;
        Files.write(made.entries(), changed);
        NodeCase.refused("backup.damaged", () -> backups.check(ADMINISTRATOR, Progress.SILENT));
        assertThat(backups.standing().check().orElseThrow().problem())
                .hasValueSatisfying(problem -> assertThat(problem.code()).isEqualTo("backup.damaged"));
        assertThat(files(temporary.resolve("node").resolve("scratch"))).isEmpty();
    }

    @Test
    void aBackupOfOtherEntriesThanTheNodesIsFoundByTheCheck() {
        note(1, "household 1");
        plan();
        backups.make(ADMINISTRATOR, Progress.SILENT);
        // Somebody with the files changed the last entry of the node, and all that stands on it.
        node.journal()
                .keep(rows -> rows.sql("update entry set hash = previous where position = 2")
                        .update());
        NodeCase.refused("backup.differs", () -> backups.check(ADMINISTRATOR, Progress.SILENT));
    }

    @Test
    void whoRestoresIsToldWhatGoesFurther() {
        note(1, "household 1");
        plan();
        Backups.Made first = backups.make(ADMINISTRATOR, Progress.SILENT);
        node.clock().set(node.clock().instant().plus(Duration.ofHours(1)));
        note(2, "household 2");
        Backups.Made second = backups.make(ADMINISTRATOR, Progress.SILENT);
        note(3, "household 3");
        String head = node.journal().head().orElseThrow();
        Restore.Restored restored = new Restore(first.entries(), first.keys())
                .into(
                        temporary.resolve("restored"),
                        TestNode.PASSPHRASE,
                        List.of(head),
                        node.clock(),
                        new SecureRandom());
        long further = second.position() - first.position();
        assertThat(restored.newer())
                .extracting(Restore.Newer::entries)
                .containsExactly(Optional.of(further), Optional.of(further), Optional.of(further + 1));
        assertThat(restored.newer().getFirst().where())
                .endsWith(second.entries().getFileName().toString());
        assertThat(Restore.find(
                                entries,
                                keys,
                                Optional.of(node.clock().instant().minusSeconds(1)))
                        .entries())
                .isEqualTo(first.entries());
        try (Journal again = opened("restored")) {
            again.close();
        }
        NodeCase.refused("backup.folder-taken", () -> restore(first, "restored"));
        NodeCase.refused(
                "journal.not-a-head",
                () -> new Restore(first.entries(), first.keys())
                        .into(
                                temporary.resolve("no"),
                                TestNode.PASSPHRASE,
                                List.of("rubbish"),
                                node.clock(),
                                new SecureRandom()));
    }

    @Test
    void aBackupOfTheNodeThatWasLostIsOfAnotherIncarnationThanTheOneThatWentOn() {
        note(1, "household 1");
        plan();
        Backups.Made before = backups.make(ADMINISTRATOR, Progress.SILENT);
        restore(before, "restored");
        try (Journal again = opened("restored")) {
            node.clock().set(node.clock().instant().plusSeconds(60));
            var its = new Backups(
                    again,
                    List.of(),
                    List.of(CHAPTER),
                    TestNode.PASSPHRASE,
                    node.clock(),
                    new SecureRandom(),
                    "1.2.3",
                    Runnable::run);
            its.make(ADMINISTRATOR, entries, keys, Progress.SILENT);
        }
        assertThat(restore(before, "again").newer())
                .extracting(Restore.Newer::entries)
                .contains(Optional.empty());
    }

    @Test
    void aStickThatIsNotThereIsToldAndTriedAgainAndNothingIsWrittenWhereItWas() throws IOException {
        plan();
        Path away = temporary.resolve("away");
        Files.move(entries, away);
        Files.createDirectory(entries);
        NodeCase.refused("backup.place-gone", () -> backups.make(ADMINISTRATOR, Progress.SILENT));
        // What failed is tried again after ten minutes, and not each minute.
        backups.tend();
        node.clock().set(node.clock().instant().plus(Duration.ofMinutes(10)));
        NodeCase.refused("backup.place-gone", () -> backups.tend());
        assertThat(backups.standing().entries().orElseThrow().problem())
                .hasValueSatisfying(problem -> assertThat(problem.code()).isEqualTo("backup.place-gone"));
        node.clock().set(node.clock().instant().plus(Duration.ofMinutes(10)));
        assertThat(backups.kept(ADMINISTRATOR)).isEmpty();
        assertThat(files(entries)).isEmpty();
        Files.delete(entries);
        Files.move(away, entries);
        backups.tend();
        assertThat(backups.kept(ADMINISTRATOR)).hasSize(1);
        // Another stick in the same place.
        Files.move(entries, away);
        BackupPlace.prepare(entries, BackupHeader.Kind.ENTRIES, new SecureRandom());
        NodeCase.refused("backup.place-gone", () -> backups.make(ADMINISTRATOR, Progress.SILENT));
    }

    @Test
    void keysAndEntriesNeverLieInOnePlace() {
        NodeCase.refused("backup.keys-not-apart", () -> arrange(entries, entries, 60));
        NodeCase.refused("backup.keys-not-apart", () -> arrange(entries, entries.resolve("keys"), 60));
        NodeCase.refused("backup.keys-not-apart", () -> arrange(keys.resolve("entries"), keys, 60));
        plan();
        NodeCase.refused("backup.keys-not-apart", () -> arrange(keys, entries, 60));
        NodeCase.refused("backup.too-often", () -> arrange(entries, keys, 4));
        assertThat(backups.standing().oneDisk()).isTrue();
    }

    @Test
    void aBackupIsMadeWhenItIsTimeAndAgainOnlyWhenSomethingWasRecorded() {
        backups.tend();
        assertThat(entries).doesNotExist();
        plan();
        backups.tend();
        assertThat(backups.kept(ADMINISTRATOR)).hasSize(1);
        // Restored for trial at once, the first time.
        backups.tend();
        assertThat(backups.standing().check().orElseThrow().good()).isPresent();
        node.clock().set(node.clock().instant().plus(Duration.ofMinutes(59)));
        note(1, "household 1");
        backups.tend();
        assertThat(backups.kept(ADMINISTRATOR)).hasSize(1);
        node.clock().set(node.clock().instant().plus(Duration.ofMinutes(1)));
        backups.tend();
        assertThat(backups.kept(ADMINISTRATOR)).hasSize(2);
        node.clock().set(node.clock().instant().plus(Duration.ofHours(1)));
        backups.tend();
        assertThat(backups.kept(ADMINISTRATOR)).hasSize(2);
        assertThat(backups.standing().entries().orElseThrow().good())
                .contains(node.clock().instant());
        backups.stop(ADMINISTRATOR);
        NodeCase.refused("backup.not-planned", () -> backups.make(ADMINISTRATOR, Progress.SILENT));
    }

    @Test
    void onAMachineWhoseClockIsBehindTheFirstEntryStillOpensTheStream() {
        note(1, "household 1");
        plan();
        Backups.Made made = backups.make(ADMINISTRATOR, Progress.SILENT);
        restore(made, "restored");
        node.clock().set(node.clock().instant().minus(Duration.ofDays(1)));
        try (Journal again = opened("restored")) {
            again.record(ADMINISTRATOR, again.ids().next(), draft(2, again), Rule.NONE);
            assertThat(again.verify(Progress.SILENT)).isInstanceOf(Verification.Sound.class);
            assertThat(rows(again, "select type from entry where stream = '" + again.stream() + "' order by sequence"))
                    .containsExactly("journal.stream-opened", "journal.clock-noticed", "test.note-made");
        }
    }

    @Test
    void whoMayNotBackUpIsRefusedAndWhoDoesLeavesAnEntry() {
        plan();
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> backups.make(PROTECTION, Progress.SILENT))
                .isInstanceOf(NotPermitted.class);
        backups.make(ADMINISTRATOR, Progress.SILENT);
        assertThat(rows(node.journal(), "select account from entry where type = 'journal.taken-out' order by position"))
                .containsExactly("admin", "admin");
    }

    @Test
    void desksGoOnWhileABackupIsMadeAndItHoldsOneMoment() throws Exception {
        for (int i = 1; i <= 50; i++) note(i, "household " + i);
        plan();
        var stop = new AtomicBoolean();
        var desk = Thread.ofVirtual().start(() -> {
            for (int i = 100; !stop.get(); i++) note(i, "household " + i);
        });
        Backups.Made made = backups.make(ADMINISTRATOR, Progress.SILENT);
        stop.set(true);
        desk.join();
        restore(made, "restored");
        try (Journal again = opened("restored")) {
            assertThat(again.verify(Progress.SILENT)).isInstanceOf(Verification.Sound.class);
            assertThat(Move.sameEntries(
                            node.journal().store(), again.folder().stores().journal(), made.position()))
                    .isTrue();
        }
    }

    @Test
    void twoDaysOfBackupsAreKeptOneByOneThenTheLastOfEachDayForThirty() {
        Instant now = Instant.parse("2026-03-31T12:30:00Z");
        var all = new ArrayList<BackupPlace.Found>();
        for (int hours = 0; hours < 60 * 24; hours++) all.add(found(now.minus(Duration.ofHours(hours))));
        List<BackupPlace.Found> surplus = BackupPlace.surplus(all, now);
        all.removeAll(surplus);
        // 48 of the last 48 hours, and the last of each day from the 1st to the 28th.
        assertThat(all).hasSize(48 + 28);
        assertThat(all.getLast().header().made()).isEqualTo("2026-03-01T23:30:00Z");
        assertThat(BackupPlace.surplus(List.of(found(now.minus(Duration.ofDays(400)))), now))
                .as("the newest stays, whatever its age")
                .isEmpty();
    }

    private static BackupPlace.Found found(Instant made) {
        return new BackupPlace.Found(
                Path.of(made.toString()),
                new BackupHeader(
                        BackupHeader.Kind.ENTRIES, "", 1, made, made, "1", Optional.empty(), Optional.empty()));
    }

    @Test
    void remainsOfABackupThatWasCutOffGoWithTheNext() throws IOException {
        plan();
        Backups.Made made = backups.make(ADMINISTRATOR, Progress.SILENT);
        Path remains = entries.resolve(made.entries().getFileName() + ".part");
        Files.copy(made.entries(), remains, StandardCopyOption.REPLACE_EXISTING);
        Files.createDirectories(temporary.resolve("node/scratch/backup/journal"));
        Files.writeString(temporary.resolve("node/scratch/backup/journal/clearway.db"), "half");
        note(1, "household 1");
        backups.make(ADMINISTRATOR, Progress.SILENT);
        assertThat(remains).doesNotExist();
        assertThat(temporary.resolve("node/scratch/backup")).doesNotExist();
    }

    private void plan() {
        arrange(entries, keys, 60);
    }

    private BackupPlan arrange(Path to, Path keysTo, long minutes) {
        return backups.arrange(ADMINISTRATOR, to, keysTo, Duration.ofMinutes(minutes));
    }

    private void note(long number, String household) {
        var draft = new Draft(
                Notes.note(number, CANARY + number),
                Occurred.at(node.clock().instant(), ZoneOffset.UTC),
                Optional.of(node.journal().subject(household)));
        node.journal().record(ADMINISTRATOR, node.act(), draft, Rule.NONE);
    }

    private Draft draft(long number, Journal journal) {
        return Draft.of(
                Notes.note(number, CANARY + number), Occurred.at(journal.clock().instant(), ZoneOffset.UTC));
    }

    private void erase(String household) {
        node.journal().erase(PROTECTION, node.act(), node.journal().subject(household));
    }

    private Restore.Restored restore(Backups.Made made, String name) {
        return restore(made.entries(), made.keys(), name);
    }

    private Restore.Restored restore(Path file, Path keysFile, String name) {
        return new Restore(file, keysFile)
                .into(temporary.resolve(name), TestNode.PASSPHRASE, List.of(), node.clock(), new SecureRandom());
    }

    private Journal opened(String name) {
        return new NodeFolder(temporary.resolve(name))
                .open(TestNode.PASSPHRASE, List.of(CHAPTER), node.clock(), new SecureRandom());
    }

    private Unsealed<FreeText> read(Journal journal, long number) {
        String json = new String(
                journal.now()
                        .rows()
                        .sql("select body from entry where type = 'test.note-made' order by position")
                        .query((row, n) -> row.getBytes(1))
                        .list()
                        .get((int) number - 1),
                StandardCharsets.UTF_8);
        var body = (Notes.NoteMade) new Kinds(List.of(CHAPTER)).read("test.note-made", 1, json);
        @SuppressWarnings("unchecked")
        var closed = (Sealed.Closed<FreeText>) body.text().orElseThrow();
        return journal.open(PROTECTION, journal.ids().next(), closed, FreeText.class);
    }

    private static List<String> rows(Journal journal, String query) {
        return journal.now()
                .rows()
                .sql(query)
                .query((row, n) -> row.getString(1))
                .list();
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.exists(folder)) return List.of();
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
