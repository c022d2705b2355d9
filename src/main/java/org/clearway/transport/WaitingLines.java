// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.clearway.access.Actor;
import org.clearway.access.Deed;
import org.clearway.agreement.CorridorId;
import org.clearway.gate.CardNumber;
import org.clearway.gate.Cards;
import org.clearway.gate.Gate;
import org.clearway.gate.Gates;
import org.clearway.gate.HourSlot;
import org.clearway.gate.Travelling;
import org.clearway.journal.Journal;
import org.clearway.journal.Reading;
import org.clearway.language.Problem;
import org.clearway.transport.Suggestion.WaitsFor;
import org.clearway.transport.plan.Party;
import org.clearway.transport.plan.Proposal;
import org.clearway.transport.plan.Room;
import org.clearway.transport.plan.Space;
import org.clearway.transport.plan.Waits;

/// The lines at the vehicles: who came with their card to get in, and who is called next. Only who came stands in one,
/// and only while they wait. No entry is made of it: a journal that kept who waited would tell who then stayed. Safe
/// for use by many threads.
public final class WaitingLines {
    /// Longer than anybody waits in one day of boarding.
    private static final Duration AN_EVENING = Duration.ofHours(18);

    private final Journal journal;
    private final Cards cards;

    /// Whether the files may hold who waited before: a program that ended may have left that behind.
    private final AtomicBoolean traces = new AtomicBoolean(true);

    public WaitingLines(Journal journal) {
        this.journal = journal;
        this.cards = new Cards(journal);
    }

    /// A household came to the vehicles and waits. One that waits already keeps its number.
    ///
    /// @param chosen where they say that they want to go, where they say it
    /// @param zone whose clock hangs on the wall
    /// @return the number by which they are called
    /// @throws Problem `gate.card-unknown`, `gate.card-dead`, `gate.card-erased`;
    ///     `transport.other-corridor`, `transport.already-aboard`; `transport.safe-area-unknown`,
    ///     `transport.safe-area-elsewhere`; `corridor.unknown`, `gate.crossing-unknown`
    public long join(Actor actor, Gate gate, CardNumber number, Optional<SafeAreaId> chosen, ZoneId zone) {
        actor.must(Deed.BOARD);
        Reading now = journal.now();
        Gates.requireCrossing(now, gate);
        chosen.ifPresent(area -> SafeAreas.requireOf(now, area, gate.corridor()));
        Travelling who = cards.travelling(actor, journal.ids().next(), number);
        Trips.requireSameCorridor(who.card(), gate);
        Instant at = journal.clock().instant();
        Mark mark = Marks.own(journal, LocalDate.ofInstant(at, ZoneOffset.UTC)).mark(number);
        traces.set(true);
        var called = new AtomicLong();
        journal.keep(rows -> {
            TripRows trips = new TripRows(rows);
            var boarder = new Boarder(who.card(), who.household(), trips.travelling(who.tickets()));
            if (boarder.waiting().people() == 0) throw Trips.alreadyAboard(trips, boarder.before());
            boolean needs = !who.household().needs().isEmpty();
            called.set(new LineRows(rows)
                    .join(gate, number, mark, boarder.waiting(), needs, chosen, new HourSlot(at, zone)));
        });
        return called.get();
    }

    /// A household that was called and is not there, or does not wait any more. Why is not asked, and nothing is kept.
    public void leave(Actor actor, Mark mark) {
        actor.must(Deed.BOARD);
        journal.keep(rows -> new LineRows(rows).leave(mark));
    }

    /// Who waits at a crossing, by number.
    public List<Waiting> line(Actor actor, Gate gate) {
        actor.must(Deed.BOARD);
        return lines().line(gate).stream().map(LineRows.InLine::waiting).toList();
    }

    /// How many people wait in a corridor, by where they want to go; under nothing, those who have not said.
    public Map<Optional<SafeAreaId>, Long> people(Actor actor, CorridorId corridor) {
        actor.must(Deed.READ_TRIPS);
        return lines().all(corridor).stream()
                .collect(Collectors.groupingBy(
                        Waiting::chosen,
                        LinkedHashMap::new,
                        Collectors.summingLong(one -> one.load().people())));
    }

    /// Who of those who wait at a crossing goes into which vehicle that takes people in there: families whole, who
    /// lies or sits in a wheelchair first, then who needs help, then who came first.
    public Suggestion suggestion(Actor actor, Gate gate) {
        actor.must(Deed.BOARD);
        Reading at = journal.now();
        List<LineRows.InLine> line = new LineRows(at.rows()).line(gate);
        List<Trip> open = TripRows.of(at).lasting(gate.corridor()).stream()
                .filter(trip -> trip.gate().equals(gate) && trip.state() == TripState.BOARDING)
                .toList();
        var parties = new ArrayList<Party<Long, SafeAreaId>>();
        for (LineRows.InLine one : line) {
            Waiting who = one.waiting();
            parties.add(new Party<>(
                    who.number(), Planning.taken(who.load()), one.needs() ? 1 : 0, who.since(), who.chosen()));
        }
        var rooms = new ArrayList<Room<Integer, SafeAreaId>>();
        for (Trip trip : open) {
            rooms.add(new Room<>(rooms.size(), Planning.free(trip.room()), trip.destination()));
        }
        Map<Long, Waiting> byNumber = line.stream()
                .map(LineRows.InLine::waiting)
                .collect(Collectors.toMap(Waiting::number, Function.identity()));
        Proposal<Long, Integer> proposal = Planning.propose(parties, rooms);
        return new Suggestion(
                proposal.placed().stream()
                        .map(one -> new Suggestion.Next(of(byNumber, one.party()), open.get(one.room())))
                        .toList(),
                proposal.left().stream()
                        .map(one -> new Suggestion.Later(of(byNumber, one.party()), waitsFor(one.why())))
                        .toList());
    }

    private static Waiting of(Map<Long, Waiting> line, long number) {
        return Optional.ofNullable(line.get(number)).orElseThrow();
    }

    private static WaitsFor waitsFor(Waits why) {
        return switch (why) {
            case Waits.NoVehicleGoesThere there -> WaitsFor.A_VEHICLE_THAT_GOES_THERE;
            case Waits.Full full -> WaitsFor.THEIR_TURN;
            case Waits.NoRoom room ->
                switch (room.lacking().stream().min(Space::compareTo).orElseThrow()) {
                    case STRETCHER -> WaitsFor.A_STRETCHER;
                    case WHEELCHAIR_BAY -> WaitsFor.A_WHEELCHAIR_BAY;
                    case ESCORT_SEAT -> WaitsFor.AN_ESCORT_SEAT;
                    case SEAT -> WaitsFor.SEATS_FOR_ALL_OF_THEM;
                };
        };
    }

    /// Forgets who is left of an evening, and what the node's files still hold of those who waited before.
    public void forget() {
        Instant now = journal.clock().instant();
        Instant before = now.minus(AN_EVENING);
        if (lines().anythingOld(before, now)) journal.keep(rows -> new LineRows(rows).forget(before, now));
        if (!traces.getAndSet(false)) return;
        boolean gone = journal.forgetEarlierStates();
        if (!gone || lines().anybody()) traces.set(true);
    }

    private LineRows lines() {
        return new LineRows(journal.now().rows());
    }
}
