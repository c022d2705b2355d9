// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Where the databases of a node are: files below its folder, or databases of a server, each with a
/// user of its own.
///
/// @param server the database of the journal; absent where all are files
record Stores(Path folder, Optional<Database> server) {
    static final String JOURNAL = "journal";
    private static final String KEYS = "keys";
    private static final String BOOK = "book";

    Store journal() {
        return server.<Store>map(at -> new PostgresStore(at, JOURNAL))
                .orElseGet(() -> new SqliteStore(folder.resolve("clearway.db"), JOURNAL));
    }

    Store keys() {
        return server.<Store>map(at -> new PostgresStore(at.apart(KEYS), KEYS))
                .orElseGet(() -> new SqliteStore(folder.resolve("keys.db"), KEYS));
    }

    /// A day book's, whose files are in `at`.
    Store book(String name, Path at) {
        return server.<Store>map(its -> new PostgresStore(its.apart(name), BOOK))
                .orElseGet(() -> new SqliteStore(at.resolve("book.db"), BOOK));
    }

    Store bookKeys(String name, Path at) {
        return server.<Store>map(its -> new PostgresStore(its.apart(name + "_" + KEYS), KEYS))
                .orElseGet(() -> new SqliteStore(at.resolve("keys.db"), KEYS));
    }

    /// Where the heads of the chain are noted, outside the journal's database.
    /// @param rows of the store of keys
    HeadPlaces heads(JdbcClient rows) {
        var files = new HeadPlaces.Files(folder);
        return server.isEmpty() ? files : new HeadPlaces.FilesAndRows(files, rows);
    }
}
