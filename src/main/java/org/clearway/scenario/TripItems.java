// SPDX-License-Identifier: Apache-2.0
package org.clearway.scenario;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearway.access.Actor;
import org.clearway.access.Role;
import org.clearway.agreement.CorridorId;
import org.clearway.corridor.Count;
import org.clearway.corridor.CrossingId;
import org.clearway.gate.Gate;
import org.clearway.gate.HourSlot;
import org.clearway.journal.Journal;
import org.clearway.scenario.Scenario.Told;
import org.clearway.transport.Convoy;
import org.clearway.transport.Load;
import org.clearway.transport.OwnWay;
import org.clearway.transport.Passage;
import org.clearway.transport.SafeAreaId;
import org.clearway.transport.TravelWay;
import org.clearway.transport.Trip;
import org.clearway.transport.TripId;
import org.clearway.transport.TripState;
import org.clearway.transport.VehicleId;

/// The items of a story that tell of vehicles on their way: as figures, for nobody who went there
/// had a card of ours.
final class TripItems {
    /// How often a convoy whose story is told speaks on the radio; nothing is told of what was heard.
    private static final long CHECK_IN_MINUTES = 240;

    private final ZoneId zone;
    private final Desks desks;
    private final Journal journal;
    private final Actor cell = StoryPlayer.at("coordination-1", Role.COORDINATION);
    private final Actor marshal = StoryPlayer.at("boarding-1", Role.BOARDING);
    private final Actor reception = StoryPlayer.at("reception-1", Role.RECEPTION);

    TripItems(ZoneId zone, Desks desks, Journal journal) {
        this.zone = zone;
        this.desks = desks;
        this.journal = journal;
    }

    Map<String, Items.Kind> kinds() {
        var kinds = new LinkedHashMap<String, Items.Kind>();
        kinds.put("boarding", (sheet, told, source, acts) -> boarding(sheet, acts));
        kinds.put("departure", (sheet, told, source, acts) -> departure(sheet, told, acts));
        kinds.put("arrival", (sheet, told, source, acts) -> arrival(sheet, told, acts));
        kinds.put("sent-home", (sheet, told, source, acts) -> sentHome(sheet, acts));
        kinds.put("own-way", (sheet, told, source, acts) -> ownWay(sheet, told, acts));
        return kinds;
    }

    /// Vehicles stand at the crossing, and so many people get in, as evenly as can be; where some
    /// do, they are a convoy.
    private Runnable boarding(Sheet sheet, StoryPlayer.Acts acts) {
        var gate = new Gate(sheet.as("corridor", CorridorId::new), sheet.as("crossing", CrossingId::new));
        var area = sheet.as("safe-area", SafeAreaId::new);
        List<VehicleId> row = PointItems.row(sheet);
        long people = sheet.number("people");
        return () -> {
            List<TripId> trips = row.stream()
                    .map(vehicle -> desks.trips().open(marshal, acts.next(), gate, vehicle, area, Optional.empty()))
                    .toList();
            if (people == 0) return;
            for (int i = 0; i < trips.size(); i++) {
                long aboard = people / trips.size() + (i < people % trips.size() ? 1 : 0);
                board(trips.get(i), area, aboard, acts);
            }
            desks.convoys().form(marshal, acts.next(), Optional.empty(), trips, List.of(), CHECK_IN_MINUTES);
        };
    }

    /// Nothing is told of their ages but that no child is alone: one adult, and others of whom it
    /// is not known.
    private void board(TripId trip, SafeAreaId area, long people, StoryPlayer.Acts acts) {
        desks.trips().count(marshal, acts.next(), trip, area, zone, new Load(1, people - 1, 0, 0, 0));
        desks.sealByTwo(trip, journal.now(), acts);
    }

    /// Every convoy that waits leaves. The cell lets it: what was promised to whom is not always told.
    private Runnable departure(Sheet sheet, Told told, StoryPlayer.Acts acts) {
        var corridor = sheet.as("corridor", CorridorId::new);
        Instant at = told.published().from();
        return () -> desks.convoys().underWay(cell, journal.now()).stream()
                .filter(convoy -> convoy.departed().isEmpty() && isOf(convoy, corridor))
                .forEach(convoy -> desks.convoys().depart(cell, acts.next(), convoy.id(), at, zone));
    }

    private static boolean isOf(Convoy convoy, CorridorId corridor) {
        return convoy.trips().stream().allMatch(trip -> trip.gate().corridor().equals(corridor));
    }

    /// Every vehicle on the road comes in, with everyone who got in.
    private Runnable arrival(Sheet sheet, Told told, StoryPlayer.Acts acts) {
        var corridor = sheet.as("corridor", CorridorId::new);
        Instant at = told.published().from();
        return () -> {
            for (Trip trip : lasting(corridor, TripState.ON_THE_ROAD)) {
                desks.receptions().arrive(reception, acts.next(), trip.id(), at, zone);
                for (Passage passage : desks.trips().passages(reception, journal.now(), trip.id())) {
                    desks.receptions()
                            .receive(
                                    reception,
                                    acts.next(),
                                    passage.id(),
                                    passage.accounted().open());
                }
                desks.receptions().close(reception, acts.next(), trip.id());
            }
        };
    }

    /// Vehicles that nobody got into are sent home.
    private Runnable sentHome(Sheet sheet, StoryPlayer.Acts acts) {
        var corridor = sheet.as("corridor", CorridorId::new);
        return () -> lasting(corridor, TripState.BOARDING).stream()
                .filter(trip -> trip.accounted().people() == 0)
                .forEach(trip -> desks.trips().cancel(marshal, acts.next(), trip.id()));
    }

    private List<Trip> lasting(CorridorId corridor, TripState state) {
        return desks.trips().lasting(cell, journal.now(), corridor).stream()
                .filter(trip -> trip.state() == state)
                .toList();
    }

    /// People who go by themselves, counted out beside a crossing or in at a safe area in the hour
    /// in which it is told.
    private Runnable ownWay(Sheet sheet, Told told, StoryPlayer.Acts acts) {
        Count people = Items.count(sheet.sheet("people"));
        var counted = new OwnWay(
                sheet.one("way", TravelWay.class),
                people.number(),
                sheet.optionally("vehicles", Long::valueOf).orElse(0L),
                people.qualifier());
        var hour = new HourSlot(told.published().from(), zone);
        if (sheet.has("safe-area")) {
            var area = sheet.as("safe-area", SafeAreaId::new);
            return () -> desks.ownWays().in(reception, acts.next(), area, hour, counted);
        }
        var gate = new Gate(sheet.as("corridor", CorridorId::new), sheet.as("crossing", CrossingId::new));
        return () -> desks.ownWays().out(marshal, acts.next(), gate, hour, counted);
    }
}
