// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// A reading within one transaction, which sees what had been committed when it began. It locks nothing that a writer
/// needs.
final class Still implements Reading {
    private final Connection connection;
    private final JdbcClient rows;
    private final Instant known;

    /// @param connection a snapshot of the store; it is this reading's until that is closed
    Still(Connection connection, Instant known) throws SQLException {
        this.connection = connection;
        this.known = known;
        this.rows = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        boolean begun = false;
        try {
            // The moment is that of the first question.
            rows.sql("select max(position) from entry").query().listOfRows();
            begun = true;
        } finally {
            if (!begun) connection.close();
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
        try (connection) {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException("A reading could not be closed.", e);
        }
    }
}
