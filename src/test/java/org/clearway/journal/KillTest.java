// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.Role;
import org.clearway.time.Occurred;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills a real program with SIGKILL at random moments while eight desks write, over and over on the same folder.
class KillTest {
    private static final int ROUNDS = 8;

    @Test
    void everyAcknowledgedEntryIsThereHoweverOftenTheProgramIsKilled(@TempDir Path folder) throws Exception {
        NodeFolder node = TestNode.folder(folder.resolve("node"));
        Notes.prepare(node);
        var acknowledged = new TreeSet<Long>();
        var random = new SplittableRandom(20190914);
        for (int round = 0; round < ROUNDS; round++) {
            killAfter(20 + random.nextInt(600), Desks.class, node.path(), round, acknowledged);
            try (Journal journal = node.open(
                    TestNode.PASSPHRASE, List.of(Notes.chapter()), InstantSource.system(), new SecureRandom())) {
                assertThat(Notes.numbers(journal)).as("round %d", round).containsAll(acknowledged);
                assertWhole(journal);
            }
        }
        assertThat(acknowledged).hasSizeGreaterThan(ROUNDS);
    }

    /// The chain holds, the views are those of its entries, and nothing was found that should not be.
    static void assertWhole(Journal journal) {
        assertThat(journal.verify(Progress.SILENT)).isInstanceOf(Verification.Sound.class);
        assertThat(journal.rebuild(Progress.SILENT).same()).isTrue();
        assertThat(journal.findings()).isEmpty();
    }

    /// A program of these tests in a JVM of its own.
    static Process start(Class<?> program, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /// Lets a program acknowledge `acts` acts, kills it, and adds what it acknowledged.
    /// @param program says the number of each act on a line of its own, once it is acknowledged
    static void killAfter(int acts, Class<?> program, Path folder, int round, Set<Long> acknowledged) throws Exception {
        killAfter(acts, program, folder, round, acknowledged, () -> {});
    }

    /// @param before what is killed just before the program
    static void killAfter(int acts, Class<?> program, Path folder, int round, Set<Long> acknowledged, Runnable before)
            throws Exception {
        Process process = start(program, folder.toString(), Integer.toString(round));
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (int i = 0; i < acts; i++) acknowledged.add(Long.parseLong(lines.readLine()));
            before.run();
            process.toHandle().destroyForcibly();
            // What it said before it died, and nobody had read yet, was acknowledged too.
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isEmpty()) acknowledged.add(Long.parseLong(line));
            }
        }
    }

    /// The program that is killed: eight desks that record and say the number of each act once it is acknowledged.
    static final class Desks {
        private Desks() {}

        public static void main(String[] args) throws Exception {
            Journal journal = new NodeFolder(Path.of(args[0]))
                    .open(TestNode.PASSPHRASE, List.of(Notes.chapter()), InstantSource.system(), new SecureRandom());
            long round = Long.parseLong(args[1]);
            for (int desk = 0; desk < 8; desk++) {
                long first = (round * 8 + desk) * 1_000_000;
                Thread.ofPlatform().start(() -> work(journal, first));
            }
        }

        private static void work(Journal journal, long first) {
            var actor = new Actor(new AccountId("duty-1"), Set.of(Role.DUTY));
            for (long number = first; ; number++) {
                Occurred now = Occurred.at(java.time.Instant.EPOCH, java.time.ZoneOffset.UTC);
                journal.record(actor, journal.ids().next(), Draft.of(Notes.note(number, "under load"), now), Rule.NONE);
                byte[] line = (number + "\n").getBytes(StandardCharsets.US_ASCII);
                synchronized (Desks.class) {
                    System.out.write(line, 0, line.length);
                    System.out.flush();
                }
            }
        }
    }
}
