// SPDX-License-Identifier: Apache-2.0
package org.clearway.ceasefire;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.clearway.agreement.PartyId;
import org.clearway.geo.AreaId;
import org.clearway.journal.FreeText;
import org.clearway.journal.Sealed;
import org.clearway.places.Source;
import org.clearway.places.Withdrawals;
import org.clearway.time.Micros;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads the rows that {@link LedgerView} writes, as they were known at an instant.
record LedgerRows(JdbcClient rows, long known) {
    /// Later than anything known: all that a reading holds.
    static final long LATEST = Micros.FOREVER - 1;

    private static final String KNOWN = " known_from <= ? and ? < known_to";
    private static final String LEDGER = Withdrawals.with("ledger", "ledger");

    List<Ledger> publishedOn(LocalDate day) {
        return select("select * from " + LEDGER + " where" + KNOWN + " and published_on = ?"
                        + " order by reporter, covers_day, stretch, unit, position")
                .param(day.toString())
                .query((row, n) -> ledger(row))
                .list();
    }

    List<LocalDate> days() {
        return select("select distinct published_on from ledger where" + KNOWN + " order by published_on desc")
                .query((row, n) -> LocalDate.parse(row.getString(1)))
                .list();
    }

    /// The ledger of a reporter in a unit for a stretch of time, of which only one stands at a time.
    Optional<Ledger> standing(Stated stated) {
        return select("select * from " + LEDGER + " where" + KNOWN
                        + " and reporter = ? and stretch = ? and covers_day = ? and unit = ?")
                .param(stated.reporter().slug())
                .param(stated.covers().stretch().name())
                .param(stated.covers().day().toString())
                .param(stated.unit().name())
                .query((row, n) -> ledger(row))
                .optional();
    }

    /// The reporter's last ledger before the time that `stated` covers, in the same unit, of the same kind of stretch.
    Optional<Ledger> before(Stated stated) {
        return select("select * from " + LEDGER + " where" + KNOWN
                        + " and reporter = ? and stretch = ? and unit = ? and covers_day < ?"
                        + " order by covers_day desc limit 1")
                .param(stated.reporter().slug())
                .param(stated.covers().stretch().name())
                .param(stated.unit().name())
                .param(stated.covers().day().toString())
                .query((row, n) -> ledger(row))
                .optional();
    }

    /// A ledger, whether it still stands or not.
    Optional<Ledger> any(LedgerId ledger) {
        return rows.sql("select * from " + LEDGER + " where ledger = ?")
                .param(ledger.toString())
                .query((row, n) -> ledger(row))
                .optional();
    }

    /// The sealed note of a ledger, whether the ledger still stands or not.
    Optional<Sealed.Closed<FreeText>> note(LedgerId ledger) {
        return rows.sql("select note from ledger where ledger = ? and note is not null")
                .param(ledger.toString())
                .query((row, n) -> Sealed.Closed.<FreeText>ofLine(row.getString(1)))
                .optional();
    }

    private JdbcClient.StatementSpec select(String sql) {
        return rows.sql(sql).param(known).param(known);
    }

    private Ledger ledger(ResultSet row) throws SQLException {
        String id = row.getString("ledger");
        int total = row.getInt("total");
        Optional<Count> counted = row.wasNull() ? Optional.empty() : Optional.of(new Count(total));
        var stated = new Stated(
                new PartyId(row.getString("reporter")),
                new Covers(
                        Stretch.valueOf(row.getString("stretch")),
                        LocalDate.parse(row.getString("covers_day")),
                        ZoneId.of(row.getString("covers_zone"))),
                CountingUnit.valueOf(row.getString("unit")),
                counted,
                parts(id),
                row.getInt("parts_complete") == 1,
                places(id),
                Source.ofLine(row.getString("source")));
        long knownTo = row.getLong("known_to");
        return new Ledger(
                LedgerId.parse(id),
                stated,
                Optional.ofNullable(row.getString("corrects")).map(LedgerId::parse),
                row.getString("note") != null,
                Micros.instant(row.getLong("known_from")),
                knownTo == Micros.FOREVER ? Optional.empty() : Optional.of(Micros.instant(knownTo)),
                Withdrawals.of(row));
    }

    private List<PartCount> parts(String ledger) {
        return rows.sql("select area, counted from ledger_part where ledger = ? order by ordinal")
                .param(ledger)
                .query((row, n) -> new PartCount(new AreaId(row.getString(1)), new Count(row.getInt(2))))
                .list();
    }

    private List<AreaId> places(String ledger) {
        return rows.sql("select area from ledger_place where ledger = ? order by ordinal")
                .param(ledger)
                .query((row, n) -> new AreaId(row.getString(1)))
                .list();
    }
}
