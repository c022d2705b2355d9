// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.clearway.language.Problem;
import org.flywaydb.core.Flyway;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// A database of PostgreSQL's, version 15 or newer.
///
/// @param set the folder of its migrations below `db/`; what only PostgreSQL needs stands below
///     `db/postgresql/`
record PostgresStore(Database database, String set) implements Store {
    /// By these names a server shows who is connected.
    static final String ACTIVE = "clearway";

    static final String STANDBY = "clearway-standby";

    private static final int OLDEST = 15;

    /// Text in the order of its bytes, as SQLite and Java have it.
    private static final Set<String> COLLATIONS = Set.of("C", "POSIX", "C.UTF-8", "C.utf8");

    private static final String OUR_TABLES = "select tablename from pg_tables where schemaname = 'public'"
            + " and tablename not like 'flyway%' order by tablename";

    @Override
    public boolean exists() {
        return asked(rows -> rows.sql("select to_regclass('public.tenure') is not null")
                        .query(Boolean.class)
                        .single()
                && rows.sql("select count(*) from tenure").query(Long.class).single() > 0);
    }

    @Override
    public void migrate() {
        checkServer();
        var source = new DriverManagerDataSource(database.jdbc(), database.properties(ACTIVE));
        Store.migrate(
                Flyway.configure()
                        .dataSource(source)
                        .locations("classpath:db/postgresql/" + set, "classpath:db/" + set)
                        .placeholders(Map.of("bytes", "bytea", "position", "bigint", "clustered", "")),
                toString());
    }

    /// What a server must be, so that nothing that was acknowledged is lost, and text is in one order.
    /// @throws Problem `journal.database-too-old`, `journal.database-forgets`, `journal.database-order`
    private void checkServer() {
        asked(rows -> {
            int version = Integer.parseInt(setting(rows, "server_version_num")) / 10_000;
            if (version < OLDEST) {
                throw new Problem(
                        "journal.database-too-old",
                        Map.of("version", String.valueOf(version), "least", String.valueOf(OLDEST)));
            }
            for (String must : List.of("fsync", "full_page_writes")) {
                if (!setting(rows, must).equals("on")) throw Problem.of("journal.database-forgets", "setting", must);
            }
            String order = rows.sql("select datcollate from pg_database where datname = current_database()")
                    .query((row, n) -> row.getString(1))
                    .single();
            if (!COLLATIONS.contains(order) || !setting(rows, "server_encoding").equals("UTF8")) {
                throw new Problem("journal.database-order", Map.of("database", database.name(), "order", order));
            }
            return version;
        });
    }

    private static String setting(JdbcClient rows, String name) {
        return rows.sql("select current_setting(?)")
                .param(name)
                .query((row, n) -> row.getString(1))
                .single();
    }

    /// Notes what this node is, for every program that works on it.
    void mark(Optional<String> scenario) {
        asked(rows -> rows.sql("update tenure set scenario = ? where id = 1")
                .param(scenario.orElse(null))
                .update());
    }

    Optional<String> scenario() {
        return asked(rows -> rows.sql("select coalesce(scenario, '') from tenure where id = 1")
                .query((row, n) -> row.getString(1))
                .optional()
                .filter(name -> !name.isEmpty()));
    }

    @Override
    public Connection writer(long maxPages) throws SQLException {
        Connection connection = connection(ACTIVE);
        connection.setAutoCommit(false);
        return connection;
    }

    @Override
    public Connection snapshot() throws SQLException {
        Connection connection = connection(ACTIVE);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        return connection;
    }

    @Override
    public HikariDataSource readers() {
        var config = new HikariConfig();
        config.setPoolName("clearway-readers");
        config.setJdbcUrl(database.jdbc());
        config.setDataSourceProperties(database.properties(ACTIVE));
        config.setReadOnly(true);
        config.setMaximumPoolSize(6);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }

    @Override
    public SingleConnectionDataSource alone(long maxPages) {
        return connected(ACTIVE);
    }

    /// Asks on a connection of its own.
    private <T> T asked(Function<JdbcClient, T> question) {
        SingleConnectionDataSource source = connected(ACTIVE);
        try {
            return question.apply(JdbcClient.create(source));
        } finally {
            source.destroy();
        }
    }

    /// @throws Problem `journal.database-gone` and what else a server refuses
    SingleConnectionDataSource connected(String application) {
        try {
            return new SingleConnectionDataSource(connection(application), true);
        } catch (SQLException e) {
            throw e.getSQLState() != null && e.getSQLState().matches("28.*|3D000")
                    ? new Problem(
                            "journal.database-refuses",
                            Map.of("database", toString(), "cause", String.valueOf(e.getMessage())),
                            e)
                    : StoreFailure.meaning(e, toString());
        }
    }

    private Connection connection(String application) throws SQLException {
        Connection connection = DriverManager.getConnection(database.jdbc(), database.properties(application));
        try (Statement statement = connection.createStatement()) {
            // A server that waits for copies of itself is left as it is.
            statement.execute("select set_config('synchronous_commit', 'on', false)"
                    + " where current_setting('synchronous_commit') in ('off', 'local')");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /// Tables of the session, which stand before those that they are like.
    @Override
    public Connection scratch(Connection from) throws SQLException {
        Connection to = connection(ACTIVE);
        try (Statement statement = to.createStatement()) {
            for (String table : tables(to)) {
                statement.execute("create temporary table " + table + " (like public." + table + " including all)");
            }
            return to;
        } catch (SQLException e) {
            to.close();
            throw e;
        }
    }

    @Override
    public List<String> tables(Connection connection) throws SQLException {
        var tables = new ArrayList<String>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(OUR_TABLES)) {
            while (row.next()) tables.add(row.getString(1));
        }
        return tables;
    }

    /// Gives up that there is a node: it was taken elsewhere.
    void abandon() {
        asked(rows -> rows.sql("delete from tenure").update());
    }

    /// A transaction begins with its first sentence.
    @Override
    public void begin(Connection writer) {}

    /// Rows that are gone stay in the pages of a table until it is swept. What the server's log
    /// holds of them goes as the log is used again.
    @Override
    public boolean forgetEarlierStates(Connection writer) throws SQLException {
        writer.setAutoCommit(true);
        try (Statement statement = writer.createStatement()) {
            try (ResultSet row = statement.executeQuery("select count(*) from pg_stat_activity where datname ="
                    + " current_database() and backend_xmin is not null and pid <> pg_backend_pid()")) {
                if (row.next() && row.getLong(1) > 0) return false;
            }
            List<String> swept = new ArrayList<>(tables(writer));
            swept.remove("entry");
            statement.execute("vacuum " + String.join(", ", swept));
            return true;
        } finally {
            writer.setAutoCommit(false);
        }
    }

    @Override
    public long bytesOnServer(JdbcClient rows) {
        return rows.sql("select pg_database_size(current_database())")
                .query(Long.class)
                .single();
    }

    /// A restored server has another number or timeline, a restored or copied database another
    /// number within it.
    @Override
    public Home home() {
        try {
            return asked(rows -> rows.sql("select c.system_identifier || '/' || d.oid as file,"
                            + " substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8) as made"
                            + " from pg_control_system() c, pg_database d where d.datname = current_database()")
                    .query((row, n) -> new Home(row.getString("file"), row.getString("made")))
                    .single());
        } catch (DataAccessException notTold) {
            return Home.UNTOLD;
        }
    }

    @Override
    public Optional<ClosedMark> closedMark() {
        return Optional.empty();
    }

    @Override
    public Turn take() {
        return Tenure.take(this);
    }

    @Override
    public Turn await(LongSupplier nanos, Consumer<String> waiting) {
        return Tenure.await(this, nanos, waiting);
    }

    @Override
    public Turn claim(SingleConnectionDataSource source) {
        return new Claim(source, Tenure.nextEpoch(JdbcClient.create(source)));
    }

    @Override
    public void made() {
        asked(rows -> rows.sql("insert into tenure (id, epoch, beat) values (1, 0, 0) on conflict do nothing")
                .update());
    }

    @Override
    public String toString() {
        return database.toString();
    }
}
