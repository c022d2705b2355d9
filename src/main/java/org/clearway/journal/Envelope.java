// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Optional;
import org.clearway.access.AccountId;
import org.clearway.time.Micros;
import org.clearway.time.Occurred;
import org.clearway.time.TimePrecision;

/// An entry as it is stored: its body still canonical JSON, its place in the chain beside it.
record Envelope(
        StreamId stream,
        long sequence,
        long position,
        ActId act,
        int ordinal,
        String type,
        int version,
        Occurred occurred,
        long recorded,
        long received,
        String account,
        Optional<String> subject,
        String body,
        byte[] previous,
        byte[] hash) {

    static final String COLUMNS = "position, stream, sequence, act, ordinal, type, version, occurred_from, occurred_to,"
            + " precision, zone, recorded, received, account, subject, body, previous, hash";

    /// @throws IllegalArgumentException where a column holds what no entry was ever written with
    static Envelope read(ResultSet row) throws SQLException {
        try {
            return of(row);
        } catch (DateTimeException | NullPointerException e) {
            throw new IllegalArgumentException("Not an entry.", e);
        }
    }

    private static Envelope of(ResultSet row) throws SQLException {
        return new Envelope(
                StreamId.parse(row.getString("stream")),
                row.getLong("sequence"),
                row.getLong("position"),
                ActId.parse(row.getString("act")),
                row.getInt("ordinal"),
                row.getString("type"),
                row.getInt("version"),
                new Occurred(
                        Micros.instant(row.getLong("occurred_from")),
                        Micros.instant(row.getLong("occurred_to")),
                        TimePrecision.valueOf(row.getString("precision")),
                        ZoneId.of(row.getString("zone"))),
                row.getLong("recorded"),
                row.getLong("received"),
                new AccountId(row.getString("account")).name(),
                Optional.ofNullable(row.getString("subject")),
                new String(row.getBytes("body"), StandardCharsets.UTF_8),
                row.getBytes("previous"),
                row.getBytes("hash"));
    }

    /// What an entry is hashed over, but for its place in the chain: the canonical text up to the hash of the entry
    /// before it, and the text after its stream. Made on the thread of whoever acts; the writer's has enough to do.
    record Words(byte[] before, byte[] after) {
        static Words of(
                ActId act,
                int ordinal,
                String type,
                int version,
                Occurred occurred,
                String account,
                Optional<String> subject,
                String body) {
            var before = new StringBuilder(256 + body.length());
            writeBefore(account, act, new Canonical.Raw(body), Optional.empty(), occurred, ordinal, before);
            var after = new StringBuilder(96);
            writeAfter(subject, type, version, after);
            return new Words(utf8(before), utf8(after));
        }

        /// SHA-256 over the canonical bytes of everything in the entry but what is local to this node (position,
        /// received).
        byte[] hash(StreamId stream, long sequence, long recorded, byte[] previous, MessageDigest sha256) {
            var chain = new StringBuilder(192);
            writeChain(previous, recorded, sequence, stream, chain);
            sha256.update(before);
            sha256.update(utf8(chain));
            return sha256.digest(after);
        }

        private static byte[] utf8(StringBuilder text) {
            return text.toString().getBytes(StandardCharsets.UTF_8);
        }
    }

    byte[] computedHash() {
        return Words.of(act, ordinal, type, version, occurred, account, subject, body)
                .hash(stream, sequence, recorded, previous, Crypto.sha256());
    }

    /// The entry as a canonical JSON object, with `shown` for its body and its hash.
    String json(Object shown) {
        var text = new StringBuilder(512);
        writeBefore(account, act, shown, Optional.of(HexFormat.of().formatHex(hash)), occurred, ordinal, text);
        writeChain(previous, recorded, sequence, stream, text);
        writeAfter(subject, type, version, text);
        return text.toString();
    }

    Entry entry(Kinds kinds) {
        return new Entry(
                new EntryId(act, ordinal),
                stream,
                sequence,
                position,
                type,
                version,
                occurred,
                Micros.instant(recorded),
                Micros.instant(received),
                new AccountId(account),
                subject.map(Subject::new),
                kinds.read(type, version, body));
    }

    /// The members of an entry in the order of RFC 8785, in three parts. Written out, since every entry is; a test
    /// holds them to their order.
    private static void writeBefore(
            String account,
            ActId act,
            Object body,
            Optional<String> hash,
            Occurred occurred,
            int ordinal,
            StringBuilder out) {
        member("{\"account\":", account, out);
        member(",\"act\":", act.toString(), out);
        member(",\"body\":", body, out);
        hash.ifPresent(value -> member(",\"hash\":", value, out));
        member(",\"occurred\":{\"from\":", Micros.of(occurred.from()), out);
        member(",\"precision\":", occurred.precision().name(), out);
        member(",\"to\":", Micros.of(occurred.to()), out);
        member(",\"zone\":", occurred.zone().getId(), out);
        member("},\"ordinal\":", ordinal, out);
    }

    private static void writeChain(byte[] previous, long recorded, long sequence, StreamId stream, StringBuilder out) {
        member(",\"previous\":", HexFormat.of().formatHex(previous), out);
        member(",\"recorded\":", recorded, out);
        member(",\"sequence\":", sequence, out);
        member(",\"stream\":", stream.toString(), out);
    }

    private static void writeAfter(Optional<String> subject, String type, int version, StringBuilder out) {
        subject.ifPresent(value -> member(",\"subject\":", value, out));
        member(",\"type\":", type, out);
        member(",\"version\":", version, out);
        out.append('}');
    }

    private static void member(String name, Object value, StringBuilder out) {
        out.append(name);
        Canonical.write(value, out);
    }
}
