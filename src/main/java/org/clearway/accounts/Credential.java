// SPDX-License-Identifier: Apache-2.0
package org.clearway.accounts;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.clearway.access.AccountId;
import org.clearway.journal.Beside;
import org.clearway.journal.Reading;
import org.clearway.time.Micros;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What an account's password is checked against, and whether that is still the one it was given.
/// It stands in no entry, so that no entry holds what a password could be tried against; its table
/// is no view.
///
/// @param opensUntil when a password that was given opens no more; empty where it has no such
///     end
record Credential(PasswordHash hash, boolean mustChange, Optional<Instant> opensUntil) {
    /// A password that is handed over on paper: long enough to hand out a node's accounts before a
    /// corridor opens.
    static final Duration AFTER_OPENING = Duration.ofDays(7);

    /// One that is told to somebody who waits for it.
    static final Duration AFTER_RESET = Duration.ofDays(1);

    static Credential lasting(PasswordHash hash) {
        return new Credential(hash, false, Optional.empty());
    }

    static Credential given(PasswordHash hash, Instant until) {
        return new Credential(hash, true, Optional.of(until));
    }

    boolean hasRunOut(Instant now) {
        return opensUntil.filter(until -> !now.isBefore(until)).isPresent();
    }

    static Optional<Credential> of(Reading at, AccountId account) {
        return at.rows()
                .sql("select hash, must_change, opens_until from credential where account = ?")
                .param(account.name())
                .query((row, n) -> new Credential(
                        PasswordHash.ofLine(row.getString("hash")),
                        row.getLong("must_change") != 0,
                        Optional.of(row.getLong("opens_until"))
                                .filter(until -> until != Micros.FOREVER)
                                .map(Micros::instant)))
                .optional();
    }

    Beside keptFor(AccountId account) {
        return rows -> rows.sql("insert into credential (account, hash, must_change, opens_until) values (?, ?, ?, ?)"
                        + " on conflict (account) do update set hash = excluded.hash,"
                        + " must_change = excluded.must_change, opens_until = excluded.opens_until")
                .params(
                        account.name(),
                        hash.line(),
                        mustChange ? 1L : 0L,
                        opensUntil.map(Micros::of).orElse(Micros.FOREVER))
                .update();
    }

    static Beside forgotten(AccountId account) {
        return rows -> rows.sql("delete from credential where account = ?")
                .param(account.name())
                .update();
    }

    /// The password still opens, and must be changed at the next page.
    static void mustBeChanged(JdbcClient rows, AccountId account) {
        rows.sql("update credential set must_change = 1 where account = ?")
                .param(account.name())
                .update();
    }
}
