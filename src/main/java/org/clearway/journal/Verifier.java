// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.io.IOException;
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
import org.clearway.language.Problem;
import org.jspecify.annotations.Nullable;

/// Reads every stream from its first entry to its last and finds the first thing that is wrong.
final class Verifier {
    private final Connection connection;
    private final Kinds kinds;
    private final Keys keys;
    private final String node;
    private final HeadPlaces places;
    private final List<Heads.Noted> noted;
    private final Progress progress;
    private long done;
    private long all;

    private Verifier(
            Connection connection,
            Kinds kinds,
            Keys keys,
            String node,
            HeadPlaces places,
            List<Heads.Noted> noted,
            Progress progress) {
        this.connection = connection;
        this.kinds = kinds;
        this.keys = keys;
        this.node = node;
        this.places = places;
        this.noted = noted;
        this.progress = progress;
    }

    /// @param node this node, whose streams must stand under its own key and have heads that were noted
    /// @param kept heads kept elsewhere, such as written down on paper, beside those that are noted
    static Verification verify(
            Connection connection,
            Kinds kinds,
            Keys keys,
            String node,
            HeadPlaces places,
            List<Heads.Noted> kept,
            Progress progress)
            throws SQLException, IOException {
        // Heads first: what is noted is in the database already, and more may come while it is read.
        var noted = new ArrayList<>(kept);
        noted.addAll(Heads.all(places));
        return new Verifier(connection, kinds, keys, node, places, noted, progress).streams();
    }

    private Verification streams() throws SQLException {
        var streams = new ArrayList<String>();
        try (PreparedStatement select = connection.prepareStatement(
                        "select stream, min(position) from entry group by stream order by 2");
                ResultSet row = select.executeQuery()) {
            while (row.next()) streams.add(row.getString(1));
        }
        all = count();
        for (String stream : streams) {
            Optional<Broken> broken = stream(stream);
            if (broken.isPresent()) return broken.get();
        }
        for (Heads.Noted head : noted) {
            if (!streams.contains(head.stream().toString())) return new Broken(head.stream(), 1, Fault.TAIL_MISSING);
        }
        progress.at(all, all);
        return new Verification.Sound(all, streams.size());
    }

    private Optional<Broken> stream(String name) throws SQLException {
        StreamId stream;
        try {
            stream = StreamId.parse(name);
        } catch (IllegalArgumentException e) {
            return Optional.of(new Broken(new StreamId(name, ""), 1, Fault.CHANGED));
        }
        var chain = new Chain(stream);
        try {
            Envelopes.each(
                    connection, "stream = ? order by sequence", List.of(name), chain::follow, Envelopes.Damaged.STOPS);
        } catch (Problem notAnEntry) {
            return Optional.of(chain.brokenAtNext(Fault.CHANGED));
        }
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
        private final boolean ours;
        private final List<Heads.Noted> heads;
        private byte[] previous = Head.NOTHING;
        private long sequence;
        private long position;
        private long recorded = Long.MIN_VALUE;
        private String verifyingKey = "";
        private @Nullable Broken broken;

        Chain(StreamId stream) {
            this.stream = stream;
            this.ours = stream.node().equals(node);
            this.heads = noted.stream().filter(h -> h.stream().equals(stream)).toList();
        }

        void follow(Envelope envelope) {
            if (++done % 10_000 == 0) progress.at(done, all);
            if (broken != null) return;
            Optional<Fault> fault = fault(envelope, sequence + 1);
            if (fault.isPresent()) {
                broken = brokenAtNext(fault.get());
                return;
            }
            previous = envelope.hash();
            sequence++;
            position = envelope.position();
            recorded = envelope.recorded();
        }

        private Optional<Fault> fault(Envelope envelope, long expected) {
            if (envelope.sequence() > expected) return Optional.of(Fault.MISSING);
            if (envelope.sequence() < expected) return Optional.of(Fault.REORDERED);
            if (!Arrays.equals(envelope.computedHash(), envelope.hash())) return Optional.of(Fault.CHANGED);
            // When it arrived is no part of what is hashed; our own entries arrive as they are recorded.
            if (ours && envelope.received() != envelope.recorded()) return Optional.of(Fault.CHANGED);
            if (!Arrays.equals(envelope.previous(), previous)
                    || envelope.position() <= position
                    || envelope.recorded() < recorded) {
                return Optional.of(Fault.REORDERED);
            }
            if (expected == 1 && !opens(envelope)) return Optional.of(Fault.NOT_OPENED);
            String hash = HexFormat.of().formatHex(envelope.hash());
            for (Heads.Noted head : heads) {
                if (head.sequence() == expected && !head.hash().equals(hash)) return Optional.of(Fault.HEAD_DIFFERS);
            }
            return ours && !sealsOpen(envelope) ? Optional.of(Fault.KEY_MISSING) : Optional.empty();
        }

        private boolean opens(Envelope envelope) {
            if (!(kinds.read(envelope.type(), envelope.version(), envelope.body())
                    instanceof JournalEntries.StreamOpened opened)) {
                return false;
            }
            verifyingKey = opened.key().base64();
            return !ours || verifyingKey.equals(keys.verifyingKey());
        }

        private boolean sealsOpen(Envelope envelope) {
            return kinds.sealedIn(envelope).stream().allMatch(keys::opensOrIsDestroyed);
        }

        Broken brokenAtNext(Fault fault) {
            return new Broken(stream, sequence + 1, fault);
        }

        Optional<Broken> end() {
            if (broken != null) return Optional.of(broken);
            for (Heads.Noted head : heads) {
                if (!head.signedBy(verifyingKey)) {
                    return Optional.of(new Broken(stream, head.sequence(), Fault.HEAD_DIFFERS));
                }
                if (head.sequence() > sequence) return Optional.of(brokenAtNext(Fault.TAIL_MISSING));
            }
            // A stream of one entry may have none: its program was cut off before it could note one.
            boolean unnoted = heads.isEmpty() && ours && sequence > 1;
            boolean unreadable = Heads.find(places, stream).stream().anyMatch(Heads.Found.Unreadable.class::isInstance);
            return unnoted || unreadable
                    ? Optional.of(new Broken(stream, sequence, Fault.HEAD_MISSING))
                    : Optional.empty();
        }
    }
}
