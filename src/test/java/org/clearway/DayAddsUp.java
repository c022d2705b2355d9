// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.Role;
import org.clearway.agreement.CorridorId;
import org.clearway.care.CardLine;
import org.clearway.care.ItemCode;
import org.clearway.care.PointId;
import org.clearway.care.Recipe;
import org.clearway.care.ServiceHour;
import org.clearway.care.ServicePoint;
import org.clearway.care.StockCard;
import org.clearway.care.StockLevel;
import org.clearway.coordination.Board;
import org.clearway.coordination.GateFlow;
import org.clearway.coordination.Journeys;
import org.clearway.coordination.PointNow;
import org.clearway.coordination.Whereabouts;
import org.clearway.corridor.CrossingId;
import org.clearway.corridor.Service;
import org.clearway.corridor.Used;
import org.clearway.gate.Gate;
import org.clearway.gate.HourFigures;
import org.clearway.gate.HourSlot;
import org.clearway.gate.Shift;
import org.clearway.gate.ShiftFigures;
import org.clearway.journal.Reading;
import org.clearway.time.Period;
import org.clearway.transport.Difference;
import org.clearway.transport.DifferenceReason;
import org.clearway.transport.Receptions;
import org.clearway.transport.SafeAreaId;
import org.clearway.transport.Trip;
import org.clearway.transport.TripState;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// What must hold on a simulated day at every moment of it: each figure is asked of views that know nothing of each
/// other, and of the entries themselves.
record DayAddsUp(Node node, Instant now, ToldEntries entries) {
    static final CorridorId CORRIDOR = new CorridorId("marenne");
    static final Gate GATE = new Gate(CORRIDOR, new CrossingId("marenne-bridge"));
    static final Actor CELL = new Actor(
            new AccountId("reader-1"), Set.of(Role.COORDINATION, Role.SERVICE_POINT, Role.GATE, Role.PROTECTION));

    private static final Actor PRESS = new Actor(new AccountId("reader-2"), Set.of(Role.PRESS, Role.GATE, Role.DUTY));

    DayAddsUp(Node node, Instant now) {
        this(node, now, new ToldEntries(node));
    }

    /// The same day at another moment.
    DayAddsUp at(Instant moment) {
        return new DayAddsUp(node, moment, entries);
    }

    /// @return how many people passed
    long everywhere() {
        long people = counts();
        cards();
        services();
        board(people);
        onTheWay(people);
        return people;
    }

    /// @return how many passed
    long journeys() {
        long people =
                hours().stream().mapToLong(hour -> hour.figures().persons()).sum();
        onTheWay(people);
        return people;
    }

    private void onTheWay(long people) {
        onTheBoard(people, road(people));
        told();
    }

    /// Whoever got into a vehicle and did not come out again is on exactly one trip, and there in
    /// exactly one place; and nobody got in who was not counted before.
    /// @return how many are on record of a trip
    private long road(long people) {
        long boarded =
                entries.sum(DayAddsUp::adultsAndChildren, "transport.household-boarded", "transport.people-boarded");
        Set<String> cameOut = entries.words("/passage", "transport.household-came-out");
        long out = entries.of("transport.household-boarded")
                .filter(one -> cameOut.contains(one.act()))
                .mapToLong(DayAddsUp::adultsAndChildren)
                .sum();
        Set<String> found = entries.words("/extra", "transport.extra-found");
        long extra = entries.of("transport.extra-came")
                .filter(one -> !found.contains(one.act()))
                .mapToLong(DayAddsUp::adultsAndChildren)
                .sum();
        List<Trip> trips = trips();
        assertThat(boarded).isLessThanOrEqualTo(people);
        assertThat(trips.stream().mapToLong(trip -> trip.accounted().persons()).sum())
                .isEqualTo(boarded - out + extra);
        for (Trip trip : trips) {
            boolean comes = trip.state().atTheCrossing() || trip.state() == TripState.ON_THE_ROAD;
            if (comes)
                assertThat(trip.capacity().holds(trip.aboard())).as("%s", trip).isTrue();
            if (trip.state() == TripState.CLOSED)
                assertThat(trip.accounted().open()).isZero();
        }
        return boarded - out + extra;
    }

    private static long adultsAndChildren(ToldEntries.One entry) {
        return entry.number("/load/adults") + entry.number("/load/children");
    }

    /// The rows and the columns of the board come to the same, and each column to what others say who know nothing of
    /// the board: convoys, safe areas, and the entries.
    private void onTheBoard(long people, long onRecord) {
        Journeys.Known known = known();
        Map<SafeAreaId, Long> to = trips().stream()
                .collect(Collectors.groupingBy(
                        Trip::destination,
                        Collectors.summingLong(trip -> trip.accounted().persons())));
        assertThat(known.to()).extracting(Journeys.Row::to).containsAll(to.keySet());
        for (Journeys.Row row : known.to()) {
            assertThat(row.inAll()).as("%s", row).isEqualTo(to.getOrDefault(row.to(), 0L));
            assertThat(row.people().values()).as("%s", row).allMatch(number -> number >= 0);
        }
        assertThat(Stream.of(Whereabouts.values()).mapToLong(known::people).sum())
                .isEqualTo(known.inAll())
                .isEqualTo(onRecord);
        assertThat(people)
                .isGreaterThanOrEqualTo(
                        known.inAll() - extra() + known.waiting().orElse(0L));
        Reading at = node.journal().now();
        assertThat(known.people(Whereabouts.ON_THE_ROAD))
                .isEqualTo(node.convoys().underWay(CELL, at).stream()
                        .flatMap(convoy -> convoy.trips().stream())
                        .filter(trip -> trip.state() == TripState.ON_THE_ROAD)
                        .mapToLong(trip -> trip.aboard().people())
                        .sum());
        assertThat(known.people(Whereabouts.RECEIVED))
                .isEqualTo(node.receptions().staying(CELL, at).values().stream()
                                .mapToLong(Long::longValue)
                                .sum()
                        + entries.sum(one -> one.number("/people"), "transport.people-went-on"));
        assertThat(known.people(Whereabouts.ARRIVED) + known.people(Whereabouts.UNACCOUNTED))
                .isEqualTo(node.receptions().differences(CELL, at).stream()
                        .mapToLong(Difference::missing)
                        .sum());
        assertThat(known.people(Whereabouts.HOSPITAL)).isEqualTo(explained(DifferenceReason.HOSPITAL));
        assertThat(known.people(Whereabouts.ALIGHTED)).isEqualTo(explained(DifferenceReason.ALIGHTED_BY_CHOICE));
        assertThat(known.people(Whereabouts.TAKEN)).isEqualTo(explained(DifferenceReason.TAKEN_BY_AUTHORITY));
    }

    /// What everybody else sees is what stood still for the time that it is kept from them.
    private void told() {
        Instant then = node.journal().now().knownAt().minus(Receptions.UNTOLD);
        List<Trip> trips = trips();
        long came = trips.stream()
                .filter(trip -> alongside(trip, trips)
                        .allMatch(other -> other.state() != TripState.ON_THE_ROAD
                                && other.arrived().filter(then::isAfter).isPresent()))
                .mapToLong(trip -> trip.accounted().received())
                .sum();
        Board board = node.boards().board(PRESS, node.journal().now(), CORRIDOR, now);
        assertThat(board.journeys())
                .isInstanceOfSatisfying(
                        Journeys.Told.class,
                        told -> assertThat(told.in().stream()
                                        .mapToLong(Journeys.CameIn::people)
                                        .sum())
                                .isEqualTo(came));
    }

    /// The vehicles of its convoy, itself among them.
    private static Stream<Trip> alongside(Trip trip, List<Trip> trips) {
        return trips.stream()
                .filter(other -> other.id().equals(trip.id())
                        || (trip.convoy().isPresent() && other.convoy().equals(trip.convoy())));
    }

    Journeys.Known known() {
        Board board = node.boards().board(CELL, node.journal().now(), CORRIDOR, now);
        return assertThat(board.journeys())
                .asInstanceOf(InstanceOfAssertFactories.type(Journeys.Known.class))
                .actual();
    }

    private long extra() {
        return entries.sum(DayAddsUp::adultsAndChildren, "transport.extra-came");
    }

    private long explained(DifferenceReason reason) {
        ToLongFunction<ToldEntries.One> people =
                one -> one.word("/reason").equals(reason.name()) ? one.number("/people") : 0;
        return entries.sum(people, "transport.difference-explained")
                - entries.sum(people, "transport.account-taken-back");
    }

    /// Nobody is on the road, nobody is looked for, and every trip is over.
    void overAndEveryoneAccountedFor() {
        assertThat(trips()).noneMatch(trip -> trip.state().lasts());
        for (Whereabouts where : Whereabouts.values()) {
            boolean over = where == Whereabouts.RECEIVED || elsewhere(where);
            if (!over) assertThat(known().people(where)).as("%s", where).isZero();
        }
        assertThat(node.receptions().differences(CELL, node.journal().now())).isEmpty();
        assertThat(node.convoys().underWay(CELL, node.journal().now())).isEmpty();
    }

    private static boolean elsewhere(Whereabouts where) {
        return where == Whereabouts.HOSPITAL || where == Whereabouts.ALIGHTED || where == Whereabouts.TAKEN;
    }

    Set<String> held() {
        return entries.words("/reason", "transport.held");
    }

    Set<String> reasons() {
        return entries.words("/reason", "transport.difference-explained");
    }

    List<Trip> trips() {
        return node.trips()
                .of(
                        CELL,
                        node.journal().now(),
                        CORRIDOR,
                        wholeDay().from(),
                        wholeDay().to());
    }

    private long counts() {
        List<HourFigures> hours = hours();
        long people = hours.stream().mapToLong(hour -> hour.figures().persons()).sum();
        assertThat(households() - handedOver())
                .isEqualTo(counted().mapToLong(one -> one.number("/households")).sum());
        assertThat(people - handedOver())
                .isEqualTo(counted()
                        .flatMap(one -> one.at("/people").values().stream())
                        .mapToLong(JsonNode::asLong)
                        .sum());
        assertThat(handedOver()).isEqualTo(entries("gate.child-handed-over"));
        for (HourFigures hour : hours) {
            assertThat(hour.figures().people().values()).allMatch(number -> number > 0);
            assertThat(hour.figures().households())
                    .isLessThanOrEqualTo(hour.figures().persons());
        }
        return people;
    }

    /// What stands of all counts, out of the entries: a count that was undone is none.
    private Stream<ToldEntries.One> counted() {
        Set<String> undone = entries.words("/tally", "gate.tally-undone");
        return entries.of("gate.tallied").filter(one -> !undone.contains(one.act()));
    }

    /// Every card that was issued lives or is dead, and each dead one has another in its place.
    private void cards() {
        long issued = entries("gate.card-issued");
        long replaced = entries("gate.card-replaced");
        assertThat(number("select count(*) from gate_card")).isEqualTo(issued);
        assertThat(number("select count(*) from gate_card where standing = 'DEAD'"))
                .isEqualTo(replaced);
        assertThat(number("select count(*) from gate_card where replacement = 1"))
                .isEqualTo(replaced);
        ShiftFigures figures = figures();
        assertThat(figures.cards()).isEqualTo(issued - replaced);
        assertThat(figures.households()).isEqualTo(households());
        assertThat(figures.cards())
                .as("cards of families that were counted")
                .isLessThanOrEqualTo(households() - handedOver());
        assertThat(number("select count(*) from entry where type like 'care.%' and subject in"
                        + " (select subject from gate_card)"))
                .as("what was given leads to no card")
                .isZero();
    }

    /// Those who showed a card and those who showed none are in one ledger, and both take from one shelf.
    private void services() {
        for (ServicePoint point :
                node.servicePoints().points(CELL, node.journal().now(), CORRIDOR)) {
            var given = new TreeMap<String, Long>();
            var without = new TreeMap<String, Long>();
            for (ServiceHour hour :
                    node.servicePoints().hours(CELL, node.journal().now(), point.id(), wholeDay())) {
                if (hour.people() > 0) given.merge(hour.service().name(), hour.people(), Long::sum);
                if (hour.turnedAwayInAll() > 0) {
                    without.merge(hour.service().name(), hour.turnedAwayInAll(), Long::sum);
                }
            }
            assertThat(given).isEqualTo(told("care.service-given", point.id()));
            assertThat(without).isEqualTo(told("care.people-turned-away", point.id()));
            for (Recipe recipe : point.recipes()) {
                long taken = given.getOrDefault(recipe.service().name(), 0L) * recipe.eachPerson();
                stock(point.id(), recipe.item(), taken);
            }
        }
    }

    private void stock(PointId point, ItemCode item, long taken) {
        StockCard card = node.stocks().card(CELL, node.journal().now(), point, item, 10_000);
        long received = entries.of("care.stock-moved")
                .filter(one -> one.word("/move/item").equals(item.toString())
                        && one.word("/move/point").equals(point.toString()))
                .mapToLong(one -> one.number("/move/quantity"))
                .sum();
        assertThat(card.onHand()).as(item.slug()).isEqualTo(received - taken);
        assertThat(card.beyond()).isZero();
        assertThat(card.batches().stream().mapToLong(StockCard.Batch::onHand).sum())
                .isEqualTo(card.onHand());
        assertThat(card.lines().stream().mapToLong(CardLine::change).sum()).isEqualTo(card.onHand());
    }

    private void board(long people) {
        Board board = node.boards().board(CELL, node.journal().now(), CORRIDOR, now);
        switch (board.used()) {
            case Used.Counted counted -> {
                assertThat(counted.inAll().people()).isEqualTo(people);
                assertThat(counted.inAll().households()).isEqualTo(households());
            }
            case Used.NotCounted none -> assertThat(hours()).isEmpty();
        }
        assertThat(board.gate())
                .isEqualTo(node.gates().state(CELL, node.journal().now(), CORRIDOR));
        for (GateFlow flow : board.flow()) {
            assertThat(flow.thisHour()).isEqualTo(out(flow.slot()));
            assertThat(flow.lastHour())
                    .isEqualTo(out(new HourSlot(flow.slot().begins().minusSeconds(1), node.zone())));
        }
        for (PointNow point : board.points()) {
            PointId id = point.point().id();
            var slot = new HourSlot(now, node.zone());
            assertThat(point.hour())
                    .isEqualTo(node.servicePoints().hours(CELL, node.journal().now(), id, slot.period()));
            assertThat(point.scarce())
                    .isEqualTo(node.stocks().levels(CELL, node.journal().now(), id, now, node.zone()).stream()
                            .filter(StockLevel::isShort)
                            .toList());
        }
    }

    private Optional<Long> out(HourSlot slot) {
        return hours().stream()
                .filter(hour -> hour.slot().equals(slot))
                .map(hour -> hour.figures().persons())
                .findFirst();
    }

    /// The shift that closed the day, which says the same as the desk's own sheet, and still does.
    Shift shift() {
        Shift shift = node.shifts().closed(CELL, node.journal().now(), GATE, 1).getFirst();
        assertThat(shift.signedBy()).isPresent().isNotEqualTo(Optional.of(shift.closedBy()));
        assertThat(shift.changedSince()).isFalse();
        assertThat(shift.closed().paper()).contains(shift.closed().people());
        assertThat(shift.closed().households()).isEqualTo(households());
        return shift;
    }

    private ShiftFigures figures() {
        return node.shifts().figures(CELL, node.journal().now(), GATE, wholeDay(), Optional.empty());
    }

    long households() {
        return hours().stream().mapToLong(hour -> hour.figures().households()).sum();
    }

    long handedOver() {
        return hours().stream().mapToLong(hour -> hour.figures().handedOver()).sum();
    }

    long given(Service service) {
        return node.servicePoints().points(CELL, node.journal().now(), CORRIDOR).stream()
                .flatMap(point ->
                        node.servicePoints().hours(CELL, node.journal().now(), point.id(), wholeDay()).stream())
                .filter(hour -> hour.service() == service)
                .mapToLong(ServiceHour::people)
                .sum();
    }

    List<HourFigures> hours() {
        return node.gates().hours(CELL, node.journal().now(), CORRIDOR, wholeDay());
    }

    private Period wholeDay() {
        Instant midnight =
                now.atZone(node.zone()).toLocalDate().atStartOfDay(node.zone()).toInstant();
        return new Period(midnight, midnight.plusSeconds(86_400), node.zone());
    }

    long entries(String type) {
        return entries.of(type).count();
    }

    private Map<String, Long> told(String type, PointId point) {
        return entries.of(type)
                .filter(one -> one.word("/point").equals(point.slug()))
                .collect(Collectors.groupingBy(
                        one -> one.word("/service"),
                        TreeMap::new,
                        Collectors.summingLong(one -> one.number("/people"))));
    }

    long number(String query) {
        return rows().sql(query).query(Long.class).single();
    }

    private JdbcClient rows() {
        return node.journal().now().rows();
    }
}
