// SPDX-License-Identifier: Apache-2.0
package org.clearway.ceasefire;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clearway.access.AccountId;
import org.clearway.agreement.CorridorId;
import org.clearway.journal.Sealed;
import org.clearway.places.Withdrawals;
import org.clearway.time.Micros;
import org.clearway.time.Occurred;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads the rows that {@link FireView} writes.
record FireRows(JdbcClient rows) {
    private static final String FIRE = Withdrawals.with("fire", "fire");

    /// What was on record at `known` of a corridor and may have been from `from` to `to`, the latest first.
    List<OnFire> near(CorridorId corridor, Instant from, Instant to, Instant known) {
        return rows.sql("select * from " + FIRE + " where corridor = ? and valid_to >= ? and valid_from <= ?"
                        + " and known_from <= ? and ? < known_to order by valid_to desc, position desc")
                .param(corridor.slug())
                .param(Micros.of(from))
                .param(Micros.of(to))
                .param(Micros.of(known))
                .param(Micros.of(known))
                .query((row, n) -> fire(row))
                .list();
    }

    /// An observation, whether it still stands or not.
    Optional<OnFire> any(FireId fire) {
        return rows.sql("select * from " + FIRE + " where fire = ?")
                .param(fire.toString())
                .query((row, n) -> fire(row))
                .optional();
    }

    /// Whether it was neither corrected nor withdrawn.
    boolean stands(FireId fire) {
        return rows.sql("select count(*) from fire where fire = ? and known_to = ?")
                        .param(fire.toString())
                        .param(Micros.FOREVER)
                        .query(Long.class)
                        .single()
                > 0;
    }

    Optional<Sealed.Closed<FirePosition>> place(FireId fire) {
        return rows.sql("select place from fire where fire = ? and place is not null")
                .param(fire.toString())
                .query((row, n) -> Sealed.Closed.<FirePosition>ofLine(row.getString(1)))
                .optional();
    }

    private static OnFire fire(ResultSet row) throws SQLException {
        return new OnFire(
                FireId.parse(row.getString("fire")),
                new CorridorId(row.getString("corridor")),
                FireKind.valueOf(row.getString("kind")),
                Noticed.valueOf(row.getString("noticed")),
                count(row),
                Occurred.ofLine(row.getString("told")),
                Nearness.valueOf(row.getString("nearness")),
                new AccountId(row.getString("account")),
                row.getString("place") != null,
                Micros.instant(row.getLong("known_from")),
                Withdrawals.of(row));
    }

    private static Optional<FireCount> count(ResultSet row) throws SQLException {
        String how = row.getString("reckoning");
        if (how == null) return Optional.empty();
        int counted = row.getInt("counted");
        Optional<Count> count = row.wasNull() ? Optional.empty() : Optional.of(new Count(counted));
        return Optional.of(new FireCount(Reckoning.valueOf(how), count));
    }
}
