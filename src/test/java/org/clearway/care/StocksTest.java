// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.clearway.care.Kitchen.COOK;
import static org.clearway.care.Kitchen.FIRST;
import static org.clearway.care.Kitchen.GATE;
import static org.clearway.care.Kitchen.KITCHEN;
import static org.clearway.care.Kitchen.MEAL;
import static org.clearway.care.Kitchen.SECOND;
import static org.clearway.care.Kitchen.STORE;
import static org.clearway.language.Refusal.refused;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.clearway.access.NotPermitted;
import org.clearway.care.StockCount.CountedBatch;
import org.clearway.corridor.Sayings;
import org.clearway.corridor.Service;
import org.clearway.gate.HourSlot;
import org.clearway.journal.ActId;
import org.clearway.journal.Progress;
import org.clearway.language.Language;
import org.clearway.language.Names;
import org.clearway.time.Occurred;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StocksTest {
    @TempDir
    Path folder;

    private Kitchen kitchen;
    private Stocks stocks;

    @BeforeEach
    void open() {
        kitchen = new Kitchen(folder.resolve("node"));
        stocks = kitchen.stocks;
    }

    @AfterEach
    void close() {
        kitchen.close();
    }

    @Test
    void whatExpiresFirstIsGivenFirstAndWhatHasExpiredIsNotGiven() {
        kitchen.receive(KITCHEN, MEAL, 10, new BatchId("old"), "2019-09-13");
        kitchen.receive(KITCHEN, MEAL, 10, SECOND, "2019-09-20");
        kitchen.receive(KITCHEN, MEAL, 10, FIRST, "2019-09-14");
        kitchen.receive(KITCHEN, MEAL, 10, new BatchId("tins"), "");
        kitchen.give(Service.HOT_MEAL, 15);
        assertThat(onHand(KITCHEN)).containsExactly("old 10", "second 5", "tins 10");
        kitchen.give(Service.HOT_MEAL, 20);
        assertThat(onHand(KITCHEN)).containsExactly("old 10");
        StockCard card = kitchen.card(KITCHEN, MEAL);
        assertThat(card.onHand()).isEqualTo(10);
        assertThat(card.beyond()).as("what has expired is not what was given").isEqualTo(5);
        assertThat(kitchen.level(KITCHEN, MEAL).usable()).isZero();
        assertThat(kitchen.level(KITCHEN, MEAL).supply()).isEqualTo(new Supply.Out());
    }

    @Test
    void anIssueTakesTheBatchThatItIsTold() {
        kitchen.receive(STORE, MEAL, 10, FIRST, "2019-09-20");
        kitchen.receive(STORE, MEAL, 10, SECOND, "2019-09-30");
        move(new StockMove(STORE, MEAL, MoveKind.ISSUE, 4, Optional.of(SECOND), Optional.empty(), Optional.empty()));
        assertThat(onHand(STORE)).containsExactly("first 10", "second 6");
    }

    @Test
    void aShelfIsNeverBelowZeroAndWhatWasGivenBeyondTheCardStandsUntilSomebodyCounts() {
        kitchen.receive(KITCHEN, MEAL, 10, FIRST, "");
        kitchen.give(Service.HOT_MEAL, 16);
        assertThat(kitchen.card(KITCHEN, MEAL).onHand()).isZero();
        assertThat(kitchen.card(KITCHEN, MEAL).beyond()).isEqualTo(6);
        kitchen.receive(KITCHEN, MEAL, 50, SECOND, "");
        assertThat(kitchen.card(KITCHEN, MEAL).beyond())
                .as("nobody knows whether these were they")
                .isEqualTo(6);

        refused("care.count-differs", () -> count(44, Optional.empty()));
        count(44, Optional.of(StockReason.NOT_RECORDED));
        StockCard card = kitchen.card(KITCHEN, MEAL);
        assertThat(card.onHand()).isEqualTo(44);
        assertThat(card.beyond()).isZero();
        assertThat(card.lines().getFirst()).satisfies(line -> {
            assertThat(line.kind()).isEqualTo(CardKind.COUNTED);
            assertThat(line.quantity()).isEqualTo(44);
            assertThat(line.change()).isEqualTo(-6);
            assertThat(line.because()).contains(StockReason.NOT_RECORDED);
        });
    }

    @Test
    void aCountThatAgreesNeedsNoReason() {
        kitchen.receive(KITCHEN, MEAL, 10, FIRST, "2019-09-20");
        stocks.count(
                COOK,
                kitchen.node.act(),
                new StockCount(KITCHEN, MEAL, List.of(new CountedBatch(FIRST, Optional.empty(), 10)), Optional.empty()),
                Sayings.ZONE);
        assertThat(kitchen.card(KITCHEN, MEAL).batches())
                .containsExactly(new StockCard.Batch(FIRST, Optional.of(LocalDate.parse("2019-09-20")), 10));
    }

    @Test
    void whatHappenedBeforeACountAndIsRecordedAfterItIsInTheCountAlready() {
        kitchen.receive(KITCHEN, MEAL, 100, FIRST, "");
        HourSlot morning = new HourSlot(kitchen.time().minus(Duration.ofHours(3)), Sayings.ZONE);
        count(70, Optional.of(StockReason.NOT_RECORDED));
        kitchen.later(Duration.ofMinutes(10));
        TouchId paper = TouchId.of(kitchen.points
                .give(
                        COOK,
                        kitchen.node.act(),
                        new Touch.Given(KITCHEN, Service.HOT_MEAL, 30, morning, HowRecorded.FROM_PAPER))
                .act());
        assertThat(kitchen.card(KITCHEN, MEAL).onHand()).isEqualTo(70);
        kitchen.points.undo(COOK, kitchen.node.act(), paper);
        assertThat(kitchen.card(KITCHEN, MEAL).onHand()).isEqualTo(70);
    }

    @Test
    void aTouchTakenBackAfterACountPutsNothingOnTheShelf() {
        kitchen.receive(KITCHEN, MEAL, 100, FIRST, "");
        TouchId slip = kitchen.give(Service.HOT_MEAL, 30);
        count(100, Optional.of(StockReason.RECORDED_WRONGLY));
        kitchen.points.undo(COOK, kitchen.node.act(), slip);
        assertThat(kitchen.card(KITCHEN, MEAL).onHand()).isEqualTo(100);
        assertThat(kitchen.hours()).isEmpty();
    }

    @Test
    void moreIsNeitherLostNorWrittenOffThanThereIs() {
        kitchen.receive(STORE, MEAL, 10, FIRST, "");
        refused("care.stock-short", () -> move(StockMove.loss(STORE, MEAL, 11, FIRST, StockReason.SPOILED)));
        refused("care.stock-short", () -> move(StockMove.loss(STORE, MEAL, 1, SECOND, StockReason.SPOILED)));
        move(StockMove.loss(STORE, MEAL, 4, FIRST, StockReason.SPOILED));
        move(StockMove.adjustment(STORE, MEAL, 3, FIRST, StockReason.RETURNED));
        move(StockMove.adjustment(STORE, MEAL, -2, FIRST, StockReason.RECORDED_WRONGLY));
        assertThat(kitchen.card(STORE, MEAL).onHand()).isEqualTo(7);
        refused(
                "care.reason-missing",
                () -> new StockMove(
                        STORE, MEAL, MoveKind.LOSS, 1, Optional.of(FIRST), Optional.empty(), Optional.empty()));
        refused("care.quantity", () -> StockMove.issue(STORE, MEAL, 0));
    }

    @Test
    void aBatchExpiresOnOneDay() {
        kitchen.receive(STORE, MEAL, 10, FIRST, "2019-09-20");
        refused("care.batch-expires", () -> kitchen.receive(STORE, MEAL, 10, FIRST, "2019-09-21"));
        kitchen.receive(STORE, MEAL, 10, FIRST, "2019-09-20");
        assertThat(onHand(STORE)).containsExactly("first 20");
    }

    @Test
    void aPointAnItemAndATimeThatNobodyKnowsAreRefused() {
        refused("care.point-unknown", () -> move(StockMove.issue(new PointId("elsewhere"), MEAL, 1)));
        refused("care.item-unknown", () -> move(StockMove.issue(STORE, new ItemCode("nectar"), 1)));
        refused(
                "care.moved-in-the-future",
                () -> stocks.move(
                        COOK,
                        kitchen.node.act(),
                        StockMove.issue(STORE, MEAL, 1),
                        Occurred.at(kitchen.time().plusSeconds(60), Sayings.ZONE)));
    }

    @Test
    void itLastsAsLongAsTheFlowOfTheLastHoursSays() {
        kitchen.receive(KITCHEN, MEAL, 1_000, FIRST, "");
        assertThat(kitchen.level(KITCHEN, MEAL).supply()).isEqualTo(new Supply.NobodyTakesIt());
        kitchen.give(Service.HOT_MEAL, 5);
        assertThat(kitchen.level(KITCHEN, MEAL).supply())
                .as("a first family is no run on the store")
                .isEqualTo(new Supply.Lasts(Duration.ofHours(199)));
        kitchen.give(Service.HOT_MEAL, 195);
        kitchen.later(Duration.ofHours(1));
        kitchen.give(Service.HOT_MEAL, 200);
        kitchen.later(Duration.ofHours(1));
        assertThat(kitchen.level(KITCHEN, MEAL).supply()).isEqualTo(new Supply.Lasts(Duration.ofHours(3)));
        kitchen.later(Duration.ofHours(4));
        assertThat(kitchen.level(KITCHEN, MEAL).supply()).isEqualTo(new Supply.NobodyTakesIt());
        kitchen.give(Service.HOT_MEAL, 600);
        assertThat(kitchen.level(KITCHEN, MEAL).supply()).isEqualTo(new Supply.Out());
    }

    /// `AMC = Σ/3`, `MOS = SOH/AMC`, `max = max MOS × AMC`, order = max − SOH − on order (practice §4.1).
    @Test
    void whatToOrderFollowsFromConsumptionLevelsAndWhatIsOnTheWay() {
        var levels = new OrderLevels(KITCHEN, MEAL, 30, 1, 3, 10);
        Ordering ordering = Ordering.of(levels, 200, 50, 900, 3);
        assertThat(ordering.supplyTenths()).contains(6L);
        assertThat(ordering.least()).isEqualTo(300);
        assertThat(ordering.most()).isEqualTo(900);
        assertThat(ordering.emergency()).as("ten days at 300 a month").isEqualTo(100);
        assertThat(ordering.order()).isEqualTo(650);
        assertThat(ordering.urgency()).isEqualTo(Ordering.Urgency.ORDER);
        assertThat(Ordering.of(levels, 100, 0, 900, 3).urgency()).isEqualTo(Ordering.Urgency.EMERGENCY);
        assertThat(Ordering.of(levels, 100, 201, 900, 3).urgency()).isEqualTo(Ordering.Urgency.ENOUGH);
        assertThat(Ordering.of(levels, 1_000, 0, 900, 3).order()).isZero();
        assertThat(Ordering.of(levels, 0, 0, 0, 1).urgency())
                .as("nobody uses it")
                .isEqualTo(Ordering.Urgency.ENOUGH);
    }

    @Test
    void theListOfAPointsStockTellsWhatToOrder() {
        stocks.set(COOK, kitchen.node.act(), new OrderLevels(KITCHEN, MEAL, 1, 1, 2, 1));
        kitchen.receive(KITCHEN, MEAL, 400, FIRST, "");
        kitchen.give(Service.HOT_MEAL, 300);
        kitchen.later(Duration.ofHours(1));
        Ordering ordering = kitchen.level(KITCHEN, MEAL).ordering().orElseThrow();
        assertThat(ordering.consumption()).isEqualTo(300);
        assertThat(ordering.order()).isEqualTo(500);
        assertThat(ordering.urgency()).isEqualTo(Ordering.Urgency.EMERGENCY);
        refused("care.order-levels", () -> new OrderLevels(KITCHEN, MEAL, 30, 3, 2, 1));
    }

    @Test
    void goodsOnTheWayBelongToNeitherPointUntilTheReceiverSaysWhatCame() {
        kitchen.receive(STORE, MEAL, 30, FIRST, "2019-09-20");
        kitchen.receive(STORE, MEAL, 30, SECOND, "2019-09-30");
        DispatchId sent = send(40);
        assertThat(kitchen.card(STORE, MEAL).onHand()).isEqualTo(20);
        assertThat(kitchen.card(KITCHEN, MEAL).onHand()).isZero();
        DispatchNote note = stocks.dispatch(COOK, kitchen.now(), sent).orElseThrow();
        assertThat(note.confirmed()).isEmpty();
        assertThat(note.lines())
                .extracting(line -> line.batch() + " " + line.sent())
                .containsExactly("first 30", "second 10");

        var whole = new Confirmation.Arrived(MEAL, FIRST, 30, 0, Optional.empty());
        var some = new Confirmation.Arrived(MEAL, SECOND, 5, 3, Optional.of(StockReason.DAMAGED));
        refused("care.confirmation-lines", () -> confirm(sent, whole));
        refused(
                "care.confirmation-lines",
                () -> confirm(sent, whole, new Confirmation.Arrived(MEAL, SECOND, 11, 0, Optional.empty())));
        refused(
                "care.reason-missing",
                () -> confirm(sent, whole, new Confirmation.Arrived(MEAL, SECOND, 5, 3, Optional.empty())));
        confirm(sent, whole, some);
        refused("care.confirmed-before", () -> confirm(sent, whole, some));

        assertThat(onHand(KITCHEN)).containsExactly("first 30", "second 5");
        assertThat(stocks.dispatches(COOK, kitchen.now(), KITCHEN, 5).getFirst().lines())
                .extracting(DispatchNote.Line::accepted, DispatchNote.Line::refused, DispatchNote.Line::missing)
                .containsExactly(tuple(30L, 0L, 0L), tuple(5L, 3L, 2L));
    }

    @Test
    void whatIsOnTheWayIsToldBesideWhatIsThere() {
        kitchen.receive(STORE, MEAL, 30, FIRST, "2019-09-20");
        kitchen.receive(KITCHEN, MEAL, 1, FIRST, "2019-09-20");
        send(30);
        assertThat(kitchen.level(KITCHEN, MEAL).onTheWay()).isEqualTo(30);
        refused("care.stock-short", () -> send(1));
        refused("care.dispatch-to-itself", () -> new Dispatch(STORE, STORE, List.of()));
        refused("care.dispatch-empty", () -> new Dispatch(STORE, KITCHEN, List.of()));
        refused("care.dispatch-unknown", () -> confirm(DispatchId.of(kitchen.node.act())));
    }

    @Test
    void theCatalogueSaysWhereEachWeightAndVolumeComesFrom() {
        assertThat(Catalogue.SHIPPED.items()).hasSizeGreaterThan(15);
        Catalogue.SHIPPED.items().values().forEach(item -> {
            if (item.grams().isPresent() || item.cubicCentimetres().isPresent()) {
                assertThat(Stocks.source(item)).as(item.code().slug()).isPresent();
            }
        });
        assertThat(Catalogue.SHIPPED.items().values())
                .filteredOn(item -> item.code().equals(new ItemCode("fresh-food-set")))
                .extracting(Item::grams)
                .containsExactly(Optional.of(4_300L));
    }

    @Test
    void aNodeNamesItsOwnItemsBesideThoseThatAreShipped() {
        var tea = new Item(
                new ItemCode("tea-glass"),
                Names.of(Language.EN, "glass of tea"),
                StockUnit.PORTION,
                Optional.of(200L),
                Optional.empty());
        stocks.name(COOK, kitchen.node.act(), tea);
        assertThat(stocks.items(COOK, kitchen.now()))
                .contains(tea)
                .hasSize(Catalogue.SHIPPED.items().size() + 1);
        kitchen.receive(STORE, tea.code(), 5, FIRST, "");
        assertThat(kitchen.card(STORE, tea.code()).item()).isEqualTo(tea);
    }

    @Test
    void anItemKeepsTheUnitThatItsCardsAreCountedIn() {
        var tablets =
                new Item(MEAL, Names.of(Language.EN, "hot meal"), StockUnit.TABLET, Optional.empty(), Optional.empty());
        kitchen.receive(STORE, MEAL, 5, FIRST, "");
        assertThatThrownBy(() -> stocks.name(COOK, kitchen.node.act(), tablets))
                .hasMessageContaining("counted in portions already");
        var weighed = new Item(MEAL, tablets.names(), StockUnit.PORTION, Optional.of(550L), Optional.empty());
        stocks.name(COOK, kitchen.node.act(), weighed);
        assertThat(kitchen.card(STORE, MEAL).item()).isEqualTo(weighed);
        assertThat(Stocks.source(weighed)).isEmpty();
    }

    @Test
    void anHourOfServiceIsOneLineOfTheCardUntilSomethingElseComesBetween() {
        kitchen.receive(KITCHEN, MEAL, 100, FIRST, "");
        for (int i = 0; i < 10; i++) kitchen.give(Service.HOT_MEAL, 3);
        kitchen.receive(KITCHEN, MEAL, 20, SECOND, "");
        for (int i = 0; i < 5; i++) kitchen.give(Service.HOT_MEAL, 2);
        assertThat(kitchen.card(KITCHEN, MEAL).lines())
                .extracting(line -> line.kind() + " " + line.change() + " " + line.balance())
                .containsExactly("GIVEN -10 80", "RECEIVED 20 90", "GIVEN -30 70", "RECEIVED 100 100");
    }

    @Test
    void whoMayDoWhat() {
        assertThatThrownBy(
                        () -> stocks.move(GATE, kitchen.node.act(), StockMove.issue(STORE, MEAL, 1), kitchen.moment()))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> stocks.items(Kitchen.PRESS, kitchen.now())).isInstanceOf(NotPermitted.class);
    }

    @Test
    void theViewsComeOutTheSameFromTheJournal() {
        kitchen.receive(STORE, MEAL, 30, FIRST, "2019-09-20");
        confirm(send(20), new Confirmation.Arrived(MEAL, FIRST, 19, 0, Optional.of(StockReason.MISSING)));
        kitchen.give(Service.HOT_MEAL, 25);
        count(3, Optional.of(StockReason.UNEXPLAINED));
        assertThat(kitchen.node.journal().rebuild(Progress.SILENT).different()).isEmpty();
    }

    private List<String> onHand(PointId point) {
        return kitchen.card(point, MEAL).batches().stream()
                .map(batch -> batch.batch() + " " + batch.onHand())
                .toList();
    }

    private void move(StockMove move) {
        stocks.move(COOK, kitchen.node.act(), move, kitchen.moment());
    }

    private void count(long counted, Optional<StockReason> because) {
        var batches = List.of(new CountedBatch(new BatchId("on-the-shelf"), Optional.empty(), counted));
        stocks.count(COOK, kitchen.node.act(), new StockCount(KITCHEN, MEAL, batches, because), Sayings.ZONE);
    }

    private DispatchId send(long quantity) {
        ActId act = kitchen.node.act();
        var lines = List.of(new Dispatch.Line(MEAL, Optional.empty(), quantity));
        stocks.dispatch(COOK, act, new Dispatch(STORE, KITCHEN, lines), Sayings.ZONE);
        return DispatchId.of(act);
    }

    private void confirm(DispatchId dispatch, Confirmation.Arrived... lines) {
        stocks.confirm(COOK, kitchen.node.act(), new Confirmation(dispatch, List.of(lines)), Sayings.ZONE);
    }
}
