// SPDX-License-Identifier: Apache-2.0
package org.clearway.coordination;

import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clearway.access.Actor;
import org.clearway.access.Deed;
import org.clearway.agreement.CorridorId;
import org.clearway.geo.AreaId;
import org.clearway.journal.Reading;
import org.clearway.time.Period;
import org.clearway.transport.Accounted;
import org.clearway.transport.Difference;
import org.clearway.transport.OwnWays;
import org.clearway.transport.Receptions;
import org.clearway.transport.SafeArea;
import org.clearway.transport.SafeAreaId;
import org.clearway.transport.Trip;
import org.clearway.transport.TripId;
import org.clearway.transport.TripState;
import org.clearway.transport.Trips;
import org.clearway.transport.WaitingLines;

/// Puts everyone of a corridor's day where they are.
record JourneyWatch(Trips trips, Receptions receptions, WaitingLines lines, OwnWays ownWays) {
    /// @param areas the safe areas of the corridor
    /// @param left what is left to be found out, on every trip that has arrived
    /// @param day the day that it is
    Journeys of(
            Actor actor,
            Reading at,
            CorridorId corridor,
            List<SafeArea> areas,
            List<Difference> left,
            Period day,
            Instant now) {
        return actor.may(Deed.READ_TRIPS)
                ? known(actor, at, corridor, areas, left, day, now)
                : told(actor, at, corridor, areas, day.zone());
    }

    private Journeys.Known known(
            Actor actor,
            Reading at,
            CorridorId corridor,
            List<SafeArea> areas,
            List<Difference> left,
            Period day,
            Instant now) {
        List<Trip> all = trips.of(actor, at, corridor, day.from(), day.to());
        Map<Optional<SafeAreaId>, Long> line = lines.people(actor, corridor);
        var rows = new LinkedHashMap<SafeAreaId, EnumMap<Whereabouts, Long>>();
        Stream.concat(areas.stream().map(SafeArea::id), line.keySet().stream().flatMap(Optional::stream))
                .forEach(id -> rows.put(id, new EnumMap<>(Whereabouts.class)));
        Map<TripId, Long> searched = left.stream()
                .filter(one -> one.passage().searched())
                .collect(Collectors.groupingBy(one -> one.trip().id(), Collectors.summingLong(Difference::missing)));
        for (Trip trip : all) {
            EnumMap<Whereabouts, Long> row =
                    rows.computeIfAbsent(trip.destination(), id -> new EnumMap<>(Whereabouts.class));
            place(trip, searched.getOrDefault(trip.id(), 0L), now, row);
        }
        return new Journeys.Known(
                rows.entrySet().stream()
                        .map(row -> new Journeys.Row(
                                row.getKey(), waiting(line, Optional.of(row.getKey())), row.getValue()))
                        .toList(),
                waiting(line, Optional.empty()),
                ownWays.sum(
                        actor, at, corridor, areas.stream().map(SafeArea::id).toList(), day.from(), day.to()));
    }

    private static Optional<Long> waiting(Map<Optional<SafeAreaId>, Long> line, Optional<SafeAreaId> chosen) {
        return line.isEmpty() ? Optional.empty() : Optional.of(line.getOrDefault(chosen, 0L));
    }

    /// @param searched how many were looked for and not found
    private static void place(Trip trip, long searched, Instant now, Map<Whereabouts, Long> row) {
        Accounted people = trip.accounted();
        long open = people.open();
        long missing = 0;
        if (trip.state() == TripState.ARRIVED) missing = RoadWatch.late(trip, now) ? open : Math.min(open, searched);
        row.merge(Whereabouts.UNACCOUNTED, missing, Long::sum);
        row.merge(where(trip.state()), open - missing, Long::sum);
        row.merge(Whereabouts.RECEIVED, people.received(), Long::sum);
        row.merge(Whereabouts.HOSPITAL, people.hospital(), Long::sum);
        row.merge(Whereabouts.ALIGHTED, people.alighted(), Long::sum);
        row.merge(Whereabouts.TAKEN, people.taken(), Long::sum);
    }

    /// Where those of a trip are of whom nothing else was told. A trip that does not come is among none of these.
    private static Whereabouts where(TripState state) {
        return switch (state) {
            case BOARDING, CANCELLED -> Whereabouts.BOARDING;
            case SEALED, READY -> Whereabouts.SEALED;
            case ON_THE_ROAD, NOT_COMING -> Whereabouts.ON_THE_ROAD;
            case ARRIVED, CLOSED -> Whereabouts.ARRIVED;
        };
    }

    private Journeys.Told told(Actor actor, Reading at, CorridorId corridor, List<SafeArea> areas, ZoneId zone) {
        Map<SafeAreaId, Long> in = receptions.told(actor, at, corridor, zone);
        var settlements = new LinkedHashMap<AreaId, Long>();
        for (SafeArea area : areas) settlements.merge(area.area(), in.getOrDefault(area.id(), 0L), Long::sum);
        return new Journeys.Told(
                settlements.entrySet().stream()
                        .map(one -> new Journeys.CameIn(one.getKey(), one.getValue()))
                        .toList(),
                at.knownAt().minus(Receptions.UNTOLD));
    }
}
