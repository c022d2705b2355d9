// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.clearway.language.Problem;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// One database of a node: a file of SQLite's, or a database of PostgreSQL's. What is particular to
/// either is said here and nowhere else; everything above speaks the SQL that both share.
sealed interface Store permits SqliteStore, PostgresStore {
    /// Whether somebody made it before, as a whole.
    boolean exists();

    /// Brings its tables to this program's version.
    /// @throws Problem `journal.newer-database` if a newer program has been here, and what a
    ///     store that fails means
    void migrate();

    /// The one connection that writes a journal, in transactions that it begins by itself. What it
    /// deletes it overwrites, where the store can.
    /// @param maxPages the largest size of a file, in pages; 0 for as large as the disk allows
    Connection writer(long maxPages) throws SQLException;

    /// A connection that reads everything as it stood when it read first, while others write.
    Connection snapshot() throws SQLException;

    /// Connections that only read.
    HikariDataSource readers();

    /// The one connection to a store of keys, or to that of a day book: each sentence is a transaction.
    SingleConnectionDataSource alone(long maxPages);

    /// Empty tables as those that `from` reads, for views that are thrown away when it is closed.
    Connection scratch(Connection from) throws SQLException;

    /// The names of its tables, but for what its migrations note.
    List<String> tables(Connection connection) throws SQLException;

    /// Begins the next transaction of the writer, where the store ended one by itself.
    void begin(Connection writer);

    /// Takes away what the store still holds of earlier states of rows. Nothing is under way on the
    /// writer.
    /// @return false where somebody still reads one of those states
    boolean forgetEarlierStates(Connection writer) throws SQLException;

    /// How many bytes it takes on a server; 0 for a file.
    /// @param rows of one that reads
    long bytesOnServer(JdbcClient rows);

    /// What tells this store from a copy of it.
    Home home();

    /// When it was last changed, noted as it is closed; where the store can tell.
    Optional<ClosedMark> closedMark();

    /// The right to write a journal to it.
    /// @throws Problem `journal.database-in-use` where another program has it
    Turn take();

    /// The same, once no other program has it any more.
    /// @param nanos a clock that never jumps
    /// @param waiting told once where the other program is
    Turn await(LongSupplier nanos, Consumer<String> waiting);

    /// The right to write to it, until another program claims it. It is opened by that program
    /// alone which has the folder's lock and the journal's turn.
    Turn claim(SingleConnectionDataSource source);

    /// Notes that it was made whole, and makes a file its owner's alone.
    void made();

    /// Runs the migrations of `set` against what `flyway` knows already.
    static void migrate(org.flywaydb.core.api.configuration.FluentConfiguration configured, String named) {
        Flyway flyway = configured
                .ignoreMigrationPatterns("*:future")
                // Each capability numbers its own: a later one of accounts stands before the first of corridors.
                .outOfOrder(true)
                .load();
        MigrationInfoService known = flyway.info();
        for (var info : known.all()) {
            if (info.getState().isApplied() && !info.getState().isResolved()) {
                throw new Problem(
                        "journal.newer-database",
                        java.util.Map.of("file", named, "version", String.valueOf(info.getVersion())));
            }
        }
        // Where all was done, finding that out once is enough.
        if (!Arrays.stream(known.all()).allMatch(Store::isDone)) flyway.migrate();
    }

    private static boolean isDone(MigrationInfo info) {
        return info.getState().isApplied()
                && !info.getState().isFailed()
                && info.isChecksumMatching()
                && info.isDescriptionMatching()
                && info.isTypeMatching();
    }

    /// The version of the newest migration that was applied to what is behind `rows`.
    static String version(JdbcClient rows) {
        return rows.sql("select version from flyway_schema_history where version is not null"
                        + " order by installed_rank desc limit 1")
                .query((row, n) -> row.getString("version"))
                .single();
    }
}
