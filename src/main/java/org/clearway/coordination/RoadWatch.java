// SPDX-License-Identifier: Apache-2.0
package org.clearway.coordination;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.clearway.access.Actor;
import org.clearway.agreement.CorridorId;
import org.clearway.journal.Reading;
import org.clearway.transport.Convoy;
import org.clearway.transport.Convoys;
import org.clearway.transport.Difference;
import org.clearway.transport.Sealing;
import org.clearway.transport.Trip;
import org.clearway.transport.Trips;

/// What calls for attention of those who are on the road, and of those who have arrived. Only who
/// runs trips learns of it: where a convoy is, and that there is one, is nobody else's business
/// before it has arrived.
record RoadWatch(Trips trips, Convoys convoys) {
    /// To receive a full bus takes no longer.
    private static final Duration TO_RECEIVE = Duration.ofHours(1);

    /// For so long after its trip was closed an incident stands on the board; before that it
    /// stands in any case.
    private static final Duration INCIDENT = Duration.ofDays(7);

    /// @param left what is left to be found out, on every trip that has arrived
    List<Alarm> ringing(Actor actor, Reading at, CorridorId corridor, List<Difference> left, Instant now) {
        var alarms = new ArrayList<Alarm>();
        for (Convoy convoy : convoys.underWay(actor, at)) {
            convoy.leader()
                    .filter(leader -> leader.gate().corridor().equals(corridor))
                    .ifPresent(leader -> {
                        road(convoy, leader, now, alarms);
                        counted(actor, at, convoy, leader).ifPresent(alarms::add);
                    });
        }
        for (Trip trip : trips.lasting(actor, at, corridor)) {
            trip.overdue(now)
                    .ifPresent(time -> alarms.add(new Alarm.NotArrived(
                            trip.id(), trip.vehicle(), trip.accounted().persons(), time.toHours())));
        }
        for (Trip trip : trips.withPeopleTaken(actor, at, corridor, now.minus(INCIDENT), now)) {
            alarms.add(new Alarm.PeopleTaken(
                    trip.id(), trip.vehicle(), trip.accounted().taken()));
        }
        List<Difference> here = left.stream()
                .filter(one -> one.trip().gate().corridor().equals(corridor))
                .toList();
        here.stream()
                .map(Difference::trip)
                .distinct()
                .filter(trip -> trip.accounted().open() > 0 && late(trip, now))
                .sorted(Comparator.comparing(Trip::opened))
                .forEach(trip -> alarms.add(new Alarm.PeopleMissing(
                        trip.id(), trip.vehicle(), trip.accounted().open())));
        here.stream()
                .filter(one -> one.passage().split())
                .forEach(one -> alarms.add(
                        new Alarm.HouseholdSplit(one.passage().id(), one.trip().vehicle(), one.missing())));
        return alarms;
    }

    /// Whether a vehicle has stood where it was to go for longer than it takes to receive its people.
    static boolean late(Trip trip, Instant now) {
        return trip.arrived()
                .filter(arrived -> !now.isBefore(arrived.plus(TO_RECEIVE)))
                .isPresent();
    }

    private static void road(Convoy convoy, Trip leader, Instant now, List<Alarm> alarms) {
        convoy.held()
                .ifPresent(held -> alarms.add(new Alarm.ConvoyHeld(
                        convoy.id(), leader.vehicle(), held.reason(), minutes(held.since(), now), held.length(now))));
        convoy.overdue(now)
                .ifPresent(by -> alarms.add(new Alarm.ConvoyOverdue(
                        convoy.id(), leader.vehicle(), by, minutes(convoy.due().orElseThrow(), now))));
    }

    /// What the leader counted last, where that is another number. What was counted before people changed vehicles is
    /// not held against the manifests that two people sealed since.
    private Optional<Alarm> counted(Actor actor, Reading at, Convoy convoy, Trip leader) {
        boolean changing =
                convoy.trips().stream().anyMatch(trip -> trip.amending().isPresent());
        if (changing || !convoy.onTheRoad()) return Optional.empty();
        Instant sealed = convoy.trips().stream()
                .flatMap(trip -> trip.sealing().stream())
                .map(Sealing::at)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        return convoys.contacts(actor, at, convoy.id()).stream()
                .filter(contact -> !contact.at().isBefore(sealed))
                .flatMap(contact -> contact.people().stream())
                .findFirst()
                .filter(counted -> counted != convoy.people())
                .map(counted -> new Alarm.CountDiffers(convoy.id(), leader.vehicle(), counted, convoy.people()));
    }

    private static long minutes(Instant from, Instant now) {
        return Math.max(0, Duration.between(from, now).toMinutes());
    }
}
