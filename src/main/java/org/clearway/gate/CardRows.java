// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clearway.agreement.CorridorId;
import org.clearway.corridor.CrossingId;
import org.clearway.journal.Sealed;
import org.clearway.journal.Subject;
import org.clearway.time.Micros;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads the rows that {@link CardView} writes, and keeps which handovers have a card: a row that no entry tells
/// of, for an entry would say in the clear whose card is a child's.
record CardRows(JdbcClient rows) {
    /// @param household as it was sealed
    record Row(OnCard card, Subject subject, Sealed.Closed<Household> household, boolean lives) {}

    Optional<Row> bySubject(Subject subject) {
        return rows.sql("select * from gate_card where subject = ?")
                .param(subject.pseudonym())
                .query((row, n) -> row(row))
                .optional();
    }

    Optional<Row> byId(CardId card) {
        return rows.sql("select * from gate_card where card = ?")
                .param(card.toString())
                .query((row, n) -> row(row))
                .optional();
    }

    /// The cards that this one stands in for, the latest first.
    List<Row> before(CardId card) {
        var before = new ArrayList<Row>();
        Optional<Row> next = replacedBy(card);
        while (next.isPresent()) {
            before.add(next.get());
            next = replacedBy(next.get().card().id());
        }
        return before;
    }

    private Optional<Row> replacedBy(CardId card) {
        return rows.sql("select * from gate_card where successor = ?")
                .param(card.toString())
                .query((row, n) -> row(row))
                .optional();
    }

    /// The living cards that a gate issued in the hours that began from one instant up to before
    /// another, the latest first.
    List<Row> living(Gate gate, Instant from, Instant to, int most) {
        return rows.sql("select * from gate_card where corridor = ? and crossing = ? and hour >= ? and hour < ?"
                        + " and standing = ? order by position desc limit ?")
                .param(gate.corridor().slug())
                .param(gate.crossing().slug())
                .param(Micros.of(from))
                .param(to.equals(Instant.MAX) ? Micros.FOREVER : Micros.of(to))
                .param(CardView.LIVE)
                .param(most)
                .query((row, n) -> row(row))
                .list();
    }

    /// How many households got their first card at a gate since an instant.
    long firstCards(Gate gate, Instant since) {
        return rows.sql("select count(*) from gate_card where corridor = ? and crossing = ? and hour >= ?"
                        + " and replacement = 0")
                .param(gate.corridor().slug())
                .param(gate.crossing().slug())
                .param(Micros.of(since))
                .query(Long.class)
                .single();
    }

    /// How many households were counted out at a gate, in the hours that began from one instant up to another.
    long countedIn(Gate gate, Instant since, Instant until) {
        return rows.sql("select coalesce(sum(number), 0) from gate_hour where corridor = ? and crossing = ?"
                        + " and direction = ? and counted = ? and hour >= ? and hour <= ?")
                .param(gate.corridor().slug())
                .param(gate.crossing().slug())
                .param(Direction.OUT.name())
                .param(Cells.HOUSEHOLDS)
                .param(Micros.of(since))
                .param(Micros.of(until))
                .query(Long.class)
                .single();
    }

    boolean handedOver(CorridorId corridor, TallyId handover) {
        return rows.sql("select count(*) from gate_handover where tally = ? and corridor = ?")
                        .param(handover.toString())
                        .param(corridor.slug())
                        .query(Long.class)
                        .single()
                > 0;
    }

    boolean isCarded(Subject handover) {
        return rows.sql("select count(*) from gate_handover_carded where handover = ?")
                        .param(handover.pseudonym())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /// Notes that a handover has its card.
    void card(Subject handover) {
        rows.sql("insert into gate_handover_carded (handover) values (?)")
                .param(handover.pseudonym())
                .update();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                new OnCard(
                        CardId.parse(row.getString("card")),
                        new Gate(new CorridorId(row.getString("corridor")), new CrossingId(row.getString("crossing"))),
                        new HourSlot(Micros.instant(row.getLong("hour")), ZoneId.of(row.getString("zone")))),
                new Subject(row.getString("subject")),
                Sealed.Closed.ofLine(row.getString("household")),
                row.getString("standing").equals(CardView.LIVE));
    }
}
