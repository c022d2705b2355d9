// SPDX-License-Identifier: Apache-2.0
package org.clearway.ceasefire;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearway.access.Actor;
import org.clearway.access.Deed;
import org.clearway.agreement.Agreements;
import org.clearway.journal.ActId;
import org.clearway.journal.Chapter;
import org.clearway.journal.Draft;
import org.clearway.journal.EntryKind;
import org.clearway.journal.FreeText;
import org.clearway.journal.Journal;
import org.clearway.journal.Reading;
import org.clearway.journal.Receipt;
import org.clearway.journal.Unsealed;
import org.clearway.language.Problem;
import org.clearway.places.Places;
import org.clearway.places.WithdrawalReason;
import org.clearway.places.Withdrawals;
import org.clearway.time.Micros;

/// Every reporter's ledger, as stated. Safe for use by many threads.
///
/// There is no sum over reporters here, and there is not to be one.
public final class Ledgers {
    private final Journal journal;

    public Ledgers(Journal journal) {
        this.journal = journal;
    }

    /// What {@link Ledgers} and {@link Fires} record.
    public static Chapter chapter() {
        return Chapter.of(
                "ceasefire",
                List.of(
                        new EntryKind("ceasefire.ledger-stated", 1, LedgerStated.class),
                        new EntryKind("ceasefire.fire-observed", 1, FireObserved.class)),
                new LedgerView(),
                new FireView());
    }

    /// Records a reporter's ledger; it is then known as `LedgerId.of(act)`.
    /// @param note for the duty desk, sealed and kept for 90 days
    /// @throws Problem `agreement.party-unknown`, `geo.area-unknown`; `ceasefire.stated-twice` where the reporter's
    ///     ledger for that time is on record
    public Receipt state(Actor actor, ActId act, Stated stated, Optional<FreeText> note) {
        return record(actor, act, stated, Optional.empty(), note);
    }

    /// Records a ledger in the place of one that the reporter corrected, or that was recorded wrongly. What was known
    /// until now stays on record.
    /// @throws Problem as {@link #state}; `ceasefire.ledger-unknown`; `ceasefire.corrected-before` where another
    ///     stands in its place; `ceasefire.ledger-of-another` where it is another reporter's
    public Receipt correct(Actor actor, ActId act, LedgerId wrong, Stated stated, Optional<FreeText> note) {
        return record(actor, act, stated, Optional.of(wrong), note);
    }

    private Receipt record(Actor actor, ActId act, Stated stated, Optional<LedgerId> wrong, Optional<FreeText> note) {
        actor.must(Deed.RECORD_LEDGER);
        var body = LedgerStated.of(LedgerId.of(act), stated, wrong, note);
        return journal.record(actor, act, Draft.of(body, stated.covers().occurred()), views -> {
            Agreements.requireParties(views, List.of(stated.reporter()));
            Places.requireKnown(views, stated.areas());
            wrong.ifPresent(id -> requireSame(views, id, stated));
            latest(views)
                    .standing(stated)
                    .filter(standing -> !wrong.equals(Optional.of(standing.id())))
                    .ifPresent(standing -> {
                        throw new Problem(
                                "ceasefire.stated-twice",
                                Map.of(
                                        "reporter", stated.reporter().slug(),
                                        "day", stated.covers().day().toString(),
                                        "ledger", standing.id().toString()));
                    });
        });
    }

    /// Withdraws a ledger that should never have been on record as it was. What was known until now stays on record.
    /// @throws Problem `ceasefire.ledger-unknown`; `ceasefire.corrected-before` where another stands in its place;
    ///     `places.withdrawn-before`
    public Receipt withdraw(Actor actor, ActId act, LedgerId ledger, WithdrawalReason reason) {
        actor.must(Deed.RECORD_LEDGER);
        return Withdrawals.withdraw(journal, actor, act, ledger.act(), reason, views -> requireStanding(views, ledger));
    }

    /// The ledgers published on a day, each as stated, by reporter.
    /// @throws org.clearway.access.NotPermitted unless the actor may read ledgers
    public List<Ledger> day(Actor actor, Reading at, LocalDate published) {
        actor.must(Deed.READ_LEDGERS);
        return latest(at).publishedOn(published);
    }

    /// The same, as known at an instant.
    /// @throws org.clearway.access.NotPermitted unless the actor may read ledgers
    public List<Ledger> day(Actor actor, Reading at, LocalDate published, Instant known) {
        actor.must(Deed.READ_LEDGERS);
        return new LedgerRows(at.rows(), Micros.of(known)).publishedOn(published);
    }

    /// The days on which ledgers were published, the latest first.
    /// @throws org.clearway.access.NotPermitted unless the actor may read ledgers
    public List<LocalDate> days(Actor actor, Reading at) {
        actor.must(Deed.READ_LEDGERS);
        return latest(at).days();
    }

    /// A ledger, whether it still stands or another took its place.
    /// @throws org.clearway.access.NotPermitted unless the actor may read ledgers
    public Optional<Ledger> ledger(Actor actor, Reading at, LedgerId ledger) {
        actor.must(Deed.READ_LEDGERS);
        return latest(at).any(ledger);
    }

    /// The same reporter's ledger of the period before, in the same unit and for the same kind of stretch: the only
    /// other ledger that a figure may be compared with.
    /// @throws org.clearway.access.NotPermitted unless the actor may read ledgers
    public Optional<Ledger> previous(Actor actor, Reading at, Ledger ledger) {
        actor.must(Deed.READ_LEDGERS);
        return latest(at).before(ledger.stated());
    }

    /// The same, as known at an instant.
    /// @throws org.clearway.access.NotPermitted unless the actor may read ledgers
    public Optional<Ledger> previous(Actor actor, Reading at, Ledger ledger, Instant known) {
        actor.must(Deed.READ_LEDGERS);
        return new LedgerRows(at.rows(), Micros.of(known)).before(ledger.stated());
    }

    /// Where two of these ledgers have equal totals, whether they also speak of the same places.
    public static List<EqualTotals> compare(List<Ledger> sideBySide) {
        return EqualTotals.among(sideBySide);
    }

    /// Opens the note that was left with a ledger. That it was read is itself an entry.
    /// @throws org.clearway.access.NotPermitted unless the actor may read restricted notes
    /// @throws Problem `ceasefire.no-note`
    public Unsealed<FreeText> readNote(Actor actor, ActId act, LedgerId ledger) {
        actor.must(Deed.READ_RESTRICTED_NOTES);
        var note =
                latest(journal.now()).note(ledger).orElseThrow(() -> Problem.of("ceasefire.no-note", "ledger", ledger));
        return journal.open(actor, act, note, FreeText.class);
    }

    private static Ledger requireStanding(Reading views, LedgerId ledger) {
        Ledger known =
                latest(views).any(ledger).orElseThrow(() -> Problem.of("ceasefire.ledger-unknown", "ledger", ledger));
        Withdrawals.requireNotWithdrawn(views.rows(), ledger.act());
        if (known.knownTo().isPresent()) throw Problem.of("ceasefire.corrected-before", "ledger", ledger);
        return known;
    }

    private static void requireSame(Reading views, LedgerId wrong, Stated stated) {
        Ledger before = requireStanding(views, wrong);
        if (!before.stated().reporter().equals(stated.reporter())) {
            throw new Problem(
                    "ceasefire.ledger-of-another",
                    Map.of(
                            "reporter", before.stated().reporter().slug(),
                            "other", stated.reporter().slug()));
        }
    }

    private static LedgerRows latest(Reading at) {
        return new LedgerRows(at.rows(), LedgerRows.LATEST);
    }
}
