// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How far each index has come.
final class Indexes {
    static final long NOTHING_LEFT = Long.MAX_VALUE;

    private Indexes() {}

    static long progress(JdbcClient rows, Index index) {
        return rows.sql("select position from index_progress where name = ?")
                .param(index.name())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /// Takes the next entries into `index`, at most `slice` of them.
    /// @return how far it has come, or {@link #NOTHING_LEFT}
    static long follow(Connection connection, JdbcClient rows, Index index, Kinds kinds, int slice)
            throws SQLException {
        long reached = Envelopes.each(
                connection,
                "position > ? order by position limit ?",
                List.of(progress(rows, index), slice),
                envelope -> index.apply(envelope.entry(kinds), rows),
                (position, type) -> {});
        if (reached == 0) return NOTHING_LEFT;
        advance(rows, index, reached);
        return reached;
    }

    static void advance(JdbcClient rows, Index index, long position) {
        rows.sql("insert into index_progress (name, position) values (?, ?) on conflict (name) do update set position ="
                        + " excluded.position")
                .params(index.name(), position)
                .update();
    }
}
