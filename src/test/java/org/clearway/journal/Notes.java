// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import static org.clearway.access.Retention.DAYS_90;
import static org.clearway.access.Retention.FOR_EVER;
import static org.clearway.access.Sensitivity.CONFIDENTIAL;
import static org.clearway.access.Sensitivity.PUBLIC;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A small chapter for tests of the journal: numbered notes with a sealed text, one view, one index. Its tables are
/// made by `prepare`, since no migration of the program holds them.
final class Notes {
    private Notes() {}

    record NoteMade(
            @Kept(as = PUBLIC, until = FOR_EVER) long number,
            @Kept(as = CONFIDENTIAL, until = DAYS_90) Optional<Sealed<FreeText>> text)
            implements Body {}

    static NoteMade note(long number, String text) {
        return new NoteMade(number, Optional.of(Sealed.of(new FreeText(text))));
    }

    static NoteMade bare(long number) {
        return new NoteMade(number, Optional.empty());
    }

    static Chapter chapter() {
        return Chapter.of("notes", List.of(new EntryKind("test.note-made", 1, NoteMade.class)), new NoteView())
                .with(new NoteIndex());
    }

    static void prepare(NodeFolder folder) {
        try (var connection = folder.stores().journal().writer(0);
                var statement = connection.createStatement()) {
            statement.execute(
                    "create table note (number bigint not null primary key, text text, position bigint not null)");
            statement.execute("create table note_count (id integer not null primary key, notes bigint not null)");
            connection.commit();
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The numbers of all notes.
    static Set<Long> numbers(Journal journal) {
        return new TreeSet<>(journal.now()
                .rows()
                .sql("select number from note")
                .query((row, n) -> row.getLong(1))
                .list());
    }

    private static final class NoteView implements View {
        @Override
        public List<Table> tables() {
            return List.of(new Table("note", "number"));
        }

        @Override
        public void apply(Entry entry, JdbcClient rows) {
            if (!(entry.body() instanceof NoteMade note)) return;
            rows.sql("insert into note (number, text, position) values (?, ?, ?)")
                    .param(note.number())
                    .param(note.text().map(text -> text.closed().line()).orElse(null))
                    .param(entry.position())
                    .update();
        }
    }

    private static final class NoteIndex implements Index {
        @Override
        public String name() {
            return "note-count";
        }

        @Override
        public List<Table> tables() {
            return List.of(new Table("note_count", "id"));
        }

        @Override
        public void apply(Entry entry, JdbcClient rows) {
            if (!(entry.body() instanceof NoteMade)) return;
            rows.sql("insert into note_count (id, notes) values (1, 1) on conflict (id) do update set notes ="
                            + " note_count.notes + 1")
                    .update();
        }
    }
}
