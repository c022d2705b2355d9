// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.clearway.agreement.CorridorId;
import org.clearway.journal.Entry;
import org.clearway.journal.View;
import org.clearway.time.Micros;
import org.clearway.time.OpeningWindow;
import org.clearway.transport.TransportEntries.ConditionsTold;
import org.clearway.transport.TransportEntries.PlacesTold;
import org.clearway.transport.TransportEntries.SafeAreaClosed;
import org.clearway.transport.TransportEntries.SafeAreaSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Safe areas as they were known when, and the places that were told to be left.
final class SafeAreaView implements View {
    @Override
    public List<Table> tables() {
        return List.of(
                new Table("safe_area", "position"),
                new Table("safe_area_places", "position"),
                new Table("safe_area_conditions", "position"));
    }

    @Override
    public void apply(Entry entry, JdbcClient rows) {
        switch (entry.body()) {
            case SafeAreaSet set -> set(entry, set.area(), rows);
            case SafeAreaClosed closed -> close(closed.area(), Micros.of(entry.received()), rows);
            case PlacesTold told -> told(entry, told.left(), rows);
            case ConditionsTold told -> told(entry, told.conditions(), rows);
            default -> {}
        }
    }

    private static void set(Entry entry, SafeArea area, JdbcClient rows) {
        long known = Micros.of(entry.received());
        close(area.id(), known, rows);
        rows.sql("insert into safe_area (position, safe_area, area, names, corridors, places, known_from, known_to)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .param(entry.position())
                .param(area.id().slug())
                .param(area.area().slug())
                .param(area.names().line())
                .param(area.corridors().stream().map(CorridorId::slug).collect(Collectors.joining(" ")))
                .param(places(area.places()))
                .param(known)
                .param(Micros.FOREVER)
                .update();
    }

    private static void close(SafeAreaId area, long known, JdbcClient rows) {
        rows.sql("update safe_area set known_to = ? where safe_area = ? and known_to = ?")
                .param(known)
                .param(area.slug())
                .param(Micros.FOREVER)
                .update();
    }

    private static void told(Entry entry, PlacesLeft left, JdbcClient rows) {
        rows.sql("insert into safe_area_places (position, safe_area, places, account, told) values (?, ?, ?, ?, ?)")
                .param(entry.position())
                .param(left.area().slug())
                .param(places(left.places()))
                .param(entry.account().name())
                .param(Micros.of(entry.received()))
                .update();
    }

    private static void told(Entry entry, Conditions told, JdbcClient rows) {
        rows.sql("insert into safe_area_conditions (position, safe_area, conditions, hours, account, told)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .param(entry.position())
                .param(told.area().slug())
                .param(told.states().entrySet().stream()
                        .map(one -> one.getKey().name() + ":" + one.getValue().name())
                        .collect(Collectors.joining(" ")))
                .param(OpeningWindow.lines(told.hours()))
                .param(entry.account().name())
                .param(Micros.of(entry.received()))
                .update();
    }

    static Map<Condition, ConditionState> conditions(String column) {
        var states = new EnumMap<Condition, ConditionState>(Condition.class);
        if (column.isEmpty()) return states;
        for (String one : column.split(" ", -1)) {
            String[] part = one.split(":", 2);
            states.put(Condition.valueOf(part[0]), ConditionState.valueOf(part[1]));
        }
        return states;
    }

    /// Such as `GENERAL:120 LYING:4`.
    private static String places(Map<PlaceKind, Long> places) {
        return places.entrySet().stream()
                .map(one -> one.getKey().name() + ":" + one.getValue())
                .collect(Collectors.joining(" "));
    }

    static Map<PlaceKind, Long> places(String column) {
        var places = new EnumMap<PlaceKind, Long>(PlaceKind.class);
        if (column.isEmpty()) return places;
        for (String one : column.split(" ", -1)) {
            String[] part = one.split(":", 2);
            places.put(PlaceKind.valueOf(part[0]), Long.valueOf(part[1]));
        }
        return places;
    }

    static List<CorridorId> corridors(String column) {
        return Arrays.stream(column.split(" ", -1)).map(CorridorId::new).toList();
    }
}
