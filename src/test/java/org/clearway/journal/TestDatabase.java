// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The PostgreSQL server that tests run on, where they run on one:
/// `-Dclearway.database=postgresql://USER@HOST:PORT/NAME`, with a user who may make users and
/// databases. Each node of a test has databases there for itself, owned by users as a centre has
/// them; those of a node whose folder is gone are emptied and used again.
public final class TestDatabase {
    private static final Optional<Database> SERVER = Optional.ofNullable(System.getProperty("clearway.database"))
            .filter(at -> !at.isEmpty())
            .map(Database::parse);
    private static final long PROGRAM = ProcessHandle.current().pid();
    private static final Map<Path, Database> NODES = new LinkedHashMap<>();
    private static final List<Database> FREE = new ArrayList<>();
    private static final Set<String> MADE = new HashSet<>();
    private static int last;

    private TestDatabase() {}

    /// Whether tests run on a server.
    public static boolean isThere() {
        return SERVER.isPresent();
    }

    /// Bytes as they are written in a sentence of SQL.
    static String bytes(byte[] all) {
        String hex = HexFormat.of().formatHex(all);
        return isThere() ? "'\\x" + hex + "'" : "x'" + hex + "'";
    }

    /// Databases for a new node in `folder`; absent where tests run on files.
    public static synchronized Optional<Database> fresh(Path folder) {
        if (SERVER.isEmpty()) return Optional.empty();
        sweep();
        Database journal = FREE.isEmpty() ? made(named("t" + PROGRAM + "_" + ++last)) : FREE.removeLast();
        made(journal.apart("keys"));
        NODES.put(folder.toAbsolutePath().normalize(), journal);
        return Optional.of(journal);
    }

    /// Databases for a day book of the node in `folder`, where tests run on a server.
    public static synchronized void book(Path folder, String name) {
        Database journal = NODES.get(folder.toAbsolutePath().normalize());
        if (journal == null) return;
        made(journal.apart(name));
        made(journal.apart(name + "_keys"));
    }

    /// What migrations made was changed there: no other node is put there afterwards.
    public static synchronized void spoilt(Path folder) {
        NODES.remove(folder.toAbsolutePath().normalize());
    }

    /// A database that holds bytes, and knows of no letters.
    static synchronized Database ofBytes(Path folder) {
        Database fresh = fresh(folder).orElseThrow();
        var bytes = new Database(fresh.host(), fresh.port(), fresh.name() + "_bytes", fresh.user(), fresh.options());
        if (MADE.add(bytes.name())) {
            run(
                    first(),
                    "create database " + bytes.name() + " owner " + bytes.user()
                            + " template template0 encoding 'SQL_ASCII' locale 'C'");
            made(bytes.apart("keys"));
        }
        return bytes;
    }

    /// As a server does that is stopped.
    static void disconnectAll(Database database) {
        run(
                first(),
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + database.name() + "'");
    }

    /// Databases for a node on another server, whose first user is `clearway`.
    static Database on(Database server, String name) {
        var journal = new Database(server.host(), server.port(), name, "clearway", server.options());
        create(server, journal);
        create(server, journal.apart("keys"));
        return journal;
    }

    private static Database first() {
        Database at = SERVER.orElseThrow();
        return new Database(at.host(), at.port(), "postgres", at.user(), at.options());
    }

    private static Database named(String name) {
        Database at = SERVER.orElseThrow();
        return new Database(at.host(), at.port(), name, "clearway", at.options());
    }

    private static Database made(Database database) {
        if (MADE.add(database.name())) create(SERVER.orElseThrow(), database);
        return database;
    }

    private static void create(Database server, Database database) {
        var first = new Database(server.host(), server.port(), "postgres", server.user(), server.options());
        run(
                first,
                "do $$ begin if not exists (select from pg_roles where rolname = '" + database.user()
                        + "') then create role " + database.user() + " login; end if;"
                        // Another program of these tests was quicker.
                        + " exception when duplicate_object or unique_violation then null; end $$",
                "create database " + database.name() + " owner " + database.user()
                        + " template template0 encoding 'UTF8' locale 'C.UTF-8'");
    }

    private static void sweep() {
        List<Path> gone =
                NODES.keySet().stream().filter(folder -> !Files.exists(folder)).toList();
        for (Map.Entry<Path, Database> node : List.copyOf(NODES.entrySet())) {
            if (!gone.contains(node.getKey())) continue;
            Database journal = node.getValue();
            for (String name : MADE) {
                if (name.equals(journal.name()) || name.startsWith(journal.name() + "_")) empty(named(name));
            }
            FREE.add(journal);
        }
        gone.forEach(NODES::remove);
    }

    /// What migrations made stays, empty; what a test made goes.
    private static void empty(Database database) {
        Database at = SERVER.orElseThrow();
        run(
                new Database(at.host(), at.port(), database.name(), at.user(), at.options()),
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()"
                        + " and pid <> pg_backend_pid()",
                "drop table if exists note, note_count",
                """
                do $$ declare t text; begin
                  for t in select tablename from pg_tables where schemaname = 'public' and tablename not like 'flyway%'
                  loop execute format('delete from %I', t); end loop;
                end $$""");
    }

    private static void run(Database in, String... statements) {
        try (Connection connection = DriverManager.getConnection(in.jdbc(), in.properties("clearway-tests"));
                Statement statement = connection.createStatement()) {
            for (String one : statements) statement.execute(one);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
