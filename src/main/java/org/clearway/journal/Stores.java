// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Where the databases of a node are: files below its folder, or databases of a server, each with a
/// user of its own.
///
/// @param server the database of the journal; absent where all are files
record Stores(Path folder, Optional<Database> server) {
    static final String JOURNAL = "journal";
    static final String BOOK_FILE = "book.db";
    private static final String JOURNAL_FILE = "clearway.db";
    private static final String KEYS_FILE = "keys.db";
    private static final String KEYS = "keys";
    private static final String BOOK = "book";

    Store journal() {
        return server.<Store>map(at -> new PostgresStore(at, JOURNAL))
                .orElseGet(() -> new SqliteStore(folder.resolve(JOURNAL_FILE), JOURNAL));
    }

    Store keys() {
        return server.<Store>map(at -> new PostgresStore(at.apart(KEYS), KEYS))
                .orElseGet(() -> new SqliteStore(folder.resolve(KEYS_FILE), KEYS));
    }

    /// A day book's, whose files are in `at`.
    Store book(String name, Path at) {
        return server.<Store>map(its -> new PostgresStore(its.apart(name), BOOK))
                .orElseGet(() -> new SqliteStore(at.resolve(BOOK_FILE), BOOK));
    }

    Store bookKeys(String name, Path at) {
        return server.<Store>map(its -> new PostgresStore(its.apart(name + "_" + KEYS), KEYS))
                .orElseGet(() -> new SqliteStore(at.resolve(KEYS_FILE), KEYS));
    }

    /// Every file that databases of a folder may have, whether it is there or not.
    /// @param books the names of the day books
    List<Path> files(List<String> books) {
        var files = new ArrayList<Path>();
        for (String ending : List.of("", "-wal", "-shm")) files.add(folder.resolve(JOURNAL_FILE + ending));
        files.add(folder.resolve(KEYS_FILE));
        files.add(folder.resolve(ClosedMark.FILE));
        for (String book : books) {
            files.add(folder.resolve(book).resolve(BOOK_FILE));
            files.add(folder.resolve(book).resolve(KEYS_FILE));
        }
        return files;
    }

    /// Where the heads of the chain are noted, outside the journal's database.
    /// @param rows of the store of keys
    HeadPlaces heads(JdbcClient rows) {
        var files = new HeadPlaces.Files(folder);
        return server.isEmpty() ? files : new HeadPlaces.FilesAndRows(files, rows);
    }
}
