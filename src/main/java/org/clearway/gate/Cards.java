// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.clearway.access.Actor;
import org.clearway.access.Deed;
import org.clearway.journal.ActId;
import org.clearway.journal.Beside;
import org.clearway.journal.Draft;
import org.clearway.journal.Journal;
import org.clearway.journal.Reading;
import org.clearway.journal.Rule;
import org.clearway.journal.Sealed;
import org.clearway.journal.Subject;
import org.clearway.journal.Unsealed;
import org.clearway.journal.VerifyingKey;
import org.clearway.language.Problem;

/// The cards of households: issued to those who were told what they must know, checked anywhere, replaced without
/// a question. Safe for use by many threads.
public final class Cards {
    /// So many of the latest cards are opened to find one that was lost; of an hour that is named, all but for a
    /// mistake.
    private static final int LOOKED_THROUGH = 60;

    private static final int LOOKED_THROUGH_OF_AN_HOUR = 1_000;

    private final Journal journal;
    private final InstantSource clock;

    public Cards(Journal journal) {
        this.journal = journal;
        this.clock = journal.clock();
    }

    /// Issues a card to a household that was told all there is to know before deciding. It names no count: who was
    /// counted and who has a card are two acts.
    ///
    /// @param zone whose clock hangs on the wall
    /// @throws Problem `gate.card-not-told`; `gate.card-not-counted-in` while the gate takes nobody in and everyone
    ///     who was counted in before has a card; `gate.handover-unknown`, `gate.handover-carded`;
    ///     `corridor.unknown`, `gate.crossing-unknown`
    public Card issue(Actor actor, ActId act, Gate gate, ZoneId zone, Set<Explained> told, Household household) {
        actor.must(Deed.ISSUE_CARD);
        requireTold(told);
        CardNumber number = number(act);
        HourSlot slot = slot(act, zone);
        Draft draft = issued(number, gate, slot, false, household);
        Rule rule = views -> {
            Gates.requireCrossing(views, gate);
            requireFree(views, number);
            requireTakenIn(views, gate, slot.zone());
            requireNotCarded(views, gate, household.handovers());
        };
        journal.record(actor, act, List.of(draft), rule, card(household.handovers()));
        return card(act, number);
    }

    /// Issues a card in place of another, which is dead from that instant, for the same people. Why is not asked.
    /// @throws Problem `gate.card-unknown`, `gate.card-dead`; `gate.card-erased` where nobody can read any more who
    ///     they were; `corridor.unknown`, `gate.crossing-unknown`
    public Card replace(Actor actor, ActId act, Gate gate, ZoneId zone, CardNumber old) {
        actor.must(Deed.ISSUE_CARD);
        return replace(actor, act, gate, zone, rows(journal.now()).bySubject(subject(old)), Optional.empty());
    }

    /// The same for other people than before: somebody joined them, or went another way. Whoever joins is told all
    /// there is to know before deciding, as everyone is.
    /// @throws Problem as {@link #replace}; `gate.card-not-told`; `gate.handover-unknown`, `gate.handover-carded`
    public Card replace(
            Actor actor, ActId act, Gate gate, ZoneId zone, CardNumber old, Set<Explained> told, Household household) {
        actor.must(Deed.ISSUE_CARD);
        requireTold(told);
        return replace(actor, act, gate, zone, rows(journal.now()).bySubject(subject(old)), Optional.of(household));
    }

    /// The same for a card that was lost, found again by {@link #lost}.
    /// @throws Problem as {@link #replace}
    public Card replaceLost(Actor actor, ActId act, Gate gate, ZoneId zone, CardId old) {
        actor.must(Deed.ISSUE_CARD);
        return replace(actor, act, gate, zone, rows(journal.now()).byId(old), Optional.empty());
    }

    private Card replace(
            Actor actor, ActId act, Gate gate, ZoneId zone, Optional<CardRows.Row> found, Optional<Household> instead) {
        CardRows.Row old = found.orElseThrow(() -> Problem.of("gate.card-unknown"));
        boolean repeated = rows(journal.now()).byId(CardId.of(act)).isPresent();
        if (!old.lives() && !repeated) throw Problem.of("gate.card-dead");
        Optional<Household> before = household(actor, journal.ids().next(), old);
        Household now = instead.or(() -> before).orElseThrow(() -> Problem.of("gate.card-erased"));
        CardNumber number = number(act);
        HourSlot slot = slot(act, zone);
        var dies = new Draft(
                new CardReplaced(gate.corridor(), gate.crossing()), slot.occurred(), Optional.of(old.subject()));
        var others = new ArrayList<>(now.handovers());
        before.map(Household::handovers).ifPresent(others::removeAll);
        Rule rule = views -> {
            Gates.requireCrossing(views, gate);
            requireFree(views, number);
            if (rows(views).bySubject(old.subject()).filter(CardRows.Row::lives).isEmpty()) {
                throw Problem.of("gate.card-dead");
            }
            requireNotCarded(views, gate, others);
        };
        journal.record(actor, act, List.of(dies, issued(number, gate, slot, true, now)), rule, card(others));
        return card(act, number);
    }

    /// Whether a card lives. Nothing is opened.
    public CardStanding card(Actor actor, Reading at, CardNumber number) {
        actor.must(Deed.CHECK_CARD);
        return rows(at).bySubject(subject(number))
                .<CardStanding>map(row -> row.lives() ? new CardStanding.Live(row.card()) : new CardStanding.Dead())
                .orElseGet(CardStanding.Unknown::new);
    }

    /// What a code that was read, or a number that was typed, shows by itself.
    public CardCheck check(String read) {
        return check(read, List.of());
    }

    /// The same where people come from elsewhere: cards of those nodes are genuine too.
    public CardCheck check(String read, Collection<VerifyingKey> others) {
        return CardCode.check(read, journal, others);
    }

    /// Opens the household of a living card, and notes who read it.
    /// @throws Problem `gate.card-unknown`, `gate.card-dead`
    public Unsealed<Household> household(Actor actor, ActId act, CardNumber number) {
        actor.must(Deed.READ_HOUSEHOLD);
        CardRows.Row row =
                rows(journal.now()).bySubject(subject(number)).orElseThrow(() -> Problem.of("gate.card-unknown"));
        if (!row.lives()) throw Problem.of("gate.card-dead");
        return journal.open(actor, act, row.household(), Household.class);
    }

    /// How many people a card is for, for a desk that gives them something; each reading is on record. Empty where this
    /// node never issued it, another was issued instead, or nobody can read it any more.
    public Optional<Long> persons(Actor actor, ActId act, CardNumber number) {
        actor.must(Deed.RECORD_SERVICE);
        return rows(journal.now())
                .bySubject(subject(number))
                .filter(CardRows.Row::lives)
                .flatMap(row -> shown(actor, act, row))
                .map(Household::persons);
    }

    /// Opens a living card for a desk that brings its people somewhere, and notes that it read one.
    /// @throws Problem `gate.card-unknown`, `gate.card-dead`; `gate.card-erased` where nobody
    ///     can read any more who they were
    public Travelling travelling(Actor actor, ActId act, CardNumber number) {
        actor.must(Deed.READ_HOUSEHOLD);
        CardRows rows = rows(journal.now());
        CardRows.Row row = rows.bySubject(subject(number)).orElseThrow(() -> Problem.of("gate.card-unknown"));
        if (!row.lives()) throw Problem.of("gate.card-dead");
        Household household = shown(actor, act, row).orElseThrow(() -> Problem.of("gate.card-erased"));
        return new Travelling(row.card(), household, tickets(rows, row));
    }

    /// The pseudonyms under which those whom a card is for travel, or travelled, the latest first:
    /// also of a dead card. Nothing is opened. Empty where this node never issued it, or nobody can
    /// tell any more.
    public List<Subject> tickets(Actor actor, Reading at, CardNumber number) {
        actor.must(Deed.CHECK_CARD);
        CardRows rows = rows(at);
        return rows.bySubject(subject(number)).map(row -> tickets(rows, row)).orElseGet(List::of);
    }

    private List<Subject> tickets(CardRows rows, CardRows.Row row) {
        return Stream.concat(Stream.of(row), rows.before(row.card().id()).stream())
                .flatMap(one -> journal
                        .subjectUnder(one.household(), "journey/" + one.card().id())
                        .stream())
                .toList();
    }

    /// The cards of a gate that are for so many people, to find one that was lost: those of an
    /// hour, or the latest of the day. They are opened for it, and each reading is on record.
    ///
    /// @param hour when it was issued, as they remember it; empty to look through the latest
    public List<LostCard> lost(Actor actor, ActId act, Gate gate, ZoneId zone, long people, Optional<HourSlot> hour) {
        actor.must(Deed.ISSUE_CARD);
        actor.must(Deed.READ_HOUSEHOLD);
        CardRows rows = rows(journal.now());
        List<CardRows.Row> recent = hour.map(
                        slot -> rows.living(gate, slot.begins(), slot.ends(), LOOKED_THROUGH_OF_AN_HOUR))
                .orElseGet(() -> rows.living(gate, midnight(clock.instant(), zone), Instant.MAX, LOOKED_THROUGH));
        List<Unsealed<Household>> households = journal.openAll(
                actor, act, recent.stream().map(CardRows.Row::household).toList(), Household.class);
        var found = new ArrayList<LostCard>();
        for (int i = 0; i < recent.size(); i++) {
            if (households.get(i) instanceof Unsealed.Opened<Household>(Household household)
                    && household.persons() == people) {
                found.add(new LostCard(recent.get(i).card(), household));
            }
        }
        return found;
    }

    /// A living card as it was issued, to be printed again where the printer failed.
    /// @throws Problem `gate.card-unknown`, `gate.card-dead`
    public Card print(Actor actor, Reading at, CardId id) {
        actor.must(Deed.ISSUE_CARD);
        CardRows.Row row = rows(at).byId(id).orElseThrow(() -> Problem.of("gate.card-unknown"));
        if (!row.lives()) throw Problem.of("gate.card-dead");
        var act = new ActId(id.act());
        return card(act, number(act));
    }

    private Card card(ActId act, CardNumber number) {
        return new Card(CardId.of(act), number, CardCode.of(number, journal));
    }

    private Draft issued(CardNumber number, Gate gate, HourSlot slot, boolean replacement, Household household) {
        var body = new CardIssued(
                gate.corridor(), gate.crossing(), EnumSet.allOf(Explained.class), replacement, Sealed.of(household));
        return new Draft(body, slot.occurred(), Optional.of(subject(number)));
    }

    /// The number that an act gives, drawn from the act's own chance under the node's key: whoever knows the act
    /// and not the key knows nothing of it, and the same request again has the same card. One that another card has
    /// is passed over.
    private CardNumber number(ActId act) {
        CardRows rows = rows(journal.now());
        for (int draw = 0; ; draw++) {
            String drawn = journal.subject("card-number/" + act + "/" + draw).pseudonym();
            CardNumber number = CardNumber.of(HexFormat.fromHexDigitsToLong(drawn, 0, 13) >> 2);
            Optional<CardRows.Row> taken = rows.bySubject(subject(number));
            if (taken.isEmpty() || taken.get().card().id().equals(CardId.of(act))) return number;
        }
    }

    private Subject subject(CardNumber number) {
        return journal.subject("card/" + number.text());
    }

    /// The hour that it is; the same request again is of the hour in which it came first.
    private HourSlot slot(ActId act, ZoneId zone) {
        return rows(journal.now())
                .byId(CardId.of(act))
                .map(row -> row.card().issued())
                .orElseGet(() -> new HourSlot(clock.instant(), zone));
    }

    private Optional<Household> household(Actor actor, ActId act, CardRows.Row row) {
        return household(journal.open(actor, act, row.household(), Household.class));
    }

    /// Opened before those whom it is for: that somebody read one is on record, and not which.
    private Optional<Household> shown(Actor actor, ActId act, CardRows.Row row) {
        return household(journal.openShown(actor, act, row.household(), Household.class));
    }

    private static Optional<Household> household(Unsealed<Household> read) {
        return switch (read) {
            case Unsealed.Opened<Household> opened -> Optional.of(opened.value());
            case Unsealed.Erased<Household> erased -> Optional.empty();
        };
    }

    private static void requireTold(Set<Explained> told) {
        long left = Explained.values().length - told.size();
        if (left > 0) throw Problem.of("gate.card-not-told", "left", left);
    }

    private void requireFree(Reading views, CardNumber number) {
        if (rows(views).bySubject(subject(number)).isPresent()) throw Problem.of("gate.card-number-taken");
    }

    /// While a gate takes nobody in, those who were counted in before still get their cards: as many households as
    /// were counted on the day on which it stopped, and in no hour after that.
    private static void requireTakenIn(Reading views, Gate gate, ZoneId zone) {
        GateState state = Gates.state(views, gate.corridor(), views.knownAt());
        if (state.takesIn()) return;
        Instant stopped = stopped(state).orElse(views.knownAt());
        // Who stops at midnight stops a day's work, and not that of the day that begins.
        Instant day = midnight(stopped.minus(1, ChronoUnit.MICROS), zone);
        long counted = rows(views).countedIn(gate, day, stopped);
        long issued = rows(views).firstCards(gate, day);
        if (counted <= issued) {
            throw new Problem(
                    "gate.card-not-counted-in",
                    Map.of("counted", String.valueOf(counted), "issued", String.valueOf(issued)));
        }
    }

    private static Optional<Instant> stopped(GateState state) {
        return switch (state) {
            case GateState.Stopped by -> Optional.of(by.last().at());
            case GateState.NotAssured lapsed -> lapsed.since();
            case GateState.OutOfHours out -> out.since();
            case GateState.NotOpened never -> Optional.empty();
            case GateState.Working working -> Optional.empty();
        };
    }

    /// Each handover has one card, so that one child who was handed over opens the way for no other.
    private void requireNotCarded(Reading views, Gate gate, List<TallyId> handovers) {
        CardRows rows = rows(views);
        for (TallyId handover : handovers) {
            if (!rows.handedOver(gate.corridor(), handover)) throw Problem.of("gate.handover-unknown");
            if (rows.isCarded(carded(handover))) throw Problem.of("gate.handover-carded");
        }
    }

    private Beside card(List<TallyId> handovers) {
        return rows -> handovers.forEach(handover -> new CardRows(rows).card(carded(handover)));
    }

    private Subject carded(TallyId handover) {
        return journal.subject("carded/" + handover);
    }

    private static Instant midnight(Instant instant, ZoneId zone) {
        return instant.atZone(zone).truncatedTo(ChronoUnit.DAYS).toInstant();
    }

    private static CardRows rows(Reading at) {
        return new CardRows(at.rows());
    }
}
