// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.clearway.access.AccountId;
import org.clearway.agreement.CorridorId;
import org.clearway.agreement.PartyId;
import org.clearway.corridor.CrossingId;
import org.clearway.time.Micros;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads the rows that {@link GateView} writes.
record GateRows(JdbcClient rows) {
    private static final String KNOWN = " known_from <= ? and ? < known_to";

    /// What was decided last of those decisions that were known at `known`.
    Optional<OnDecision> lastDecision(CorridorId corridor, Instant known) {
        return rows.sql("select * from gate_decision where corridor = ? and known_from <= ?"
                        + " order by position desc limit 1")
                .param(corridor.slug())
                .param(Micros.of(known))
                .query((row, n) -> decision(row))
                .optional();
    }

    /// By whom a decision was made after `instant`, where one is on record.
    Optional<AccountId> decidedAfter(CorridorId corridor, Instant instant) {
        return rows.sql("select account from gate_decision where corridor = ? and made > ?"
                        + " order by position desc limit 1")
                .params(corridor.slug(), Micros.of(instant))
                .query((row, n) -> new AccountId(row.getString("account")))
                .optional();
    }

    /// Every decision, the latest first.
    List<OnDecision> decisions(CorridorId corridor) {
        return rows.sql("select * from gate_decision where corridor = ? order by position desc")
                .param(corridor.slug())
                .query((row, n) -> decision(row))
                .list();
    }

    /// A count, unless it was undone.
    Optional<OnTally> standing(TallyId tally) {
        return rows.sql("select * from gate_tally where tally = ? and known_to = ?")
                .param(tally.toString())
                .param(Micros.FOREVER)
                .query((row, n) -> tally(row))
                .optional();
    }

    /// The hour that an act was counted under, whether it stands or was undone.
    Optional<HourSlot> slotOf(TallyId tally) {
        return rows.sql("select hour, zone from gate_tally where tally = ?")
                .param(tally.toString())
                .query((row, n) -> slot(row))
                .optional();
    }

    /// The counts of an account at a gate that stand, the latest first.
    List<OnTally> latest(AccountId account, CrossingId crossing, int most) {
        return rows.sql("select * from gate_tally where account = ? and crossing = ? and known_to = ?"
                        + " order by position desc limit ?")
                .param(account.name())
                .param(crossing.slug())
                .param(Micros.FOREVER)
                .param(most)
                .query((row, n) -> tally(row))
                .list();
    }

    /// The hours from `from` up to, and not including, `to` of which anything was reported, in order.
    List<HourFigures> hours(CorridorId corridor, Instant from, Instant to) {
        record Hour(Gate gate, Direction direction, HourSlot slot) {}
        var cells = new LinkedHashMap<Hour, Map<String, Long>>();
        rows.sql("select * from gate_hour where corridor = ? and hour >= ? and hour < ?"
                        + " order by hour, crossing, direction, counted")
                .param(corridor.slug())
                .param(Micros.of(from))
                .param(Micros.of(to))
                .query((RowCallbackHandler) row -> {
                    var hour = new Hour(gate(row), Direction.valueOf(row.getString("direction")), slot(row));
                    cells.computeIfAbsent(hour, h -> new HashMap<>())
                            .put(row.getString("counted"), row.getLong("number"));
                });
        var hours = new ArrayList<HourFigures>();
        cells.forEach((hour, figures) -> {
            if (figures.values().stream().anyMatch(number -> number > 0)) {
                hours.add(new HourFigures(hour.gate(), hour.direction(), hour.slot(), Cells.figures(figures)));
            }
        });
        return hours;
    }

    /// The first hour that was reported at all, as it was known at `known`.
    Optional<Instant> firstReported(CorridorId corridor, Instant known) {
        Optional<Instant> counted = rows.sql(
                        "select hour from gate_tally where corridor = ? and" + KNOWN + " order by hour limit 1")
                .param(corridor.slug())
                .param(Micros.of(known))
                .param(Micros.of(known))
                .query((row, n) -> Micros.instant(row.getLong("hour")))
                .optional();
        Optional<Instant> handedOver = rows.sql("select hour from gate_handover where corridor = ?"
                        + " and known_from <= ? order by hour limit 1")
                .param(corridor.slug())
                .param(Micros.of(known))
                .query((row, n) -> Micros.instant(row.getLong("hour")))
                .optional();
        return Stream.of(counted, handedOver).flatMap(Optional::stream).min(Comparator.naturalOrder());
    }

    /// What passed, one way, in the hours from `from` up to, and not including, `to`, but for who
    /// was turned back; empty where nothing was reported of them. It is the sums of now, less what
    /// `since` takes back of them.
    Optional<Figures> known(CorridorId corridor, Direction direction, Instant from, Instant to, Since since) {
        var sums = new HashMap<String, Long>();
        rows.sql("select counted, sum(number) as number from gate_hour where corridor = ? and direction = ?"
                        + " and hour >= ? and hour < ? and counted <> ? group by counted")
                .param(corridor.slug())
                .param(direction.name())
                .param(Micros.of(from))
                .param(Micros.of(to))
                .param(Cells.TURNED_BACK)
                .query((RowCallbackHandler) row -> sums.put(row.getString("counted"), row.getLong("number")));
        since.takeBack(sums, direction, Micros.of(from), Micros.of(to));
        return sums.getOrDefault(Cells.REPORTS, 0L) == 0 ? Optional.empty() : Optional.of(Cells.figures(sums));
    }

    /// What has become known of a corridor since `known`: reported, handed over, or undone. A
    /// reading of now goes through no single count; the pluses keep the database from searching by
    /// what holds for nearly all of them.
    Since since(CorridorId corridor, Instant known) {
        long then = Micros.of(known);
        var since = new Since();
        rows.sql("select direction, hour, passing from gate_tally where corridor = ? and known_from > ?"
                        + " and +known_to = ?")
                .param(corridor.slug())
                .param(then)
                .param(Micros.FOREVER)
                .query((RowCallbackHandler) row -> since.add(row, Cells.ofLine(row.getString("passing")), 1));
        rows.sql("select direction, hour, passing from gate_tally where corridor = ? and +known_from <= ?"
                        + " and known_to > ? and known_to < " + Micros.FOREVER)
                .param(corridor.slug())
                .param(then)
                .param(then)
                .query((RowCallbackHandler) row -> since.add(row, Cells.ofLine(row.getString("passing")), -1));
        rows.sql("select direction, hour from gate_handover where corridor = ? and known_from > ?")
                .param(corridor.slug())
                .param(then)
                .query((RowCallbackHandler) row -> since.add(row, Cells.handedOver(), 1));
        return since;
    }

    /// What became known since a moment, by direction and hour.
    static final class Since {
        private record Hour(Direction direction, long begins) {}

        private final Map<Hour, Map<String, Long>> hours = new HashMap<>();

        private void add(ResultSet row, Map<String, Long> cells, long times) throws SQLException {
            var hour = new Hour(Direction.valueOf(row.getString("direction")), row.getLong("hour"));
            Map<String, Long> sums = hours.computeIfAbsent(hour, fresh -> new HashMap<>());
            cells.forEach((counted, number) -> sums.merge(counted, number * times, Long::sum));
        }

        private void takeBack(Map<String, Long> sums, Direction direction, long from, long to) {
            hours.forEach((hour, cells) -> {
                if (hour.direction() != direction || hour.begins() < from || hour.begins() >= to) return;
                cells.forEach((counted, number) -> sums.merge(counted, -number, Long::sum));
            });
        }
    }

    /// Who was turned back in a time, as it was told, the latest hour first.
    List<TurnedBack> turnedBack(CorridorId corridor, Instant from, Instant to) {
        return rows.sql("select * from gate_turned_back where corridor = ? and hour >= ? and hour < ?"
                        + " order by hour desc, position desc")
                .param(corridor.slug())
                .param(Micros.of(from))
                .param(Micros.of(to))
                .query((row, n) -> new TurnedBack(
                        gate(row),
                        Direction.valueOf(row.getString("direction")),
                        slot(row),
                        row.getLong("people"),
                        party(row, "by_party"),
                        TurnedBackTold.valueOf(row.getString("told")),
                        party(row, "claimant")))
                .list();
    }

    /// What was told last of the queue at a gate between two instants.
    Optional<Queue.Told> queue(Gate gate, Instant from, Instant to) {
        return rows.sql("select * from gate_queue where corridor = ? and crossing = ? and known_from >= ?"
                        + " and known_from <= ? order by position desc limit 1")
                .param(gate.corridor().slug())
                .param(gate.crossing().slug())
                .param(Micros.of(from))
                .param(Micros.of(to))
                .query((row, n) -> new Queue.Told(
                        new Queue(gate(row), row.getLong("lanes"), number(row, "families"), number(row, "minutes")),
                        Micros.instant(row.getLong("known_from"))))
                .optional();
    }

    private static Optional<Long> number(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(number);
    }

    private static OnDecision decision(ResultSet row) throws SQLException {
        return new OnDecision(
                new Decided(
                        new CorridorId(row.getString("corridor")),
                        Decision.valueOf(row.getString("decision")),
                        DecisionReason.valueOf(row.getString("because")),
                        party(row, "claimant")),
                Micros.instant(row.getLong("known_from")),
                new AccountId(row.getString("account")));
    }

    private static OnTally tally(ResultSet row) throws SQLException {
        return new OnTally(
                TallyId.parse(row.getString("tally")),
                Micros.instant(row.getLong("known_from")),
                new AccountId(row.getString("account")),
                new CrossingTally(
                        gate(row),
                        Direction.valueOf(row.getString("direction")),
                        slot(row),
                        Taken.valueOf(row.getString("taken")),
                        Cells.passing(Cells.ofLine(row.getString("passing")))));
    }

    private static Gate gate(ResultSet row) throws SQLException {
        return new Gate(new CorridorId(row.getString("corridor")), new CrossingId(row.getString("crossing")));
    }

    private static HourSlot slot(ResultSet row) throws SQLException {
        return new HourSlot(Micros.instant(row.getLong("hour")), ZoneId.of(row.getString("zone")));
    }

    private static Optional<PartyId> party(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).map(PartyId::new);
    }
}
