// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clearway.access.Actor;
import org.clearway.access.Deed;
import org.clearway.agreement.CorridorId;
import org.clearway.gate.CardNumber;
import org.clearway.gate.Cards;
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
import org.clearway.time.Occurred;
import org.clearway.transport.TripEntries.AccountTakenBack;
import org.clearway.transport.TripEntries.DifferenceExplained;
import org.clearway.transport.TripEntries.DifferenceOwned;
import org.clearway.transport.TripEntries.ExtraCame;
import org.clearway.transport.TripEntries.ExtraExplained;
import org.clearway.transport.TripEntries.ExtraFound;
import org.clearway.transport.TripEntries.ManifestAwaitedAgain;
import org.clearway.transport.TripEntries.ManifestSetAside;
import org.clearway.transport.TripEntries.PeopleMoved;
import org.clearway.transport.TripEntries.PeopleReceived;
import org.clearway.transport.TripEntries.PeopleWentOn;
import org.clearway.transport.TripEntries.PlacesConfirmed;
import org.clearway.transport.TripEntries.TripArrived;
import org.clearway.transport.TripEntries.TripClosed;

/// Where people come in: those who were expected against those who came, down to nobody of whom it
/// is not known where they are. A trip is not over before that. Safe for use by many threads.
public final class Receptions {
    /// Who looks for somebody has at most so long before somebody asks again.
    public static final Duration LONGEST_SEARCH = Duration.ofDays(7);

    /// For so long after an arrival nobody but those who run trips learns of it; figures that are
    /// published keep to it too. A convoy is betrayed by what changes: who sees a figure move in the
    /// minute in which a vehicle leaves or arrives knows how long the road takes, and when the next
    /// one is on it. Practice asks for a delay and leaves its length open. After four hours the
    /// vehicles are off the road, and a figure still belongs to its day.
    public static final Duration UNTOLD = Duration.ofHours(4);

    /// Of so many people of a trip the desk that receives them may say that they are somewhere
    /// else. Of more, those who run the corridor say so.
    private static final long MOST_ELSEWHERE = 5;

    /// A vehicle of another node that is awaited for so long and has not come calls for somebody
    /// to ask after it. Of a convoy of our own nobody may hear nothing for an hour; of this one
    /// nobody here hears on its way, and its manifest may come ahead of it. Practice gives no
    /// figure.
    public static final Duration AWAITED = Duration.ofHours(3);

    private final Journal journal;
    private final Cards cards;

    /// When what is entered was written on paper; now, where nothing was.
    private final Optional<Instant> written;

    public Receptions(Journal journal) {
        this(journal, new Cards(journal), Optional.empty());
    }

    private Receptions(Journal journal, Cards cards, Optional<Instant> written) {
        this.journal = journal;
        this.cards = cards;
        this.written = written;
    }

    /// The same desk for what was written on paper when nothing else worked, and is entered now: who came in did so
    /// then. Only {@link #receive} heeds it; it refuses a time before the vehicle came
    /// (`transport.before-arrived`), and one that has not come (`transport.told-of-the-future`).
    public Receptions asWritten(Instant written) {
        return new Receptions(journal, cards, Optional.of(written));
    }

    /// A vehicle stands where it was to go.
    /// @throws Problem `transport.trip-unknown`, `transport.not-on-the-way`, `transport.set-aside`;
    ///     `transport.told-of-the-future`, `transport.before-opened`, `transport.before-sealed`
    public Receipt arrive(Actor actor, ActId act, TripId trip, Instant at, ZoneId zone) {
        actor.must(Deed.RECEIVE);
        return journal.record(actor, act, Draft.of(new TripArrived(trip), Occurred.at(at, zone)), views -> {
            Trip coming = rows(views).require(trip);
            if (coming.state() == TripState.NOT_COMING) {
                throw Problem.of("transport.set-aside", "vehicle", coming.vehicle());
            }
            if (coming.state() != TripState.ON_THE_ROAD) {
                throw Problem.of("transport.not-on-the-way", "vehicle", coming.vehicle());
            }
            Convoys.requirePast(views, at);
            if (coming.departed().filter(at::isBefore).isPresent()) {
                throw Problem.of("transport.before-opened", "vehicle", coming.vehicle());
            }
            if (coming.elsewhere()
                    .flatMap(FromElsewhere::earliest)
                    .filter(at::isBefore)
                    .isPresent()) {
                throw Problem.of("transport.before-sealed", "vehicle", coming.vehicle());
            }
        });
    }

    /// Sets aside a manifest that was taken in: its vehicle does not come here, as an office told
    /// that knows. Its people are expected no longer, and nobody of them is said to be anywhere:
    /// that is for those to know to whom they go. Whoever comes all the same with another vehicle
    /// is received with that one.
    /// @throws Problem `transport.trip-unknown`, `transport.not-from-elsewhere`,
    ///     `transport.not-on-the-way`
    public Receipt setAside(Actor actor, ActId act, TripId trip, NotComing why, ToldBy toldBy) {
        actor.must(Deed.RECEIVE);
        return record(actor, act, new ManifestSetAside(trip, why, toldBy), views -> {
            Trip coming = rows(views).require(trip);
            if (coming.elsewhere().isEmpty()) {
                throw Problem.of("transport.not-from-elsewhere", "vehicle", coming.vehicle());
            }
            if (coming.state() != TripState.ON_THE_ROAD) {
                throw Problem.of("transport.not-on-the-way", "vehicle", coming.vehicle());
            }
        });
    }

    /// The vehicle of a manifest that was set aside comes after all.
    /// @throws Problem `transport.trip-unknown`, `transport.not-set-aside`
    public Receipt awaitAgain(Actor actor, ActId act, TripId trip) {
        actor.must(Deed.RECEIVE);
        return record(actor, act, new ManifestAwaitedAgain(trip), views -> {
            Trip aside = rows(views).require(trip);
            if (aside.state() != TripState.NOT_COMING) {
                throw Problem.of("transport.not-set-aside", "vehicle", aside.vehicle());
            }
        });
    }

    /// The trips that were set aside in the last {@link #LONGEST_SEARCH}, the last first.
    public List<Trip> setAside(Actor actor, Reading at) {
        actor.must(Deed.READ_TRIPS);
        return rows(at).setAside(at.knownAt().minus(LONGEST_SEARCH));
    }

    /// The safe area has places for all who come with a trip whose manifest was sealed.
    /// @throws Problem `transport.trip-unknown`; `transport.not-coming`
    public Receipt confirm(Actor actor, ActId act, TripId trip, long people) {
        actor.must(Deed.RECEIVE);
        return record(actor, act, new PlacesConfirmed(trip, people), views -> {
            Trip coming = rows(views).require(trip);
            if (!coming.state().coming() || coming.accounted().persons() != people) {
                throw Problem.of("transport.not-coming", "vehicle", coming.vehicle());
            }
        });
    }

    /// What a card that is read beside a vehicle shows. Nothing is opened for it.
    /// @throws Problem `transport.trip-unknown`
    public Scanned scan(Actor actor, Reading at, TripId trip, CardNumber number) {
        actor.must(Deed.RECEIVE);
        Trip here = rows(at).require(trip);
        List<Passage> journeys = journeys(actor, at, number);
        List<Passage> open =
                journeys.stream().filter(one -> one.accounted().open() > 0).toList();
        List<Passage> onThis =
                open.stream().filter(one -> one.trip().equals(trip)).toList();
        if (!onThis.isEmpty()) return new Scanned.Expected(here, onThis);
        if (!open.isEmpty()) {
            Passage elsewhere = open.getFirst();
            return new Scanned.Elsewhere(rows(at).require(elsewhere.trip()), elsewhere);
        }
        List<Passage> away =
                journeys.stream().filter(one -> one.accounted().elsewhere() > 0).toList();
        if (!away.isEmpty()) {
            Passage said = hereFirst(away, trip);
            return new Scanned.SaidElsewhere(rows(at).require(said.trip()), said);
        }
        if (journeys.isEmpty()) return unknown(at, here);
        Passage in = hereFirst(journeys, trip);
        return new Scanned.InAlready(rows(at).require(in.trip()), in);
    }

    private static Passage hereFirst(List<Passage> journeys, TripId here) {
        return journeys.stream()
                .filter(one -> one.trip().equals(here))
                .findFirst()
                .orElseGet(journeys::getLast);
    }

    /// Where keys of the trip's manifest are not here, nobody can say that a card is on none.
    private static Scanned unknown(Reading at, Trip here) {
        List<LocalDate> missing = Manifests.withoutKey(at, here);
        return missing.isEmpty() ? new Scanned.NotOnAnyManifest() : new Scanned.KeyMissing(missing);
    }

    /// By its ticket where this node issued the card, by its mark where it knows only a manifest.
    private List<Passage> journeys(Actor actor, Reading at, CardNumber number) {
        List<Passage> marked = rows(at).marked(new Marks(at.rows()).of(number));
        return Stream.concat(marked.stream(), rows(at).travelling(cards.tickets(actor, at, number)).stream())
                .distinct()
                .toList();
    }

    /// People who were on a trip came in: a household, or some of those without a card.
    /// @throws Problem `transport.passage-unknown`, `transport.not-arrived`; `transport.nobody`,
    ///     `transport.too-many`
    public Receipt receive(Actor actor, ActId act, PassageId passage, long people) {
        actor.must(Deed.RECEIVE);
        Occurred when = Occurred.at(written.orElse(act.named()), ZoneOffset.UTC);
        return journal.record(actor, act, Draft.of(new PeopleReceived(passage, people), when), views -> {
            requireOpen(views, passage, people);
            written.ifPresent(told -> requireThere(views, passage, told));
        });
    }

    /// A household that is on record of another trip came in with this one: it is moved here, and
    /// received.
    ///
    /// @param from the trip that it is on record of
    /// @throws Problem as {@link #receive}; `transport.same-vehicle`,
    ///     `transport.not-on-the-way`, `transport.moved-on`
    public Receipt receiveFromElsewhere(Actor actor, ActId act, PassageId passage, TripId from, TripId here) {
        actor.must(Deed.RECEIVE);
        long people = rows(journal.now()).require(passage).accounted().people();
        var moved = new PeopleMoved(from, here, List.of(passage), Load.NOBODY, Amendment.CHANGED_VEHICLE);
        return journal.record(
                actor,
                act,
                List.of(Draft.now(moved, act), Draft.now(new PeopleReceived(passage, people), act)),
                views -> {
                    Passage elsewhere = rows(views).require(passage);
                    Trip with = rows(views).require(here);
                    Trip without = rows(views).require(from);
                    if (from.equals(here)) throw Problem.of("transport.same-vehicle", "vehicle", with.vehicle());
                    if (with.state() != TripState.ARRIVED) throw notArrived(with);
                    boolean gone = switch (without.state()) {
                        case ON_THE_ROAD, ARRIVED, NOT_COMING -> true;
                        case BOARDING, SEALED, READY, CLOSED, CANCELLED -> false;
                    };
                    if (!gone || !elsewhere.standing() || elsewhere.kind() != PassageKind.HOUSEHOLD) {
                        throw Problem.of("transport.not-on-the-way", "vehicle", without.vehicle());
                    }
                    if (!elsewhere.trip().equals(from) || elsewhere.accounted().open() != people) {
                        throw Problem.of("transport.moved-on", "vehicle", without.vehicle());
                    }
                });
    }

    /// People came in with a trip whose manifest does not have them.
    /// @throws Problem `transport.trip-unknown`, `transport.not-arrived`; `transport.nobody`
    public PassageId receiveExtra(Actor actor, ActId act, TripId trip, Load load, boolean card) {
        actor.must(Deed.RECEIVE);
        if (load.people() == 0) throw Problem.of("transport.nobody");
        record(actor, act, new ExtraCame(trip, load, card), views -> {
            Trip here = rows(views).require(trip);
            if (here.state() != TripState.ARRIVED) throw notArrived(here);
        });
        return new PassageId(act.id());
    }

    /// Says where people are who did not come in; or that they were looked for and not found, and
    /// then the trip stays open. Nobody is said to be elsewhere before somebody has looked for them,
    /// and more than a few of one vehicle not without those who run the corridor.
    /// @throws Problem `transport.passage-unknown`, `transport.not-arrived`,
    ///     `transport.nobody`, `transport.too-many`; `transport.transfer-unnamed`,
    ///     `transport.miscounted-card`; `transport.nobody-looks`, `transport.too-many-explained`
    public Receipt explain(Actor actor, ActId act, PassageId passage, long people, DifferenceReason reason) {
        actor.must(reason == DifferenceReason.MISCOUNTED ? Deed.CORRECT_BOARDING : Deed.RECEIVE);
        if (reason == DifferenceReason.TRANSFERRED_VEHICLE) throw Problem.of("transport.transfer-unnamed");
        return record(actor, act, new DifferenceExplained(passage, people, reason), views -> {
            Passage missing = requireOpen(views, passage, people);
            if (reason == DifferenceReason.MISCOUNTED && missing.kind() != PassageKind.COUNTED) {
                throw Problem.of("transport.miscounted-card");
            }
            if (reason.elsewhere()) requireLookedFor(views, missing, people, actor.may(Deed.CORRECT_BOARDING));
        });
    }

    /// One desk alone does not let a vehicle's people vanish from the list of those who are missing.
    private static void requireLookedFor(Reading views, Passage missing, long people, boolean anyNumber) {
        if (missing.owner().isEmpty()) throw Problem.of("transport.nobody-looks");
        Trip trip = rows(views).require(missing.trip());
        if (anyNumber || trip.accounted().elsewhere() + people <= MOST_ELSEWHERE) return;
        throw new Problem(
                "transport.too-many-explained",
                Map.of(
                        "vehicle",
                        trip.vehicle().slug(),
                        "people",
                        String.valueOf(trip.accounted().elsewhere() + people),
                        "most",
                        String.valueOf(MOST_ELSEWHERE)));
    }

    /// People who were said to be elsewhere came in after all, be the trip closed or not: they
    /// are somewhere at every moment, so nothing is opened again for them.
    ///
    /// @param reason where they were said to be
    /// @throws Problem `transport.passage-unknown`, `transport.not-arrived`;
    ///     `transport.nobody`, `transport.too-many`
    public Receipt cameAfterAll(Actor actor, ActId act, PassageId passage, DifferenceReason reason, long people) {
        actor.must(Deed.RECEIVE);
        if (people < 1) throw Problem.of("transport.nobody");
        var notThere = new AccountTakenBack(passage, Optional.of(reason), people);
        var here = new PeopleReceived(passage, people);
        return journal.record(actor, act, List.of(Draft.now(notThere, act), Draft.now(here, act)), views -> {
            Passage told = rows(views).require(passage);
            Trip trip = rows(views).require(told.trip());
            if (trip.state() != TripState.ARRIVED && trip.state() != TripState.CLOSED) throw notArrived(trip);
            long there = reason.elsewhere() ? told.accounted().told(Optional.of(reason)) : 0;
            if (people > there) throw tooMany(people, there, trip);
        });
    }

    /// Takes back what was told of people of a passage: they had not come in, or are not where they
    /// were said to be.
    ///
    /// @param reason where they were said to be; empty for received
    /// @throws Problem `transport.passage-unknown`, `transport.not-arrived`,
    ///     `transport.nobody`, `transport.too-many`; `transport.transfer-unnamed`
    public Receipt takeBack(Actor actor, ActId act, PassageId passage, Optional<DifferenceReason> reason, long people) {
        actor.must(Deed.RECEIVE);
        if (people < 1) throw Problem.of("transport.nobody");
        if (reason.filter(DifferenceReason.TRANSFERRED_VEHICLE::equals).isPresent()) {
            throw Problem.of("transport.transfer-unnamed");
        }
        return record(actor, act, new AccountTakenBack(passage, reason, people), views -> {
            Passage told = rows(views).require(passage);
            Trip trip = rows(views).require(told.trip());
            if (trip.state() != TripState.ARRIVED) throw notArrived(trip);
            if (told.foundAs().isPresent()) throw Problem.of("transport.extra-explained");
            long there = told.accounted().told(reason);
            if (people > there) throw tooMany(people, there, trip);
        });
    }

    /// Says why people came in who were on no manifest.
    /// @throws Problem `transport.passage-unknown`, `transport.not-extra`, `transport.extra-explained`
    public Receipt explainExtra(Actor actor, ActId act, PassageId extra, ExtraReason reason) {
        actor.must(Deed.RECEIVE);
        return record(actor, act, new ExtraExplained(extra, reason), views -> requireUnexplained(views, extra));
    }

    /// Says that extra people of one trip are those who are missing on another, each once.
    /// @throws Problem as {@link #explainExtra}; `transport.not-the-same-number`;
    ///     `transport.same-vehicle`
    public Receipt match(Actor actor, ActId act, PassageId extra, PassageId missing) {
        actor.must(Deed.RECEIVE);
        long people = rows(journal.now()).require(extra).accounted().people();
        return record(actor, act, new ExtraFound(extra, missing, people), views -> {
            Passage came = requireUnexplained(views, extra);
            Passage lacks = requireOpen(views, missing, 1);
            if (came.trip().equals(lacks.trip())) {
                throw Problem.of(
                        "transport.same-vehicle",
                        "vehicle",
                        rows(views).require(came.trip()).vehicle());
            }
            if (lacks.accounted().open() < people) {
                throw new Problem(
                        "transport.not-the-same-number",
                        Map.of(
                                "extra",
                                String.valueOf(people),
                                "missing",
                                String.valueOf(lacks.accounted().open())));
            }
        });
    }

    /// Takes it on to find those who are missing, until a moment.
    /// @throws Problem `transport.passage-unknown`, `transport.nobody-missing`; `transport.deadline`
    public Receipt own(Actor actor, ActId act, PassageId passage, Instant deadline) {
        actor.must(Deed.RECEIVE);
        return record(actor, act, new DifferenceOwned(passage, deadline), views -> {
            if (rows(views).require(passage).settled()) throw Problem.of("transport.nobody-missing");
            if (!deadline.isAfter(views.knownAt())
                    || deadline.isAfter(views.knownAt().plus(LONGEST_SEARCH))) {
                throw Problem.of("transport.deadline");
            }
        });
    }

    /// Closes a trip: everyone who was on it is accounted for. There is no other way.
    /// @throws Problem `transport.trip-unknown`, `transport.not-arrived`; `transport.not-accounted-for`
    public Receipt close(Actor actor, ActId act, TripId trip) {
        actor.must(Deed.RECEIVE);
        return record(actor, act, new TripClosed(trip), views -> {
            Trip here = rows(views).require(trip);
            if (here.state() != TripState.ARRIVED) throw notArrived(here);
            if (here.unsettled() > 0 || here.accounted().open() > 0) {
                throw new Problem(
                        "transport.not-accounted-for",
                        Map.of(
                                "vehicle",
                                here.vehicle().slug(),
                                "people",
                                String.valueOf(here.accounted().open()),
                                "open",
                                String.valueOf(here.unsettled())));
            }
        });
    }

    /// How many came in at each safe area on a day, as anybody learns it who reads the board: only
    /// with convoys whose last vehicle arrived {@link #UNTOLD} ago or earlier. The day is the one
    /// that it was then, so that the last hours of an evening are told in the night.
    public Map<SafeAreaId, Long> told(Actor actor, Reading at, CorridorId corridor, ZoneId zone) {
        actor.must(Deed.READ_BOARD);
        Instant then = at.knownAt().minus(UNTOLD);
        Instant midnight = LocalDate.ofInstant(then, zone).atStartOfDay(zone).toInstant();
        return rows(at).cameIn(corridor, midnight, then);
    }

    /// The vehicles that come to safe areas or stand there, by safe area as they are named here, those that were opened
    /// first first.
    public List<Trip> coming(Actor actor, Reading at, List<SafeAreaId> areas) {
        actor.must(Deed.READ_TRIPS);
        return rows(at).lasting().stream()
                .filter(trip -> areas.contains(trip.destination()))
                .sorted(Comparator.comparing(trip -> areas.indexOf(trip.destination())))
                .toList();
    }

    /// Those who are coming to each safe area, by the manifests that were sealed.
    public Map<SafeAreaId, Load> expected(Actor actor, Reading at) {
        actor.must(Deed.READ_TRIPS);
        return rows(at).lasting().stream()
                .filter(trip -> trip.state().coming())
                .collect(Collectors.toMap(Trip::destination, Trip::aboard, Load::plus, LinkedHashMap::new));
    }

    /// What is left to be found out, on every trip that has arrived: whose deadline is over first,
    /// then who came first.
    public List<Difference> differences(Actor actor, Reading at) {
        actor.must(Deed.READ_TRIPS);
        var left = new ArrayList<Difference>();
        for (Trip trip : rows(at).lasting()) {
            if (trip.state() != TripState.ARRIVED || trip.unsettled() == 0) continue;
            rows(at).passages(trip.id()).stream()
                    .filter(passage -> !passage.settled())
                    .map(passage -> new Difference(trip, passage))
                    .forEach(left::add);
        }
        left.sort(Comparator.comparing((Difference one) ->
                        one.passage().owner().map(Passage.Owner::deadline).orElse(Instant.MAX))
                .thenComparing(one -> one.trip().arrived().orElse(Instant.MAX)));
        return left;
    }

    /// People went on from a safe area, by any way.
    /// @throws Problem `transport.safe-area-unknown`, `geo.area-unknown`, `transport.nobody`,
    ///     `transport.fewer-there`
    public Receipt goOn(Actor actor, ActId act, SafeAreaId from, Optional<AreaId> to, long people) {
        actor.must(Deed.RECEIVE);
        if (people < 1) throw Problem.of("transport.nobody");
        return record(actor, act, new PeopleWentOn(from, to, people), views -> {
            SafeAreas.require(views, from);
            Places.requireKnown(views, to.stream().toList());
            long there = rows(views).stayingAt().getOrDefault(from, 0L);
            if (people > there) {
                throw new Problem(
                        "transport.fewer-there",
                        Map.of("people", String.valueOf(people), "there", String.valueOf(there)));
            }
        });
    }

    /// How many people came in at each safe area and have not gone on, as far as this was told.
    public Map<SafeAreaId, Long> staying(Actor actor, Reading at) {
        actor.must(Deed.READ_BOARD);
        return rows(at).stayingAt();
    }

    private static Passage requireOpen(Reading views, PassageId id, long people) {
        Passage passage = rows(views).require(id);
        Trip trip = rows(views).require(passage.trip());
        if (trip.state() != TripState.ARRIVED) throw notArrived(trip);
        if (!passage.standing()) throw Problem.of("transport.not-aboard");
        if (people < 1) throw Problem.of("transport.nobody");
        if (people > passage.accounted().open()) {
            throw tooMany(people, passage.accounted().open(), trip);
        }
        return passage;
    }

    private static Problem tooMany(long people, long left, Trip trip) {
        return new Problem(
                "transport.too-many",
                Map.of(
                        "people",
                        String.valueOf(people),
                        "left",
                        String.valueOf(left),
                        "vehicle",
                        trip.vehicle().slug()));
    }

    private static Passage requireUnexplained(Reading views, PassageId id) {
        Passage passage = rows(views).require(id);
        if (passage.kind() != PassageKind.EXTRA) throw Problem.of("transport.not-extra");
        if (passage.foundAs().isPresent()) throw Problem.of("transport.extra-explained");
        return passage;
    }

    private static Problem notArrived(Trip trip) {
        return new Problem(
                "transport.not-arrived",
                Map.of("vehicle", trip.vehicle().slug(), "state", Problem.detail(trip.state())));
    }

    private static void requireThere(Reading views, PassageId passage, Instant told) {
        Convoys.requirePast(views, told);
        Trip trip = rows(views).require(rows(views).require(passage).trip());
        if (trip.arrived().filter(told::isBefore).isPresent()) {
            throw Problem.of("transport.before-arrived", "vehicle", trip.vehicle());
        }
    }

    private Receipt record(Actor actor, ActId act, Body body, Rule rule) {
        return journal.record(actor, act, Draft.now(body, act), rule);
    }

    private static TripRows rows(Reading at) {
        return TripRows.of(at);
    }
}
