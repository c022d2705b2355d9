// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.Deed;
import org.clearway.agreement.Agreements;
import org.clearway.agreement.CorridorId;
import org.clearway.care.CareEntries.LimitsSet;
import org.clearway.care.CareEntries.PointChecked;
import org.clearway.care.CareEntries.PointPlanned;
import org.clearway.care.CareEntries.PointSet;
import org.clearway.care.CareEntries.StateAnnounced;
import org.clearway.care.CareEntries.TouchUndone;
import org.clearway.corridor.Corridors;
import org.clearway.corridor.Service;
import org.clearway.gate.CardNumber;
import org.clearway.gate.CardStanding;
import org.clearway.gate.Cards;
import org.clearway.gate.HourSlot;
import org.clearway.journal.ActId;
import org.clearway.journal.BesideTable.Copies;
import org.clearway.journal.Chapter;
import org.clearway.journal.Draft;
import org.clearway.journal.EntryKind;
import org.clearway.journal.Journal;
import org.clearway.journal.Reading;
import org.clearway.journal.Receipt;
import org.clearway.journal.Rule;
import org.clearway.journal.Subject;
import org.clearway.language.Problem;
import org.clearway.time.Occurred;
import org.clearway.time.Period;

/// Every service point on record, how its services stand, and what it gave by the hour. Safe for use by many threads.
///
/// No state of a corridor and no empty shelf keeps anybody from being given something. What may is a service's
/// {@link Limits}; water and urgent care have none.
public final class ServicePoints {
    private final Journal journal;
    private final Cards cards;
    private final InstantSource clock;

    public ServicePoints(Journal journal) {
        this.journal = journal;
        this.cards = new Cards(journal);
        this.clock = journal.clock();
    }

    /// The chapter of the whole package.
    public static Chapter chapter() {
        var kinds = new ArrayList<EntryKind>();
        kinds.addAll(CareEntries.kinds());
        kinds.addAll(CareEntries.ofStock());
        kinds.addAll(CareEntries.ofComplaints());
        return Chapter.of(
                        "care",
                        kinds,
                        new PointView(),
                        new TouchView(),
                        new LimitView(),
                        new StockView(),
                        new ComplaintView())
                // The secret of a day goes with the day, from every copy too.
                .beside("care_day_secret", Copies.NEWEST);
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

    /// Sets the limits of a service at a point, or lifts them.
    /// @throws Problem `care.point-unknown`; `care.limit-of-no-service`
    public Receipt limit(Actor actor, ActId act, Limits limits) {
        actor.must(Deed.RECORD_SERVICE_POINT);
        limits.requireDesksThatGive();
        return journal.record(actor, act, Draft.of(new LimitsSet(limits), named(act)), views -> {
            ServicePoint point = PointRows.of(views)
                    .point(limits.point())
                    .orElseThrow(() -> Problem.of("care.point-unknown", "point", limits.point()));
            if (!limits.areNone() && !point.services().contains(limits.service())) {
                throw Problem.of("care.limit-of-no-service", "service", limits.service());
            }
        });
    }

    /// Records that people were given something, and nobody showed a card or needed one. What the service takes by its
    /// recipe comes off the stock card, however little the card has left.
    /// @throws Problem `care.point-unknown`; `care.hour-to-come`; `care.limit-desk`, `care.limit-hours`,
    ///     `care.limit-hours-over` as the service is limited, while nothing is refused
    ///     that was given in the past
    public Receipt give(Actor actor, ActId act, Touch.Given given) {
        return record(actor, act, given, Optional.empty(), limits(actor, given, Optional.empty(), day(given)));
    }

    /// The same where somebody showed a card. Whose it is is not looked at, and it counts as one that nobody ever had.
    /// @throws Problem as {@link #give(Actor, ActId, Touch.Given)}; `care.card-dead`, `care.limit-interval`,
    ///     `care.limit-day`, `care.limit-other`, `care.limit-household` as the service is limited
    public Receipt give(Actor actor, ActId act, Touch.Given given, CardNumber card) {
        actor.must(Deed.RECORD_SERVICE);
        if (onRecord(act).isPresent()) return again(actor, act, given);
        Limiter limiter = limiter(journal.now(), given);
        if (given.how() == HowRecorded.AT_ONCE && limiter.wholeHouseholds()) {
            requireGivable(actor, limiter, card);
            cards.persons(actor, journal.ids().next(), card).ifPresent(persons -> {
                throw new Problem(
                        "care.limit-household",
                        Map.of("service", Problem.detail(given.service()), "people", String.valueOf(persons)));
            });
        }
        return give(actor, act, given, card, limiter);
    }

    /// Records that everyone on a card was given something that is given to whole households here. How many they are is
    /// read from the card's household, and each reading is on record: so it is read for nothing else.
    /// @throws Problem as {@link #give(Actor, ActId, Touch.Given, CardNumber)}; `care.not-to-households`;
    ///     `care.household-not-known` where this node cannot tell how many they are
    public Receipt giveToAll(Actor actor, ActId act, PointId point, Service service, HourSlot hour, CardNumber card) {
        actor.must(Deed.RECORD_SERVICE);
        Optional<Touch.Given> before = onRecord(act);
        if (before.isPresent()) return again(actor, act, before.get());
        Limiter limiter = Limiter.of(journal, journal.now(), point, service);
        if (!limiter.wholeHouseholds()) throw Problem.of("care.not-to-households", "service", service);
        requireGivable(actor, limiter, card);
        long people = cards.persons(actor, journal.ids().next(), card)
                .orElseThrow(() -> Problem.of("care.household-not-known", "card", card));
        var given = new Touch.Given(point, service, Math.toIntExact(people), hour, HowRecorded.AT_ONCE);
        return give(actor, act, given, card, limiter);
    }

    /// Before a household is opened.
    private void requireGivable(Actor actor, Limiter limiter, CardNumber card) {
        refuse(limiter.toAnybody(actor, clock.instant()).or(() -> dead(actor, journal.now(), card)));
    }

    private Receipt give(Actor actor, ActId act, Touch.Given given, CardNumber card, Limiter limiter) {
        LocalDate day = day(given);
        return record(actor, act, given, limiter.keep(card, day), limits(actor, given, Optional.of(card), day));
    }

    /// The day on the clock at the point, under which it is kept what a card was given.
    private LocalDate day(Touch.Given given) {
        Instant moment = given.how() == HowRecorded.AT_ONCE
                ? clock.instant()
                : given.hour().begins();
        return moment.atZone(given.hour().zone()).toLocalDate();
    }

    /// What was given in the past is not held up.
    private Rule limits(Actor actor, Touch.Given given, Optional<CardNumber> card, LocalDate day) {
        if (given.how() != HowRecorded.AT_ONCE) return Rule.NONE;
        ZoneId zone = given.hour().zone();
        return views -> refuse(limit(actor, views, limiter(views, given), card, day, views.knownAt(), zone));
    }

    private static void refuse(Optional<Problem> why) {
        if (why.isPresent()) throw why.get();
    }

    /// What an act gave, where it is on record: then it is answered as it was, whatever the limits are by now.
    private Optional<Touch.Given> onRecord(ActId act) {
        return PointRows.of(journal.now()).given(TouchId.of(act));
    }

    private Receipt again(Actor actor, ActId act, Touch.Given given) {
        Optional<Subject> served = LimitRows.of(journal.now()).servedBy(TouchId.of(act));
        return record(actor, act, given, served, Rule.NONE);
    }

    private Optional<Problem> limit(
            Actor actor,
            Reading at,
            Limiter limiter,
            Optional<CardNumber> card,
            LocalDate day,
            Instant now,
            ZoneId zone) {
        return limiter.toAnybody(actor, now)
                .or(() -> card.filter(shown -> limiter.readsCards())
                        .flatMap(shown -> dead(actor, at, shown).or(() -> limiter.with(shown, day, now, zone))));
    }

    private Optional<Problem> dead(Actor actor, Reading at, CardNumber card) {
        return cards.card(actor, at, card) instanceof CardStanding.Dead
                ? Optional.of(Problem.of("care.card-dead"))
                : Optional.empty();
    }

    private Limiter limiter(Reading at, Touch.Given given) {
        return Limiter.of(journal, at, given.point(), given.service());
    }

    /// What keeps a desk from giving each service of a point now, with a card where one is shown; a service that
    /// nothing
    /// keeps it from is not there.
    /// @param zone whose clock hangs on the wall
    public Map<Service, Problem> held(
            Actor actor, Reading at, ServicePoint point, Optional<CardNumber> card, ZoneId zone) {
        actor.must(Deed.RECORD_SERVICE);
        Instant now = clock.instant();
        LocalDate day = now.atZone(zone).toLocalDate();
        var held = new EnumMap<Service, Problem>(Service.class);
        for (Limiter limiter : Limiter.of(journal, at, point.id(), point.services())) {
            limit(actor, at, limiter, card, day, now, zone).ifPresent(why -> held.put(limiter.service(), why));
        }
        return held;
    }

    /// Whether anything that a point gives is limited with a card, by its own limits or those of another point of the
    /// corridor: only then does a desk read one.
    public boolean readsCards(Actor actor, Reading at, ServicePoint point) {
        actor.must(Deed.READ_BOARD);
        return Limiter.of(journal, at, point.id(), point.services()).stream().anyMatch(Limiter::readsCards);
    }

    /// The limits of a point's services, where there are any.
    public List<Limits> limits(Actor actor, Reading at, PointId point) {
        actor.must(Deed.READ_BOARD);
        return LimitRows.of(at).at(point);
    }

    /// Records that people went without.
    /// @throws Problem `care.point-unknown`; `care.hour-to-come`
    public Receipt turnAway(Actor actor, ActId act, Touch.TurnedAway turnedAway) {
        return record(actor, act, turnedAway, Optional.empty(), Rule.NONE);
    }

    /// Records that people came for treatment, and how urgently they need it. No token goes with that.
    /// @throws Problem `care.point-unknown`; `care.hour-to-come`
    public Receipt triage(Actor actor, ActId act, Touch.Triage triage) {
        return record(actor, act, triage, Optional.empty(), Rule.NONE);
    }

    private Receipt record(Actor actor, ActId act, Touch touch, Optional<Subject> served, Rule limits) {
        actor.must(Deed.RECORD_SERVICE);
        var draft = new Draft(Told.body(touch), touch.hour().occurred(), served);
        return journal.record(actor, act, draft, views -> {
            requireKnown(views, touch.point());
            if (touch.hour().begins().isAfter(clock.instant())) {
                throw Problem.of(
                        "care.hour-to-come",
                        "hour",
                        touch.hour().begins().atZone(touch.hour().zone()).toLocalDateTime());
            }
            limits.check(views);
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
