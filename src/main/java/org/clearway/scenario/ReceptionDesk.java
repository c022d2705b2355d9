// SPDX-License-Identifier: Apache-2.0
package org.clearway.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clearway.access.Actor;
import org.clearway.access.Role;
import org.clearway.journal.Journal;
import org.clearway.transport.DifferenceReason;
import org.clearway.transport.ExtraReason;
import org.clearway.transport.Load;
import org.clearway.transport.Passage;
import org.clearway.transport.PassageId;
import org.clearway.transport.PassageKind;
import org.clearway.transport.PlaceKind;
import org.clearway.transport.PlacesLeft;
import org.clearway.transport.SafeArea;
import org.clearway.transport.Trip;
import org.clearway.transport.TripId;
import org.clearway.transport.TripState;

/// Where the people of a simulated day come in: everyone is received but those whom chance keeps
/// away, and of each of those it is found out where they are before the trip is closed. For one
/// thread.
final class ReceptionDesk {
    /// What chance brings where people come in.
    private enum Incident {
        HOSPITAL,
        HOUSEHOLD_SPLIT,
        EXTRA,
        NOT_FOUND,
        ALIGHTED,
        TAKEN
    }

    /// Until when whoever looks for somebody means to have found them.
    private static final Duration DEADLINE = Duration.ofHours(2);

    /// How long nobody knows where the one is who is looked for and not found.
    private static final Duration NOT_FOUND_FOR = Duration.ofMinutes(75);

    /// Of what a safe area takes, in per cent: from here on people go on, and down to here.
    private static final long CROWDED = 60;

    private static final long EASED = 35;

    private final Simulation simulation;
    private final Desks desks;
    private final Journal journal;
    private final Actor reception = StoryPlayer.at("reception-1", Role.RECEPTION);
    private final Deque<Incident> ahead = new ArrayDeque<>();
    private final Map<TripId, Search> searches = new HashMap<>();
    private final Set<TripId> received = new HashSet<>();

    /// Somebody is looked for, or somebody came whom nobody expected.
    private static final class Search {
        final Incident incident;
        final PassageId whom;
        final Optional<PassageId> extra;
        final Instant since;
        boolean owned;
        boolean told;

        Search(Incident incident, PassageId whom, Optional<PassageId> extra, Instant since) {
            this.incident = incident;
            this.whom = whom;
            this.extra = extra;
            this.since = since;
        }
    }

    ReceptionDesk(Simulation simulation, Desks desks, Journal journal) {
        this.simulation = simulation;
        this.desks = desks;
        this.journal = journal;
        if (simulation.profile() != Profile.QUIET) ahead.addAll(List.of(Incident.values()));
    }

    /// What is to be done now, of each trip of the day that comes or has arrived.
    void goOn(StoryPlayer.Acts acts) {
        List<SafeArea> areas =
                desks.safeAreas().of(reception, journal.now(), simulation.gate().corridor(), now());
        List<Trip> ours =
                desks
                        .receptions()
                        .coming(
                                reception,
                                journal.now(),
                                areas.stream().map(SafeArea::id).toList())
                        .stream()
                        .filter(BusStop::isOurs)
                        .toList();
        ours.forEach(trip -> confirmPlaces(trip, acts));
        List<Trip> arrived =
                ours.stream().filter(trip -> trip.state() == TripState.ARRIVED).toList();
        for (Trip trip : arrived) {
            if (received.add(trip.id())) receive(trip, arrived, acts);
            else lookFor(trip, acts);
        }
        if (arrived.isEmpty()) return;
        for (SafeArea area : areas) tellPlaces(area, acts);
    }

    private void confirmPlaces(Trip trip, StoryPlayer.Acts acts) {
        long people = trip.accounted().persons();
        if (!trip.coming() || people == 0 || trip.placesConfirmed()) return;
        desks.receptions().confirm(reception, acts.next(), trip.id(), people);
    }

    private void receive(Trip trip, List<Trip> arrived, StoryPlayer.Acts acts) {
        List<Passage> came = desks.trips().passages(reception, journal.now(), trip.id()).stream()
                .filter(passage -> passage.accounted().open() > 0)
                .toList();
        Optional<Search> search =
                Optional.ofNullable(ahead.peek()).flatMap(next -> begins(next, came, trip, arrived, acts));
        search.ifPresent(one -> {
            ahead.remove();
            searches.put(trip.id(), one);
        });
        for (Passage passage : came) {
            boolean oneIsAway = search.filter(one -> one.incident != Incident.EXTRA && one.whom.equals(passage.id()))
                    .isPresent();
            long people = passage.accounted().open() - (oneIsAway ? 1 : 0);
            if (people > 0) desks.receptions().receive(reception, acts.next(), passage.id(), people);
        }
    }

    /// Empty where nobody on the trip is one whom this could happen to.
    private Optional<Search> begins(
            Incident incident, List<Passage> came, Trip trip, List<Trip> arrived, StoryPlayer.Acts acts) {
        if (came.isEmpty()) return Optional.empty();
        if (incident == Incident.EXTRA) {
            PassageId extra =
                    desks.receptions().receiveExtra(reception, acts.next(), trip.id(), new Load(1, 0, 0, 0, 0), false);
            return Optional.of(new Search(incident, extra, Optional.of(extra), now()));
        }
        Optional<Passage> household = came.stream()
                .filter(passage -> passage.kind() == PassageKind.HOUSEHOLD
                        && passage.accounted().open() > 2)
                .findFirst();
        if (incident != Incident.HOUSEHOLD_SPLIT) {
            return Optional.of(
                    new Search(incident, household.orElse(came.getFirst()).id(), Optional.empty(), now()));
        }
        Optional<Trip> other =
                arrived.stream().filter(one -> !one.id().equals(trip.id())).findFirst();
        if (household.isEmpty() || other.isEmpty()) return Optional.empty();
        var alone = household.get().load().children() > 0 ? new Load(0, 1, 0, 0, 0) : new Load(1, 0, 0, 0, 0);
        PassageId extra = desks.receptions()
                .receiveExtra(reception, acts.next(), other.get().id(), alone, false);
        return Optional.of(new Search(incident, household.get().id(), Optional.of(extra), now()));
    }

    /// Somebody takes it on, then finds out; and when nothing is left to be found out the trip is over.
    private void lookFor(Trip trip, StoryPlayer.Acts acts) {
        Search search = searches.get(trip.id());
        if (trip.unsettled() == 0 && trip.accounted().open() == 0) {
            desks.receptions().close(reception, acts.next(), trip.id());
            searches.remove(trip.id());
        } else if (search != null && !search.owned) {
            desks.receptions().own(reception, acts.next(), search.whom, now().plus(DEADLINE));
            search.owned = true;
        } else if (search != null) {
            findOut(search, acts);
        }
    }

    private void findOut(Search search, StoryPlayer.Acts acts) {
        switch (search.incident) {
            case HOSPITAL -> explain(search, DifferenceReason.HOSPITAL, acts);
            case ALIGHTED -> explain(search, DifferenceReason.ALIGHTED_BY_CHOICE, acts);
            case TAKEN -> explain(search, DifferenceReason.TAKEN_BY_AUTHORITY, acts);
            case EXTRA ->
                desks.receptions().explainExtra(reception, acts.next(), search.whom, ExtraReason.GOT_IN_ON_THE_WAY);
            case HOUSEHOLD_SPLIT ->
                desks.receptions().match(reception, acts.next(), search.extra.orElseThrow(), search.whom);
            case NOT_FOUND -> {
                if (!search.told) explain(search, DifferenceReason.UNACCOUNTED, acts);
                else if (!now().isBefore(search.since.plus(NOT_FOUND_FOR))) {
                    desks.receptions().receive(reception, acts.next(), search.whom, 1);
                }
            }
        }
    }

    private void explain(Search search, DifferenceReason reason, StoryPlayer.Acts acts) {
        desks.receptions().explain(reception, acts.next(), search.whom, 1, reason);
        search.told = true;
    }

    /// Where it gets crowded people go on, to relatives and elsewhere; then the places that are
    /// left are told.
    private void tellPlaces(SafeArea area, StoryPlayer.Acts acts) {
        long stay = desks.receptions().staying(reception, journal.now()).getOrDefault(area.id(), 0L);
        long most = area.people();
        if (stay * 100 > most * CROWDED) {
            long go = stay - most * EASED / 100;
            desks.receptions().goOn(reception, acts.next(), area.id(), Optional.empty(), go);
            stay -= go;
        }
        var left = new EnumMap<PlaceKind, Long>(PlaceKind.class);
        long taken = stay;
        for (var kind : new ArrayList<>(area.places().entrySet())) {
            long of = Math.min(kind.getValue(), taken * kind.getValue() / most);
            left.put(kind.getKey(), kind.getValue() - of);
        }
        desks.safeAreas().tell(reception, acts.next(), new PlacesLeft(area.id(), left));
    }

    private Instant now() {
        return journal.clock().instant();
    }
}
