// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearway.corridor.Sayings.CORRIDOR;
import static org.clearway.corridor.Sayings.ZONE;
import static org.clearway.transport.OnTheWay.CAMP;
import static org.clearway.transport.OnTheWay.COORDINATION;
import static org.clearway.transport.OnTheWay.MARSHAL;
import static org.clearway.transport.OnTheWay.RECEPTION;
import static org.clearway.transport.OnTheWay.SCHOOL;
import static org.clearway.transport.OnTheWay.SECOND;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.clearway.access.Actor;
import org.clearway.gate.AtTheGate;
import org.clearway.gate.CardNumber;
import org.clearway.journal.ActId;
import org.clearway.language.Problem;

/// A day of vehicles by chance, and everybody of it one by one: each person of the roll is in one
/// place by the way the roll is kept, so that figures which agree with it count each person once.
final class RandomRoad {
    private static final int HOUSEHOLDS = 14;
    private static final int VEHICLES = 5;
    private static final Capacity SMALL = new Capacity(12, 1, 1, 1, 20);

    /// Where one of those who boarded is.
    enum Place {
        NOT_YET_KNOWN,
        RECEIVED,
        ALIGHTED,
        HOSPITAL,
        TAKEN,
        NEVER_THERE;

        boolean elsewhere() {
            return this == ALIGHTED || this == HOSPITAL || this == TAKEN;
        }
    }

    static final class Person {
        final boolean adult;
        Place place = Place.NOT_YET_KNOWN;

        Person(boolean adult) {
            this.adult = adult;
        }
    }

    /// Those who are on record together.
    static final class Group {
        final PassageKind kind;
        final List<Person> people = new ArrayList<>();
        TripId trip;
        boolean standing = true;
        long foundElsewhere;

        Group(PassageKind kind, TripId trip) {
            this.kind = kind;
            this.trip = trip;
        }

        long at(Place place) {
            return people.stream().filter(person -> person.place == place).count();
        }

        Group with(Load load) {
            for (long i = 0; i < load.adults(); i++) people.add(new Person(true));
            for (long i = 0; i < load.children(); i++) people.add(new Person(false));
            return this;
        }

        void move(Place from, Place to, long number) {
            people.stream().filter(person -> person.place == from).limit(number).forEach(person -> person.place = to);
        }

        /// Takes out adults and children of whom it is not known yet where they are.
        List<Person> out(Load load) {
            List<Person> out = Stream.concat(
                            people.stream().filter(person -> person.adult).limit(load.adults()),
                            people.stream().filter(person -> !person.adult).limit(load.children()))
                    .toList();
            people.removeAll(out);
            return out;
        }
    }

    private record Household(CardNumber card, Load load) {}

    /// One request, as a desk sends it, and sends it again.
    ///
    /// @param then what has changed on the roll once it was done
    record Step(String what, Instant at, Request request, Runnable then) {
        static final String DONE = "done";

        String send(OnTheWay way) {
            try {
                request.send(way);
                return DONE;
            } catch (Problem refused) {
                return refused.code();
            }
        }
    }

    interface Request {
        void send(OnTheWay way);
    }

    private final OnTheWay way;
    private final SplittableRandom chance;
    private final List<Household> households = new ArrayList<>();
    private final List<VehicleId> vehicles = new ArrayList<>();
    private final List<TripId> trips = new ArrayList<>();
    private final List<ConvoyId> convoys = new ArrayList<>();
    private final Map<PassageId, Group> roll = new LinkedHashMap<>();
    private final Map<SafeAreaId, Long> wentOn = new LinkedHashMap<>();

    /// Cards and vehicles are there, and the secret of the day is drawn, before anything is by chance.
    RandomRoad(OnTheWay way, SplittableRandom chance) {
        this.way = way;
        this.chance = chance;
        for (int i = 0; i < HOUSEHOLDS; i++) {
            long adults = 1 + chance.nextLong(3);
            long children = chance.nextLong(4);
            households.add(new Household(way.card(adults, children), OnTheWay.people(adults, children)));
        }
        for (int i = 0; i < VEHICLES; i++) vehicles.add(way.vehicle("bus-" + i, VehicleType.MINIBUS, SMALL));
        TripId first = way.trip(vehicles.getFirst(), SCHOOL);
        way.trips.takeOut(
                MARSHAL, way.node.act(), way.board(first, households.getFirst().card()), ZONE);
        way.trips.cancel(MARSHAL, way.node.act(), first);
    }

    /// What some desk does next: mostly what comes early in a day while it is early, and late when
    /// it is late.
    ///
    /// @param day how much of the day is over, from 0 to 1
    Step next(double day) {
        ActId act = way.node.act();
        double turn = day + (chance.nextDouble() - 0.5) * (chance.nextInt(5) == 0 ? 2 : 0.5);
        if (turn < 0.35) return boarding(act);
        return turn < 0.6 ? onTheRoad(act) : receiving(act);
    }

    private Step boarding(ActId act) {
        return switch (chance.nextInt(16)) {
            case 0, 1 -> open(act);
            case 2, 3, 4, 5, 6 -> board(act);
            case 7, 8 -> boardPart(act);
            case 9, 10, 11 -> count(act);
            case 12 -> takeOut(act);
            case 13 -> takeOutCounted(act);
            case 14 -> chance.nextInt(3) == 0 ? cancel(act) : seal(act);
            default -> sign(act);
        };
    }

    private Step onTheRoad(ActId act) {
        return switch (chance.nextInt(14)) {
            case 0, 1, 2 -> seal(act);
            case 3, 4, 5 -> sign(act);
            case 6 -> reopen(act);
            case 7, 8 -> form(act);
            case 9, 10 -> depart(act);
            case 11 -> move(act);
            default -> arrive(act);
        };
    }

    private Step receiving(ActId act) {
        return switch (chance.nextInt(18)) {
            case 0 -> arrive(act);
            case 16, 17 -> afterAll(act);
            case 1, 2, 3 -> receive(act);
            case 4, 5, 6, 7 -> explain(act);
            case 8, 9 -> takeBack(act);
            case 10 -> own(act);
            case 11, 12 -> extra(act);
            case 13 -> fromElsewhere(act);
            case 14 -> goOn(act);
            default -> close(act);
        };
    }

    private Step step(String what, Request request, Runnable then) {
        return new Step(what, way.node.clock().instant(), request, then);
    }

    private Step open(ActId act) {
        VehicleId vehicle = any(vehicles);
        SafeAreaId to = chance.nextInt(4) == 0 ? CAMP : SCHOOL;
        TripId trip = TripId.of(act);
        return step(
                "open",
                it -> it.trips.open(MARSHAL, act, AtTheGate.GATE, vehicle, to, Optional.empty()),
                () -> trips.add(trip));
    }

    private Step board(ActId act) {
        if (trips.isEmpty()) return open(act);
        Household family = any(households);
        TripId trip = trip(TripState.BOARDING);
        SafeAreaId chosen = destination(trip);
        return step(
                "board",
                it -> it.trips.board(MARSHAL, act, trip, family.card, chosen, ZONE),
                () -> roll.put(PassageId.of(act), new Group(PassageKind.HOUSEHOLD, trip).with(family.load)));
    }

    private Step boardPart(ActId act) {
        if (trips.isEmpty()) return open(act);
        Household family = any(households);
        TripId trip = trip(TripState.BOARDING);
        SafeAreaId chosen = destination(trip);
        Load part = OnTheWay.people(chance.nextLong(2), chance.nextLong(2));
        return step(
                "board a part",
                it -> it.trips.boardPart(SECOND, act, trip, family.card, chosen, ZONE, part),
                () -> roll.put(PassageId.of(act), new Group(PassageKind.HOUSEHOLD, trip).with(part)));
    }

    private Step count(ActId act) {
        if (trips.isEmpty()) return open(act);
        TripId trip = trip(TripState.BOARDING);
        SafeAreaId chosen = destination(trip);
        Load load = OnTheWay.people(chance.nextLong(4), chance.nextLong(4));
        return step(
                "count",
                it -> it.trips.count(SECOND, act, trip, chosen, ZONE, load),
                () -> counted(trip).with(load));
    }

    private Group counted(TripId trip) {
        return roll.computeIfAbsent(new PassageId(trip.act()), id -> new Group(PassageKind.COUNTED, trip));
    }

    private Step takeOut(ActId act) {
        PassageId passage = passage(PassageKind.HOUSEHOLD);
        return step("take out", it -> it.trips.takeOut(MARSHAL, act, passage, ZONE), () -> roll.remove(passage));
    }

    private Step takeOutCounted(ActId act) {
        if (trips.isEmpty()) return open(act);
        TripId trip = trip(TripState.BOARDING);
        Load load = OnTheWay.people(chance.nextLong(3), chance.nextLong(3));
        return step(
                "take out counted",
                it -> it.trips.takeOut(MARSHAL, act, trip, ZONE, load),
                () -> counted(trip).out(load));
    }

    private Step cancel(ActId act) {
        if (trips.isEmpty()) return open(act);
        TripId trip = trip(TripState.BOARDING);
        return step("cancel", it -> it.trips.cancel(MARSHAL, act, trip), () -> {});
    }

    private Step seal(ActId act) {
        if (trips.isEmpty()) return open(act);
        TripId trip = trip(chance.nextInt(5) == 0 ? TripState.ON_THE_ROAD : TripState.BOARDING);
        ManifestDigest seen = way.trips.manifest(MARSHAL, way.now(), trip).digest();
        return step("seal", it -> it.trips.seal(MARSHAL, act, trip, seen), () -> {});
    }

    private Step sign(ActId act) {
        if (trips.isEmpty()) return open(act);
        TripId trip = trip(TripState.SEALED);
        ManifestDigest seen = way.trips.manifest(MARSHAL, way.now(), trip).digest();
        Actor by = chance.nextInt(5) == 0 ? MARSHAL : SECOND;
        return step("sign", it -> it.trips.sign(by, act, trip, seen), () -> {});
    }

    private Step reopen(ActId act) {
        if (trips.isEmpty()) return open(act);
        TripId trip = trip(TripState.READY);
        return step("reopen", it -> it.trips.reopen(MARSHAL, act, trip, Amendment.CAME_LATE), () -> {});
    }

    private Step form(ActId act) {
        List<TripId> ready =
                trips.stream().filter(trip -> state(trip) == TripState.READY).toList();
        List<TripId> order = ready.isEmpty() ? trips.stream().limit(1).toList() : ready;
        return step(
                "form",
                it -> it.convoys.form(MARSHAL, act, Optional.empty(), order, List.of(), 30),
                () -> convoys.add(ConvoyId.of(act)));
    }

    private Step depart(ActId act) {
        if (convoys.isEmpty()) return form(act);
        ConvoyId convoy = convoys.getLast();
        Instant at = way.node.clock().instant();
        return step("depart", it -> it.convoys.depart(MARSHAL, act, convoy, at, ZONE), () -> {});
    }

    private Step move(ActId act) {
        if (trips.isEmpty()) return open(act);
        TripId from = trip(TripState.ON_THE_ROAD);
        TripId to = trip(chance.nextBoolean() ? TripState.ON_THE_ROAD : TripState.BOARDING);
        List<PassageId> moved = roll.entrySet().stream()
                .filter(one -> one.getValue().kind == PassageKind.HOUSEHOLD
                        && one.getValue().trip.equals(from)
                        && chance.nextInt(3) > 0)
                .map(Map.Entry::getKey)
                .toList();
        Load load = chance.nextBoolean() ? Load.NOBODY : OnTheWay.people(1 + chance.nextLong(2), chance.nextLong(2));
        return step("move", it -> it.convoys.move(MARSHAL, act, from, to, moved, load, Amendment.BREAKDOWN), () -> {
            moved.forEach(passage -> group(passage).trip = to);
            if (load.people() > 0) {
                List<Person> people = counted(from).out(load);
                counted(to).people.addAll(people);
            }
        });
    }

    private Step arrive(ActId act) {
        if (trips.isEmpty()) return open(act);
        TripId trip = trip(TripState.ON_THE_ROAD);
        Instant at = way.node.clock().instant();
        return step("arrive", it -> it.receptions.arrive(RECEPTION, act, trip, at, ZONE), () -> {});
    }

    private Step receive(ActId act) {
        PassageId passage = passage(any(List.of(PassageKind.HOUSEHOLD, PassageKind.COUNTED)));
        long people = chance.nextInt(3) > 0 ? 1 : Math.max(1, open(passage));
        return receive(act, passage, people);
    }

    private Step receive(ActId act, PassageId passage, long people) {
        return step(
                "receive",
                it -> it.receptions.receive(RECEPTION, act, passage, people),
                () -> group(passage).move(Place.NOT_YET_KNOWN, Place.RECEIVED, people));
    }

    private Step fromElsewhere(ActId act) {
        if (trips.isEmpty()) return open(act);
        PassageId passage = passage(PassageKind.HOUSEHOLD);
        if (!roll.containsKey(passage)) return receive(act);
        TripId from = group(passage).trip;
        TripId here = trip(TripState.ARRIVED);
        return step(
                "receive from elsewhere",
                it -> it.receptions.receiveFromElsewhere(RECEPTION, act, passage, from, here),
                () -> {
                    group(passage).trip = here;
                    group(passage).move(Place.NOT_YET_KNOWN, Place.RECEIVED, Long.MAX_VALUE);
                });
    }

    /// The end of the day: what some desk does next until every vehicle that has arrived is closed,
    /// each household with one of them in hospital.
    Optional<Step> untilAllAreClosed() {
        Optional<TripId> arrived =
                trips.stream().filter(trip -> state(trip) == TripState.ARRIVED).findFirst();
        return arrived.map(trip -> {
            ActId act = way.node.act();
            return roll.entrySet().stream()
                    .filter(one -> one.getValue().trip.equals(trip)
                            && !one.getValue().people.isEmpty()
                            && !way.passage(one.getKey()).settled())
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .map(passage -> settle(act, passage))
                    .orElseGet(() -> close(act, trip));
        });
    }

    private Step settle(ActId act, PassageId passage) {
        if (group(passage).kind == PassageKind.EXTRA) return explainExtra(act, passage);
        if (open(passage) > 1) return receive(act, passage, open(passage) - 1);
        if (way.passage(passage).owner().isEmpty()) return own(act, passage);
        return explain(act, passage, DifferenceReason.HOSPITAL, COORDINATION);
    }

    /// Somebody who was said to be elsewhere comes when the trip is over.
    Step comesLate() {
        return afterAll(way.node.act());
    }

    private Step explain(ActId act) {
        PassageId passage = passage(any(List.of(PassageKind.HOUSEHOLD, PassageKind.COUNTED)));
        boolean nobodyLooks =
                roll.containsKey(passage) && way.passage(passage).owner().isEmpty();
        if (nobodyLooks && chance.nextInt(4) > 0) return own(act, passage);
        DifferenceReason reason = any(List.of(DifferenceReason.values()));
        Actor by = reason == DifferenceReason.MISCOUNTED || chance.nextInt(4) == 0 ? COORDINATION : RECEPTION;
        return explain(act, passage, reason, by);
    }

    private Step explain(ActId act, PassageId passage, DifferenceReason reason, Actor by) {
        return step(
                "explain " + reason,
                it -> it.receptions.explain(by, act, passage, 1, reason),
                () -> place(reason).ifPresent(place -> group(passage).move(Place.NOT_YET_KNOWN, place, 1)));
    }

    /// Mostly of some who are said to be elsewhere, those of a closed trip sooner.
    private Step afterAll(ActId act) {
        List<PassageId> away = roll.entrySet().stream()
                .filter(one -> one.getValue().people.stream().anyMatch(person -> person.place.elsewhere()))
                .map(Map.Entry::getKey)
                .toList();
        List<PassageId> over = away.stream().filter(this::isClosed).toList();
        List<PassageId> of = over.isEmpty() ? away : over;
        PassageId passage = of.isEmpty() || chance.nextInt(6) == 0 ? passage(PassageKind.HOUSEHOLD) : any(of);
        List<DifferenceReason> said = Stream.of(DifferenceReason.values())
                .filter(DifferenceReason::elsewhere)
                .filter(reason -> chance.nextInt(4) == 0
                        || roll.containsKey(passage)
                                && group(passage).at(place(reason).orElseThrow()) > 0)
                .toList();
        DifferenceReason reason = said.isEmpty() ? DifferenceReason.HOSPITAL : any(said);
        boolean closed = roll.containsKey(passage) && isClosed(passage);
        return step(
                closed ? "came after all, after the close" : "came after all",
                it -> it.receptions.cameAfterAll(RECEPTION, act, passage, reason, 1),
                () -> group(passage).move(place(reason).orElseThrow(), Place.RECEIVED, 1));
    }

    private Step takeBack(ActId act) {
        PassageId passage = passage(any(List.of(PassageKind.values())));
        Optional<DifferenceReason> reason =
                chance.nextBoolean() ? Optional.empty() : Optional.of(any(List.of(DifferenceReason.values())));
        return step(
                "take back",
                it -> it.receptions.takeBack(RECEPTION, act, passage, reason, 1),
                () -> reason.map(RandomRoad::place)
                        .orElse(Optional.of(Place.RECEIVED))
                        .ifPresent(place -> {
                            Group group = group(passage);
                            if (group.kind == PassageKind.EXTRA) group.people.removeFirst();
                            else group.move(place, Place.NOT_YET_KNOWN, 1);
                        }));
    }

    private static Optional<Place> place(DifferenceReason reason) {
        return switch (reason) {
            case ALIGHTED_BY_CHOICE -> Optional.of(Place.ALIGHTED);
            case HOSPITAL -> Optional.of(Place.HOSPITAL);
            case TAKEN_BY_AUTHORITY -> Optional.of(Place.TAKEN);
            case MISCOUNTED -> Optional.of(Place.NEVER_THERE);
            case TRANSFERRED_VEHICLE, UNACCOUNTED -> Optional.empty();
        };
    }

    private Step own(ActId act) {
        return own(act, passage(any(List.of(PassageKind.values()))));
    }

    private Step own(ActId act, PassageId passage) {
        Instant deadline = way.node.clock().instant().plus(Duration.ofHours(2));
        return step("own", it -> it.receptions.own(RECEPTION, act, passage, deadline), () -> {});
    }

    private Step extra(ActId act) {
        if (trips.isEmpty()) return open(act);
        PassageId extra = passage(PassageKind.EXTRA);
        if (roll.containsKey(extra) && chance.nextInt(3) == 0) {
            return explainExtra(act, extra);
        }
        if (roll.containsKey(extra) && chance.nextInt(2) == 0) {
            PassageId missing = passage(any(List.of(PassageKind.HOUSEHOLD, PassageKind.COUNTED)));
            long people = group(extra).people.size();
            return step("match", it -> it.receptions.match(RECEPTION, act, extra, missing), () -> {
                Group lacks = group(missing);
                List<Person> same = lacks.people.stream()
                        .filter(person -> person.place == Place.NOT_YET_KNOWN)
                        .limit(people)
                        .toList();
                lacks.people.removeAll(same);
                lacks.foundElsewhere += same.size();
            });
        }
        TripId trip = trip(TripState.ARRIVED);
        Load load = OnTheWay.people(1, chance.nextLong(2));
        return step("extra", it -> it.receptions.receiveExtra(RECEPTION, act, trip, load, false), () -> {
            Group came = new Group(PassageKind.EXTRA, trip).with(load);
            came.move(Place.NOT_YET_KNOWN, Place.RECEIVED, Long.MAX_VALUE);
            roll.put(PassageId.of(act), came);
        });
    }

    private Step explainExtra(ActId act, PassageId extra) {
        return step(
                "explain an extra",
                it -> it.receptions.explainExtra(RECEPTION, act, extra, ExtraReason.GOT_IN_ON_THE_WAY),
                () -> {});
    }

    private Step close(ActId act) {
        if (trips.isEmpty()) return open(act);
        return close(act, trip(TripState.ARRIVED));
    }

    private Step close(ActId act, TripId trip) {
        return step("close", it -> it.receptions.close(RECEPTION, act, trip), () -> {
            assertThat(roll.values())
                    .as("nobody of a trip that is closed is nowhere")
                    .filteredOn(group -> group.trip.equals(trip))
                    .allMatch(group -> group.at(Place.NOT_YET_KNOWN) == 0);
        });
    }

    private Step goOn(ActId act) {
        SafeAreaId from = chance.nextBoolean() ? SCHOOL : CAMP;
        long people = 1 + chance.nextLong(3);
        return step(
                "go on",
                it -> it.receptions.goOn(RECEPTION, act, from, Optional.empty(), people),
                () -> wentOn.merge(from, people, Long::sum));
    }

    /// Every figure that the program gives of its people is that of the roll.
    void agrees(String after) {
        var received = new EnumMap<TripState, Long>(TripState.class);
        long onRecord = 0;
        for (TripId id : trips) {
            Trip trip = way.trip(id);
            List<Group> groups = roll.values().stream()
                    .filter(group -> group.trip.equals(id))
                    .toList();
            assertThat(trip.accounted()).as("%s: %s", after, trip).isEqualTo(sum(groups));
            boolean comes = trip.state().atTheCrossing() || trip.state() == TripState.ON_THE_ROAD;
            if (comes)
                assertThat(trip.capacity().holds(trip.aboard())).as(after).isTrue();
            if (trip.state() == TripState.CLOSED || trip.state() == TripState.CANCELLED) {
                assertThat(trip.accounted().open()).as(after).isZero();
            }
            received.merge(trip.state(), trip.accounted().received(), Long::sum);
            onRecord += trip.accounted().persons();
        }
        roll.forEach((id, group) -> {
            if (group.kind == PassageKind.COUNTED && group.people.isEmpty()) return;
            Passage passage = way.passage(id);
            assertThat(passage.trip()).as(after).isEqualTo(group.trip);
            assertThat(passage.accounted()).as("%s: %s", after, passage).isEqualTo(sum(List.of(group)));
        });
        assertThat(onRecord)
                .as("%s: each person once", after)
                .isEqualTo(roll.values().stream()
                        .flatMap(group -> group.people.stream())
                        .filter(person -> person.place != Place.NEVER_THERE)
                        .count());
        staying(after);
    }

    private void staying(String after) {
        Map<SafeAreaId, Long> told = way.receptions.staying(RECEPTION, way.now());
        for (SafeAreaId area : List.of(SCHOOL, CAMP)) {
            long came = roll.values().stream()
                    .filter(group -> destination(group.trip).equals(area))
                    .mapToLong(group -> group.at(Place.RECEIVED))
                    .sum();
            assertThat(told.getOrDefault(area, 0L))
                    .as("%s: who stays at %s", after, area)
                    .isEqualTo(Math.max(0, came - wentOn.getOrDefault(area, 0L)));
        }
    }

    private static Accounted sum(List<Group> groups) {
        return groups.stream()
                .map(group -> new Accounted(
                        group.people.size() + group.foundElsewhere,
                        group.at(Place.RECEIVED),
                        group.at(Place.ALIGHTED),
                        group.at(Place.HOSPITAL),
                        group.at(Place.TAKEN),
                        group.at(Place.NEVER_THERE),
                        group.foundElsewhere))
                .reduce(Accounted.NOBODY, Accounted::plus);
    }

    private Group group(PassageId passage) {
        return java.util.Objects.requireNonNull(roll.get(passage), "nobody is on the roll under " + passage);
    }

    private long open(PassageId passage) {
        return roll.containsKey(passage) ? group(passage).at(Place.NOT_YET_KNOWN) : 0;
    }

    /// A trip that is so far, mostly.
    private TripId trip(TripState state) {
        List<TripId> so = trips.stream().filter(trip -> state(trip) == state).toList();
        return so.isEmpty() || chance.nextInt(8) == 0 ? any(trips) : any(so);
    }

    private boolean isClosed(PassageId passage) {
        return state(group(passage).trip) == TripState.CLOSED;
    }

    private TripState state(TripId trip) {
        return way.trip(trip).state();
    }

    private SafeAreaId destination(TripId trip) {
        return way.trip(trip).destination();
    }

    /// Some who are on record, those with somebody missing sooner; or nobody.
    private PassageId passage(PassageKind kind) {
        List<PassageId> of = roll.entrySet().stream()
                .filter(one -> one.getValue().kind == kind)
                .map(Map.Entry::getKey)
                .toList();
        List<PassageId> open = of.stream().filter(id -> open(id) > 0).toList();
        if (!open.isEmpty() && chance.nextInt(3) > 0) return any(open);
        return of.isEmpty() ? PassageId.of(way.node.act()) : any(of);
    }

    private <T> T any(List<T> of) {
        return of.get(chance.nextInt(of.size()));
    }

    /// Every trip of the corridor is on the roll.
    void knowsEveryTrip() {
        assertThat(way.trips.lasting(MARSHAL, way.now(), CORRIDOR))
                .extracting(Trip::id)
                .isSubsetOf(trips);
    }
}
