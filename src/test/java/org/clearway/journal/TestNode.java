// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// A node for tests: a real folder on a real disk, light on the passphrase, with a clock that tests set.
public final class TestNode implements AutoCloseable {
    public static final String PASSPHRASE = "a passphrase for tests";
    private static final Keys.Strength LIGHT = new Keys.Strength(64, 1);

    private final NodeFolder folder;
    private final List<Chapter> chapters;
    private final TestClock clock;
    private Journal journal;

    private TestNode(NodeFolder folder, List<Chapter> chapters, TestClock clock) {
        this.folder = folder;
        this.chapters = chapters;
        this.clock = clock;
        this.journal = folder.open(PASSPHRASE, chapters, clock, new SecureRandom());
    }

    /// A new node in `folder`, its clock at noon UTC of 14 September 2019.
    public static TestNode in(Path folder, Chapter... chapters) {
        return new TestNode(folder(folder), List.of(chapters), new TestClock(Instant.parse("2019-09-14T12:00:00Z")));
    }

    /// The node that is in `folder` already.
    public static TestNode reopened(Path folder, Chapter... chapters) {
        return new TestNode(
                new NodeFolder(folder), List.of(chapters), new TestClock(Instant.parse("2019-09-14T12:00:00Z")));
    }

    /// The journal of a new folder that tells a scenario, on the scenario's own clock.
    public static Journal telling(Path path, String scenario, InstantSource clock, Chapter... chapters) {
        return telling(path, new Story(scenario, StoryKind.RECONSTRUCTION, Optional.empty()), clock, chapters);
    }

    /// The same of a story of any kind.
    public static Journal telling(Path path, Story story, InstantSource clock, Chapter... chapters) {
        NodeFolder node = fresh(path);
        node.create(Optional.of(story), PASSPHRASE, new SecureRandom(), LIGHT);
        return node.open(PASSPHRASE, List.of(chapters), clock, new SecureRandom());
    }

    /// Where a node is to be made, with day books of those names; what makes it is the program's own.
    public static NodeFolder unmade(Path path, String... books) {
        var node = new NodeFolder(path, TestDatabase.fresh(path));
        for (String book : books) TestDatabase.book(path, book);
        return node;
    }

    /// Makes a folder without opening it.
    public static NodeFolder folder(Path path) {
        NodeFolder node = fresh(path);
        node.create(Optional.empty(), PASSPHRASE, new SecureRandom(), LIGHT);
        return node;
    }

    /// Where a node can be made. Its tables are there already, as the migrations make them: that takes as long as
    /// everything else together, and comes out the same each time.
    private static NodeFolder fresh(Path path) {
        Optional<Database> server = TestDatabase.fresh(path);
        if (server.isEmpty()) EmptyTables.copyTo(path);
        return new NodeFolder(path, server);
    }

    public Journal journal() {
        return journal;
    }

    /// A journal apart, of this node.
    public DayBook dayBook(String name, List<EntryKind> kinds, ZoneId zone) {
        return dayBook(name, kinds, zone, new SecureRandom(), 0);
    }

    /// @param maxPages the largest size of its files, in pages of SQLite's; 0 for as large as the disk allows
    public DayBook dayBook(String name, List<EntryKind> kinds, ZoneId zone, SecureRandom chance, long maxPages) {
        TestDatabase.book(folder.path(), name);
        var book = new DayBook(folder, name, PASSPHRASE, LIGHT, kinds, zone, clock, chance, maxPages);
        book.prepare();
        return book;
    }

    public TestClock clock() {
        return clock;
    }

    /// A fresh act.
    public ActId act() {
        return journal.ids().next();
    }

    /// Closes the node and opens it again.
    public void reopen() {
        journal.close();
        journal = folder.open(PASSPHRASE, chapters, clock, new SecureRandom());
    }

    @Override
    public void close() {
        journal.close();
    }

    /// The file of a journal in which nothing is recorded yet, made once for all tests of this program.
    private static final class EmptyTables {
        private static final byte[] FILE = made();

        private EmptyTables() {}

        private static byte[] made() {
            try {
                Path folder = Files.createTempDirectory("clearway-tables");
                Path file = folder.resolve("empty.db");
                new SqliteStore(file, Stores.JOURNAL).migrate();
                byte[] all = Files.readAllBytes(file);
                Scratch.remove(folder);
                return all;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        static void copyTo(Path folder) {
            try {
                Files.createDirectories(folder);
                Path file = folder.resolve("clearway.db");
                if (Files.notExists(file)) Files.write(file, FILE);
            } catch (FileSystemException inTheWay) {
                // Whoever makes the node tells of it.
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// A clock that stands still until it is told otherwise.
    public static final class TestClock implements InstantSource {
        private volatile Instant now;

        public TestClock(Instant now) {
            this.now = now;
        }

        public void set(Instant instant) {
            now = instant;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
