// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.clearway.language.Problem;

/// A file of a backup: its header as a line, and behind it, sealed in segments that know their
/// place and the header, a zip of its parts.
final class BackupFile {
    private static final int SEGMENT = 1 << 20;
    private static final int LONGEST_HEADER = 65_536;
    private static final String FRESH = ".part";

    private BackupFile() {}

    /// Writes the parts.
    @FunctionalInterface
    interface Parts {
        void write(ZipOutputStream zip) throws IOException;
    }

    /// Is shown each part in turn.
    @FunctionalInterface
    interface PartReader {
        /// @return false where nothing more is wanted
        boolean read(String name, InputStream part) throws IOException;
    }

    /// Writes it beside its place, onto the disk, and puts it there as a whole.
    static void write(Path file, BackupHeader header, byte[] key, Parts parts) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + FRESH);
        byte[] line = header.line().getBytes(StandardCharsets.UTF_8);
        try (FileChannel channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            OutputStream out = Channels.newOutputStream(channel);
            out.write(line);
            out.write('\n');
            OutputStream sealing = streaming(key).newEncryptingStream(out, line);
            var zip = new ZipOutputStream(sealing);
            zip.setLevel(Deflater.BEST_SPEED);
            parts.write(zip);
            zip.finish();
            // Only when the stream is closed is its end sealed; that closes the channel too.
            sealing.close();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        OwnerOnly.file(fresh);
        force(fresh, StandardOpenOption.WRITE);
        try {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        }
        try {
            force(file.resolveSibling("."), StandardOpenOption.READ);
        } catch (IOException e) {
            // A file system whose folders cannot be synced.
        }
    }

    private static void force(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }

    /// True for what was begun and cut off.
    static boolean isRemains(Path file) {
        return file.toString().endsWith(FRESH);
    }

    /// @throws Problem `backup.not-a-backup`, `backup.newer-format`, `backup.cannot-read`
    static BackupHeader header(Path file) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return BackupHeader.parse(new String(line(in, file), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw new Problem("backup.not-a-backup", Map.of("file", file.toString()), e);
        } catch (BackupHeader.Newer e) {
            throw new Problem(
                    "backup.newer-format", Map.of("file", file.toString(), "version", String.valueOf(e.format())), e);
        } catch (IOException e) {
            throw cannotRead(file, e);
        }
    }

    /// Shows each part to `reader`. Where `reader` wants all, what was read is known to be whole.
    /// @throws Problem `backup.damaged`, `backup.cannot-read`
    static void read(Path file, byte[] key, PartReader reader) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            byte[] line = line(in, file);
            try (InputStream clear = streaming(key).newDecryptingStream(in, line);
                    var zip = new ZipInputStream(clear)) {
                for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                    if (!reader.read(part.getName(), zip)) return;
                }
                // The last segment, too, must be the one that was written.
                clear.transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                throw new Problem("backup.damaged", Map.of("file", file.toString(), "cause", e.toString()), e);
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw cannotRead(file, e);
        }
    }

    private static Problem cannotRead(Path file, IOException cause) {
        return new Problem("backup.cannot-read", Map.of("file", file.toString(), "cause", cause.toString()), cause);
    }

    private static byte[] line(InputStream in, Path file) throws IOException {
        var line = new java.io.ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.size() >= LONGEST_HEADER) {
                throw new Problem("backup.not-a-backup", Map.of("file", file.toString()));
            }
            line.write(next);
        }
        return line.toByteArray();
    }

    private static AesGcmHkdfStreaming streaming(byte[] key) throws GeneralSecurityException {
        return new AesGcmHkdfStreaming(key, "HmacSha256", Crypto.KEY_BYTES, SEGMENT, 0);
    }
}
