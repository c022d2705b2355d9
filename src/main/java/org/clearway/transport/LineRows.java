// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clearway.agreement.CorridorId;
import org.clearway.gate.CardNumber;
import org.clearway.gate.Gate;
import org.clearway.time.Micros;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of those who wait at the vehicles. They stand beside the journal.
record LineRows(JdbcClient rows) {
    /// Puts a household at the end of the line. One that stands in it keeps its place, and what is told of it is as it
    /// was told last.
    ///
    /// @param needs whether moving somebody of it needs more than a seat
    /// @return its number
    long join(
            Gate gate,
            CardNumber card,
            Mark mark,
            Load load,
            boolean needs,
            Optional<SafeAreaId> chosen,
            Instant hour) {
        List<Mark> marks = new Marks(rows).of(card);
        Optional<Waiting> before = line(gate).stream()
                .map(InLine::waiting)
                .filter(one -> marks.contains(one.mark()))
                .findFirst();
        long number = before.map(Waiting::number).orElseGet(() -> last(gate) + 1);
        Instant since = before.map(Waiting::since).orElse(hour);
        leave(card);
        rows.sql("insert into transport_waiting (mark, corridor, crossing, number, adults, children, bays, stretchers,"
                        + " escorts, needs, safe_area, hour) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(mark.text())
                .param(gate.corridor().slug())
                .param(gate.crossing().slug())
                .param(number)
                .param(load.adults())
                .param(load.children())
                .param(load.bays())
                .param(load.stretchers())
                .param(load.escorts())
                .param(needs ? 1 : 0)
                .param(chosen.map(SafeAreaId::slug).orElse(null))
                .param(Micros.of(since))
                .update();
        return number;
    }

    private long last(Gate gate) {
        return line(gate).stream().mapToLong(one -> one.waiting.number()).max().orElse(0);
    }

    /// So many of a household boarded: the others wait on where they stood, or nobody does.
    void boarded(CardNumber card, Load load) {
        for (Waiting one : of(card)) {
            if (!one.load().covers(load) || one.load().people() == load.people()) {
                leave(one.mark());
                continue;
            }
            Load rest = one.load().minus(load);
            rows.sql("update transport_waiting set adults = ?, children = ?, bays = ?, stretchers = ?, escorts = ?"
                            + " where mark = ?")
                    .param(rest.adults())
                    .param(rest.children())
                    .param(rest.bays())
                    .param(rest.stretchers())
                    .param(rest.escorts())
                    .param(one.mark().text())
                    .update();
        }
    }

    private void leave(CardNumber card) {
        of(card).forEach(one -> leave(one.mark()));
    }

    void leave(Mark mark) {
        rows.sql("delete from transport_waiting where mark = ?")
                .param(mark.text())
                .update();
    }

    /// Takes away what is left of earlier times.
    void forget(Instant before) {
        rows.sql("delete from transport_waiting where hour < ?")
                .param(Micros.of(before))
                .update();
    }

    boolean anybody() {
        return rows.sql("select count(*) from transport_waiting")
                        .query(Long.class)
                        .single()
                > 0;
    }

    private List<Waiting> of(CardNumber card) {
        return new Marks(rows)
                .of(card).stream()
                        .flatMap(mark -> rows
                                .sql("select * from transport_waiting where mark = ?")
                                .param(mark.text())
                                .query((row, n) -> waiting(row))
                                .stream())
                        .toList();
    }

    /// Those who wait at a crossing, as they came.
    List<InLine> line(Gate gate) {
        return rows.sql("select * from transport_waiting where corridor = ? and crossing = ? order by number")
                .param(gate.corridor().slug())
                .param(gate.crossing().slug())
                .query((row, n) -> new InLine(waiting(row), row.getLong("needs") > 0))
                .list();
    }

    /// Those who wait anywhere in a corridor.
    List<Waiting> all(CorridorId corridor) {
        return rows.sql("select * from transport_waiting where corridor = ? order by crossing, number")
                .param(corridor.slug())
                .query((row, n) -> waiting(row))
                .list();
    }

    /// @param needs whether moving somebody of them needs more than a seat
    record InLine(Waiting waiting, boolean needs) {}

    private static Waiting waiting(ResultSet row) throws SQLException {
        return new Waiting(
                row.getLong("number"),
                new Mark(row.getString("mark")),
                new Load(
                        row.getLong("adults"),
                        row.getLong("children"),
                        row.getLong("bays"),
                        row.getLong("stretchers"),
                        row.getLong("escorts")),
                Optional.ofNullable(row.getString("safe_area")).map(SafeAreaId::new),
                Micros.instant(row.getLong("hour")));
    }
}
