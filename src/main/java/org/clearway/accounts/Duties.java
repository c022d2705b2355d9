// SPDX-License-Identifier: Apache-2.0
package org.clearway.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.Deed;
import org.clearway.access.Role;
import org.clearway.accounts.AccountEntries.DeskLeft;
import org.clearway.accounts.AccountEntries.DeskTaken;
import org.clearway.accounts.AccountEntries.DutyBegun;
import org.clearway.accounts.AccountEntries.DutyEnded;
import org.clearway.journal.ActId;
import org.clearway.journal.FreeText;
import org.clearway.journal.Journal;
import org.clearway.journal.Reading;
import org.clearway.journal.Receipt;
import org.clearway.journal.Rule;
import org.clearway.journal.Sealed;
import org.clearway.journal.Unsealed;
import org.clearway.language.Problem;
import org.clearway.time.Micros;

/// Who is on duty at which desk now, and how a desk is handed to whoever comes next. Of the weapons
/// desk nothing is told. Safe for use by many threads.
public final class Duties {
    /// Nobody is on duty for longer at a stretch.
    public static final Duration LONGEST = Duration.ofHours(16);

    private final Journal journal;
    private final Accounts accounts;

    public Duties(Journal journal, Accounts accounts) {
        this.journal = journal;
        this.accounts = accounts;
    }

    /// Says that the actor is on duty at one of their desks; once more, to say another end.
    /// @throws Problem `accounts.duty-not-yours`; `accounts.duty-until` unless it ends within
    ///     {@link #LONGEST} from now
    public Receipt begin(Actor actor, ActId act, Role desk, Instant until) {
        mustWorkAt(actor, desk);
        mustBeSoon(until);
        return journal.record(actor, act, accounts.draft(new DutyBegun(desk, until)), Rule.NONE);
    }

    /// Ends it without a hand-over.
    /// @throws Problem `accounts.duty-not`
    public Receipt end(Actor actor, ActId act, Role desk) {
        mustWorkAt(actor, desk);
        return journal.record(
                actor, act, accounts.draft(new DutyEnded(desk)), views -> mustBeOnDuty(views, actor, desk));
    }

    /// Leaves the desk with a note for whoever comes. It stays to be seen until somebody takes over.
    /// @throws Problem `accounts.duty-not`
    public Receipt leave(Actor actor, ActId act, Role desk, FreeText note) {
        mustWorkAt(actor, desk);
        return journal.record(
                actor,
                act,
                accounts.draft(new DeskLeft(desk, Sealed.of(note))),
                views -> mustBeOnDuty(views, actor, desk));
    }

    /// Takes the desk over, having read the note.
    /// @throws Problem `accounts.handover-unknown`, `accounts.handover-taken`, `accounts.handover-own`,
    ///     `accounts.duty-until`
    public Receipt take(Actor actor, ActId act, HandoverId id, Instant until) {
        Handover handover = handover(journal.now(), id);
        mustWorkAt(actor, handover.desk());
        mustBeSoon(until);
        return journal.record(actor, act, accounts.draft(new DeskTaken(id, handover.desk(), until)), views -> {
            Handover now = handover(views, id);
            now.takenBy().ifPresent(by -> {
                throw Problem.of("accounts.handover-taken", "account", by.name());
            });
            if (now.leftBy().equals(actor.account())) throw Problem.of("accounts.handover-own");
        });
    }

    /// Who is on duty, by desk: everywhere for who may know that, else at the actor's own desks.
    public List<OnDuty> now(Actor actor, Reading at) {
        actor.must(Deed.STAND_DUTY);
        return at
                .rows()
                .sql("select * from duty order by desk, since, account")
                .query((row, n) -> new OnDuty(
                        new AccountId(row.getString("account")),
                        Role.valueOf(row.getString("desk")),
                        Micros.instant(row.getLong("since")),
                        Micros.instant(row.getLong("until")),
                        moment(row.getLong("unknown_since"))))
                .list()
                .stream()
                .filter(one -> maySee(actor, one.desk()))
                .toList();
    }

    /// The latest hand-overs, those that nobody took over first.
    /// @param most 1 to 500
    public List<Handover> handovers(Actor actor, Reading at, int most) {
        actor.must(Deed.STAND_DUTY);
        return at
                .rows()
                .sql("select * from duty_handover order by case when taken_by is null then 0 else 1 end,"
                        + " position desc limit ?")
                .param(most)
                .query((row, n) -> handover(row))
                .list()
                .stream()
                .filter(one -> maySee(actor, one.desk()))
                .toList();
    }

    /// @throws Problem `accounts.handover-unknown`
    public Handover handover(Actor actor, Reading at, HandoverId id) {
        actor.must(Deed.STAND_DUTY);
        Handover handover = handover(at, id);
        if (!actor.roles().contains(handover.desk())) actor.must(Deed.READ_DUTY);
        return handover;
    }

    /// Opens its note, and notes that the actor read it.
    /// @throws Problem `accounts.handover-not-yours` unless they work at the desk, or coordinate
    public Unsealed<FreeText> read(Actor actor, ActId act, HandoverId id) {
        Handover handover = handover(actor, journal.now(), id);
        if (!actor.roles().contains(handover.desk()) && !actor.roles().contains(Role.COORDINATION)) {
            throw Problem.of("accounts.handover-not-yours");
        }
        return journal.open(actor, act, handover.note(), FreeText.class);
    }

    private static boolean maySee(Actor actor, Role desk) {
        return actor.roles().contains(desk) || actor.may(Deed.READ_DUTY);
    }

    private static void mustWorkAt(Actor actor, Role desk) {
        actor.must(Deed.STAND_DUTY);
        if (!actor.roles().contains(desk)) throw Problem.of("accounts.duty-not-yours");
    }

    private void mustBeSoon(Instant until) {
        Instant now = journal.clock().instant();
        if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST))) {
            throw Problem.of("accounts.duty-until", "hours", LONGEST.toHours());
        }
    }

    private static void mustBeOnDuty(Reading at, Actor actor, Role desk) {
        boolean there = at.rows()
                        .sql("select count(*) from duty where account = ? and desk = ?")
                        .params(actor.account().name(), desk.name())
                        .query(Long.class)
                        .single()
                > 0;
        if (!there) throw Problem.of("accounts.duty-not");
    }

    private static Handover handover(Reading at, HandoverId id) {
        return at.rows()
                .sql("select * from duty_handover where handover = ?")
                .param(id.toString())
                .query((row, n) -> handover(row))
                .optional()
                .orElseThrow(() -> Problem.of("accounts.handover-unknown", "handover", id));
    }

    private static Handover handover(ResultSet row) throws SQLException {
        Optional<AccountId> taken =
                Optional.ofNullable(row.getString("taken_by")).map(AccountId::new);
        return new Handover(
                HandoverId.parse(row.getString("handover")),
                Role.valueOf(row.getString("desk")),
                new AccountId(row.getString("left_by")),
                Micros.instant(row.getLong("left_at")),
                Sealed.Closed.ofLine(row.getString("note")),
                taken,
                taken.isPresent() ? Optional.of(Micros.instant(row.getLong("taken_at"))) : Optional.empty());
    }

    private static Optional<Instant> moment(long micros) {
        return micros == Micros.FOREVER ? Optional.empty() : Optional.of(Micros.instant(micros));
    }
}
