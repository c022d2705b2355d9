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
import org.springframework.jdbc.core.simple.JdbcClient;

/// Makes views and indexes anew from the journal, in one transaction, and compares them with what was there.
final class Rebuild {
    private Rebuild() {}

    static Rebuilt run(Connection connection, JdbcClient rows, Kinds kinds, Progress progress) throws SQLException {
        catchUp(connection, rows, kinds);
        Map<String, String> before = digests(connection, kinds);
        for (View.Table table : tables(kinds))
            rows.sql("delete from " + table.name()).update();
        long entries = replay(connection, rows, kinds, Long.MAX_VALUE, progress);
        Map<String, String> after = digests(connection, kinds);
        var different = new ArrayList<String>();
        before.forEach((table, digest) -> {
            if (!digest.equals(after.get(table))) different.add(table);
        });
        return new Rebuilt(entries, List.copyOf(different));
    }

    /// Applies every entry up to `lastPosition` to the empty views and indexes behind `rows`.
    static long replay(Connection from, JdbcClient rows, Kinds kinds, long lastPosition, Progress progress)
            throws SQLException {
        long all = count(from, lastPosition);
        var counter = new long[1];
        long last = Envelopes.each(from, "position <= ? order by position", List.of(lastPosition), envelope -> {
            Entry entry = envelope.entry(kinds);
            for (View view : kinds.views()) view.apply(entry, rows);
            for (Index index : kinds.indexes()) index.apply(entry, rows);
            if (++counter[0] % 1_000 == 0) progress.at(counter[0], all);
        });
        for (Index index : kinds.indexes()) Indexes.advance(rows, index, last);
        progress.at(all, all);
        return counter[0];
    }

    private static void catchUp(Connection connection, JdbcClient rows, Kinds kinds) throws SQLException {
        for (Index index : kinds.indexes()) {
            long last = Envelopes.each(
                    connection,
                    "position > ? order by position",
                    List.of(Indexes.progress(rows, index)),
                    envelope -> index.apply(envelope.entry(kinds), rows));
            if (last > 0) Indexes.advance(rows, index, last);
        }
    }

    static List<View.Table> tables(Kinds kinds) {
        var tables = new ArrayList<View.Table>();
        for (View view : kinds.views()) tables.addAll(view.tables());
        for (Index index : kinds.indexes()) tables.addAll(index.tables());
        return tables;
    }

    private static long count(Connection connection, long lastPosition) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select count(*) from entry where position <= ?")) {
            select.setLong(1, lastPosition);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
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
                    String text =
                            value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value);
                    digest.update(text.getBytes(StandardCharsets.UTF_8));
                    digest.update((byte) 0);
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
