// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearway.access.Actor;
import org.clearway.access.Deed;
import org.clearway.access.Retention;
import org.clearway.agreement.CorridorId;
import org.clearway.gate.CardNumber;
import org.clearway.gate.Cards;
import org.clearway.gate.Gate;
import org.clearway.gate.Gates;
import org.clearway.gate.HourSlot;
import org.clearway.gate.OnCard;
import org.clearway.gate.Travelling;
import org.clearway.journal.ActId;
import org.clearway.journal.Body;
import org.clearway.journal.Draft;
import org.clearway.journal.Journal;
import org.clearway.journal.Reading;
import org.clearway.journal.Receipt;
import org.clearway.journal.Rule;
import org.clearway.journal.Subject;
import org.clearway.language.Problem;
import org.clearway.time.Occurred;
import org.clearway.transport.TripEntries.HouseholdBoarded;
import org.clearway.transport.TripEntries.HouseholdCameOut;
import org.clearway.transport.TripEntries.LuggageCounted;
import org.clearway.transport.TripEntries.ManifestReopened;
import org.clearway.transport.TripEntries.ManifestSealed;
import org.clearway.transport.TripEntries.ManifestSigned;
import org.clearway.transport.TripEntries.PeopleBoarded;
import org.clearway.transport.TripEntries.PeopleCameOut;
import org.clearway.transport.TripEntries.TripCancelled;
import org.clearway.transport.TripEntries.TripOpened;

/// The boarding desk: who gets into which vehicle, and the manifest that two people seal. What
/// holds is asked on the writer's thread, so that it holds with several desks at one vehicle too.
/// Safe for use by many threads.
public final class Trips {
    private final Journal journal;
    private final Cards cards;

    /// When what is entered was written on paper; now, where nothing was.
    private final Optional<Instant> written;

    public Trips(Journal journal) {
        this(journal, new Cards(journal), Optional.empty());
    }

    private Trips(Journal journal, Cards cards, Optional<Instant> written) {
        this.journal = journal;
        this.cards = cards;
        this.written = written;
    }

    /// The same desk for what was written on paper when nothing else worked, and is entered now: who got in or out
    /// did so in the hour of `written`, and a vehicle stood there from then on. All else is as ever, and its acts
    /// refuse a time that has not come (`transport.told-of-the-future`), and one before the vehicle was there
    /// (`transport.before-opened`).
    public Trips asWritten(Instant written) {
        return new Trips(journal, cards, Optional.of(written));
    }

    /// A vehicle stands at a crossing, and people may get in.
    /// @throws Problem `transport.vehicle-unknown`, `transport.vehicle-not-in-service`,
    ///     `transport.vehicle-on-trip`; `transport.safe-area-unknown`,
    ///     `transport.safe-area-elsewhere`; `corridor.unknown`, `gate.crossing-unknown`
    public TripId open(
            Actor actor, ActId act, Gate gate, VehicleId vehicle, SafeAreaId destination, Optional<DriverId> driver) {
        actor.must(Deed.BOARD);
        var trip = TripId.of(act);
        // The same request again opens it as it was, though its vehicle may be another by now.
        Capacity capacity = rows(journal.now())
                .trip(trip)
                .map(Trip::capacity)
                .orElseGet(
                        () -> Vehicles.requireInService(journal.now(), vehicle).capacity());
        var body = new TripOpened(gate.corridor(), gate.crossing(), vehicle, capacity, destination, driver);
        var draft = Draft.of(body, Occurred.at(written.orElse(act.named()), ZoneOffset.UTC));
        journal.record(actor, act, draft, views -> {
            written.ifPresent(when -> Convoys.requirePast(views, when));
            Gates.requireCrossing(views, gate);
            if (!Vehicles.requireInService(views, vehicle).capacity().equals(capacity)) {
                throw Problem.of("transport.vehicle-restated", "vehicle", vehicle);
            }
            if (rows(views).current(vehicle).isPresent()) {
                throw Problem.of("transport.vehicle-on-trip", "vehicle", vehicle);
            }
            SafeAreas.requireOf(views, destination, gate.corridor());
        });
        return trip;
    }

    /// What a card's people take of a vehicle, and how far they have come. It is opened for it, and
    /// the reading is on record.
    /// @throws Problem `gate.card-unknown`, `gate.card-dead`, `gate.card-erased`
    public Boarder boarder(Actor actor, ActId act, CardNumber number) {
        actor.must(Deed.BOARD);
        Travelling who = cards.travelling(actor, act, number);
        return new Boarder(who.card(), who.household(), rows(journal.now()).travelling(who.tickets()));
    }

    /// A household boards, whole. They said just now that they want to go, and where to.
    ///
    /// @param chosen where they say that they want to go
    /// @param zone whose clock hangs on the wall
    /// @throws Problem `gate.card-unknown`, `gate.card-dead`, `gate.card-erased`;
    ///     `transport.other-corridor`, `transport.not-their-choice`, `transport.already-aboard`,
    ///     `transport.no-room`; `transport.not-boarding`, `transport.trip-unknown`
    public PassageId board(Actor actor, ActId act, TripId trip, CardNumber number, SafeAreaId chosen, ZoneId zone) {
        return board(actor, act, trip, number, chosen, zone, Optional.empty());
    }

    /// A part of a household boards, which chose to travel apart: its sick in an ambulance,
    /// perhaps, with one of them.
    /// @throws Problem as {@link #board}; `transport.part-too-large`,
    ///     `transport.part-leaves-children`, `transport.child-alone`
    public PassageId boardPart(
            Actor actor, ActId act, TripId trip, CardNumber number, SafeAreaId chosen, ZoneId zone, Load part) {
        return board(actor, act, trip, number, chosen, zone, Optional.of(part));
    }

    private PassageId board(
            Actor actor,
            ActId act,
            TripId trip,
            CardNumber number,
            SafeAreaId chosen,
            ZoneId zone,
            Optional<Load> part) {
        actor.must(Deed.BOARD);
        var passage = new PassageId(act.id());
        Mark mark = Marks.own(journal, LocalDate.ofInstant(act.named(), ZoneOffset.UTC))
                .mark(number);
        Optional<Passage> before = rows(journal.now()).marked(List.of(mark)).stream()
                .filter(one -> one.id().equals(passage))
                .findFirst();
        if (before.isPresent()) return again(actor, act, trip, mark, part, before.get());
        Travelling who = cards.travelling(actor, journal.ids().next(), number);
        Load whole = Load.of(who.household());
        Load load = part.orElse(whole);
        var body = new HouseholdBoarded(trip, mark, load, !load.equals(whole));
        Occurred hour = hour(act, zone);
        Rule rule = views -> {
            Trip into = boarding(views, trip, chosen);
            requireThere(views, into, hour);
            requireSameCorridor(who.card(), into.gate());
            requireWhole(views, who.tickets(), whole, load);
            requireRoom(into, load);
        };
        var draft = new Draft(body, hour, Optional.of(who.ticket()));
        journal.record(actor, act, List.of(draft), rule, rows -> new LineRows(rows).boarded(number, load));
        return passage;
    }

    /// The same request is answered as it was, though the card may be another by now; another one under the name of a
    /// request that was done is refused.
    private PassageId again(Actor actor, ActId act, TripId trip, Mark mark, Optional<Load> part, Passage before) {
        var body = new HouseholdBoarded(trip, mark, part.orElse(before.load()), before.part());
        Optional<Subject> ticket = rows(journal.now()).ticket(before.id());
        journal.record(actor, act, new Draft(body, hour(act, ZoneOffset.UTC), ticket), Rule.NONE);
        return before.id();
    }

    /// People without a card board, by count. Where one of them is a child, so is one of them an
    /// adult; children without an adult board with the card that they get when they are handed
    /// over, and not like this.
    /// @throws Problem `transport.nobody`, `transport.child-alone`, `transport.no-room`,
    ///     `transport.not-boarding`, `transport.not-their-choice`, `transport.trip-unknown`
    public Receipt count(Actor actor, ActId act, TripId trip, SafeAreaId chosen, ZoneId zone, Load load) {
        actor.must(Deed.BOARD);
        if (load.people() == 0) throw Problem.of("transport.nobody");
        load.requireAdult();
        Occurred hour = hour(act, zone);
        return journal.record(actor, act, Draft.of(new PeopleBoarded(trip, load), hour), views -> {
            Trip into = boarding(views, trip, chosen);
            requireThere(views, into, hour);
            requireRoom(into, load);
        });
    }

    /// A household came out again, or was never there. Why is not asked.
    /// @throws Problem `transport.passage-unknown`, `transport.not-aboard`, `transport.not-boarding`
    public Receipt takeOut(Actor actor, ActId act, PassageId passage, ZoneId zone) {
        actor.must(Deed.BOARD);
        Occurred hour = hour(act, zone);
        return journal.record(actor, act, Draft.of(new HouseholdCameOut(passage), hour), views -> {
            Passage aboard = rows(views).require(passage);
            if (!aboard.standing() || aboard.kind() != PassageKind.HOUSEHOLD) throw Problem.of("transport.not-aboard");
            requireThere(views, requireBoarding(rows(views).require(aboard.trip())), hour);
        });
    }

    /// People without a card came out again. Why is not asked.
    /// @throws Problem `transport.nobody`, `transport.not-aboard`, `transport.not-boarding`
    public Receipt takeOut(Actor actor, ActId act, TripId trip, ZoneId zone, Load load) {
        actor.must(Deed.BOARD);
        if (load.people() == 0) throw Problem.of("transport.nobody");
        Occurred hour = hour(act, zone);
        return journal.record(actor, act, Draft.of(new PeopleCameOut(trip, load), hour), views -> {
            requireThere(views, requireBoarding(rows(views).require(trip)), hour);
            Load counted = counted(views, trip);
            if (!counted.covers(load)) throw Problem.of("transport.not-aboard");
            counted.minus(load).requireAdult();
        });
    }

    /// Pieces of luggage come into a vehicle. They keep nobody from a seat, and whose they are is not told.
    /// @throws Problem `transport.luggage`, `transport.no-luggage-room`; `transport.not-boarding`,
    ///     `transport.trip-unknown`
    public Receipt stow(Actor actor, ActId act, TripId trip, long pieces) {
        return luggage(actor, act, trip, pieces, false);
    }

    /// Pieces of luggage come off it again.
    /// @throws Problem `transport.luggage`, `transport.luggage-not-there`; `transport.not-boarding`,
    ///     `transport.trip-unknown`
    public Receipt unstow(Actor actor, ActId act, TripId trip, long pieces) {
        return luggage(actor, act, trip, pieces, true);
    }

    private Receipt luggage(Actor actor, ActId act, TripId trip, long pieces, boolean off) {
        actor.must(Deed.BOARD);
        if (pieces < 1 || pieces > Capacity.MOST) {
            throw new Problem(
                    "transport.luggage",
                    Map.of("value", String.valueOf(pieces), "most", String.valueOf(Capacity.MOST)));
        }
        return record(actor, act, new LuggageCounted(trip, pieces, off), views -> {
            Trip at = requireBoarding(rows(views).require(trip));
            if (off && pieces > at.luggage()) throw luggage("transport.luggage-not-there", at, at.luggage());
            long left = at.capacity().luggage() - at.luggage();
            if (!off && pieces > left) throw luggage("transport.no-luggage-room", at, left);
        });
    }

    private static Problem luggage(String code, Trip trip, long there) {
        return new Problem(code, Map.of("vehicle", trip.vehicle().slug(), "there", String.valueOf(there)));
    }

    /// A trip that was opened by mistake, with nobody on it.
    /// @throws Problem `transport.trip-unknown`, `transport.not-boarding`; `transport.not-empty`
    public Receipt cancel(Actor actor, ActId act, TripId trip) {
        actor.must(Deed.BOARD);
        return record(actor, act, new TripCancelled(trip), views -> {
            Trip opened = requireBoarding(rows(views).require(trip));
            if (opened.accounted().people() > 0) throw Problem.of("transport.not-empty", "vehicle", opened.vehicle());
        });
    }

    /// The manifest as it stands now.
    /// @throws Problem `transport.trip-unknown`
    public Manifest manifest(Actor actor, Reading at, TripId trip) {
        actor.must(Deed.READ_TRIPS);
        return rows(at).manifest(rows(at).require(trip));
    }

    /// Seals the manifest as the first hand: nobody gets in any more. On the road, only a version
    /// that is to say why people are in another vehicle.
    ///
    /// @param seen what whoever seals it has before them
    /// @throws Problem `transport.trip-unknown`, `transport.not-boarding`;
    ///     `transport.manifest-moved-on`; `transport.trip-from-elsewhere`
    public Receipt seal(Actor actor, ActId act, TripId trip, ManifestDigest seen) {
        actor.must(Deed.SIGN_MANIFEST);
        Optional<Sealing> before = rows(journal.now()).sealings(trip).stream()
                .filter(one -> one.digest().equals(seen))
                .findFirst();
        Manifest now = rows(journal.now()).manifest(rows(journal.now()).require(trip));
        long version = before.map(Sealing::version).orElse(now.version());
        long people = before.map(Sealing::people).orElse(now.load().people());
        return record(actor, act, new ManifestSealed(trip, version, seen, people), views -> {
            Trip opened = rows(views).require(trip);
            requireOwn(opened);
            if (opened.state() != TripState.BOARDING && opened.amending().isEmpty()) throw notBoarding(opened);
            Manifest standing = rows(views).manifest(opened);
            if (!standing.digest().equals(seen)
                    || standing.version() != version
                    || standing.load().people() != people) {
                throw Problem.of("transport.manifest-moved-on", "vehicle", opened.vehicle());
            }
        });
    }

    /// Signs the manifest as the second hand.
    /// @throws Problem `transport.trip-unknown`; `transport.not-sealed`, `transport.same-hand`,
    ///     `transport.signed-already`, `transport.manifest-moved-on`
    public Receipt sign(Actor actor, ActId act, TripId trip, ManifestDigest seen) {
        actor.must(Deed.SIGN_MANIFEST);
        return record(actor, act, new ManifestSigned(trip, seen), views -> {
            Trip opened = rows(views).require(trip);
            requireOwn(opened);
            Sealing sealing = opened.sealing()
                    .filter(last -> opened.amending().isEmpty())
                    .orElseThrow(() -> Problem.of("transport.not-sealed", "vehicle", opened.vehicle()));
            sealing.signedBy().ifPresent(account -> {
                throw Problem.of("transport.signed-already", "account", account);
            });
            if (opened.state() == TripState.BOARDING)
                throw Problem.of("transport.not-sealed", "vehicle", opened.vehicle());
            if (sealing.by().equals(actor.account())) throw Problem.of("transport.same-hand");
            if (!sealing.digest().equals(seen))
                throw Problem.of("transport.manifest-moved-on", "vehicle", opened.vehicle());
        });
    }

    /// Opens a sealed manifest again before the vehicle leaves. The next one sealed is a new
    /// version, which says why.
    /// @throws Problem `transport.trip-unknown`; `transport.not-sealed`
    public Receipt reopen(Actor actor, ActId act, TripId trip, Amendment why) {
        actor.must(Deed.SIGN_MANIFEST);
        return record(actor, act, new ManifestReopened(trip, why), views -> {
            Trip opened = rows(views).require(trip);
            requireOwn(opened);
            if (opened.state() != TripState.SEALED && opened.state() != TripState.READY) {
                throw Problem.of("transport.not-sealed", "vehicle", opened.vehicle());
            }
        });
    }

    /// Forgets the keys under which the marks of past days were made, once the data of their households
    /// is past its time too: then a manifest that is found tells nothing, not even with the cards in hand.
    public void forgetOldKeys() {
        LocalDate before = LocalDate.ofInstant(
                journal.clock().instant().minus(Retention.DAYS_30.length().orElseThrow()), ZoneOffset.UTC);
        journal.keep(rows -> new Marks(rows).forget(before));
    }

    public Optional<Trip> trip(Actor actor, Reading at, TripId trip) {
        actor.must(Deed.READ_TRIPS);
        return rows(at).trip(trip);
    }

    /// The trips of a corridor that lasted at any time from one instant up to another, as they were opened.
    public List<Trip> of(Actor actor, Reading at, CorridorId corridor, Instant from, Instant to) {
        actor.must(Deed.READ_TRIPS);
        return rows(at).of(corridor, from, to);
    }

    /// Those of them from which an authority took people, as they were opened.
    public List<Trip> withPeopleTaken(Actor actor, Reading at, CorridorId corridor, Instant from, Instant to) {
        actor.must(Deed.READ_TRIPS);
        return rows(at).withPeopleTaken(corridor, from, to);
    }

    /// The trips of a corridor that are not over, as they were opened.
    public List<Trip> lasting(Actor actor, Reading at, CorridorId corridor) {
        actor.must(Deed.READ_TRIPS);
        return rows(at).lasting(corridor);
    }

    /// Those who are on a trip, as they came onto it.
    public List<Passage> passages(Actor actor, Reading at, TripId trip) {
        actor.must(Deed.READ_TRIPS);
        return rows(at).passages(trip);
    }

    /// The versions of a trip's manifest that were sealed, the latest first.
    public List<Sealing> sealings(Actor actor, Reading at, TripId trip) {
        actor.must(Deed.READ_TRIPS);
        return rows(at).sealings(trip);
    }

    private static Trip boarding(Reading views, TripId id, SafeAreaId chosen) {
        Trip trip = requireBoarding(rows(views).require(id));
        if (!trip.destination().equals(chosen)) {
            throw new Problem(
                    "transport.not-their-choice",
                    Map.of(
                            "vehicle", trip.vehicle().slug(),
                            "area", trip.destination().slug(),
                            "chosen", chosen.slug()));
        }
        return trip;
    }

    private static Trip requireBoarding(Trip trip) {
        requireOwn(trip);
        if (trip.state() != TripState.BOARDING) throw notBoarding(trip);
        return trip;
    }

    /// What happens at a crossing is for the node that opened the trip.
    static void requireOwn(Trip trip) {
        trip.elsewhere().ifPresent(from -> {
            throw Problem.of("transport.trip-from-elsewhere", "vehicle", trip.vehicle());
        });
    }

    private static Problem notBoarding(Trip trip) {
        return new Problem(
                "transport.not-boarding",
                Map.of("vehicle", trip.vehicle().slug(), "state", Problem.detail(trip.state())));
    }

    /// A household travels whole; a part of it only where nobody goes twice, and neither the part
    /// nor the rest is children alone.
    private static void requireWhole(Reading views, List<Subject> tickets, Load whole, Load load) {
        List<Passage> before = rows(views).travelling(tickets);
        Load gone = before.stream().map(Passage::load).reduce(Load.NOBODY, Load::plus);
        if (load.equals(whole)) {
            if (!before.isEmpty()) throw alreadyAboard(rows(views), before);
            return;
        }
        if (load.people() == 0) throw Problem.of("transport.nobody");
        if (!whole.covers(gone.plus(load))) {
            throw new Problem(
                    "transport.part-too-large",
                    Map.of(
                            "people",
                            String.valueOf(load.people()),
                            "left",
                            String.valueOf(Math.max(0, whole.people() - gone.people()))));
        }
        load.requireAdult();
        Load rest = whole.minus(gone.plus(load));
        if (rest.childrenAlone()) throw Problem.of("transport.part-leaves-children");
    }

    /// Where those are who are on a trip already.
    static Problem alreadyAboard(TripRows rows, List<Passage> before) {
        Trip trip = rows.require(before.getFirst().trip());
        long people = before.stream().mapToLong(one -> one.load().people()).sum();
        return new Problem(
                "transport.already-aboard",
                Map.of(
                        "vehicle", trip.vehicle().slug(),
                        "people", String.valueOf(people),
                        "state", Problem.detail(trip.state())));
    }

    /// @throws Problem `transport.other-corridor`
    static void requireSameCorridor(OnCard card, Gate gate) {
        CorridorId corridor = card.gate().corridor();
        if (!corridor.equals(gate.corridor())) throw Problem.of("transport.other-corridor", "corridor", corridor);
    }

    private static void requireRoom(Trip trip, Load load) {
        if (trip.capacity().holds(trip.aboard().plus(load))) return;
        throw noRoom(trip, load);
    }

    /// What is left of each kind of place, beside what is needed.
    static Problem noRoom(Trip trip, Load load) {
        Capacity room = trip.room();
        return new Problem(
                "transport.no-room",
                Map.of(
                        "vehicle", trip.vehicle().slug(),
                        "seats", String.valueOf(load.seats()),
                        "seatsLeft", String.valueOf(room.seats()),
                        "bays", String.valueOf(load.bays()),
                        "baysLeft", String.valueOf(room.bays()),
                        "stretchers", String.valueOf(load.stretchers()),
                        "stretchersLeft", String.valueOf(room.stretchers()),
                        "escorts", String.valueOf(load.escorts()),
                        "escortsLeft", String.valueOf(room.escortSeats())));
    }

    private static Load counted(Reading views, TripId trip) {
        return rows(views).passage(new PassageId(trip.act())).map(Passage::load).orElse(Load.NOBODY);
    }

    /// When people got in or out is told by the hour: the minute of a family is nobody's business.
    private Occurred hour(ActId act, ZoneId zone) {
        return new HourSlot(written.orElse(act.named()), zone).occurred();
    }

    /// What was written on paper was written while the vehicle stood there.
    private void requireThere(Reading views, Trip trip, Occurred hour) {
        if (written.isEmpty()) return;
        Convoys.requirePast(views, hour.from());
        if (!hour.to().isAfter(trip.opened())) throw Problem.of("transport.before-opened", "vehicle", trip.vehicle());
    }

    private Receipt record(Actor actor, ActId act, Body body, Rule rule) {
        return journal.record(actor, act, Draft.now(body, act), rule);
    }

    private static TripRows rows(Reading at) {
        return TripRows.of(at);
    }
}
