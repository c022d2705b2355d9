// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.clearway.export.Format;
import org.clearway.journal.Database;
import org.clearway.journal.NodeFolder;

/// Measures what leaves a node as a whole: a long table taken out in each format, a backup, and its restore, each by a
/// command of its own whose memory is watched.
final class BenchCopies {
    private static final int REPORTERS = 64;

    /// Lines of a table for each ledger.
    private static final int PARTS = 50;

    private final Context context;
    private final BenchReport report;
    private final Path folder;
    private final Optional<Database> database;
    private final long seed;
    private final Path log;

    BenchCopies(Context context, BenchReport report, Path folder, Optional<Database> database, long seed) {
        this.context = context;
        this.report = report;
        this.folder = folder;
        this.database = database;
        this.seed = seed;
        this.log = folder.resolve("copies.log");
    }

    /// @param lines of the table, at least
    void measure(long lines) {
        Path data = folder.resolve("node");
        long entries = fill(data, lines);
        Path csv = table(Format.CSV);
        for (Format format : List.of(Format.CSV, Format.XLSX)) taken(data, format, csv);
        copied(data, entries);
    }

    /// What the bench alone wrote with is gone again: the node is opened once as any other, so that its views are made.
    /// @return how many entries there are
    private long fill(Path data, long lines) {
        long entries = written(data, lines);
        Node.open(new NodeFolder(data), BenchNode.PASSPHRASE).close();
        return entries;
    }

    private long written(Path data, long lines) {
        try (BenchNode node = BenchNode.make(new NodeFolder(data, database), seed, InstantSource.system())) {
            List<BenchLoad.Client> clients = node.stating(REPORTERS, PARTS);
            long acts = (lines + PARTS - 1) / PARTS;
            context.tell("bench.stating", Map.of("ledgers", acts));
            BenchLoad.count(clients, acts);
            Files.writeString(data.resolve(FolderCommand.Passphrases.FILE), BenchNode.PASSPHRASE);
            return node.journal().condition().entries();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path table(Format format) {
        return folder.resolve("table." + format.ending());
    }

    private void taken(Path data, Format format, Path csv) {
        context.tell("bench.taking-out", Map.of("format", format.name()));
        Path file = table(format);
        BenchWatched watched = BenchWatched.run(
                log,
                "export",
                "LEDGERS",
                "--from=2000-01-01",
                "--to=2009-12-31",
                "--format=" + format,
                "--why=REVIEW",
                "--out=" + file,
                "--data=" + data);
        report.add(
                "taken-out",
                Map.of("format", format.name().toLowerCase(Locale.ROOT)),
                figures(BenchMeasure.LINES, lines(csv), BenchMeasure.LINES_PER_S, watched, file));
    }

    /// As the last line of a table in CSV tells, which the table in any other format has too.
    private static long lines(Path csv) {
        String end = BenchWatched.lastLine(csv);
        return Long.parseLong(end.substring(0, end.indexOf(',') < 0 ? end.length() : end.indexOf(','))
                .replaceAll("\\D", ""));
    }

    private void copied(Path data, long entries) {
        Path backups = folder.resolve("backups");
        Path keys = folder.resolve("keys");
        context.tell("bench.backing-up", Map.of("entries", entries));
        try {
            Files.createDirectory(backups);
            Files.createDirectory(keys);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        BenchWatched made =
                BenchWatched.run(log, "backup", "now", "--to=" + backups, "--keys-to=" + keys, "--data=" + data);
        add("backed-up", entries, made, backups);
        Path restored = folder.resolve("restored");
        Path passphrase = data.resolve(FolderCommand.Passphrases.FILE);
        BenchWatched back = BenchWatched.run(
                log,
                "restore",
                "--from=" + backups,
                "--keys=" + keys,
                "--data=" + restored,
                "--passphrase-file=" + passphrase);
        add("restored", entries, back, restored);
    }

    private void add(String words, long entries, BenchWatched watched, Path what) {
        report.add(words, Map.of(), figures(BenchMeasure.ENTRIES, entries, BenchMeasure.ENTRIES_PER_S, watched, what));
    }

    /// @param what was made, on the disk
    private static Map<BenchMeasure, Double> figures(
            BenchMeasure counted, long number, BenchMeasure perSecond, BenchWatched watched, Path what) {
        var figures = new LinkedHashMap<BenchMeasure, Double>();
        figures.put(counted, (double) number);
        figures.put(BenchMeasure.SECONDS, watched.seconds());
        figures.put(perSecond, number / watched.seconds());
        figures.put(BenchMeasure.FILE_MB, megabytes(what));
        watched.megabytes().ifPresent(most -> figures.put(BenchMeasure.RESIDENT_MB, most));
        return figures;
    }

    private static double megabytes(Path what) {
        try (Stream<Path> files = Files.walk(what)) {
            long bytes = 0;
            for (Path file : files.filter(Files::isRegularFile).toList()) bytes += Files.size(file);
            return bytes / 1e6;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
