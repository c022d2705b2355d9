// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Applies the entries of a journal, one after the other, to empty views and indexes.
///
/// An entry that a view cannot take, or that cannot be read, is set aside: no view holds any of it, the table
/// `set_aside` names it, and the replay goes on. An index that fails stays behind, where it failed.
final class Replay {
    static final View.Table SET_ASIDE = new View.Table("set_aside", "position");

    private static final String DAMAGED = "damaged";

    private final Connection from;
    private final Connection to;
    private final JdbcClient rows;
    private final Kinds kinds;
    private final List<Index> following;

    /// @param to where the views are; `rows` works on it
    Replay(Connection from, Connection to, JdbcClient rows, Kinds kinds) {
        this.from = from;
        this.to = to;
        this.rows = rows;
        this.kinds = kinds;
        this.following = new ArrayList<>(kinds.indexes());
    }

    /// @return how many entries there were
    long upTo(long lastPosition, Progress progress) throws SQLException {
        long all = count(lastPosition);
        var done = new long[1];
        long last = Envelopes.each(
                from,
                "position <= ? order by position",
                List.of(lastPosition),
                envelope -> {
                    apply(envelope.entry(kinds));
                    if (++done[0] % 1_000 == 0) progress.at(done[0], all);
                },
                (position, type) -> {
                    setAside(position, type, DAMAGED);
                    done[0]++;
                });
        for (Index index : following) Indexes.advance(rows, index, last);
        progress.at(all, all);
        return done[0];
    }

    private void apply(Entry entry) {
        if (entry.body() instanceof UnknownBody && kinds.named(entry.type(), entry.version()) != null) {
            setAside(entry.position(), entry.type(), "unreadable");
        } else {
            whole(
                    () -> {
                        for (View view : kinds.views()) view.apply(entry, rows);
                    },
                    failure -> setAside(
                            entry.position(), entry.type(), failure.getClass().getSimpleName()));
        }
        for (Index index : List.copyOf(following)) {
            whole(() -> index.apply(entry, rows), failure -> {
                following.remove(index);
                Indexes.advance(rows, index, entry.position() - 1);
            });
        }
    }

    /// Does `work` wholly, or none of it and then `otherwise`.
    private void whole(Runnable work, Consumer<Throwable> otherwise) {
        try {
            Trial trial = Trial.begin(to);
            try {
                work.run();
                trial.keep();
            } catch (RuntimeException | StackOverflowError | AssertionError failure) {
                if (StoreFailure.of(failure)) throw failure;
                trial.undo();
                otherwise.accept(failure);
            }
        } catch (SQLException e) {
            throw new StoreFailure.Failed(e);
        }
    }

    private void setAside(long position, String type, String problem) {
        rows.sql("insert into set_aside (position, type, problem) values (?, ?, ?)")
                .params(position, type, problem)
                .update();
    }

    /// The positions of entries that are set aside because they were changed outside the program.
    static List<Long> damaged(JdbcClient rows) {
        return rows.sql("select position from set_aside where problem = ? order by position")
                .param(DAMAGED)
                .query((row, n) -> row.getLong(1))
                .list();
    }

    private long count(long lastPosition) throws SQLException {
        try (PreparedStatement select = from.prepareStatement("select count(*) from entry where position <= ?")) {
            select.setLong(1, lastPosition);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
