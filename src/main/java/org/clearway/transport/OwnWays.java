// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.Deed;
import org.clearway.agreement.CorridorId;
import org.clearway.corridor.Qualifier;
import org.clearway.gate.Gate;
import org.clearway.gate.Gates;
import org.clearway.gate.HourSlot;
import org.clearway.journal.ActId;
import org.clearway.journal.Body;
import org.clearway.journal.Draft;
import org.clearway.journal.Journal;
import org.clearway.journal.Reading;
import org.clearway.journal.Receipt;
import org.clearway.journal.Rule;
import org.clearway.language.Problem;
import org.clearway.time.Micros;
import org.clearway.time.Occurred;
import org.clearway.transport.TripEntries.OwnWayIn;
import org.clearway.transport.TripEntries.OwnWayOut;
import org.clearway.transport.TripEntries.OwnWayUndone;

/// Private vehicles and people on foot: counted out beside the crossing, counted in where they come
/// in, by the hour. Safe for use by many threads.
public final class OwnWays {
    private final Journal journal;

    public OwnWays(Journal journal) {
        this.journal = journal;
    }

    /// Counts people who set out by themselves.
    /// @param slot the hour in which they did; now, or earlier where it is told late
    /// @throws Problem `corridor.unknown`, `gate.crossing-unknown`; `transport.told-of-the-future`
    public Receipt out(Actor actor, ActId act, Gate gate, HourSlot slot, OwnWay counted) {
        actor.must(Deed.COUNT_OWN_WAYS);
        return record(actor, act, slot.occurred(), new OwnWayOut(gate.corridor(), gate.crossing(), counted), views -> {
            Gates.requireCrossing(views, gate);
            Convoys.requirePast(views, slot.begins());
        });
    }

    /// Counts people who came in by themselves.
    /// @throws Problem `transport.safe-area-unknown`; `transport.told-of-the-future`
    public Receipt in(Actor actor, ActId act, SafeAreaId area, HourSlot slot, OwnWay counted) {
        actor.must(Deed.COUNT_OWN_WAYS);
        return record(actor, act, slot.occurred(), new OwnWayIn(area, counted), views -> {
            SafeAreas.require(views, area);
            Convoys.requirePast(views, slot.begins());
        });
    }

    /// Takes a count back that the same account made by mistake.
    /// @throws Problem `transport.own-way-unknown`
    public Receipt undo(Actor actor, ActId act, PassageId counted) {
        actor.must(Deed.COUNT_OWN_WAYS);
        return record(
                actor, act, Occurred.at(act.named(), java.time.ZoneOffset.UTC), new OwnWayUndone(counted), views -> {
                    boolean own = views.rows()
                                    .sql("select count(*) from transport_own_way where counted = ? and account = ?")
                                    .param(counted.toString())
                                    .param(actor.account().name())
                                    .query(Long.class)
                                    .single()
                            > 0;
                    if (!own) throw Problem.of("transport.own-way-unknown");
                });
    }

    /// What was counted of a corridor in the hours that begin from one instant up to another: out
    /// at its crossings, in at the safe areas that its people go on to.
    public List<Counted> sum(
            Actor actor, Reading at, CorridorId corridor, List<SafeAreaId> areas, Instant from, Instant to) {
        actor.must(Deed.READ_BOARD);
        var sums = new ArrayList<Counted>();
        List<Told> all = at.rows()
                .sql("select * from transport_own_way where hour >= ? and hour < ? order by position")
                .param(Micros.of(from))
                .param(Micros.of(to))
                .query((row, n) -> told(row))
                .list();
        for (TravelWay way : TravelWay.values()) {
            List<Told> of =
                    all.stream().filter(one -> one.counted().way() == way).toList();
            sums.add(new Counted(
                    way,
                    figure(of.stream()
                            .filter(one ->
                                    one.corridor().filter(corridor::equals).isPresent())
                            .toList()),
                    figure(of.stream()
                            .filter(one -> one.area().filter(areas::contains).isPresent())
                            .toList())));
        }
        return sums;
    }

    /// The actor's own counts that stand, the latest first.
    public List<Told> latest(Actor actor, Reading at, int most) {
        actor.must(Deed.COUNT_OWN_WAYS);
        return at.rows()
                .sql("select * from transport_own_way where account = ? order by position desc limit ?")
                .param(actor.account().name())
                .param(most)
                .query((row, n) -> told(row))
                .list();
    }

    private static Figure figure(List<Told> counts) {
        return new Figure(
                counts.stream().mapToLong(one -> one.counted().people()).sum(),
                counts.stream().mapToLong(one -> one.counted().vehicles()).sum(),
                counts.stream().allMatch(one -> one.counted().qualifier() == Qualifier.EXACT));
    }

    /// @param out at the crossings
    /// @param in at the safe areas; nothing says that they are the same people
    public record Counted(TravelWay way, Figure out, Figure in) {}

    /// @param exact whether every count of it was
    public record Figure(long people, long vehicles, boolean exact) {}

    /// A count on record.
    ///
    /// @param corridor of who set out
    /// @param area of who came in
    public record Told(
            PassageId id,
            OwnWay counted,
            Instant hour,
            Optional<CorridorId> corridor,
            Optional<SafeAreaId> area,
            AccountId by) {}

    private static Told told(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Told(
                PassageId.parse(row.getString("counted")),
                new OwnWay(
                        TravelWay.valueOf(row.getString("way")),
                        row.getLong("people"),
                        row.getLong("vehicles"),
                        Qualifier.valueOf(row.getString("qualifier"))),
                Micros.instant(row.getLong("hour")),
                Optional.ofNullable(row.getString("corridor")).map(CorridorId::new),
                Optional.ofNullable(row.getString("safe_area")).map(SafeAreaId::new),
                new AccountId(row.getString("account")));
    }

    private Receipt record(Actor actor, ActId act, Occurred occurred, Body body, Rule rule) {
        return journal.record(actor, act, Draft.of(body, occurred), rule);
    }
}
