// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.clearway.language.Problem;

/// A node's folder: its database, its keys, the heads of its chain, and the mark that says what it is. One program at a
/// time; the folder's lock sees to it.
public final class NodeFolder {
    private static final String MARK = "node.properties";
    private static final String LOCK = "node.lock";
    private static final String SCENARIO = "scenario";

    private final Path path;

    public NodeFolder(Path path) {
        this.path = path.toAbsolutePath().normalize();
    }

    public Path path() {
        return path;
    }

    /// True where a node has been made here before.
    public boolean exists() {
        return Files.exists(path.resolve(MARK));
    }

    /// The scenario that this folder reconstructs or exercises; absent for the folder of a real node.
    /// @throws Problem `journal.no-folder`
    public Optional<String> scenario() {
        return Optional.ofNullable(mark().getProperty(SCENARIO));
    }

    /// Makes a new node's folder, empty but for its keys.
    /// @param scenario marks the folder as a reconstruction for ever
    /// @throws Problem `journal.folder-taken`, `journal.read-only`, `journal.passphrase-too-short`
    public void create(Optional<String> scenario, String passphrase, SecureRandom chance) {
        create(scenario, passphrase, chance, scenario.isPresent() ? Keys.Strength.NOTHING_SECRET : Keys.Strength.FIELD);
    }

    void create(Optional<String> scenario, String passphrase, SecureRandom chance, Keys.Strength strength) {
        if (exists()) throw Problem.of("journal.folder-taken", "folder", path);
        if (passphrase.length() < 8) throw Problem.of("journal.passphrase-too-short", "least", 8);
        try {
            Files.createDirectories(path);
            OwnerOnly.folder(path);
            Keys.create(keysFile(), passphrase, strength, chance);
            Sqlite.migrate(journalFile(), "journal");
            OwnerOnly.file(keysFile());
            OwnerOnly.file(journalFile());
            var mark = new Properties();
            mark.setProperty("format", "1");
            scenario.ifPresent(name -> mark.setProperty(SCENARIO, name));
            try (var out = Files.newBufferedWriter(path.resolve(MARK), StandardCharsets.UTF_8)) {
                mark.store(out, "Clearway node. Do not copy this folder while a node works on it.");
            }
        } catch (IOException e) {
            throw new Problem("journal.read-only", Map.of("folder", path.toString(), "cause", e.toString()), e);
        }
    }

    /// Opens the journal of this folder and holds the folder's lock until the journal is closed.
    ///
    /// @param clock sets `recorded`
    /// @throws Problem `journal.no-folder`, `journal.folder-in-use`, `journal.read-only`,
    ///     `journal.wrong-passphrase`,
    ///     `journal.newer-database`, `journal.damaged`
    public Journal open(String passphrase, List<Chapter> chapters, InstantSource clock, SecureRandom chance) {
        return open(passphrase, chapters, clock, chance, 0);
    }

    /// @param maxPages the largest size of the database, in pages of SQLite's; 0 for as large as the disk allows
    Journal open(String passphrase, List<Chapter> chapters, InstantSource clock, SecureRandom chance, long maxPages) {
        mark();
        Lock lock = lock();
        try {
            return Journal.open(this, lock, passphrase, chapters, clock, chance, maxPages);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    Path journalFile() {
        return path.resolve("clearway.db");
    }

    Path keysFile() {
        return path.resolve("keys.db");
    }

    /// What tells this file from a copy of it: where it lies on the disk and when it was made.
    String home() {
        try {
            Map<String, Object> facts = Files.readAttributes(journalFile(), "fileKey,creationTime");
            return facts.get("fileKey") + " " + facts.get("creationTime");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Properties mark() {
        if (!exists()) throw Problem.of("journal.no-folder", "folder", path);
        var mark = new Properties();
        try (var in = Files.newBufferedReader(path.resolve(MARK), StandardCharsets.UTF_8)) {
            mark.load(in);
        } catch (IOException e) {
            throw new Problem("journal.read-only", Map.of("folder", path.toString(), "cause", e.toString()), e);
        }
        return mark;
    }

    private Lock lock() {
        Path file = path.resolve(LOCK);
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                FileLock held = channel.tryLock();
                if (held != null) return new Lock(channel);
            } catch (OverlappingFileLockException sameProgram) {
                // Held by this very program: the same answer to whoever asks.
            }
            channel.close();
            throw Problem.of("journal.folder-in-use", "folder", path);
        } catch (IOException e) {
            throw new Problem("journal.read-only", Map.of("folder", path.toString(), "cause", e.toString()), e);
        }
    }

    /// The folder's lock; closing the channel lets go of it, and so does the death of the program.
    static final class Lock implements AutoCloseable {
        private final FileChannel channel;

        private Lock(FileChannel channel) {
            this.channel = channel;
        }

        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// A new random name of 8 bytes.
    static String randomName(SecureRandom chance) {
        byte[] bytes = new byte[8];
        chance.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
