// SPDX-License-Identifier: Apache-2.0
package org.clearway.accounts;

import java.util.List;
import org.clearway.access.AccountId;
import org.clearway.accounts.AccountEntries.AccountClosed;
import org.clearway.accounts.AccountEntries.AccountOpened;
import org.clearway.accounts.AccountEntries.PasswordChanged;
import org.clearway.accounts.AccountEntries.ResetAsked;
import org.clearway.accounts.AccountEntries.ResetConfirmed;
import org.clearway.accounts.AccountEntries.ResetStarted;
import org.clearway.accounts.AccountEntries.ResetWithdrawn;
import org.clearway.journal.Entry;
import org.clearway.journal.View;
import org.clearway.time.Micros;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Passwords that were forgotten, who resets them, and who set each last.
final class ResetView implements View {
    @Override
    public List<Table> tables() {
        return List.of(
                new Table("password_set", "account"),
                new Table("reset_asked", "account"),
                new Table("password_reset", "reset"));
    }

    @Override
    public void apply(Entry entry, JdbcClient rows) {
        switch (entry.body()) {
            case AccountOpened opened -> set(entry, opened.account(), rows);
            case PasswordChanged changed -> {
                set(entry, changed.account(), rows);
                asksNoMore(changed.account(), rows);
            }
            case AccountClosed closed -> asksNoMore(closed.account(), rows);
            case ResetAsked asked -> asked.account().ifPresent(account -> asks(entry, account, rows));
            case ResetStarted started -> started(entry, started.account(), rows);
            case ResetConfirmed confirmed -> decided(entry, confirmed.reset(), Reset.Outcome.CONFIRMED, rows);
            case ResetWithdrawn withdrawn -> decided(entry, withdrawn.reset(), Reset.Outcome.WITHDRAWN, rows);
            default -> {}
        }
    }

    private static void set(Entry entry, AccountId account, JdbcClient rows) {
        rows.sql("insert into password_set (account, set_by, recorded) values (?, ?, ?)"
                        + " on conflict (account) do update set set_by = excluded.set_by, recorded = excluded.recorded")
                .params(account.name(), entry.account().name(), Micros.of(entry.recorded()))
                .update();
    }

    private static void asks(Entry entry, AccountId account, JdbcClient rows) {
        rows.sql("insert into reset_asked (account, asked) values (?, ?)"
                        + " on conflict (account) do update set asked = excluded.asked")
                .params(account.name(), Micros.of(entry.recorded()))
                .update();
    }

    private static void asksNoMore(AccountId account, JdbcClient rows) {
        rows.sql("delete from reset_asked where account = ?")
                .param(account.name())
                .update();
    }

    private static void started(Entry entry, AccountId account, JdbcClient rows) {
        asksNoMore(account, rows);
        rows.sql("insert into password_reset (reset, position, account, started_by, started, outcome, decided)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        ResetId.of(entry.id().act()).toString(),
                        entry.position(),
                        account.name(),
                        entry.account().name(),
                        Micros.of(entry.recorded()),
                        Reset.Outcome.WAITING.name(),
                        Micros.FOREVER)
                .update();
    }

    private static void decided(Entry entry, ResetId reset, Reset.Outcome outcome, JdbcClient rows) {
        rows.sql("update password_reset set outcome = ?, decided_by = ?, decided = ? where reset = ? and outcome = ?")
                .params(
                        outcome.name(),
                        entry.account().name(),
                        Micros.of(entry.recorded()),
                        reset.toString(),
                        Reset.Outcome.WAITING.name())
                .update();
    }
}
