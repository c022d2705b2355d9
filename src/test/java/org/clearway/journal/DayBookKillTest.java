// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.clearway.access.AccountId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills a real program with SIGKILL at random moments while two desks write into a day book whose days go by, over and
/// over on the same folder.
class DayBookKillTest {
    private static final int ROUNDS = 6;
    private static final List<EntryKind> KINDS = List.of(new EntryKind("book.told", 1, DayBookTest.Told.class));

    @Test
    void everyAcknowledgedLineIsThereHoweverOftenTheProgramIsKilled(@TempDir Path folder) throws Exception {
        NodeFolder node = TestNode.folder(folder.resolve("node"));
        TestDatabase.book(node.path(), "book");
        var acknowledged = new TreeSet<Long>();
        var random = new SplittableRandom(20190914);
        for (int round = 0; round < ROUNDS; round++) {
            KillTest.killAfter(5 + random.nextInt(120), Desks.class, node.path(), round, acknowledged);
            try (DayBook book = book(node, () -> Instant.parse("2019-09-14T12:00:00Z"))) {
                var kept = new HashSet<Long>();
                book.lines().forEach(line -> kept.add(((DayBookTest.Told) line.body()).number()));
                assertThat(kept).as("round %d", round).containsAll(acknowledged);
                assertThat(book.verify()).isInstanceOf(DayBook.Checked.Sound.class);
            }
        }
        assertThat(acknowledged).hasSizeGreaterThan(ROUNDS);
    }

    private static DayBook book(NodeFolder node, InstantSource clock) {
        var book = new DayBook(
                node,
                "book",
                TestNode.PASSPHRASE,
                new Keys.Strength(64, 1),
                KINDS,
                ZoneOffset.UTC,
                clock,
                new SecureRandom(),
                0);
        book.prepare();
        return book;
    }

    /// The program that is killed. Each act is an hour after the one before it, so that days end while it runs.
    static final class Desks {
        private Desks() {}

        public static void main(String[] args) {
            long round = Long.parseLong(args[1]);
            var hours = new AtomicLong();
            Instant begin = Instant.parse("2019-09-14T00:00:00Z").plusSeconds(round * 86_400 * 30);
            DayBook book = book(new NodeFolder(Path.of(args[0])), () -> begin.plusSeconds(3_600 * hours.get()));
            for (int desk = 0; desk < 2; desk++) {
                long first = (round * 2 + desk) * 1_000_000;
                Thread.ofPlatform().start(() -> work(book, hours, first));
            }
        }

        private static void work(DayBook book, AtomicLong hours, long first) {
            for (long number = first; ; number++) {
                hours.incrementAndGet();
                book.record(
                        UUID.randomUUID(),
                        Set.of(new AccountId("desk-1"), new AccountId("desk-2")),
                        List.of(new DayBookTest.Told(number)),
                        () -> {});
                byte[] line = (number + "\n").getBytes(StandardCharsets.US_ASCII);
                synchronized (Desks.class) {
                    System.out.write(line, 0, line.length);
                    System.out.flush();
                }
            }
        }
    }
}
