// SPDX-License-Identifier: Apache-2.0
package org.clearway.corridor;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.clearway.agreement.ClaimId;
import org.clearway.agreement.CorridorId;
import org.clearway.agreement.PartyId;
import org.clearway.agreement.ZoneId;
import org.clearway.geo.AreaId;
import org.clearway.geo.Position;
import org.clearway.language.Names;
import org.clearway.places.Source;
import org.clearway.places.Withdrawals;
import org.clearway.time.Micros;
import org.clearway.time.OpeningWindow;
import org.clearway.time.Span;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What {@link CorridorView} keeps, read as it was known at an instant.
///
/// @param known in microseconds: rows count that are known from then or earlier and to later than that
record CorridorRows(JdbcClient rows, long known) {
    private static final String KNOWN = " known_from <= ? and ? < known_to";
    private static final String ANNOUNCEMENT = Withdrawals.with("corridor_announcement", "claim");
    private static final String USE = Withdrawals.with("corridor_use", "claim");

    List<Corridor> all() {
        return rows.sql("select * from corridor where" + KNOWN + " order by corridor")
                .param(known)
                .param(known)
                .query((row, n) -> corridor(row))
                .list();
    }

    Optional<Corridor> corridor(CorridorId id) {
        return rows.sql("select * from corridor where corridor = ? and" + KNOWN)
                .param(id.slug())
                .param(known)
                .param(known)
                .query((row, n) -> corridor(row))
                .optional();
    }

    /// In order of arrival.
    List<OnRecord<Announcement>> announcements(CorridorId id) {
        return rows.sql("select * from " + ANNOUNCEMENT + " where corridor = ? and" + KNOWN + " order by position")
                .param(id.slug())
                .param(known)
                .param(known)
                .query((row, n) -> announcement(row))
                .list();
    }

    /// In order of arrival.
    List<OnRecord<UseClaim>> uses(CorridorId id) {
        Map<Long, Map<Counted, Count>> counts = counts("corridor", id.slug());
        return rows.sql("select * from " + USE + " where corridor = ? and" + KNOWN + " order by position")
                .param(id.slug())
                .param(known)
                .param(known)
                .query((row, n) -> use(row, counts.getOrDefault(row.getLong("position"), Map.of())))
                .list();
    }

    /// An announcement or a claim of use, whether it still stands or not.
    Optional<OnRecord<? extends Claim>> any(ClaimId claim) {
        Optional<OnRecord<Announcement>> announced = rows.sql("select * from " + ANNOUNCEMENT + " where claim = ?")
                .param(claim.toString())
                .query((row, n) -> announcement(row))
                .optional();
        if (announced.isPresent()) return Optional.of(announced.get());
        Map<Long, Map<Counted, Count>> counts = counts("claim", claim.toString());
        return rows.sql("select * from " + USE + " where claim = ?")
                .param(claim.toString())
                .query((row, n) -> use(row, counts.getOrDefault(row.getLong("position"), Map.of())))
                .optional()
                .map(told -> told);
    }

    Optional<PartyId> announcer(ClaimId claim) {
        return whose("announcer", "corridor_announcement", claim);
    }

    Optional<PartyId> claimant(ClaimId claim) {
        return whose("claimant", "corridor_use", claim);
    }

    private Optional<PartyId> whose(String column, String table, ClaimId claim) {
        return rows.sql("select " + column + " from " + table + " where claim = ? and" + KNOWN)
                .param(claim.toString())
                .param(known)
                .param(known)
                .query((row, n) -> new PartyId(row.getString(1)))
                .optional();
    }

    /// @param column of the claims of use whose figures are wanted
    private Map<Long, Map<Counted, Count>> counts(String column, String value) {
        var byUse = new TreeMap<Long, Map<Counted, Count>>();
        rows.sql("select c.position, c.counted, c.qualifier, c.number from corridor_use_count c join corridor_use u on"
                        + " u.position = c.position where u." + column + " = ?")
                .param(value)
                .query(row -> {
                    byUse.computeIfAbsent(row.getLong("position"), position -> new EnumMap<>(Counted.class))
                            .put(
                                    Counted.valueOf(row.getString("counted")),
                                    new Count(Qualifier.valueOf(row.getString("qualifier")), row.getLong("number")));
                });
        return byUse;
    }

    private Corridor corridor(ResultSet row) throws SQLException {
        return new Corridor(
                new CorridorId(row.getString("corridor")),
                Names.ofLine(row.getString("names")),
                Optional.ofNullable(row.getString("zone")).map(ZoneId::new),
                Optional.ofNullable(row.getString("initiator")).map(PartyId::new),
                Columns.parties(row.getString("relevant_parties")),
                Columns.names(row.getString("intermediaries")),
                flows(row),
                crossings(row.getLong("position")),
                Source.ofLine(row.getString("source")));
    }

    private List<CrossingPoint> crossings(long position) {
        return rows.sql("select * from corridor_crossing where position = ? order by ordinal")
                .param(position)
                .query((row, n) -> new CrossingPoint(
                        new CrossingId(row.getString("crossing")),
                        Names.ofLine(row.getString("names")),
                        new AreaId(row.getString("area")),
                        position(row)))
                .list();
    }

    private static Optional<Position> position(ResultSet row) throws SQLException {
        int latitude = row.getInt("latitude");
        return row.wasNull() ? Optional.empty() : Optional.of(new Position(latitude, row.getInt("longitude")));
    }

    private static OnRecord<Announcement> announcement(ResultSet row) throws SQLException {
        return new OnRecord<>(
                ClaimId.parse(row.getString("claim")),
                Micros.instant(row.getLong("known_from")),
                new Announcement(
                        new CorridorId(row.getString("corridor")),
                        new PartyId(row.getString("announcer")),
                        AnnouncedStatus.valueOf(row.getString("status")),
                        Span.ofLine(row.getString("valid_told")),
                        row.getInt("as_voluntary") == 1,
                        window(row),
                        Columns.codes(Service.class, row.getString("services")),
                        flows(row),
                        Columns.reasons(row.getString("reasons")),
                        Source.ofLine(row.getString("source"))),
                Withdrawals.of(row));
    }

    private static OnRecord<UseClaim> use(ResultSet row, Map<Counted, Count> counts) throws SQLException {
        return new OnRecord<>(
                ClaimId.parse(row.getString("claim")),
                Micros.instant(row.getLong("known_from")),
                new UseClaim(
                        new CorridorId(row.getString("corridor")),
                        new PartyId(row.getString("claimant")),
                        Span.ofLine(row.getString("valid_told")),
                        counts,
                        Columns.reasons(row.getString("reasons")),
                        Source.ofLine(row.getString("source"))),
                Withdrawals.of(row));
    }

    private static Optional<OpeningWindow> window(ResultSet row) throws SQLException {
        String days = row.getString("open_days");
        if (days == null) return Optional.empty();
        return Optional.of(new OpeningWindow(
                Set.copyOf(Columns.codes(DayOfWeek.class, days)),
                LocalTime.parse(row.getString("open_from")),
                LocalTime.parse(row.getString("open_to")),
                java.time.ZoneId.of(row.getString("open_zone"))));
    }

    private static Set<PermittedFlow> flows(ResultSet row) throws SQLException {
        var flows = EnumSet.noneOf(PermittedFlow.class);
        flows.addAll(Columns.codes(PermittedFlow.class, row.getString("flows")));
        return flows;
    }
}
