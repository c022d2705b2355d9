// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearway.care.CareEntries.DispatchConfirmed;
import org.clearway.care.CareEntries.GoodsDispatched;
import org.clearway.care.CareEntries.ItemNamed;
import org.clearway.care.CareEntries.OrderLevelsSet;
import org.clearway.care.CareEntries.ServiceGiven;
import org.clearway.care.CareEntries.StockCounted;
import org.clearway.care.CareEntries.StockMoved;
import org.clearway.care.CareEntries.TouchUndone;
import org.clearway.care.Shelf.Standing;
import org.clearway.care.Shelf.Taken;
import org.clearway.gate.HourSlot;
import org.clearway.journal.Entry;
import org.clearway.journal.View;
import org.clearway.time.Micros;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Stock by point, item and batch, and the cards.
///
/// A shelf is never below zero. What is handed out beyond what the card has is handed out all the same, and stands
/// beside the balance until somebody counts. A count is the truth of its moment: what happened before it, and is
/// recorded only later, is in it already and changes nothing more.
final class StockView implements View {
    /// What a touch took of an item came from here.
    private enum Part {
        BATCH,
        BEYOND,
        COUNTED
    }

    @Override
    public List<Table> tables() {
        return List.of(
                new Table("care_item", "item"),
                new Table("care_stock", "point, item"),
                new Table("care_batch", "point, item, batch"),
                new Table("care_card", "point, item, position"),
                new Table("care_used", "point, item, hour"),
                new Table("care_touch_stock", "touch, item, part, batch"),
                new Table("care_dispatch", "dispatch"),
                new Table("care_dispatch_line", "dispatch, item, batch"),
                new Table("care_order_levels", "point, item"));
    }

    @Override
    public void apply(Entry entry, JdbcClient rows) {
        switch (entry.body()) {
            case ServiceGiven given -> given(entry, given, rows);
            case TouchUndone undone -> undone(entry, undone.touch(), rows);
            case StockMoved moved -> moved(entry, moved.move(), rows);
            case StockCounted counted -> counted(entry, counted.count(), rows);
            case GoodsDispatched dispatched -> dispatched(entry, dispatched.dispatch(), rows);
            case DispatchConfirmed confirmed -> confirmed(entry, confirmed.confirmation(), rows);
            case ItemNamed named -> named(named.item(), rows);
            case OrderLevelsSet set -> levels(set.levels(), rows);
            default -> {}
        }
    }

    private static void given(Entry entry, ServiceGiven given, JdbcClient rows) {
        for (Recipe recipe : new PointRows(rows).recipes(given.point())) {
            if (recipe.service() != given.service()) continue;
            var shelf = new Shelf(rows, given.point(), recipe.item());
            long quantity = recipe.eachPerson() * given.people();
            Standing before = shelf.standing();
            if (isIn(before, entry)) {
                remember(entry, shelf, Part.COUNTED, "", quantity);
            } else {
                long left = quantity;
                for (Taken taken : handOut(entry, shelf, CardKind.GIVEN, quantity, Optional.empty())) {
                    remember(entry, shelf, Part.BATCH, taken.batch().slug(), taken.quantity());
                    left -= taken.quantity();
                }
                if (left > 0) remember(entry, shelf, Part.BEYOND, "", left);
            }
            shelf.used(entry.occurred().from(), quantity);
        }
        rows.sql("delete from care_touch_stock where recorded < ?")
                .param(Micros.of(entry.received().minus(TouchView.KEPT)))
                .update();
    }

    /// Takes what there is; the rest goes on the card as handed out beyond it.
    private static List<Taken> handOut(
            Entry entry, Shelf shelf, CardKind kind, long quantity, Optional<BatchId> batch) {
        Standing before = shelf.standing();
        List<Taken> taken = shelf.take(quantity, batch, day(entry));
        long booked = taken.stream().mapToLong(Taken::quantity).sum();
        Standing after = before.with(before.onHand() - booked, before.beyond() + quantity - booked);
        shelf.stand(after, entry);
        shelf.line(entry, kind, -quantity, -booked, after, Optional.empty());
        return taken;
    }

    private static void remember(Entry entry, Shelf shelf, Part part, String batch, long quantity) {
        shelf.rows()
                .sql("insert into care_touch_stock (touch, point, item, part, batch, quantity, hour, position,"
                        + " recorded) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(TouchId.of(entry.id().act()).toString())
                .param(shelf.point().slug())
                .param(shelf.item().slug())
                .param(part.name())
                .param(batch)
                .param(quantity)
                .param(Micros.of(entry.occurred().from()))
                .param(entry.position())
                .param(Micros.of(entry.received()))
                .update();
    }

    /// What a touch took.
    private record Took(
            PointId point, ItemCode item, Part part, String batch, long quantity, Instant hour, long position) {}

    private static void undone(Entry entry, TouchId touch, JdbcClient rows) {
        var byItem = new LinkedHashMap<ItemCode, List<Took>>();
        rows.sql("select * from care_touch_stock where touch = ? order by item, part, batch")
                .param(touch.toString())
                .query((row, n) -> new Took(
                        new PointId(row.getString("point")),
                        new ItemCode(row.getString("item")),
                        Part.valueOf(row.getString("part")),
                        row.getString("batch"),
                        row.getLong("quantity"),
                        Micros.instant(row.getLong("hour")),
                        row.getLong("position")))
                .list()
                .forEach(took -> byItem.computeIfAbsent(took.item(), item -> new ArrayList<>())
                        .add(took));
        byItem.values().forEach(took -> putBack(entry, took, rows));
        rows.sql("delete from care_touch_stock where touch = ?")
                .param(touch.toString())
                .update();
    }

    /// Puts back what a touch took, unless it was counted since: then the count found it as it was.
    private static void putBack(Entry entry, List<Took> took, JdbcClient rows) {
        var shelf = new Shelf(rows, took.getFirst().point(), took.getFirst().item());
        Standing before = shelf.standing();
        long told = 0;
        long back = 0;
        long beyond = 0;
        for (Took one : took) {
            told += one.quantity();
            shelf.used(one.hour(), -one.quantity());
            if (one.position() < before.countedAt()) continue;
            if (one.part() == Part.BATCH) {
                shelf.add(new BatchId(one.batch()), one.quantity());
                back += one.quantity();
            } else if (one.part() == Part.BEYOND) {
                beyond += one.quantity();
            }
        }
        Standing after = before.with(before.onHand() + back, before.beyond() - beyond);
        shelf.stand(after, entry);
        shelf.line(entry, CardKind.UNDONE, told, back, after, Optional.empty());
    }

    private static void moved(Entry entry, StockMove move, JdbcClient rows) {
        var shelf = new Shelf(rows, move.point(), move.item());
        Standing before = shelf.standing();
        CardKind kind = switch (move.kind()) {
            case RECEIPT -> CardKind.RECEIVED;
            case ISSUE -> CardKind.ISSUED;
            case LOSS -> CardKind.LOST;
            case ADJUSTED_UP, ADJUSTED_DOWN -> CardKind.ADJUSTED;
        };
        boolean comes = move.kind() == MoveKind.RECEIPT || move.kind() == MoveKind.ADJUSTED_UP;
        if (move.kind() == MoveKind.ISSUE) {
            shelf.used(new HourSlot(entry.occurred().from(), entry.occurred().zone()).begins(), move.quantity());
        }
        if (isIn(before, entry)) {
            shelf.stand(before, entry);
            shelf.line(entry, kind, comes ? move.quantity() : -move.quantity(), 0, before, move.because());
        } else if (comes) {
            shelf.put(
                    move.batch().orElseThrow(),
                    move.expires().map(LocalDate::toString).orElse(Shelf.NEVER),
                    move.quantity());
            Standing after = before.with(before.onHand() + move.quantity(), before.beyond());
            shelf.stand(after, entry);
            shelf.line(entry, kind, move.quantity(), move.quantity(), after, move.because());
        } else if (move.kind() == MoveKind.ISSUE) {
            handOut(entry, shelf, kind, move.quantity(), move.batch());
        } else {
            long gone = shelf.take(move.quantity(), move.batch(), day(entry)).stream()
                    .mapToLong(Taken::quantity)
                    .sum();
            Standing after = before.with(before.onHand() - gone, before.beyond());
            shelf.stand(after, entry);
            shelf.line(entry, kind, -move.quantity(), -gone, after, move.because());
        }
    }

    private static void counted(Entry entry, StockCount count, JdbcClient rows) {
        var shelf = new Shelf(rows, count.point(), count.item());
        Standing before = shelf.standing();
        shelf.clear();
        for (StockCount.CountedBatch batch : count.batches()) {
            shelf.put(batch.batch(), batch.expires().map(LocalDate::toString).orElse(Shelf.NEVER), batch.quantity());
        }
        var after = new Standing(count.total(), 0, entry.occurred().to(), entry.position());
        shelf.stand(after, entry);
        shelf.line(entry, CardKind.COUNTED, count.total(), count.total() - before.onHand(), after, count.because());
    }

    private static void dispatched(Entry entry, Dispatch dispatch, JdbcClient rows) {
        String id = DispatchId.of(entry.id().act()).toString();
        rows.sql("insert into care_dispatch (dispatch, position, from_point, to_point, sent) values (?, ?, ?, ?, ?)")
                .param(id)
                .param(entry.position())
                .param(dispatch.from().slug())
                .param(dispatch.to().slug())
                .param(Micros.of(entry.occurred().from()))
                .update();
        for (Dispatch.Line line : dispatch.lines()) {
            var shelf = new Shelf(rows, dispatch.from(), line.item());
            for (Taken taken : handOut(entry, shelf, CardKind.SENT, line.quantity(), line.batch())) {
                rows.sql("insert into care_dispatch_line (dispatch, item, batch, expires, sent, accepted, refused)"
                                + " values (?, ?, ?, ?, ?, 0, 0)")
                        .param(id)
                        .param(line.item().slug())
                        .param(taken.batch().slug())
                        .param(taken.expires())
                        .param(taken.quantity())
                        .update();
            }
        }
    }

    private static void confirmed(Entry entry, Confirmation confirmation, JdbcClient rows) {
        String id = confirmation.dispatch().toString();
        Optional<DispatchNote> sent = new StockRows(rows).dispatch(confirmation.dispatch());
        if (sent.isEmpty()) return;
        rows.sql("update care_dispatch set confirmed = ? where dispatch = ?")
                .param(Micros.of(entry.occurred().from()))
                .param(id)
                .update();
        var accepted = new LinkedHashMap<ItemCode, Long>();
        for (Confirmation.Arrived arrived : confirmation.lines()) {
            rows.sql("update care_dispatch_line set accepted = ?, refused = ?, because = ?"
                            + " where dispatch = ? and item = ? and batch = ?")
                    .param(arrived.accepted())
                    .param(arrived.refused())
                    .param(arrived.because().map(StockReason::name).orElse(null))
                    .param(id)
                    .param(arrived.item().slug())
                    .param(arrived.batch().slug())
                    .update();
            String expires = sent.get().lines().stream()
                    .filter(line ->
                            line.item().equals(arrived.item()) && line.batch().equals(arrived.batch()))
                    .findFirst()
                    .flatMap(DispatchNote.Line::expires)
                    .map(LocalDate::toString)
                    .orElse(Shelf.NEVER);
            if (arrived.accepted() > 0) {
                new Shelf(rows, sent.get().to(), arrived.item()).put(arrived.batch(), expires, arrived.accepted());
                accepted.merge(arrived.item(), arrived.accepted(), Long::sum);
            }
        }
        for (Map.Entry<ItemCode, Long> came : accepted.entrySet()) {
            var shelf = new Shelf(rows, sent.get().to(), came.getKey());
            Standing before = shelf.standing();
            Standing after = before.with(before.onHand() + came.getValue(), before.beyond());
            shelf.stand(after, entry);
            shelf.line(entry, CardKind.ARRIVED, came.getValue(), came.getValue(), after, Optional.empty());
        }
    }

    private static void named(Item item, JdbcClient rows) {
        rows.sql("insert into care_item (item, names, unit, grams, cubic_centimetres) values (?, ?, ?, ?, ?)"
                        + " on conflict (item) do update set names = excluded.names, unit = excluded.unit,"
                        + " grams = excluded.grams, cubic_centimetres = excluded.cubic_centimetres")
                .param(item.code().slug())
                .param(item.names().line())
                .param(item.unit().name())
                .param(item.grams().orElse(null))
                .param(item.cubicCentimetres().orElse(null))
                .update();
    }

    private static void levels(OrderLevels levels, JdbcClient rows) {
        rows.sql("insert into care_order_levels (point, item, period_days, min_periods, max_periods, lead_days)"
                        + " values (?, ?, ?, ?, ?, ?) on conflict (point, item) do update set"
                        + " period_days = excluded.period_days, min_periods = excluded.min_periods,"
                        + " max_periods = excluded.max_periods, lead_days = excluded.lead_days")
                .param(levels.point().slug())
                .param(levels.item().slug())
                .param(levels.periodDays())
                .param(levels.minPeriods())
                .param(levels.maxPeriods())
                .param(levels.leadDays())
                .update();
    }

    /// Whether a count that was made after it holds it already.
    private static boolean isIn(Standing standing, Entry entry) {
        return !entry.occurred().to().isAfter(standing.counted());
    }

    private static LocalDate day(Entry entry) {
        return entry.occurred().from().atZone(entry.occurred().zone()).toLocalDate();
    }
}
