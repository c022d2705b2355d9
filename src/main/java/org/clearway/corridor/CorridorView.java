// SPDX-License-Identifier: Apache-2.0
package org.clearway.corridor;

import java.util.List;
import org.clearway.agreement.ClaimId;
import org.clearway.agreement.PartyId;
import org.clearway.agreement.ZoneId;
import org.clearway.geo.Position;
import org.clearway.journal.Entry;
import org.clearway.journal.View;
import org.clearway.places.Withdrawals;
import org.clearway.time.Micros;
import org.clearway.time.OpeningWindow;
import org.clearway.time.Span;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Corridors and what is claimed of them, as rows of two times.
final class CorridorView implements View {
    @Override
    public List<Table> tables() {
        return List.of(
                new Table("corridor", "position"),
                new Table("corridor_crossing", "position, ordinal"),
                new Table("corridor_announcement", "position"),
                new Table("corridor_use", "position"),
                new Table("corridor_use_count", "position, counted"));
    }

    @Override
    public void apply(Entry entry, JdbcClient rows) {
        switch (entry.body()) {
            case CorridorPlanned planned -> planned(entry, planned.words(), rows);
            case CorridorAnnounced announced -> announced(entry, announced, rows);
            case UseClaimed claimed -> claimed(entry, claimed, rows);
            default -> {
                Withdrawals.close(entry, "corridor_announcement", "claim", rows);
                Withdrawals.close(entry, "corridor_use", "claim", rows);
            }
        }
    }

    private static void planned(Entry entry, Corridor words, JdbcClient rows) {
        long known = Micros.of(entry.received());
        rows.sql("update corridor set known_to = ? where corridor = ? and known_to = ?")
                .param(known)
                .param(words.id().slug())
                .param(Micros.FOREVER)
                .update();
        rows.sql("insert into corridor (position, corridor, names, zone, initiator, relevant_parties, intermediaries,"
                        + " flows, source, known_from, known_to) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(entry.position())
                .param(words.id().slug())
                .param(words.names().line())
                .param(words.zone().map(ZoneId::slug).orElse(null))
                .param(words.initiator().map(PartyId::slug).orElse(null))
                .param(Columns.parties(words.relevantParties()))
                .param(Columns.names(words.intermediaries()))
                .param(Columns.codes(words.flows()))
                .param(words.source().line())
                .param(known)
                .param(Micros.FOREVER)
                .update();
        for (int i = 0; i < words.crossings().size(); i++) {
            CrossingPoint point = words.crossings().get(i);
            rows.sql("insert into corridor_crossing (position, ordinal, crossing, names, area, latitude, longitude)"
                            + " values (?, ?, ?, ?, ?, ?, ?)")
                    .param(entry.position())
                    .param(i)
                    .param(point.crossing().slug())
                    .param(point.names().line())
                    .param(point.area().slug())
                    .param(point.position().map(Position::latitudeMicrodegrees).orElse(null))
                    .param(point.position().map(Position::longitudeMicrodegrees).orElse(null))
                    .update();
        }
    }

    private static void announced(Entry entry, CorridorAnnounced body, JdbcClient rows) {
        Announcement words = body.words();
        long known = Micros.of(entry.received());
        body.corrects().ifPresent(wrong -> close("corridor_announcement", wrong, known, rows));
        rows.sql("insert into corridor_announcement (position, claim, corridor, announcer, status, valid_from,"
                        + " valid_to, valid_told, as_voluntary, open_days, open_from, open_to, open_zone, services,"
                        + " flows, reasons, source, corrects, known_from, known_to)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(entry.position())
                .param(ClaimId.of(entry.id().act()).toString())
                .param(words.corridor().slug())
                .param(words.announcer().slug())
                .param(words.status().name())
                .param(from(words.valid()))
                .param(to(words.valid()))
                .param(words.valid().line())
                .param(words.asVoluntary() ? 1 : 0)
                .param(words.window()
                        .map(window ->
                                Columns.codes(window.days().stream().sorted().toList()))
                        .orElse(null))
                .param(words.window().map(window -> window.from().toString()).orElse(null))
                .param(words.window().map(window -> window.to().toString()).orElse(null))
                .param(words.window()
                        .map(OpeningWindow::zone)
                        .map(java.time.ZoneId::getId)
                        .orElse(null))
                .param(Columns.codes(words.services()))
                .param(Columns.codes(words.flows()))
                .param(Columns.reasons(words.reasons()))
                .param(words.source().line())
                .param(body.corrects().map(ClaimId::toString).orElse(null))
                .param(known)
                .param(Micros.FOREVER)
                .update();
    }

    private static void claimed(Entry entry, UseClaimed body, JdbcClient rows) {
        UseClaim words = body.words();
        long known = Micros.of(entry.received());
        body.corrects().ifPresent(wrong -> close("corridor_use", wrong, known, rows));
        rows.sql("insert into corridor_use (position, claim, corridor, claimant, valid_from, valid_to, valid_told,"
                        + " reasons, source, corrects, known_from, known_to)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(entry.position())
                .param(ClaimId.of(entry.id().act()).toString())
                .param(words.corridor().slug())
                .param(words.claimant().slug())
                .param(from(words.covers()))
                .param(to(words.covers()))
                .param(words.covers().line())
                .param(Columns.reasons(words.reasons()))
                .param(words.source().line())
                .param(body.corrects().map(ClaimId::toString).orElse(null))
                .param(known)
                .param(Micros.FOREVER)
                .update();
        words.counts()
                .forEach((counted, count) -> rows.sql(
                                "insert into corridor_use_count (position, counted, qualifier, number) values (?, ?, ?, ?)")
                        .param(entry.position())
                        .param(counted.name())
                        .param(count.qualifier().name())
                        .param(count.number())
                        .update());
    }

    private static void close(String table, ClaimId wrong, long known, JdbcClient rows) {
        rows.sql("update " + table + " set known_to = ? where claim = ? and known_to = ?")
                .param(known)
                .param(wrong.toString())
                .param(Micros.FOREVER)
                .update();
    }

    private static long from(Span span) {
        return Micros.of(span.begins());
    }

    private static long to(Span span) {
        return span.ends().map(Micros::of).orElse(Micros.FOREVER);
    }
}
