// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.clearway.access.Actor;
import org.clearway.journal.NodeFolder;
import org.clearway.journal.Progress;
import org.clearway.journal.Taken;
import org.clearway.journal.Verification;
import org.clearway.language.Language;
import org.clearway.language.Problem;
import org.clearway.language.Wording;
import org.clearway.scenario.Scenarios;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `clearway drill`: rehearses, with programs of this very build in a folder that is thrown away,
/// what must hold when something goes wrong, and prints how it went.
@Command(name = "drill")
final class DrillCommand implements Callable<Integer> {
    private static final int KILLS = 5;
    private static final int ACTS = 200;
    private static final long BETWEEN_LOOKS_NANOS = 20_000_000;
    private static final double MOST_SECONDS_TO_TAKE_OVER = 10;
    private static final String PASSPHRASE = "passphrase: ";

    private final Context context;
    private final Set<Rehearsal> rehearsals;
    private final Desk desk;
    private boolean held = true;

    /// What is rehearsed.
    enum Rehearsal {
        RESTORE,
        KILL,
        TAKE_OVER
    }

    /// The command that starts a desk on the node in a folder: it acts, and says the number of each act on a line of
    /// its own once it is acknowledged.
    interface Desk {
        List<String> on(Path node);
    }

    @Option(names = "--dir", paramLabel = "DIR", descriptionKey = "bench.dir")
    @Nullable
    Path dir;

    @Option(names = "--database", paramLabel = "URL", descriptionKey = "drill.database")
    @Nullable
    String database;

    DrillCommand(Context context) {
        this(
                context,
                EnumSet.allOf(Rehearsal.class),
                node -> BenchSelf.command(false, "drill", "acts", "--data", node.toString()));
    }

    DrillCommand(Context context, Set<Rehearsal> rehearsals, Desk desk) {
        this.context = context;
        this.rehearsals = Set.copyOf(rehearsals);
        this.desk = desk;
    }

    static CommandLine all(Context context) {
        return new CommandLine(new DrillCommand(context)).addSubcommand(new Acts(context));
    }

    @Override
    public Integer call() {
        try (BenchFolder folder = BenchFolder.in(dir)) {
            var log = folder.path().resolve("drill.log");
            if (rehearsals.contains(Rehearsal.RESTORE)) restore(folder.path(), log);
            if (rehearsals.contains(Rehearsal.KILL)) kill(folder.path(), log, Optional.empty());
            if (database == null) {
                context.print("drill.no-server", Map.of());
            } else {
                if (rehearsals.contains(Rehearsal.KILL)) kill(folder.path(), log, Optional.of(database));
                if (rehearsals.contains(Rehearsal.TAKE_OVER)) takeOver(folder.path(), log, database);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return held ? ExitCode.FINE : ExitCode.FAILED;
    }

    /// A machine is lost while its node works; another one goes on from a backup.
    private void restore(Path folder, Path log) throws IOException {
        Path node = folder.resolve("lost");
        done(log, "scenario", "load", Scenarios.shipped().getFirst(), "--data", node.toString());
        Process serving = serving(log, node, BenchSelf.freePort());
        String entries = folder.resolve("entries").toString();
        String keys = folder.resolve("keys").toString();
        double backedUp =
                timed(() -> done(log, "backup", "now", "--to", entries, "--keys-to", keys, "--data", node.toString()));
        String passphrase = node.resolve(FolderCommand.Passphrases.FILE).toString();
        Path kept = Files.copy(Path.of(passphrase), folder.resolve("passphrase"));
        serving.destroyForcibly();
        BenchSelf.ended(serving);
        ScenarioFolders.removeScenario(new NodeFolder(node));
        Path again = folder.resolve("again");
        double restored = timed(() -> done(
                log,
                "restore",
                "--from",
                entries,
                "--keys",
                keys,
                "--data",
                again.toString(),
                "--passphrase-file",
                kept.toString()));
        double answering = timed(() -> {
            Process there = serving(log, again, BenchSelf.freePort());
            there.destroy();
            BenchSelf.ended(there);
        });
        context.print(
                "drill.restored",
                Map.of("backedUp", text(backedUp), "restored", text(restored), "page", text(answering)));
    }

    /// A program is killed in the midst of its acts, again and again.
    private void kill(Path folder, Path log, Optional<String> server) throws IOException {
        Path node = folder.resolve(server.isPresent() ? "killed-on-server" : "killed");
        init(log, node, server);
        long acknowledged = 0;
        for (int round = 0; round < KILLS; round++) {
            Process desk = new ProcessBuilder(this.desk.on(node))
                    .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            try (var said = new BufferedReader(new InputStreamReader(desk.getInputStream(), StandardCharsets.UTF_8))) {
                for (int i = 0; i < ACTS; i++) {
                    if (said.readLine() == null) throw failed(log);
                    acknowledged++;
                }
                signal("KILL", desk);
                // What it had said before it was killed counts too.
                while (said.readLine() != null) acknowledged++;
            }
            BenchSelf.ended(desk);
        }
        try (Node opened = Node.open(new NodeFolder(node), passphrase(node))) {
            long found = opened.journal()
                    .now()
                    .rows()
                    .sql("select count(*) from entry where type = 'journal.taken-out'")
                    .query(Long.class)
                    .single();
            boolean sound = opened.journal().verify(Progress.SILENT) instanceof Verification.Sound;
            context.print(
                    "drill.killed",
                    Map.of(
                            "times",
                            (long) KILLS,
                            "acknowledged",
                            acknowledged,
                            "found",
                            found,
                            "sound",
                            sound ? "yes" : "no",
                            "where",
                            server.isPresent() ? "server" : "files"));
            mustHold(sound && found >= acknowledged);
        }
    }

    /// The first of two programs dies, and then the second falls asleep and is woken.
    private void takeOver(Path folder, Path log, String server) throws IOException {
        Path one = folder.resolve("killed-on-server");
        Path other = folder.resolve("standby");
        Path third = folder.resolve("third");
        Process first = serving(log, one, BenchSelf.freePort());
        int port = BenchSelf.freePort();
        Process second = standby(log, one, other, server, port);
        first.destroyForcibly();
        double afterDeath = timed(() -> waitFor(second, port, log));
        int last = BenchSelf.freePort();
        Process next = standby(log, one, third, server, last);
        signal("STOP", second);
        double afterSilence = timed(() -> waitFor(next, last, log));
        signal("CONT", second);
        int ended = BenchSelf.ended(second);
        next.destroy();
        BenchSelf.ended(next);
        context.print(
                "drill.taken-over",
                Map.of("death", text(afterDeath), "silence", text(afterSilence), "code", (long) ended));
        mustHold(afterDeath <= MOST_SECONDS_TO_TAKE_OVER && afterSilence <= MOST_SECONDS_TO_TAKE_OVER && ended != 0);
    }

    /// What was just printed is as it must be, or that it is not is said below it.
    private void mustHold(boolean asItMustBe) {
        if (!asItMustBe) context.print("drill.not-held", Map.of());
        held &= asItMustBe;
    }

    private Process standby(Path log, Path one, Path folder, String server, int port) throws IOException {
        Files.createDirectories(folder);
        Process standby = BenchSelf.start(
                BenchSelf.command(
                        false,
                        "serve",
                        "--standby",
                        "--data",
                        folder.toString(),
                        "--database",
                        server,
                        "--passphrase-file",
                        one.resolve(FolderCommand.Passphrases.FILE).toString(),
                        "--port",
                        Integer.toString(port)),
                log);
        // It has to be up and waiting before the one that it waits for is gone.
        String waits = Wording.of(Language.EN)
                .say("command.standby", Map.of("where", "?"))
                .substring(0, 20);
        long begin = System.nanoTime();
        long before = count(log, waits);
        while (count(log, waits) == before) {
            if (!standby.isAlive() || System.nanoTime() - begin > BenchSelf.PATIENCE.toNanos()) throw failed(log);
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
        }
        return standby;
    }

    private static long count(Path log, String words) throws IOException {
        return Files.readString(log)
                .lines()
                .filter(line -> line.contains(words))
                .count();
    }

    private void init(Path log, Path node, Optional<String> server) throws IOException {
        var args = new ArrayList<>(List.of("init", "--non-interactive", "--data", node.toString()));
        server.ifPresent(url -> args.addAll(List.of("--database", url)));
        Path said = node.resolveSibling(node.getFileName() + ".said");
        Process process = new ProcessBuilder(BenchSelf.command(false, args.toArray(String[]::new)))
                .redirectOutput(said.toFile())
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        if (BenchSelf.ended(process) != 0) throw failed(log);
        String passphrase = Files.readString(said)
                .lines()
                .filter(line -> line.startsWith(PASSPHRASE))
                .map(line -> line.substring(PASSPHRASE.length()).strip())
                .findFirst()
                .orElseThrow(() -> failed(log));
        Files.writeString(node.resolve(FolderCommand.Passphrases.FILE), passphrase + "\n");
    }

    private static String passphrase(Path node) throws IOException {
        return Files.readString(node.resolve(FolderCommand.Passphrases.FILE)).strip();
    }

    private Process serving(Path log, Path node, int port) {
        Process serving = BenchSelf.start(
                BenchSelf.command(false, "serve", "--data", node.toString(), "--port", Integer.toString(port)), log);
        waitFor(serving, port, log);
        return serving;
    }

    private void waitFor(Process process, int port, Path log) {
        long begin = System.nanoTime();
        while (!BenchSelf.answers(port)) {
            if (!process.isAlive() || System.nanoTime() - begin > BenchSelf.PATIENCE.toNanos()) throw failed(log);
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
        }
    }

    private void done(Path log, String... args) {
        if (BenchSelf.ended(BenchSelf.start(BenchSelf.command(false, args), log)) != 0) throw failed(log);
    }

    private static void signal(String name, Process process) throws IOException {
        BenchSelf.ended(new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start());
    }

    private static Problem failed(Path log) {
        try (var lines = Files.lines(log)) {
            return Problem.of(
                    "bench.child-failed",
                    "log",
                    lines.filter(line -> !line.isBlank())
                            .reduce((before, line) -> line)
                            .orElse(""));
        } catch (IOException e) {
            return Problem.of("bench.child-failed", "log", "");
        }
    }

    private static double timed(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1e9;
    }

    private static String text(double seconds) {
        return new java.util.Formatter(Locale.ROOT).format("%.1f", seconds).toString();
    }

    /// The desk that is killed: acts, and says so after each, until somebody ends it.
    @Command(name = "acts", hidden = true)
    static final class Acts extends FolderCommand {
        Acts(Context context) {
            super(context);
        }

        @Override
        int run(Node node) {
            for (long done = 1; !context.terminal().out().checkError(); done++) {
                node.journal().takenOut(Actor.NODE, Taken.SET_UP_WITHOUT_WAYS);
                context.terminal().out().println(done);
                context.terminal().out().flush();
            }
            return ExitCode.FINE;
        }
    }
}
