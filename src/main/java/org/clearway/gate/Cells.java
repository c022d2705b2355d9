// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// What passed, as named figures: the rows of an hour, and one line for a column.
final class Cells {
    /// Every count has it, and each is one report: with it an hour in which nobody passed is an
    /// hour that was reported.
    static final String REPORTS = "REPORTS";

    static final String HOUSEHOLDS = "HOUSEHOLDS";
    static final String HANDED_OVER = "HANDED_OVER";
    static final String TURNED_BACK = "TURNED_BACK";
    private static final String PEOPLE = "PEOPLE.";
    private static final String NEED = "NEED.";
    private static final String VEHICLE = "VEHICLE.";
    private static final String LIVESTOCK = "LIVESTOCK.";

    private Cells() {}

    static Map<String, Long> of(Passing passing) {
        var cells = new LinkedHashMap<String, Long>();
        cells.put(REPORTS, 1L);
        if (passing.households() > 0) cells.put(HOUSEHOLDS, passing.households());
        passing.people().forEach((band, number) -> cells.put(PEOPLE + band, number));
        passing.needs().forEach((need, number) -> cells.put(NEED + need, number));
        passing.vehicles().forEach((kind, number) -> cells.put(VEHICLE + kind, number));
        passing.livestock().forEach((kind, number) -> cells.put(LIVESTOCK + kind, number));
        return cells;
    }

    static Map<String, Long> handedOver() {
        var cells = new LinkedHashMap<String, Long>();
        cells.put(REPORTS, 1L);
        cells.put(HOUSEHOLDS, 1L);
        cells.put(PEOPLE + Band.NOT_TOLD, 1L);
        cells.put(HANDED_OVER, 1L);
        return cells;
    }

    static String line(Passing passing) {
        return of(passing).entrySet().stream()
                .map(cell -> cell.getKey() + "=" + cell.getValue())
                .collect(Collectors.joining(" "));
    }

    static Map<String, Long> ofLine(String line) {
        var cells = new LinkedHashMap<String, Long>();
        for (String cell : line.split(" ", -1)) {
            int equals = cell.indexOf('=');
            cells.put(cell.substring(0, equals), Long.parseLong(cell.substring(equals + 1)));
        }
        return cells;
    }

    static Passing passing(Map<String, Long> cells) {
        Figures figures = figures(cells);
        return new Passing(
                figures.households(), figures.people(), figures.needs(), figures.vehicles(), figures.livestock());
    }

    static Figures figures(Map<String, Long> cells) {
        return new Figures(
                cells.getOrDefault(HOUSEHOLDS, 0L),
                map(Band.class, PEOPLE, cells),
                map(MovementNeed.class, NEED, cells),
                map(VehicleKind.class, VEHICLE, cells),
                map(Livestock.class, LIVESTOCK, cells),
                cells.getOrDefault(HANDED_OVER, 0L),
                cells.getOrDefault(TURNED_BACK, 0L));
    }

    private static <E extends Enum<E>> Map<E, Long> map(Class<E> type, String prefix, Map<String, Long> cells) {
        var map = new EnumMap<E, Long>(type);
        cells.forEach((name, number) -> {
            if (name.startsWith(prefix) && number != 0) {
                map.put(Enum.valueOf(type, name.substring(prefix.length())), number);
            }
        });
        return map;
    }
}
