// SPDX-License-Identifier: Apache-2.0
package org.clearway.ceasefire;

import java.util.List;
import org.clearway.geo.AreaId;
import org.clearway.journal.Entry;
import org.clearway.journal.View;
import org.clearway.places.Withdrawals;
import org.clearway.time.Micros;
import org.clearway.time.Occurred;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Writes ledgers as rows of two times. What was known at an instant K is the rows with
/// `known_from <= K and K < known_to`. Notes stay sealed.
final class LedgerView implements View {
    @Override
    public List<Table> tables() {
        return List.of(
                new Table("ledger", "position"),
                new Table("ledger_part", "ledger, ordinal"),
                new Table("ledger_place", "ledger, ordinal"));
    }

    @Override
    public void apply(Entry entry, JdbcClient rows) {
        Withdrawals.close(entry, "ledger", "ledger", rows);
        if (!(entry.body() instanceof LedgerStated stated)) return;
        long known = Micros.of(entry.received());
        stated.corrects().ifPresent(wrong -> close(wrong, known, rows));
        insert(entry.position(), known, stated, rows);
        for (int i = 0; i < stated.parts().size(); i++) {
            part(stated.ledger(), i, stated.parts().get(i), rows);
        }
        for (int i = 0; i < stated.namedWithoutCounts().size(); i++) {
            place(stated.ledger(), i, stated.namedWithoutCounts().get(i), rows);
        }
    }

    private static void close(LedgerId wrong, long known, JdbcClient rows) {
        rows.sql("update ledger set known_to = ? where ledger = ? and known_to = ?")
                .param(known)
                .param(wrong.toString())
                .param(Micros.FOREVER)
                .update();
    }

    private static void insert(long position, long known, LedgerStated stated, JdbcClient rows) {
        Occurred covered = stated.covers().occurred();
        rows.sql("insert into ledger (position, ledger, reporter, stretch, covers_day, covers_zone, unit, total,"
                        + " parts_complete, published_on, source, corrects, note, valid_from, valid_to, known_from,"
                        + " known_to) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(position)
                .param(stated.ledger().toString())
                .param(stated.reporter().slug())
                .param(stated.covers().stretch().name())
                .param(stated.covers().day().toString())
                .param(stated.covers().zone().getId())
                .param(stated.unit().name())
                .param(stated.total().map(Count::value).orElse(null))
                .param(stated.partsComplete() ? 1 : 0)
                .param(stated.source().publishedOn().toString())
                .param(stated.source().line())
                .param(stated.corrects().map(LedgerId::toString).orElse(null))
                .param(stated.note().map(note -> note.closed().line()).orElse(null))
                .param(Micros.of(covered.from()))
                .param(Micros.of(covered.to()))
                .param(known)
                .param(Micros.FOREVER)
                .update();
    }

    private static void part(LedgerId ledger, int ordinal, PartCount part, JdbcClient rows) {
        rows.sql("insert into ledger_part (ledger, ordinal, area, counted) values (?, ?, ?, ?)")
                .param(ledger.toString())
                .param(ordinal)
                .param(part.area().slug())
                .param(part.count().value())
                .update();
    }

    private static void place(LedgerId ledger, int ordinal, AreaId area, JdbcClient rows) {
        rows.sql("insert into ledger_place (ledger, ordinal, area) values (?, ?, ?)")
                .param(ledger.toString())
                .param(ordinal)
                .param(area.slug())
                .update();
    }
}
