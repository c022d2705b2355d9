// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import org.springframework.jdbc.core.simple.JdbcClient;

/// How far each index has come.
final class Indexes {
    private Indexes() {}

    static long progress(JdbcClient rows, Index index) {
        return rows.sql("select position from index_progress where name = ?")
                .param(index.name())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    static void advance(JdbcClient rows, Index index, long position) {
        rows.sql("insert into index_progress (name, position) values (?, ?) on conflict (name) do update set position ="
                        + " excluded.position")
                .params(index.name(), position)
                .update();
    }
}
