// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.clearway.language.Problem;
import org.flywaydb.core.api.FlywayException;
import org.springframework.dao.DataAccessException;

/// A node's folder: its database, its keys, the heads of its chain, and the mark that says what it is. One program at a
/// time; the folder's lock sees to it.
public final class NodeFolder {
    private static final String MARK = "node.properties";
    private static final String LOCK = "node.lock";
    private static final String SCENARIO = "scenario";
    private static final String BOOK = "book.";
    private static final String DATABASE = "database";
    private static final String FORMAT = "1";

    /// Where the files of a node are that moved to a server.
    private static final String ASIDE = "moved-away";

    /// The folders that this very program has open. The operating system's lock does not tell two parts of one program
    /// apart, and on POSIX systems closing any channel to a locked file lets go of the lock.
    private static final Set<Path> OPEN_HERE = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final Optional<Database> named;

    /// A folder whose node is in it, or in the database that its mark names.
    public NodeFolder(Path path) {
        this(path, Optional.empty());
    }

    /// @param named the database that the folder's node is in; absent where the folder itself tells
    public NodeFolder(Path path, Optional<Database> named) {
        this.path = path.toAbsolutePath().normalize();
        this.named = named;
    }

    public Path path() {
        return path;
    }

    /// True where a node has been made here before.
    public boolean exists() {
        return Files.exists(path.resolve(MARK));
    }

    /// The name of the story that this folder's node tells; absent for a real node.
    /// @throws Problem `journal.no-folder`
    public Optional<String> scenario() {
        return Optional.ofNullable(mark().getProperty(SCENARIO));
    }

    /// What this folder's node tells; absent for a real node.
    /// @throws Problem `journal.no-folder`, and what a database that fails means
    public Optional<Story> story() {
        Optional<String> name = scenario();
        if (name.isEmpty()) return Optional.empty();
        Store journal = stores().journal();
        try (Connection connection = journal.snapshot()) {
            return Optional.of(StoryRow.read(connection, journal, name.get()));
        } catch (SQLException e) {
            throw StoreFailure.meaning(e, path);
        }
    }

    /// Makes a new node's folder, empty but for its keys.
    /// @param story marks the node as none of the real ones, for ever
    /// @throws Problem `journal.folder-taken`, `journal.read-only`, `journal.passphrase-too-short`
    public void create(Optional<Story> story, String passphrase, SecureRandom chance) {
        create(story, passphrase, chance, story.isPresent() ? Keys.Strength.NOTHING_SECRET : Keys.Strength.FIELD);
    }

    void create(Optional<Story> story, String passphrase, SecureRandom chance, Keys.Strength strength) {
        if (exists()) throw Problem.of("journal.folder-taken", "folder", path);
        Stores stores = new Stores(path, named);
        if (passphrase.length() < 8) throw Problem.of("journal.passphrase-too-short", "least", 8);
        try {
            Files.createDirectories(path);
            OwnerOnly.folder(path);
            if (stores.journal() instanceof PostgresStore there && there.exists()) {
                throw Problem.of("journal.database-taken", "database", there);
            }
            if (stores.keys().exists()) throw Problem.of("journal.keys-incomplete", "file", stores.keys());
            Keys.create(stores.keys(), passphrase, strength, chance);
            stores.journal().migrate();
            if (story.isPresent()) StoryRow.write(stores.journal(), story.get());
            stores.keys().made();
            stores.journal().made();
            Optional<String> scenario = story.map(Story::name);
            if (stores.journal() instanceof PostgresStore there) there.mark(scenario);
            writeMark(scenario);
        } catch (IOException e) {
            throw new Problem("journal.read-only", Map.of("folder", path.toString(), "cause", e.toString()), e);
        } catch (SQLException | DataAccessException | FlywayException e) {
            throw StoreFailure.meaning(e, named.<Object>map(at -> at).orElse(path));
        }
    }

    /// The mark stands whole or not at all: a story whose mark was cut short would pass for a real node.
    void writeMark(Optional<String> scenario) throws IOException {
        var mark = new Properties();
        mark.setProperty("format", FORMAT);
        scenario.ifPresent(name -> mark.setProperty(SCENARIO, name));
        named.ifPresent(database -> mark.setProperty(DATABASE, database.toString()));
        write(mark);
    }

    private void write(Properties mark) throws IOException {
        var text = new StringWriter();
        mark.store(text, "Clearway node. Do not copy this folder while a node works on it.");
        WholeFiles.write(path.resolve(MARK), text.toString());
    }

    /// Opens the journal of this folder and holds the folder's lock until the journal is closed.
    ///
    /// @param clock sets `recorded`
    /// @throws Problem `journal.no-folder`, `journal.folder-in-use`, `journal.read-only`,
    ///     `journal.wrong-passphrase`, `journal.keys-incomplete`, `journal.keys-damaged`,
    ///     `journal.newer-database`, `journal.damaged`, `journal.disk-full`
    public Journal open(String passphrase, List<Chapter> chapters, InstantSource clock, SecureRandom chance) {
        return open(passphrase, chapters, clock, chance, 0);
    }

    /// @param maxPages the largest size of the database, in pages of SQLite's; 0 for as large as the disk allows
    Journal open(String passphrase, List<Chapter> chapters, InstantSource clock, SecureRandom chance, long maxPages) {
        return open(Store::take, passphrase, chapters, clock, chance, maxPages);
    }

    /// As {@link #open}; where another program works on the database, waits until that one is gone or silent, and goes
    /// on from where it stopped.
    /// @param nanos a clock that never jumps
    /// @param waiting told once where the other program is
    public Journal openInTurn(
            String passphrase,
            List<Chapter> chapters,
            InstantSource clock,
            SecureRandom chance,
            LongSupplier nanos,
            Consumer<String> waiting) {
        return open(store -> store.await(nanos, waiting), passphrase, chapters, clock, chance, 0);
    }

    private Journal open(
            Function<Store, Turn> turns,
            String passphrase,
            List<Chapter> chapters,
            InstantSource clock,
            SecureRandom chance,
            long maxPages) {
        mark();
        Lock lock = lock();
        try {
            Turn turn = turns.apply(stores().journal());
            try {
                return Journal.open(this, lock, turn, passphrase, chapters, clock, chance, maxPages);
            } catch (RuntimeException e) {
                turn.close();
                throw e;
            }
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /// Takes the node's databases to another place: from files of this folder to a server, or back. Nobody may work on
    /// the node meanwhile. It goes on there as a new incarnation; where its files were, they are kept aside.
    ///
    /// @param to a database that is empty; absent for files of this folder
    /// @throws Problem `journal.moved-nowhere` where the node is there already, `journal.database-taken`, and what
    ///     {@link #open} throws
    public void move(Optional<Database> to, Progress progress) {
        Properties mark = mark();
        Stores from = stores();
        if (from.server().equals(to)) throw Problem.of("journal.moved-nowhere", "folder", path);
        var there = new Stores(path, to);
        Lock lock = lock();
        try (Turn turn = from.journal().take()) {
            List<String> books = mark.stringPropertyNames().stream()
                    .filter(name -> name.startsWith(BOOK))
                    .map(name -> name.substring(BOOK.length()))
                    .toList();
            new Move(from, there, progress).copy(books);
            if (!Move.sameEntries(from.journal(), there.journal(), Long.MAX_VALUE)) {
                throw Problem.of("journal.moved-otherwise", "database", there.journal());
            }
            if (there.journal() instanceof PostgresStore server) server.mark(scenario());
            if (to.isPresent()) mark.setProperty(DATABASE, to.get().toString());
            else mark.remove(DATABASE);
            write(mark);
            if (from.journal() instanceof PostgresStore store) store.abandon();
            else putAside(books);
        } catch (IOException e) {
            throw new Problem("journal.read-only", Map.of("folder", path.toString(), "cause", e.toString()), e);
        } catch (SQLException | DataAccessException | FlywayException e) {
            throw StoreFailure.meaning(e, to.<Object>map(at -> at).orElse(path));
        } finally {
            lock.close();
        }
    }

    /// Takes a node that was just restored to a server; its files are not kept.
    /// @throws Problem what {@link #move} throws
    public void restoreTo(Database server, Progress progress) {
        move(Optional.of(server), progress);
        try {
            Scratch.remove(path.resolve(ASIDE));
        } catch (IOException e) {
            throw new Problem("journal.read-only", Map.of("folder", path.toString(), "cause", e.toString()), e);
        }
    }

    /// The files that a node was in before it moved. They hold what they held: whoever has checked the node in its new
    /// place removes them.
    private void putAside(List<String> books) throws IOException {
        Path aside = path.resolve(ASIDE);
        Files.createDirectories(aside);
        OwnerOnly.folder(aside);
        for (Path file : new Stores(path, Optional.empty()).files(books)) {
            Path there = aside.resolve(path.relativize(file));
            Files.createDirectories(there.getParent());
            if (Files.exists(file)) Files.move(file, there, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /// A journal apart, in a folder below this one. It is opened when it is first used, and whatever becomes of it, the
    /// node goes on without it. To be used while the node's journal is open, and closed before it.
    ///
    /// @param zone whose days it tells
    public DayBook dayBook(
            String name,
            String passphrase,
            List<EntryKind> kinds,
            ZoneId zone,
            InstantSource clock,
            SecureRandom chance) {
        Keys.Strength strength = scenario().isPresent() ? Keys.Strength.NOTHING_SECRET : Keys.Strength.FIELD;
        var book = new DayBook(this, name, passphrase, strength, kinds, zone, clock, chance, 0);
        book.prepare();
        return book;
    }

    /// True where that book was made: then it is missed if it is not there.
    boolean hasBook(String name) {
        return mark().containsKey(BOOK + name);
    }

    void noteBook(String name) throws IOException {
        Properties mark = mark();
        mark.setProperty(BOOK + name, FORMAT);
        write(mark);
    }

    /// Where this folder's databases are.
    Stores stores() {
        return new Stores(path, database());
    }

    /// The database that holds the journal; absent where that is a file of this folder.
    public Optional<Database> database() {
        return Optional.ofNullable(mark().getProperty(DATABASE)).map(Database::parse);
    }

    /// Whether a database was named beside the folder.
    public boolean names() {
        return named.isPresent();
    }

    /// Makes this the folder of a program that works on a node made elsewhere, in the database that was named; changes
    /// nothing where it is that already.
    /// @throws Problem `journal.folder-of-another`, `journal.no-database-node`
    public void join() {
        Database there = named.orElseThrow(() -> new IllegalStateException("No database was named."));
        if (exists()) {
            if (!database().equals(named)) {
                throw new Problem(
                        "journal.folder-of-another", Map.of("folder", path.toString(), "database", there.toString()));
            }
            return;
        }
        var store = new PostgresStore(there, Stores.JOURNAL);
        if (!store.exists()) throw Problem.of("journal.no-database-node", "database", there);
        try {
            Files.createDirectories(path);
            OwnerOnly.folder(path);
            writeMark(store.scenario());
        } catch (IOException e) {
            throw new Problem("journal.read-only", Map.of("folder", path.toString(), "cause", e.toString()), e);
        }
    }

    private Properties mark() {
        if (!exists()) throw Problem.of("journal.no-folder", "folder", path);
        Path file = path.resolve(MARK);
        var mark = new Properties();
        try (var in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            mark.load(in);
        } catch (IOException | IllegalArgumentException e) {
            throw new Problem("journal.mark-damaged", Map.of("file", file.toString(), "cause", e.toString()), e);
        }
        String format = mark.getProperty("format", "");
        if (!format.matches("[1-9][0-9]{0,8}")) {
            throw new Problem("journal.mark-damaged", Map.of("file", file.toString(), "cause", "format=" + format));
        }
        if (!format.equals(FORMAT)) {
            throw new Problem("journal.newer-database", Map.of("file", file.toString(), "version", format));
        }
        return mark;
    }

    private Lock lock() {
        try {
            Path real = path.toRealPath();
            if (!OPEN_HERE.add(real)) throw Problem.of("journal.folder-in-use", "folder", path);
            try {
                FileChannel channel =
                        FileChannel.open(real.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                if (channel.tryLock() != null) return new Lock(real, channel);
                channel.close();
                throw Problem.of("journal.folder-in-use", "folder", path);
            } catch (IOException | RuntimeException e) {
                OPEN_HERE.remove(real);
                throw e;
            }
        } catch (IOException e) {
            throw new Problem("journal.read-only", Map.of("folder", path.toString(), "cause", e.toString()), e);
        }
    }

    /// The folder's lock; closing the channel lets go of it, and so does the death of the program.
    static final class Lock implements AutoCloseable {
        private final Path folder;
        private final FileChannel channel;

        private Lock(Path folder, FileChannel channel) {
            this.folder = folder;
            this.channel = channel;
        }

        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                OPEN_HERE.remove(folder);
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
