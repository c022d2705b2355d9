// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Views and indexes come out of the journal, now and as of then, whatever single entries are like.
class RebuildTest extends NodeCase {
    private final AtomicBoolean indexFails = new AtomicBoolean();

    @Override
    Chapter[] chapters() {
        return new Chapter[] {Notes.chapter(), Chapter.of("failing", List.of()).with(new Failing())};
    }

    /// Counts nothing; fails when it is told to.
    private final class Failing implements Index {
        @Override
        public String name() {
            return "failing";
        }

        @Override
        public List<Table> tables() {
            return List.of();
        }

        @Override
        public void apply(Entry entry, JdbcClient rows) {
            if (indexFails.get()) throw new IllegalStateException("broken index");
        }
    }

    /// The number 1 is on record already; a body of a type that is known may be of a shape that is not.
    private void foreignEntriesThatNoViewCanTake() {
        record(Notes.bare(1));
        node.journal().close();
        Foreign.appendRaw(
                path,
                List.of(
                        new String[] {"test.note-made", "{\"number\":2}"},
                        new String[] {"test.note-made", "{\"number\":1}"},
                        new String[] {"test.note-made", "{\"colour\":\"red\",\"number\":3}"},
                        new String[] {"test.never-heard-of", "{\"whatever\":[1,2]}"},
                        new String[] {"test.note-made", "{\"number\":4}"}));
        node.reopen();
    }

    @Test
    void anEntryThatAViewCannotTakeIsSetAsideAndShownAndStopsNothing() {
        foreignEntriesThatNoViewCanTake();
        Rebuilt rebuilt = node.journal().rebuild(Progress.SILENT);
        assertThat(rebuilt.entries()).isEqualTo(8);
        assertThat(notes()).containsExactly(1L, 2L, 4L);
        assertThat(node.journal().condition().setAside()).isEqualTo(2);
        assertThat(node.journal()
                        .now()
                        .rows()
                        .sql("select position, type, problem from set_aside order by position")
                        .query((row, n) -> row.getLong(1) + " " + row.getString(2) + " " + row.getString(3))
                        .list())
                .satisfiesExactly(
                        // Each database calls it otherwise that a key is there already.
                        untaken -> assertThat(untaken).matches("5 test\\.note-made \\w+Exception"),
                        unreadable -> assertThat(unreadable).isEqualTo("6 test.note-made unreadable"));
        assertThat(node.journal().rebuild(Progress.SILENT).same()).isTrue();
        record(Notes.bare(5));
        assertThat(verified()).isEqualTo(new Verification.Sound(9, 2));
    }

    @Test
    void whatWasKnownThenIsRemadeWithoutTheEntriesThatNoViewCanTake() {
        foreignEntriesThatNoViewCanTake();
        try (Reading then = node.journal().asOf(node.clock().instant(), Progress.SILENT)) {
            assertThat(numbers(then)).containsExactly(1L, 2L, 4L);
        }
    }

    @Test
    void anEntryThatWasDamagedIsNamedAndSetAsideAndStopsNeitherARebuildNorAPastView() {
        for (int i = 1; i <= 4; i++) record(Notes.bare(i));
        node.journal().close();
        tamper(
                "update entry set zone = 'nowhere' where position = 3",
                "update entry set account = 'Not An Account' where position = 4");
        node.reopen();
        assertThat(node.journal().rebuild(Progress.SILENT).damaged()).containsExactly(3L, 4L);
        assertThat(notes()).containsExactly(1L, 4L);
        assertThat(node.journal().condition().damaged()).containsExactly(3L, 4L);
        assertThat(node.journal().condition().setAside()).isZero();
        assertThat(behind("note-count")).isZero();
        assertThat(count("select notes from note_count")).isEqualTo(2);
        try (Reading then = node.journal().asOf(node.clock().instant(), Progress.SILENT)) {
            assertThat(numbers(then)).containsExactly(1L, 4L);
        }
        record(Notes.bare(5));
        Awaitility.await().until(() -> behind("note-count") == 0);
        assertThat(verified()).isInstanceOf(Verification.Broken.class);
        refused(
                "journal.entry-damaged",
                () -> node.journal()
                        .export(
                                PROTECTION,
                                node.act(),
                                org.clearway.access.Sensitivity.PUBLIC,
                                new java.io.StringWriter()));
    }

    @Test
    void anEntryOfAnUnknownTypeIsKeptVerifiedPassedOverAndExportedAsWithheld() throws Exception {
        record(Notes.note(1, "sealed"));
        reopen();
        assertThat(verified()).isEqualTo(new Verification.Sound(2, 1));
        assertThat(node.journal().rebuild(Progress.SILENT).entries()).isEqualTo(2);
        assertThat(node.journal().condition().setAside()).isZero();
        var out = new java.io.StringWriter();
        node.journal().export(PROTECTION, node.act(), org.clearway.access.Sensitivity.STRICTLY_CONFIDENTIAL, out);
        assertThat(out.toString()).contains("\"body\":{\"withheld\":[\"*\"]}").doesNotContain("number");
        reopen(chapters());
        assertThat(notes()).containsExactly(1L);
    }

    /// The older program recorded nothing that the newer one's views could have seen; the newer one catches up.
    @Test
    void aProgramThatKnowsMoreMakesItsViewsFromWhatAnOlderOneKept() {
        record(Notes.bare(1));
        node.journal().close();
        Foreign.append(path, List.of(Notes.bare(2)));
        node = TestNode.reopened(path);
        assertThat(notes()).as("what the older program left").containsExactly(1L);
        reopen(chapters());
        assertThat(node.journal().findings()).extracting(Finding::code).containsExactly("journal.views-remade");
        assertThat(notes()).containsExactly(1L, 2L);
        assertThat(node.journal().rebuild(Progress.SILENT).same()).isTrue();
        node.reopen();
        assertThat(node.journal().findings()).isEmpty();
    }

    @Test
    void anIndexThatFailsStaysBehindIsShownAndStopsNeitherActsNorOtherIndexes() {
        record(Notes.bare(1));
        Awaitility.await().until(() -> behind("failing") == 0 && behind("note-count") == 0);
        indexFails.set(true);
        for (int i = 2; i <= 300; i++) record(Notes.bare(i));
        Awaitility.await().until(() -> behind("note-count") == 0);
        assertThat(behind("failing")).isEqualTo(299);
        assertThat(count("select notes from note_count")).isEqualTo(300);
        indexFails.set(false);
        record(Notes.bare(301));
        Awaitility.await().until(() -> behind("failing") == 0);
    }

    @Test
    void aRebuildGoesOnWithAnIndexThatFailsAndLeavesItBehind() {
        indexFails.set(true);
        for (int i = 1; i <= 5; i++) record(Notes.bare(i));
        assertThat(node.journal().rebuild(Progress.SILENT)).isEqualTo(new Rebuilt(6, List.of(), List.of()));
        assertThat(behind("failing")).isEqualTo(6);
        assertThat(behind("note-count")).isZero();
        indexFails.set(false);
        assertThat(node.journal().rebuild(Progress.SILENT).same()).isTrue();
        assertThat(behind("failing")).isZero();
    }

    @Test
    void aRebuildWithIndexesBehindFindsNoDifference() {
        for (int i = 1; i <= 450; i++) record(Notes.bare(i));
        assertThat(node.journal().rebuild(Progress.SILENT)).isEqualTo(new Rebuilt(451, List.of(), List.of()));
        assertThat(count("select notes from note_count")).isEqualTo(450);
    }

    @Test
    void aTableOfAnIndexThatWasTamperedWithIsNamed() {
        for (int i = 1; i <= 3; i++) record(Notes.bare(i));
        Awaitility.await().until(() -> behind("note-count") == 0);
        node.journal().close();
        tamper("update note_count set notes = 7", "update note set text = 'null' where number = 2");
        node.reopen();
        assertThat(node.journal().rebuild(Progress.SILENT).different()).containsExactlyInAnyOrder("note", "note_count");
        assertThat(node.journal().rebuild(Progress.SILENT).same()).isTrue();
    }

    @Test
    void nothingWasKnownBeforeTheFirstEntry() {
        record(Notes.bare(1));
        var told = new ArrayList<Long>();
        try (Reading before =
                node.journal().asOf(node.clock().instant().minusSeconds(1), (done, all) -> told.add(all))) {
            assertThat(numbers(before)).isEmpty();
            assertThat(before.knownAt()).isEqualTo(node.clock().instant().minusSeconds(1));
        }
        assertThat(told).containsExactly(0L);
    }

    @Test
    void aReplayTellsHowFarItIs() {
        for (int i = 1; i <= 1_100; i++) record(Notes.bare(i));
        var told = new ArrayList<String>();
        node.journal()
                .asOf(node.clock().instant(), (done, all) -> told.add(done + "/" + all))
                .close();
        assertThat(told).containsExactly("1000/1101", "1101/1101");
    }

    /// What an erasure takes, it takes from the past as well.
    @Test
    void whatWasErasedSinceCannotBeReadInAPastViewEither() {
        Subject household = node.journal().subject("token-1");
        node.journal()
                .record(DUTY, node.act(), new Draft(Notes.note(1, "then"), now(), Optional.of(household)), Rule.NONE);
        Instant then = node.clock().instant();
        node.clock().set(then.plus(Duration.ofDays(1)));
        node.journal().erase(PROTECTION, node.act(), household);
        try (Reading past = node.journal().asOf(then, Progress.SILENT)) {
            String line = past.rows()
                    .sql("select text from note")
                    .query((row, n) -> row.getString(1))
                    .single();
            assertThat(node.journal().open(PROTECTION, node.act(), Sealed.Closed.ofLine(line), FreeText.class))
                    .isEqualTo(new Unsealed.Erased<>());
            assertThat(past.rows()
                            .sql("select count(*) from destroyed_key")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    void aPastViewIsLetGoOf() {
        record(Notes.bare(1));
        Reading past = node.journal().asOf(node.clock().instant(), Progress.SILENT);
        past.close();
        past.close();
        assertThat(numbers(node.journal().now())).containsExactly(1L);
    }

    private long behind(String index) {
        return node.journal().condition().indexesBehind().getOrDefault(index, -1L);
    }

    private static List<Long> numbers(Reading reading) {
        return reading.rows()
                .sql("select number from note order by number")
                .query((row, n) -> row.getLong(1))
                .list();
    }
}
