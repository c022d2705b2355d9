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
import org.clearway.journal.JournalEntries.KeysDestroyed;
import org.clearway.journal.JournalEntries.Opening;

/// Where a journal goes on from when its folder is opened: in the same stream, or in a new incarnation where the folder
/// is a copy, was restored, or has lost its tail.
///
/// @param opening the reason for a new stream, where one begins
/// @param destroyedKeys the keys that the journal says are destroyed, so that no old backup of keys brings them back
/// @param successor the identity of a new incarnation, stored once its first entry is recorded: whoever is cut off
///     before that finds again what was found now
record Start(
        Head head,
        Optional<Opening> opening,
        List<Finding> findings,
        List<String> destroyedKeys,
        Optional<Identity> successor) {

    /// @param where what names the node's place to a person
    /// @param writtenOver whether the database was changed while no node worked on it
    static Start of(
            Connection connection,
            Home home,
            HeadPlaces heads,
            String where,
            boolean writtenOver,
            SecureRandom chance,
            String verifyingKey)
            throws SQLException {
        Optional<Identity> known = identity(connection);
        Identity identity =
                known.orElseGet(() -> new Identity(NodeFolder.randomName(chance), NodeFolder.randomName(chance), home));
        if (known.isEmpty()) store(connection, identity);
        Head head = Head.read(connection, identity.stream());
        List<String> destroyed = destroyed(connection, identity.node());
        connection.commit();
        Optional<Finding> wrong = wrongHead(connection, heads, head, verifyingKey);
        boolean restored = identity.home().equals(Home.BACKUP);
        boolean elsewhere = restored || writtenOver || !identity.home().mayBe(home);
        if (wrong.isEmpty() && !elsewhere) {
            Optional<Opening> opening = head.sequence() == 0 ? Optional.of(Opening.FIRST) : Optional.empty();
            return new Start(head, opening, List.of(), destroyed, Optional.empty());
        }
        Finding finding = wrong.orElseGet(
                () -> new Finding(restored ? "journal.restored" : "journal.copied", Map.of("folder", where)));
        Opening opening = wrong.isEmpty()
                ? restored ? Opening.RESTORED : Opening.COPIED
                : finding.code().equals(TAIL_MISSING) ? Opening.TAIL_MISSING : Opening.HEAD_WRONG;
        var next = new Identity(identity.node(), NodeFolder.randomName(chance), home);
        return new Start(
                new Head(next.stream(), 0, Head.NOTHING, head.recorded(), head.position()),
                Optional.of(opening),
                List.of(finding),
                destroyed,
                Optional.of(next));
    }

    /// What does not fit between the stream and the head that was noted for it outside the database. A stream of one
    /// entry may have none: its program was cut off before it could note one.
    private static Optional<Finding> wrongHead(Connection connection, HeadPlaces places, Head head, String verifyingKey)
            throws SQLException {
        List<Heads.Found> found = Heads.find(places, head.stream());
        if (found.isEmpty() && head.sequence() > 1) return Optional.of(new Finding("journal.head-missing", Map.of()));
        for (Heads.Found one : found) {
            Optional<Finding> wrong = wrong(connection, one, head, verifyingKey);
            if (wrong.isPresent()) return wrong;
        }
        return Optional.empty();
    }

    private static Optional<Finding> wrong(Connection connection, Heads.Found found, Head head, String verifyingKey)
            throws SQLException {
        return switch (found) {
            case Heads.Found.Unreadable() -> Optional.of(new Finding("journal.head-unreadable", Map.of()));
            case Heads.Found.Head(Heads.Noted noted) -> {
                if (!noted.signedBy(verifyingKey)) yield Optional.of(differs(noted));
                if (noted.sequence() > head.sequence()) {
                    yield Optional.of(new Finding(
                            TAIL_MISSING,
                            Map.of(
                                    "noted", String.valueOf(noted.sequence()),
                                    "found", String.valueOf(head.sequence()))));
                }
                yield holds(connection, noted) ? Optional.empty() : Optional.of(differs(noted));
            }
        };
    }

    private static Finding differs(Heads.Noted noted) {
        return new Finding("journal.head-differs", Map.of("noted", String.valueOf(noted.sequence())));
    }

    private static final String TAIL_MISSING = "journal.tail-missing";

    /// What a folder is: the node, its incarnation, and the file that holds it.
    record Identity(String node, String incarnation, Home home) {
        StreamId stream() {
            return new StreamId(node, incarnation);
        }
    }

    private static boolean holds(Connection connection, Heads.Noted noted) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select hash from entry where stream = ? and sequence = ?")) {
            select.setString(1, noted.stream().toString());
            select.setLong(2, noted.sequence());
            try (ResultSet row = select.executeQuery()) {
                return row.next() && HexFormat.of().formatHex(row.getBytes(1)).equals(noted.hash());
            }
        }
    }

    private static Optional<Identity> identity(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("select node, incarnation, home from node where id = 1");
                ResultSet row = select.executeQuery()) {
            return row.next()
                    ? Optional.of(new Identity(row.getString(1), row.getString(2), Home.parse(row.getString(3))))
                    : Optional.empty();
        }
    }

    static Identity store(Connection connection, Identity identity) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into node (id, node, incarnation, home) values (1, ?, ?, ?) on conflict (id) do update set"
                        + " incarnation = excluded.incarnation, home = excluded.home")) {
            insert.setString(1, identity.node());
            insert.setString(2, identity.incarnation());
            insert.setString(3, identity.home().toString());
            insert.executeUpdate();
        }
        connection.commit();
        return identity;
    }

    /// Read from the entries themselves: a view could have been tampered with. Of this node's own entries only: keys of
    /// other nodes may have the same names. An entry that cannot be read is left to the verification.
    private static List<String> destroyed(Connection connection, String node) throws SQLException {
        var kinds = new Kinds(List.of(JournalEntries.chapter()));
        var names = new ArrayList<String>();
        try (PreparedStatement select = connection.prepareStatement("select stream, type, version, body from entry"
                        + " where type = 'journal.keys-destroyed' order by position");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                if (!row.getString(1).startsWith(node + ".")) continue;
                String json = new String(row.getBytes(4), StandardCharsets.UTF_8);
                if (kinds.read(row.getString(2), row.getInt(3), json) instanceof KeysDestroyed gone) {
                    gone.keys().forEach(key -> names.add(key.name()));
                }
            }
        }
        return List.copyOf(names);
    }
}
