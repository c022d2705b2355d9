// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/// The row that tells what a node tells. It stands in the journal's database, so that it goes where that goes.
final class StoryRow {
    private static final String TABLE = "story";

    private StoryRow() {}

    static void write(Store journal, Story story) throws SQLException {
        try (Connection connection = journal.writer(0)) {
            try (var insert = connection.prepareStatement("insert into story (id, kind, file) values (1, ?, ?)")) {
                insert.setString(1, story.kind().name());
                insert.setBytes(2, story.file().orElse(null));
                insert.executeUpdate();
            }
            connection.commit();
        }
    }

    /// What was told before it was noted here was always a reconstruction.
    static Story read(Connection connection, Store journal, String name) throws SQLException {
        if (journal.tables(connection).contains(TABLE)) {
            try (var select = connection.prepareStatement("select kind, file from story");
                    var row = select.executeQuery()) {
                if (row.next()) {
                    return new Story(
                            name, StoryKind.valueOf(row.getString("kind")), Optional.ofNullable(row.getBytes("file")));
                }
            }
        }
        return new Story(name, StoryKind.RECONSTRUCTION, Optional.empty());
    }
}
