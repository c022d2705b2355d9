// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.Deed;
import org.clearway.gate.GateState;
import org.clearway.gate.Gates;
import org.clearway.geo.AreaId;
import org.clearway.journal.ActId;
import org.clearway.journal.Body;
import org.clearway.journal.Draft;
import org.clearway.journal.Journal;
import org.clearway.journal.Reading;
import org.clearway.journal.Receipt;
import org.clearway.journal.Rule;
import org.clearway.language.Problem;
import org.clearway.places.Places;
import org.clearway.time.Micros;
import org.clearway.time.Occurred;
import org.clearway.transport.TripEntries.CheckedIn;
import org.clearway.transport.TripEntries.ConvoyFormed;
import org.clearway.transport.TripEntries.Departed;
import org.clearway.transport.TripEntries.Held;
import org.clearway.transport.TripEntries.PeopleMoved;
import org.clearway.transport.TripEntries.Released;

/// Convoys on their way: who leads, what is heard of them, and what to do when nothing is. Every
/// departure is one of a convoy, be it of one vehicle. Safe for use by many threads.
public final class Convoys {
    /// A leader speaks at least so often, in minutes.
    public static final long MOST_BETWEEN = 240;

    /// A departure of longer ago is told, and not asked for.
    private static final Duration TOLD_LATE = Duration.ofMinutes(10);

    /// More than any convoy brought.
    private static final long MOST_PEOPLE = 20_000;

    private final Journal journal;

    public Convoys(Journal journal) {
        this.journal = journal;
    }

    /// Forms a convoy of trips that stand at their crossing, or restates it whole before it leaves.
    ///
    /// @param again the convoy that is restated
    /// @param order the vehicles as they drive; the first leads
    /// @param checkInMinutes how often its leader speaks on the radio
    /// @param plannedMinutes how long it means to be on its way, halts included, where that is known
    /// @throws Problem `transport.convoy-empty`, `transport.convoy-check-in`; `transport.way-length`,
    ///     `transport.way-too-short`; `transport.trip-unknown`, `transport.not-at-the-crossing`,
    ///     `transport.in-another-convoy`; `transport.convoy-unknown`, `transport.convoy-left`;
    ///     `geo.area-unknown`
    public ConvoyId form(
            Actor actor,
            ActId act,
            Optional<ConvoyId> again,
            List<TripId> order,
            List<Halt> halts,
            long checkInMinutes,
            Optional<Long> plannedMinutes) {
        actor.must(Deed.RUN_CONVOY);
        if (order.isEmpty() || new HashSet<>(order).size() < order.size()) throw Problem.of("transport.convoy-empty");
        if (checkInMinutes < 1 || checkInMinutes > MOST_BETWEEN) {
            throw new Problem(
                    "transport.convoy-check-in",
                    Map.of("value", String.valueOf(checkInMinutes), "most", String.valueOf(MOST_BETWEEN)));
        }
        plannedMinutes.ifPresent(minutes -> Halt.requireOnTheWay(minutes, halts));
        ConvoyId convoy = again.orElseGet(() -> ConvoyId.of(act));
        record(actor, act, now(act), new ConvoyFormed(convoy, order, halts, checkInMinutes, plannedMinutes), views -> {
            Places.requireKnown(views, halts.stream().map(Halt::near).toList());
            again.ifPresent(id -> requireWaiting(require(views, id)));
            for (TripId id : order) {
                Trip trip = TripRows.of(views).require(id);
                Trips.requireOwn(trip);
                if (!trip.state().atTheCrossing()) throw elsewhere(trip);
                if (trip.convoy().filter(other -> !other.equals(convoy)).isPresent()) {
                    throw Problem.of("transport.in-another-convoy", "vehicle", trip.vehicle());
                }
            }
        });
        return convoy;
    }

    /// The same where it is not known how long it will be on its way.
    /// @throws Problem as {@link #form}
    public ConvoyId form(
            Actor actor,
            ActId act,
            Optional<ConvoyId> again,
            List<TripId> order,
            List<Halt> halts,
            long checkInMinutes) {
        return form(actor, act, again, order, halts, checkInMinutes, Optional.empty());
    }

    /// A convoy leaves. Each of its manifests was sealed and signed. While not every promise
    /// stands, only who decides on the gates lets it go. While a driver is due to rest, it does not.
    ///
    /// @param at when it left; now, or earlier where it is told late
    /// @param zone on whose clock that was told
    /// @throws Problem `transport.convoy-unknown`, `transport.convoy-left`,
    ///     `transport.not-ready`; `transport.not-assured`; `transport.driver-rests`;
    ///     `transport.told-of-the-future`, `transport.before-opened`
    public Receipt depart(Actor actor, ActId act, ConvoyId convoy, Instant at, ZoneId zone) {
        return depart(actor, act, convoy, at, zone, Optional.empty());
    }

    /// The same although a driver is due to rest, which only the coordination cell lets it do.
    /// @throws Problem as {@link #depart}
    public Receipt departUnrested(
            Actor actor, ActId act, ConvoyId convoy, Instant at, ZoneId zone, RestWaived because) {
        actor.must(Deed.WAIVE_REST);
        return depart(actor, act, convoy, at, zone, Optional.of(because));
    }

    private Receipt depart(
            Actor actor, ActId act, ConvoyId convoy, Instant at, ZoneId zone, Optional<RestWaived> waived) {
        actor.must(Deed.RUN_CONVOY);
        return record(actor, act, Occurred.at(at, zone), new Departed(convoy, waived), views -> {
            Convoy waiting = require(views, convoy);
            requireWaiting(waiting);
            requirePast(views, at);
            for (Trip trip : waiting.trips()) {
                if (trip.state() != TripState.READY) throw Problem.of("transport.not-ready", "vehicle", trip.vehicle());
                if (at.isBefore(trip.opened())) throw Problem.of("transport.before-opened", "vehicle", trip.vehicle());
                GateState state = Gates.state(views, trip.gate().corridor(), at);
                if (!state.takesIn() && !actor.may(Deed.DECIDE_GATE)) {
                    throw Problem.of(
                            "transport.not-assured", "corridor", trip.gate().corridor());
                }
            }
            // What has left is on record, rested or not: from then on somebody waits to hear of it.
            boolean toldLate = at.isBefore(views.knownAt().minus(TOLD_LATE));
            if (waived.isEmpty() && !toldLate) Drivers.requireRested(views, waiting, at, zone);
        });
    }

    /// The leader spoke on the radio.
    ///
    /// @param near the settlement, and nothing finer
    /// @param people how many it counted, where it did
    /// @throws Problem `transport.convoy-unknown`, `transport.not-on-the-road`;
    ///     `transport.told-of-the-future`; `transport.load`; `geo.area-unknown`
    public Receipt checkIn(
            Actor actor,
            ActId act,
            ConvoyId convoy,
            Instant at,
            ZoneId zone,
            Optional<AreaId> near,
            Optional<Long> people) {
        actor.must(Deed.RUN_CONVOY);
        people.filter(number -> number < 0 || number > MOST_PEOPLE).ifPresent(number -> {
            throw new Problem(
                    "transport.load", Map.of("value", number.toString(), "most", String.valueOf(MOST_PEOPLE)));
        });
        return record(actor, act, Occurred.at(at, zone), new CheckedIn(convoy, near, people), views -> {
            requireOnTheRoad(views, convoy, at);
            Places.requireKnown(views, near.stream().toList());
        });
    }

    /// It stands, and cannot go on.
    /// @throws Problem as {@link #checkIn}
    public Receipt hold(
            Actor actor,
            ActId act,
            ConvoyId convoy,
            Instant at,
            ZoneId zone,
            Optional<AreaId> near,
            HeldReason reason) {
        actor.must(Deed.RUN_CONVOY);
        return record(actor, act, Occurred.at(at, zone), new Held(convoy, near, reason), views -> {
            requireOnTheRoad(views, convoy, at);
            Places.requireKnown(views, near.stream().toList());
        });
    }

    /// It goes on.
    /// @throws Problem as {@link #checkIn}; `transport.not-held`
    public Receipt release(Actor actor, ActId act, ConvoyId convoy, Instant at, ZoneId zone) {
        actor.must(Deed.RUN_CONVOY);
        return record(actor, act, Occurred.at(at, zone), new Released(convoy), views -> {
            if (requireOnTheRoad(views, convoy, at).held().isEmpty()) throw Problem.of("transport.not-held");
        });
    }

    /// People go on in another vehicle: theirs broke down, perhaps. Both manifests are to have a
    /// new version, which two people seal, and which says why. Nobody is taken into a vehicle that
    /// has no place.
    ///
    /// @param households whole, as they boarded
    /// @param counted those without a card
    /// @throws Problem `transport.trip-unknown`, `transport.same-vehicle`,
    ///     `transport.not-on-the-way`, `transport.not-aboard`, `transport.nobody`,
    ///     `transport.no-room`, `transport.child-alone`
    public Receipt move(
            Actor actor, ActId act, TripId from, TripId to, List<PassageId> households, Load counted, Amendment why) {
        actor.must(Deed.RUN_CONVOY);
        if (households.isEmpty() && counted.people() == 0) throw Problem.of("transport.nobody");
        return record(actor, act, now(act), new PeopleMoved(from, to, households, counted, why), views -> {
            TripRows rows = TripRows.of(views);
            Trip out = rows.require(from);
            Trip into = rows.require(to);
            Trips.requireOwn(out);
            Trips.requireOwn(into);
            if (from.equals(to)) throw Problem.of("transport.same-vehicle", "vehicle", out.vehicle());
            if (out.state() != TripState.ON_THE_ROAD)
                throw Problem.of("transport.not-on-the-way", "vehicle", out.vehicle());
            if (!mayBeEntered(into)) throw Problem.of("transport.not-on-the-way", "vehicle", into.vehicle());
            Load load = counted;
            for (PassageId household : new HashSet<>(households)) {
                Passage aboard = rows.require(household);
                if (!aboard.standing() || !aboard.trip().equals(from) || aboard.kind() != PassageKind.HOUSEHOLD) {
                    throw Problem.of("transport.not-aboard");
                }
                load = load.plus(aboard.load());
            }
            Load without =
                    rows.passage(new PassageId(from.act())).map(Passage::load).orElse(Load.NOBODY);
            if (!without.covers(counted)) throw Problem.of("transport.not-aboard");
            counted.requireAdult();
            without.minus(counted).requireAdult();
            if (!into.capacity().holds(into.aboard().plus(load))) throw Trips.noRoom(into, load);
        });
    }

    /// On the road, or where a spare vehicle stands at the crossing.
    private static boolean mayBeEntered(Trip trip) {
        return trip.state() == TripState.ON_THE_ROAD || trip.state() == TripState.BOARDING;
    }

    public Optional<Convoy> convoy(Actor actor, Reading at, ConvoyId convoy) {
        actor.must(Deed.READ_TRIPS);
        return find(at, convoy);
    }

    /// The convoys that wait or are on the road, as they were formed.
    public List<Convoy> underWay(Actor actor, Reading at) {
        actor.must(Deed.READ_TRIPS);
        return at.rows()
                .sql("select * from transport_convoy where convoy in (select convoy from transport_trip where convoy is"
                        + " not null and state in ('BOARDING', 'SEALED', 'READY', 'ON_THE_ROAD')) order by position")
                .query((row, n) -> convoy(at, row))
                .list();
    }

    /// What was heard of a convoy, the latest first.
    public List<Contact> contacts(Actor actor, Reading at, ConvoyId convoy) {
        actor.must(Deed.READ_TRIPS);
        return at.rows()
                .sql("select * from transport_contact where convoy = ? order by at desc, position desc")
                .param(convoy.toString())
                .query((row, n) -> new Contact(
                        Contact.What.valueOf(row.getString("what")),
                        Micros.instant(row.getLong("at")),
                        Optional.ofNullable(row.getString("near")).map(AreaId::new),
                        row.getObject("people") == null ? Optional.empty() : Optional.of(row.getLong("people")),
                        new AccountId(row.getString("account"))))
                .list();
    }

    private static Convoy require(Reading views, ConvoyId convoy) {
        return find(views, convoy).orElseThrow(() -> Problem.of("transport.convoy-unknown", "convoy", convoy));
    }

    private static void requireWaiting(Convoy convoy) {
        if (convoy.departed().isPresent()) throw Problem.of("transport.convoy-left");
    }

    private static Convoy requireOnTheRoad(Reading views, ConvoyId id, Instant at) {
        Convoy convoy = require(views, id);
        if (!convoy.onTheRoad()) throw Problem.of("transport.not-on-the-road");
        requirePast(views, at);
        return convoy;
    }

    static void requirePast(Reading views, Instant at) {
        if (Micros.of(at) > Micros.of(views.knownAt())) throw Problem.of("transport.told-of-the-future");
    }

    private static Problem elsewhere(Trip trip) {
        return new Problem(
                "transport.not-at-the-crossing",
                Map.of("vehicle", trip.vehicle().slug(), "state", Problem.detail(trip.state())));
    }

    private static Optional<Convoy> find(Reading at, ConvoyId convoy) {
        return at.rows()
                .sql("select * from transport_convoy where convoy = ?")
                .param(convoy.toString())
                .query((row, n) -> convoy(at, row))
                .optional();
    }

    private static Convoy convoy(Reading at, ResultSet row) throws SQLException {
        ConvoyId id = ConvoyId.parse(row.getString("convoy"));
        String reason = row.getString("held_reason");
        return new Convoy(
                id,
                TripRows.of(at).of(id),
                ConvoyView.halts(row.getString("halts")),
                row.getLong("check_in_minutes"),
                minutes(row),
                TripRows.instant(row, "departed"),
                TripRows.instant(row, "last_contact"),
                reason == null
                        ? Optional.empty()
                        : Optional.of(new Convoy.Held(
                                Micros.instant(row.getLong("held_since")),
                                Optional.ofNullable(row.getString("held_near")).map(AreaId::new),
                                HeldReason.valueOf(reason))));
    }

    private static Optional<Long> minutes(ResultSet row) throws SQLException {
        long planned = row.getLong("planned_minutes");
        return row.wasNull() ? Optional.empty() : Optional.of(planned);
    }

    private static Occurred now(ActId act) {
        return Occurred.at(act.named(), ZoneOffset.UTC);
    }

    private Receipt record(Actor actor, ActId act, Occurred occurred, Body body, Rule rule) {
        return journal.record(actor, act, Draft.of(body, occurred), rule);
    }
}
