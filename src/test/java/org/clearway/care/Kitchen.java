// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.Role;
import org.clearway.agreement.Agreements;
import org.clearway.corridor.Around;
import org.clearway.corridor.Corridors;
import org.clearway.corridor.CrossingId;
import org.clearway.corridor.Sayings;
import org.clearway.corridor.Service;
import org.clearway.gate.CardNumber;
import org.clearway.gate.Gates;
import org.clearway.gate.HourSlot;
import org.clearway.journal.Reading;
import org.clearway.journal.TestNode;
import org.clearway.language.Language;
import org.clearway.language.Names;
import org.clearway.language.Problem;
import org.clearway.places.Places;
import org.clearway.time.Occurred;
import org.clearway.time.Period;

/// A node with a corridor, a kitchen at its crossing and a store behind it, at noon UTC of 14 September 2019.
final class Kitchen implements AutoCloseable {
    static final Actor COORDINATION = new Actor(new AccountId("coordination-1"), Set.of(Role.COORDINATION));
    static final Actor COOK = new Actor(new AccountId("cook-1"), Set.of(Role.SERVICE_POINT));
    static final Actor GATE = new Actor(new AccountId("gate-1"), Set.of(Role.GATE));
    static final Actor PROTECTION = new Actor(new AccountId("protection-1"), Set.of(Role.PROTECTION));
    static final Actor PRESS = new Actor(new AccountId("press-1"), Set.of(Role.PRESS));
    static final PointId KITCHEN = new PointId("south-kitchen");
    static final PointId STORE = new PointId("south-store");
    static final ItemCode MEAL = new ItemCode("hot-meal");
    static final ItemCode LITRE = new ItemCode("water-litre");
    static final BatchId FIRST = new BatchId("first");
    static final BatchId SECOND = new BatchId("second");
    static final Instant NOON = Instant.parse("2019-09-14T12:00:00Z");

    private static final String CHECKS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    final TestNode node;
    final ServicePoints points;
    final Stocks stocks;
    final Complaints complaints;

    Kitchen(Path folder) {
        node = TestNode.in(
                folder,
                Places.chapter(),
                Agreements.chapter(),
                Corridors.chapter(),
                Gates.chapter(),
                ServicePoints.chapter());
        Around.people(node);
        new Corridors(node.journal()).plan(COORDINATION, node.act(), Sayings.corridor());
        points = new ServicePoints(node.journal());
        stocks = new Stocks(node.journal());
        complaints = new Complaints(node.journal());
        points.set(COORDINATION, node.act(), kitchen());
        points.set(COORDINATION, node.act(), store());
    }

    static ServicePoint kitchen() {
        return new ServicePoint(
                KITCHEN,
                Sayings.CORRIDOR,
                Optional.of(new CrossingId("south-crossing")),
                new Names(Map.of(Language.EN, "South kitchen", Language.AR, "مطبخ الجنوب")),
                Set.of(Service.HOT_MEAL, Service.WATER, Service.EMERGENCY_CARE),
                new EnumMap<>(Map.of(Equipment.TAPS, 4L, Equipment.CLINICIANS, 2L)),
                List.of(new Recipe(Service.HOT_MEAL, MEAL, 1), new Recipe(Service.WATER, LITRE, 3)));
    }

    static ServicePoint store() {
        return new ServicePoint(
                STORE,
                Sayings.CORRIDOR,
                Optional.empty(),
                Names.of(Language.EN, "South store"),
                Set.of(),
                Map.of(),
                List.of());
    }

    Instant time() {
        return node.clock().instant();
    }

    HourSlot hour() {
        return new HourSlot(time(), Sayings.ZONE);
    }

    Occurred moment() {
        return Occurred.at(time(), Sayings.ZONE);
    }

    Reading now() {
        return node.journal().now();
    }

    void later(java.time.Duration by) {
        node.clock().set(time().plus(by));
    }

    Touch.Given given(Service service, int people) {
        return new Touch.Given(KITCHEN, service, people, hour(), HowRecorded.AT_ONCE);
    }

    TouchId give(Service service, int people) {
        return TouchId.of(points.give(COOK, node.act(), given(service, people)).act());
    }

    /// A card that some other node may have issued, one for each number.
    static CardNumber card(int number) {
        String drawn = String.format(Locale.ROOT, "%010d", number);
        for (char one : CHECKS.toCharArray()) {
            for (char other : CHECKS.toCharArray()) {
                try {
                    return CardNumber.parse(drawn + one + other);
                } catch (Problem doesNotCheck) {
                    // the next two may
                }
            }
        }
        throw new AssertionError("No number begins with " + drawn + ".");
    }

    void receive(PointId point, ItemCode item, long quantity, BatchId batch, String expires) {
        Optional<LocalDate> day =
                Optional.of(expires).filter(text -> !text.isEmpty()).map(LocalDate::parse);
        stocks.move(COOK, node.act(), StockMove.receipt(point, item, quantity, batch, day), moment());
    }

    StockCard card(PointId point, ItemCode item) {
        return stocks.card(COOK, now(), point, item, 1_000);
    }

    StockLevel level(PointId point, ItemCode item) {
        return stocks.levels(COOK, now(), point, time(), Sayings.ZONE).stream()
                .filter(level -> level.item().code().equals(item))
                .findFirst()
                .orElseThrow();
    }

    List<ServiceHour> hours() {
        return points.hours(COOK, now(), KITCHEN, everything());
    }

    static Period everything() {
        return new Period(NOON.minusSeconds(86_400L * 30), NOON.plusSeconds(86_400L * 30), Sayings.ZONE);
    }

    @Override
    public void close() {
        node.close();
    }
}
