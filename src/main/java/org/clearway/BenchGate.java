// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import static org.clearway.BenchMeasure.ACTS_PER_S;
import static org.clearway.BenchMeasure.P50_MS;
import static org.clearway.BenchMeasure.P95_MS;
import static org.clearway.BenchMeasure.P99_MS;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
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
import org.clearway.gate.CardNumber;
import org.clearway.gate.Cards;
import org.clearway.gate.Decided;
import org.clearway.gate.Decision;
import org.clearway.gate.DecisionReason;
import org.clearway.gate.Difference;
import org.clearway.gate.Direction;
import org.clearway.gate.Explained;
import org.clearway.gate.Explanation;
import org.clearway.gate.Gate;
import org.clearway.gate.Gates;
import org.clearway.gate.Household;
import org.clearway.gate.Passing;
import org.clearway.gate.ShiftFigures;
import org.clearway.gate.Shifts;
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

/// Measures a gate: many desks at once with many families behind, and what pages ask for at that size. The families
/// behind came over sixty days, told on a clock that is set back and catches up: so many a day were counted, and of a
/// hundred {@link #CARDED_OF_100} had a card, as those do who go on by bus.
///
/// What is printed, each as the time that whoever acts or asks waits (p50, p95, p99):
///
/// - `counted`, `carded`: a family counted, a card issued, at sixteen desks at once, each waiting for its answer before
///   it acts again; the answer means that the act is on disk. Acts a second are those of all desks together.
/// - `read.board`, `read.board-as-known`: the board as coordination sees it, now and as it was before the last touches.
/// - `read.day`, `read.sixty-days`: the figures of a corridor by the hour.
/// - `read.last-touches`: the last counts of a desk, from which it undoes a slip.
/// - `read.card`: whether the card of a number that was typed lives.
/// - `read.lost-cards`: the cards of the day for five people, each opened, and each opening on record and on disk.
/// - `read.shift`: the day's counts against its cards, as a shift is about to be closed.
/// - `read.shifts`: the shifts that were closed last, with what their hours come to by now.
final class BenchGate {
    private static final int DESKS = 16;
    private static final int FILLING = 64;
    private static final int READINGS = 200;

    /// The days over which the families behind came.
    private static final int DAYS = 60;

    /// Of a hundred families, how many had a card: on a simulated day it is about as many.
    private static final int CARDED_OF_100 = 55;

    /// One card in so many is asked for afterwards.
    private static final int ASKED_OF = 50;

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
        var clock = new SetBack();
        try (var node = BenchNode.make(folder.resolve("gate"), seed, clock)) {
            Journal journal = node.journal();
            var agreements = new Agreements(journal);
            var corridors = new Corridors(journal);
            var gates = new Gates(journal, corridors);
            var cards = new Cards(journal);
            var shifts = new Shifts(journal);
            var fires = new Fires(journal, Corridors.ground());
            var boards = new Boards(journal, agreements, corridors, gates, fires, ZONE);
            clock.by = Duration.ofDays(DAYS + 1);
            open(journal, agreements, corridors, gates);
            List<CardNumber> numbers = fill(journal, clock, gates, cards, shifts, households);
            Instant before = journal.clock().instant();
            atOnce(
                    "counted",
                    (desk, chance) ->
                            gates.count(desk, journal.ids().next(), GATE, Direction.OUT, ZONE, family(chance)));
            atOnce("carded", (desk, chance) -> card(journal, cards, desk, family(chance)));
            Instant now = journal.clock().instant();
            Actor desk = desk(1);
            Instant midnight = now.truncatedTo(ChronoUnit.DAYS);
            var day = new Period(midnight, now.plusSeconds(1), ZONE);
            var sixty = new Period(now.minus(Duration.ofDays(DAYS)), now.plusSeconds(1), ZONE);
            var shift = new Period(midnight, midnight.plus(Duration.ofDays(1)), ZONE);
            read("board", () -> boards.boards(CELL, journal.now(), now));
            read("board-as-known", () -> boards.boards(CELL, journal.now(), now, before));
            read("day", () -> gates.hours(CELL, journal.now(), CORRIDOR, day));
            read("sixty-days", () -> gates.hours(CELL, journal.now(), CORRIDOR, sixty));
            read("last-touches", () -> gates.latest(desk, journal.now(), GATE, 3));
            var chance = new SplittableRandom(seed + 2);
            read("card", () -> cards.card(desk, journal.now(), numbers.get(chance.nextInt(numbers.size()))));
            read("lost-cards", () -> cards.lost(desk, journal.ids().next(), GATE, ZONE, 5, Optional.empty()));
            read("shift", () -> shifts.figures(desk, journal.now(), GATE, shift, Optional.empty()));
            read("shifts", () -> shifts.closed(desk, journal.now(), GATE, 10));
        }
    }

    /// The machine's clock, set back. It catches up day by day, and never goes back.
    private static final class SetBack implements InstantSource {
        private volatile Duration by = Duration.ZERO;

        @Override
        public Instant instant() {
            return InstantSource.system().instant().minus(by);
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

    /// Families of days gone by, each a count of its own, some with a card; each day's shift is closed.
    /// @return some of the cards
    private List<CardNumber> fill(
            Journal journal, SetBack clock, Gates gates, Cards cards, Shifts shifts, long households) {
        var some = new ConcurrentLinkedQueue<CardNumber>();
        var filling = new ArrayList<BenchLoad.Client>(FILLING);
        var chance = new SplittableRandom(seed);
        for (int i = 0; i < FILLING; i++) {
            var own = chance.split();
            Actor desk = desk(i);
            filling.add(() -> {
                Passing family = family(own);
                gates.count(desk, journal.ids().next(), GATE, Direction.OUT, ZONE, family);
                if (own.nextInt(100) >= CARDED_OF_100) return;
                CardNumber number = card(journal, cards, desk, family);
                if (some.isEmpty() || own.nextInt(ASKED_OF) == 0) some.add(number);
            });
        }
        for (int day = 0; day < DAYS; day++) {
            clock.by = Duration.ofDays(DAYS - day);
            long done = households * day / DAYS;
            long next = households * (day + 1) / DAYS;
            BenchLoad.count(filling, next - done);
            closeShift(journal, shifts);
            if ((day + 1) % 6 == 0) context.tell("bench.written", Map.of("done", next, "all", households));
        }
        clock.by = Duration.ZERO;
        return List.copyOf(some);
    }

    private static void closeShift(Journal journal, Shifts shifts) {
        Instant hour = journal.clock().instant().truncatedTo(ChronoUnit.HOURS);
        var hours = new Period(hour.minus(Duration.ofHours(1)), hour.plus(Duration.ofHours(1)), ZONE);
        ShiftFigures seen = shifts.figures(CELL, journal.now(), GATE, hours, Optional.empty());
        var explained = Map.of(Difference.FAMILIES_AND_CARDS, Explanation.NO_CARD_WANTED);
        shifts.close(CELL, journal.ids().next(), GATE, hours, seen, explained);
    }

    private static CardNumber card(Journal journal, Cards cards, Actor desk, Passing family) {
        var household = new Household(family.people(), Map.of(), Language.AR, Optional.empty(), List.of());
        return cards.issue(desk, journal.ids().next(), GATE, ZONE, EnumSet.allOf(Explained.class), household)
                .number();
    }

    /// What one desk does again and again.
    @FunctionalInterface
    private interface Touch {
        void by(Actor desk, SplittableRandom chance);
    }

    private void atOnce(String what, Touch touch) {
        var acting = new ArrayList<BenchLoad.Client>(DESKS);
        var chance = new SplittableRandom(seed + 1);
        for (int i = 0; i < DESKS; i++) {
            var own = chance.split();
            Actor desk = desk(i);
            acting.add(() -> touch.by(desk, own));
        }
        BenchLoad.run(acting, length, new BenchTimes());
        var times = new BenchTimes();
        BenchLoad.run(acting, length, times);
        var figures = waits(times);
        figures.put(ACTS_PER_S, times.perSecond());
        report.add(what, Map.of("desks", DESKS), figures, Budget.atMost(P95_MS, 50));
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
