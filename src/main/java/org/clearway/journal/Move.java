// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
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

    private static final int TOGETHER = 500;

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
            one(from.bookKeys(book, from.folder().resolve(book)), to.bookKeys(book, place));
            one(from.book(book, from.folder().resolve(book)), to.book(book, place));
        }
        one(from.keys(), to.keys());
        heads();
        one(from.journal(), to.journal());
    }

    private void one(Store source, Store target) throws SQLException {
        target.migrate();
        try (Connection reading = source.writer(0);
                Connection writing = target.writer(0)) {
            for (String table : target.tables(writing)) {
                if (OWN.contains(table)) continue;
                try (var statement = writing.createStatement()) {
                    // What a move that was cut off has left.
                    statement.executeUpdate("delete from " + table);
                }
                rows(reading, writing, table);
            }
            reading.rollback();
            writing.commit();
        }
        target.made();
    }

    private void rows(Connection reading, Connection writing, String table) throws SQLException {
        try (PreparedStatement select = reading.prepareStatement("select * from " + table)) {
            select.setFetchSize(TOGETHER);
            try (ResultSet row = select.executeQuery();
                    PreparedStatement insert = writing.prepareStatement(insert(table, row.getMetaData()))) {
                int columns = row.getMetaData().getColumnCount();
                long done = 0;
                while (row.next()) {
                    for (int i = 1; i <= columns; i++) insert.setObject(i, row.getObject(i));
                    insert.addBatch();
                    if (++done % TOGETHER == 0) {
                        insert.executeBatch();
                        progress.at(done, 0);
                    }
                }
                insert.executeBatch();
            }
        }
    }

    private static String insert(String table, ResultSetMetaData columns) throws SQLException {
        var names = new ArrayList<String>();
        for (int i = 1; i <= columns.getColumnCount(); i++) names.add(columns.getColumnName(i));
        String marks = String.join(", ", Collections.nCopies(names.size(), "?"));
        return "insert into " + table + " (" + String.join(", ", names) + ") values (" + marks + ")";
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
    static boolean sameEntries(Store one, Store other) throws SQLException {
        return hashes(one).equals(hashes(other));
    }

    private static String hashes(Store store) throws SQLException {
        var digest = Crypto.sha256();
        try (Connection connection = store.writer(0);
                PreparedStatement select =
                        connection.prepareStatement("select position, hash from entry order by position")) {
            select.setFetchSize(TOGETHER);
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
