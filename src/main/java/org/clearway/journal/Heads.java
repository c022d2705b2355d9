// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The signed heads of the chain, kept in files beside the database, so that a dropped tail is seen. A head is noted
/// after its entries are on disk, at most twice a second, and when the journal closes: it never runs ahead.
final class Heads implements AutoCloseable {
    private static final long EVERY_MILLIS = 500;
    private final Path folder;
    private final Keys keys;
    private final AtomicReference<@Nullable Head> waiting = new AtomicReference<>();
    private final ScheduledExecutorService pen = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("clearway-heads").daemon().factory());

    Heads(Path folder, Keys keys) {
        this.folder = folder;
        this.keys = keys;
        pen.scheduleWithFixedDelay(this::write, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /// A head as it was noted, with the signature that stood beside it.
    record Noted(StreamId stream, long sequence, String hash, String signature) {
        boolean signedBy(String verifyingKey) {
            try {
                Signature check = Signature.getInstance("Ed25519");
                check.initVerify(KeyFactory.getInstance("Ed25519")
                        .generatePublic(
                                new X509EncodedKeySpec(Base64.getDecoder().decode(verifyingKey))));
                check.update(signedText(stream, sequence, hash));
                return check.verify(Base64.getDecoder().decode(signature));
            } catch (GeneralSecurityException | IllegalArgumentException e) {
                return false;
            }
        }
    }

    void note(Head head) {
        waiting.set(head);
    }

    static Optional<Noted> read(Path folder, StreamId stream) {
        Path file = file(folder, stream);
        if (!Files.exists(file)) return Optional.empty();
        try {
            return Optional.of(parse(Files.readString(file)));
        } catch (IOException e) {
            throw Sqlite.meaning(e, folder);
        }
    }

    /// @throws IllegalArgumentException if `text` is not a head that {@link #note} wrote
    static Noted parse(String text) {
        JsonNode node = JsonMapper.builder().build().readTree(text);
        return new Noted(
                StreamId.parse(node.required("stream").asString()),
                node.required("sequence").asLong(),
                node.required("hash").asString(),
                node.required("signature").asString());
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

    private void write() {
        Head head = waiting.getAndSet(null);
        if (head == null) return;
        String text = line(keys, head.stream(), head.sequence(), head.hashText());
        Path file = file(folder, head.stream());
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.getParent());
            try (FileChannel out = FileChannel.open(
                    fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                out.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
                out.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            // A full disk must not stop the gate: the entries are safe, and the next head is tried in a moment.
            waiting.compareAndSet(null, head);
        }
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

    private static Path file(Path folder, StreamId stream) {
        return folder.resolve("heads")
                .resolve(HexFormat.of()
                                .formatHex(
                                        Crypto.sha256().digest(stream.toString().getBytes(StandardCharsets.UTF_8)))
                                .substring(0, 16)
                        + ".head");
    }
}
