// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import static org.clearway.BenchMeasure.ACTS_PER_S;
import static org.clearway.BenchMeasure.ENTRIES;
import static org.clearway.BenchMeasure.ENTRIES_PER_S;
import static org.clearway.BenchMeasure.OF_PEER;
import static org.clearway.BenchMeasure.P50_MS;
import static org.clearway.BenchMeasure.P95_MS;
import static org.clearway.BenchMeasure.P99_MS;
import static org.clearway.BenchMeasure.PROCESSOR_US;
import static org.clearway.BenchMeasure.SECONDS;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.clearway.BenchReport.Budget;
import org.clearway.journal.Database;
import org.clearway.journal.Journal;
import org.clearway.journal.NodeFolder;
import org.clearway.journal.Progress;
import org.clearway.journal.Rebuilt;
import org.clearway.journal.Verification;
import org.clearway.language.Problem;

/// Measures the journal: how many acts a second it acknowledges and how long each waits, beside bare group commit on
/// the same disk in the same run; how long it takes to write, verify and rebuild many entries.
final class BenchJournal {
    private static final int[] WRITERS = {1, 16, 64};
    private static final int MOST_WRITERS = 64;
    private static final int ROUNDS = 3;

    /// Bytes in a row of the bare peer: those of a noted entry's row in the journal (stream 33, act 36, type 11, times
    /// 32, precision 5, zone 1, account 6, body 50, two hashes 64, numbers 12), without the numbers' own overhead.
    private static final int ROW_BYTES = 250;

    private final Context context;
    private final BenchReport report;
    private final Path folder;
    private final Optional<Database> database;
    private final long seed;
    private final Duration length;

    /// @param database of a server, with another called after it for many entries; absent for files
    /// @param length how long each kind of load is measured; the warm-up before takes as long, once
    BenchJournal(
            Context context, BenchReport report, Path folder, Optional<Database> database, long seed, Duration length) {
        this.context = context;
        this.database = database;
        this.report = report;
        this.folder = folder;
        this.seed = seed;
        this.length = length;
    }

    /// Acts acknowledged, in rounds that take turns, so that a disk which slows down slows down all alike.
    void acknowledged() {
        try (var bare = new BenchBare(folder, Journal.LARGEST_GROUP);
                var node = BenchNode.make(
                        new NodeFolder(folder.resolve("node"), database), seed, InstantSource.system())) {
            var loads = new LinkedHashMap<String, List<BenchLoad.Client>>();
            loads.put("bare", inserting(bare));
            loads.put("noted", node.noting(MOST_WRITERS));
            loads.put("stated", node.stating(MOST_WRITERS));
            context.tell("bench.warming-up", Map.of());
            loads.values().forEach(clients -> BenchLoad.run(clients, length, new BenchTimes()));
            for (int writers : WRITERS) {
                context.tell("bench.measuring-writers", Map.of("writers", writers));
                var times = new LinkedHashMap<String, BenchTimes>();
                for (int round = 0; round < ROUNDS; round++) {
                    loads.forEach((load, clients) -> BenchLoad.run(
                            clients.subList(0, writers),
                            length.dividedBy(ROUNDS),
                            times.computeIfAbsent(load, name -> new BenchTimes())));
                }
                double ofPeer = times.getOrDefault("bare", new BenchTimes()).perSecond();
                times.forEach((load, of) ->
                        report.add(load, Map.of("writers", writers), figures(of, ofPeer), budgets(load, writers)));
            }
        } catch (SQLException e) {
            throw new Problem("bench.peer-failed", Map.of("cause", String.valueOf(e.getMessage())), e);
        }
    }

    /// Many entries written by 64 at once, then verified and rebuilt.
    void rebuilt(long entries) {
        try (var node = BenchNode.make(
                new NodeFolder(folder.resolve("large"), database.map(first -> first.apart("large"))),
                seed,
                InstantSource.system())) {
            List<BenchLoad.Client> clients = node.noting(MOST_WRITERS);
            long before = node.journal().condition().entries();
            long begin = System.nanoTime();
            long slice = Math.max(1, entries / 10);
            for (long done = 0; done < entries; done += slice) {
                BenchLoad.count(clients, Math.min(slice, entries - done));
                context.tell("bench.written", Map.of("done", Math.min(done + slice, entries), "all", entries));
            }
            long written = node.journal().condition().entries() - before;
            all("written", written, begin);

            begin = System.nanoTime();
            Verification found = node.journal().verify(tenths());
            if (!(found instanceof Verification.Sound sound)) throw new IllegalStateException(String.valueOf(found));
            all("verified", sound.entries(), begin);

            begin = System.nanoTime();
            Rebuilt rebuilt = node.journal().rebuild(tenths());
            if (!rebuilt.same()) throw new IllegalStateException(String.valueOf(rebuilt.different()));
            all("rebuilt", rebuilt.entries(), begin);
        }
    }

    private List<BenchLoad.Client> inserting(BenchBare bare) {
        var chance = new SplittableRandom(seed);
        var inserting = new ArrayList<BenchLoad.Client>(MOST_WRITERS);
        for (int i = 0; i < MOST_WRITERS; i++) {
            var row = new byte[ROW_BYTES];
            chance.nextBytes(row);
            inserting.add(() -> bare.write(row));
        }
        return inserting;
    }

    private static Map<BenchMeasure, Double> figures(BenchTimes times, double ofPeer) {
        var figures = new LinkedHashMap<BenchMeasure, Double>();
        figures.put(ACTS_PER_S, times.perSecond());
        figures.put(P50_MS, times.percentileMillis(50));
        figures.put(P95_MS, times.percentileMillis(95));
        figures.put(P99_MS, times.percentileMillis(99));
        figures.put(PROCESSOR_US, times.processorMicrosPerAct());
        figures.put(OF_PEER, ofPeer == 0 ? 0 : times.perSecond() / ofPeer);
        return figures;
    }

    private static Budget[] budgets(String load, int writers) {
        if (load.equals("bare")) return new Budget[0];
        return switch (writers) {
            case 16 -> new Budget[] {Budget.atMost(P95_MS, 50)};
            case 64 -> new Budget[] {Budget.atLeast(OF_PEER, 0.5)};
            default -> new Budget[0];
        };
    }

    private void all(String what, long entries, long begin) {
        double seconds = (System.nanoTime() - begin) / 1e9;
        var figures = new LinkedHashMap<BenchMeasure, Double>();
        figures.put(ENTRIES, (double) entries);
        figures.put(SECONDS, seconds);
        figures.put(ENTRIES_PER_S, entries / seconds);
        report.add(what, Map.of(), figures);
    }

    /// Progress told ten times.
    private Progress tenths() {
        var told = new long[1];
        return (done, all) -> {
            if (all == 0 || done * 10 / all <= told[0]) return;
            told[0] = done * 10 / all;
            context.tell("command.progress", Map.of("done", done, "all", all));
        };
    }
}
