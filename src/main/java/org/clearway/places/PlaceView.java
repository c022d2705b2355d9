// SPDX-License-Identifier: Apache-2.0
package org.clearway.places;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clearway.geo.Area;
import org.clearway.geo.AreaId;
import org.clearway.geo.AreaKind;
import org.clearway.geo.AreaShape;
import org.clearway.geo.PCode;
import org.clearway.geo.Position;
import org.clearway.journal.Entry;
import org.clearway.journal.View;
import org.clearway.language.Names;
import org.clearway.time.Micros;
import org.clearway.time.Span;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Areas and shapes as rows of two times. Whatever was known at an instant K is the rows with
/// `known_from <= K and K < known_to`.
final class PlaceView implements View {
    @Override
    public List<Table> tables() {
        return List.of(new Table("area", "position"), new Table("area_shape", "position"));
    }

    @Override
    public void apply(Entry entry, JdbcClient rows) {
        switch (entry.body()) {
            case AreaNamed named -> named(entry, named, rows);
            case AreaBounded bounded -> bounded(entry, bounded, rows);
            default -> {}
        }
    }

    private static void named(Entry entry, AreaNamed named, JdbcClient rows) {
        long known = Micros.of(entry.received());
        rows.sql("update area set known_to = ? where area = ? and known_to = ?")
                .param(known)
                .param(named.area().slug())
                .param(Micros.FOREVER)
                .update();
        rows.sql("insert into area (position, area, kind, pcode, names, spellings, parent, latitude, longitude,"
                        + " known_from, known_to) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(entry.position())
                .param(named.area().slug())
                .param(named.kind().name())
                .param(named.pcode().map(PCode::code).orElse(null))
                .param(named.names().line())
                .param(named.spellings().stream().map(Spelling::text).collect(Collectors.joining("\n")))
                .param(named.parent().map(AreaId::slug).orElse(null))
                .param(named.position().map(Position::latitudeMicrodegrees).orElse(null))
                .param(named.position().map(Position::longitudeMicrodegrees).orElse(null))
                .param(known)
                .param(Micros.FOREVER)
                .update();
    }

    private static void bounded(Entry entry, AreaBounded bounded, JdbcClient rows) {
        long known = Micros.of(entry.received());
        long from = Micros.of(bounded.valid().begins());
        rows.sql("update area_shape set known_to = ? where area = ? and valid_from = ? and known_to = ?")
                .param(known)
                .param(bounded.area().slug())
                .param(from)
                .param(Micros.FOREVER)
                .update();
        rows.sql("insert into area_shape (position, area, shape, border_metres, valid_from, valid_to, valid_told,"
                        + " source, known_from, known_to) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(entry.position())
                .param(bounded.area().slug())
                .param(ShapeText.of(bounded.shape()))
                .param(bounded.borderMetres())
                .param(from)
                .param(bounded.valid().ends().map(Micros::of).orElse(Micros.FOREVER))
                .param(bounded.valid().line())
                .param(bounded.source().line())
                .param(known)
                .param(Micros.FOREVER)
                .update();
    }

    static List<Place> places(JdbcClient rows, long known) {
        return rows.sql("select * from area where known_from <= ? and ? < known_to order by area")
                .param(known)
                .param(known)
                .query((row, n) -> place(row))
                .list();
    }

    static Optional<Place> place(JdbcClient rows, AreaId area, long known) {
        return rows.sql("select * from area where area = ? and known_from <= ? and ? < known_to")
                .param(area.slug())
                .param(known)
                .param(known)
                .query((row, n) -> place(row))
                .optional();
    }

    static List<Border> borders(JdbcClient rows, long known) {
        return rows.sql("select * from area_shape where known_from <= ? and ? < known_to order by area, valid_from")
                .param(known)
                .param(known)
                .query((row, n) -> border(row))
                .list();
    }

    static List<Source> borderSources(JdbcClient rows, long known) {
        return rows.sql("select distinct source from area_shape where known_from <= ? and ? < known_to order by source")
                .param(known)
                .param(known)
                .query((row, n) -> Source.ofLine(row.getString(1)))
                .list();
    }

    static List<Border> borders(JdbcClient rows, AreaId area, long known) {
        return rows.sql("select * from area_shape where area = ? and known_from <= ? and ? < known_to"
                        + " order by valid_from")
                .param(area.slug())
                .param(known)
                .param(known)
                .query((row, n) -> border(row))
                .list();
    }

    /// The journal's position of the last word about places that was known; it stands for all that was known of them.
    static long lastWord(JdbcClient rows, long known) {
        return rows.sql("select coalesce(max(position), 0) from (select position, known_from from area"
                        + " union all select position, known_from from area_shape) word where known_from <= ?")
                .param(known)
                .query(Long.class)
                .single();
    }

    private static Place place(ResultSet row) throws SQLException {
        String spellings = row.getString("spellings");
        var area = new Area(
                new AreaId(row.getString("area")),
                AreaKind.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getString("pcode")).map(PCode::new),
                Names.ofLine(row.getString("names")),
                spellings.isEmpty() ? List.of() : List.of(spellings.split("\n", -1)),
                Optional.ofNullable(row.getString("parent")).map(AreaId::new));
        int latitude = row.getInt("latitude");
        Optional<Position> position =
                row.wasNull() ? Optional.empty() : Optional.of(new Position(latitude, row.getInt("longitude")));
        return new Place(area, position, Micros.instant(row.getLong("known_from")));
    }

    private static Border border(ResultSet row) throws SQLException {
        Span valid = Span.ofLine(row.getString("valid_told"));
        Instant from = valid.begins();
        return new Border(
                new AreaShape(
                        new AreaId(row.getString("area")),
                        ShapeText.read(row.getString("shape")),
                        from,
                        valid.ends(),
                        row.getInt("border_metres")),
                valid,
                Source.ofLine(row.getString("source")),
                Micros.instant(row.getLong("known_from")));
    }
}
