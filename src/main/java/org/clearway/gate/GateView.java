// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

import java.util.Map;
import java.util.Optional;
import org.clearway.agreement.CorridorId;
import org.clearway.agreement.PartyId;
import org.clearway.corridor.CrossingId;
import org.clearway.journal.Entry;
import org.clearway.journal.View;
import org.clearway.time.Micros;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Counts touch by touch, as rows of two times, and their sums by the hour.
final class GateView implements View {
    @Override
    public java.util.List<Table> tables() {
        return java.util.List.of(
                new Table("gate_decision", "position"),
                new Table("gate_tally", "position"),
                new Table("gate_turned_back", "position"),
                new Table("gate_handover", "position"),
                new Table("gate_queue", "position"),
                new Table("gate_hour", "corridor, crossing, direction, hour, counted"));
    }

    @Override
    public void apply(Entry entry, JdbcClient rows) {
        switch (entry.body()) {
            case GateDecided decided -> decided(entry, decided, rows);
            case Tallied tallied -> tallied(entry, tallied, rows);
            case TallyUndone undone -> undone(entry, undone, rows);
            case PeopleTurnedBack turned -> turnedBack(entry, turned, rows);
            case ChildHandedOver handed -> handedOver(entry, handed, rows);
            case QueueTold queue -> queue(entry, queue, rows);
            default -> {}
        }
    }

    private static void decided(Entry entry, GateDecided body, JdbcClient rows) {
        rows.sql(
                        "insert into gate_decision (position, corridor, decision, because, claimant, account, known_from, made)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .param(entry.position())
                .param(body.corridor().slug())
                .param(body.decision().name())
                .param(body.because().name())
                .param(body.claimant().map(PartyId::slug).orElse(null))
                .param(entry.account().name())
                .param(Micros.of(entry.received()))
                .param(Micros.of(entry.occurred().from()))
                .update();
    }

    private static void tallied(Entry entry, Tallied body, JdbcClient rows) {
        Passing passing = body.passing();
        rows.sql("insert into gate_tally (position, tally, corridor, crossing, direction, hour, zone, taken, passing,"
                        + " account, known_from, known_to) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(entry.position())
                .param(TallyId.of(entry.id().act()).toString())
                .param(body.corridor().slug())
                .param(body.crossing().slug())
                .param(body.direction().name())
                .param(Micros.of(entry.occurred().from()))
                .param(entry.occurred().zone().getId())
                .param(body.taken().name())
                .param(Cells.line(passing))
                .param(entry.account().name())
                .param(Micros.of(entry.received()))
                .param(Micros.FOREVER)
                .update();
        var hour = new Hour(body.corridor(), body.crossing(), body.direction(), hour(entry), zone(entry));
        add(hour, Cells.of(passing), 1, rows);
    }

    private static void undone(Entry entry, TallyUndone body, JdbcClient rows) {
        Optional<Tally> standing = rows.sql("select corridor, crossing, direction, hour, zone, passing from gate_tally"
                        + " where tally = ? and known_to = ?")
                .param(body.tally().toString())
                .param(Micros.FOREVER)
                .query((row, n) -> new Tally(
                        new Hour(
                                new CorridorId(row.getString("corridor")),
                                new CrossingId(row.getString("crossing")),
                                Direction.valueOf(row.getString("direction")),
                                row.getLong("hour"),
                                row.getString("zone")),
                        Cells.ofLine(row.getString("passing"))))
                .optional();
        // The second of two undoings, from nodes that did not know of each other, has nothing left to undo.
        if (standing.isEmpty()) return;
        rows.sql("update gate_tally set known_to = ? where tally = ? and known_to = ?")
                .param(Micros.of(entry.received()))
                .param(body.tally().toString())
                .param(Micros.FOREVER)
                .update();
        add(standing.get().hour(), standing.get().cells(), -1, rows);
    }

    private static void turnedBack(Entry entry, PeopleTurnedBack body, JdbcClient rows) {
        rows.sql("insert into gate_turned_back (position, corridor, crossing, direction, hour, zone, people, by_party,"
                        + " told, claimant, known_from) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(entry.position())
                .param(body.corridor().slug())
                .param(body.crossing().slug())
                .param(body.direction().name())
                .param(hour(entry))
                .param(zone(entry))
                .param(body.people())
                .param(body.by().map(PartyId::slug).orElse(null))
                .param(body.told().name())
                .param(body.claimant().map(PartyId::slug).orElse(null))
                .param(Micros.of(entry.received()))
                .update();
        var hour = new Hour(body.corridor(), body.crossing(), body.direction(), hour(entry), zone(entry));
        add(hour, Map.of(Cells.TURNED_BACK, body.people()), 1, rows);
    }

    private static void handedOver(Entry entry, ChildHandedOver body, JdbcClient rows) {
        rows.sql("insert into gate_handover (position, tally, corridor, crossing, direction, hour, zone, to_party,"
                        + " child, known_from) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(entry.position())
                .param(TallyId.of(entry.id().act()).toString())
                .param(body.corridor().slug())
                .param(body.crossing().slug())
                .param(body.direction().name())
                .param(hour(entry))
                .param(zone(entry))
                .param(body.to().slug())
                .param(body.child().closed().line())
                .param(Micros.of(entry.received()))
                .update();
        var hour = new Hour(body.corridor(), body.crossing(), body.direction(), hour(entry), zone(entry));
        add(hour, Cells.handedOver(), 1, rows);
    }

    private static void queue(Entry entry, QueueTold body, JdbcClient rows) {
        rows.sql("insert into gate_queue (position, corridor, crossing, lanes, families, minutes, known_from)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .param(entry.position())
                .param(body.corridor().slug())
                .param(body.crossing().slug())
                .param(body.lanes())
                .param(body.families().orElse(null))
                .param(body.minutes().orElse(null))
                .param(Micros.of(entry.received()))
                .update();
    }

    private record Hour(CorridorId corridor, CrossingId crossing, Direction direction, long begins, String zone) {}

    private record Tally(Hour hour, Map<String, Long> cells) {}

    /// An hour with nobody in it still has its row: nobody is a figure.
    private static void add(Hour hour, Map<String, Long> cells, int sign, JdbcClient rows) {
        cells.forEach((counted, number) -> rows.sql("insert into gate_hour (corridor, crossing, direction, hour, zone,"
                        + " counted, number) values (?, ?, ?, ?, ?, ?, ?) on conflict (corridor, crossing, direction,"
                        + " hour, counted) do update set number = gate_hour.number + excluded.number")
                .param(hour.corridor().slug())
                .param(hour.crossing().slug())
                .param(hour.direction().name())
                .param(hour.begins())
                .param(hour.zone())
                .param(counted)
                .param(sign * number)
                .update());
    }

    private static long hour(Entry entry) {
        return Micros.of(entry.occurred().from());
    }

    private static String zone(Entry entry) {
        return entry.occurred().zone().getId();
    }
}
