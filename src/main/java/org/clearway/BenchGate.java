// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import static org.clearway.BenchCrossing.CELL;
import static org.clearway.BenchCrossing.CORRIDOR;
import static org.clearway.BenchCrossing.GATE;
import static org.clearway.BenchCrossing.ZONE;
import static org.clearway.BenchMeasure.ACTS_PER_S;
import static org.clearway.BenchMeasure.P95_MS;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.clearway.BenchReport.Budget;
import org.clearway.access.Actor;
import org.clearway.agreement.Agreements;
import org.clearway.ceasefire.Fires;
import org.clearway.coordination.Boards;
import org.clearway.corridor.Corridors;
import org.clearway.gate.CardNumber;
import org.clearway.gate.Cards;
import org.clearway.gate.Difference;
import org.clearway.gate.Direction;
import org.clearway.gate.Explanation;
import org.clearway.gate.Gates;
import org.clearway.gate.Passing;
import org.clearway.gate.ShiftFigures;
import org.clearway.gate.Shifts;
import org.clearway.journal.Journal;
import org.clearway.time.Period;

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

    /// The days over which the families behind came.
    private static final int DAYS = 60;

    /// Of a hundred families, how many had a card: on a simulated day it is about as many.
    private static final int CARDED_OF_100 = 55;

    /// One card in so many is asked for afterwards.
    private static final int ASKED_OF = 50;

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
            BenchCrossing.open(journal, agreements, corridors, gates);
            List<CardNumber> numbers = fill(journal, clock, gates, cards, shifts, households);
            Instant before = journal.clock().instant();
            atOnce(
                    "counted",
                    (desk, chance) -> gates.count(
                            desk, journal.ids().next(), GATE, Direction.OUT, ZONE, BenchCrossing.family(chance)));
            atOnce("carded", (desk, chance) -> BenchCrossing.card(journal, cards, desk, BenchCrossing.family(chance)));
            Instant now = journal.clock().instant();
            Actor desk = BenchCrossing.desk(1);
            Instant midnight = now.truncatedTo(ChronoUnit.DAYS);
            var day = new Period(midnight, now.plusSeconds(1), ZONE);
            var sixty = new Period(now.minus(Duration.ofDays(DAYS)), now.plusSeconds(1), ZONE);
            var shift = new Period(midnight, midnight.plus(Duration.ofDays(1)), ZONE);
            BenchCrossing.read(report, "board", () -> boards.boards(CELL, journal.now(), now));
            BenchCrossing.read(report, "board-as-known", () -> boards.boards(CELL, journal.now(), now, before));
            BenchCrossing.read(report, "day", () -> gates.hours(CELL, journal.now(), CORRIDOR, day));
            BenchCrossing.read(report, "sixty-days", () -> gates.hours(CELL, journal.now(), CORRIDOR, sixty));
            BenchCrossing.read(report, "last-touches", () -> gates.latest(desk, journal.now(), GATE, 3));
            var chance = new SplittableRandom(seed + 2);
            BenchCrossing.read(
                    report, "card", () -> cards.card(desk, journal.now(), numbers.get(chance.nextInt(numbers.size()))));
            BenchCrossing.read(
                    report,
                    "lost-cards",
                    () -> cards.lost(desk, journal.ids().next(), GATE, ZONE, 5, Optional.empty()));
            BenchCrossing.read(
                    report, "shift", () -> shifts.figures(desk, journal.now(), GATE, shift, Optional.empty()));
            BenchCrossing.read(report, "shifts", () -> shifts.closed(desk, journal.now(), GATE, 10));
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

    /// Families of days gone by, each a count of its own, some with a card; each day's shift is closed.
    /// @return some of the cards
    private List<CardNumber> fill(
            Journal journal, SetBack clock, Gates gates, Cards cards, Shifts shifts, long households) {
        var some = new ConcurrentLinkedQueue<CardNumber>();
        var filling = new ArrayList<BenchLoad.Client>(FILLING);
        var chance = new SplittableRandom(seed);
        for (int i = 0; i < FILLING; i++) {
            var own = chance.split();
            Actor desk = BenchCrossing.desk(i);
            filling.add(() -> {
                Passing family = BenchCrossing.family(own);
                gates.count(desk, journal.ids().next(), GATE, Direction.OUT, ZONE, family);
                if (own.nextInt(100) >= CARDED_OF_100) return;
                CardNumber number = BenchCrossing.card(journal, cards, desk, family);
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
            Actor desk = BenchCrossing.desk(i);
            acting.add(() -> touch.by(desk, own));
        }
        BenchLoad.run(acting, length, new BenchTimes());
        var times = new BenchTimes();
        BenchLoad.run(acting, length, times);
        var figures = BenchCrossing.waits(times);
        figures.put(ACTS_PER_S, times.perSecond());
        report.add(what, Map.of("desks", DESKS), figures, Budget.atMost(P95_MS, 50));
    }
}
