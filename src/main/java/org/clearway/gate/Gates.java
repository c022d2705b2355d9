// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.clearway.access.Actor;
import org.clearway.access.Deed;
import org.clearway.agreement.Agreements;
import org.clearway.agreement.Assured;
import org.clearway.agreement.CorridorId;
import org.clearway.agreement.Party;
import org.clearway.agreement.PartyId;
import org.clearway.agreement.PartyKind;
import org.clearway.corridor.Corridor;
import org.clearway.corridor.Corridors;
import org.clearway.corridor.OnRecord;
import org.clearway.corridor.Routes;
import org.clearway.corridor.Through;
import org.clearway.corridor.UseClaim;
import org.clearway.corridor.Used;
import org.clearway.journal.ActId;
import org.clearway.journal.BesideTable.Copies;
import org.clearway.journal.Chapter;
import org.clearway.journal.Draft;
import org.clearway.journal.EntryKind;
import org.clearway.journal.Journal;
import org.clearway.journal.Reading;
import org.clearway.journal.Receipt;
import org.clearway.journal.Rule;
import org.clearway.journal.Sealed;
import org.clearway.language.Problem;
import org.clearway.time.Micros;
import org.clearway.time.Occurred;
import org.clearway.time.Period;

/// The gates of every corridor: what is decided of them, and who passed. Safe for use by many threads.
public final class Gates {
    /// How long a slip may be undone by the desk that made it. Later a count is corrected with a
    /// reason, at the close of the shift.
    private static final Duration UNDONE_WITHIN = Duration.ofHours(12);

    /// Later than any decision.
    private static final Instant LATEST = Micros.instant(Micros.FOREVER - 1);

    /// How long what was told of a queue is worth telling on.
    public static final Duration QUEUE_HOLDS = Duration.ofHours(2);

    private final Journal journal;
    private final Corridors corridors;
    private final InstantSource clock;

    public Gates(Journal journal, Corridors corridors) {
        this.journal = journal;
        this.corridors = corridors;
        this.clock = journal.clock();
    }

    public static Chapter chapter() {
        return Chapter.of(
                        "gate",
                        List.of(
                                new EntryKind("gate.decided", 1, GateDecided.class),
                                new EntryKind("gate.tallied", 1, Tallied.class),
                                new EntryKind("gate.tally-undone", 1, TallyUndone.class),
                                new EntryKind("gate.people-turned-back", 1, PeopleTurnedBack.class),
                                new EntryKind("gate.child-handed-over", 1, ChildHandedOver.class),
                                new EntryKind("gate.queue-told", 1, QueueTold.class),
                                new EntryKind("gate.card-issued", 1, CardIssued.class),
                                new EntryKind("gate.card-replaced", 1, CardReplaced.class),
                                new EntryKind("gate.hour-tallied", 1, HourTallied.class),
                                new EntryKind("gate.concern-raised", 1, ConcernRaised.class),
                                new EntryKind("gate.shift-closed", 1, ShiftClosed.class),
                                new EntryKind("gate.shift-signed", 1, ShiftSigned.class)),
                        new GateView(),
                        new CardView(),
                        new ChoiceView(),
                        new ShiftView())
                .beside("gate_handover_carded", Copies.NEWEST)
                // What people chose leaves no trace on any of them.
                .beside("gate_box", Copies.NONE)
                .beside("gate_box_mark", Copies.NONE);
    }

    /// Opens the gates of a corridor, stops them or has them resumed.
    /// @throws Problem `corridor.unknown`; `agreement.party-unknown`; `gate.not-assured` where
    ///     people would be taken in while not every relevant party's promise stands (practice §10,
    ///     rule 6); `gate.decision-out-of-turn`
    public Receipt decide(Actor actor, ActId act, Decided decided) {
        return decide(actor, act, decided, Draft.now(body(decided), act), Reading::knownAt);
    }

    /// The same for a decision that was written down when it was made, and is recorded now. What people were taken in
    /// under is asked of that time; while a promise does not stand now, nobody is taken in now either.
    /// @throws Problem as {@link #decide(Actor, ActId, Decided)}; `gate.decision-of-the-future`;
    ///     `gate.decided-since` where a later one is on record
    public Receipt decide(Actor actor, ActId act, Decided decided, Occurred when) {
        Instant made = when.from();
        return decide(actor, act, decided, Draft.of(body(decided), when), views -> {
            if (made.isAfter(views.knownAt())) {
                throw Problem.of("gate.decision-of-the-future", "when", when.localFrom());
            }
            rows(views).decidedAfter(decided.corridor(), made).ifPresent(by -> {
                throw Problem.of("gate.decided-since", "account", by.name());
            });
            return made;
        });
    }

    private Receipt decide(Actor actor, ActId act, Decided decided, Draft draft, Function<Reading, Instant> madeAt) {
        actor.must(Deed.DECIDE_GATE);
        return journal.record(actor, act, draft, views -> {
            Instant made = madeAt.apply(views);
            Agreements.requireParties(views, decided.claimant().stream().toList());
            requireInTurn(state(views, decided.corridor(), made), decided.decision());
            if (decided.decision().lets()) requireAssured(views, decided.corridor(), made);
        });
    }

    private static GateDecided body(Decided decided) {
        return new GateDecided(decided.corridor(), decided.decision(), decided.because(), decided.claimant());
    }

    /// Counts people as they pass, in the hour that it is at the gate.
    ///
    /// @param zone whose clock hangs on the wall
    /// @throws Problem what keeps the gate from taking people in: `gate.not-opened`, `gate.stopped`,
    ///     `gate.not-assured`, `gate.out-of-hours`, `gate.hours-over`; `gate.child-alone`;
    ///     `corridor.unknown`, `gate.crossing-unknown`
    public Receipt count(Actor actor, ActId act, Gate gate, Direction direction, ZoneId zone, Passing passing) {
        actor.must(Deed.RECORD_TALLY);
        var slot = new HourSlot(clock.instant(), zone);
        return record(actor, act, new CrossingTally(gate, direction, slot, Taken.AT_THE_GATE, passing), views -> {
            Corridor corridor = requireCrossing(views, gate);
            requireWorking(corridor.id(), state(views, corridor.id(), views.knownAt()));
        });
    }

    /// Records an hour's count that was taken before: somebody remembers it, or it stands on a
    /// paper form. It is true whatever has become of the gate since.
    /// @throws Problem `gate.slot-of-the-future`; `gate.child-alone`; `corridor.unknown`,
    ///     `gate.crossing-unknown`
    public Receipt report(Actor actor, ActId act, CrossingTally count) {
        actor.must(Deed.RECORD_TALLY);
        if (count.taken() == Taken.AT_THE_GATE) throw new IllegalArgumentException("That is counted, not reported.");
        return record(actor, act, count, views -> {
            requireCrossing(views, count.gate());
            requirePast(count.slot(), views.knownAt());
        });
    }

    private Receipt record(Actor actor, ActId act, CrossingTally count, Rule rule) {
        return journal.record(
                actor, act, Draft.of(Tallied.of(count), count.slot().occurred()), rule);
    }

    /// Takes back a count that was a slip.
    /// @throws Problem `gate.tally-unknown` where it is not on record or was undone before;
    /// `gate.tally-of-another`;
    ///     `gate.too-late-to-undo`
    public Receipt undo(Actor actor, ActId act, TallyId tally) {
        actor.must(Deed.RECORD_TALLY);
        return journal.record(actor, act, Draft.of(new TallyUndone(tally), undone(act, tally)), views -> {
            OnTally standing =
                    rows(views).standing(tally).orElseThrow(() -> Problem.of("gate.tally-unknown", "tally", tally));
            if (!standing.by().equals(actor.account()) && !actor.may(Deed.DECIDE_GATE)) {
                throw Problem.of(
                        "gate.tally-of-another", "account", standing.by().name());
            }
            if (standing.recorded().plus(UNDONE_WITHIN).isBefore(views.knownAt())) {
                throw Problem.of("gate.too-late-to-undo", "hours", UNDONE_WITHIN.toHours());
            }
        });
    }

    /// An undoing tells of the hour that it undoes.
    private Occurred undone(ActId act, TallyId tally) {
        return rows(journal.now())
                .slotOf(tally)
                .map(HourSlot::occurred)
                .orElseGet(() -> Occurred.at(act.named(), ZoneOffset.UTC));
    }

    /// Records that people were not let through, and who is said to have turned them back.
    /// @throws Problem `gate.slot-of-the-future`; `agreement.party-unknown`; `corridor.unknown`,
    ///     `gate.crossing-unknown`
    public Receipt turnedBack(Actor actor, ActId act, TurnedBack told) {
        actor.must(Deed.RECORD_TALLY);
        var body = new PeopleTurnedBack(
                told.gate().corridor(),
                told.gate().crossing(),
                told.direction(),
                told.people(),
                told.by(),
                told.told(),
                told.claimant());
        return journal.record(actor, act, Draft.of(body, told.slot().occurred()), views -> {
            requireCrossing(views, told.gate());
            requirePast(told.slot(), views.knownAt());
            Agreements.requireParties(views, told.by().stream().toList());
            Agreements.requireParties(views, told.claimant().stream().toList());
        });
    }

    /// Hands a child who came alone over to a child-protection actor, which counts the child. There
    /// is no other way for a child alone; whether the gate works does not matter, for nobody sends
    /// a child back.
    /// @throws Problem `gate.not-child-protection`; `corridor.unknown`, `gate.crossing-unknown`
    public Receipt handOver(Actor actor, ActId act, Handover handover, ZoneId zone) {
        return handOver(actor, act, handover, new HourSlot(clock.instant(), zone));
    }

    /// The same for a handover of an hour that has gone by, as it was written on paper.
    /// @throws Problem as {@link #handOver(Actor, ActId, Handover, ZoneId)}; `gate.slot-of-the-future`
    public Receipt handOver(Actor actor, ActId act, Handover handover, HourSlot slot) {
        actor.must(Deed.RECORD_TALLY);
        var body = new ChildHandedOver(
                handover.gate().corridor(),
                handover.gate().crossing(),
                handover.direction(),
                handover.to(),
                Sealed.of(handover.child()));
        return journal.record(actor, act, Draft.of(body, slot.occurred()), views -> {
            requireCrossing(views, handover.gate());
            requirePast(slot, views.knownAt());
            requireChildProtection(views, handover.to());
        });
    }

    /// Records what a desk sees of those who wait.
    /// @throws Problem `corridor.unknown`, `gate.crossing-unknown`
    public Receipt tell(Actor actor, ActId act, Queue queue) {
        actor.must(Deed.RECORD_TALLY);
        var body = new QueueTold(
                queue.gate().corridor(), queue.gate().crossing(), queue.lanes(), queue.families(), queue.minutes());
        return journal.record(actor, act, Draft.now(body, act), views -> requireCrossing(views, queue.gate()));
    }

    /// What was told last of those who wait at a gate, within {@link #QUEUE_HOLDS} before `instant`.
    public Optional<Queue.Told> queue(Actor actor, Reading at, Gate gate, Instant instant) {
        actor.must(Deed.READ_BOARD);
        return rows(at).queue(gate, instant.minus(QUEUE_HOLDS), instant);
    }

    /// How many people left through a gate in an hour; empty where nothing was reported of it.
    public Optional<Long> peopleOut(Actor actor, Reading at, Gate gate, HourSlot slot) {
        actor.must(Deed.READ_BOARD);
        return rows(at).hours(gate.corridor(), slot.begins(), slot.ends()).stream()
                .filter(hour -> hour.gate().equals(gate) && hour.direction() == Direction.OUT)
                .map(hour -> hour.figures().persons())
                .findFirst();
    }

    /// Whether the gates of a corridor may take people in now.
    /// @throws Problem `corridor.unknown`
    public GateState state(Actor actor, Reading at, CorridorId corridor) {
        actor.must(Deed.READ_BOARD);
        return state(at, corridor, at.knownAt());
    }

    /// What had been decided last of a corridor's gates at `instant`.
    public Optional<OnDecision> lastDecision(Actor actor, Reading at, CorridorId corridor, Instant instant) {
        actor.must(Deed.READ_BOARD);
        return rows(at).lastDecision(corridor, instant);
    }

    /// What was decided of a corridor's gates, the latest first.
    public List<OnDecision> decisions(Actor actor, Reading at, CorridorId corridor) {
        actor.must(Deed.READ_BOARD);
        return rows(at).decisions(corridor);
    }

    /// The actor's own counts at a gate that stand, the latest first.
    public List<OnTally> latest(Actor actor, Reading at, Gate gate, int most) {
        actor.must(Deed.RECORD_TALLY);
        return rows(at).latest(actor.account(), gate.crossing(), most);
    }

    /// What passed in each hour of which anything was reported, in order.
    public List<HourFigures> hours(Actor actor, Reading at, CorridorId corridor, Period period) {
        actor.must(Deed.READ_COUNTS);
        return rows(at).hours(corridor, period.from(), period.to());
    }

    /// Who was turned back, as it was told, the latest hour first.
    public List<TurnedBack> turnedBack(Actor actor, Reading at, CorridorId corridor, Period period) {
        actor.must(Deed.READ_COUNTS);
        return rows(at).turnedBack(corridor, period.from(), period.to());
    }

    /// Whether a corridor is used: what our own gates counted up to `instant`, and beside it what
    /// others claim, as known at an instant.
    ///
    /// @param zone whose day it is
    /// @throws Problem `corridor.unknown`
    public Used used(Actor actor, Reading at, CorridorId corridor, Instant instant, Instant known, ZoneId zone) {
        List<OnRecord<UseClaim>> claims = corridors.claimedUse(actor, at, corridor, instant, known);
        GateRows rows = rows(at);
        Optional<Instant> first = rows.firstReported(corridor, known).filter(hour -> !hour.isAfter(instant));
        if (first.isEmpty()) return new Used.NotCounted(claims);
        Instant midnight = instant.atZone(zone).truncatedTo(ChronoUnit.DAYS).toInstant();
        Instant after = instant.plus(1, ChronoUnit.MICROS);
        GateRows.Since since = rows.since(corridor, known);
        return new Used.Counted(
                claims,
                through(rows, corridor, new Period(midnight, after, zone), since),
                through(rows, corridor, new Period(first.get(), after, zone), since)
                        .orElseThrow());
    }

    private static Optional<Through> through(GateRows rows, CorridorId corridor, Period period, GateRows.Since since) {
        Optional<Figures> out = rows.known(corridor, Direction.OUT, period.from(), period.to(), since);
        Optional<Figures> back = rows.known(corridor, Direction.BACK, period.from(), period.to(), since);
        if (out.isEmpty() && back.isEmpty()) return Optional.empty();
        return Optional.of(new Through(
                period,
                out.map(Figures::persons).orElse(0L),
                out.map(Figures::households).orElse(0L),
                out.map(Figures::vehiclesInAll).orElse(0L),
                out.map(Figures::head).orElse(0L),
                back.map(Figures::persons).orElse(0L)));
    }

    /// For the rules of other capabilities: whether the gates of a corridor may take people in at `instant`.
    /// @throws Problem `corridor.unknown`
    public static GateState state(Reading views, CorridorId id, Instant instant) {
        Corridor corridor = Corridors.require(views, id);
        return GateState.of(
                rows(views).lastDecision(id, LATEST),
                Agreements.assured(views, id, corridor.relevantParties(), instant),
                Routes.agreedHours(views, id, instant),
                instant);
    }

    private static void requireAssured(Reading views, CorridorId id, Instant instant) {
        Corridor corridor = Corridors.require(views, id);
        if (Agreements.assured(views, id, corridor.relevantParties(), instant) instanceof Assured.NotByAll some) {
            throw notAssured(id, some);
        }
    }

    private static void requireWorking(CorridorId id, GateState state) {
        switch (state) {
            case GateState.Working working -> {}
            case GateState.NotOpened never -> throw Problem.of("gate.not-opened", "corridor", id);
            case GateState.Stopped stopped ->
                throw new Problem(
                        "gate.stopped",
                        Map.of(
                                "corridor",
                                id.slug(),
                                "account",
                                stopped.last().by().name(),
                                "since",
                                stopped.last().at().toString()));
            case GateState.NotAssured lapsed -> throw notAssured(id, lapsed.assured());
            case GateState.OutOfHours out -> throw outOfHours(id, out);
        }
    }

    private static Problem outOfHours(CorridorId id, GateState.OutOfHours out) {
        return out.next()
                .map(next -> new Problem(
                        "gate.out-of-hours",
                        Map.of(
                                "corridor",
                                id.slug(),
                                "next",
                                Problem.detail(LocalDateTime.ofInstant(next.from(), next.zone())))))
                .orElseGet(() -> Problem.of("gate.hours-over", "corridor", id));
    }

    private static Problem notAssured(CorridorId id, Assured.NotByAll some) {
        return new Problem(
                "gate.not-assured",
                Map.of("corridor", id.slug(), "given", String.valueOf(some.given()), "of", String.valueOf(some.of())));
    }

    /// A closed or unopened corridor is opened; one that lets people in is stopped; one that was
    /// stopped is resumed.
    private static void requireInTurn(GateState state, Decision decision) {
        boolean open = switch (state) {
            case GateState.Working working -> true;
            case GateState.NotAssured lapsed -> true;
            case GateState.OutOfHours out -> true;
            case GateState.NotOpened never -> false;
            case GateState.Stopped stopped -> false;
        };
        boolean closed = state instanceof GateState.NotOpened
                || state instanceof GateState.Stopped stopped
                        && stopped.last().decided().decision() == Decision.CLOSE;
        boolean inTurn = switch (decision) {
            case OPEN -> closed;
            case PAUSE, SUSPEND -> !closed;
            case RESUME -> !open && !closed;
            case CLOSE -> !closed;
        };
        if (!inTurn) throw Problem.of("gate.decision-out-of-turn", "decision", decision);
    }

    /// For the rules of other capabilities.
    /// @throws Problem `corridor.unknown`, `gate.crossing-unknown`
    public static Corridor requireCrossing(Reading views, Gate gate) {
        Corridor corridor = Corridors.require(views, gate.corridor());
        if (corridor.crossings().stream().noneMatch(point -> point.crossing().equals(gate.crossing()))) {
            throw new Problem(
                    "gate.crossing-unknown",
                    Map.of(
                            "crossing", gate.crossing().slug(),
                            "corridor", gate.corridor().slug()));
        }
        return corridor;
    }

    static void requirePast(HourSlot slot, Instant now) {
        if (slot.begins().isAfter(now)) {
            throw Problem.of(
                    "gate.slot-of-the-future",
                    "hour",
                    slot.begins().atZone(slot.zone()).toLocalDateTime());
        }
    }

    private static void requireChildProtection(Reading views, PartyId party) {
        Agreements.requireParties(views, List.of(party));
        boolean childProtection = Agreements.party(views, party)
                .map(Party::kind)
                .filter(PartyKind.CHILD_PROTECTION::equals)
                .isPresent();
        if (!childProtection) throw Problem.of("gate.not-child-protection", "party", party);
    }

    private static GateRows rows(Reading at) {
        return new GateRows(at.rows());
    }
}
