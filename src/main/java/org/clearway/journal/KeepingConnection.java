// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Properties;
import org.sqlite.jdbc4.JDBC4Connection;
import org.sqlite.jdbc4.JDBC4PreparedStatement;

/// A connection to SQLite that keeps what it prepared: rules, views and pages say the same sentences over and over, and
/// preparing one costs more than running it. Closing a statement gives it back. For one thread at a time.
final class KeepingConnection extends JDBC4Connection {
    /// More sentences than are said anywhere; beyond them, the one least lately said gives way.
    private static final int MOST = 256;

    /// Statements that nobody holds. One that is held is not in here, so that whoever says the same meanwhile gets
    /// another. The driver closes them all with the connection.
    private final LinkedHashMap<String, Kept> idle = new LinkedHashMap<>(MOST, 0.75f, true);

    /// @param file with settings of the driver behind a question mark
    KeepingConnection(String file) throws SQLException {
        super("jdbc:sqlite:" + file, file, new Properties());
    }

    @Override
    public PreparedStatement prepareStatement(String sql) throws SQLException {
        Kept kept = idle.remove(sql);
        if (kept == null) return new Kept(sql);
        kept.held = true;
        return kept;
    }

    private final class Kept extends JDBC4PreparedStatement {
        private boolean held = true;

        Kept(String sql) throws SQLException {
            super(KeepingConnection.this, sql);
        }

        @Override
        public void close() throws SQLException {
            if (!held) return;
            held = false;
            // The driver gives up a statement that failed for good.
            if (pointer.isClosed()) {
                super.close();
                return;
            }
            makeAsNew();
            Kept same = idle.put(sql, this);
            if (same != null) same.giveUp();
            if (idle.size() > MOST) idle.pollFirstEntry().getValue().giveUp();
        }

        private void makeAsNew() throws SQLException {
            rs.close();
            // What is not set is nothing, as in a new one.
            if (batch != null) Arrays.fill(batch, null);
            setMaxRows(0);
            setFetchSize(0);
            setQueryTimeout(0);
        }

        private void giveUp() throws SQLException {
            super.close();
        }
    }
}
