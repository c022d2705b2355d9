// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import static org.clearway.corridor.Sayings.CORRIDOR;
import static org.clearway.corridor.Sayings.TOWN;
import static org.clearway.corridor.Sayings.ZONE;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.Role;
import org.clearway.gate.AtTheGate;
import org.clearway.gate.Band;
import org.clearway.gate.Card;
import org.clearway.gate.CardNumber;
import org.clearway.gate.Explained;
import org.clearway.gate.Household;
import org.clearway.gate.MovementNeed;
import org.clearway.gate.Passing;
import org.clearway.gate.TallyId;
import org.clearway.journal.Chapter;
import org.clearway.journal.Reading;
import org.clearway.journal.TestNode;
import org.clearway.language.Language;
import org.clearway.language.Names;

/// A corridor with a gate that works, a school that people go on to, and vehicles between them.
public final class OnTheWay implements AutoCloseable {
    public static final Actor MARSHAL = new Actor(new AccountId("boarding-1"), Set.of(Role.BOARDING));
    public static final Actor SECOND = new Actor(new AccountId("boarding-2"), Set.of(Role.BOARDING));
    public static final Actor THIRD = new Actor(new AccountId("boarding-3"), Set.of(Role.BOARDING));
    public static final Actor RECEPTION = new Actor(new AccountId("reception-1"), Set.of(Role.RECEPTION));
    public static final Actor COORDINATION = AtTheGate.COORDINATION;
    public static final SafeAreaId SCHOOL = new SafeAreaId("harbour-school");
    public static final SafeAreaId CAMP = new SafeAreaId("south-camp");
    public static final Capacity BUS = new Capacity(45, 1, 0, 2, 40);
    public static final Capacity AMBULANCE = new Capacity(2, 0, 2, 1, 2);

    public final AtTheGate gate;
    public final TestNode node;
    public final Vehicles vehicles;
    public final SafeAreas safeAreas;
    public final Trips trips;
    public final WaitingLines lines;
    public final Convoys convoys;
    public final Drivers drivers;
    public final Receptions receptions;
    public final OwnWays ownWays;

    /// @param more what is on record beyond the way
    public OnTheWay(Path folder, Chapter... more) {
        this(new AtTheGate(folder, chapters(more)));
        gate.at("2019-09-14T15:10");
        gate.openUntil("2019-09-15T23:00");
        safeArea(SCHOOL, "Harbour school");
        safeArea(CAMP, "South camp");
    }

    private OnTheWay(AtTheGate gate) {
        this.gate = gate;
        node = gate.node;
        vehicles = new Vehicles(node.journal());
        safeAreas = new SafeAreas(node.journal());
        trips = new Trips(node.journal());
        lines = new WaitingLines(node.journal());
        convoys = new Convoys(node.journal());
        drivers = new Drivers(node.journal());
        receptions = new Receptions(node.journal());
        ownWays = new OwnWays(node.journal());
    }

    /// What lies in a folder already, as the program finds it when it starts again.
    static OnTheWay reopened(Path folder) {
        return new OnTheWay(AtTheGate.reopened(folder, chapters()));
    }

    private static Chapter[] chapters(Chapter... more) {
        return Stream.concat(Stream.of(SafeAreas.chapter()), Stream.of(more)).toArray(Chapter[]::new);
    }

    private void safeArea(SafeAreaId id, String name) {
        safeAreas.set(
                COORDINATION,
                node.act(),
                new SafeArea(
                        id, TOWN, Names.of(Language.EN, name), List.of(CORRIDOR), Map.of(PlaceKind.GENERAL, 5_000L)));
    }

    public VehicleId vehicle(String name, VehicleType type, Capacity capacity) {
        var vehicle = new VehicleId(name);
        vehicles.set(
                COORDINATION, node.act(), new Vehicle(vehicle, type, capacity, Optional.empty()), Optional.empty());
        return vehicle;
    }

    /// A bus stands at the crossing, to go to the school.
    public TripId bus(String name) {
        return trip(vehicle(name, VehicleType.BUS, BUS), SCHOOL);
    }

    public TripId trip(VehicleId vehicle, SafeAreaId to) {
        return trips.open(MARSHAL, node.act(), AtTheGate.GATE, vehicle, to, Optional.empty());
    }

    /// A card for so many adults and children, counted in before.
    public CardNumber card(long adults, long children) {
        return card(adults, children, Map.of());
    }

    public CardNumber card(long adults, long children, Map<MovementNeed, Long> needs) {
        var people = new EnumMap<Band, Long>(Band.class);
        if (adults > 0) people.put(Band.FEMALE_FROM_18, adults);
        if (children > 0) people.put(Band.MALE_FROM_5, children);
        gate.count(Passing.household(people));
        return card(new Household(people, needs, Language.AR, Optional.empty(), List.of()))
                .number();
    }

    /// A card for children who were handed over, one for each.
    public CardNumber handedOver(long children) {
        var handovers = new ArrayList<TallyId>();
        for (long i = 0; i < children; i++) handovers.add(gate.handOver());
        return card(new Household(
                        Map.of(Band.FEMALE_FROM_5, children), Map.of(), Language.AR, Optional.empty(), handovers))
                .number();
    }

    public Card card(Household household) {
        return gate.cards.issue(
                AtTheGate.GATE_DESK, node.act(), AtTheGate.GATE, ZONE, EnumSet.allOf(Explained.class), household);
    }

    public PassageId board(TripId trip, CardNumber card) {
        return trips.board(MARSHAL, node.act(), trip, card, destination(trip), ZONE);
    }

    public void count(TripId trip, long adults, long children) {
        trips.count(MARSHAL, node.act(), trip, destination(trip), ZONE, people(adults, children));
    }

    private SafeAreaId destination(TripId trip) {
        return trip(trip).destination();
    }

    public static Load people(long adults, long children) {
        return new Load(adults, children, 0, 0, 0);
    }

    public void seal(TripId trip) {
        ManifestDigest seen = trips.manifest(MARSHAL, now(), trip).digest();
        trips.seal(MARSHAL, node.act(), trip, seen);
        trips.sign(SECOND, node.act(), trip, seen);
    }

    /// They are sealed, and leave together, the first in front.
    public ConvoyId leave(TripId... order) {
        for (TripId trip : order) seal(trip);
        ConvoyId convoy = convoys.form(MARSHAL, node.act(), Optional.empty(), List.of(order), List.of(), 30);
        convoys.depart(MARSHAL, node.act(), convoy, node.clock().instant(), ZONE);
        return convoy;
    }

    public void arrive(TripId trip) {
        receptions.arrive(RECEPTION, node.act(), trip, node.clock().instant(), ZONE);
    }

    public Trip trip(TripId trip) {
        return trips.trip(MARSHAL, now(), trip).orElseThrow();
    }

    public Passage passage(PassageId passage) {
        return TripRows.of(now()).require(passage);
    }

    public void later(Duration time) {
        node.clock().set(node.clock().instant().plus(time));
    }

    public Reading now() {
        return node.journal().now();
    }

    @Override
    public void close() {
        gate.close();
    }
}
