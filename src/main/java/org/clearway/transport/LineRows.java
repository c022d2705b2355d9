// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.clearway.agreement.CorridorId;
import org.clearway.gate.CardNumber;
import org.clearway.gate.Gate;
import org.clearway.gate.HourSlot;
import org.clearway.time.Micros;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of those who wait at the vehicles. They stand beside the journal.
record LineRows(JdbcClient rows) {
    /// Puts a household at the end of the line. One that stands in it keeps its place, and what is told of it is as it
    /// was told last.
    ///
    /// @param needs whether moving somebody of it needs more than a seat
    /// @param slot the hour in which it came, on the clock by which days are told apart
    /// @return its number
    long join(
            Gate gate,
            CardNumber card,
            Mark mark,
            Load load,
            boolean needs,
            Optional<SafeAreaId> chosen,
            HourSlot slot) {
        List<Mark> marks = new Marks(rows).of(card);
        Optional<Waiting> before = line(gate).stream()
                .map(InLine::waiting)
                .filter(one -> marks.contains(one.mark()))
                .findFirst();
        long number = before.map(Waiting::number).orElseGet(() -> next(gate, slot));
        Instant since = before.map(Waiting::since).orElse(slot.begins());
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

    /// A number that nobody had on this day, and that nobody has who waits since the day before.
    private long next(Gate gate, HourSlot slot) {
        LocalDate day = LocalDate.ofInstant(slot.begins(), slot.zone());
        long waits =
                line(gate).stream().mapToLong(one -> one.waiting.number()).max().orElse(0);
        long given = rows.sql("select last from transport_number where corridor = ? and crossing = ? and day = ?")
                .param(gate.corridor().slug())
                .param(gate.crossing().slug())
                .param(day.toString())
                .query(Long.class)
                .optional()
                .orElse(0L);
        long next = Math.max(waits, given) + 1;
        rows.sql("insert into transport_number (corridor, crossing, day, last, ends) values (?, ?, ?, ?, ?)"
                        + " on conflict (corridor, crossing, day) do update set last = excluded.last")
                .param(gate.corridor().slug())
                .param(gate.crossing().slug())
                .param(day.toString())
                .param(next)
                .param(Micros.of(day.plusDays(1).atStartOfDay(slot.zone()).toInstant()))
                .update();
        return next;
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

    /// Takes away who came before an instant, and the numbers of days that are over.
    void forget(Instant before, Instant now) {
        rows.sql("delete from transport_waiting where hour < ?")
                .param(Micros.of(before))
                .update();
        rows.sql("delete from transport_number where ends <= ?")
                .param(Micros.of(now))
                .update();
    }

    /// Whether there is anything for {@link #forget} to take away.
    boolean anythingOld(Instant before, Instant now) {
        return rows.sql("select (select count(*) from transport_waiting where hour < ?)"
                                + " + (select count(*) from transport_number where ends <= ?)")
                        .param(Micros.of(before))
                        .param(Micros.of(now))
                        .query(Long.class)
                        .single()
                > 0;
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
