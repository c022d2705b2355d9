// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.clearway.journal.BackupHeader.Kind;
import org.clearway.time.Micros;

/// Copies what a backup holds into files of a folder, while the node works, and then into the file
/// of the backup. Views are not in it: they are made again from the entries. Nor is what must leave
/// no trace.
final class Packing {
    /// What a key is made for out of the node's master key.
    static final String ENTRIES_KEY = "backup of entries";

    static final String KEYS_KEY = "backup of keys";

    static final String DESTROYED = "destroyed";
    static final String HEADS = "heads";
    static final String JOURNAL = "clearway.db";
    static final String KEYS = "keys.db";

    /// The tables of the journal's database that are copied with the keys.
    static final String BESIDE = "beside.db";

    private final Journal journal;
    private final Path scratch;
    private final List<String> heads = new ArrayList<>();

    Packing(Journal journal, Path scratch) {
        this.journal = journal;
        this.scratch = scratch;
    }

    private Store copy(String folder) throws IOException {
        Path path = scratch.resolve(folder);
        Files.createDirectories(path);
        Store store = new Stores(path, Optional.empty()).journal();
        store.migrate();
        return store;
    }

    /// Copies the entries as they stand at one moment.
    BackupHeader entries(Instant made, String program, Progress progress) throws IOException, SQLException {
        // Heads first: what is noted is in the database already.
        for (HeadPlaces.Line line :
                journal.folder().stores().heads(journal.keys().rows()).all()) {
            heads.add(line.text());
        }
        Store copy = copy("journal");
        try (Connection reading = journal.store().snapshot();
                Connection writing = copy.writer(0)) {
            Head head = Head.read(reading, journal.stream());
            Progress ofAll = (done, all) -> progress.at(Math.min(done, head.position()), head.position());
            var tables = new TableCopy(reading, writing, ofAll);
            tables.copy("entry");
            tables.copy("node");
            try (var update = writing.prepareStatement("update node set home = ?")) {
                update.setString(1, Home.BACKUP.toString());
                update.executeUpdate();
            }
            writing.commit();
            reading.rollback();
            return header(Kind.ENTRIES, head, made, program);
        }
    }

    void writeEntries(ZipOutputStream zip) throws IOException {
        // First, so that it can be read without the rest.
        add(zip, DESTROYED, String.join("\n", journal.keys().destroyed()));
        add(zip, HEADS, String.join("\n", heads));
        add(zip, JOURNAL, scratch.resolve("journal").resolve(JOURNAL));
    }

    /// Copies the keys, the journals apart, and the rows of which the newest copy alone is kept.
    BackupHeader keys(List<DayBook> books, Instant made, String program) throws IOException, SQLException {
        Move.whole(journal.folder().stores().keys(), new Stores(scratch, Optional.empty()).keys(), Progress.SILENT);
        Store beside = copy("beside");
        try (Connection reading = journal.store().snapshot();
                Connection writing = beside.writer(0)) {
            Head head = Head.read(reading, journal.stream());
            var tables = new TableCopy(reading, writing, Progress.SILENT);
            for (String table : journal.kinds().copiedOnce()) tables.copy(table);
            writing.commit();
            reading.rollback();
            for (DayBook book : books) book.copyTo(scratch);
            return header(Kind.KEYS, head, made, program);
        }
    }

    void writeKeys(List<DayBook> books, ZipOutputStream zip) throws IOException {
        add(zip, KEYS, scratch.resolve(KEYS));
        add(zip, BESIDE, scratch.resolve("beside").resolve(JOURNAL));
        for (DayBook book : books) {
            try (var files = Files.list(scratch.resolve(book.name()))) {
                for (Path file : files.sorted().toList()) add(zip, book.name() + "/" + file.getFileName(), file);
            }
        }
    }

    private BackupHeader header(Kind kind, Head head, Instant made, String program) {
        return new BackupHeader(
                kind,
                Heads.line(journal.keys(), head.stream(), head.sequence(), head.hashText()),
                head.position(),
                Micros.instant(head.recorded()),
                made,
                program,
                journal.folder().scenario(),
                kind == Kind.KEYS ? Optional.of(journal.keys().lockBox()) : Optional.empty());
    }

    private static void add(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(part(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static void add(ZipOutputStream zip, String name, Path file) throws IOException {
        zip.putNextEntry(part(name));
        Files.copy(file, zip);
        zip.closeEntry();
    }

    /// Without the time at which it was packed.
    private static ZipEntry part(String name) {
        var part = new ZipEntry(name);
        part.setTime(0);
        return part;
    }
}
