// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.Role;
import org.clearway.language.Problem;
import org.clearway.time.Occurred;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two programs and one database, each with a folder of its own, as on two machines.
class StandbyTest {
    private static final Actor DUTY = new Actor(new AccountId("duty-1"), Set.of(Role.DUTY));

    @TempDir
    Path temporary;

    private NodeFolder first;
    private NodeFolder second;
    private Process process;
    private BufferedReader said;

    @BeforeEach
    void begin() throws IOException {
        Path path = temporary.resolve("first");
        first = TestNode.folder(path);
        Notes.prepare(first);
        second = new NodeFolder(temporary.resolve("second"), first.database());
        second.join();
        process = KillTest.start(Desk.class, path.toString());
        said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    @Test
    void aProgramThatWasAsleepWhileAnotherTookOverWritesNothingMore() throws Exception {
        var acknowledged = new TreeSet<Long>();
        for (int i = 0; i < 40; i++) acknowledged.add(Long.parseLong(said.readLine()));
        signal("STOP");
        try (Journal journal = inTurn(where -> assertThat(where).startsWith("127.0.0.1"))) {
            journal.record(
                    DUTY, journal.ids().next(), Draft.of(Notes.note(-1, "after the take-over"), now()), Rule.NONE);
            signal("CONT");
            Optional<String> refused = Optional.empty();
            for (String line = said.readLine(); line != null && refused.isEmpty(); line = said.readLine()) {
                if (line.startsWith("refused")) refused = Optional.of(line);
                else acknowledged.add(Long.parseLong(line));
            }
            assertThat(refused).as("what the one that was asleep is told").isPresent();
            assertThat(refused.orElseThrow()).containsAnyOf("journal.displaced", "journal.database-gone");
            process.waitFor();
            assertThat(Notes.numbers(journal)).contains(-1L).containsAll(acknowledged);
            List<Long> inOrder = journal.now()
                    .rows()
                    .sql("select number from note order by position")
                    .query((row, n) -> row.getLong(1))
                    .list();
            assertThat(inOrder.getLast()).as("nothing came after the take-over").isEqualTo(-1);
            assertThat(journal.verify(Progress.SILENT)).isInstanceOf(Verification.Sound.class);
            assertThat(journal.findings()).isEmpty();
        }
    }

    @Test
    void theStandbyGoesOnInTheSameStreamWhenTheFirstOneIsKilled() throws Exception {
        var acknowledged = new TreeSet<Long>();
        for (int i = 0; i < 40; i++) acknowledged.add(Long.parseLong(said.readLine()));
        var waiting = new CountDownLatch(1);
        var taken = new ArrayList<Journal>();
        Thread standby = Thread.ofPlatform().start(() -> taken.add(inTurn(where -> waiting.countDown())));
        waiting.await();
        process.toHandle().destroyForcibly();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (!line.isEmpty()) acknowledged.add(Long.parseLong(line));
        }
        standby.join();
        try (Journal journal = taken.getFirst()) {
            assertThat(Notes.numbers(journal)).containsAll(acknowledged);
            assertThat(journal.verify(Progress.SILENT)).isInstanceOf(Verification.Sound.class);
            assertThat(journal.findings()).isEmpty();
            assertThat(journal.now()
                            .rows()
                            .sql("select count(distinct stream) from entry")
                            .query(Long.class)
                            .single())
                    .isEqualTo(1);
        }
    }

    @Test
    void whoComesUnaskedIsToldWhoWorksThere() throws Exception {
        said.readLine();
        NodeCase.refused(
                "journal.database-in-use",
                () -> second.open(
                        TestNode.PASSPHRASE, List.of(Notes.chapter()), InstantSource.system(), new SecureRandom()));
    }

    private Journal inTurn(java.util.function.Consumer<String> waiting) {
        return second.openInTurn(
                TestNode.PASSPHRASE,
                List.of(Notes.chapter()),
                InstantSource.system(),
                new SecureRandom(),
                System::nanoTime,
                waiting);
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    private static Occurred now() {
        return Occurred.at(Instant.EPOCH, ZoneOffset.UTC);
    }

    /// The first program: it records one act after the other, and says the number of each once it
    /// is acknowledged.
    static final class Desk {
        private Desk() {}

        public static void main(String[] args) {
            Journal journal = new NodeFolder(Path.of(args[0]))
                    .open(TestNode.PASSPHRASE, List.of(Notes.chapter()), InstantSource.system(), new SecureRandom());
            try {
                for (long number = 0; ; number++) {
                    Draft draft = Draft.of(Notes.note(number, "before"), now());
                    journal.record(DUTY, journal.ids().next(), draft, Rule.NONE);
                    System.out.println(number);
                }
            } catch (Problem told) {
                System.out.println("refused " + told.code());
                System.out.flush();
                Runtime.getRuntime().halt(1);
            }
        }
    }
}
