// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.Retention;
import org.clearway.access.Role;
import org.clearway.access.Sensitivity;
import org.clearway.time.Occurred;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MoveTest {
    private static final Actor DUTY = new Actor(new AccountId("duty-1"), Set.of(Role.DUTY));
    private static final Keys.Strength LIGHT = new Keys.Strength(64, 1);

    private static final List<EntryKind> KINDS = List.of(new EntryKind("test.plain", 1, Plain.class));

    record Plain(
            @Kept(as = Sensitivity.PUBLIC, until = Retention.FOR_EVER)
            long number) implements Body {}

    @TempDir
    Path temporary;

    @Test
    void aNodeGoesFromFilesToAServerAndBackWithAllThatItHolds() {
        Path path = temporary.resolve("node");
        var files = new NodeFolder(path);
        files.create(Optional.empty(), TestNode.PASSPHRASE, new SecureRandom(), LIGHT);
        UUID request = UUID.randomUUID();
        var line = List.of(new Plain(7));
        try (Journal journal = open(files)) {
            note(journal, 1);
            journal.keep(rows -> rows.sql("insert into index_progress (name, position) values ('beside', 42)")
                    .update());
            try (DayBook book = book(files)) {
                book.record(request, Set.of(DUTY.account()), line, () -> {});
            }
        }
        Database server = TestDatabase.fresh(temporary.resolve("server")).orElseThrow();
        TestDatabase.book(temporary.resolve("server"), "book");
        files.move(Optional.of(server), Progress.SILENT);
        var moved = new NodeFolder(path);
        assertThat(moved.database()).contains(server);
        assertThat(path.resolve("clearway.db")).doesNotExist();
        assertThat(path.resolve("moved-away/clearway.db")).exists();
        try (Journal journal = open(moved)) {
            assertThat(journal.findings()).extracting(Finding::code).contains("journal.copied");
            assertThat(journal.verify(Progress.SILENT)).isInstanceOf(Verification.Sound.class);
            note(journal, 2);
            assertThat(journal.rebuild(Progress.SILENT).same()).isTrue();
            try (DayBook book = book(moved)) {
                assertThat(book.lines()).hasSize(1);
                assertThat(book.record(request, Set.of(DUTY.account()), line, () -> {
                            throw new IllegalStateException("It is on record.");
                        }))
                        .hasSize(1);
                assertThat(book.verify()).isInstanceOf(DayBook.Checked.Sound.class);
            }
        }
        NodeCase.refused("journal.moved-nowhere", () -> moved.move(Optional.of(server), Progress.SILENT));
        moved.move(Optional.empty(), Progress.SILENT);
        NodeCase.refused(
                "journal.no-database-node",
                () -> new NodeFolder(temporary.resolve("late"), Optional.of(server)).join());
        try (Journal journal = open(new NodeFolder(path))) {
            assertThat(journal.verify(Progress.SILENT)).isInstanceOf(Verification.Sound.class);
            note(journal, 3);
            assertThat(journal.now()
                            .rows()
                            .sql("select count(*) from entry where type = 'test.plain'")
                            .query(Long.class)
                            .single())
                    .isEqualTo(3);
            assertThat(journal.now()
                            .rows()
                            .sql("select position from index_progress where name = 'beside'")
                            .query(Long.class)
                            .single())
                    .as("a row that no entry tells of")
                    .isEqualTo(42);
            try (DayBook book = book(new NodeFolder(path))) {
                assertThat(book.lines()).hasSize(1);
            }
        }
    }

    private static void note(Journal journal, long number) {
        Occurred now = Occurred.at(Instant.EPOCH, ZoneOffset.UTC);
        journal.record(DUTY, journal.ids().next(), Draft.of(new Plain(number), now), Rule.NONE);
    }

    private static Journal open(NodeFolder folder) {
        return folder.open(
                TestNode.PASSPHRASE, List.of(Chapter.of("plain", KINDS)), InstantSource.system(), new SecureRandom());
    }

    private static DayBook book(NodeFolder folder) {
        var book = new DayBook(
                folder,
                "book",
                TestNode.PASSPHRASE,
                LIGHT,
                KINDS,
                ZoneOffset.UTC,
                InstantSource.system(),
                new SecureRandom(),
                0);
        book.prepare();
        return book;
    }
}
