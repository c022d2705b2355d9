// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Makes views and indexes anew from the journal, in one transaction, and compares them with what was there.
final class Rebuild {
    private static final int SLICE = 200;

    private Rebuild() {}

    static Rebuilt run(Connection connection, JdbcClient rows, Kinds kinds, Progress progress) throws SQLException {
        catchUp(connection, rows, kinds);
        Map<String, String> before = digests(connection, kinds);
        for (View.Table table : tables(kinds)) {
            rows.sql("delete from " + table.name()).update();
        }
        long entries = new Replay(connection, connection, rows, kinds).upTo(Long.MAX_VALUE, progress);
        remember(rows, kinds);
        Map<String, String> after = digests(connection, kinds);
        var different = new ArrayList<String>();
        before.forEach((table, digest) -> {
            if (!digest.equals(after.get(table))) different.add(table);
        });
        return new Rebuilt(entries, different, Replay.damaged(rows));
    }

    /// True where another program made the views, one with other kinds of entry or other views: then they lack what it
    /// did not know.
    static boolean needed(JdbcClient rows, Kinds kinds) {
        return !rows.sql("select made_by from views_made where id = 1")
                .query((row, n) -> row.getString("made_by"))
                .optional()
                .equals(Optional.of(program(rows, kinds)));
    }

    /// False where nobody has made any views yet.
    static boolean everMade(JdbcClient rows) {
        return rows.sql("select count(*) from views_made").query(Long.class).single() > 0;
    }

    /// Notes that the views are as this program makes them.
    static void remember(JdbcClient rows, Kinds kinds) {
        rows.sql("insert into views_made (id, made_by) values (1, ?) on conflict (id) do update set made_by ="
                        + " excluded.made_by")
                .param(program(rows, kinds))
                .update();
    }

    private static String program(JdbcClient rows, Kinds kinds) {
        return Store.version(rows) + " " + kinds.digest();
    }

    /// Indexes may be behind; what they have not taken in yet is no difference.
    private static void catchUp(Connection connection, JdbcClient rows, Kinds kinds) throws SQLException {
        for (Index index : kinds.indexes()) {
            // One that fails within a slice goes on by single entries, up to the one that it cannot take.
            if (!caughtUp(connection, rows, kinds, index, SLICE)) caughtUp(connection, rows, kinds, index, 1);
        }
    }

    private static boolean caughtUp(Connection connection, JdbcClient rows, Kinds kinds, Index index, int slice)
            throws SQLException {
        while (true) {
            Trial trial = Trial.begin(connection);
            try {
                boolean nothingLeft = Indexes.follow(connection, rows, index, kinds, slice) == Indexes.NOTHING_LEFT;
                trial.keep();
                if (nothingLeft) return true;
            } catch (RuntimeException | StackOverflowError | AssertionError failure) {
                if (StoreFailure.of(failure)) throw failure;
                trial.undo();
                return false;
            }
        }
    }

    private static List<View.Table> tables(Kinds kinds) {
        var tables = new ArrayList<View.Table>();
        tables.add(Replay.SET_ASIDE);
        for (View view : kinds.views()) tables.addAll(view.tables());
        for (Index index : kinds.indexes()) tables.addAll(index.tables());
        return tables;
    }

    private static Map<String, String> digests(Connection connection, Kinds kinds) throws SQLException {
        var digests = new LinkedHashMap<String, String>();
        for (View.Table table : tables(kinds)) digests.put(table.name(), digest(connection, table));
        return digests;
    }

    private static String digest(Connection connection, View.Table table) throws SQLException {
        MessageDigest digest = Crypto.sha256();
        try (PreparedStatement select =
                        connection.prepareStatement("select * from " + table.name() + " order by " + table.order());
                ResultSet row = select.executeQuery()) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                for (int i = 1; i <= columns; i++) {
                    Object value = row.getObject(i);
                    digest.update(text(value).getBytes(StandardCharsets.UTF_8));
                    digest.update((byte) 0);
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /// The value with its kind, so that nothing, a text and a number never look the same.
    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "-";
            case byte[] bytes -> "b" + HexFormat.of().formatHex(bytes);
            case String text -> "t" + text;
            default -> "n" + value;
        };
    }
}
