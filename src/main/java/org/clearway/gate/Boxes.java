// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.clearway.agreement.CorridorId;
import org.clearway.corridor.CrossingId;
import org.clearway.journal.Subject;
import org.clearway.time.Micros;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The boxes of gates and hours, kept beside the journal: a row for each figure of an hour, which grows and tells
/// of nobody. What was put in is marked by a pseudonym of the request, so that the same request again is not put in
/// twice; the marks lie in no order of time.
record Boxes(JdbcClient rows) {
    /// A request that is sent again comes within so long after its hour.
    private static final Duration MARKED_FOR = Duration.ofHours(1);

    private static final Duration AN_HOUR = Duration.ofHours(1);

    record Box(Gate gate, HourSlot slot) {}

    void put(Box box, Subject mark, Map<Choice, Long> chosen) {
        boolean fresh = rows.sql("insert into gate_box_mark (mark, hour) values (?, ?) on conflict (mark) do nothing")
                        .param(mark.pseudonym())
                        .param(Micros.of(box.slot().begins()))
                        .update()
                > 0;
        if (!fresh) return;
        chosen.forEach((choice, number) -> rows.sql("insert into gate_box (corridor, crossing, hour, choice, zone,"
                        + " number) values (?, ?, ?, ?, ?, ?) on conflict (corridor, crossing, hour, choice)"
                        + " do update set number = gate_box.number + excluded.number")
                .param(box.gate().corridor().slug())
                .param(box.gate().crossing().slug())
                .param(Micros.of(box.slot().begins()))
                .param(choice.name())
                .param(box.slot().zone().getId())
                .param(number)
                .update());
    }

    /// The boxes of hours that are over.
    Map<Box, Map<Choice, Long>> full(Instant now) {
        var full = new LinkedHashMap<Box, Map<Choice, Long>>();
        rows.sql("select * from gate_box where hour <= ? order by corridor, crossing, hour, choice")
                .param(Micros.of(now.minus(AN_HOUR)))
                .query((RowCallbackHandler)
                        row -> full.computeIfAbsent(new Box(gate(row), slot(row)), box -> new EnumMap<>(Choice.class))
                                .put(Choice.valueOf(row.getString("choice")), row.getLong("number")));
        return full;
    }

    /// Takes away a box that held just that.
    void empty(Box box, Map<Choice, Long> held) {
        int gone = 0;
        for (Map.Entry<Choice, Long> one : held.entrySet()) {
            gone += rows.sql("delete from gate_box where corridor = ? and crossing = ? and hour = ? and choice = ?"
                            + " and number = ?")
                    .param(box.gate().corridor().slug())
                    .param(box.gate().crossing().slug())
                    .param(Micros.of(box.slot().begins()))
                    .param(one.getKey().name())
                    .param(one.getValue())
                    .update();
        }
        if (gone != held.size()) throw new IllegalStateException("The box of an hour that is over has changed.");
    }

    boolean hasOldMarks(Instant now) {
        return rows.sql("select count(*) from gate_box_mark where hour <= ?")
                        .param(oldest(now))
                        .query(Long.class)
                        .single()
                > 0;
    }

    void forgetOldMarks(Instant now) {
        rows.sql("delete from gate_box_mark where hour <= ?").param(oldest(now)).update();
    }

    private static long oldest(Instant now) {
        return Micros.of(now.minus(AN_HOUR).minus(MARKED_FOR));
    }

    /// What past boxes of a corridor held, in order.
    Map<Box, Map<Choice, Long>> emptied(CorridorId corridor, Instant from, Instant to) {
        var emptied = new LinkedHashMap<Box, Map<Choice, Long>>();
        rows.sql("select * from gate_choice where corridor = ? and hour >= ? and hour < ?"
                        + " order by hour, crossing, choice")
                .param(corridor.slug())
                .param(Micros.of(from))
                .param(Micros.of(to))
                .query((RowCallbackHandler) row -> emptied.computeIfAbsent(
                                new Box(gate(row), slot(row)), box -> new EnumMap<>(Choice.class))
                        .put(Choice.valueOf(row.getString("choice")), row.getLong("number")));
        return emptied;
    }

    static Gate gate(ResultSet row) throws SQLException {
        return new Gate(new CorridorId(row.getString("corridor")), new CrossingId(row.getString("crossing")));
    }

    static HourSlot slot(ResultSet row) throws SQLException {
        return new HourSlot(Micros.instant(row.getLong("hour")), ZoneId.of(row.getString("zone")));
    }
}
