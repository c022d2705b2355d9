// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import static org.clearway.BenchMeasure.ACTS_PER_S;
import static org.clearway.BenchMeasure.P50_MS;
import static org.clearway.BenchMeasure.P95_MS;
import static org.clearway.BenchMeasure.P99_MS;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.clearway.BenchReport.Budget;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.Role;
import org.clearway.agreement.Agreements;
import org.clearway.agreement.Assurance;
import org.clearway.agreement.AssuranceStatus;
import org.clearway.agreement.CorridorId;
import org.clearway.agreement.Party;
import org.clearway.agreement.PartyId;
import org.clearway.agreement.PartyKind;
import org.clearway.ceasefire.Fires;
import org.clearway.coordination.Boards;
import org.clearway.corridor.Corridor;
import org.clearway.corridor.Corridors;
import org.clearway.corridor.CrossingId;
import org.clearway.corridor.CrossingPoint;
import org.clearway.corridor.PermittedFlow;
import org.clearway.gate.Band;
import org.clearway.gate.CrossingTally;
import org.clearway.gate.Decided;
import org.clearway.gate.Decision;
import org.clearway.gate.DecisionReason;
import org.clearway.gate.Direction;
import org.clearway.gate.Gate;
import org.clearway.gate.Gates;
import org.clearway.gate.HourSlot;
import org.clearway.gate.Passing;
import org.clearway.gate.Taken;
import org.clearway.geo.Area;
import org.clearway.geo.AreaId;
import org.clearway.geo.AreaKind;
import org.clearway.journal.Journal;
import org.clearway.language.Language;
import org.clearway.language.Names;
import org.clearway.places.Basis;
import org.clearway.places.Places;
import org.clearway.places.Source;
import org.clearway.time.Occurred;
import org.clearway.time.Period;
import org.clearway.time.Span;

/// Measures a gate: many desks that count families at once with many families behind, and what pages ask for at that
/// size.
final class BenchGate {
    private static final int DESKS = 16;
    private static final int FILLING = 64;
    private static final int READINGS = 200;

    /// The days over which the families behind came.
    private static final int DAYS = 60;

    private static final ZoneId ZONE = ZoneOffset.UTC;
    private static final CorridorId CORRIDOR = new CorridorId("corridor-1");
    private static final Gate GATE = new Gate(CORRIDOR, new CrossingId("crossing-1"));
    private static final Actor CELL = desk("coordination-1", Role.COORDINATION);

    private final Context context;
    private final BenchReport report;
    private final Path folder;
    private final long seed;
    private final Duration length;

    BenchGate(Context context, BenchReport report, Path folder, long seed, Duration length) {
        this.context = context;
        this.report = report;
        this.folder = folder;
        this.seed = seed;
        this.length = length;
    }

    void measure(long households) {
        try (var node = BenchNode.make(folder.resolve("gate"), seed)) {
            Journal journal = node.journal();
            var agreements = new Agreements(journal);
            var corridors = new Corridors(journal);
            var gates = new Gates(journal, corridors);
            var fires = new Fires(journal, Corridors.ground());
            var boards = new Boards(journal, agreements, corridors, gates, fires, ZONE);
            open(journal, agreements, corridors, gates);
            fill(journal, gates, households);
            Instant before = journal.clock().instant();
            counted(journal, gates);
            Instant now = journal.clock().instant();
            var day = new Period(now.truncatedTo(ChronoUnit.DAYS), now.plusSeconds(1), ZONE);
            var sixty = new Period(now.minus(Duration.ofDays(DAYS)), now.plusSeconds(1), ZONE);
            read("board", () -> boards.boards(CELL, journal.now(), now));
            read("board-as-known", () -> boards.boards(CELL, journal.now(), now, before));
            read("day", () -> gates.hours(CELL, journal.now(), CORRIDOR, day));
            read("sixty-days", () -> gates.hours(CELL, journal.now(), CORRIDOR, sixty));
            read("last-touches", () -> gates.latest(desk(1), journal.now(), GATE, 3));
        }
    }

    private static void open(Journal journal, Agreements agreements, Corridors corridors, Gates gates) {
        var area = new AreaId("area-1");
        var party = new PartyId("party-1");
        Source source = new Source(
                named("Agency"), Occurred.on(LocalDate.of(2000, 1, 1), ZONE), Optional.empty(), Basis.STATED);
        new Places(journal)
                .name(
                        CELL,
                        journal.ids().next(),
                        new Area(area, AreaKind.ADM1, Optional.empty(), named("Area"), List.of(), Optional.empty()),
                        Optional.empty());
        agreements.name(
                CELL, journal.ids().next(), new Party(party, PartyKind.OFFICE, named("Party"), Optional.empty()));
        corridors.plan(
                CELL,
                journal.ids().next(),
                new Corridor(
                        CORRIDOR,
                        named("Corridor"),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(party),
                        List.of(),
                        Set.of(PermittedFlow.CIVILIANS_OUT),
                        List.of(new CrossingPoint(GATE.crossing(), named("Crossing"), area, Optional.empty())),
                        source));
        agreements.assure(
                CELL,
                journal.ids().next(),
                new Assurance(
                        CORRIDOR,
                        party,
                        AssuranceStatus.GIVEN,
                        Span.since(Occurred.on(LocalDate.of(2000, 1, 1), ZONE)),
                        source));
        gates.decide(
                CELL,
                journal.ids().next(),
                new Decided(CORRIDOR, Decision.OPEN, DecisionReason.ASSURANCES_GIVEN, Optional.empty()));
    }

    /// Families of days gone by, each a count of its own.
    private void fill(Journal journal, Gates gates, long households) {
        var filling = new ArrayList<BenchLoad.Client>(FILLING);
        var chance = new SplittableRandom(seed);
        Instant now = journal.clock().instant();
        for (int i = 0; i < FILLING; i++) {
            var own = chance.split();
            Actor desk = desk(i);
            filling.add(() -> {
                var hour = new HourSlot(now.minus(Duration.ofMinutes(60 + own.nextInt(DAYS * 24 * 60))), ZONE);
                gates.report(
                        desk,
                        journal.ids().next(),
                        new CrossingTally(GATE, Direction.OUT, hour, Taken.LATE, family(own)));
            });
        }
        long slice = Math.max(1, households / 10);
        for (long done = 0; done < households; done += slice) {
            BenchLoad.count(filling, Math.min(slice, households - done));
            context.tell("bench.written", Map.of("done", Math.min(done + slice, households), "all", households));
        }
    }

    private void counted(Journal journal, Gates gates) {
        var counting = new ArrayList<BenchLoad.Client>(DESKS);
        var chance = new SplittableRandom(seed + 1);
        for (int i = 0; i < DESKS; i++) {
            var own = chance.split();
            Actor desk = desk(i);
            counting.add(() -> gates.count(desk, journal.ids().next(), GATE, Direction.OUT, ZONE, family(own)));
        }
        BenchLoad.run(counting, length, new BenchTimes());
        var times = new BenchTimes();
        BenchLoad.run(counting, length, times);
        var figures = waits(times);
        figures.put(ACTS_PER_S, times.perSecond());
        report.add("counted", Map.of("desks", DESKS), figures, Budget.atMost(P95_MS, 50));
    }

    private void read(String what, Runnable reading) {
        for (int i = 0; i < READINGS / 10; i++) reading.run();
        var times = new BenchTimes();
        for (int i = 0; i < READINGS; i++) {
            long begin = System.nanoTime();
            reading.run();
            times.add(System.nanoTime() - begin);
        }
        report.add("read." + what, Map.of(), waits(times), Budget.atMost(P95_MS, 300));
    }

    private static Map<BenchMeasure, Double> waits(BenchTimes times) {
        var figures = new LinkedHashMap<BenchMeasure, Double>();
        figures.put(P50_MS, times.percentileMillis(50));
        figures.put(P95_MS, times.percentileMillis(95));
        figures.put(P99_MS, times.percentileMillis(99));
        return figures;
    }

    private static Passing family(SplittableRandom chance) {
        return Passing.household(Map.of(
                Band.FEMALE_FROM_18,
                1L,
                Band.MALE_FROM_18,
                1L,
                Band.FEMALE_FROM_5,
                1L + chance.nextInt(3),
                Band.MALE_UNDER_5,
                (long) chance.nextInt(3)));
    }

    private static Actor desk(int number) {
        return desk("gate-" + (number + 1), Role.GATE);
    }

    private static Actor desk(String account, Role role) {
        return new Actor(new AccountId(account), Set.of(role));
    }

    private static Names named(String english) {
        return Names.of(Language.EN, english);
    }
}
