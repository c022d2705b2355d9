// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.clearway.journal.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Everyone who got into a vehicle is in exactly one place, after whatever the desks do, and no trip is closed while
/// one of its people is nowhere (rule 19 of the twenty do-no-harm rules).
class EveryoneIsSomewhereTest {
    private static final int SEEDS = 14;
    private static final int ACTS = 200;
    private static final int LATE = 6;

    @TempDir
    Path folder;

    /// Each kind of act is done at least once, and refused at least once where it can be.
    @Test
    void everyoneIsInExactlyOnePlaceAfterEveryActAndEveryRepeat() {
        var answers = new TreeMap<String, Set<String>>();
        for (int seed = 1; seed <= SEEDS; seed++) {
            try (var way = new OnTheWay(folder.resolve("seed-" + seed))) {
                var chance = new SplittableRandom(seed);
                var road = new RandomRoad(way, chance);
                var done = new ArrayList<RandomRoad.Step>();
                for (int i = 0; i < ACTS; i++) {
                    way.later(Duration.ofSeconds(chance.nextInt(90)));
                    RandomRoad.Step step = road.next((double) i / ACTS);
                    String answer = step.send(way);
                    answers.computeIfAbsent(step.what(), what -> new TreeSet<>())
                            .add(answer);
                    if (answer.equals(RandomRoad.Step.DONE)) {
                        step.then().run();
                        done.add(step);
                    }
                    road.agrees("seed " + seed + ", act " + i + ", " + step.what() + ": " + answer);
                    if (!done.isEmpty() && chance.nextInt(4) == 0) {
                        RandomRoad.Step again = done.get(chance.nextInt(done.size()));
                        assertThat(again.send(way)).as("%s again", again.what()).isEqualTo(RandomRoad.Step.DONE);
                        road.agrees("seed " + seed + ", act " + i + ", " + again.what() + " again");
                    }
                }
                for (var left = road.untilAllAreClosed(); left.isPresent(); left = road.untilAllAreClosed()) {
                    assertThat(left.get().send(way)).as(left.get().what()).isEqualTo(RandomRoad.Step.DONE);
                    left.get().then().run();
                    road.agrees("seed " + seed + ", at the end, " + left.get().what());
                }
                for (int i = 0; i < LATE; i++) {
                    RandomRoad.Step late = road.comesLate();
                    String answer = late.send(way);
                    answers.computeIfAbsent(late.what(), what -> new TreeSet<>())
                            .add(answer);
                    if (answer.equals(RandomRoad.Step.DONE)) late.then().run();
                    road.agrees("seed " + seed + ", " + late.what() + ": " + answer);
                }
                road.knowsEveryTrip();
                assertThat(way.node.journal().rebuild(Progress.SILENT).different())
                        .isEmpty();
            }
        }
        answers.forEach((what, said) -> {
            if (what.equals("explain TRANSFERRED_VEHICLE")) assertThat(said).doesNotContain(RandomRoad.Step.DONE);
            else assertThat(said).as(what).contains(RandomRoad.Step.DONE).hasSizeGreaterThan(1);
        });
    }

    /// Requests of different desks reach the node at the same time, in threads of their own.
    @Test
    void everyoneIsInExactlyOnePlaceWhicheverOfTheDesksIsFirst() throws Exception {
        for (int seed = 101; seed <= 100 + SEEDS / 2; seed++) {
            try (var way = new OnTheWay(folder.resolve("seed-" + seed));
                    ExecutorService desks = Executors.newFixedThreadPool(4)) {
                var chance = new SplittableRandom(seed);
                var road = new RandomRoad(way, chance);
                for (int i = 0; i < ACTS / 4; i++) {
                    way.later(Duration.ofSeconds(chance.nextInt(90)));
                    var at = new ArrayList<RandomRoad.Step>();
                    var sent = new ArrayList<Callable<String>>();
                    for (int desk = 0; desk < 4; desk++) {
                        RandomRoad.Step step = road.next(4.0 * i / ACTS);
                        at.add(step);
                        sent.add(() -> step.send(way));
                    }
                    List<Future<String>> answers = desks.invokeAll(sent);
                    for (int desk = 0; desk < at.size(); desk++) {
                        if (answers.get(desk).get().equals(RandomRoad.Step.DONE))
                            at.get(desk).then().run();
                    }
                    road.agrees("seed " + seed + ", together " + i);
                }
            }
        }
    }
}
