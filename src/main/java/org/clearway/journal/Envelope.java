// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.clearway.access.AccountId;
import org.clearway.time.Micros;
import org.clearway.time.Occurred;
import org.clearway.time.TimePrecision;
import org.jspecify.annotations.Nullable;

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

    static Envelope read(ResultSet row) throws SQLException {
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
                row.getString("account"),
                Optional.ofNullable(row.getString("subject")),
                new String(row.getBytes("body"), StandardCharsets.UTF_8),
                row.getBytes("previous"),
                row.getBytes("hash"));
    }

    /// SHA-256 over the canonical bytes of everything in the entry but what is local to this node (position, received).
    static byte[] hashOf(
            StreamId stream,
            long sequence,
            ActId act,
            int ordinal,
            String type,
            int version,
            Occurred occurred,
            long recorded,
            String account,
            Optional<String> subject,
            String body,
            byte[] previous) {
        MessageDigest digest = Crypto.sha256();
        return digest.digest(Canonical.bytes(members(
                stream,
                sequence,
                act,
                ordinal,
                type,
                version,
                occurred,
                recorded,
                account,
                subject,
                new Canonical.Raw(body),
                previous)));
    }

    byte[] computedHash() {
        return hashOf(
                stream, sequence, act, ordinal, type, version, occurred, recorded, account, subject, body, previous);
    }

    /// The entry as a canonical JSON object, with `shown` for its body and its hash.
    String json(Object shown) {
        Map<String, @Nullable Object> members = members(
                stream, sequence, act, ordinal, type, version, occurred, recorded, account, subject, shown, previous);
        members.put("hash", HexFormat.of().formatHex(hash));
        return Canonical.text(members);
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

    private static Map<String, @Nullable Object> members(
            StreamId stream,
            long sequence,
            ActId act,
            int ordinal,
            String type,
            int version,
            Occurred occurred,
            long recorded,
            String account,
            Optional<String> subject,
            Object body,
            byte[] previous) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("account", account);
        members.put("act", act.toString());
        members.put("body", body);
        members.put(
                "occurred",
                Map.of(
                        "from", Micros.of(occurred.from()),
                        "to", Micros.of(occurred.to()),
                        "precision", occurred.precision().name(),
                        "zone", occurred.zone().getId()));
        members.put("ordinal", ordinal);
        members.put("previous", HexFormat.of().formatHex(previous));
        members.put("recorded", recorded);
        members.put("sequence", sequence);
        members.put("stream", stream.toString());
        subject.ifPresent(value -> members.put("subject", value));
        members.put("type", type);
        members.put("version", version);
        return members;
    }
}
