// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.clearway.language.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// Takes a node's databases from files to a server, or back: every row of every table, those that
/// stand beside the journal too. What is there afterwards counts only when all of it is; until then
/// the node is where it was.
final class Move {
    /// What a store keeps about itself, and not about the node.
    private static final List<String> OWN = List.of("tenure", "head");

    private final Stores from;
    private final Stores to;
    private final Progress progress;

    Move(Stores from, Stores to, Progress progress) {
        this.from = from;
        this.to = to;
        this.progress = progress;
    }

    /// Copies everything. Nobody works on either.
    /// @param books the names of the node's day books, and below the folder the places of their files
    /// @throws Problem `journal.database-taken` where there is a node already
    void copy(List<String> books) throws SQLException, IOException {
        if (to.journal().exists()) throw Problem.of("journal.database-taken", "database", to.journal());
        for (String book : books) {
            Path place = to.folder().resolve(book);
            if (to.server().isEmpty()) {
                Files.createDirectories(place);
                OwnerOnly.folder(place);
            }
            whole(from.bookKeys(book, from.folder().resolve(book)), to.bookKeys(book, place), progress);
            whole(from.book(book, from.folder().resolve(book)), to.book(book, place), progress);
        }
        whole(from.keys(), to.keys(), progress);
        heads();
        whole(from.journal(), to.journal(), progress);
    }

    /// Makes `target` hold all that `source` holds, at one moment.
    static void whole(Store source, Store target, Progress progress) throws SQLException {
        target.migrate();
        try (Connection reading = source.snapshot();
                Connection writing = target.writer(0)) {
            for (String table : target.tables(writing)) {
                if (!OWN.contains(table)) new TableCopy(reading, writing, progress).copy(table);
            }
            reading.rollback();
            writing.commit();
        }
        target.made();
    }

    private void heads() throws IOException {
        SingleConnectionDataSource reading = from.keys().alone(0);
        SingleConnectionDataSource writing = to.keys().alone(0);
        try {
            HeadPlaces places = to.heads(JdbcClient.create(writing));
            for (HeadPlaces.Line line : from.heads(JdbcClient.create(reading)).all()) {
                places.write(Heads.parse(line.text()).stream(), line.text());
            }
        } finally {
            reading.destroy();
            writing.destroy();
        }
    }

    /// Whether two stores of the journal hold the same entries, by the hash of each.
    /// @param upTo the last position that is compared
    static boolean sameEntries(Store one, Store other, long upTo) throws SQLException {
        return hashes(one, upTo).equals(hashes(other, upTo));
    }

    private static String hashes(Store store, long upTo) throws SQLException {
        var digest = Crypto.sha256();
        try (Connection connection = store.snapshot();
                PreparedStatement select = connection.prepareStatement(
                        "select position, hash from entry where position <= ? order by position")) {
            select.setFetchSize(TableCopy.TOGETHER);
            select.setLong(1, upTo);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    digest.update(Long.toString(row.getLong(1)).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                    digest.update(row.getBytes(2));
                }
            }
            connection.rollback();
        }
        return java.util.HexFormat.of().formatHex(digest.digest());
    }
}
