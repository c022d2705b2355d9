// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.clearway.journal.Verification.Broken;
import org.clearway.journal.Verification.Fault;
import org.jspecify.annotations.Nullable;

/// Reads every stream from its first entry to its last and finds the first thing that is wrong.
final class Verifier {
    private final Connection connection;
    private final Kinds kinds;
    private final List<Heads.Noted> noted;
    private final Progress progress;
    private long done;
    private long all;

    private Verifier(Connection connection, Kinds kinds, List<Heads.Noted> noted, Progress progress) {
        this.connection = connection;
        this.kinds = kinds;
        this.noted = noted;
        this.progress = progress;
    }

    /// @param kept heads kept elsewhere, such as written down on paper, beside those in the folder
    static Verification verify(
            Connection connection, Kinds kinds, Path folder, List<Heads.Noted> kept, Progress progress)
            throws SQLException {
        var streams = new ArrayList<StreamId>();
        try (PreparedStatement select = connection.prepareStatement(
                        "select stream, min(position) from entry group by stream order by 2");
                ResultSet row = select.executeQuery()) {
            while (row.next()) streams.add(StreamId.parse(row.getString(1)));
        }
        var noted = new ArrayList<>(kept);
        for (StreamId stream : streams) Heads.read(folder, stream).ifPresent(noted::add);
        return new Verifier(connection, kinds, noted, progress).streams(streams);
    }

    private Verification streams(List<StreamId> streams) throws SQLException {
        all = count();
        for (StreamId stream : streams) {
            Optional<Broken> broken = stream(stream);
            if (broken.isPresent()) return broken.get();
        }
        for (Heads.Noted head : noted) {
            if (!streams.contains(head.stream())) return new Broken(head.stream(), 1, Fault.TAIL_MISSING);
        }
        progress.at(all, all);
        return new Verification.Sound(all, streams.size());
    }

    private Optional<Broken> stream(StreamId stream) throws SQLException {
        var chain = new Chain(stream);
        Envelopes.each(connection, "stream = ? order by sequence", List.of(stream.toString()), chain::follow);
        return chain.end();
    }

    private long count() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select count(*) from entry");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private final class Chain {
        private final StreamId stream;
        private final List<Heads.Noted> heads;
        private byte[] previous = Head.NOTHING;
        private long sequence;
        private long position;
        private long recorded = Long.MIN_VALUE;
        private @Nullable String verifyingKey;
        private @Nullable Broken broken;

        Chain(StreamId stream) {
            this.stream = stream;
            this.heads = noted.stream().filter(h -> h.stream().equals(stream)).toList();
        }

        void follow(Envelope envelope) {
            if (++done % 10_000 == 0) progress.at(done, all);
            if (broken != null) return;
            long expected = sequence + 1;
            Optional<Fault> fault = fault(envelope, expected);
            if (fault.isPresent()) {
                broken = new Broken(stream, expected, fault.get());
                return;
            }
            if (expected == 1
                    && kinds.read(envelope.type(), envelope.version(), envelope.body())
                            instanceof JournalEntries.StreamOpened opened) {
                verifyingKey = opened.key().base64();
            }
            for (Heads.Noted head : heads) {
                if (head.sequence() == expected
                        && !head.hash().equals(HexFormat.of().formatHex(envelope.hash()))) {
                    broken = new Broken(stream, expected, Fault.HEAD_DIFFERS);
                }
            }
            previous = envelope.hash();
            sequence = expected;
            position = envelope.position();
            recorded = envelope.recorded();
        }

        private Optional<Fault> fault(Envelope envelope, long expected) {
            if (envelope.sequence() != expected) return Optional.of(Fault.MISSING);
            if (!Arrays.equals(envelope.computedHash(), envelope.hash())) return Optional.of(Fault.CHANGED);
            if (!Arrays.equals(envelope.previous(), previous)
                    || envelope.position() <= position
                    || envelope.recorded() < recorded) {
                return Optional.of(Fault.REORDERED);
            }
            return Optional.empty();
        }

        Optional<Broken> end() {
            if (broken != null) return Optional.of(broken);
            for (Heads.Noted head : heads) {
                if (verifyingKey == null || !head.signedBy(verifyingKey)) {
                    return Optional.of(new Broken(stream, head.sequence(), Fault.HEAD_DIFFERS));
                }
                if (head.sequence() > sequence)
                    return Optional.of(new Broken(stream, sequence + 1, Fault.TAIL_MISSING));
            }
            return Optional.empty();
        }
    }
}
