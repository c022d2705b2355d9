// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/// Reads entries one after the other, without holding them all.
final class Envelopes {
    private Envelopes() {}

    /// @param condition SQL after `where`, with its order
    /// @return the position of the last entry read, or 0
    static long each(Connection connection, String condition, List<?> values, Consumer<Envelope> to)
            throws SQLException {
        long last = 0;
        try (PreparedStatement select =
                connection.prepareStatement("select " + Envelope.COLUMNS + " from entry where " + condition)) {
            for (int i = 0; i < values.size(); i++) select.setObject(i + 1, values.get(i));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Envelope envelope = Envelope.read(row);
                    to.accept(envelope);
                    last = envelope.position();
                }
            }
        }
        return last;
    }
}
