// SPDX-License-Identifier: Apache-2.0
package org.clearway.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.Deed;
import org.clearway.accounts.AccountEntries.PasswordChanged;
import org.clearway.accounts.AccountEntries.ResetConfirmed;
import org.clearway.accounts.AccountEntries.ResetStarted;
import org.clearway.accounts.AccountEntries.ResetWithdrawn;
import org.clearway.journal.ActId;
import org.clearway.journal.Journal;
import org.clearway.journal.Reading;
import org.clearway.journal.Receipt;
import org.clearway.language.Problem;
import org.clearway.time.Micros;

/// Passwords that were forgotten. One person starts a reset, another confirms it and is told the
/// start password; one of them is an administrator, and neither is the account itself. Safe for use
/// by many threads.
public final class Resets {
    /// How long one that was started waits to be confirmed, and what was asked at the door is shown.
    static final Duration WAITS = Duration.ofDays(1);

    private final Journal journal;
    private final Accounts accounts;

    public Resets(Journal journal, Accounts accounts) {
        this.journal = journal;
        this.accounts = accounts;
    }

    /// Somebody at the door says that a password is forgotten. Whether there is such an account is
    /// told to nobody: one entry is recorded in either case.
    /// @param origin where it comes from; kept in memory only
    /// @return how long whoever asks must wait, where too much was asked from there just before
    public Optional<Duration> ask(String name, String origin) {
        return accounts.forgotten(name, origin);
    }

    /// @param asked when last
    public record Asked(AccountId account, Instant asked) {}

    /// For which accounts somebody asked at the door of late, the latest first.
    public List<Asked> asked(Actor actor, Reading at) {
        actor.must(Deed.RESET_PASSWORD);
        return at.rows()
                .sql("select account, asked from reset_asked where asked > ? order by asked desc, account limit 100")
                .param(Micros.of(at.knownAt().minus(WAITS)))
                .query((row, n) ->
                        new Asked(new AccountId(row.getString("account")), Micros.instant(row.getLong("asked"))))
                .list();
    }

    /// Those that were started, the latest first.
    /// @param most 1 to 500
    public List<Reset> latest(Actor actor, Reading at, int most) {
        actor.must(Deed.RESET_PASSWORD);
        return at.rows()
                .sql("select * from password_reset order by position desc limit ?")
                .param(most)
                .query((row, n) -> reset(row, at.knownAt()))
                .list();
    }

    /// Starts the reset of another's password. Nothing changes until a second person confirms it.
    /// @throws Problem `accounts.unknown`, `accounts.reset-own`, `accounts.reset-waiting`
    public Receipt start(Actor actor, ActId act, AccountId account) {
        actor.must(Deed.RESET_PASSWORD);
        mustBeAnothers(actor, account);
        return journal.record(actor, act, accounts.draft(new ResetStarted(account)), views -> {
            Accounts.mustBeOpen(views, account);
            latestOf(views, account).filter(Reset::isWaiting).ifPresent(reset -> {
                throw new Problem(
                        "accounts.reset-waiting",
                        Map.of(
                                "account",
                                account.name(),
                                "by",
                                reset.startedBy().name()));
            });
        });
    }

    /// Confirms it as the second person. Every session of the account ends.
    /// @return the start password, which is kept nowhere in clear; it opens for a day, and must
    ///     be changed at once
    /// @throws Problem `accounts.reset-unknown`, `accounts.reset-over`, `accounts.reset-own`,
    ///     `accounts.reset-same-hand`, `accounts.reset-no-administrator`;
    ///     `accounts.reset-confirmed-before` where this act has confirmed it: what its password was
    ///     is not known here
    public StartPassword confirm(Actor actor, ActId act, ResetId id) {
        actor.must(Deed.RESET_PASSWORD);
        Reset reset = byId(journal.now(), id);
        mustBeAnothers(actor, reset.account());
        Password password = accounts.randomPassword();
        Credential credential = accounts.given(reset.account(), password, Credential.AFTER_RESET);
        Receipt receipt = journal.record(
                actor,
                act,
                List.of(accounts.draft(new ResetConfirmed(id)), accounts.draft(new PasswordChanged(reset.account()))),
                views -> {
                    Reset now = byId(views, id);
                    mustBeWaiting(now);
                    Accounts.mustBeOpen(views, now.account());
                    if (now.startedBy().equals(actor.account())) throw Problem.of("accounts.reset-same-hand");
                    if (!actor.may(Deed.MANAGE_ACCOUNTS) && !isAdministrator(now.startedBy())) {
                        throw Problem.of("accounts.reset-no-administrator");
                    }
                },
                credential.keptFor(reset.account()));
        if (receipt.repeated()) throw Problem.of("accounts.reset-confirmed-before");
        return new StartPassword(reset.account(), password);
    }

    /// What a second person is told once.
    public record StartPassword(AccountId account, Password password) {}

    /// Takes back what was started, or refuses it.
    /// @throws Problem `accounts.reset-unknown`, `accounts.reset-over`
    public Receipt withdraw(Actor actor, ActId act, ResetId id) {
        actor.must(Deed.RESET_PASSWORD);
        return journal.record(
                actor, act, accounts.draft(new ResetWithdrawn(id)), views -> mustBeWaiting(byId(views, id)));
    }

    /// How the actor's own account came by its password.
    public Optional<PasswordSet> ownPassword(Actor actor, Reading at) {
        return at.rows()
                .sql("select set_by, recorded from password_set where account = ?")
                .param(actor.account().name())
                .query((row, n) -> new PasswordSet(
                        new AccountId(row.getString("set_by")),
                        Micros.instant(row.getLong("recorded")),
                        startedBy(at, actor.account(), row.getString("set_by"), row.getLong("recorded"))))
                .optional();
    }

    /// A reset is confirmed in the very act that sets the password.
    private static Optional<AccountId> startedBy(Reading at, AccountId account, String setBy, long recorded) {
        return at.rows()
                .sql("select started_by from password_reset where account = ? and outcome = ? and decided_by = ?"
                        + " and decided = ? order by position desc limit 1")
                .params(account.name(), Reset.Outcome.CONFIRMED.name(), setBy, recorded)
                .query((row, n) -> new AccountId(row.getString(1)))
                .optional();
    }

    private boolean isAdministrator(AccountId account) {
        return accounts.standing(account)
                .filter(standing -> standing.actor().may(Deed.MANAGE_ACCOUNTS))
                .isPresent();
    }

    private static void mustBeAnothers(Actor actor, AccountId account) {
        if (actor.account().equals(account)) throw Problem.of("accounts.reset-own");
    }

    private static void mustBeWaiting(Reset reset) {
        if (!reset.isWaiting()) {
            throw Problem.of("accounts.reset-over", "account", reset.account().name());
        }
    }

    private static Reset byId(Reading at, ResetId id) {
        return at.rows()
                .sql("select * from password_reset where reset = ?")
                .param(id.toString())
                .query((row, n) -> reset(row, at.knownAt()))
                .optional()
                .orElseThrow(() -> Problem.of("accounts.reset-unknown", "reset", id));
    }

    private static Optional<Reset> latestOf(Reading at, AccountId account) {
        return at.rows()
                .sql("select * from password_reset where account = ? order by position desc limit 1")
                .param(account.name())
                .query((row, n) -> reset(row, at.knownAt()))
                .optional();
    }

    private static Reset reset(ResultSet row, Instant now) throws SQLException {
        Instant started = Micros.instant(row.getLong("started"));
        Reset.Outcome outcome = Reset.Outcome.valueOf(row.getString("outcome"));
        boolean lapsed = outcome == Reset.Outcome.WAITING && !now.isBefore(started.plus(WAITS));
        return new Reset(
                new ResetId(UUID.fromString(row.getString("reset"))),
                new AccountId(row.getString("account")),
                new AccountId(row.getString("started_by")),
                started,
                lapsed ? Reset.Outcome.LAPSED : outcome,
                Optional.ofNullable(row.getString("decided_by")).map(AccountId::new),
                Optional.of(row.getLong("decided"))
                        .filter(decided -> decided != Micros.FOREVER)
                        .map(Micros::instant));
    }
}
