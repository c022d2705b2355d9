// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.clearway.time.Micros;
import org.clearway.time.Occurred;

/// Entries of another node, put into a closed node's database as an exchange would: chained, and applied by no view.
final class Foreign {
    private static final StreamId STREAM = new StreamId("00000000000000ff", "00000000000000ff");
    private static final Instant WHEN = Instant.parse("2019-09-14T12:00:00Z");

    private Foreign() {}

    static void append(Path folder, List<Body> bodies) {
        var kinds = new Kinds(List.of(JournalEntries.chapter(), Notes.chapter()));
        var raw = new ArrayList<String[]>();
        for (Body body : bodies) {
            String json = kinds.codec().write(body, "", (clear, place, kept) -> {
                throw new IllegalStateException();
            });
            raw.add(new String[] {kinds.of(body).name(), json});
        }
        appendRaw(folder, raw);
    }

    /// @param bodies type and canonical JSON of each entry
    static void appendRaw(Path folder, List<String[]> bodies) {
        try (Connection connection = store(folder).writer(0)) {
            String key = Base64.getEncoder()
                    .encodeToString(KeyPairGenerator.getInstance("Ed25519")
                            .generateKeyPair()
                            .getPublic()
                            .getEncoded());
            var all = new ArrayList<String[]>();
            all.add(new String[] {"journal.stream-opened", "{\"key\":\"" + key + "\",\"reason\":\"FIRST\"}"});
            all.addAll(bodies);
            Head head = Head.read(connection, STREAM);
            var ids = new ActIds(() -> WHEN, new SplittableRandom(7));
            for (String[] one : all) head = append(connection, head, ids.next(), one[0], one[1]);
            connection.commit();
            connection.close();
            store(folder).closedMark().ifPresent(ClosedMark::leave);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Store store(Path folder) {
        return new NodeFolder(folder).stores().journal();
    }

    private static Head append(Connection connection, Head head, ActId act, String type, String body) throws Exception {
        long recorded = Micros.of(WHEN);
        long position = head.position() + 1;
        Occurred occurred = Occurred.at(WHEN, ZoneOffset.UTC);
        byte[] hash = Envelope.Words.of(act, 0, type, 1, occurred, "duty-9", Optional.empty(), body)
                .hash(STREAM, head.sequence() + 1, recorded, head.hash(), Crypto.sha256());
        try (PreparedStatement insert = connection.prepareStatement("insert into entry (" + Envelope.COLUMNS
                + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            Object[] values = {
                position,
                STREAM.toString(),
                head.sequence() + 1,
                act.toString(),
                0,
                type,
                1,
                recorded,
                recorded,
                occurred.precision().name(),
                "Z",
                recorded,
                recorded,
                "duty-9",
                null,
                body.getBytes(StandardCharsets.UTF_8),
                head.hash(),
                hash
            };
            for (int i = 0; i < values.length; i++) insert.setObject(i + 1, values[i]);
            insert.executeUpdate();
        }
        return new Head(STREAM, head.sequence() + 1, hash, recorded, position);
    }
}
