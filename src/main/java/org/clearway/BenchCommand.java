// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.clearway.journal.Database;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `clearway bench`: measures, and prints what it measured with the machine's description. A budget that is not kept
/// is told; it is no failure of the command.
final class BenchCommand {
    /// Of everything that a bench leaves to chance.
    static final long SEED = 20_190_914;

    private BenchCommand() {}

    static CommandLine all(Context context) {
        return new CommandLine(new Group())
                .addSubcommand(new OfJournal(context))
                .addSubcommand(new OfStart(context))
                .addSubcommand(new OfCopies(context))
                .addSubcommand(new OfGate(context))
                .addSubcommand(new OfBoarding(context))
                .addSubcommand(new Acts());
    }

    @Command(name = "bench")
    static final class Group extends CommandGroup {}

    /// What every bench has in common: where it works, and how it tells.
    abstract static class Bench implements Callable<Integer> {
        final Context context;

        @Option(names = "--dir", paramLabel = "DIR", descriptionKey = "bench.dir")
        @Nullable
        Path dir;

        @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "bench.format")
        BenchReport.Format format = BenchReport.Format.TABLE;

        Bench(Context context) {
            this.context = context;
        }

        abstract String name();

        /// What holds the node that is measured.
        String database() {
            return "SQLite, files";
        }

        abstract void measure(BenchReport report, Path folder);

        @Override
        public Integer call() {
            try (BenchFolder folder = BenchFolder.in(dir)) {
                var report = new BenchReport(
                        name(), InstantSource.system().instant(), SEED, BenchMachine.here(folder.path(), database()));
                measure(report, folder.path());
                report.print(format, context.language(), context.terminal().out());
            }
            return ExitCode.FINE;
        }
    }

    /// One that measures on files, or on a server.
    abstract static class OnEither extends Bench {
        @Option(names = "--database", paramLabel = "URL", descriptionKey = "bench.database")
        @Nullable
        String database;

        OnEither(Context context) {
            super(context);
        }

        @Override
        String database() {
            return database == null ? super.database() : "PostgreSQL, a server";
        }

        final Optional<Database> server() {
            return Optional.ofNullable(database).map(Database::parse);
        }
    }

    @Command(name = "journal")
    static final class OfJournal extends OnEither {
        @Option(names = "--entries", paramLabel = "N", descriptionKey = "bench.entries")
        long entries = 1_000_000;

        @Option(names = "--seconds", hidden = true)
        double seconds = 6;

        @Option(names = "--watched-acts", hidden = true)
        long watchedActs = 500;

        OfJournal(Context context) {
            super(context);
        }

        @Override
        String name() {
            return "journal";
        }

        @Override
        void measure(BenchReport report, Path folder) {
            var bench = new BenchJournal(
                    context, report, folder, server(), SEED, Duration.ofMillis(Math.round(seconds * 1_000)));
            bench.acknowledged();
            bench.rebuilt(entries);
            if (server().isEmpty()) BenchSyncs.count(report, folder, watchedActs);
            else report.missing("syncs", "on-server", Map.of());
        }
    }

    @Command(name = "start")
    static final class OfStart extends OnEither {
        @Option(names = "--runs", paramLabel = "N", descriptionKey = "bench.runs")
        int runs = 3;

        OfStart(Context context) {
            super(context);
        }

        @Override
        String name() {
            return "start";
        }

        @Override
        void measure(BenchReport report, Path folder) {
            new BenchStart(context, report, folder, server()).measure(runs);
        }
    }

    @Command(name = "copies")
    static final class OfCopies extends OnEither {
        @Option(names = "--lines", paramLabel = "N", descriptionKey = "bench.lines")
        long lines = 500_000;

        OfCopies(Context context) {
            super(context);
        }

        @Override
        String name() {
            return "copies";
        }

        @Override
        void measure(BenchReport report, Path folder) {
            new BenchCopies(context, report, folder, server(), SEED).measure(lines);
        }
    }

    @Command(name = "gate")
    static final class OfGate extends Bench {
        @Option(names = "--households", paramLabel = "N", descriptionKey = "bench.households")
        long households = 500_000;

        @Option(names = "--seconds", hidden = true)
        double seconds = 6;

        OfGate(Context context) {
            super(context);
        }

        @Override
        String name() {
            return "gate";
        }

        @Override
        void measure(BenchReport report, Path folder) {
            new BenchGate(context, report, folder, SEED, Duration.ofMillis(Math.round(seconds * 1_000)))
                    .measure(households);
        }
    }

    @Command(name = "boarding")
    static final class OfBoarding extends Bench {
        @Option(names = "--cards", paramLabel = "N", descriptionKey = "bench.boarding-cards")
        long cards = 20_000;

        OfBoarding(Context context) {
            super(context);
        }

        @Override
        String name() {
            return "boarding";
        }

        @Override
        void measure(BenchReport report, Path folder) {
            new BenchBoarding(context, report, folder, SEED).measure(cards);
        }
    }

    /// What the bench of the journal watches from outside: one writer, so many acts, and out.
    @Command(name = "acts", hidden = true)
    static final class Acts implements Callable<Integer> {
        @Option(names = "--dir", required = true)
        Path dir = Path.of("");

        @Option(names = "--acts", required = true)
        long acts;

        @Override
        public Integer call() {
            try (BenchNode node = BenchNode.make(dir, SEED)) {
                BenchLoad.count(node.noting(1), acts);
            }
            return ExitCode.FINE;
        }
    }
}
