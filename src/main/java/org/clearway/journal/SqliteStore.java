// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.sqlite.SQLiteDataSource;

/// A file of SQLite's.
record SqliteStore(Path file, String set) implements Store {
    /// A key of exactly this type is the place of the row itself: no second tree is kept, nor searched, for it.
    private static final String ROW_ID = "integer";

    /// Rows lie in the order of their key, and nothing tells in which order they came.
    private static final String BY_KEY = " without rowid";

    /// How long a connection waits for another.
    private static final int PATIENCE_MILLIS = 20_000;

    /// Else the driver asks for the number of the row after each insert, which nobody wants to know.
    private static final String NO_KEYS_OF_ROWS = "jdbc.get_generated_keys=false";

    private static final String MEMORY = ":memory:?";

    /// @param file of the database
    /// @param set the folder of its migrations below `db/`
    SqliteStore {}

    @Override
    public boolean exists() {
        return Files.exists(file);
    }

    @Override
    public void migrate() {
        var source = new SQLiteDataSource();
        source.setUrl(url() + "?journal_mode=" + (set.equals(Stores.JOURNAL) ? "WAL" : "DELETE") + "&synchronous=FULL");
        Store.migrate(
                Flyway.configure()
                        .dataSource(source)
                        .locations("classpath:db/" + set)
                        .placeholders(Map.of("bytes", "blob", "position", ROW_ID, "clustered", BY_KEY)),
                file.toString());
    }

    @Override
    public Connection writer(long maxPages) throws SQLException {
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

    /// The driver begins a transaction only where it ended one; without this, each savepoint would commit alone.
    @Override
    public void begin(Connection connection) {
        try (var statement = connection.createStatement()) {
            statement.execute("begin immediate");
        } catch (SQLException e) {
            // One is open already, or the store is gone: the next act says which.
        }
    }

    /// Empties the log that SQLite writes ahead, in which each state lies that a row had since it was emptied last. The
    /// connection has just committed, and waits for nobody.
    @Override
    public boolean forgetEarlierStates(Connection connection) throws SQLException {
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

    /// A transaction that reads sees the file as it was at its first sentence.
    @Override
    public Connection snapshot() throws SQLException {
        Connection connection = new KeepingConnection(file + "?busy_timeout=" + PATIENCE_MILLIS);
        try (var statement = connection.createStatement()) {
            statement.execute("pragma query_only = on");
        }
        connection.setAutoCommit(false);
        return connection;
    }

    @Override
    public HikariDataSource readers() {
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

    /// No log ahead, in which old keys and earlier sheets would lie in the order of writing, and what is deleted is
    /// overwritten. That a commit outlives a power cut takes a sync of the folder too, in which the file of the
    /// rollback is gone then.
    @Override
    public SingleConnectionDataSource alone(long maxPages) {
        var source = new SingleConnectionDataSource(
                url() + "?journal_mode=DELETE&synchronous=EXTRA&secure_delete=on&busy_timeout=" + PATIENCE_MILLIS,
                true);
        if (maxPages > 0) {
            JdbcClient.create(source)
                    .sql("pragma max_page_count = " + maxPages)
                    .query()
                    .listOfRows();
        }
        return source;
    }

    @Override
    public List<String> tables(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("select name from sqlite_master where type = 'table'"
                                + " and name not like 'sqlite_%' and name not like 'flyway_%' order by name");
                ResultSet row = select.executeQuery()) {
            var tables = new ArrayList<String>();
            while (row.next()) tables.add(row.getString(1));
            return tables;
        }
    }

    @Override
    public Connection scratch(Connection from) throws SQLException {
        Connection to = inMemory();
        try (PreparedStatement select = from.prepareStatement(
                        "select sql from sqlite_master where sql is not null and name not like 'sqlite_%'"
                                + " and tbl_name not like 'flyway_%' order by type desc");
                ResultSet row = select.executeQuery();
                Statement statement = to.createStatement()) {
            while (row.next()) statement.execute(row.getString(1));
            return to;
        } catch (SQLException e) {
            to.close();
            throw e;
        }
    }

    static Connection inMemory() throws SQLException {
        return new KeepingConnection(MEMORY + NO_KEYS_OF_ROWS);
    }

    @Override
    public long bytesOnServer(JdbcClient rows) {
        return 0;
    }

    @Override
    public Home home() {
        try {
            return Home.of(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<ClosedMark> closedMark() {
        return Optional.of(new ClosedMark(file));
    }

    @Override
    public Turn take() {
        return Turn.BY_LOCK;
    }

    @Override
    public Turn await(LongSupplier nanos, Consumer<String> waiting) {
        return Turn.BY_LOCK;
    }

    @Override
    public Turn claim(SingleConnectionDataSource source) {
        return Turn.BY_LOCK;
    }

    @Override
    public void made() {
        try {
            OwnerOnly.file(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }

    private String url() {
        return "jdbc:sqlite:" + file;
    }
}
