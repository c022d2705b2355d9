// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.clearway.journal.Disk;
import org.clearway.journal.Progress;
import org.clearway.journal.Verification;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;

/// The power goes at any step of a day of vehicles. What was acknowledged is there once, nothing is
/// half there, and when everyone has sent again what nobody answered, everyone is where they are on
/// a day without a crash.
class RoadCrashTest {
    private static final int STEPS = 60;

    @TempDir
    Path folder;

    private record Sent(RandomRoad.Step step, String answer) {}

    /// The repetition is the seed.
    @RepeatedTest(2)
    void whateverIsCutOffEveryoneIsSomewhereOnce(RepetitionInfo run) throws IOException {
        var chance = new SplittableRandom(run.getCurrentRepetition());
        Path path = folder.resolve("node");
        var sent = new ArrayList<Sent>();
        var disks = new ArrayList<Disk>();
        var told = new ArrayList<List<String>>();
        try (var way = new OnTheWay(path)) {
            var road = new RandomRoad(way, chance);
            disks.add(Disk.of(path));
            told.add(everything(way));
            for (int i = 0; i < STEPS; i++) {
                way.later(java.time.Duration.ofSeconds(chance.nextInt(90)));
                RandomRoad.Step step = road.next((double) i / STEPS);
                String answer = step.send(way);
                if (answer.equals(RandomRoad.Step.DONE)) step.then().run();
                road.agrees(step.what());
                sent.add(new Sent(step, answer));
                disks.add(Disk.of(path));
                told.add(everything(way));
            }
        }
        assertThat(sent)
                .filteredOn(one -> one.answer.equals(RandomRoad.Step.DONE))
                .hasSizeGreaterThan(STEPS / 4);
        for (int cut = chance.nextInt(2); cut < STEPS; cut += 2) {
            boolean written = chance.nextInt(4) == 0;
            Disk left = written ? disks.get(cut + 1) : disks.get(cut + 1).tornAfter(disks.get(cut), chance);
            left.putBack(path);
            try (var way = OnTheWay.reopened(path)) {
                String where = "cut at step " + cut + ", " + sent.get(cut).step.what();
                way.node.clock().set(sent.get(cut).step.at());
                assertThat(way.node.journal().findings()).as(where).isEmpty();
                // What is written and was not answered is there as well, or nothing of it.
                assertThat(everything(way)).as(where).isEqualTo(told.get(written ? cut + 1 : cut));
                assertThat(way.node.journal().rebuild(Progress.SILENT).different())
                        .as(where)
                        .isEmpty();
                for (Sent one : sent.subList(cut, STEPS)) {
                    way.node.clock().set(one.step.at());
                    assertThat(one.step.send(way))
                            .as("%s: %s again", where, one.step.what())
                            .isEqualTo(one.answer);
                }
                for (Sent one : sent) {
                    if (one.answer.equals(RandomRoad.Step.DONE) && chance.nextInt(3) == 0) one.step.send(way);
                }
                assertThat(everything(way)).as(where).isEqualTo(told.getLast());
                assertThat(way.node.journal().verify(Progress.SILENT)).isInstanceOf(Verification.Sound.class);
            }
        }
    }

    /// Every row that is kept of trips, and every entry but who read what.
    private static List<String> everything(OnTheWay way) {
        var all = new ArrayList<String>();
        all.addAll(way
                .now()
                .rows()
                .sql("select act, ordinal, type, occurred_from, account from entry where type not like"
                        + " 'journal.%' order by position")
                .query()
                .listOfRows()
                .stream()
                .map(row -> row.values().toString())
                .toList());
        for (String table : way.now()
                .rows()
                .sql("select name from sqlite_master where type = 'table' and name like 'transport\\_%' escape '\\'"
                        + " order by name")
                .query((row, n) -> row.getString(1))
                .list()) {
            all.addAll(way.now().rows().sql("select * from " + table).query().listOfRows().stream()
                    .map(row -> {
                        row.keySet().removeAll(Set.of("position"));
                        return table + row;
                    })
                    .sorted()
                    .toList());
        }
        return all;
    }
}
