// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/// A part of a transaction that is kept or undone by itself. It is always said in the same words, which
/// {@link KeepingConnection} keeps; the driver's own savepoints have a new name each.
final class Trial {
    private final Connection connection;

    private Trial(Connection connection) {
        this.connection = connection;
    }

    static Trial begin(Connection connection) throws SQLException {
        say(connection, "savepoint trial");
        return new Trial(connection);
    }

    void keep() throws SQLException {
        say(connection, "release savepoint trial");
    }

    void undo() throws SQLException {
        say(connection, "rollback to savepoint trial");
        say(connection, "release savepoint trial");
    }

    private static void say(Connection connection, String sentence) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sentence)) {
            statement.execute();
        }
    }
}
