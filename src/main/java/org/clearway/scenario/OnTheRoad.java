// SPDX-License-Identifier: Apache-2.0
package org.clearway.scenario;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearway.access.Actor;
import org.clearway.access.Role;
import org.clearway.journal.Journal;
import org.clearway.transport.Amendment;
import org.clearway.transport.Convoy;
import org.clearway.transport.ConvoyId;
import org.clearway.transport.HeldReason;
import org.clearway.transport.Load;
import org.clearway.transport.Passage;
import org.clearway.transport.PassageId;
import org.clearway.transport.PassageKind;
import org.clearway.transport.SafeArea;
import org.clearway.transport.Trip;
import org.clearway.transport.TripId;
import org.clearway.transport.TripState;
import org.clearway.transport.Vehicle;
import org.clearway.transport.VehicleStanding;

/// The convoys of a simulated day: they leave while both sides assure it, speak on the radio, are
/// held, break down, and arrive. What happens to one is by its place among those of the day. For
/// one thread.
final class OnTheRoad {
    private static final long CHECK_IN_MINUTES = 30;

    /// How long the way takes at least, and by how much more for some.
    private static final Duration WAY = Duration.ofMinutes(65);

    private static final int MORE_MINUTES = 30;

    /// What happens to the second, the third and the fourth convoy of the day.
    private static final int BREAKS_DOWN = 2;

    private static final int IS_HELD = 3;
    private static final int IS_NOT_HEARD = 4;

    private static final Duration UNTIL_TROUBLE = Duration.ofMinutes(32);
    private static final Duration HELD_FOR = Duration.ofMinutes(50);
    private static final Duration SILENT_FOR = Duration.ofMinutes(40);

    private final Simulation simulation;
    private final ZoneId zone;
    private final Desks desks;
    private final Journal journal;
    private final BusStop stop;
    private final Actor marshal = StoryPlayer.at("boarding-1", Role.BOARDING);
    private final Actor cell = StoryPlayer.at("coordination-1", Role.COORDINATION);
    private final Actor reception = StoryPlayer.at("reception-1", Role.RECEPTION);
    private final Map<ConvoyId, Integer> numbers = new HashMap<>();
    private final Map<ConvoyId, Duration> lost = new HashMap<>();

    OnTheRoad(Simulation simulation, ZoneId zone, Desks desks, Journal journal, BusStop stop) {
        this.simulation = simulation;
        this.zone = zone;
        this.desks = desks;
        this.journal = journal;
        this.stop = stop;
    }

    /// Vehicles whose manifests are signed are a convoy from now on.
    ConvoyId form(List<Trip> together, StoryPlayer.Acts acts) {
        List<TripId> order = together.stream().map(Trip::id).toList();
        ConvoyId convoy =
                desks.convoys().form(marshal, acts.next(), Optional.empty(), order, List.of(), CHECK_IN_MINUTES);
        numbers.put(convoy, numbers.size() + 1);
        return convoy;
    }

    /// Everything that is due now, of each convoy of the day.
    void goOn(boolean works, boolean last, StoryPlayer.Acts acts) {
        for (Convoy convoy : desks.convoys().underWay(marshal, journal.now())) {
            if (!convoy.trips().stream().allMatch(BusStop::isOurs)) continue;
            if (convoy.departed().isEmpty()) departs(convoy, works, last, acts);
            else if (convoy.onTheRoad()) goesOn(convoy, convoy.departed().get(), acts);
        }
    }

    /// The gate has closed to those who come when the last convoy leaves; the cell lets it go while
    /// both sides still assure it.
    private void departs(Convoy convoy, boolean works, boolean last, StoryPlayer.Acts acts) {
        if (convoy.trips().stream().anyMatch(trip -> trip.state() != TripState.READY)) return;
        if (works) desks.convoys().depart(marshal, acts.next(), convoy.id(), now(), zone);
        else if (last) desks.convoys().depart(cell, acts.next(), convoy.id(), now(), zone);
    }

    private void goesOn(Convoy convoy, Instant departed, StoryPlayer.Acts acts) {
        int number = numbers.getOrDefault(convoy.id(), 0);
        Instant trouble = departed.plus(UNTIL_TROUBLE);
        if (number == IS_HELD && !now().isBefore(trouble)) held(convoy, trouble, acts);
        if (number == BREAKS_DOWN && !now().isBefore(trouble)) brokenDown(convoy, trouble, acts);
        if (!now().isBefore(arrives(convoy, departed))) {
            for (Trip trip : convoy.trips()) {
                if (trip.state() != TripState.ON_THE_ROAD) continue;
                desks.receptions().arrive(reception, acts.next(), trip.id(), arrives(convoy, departed), zone);
                stop.comesBack(trip.vehicle(), now().plus(way(convoy)));
            }
        } else {
            speaks(convoy, number, acts);
        }
    }

    private Instant arrives(Convoy convoy, Instant departed) {
        return departed.plus(way(convoy)).plus(lost.getOrDefault(convoy.id(), Duration.ZERO));
    }

    private static Duration way(Convoy convoy) {
        return WAY.plusMinutes(Math.floorMod(convoy.id().act().getLeastSignificantBits(), MORE_MINUTES));
    }

    /// Its leader says where they are when that is due; one of them is out of reach for a while.
    private void speaks(Convoy convoy, int number, StoryPlayer.Acts acts) {
        Optional<Instant> due = convoy.due().map(at -> number == IS_NOT_HEARD ? at.plus(SILENT_FOR) : at);
        if (due.filter(at -> !at.isAfter(now())).isEmpty()) return;
        Trip leader = convoy.leader().orElseThrow();
        desks.convoys()
                .checkIn(
                        marshal,
                        acts.next(),
                        convoy.id(),
                        due.get(),
                        zone,
                        Optional.of(destination(leader).area()),
                        Optional.of(convoy.people()));
    }

    private void held(Convoy convoy, Instant since, StoryPlayer.Acts acts) {
        if (!lost.containsKey(convoy.id())) {
            desks.convoys()
                    .hold(marshal, acts.next(), convoy.id(), since, zone, Optional.empty(), HeldReason.CHECKPOINT);
            lost.put(convoy.id(), HELD_FOR);
        } else if (convoy.held().isPresent() && !now().isBefore(since.plus(HELD_FOR))) {
            desks.convoys().release(marshal, acts.next(), convoy.id(), since.plus(HELD_FOR), zone);
        }
    }

    /// Its last vehicle does not go on. Who is aboard goes on in one that was kept free, and is
    /// towed to them.
    private void brokenDown(Convoy convoy, Instant since, StoryPlayer.Acts acts) {
        if (convoy.held().isEmpty() && lost.containsKey(convoy.id())) return;
        Trip broken = convoy.trips().getLast();
        if (convoy.held().isEmpty()) {
            desks.convoys()
                    .hold(marshal, acts.next(), convoy.id(), since, zone, Optional.empty(), HeldReason.BREAKDOWN);
            desks.vehicles().tell(cell, acts.next(), broken.vehicle(), VehicleStanding.BROKEN_DOWN, since);
        }
        Optional<Vehicle> spare = stop.free(broken.aboard());
        if (spare.isEmpty()) return;
        Trip sent = stop.open(spare.get(), destination(broken), acts);
        List<Passage> aboard = desks.trips().passages(marshal, journal.now(), broken.id()).stream()
                .filter(Passage::standing)
                .toList();
        List<PassageId> households = aboard.stream()
                .filter(passage -> passage.kind() == PassageKind.HOUSEHOLD)
                .map(Passage::id)
                .toList();
        Load counted = aboard.stream()
                .filter(passage -> passage.kind() == PassageKind.COUNTED)
                .map(Passage::load)
                .reduce(Load.NOBODY, Load::plus);
        desks.convoys().move(marshal, acts.next(), broken.id(), sent.id(), households, counted, Amendment.BREAKDOWN);
        desks.sealByTwo(broken.id(), journal.now(), acts);
        desks.sealByTwo(sent.id(), journal.now(), acts);
        ConvoyId alone = form(List.of(sent), acts);
        desks.convoys().depart(cell, acts.next(), alone, now(), zone);
        desks.convoys().release(marshal, acts.next(), convoy.id(), now(), zone);
        lost.put(convoy.id(), Duration.between(since, now()));
    }

    private SafeArea destination(Trip trip) {
        return desks.safeAreas().area(cell, journal.now(), trip.destination()).orElseThrow();
    }

    private Instant now() {
        return journal.clock().instant();
    }
}
