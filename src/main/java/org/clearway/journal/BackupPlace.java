// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.clearway.journal.BackupHeader.Kind;
import org.clearway.language.Problem;

/// A folder that backups go to: on another disk, or on a stick. A mark in it tells it from the
/// empty folder that is left where a stick was pulled out.
///
/// @param id drawn by chance when it was first used
/// @param kind what it takes: entries and keys never lie in one place
record BackupPlace(Path folder, String id, Kind kind) {
    private static final String MARK = "clearway-backups.properties";
    private static final String ENTRIES_ENDING = ".backup";
    static final String KEYS_ENDING = ".keys";
    private static final String BEGINNING = "clearway-";
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern(
                    "yyyyMMdd'T'HHmmss'Z'", java.util.Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /// Every backup is kept for so long, and the last of each day for {@link #DAYS}.
    static final Duration EACH = Duration.ofHours(48);

    static final int DAYS = 30;

    /// A backup as it lies in a place.
    record Found(Path file, BackupHeader header) {}

    /// Makes a folder a place for backups, or finds that it is one.
    /// @throws Problem `backup.keys-not-apart` where it takes the other kind, `backup.cannot-write`
    static BackupPlace prepare(Path folder, Kind kind, SecureRandom chance) {
        Path real = folder.toAbsolutePath().normalize();
        try {
            if (!Files.isDirectory(real)) Files.createDirectory(real);
            if (!Files.exists(real.resolve(MARK))) {
                var mark = new Properties();
                mark.setProperty("place", NodeFolder.randomName(chance));
                mark.setProperty("kind", kind.name());
                var text = new StringWriter();
                mark.store(text, "A place for Clearway backups. Do not take this file to another folder.");
                WholeFiles.write(real.resolve(MARK), text.toString());
            }
        } catch (IOException e) {
            throw cannotWrite(real, e);
        }
        BackupPlace there = read(real);
        if (there.kind != kind) throw Problem.of("backup.keys-not-apart", "folder", real);
        return there;
    }

    /// The place of that name.
    /// @throws Problem `backup.place-gone` where the folder is not there or is another one
    static BackupPlace find(Path folder, String id) {
        if (!Files.exists(folder.resolve(MARK))) throw Problem.of("backup.place-gone", "folder", folder);
        BackupPlace there = read(folder);
        if (!there.id.equals(id)) throw Problem.of("backup.place-gone", "folder", folder);
        return there;
    }

    private static BackupPlace read(Path folder) {
        var mark = new Properties();
        try (var in = Files.newBufferedReader(folder.resolve(MARK), StandardCharsets.UTF_8)) {
            mark.load(in);
            return new BackupPlace(
                    folder,
                    java.util.Objects.requireNonNullElse(mark.getProperty("place"), ""),
                    Kind.valueOf(mark.getProperty("kind", "")));
        } catch (IOException | IllegalArgumentException e) {
            throw new Problem(
                    "backup.cannot-read", Map.of("file", folder.resolve(MARK).toString(), "cause", e.toString()), e);
        }
    }

    Path entriesFile(BackupHeader header) {
        String number = String.valueOf(header.position());
        return folder.resolve(BEGINNING + header.stream().node() + "-" + STAMP.format(header.made()) + "-"
                + "0".repeat(Math.max(0, 12 - number.length())) + number + ENTRIES_ENDING);
    }

    Path keysFile(String node) {
        return folder.resolve(BEGINNING + node + KEYS_ENDING);
    }

    /// The backups of a node's entries in a folder, the newest first. Files that are none are
    /// passed over.
    static List<Found> entriesIn(Path folder, String node) {
        return in(folder, ENTRIES_ENDING).stream()
                .filter(found -> found.header().kind() == Kind.ENTRIES
                        && found.header().stream().node().equals(node))
                .toList();
    }

    /// Every file of backups in a folder, the newest first.
    static List<Found> in(Path folder, String ending) {
        if (!Files.isDirectory(folder)) return List.of();
        var found = new ArrayList<Found>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(it -> it.toString().endsWith(ending)).toList()) {
                try {
                    found.add(new Found(file, BackupFile.header(file)));
                } catch (Problem notOne) {
                    // Somebody else's file, or one that is cut short.
                }
            }
        } catch (IOException e) {
            throw new Problem("backup.cannot-read", Map.of("file", folder.toString(), "cause", e.toString()), e);
        }
        found.sort(Comparator.comparing((Found one) -> one.header().made())
                .thenComparing(one -> one.header().position())
                .reversed());
        return List.copyOf(found);
    }

    /// Takes away what is left of backups that were cut off, and those that are past their time.
    void thin(String node, Instant now) throws IOException {
        for (Found one : surplus(entriesIn(folder, node), now)) Files.deleteIfExists(one.file());
    }

    void clear(String node) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(BackupFile::isRemains)
                    .filter(it -> it.getFileName().toString().startsWith(BEGINNING + node))
                    .toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /// Those that need not be kept: the newest is never among them, whatever its age.
    /// @param all the newest first
    static List<Found> surplus(List<Found> all, Instant now) {
        var days = new HashSet<LocalDate>();
        var surplus = new ArrayList<Found>();
        for (int i = 0; i < all.size(); i++) {
            Instant made = all.get(i).header().made();
            boolean lastOfDay = days.add(LocalDate.ofInstant(made, ZoneOffset.UTC));
            boolean young = made.isAfter(now.minus(EACH));
            boolean keptAsDay = lastOfDay && made.isAfter(now.minus(Duration.ofDays(DAYS)));
            if (i > 0 && !young && !keptAsDay) surplus.add(all.get(i));
        }
        return surplus;
    }

    static Problem cannotWrite(Path folder, IOException cause) {
        return new Problem(
                "backup.cannot-write", Map.of("folder", folder.toString(), "cause", cause.toString()), cause);
    }
}
