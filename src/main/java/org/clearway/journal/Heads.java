// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The signed heads of the chain, kept outside the database, so that a dropped tail is seen. A head is noted
/// after its entries are on disk, at most twice a second, and when the journal closes: it never runs ahead.
final class Heads implements AutoCloseable {
    private static final long EVERY_MILLIS = 500;
    private final HeadPlaces places;
    private final Keys keys;
    private final AtomicReference<@Nullable Head> waiting = new AtomicReference<>();
    private volatile boolean failing;
    private final ScheduledExecutorService pen = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("clearway-heads").daemon().factory());

    Heads(HeadPlaces places, Keys keys) {
        this.places = places;
        this.keys = keys;
        pen.scheduleWithFixedDelay(this::write, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /// A head as it was noted, with the signature that stood beside it.
    record Noted(StreamId stream, long sequence, String hash, String signature) {
        boolean signedBy(String verifyingKey) {
            try {
                return Crypto.signed(
                        verifyingKey,
                        signedText(stream, sequence, hash),
                        Base64.getDecoder().decode(signature));
            } catch (IllegalArgumentException notBase64) {
                return false;
            }
        }
    }

    void note(Head head) {
        waiting.set(head);
    }

    /// What is noted in one place of the head of a stream.
    sealed interface Found {
        record Head(Noted noted) implements Found {}

        /// Something is there, and is not a head of this stream.
        record Unreadable() implements Found {}
    }

    /// What each place holds of the head of a stream; nothing where none was noted.
    static List<Found> find(HeadPlaces places, StreamId stream) {
        return places.find(stream).stream()
                .map(line -> read(line)
                        .filter(noted -> noted.stream().equals(stream))
                        .<Found>map(Found.Head::new)
                        .orElseGet(Found.Unreadable::new))
                .toList();
    }

    /// Every head that can be read, of streams that the database may have forgotten too.
    static List<Noted> all(HeadPlaces places) throws IOException {
        return places.all().stream().flatMap(line -> read(line).stream()).toList();
    }

    private static Optional<Noted> read(HeadPlaces.Line line) {
        try {
            return Optional.of(parse(line.text()));
        } catch (IllegalArgumentException notAHead) {
            return Optional.empty();
        }
    }

    /// @throws IllegalArgumentException if `text` is not a head that {@link #line} wrote
    static Noted parse(String text) {
        try {
            JsonNode node = JsonMapper.builder().build().readTree(text);
            return new Noted(
                    StreamId.parse(node.required("stream").stringValue()),
                    node.required("sequence").longValue(),
                    node.required("hash").stringValue(),
                    node.required("signature").stringValue());
        } catch (JacksonException e) {
            throw new IllegalArgumentException("Not the head of a chain.", e);
        }
    }

    @Override
    public void close() {
        pen.shutdown();
        try {
            if (!pen.awaitTermination(10, TimeUnit.SECONDS)) pen.shutdownNow();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        write();
    }

    /// Writes the last head that was told of, now.
    synchronized void write() {
        Head head = waiting.getAndSet(null);
        if (head == null) return;
        try {
            places.write(head.stream(), line(keys, head.stream(), head.sequence(), head.hashText()));
            failing = false;
        } catch (IOException | RuntimeException e) {
            // A full disk must not stop the gate: the entries are safe, and the next head is tried in a moment.
            failing = true;
            waiting.compareAndSet(null, head);
        }
    }

    /// True where the last head could not be written, so that a dropped tail might go unseen.
    boolean failing() {
        return failing;
    }

    /// A head as one line, signed by the node.
    static String line(Keys keys, StreamId stream, long sequence, String hash) {
        byte[] signature = keys.sign(signedText(stream, sequence, hash));
        return Canonical.text(Map.of(
                "stream",
                stream.toString(),
                "sequence",
                sequence,
                "hash",
                hash,
                "signature",
                Base64.getEncoder().encodeToString(signature)));
    }

    private static byte[] signedText(StreamId stream, long sequence, String hash) {
        return Canonical.bytes(Map.of("stream", stream.toString(), "sequence", sequence, "hash", hash));
    }
}
