// SPDX-License-Identifier: Apache-2.0
package org.clearway.agreement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clearway.geo.AreaId;
import org.clearway.geo.AreaPart;
import org.clearway.geo.Extent;
import org.clearway.language.Names;
import org.clearway.places.Source;
import org.clearway.places.Withdrawals;
import org.clearway.time.Micros;
import org.clearway.time.Occurred;
import org.clearway.time.Span;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads the rows that {@link AgreementView} writes, as they were known at an instant.
record AgreementRows(JdbcClient rows, long known) {
    /// Later than anything known: all that a reading holds.
    static final long LATEST = Micros.FOREVER - 1;

    private static final String KNOWN = " known_from <= ? and ? < known_to";
    private static final String CONTROL = Withdrawals.with("control", "claim");
    private static final String ASSURANCE = Withdrawals.with("assurance", "claim");

    List<Party> parties() {
        return select("select * from party where" + KNOWN + " order by party")
                .query((row, n) -> party(row))
                .list();
    }

    boolean knowsParty(PartyId party) {
        return exists("party", "party", party.slug());
    }

    boolean knowsAgreement(AgreementId agreement) {
        return exists("agreement", "agreement", agreement.slug());
    }

    boolean knowsZone(ZoneId zone) {
        return exists("zone", "zone", zone.slug());
    }

    List<Agreement> agreements() {
        return select("select * from agreement where" + KNOWN + " order by agreement")
                .query((row, n) -> agreement(row))
                .list();
    }

    /// Every version of every zone, by zone and beginning.
    List<Zone> zones() {
        return select("select * from zone where" + KNOWN + " order by zone, valid_from, position")
                .query((row, n) -> zone(row))
                .list();
    }

    List<Zone> zones(Instant begins, Instant ends) {
        return select("select * from zone where" + KNOWN + " and valid_from < ? and valid_to > ?"
                        + " order by zone, valid_from, position")
                .param(Micros.of(ends))
                .param(Micros.of(begins))
                .query((row, n) -> zone(row))
                .list();
    }

    /// What was claimed of any time between two instants, by claimant, each one's last published word last.
    List<KnownClaim> claims(Instant begins, Instant ends) {
        return select("select * from " + CONTROL + " where" + KNOWN + " and valid_from < ? and valid_to > ?"
                        + " order by claimant, published, position")
                .param(Micros.of(ends))
                .param(Micros.of(begins))
                .query((row, n) -> claim(row))
                .list();
    }

    /// Every claim of control, in order of publication.
    List<KnownClaim> claims() {
        return select("select * from " + CONTROL + " where" + KNOWN + " order by published, position")
                .query((row, n) -> claim(row))
                .list();
    }

    Optional<KnownClaim> claim(ClaimId claim) {
        return select("select * from " + CONTROL + " where" + KNOWN + " and claim = ?")
                .param(claim.toString())
                .query((row, n) -> claim(row))
                .optional();
    }

    Optional<KnownAssurance> assurance(ClaimId claim) {
        return select("select * from " + ASSURANCE + " where" + KNOWN + " and claim = ?")
                .param(claim.toString())
                .query((row, n) -> assurance(row))
                .optional();
    }

    /// A claim of control, whether it still stands or not.
    Optional<KnownClaim> anyClaim(ClaimId claim) {
        return rows.sql("select * from " + CONTROL + " where claim = ?")
                .param(claim.toString())
                .query((row, n) -> claim(row))
                .optional();
    }

    /// An assurance, whether it still stands or not.
    Optional<KnownAssurance> anyAssurance(ClaimId claim) {
        return rows.sql("select * from " + ASSURANCE + " where claim = ?")
                .param(claim.toString())
                .query((row, n) -> assurance(row))
                .optional();
    }

    /// A party's last published word about a corridor that had begun by `when`.
    Optional<KnownAssurance> lastWord(CorridorId corridor, PartyId party, Instant when) {
        return select("select * from " + ASSURANCE + " where" + KNOWN
                        + " and corridor = ? and party = ? and valid_from <= ?"
                        + " order by published desc, position desc limit 1")
                .param(corridor.slug())
                .param(party.slug())
                .param(Micros.of(when))
                .query((row, n) -> assurance(row))
                .optional();
    }

    /// Every assurance about a corridor, in order of publication.
    List<KnownAssurance> assurances(CorridorId corridor) {
        return select("select * from " + ASSURANCE + " where" + KNOWN
                        + " and corridor = ? order by published, position")
                .param(corridor.slug())
                .query((row, n) -> assurance(row))
                .list();
    }

    private JdbcClient.StatementSpec select(String sql) {
        return rows.sql(sql).param(known).param(known);
    }

    private boolean exists(String table, String column, String value) {
        return select("select count(*) from " + table + " where" + KNOWN + " and " + column + " = ?")
                        .param(value)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static Party party(ResultSet row) throws SQLException {
        return new Party(
                new PartyId(row.getString("party")),
                PartyKind.valueOf(row.getString("kind")),
                Names.ofLine(row.getString("names")),
                Optional.ofNullable(row.getString("abbreviation")).map(Names::ofLine));
    }

    private Agreement agreement(ResultSet row) throws SQLException {
        List<PartyId> guarantors = rows.sql("select party from agreement_guarantor where position = ? order by ordinal")
                .param(row.getLong("position"))
                .query((guarantor, n) -> new PartyId(guarantor.getString(1)))
                .list();
        int months = row.getInt("months");
        return new Agreement(
                new AgreementId(row.getString("agreement")),
                Names.ofLine(row.getString("names")),
                Occurred.ofLine(row.getString("signed_told")),
                guarantors,
                Optional.ofNullable(row.getString("extension"))
                        .map(extension -> new Term(months, Extension.valueOf(extension))),
                Source.ofLine(row.getString("source")));
    }

    private Zone zone(ResultSet row) throws SQLException {
        List<AreaPart> parts = rows.sql("select area, extent from zone_part where position = ? order by ordinal")
                .param(row.getLong("position"))
                .query((part, n) -> new AreaPart(new AreaId(part.getString(1)), Extent.valueOf(part.getString(2))))
                .list();
        return new Zone(
                new ZoneId(row.getString("zone")),
                new AgreementId(row.getString("agreement")),
                Names.ofLine(row.getString("names")),
                parts,
                Span.ofLine(row.getString("valid_told")),
                Source.ofLine(row.getString("source")));
    }

    private static KnownClaim claim(ResultSet row) throws SQLException {
        String zone = row.getString("zone");
        Territory territory = zone != null
                ? new Territory.OfZone(new ZoneId(zone))
                : new Territory.OfArea(new AreaId(row.getString("area")));
        var claim = new ControlClaim(
                territory,
                Held.of(
                        Relation.valueOf(row.getString("relation")),
                        Optional.ofNullable(row.getString("holder")).map(PartyId::new)),
                Span.ofLine(row.getString("valid_told")),
                new PartyId(row.getString("claimant")),
                Source.ofLine(row.getString("source")));
        return new KnownClaim(
                ClaimId.parse(row.getString("claim")),
                claim,
                Micros.instant(row.getLong("known_from")),
                Withdrawals.of(row));
    }

    private static KnownAssurance assurance(ResultSet row) throws SQLException {
        var assurance = new Assurance(
                new CorridorId(row.getString("corridor")),
                new PartyId(row.getString("party")),
                AssuranceStatus.valueOf(row.getString("status")),
                Span.ofLine(row.getString("valid_told")),
                Source.ofLine(row.getString("source")));
        return new KnownAssurance(
                ClaimId.parse(row.getString("claim")),
                assurance,
                Micros.instant(row.getLong("known_from")),
                Withdrawals.of(row));
    }

    /// The last of each `key`, in the order in which the keys first come.
    static <K, T> List<T> lastOfEach(List<T> rows, java.util.function.Function<T, K> key) {
        var last = new java.util.LinkedHashMap<K, T>();
        rows.forEach(row -> last.put(key.apply(row), row));
        return new ArrayList<>(last.values());
    }
}
