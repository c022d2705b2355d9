// SPDX-License-Identifier: Apache-2.0
package org.clearway.bulletin;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.clearway.journal.CanonicalValue;
import org.clearway.journal.Entry;
import org.clearway.journal.View;
import org.clearway.time.Micros;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Writes the settings of the series, and every version that was proposed with its approvals.
final class BulletinView implements View {
    @Override
    public List<Table> tables() {
        return List.of(
                new Table("bulletin_series", "position"),
                new Table("bulletin_edition", "day, version"),
                new Table("bulletin_approval", "day, version, account"));
    }

    @Override
    public void apply(Entry entry, JdbcClient rows) {
        switch (entry.body()) {
            case BulletinSeriesSet(BulletinSeries series) -> set(entry, series, rows);
            case BulletinProposed(Bulletin bulletin) -> proposed(entry, bulletin, rows);
            case BulletinApproved approved -> approved(entry, approved, rows);
            default -> {}
        }
    }

    static String text(Record value) {
        return new String(CanonicalValue.bytes(value), StandardCharsets.UTF_8);
    }

    private static void set(Entry entry, BulletinSeries series, JdbcClient rows) {
        long known = Micros.of(entry.received());
        rows.sql("update bulletin_series set known_to = ? where known_to = ?")
                .param(known)
                .param(Micros.FOREVER)
                .update();
        rows.sql("insert into bulletin_series (position, settings, known_from, known_to) values (?, ?, ?, ?)")
                .param(entry.position())
                .param(text(series))
                .param(known)
                .param(Micros.FOREVER)
                .update();
    }

    /// Proposed anew, a draft begins without approvals; what is published is never replaced.
    private static void proposed(Entry entry, Bulletin bulletin, JdbcClient rows) {
        String day = bulletin.day().toString();
        int replaced = rows.sql("insert into bulletin_edition (day, version, digest, named, proposed_at, bulletin)"
                        + " values (?, ?, ?, coalesce((select named from bulletin_edition where day = ? and version = 1),"
                        + " ?), ?, ?) on conflict (day, version) do update set digest = excluded.digest, proposed_at ="
                        + " excluded.proposed_at, bulletin = excluded.bulletin where bulletin_edition.published_at is"
                        + " null")
                .param(day)
                .param(bulletin.version())
                .param(Digest.of(bulletin).hex())
                .param(day)
                .param(entry.id().act().toString())
                .param(Micros.of(entry.recorded()))
                .param(text(bulletin))
                .update();
        if (replaced > 0) {
            rows.sql("delete from bulletin_approval where day = ? and version = ?")
                    .param(day)
                    .param(bulletin.version())
                    .update();
        }
    }

    private static void approved(Entry entry, BulletinApproved approved, JdbcClient rows) {
        String day = approved.day().toString();
        long at = Micros.of(entry.recorded());
        rows.sql("insert into bulletin_approval (day, version, account, approved_at) select day, version, ?, ? from"
                        + " bulletin_edition where day = ? and version = ? and digest = ? and published_at is null on"
                        + " conflict do nothing")
                .param(entry.account().name())
                .param(at)
                .param(day)
                .param(approved.version())
                .param(approved.digest().hex())
                .update();
        rows.sql(
                        "update bulletin_edition set published_at = ? where day = ? and version = ? and published_at is null and"
                                + " (select count(*) from bulletin_approval a where a.day = bulletin_edition.day and a.version ="
                                + " bulletin_edition.version) >= ?")
                .param(at)
                .param(day)
                .param(approved.version())
                .param(Stage.APPROVALS_NEEDED)
                .update();
    }
}
