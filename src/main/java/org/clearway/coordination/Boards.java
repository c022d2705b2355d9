// SPDX-License-Identifier: Apache-2.0
package org.clearway.coordination;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.Deed;
import org.clearway.agreement.Agreements;
import org.clearway.agreement.Assured;
import org.clearway.agreement.CorridorId;
import org.clearway.agreement.PartyAssurance;
import org.clearway.agreement.PartyId;
import org.clearway.care.ServicePoints;
import org.clearway.care.Stocks;
import org.clearway.ceasefire.Fires;
import org.clearway.ceasefire.OnFire;
import org.clearway.corridor.Announced;
import org.clearway.corridor.Claim;
import org.clearway.corridor.Corridor;
import org.clearway.corridor.Corridors;
import org.clearway.corridor.Notifications;
import org.clearway.corridor.OnRecord;
import org.clearway.corridor.Routes;
import org.clearway.corridor.Used;
import org.clearway.gate.Gate;
import org.clearway.gate.GateState;
import org.clearway.gate.Gates;
import org.clearway.gate.HourSlot;
import org.clearway.journal.ActId;
import org.clearway.journal.Chapter;
import org.clearway.journal.Draft;
import org.clearway.journal.EntryKind;
import org.clearway.journal.Journal;
import org.clearway.journal.Reading;
import org.clearway.journal.Receipt;
import org.clearway.journal.Rule;
import org.clearway.language.Names;
import org.clearway.language.Problem;
import org.clearway.time.Micros;
import org.clearway.time.Period;
import org.clearway.transport.Convoys;
import org.clearway.transport.Difference;
import org.clearway.transport.OwnWays;
import org.clearway.transport.Receptions;
import org.clearway.transport.SafeArea;
import org.clearway.transport.SafeAreaId;
import org.clearway.transport.SafeAreas;
import org.clearway.transport.Trips;
import org.clearway.transport.WaitingLines;
import org.springframework.jdbc.core.RowCallbackHandler;

/// The boards of every corridor. Safe for use by many threads.
public final class Boards {
    /// Later than anything known.
    private static final Instant ALL = Micros.instant(Micros.FOREVER - 1);

    /// Who looks at a moment no farther off than this looks at the present.
    private static final Duration PRESENT = Duration.ofMinutes(1);

    private final Journal journal;
    private final Agreements agreements;
    private final Corridors corridors;
    private final Gates gates;
    private final Fires fires;
    private final ServicePoints care;
    private final Stocks stocks;
    private final Notifications notifications;
    private final SafeAreas safeAreas;
    private final RoadWatch road;
    private final JourneyWatch journeys;
    private final Receptions receptions;
    private final ZoneId zone;

    /// @param zone whose days the gates' counts are told by
    public Boards(Journal journal, Agreements agreements, Corridors corridors, Gates gates, Fires fires, ZoneId zone) {
        this.journal = journal;
        this.notifications = new Notifications(journal);
        this.agreements = agreements;
        this.corridors = corridors;
        this.gates = gates;
        this.fires = fires;
        this.care = new ServicePoints(journal);
        this.stocks = new Stocks(journal);
        this.safeAreas = new SafeAreas(journal);
        this.receptions = new Receptions(journal);
        var trips = new Trips(journal);
        this.road = new RoadWatch(trips, new Convoys(journal));
        this.journeys = new JourneyWatch(trips, receptions, new WaitingLines(journal), new OwnWays(journal));
        this.zone = zone;
    }

    public static Chapter chapter() {
        return Chapter.of(
                "coordination",
                List.of(new EntryKind("coordination.alarm-owned", 1, AlarmOwned.class)),
                new AlarmView());
    }

    /// The board of a corridor at `instant`, as it was known at the moment of the reading.
    /// @throws Problem `corridor.unknown`
    public Board board(Actor actor, Reading at, CorridorId id, Instant instant) {
        return board(actor, at, id, instant, ALL);
    }

    /// The boards of every corridor, by id.
    public List<Board> boards(Actor actor, Reading at, Instant instant) {
        return boards(actor, at, instant, ALL);
    }

    /// The boards at `instant` of every corridor that was known at `known`, as they were known then, by id.
    public List<Board> boards(Actor actor, Reading at, Instant instant, Instant known) {
        actor.must(Deed.READ_BOARD);
        return corridors.list(actor, at).stream()
                .filter(corridor ->
                        corridors.corridor(actor, at, corridor.id(), known).isPresent())
                .map(corridor -> board(actor, at, corridor.id(), instant, known))
                .toList();
    }

    private Board board(Actor actor, Reading at, CorridorId id, Instant instant, Instant known) {
        actor.must(Deed.READ_BOARD);
        Corridor corridor = corridors
                .corridor(actor, at, id, known)
                .orElseThrow(() -> Problem.of("corridor.unknown", "corridor", id));
        Announced announced = corridors.announced(actor, at, id, instant, known);
        Assured assured = agreements.assured(actor, at, id, corridor.relevantParties(), instant, known);
        Used used = gates.used(actor, at, id, instant, known, zone);
        GateState gate = GateState.of(
                gates.lastDecision(actor, at, id, known.isBefore(instant) ? known : instant),
                assured,
                Routes.agreedHours(at, id, known),
                instant);
        List<PointNow> points = points(actor, at, id, instant, known);
        List<PlacesNow> places = places(actor, at, id, instant, known);
        // What both the alarms of the road and the table of journeys are made of is read once.
        List<Difference> left = readsTripsNow(actor, instant, known) ? receptions.differences(actor, at) : List.of();
        return new Board(
                corridor,
                instant,
                known.isBefore(at.knownAt()) ? known : at.knownAt(),
                announced,
                assured,
                used,
                gate,
                Corridors.openings(announced, instant),
                alarms(
                        actor,
                        at,
                        id,
                        Alarm.of(
                                announced,
                                assured,
                                used,
                                gate,
                                fires(actor, at, id, instant, known),
                                points,
                                places,
                                instant),
                        left,
                        instant,
                        known),
                owners(at, id, known.isBefore(instant) ? known : instant),
                flow(actor, at, corridor, instant),
                points,
                places,
                journeys(actor, at, id, places, left, instant, known),
                names(at, named(corridor, announced, assured, used)));
    }

    /// Takes an alarm on: from now on somebody sees to it, and everybody sees who.
    /// @throws Problem `corridor.unknown`; `coordination.alarm-silent` where it does not ring
    public Receipt take(Actor actor, ActId act, CorridorId corridor, AlarmId alarm) {
        return own(actor, act, corridor, alarm, true);
    }

    /// Gives an alarm back that was taken on.
    /// @throws Problem as {@link #take}
    public Receipt giveBack(Actor actor, ActId act, CorridorId corridor, AlarmId alarm) {
        return own(actor, act, corridor, alarm, false);
    }

    private Receipt own(Actor actor, ActId act, CorridorId corridor, AlarmId alarm, boolean taken) {
        actor.must(Deed.OWN_ALARM);
        Board board = board(actor, journal.now(), corridor, journal.clock().instant());
        if (board.alarms().stream().noneMatch(ringing -> ringing.id().equals(alarm))) {
            throw Problem.of("coordination.alarm-silent", "alarm", alarm);
        }
        return journal.record(actor, act, Draft.now(new AlarmOwned(corridor, alarm, taken), act), Rule.NONE);
    }

    private static Map<AlarmId, Owner> owners(Reading at, CorridorId corridor, Instant known) {
        var owners = new HashMap<AlarmId, Owner>();
        at.rows()
                .sql("select alarm, account, known_from from alarm_owner where corridor = ? and known_from <= ?"
                        + " order by position")
                .param(corridor.slug())
                .param(Micros.of(known))
                .query((RowCallbackHandler) row -> {
                    var alarm = new AlarmId(row.getString("alarm"));
                    String account = row.getString("account");
                    if (account == null) owners.remove(alarm);
                    else {
                        owners.put(alarm, new Owner(new AccountId(account), Micros.instant(row.getLong("known_from"))));
                    }
                });
        return owners;
    }

    private List<GateFlow> flow(Actor actor, Reading at, Corridor corridor, Instant instant) {
        var slot = new HourSlot(instant, zone);
        var before = new HourSlot(slot.begins().minusSeconds(1), zone);
        return corridor.crossings().stream()
                .map(crossing -> {
                    var gate = new Gate(corridor.id(), crossing.crossing());
                    return new GateFlow(
                            crossing,
                            slot,
                            gates.peopleOut(actor, at, gate, before),
                            gates.peopleOut(actor, at, gate, slot),
                            gates.queue(actor, at, gate, instant));
                })
                .toList();
    }

    private List<PointNow> points(Actor actor, Reading at, CorridorId id, Instant instant, Instant known) {
        boolean now = isNow(instant, known);
        return care.points(actor, at, id).stream()
                .map(point -> new PointNow(
                        point,
                        care.standing(actor, at, point.id()),
                        care.hour(actor, at, point.id(), new HourSlot(instant, zone)),
                        now ? stocks.scarce(actor, at, point.id(), instant, zone) : List.of()))
                .toList();
    }

    private List<PlacesNow> places(Actor actor, Reading at, CorridorId id, Instant instant, Instant known) {
        Instant then = known.isBefore(instant) ? known : instant;
        Optional<Map<SafeAreaId, Long>> staying =
                readsTripsNow(actor, instant, known) ? Optional.of(receptions.staying(actor, at)) : Optional.empty();
        return safeAreas.of(actor, at, id, then).stream()
                .map(area -> new PlacesNow(
                        area,
                        staying.map(stay -> stay.getOrDefault(area.id(), 0L)),
                        safeAreas
                                .left(actor, at, area.id(), then)
                                .filter(told -> !told.at().isBefore(instant.minus(SafeAreas.PLACES_HOLD))),
                        safeAreas
                                .conditions(actor, at, area.id(), then)
                                .filter(told -> !told.at().isBefore(instant.minus(SafeAreas.CONDITIONS_HOLD)))))
                .toList();
    }

    private List<Alarm> alarms(
            Actor actor,
            Reading at,
            CorridorId id,
            List<Alarm> others,
            List<Difference> left,
            Instant instant,
            Instant known) {
        var alarms = new ArrayList<>(others);
        // Who may not read notifications does not learn here that there are any; nor of trips that there are.
        if (actor.may(Deed.READ_NOTIFICATIONS)) {
            Instant then = known.isBefore(instant) ? known : instant;
            Alarm.notifications(notifications.lastEnd(actor, at, id, then), instant, zone)
                    .ifPresent(alarms::add);
        }
        if (readsTripsNow(actor, instant, known)) alarms.addAll(road.ringing(actor, at, id, left, instant));
        return alarms;
    }

    private Journeys journeys(
            Actor actor,
            Reading at,
            CorridorId id,
            List<PlacesNow> places,
            List<Difference> left,
            Instant instant,
            Instant known) {
        if (!isNow(instant, known)) return new Journeys.LookedBack();
        Instant midnight = LocalDate.ofInstant(instant, zone).atStartOfDay(zone).toInstant();
        Instant next = LocalDate.ofInstant(instant, zone)
                .plusDays(1)
                .atStartOfDay(zone)
                .toInstant();
        List<SafeArea> areas = places.stream().map(PlacesNow::area).toList();
        return journeys.of(actor, at, id, areas, left, new Period(midnight, next, zone), instant);
    }

    private boolean readsTripsNow(Actor actor, Instant instant, Instant known) {
        return actor.may(Deed.READ_TRIPS) && isNow(instant, known);
    }

    private boolean isNow(Instant instant, Instant known) {
        return known.equals(ALL)
                && Duration.between(instant, journal.clock().instant()).abs().compareTo(PRESENT) < 0;
    }

    private List<OnFire> fires(Actor actor, Reading at, CorridorId id, Instant instant, Instant known) {
        FireWatch watch = FireWatch.DEFAULT;
        return watch.ringing(fires.of(actor, at, id, watch.since(instant), instant, known));
    }

    private static Set<PartyId> named(Corridor corridor, Announced announced, Assured assured, Used used) {
        var named = new HashSet<>(corridor.relevantParties());
        corridor.initiator().ifPresent(named::add);
        assured.parties().stream().map(PartyAssurance::party).forEach(named::add);
        announced.current().stream().map(OnRecord::claim).forEach(claim -> name(claim, named));
        used.claims().stream().map(OnRecord::claim).forEach(claim -> name(claim, named));
        return named;
    }

    private static void name(Claim claim, Set<PartyId> named) {
        named.add(claim.claimant());
        claim.reasons().forEach(reason -> reason.attributedTo().ifPresent(named::add));
    }

    private Map<PartyId, Names> names(Reading at, Set<PartyId> named) {
        var names = new HashMap<PartyId, Names>();
        agreements.parties(at).forEach((id, party) -> {
            if (named.contains(id)) names.put(id, party.names());
        });
        return names;
    }
}
