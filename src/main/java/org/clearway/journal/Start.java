// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearway.journal.JournalEntries.Opening;

/// Where a journal goes on from when its folder is opened: in the same stream, or in a new incarnation where the folder
/// is a copy, was restored, or has lost its tail.
///
/// @param opening the reason for a new stream, where one begins
/// @param destroyedKeys the keys that the journal says are destroyed, so that no old backup of keys brings them back
record Start(Head head, Optional<Opening> opening, List<Finding> findings, List<String> destroyedKeys) {

    static Start of(Connection connection, NodeFolder folder, Keys keys, SecureRandom chance) throws SQLException {
        long position = lastPosition(connection);
        long recorded = lastRecorded(connection);
        Optional<Identity> known = identity(connection);
        var findings = new ArrayList<Finding>();
        if (known.isEmpty()) {
            var identity = new Identity(NodeFolder.randomName(chance), NodeFolder.randomName(chance), folder.home());
            store(connection, identity);
            Head fresh = new Head(identity.stream(), 0, Head.NOTHING, recorded, position);
            return new Start(fresh, Optional.of(Opening.FIRST), findings, destroyed(connection));
        }
        Identity identity = known.get();
        Head head = head(connection, identity.stream(), recorded, position);
        Optional<Opening> opening = Optional.empty();
        Optional<Heads.Noted> noted = Heads.read(folder.path(), identity.stream());
        if (noted.isPresent() && !matches(connection, noted.get(), keys)) {
            opening = Optional.of(Opening.TAIL_MISSING);
            findings.add(new Finding(
                    "journal.tail-missing",
                    Map.of(
                            "noted", String.valueOf(noted.get().sequence()),
                            "found", String.valueOf(head.sequence()))));
        } else if (!identity.home().equals(folder.home())) {
            opening = Optional.of(Opening.COPIED);
            findings.add(
                    new Finding("journal.copied", Map.of("folder", folder.path().toString())));
        } else if (head.sequence() == 0) {
            opening = Optional.of(Opening.FIRST);
        }
        if (opening.isPresent() && head.sequence() > 0) {
            var next = new Identity(identity.node(), NodeFolder.randomName(chance), folder.home());
            store(connection, next);
            head = new Head(next.stream(), 0, Head.NOTHING, recorded, position);
        }
        return new Start(head, opening, List.copyOf(findings), destroyed(connection));
    }

    private record Identity(String node, String incarnation, String home) {
        StreamId stream() {
            return new StreamId(node, incarnation);
        }
    }

    private static boolean matches(Connection connection, Heads.Noted noted, Keys keys) throws SQLException {
        if (!noted.signedBy(keys.verifyingKey())) return false;
        try (PreparedStatement select =
                connection.prepareStatement("select hash from entry where stream = ? and sequence = ?")) {
            select.setString(1, noted.stream().toString());
            select.setLong(2, noted.sequence());
            try (ResultSet row = select.executeQuery()) {
                return row.next() && HexFormat.of().formatHex(row.getBytes(1)).equals(noted.hash());
            }
        }
    }

    private static Head head(Connection connection, StreamId stream, long recorded, long position) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select sequence, hash from entry where stream = ? order by sequence desc limit 1")) {
            select.setString(1, stream.toString());
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? new Head(stream, row.getLong(1), row.getBytes(2), recorded, position)
                        : new Head(stream, 0, Head.NOTHING, recorded, position);
            }
        }
    }

    private static Optional<Identity> identity(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("select node, incarnation, home from node where id = 1");
                ResultSet row = select.executeQuery()) {
            return row.next()
                    ? Optional.of(new Identity(row.getString(1), row.getString(2), row.getString(3)))
                    : Optional.empty();
        }
    }

    private static void store(Connection connection, Identity identity) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into node (id, node, incarnation, home) values (1, ?, ?, ?) on conflict (id) do update set"
                        + " incarnation = excluded.incarnation, home = excluded.home")) {
            insert.setString(1, identity.node());
            insert.setString(2, identity.incarnation());
            insert.setString(3, identity.home());
            insert.executeUpdate();
        }
        connection.commit();
    }

    private static long lastPosition(Connection connection) throws SQLException {
        return number(connection, "select coalesce(max(position), 0) from entry");
    }

    private static long lastRecorded(Connection connection) throws SQLException {
        return number(connection, "select coalesce(max(recorded), 0) from entry");
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(query);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /// Read from the entries themselves: a view could have been tampered with.
    private static List<String> destroyed(Connection connection) throws SQLException {
        var codec = new BodyCodec();
        var names = new ArrayList<String>();
        try (PreparedStatement select = connection.prepareStatement(
                        "select body from entry where type = 'journal.keys-destroyed' order by position");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                String json = new String(row.getBytes(1), StandardCharsets.UTF_8);
                codec.read(JournalEntries.KeysDestroyed.class, json).keys().forEach(key -> names.add(key.name()));
            }
        }
        connection.commit();
        return names;
    }
}
