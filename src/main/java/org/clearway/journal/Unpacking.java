// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.crypto.AEADBadTagException;
import org.clearway.journal.BackupHeader.Kind;
import org.clearway.language.Problem;

/// Makes a node's folder out of a backup of its entries and the copy of its keys. It is there as a
/// whole, or not at all. What was destroyed by the time of either, or of a newer backup beside it,
/// stays destroyed.
final class Unpacking {
    /// A file of a journal apart.
    private static final Pattern BOOK_PART = Pattern.compile("([a-z]+)/(book\\.db|keys\\.db|head)");

    private final Path entriesFile;
    private final Path keysFile;
    private final BackupHeader entries;
    private final BackupHeader keys;
    private final byte[] master;
    private final String passphrase;
    private final InstantSource clock;
    private final SecureRandom chance;

    /// @throws Problem `backup.not-a-backup`, `backup.not-keys`, `backup.other-node`,
    ///     `journal.wrong-passphrase`
    Unpacking(Path entriesFile, Path keysFile, String passphrase, InstantSource clock, SecureRandom chance) {
        this.entriesFile = entriesFile;
        this.keysFile = keysFile;
        this.entries = header(entriesFile, Kind.ENTRIES);
        this.keys = header(keysFile, Kind.KEYS);
        if (!entries.stream().node().equals(keys.stream().node())) {
            throw new Problem("backup.other-node", Map.of("file", entriesFile.toString(), "keys", keysFile.toString()));
        }
        try {
            this.master = keys.box().orElseThrow().open(passphrase);
        } catch (AEADBadTagException e) {
            throw new Problem("journal.wrong-passphrase", Map.of("folder", keysFile.toString()), e);
        }
        this.passphrase = passphrase;
        this.clock = clock;
        this.chance = chance;
    }

    private static BackupHeader header(Path file, Kind kind) {
        if (!Files.exists(file)) throw Problem.of("backup.no-file", "file", file);
        BackupHeader header = BackupFile.header(file);
        if (header.kind() == kind) return header;
        throw Problem.of(kind == Kind.KEYS ? "backup.not-keys" : "backup.not-a-backup", "file", file);
    }

    BackupHeader entries() {
        return entries;
    }

    BackupHeader keys() {
        return keys;
    }

    /// @param folder not there, or empty
    /// @return how many keys were destroyed after the entries were copied
    /// @throws Problem `backup.folder-taken`, `backup.damaged`, `backup.cannot-write`, and what
    ///     a store that fails means
    int into(Path folder) {
        Path target = folder.toAbsolutePath().normalize();
        Path fresh = target.resolveSibling(target.getFileName() + ".restoring");
        try {
            if (Files.exists(target)) {
                try (var there = Files.list(target)) {
                    if (there.findAny().isPresent()) throw Problem.of("backup.folder-taken", "folder", target);
                }
            }
            Scratch.remove(fresh);
            Files.createDirectories(fresh);
            OwnerOnly.folder(fresh);
            int destroyed = unpack(fresh);
            Files.deleteIfExists(target);
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
            return destroyed;
        } catch (IOException e) {
            throw BackupPlace.cannotWrite(target, e);
        } catch (SQLException e) {
            throw StoreFailure.meaning(e, target);
        }
    }

    private int unpack(Path fresh) throws IOException, SQLException {
        Set<String> books = unpackKeys(fresh);
        Set<String> before = unpackEntries(fresh);
        var stores = new Stores(fresh, Optional.empty());
        stores.journal().migrate();
        mergeBeside(fresh, stores.journal());
        stores.journal().made();
        stores.keys().made();
        for (String book : books) {
            stores.book(book, fresh.resolve(book)).made();
            stores.bookKeys(book, fresh.resolve(book)).made();
        }
        int destroyed = destroyAgain(stores, before);
        var node = new NodeFolder(fresh);
        node.writeMark(entries.scenario());
        for (String book : books) node.noteBook(book);
        return destroyed;
    }

    private Set<String> unpackKeys(Path fresh) {
        var books = new TreeSet<String>();
        BackupFile.read(keysFile, Keys.derived(master, Packing.KEYS_KEY), (name, part) -> {
            if (name.equals(Packing.KEYS) || name.equals(Packing.BESIDE)) {
                write(part, fresh.resolve(name));
            } else if (BOOK_PART.matcher(name).matches()) {
                Path file = fresh.resolve(name);
                Path folder = file.resolveSibling(".").normalize();
                Files.createDirectories(folder);
                OwnerOnly.folder(folder);
                write(part, file);
                books.add(name.substring(0, name.indexOf('/')));
            }
            return true;
        });
        return books;
    }

    /// @return the names of the keys that were destroyed when the entries were copied
    private Set<String> unpackEntries(Path fresh) {
        var destroyed = new LinkedHashSet<String>();
        var heads = new HeadPlaces.Files(fresh);
        BackupFile.read(entriesFile, Keys.derived(master, Packing.ENTRIES_KEY), (name, part) -> {
            switch (name) {
                case Packing.DESTROYED -> destroyed.addAll(lines(part));
                case Packing.HEADS -> {
                    for (String line : lines(part)) heads.write(Heads.parse(line).stream(), line);
                }
                case Packing.JOURNAL -> write(part, fresh.resolve(name));
                default -> {
                    // Of a newer program.
                }
            }
            return true;
        });
        try {
            heads.write(entries.stream(), entries.head());
        } catch (IOException e) {
            throw BackupPlace.cannotWrite(fresh, e);
        }
        return destroyed;
    }

    /// Takes over the tables that were copied with the keys, and none that the program does not
    /// know any more.
    private static void mergeBeside(Path fresh, Store journal) throws SQLException, IOException {
        Path file = fresh.resolve(Packing.BESIDE);
        if (!Files.exists(file)) return;
        var beside = new SqliteStore(file, Stores.JOURNAL);
        beside.migrate();
        try (Connection reading = beside.snapshot();
                Connection writing = journal.writer(0)) {
            var copy = new TableCopy(reading, writing, Progress.SILENT);
            List<String> known = journal.tables(writing);
            for (String table : beside.tables(reading)) {
                if (known.contains(table) && !table.equals("entry") && !table.equals("node") && any(reading, table)) {
                    copy.copy(table);
                }
            }
            writing.commit();
            reading.rollback();
        }
        for (String ending : List.of("", "-wal", "-shm")) Files.deleteIfExists(Path.of(file + ending));
    }

    private static boolean any(Connection reading, String table) throws SQLException {
        try (var statement = reading.createStatement();
                var row = statement.executeQuery("select 1 from " + table + " limit 1")) {
            return row.next();
        }
    }

    private int destroyAgain(Stores stores, Set<String> before) {
        var all = new LinkedHashSet<>(before);
        for (BackupPlace.Found other : BackupPlace.entriesIn(
                entriesFile.resolveSibling("."), entries.stream().node())) {
            if (other.header().made().isAfter(entries.made())) all.addAll(destroyedBy(other.file()));
        }
        try (Keys opened = Keys.open(stores.keys(), passphrase, clock, chance, 0)) {
            opened.destroyAgain(all);
            var since = new TreeSet<>(opened.destroyed());
            since.removeAll(before);
            return since.size();
        }
    }

    /// A newer backup that cannot be read tells nothing; it is named as damaged to whoever restores it.
    private Set<String> destroyedBy(Path file) {
        var names = new LinkedHashSet<String>();
        try {
            BackupFile.read(file, Keys.derived(master, Packing.ENTRIES_KEY), (name, part) -> {
                if (name.equals(Packing.DESTROYED)) names.addAll(lines(part));
                return !name.equals(Packing.DESTROYED);
            });
        } catch (Problem damaged) {
            return Set.of();
        }
        return names;
    }

    private static List<String> lines(InputStream part) throws IOException {
        return new String(part.readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static void write(InputStream part, Path file) throws IOException {
        Files.copy(part, file);
        OwnerOnly.file(file);
    }
}
