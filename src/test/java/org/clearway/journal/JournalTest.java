// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.Role;
import org.clearway.language.Problem;
import org.clearway.time.Occurred;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final Actor DUTY = new Actor(new AccountId("duty-1"), Set.of(Role.DUTY));
    private static final Actor PROTECTION = new Actor(new AccountId("protection-1"), Set.of(Role.PROTECTION));

    @TempDir
    Path folder;

    private TestNode node;

    @BeforeEach
    void open() {
        Notes.prepare(TestNode.folder(folder.resolve("node")));
        node = TestNode.reopened(folder.resolve("node"), Notes.chapter());
    }

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void whatIsAcknowledgedIsThereAfterTheNodeIsOpenedAgain() {
        Receipt receipt = record(node.act(), Notes.bare(1));
        node.reopen();
        assertThat(notes()).isEqualTo(1);
        assertThat(receipt.recorded()).isEqualTo(node.clock().instant());
        assertThat(node.journal().verify(Progress.SILENT)).isEqualTo(new Verification.Sound(2, 1));
    }

    @Test
    void theSameActTwiceIsOneAct() {
        ActId act = node.act();
        Receipt first = record(act, Notes.note(1, "seen from the north post"));
        Receipt second = record(act, Notes.note(1, "seen from the north post"));
        assertThat(second.repeated()).isTrue();
        assertThat(second.position()).isEqualTo(first.position());
        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void theSameActWithOtherWordsIsRefusedAndChangesNothing() {
        ActId act = node.act();
        record(act, Notes.note(1, "seen"));
        assertThatThrownBy(() -> record(act, Notes.note(1, "heard")))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.code()).isEqualTo("journal.same-act-other-words"));
        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void anActThatItsRuleRefusesLeavesNothingAndItsNeighboursStay() {
        record(node.act(), Notes.bare(1));
        assertThatThrownBy(() -> node.journal().record(DUTY, node.act(), draft(Notes.bare(2)), views -> {
                    throw Problem.of("journal.closing");
                }))
                .isInstanceOf(Problem.class);
        record(node.act(), Notes.bare(3));
        assertThat(notes()).isEqualTo(2);
        assertThat(node.journal().verify(Progress.SILENT)).isInstanceOf(Verification.Sound.class);
    }

    @Test
    void aViewThatFailsTakesItsActWithItAndNothingElse() {
        record(node.act(), Notes.bare(1));
        assertThatThrownBy(() -> record(node.act(), Notes.bare(1))).isInstanceOf(Problem.class);
        record(node.act(), Notes.bare(2));
        assertThat(notes()).isEqualTo(2);
    }

    @Test
    void recordedNeverRunsBackwardsAndAClockThatJumpsBackIsNoticedOnce() {
        record(node.act(), Notes.bare(1));
        Instant before = node.clock().instant();
        node.clock().set(before.minus(Duration.ofHours(2)));
        assertThat(record(node.act(), Notes.bare(2)).recorded()).isEqualTo(before);
        assertThat(record(node.act(), Notes.bare(3)).recorded()).isEqualTo(before);
        assertThat(node.journal().condition().clockIsBehind()).isTrue();
        assertThat(count("select count(*) from entry where type = 'journal.clock-noticed'"))
                .isEqualTo(1);
        node.clock().set(before.plusSeconds(1));
        assertThat(record(node.act(), Notes.bare(4)).recorded()).isEqualTo(before.plusSeconds(1));
        assertThat(node.journal().verify(Progress.SILENT)).isInstanceOf(Verification.Sound.class);
    }

    @Test
    void aSealedNoteIsReadableNowhereInTheFilesAndOpensForWhoMay() throws Exception {
        record(node.act(), Notes.note(1, "canary-in-the-folder"));
        Sealed.Closed<FreeText> closed = closed(1);
        assertThat(node.journal().open(PROTECTION, node.act(), closed, FreeText.class))
                .isEqualTo(new Unsealed.Opened<>(new FreeText("canary-in-the-folder")));
        assertThat(count("select count(*) from entry where type = 'journal.confidential-read'"))
                .isEqualTo(1);
        node.journal().close();
        try (var files = java.nio.file.Files.walk(folder)) {
            for (Path file : files.filter(java.nio.file.Files::isRegularFile).toList()) {
                String bytes = java.nio.file.Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
                assertThat(bytes).as(file.toString()).doesNotContain("canary-in-the-folder");
            }
        }
    }

    @Test
    void anErasedSubjectCannotBeReadAnyMoreAndChainAndRebuildStayTheSame() {
        Subject household = node.journal().subject("token-1");
        node.journal()
                .record(
                        DUTY,
                        node.act(),
                        new Draft(Notes.note(1, "two walking frames"), now(), java.util.Optional.of(household)),
                        Rule.NONE);
        record(node.act(), Notes.note(2, "stays readable"));
        node.journal().erase(PROTECTION, node.act(), household);
        assertThat(node.journal().open(PROTECTION, node.act(), closed(1), FreeText.class))
                .isEqualTo(new Unsealed.Erased<FreeText>());
        assertThat(node.journal().open(PROTECTION, node.act(), closed(2), FreeText.class))
                .isEqualTo(new Unsealed.Opened<>(new FreeText("stays readable")));
        assertThat(node.journal().verify(Progress.SILENT)).isInstanceOf(Verification.Sound.class);
        assertThat(node.journal().rebuild(Progress.SILENT).same()).isTrue();
    }

    @Test
    void anOldBackupOfTheKeysDoesNotBringAnErasedSubjectBack() throws Exception {
        Subject household = node.journal().subject("token-1");
        node.journal()
                .record(
                        DUTY,
                        node.act(),
                        new Draft(Notes.note(1, "two walking frames"), now(), java.util.Optional.of(household)),
                        Rule.NONE);
        Path keys = folder.resolve("node/keys.db");
        byte[] backup = java.nio.file.Files.readAllBytes(keys);
        node.journal().erase(PROTECTION, node.act(), household);
        node.journal().close();
        java.nio.file.Files.write(keys, backup);
        node.reopen();
        assertThat(node.journal().open(PROTECTION, node.act(), closed(1), FreeText.class))
                .isEqualTo(new Unsealed.Erased<FreeText>());
    }

    @Test
    void aNoteWhoseTimeIsOverCannotBeReadAnyMore() {
        record(node.act(), Notes.note(1, "short-lived"));
        node.clock().set(Instant.parse("2019-12-28T00:00:00Z"));
        assertThat(node.journal().destroyExpired()).isZero();
        node.clock().set(Instant.parse("2019-12-30T00:00:00Z"));
        assertThat(node.journal().destroyExpired()).isEqualTo(1);
        assertThat(node.journal().open(PROTECTION, node.act(), closed(1), FreeText.class))
                .isEqualTo(new Unsealed.Erased<FreeText>());
    }

    @Test
    void onlyWhoMayErasesAndExports() {
        assertThatThrownBy(() ->
                        node.journal().erase(DUTY, node.act(), node.journal().subject("token-1")))
                .isInstanceOf(org.clearway.access.NotPermitted.class);
        assertThatThrownBy(() -> node.journal()
                        .export(DUTY, node.act(), org.clearway.access.Sensitivity.PUBLIC, new java.io.StringWriter()))
                .isInstanceOf(org.clearway.access.NotPermitted.class);
    }

    @Test
    void anExportHoldsNothingAboveTheClassThatWasAskedForAndIsItselfAnEntry() {
        record(node.act(), Notes.note(7, "sealed"));
        var out = new java.io.StringWriter();
        node.journal().export(PROTECTION, node.act(), org.clearway.access.Sensitivity.PUBLIC, out);
        String line = out.toString()
                .lines()
                .filter(l -> l.contains("\"test.note-made\""))
                .findFirst()
                .orElseThrow();
        assertThat(line).contains("\"body\":{\"number\":7,\"withheld\":[\"text\"]}");
        assertThat(out.toString().lines()).hasSize(3);
        assertThat(count("select count(*) from entry where type = 'journal.exported'"))
                .isEqualTo(1);
    }

    @Test
    void whatWasKnownAtAPastMomentIsRemadeFromTheJournal() {
        record(node.act(), Notes.bare(1));
        Instant then = node.clock().instant();
        node.clock().set(then.plusSeconds(60));
        record(node.act(), Notes.bare(2));
        try (Reading past = node.journal().asOf(then, Progress.SILENT)) {
            assertThat(past.rows()
                            .sql("select number from note")
                            .query(Long.class)
                            .list())
                    .containsExactly(1L);
            assertThat(past.rows()
                            .sql("select notes from note_count")
                            .query(Long.class)
                            .single())
                    .isEqualTo(1L);
        }
        assertThat(notes()).isEqualTo(2);
    }

    @Test
    void everyPastMomentKnowsWhatHadArrivedByThenAndNothingLater() {
        Instant first = node.clock().instant();
        record(node.act(), Notes.bare(1));
        record(node.act(), Notes.bare(2));
        node.clock().set(first.plusSeconds(60));
        record(node.act(), Notes.bare(3));
        node.clock().set(first.plusSeconds(120));
        record(node.act(), Notes.bare(4));
        assertThat(knownAt(first.minusNanos(1_000))).isZero();
        assertThat(knownAt(first)).isEqualTo(2);
        assertThat(knownAt(first.plusSeconds(59))).isEqualTo(2);
        assertThat(knownAt(first.plusSeconds(60))).isEqualTo(3);
        assertThat(knownAt(first.plusSeconds(119))).isEqualTo(3);
        assertThat(knownAt(first.plusSeconds(120))).isEqualTo(4);
        assertThat(knownAt(first.plusSeconds(9_999))).isEqualTo(4);
    }

    private long knownAt(Instant known) {
        try (Reading past = node.journal().asOf(known, Progress.SILENT)) {
            return past.rows()
                    .sql("select count(*) from note")
                    .query(Long.class)
                    .single();
        }
    }

    @Test
    void aRebuildSaysWhichTableDidNotSayWhatTheJournalSays() throws Exception {
        record(node.act(), Notes.bare(1));
        record(node.act(), Notes.note(2, "sealed"));
        assertThat(node.journal().rebuild(Progress.SILENT))
                .isEqualTo(new Rebuilt(3, java.util.List.of(), java.util.List.of()));
        node.journal().close();
        tamper("update note set number = 99 where number = 1");
        node.reopen();
        assertThat(node.journal().rebuild(Progress.SILENT).different()).containsExactly("note");
        assertThat(count("select count(*) from note where number = 1")).isEqualTo(1);
    }

    @Test
    void verifyNamesTheFirstEntryThatWasChanged() throws Exception {
        for (int i = 1; i <= 5; i++) record(node.act(), Notes.bare(i));
        StreamId stream = node.journal().stream();
        node.journal().close();
        tamper("update entry set account = 'duty-2' where sequence = 4");
        node.reopen();
        assertThat(node.journal().verify(Progress.SILENT))
                .isEqualTo(new Verification.Broken(stream, 4, Verification.Fault.CHANGED));
    }

    @Test
    void verifyNamesTheFirstEntryThatIsMissing() throws Exception {
        for (int i = 1; i <= 5; i++) record(node.act(), Notes.bare(i));
        StreamId stream = node.journal().stream();
        node.journal().close();
        tamper("delete from entry where sequence = 3");
        node.reopen();
        assertThat(node.journal().verify(Progress.SILENT))
                .isEqualTo(new Verification.Broken(stream, 3, Verification.Fault.MISSING));
    }

    @Test
    void verifyNamesTheFirstEntryThatStandsInAnotherPlace() throws Exception {
        for (int i = 1; i <= 5; i++) record(node.act(), Notes.bare(i));
        StreamId stream = node.journal().stream();
        node.journal().close();
        tamper("update entry set position = 100 where sequence = 3; update entry set position = 3 where sequence = 4;"
                + " update entry set position = 4 where sequence = 3");
        node.reopen();
        assertThat(node.journal().verify(Progress.SILENT))
                .isEqualTo(new Verification.Broken(stream, 4, Verification.Fault.REORDERED));
    }

    @Test
    void aDroppedTailIsSeenAtTheStartAndTheNodeGoesOnInANewIncarnation() throws Exception {
        for (int i = 1; i <= 5; i++) record(node.act(), Notes.bare(i));
        StreamId stream = node.journal().stream();
        node.journal().close();
        tamper("delete from entry where sequence > 4; delete from note where number > 3");
        node.reopen();
        assertThat(node.journal().findings()).extracting(Finding::code).containsExactly("journal.tail-missing");
        assertThat(node.journal().stream()).isNotEqualTo(stream);
        assertThat(node.journal().verify(Progress.SILENT))
                .isEqualTo(new Verification.Broken(stream, 5, Verification.Fault.TAIL_MISSING));
    }

    @Test
    void aHeadKeptElsewhereShowsADroppedTailEvenWhenTheFolderForgotIt() throws Exception {
        for (int i = 1; i <= 5; i++) record(node.act(), Notes.bare(i));
        StreamId stream = node.journal().stream();
        String kept = node.journal().head().orElseThrow();
        node.journal().close();
        tamper("delete from entry where sequence > 4; delete from note where number > 3");
        try (var heads = java.nio.file.Files.list(folder.resolve("node/heads"))) {
            for (Path head : heads.toList()) java.nio.file.Files.delete(head);
        }
        node.reopen();
        assertThat(node.journal().verify(java.util.Optional.of(kept), Progress.SILENT))
                .isEqualTo(new Verification.Broken(stream, 5, Verification.Fault.TAIL_MISSING));
    }

    @Test
    void aCopiedFolderGoesOnInANewIncarnationAndBothChainsHold() throws Exception {
        record(node.act(), Notes.bare(1));
        StreamId original = node.journal().stream();
        node.journal().close();
        Path copy = folder.resolve("copy");
        try (var files = java.nio.file.Files.walk(folder.resolve("node"))) {
            for (Path file : files.toList()) {
                java.nio.file.Files.copy(
                        file, copy.resolve(folder.resolve("node").relativize(file)));
            }
        }
        try (TestNode other = TestNode.reopened(copy, Notes.chapter())) {
            assertThat(other.journal().findings()).extracting(Finding::code).containsExactly("journal.copied");
            assertThat(other.journal().stream().node()).isEqualTo(original.node());
            assertThat(other.journal().stream()).isNotEqualTo(original);
            assertThat(other.journal().verify(Progress.SILENT)).isEqualTo(new Verification.Sound(3, 2));
        }
        node.reopen();
        assertThat(node.journal().stream()).isEqualTo(original);
    }

    @Test
    void aSecondProgramOnTheSameFolderIsToldSo() {
        assertThatThrownBy(() -> TestNode.reopened(folder.resolve("node"), Notes.chapter()))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("journal.folder-in-use"));
    }

    @Test
    void aWrongPassphraseIsToldSo() {
        node.journal().close();
        assertThatThrownBy(() -> new NodeFolder(folder.resolve("node"))
                        .open(
                                "another passphrase",
                                java.util.List.of(Notes.chapter()),
                                node.clock(),
                                new java.security.SecureRandom()))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("journal.wrong-passphrase"));
        node.reopen();
    }

    @Test
    void aDatabaseOfANewerVersionIsLeftAlone() throws Exception {
        node.journal().close();
        tamper("insert into flyway_schema_history (installed_rank, version, description, type, script, installed_by,"
                + " installed_on, execution_time, success) values (999, '9999', 'later', 'SQL', 'V9999__later.sql', '',"
                + " '2030-01-01 00:00:00', 1, 1)");
        assertThatThrownBy(() -> node.reopen()).isInstanceOfSatisfying(Problem.class, p -> {
            assertThat(p.code()).isEqualTo("journal.newer-database");
            assertThat(p.details()).containsEntry("version", "9999");
        });
        tamper("delete from flyway_schema_history where version = '9999'");
        node.reopen();
    }

    @Test
    void onAFullDiskAnActIsRefusedClearlyNothingIsHalfWrittenAndWorkGoesOnOnceThereIsRoom() {
        node.journal().close();
        var small = new NodeFolder(folder.resolve("node"));
        int kept = 0;
        try (Journal journal = small.open(
                TestNode.PASSPHRASE,
                java.util.List.of(Notes.chapter()),
                node.clock(),
                new java.security.SecureRandom(),
                120)) {
            String code = "";
            while (code.isEmpty() && kept < 10_000) {
                try {
                    journal.record(
                            DUTY, journal.ids().next(), draft(Notes.note(kept + 1, "x".repeat(1500))), Rule.NONE);
                    kept++;
                } catch (Problem full) {
                    code = full.code();
                }
            }
            assertThat(code).isEqualTo("journal.disk-full");
            assertThat(kept).isPositive();
        }
        node.reopen();
        assertThat(notes()).isEqualTo(kept);
        record(node.act(), Notes.bare(20_000));
        assertThat(node.journal().verify(Progress.SILENT)).isInstanceOf(Verification.Sound.class);
        assertThat(node.journal().rebuild(Progress.SILENT).same()).isTrue();
    }

    @Test
    void whatWasAcknowledgedAndNothingElseIsKeptByAJournalThatGoesOnAfterTheDiskWasFull() {
        node.journal().close();
        var acknowledged = new java.util.TreeSet<Long>();
        long refused = 0;
        try (Journal journal = new NodeFolder(folder.resolve("node"))
                .open(
                        TestNode.PASSPHRASE,
                        java.util.List.of(Notes.chapter()),
                        node.clock(),
                        new java.security.SecureRandom(),
                        120)) {
            // Small acts between large ones: after each large one that finds no room, a small one may still find it.
            for (long number = 1; number <= 200; number++) {
                String text = "x".repeat(number % 2 == 0 ? 2_000 : 30);
                try {
                    journal.record(DUTY, journal.ids().next(), draft(Notes.note(number, text)), Rule.NONE);
                    acknowledged.add(number);
                } catch (Problem full) {
                    assertThat(full.code())
                            .as("note %d: %s", number, full.in(org.clearway.language.Language.EN))
                            .isEqualTo("journal.disk-full");
                    refused++;
                }
            }
            assertThat(refused).isPositive();
            assertThat(journal.verify(Progress.SILENT)).isInstanceOf(Verification.Sound.class);
        }
        node.reopen();
        assertThat(node.journal()
                        .now()
                        .rows()
                        .sql("select number from note order by number")
                        .query((row, n) -> row.getLong(1))
                        .list())
                .containsExactlyElementsOf(acknowledged);
        assertThat(node.journal().findings()).isEmpty();
        assertThat(node.journal().verify(Progress.SILENT)).isInstanceOf(Verification.Sound.class);
    }

    @Test
    void manyDesksAtOnceAreAllKept() throws Exception {
        int desks = 16;
        int each = 50;
        try (var pool = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new java.util.ArrayList<java.util.concurrent.Future<?>>();
            for (int desk = 0; desk < desks; desk++) {
                int first = desk * each;
                all.add(pool.submit(() -> {
                    for (int i = 0; i < each; i++) record(node.act(), Notes.bare(first + i + 1));
                }));
            }
            for (var one : all) one.get();
        }
        assertThat(notes()).isEqualTo(desks * each);
        assertThat(node.journal().verify(Progress.SILENT)).isEqualTo(new Verification.Sound(desks * each + 1L, 1));
    }

    @Test
    void anIndexFollowsTheJournal() {
        for (int i = 1; i <= 10; i++) record(node.act(), Notes.bare(i));
        org.awaitility.Awaitility.await()
                .until(() -> node.journal().condition().indexesBehind().containsValue(0L));
        assertThat(count("select notes from note_count")).isEqualTo(10);
    }

    private Receipt record(ActId act, Body body) {
        return node.journal().record(DUTY, act, draft(body), Rule.NONE);
    }

    private Draft draft(Body body) {
        return Draft.of(body, now());
    }

    private Occurred now() {
        return Occurred.at(node.clock().instant(), ZoneOffset.UTC);
    }

    private long notes() {
        return count("select count(*) from note");
    }

    private long count(String query) {
        return node.journal().now().rows().sql(query).query(Long.class).single();
    }

    private Sealed.Closed<FreeText> closed(long number) {
        return Sealed.Closed.ofLine(node.journal()
                .now()
                .rows()
                .sql("select text from note where number = ?")
                .param(number)
                .query(String.class)
                .single());
    }

    private void tamper(String statements) throws Exception {
        try (var connection = new NodeFolder(folder.resolve("node"))
                        .stores()
                        .journal()
                        .writer(0);
                var statement = connection.createStatement()) {
            for (String one : statements.split(";")) statement.execute(one);
            connection.commit();
            connection.close();
            new NodeFolder(folder.resolve("node"))
                    .stores()
                    .journal()
                    .closedMark()
                    .ifPresent(ClosedMark::leave);
        }
    }
}
