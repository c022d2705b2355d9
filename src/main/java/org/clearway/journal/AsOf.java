// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;
import org.clearway.time.Micros;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// Views and indexes as they were at some moment, remade apart from the entries that had arrived by then.
final class AsOf implements Reading {
    private final SingleConnectionDataSource scratch;
    private final JdbcClient rows;
    private final Instant known;

    private AsOf(SingleConnectionDataSource scratch, Instant known) {
        this.scratch = scratch;
        this.rows = JdbcClient.create(scratch);
        this.known = known;
    }

    static AsOf replay(Store store, DataSource live, Kinds kinds, Instant known, Progress progress, Path folder) {
        try (Connection from = live.getConnection()) {
            Connection to = store.scratch(from);
            var asOf = new AsOf(new SingleConnectionDataSource(to, true), known);
            boolean made = false;
            try {
                to.setAutoCommit(false);
                new Replay(from, to, asOf.rows, kinds).upTo(lastKnown(from, known), progress);
                to.commit();
                made = true;
                return asOf;
            } finally {
                if (!made) asOf.close();
            }
        } catch (SQLException | DataAccessException | StoreFailure.Failed e) {
            throw StoreFailure.meaning(e, folder);
        }
    }

    @Override
    public JdbcClient rows() {
        return rows;
    }

    @Override
    public Instant knownAt() {
        return known;
    }

    @Override
    public void close() {
        scratch.destroy();
    }

    /// The last position that had arrived by `known`, sought by halves: entries stand in the order in which they were
    /// received.
    private static long lastKnown(Connection from, Instant known) throws SQLException {
        long bound = Micros.of(known);
        try (PreparedStatement select = from.prepareStatement(
                "select position, received from entry where position <= ? order by position desc limit 1")) {
            long arrived = 0;
            long later = Long.MAX_VALUE;
            while (arrived < later - 1) {
                long middle = arrived + (later - arrived) / 2;
                select.setLong(1, middle);
                try (ResultSet row = select.executeQuery()) {
                    if (row.next() && row.getLong("received") > bound) later = row.getLong("position");
                    else arrived = middle;
                }
            }
            return arrived;
        }
    }
}
