// SPDX-License-Identifier: Apache-2.0
package org.clearway.accounts;

import java.time.Instant;
import java.util.List;
import org.clearway.access.AccountId;
import org.clearway.access.Role;
import org.clearway.accounts.AccountEntries.AccountClosed;
import org.clearway.accounts.AccountEntries.DeskLeft;
import org.clearway.accounts.AccountEntries.DeskTaken;
import org.clearway.accounts.AccountEntries.DutyBegun;
import org.clearway.accounts.AccountEntries.DutyEnded;
import org.clearway.accounts.AccountEntries.SignedIn;
import org.clearway.accounts.AccountEntries.SignedOut;
import org.clearway.journal.Entry;
import org.clearway.journal.View;
import org.clearway.time.Micros;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Who is on duty, and desks that were handed over. Who signs out is off duty; of whom a session
/// ended without a word it is not known, until they sign in again.
final class DutyView implements View {
    @Override
    public List<Table> tables() {
        return List.of(new Table("duty", "account, desk"), new Table("duty_handover", "handover"));
    }

    @Override
    public void apply(Entry entry, JdbcClient rows) {
        switch (entry.body()) {
            case DutyBegun begun -> begins(entry, begun.desk(), begun.until(), rows);
            case DutyEnded ended -> ends(entry.account(), ended.desk(), rows);
            case DeskLeft left -> {
                ends(entry.account(), left.desk(), rows);
                left(entry, left, rows);
            }
            case DeskTaken taken -> {
                rows.sql("update duty_handover set taken_by = ?, taken_at = ? where handover = ? and taken_by is null")
                        .params(
                                entry.account().name(),
                                Micros.of(entry.recorded()),
                                taken.handover().toString())
                        .update();
                begins(entry, taken.desk(), taken.until(), rows);
            }
            case SignedIn in -> known(in.account(), Micros.FOREVER, rows);
            case SignedOut out -> {
                if (out.ending() == Ending.ASKED) endsAll(out.account(), rows);
                else known(out.account(), Micros.of(entry.recorded()), rows);
            }
            case AccountClosed closed -> endsAll(closed.account(), rows);
            default -> {}
        }
    }

    private static void begins(Entry entry, Role desk, Instant until, JdbcClient rows) {
        rows.sql("insert into duty (account, desk, since, until, unknown_since) values (?, ?, ?, ?, ?)"
                        + " on conflict (account, desk) do update set until = excluded.until,"
                        + " unknown_since = excluded.unknown_since")
                .params(
                        entry.account().name(),
                        desk.name(),
                        Micros.of(entry.recorded()),
                        Micros.of(until),
                        Micros.FOREVER)
                .update();
    }

    private static void ends(AccountId account, Role desk, JdbcClient rows) {
        rows.sql("delete from duty where account = ? and desk = ?")
                .params(account.name(), desk.name())
                .update();
    }

    private static void endsAll(AccountId account, JdbcClient rows) {
        rows.sql("delete from duty where account = ?").param(account.name()).update();
    }

    private static void known(AccountId account, long unknownSince, JdbcClient rows) {
        rows.sql("update duty set unknown_since = ? where account = ?")
                .params(unknownSince, account.name())
                .update();
    }

    private static void left(Entry entry, DeskLeft left, JdbcClient rows) {
        rows.sql("insert into duty_handover (handover, position, desk, left_by, left_at, note)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        HandoverId.of(entry.id().act()).toString(),
                        entry.position(),
                        left.desk().name(),
                        entry.account().name(),
                        Micros.of(entry.recorded()),
                        left.note().closed().line())
                .update();
    }
}
