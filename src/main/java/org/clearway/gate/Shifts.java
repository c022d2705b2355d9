// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.Deed;
import org.clearway.agreement.CorridorId;
import org.clearway.corridor.CrossingId;
import org.clearway.journal.ActId;
import org.clearway.journal.Draft;
import org.clearway.journal.Journal;
import org.clearway.journal.Reading;
import org.clearway.journal.Receipt;
import org.clearway.language.Problem;
import org.clearway.time.Micros;
import org.clearway.time.Occurred;
import org.clearway.time.Period;
import org.clearway.time.TimePrecision;

/// The close of shifts at gates: the counts against cards and paper, what differs named and explained, signed by two
/// accounts. Safe for use by many threads.
public final class Shifts {
    private final Journal journal;

    public Shifts(Journal journal) {
        this.journal = journal;
    }

    /// What a shift comes to so far.
    public ShiftFigures figures(Actor actor, Reading at, Gate gate, Period hours, Optional<Long> paper) {
        actor.must(Deed.CLOSE_SHIFT);
        return figures(at, gate, hours, paper);
    }

    /// Closes a shift as its first hand.
    ///
    /// @param hours whole local hours, the last of which has begun
    /// @param seen the figures that whoever closes it has before them
    /// @throws Problem `gate.shift-moved-on` where they have changed meanwhile; `gate.difference-unexplained`;
    ///     `gate.slot-of-the-future`; `gate.crossing-unknown`
    public Receipt close(
            Actor actor,
            ActId act,
            Gate gate,
            Period hours,
            ShiftFigures seen,
            Map<Difference, Explanation> explained) {
        actor.must(Deed.CLOSE_SHIFT);
        var explanations = new EnumMap<Difference, Explanation>(Difference.class);
        seen.differences().forEach((difference, by) -> {
            Explanation explanation = explained.get(difference);
            if (explanation == null) {
                throw new Problem(
                        "gate.difference-unexplained",
                        Map.of("difference", difference.name(), "by", String.valueOf(by)));
            }
            explanations.put(difference, explanation);
        });
        var body = new ShiftClosed(
                gate.corridor(),
                gate.crossing(),
                seen.households(),
                seen.people(),
                seen.cards(),
                seen.paper(),
                explanations);
        var occurred = new Occurred(hours.from(), hours.to(), TimePrecision.HOURS, hours.zone());
        return journal.record(actor, act, Draft.of(body, occurred), views -> {
            Gates.requireCrossing(views, gate);
            Gates.requirePast(new HourSlot(hours.to().minusMillis(1), hours.zone()), views.knownAt());
            if (!figures(views, gate, hours, seen.paper()).equals(seen)) throw Problem.of("gate.shift-moved-on");
        });
    }

    /// Signs the close of a shift as its second hand.
    /// @throws Problem `gate.shift-unknown`; `gate.same-hand` for the account that closed it; `gate.signed-already`
    public Receipt sign(Actor actor, ActId act, ShiftId shift) {
        actor.must(Deed.CLOSE_SHIFT);
        return journal.record(actor, act, Draft.now(new ShiftSigned(shift), act), views -> {
            Hands hands = views.rows()
                    .sql("select closed_by, signed_by from gate_shift where shift = ?")
                    .param(shift.toString())
                    .query((row, n) -> new Hands(row.getString(1), Optional.ofNullable(row.getString(2))))
                    .optional()
                    .orElseThrow(() -> Problem.of("gate.shift-unknown", "shift", shift));
            if (hands.second().isPresent())
                throw Problem.of(
                        "gate.signed-already", "account", hands.second().get());
            if (hands.first().equals(actor.account().name())) throw Problem.of("gate.same-hand");
        });
    }

    private record Hands(String first, Optional<String> second) {}

    /// The shifts that were closed at a gate, the latest first.
    public List<Shift> closed(Actor actor, Reading at, Gate gate, int most) {
        actor.must(Deed.READ_COUNTS);
        return at
                .rows()
                .sql("select * from gate_shift where corridor = ? and crossing = ? order by position desc limit ?")
                .param(gate.corridor().slug())
                .param(gate.crossing().slug())
                .param(most)
                .query((row, n) -> row(row))
                .list()
                .stream()
                .map(row ->
                        row.shift(figures(at, gate, row.hours(), row.closed().paper())))
                .toList();
    }

    private record Row(
            ShiftId id,
            Gate gate,
            Period hours,
            ShiftFigures closed,
            Map<Difference, Explanation> explained,
            AccountId by,
            java.time.Instant at,
            Optional<AccountId> signed) {
        Shift shift(ShiftFigures now) {
            return new Shift(id, gate, hours, closed, explained, now, by, at, signed);
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        long paper = row.getLong("paper");
        Optional<Long> sheet = row.wasNull() ? Optional.empty() : Optional.of(paper);
        return new Row(
                ShiftId.parse(row.getString("shift")),
                new Gate(new CorridorId(row.getString("corridor")), new CrossingId(row.getString("crossing"))),
                new Period(
                        Micros.instant(row.getLong("hours_from")),
                        Micros.instant(row.getLong("hours_to")),
                        ZoneId.of(row.getString("zone"))),
                new ShiftFigures(row.getLong("households"), row.getLong("people"), row.getLong("cards"), sheet),
                explained(row.getString("explained")),
                new AccountId(row.getString("closed_by")),
                Micros.instant(row.getLong("known_from")),
                Optional.ofNullable(row.getString("signed_by")).map(AccountId::new));
    }

    private static Map<Difference, Explanation> explained(String line) {
        var explained = new EnumMap<Difference, Explanation>(Difference.class);
        for (String one : line.isEmpty() ? new String[0] : line.split(" ", -1)) {
            int equals = one.indexOf('=');
            explained.put(Difference.valueOf(one.substring(0, equals)), Explanation.valueOf(one.substring(equals + 1)));
        }
        return explained;
    }

    /// People on their way out; cards that are not replacements of others.
    private static ShiftFigures figures(Reading views, Gate gate, Period hours, Optional<Long> paper) {
        List<Figures> out = new GateRows(views.rows())
                .hours(gate.corridor(), hours.from(), hours.to()).stream()
                        .filter(hour -> hour.gate().equals(gate) && hour.direction() == Direction.OUT)
                        .map(HourFigures::figures)
                        .toList();
        long cards = views.rows()
                .sql("select count(*) from gate_card where corridor = ? and crossing = ? and hour >= ? and hour < ?"
                        + " and replacement = 0")
                .param(gate.corridor().slug())
                .param(gate.crossing().slug())
                .param(Micros.of(hours.from()))
                .param(Micros.of(hours.to()))
                .query(Long.class)
                .single();
        return new ShiftFigures(
                out.stream().mapToLong(Figures::households).sum(),
                out.stream().mapToLong(Figures::persons).sum(),
                cards,
                paper);
    }
}
