// SPDX-License-Identifier: Apache-2.0
package org.clearway.bulletin;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.clearway.access.AccountId;
import org.clearway.journal.CanonicalValue;
import org.clearway.time.Micros;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads what {@link BulletinView} and {@link TagIndex} wrote.
final class BulletinRows {
    /// Later than any day of a bulletin.
    private static final String LATEST_DAY = "9999-12-31";

    private static final String EDITION = "select e.day, e.version, e.digest, e.named, e.proposed_at, e.published_at,"
            + " e.bulletin, (select count(*) from bulletin_approval a where a.day = e.day and a.version = e.version) as"
            + " approvals from bulletin_edition e ";

    /// The last published version of its day.
    private static final String IN_FORCE = "e.published_at is not null and not exists (select 1 from bulletin_edition f"
            + " where f.day = e.day and f.version > e.version and f.published_at is not null)";

    private final JdbcClient rows;

    BulletinRows(JdbcClient rows) {
        this.rows = rows;
    }

    Optional<BulletinSeries> series(Instant known) {
        return rows.sql("select settings from bulletin_series where known_from <= ? and known_to > ?")
                .param(Micros.of(known))
                .param(Micros.of(known))
                .query((row, n) -> read(BulletinSeries.class, row.getString(1)))
                .optional();
    }

    Optional<BulletinSeries> series() {
        return rows.sql("select settings from bulletin_series where known_to = ?")
                .param(Micros.FOREVER)
                .query((row, n) -> read(BulletinSeries.class, row.getString(1)))
                .optional();
    }

    Optional<Edition> edition(LocalDate day, int version) {
        return rows.sql(EDITION + "where e.day = ? and e.version = ?")
                .param(day.toString())
                .param(version)
                .query(BulletinRows::edition)
                .optional();
    }

    /// The newest version of a day, published or not.
    Optional<Edition> newest(LocalDate day) {
        return rows.sql(EDITION + "where e.day = ? order by e.version desc limit 1")
                .param(day.toString())
                .query(BulletinRows::edition)
                .optional();
    }

    Optional<Edition> inForce(LocalDate day) {
        return rows.sql(EDITION + "where e.day = ? and " + IN_FORCE)
                .param(day.toString())
                .query(BulletinRows::edition)
                .optional();
    }

    List<Edition> published(LocalDate day) {
        return rows.sql(EDITION + "where e.day = ? and e.published_at is not null order by e.version desc")
                .param(day.toString())
                .query(BulletinRows::edition)
                .list();
    }

    List<Edition> inForceBefore(Optional<LocalDate> before, int most) {
        return rows.sql(EDITION + "where e.day < ? and " + IN_FORCE + " order by e.day desc limit ?")
                .param(before.map(LocalDate::toString).orElse(LATEST_DAY))
                .param(most)
                .query(BulletinRows::edition)
                .list();
    }

    List<Edition> drafts() {
        return rows.sql(EDITION + "where e.published_at is null order by e.day desc, e.version desc")
                .query(BulletinRows::edition)
                .list();
    }

    boolean hasApproved(LocalDate day, int version, AccountId account) {
        return rows.sql("select count(*) from bulletin_approval where day = ? and version = ? and account = ?")
                        .param(day.toString())
                        .param(version)
                        .param(account.name())
                        .query(Long.class)
                        .single()
                > 0;
    }

    List<Edition> tagged(TagId tag, Optional<LocalDate> before, int most) {
        return rows.sql(EDITION + "join bulletin_tag t on t.day = e.day and t.version = e.version and t.digest ="
                        + " e.digest where t.tag = ? and e.day < ? and " + IN_FORCE + " order by e.day desc limit ?")
                .param(tag.text())
                .param(before.map(LocalDate::toString).orElse(LATEST_DAY))
                .param(most)
                .query(BulletinRows::edition)
                .list();
    }

    /// A tag as the newest bulletin under it calls it.
    Optional<Tag> tag(TagId tag) {
        return rows.sql("select t.value from bulletin_tag t join bulletin_edition e on t.day = e.day and t.version ="
                        + " e.version and t.digest = e.digest where t.tag = ? and " + IN_FORCE
                        + " order by e.day desc limit 1")
                .param(tag.text())
                .query((row, n) -> read(Tag.class, row.getString(1)))
                .optional();
    }

    /// Every tag of a bulletin in force, by id.
    List<Tag> tags() {
        return rows.sql("select t.value from bulletin_tag t join bulletin_edition e on t.day = e.day and t.version ="
                        + " e.version and t.digest = e.digest where " + IN_FORCE + " and not exists (select 1 from"
                        + " bulletin_tag u join bulletin_edition f on u.day = f.day and u.version = f.version and"
                        + " u.digest = f.digest where u.tag = t.tag and f.day > e.day and f.published_at is not null)"
                        + " order by t.tag")
                .query((row, n) -> read(Tag.class, row.getString(1)))
                .list();
    }

    private static Edition edition(ResultSet row, int n) throws SQLException {
        long published = row.getLong("published_at");
        Stage stage = row.wasNull()
                ? new Stage.Draft(Micros.instant(row.getLong("proposed_at")), row.getInt("approvals"))
                : new Stage.Published(Micros.instant(published));
        return new Edition(
                read(Bulletin.class, row.getString("bulletin")),
                new Digest(row.getString("digest")),
                stage,
                Optional.of(row.getString("named")));
    }

    private static <T extends Record> T read(Class<T> type, String text) {
        return CanonicalValue.read(type, text.getBytes(StandardCharsets.UTF_8));
    }
}
