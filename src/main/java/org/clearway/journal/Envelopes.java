// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.clearway.language.Problem;

/// Reads entries one after the other, without holding them all.
final class Envelopes {
    /// Rows that are held at once.
    private static final int AT_ONCE = 500;

    private Envelopes() {}

    /// Told of an entry that was changed outside the program so that it cannot be read.
    @FunctionalInterface
    interface Damaged {
        /// What refuses to go on.
        Damaged STOPS = (position, type) -> {
            throw Problem.of("journal.entry-damaged", "position", position);
        };

        void at(long position, String type);
    }

    /// @param condition SQL after `where`, with its order
    /// @return the position of the last entry, or 0
    static long each(Connection connection, String condition, List<?> values, Consumer<Envelope> to, Damaged otherwise)
            throws SQLException {
        // Outside of a transaction, PostgreSQL's driver holds all rows at once.
        boolean alone = connection.getAutoCommit();
        if (alone) connection.setAutoCommit(false);
        try {
            return slice(connection, condition, values, to, otherwise);
        } finally {
            if (alone) connection.setAutoCommit(true);
        }
    }

    private static long slice(
            Connection connection, String condition, List<?> values, Consumer<Envelope> to, Damaged otherwise)
            throws SQLException {
        long last = 0;
        try (PreparedStatement select =
                connection.prepareStatement("select " + Envelope.COLUMNS + " from entry where " + condition)) {
            select.setFetchSize(AT_ONCE);
            for (int i = 0; i < values.size(); i++) select.setObject(i + 1, values.get(i));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    last = row.getLong("position");
                    Optional<Envelope> envelope = read(row);
                    if (envelope.isPresent()) to.accept(envelope.get());
                    else otherwise.at(last, row.getString("type"));
                }
            }
        }
        return last;
    }

    private static Optional<Envelope> read(ResultSet row) throws SQLException {
        try {
            return Optional.of(Envelope.read(row));
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }
}
