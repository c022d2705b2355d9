// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.clearway.language.Problem;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// What is particular to SQLite: how its files are opened, and what its errors mean.
final class Sqlite {
    /// A key of exactly this type is the place of the row itself: no second tree is kept, nor searched, for it.
    private static final String ROW_ID = "integer";

    /// Rows lie in the order of their key, and nothing tells in which order they came.
    private static final String BY_KEY = " without rowid";

    /// How long a connection waits for another.
    private static final int PATIENCE_MILLIS = 20_000;

    /// Else the driver asks for the number of the row after each insert, which nobody wants to know.
    private static final String NO_KEYS_OF_ROWS = "jdbc.get_generated_keys=false";

    private static final List<String> STORE_FAILURES = List.of(
            "SQLITE_FULL",
            "SQLITE_IOERR",
            "SQLITE_CORRUPT",
            "SQLITE_NOTADB",
            "SQLITE_CANTOPEN",
            "SQLITE_READONLY",
            "SQLITE_NOMEM",
            "SQLITE_BUSY",
            "SQLITE_LOCKED",
            "SQLITE_PROTOCOL",
            "SQLITE_INTERRUPT",
            "SQLITE_ABORT");

    private Sqlite() {}

    /// Brings the tables of `file` to this program's version.
    /// @param set the folder of migrations below `db/`
    /// @throws Problem `journal.newer-database` if a newer program has been here
    static void migrate(Path file, String set) {
        var source = new SQLiteDataSource();
        source.setUrl(url(file) + "?journal_mode=" + (set.equals("journal") ? "WAL" : "DELETE") + "&synchronous=FULL");
        Flyway flyway = Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/" + set)
                .placeholders(Map.of("bytes", "blob", "position", ROW_ID, "clustered", BY_KEY))
                .ignoreMigrationPatterns("*:future")
                // Each capability numbers its own: a later one of accounts stands before the first of corridors.
                .outOfOrder(true)
                .load();
        MigrationInfo newer = Arrays.stream(flyway.info().all())
                .filter(info -> info.getState().isApplied() && !info.getState().isResolved())
                .findFirst()
                .orElse(null);
        if (newer != null) {
            throw new Problem(
                    "journal.newer-database",
                    Map.of("file", file.toString(), "version", String.valueOf(newer.getVersion())));
        }
        flyway.migrate();
    }

    /// The one connection that writes. What it deletes it overwrites.
    static Connection writer(Path file, long maxPages) throws SQLException {
        Connection connection = new KeepingConnection(file
                + "?journal_mode=WAL&synchronous=FULL&busy_timeout=" + PATIENCE_MILLIS
                + "&foreign_keys=on&transaction_mode=IMMEDIATE&secure_delete=on&" + NO_KEYS_OF_ROWS);
        if (maxPages > 0) {
            try (var statement = connection.createStatement()) {
                statement.execute("pragma max_page_count = " + maxPages);
            }
        }
        connection.setAutoCommit(false);
        return connection;
    }

    /// Begins a transaction on the connection that writes, after SQLite has ended the one before by itself. The driver
    /// begins one only where it ended one; without this, each savepoint would commit alone.
    static void begin(Connection connection) {
        try (var statement = connection.createStatement()) {
            statement.execute("begin immediate");
        } catch (SQLException e) {
            // One is open already, or the store is gone: the next act says which.
        }
    }

    /// Empties the log that SQLite writes ahead, in which each state lies that a row had since it was emptied last. The
    /// connection has just committed, and waits for nobody.
    /// @return false where somebody still reads one of those states
    static boolean emptyLog(Connection connection) throws SQLException {
        // The driver ends its transaction here, and begins another below: none may be open meanwhile.
        connection.setAutoCommit(true);
        try (var statement = connection.createStatement()) {
            statement.execute("pragma busy_timeout = 0");
            try (var row = statement.executeQuery("pragma wal_checkpoint(truncate)")) {
                return row.next() && row.getInt("busy") == 0;
            } finally {
                statement.execute("pragma busy_timeout = " + PATIENCE_MILLIS);
            }
        } finally {
            connection.setAutoCommit(false);
        }
    }

    /// Connections that only read.
    static HikariDataSource readers(Path file) {
        var config = new HikariConfig();
        config.setPoolName("clearway-readers");
        config.setDataSource(new AbstractDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                return new KeepingConnection(file + "?busy_timeout=" + PATIENCE_MILLIS);
            }

            @Override
            public Connection getConnection(String username, String password) throws SQLException {
                return getConnection();
            }
        });
        config.setConnectionInitSql("pragma query_only = on");
        config.setMaximumPoolSize(6);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }

    /// The file of keys: no write-ahead log that old keys could linger in, and what is deleted is overwritten.
    static SingleConnectionDataSource keyFile(Path file) {
        return new SingleConnectionDataSource(
                url(file) + "?journal_mode=DELETE&synchronous=FULL&secure_delete=on&busy_timeout=" + PATIENCE_MILLIS,
                true);
    }

    /// The file of a day book: no log ahead, in which each earlier sheet would lie in the order of writing. That a
    /// commit
    /// outlives a power cut takes a sync of the folder too, in which the file of the rollback is gone then.
    static SingleConnectionDataSource bookFile(Path file, long maxPages) {
        SingleConnectionDataSource source = keyFile(file);
        var rows = JdbcClient.create(source);
        rows.sql("pragma synchronous = extra").update();
        if (maxPages > 0) {
            rows.sql("pragma max_page_count = " + maxPages).query().listOfRows();
        }
        return source;
    }

    static Connection scratch() throws SQLException {
        return new KeepingConnection(":memory:?" + NO_KEYS_OF_ROWS);
    }

    /// A failure of the store, on its way through code that may not throw {@link SQLException}.
    static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Failed(SQLException cause) {
            super(cause);
        }
    }

    /// True where the file or its disk failed, rather than what was asked of it: then nothing that was under way is
    /// kept.
    static boolean storeFailed(Throwable failure) {
        SQLiteErrorCode code = code(failure);
        return code != null && STORE_FAILURES.stream().anyMatch(code.name()::startsWith);
    }

    /// What a failure of the store means to a person.
    static Problem meaning(Throwable failure, Path folder) {
        SQLiteErrorCode code = code(failure);
        String name = code == null ? String.valueOf(failure.getMessage()) : code.name();
        Map<String, String> details = Map.of("folder", folder.toString(), "cause", name);
        if (name.startsWith("SQLITE_FULL")) return new Problem("journal.disk-full", details, failure);
        if (name.startsWith("SQLITE_READONLY") || name.startsWith("SQLITE_CANTOPEN")) {
            return new Problem("journal.read-only", details, failure);
        }
        if (name.startsWith("SQLITE_CORRUPT") || name.startsWith("SQLITE_NOTADB")) {
            return new Problem("journal.damaged", details, failure);
        }
        return new Problem("journal.store-failed", details, failure);
    }

    /// The version of the newest migration that was applied to the file behind `rows`.
    static String version(JdbcClient rows) {
        return rows.sql(
                        "select version from flyway_schema_history where success = 1 order by installed_rank desc limit 1")
                .query((row, n) -> row.getString("version"))
                .single();
    }

    private static @Nullable SQLiteErrorCode code(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException sqlite) return sqlite.getResultCode();
        }
        return null;
    }

    private static String url(Path file) {
        return "jdbc:sqlite:" + file;
    }
}
