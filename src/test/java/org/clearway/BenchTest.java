// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a bench prints; never how quick it was.
class BenchTest {
    @TempDir
    Path disk;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void theBenchOfTheJournalPrintsOneObjectAndLeavesNothingOnTheDisk() throws IOException {
        assertThat(bench("journal", "--format", "json", "--seconds", "0.1", "--entries", "300", "--watched-acts", "5"))
                .isEqualTo(ExitCode.FINE);
        JsonNode object = JsonMapper.builder().build().readTree(printed());
        assertThat(object.required("bench").asString()).isEqualTo("journal");
        assertThat(object.required("machine").required("cores").asInt()).isPositive();
        for (String load : new String[] {"bare", "noted", "stated"}) {
            for (int writers : new int[] {1, 16, 64}) {
                JsonNode figures = object.required("figures").required(load + "_" + writers + "_writers");
                assertThat(figures.propertyNames())
                        .containsExactly(
                                "acts_per_s", "p50_ms", "p95_ms", "p99_ms", "processor_us_per_act", "of_peer_ratio");
            }
        }
        assertThat(object.at("/figures/written/entries").asLong()).isEqualTo(300);
        assertThat(object.at("/figures/rebuilt/entries").asLong()).isGreaterThanOrEqualTo(300);
        assertThat(object.required("budgets")
                        .required("noted_64_writers.of_peer_ratio")
                        .propertyNames())
                .containsExactlyInAnyOrder("at_least", "kept");
        boolean counted = !object.at("/figures/syncs").isMissingNode();
        boolean saidWhyNot = object.required("not_measured").has("syncs");
        assertThat(counted).isNotEqualTo(saidWhyNot);
        try (Stream<Path> left = Files.list(disk)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void theBenchOfCopiesTakesOutEachFormatAndBringsEveryEntryBack() {
        assertThat(bench("copies", "--format", "json", "--lines", "300")).isEqualTo(ExitCode.FINE);
        JsonNode figures = JsonMapper.builder().build().readTree(printed()).required("figures");
        for (String format : new String[] {"csv", "xlsx"}) {
            JsonNode taken = figures.required("taken-out_" + format + "_format");
            assertThat(taken.required("lines").asLong()).as(format).isGreaterThanOrEqualTo(300);
            assertThat(taken.required("resident_mb").asLong()).as(format).isPositive();
        }
        assertThat(figures.at("/restored/entries").asLong())
                .isEqualTo(figures.at("/backed-up/entries").asLong())
                .isGreaterThan(100);
    }

    @Test
    void theBenchOfTheGateCountsAndCardsAtSixteenDesksAndAsksForEachList() {
        assertThat(bench("gate", "--format", "json", "--seconds", "0.1", "--households", "120"))
                .isEqualTo(ExitCode.FINE);
        JsonNode figures = JsonMapper.builder().build().readTree(printed()).required("figures");
        assertThat(figures.propertyNames())
                .containsExactlyInAnyOrder(
                        "counted_16_desks",
                        "carded_16_desks",
                        "read.board",
                        "read.board-as-known",
                        "read.day",
                        "read.sixty-days",
                        "read.last-touches",
                        "read.card",
                        "read.lost-cards",
                        "read.shift",
                        "read.shifts");
    }

    @Test
    void theBenchOfBoardingReadsEachCardOnTheWayOutAndOnTheWayInAndClosesEveryTrip() {
        assertThat(bench("boarding", "--format", "json", "--cards", "1400")).isEqualTo(ExitCode.FINE);
        JsonNode figures = JsonMapper.builder().build().readTree(printed()).required("figures");
        assertThat(figures.propertyNames())
                .containsExactlyInAnyOrder(
                        "boarded_16_desks",
                        "read.board-on-the-road",
                        "read.underway",
                        "reconciled_100_buses_4_desks",
                        "read.differences",
                        "scanned_16_desks");
        assertThat(figures.at("/reconciled_100_buses_4_desks/acts").asLong()).isGreaterThan(900);
    }

    @Test
    void aPercentileIsTheNearestRankOfAllTimes() {
        var times = new BenchTimes();
        for (int milli = 100; milli >= 1; milli--) times.add(milli * 1_000_000L);
        assertThat(times.percentileMillis(50)).isEqualTo(50);
        assertThat(times.percentileMillis(95)).isEqualTo(95);
        assertThat(times.percentileMillis(99)).isEqualTo(99);
        var one = new BenchTimes();
        one.add(7_000_000);
        times.addAll(one);
        assertThat(one.percentileMillis(99)).isEqualTo(7);
        assertThat(times.count()).isEqualTo(101);
    }

    @Test
    void whatWasTimedInStretchesIsCountedByTheSecond() {
        var times = new BenchTimes();
        for (int i = 0; i < 3; i++) times.add(1);
        times.addStretch(1_000_000_000, 20_000);
        times.addStretch(500_000_000, 10_000);
        assertThat(times.perSecond()).isEqualTo(2);
        assertThat(times.processorMicrosPerAct()).isEqualTo(10);
    }

    @Test
    void aBudgetThatIsNotKeptIsToldAndIsNoFailure() {
        assertThat(bench("journal", "--seconds", "0.1", "--entries", "50", "--watched-acts", "1"))
                .isEqualTo(ExitCode.FINE);
        assertThat(printed().lines().filter(line -> line.contains("p95 ms ≤ 50")))
                .isNotEmpty()
                .allMatch(line -> line.endsWith(": kept") || line.endsWith(": not kept"));
    }

    private int bench(String... args) {
        String[] all = Stream.of(Stream.of("bench"), Stream.of(args), Stream.of("--dir", disk.toString()))
                .flatMap(some -> some)
                .toArray(String[]::new);
        var terminal = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(OutputStream.nullOutputStream()));
        return CommandLines.run(all, terminal, Reach.STANDING_ALONE);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
