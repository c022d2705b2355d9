// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clearway.access.Role;
import org.clearway.corridor.Service;
import org.clearway.journal.Reading;
import org.clearway.journal.Subject;
import org.clearway.time.Micros;
import org.clearway.time.OpeningWindow;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What {@link LimitView} keeps, read.
record LimitRows(JdbcClient rows) {
    static LimitRows of(Reading at) {
        return new LimitRows(at.rows());
    }

    List<Limits> at(PointId point) {
        return rows.sql("select * from care_limit where point = ? order by service")
                .param(point.slug())
                .query((row, n) -> limits(row))
                .list();
    }

    /// The limits at every point of the corridor that a point stands at, of what is given there.
    List<Limits> along(PointId point) {
        return rows
                .sql("select l.*, there.services as given from care_point here"
                        + " join care_point there on there.corridor = here.corridor and there.known_to = here.known_to"
                        + " join care_limit l on l.point = there.point"
                        + " where here.point = ? and here.known_to = ? order by l.point, l.service")
                .param(point.slug())
                .param(Micros.FOREVER)
                .query((row, n) -> {
                    Limits limits = limits(row);
                    boolean given =
                            Columns.codes(Service.class, row.getString("given")).contains(limits.service());
                    return given ? Optional.of(limits) : Optional.<Limits>empty();
                })
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /// The secret of a day, where there is one.
    Optional<String> secret(LocalDate day) {
        return rows.sql("select secret from care_day_secret where day = ?")
                .param(day.toString())
                .query((row, n) -> row.getString("secret"))
                .optional();
    }

    /// Keeps the secret of a day, if it has none, and forgets those of days that no limit looks back to.
    void keepSecret(LocalDate day, String secret) {
        rows.sql("delete from care_day_secret where day < ?")
                .param(day.minusDays(1).toString())
                .update();
        rows.sql("insert into care_day_secret (day, secret) values (?, ?) on conflict (day) do nothing")
                .param(day.toString())
                .param(secret)
                .update();
    }

    /// When something was given under a pseudonym, in order.
    List<Instant> given(Subject served) {
        return rows.sql("select given from care_served where served = ? order by given, position")
                .param(served.pseudonym())
                .query((row, n) -> Micros.instant(row.getLong("given")))
                .list();
    }

    /// The pseudonym under which a touch stands, where it has one.
    Optional<Subject> servedBy(TouchId touch) {
        return rows.sql("select served from care_served where touch = ?")
                .param(touch.toString())
                .query((row, n) -> new Subject(row.getString("served")))
                .optional();
    }

    private static Limits limits(ResultSet row) throws SQLException {
        return new Limits(
                new PointId(row.getString("point")),
                Service.valueOf(row.getString("service")),
                figure(row, "minutes_between"),
                figure(row, "most_a_day"),
                Set.copyOf(Columns.codes(Service.class, row.getString("not_with"))),
                row.getInt("whole_household") != 0,
                Set.copyOf(Columns.codes(Role.class, row.getString("desks"))),
                OpeningWindow.ofLines(row.getString("hours")));
    }

    private static Optional<Long> figure(ResultSet row, String column) throws SQLException {
        long figure = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(figure);
    }
}
