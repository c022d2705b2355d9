// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.Deed;
import org.clearway.agreement.Agreements;
import org.clearway.agreement.CorridorId;
import org.clearway.care.CareEntries.PointChecked;
import org.clearway.care.CareEntries.PointPlanned;
import org.clearway.care.CareEntries.PointSet;
import org.clearway.care.CareEntries.StateAnnounced;
import org.clearway.care.CareEntries.TouchUndone;
import org.clearway.corridor.Corridors;
import org.clearway.gate.HourSlot;
import org.clearway.journal.ActId;
import org.clearway.journal.Chapter;
import org.clearway.journal.Draft;
import org.clearway.journal.EntryKind;
import org.clearway.journal.Journal;
import org.clearway.journal.Reading;
import org.clearway.journal.Receipt;
import org.clearway.journal.Subject;
import org.clearway.language.Problem;
import org.clearway.time.Occurred;
import org.clearway.time.Period;

/// Every service point on record, how its services stand, and what it gave by the hour. Safe for use by many threads.
///
/// Nothing that keeps people from being given something is here: no state of a corridor, no limit, no empty shelf.
public final class ServicePoints {
    private final Journal journal;
    private final InstantSource clock;

    public ServicePoints(Journal journal) {
        this.journal = journal;
        this.clock = journal.clock();
    }

    /// The chapter of the whole package.
    public static Chapter chapter() {
        var kinds = new ArrayList<EntryKind>();
        kinds.addAll(CareEntries.kinds());
        kinds.addAll(CareEntries.ofStock());
        kinds.addAll(CareEntries.ofComplaints());
        return Chapter.of("care", kinds, new PointView(), new TouchView(), new StockView(), new ComplaintView());
    }

    /// Puts a point on record, or restates it whole.
    /// @throws Problem `corridor.unknown`; `care.item-unknown` where a recipe names what no catalogue holds
    public Receipt set(Actor actor, ActId act, ServicePoint point) {
        actor.must(Deed.RECORD_SERVICE_POINT);
        return journal.record(actor, act, Draft.of(new PointSet(point), named(act)), views -> {
            Corridors.require(views, point.corridor());
            for (Recipe recipe : point.recipes()) StockRows.of(views).requireItem(recipe.item());
        });
    }

    /// Records what somebody says of how a point's services stand.
    /// @throws Problem `care.point-unknown`, `agreement.party-unknown`
    public Receipt announce(Actor actor, ActId act, Announcement told) {
        actor.must(Deed.RECORD_ANNOUNCEMENT);
        return journal.record(
                actor, act, Draft.of(new StateAnnounced(told), told.source().published()), views -> {
                    requireKnown(views, told.point());
                    Agreements.requireParties(views, List.of(told.announcer()));
                });
    }

    /// Records what the actor found at a point.
    /// @throws Problem `care.point-unknown`
    public Receipt check(Actor actor, ActId act, Check check, Occurred when) {
        actor.must(Deed.RECORD_SERVICE);
        return journal.record(
                actor, act, Draft.of(new PointChecked(check), when), views -> requireKnown(views, check.point()));
    }

    /// Says how many people a point is to be ready for, and against what figures it is measured.
    /// @throws Problem `care.point-unknown`
    public Receipt plan(Actor actor, ActId act, Plan plan) {
        actor.must(Deed.RECORD_SERVICE_POINT);
        return journal.record(
                actor, act, Draft.of(new PointPlanned(plan), named(act)), views -> requireKnown(views, plan.point()));
    }

    /// Records that people were given something. Where a token was shown it may be passed on, and where none was, that
    /// is as good; what the service takes by its recipe comes off the stock card, however little the card has left.
    ///
    /// @param token the pseudonym of a token, where one was shown
    /// @throws Problem `care.point-unknown`; `care.hour-to-come`
    public Receipt give(Actor actor, ActId act, Touch.Given given, Optional<Subject> token) {
        return record(actor, act, given, token);
    }

    /// Records that people went without.
    /// @throws Problem as {@link #give}
    public Receipt turnAway(Actor actor, ActId act, Touch.TurnedAway turnedAway) {
        return record(actor, act, turnedAway, Optional.empty());
    }

    /// Records that people came for treatment, and how urgently they need it. No token goes with that.
    /// @throws Problem as {@link #give}
    public Receipt triage(Actor actor, ActId act, Touch.Triage triage) {
        return record(actor, act, triage, Optional.empty());
    }

    private Receipt record(Actor actor, ActId act, Touch touch, Optional<Subject> token) {
        actor.must(Deed.RECORD_SERVICE);
        var draft = new Draft(Told.body(touch), touch.hour().occurred(), token);
        return journal.record(actor, act, draft, views -> {
            requireKnown(views, touch.point());
            if (touch.hour().begins().isAfter(clock.instant())) {
                throw Problem.of(
                        "care.hour-to-come",
                        "hour",
                        touch.hour().begins().atZone(touch.hour().zone()).toLocalDateTime());
            }
        });
    }

    /// Takes back a touch that was a slip, within a day. What it took from the stock is put back.
    /// @throws Problem `care.touch-not-standing` where it is not on record, is older or was undone before;
    ///     `care.touch-of-another`
    public Receipt undo(Actor actor, ActId act, TouchId touch) {
        actor.must(Deed.RECORD_SERVICE);
        return journal.record(actor, act, Draft.of(new TouchUndone(touch), named(act)), views -> {
            AccountId by = PointRows.of(views)
                    .recordedBy(touch, clock.instant())
                    .orElseThrow(() -> Problem.of("care.touch-not-standing", "touch", touch));
            if (!by.equals(actor.account())) throw Problem.of("care.touch-of-another", "account", by.name());
        });
    }

    /// The points of a corridor, by id.
    public List<ServicePoint> points(Actor actor, Reading at, CorridorId corridor) {
        actor.must(Deed.READ_BOARD);
        return PointRows.of(at).points(corridor);
    }

    public Optional<ServicePoint> point(Actor actor, Reading at, PointId point) {
        actor.must(Deed.READ_BOARD);
        return PointRows.of(at).point(point);
    }

    /// How a point's services are announced to stand, and how they were found.
    public PointStanding standing(Actor actor, Reading at, PointId point) {
        actor.must(Deed.READ_BOARD);
        return PointRows.of(at).standing(point);
    }

    /// Whether a point has enough for those who are expected: needed, announced, found, and used in a day or in an
    /// hour of it. Empty where nobody said how many are expected.
    /// @throws Problem `care.point-unknown`
    public Optional<Readiness> readiness(Actor actor, Reading at, PointId point, Period period) {
        actor.must(Deed.READ_BOARD);
        PointRows rows = PointRows.of(at);
        ServicePoint announced = rows.point(point).orElseThrow(() -> Problem.of("care.point-unknown", "point", point));
        Map<Equipment, Long> found =
                rows.standing(point).found().map(last -> last.check().there()).orElse(Map.of());
        return rows.plan(point)
                .map(plan -> Readiness.of(plan, announced.equipment(), found, new Use(at, announced, period).of(plan)));
    }

    /// What a point gave, and who went without, by hour and service; an hour of which nothing was told is not there.
    public List<ServiceHour> hours(Actor actor, Reading at, PointId point, Period period) {
        actor.must(Deed.READ_SERVICES);
        return PointRows.of(at).hours(point, period);
    }

    /// What a point has given in one hour so far, as the board shows it.
    public List<ServiceHour> hour(Actor actor, Reading at, PointId point, HourSlot hour) {
        actor.must(Deed.READ_BOARD);
        return PointRows.of(at).hours(point, hour.period());
    }

    /// How many came for treatment, by hour, colour, age group and sex.
    public List<TriageHour> triage(Actor actor, Reading at, PointId point, Period period) {
        actor.must(Deed.READ_SERVICES);
        return PointRows.of(at).triage(point, period);
    }

    /// The actor's own touches at a point that can be undone, the latest first.
    public List<LastTouch> latest(Actor actor, Reading at, PointId point, int most) {
        actor.must(Deed.RECORD_SERVICE);
        return PointRows.of(at).latest(actor.account(), point, most);
    }

    static void requireKnown(Reading views, PointId point) {
        if (!PointRows.of(views).isKnown(point)) throw Problem.of("care.point-unknown", "point", point);
    }

    /// For an act whose time is its own.
    static Occurred named(ActId act) {
        return Occurred.at(act.named(), ZoneOffset.UTC);
    }
}
