// SPDX-License-Identifier: Apache-2.0
package org.clearway.scenario;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clearway.access.Actor;
import org.clearway.access.Role;
import org.clearway.gate.CardNumber;
import org.clearway.gate.Household;
import org.clearway.gate.MovementNeed;
import org.clearway.gate.Passing;
import org.clearway.journal.Journal;
import org.clearway.language.Language;
import org.clearway.language.Problem;
import org.clearway.transport.Capacity;
import org.clearway.transport.DriverId;
import org.clearway.transport.Load;
import org.clearway.transport.OnVehicle;
import org.clearway.transport.Passage;
import org.clearway.transport.PassageKind;
import org.clearway.transport.SafeArea;
import org.clearway.transport.SafeAreaId;
import org.clearway.transport.Trip;
import org.clearway.transport.TripId;
import org.clearway.transport.TripState;
import org.clearway.transport.Vehicle;
import org.clearway.transport.VehicleId;
import org.clearway.transport.VehicleStanding;

/// Where the buses of a simulated day stand: families come here from the gate, get into a vehicle
/// that goes where they go and has room for all of them, and its manifest is sealed by one and
/// signed by another. For one thread.
final class BusStop {
    /// A vehicle with fewer seats left than this is called full.
    private static final long NEARLY_FULL = 3;

    /// Who has sat in a vehicle so long leaves with whoever else is ready.
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(50);

    /// After so many who found no room nobody further back is asked.
    private static final int ASKED_IN_VAIN = 20;

    /// One vehicle in so many has a family that comes out again before it leaves.
    private static final int COMES_OUT_OF = 6;

    /// Of families with somebody who lies, one in so many travels apart, as it chose: the sick with
    /// one adult.
    private static final int APART_OF = 2;

    private final Simulation simulation;
    private final ZoneId zone;
    private final Desks desks;
    private final Journal journal;
    private final Actor marshal = StoryPlayer.at("boarding-1", Role.BOARDING);
    private final Actor cell = StoryPlayer.at("coordination-1", Role.COORDINATION);
    private final List<Arrived> line = new ArrayList<>();
    private final Set<Long> numbers = new HashSet<>();
    private final Map<VehicleId, Instant> backAt = new HashMap<>();
    private int sealed;

    BusStop(Simulation simulation, ZoneId zone, Desks desks, Journal journal) {
        this.simulation = simulation;
        this.zone = zone;
        this.desks = desks;
        this.journal = journal;
    }

    /// Who has a card shows it, and is called by a number.
    void joins(Arrived family) {
        line.add(family);
        family.card().ifPresent(card -> {
            Optional<SafeAreaId> chosen = areas().stream()
                    .filter(area -> family.course()
                            .card()
                            .flatMap(Household::destination)
                            .filter(area.area()::equals)
                            .isPresent())
                    .map(SafeArea::id)
                    .findFirst();
            tried(() -> numbers.add(desks.lines().join(marshal, simulation.gate(), card.number(), chosen, zone)));
        });
    }

    /// Whether a trip is of this day, and not one that somebody who practises opened: by what its
    /// driver is called.
    static boolean isOurs(Trip trip) {
        return trip.driver().filter(driver(trip.vehicle())::equals).isPresent();
    }

    private static DriverId driver(VehicleId vehicle) {
        return new DriverId("driver-" + vehicle);
    }

    /// Everybody in the line who finds room in a vehicle that stands here, or in one that is
    /// called, gets in.
    void board(StoryPlayer.Acts acts) {
        for (SafeArea area : areas()) {
            int inVain = 0;
            for (Iterator<Arrived> next = line.iterator(); next.hasNext() && inVain < ASKED_IN_VAIN; ) {
                Arrived family = next.next();
                if (!goesTo(family, area)) continue;
                Load load = load(family.family().passing());
                if (travelsApart(family, load) && boardApart(family, load, area, acts)
                        || vehicleFor(load, area, acts)
                                .map(trip -> boards(family, load, trip, area, acts))
                                .orElse(false)) {
                    next.remove();
                } else {
                    inVain++;
                }
            }
        }
    }

    private List<SafeArea> areas() {
        return desks.safeAreas()
                .of(
                        cell,
                        journal.now(),
                        simulation.gate().corridor(),
                        journal.clock().instant());
    }

    /// Who has not said where to is asked at the bus, and takes the one that is there.
    private static boolean goesTo(Arrived family, SafeArea area) {
        return family.course()
                .card()
                .flatMap(Household::destination)
                .map(area.area()::equals)
                .orElse(true);
    }

    static Load load(Passing passing) {
        return Load.of(new Household(passing.people(), passing.needs(), Language.AR, Optional.empty(), List.of()));
    }

    private static boolean travelsApart(Arrived family, Load load) {
        return family.card().isPresent()
                && family.family().number() % APART_OF == 0
                && load.stretchers() == 1
                && load.adults() >= 3
                && family.family().passing().needs().keySet().equals(Set.of(MovementNeed.STRETCHER));
    }

    /// The sick and one adult in a vehicle where one can lie, the others in another: both, or
    /// neither yet.
    private boolean boardApart(Arrived family, Load load, SafeArea area, StoryPlayer.Acts acts) {
        var sick = new Load(2, 0, 0, 1, 0);
        var others = new Load(load.adults() - 2, load.children(), load.bays(), 0, load.escorts());
        Optional<Trip> lying = vehicleFor(sick, area, acts);
        Optional<Trip> sitting = vehicleFor(others, area, acts);
        if (lying.isEmpty() || sitting.isEmpty() || lying.equals(sitting)) return false;
        CardNumber card = family.card().orElseThrow().number();
        return tried(() -> {
            desks.trips().boardPart(marshal, acts.next(), lying.get().id(), card, area.id(), zone, sick);
            desks.trips().boardPart(marshal, acts.next(), sitting.get().id(), card, area.id(), zone, others);
        });
    }

    private boolean boards(Arrived family, Load load, Trip trip, SafeArea area, StoryPlayer.Acts acts) {
        return tried(() -> {
            if (family.card().isPresent()) {
                CardNumber card = family.card().get().number();
                desks.trips().board(marshal, acts.next(), trip.id(), card, area.id(), zone);
            } else {
                desks.trips().count(marshal, acts.next(), trip.id(), area.id(), zone, load);
            }
        });
    }

    /// Somebody who practises may have been quicker: then they are not in the line any more.
    private static boolean tried(Runnable act) {
        try {
            act.run();
        } catch (Problem refused) {
            if (!refused.code().startsWith("transport.") && !refused.code().startsWith("gate.")) throw refused;
        }
        return true;
    }

    private Optional<Trip> vehicleFor(Load load, SafeArea area, StoryPlayer.Acts acts) {
        Optional<Trip> standing = here(area).stream()
                .filter(trip -> fits(trip.room(), trip.capacity(), load))
                .findFirst();
        if (standing.isPresent()) return standing;
        return free(load).map(vehicle -> open(vehicle, area, acts));
    }

    /// Those who can sit do not take the vehicles in which others lie.
    private static boolean fits(Capacity room, Capacity whole, Load load) {
        return room.holds(load) && (load.stretchers() > 0 || whole.stretchers() == 0);
    }

    /// The trips of this day that people get into, those that were opened first first.
    private List<Trip> here(SafeArea area) {
        return ours().stream()
                .filter(trip ->
                        trip.state() == TripState.BOARDING && trip.destination().equals(area.id()))
                .toList();
    }

    private List<Trip> ours() {
        return desks.trips().lasting(marshal, journal.now(), simulation.gate().corridor()).stream()
                .filter(BusStop::isOurs)
                .toList();
    }

    /// The smallest vehicle that stands free and has room for so many, of those with no more than
    /// they need.
    Optional<Vehicle> free(Load load) {
        Instant now = journal.clock().instant();
        Set<VehicleId> away = desks
                .trips()
                .lasting(marshal, journal.now(), simulation.gate().corridor())
                .stream()
                .map(Trip::vehicle)
                .collect(Collectors.toSet());
        return desks.vehicles().list(cell, journal.now()).stream()
                .filter(one -> one.standing() == VehicleStanding.IN_SERVICE)
                .map(OnVehicle::vehicle)
                .filter(vehicle -> !away.contains(vehicle.id())
                        && !backAt.getOrDefault(vehicle.id(), Instant.MIN).isAfter(now)
                        && fits(vehicle.capacity(), vehicle.capacity(), load))
                .min(Comparator.comparing((Vehicle vehicle) -> load.bays() == 0
                                && vehicle.capacity().bays()
                                        > vehicle.capacity().seats() / 4)
                        .thenComparing(Vehicle::id, Comparator.comparing(VehicleId::slug)));
    }

    /// Its driver brings an empty vehicle back, and it is free from then on.
    void comesBack(VehicleId vehicle, Instant at) {
        backAt.put(vehicle, at);
    }

    Trip open(Vehicle vehicle, SafeArea area, StoryPlayer.Acts acts) {
        TripId trip = desks.trips()
                .open(
                        marshal,
                        acts.next(),
                        simulation.gate(),
                        vehicle.id(),
                        area.id(),
                        Optional.of(driver(vehicle.id())));
        return desks.trips().trip(marshal, journal.now(), trip).orElseThrow();
    }

    /// The trips that are to leave together: those that are full or were waited in for long, as
    /// many as a convoy is to have; all that have people, where these are the last.
    List<List<Trip>> ready(boolean last) {
        var ready = new ArrayList<List<Trip>>();
        for (SafeArea area : areas()) {
            Instant now = journal.clock().instant();
            List<Trip> taken = here(area).stream()
                    .filter(trip -> trip.accounted().people() > 0)
                    .toList();
            boolean waited =
                    taken.stream().anyMatch(trip -> !now.isBefore(trip.opened().plus(LONGEST_WAIT)));
            List<Trip> full = waited || last
                    ? taken
                    : taken.stream().filter(BusStop::full).toList();
            int together = simulation.profile().convoy();
            if (full.isEmpty() || !waited && !last && full.size() < together) continue;
            for (int from = 0; from < full.size(); from += together) {
                ready.add(full.subList(from, Math.min(full.size(), from + together)));
            }
        }
        return ready;
    }

    private static boolean full(Trip trip) {
        return trip.room().seats() < NEARLY_FULL;
    }

    /// One seals what is in the vehicle, another signs it. Who came out before was never there.
    void seal(TripId trip, StoryPlayer.Acts acts) {
        if (++sealed % COMES_OUT_OF == COMES_OUT_OF / 2) comesOut(trip, acts);
        desks.sealByTwo(trip, journal.now(), acts);
    }

    private void comesOut(TripId trip, StoryPlayer.Acts acts) {
        List<Passage> households = desks.trips().passages(marshal, journal.now(), trip).stream()
                .filter(passage -> passage.kind() == PassageKind.HOUSEHOLD && passage.standing())
                .toList();
        if (households.size() > 1)
            desks.trips().takeOut(marshal, acts.next(), households.getLast().id(), zone);
    }

    /// At the end of the day nobody waits any more, and vehicles that nobody got into are sent home.
    void sendHome(StoryPlayer.Acts acts) {
        line.clear();
        desks.lines()
                .line(marshal, simulation.gate())
                .forEach(one -> desks.lines().leave(marshal, one.mark()));
        ours().stream()
                .filter(trip ->
                        trip.state() == TripState.BOARDING && trip.accounted().people() == 0)
                .forEach(trip -> desks.trips().cancel(marshal, acts.next(), trip.id()));
    }
}
