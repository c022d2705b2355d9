// SPDX-License-Identifier: Apache-2.0
package org.clearway.scenario;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.clearway.access.Actor;
import org.clearway.access.Role;
import org.clearway.corridor.Qualifier;
import org.clearway.gate.HourSlot;
import org.clearway.journal.Journal;
import org.clearway.transport.Capacity;
import org.clearway.transport.OwnWay;
import org.clearway.transport.SafeArea;
import org.clearway.transport.TravelWay;
import org.clearway.transport.Trip;
import org.clearway.transport.Vehicle;
import org.clearway.transport.VehicleId;
import org.clearway.transport.VehicleType;

/// How people of a simulated day go on from the gate: in buses to a safe area, or by themselves.
/// For one thread.
final class WayOn {
    /// How often the people at the buses, on the road and where people come in look at what is to
    /// be done.
    static final Duration EVERY = Duration.ofMinutes(5);

    /// How long after the gate has closed the last of the last convoy is accounted for.
    static final Duration UNTIL_OVER = Duration.ofMinutes(270);

    /// When the last convoy leaves, after the last family came.
    private static final Duration LAST_LEAVES = Duration.ofMinutes(15);

    /// How long a family rests and eats before it goes to the buses, and how long late in the day.
    private static final Duration RESTS = Duration.ofMinutes(40);

    private static final Duration HURRIES = Duration.ofMinutes(4);
    private static final Duration LATE = Duration.ofMinutes(70);

    /// How long people who go by themselves are on their way.
    private static final Duration OWN_WAY = Duration.ofHours(2);

    private static final Capacity BUS = new Capacity(45, 1, 0, 2, 90);
    private static final Capacity AMBULANCE = new Capacity(1, 0, 2, 1, 4);

    private final Simulation simulation;
    private final ZoneId zone;
    private final Desks desks;
    private final Journal journal;
    private final BusStop stop;
    private final OnTheRoad road;
    private final ReceptionDesk reception;
    private final Actor cell = StoryPlayer.at("coordination-1", Role.COORDINATION);
    private final Actor marshal = StoryPlayer.at("boarding-1", Role.BOARDING);
    private final Actor receives = StoryPlayer.at("reception-1", Role.RECEPTION);

    /// People and vehicles that set out by themselves, by the beginning of the hour.
    private final Map<Instant, long[]> byThemselves = new TreeMap<>();

    WayOn(Simulation simulation, ZoneId zone, Desks desks, Journal journal) {
        this.simulation = simulation;
        this.zone = zone;
        this.desks = desks;
        this.journal = journal;
        this.stop = new BusStop(simulation, zone, desks, journal);
        this.road = new OnTheRoad(simulation, zone, desks, journal, stop);
        this.reception = new ReceptionDesk(simulation, desks, journal);
    }

    /// The fleet that the story tells of, and as many more as so many people need.
    void callVehicles(StoryPlayer.Acts acts) {
        call("bus-1", simulation.profile().moreBuses(), VehicleType.BUS, BUS, acts);
        call("amb-1", simulation.profile().moreAmbulances(), VehicleType.AMBULANCE, AMBULANCE, acts);
    }

    private void call(String called, int number, VehicleType type, Capacity capacity, StoryPlayer.Acts acts) {
        for (int i = 1; i <= number; i++) {
            var vehicle = new Vehicle(
                    new VehicleId(String.format(java.util.Locale.ROOT, "%s%02d", called, i)),
                    type,
                    capacity,
                    Optional.empty());
            desks.vehicles().set(cell, acts.next(), vehicle, Optional.empty());
        }
    }

    /// When a family that was taken in at `now` is at the buses.
    Instant goesOn(Instant now) {
        return now.plus(now.isBefore(simulation.to().minus(LATE)) ? RESTS : HURRIES);
    }

    /// A family is at the buses, or sets out in its own vehicle.
    void leaves(Arrived family) {
        long vehicles = family.family().passing().vehicles().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        if (vehicles == 0) {
            stop.joins(family);
            return;
        }
        Instant hour = new HourSlot(journal.clock().instant(), zone).begins();
        long[] sum = byThemselves.computeIfAbsent(hour, begins -> new long[2]);
        sum[0] += family.family().passing().persons();
        sum[1] += vehicles;
    }

    /// What is to be done now, wherever people go on.
    /// @param works whether the gate takes people in
    void lookRound(boolean works, StoryPlayer.Acts acts) {
        Instant now = journal.clock().instant();
        Instant lastLeaves = simulation.to().plus(LAST_LEAVES);
        reception.goOn(acts);
        if (!now.isAfter(lastLeaves)) {
            boolean last = now.plus(EVERY).isAfter(lastLeaves);
            stop.board(acts);
            for (List<Trip> together : stop.ready(last)) {
                together.forEach(trip -> stop.seal(trip.id(), acts));
                road.form(together, acts);
            }
            if (last) stop.sendHome(acts);
            road.goOn(works, last, acts);
        } else {
            road.goOn(false, false, acts);
        }
    }

    /// Tells how many set out by themselves in an hour that is over, from beside the road: about.
    void tellOut(HourSlot hour, StoryPlayer.Acts acts) {
        counted(hour.begins())
                .ifPresent(count -> desks.ownWays().out(marshal, acts.next(), simulation.gate(), hour, count));
    }

    /// Tells how many came in who set out two hours before; where to is not asked of them.
    void tellIn(HourSlot hour, StoryPlayer.Acts acts) {
        List<SafeArea> areas = desks.safeAreas()
                .of(
                        receives,
                        journal.now(),
                        simulation.gate().corridor(),
                        journal.clock().instant());
        if (areas.isEmpty()) return;
        counted(hour.begins().minus(OWN_WAY))
                .ifPresent(count -> desks.ownWays()
                        .in(receives, acts.next(), areas.getFirst().id(), hour, count));
    }

    private Optional<OwnWay> counted(Instant hour) {
        return Optional.ofNullable(byThemselves.get(hour))
                .map(sum -> new OwnWay(TravelWay.PRIVATE_VEHICLE, sum[0], sum[1], Qualifier.ABOUT));
    }
}
