// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import static org.clearway.BenchMeasure.ACTS;
import static org.clearway.BenchMeasure.SYNCS;
import static org.clearway.BenchMeasure.SYNCS_PER_ACT;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Counts how often the journal's file is really forced to disk, by watching this program from outside while one writer
/// records: acknowledged means on disk, so it must be at least once for each act.
final class BenchSyncs {
    /// A call as `strace -y` writes it, with the file it was for: the journal's log, or its database at a checkpoint.
    private static final Pattern SYNC_OF_JOURNAL =
            Pattern.compile("\\b(?:fsync|fdatasync)\\(\\d+<[^>]*clearway\\.db(-wal)?>");

    private static final String WATCHER = "strace";

    private BenchSyncs() {}

    static void count(BenchReport report, Path folder, long acts) {
        Optional<Path> watcher = onPath();
        if (watcher.isEmpty()) {
            report.missing("syncs", "no-strace", Map.of());
            return;
        }
        // What opening and closing a node costs is counted apart, with no act at all.
        Optional<Long> none = syncs(watcher.get(), folder, 0);
        Optional<Long> some = syncs(watcher.get(), folder, acts);
        if (none.isEmpty() || some.isEmpty()) {
            report.missing("syncs", "strace-refused", Map.of());
            return;
        }
        long syncs = some.get() - none.get();
        var figures = new LinkedHashMap<BenchMeasure, Double>();
        figures.put(ACTS, (double) acts);
        figures.put(SYNCS, (double) syncs);
        figures.put(SYNCS_PER_ACT, (double) syncs / acts);
        report.add("syncs", Map.of(), figures, BenchReport.Budget.atLeast(SYNCS_PER_ACT, 1));
    }

    private static Optional<Path> onPath() {
        String path = System.getenv("PATH");
        return Stream.of((path == null ? "" : path).split(Pattern.quote(java.io.File.pathSeparator), -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder).resolve(WATCHER))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// Runs ourselves, watched; absent where watching is not permitted here.
    private static Optional<Long> syncs(Path watcher, Path folder, long acts) {
        Path watched = folder.resolve("watched-" + acts);
        Path calls = folder.resolve("watched-" + acts + ".calls");
        var command = new ArrayList<>(
                List.of(watcher.toString(), "-f", "-y", "-e", "trace=fsync,fdatasync", "-o", calls.toString()));
        command.addAll(
                BenchSelf.command(true, "bench", "acts", "--dir", watched.toString(), "--acts", Long.toString(acts)));
        Process process = BenchSelf.start(command, folder.resolve("watched.log"));
        try {
            if (!process.waitFor(5, TimeUnit.MINUTES)) process.destroyForcibly();
            if (process.waitFor() != 0 || !Files.exists(calls)) return Optional.empty();
            try (Stream<String> lines = Files.lines(calls)) {
                return Optional.of(
                        lines.filter(line -> SYNC_OF_JOURNAL.matcher(line).find())
                                .count());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            return Optional.empty();
        }
    }
}
