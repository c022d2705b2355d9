// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearway.corridor.Sayings.CORRIDOR;
import static org.clearway.corridor.Sayings.ZONE;
import static org.clearway.gate.AtTheGate.CHILD_CARE;
import static org.clearway.gate.AtTheGate.COORDINATION;
import static org.clearway.gate.AtTheGate.GATE;
import static org.clearway.gate.AtTheGate.GATE_DESK;
import static org.clearway.gate.AtTheGate.OTHER_DESK;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.clearway.access.Actor;
import org.clearway.corridor.Sayings;
import org.clearway.corridor.Used;
import org.clearway.journal.ActId;
import org.clearway.journal.Progress;
import org.clearway.language.Problem;
import org.clearway.time.Period;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Three desks at one gate, every request of which may come twice, in any order: the sums are those
/// of the touches that were acknowledged, and nobody is taken in while the gate stands still.
class ThreeDesksTest {
    private static final List<Actor> DESKS = List.of(GATE_DESK, OTHER_DESK, COORDINATION);

    @TempDir
    Path folder;

    /// The repetition is the seed.
    @RepeatedTest(25)
    void whateverTheOrderTheSumsAreThoseOfTheTouchesThatStand(RepetitionInfo run) {
        var chance = new SplittableRandom(run.getCurrentRepetition());
        try (var desk = new AtTheGate(folder.resolve("node"))) {
            desk.at("2019-09-14T16:00");
            desk.openUntil("2019-09-14T23:00");
            var standing = new ArrayList<TallyId>();
            var expected = new AtomicLong();
            var midway = new ArrayList<Midway>();
            for (int step = 0; step < 60; step++) {
                desk.node.clock().set(desk.node.clock().instant().plusSeconds(chance.nextInt(400)));
                Actor actor = DESKS.get(chance.nextInt(DESKS.size()));
                ActId act = desk.node.act();
                switch (chance.nextInt(7)) {
                    case 0 -> stopOrResume(desk);
                    case 1 -> {
                        if (standing.isEmpty()) continue;
                        TallyId slip = standing.get(chance.nextInt(standing.size()));
                        twice(chance, () -> desk.gates.undo(COORDINATION, act, slip));
                        standing.remove(slip);
                        expected.addAndGet(-size(slip));
                    }
                    case 2 -> {
                        var child = new Handover(GATE, Direction.OUT, CHILD_CARE, Band.MALE_FROM_5);
                        twice(chance, () -> desk.gates.handOver(actor, act, child, ZONE));
                        expected.addAndGet(1);
                    }
                    case 3 -> midway.add(new Midway(desk.node.clock().instant(), expected.get()));
                    default -> {
                        long size = 1 + chance.nextInt(9);
                        Passing family = Passing.household(Map.of(Band.NOT_TOLD, size));
                        boolean works = desk.state().takesIn();
                        boolean taken = attempt(() ->
                                twice(chance, () -> desk.gates.count(actor, act, GATE, Direction.OUT, ZONE, family)));
                        assertThat(taken).isEqualTo(works);
                        if (!taken) continue;
                        sizes.put(TallyId.of(act), size);
                        standing.add(TallyId.of(act));
                        expected.addAndGet(size);
                    }
                }
            }
            assertThat(sum(desk)).isEqualTo(expected.get());
            for (Midway then : midway) assertThat(known(desk, then.at())).isEqualTo(then.people());
            assertThat(desk.node.journal().rebuild(Progress.SILENT).different()).isEmpty();
        }
    }

    private final Map<TallyId, Long> sizes = new java.util.HashMap<>();

    private long size(TallyId tally) {
        return sizes.getOrDefault(tally, 0L);
    }

    private record Midway(Instant at, long people) {}

    private static void stopOrResume(AtTheGate desk) {
        boolean works = desk.state().takesIn();
        desk.decide(
                works ? Decision.PAUSE : Decision.RESUME, works ? DecisionReason.CROWDING : DecisionReason.CAUSE_GONE);
    }

    private static void twice(SplittableRandom chance, Runnable request) {
        request.run();
        if (chance.nextBoolean()) request.run();
    }

    private static boolean attempt(Runnable act) {
        try {
            act.run();
            return true;
        } catch (Problem refused) {
            assertThat(refused.code()).isEqualTo("gate.stopped");
            return false;
        }
    }

    @Test
    void threeDesksAtTheSameInstantLoseNoFamilyAndCountNoneTwice() throws Exception {
        try (var desk = new AtTheGate(folder.resolve("node"))) {
            desk.at("2019-09-14T16:00");
            desk.openUntil("2019-09-14T23:00");
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (Actor actor : DESKS) {
                    for (int i = 0; i < 40; i++) {
                        ActId act = desk.node.act();
                        for (int sent = 0; sent < 2; sent++) {
                            threads.submit(
                                    () -> desk.gates.count(actor, act, GATE, Direction.OUT, ZONE, AtTheGate.FAMILY));
                        }
                    }
                }
            }
            assertThat(sum(desk)).isEqualTo(3 * 40 * 5);
        }
    }

    private static long sum(AtTheGate desk) {
        var day = new Period(Sayings.at("2019-09-14T00:00"), Sayings.at("2019-09-17T00:00"), ZONE);
        return desk.gates.hours(GATE_DESK, desk.now(), CORRIDOR, day).stream()
                .mapToLong(hour -> hour.figures().persons())
                .sum();
    }

    /// What a board said then, asked for now.
    private static long known(AtTheGate desk, Instant then) {
        return switch (desk.gates.used(GATE_DESK, desk.now(), CORRIDOR, Sayings.at("2019-09-17T00:00"), then, ZONE)) {
            case Used.NotCounted none -> 0;
            case Used.Counted counted -> counted.inAll().people();
        };
    }
}
