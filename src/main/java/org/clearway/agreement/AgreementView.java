// SPDX-License-Identifier: Apache-2.0
package org.clearway.agreement;

import java.util.List;
import java.util.Optional;
import org.clearway.geo.AreaId;
import org.clearway.geo.AreaPart;
import org.clearway.journal.Entry;
import org.clearway.journal.View;
import org.clearway.language.Names;
import org.clearway.places.Source;
import org.clearway.places.Withdrawals;
import org.clearway.time.Micros;
import org.clearway.time.Span;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Writes parties, agreements, zones, claims of control and assurances as rows of two times. What was known at an
/// instant K is the rows with `known_from <= K and K < known_to`; nothing is ever overwritten but an open `known_to`.
final class AgreementView implements View {
    @Override
    public List<Table> tables() {
        return List.of(
                new Table("party", "position"),
                new Table("agreement", "position"),
                new Table("agreement_guarantor", "position, ordinal"),
                new Table("zone", "position"),
                new Table("zone_part", "position, ordinal"),
                new Table("control", "position"),
                new Table("assurance", "position"));
    }

    @Override
    public void apply(Entry entry, JdbcClient rows) {
        long known = Micros.of(entry.received());
        switch (entry.body()) {
            case PartyNamed party -> party(entry.position(), known, party, rows);
            case AgreementRecorded agreement -> agreement(entry.position(), known, agreement, rows);
            case ZoneDefined zone -> zone(entry.position(), known, zone, rows);
            case ControlClaimed claim -> control(entry.position(), known, claim, rows);
            case AssuranceRecorded assurance -> assurance(entry.position(), known, assurance, rows);
            default -> {
                Withdrawals.close(entry, "control", "claim", rows);
                Withdrawals.close(entry, "assurance", "claim", rows);
            }
        }
    }

    private static void party(long position, long known, PartyNamed party, JdbcClient rows) {
        closeNamed("party", party.party().slug(), known, rows);
        rows.sql("insert into party (position, party, kind, names, abbreviation, known_from, known_to)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .param(position)
                .param(party.party().slug())
                .param(party.kind().name())
                .param(party.names().line())
                .param(party.abbreviation().map(Names::line).orElse(null))
                .param(known)
                .param(Micros.FOREVER)
                .update();
    }

    private static void agreement(long position, long known, AgreementRecorded agreement, JdbcClient rows) {
        closeNamed("agreement", agreement.agreement().slug(), known, rows);
        rows.sql("insert into agreement (position, agreement, names, signed_told, months, extension, source,"
                        + " known_from, known_to) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(position)
                .param(agreement.agreement().slug())
                .param(agreement.names().line())
                .param(agreement.signed().line())
                .param(agreement.term().map(Term::months).orElse(null))
                .param(agreement.term().map(term -> term.extension().name()).orElse(null))
                .param(agreement.source().line())
                .param(known)
                .param(Micros.FOREVER)
                .update();
        List<PartyId> guarantors = agreement.guarantors();
        for (int i = 0; i < guarantors.size(); i++) {
            rows.sql("insert into agreement_guarantor (position, ordinal, party) values (?, ?, ?)")
                    .param(position)
                    .param(i)
                    .param(guarantors.get(i).slug())
                    .update();
        }
    }

    private static void zone(long position, long known, ZoneDefined zone, JdbcClient rows) {
        long from = Micros.of(zone.valid().begins());
        rows.sql("update zone set known_to = ? where zone = ? and valid_from = ? and known_to = ?")
                .param(known)
                .param(zone.zone().slug())
                .param(from)
                .param(Micros.FOREVER)
                .update();
        rows.sql("insert into zone (position, zone, agreement, names, valid_from, valid_to, valid_told, source,"
                        + " known_from, known_to) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(position)
                .param(zone.zone().slug())
                .param(zone.agreement().slug())
                .param(zone.names().line())
                .param(from)
                .param(end(zone.valid()))
                .param(zone.valid().line())
                .param(zone.source().line())
                .param(known)
                .param(Micros.FOREVER)
                .update();
        List<AreaPart> parts = zone.parts();
        for (int i = 0; i < parts.size(); i++) {
            rows.sql("insert into zone_part (position, ordinal, area, extent) values (?, ?, ?, ?)")
                    .param(position)
                    .param(i)
                    .param(parts.get(i).area().slug())
                    .param(parts.get(i).extent().name())
                    .update();
        }
    }

    private static void control(long position, long known, ControlClaimed claim, JdbcClient rows) {
        closeCorrected("control", claim.corrects(), known, rows);
        rows.sql("insert into control (position, claim, zone, area, relation, holder, claimant, valid_from, valid_to,"
                        + " valid_told, published, source, known_from, known_to)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(position)
                .param(claim.claim().toString())
                .param(claim.zone().map(ZoneId::slug).orElse(null))
                .param(claim.area().map(AreaId::slug).orElse(null))
                .param(claim.relation().name())
                .param(claim.holder().map(PartyId::slug).orElse(null))
                .param(claim.claimant().slug())
                .param(Micros.of(claim.valid().begins()))
                .param(end(claim.valid()))
                .param(claim.valid().line())
                .param(published(claim.source()))
                .param(claim.source().line())
                .param(known)
                .param(Micros.FOREVER)
                .update();
    }

    private static void assurance(long position, long known, AssuranceRecorded assurance, JdbcClient rows) {
        closeCorrected("assurance", assurance.corrects(), known, rows);
        rows.sql("insert into assurance (position, claim, corridor, party, status, valid_from, valid_to, valid_told,"
                        + " published, source, known_from, known_to) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(position)
                .param(assurance.claim().toString())
                .param(assurance.corridor().slug())
                .param(assurance.party().slug())
                .param(assurance.status().name())
                .param(Micros.of(assurance.valid().begins()))
                .param(end(assurance.valid()))
                .param(assurance.valid().line())
                .param(published(assurance.source()))
                .param(assurance.source().line())
                .param(known)
                .param(Micros.FOREVER)
                .update();
    }

    /// @param table whose rows are named by the column of the same name
    private static void closeNamed(String table, String slug, long known, JdbcClient rows) {
        rows.sql("update " + table + " set known_to = ? where " + table + " = ? and known_to = ?")
                .param(known)
                .param(slug)
                .param(Micros.FOREVER)
                .update();
    }

    private static void closeCorrected(String table, Optional<ClaimId> corrected, long known, JdbcClient rows) {
        if (corrected.isEmpty()) return;
        rows.sql("update " + table + " set known_to = ? where claim = ? and known_to = ?")
                .param(known)
                .param(corrected.get().toString())
                .param(Micros.FOREVER)
                .update();
    }

    private static long end(Span valid) {
        return valid.ends().map(Micros::of).orElse(Micros.FOREVER);
    }

    private static long published(Source source) {
        return Micros.of(source.published().from());
    }
}
