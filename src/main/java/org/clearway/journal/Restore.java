// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearway.journal.BackupPlace.Found;
import org.clearway.language.Problem;

/// Makes a node's folder out of a backup. Opened, it goes on as a new incarnation of the node.
///
/// @param entries the file of the backup
/// @param keys the file with the copy of the node's keys
public record Restore(Path entries, Path keys) {
    /// Something that goes further than the backup.
    ///
    /// @param where a file, or a head as it was told
    /// @param entries how many entries of the same stream the backup lacks; empty where it is
    ///     of a stream that the backup does not know
    /// @param until when it was made; empty for a head that was kept elsewhere
    public record Newer(String where, Optional<Long> entries, Optional<Instant> until) {}

    /// @param entries how many were restored, the last of them recorded at `recorded`
    /// @param made when they were copied, and `keysMade` the keys
    /// @param destroyed how many keys were destroyed after the entries were copied, and stay so
    /// @param scenario the scenario that the node reconstructs or exercises
    /// @param newer what goes further
    public record Restored(
            StreamId stream,
            long entries,
            Instant recorded,
            Instant made,
            Instant keysMade,
            int destroyed,
            Optional<String> scenario,
            List<Newer> newer) {
        public Restored {
            newer = List.copyOf(newer);
        }
    }

    /// Finds the files where folders are named: of the copies of keys the only one, of the backups
    /// of that node the newest.
    ///
    /// @param at the newest that was made by then; absent for the newest of all
    /// @throws Problem `backup.no-file`, `backup.none-there`, `backup.several-nodes`
    public static Restore find(Path entries, Path keys, Optional<Instant> at) {
        Path keysFile = Files.isDirectory(keys) ? onlyKeys(keys) : keys;
        if (!Files.isDirectory(entries)) return new Restore(entries, keysFile);
        String node = BackupFile.header(keysFile).stream().node();
        Path file = BackupPlace.entriesIn(entries, node).stream()
                .filter(found -> at.filter(found.header().made()::isAfter).isEmpty())
                .findFirst()
                .orElseThrow(() -> Problem.of("backup.none-there", "folder", entries))
                .file();
        return new Restore(file, keysFile);
    }

    private static Path onlyKeys(Path folder) {
        List<Found> all = BackupPlace.in(folder, BackupPlace.KEYS_ENDING);
        if (all.isEmpty()) throw Problem.of("backup.none-there", "folder", folder);
        if (all.size() > 1) throw Problem.of("backup.several-nodes", "folder", folder);
        return all.getFirst().file();
    }

    /// @param folder not there, or empty
    /// @param heads heads of the node that were kept elsewhere, each as a line
    /// @throws Problem `backup.not-a-backup`, `backup.not-keys`, `backup.other-node`,
    ///     `backup.newer-format`, `backup.damaged`, `backup.folder-taken`,
    ///     `journal.wrong-passphrase`, `journal.not-a-head`
    public Restored into(Path folder, String passphrase, List<String> heads, InstantSource clock, SecureRandom chance) {
        var unpacking = new Unpacking(entries, keys, passphrase, clock, chance);
        List<Newer> newer = newer(unpacking, heads);
        int destroyed = unpacking.into(folder);
        BackupHeader header = unpacking.entries();
        return new Restored(
                header.stream(),
                header.position(),
                header.recorded(),
                header.made(),
                unpacking.keys().made(),
                destroyed,
                header.scenario(),
                newer);
    }

    private List<Newer> newer(Unpacking unpacking, List<String> heads) {
        BackupHeader ours = unpacking.entries();
        var newer = new ArrayList<Newer>();
        for (Found other :
                BackupPlace.entriesIn(entries.resolveSibling("."), ours.stream().node())) {
            beyond(ours, other.header(), other.file()).ifPresent(newer::add);
        }
        beyond(ours, unpacking.keys(), keys).ifPresent(newer::add);
        for (String line : heads) {
            Heads.Noted noted = noted(line);
            if (!noted.stream().node().equals(ours.stream().node())) continue;
            beyond(ours, noted).ifPresent(more -> newer.add(new Newer(line, more, Optional.empty())));
        }
        return newer;
    }

    private static Optional<Newer> beyond(BackupHeader ours, BackupHeader other, Path where) {
        if (!other.made().isAfter(ours.made())) return Optional.empty();
        return beyond(ours, other.noted()).map(more -> new Newer(where.toString(), more, Optional.of(other.made())));
    }

    /// Empty where `other` goes no further; what stands in it is empty where that is not known by a
    /// number.
    private static Optional<Optional<Long>> beyond(BackupHeader ours, Heads.Noted other) {
        if (!other.stream().equals(ours.stream())) return Optional.of(Optional.empty());
        long more = other.sequence() - ours.noted().sequence();
        return more > 0 ? Optional.of(Optional.of(more)) : Optional.empty();
    }

    private static Heads.Noted noted(String line) {
        try {
            return Heads.parse(line);
        } catch (IllegalArgumentException e) {
            throw new Problem("journal.not-a-head", Map.of("head", line), e);
        }
    }

    /// Where a folder of a node may be found again, the heads that it noted, each as a line.
    /// @throws Problem `backup.cannot-read`
    public static List<String> headsIn(Path node) {
        try {
            return new HeadPlaces.Files(node)
                    .all().stream()
                            .map(HeadPlaces.Line::text)
                            .filter(line -> !line.isEmpty())
                            .toList();
        } catch (java.io.IOException e) {
            throw new Problem("backup.cannot-read", Map.of("file", node.toString(), "cause", e.toString()), e);
        }
    }
}
