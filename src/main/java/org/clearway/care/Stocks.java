// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearway.access.Actor;
import org.clearway.access.Deed;
import org.clearway.care.CareEntries.DispatchConfirmed;
import org.clearway.care.CareEntries.GoodsDispatched;
import org.clearway.care.CareEntries.ItemNamed;
import org.clearway.care.CareEntries.OrderLevelsSet;
import org.clearway.care.CareEntries.StockCounted;
import org.clearway.care.CareEntries.StockMoved;
import org.clearway.journal.ActId;
import org.clearway.journal.Draft;
import org.clearway.journal.Journal;
import org.clearway.journal.Reading;
import org.clearway.journal.Receipt;
import org.clearway.language.Problem;
import org.clearway.time.Occurred;

/// What is on the shelves of every point, and its cards. Safe for use by many threads.
public final class Stocks {
    private final Journal journal;
    private final InstantSource clock;

    public Stocks(Journal journal) {
        this.journal = journal;
        this.clock = journal.clock();
    }

    /// Puts an item in this node's catalogue, or restates it; an item that the program ships is then told as here.
    /// @throws Problem `care.item-counted-in` where cards are kept in another unit
    public Receipt name(Actor actor, ActId act, Item item) {
        actor.must(Deed.RECORD_STOCK);
        return journal.record(actor, act, Draft.of(new ItemNamed(item), ServicePoints.named(act)), views -> {
            StockRows rows = StockRows.of(views);
            rows.item(item.code())
                    .filter(before -> before.unit() != item.unit() && rows.isCarded(item.code()))
                    .ifPresent(before -> {
                        throw Problem.of("care.item-counted-in", "unit", before.unit());
                    });
        });
    }

    /// Records what came or went. An issue is recorded however little the card has; what it has not is told as given
    /// beyond it.
    /// @throws Problem `care.point-unknown`, `care.item-unknown`; `care.moved-in-the-future`;
    ///     `care.batch-expires` where it is said to expire on another day than before; `care.stock-short` where
    ///     more is lost or written off than the batch has
    public Receipt move(Actor actor, ActId act, StockMove move, Occurred when) {
        actor.must(Deed.RECORD_STOCK);
        return journal.record(actor, act, Draft.of(new StockMoved(move), when), views -> {
            ServicePoints.requireKnown(views, move.point());
            StockRows rows = StockRows.of(views);
            rows.requireItem(move.item());
            if (when.from().isAfter(clock.instant())) {
                throw Problem.of("care.moved-in-the-future", "when", when.localFrom());
            }
            move.batch().ifPresent(batch -> {
                if (move.kind() == MoveKind.RECEIPT) {
                    requireExpiry(rows, move.point(), move.item(), batch, move.expires());
                }
                if (move.needsStock()) requireThere(rows, move.point(), move.item(), batch, move.quantity());
            });
        });
    }

    /// Records that somebody counted all there is of an item at a point, now. Where it differs from the card, the card
    /// follows the count, and says why.
    /// @throws Problem `care.point-unknown`, `care.item-unknown`; `care.count-differs` where no reason is told
    public Receipt count(Actor actor, ActId act, StockCount count, ZoneId zone) {
        actor.must(Deed.RECORD_STOCK);
        var body = new StockCounted(count);
        return journal.record(actor, act, Draft.of(body, Occurred.at(clock.instant(), zone)), views -> {
            ServicePoints.requireKnown(views, count.point());
            StockRows rows = StockRows.of(views);
            rows.requireItem(count.item());
            long onCard = rows.shelf(count.point(), count.item()).standing().onHand();
            if (count.total() != onCard && count.because().isEmpty()) {
                throw new Problem(
                        "care.count-differs",
                        Map.of(
                                "item", count.item().slug(),
                                "counted", String.valueOf(count.total()),
                                "card", String.valueOf(onCard)));
            }
        });
    }

    /// Sends goods to another point. They are on the way until {@link #confirm}; the dispatch is then known as
    /// `DispatchId.of(act)`.
    /// @throws Problem `care.point-unknown`, `care.item-unknown`, `care.stock-short`
    public Receipt dispatch(Actor actor, ActId act, Dispatch dispatch, ZoneId zone) {
        actor.must(Deed.RECORD_STOCK);
        Instant now = clock.instant();
        return journal.record(actor, act, Draft.of(new GoodsDispatched(dispatch), Occurred.at(now, zone)), views -> {
            ServicePoints.requireKnown(views, dispatch.from());
            ServicePoints.requireKnown(views, dispatch.to());
            StockRows rows = StockRows.of(views);
            LocalDate day = now.atZone(zone).toLocalDate();
            for (Dispatch.Line line : dispatch.lines()) {
                rows.requireItem(line.item());
                long there = rows.batches(dispatch.from(), line.item()).stream()
                        .filter(batch -> line.batch().map(batch.batch()::equals).orElseGet(() -> !batch.expiredOn(day)))
                        .mapToLong(StockCard.Batch::onHand)
                        .sum();
                requireAtMost(line.item(), line.quantity(), there);
            }
        });
    }

    /// Records what the receiver of a dispatch says came.
    /// @throws Problem `care.dispatch-unknown`; `care.confirmed-before`; `care.confirmation-lines` where not
    ///     every batch that was sent is told of, and no other; `care.reason-missing` where not all was accepted and
    ///     nobody says why
    public Receipt confirm(Actor actor, ActId act, Confirmation confirmation, ZoneId zone) {
        actor.must(Deed.RECORD_STOCK);
        var draft = Draft.of(new DispatchConfirmed(confirmation), Occurred.at(clock.instant(), zone));
        return journal.record(actor, act, draft, views -> {
            DispatchNote note = StockRows.of(views)
                    .dispatch(confirmation.dispatch())
                    .orElseThrow(() -> Problem.of("care.dispatch-unknown", "dispatch", confirmation.dispatch()));
            if (note.confirmed().isPresent()) {
                throw Problem.of("care.confirmed-before", "dispatch", confirmation.dispatch());
            }
            requireWhole(note, confirmation);
        });
    }

    /// Sets between what levels the stock of an item at a point is kept.
    /// @throws Problem `care.point-unknown`, `care.item-unknown`
    public Receipt set(Actor actor, ActId act, OrderLevels levels) {
        actor.must(Deed.RECORD_STOCK);
        return journal.record(actor, act, Draft.of(new OrderLevelsSet(levels), ServicePoints.named(act)), views -> {
            ServicePoints.requireKnown(views, levels.point());
            StockRows.of(views).requireItem(levels.item());
        });
    }

    /// Every item that there is, by code. Those who set points up may know, too: their recipes name items.
    public List<Item> items(Actor actor, Reading at) {
        if (!actor.may(Deed.RECORD_SERVICE_POINT)) actor.must(Deed.READ_STOCK);
        return List.copyOf(StockRows.of(at).items().values());
    }

    /// Where the weight and volume of an item come from, as long as it is told as the program ships it.
    public static Optional<String> source(Item item) {
        return Catalogue.SHIPPED
                .source(item.code())
                .filter(cited -> Catalogue.SHIPPED.items().containsValue(item));
    }

    /// Whether the program ships an item as it is told here.
    public static boolean ships(Item item) {
        return Catalogue.SHIPPED.items().containsValue(item);
    }

    /// Every item that has a card at the point, by code: what is there, and how long it lasts at `now`.
    /// @param zone whose day it is, for what expires
    public List<StockLevel> levels(Actor actor, Reading at, PointId point, Instant now, ZoneId zone) {
        actor.must(Deed.READ_STOCK);
        StockRows rows = StockRows.of(at);
        LocalDate day = now.atZone(zone).toLocalDate();
        return rows.carded(point).stream()
                .map(code -> level(rows, point, code, now, day))
                .toList();
    }

    /// What is short at a point, by code: out, or lasting less than {@link StockLevel#SHORT}. Everybody who reads the
    /// board is shown that, and no other level.
    public List<StockLevel> scarce(Actor actor, Reading at, PointId point, Instant now, ZoneId zone) {
        actor.must(Deed.READ_BOARD);
        StockRows rows = StockRows.of(at);
        LocalDate day = now.atZone(zone).toLocalDate();
        return rows.carded(point).stream()
                .map(code -> level(rows, point, code, now, day))
                .filter(StockLevel::isShort)
                .toList();
    }

    private static StockLevel level(StockRows rows, PointId point, ItemCode code, Instant now, LocalDate day) {
        Shelf.Standing standing = rows.shelf(point, code).standing();
        long usable = rows.batches(point, code).stream()
                .filter(batch -> !batch.expiredOn(day))
                .mapToLong(StockCard.Batch::onHand)
                .sum();
        long onTheWay = rows.onTheWay(point, code);
        return new StockLevel(
                rows.requireItem(code),
                standing.onHand(),
                usable,
                standing.beyond(),
                onTheWay,
                rows.supply(point, code, usable, now),
                rows.ordering(point, code, usable, onTheWay, now));
    }

    /// The card of an item at a point, with its latest lines.
    /// @throws Problem `care.item-unknown`
    public StockCard card(Actor actor, Reading at, PointId point, ItemCode item, int most) {
        actor.must(Deed.READ_STOCK);
        StockRows rows = StockRows.of(at);
        Shelf.Standing standing = rows.shelf(point, item).standing();
        return new StockCard(
                rows.requireItem(item),
                standing.onHand(),
                standing.beyond(),
                rows.batches(point, item),
                rows.lines(point, item, most));
    }

    /// What was sent from the point and to it, the latest first.
    public List<DispatchNote> dispatches(Actor actor, Reading at, PointId point, int most) {
        actor.must(Deed.READ_STOCK);
        return StockRows.of(at).dispatches(point, most);
    }

    public Optional<DispatchNote> dispatch(Actor actor, Reading at, DispatchId dispatch) {
        actor.must(Deed.READ_STOCK);
        return StockRows.of(at).dispatch(dispatch);
    }

    private static void requireExpiry(
            StockRows rows, PointId point, ItemCode item, BatchId batch, Optional<LocalDate> told) {
        rows.expiryOf(point, item, batch).filter(before -> !before.equals(told)).ifPresent(before -> {
            throw Problem.of("care.batch-expires", "batch", batch);
        });
    }

    private static void requireThere(StockRows rows, PointId point, ItemCode item, BatchId batch, long wanted) {
        long there = rows.batches(point, item).stream()
                .filter(one -> one.batch().equals(batch))
                .mapToLong(StockCard.Batch::onHand)
                .sum();
        requireAtMost(item, wanted, there);
    }

    private static void requireAtMost(ItemCode item, long wanted, long there) {
        if (wanted > there) {
            throw new Problem(
                    "care.stock-short",
                    Map.of("item", item.slug(), "wanted", String.valueOf(wanted), "card", String.valueOf(there)));
        }
    }

    private static void requireWhole(DispatchNote note, Confirmation confirmation) {
        record Of(ItemCode item, BatchId batch) {}
        var told = new HashSet<Of>();
        for (Confirmation.Arrived arrived : confirmation.lines()) {
            long sent = note.lines().stream()
                    .filter(line ->
                            line.item().equals(arrived.item()) && line.batch().equals(arrived.batch()))
                    .mapToLong(DispatchNote.Line::sent)
                    .sum();
            boolean fits = arrived.accepted() + arrived.refused() <= sent;
            if (!fits || !told.add(new Of(arrived.item(), arrived.batch()))) {
                throw Problem.of("care.confirmation-lines", "item", arrived.item());
            }
            if (arrived.accepted() < sent && arrived.because().isEmpty()) {
                throw Problem.of("care.reason-missing", "item", arrived.item());
            }
        }
        for (DispatchNote.Line line : note.lines()) {
            if (!told.contains(new Of(line.item(), line.batch()))) {
                throw Problem.of("care.confirmation-lines", "item", line.item());
            }
        }
    }
}
