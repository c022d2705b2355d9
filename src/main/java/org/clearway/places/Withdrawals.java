// SPDX-License-Identifier: Apache-2.0
package org.clearway.places;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.clearway.access.Actor;
import org.clearway.journal.ActId;
import org.clearway.journal.Draft;
import org.clearway.journal.Entry;
import org.clearway.journal.Journal;
import org.clearway.journal.Receipt;
import org.clearway.journal.Rule;
import org.clearway.language.Problem;
import org.clearway.time.Micros;
import org.clearway.time.Occurred;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How claims of every kind are withdrawn: one kind of entry, which names the act that recorded the claim. Each front
/// desk that records claims offers it for its own; its views close what was withdrawn, its readings tell of it.
public final class Withdrawals {
    private Withdrawals() {}

    /// Withdraws what `claim` recorded.
    /// @param standing refuses what does not stand on record, or is no claim of the front desk's
    /// @throws Problem `places.withdrawn-before`
    public static Receipt withdraw(
            Journal journal, Actor actor, ActId act, UUID claim, WithdrawalReason reason, Rule standing) {
        Occurred now = Occurred.at(journal.clock().instant(), ZoneOffset.UTC);
        return journal.record(actor, act, Draft.of(new ClaimWithdrawn(claim, reason), now), views -> {
            requireNotWithdrawn(views.rows(), claim);
            standing.check(views);
        });
    }

    /// For the rules of front desks.
    /// @throws Problem `places.withdrawn-before`
    public static void requireNotWithdrawn(JdbcClient rows, UUID claim) {
        boolean withdrawn = rows.sql("select count(*) from withdrawal where withdrawn_claim = ?")
                        .param(claim.toString())
                        .query(Long.class)
                        .single()
                > 0;
        if (withdrawn) throw Problem.of("places.withdrawn-before", "claim", claim);
    }

    /// For views: closes the row of a withdrawn claim, if `entry` withdraws one.
    /// @param table has `known_to`
    /// @param column names the act that recorded a row's claim
    public static void close(Entry entry, String table, String column, JdbcClient rows) {
        if (!(entry.body() instanceof ClaimWithdrawn withdrawn)) return;
        rows.sql("update " + table + " set known_to = ? where " + column + " = ? and known_to = ?")
                .param(Micros.of(entry.received()))
                .param(withdrawn.claim().toString())
                .param(Micros.FOREVER)
                .update();
    }

    /// For readings: `table` with what {@link #of} reads beside each row.
    public static String with(String table, String column) {
        return table + " left join withdrawal on withdrawn_claim = " + table + "." + column;
    }

    /// The withdrawal of a row's claim, whenever it became known.
    public static Optional<Withdrawal> of(ResultSet row) throws SQLException {
        String reason = row.getString("withdrawn_reason");
        return reason == null
                ? Optional.empty()
                : Optional.of(
                        new Withdrawal(WithdrawalReason.valueOf(reason), Micros.instant(row.getLong("withdrawn_at"))));
    }
}
