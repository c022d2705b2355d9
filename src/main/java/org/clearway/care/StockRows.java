// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.clearway.access.AccountId;
import org.clearway.journal.Reading;
import org.clearway.language.Names;
import org.clearway.language.Problem;
import org.clearway.time.Micros;
import org.clearway.time.Occurred;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What {@link StockView} keeps, read.
record StockRows(JdbcClient rows) {
    /// How far back the present flow is looked for.
    private static final Duration FLOW = Duration.ofHours(3);

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int PERIODS = 3;

    static StockRows of(Reading at) {
        return new StockRows(at.rows());
    }

    /// The items of the program's catalogue and those that this node named, by code.
    Map<ItemCode, Item> items() {
        var items = new TreeMap<ItemCode, Item>(Catalogue.SHIPPED.items());
        rows.sql("select * from care_item")
                .query((row, n) -> item(row))
                .list()
                .forEach(item -> items.put(item.code(), item));
        return items;
    }

    Optional<Item> item(ItemCode code) {
        return rows.sql("select * from care_item where item = ?")
                .param(code.slug())
                .query((row, n) -> item(row))
                .optional()
                .or(() -> Optional.ofNullable(Catalogue.SHIPPED.items().get(code)));
    }

    /// @throws Problem `care.item-unknown`
    Item requireItem(ItemCode code) {
        return item(code).orElseThrow(() -> Problem.of("care.item-unknown", "item", code));
    }

    /// The items that have a card at the point.
    List<ItemCode> carded(PointId point) {
        return rows.sql("select item from care_stock where point = ? order by item")
                .param(point.slug())
                .query((row, n) -> new ItemCode(row.getString("item")))
                .list();
    }

    /// Whether any point has a card of the item.
    boolean isCarded(ItemCode item) {
        return rows.sql("select 1 from care_stock where item = ? limit 1")
                .param(item.slug())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    Shelf shelf(PointId point, ItemCode item) {
        return new Shelf(rows, point, item);
    }

    List<StockCard.Batch> batches(PointId point, ItemCode item) {
        return rows.sql("select * from care_batch where point = ? and item = ? and on_hand > 0 order by expires, batch")
                .param(point.slug())
                .param(item.slug())
                .query((row, n) ->
                        new StockCard.Batch(new BatchId(row.getString("batch")), expires(row), row.getLong("on_hand")))
                .list();
    }

    /// The day on which a batch expires, where the batch was there before.
    Optional<Optional<LocalDate>> expiryOf(PointId point, ItemCode item, BatchId batch) {
        return rows.sql("select expires from care_batch where point = ? and item = ? and batch = ?")
                .param(point.slug())
                .param(item.slug())
                .param(batch.slug())
                .query((row, n) -> expires(row))
                .optional();
    }

    /// The latest lines first.
    List<CardLine> lines(PointId point, ItemCode item, int most) {
        return rows.sql("select * from care_card where point = ? and item = ? order by position desc limit ?")
                .param(point.slug())
                .param(item.slug())
                .param(most)
                .query((row, n) -> new CardLine(
                        CardKind.valueOf(row.getString("kind")),
                        Occurred.ofLine(row.getString("occurred")),
                        row.getLong("quantity"),
                        row.getLong("change"),
                        row.getLong("balance"),
                        row.getLong("beyond"),
                        because(row),
                        new AccountId(row.getString("account"))))
                .list();
    }

    /// How long what may be given lasts at the flow of the last hours: from the first of them in which any was taken,
    /// and as if over an hour at least, so that a first family does not look like a run on the store.
    Supply supply(PointId point, ItemCode item, long usable, Instant now) {
        record Hour(Instant hour, long quantity) {}
        List<Hour> hours = rows.sql("select hour, quantity from care_used where point = ? and item = ? and hour >= ?"
                        + " and hour <= ? and quantity > 0 order by hour")
                .param(point.slug())
                .param(item.slug())
                .param(Micros.of(now.minus(FLOW)))
                .param(Micros.of(now))
                .query((row, n) -> new Hour(Micros.instant(row.getLong("hour")), row.getLong("quantity")))
                .list();
        if (hours.isEmpty()) return Supply.of(usable, 0, HOUR);
        Duration within = Duration.between(hours.getFirst().hour(), now);
        return Supply.of(
                usable, hours.stream().mapToLong(Hour::quantity).sum(), within.compareTo(HOUR) < 0 ? HOUR : within);
    }

    long onTheWay(PointId point, ItemCode item) {
        return rows.sql("select coalesce(sum(l.sent), 0) from care_dispatch d join care_dispatch_line l"
                        + " on l.dispatch = d.dispatch where d.to_point = ? and l.item = ? and d.confirmed is null")
                .param(point.slug())
                .param(item.slug())
                .query(Long.class)
                .single();
    }

    Optional<Ordering> ordering(PointId point, ItemCode item, long usable, long onTheWay, Instant now) {
        return rows.sql("select * from care_order_levels where point = ? and item = ?")
                .param(point.slug())
                .param(item.slug())
                .query((row, n) -> new OrderLevels(
                        point,
                        item,
                        row.getInt("period_days"),
                        row.getInt("min_periods"),
                        row.getInt("max_periods"),
                        row.getInt("lead_days")))
                .optional()
                .map(levels -> {
                    int periods = periods(levels, now);
                    Instant from = now.minus(Duration.ofDays((long) levels.periodDays() * periods));
                    return Ordering.of(levels, usable, onTheWay, used(point, item, from, now), periods);
                });
    }

    /// How many periods have begun since the card has: a card of ten days knows nothing of three months.
    private int periods(OrderLevels levels, Instant now) {
        return rows.sql("select begun from care_stock where point = ? and item = ?")
                .param(levels.point().slug())
                .param(levels.item().slug())
                .query((row, n) -> Micros.instant(row.getLong("begun")))
                .optional()
                .map(begun -> Duration.between(begun, now).toDays() / levels.periodDays() + 1)
                .map(begun -> Math.toIntExact(Math.clamp(begun, 1, PERIODS)))
                .orElse(1);
    }

    /// What was handed out in the hours from `from` to `to`.
    long used(PointId point, ItemCode item, Instant from, Instant to) {
        return rows.sql("select coalesce(sum(quantity), 0) from care_used where point = ? and item = ? and hour >= ?"
                        + " and hour < ?")
                .param(point.slug())
                .param(item.slug())
                .param(Micros.of(from))
                .param(Micros.of(to))
                .query(Long.class)
                .single();
    }

    Optional<DispatchNote> dispatch(DispatchId id) {
        return rows.sql("select * from care_dispatch where dispatch = ?")
                .param(id.toString())
                .query((row, n) -> note(row))
                .optional();
    }

    /// Those that leave the point or go to it, the latest first.
    List<DispatchNote> dispatches(PointId point, int most) {
        return rows.sql(
                        "select * from care_dispatch where from_point = ? or to_point = ? order by position desc limit ?")
                .param(point.slug())
                .param(point.slug())
                .param(most)
                .query((row, n) -> note(row))
                .list();
    }

    private DispatchNote note(ResultSet row) throws SQLException {
        var id = DispatchId.parse(row.getString("dispatch"));
        long confirmed = row.getLong("confirmed");
        Optional<Instant> when = row.wasNull() ? Optional.empty() : Optional.of(Micros.instant(confirmed));
        return new DispatchNote(
                id,
                new PointId(row.getString("from_point")),
                new PointId(row.getString("to_point")),
                Micros.instant(row.getLong("sent")),
                when,
                dispatched(id));
    }

    private List<DispatchNote.Line> dispatched(DispatchId id) {
        return rows.sql("select * from care_dispatch_line where dispatch = ? order by item, expires, batch")
                .param(id.toString())
                .query((row, n) -> new DispatchNote.Line(
                        new ItemCode(row.getString("item")),
                        new BatchId(row.getString("batch")),
                        expires(row),
                        row.getLong("sent"),
                        row.getLong("accepted"),
                        row.getLong("refused"),
                        because(row)))
                .list();
    }

    private static Item item(ResultSet row) throws SQLException {
        var numbers = new ArrayList<Optional<Long>>();
        for (String column : List.of("grams", "cubic_centimetres")) {
            long number = row.getLong(column);
            numbers.add(row.wasNull() ? Optional.empty() : Optional.of(number));
        }
        return new Item(
                new ItemCode(row.getString("item")),
                Names.ofLine(row.getString("names")),
                StockUnit.valueOf(row.getString("unit")),
                numbers.get(0),
                numbers.get(1));
    }

    private static Optional<LocalDate> expires(ResultSet row) throws SQLException {
        return Optional.of(row.getString("expires"))
                .filter(day -> !day.equals(Shelf.NEVER))
                .map(LocalDate::parse);
    }

    private static Optional<StockReason> because(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getString("because")).map(StockReason::valueOf);
    }
}
