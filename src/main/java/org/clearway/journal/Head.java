// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;

/// The end of a stream: the last sequence number used, the hash of that entry, when and where the last entry arrived.
record Head(StreamId stream, long sequence, byte[] hash, long recorded, long position) {
    static final byte[] NOTHING = new byte[32];

    /// Where `stream` ends in the database. `recorded` is the latest that anything arrived here, since time as it is
    /// recorded does not run backwards from one incarnation to the next.
    static Head read(Connection connection, StreamId stream) throws SQLException {
        long position = 0;
        long received = 0;
        try (PreparedStatement last = connection.prepareStatement(
                        "select position, received from entry order by position desc limit 1");
                ResultSet row = last.executeQuery()) {
            if (row.next()) {
                position = row.getLong(1);
                received = row.getLong(2);
            }
        }
        try (PreparedStatement select = connection.prepareStatement(
                "select sequence, hash from entry where stream = ? order by sequence desc limit 1")) {
            select.setString(1, stream.toString());
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? new Head(stream, row.getLong(1), row.getBytes(2), received, position)
                        : new Head(stream, 0, NOTHING, received, position);
            }
        }
    }

    String hashText() {
        return HexFormat.of().formatHex(hash);
    }
}
