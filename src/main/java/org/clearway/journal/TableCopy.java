// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Takes all rows of a table from one database to the table of that name in another.
final class TableCopy {
    static final int TOGETHER = 500;

    private final Connection from;
    private final Connection to;
    private final Progress progress;

    /// @param progress told of the rows of each table that are there, and of no whole
    TableCopy(Connection from, Connection to, Progress progress) {
        this.from = from;
        this.to = to;
        this.progress = progress;
    }

    /// What a copy that was cut off has left is taken away first. Commits nothing.
    void copy(String table) throws SQLException {
        copy(table, "");
    }

    /// @param where which rows are taken, as the end of a sentence
    void copy(String table, String where) throws SQLException {
        try (var statement = to.createStatement()) {
            statement.executeUpdate("delete from " + table);
        }
        try (PreparedStatement select = from.prepareStatement("select * from " + table + where)) {
            select.setFetchSize(TOGETHER);
            try (ResultSet row = select.executeQuery();
                    PreparedStatement insert = to.prepareStatement(insert(table, row.getMetaData()))) {
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
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) names.add(columns.getColumnName(i));
        String marks = String.join(", ", Collections.nCopies(names.size(), "?"));
        return "insert into " + table + " (" + String.join(", ", names) + ") values (" + marks + ")";
    }
}
