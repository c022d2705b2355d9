// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import static org.clearway.BenchCrossing.CELL;
import static org.clearway.BenchCrossing.CORRIDOR;
import static org.clearway.BenchCrossing.GATE;
import static org.clearway.BenchCrossing.ZONE;
import static org.clearway.BenchMeasure.ACTS;
import static org.clearway.BenchMeasure.ACTS_PER_S;
import static org.clearway.BenchMeasure.P95_MS;
import static org.clearway.BenchMeasure.SECONDS;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicLong;
import org.clearway.BenchReport.Budget;
import org.clearway.access.Actor;
import org.clearway.access.Role;
import org.clearway.agreement.Agreements;
import org.clearway.ceasefire.Fires;
import org.clearway.coordination.Boards;
import org.clearway.corridor.Corridors;
import org.clearway.gate.CardNumber;
import org.clearway.gate.Cards;
import org.clearway.gate.Gates;
import org.clearway.gate.Passing;
import org.clearway.journal.Journal;
import org.clearway.language.Language;
import org.clearway.language.Names;
import org.clearway.transport.Capacity;
import org.clearway.transport.Convoys;
import org.clearway.transport.DifferenceReason;
import org.clearway.transport.Passage;
import org.clearway.transport.PlaceKind;
import org.clearway.transport.Receptions;
import org.clearway.transport.SafeArea;
import org.clearway.transport.SafeAreaId;
import org.clearway.transport.SafeAreas;
import org.clearway.transport.Scanned;
import org.clearway.transport.TripId;
import org.clearway.transport.Trips;
import org.clearway.transport.Vehicle;
import org.clearway.transport.VehicleId;
import org.clearway.transport.VehicleType;
import org.clearway.transport.Vehicles;

/// Measures boarding and reception: families with cards who get into buses of 45 seats, and come
/// in.
///
/// What is printed, times each as whoever acts or asks waits:
///
/// - `boarded`: a card read and its family got in, at sixteen desks at once, each waiting for its
/// answer before it reads the next; the answer means that the act is on disk. A bus that is full
/// makes way for one that stands open.
/// - `read.board-on-the-road`: the board as coordination sees it, with a hundred buses on the road
/// in convoys of ten.
/// - `read.underway`: these convoys.
/// - `scanned`: a card read beside a bus that arrived, and its family received, at sixteen desks at
/// once.
/// - `reconciled`: a hundred buses from their arrival to the last of them closed, at four desks at
/// once: each household received, in one of ten buses somebody missing, looked for, and found in
/// hospital. All of it, in seconds.
/// - `read.differences`: the work queue before the last of those is found.
final class BenchBoarding {
    private static final int DESKS = 16;
    private static final int ISSUING = 64;
    private static final int RECEPTIONS = 4;
    private static final int CONVOY = 10;
    private static final int BUSES = 100;
    private static final int ONE_MISSING_OF = 10;
    private static final Capacity BUS = new Capacity(45, 1, 0, 2, 90);
    private static final SafeAreaId SCHOOL = new SafeAreaId("school-1");

    private final Context context;
    private final BenchReport report;
    private final Path folder;
    private final long seed;

    BenchBoarding(Context context, BenchReport report, Path folder, long seed) {
        this.context = context;
        this.report = report;
        this.folder = folder;
        this.seed = seed;
    }

    /// A family with its card, at the buses.
    private record Family(CardNumber card, long people) {}

    /// A family aboard.
    private record Aboard(CardNumber card, TripId trip) {}

    void measure(long households) {
        try (var node = BenchNode.make(folder.resolve("boarding"), seed)) {
            var day = new Day(node.journal());
            List<Family> families = day.families(households);
            var aboard = new ConcurrentLinkedDeque<Aboard>();
            List<TripId> buses = day.board(families, aboard);
            List<TripId> gone = buses.subList(0, Math.min(BUSES, buses.size()));
            day.leave(gone);
            BenchCrossing.read(report, "board-on-the-road", day::board);
            BenchCrossing.read(report, "underway", () -> day.convoys.underWay(CELL, day.journal.now()));
            day.reconcile(gone);
            List<TripId> rest = buses.subList(gone.size(), buses.size());
            day.leave(rest);
            day.arrive(rest);
            aboard.removeIf(one -> gone.contains(one.trip()));
            day.scan(aboard);
        }
    }

    /// The desks of a day.
    private final class Day {
        final Journal journal;
        final Trips trips;
        final Convoys convoys;
        final Receptions receptions;
        private final Cards cards;
        private final Vehicles vehicles;
        private final Boards boards;
        private final Actor second = BenchCrossing.desk("boarding-99", Role.BOARDING);
        private final AtomicLong named = new AtomicLong();

        Day(Journal journal) {
            this.journal = journal;
            var agreements = new Agreements(journal);
            var corridors = new Corridors(journal);
            var gates = new Gates(journal, corridors);
            cards = new Cards(journal);
            vehicles = new Vehicles(journal);
            trips = new Trips(journal);
            convoys = new Convoys(journal);
            receptions = new Receptions(journal);
            var fires = new Fires(journal, Corridors.ground());
            boards = new Boards(journal, agreements, corridors, gates, fires, ZONE);
            BenchCrossing.open(journal, agreements, corridors, gates);
            new SafeAreas(journal)
                    .set(
                            CELL,
                            journal.ids().next(),
                            new SafeArea(
                                    SCHOOL,
                                    BenchCrossing.AREA,
                                    Names.of(Language.EN, "School"),
                                    List.of(CORRIDOR),
                                    Map.of(PlaceKind.GENERAL, 100_000L)));
        }

        void board() {
            boards.boards(CELL, journal.now(), journal.clock().instant());
        }

        List<Family> families(long households) {
            var made = Collections.synchronizedList(new ArrayList<Family>());
            var issuing = new ArrayList<BenchLoad.Client>(ISSUING);
            var chance = new SplittableRandom(seed);
            for (int i = 0; i < ISSUING; i++) {
                var own = chance.split();
                Actor desk = BenchCrossing.desk(i);
                issuing.add(() -> {
                    Passing family = BenchCrossing.family(own);
                    made.add(new Family(BenchCrossing.card(journal, cards, desk, family), family.persons()));
                });
            }
            context.tell("bench.cards", Map.of("cards", households));
            BenchLoad.count(issuing, households);
            return List.copyOf(made);
        }

        /// All of them get in, a half to warm up.
        /// @return every bus that was opened
        List<TripId> board(List<Family> families, ConcurrentLinkedDeque<Aboard> aboard) {
            var line = new ConcurrentLinkedDeque<>(families);
            var open = new ConcurrentLinkedDeque<TripId>();
            long most = families.stream().mapToLong(Family::people).sum() / (BUS.seats() - 6) + DESKS;
            for (long i = 0; i < most; i++) open.add(open());
            var used = Collections.synchronizedList(new ArrayList<TripId>());
            var boarding = new ArrayList<BenchLoad.Client>(DESKS);
            for (int i = 0; i < DESKS; i++) {
                var marshal = BenchCrossing.desk("boarding-" + (i + 1), Role.BOARDING);
                boarding.add(new Boarding(marshal, line, open, used, aboard));
            }
            long half = families.size() / 2;
            BenchLoad.count(boarding, half);
            var times = new BenchTimes();
            BenchLoad.count(boarding, families.size() - half, times);
            report(times, "boarded");
            return List.copyOf(used);
        }

        private void report(BenchTimes times, String what) {
            var figures = BenchCrossing.waits(times);
            figures.put(ACTS_PER_S, times.perSecond());
            report.add(
                    what, Map.of("desks", DESKS), figures, Budget.atMost(P95_MS, 150), Budget.atLeast(ACTS_PER_S, 200));
        }

        private TripId open() {
            var vehicle = new VehicleId(String.format(Locale.ROOT, "bus-%05d", named.incrementAndGet()));
            vehicles.set(
                    CELL,
                    journal.ids().next(),
                    new Vehicle(vehicle, VehicleType.BUS, BUS, Optional.empty()),
                    Optional.empty());
            return trips.open(second, journal.ids().next(), GATE, vehicle, SCHOOL, Optional.empty());
        }

        private final class Boarding implements BenchLoad.Client {
            private final Actor marshal;
            private final Deque<Family> line;
            private final Deque<TripId> open;
            private final List<TripId> used;
            private final Deque<Aboard> aboard;
            private Optional<TripId> bus = Optional.empty();
            private long left;

            Boarding(Actor marshal, Deque<Family> line, Deque<TripId> open, List<TripId> used, Deque<Aboard> aboard) {
                this.marshal = marshal;
                this.line = line;
                this.open = open;
                this.used = used;
                this.aboard = aboard;
            }

            @Override
            public void act() {
                Family family = line.remove();
                if (bus.isEmpty() || left < family.people()) {
                    bus = Optional.of(open.remove());
                    left = BUS.seats();
                    used.add(bus.get());
                }
                trips.board(marshal, journal.ids().next(), bus.get(), family.card(), SCHOOL, ZONE);
                left -= family.people();
                aboard.add(new Aboard(family.card(), bus.get()));
            }
        }

        void leave(List<TripId> buses) {
            Actor marshal = BenchCrossing.desk("boarding-1", Role.BOARDING);
            for (TripId bus : buses) {
                var seen = trips.manifest(marshal, journal.now(), bus).digest();
                trips.seal(marshal, journal.ids().next(), bus, seen);
                trips.sign(second, journal.ids().next(), bus, seen);
            }
            for (int from = 0; from < buses.size(); from += CONVOY) {
                List<TripId> order = buses.subList(from, Math.min(buses.size(), from + CONVOY));
                var convoy = convoys.form(marshal, journal.ids().next(), Optional.empty(), order, List.of(), 30);
                convoys.depart(
                        marshal, journal.ids().next(), convoy, journal.clock().instant(), ZONE);
            }
        }

        void arrive(List<TripId> buses) {
            for (TripId bus : buses) {
                receptions.arrive(
                        reception(0), journal.ids().next(), bus, journal.clock().instant(), ZONE);
            }
        }

        private Actor reception(int number) {
            return BenchCrossing.desk("reception-" + (number + 1), Role.RECEPTION);
        }

        void reconcile(List<TripId> buses) {
            var acts = new AtomicLong();
            long begin = System.nanoTime();
            arrive(buses);
            acts.addAndGet(buses.size());
            var desks = new ArrayList<BenchLoad.Client>(RECEPTIONS);
            var waiting = new ConcurrentLinkedDeque<>(buses);
            for (int i = 0; i < RECEPTIONS; i++) {
                Actor desk = reception(i);
                desks.add(() -> {
                    TripId bus = waiting.remove();
                    acts.addAndGet(receive(desk, bus, buses.indexOf(bus) % ONE_MISSING_OF == 0));
                });
            }
            BenchLoad.count(desks, buses.size());
            double received = seconds(begin);
            BenchCrossing.read(report, "differences", () -> receptions.differences(CELL, journal.now()));
            long again = System.nanoTime();
            for (var left : receptions.differences(CELL, journal.now())) {
                receptions.explain(
                        reception(0), journal.ids().next(), left.passage().id(), 1, DifferenceReason.HOSPITAL);
                receptions.close(reception(0), journal.ids().next(), left.trip().id());
                acts.addAndGet(2);
            }
            var figures = new LinkedHashMap<BenchMeasure, Double>();
            figures.put(SECONDS, received + seconds(again));
            figures.put(ACTS, (double) acts.get());
            report.add("reconciled", new TreeMap<>(Map.of("buses", buses.size(), "desks", RECEPTIONS)), figures);
        }

        private static double seconds(long begin) {
            return (System.nanoTime() - begin) / 1e9;
        }

        /// Everyone of a bus, but for one person where `missing`.
        /// @return how many acts that took
        private long receive(Actor desk, TripId bus, boolean missing) {
            long acts = 0;
            boolean left = missing;
            for (Passage passage : trips.passages(desk, journal.now(), bus)) {
                long people = passage.accounted().open() - (left ? 1 : 0);
                receptions.receive(desk, journal.ids().next(), passage.id(), people);
                acts++;
                if (left) {
                    var until = journal.clock().instant().plus(Duration.ofHours(1));
                    receptions.own(desk, journal.ids().next(), passage.id(), until);
                    acts++;
                    left = false;
                }
            }
            if (missing) return acts;
            receptions.close(desk, journal.ids().next(), bus);
            return acts + 1;
        }

        /// All of them are received, a half to warm up.
        void scan(Deque<Aboard> aboard) {
            var desks = new ArrayList<BenchLoad.Client>(DESKS);
            for (int i = 0; i < DESKS; i++) {
                Actor desk = reception(i);
                desks.add(() -> scan(desk, aboard.remove()));
            }
            long half = aboard.size() / 2;
            BenchLoad.count(desks, half);
            var times = new BenchTimes();
            BenchLoad.count(desks, aboard.size(), times);
            report(times, "scanned");
        }

        private void scan(Actor desk, Aboard one) {
            Scanned scanned = receptions.scan(desk, journal.now(), one.trip(), one.card());
            if (!(scanned instanceof Scanned.Expected expected)) throw new IllegalStateException("" + scanned);
            for (Passage passage : expected.passages()) {
                receptions.receive(
                        desk,
                        journal.ids().next(),
                        passage.id(),
                        passage.accounted().open());
            }
        }
    }
}
