// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.clearway.journal.BackupHeader.Kind;
import org.clearway.language.Problem;

/// Where a node's backups go, and how often. It stands in the node's folder, since places are this
/// machine's.
///
/// @param every how often one is made by itself
public record BackupPlan(Place entries, Place keys, Duration every) {
    static final String FILE = "backups.properties";
    private static final String MINUTES = "minutes";

    /// @param id by which the place is known, wherever it stands
    public record Place(Path folder, String id) {}

    /// @throws Problem `backup.too-often`
    public BackupPlan {
        if (every.compareTo(Duration.ofMinutes(5)) < 0) {
            throw Problem.of("backup.too-often", "minutes", every.toMinutes());
        }
    }

    BackupPlace entriesPlace() {
        return place(entries, Kind.ENTRIES);
    }

    BackupPlace keysPlace() {
        return place(keys, Kind.KEYS);
    }

    private static BackupPlace place(Place at, Kind kind) {
        BackupPlace there = BackupPlace.find(at.folder(), at.id());
        if (there.kind() != kind) throw Problem.of("backup.keys-not-apart", "folder", at.folder());
        return there;
    }

    static Optional<BackupPlan> read(Path node) {
        Path file = node.resolve(FILE);
        if (!Files.exists(file)) return Optional.empty();
        var kept = new Properties();
        try (var in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            kept.load(in);
            return Optional.of(new BackupPlan(
                    place(kept, Kind.ENTRIES),
                    place(kept, Kind.KEYS),
                    Duration.ofMinutes(Long.parseLong(kept.getProperty(MINUTES, "")))));
        } catch (IOException | IllegalArgumentException e) {
            throw new Problem("backup.cannot-read", Map.of("file", file.toString(), "cause", e.toString()), e);
        }
    }

    private static Place place(Properties kept, Kind kind) {
        return new Place(Path.of(kept.getProperty(kind + ".folder", "")), kept.getProperty(kind + ".place", ""));
    }

    void write(Path node) throws IOException {
        var kept = new Properties();
        keep(kept, Kind.ENTRIES, entries);
        keep(kept, Kind.KEYS, keys);
        kept.setProperty(MINUTES, String.valueOf(every.toMinutes()));
        var text = new StringWriter();
        kept.store(text, "Where the backups of this node go.");
        WholeFiles.write(node.resolve(FILE), text.toString());
    }

    private static void keep(Properties kept, Kind kind, Place place) {
        kept.setProperty(kind + ".folder", place.folder().toString());
        kept.setProperty(kind + ".place", place.id());
    }
}
