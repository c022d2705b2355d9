// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.clearway.access.Sensitivity;
import org.clearway.language.Problem;
import org.junit.jupiter.api.Test;

/// The thread that writes outlives whatever acts do to it, and nobody waits for it in vain.
class WriterTest extends NodeCase {
    @Test
    void aRuleThatBreaksInAnyWayRefusesItsActAlone() {
        Rule[] broken = {
            views -> {
                throw new IllegalStateException("broken");
            },
            views -> {
                throw new AssertionError("broken");
            },
            views -> overflow(1),
            views -> {
                throw new NoClassDefFoundError("broken");
            },
            views -> sneak(new Exception("broken")),
            views -> views.rows().sql("select * from no_such_table").query().listOfRows(),
            views -> Thread.currentThread().interrupt()
        };
        for (int i = 0; i < broken.length; i++) {
            Rule rule = broken[i];
            long number = i + 1L;
            if (i == broken.length - 1) {
                node.journal().record(DUTY, node.act(), draft(Notes.bare(100)), rule);
            } else {
                assertThatThrownBy(() -> node.journal().record(DUTY, node.act(), draft(Notes.bare(99)), rule))
                        .isNotNull();
            }
            record(Notes.bare(number));
        }
        assertThat(notes()).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 100L);
        assertThat(verified()).isEqualTo(new Verification.Sound(9, 1));
    }

    @Test
    void anErrorOfARuleReachesWhoeverActed() {
        assertThatThrownBy(() -> node.journal().record(DUTY, node.act(), draft(Notes.bare(1)), views -> {
                    throw new AssertionError("what went wrong");
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessage("what went wrong");
    }

    /// The acts that wait are committed together; one that a view cannot take does not trouble the others.
    @Test
    void oneBadActInAGroupIsRefusedAndItsNeighboursAreKept() throws Exception {
        record(Notes.bare(0));
        var waiting = new CountDownLatch(1);
        var open = new CountDownLatch(1);
        try (var desks = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> gate = desks.submit(() -> node.journal().record(DUTY, node.act(), draft(Notes.bare(1)), views -> {
                waiting.countDown();
                await(open);
            }));
            waiting.await();
            var group = new ArrayList<Future<Receipt>>();
            for (long number : new long[] {2, 0, 3, 1, 4}) {
                group.add(desks.submit(() -> record(Notes.bare(number))));
            }
            open.countDown();
            gate.get();
            assertThat(group.get(0).get().repeated()).isFalse();
            assertThatThrownBy(() -> group.get(1).get()).hasCauseInstanceOf(Problem.class);
            assertThat(group.get(2).get().repeated()).isFalse();
            assertThatThrownBy(() -> group.get(3).get()).hasCauseInstanceOf(Problem.class);
            assertThat(group.get(4).get().repeated()).isFalse();
        }
        assertThat(notes()).containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(verified()).isInstanceOf(Verification.Sound.class);
    }

    @Test
    void anActOfSeveralEntriesIsKeptWhollyOrNotAtAll() {
        record(Notes.bare(1));
        assertThatThrownBy(() -> node.journal()
                        .record(
                                DUTY,
                                node.act(),
                                List.of(draft(Notes.bare(2)), draft(Notes.bare(3)), draft(Notes.bare(1))),
                                Rule.NONE))
                .isInstanceOf(Problem.class);
        assertThat(notes()).containsExactly(1L);
        ActId act = node.act();
        Receipt both = node.journal().record(DUTY, act, List.of(draft(Notes.bare(2)), draft(Notes.bare(3))), Rule.NONE);
        assertThat(notes()).containsExactly(1L, 2L, 3L);
        assertThat(count("select count(*) from entry where act = '" + act + "'"))
                .isEqualTo(2);
        assertThat(both.position()).isEqualTo(count("select max(position) from entry"));
    }

    /// What stood against it then would refuse the act now: the act itself.
    @Test
    void anActThatIsRepeatedIsAnsweredAsTheFirstTimeWhateverItsRuleSaysNow() {
        Rule onlyOnce = views -> {
            if (views.rows().sql("select count(*) from note").query(Long.class).single() > 0) {
                throw Problem.of("journal.closing");
            }
            views.rows()
                    .sql("insert into note (number, position) values (99, 99)")
                    .update();
        };
        ActId act = node.act();
        Receipt first = node.journal().record(DUTY, act, draft(Notes.bare(1)), onlyOnce);
        Receipt again = node.journal().record(DUTY, act, draft(Notes.bare(1)), onlyOnce);
        assertThat(again).isEqualTo(new Receipt(act, first.recorded(), first.position(), true));
        assertThat(node.journal().record(DUTY, act, draft(Notes.bare(1)), Rule.NONE))
                .isEqualTo(again);
        refused("journal.same-act-other-words", () -> node.journal().record(DUTY, act, draft(Notes.bare(2)), onlyOnce));
        refused("journal.closing", () -> node.journal().record(DUTY, node.act(), draft(Notes.bare(2)), onlyOnce));
        assertThat(notes()).containsExactly(1L, 99L);
        assertThat(verified()).isEqualTo(new Verification.Sound(2, 1));
    }

    @Test
    void theSameActOfAnotherHouseholdIsAnotherAct() {
        ActId act = node.act();
        Subject one = node.journal().subject("token-1");
        node.journal().record(DUTY, act, new Draft(Notes.bare(1), now(), java.util.Optional.of(one)), Rule.NONE);
        refused("journal.same-act-other-words", () -> record(act, Notes.bare(1)));
    }

    /// The name of an act decides how long what is sealed in it is kept.
    @Test
    void anActNamedInTheFarFutureIsRefused() {
        ActId ahead =
                new ActIds(() -> node.clock().instant().plus(Duration.ofDays(400)), new java.util.Random(1)).next();
        refused("journal.act-of-the-future", () -> record(ahead, Notes.note(1, "kept for too long")));
        ActId tonight =
                new ActIds(() -> node.clock().instant().plus(Duration.ofHours(12)), new java.util.Random(1)).next();
        record(tonight, Notes.note(1, "a zone taken for another"));
    }

    @Test
    void aClockThatJumpsForwardAndIsSetBackIsNoticedAndTheChainHolds() {
        Instant noon = node.clock().instant();
        record(Notes.bare(1));
        node.clock().set(noon.plus(Duration.ofDays(300)));
        Receipt ahead = record(Notes.bare(2));
        node.clock().set(noon.plusSeconds(60));
        assertThat(record(Notes.bare(3)).recorded()).isEqualTo(ahead.recorded());
        node.reopen();
        assertThat(record(Notes.bare(4)).recorded()).isEqualTo(ahead.recorded());
        assertThat(node.journal().condition().clockIsBehind()).isTrue();
        assertThat(verified()).isInstanceOf(Verification.Sound.class);
    }

    @Test
    void whoeverIsInterruptedWhileTheirActWaitsLearnsWhatBecameOfIt() throws Exception {
        var waiting = new CountDownLatch(1);
        var open = new CountDownLatch(1);
        try (var desks = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> gate = desks.submit(() -> node.journal().record(DUTY, node.act(), draft(Notes.bare(1)), views -> {
                waiting.countDown();
                await(open);
            }));
            waiting.await();
            var told = new Receipt[1];
            var interruptedAfterwards = new boolean[1];
            Thread desk = Thread.ofPlatform().start(() -> {
                told[0] = record(Notes.bare(2));
                interruptedAfterwards[0] = Thread.currentThread().isInterrupted();
            });
            while (desk.getState() != Thread.State.WAITING) Thread.onSpinWait();
            desk.interrupt();
            open.countDown();
            gate.get();
            desk.join();
            assertThat(told[0]).isNotNull();
            assertThat(interruptedAfterwards[0]).isTrue();
        }
        assertThat(notes()).containsExactly(1L, 2L);
    }

    @Test
    void actsThatWaitWhenTheNodeClosesAreEachKeptOrRefusedAndNobodyHangs() throws Exception {
        var futures = new ArrayList<Future<Long>>();
        var kept = new ArrayList<Long>();
        var begun = new CountDownLatch(50);
        try (var desks = Executors.newVirtualThreadPerTaskExecutor()) {
            for (long desk = 0; desk < 16; desk++) {
                long first = desk * 100_000;
                futures.add(desks.submit(() -> {
                    for (long number = first; ; number++) {
                        try {
                            record(Notes.note(number, "until the end"));
                        } catch (Problem closing) {
                            assertThat(closing.code()).isEqualTo("journal.closing");
                            return number - first;
                        }
                        synchronized (kept) {
                            kept.add(number);
                        }
                        begun.countDown();
                    }
                }));
            }
            begun.await();
            node.journal().close();
            for (Future<Long> one : futures) one.get();
        }
        node.reopen();
        assertThat(notes()).containsExactlyInAnyOrderElementsOf(kept);
        assertThat(verified()).isInstanceOf(Verification.Sound.class);
    }

    @Test
    void aJournalCanBeClosedTwiceAndWhoeverComesLaterIsToldSo() {
        record(Notes.note(1, "sealed"));
        Sealed.Closed<FreeText> sealed = closed(1);
        Journal closed = node.journal();
        closed.close();
        closed.close();
        Reading now = closed.now();
        refused("journal.closing", () -> closed.record(DUTY, closed.ids().next(), draft(Notes.bare(2)), Rule.NONE));
        refused(
                "journal.closing",
                () -> closed.record(DUTY, closed.ids().next(), draft(Notes.note(2, "would need a key")), Rule.NONE));
        refused("journal.closing", now::rows);
        refused("journal.closing", closed::condition);
        refused("journal.closing", closed::head);
        refused("journal.closing", () -> closed.verify(Progress.SILENT));
        refused("journal.closing", () -> closed.rebuild(Progress.SILENT));
        refused("journal.closing", () -> closed.asOf(closed.clock().instant(), Progress.SILENT));
        refused("journal.closing", () -> closed.open(PROTECTION, closed.ids().next(), sealed, FreeText.class));
        refused("journal.closing", () -> closed.erase(PROTECTION, closed.ids().next(), closed.subject("token-1")));
        refused("journal.closing", closed::destroyExpired);
        refused(
                "journal.closing",
                () -> closed.export(PROTECTION, closed.ids().next(), Sensitivity.PUBLIC, new StringWriter()));
        node.reopen();
        assertThat(notes()).containsExactly(1L);
    }

    @Test
    void withNoRoomForAKeyTheActIsRefusedAndTheNextOneGoesOn() {
        node.journal().close();
        // The file of keys keeps the size that it has; the database is as large as it is, too.
        try (Journal full = new NodeFolder(path)
                .open(TestNode.PASSPHRASE, List.of(chapters()), node.clock(), new java.security.SecureRandom(), 1)) {
            String code = "";
            for (int household = 0; household < 500 && code.isEmpty(); household++) {
                try {
                    Subject subject = full.subject("token-" + household);
                    full.record(
                            DUTY,
                            full.ids().next(),
                            new Draft(Notes.note(household, "sealed"), now(), java.util.Optional.of(subject)),
                            Rule.NONE);
                } catch (Problem problem) {
                    code = problem.code();
                }
            }
            assertThat(code).isEqualTo("journal.disk-full");
        }
        node.reopen();
        record(Notes.note(1_000, "room again"));
        assertThat(verified()).isInstanceOf(Verification.Sound.class);
    }

    @Test
    void withNoRoomForAHeadActsGoOnAndTheNodeSaysSo() throws Exception {
        record(Notes.bare(1));
        java.nio.file.Path heads = path.resolve("heads");
        java.nio.file.Path aside = java.nio.file.Files.move(heads, path.resolve("heads-aside"));
        java.nio.file.Files.writeString(heads, "a file where the folder was");
        record(Notes.bare(2));
        org.awaitility.Awaitility.await().until(() -> node.journal().condition().headIsNotNoted());
        java.nio.file.Files.delete(heads);
        java.nio.file.Files.move(aside, heads);
        org.awaitility.Awaitility.await()
                .until(() -> !node.journal().condition().headIsNotNoted());
        node.reopen();
        assertThat(node.journal().findings()).isEmpty();
        assertThat(notes()).containsExactly(1L, 2L);
    }

    private static int overflow(int depth) {
        return depth < 0 ? 0 : 1 + overflow(depth + 1);
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable any) throws T {
        throw (T) any;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
