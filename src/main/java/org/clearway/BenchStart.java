// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import static org.clearway.BenchMeasure.FASTEST_S;
import static org.clearway.BenchMeasure.MEDIAN_S;
import static org.clearway.BenchMeasure.PROCESSOR_S;
import static org.clearway.BenchMeasure.RESIDENT_MB;
import static org.clearway.BenchMeasure.SLOWEST_S;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.clearway.BenchReport.Budget;
import org.clearway.journal.Database;
import org.clearway.language.Problem;
import org.clearway.scenario.Scenarios;

/// Measures how long `serve` takes from the start of its process to its first page, on the folder of a scenario that it
/// ships, and how much memory it then holds; with and without the cache that `./clearway tune` makes.
final class BenchStart {
    private static final double MOST_SECONDS = 6;
    private static final double MOST_SECONDS_TUNED = 3;
    private static final double MOST_MEGABYTES = 350;
    private static final long BETWEEN_LOOKS_NANOS = Duration.ofMillis(5).toNanos();

    private final Context context;
    private final BenchReport report;
    private final Path folder;
    private final Optional<Database> database;
    private final Path log;

    BenchStart(Context context, BenchReport report, Path folder, Optional<Database> database) {
        this.database = database;
        this.context = context;
        this.report = report;
        this.folder = folder;
        this.log = folder.resolve("start.log");
    }

    private record Run(double seconds, Optional<Double> processorSeconds, Optional<Double> residentMegabytes) {}

    void measure(int runs) {
        String scenario = Scenarios.shipped().getFirst();
        Path data = folder.resolve("node");
        context.tell("bench.preparing", Map.of("scenario", scenario));
        BenchWatched.run(log, "scenario", "load", scenario, "--data", data.toString());
        database.ifPresent(
                server -> BenchWatched.run(log, "move", "--from", data.toString(), "--to", server.toString()));
        measure("started", false, MOST_SECONDS, data, runs);
        if (BenchSelf.tuning().isPresent()) measure("started-tuned", true, MOST_SECONDS_TUNED, data, runs);
        else report.missing("started-tuned", "not-tuned", Map.of());
    }

    private void measure(String words, boolean tuned, double mostSeconds, Path data, int runs) {
        var done = new ArrayList<Run>(runs);
        for (int run = 1; run <= runs; run++) {
            context.tell("bench.starting", Map.of("run", run, "all", runs));
            done.add(run(tuned, data));
        }
        List<Double> seconds = done.stream().map(Run::seconds).sorted().toList();
        List<Double> megabytes = done.stream()
                .flatMap(run -> run.residentMegabytes().stream())
                .sorted()
                .toList();
        var figures = new LinkedHashMap<BenchMeasure, Double>();
        figures.put(FASTEST_S, seconds.getFirst());
        figures.put(MEDIAN_S, seconds.get(seconds.size() / 2));
        figures.put(SLOWEST_S, seconds.getLast());
        done.stream()
                .flatMap(run -> run.processorSeconds().stream())
                .max(Comparator.naturalOrder())
                .ifPresent(most -> figures.put(PROCESSOR_S, most));
        if (megabytes.isEmpty()) {
            report.missing(words + ".resident_mb", "no-proc", Map.of());
            report.add(words, Map.of(), figures, Budget.atMost(SLOWEST_S, mostSeconds));
        } else {
            figures.put(RESIDENT_MB, megabytes.getLast());
            report.add(
                    words,
                    Map.of(),
                    figures,
                    Budget.atMost(SLOWEST_S, mostSeconds),
                    Budget.atMost(RESIDENT_MB, MOST_MEGABYTES));
        }
    }

    private Run run(boolean tuned, Path data) {
        int port = BenchSelf.freePort();
        List<String> command =
                BenchSelf.command(tuned, "serve", "--data", data.toString(), "--port", Integer.toString(port));
        long begin = System.nanoTime();
        Process node = BenchSelf.start(command, log);
        try {
            while (!BenchSelf.answers(port)) {
                if (!node.isAlive() || System.nanoTime() - begin > BenchSelf.PATIENCE.toNanos()) {
                    throw new Problem("bench.child-failed", Map.of("log", BenchWatched.lastLine(log)));
                }
                LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            Optional<Double> processor = node.info().totalCpuDuration().map(spent -> spent.toMillis() / 1_000.0);
            return new Run(seconds, processor, BenchWatched.resident(node.pid(), "VmRSS"));
        } finally {
            node.destroy();
            BenchSelf.ended(node);
        }
    }
}
