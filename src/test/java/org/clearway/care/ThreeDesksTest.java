// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearway.care.Kitchen.COOK;
import static org.clearway.care.Kitchen.FIRST;
import static org.clearway.care.Kitchen.KITCHEN;
import static org.clearway.care.Kitchen.LITRE;
import static org.clearway.care.Kitchen.MEAL;
import static org.clearway.care.Kitchen.SECOND;
import static org.clearway.care.Kitchen.STORE;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.Role;
import org.clearway.care.StockCount.CountedBatch;
import org.clearway.corridor.Sayings;
import org.clearway.corridor.Service;
import org.clearway.gate.CardNumber;
import org.clearway.gate.HourSlot;
import org.clearway.journal.ActId;
import org.clearway.journal.Progress;
import org.clearway.language.Problem;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever three desks do, in whatever order, and however often each request is sent again: the ledger is the sum of
/// the touches that stand, the cards are the sum of their lines and of what is on the shelves, and no shelf is below
/// zero.
class ThreeDesksTest {
    private static final List<Actor> DESKS = Stream.of("cook-1", "medic-1", "store-1")
            .map(name -> new Actor(new AccountId(name), Set.of(Role.SERVICE_POINT)))
            .toList();
    private static final List<Service> SERVICES = List.of(Service.WATER, Service.HOT_MEAL, Service.EMERGENCY_CARE);

    @TempDir
    Path folder;

    /// The repetition is the seed, so a failure names the case that replays it.
    @RepeatedTest(12)
    void ledgerCardsAndShelvesAgree(RepetitionInfo run) {
        var random = new SplittableRandom(run.getCurrentRepetition());
        try (var kitchen = new Kitchen(folder.resolve("node"))) {
            var model = new Model();
            for (int i = 0; i < 150; i++) {
                if (random.nextInt(10) == 0) kitchen.later(Duration.ofMinutes(random.nextInt(90)));
                model.act(kitchen, random);
            }
            assertAgree(kitchen, model.given, model.turnedAway);
            assertThat(kitchen.node.journal().rebuild(Progress.SILENT).different())
                    .isEmpty();
        }
    }

    @Test
    void threeDesksAtOnceThatSendEverythingTwiceAreCountedOnce() throws InterruptedException, ExecutionException {
        try (var kitchen = new Kitchen(folder.resolve("node"));
                var threads = Executors.newFixedThreadPool(3)) {
            kitchen.receive(KITCHEN, MEAL, 250, FIRST, "2019-09-20");
            var work = new ArrayList<Callable<Integer>>();
            for (Actor desk : DESKS) work.add(() -> giveAHundredTwice(kitchen, desk));
            for (Future<Integer> done : threads.invokeAll(work))
                assertThat(done.get()).isEqualTo(100);
            assertAgree(kitchen, Map.of(Service.HOT_MEAL, 300L), Map.of());
            assertThat(kitchen.card(KITCHEN, MEAL).onHand()).isZero();
            assertThat(kitchen.card(KITCHEN, MEAL).beyond()).isEqualTo(50);
        }
    }

    private static int giveAHundredTwice(Kitchen kitchen, Actor desk) {
        int recorded = 0;
        for (int i = 0; i < 100; i++) {
            ActId act = kitchen.node.act();
            Touch.Given meal = kitchen.given(Service.HOT_MEAL, 1);
            if (!kitchen.points.give(desk, act, meal).repeated()) recorded++;
            if (!kitchen.points.give(desk, act, meal).repeated()) recorded++;
        }
        return recorded;
    }

    private static void assertAgree(Kitchen kitchen, Map<Service, Long> given, Map<Service, Long> turnedAway) {
        var told = new EnumMap<Service, Long>(Service.class);
        var without = new EnumMap<Service, Long>(Service.class);
        for (ServiceHour hour : kitchen.hours()) {
            if (hour.people() > 0) told.merge(hour.service(), hour.people(), Long::sum);
            if (hour.turnedAwayInAll() > 0) without.merge(hour.service(), hour.turnedAwayInAll(), Long::sum);
        }
        assertThat(told).as("the ledger is the sum of the touches that stand").isEqualTo(given);
        assertThat(without).isEqualTo(turnedAway);
        for (PointId point : List.of(KITCHEN, STORE)) {
            for (ItemCode item : List.of(MEAL, LITRE)) {
                StockCard card = kitchen.card(point, item);
                String where = item + " at " + point;
                assertThat(card.onHand()).as(where).isNotNegative();
                assertThat(card.beyond()).as(where).isNotNegative();
                assertThat(card.batches()).as(where).allMatch(batch -> batch.onHand() > 0);
                assertThat(card.batches().stream()
                                .mapToLong(StockCard.Batch::onHand)
                                .sum())
                        .as("batches of " + where)
                        .isEqualTo(card.onHand());
                assertThat(card.lines().stream().mapToLong(CardLine::change).sum())
                        .as("lines of " + where)
                        .isEqualTo(card.onHand());
                long balance = 0;
                for (CardLine line : card.lines().reversed()) {
                    balance += line.change();
                    assertThat(line.balance()).as("each balance of " + where).isEqualTo(balance);
                }
            }
        }
    }

    /// What the desks did, kept beside the node.
    private static final class Model {
        private final Map<Service, Long> given = new EnumMap<>(Service.class);
        private final Map<Service, Long> turnedAway = new EnumMap<>(Service.class);
        private final Map<Actor, Map<TouchId, Touch.Given>> standing = new HashMap<>();
        private final List<DispatchId> onTheWay = new ArrayList<>();

        void act(Kitchen kitchen, SplittableRandom random) {
            Actor desk = DESKS.get(random.nextInt(DESKS.size()));
            ActId act = kitchen.node.act();
            Runnable request = switch (random.nextInt(9)) {
                case 0, 1, 2 -> give(kitchen, desk, act, random);
                case 3 -> turnAway(kitchen, desk, act, random);
                case 4 -> undo(kitchen, desk, act, random);
                case 5 -> receive(kitchen, desk, act, random);
                case 6 -> count(kitchen, desk, act, random);
                case 7 -> send(kitchen, desk, act, random);
                default -> confirm(kitchen, desk, act, random);
            };
            request.run();
            if (random.nextBoolean()) request.run();
        }

        private Runnable give(Kitchen kitchen, Actor desk, ActId act, SplittableRandom random) {
            int back = random.nextInt(8) == 0 ? random.nextInt(6) : 0;
            var hour = new HourSlot(kitchen.time().minus(Duration.ofHours(back)), Sayings.ZONE);
            Service service = SERVICES.get(random.nextInt(SERVICES.size()));
            var touch = new Touch.Given(
                    KITCHEN,
                    service,
                    1 + random.nextInt(9),
                    hour,
                    back == 0 ? HowRecorded.AT_ONCE : HowRecorded.FROM_PAPER);
            given.merge(service, (long) touch.people(), Long::sum);
            standing.computeIfAbsent(desk, who -> new HashMap<>()).put(TouchId.of(act), touch);
            if (random.nextBoolean()) return () -> kitchen.points.give(desk, act, touch);
            CardNumber card = Kitchen.card(random.nextInt(5));
            return () -> kitchen.points.give(desk, act, touch, card);
        }

        private Runnable turnAway(Kitchen kitchen, Actor desk, ActId act, SplittableRandom random) {
            int people = 1 + random.nextInt(4);
            turnedAway.merge(Service.WATER, (long) people, Long::sum);
            var touch = new Touch.TurnedAway(
                    KITCHEN, Service.WATER, WhyTurnedAway.NO_STOCK, people, kitchen.hour(), HowRecorded.AT_ONCE);
            return () -> kitchen.points.turnAway(desk, act, touch);
        }

        private Runnable undo(Kitchen kitchen, Actor desk, ActId act, SplittableRandom random) {
            List<LastTouch> last = kitchen.points.latest(desk, kitchen.now(), KITCHEN, 5).stream()
                    .filter(touch -> touch.touch() instanceof Touch.Given)
                    .toList();
            if (last.isEmpty()) return () -> {};
            TouchId touch = last.get(random.nextInt(last.size())).id();
            Touch.Given told =
                    Objects.requireNonNull(standing.getOrDefault(desk, Map.of()).get(touch));
            given.merge(told.service(), (long) -told.people(), Long::sum);
            given.values().removeIf(sum -> sum == 0);
            return () -> kitchen.points.undo(desk, act, touch);
        }

        private Runnable receive(Kitchen kitchen, Actor desk, ActId act, SplittableRandom random) {
            BatchId batch = random.nextBoolean() ? FIRST : SECOND;
            PointId point = random.nextBoolean() ? KITCHEN : STORE;
            ItemCode item = random.nextBoolean() ? MEAL : LITRE;
            var move = StockMove.receipt(point, item, 1 + random.nextInt(60), batch, Optional.empty());
            return () -> kitchen.stocks.move(desk, act, move, kitchen.moment());
        }

        private Runnable count(Kitchen kitchen, Actor desk, ActId act, SplittableRandom random) {
            ItemCode item = random.nextBoolean() ? MEAL : LITRE;
            long there = Math.max(0, kitchen.card(KITCHEN, item).onHand() + random.nextInt(11) - 5);
            var batch = new CountedBatch(random.nextBoolean() ? FIRST : SECOND, Optional.empty(), there);
            var count = new StockCount(KITCHEN, item, List.of(batch), Optional.of(StockReason.UNEXPLAINED));
            return () -> kitchen.stocks.count(desk, act, count, Sayings.ZONE);
        }

        private Runnable send(Kitchen kitchen, Actor desk, ActId act, SplittableRandom random) {
            ItemCode item = random.nextBoolean() ? MEAL : LITRE;
            long there = kitchen.card(STORE, item).onHand();
            if (there == 0) return () -> {};
            var line = new Dispatch.Line(item, Optional.empty(), 1 + random.nextLong(there));
            onTheWay.add(DispatchId.of(act));
            return () -> kitchen.stocks.dispatch(desk, act, new Dispatch(STORE, KITCHEN, List.of(line)), Sayings.ZONE);
        }

        private Runnable confirm(Kitchen kitchen, Actor desk, ActId act, SplittableRandom random) {
            if (onTheWay.isEmpty()) return () -> {};
            DispatchId id = onTheWay.removeFirst();
            List<Confirmation.Arrived> lines = kitchen
                    .stocks
                    .dispatch(COOK, kitchen.now(), id)
                    .orElseThrow(() -> Problem.of("care.dispatch-unknown", "dispatch", id))
                    .lines()
                    .stream()
                    .map(line -> new Confirmation.Arrived(
                            line.item(),
                            line.batch(),
                            random.nextLong(line.sent() + 1),
                            0,
                            Optional.of(StockReason.MISSING)))
                    .toList();
            return () -> kitchen.stocks.confirm(desk, act, new Confirmation(id, lines), Sayings.ZONE);
        }
    }
}
