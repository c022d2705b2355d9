// SPDX-License-Identifier: Apache-2.0
package org.clearway.corridor;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.clearway.agreement.PartyId;
import org.clearway.geo.AreaId;
import org.clearway.geo.Position;
import org.clearway.journal.Entry;
import org.clearway.journal.View;
import org.clearway.time.Micros;
import org.clearway.time.OpeningWindow;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Routes and the hazards on them, as they were known when.
final class RouteView implements View {
    @Override
    public List<Table> tables() {
        return List.of(new Table("route", "position"), new Table("hazard", "position"));
    }

    @Override
    public void apply(Entry entry, JdbcClient rows) {
        switch (entry.body()) {
            case RouteSet set -> route(entry, set, rows);
            case HazardTold told -> hazard(entry, told, rows);
            default -> {}
        }
    }

    private static void route(Entry entry, RouteSet set, JdbcClient rows) {
        long known = Micros.of(entry.received());
        rows.sql("update route set known_to = ? where corridor = ? and known_to = ?")
                .param(known)
                .param(set.corridor().slug())
                .param(Micros.FOREVER)
                .update();
        rows.sql("insert into route (position, corridor, waypoints, windows, source, known_from, known_to)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .param(entry.position())
                .param(set.corridor().slug())
                .param(waypoints(set.waypoints()))
                .param(OpeningWindow.lines(set.windows()))
                .param(set.source().line())
                .param(known)
                .param(Micros.FOREVER)
                .update();
    }

    private static void hazard(Entry entry, HazardTold told, JdbcClient rows) {
        long known = Micros.of(entry.received());
        rows.sql("update hazard set known_to = ? where hazard = ? and known_to = ?")
                .param(known)
                .param(told.hazard().toString())
                .param(Micros.FOREVER)
                .update();
        rows.sql("insert into hazard (position, hazard, corridor, kind, state, near_area, claimant, account, checked,"
                        + " known_from, known_to) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(entry.position())
                .param(told.hazard().toString())
                .param(told.corridor().slug())
                .param(told.kind().name())
                .param(told.state().name())
                .param(told.near().map(AreaId::slug).orElse(null))
                .param(told.claimant().map(PartyId::slug).orElse(null))
                .param(entry.account().name())
                .param(entry.occurred().line())
                .param(known)
                .param(Micros.FOREVER)
                .update();
    }

    /// In microdegrees: `latitude,longitude`, separated by spaces.
    static String waypoints(List<Position> waypoints) {
        return waypoints.stream()
                .map(at -> at.latitudeMicrodegrees() + "," + at.longitudeMicrodegrees())
                .collect(Collectors.joining(" "));
    }

    static List<Position> waypoints(String column) {
        return Arrays.stream(column.split(" ", -1))
                .map(text -> text.split(",", 2))
                .map(pair -> new Position(Integer.parseInt(pair[0]), Integer.parseInt(pair[1])))
                .toList();
    }
}
