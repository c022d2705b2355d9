// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.clearway.language.Problem;
import org.postgresql.util.PSQLException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.sqlite.SQLiteException;

/// What the errors of a database mean.
final class StoreFailure {
    /// The file or its disk, rather than what was asked of it.
    private static final List<String> SQLITE = List.of(
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

    /// Classes of SQLSTATE: the connection, resources, an operator's hand, the system, its
    /// configuration, a transaction that has failed before, damage.
    private static final List<String> POSTGRES = List.of("08", "25", "40", "53", "55", "57", "58", "F0", "XX");

    private static final List<String> DISK_FULL = List.of("SQLITE_FULL", "53100");
    private static final List<String> READ_ONLY = List.of("SQLITE_READONLY", "SQLITE_CANTOPEN", "25006");
    private static final List<String> DAMAGED = List.of("SQLITE_CORRUPT", "SQLITE_NOTADB", "XX001", "XX002");

    /// Nobody answers, or an operator ends the connection.
    private static final List<String> GONE = List.of("08", "57P");

    /// The SQLSTATE of a connection that is not there: what a pool or a closed connection says has none.
    private static final String NO_CONNECTION = "08003";

    private StoreFailure() {}

    /// A failure of the store, on its way through code that may not throw {@link SQLException}.
    static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Failed(SQLException cause) {
            super(cause);
        }
    }

    /// True where the store failed, rather than what was asked of it: then nothing that was under
    /// way is kept.
    static boolean of(Throwable failure) {
        return code(failure)
                .filter(code ->
                        Stream.concat(SQLITE.stream(), POSTGRES.stream()).anyMatch(code::startsWith))
                .isPresent();
    }

    /// What a failure of the store means to a person.
    /// @param where the node's folder, or what names its database
    static Problem meaning(Throwable failure, Object where) {
        String code = code(failure).orElseGet(() -> String.valueOf(failure.getMessage()));
        Map<String, String> details = Map.of("folder", where.toString(), "cause", code);
        if (begins(code, DISK_FULL)) return new Problem("journal.disk-full", details, failure);
        if (begins(code, READ_ONLY)) return new Problem("journal.read-only", details, failure);
        if (begins(code, DAMAGED)) return new Problem("journal.damaged", details, failure);
        if (begins(code, GONE)) return new Problem("journal.database-gone", details, failure);
        return new Problem("journal.store-failed", details, failure);
    }

    private static boolean begins(String code, List<String> with) {
        return with.stream().anyMatch(code::startsWith);
    }

    /// The name of SQLite's error, or the SQLSTATE of PostgreSQL's.
    private static Optional<String> code(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException sqlite) {
                return Optional.of(sqlite.getResultCode().name());
            }
            if (cause instanceof PSQLException postgres && postgres.getSQLState() != null) {
                return Optional.of(postgres.getSQLState());
            }
            if (cause instanceof CannotGetJdbcConnectionException) return Optional.of(NO_CONNECTION);
        }
        return Optional.empty();
    }
}
