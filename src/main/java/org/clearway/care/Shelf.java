// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clearway.journal.Entry;
import org.clearway.time.Micros;
import org.springframework.jdbc.core.simple.JdbcClient;

/// One item at one point, as it stands in the rows of {@link StockView}: what is there by batch, and its card.
record Shelf(JdbcClient rows, PointId point, ItemCode item) {
    /// Later than any day on which something expires; what never expires is given last.
    static final String NEVER = "9999-12-31";

    /// @param counted when it was counted last; the beginning of time where it never was
    /// @param countedAt the journal's position of that count
    record Standing(long onHand, long beyond, Instant counted, long countedAt) {
        Standing with(long onHandNow, long beyondNow) {
            return new Standing(onHandNow, beyondNow, counted, countedAt);
        }
    }

    /// What came from one batch.
    record Taken(BatchId batch, String expires, long quantity) {}

    Standing standing() {
        return rows.sql("select on_hand, beyond, counted, counted_at from care_stock where point = ? and item = ?")
                .param(point.slug())
                .param(item.slug())
                .query((row, n) -> new Standing(
                        row.getLong("on_hand"),
                        row.getLong("beyond"),
                        Micros.instant(row.getLong("counted")),
                        row.getLong("counted_at")))
                .optional()
                .orElse(new Standing(0, 0, Instant.EPOCH, 0));
    }

    void stand(Standing now, Entry entry) {
        rows.sql("insert into care_stock (point, item, on_hand, beyond, counted, counted_at, begun)"
                        + " values (?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (point, item) do update set on_hand = excluded.on_hand,"
                        + " beyond = excluded.beyond, counted = excluded.counted, counted_at = excluded.counted_at")
                .param(point.slug())
                .param(item.slug())
                .param(now.onHand())
                .param(now.beyond())
                .param(Micros.of(now.counted()))
                .param(now.countedAt())
                .param(Micros.of(entry.occurred().from()))
                .update();
    }

    /// Takes up to `quantity`: from `batch` where it is told, else what expires first and has not expired on `day`.
    List<Taken> take(long quantity, Optional<BatchId> batch, LocalDate day) {
        List<Taken> there = rows.sql("select batch, expires, on_hand from care_batch where point = ? and item = ?"
                        + " and on_hand > 0 order by expires, batch")
                .param(point.slug())
                .param(item.slug())
                .query((row, n) -> new Taken(
                        new BatchId(row.getString("batch")), row.getString("expires"), row.getLong("on_hand")))
                .list();
        var taken = new ArrayList<Taken>();
        long left = quantity;
        for (Taken one : there) {
            boolean wanted =
                    batch.map(one.batch()::equals).orElseGet(() -> one.expires().compareTo(day.toString()) >= 0);
            long part = wanted ? Math.min(left, one.quantity()) : 0;
            if (part == 0) continue;
            add(one.batch(), -part);
            taken.add(new Taken(one.batch(), one.expires(), part));
            left -= part;
        }
        return taken;
    }

    /// Puts something there; a batch that is there already keeps the day it expires on.
    void put(BatchId batch, String expires, long quantity) {
        rows.sql("insert into care_batch (point, item, batch, expires, on_hand) values (?, ?, ?, ?, ?)"
                        + " on conflict (point, item, batch) do update set on_hand = care_batch.on_hand"
                        + " + excluded.on_hand")
                .param(point.slug())
                .param(item.slug())
                .param(batch.slug())
                .param(expires)
                .param(quantity)
                .update();
    }

    void add(BatchId batch, long change) {
        rows.sql("update care_batch set on_hand = on_hand + ? where point = ? and item = ? and batch = ?")
                .param(change)
                .param(point.slug())
                .param(item.slug())
                .param(batch.slug())
                .update();
    }

    void clear() {
        rows.sql("update care_batch set on_hand = 0 where point = ? and item = ?")
                .param(point.slug())
                .param(item.slug())
                .update();
    }

    /// Adds to what was handed out in an hour.
    void used(Instant hour, long quantity) {
        rows.sql("insert into care_used (point, item, hour, quantity) values (?, ?, ?, ?)"
                        + " on conflict (point, item, hour) do update set quantity = care_used.quantity"
                        + " + excluded.quantity")
                .param(point.slug())
                .param(item.slug())
                .param(Micros.of(hour))
                .param(quantity)
                .update();
    }

    /// Writes a line of the card. What a service gives goes on in the line before, where that is of the same hour.
    void line(Entry entry, CardKind kind, long quantity, long change, Standing after, Optional<StockReason> because) {
        if (kind == CardKind.GIVEN && goesOn(entry, quantity, change, after)) return;
        rows.sql("insert into care_card (point, item, position, kind, occurred, quantity, change, balance, beyond,"
                        + " because, account) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(point.slug())
                .param(item.slug())
                .param(entry.position())
                .param(kind.name())
                .param(entry.occurred().line())
                .param(quantity)
                .param(change)
                .param(after.onHand())
                .param(after.beyond())
                .param(because.map(StockReason::name).orElse(null))
                .param(entry.account().name())
                .update();
    }

    private boolean goesOn(Entry entry, long quantity, long change, Standing after) {
        return rows.sql("update care_card set quantity = quantity + ?, change = change + ?, balance = ?, beyond = ?"
                                + " where point = ? and item = ? and kind = ? and occurred = ? and account = ?"
                                + " and position = (select max(l.position) from care_card l where l.point = ?"
                                + " and l.item = ?)")
                        .param(quantity)
                        .param(change)
                        .param(after.onHand())
                        .param(after.beyond())
                        .param(point.slug())
                        .param(item.slug())
                        .param(CardKind.GIVEN.name())
                        .param(entry.occurred().line())
                        .param(entry.account().name())
                        .param(point.slug())
                        .param(item.slug())
                        .update()
                > 0;
    }
}
