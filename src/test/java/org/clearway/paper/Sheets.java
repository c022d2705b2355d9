// SPDX-License-Identifier: Apache-2.0
package org.clearway.paper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clearway.access.Role;
import org.clearway.corridor.Sayings;

/// A sheet of every form as somebody at a desk would fill it in, on the afternoon of 14 September 2019.
final class Sheets {
    private static final Map<Blank, Map<String, String>> HEADS = Map.ofEntries(
            of(Blank.GATE_HOURS, "gate", "south-gate/south-crossing"),
            of(Blank.TURNED_BACK, "gate", "south-gate/south-crossing"),
            of(
                    Blank.CHILD_HANDED_OVER,
                    "gate",
                    "south-gate/south-crossing",
                    "hour",
                    "15",
                    "direction",
                    "OUT",
                    "child",
                    "FEMALE_FROM_5",
                    "to-protection",
                    "child-care"),
            of(
                    Blank.GATE_DECISION,
                    "corridor",
                    "south-gate",
                    "clock",
                    "15:30",
                    "sure",
                    "ABOUT",
                    "decision",
                    "PAUSE",
                    "because",
                    "WEATHER"),
            of(Blank.OWN_WAY_OUT, "gate", "south-gate/south-crossing"),
            of(Blank.OWN_WAY_IN, "safe-area", "harbour-school"),
            of(
                    Blank.BOARDING,
                    "gate",
                    "south-gate/south-crossing",
                    "vehicle",
                    "bus-07",
                    "destination",
                    "harbour-school",
                    "opened",
                    "15:20"),
            of(Blank.CONVOY_LOG, "vehicle", "bus-08"),
            Map.entry(Blank.VEHICLES, Map.of()),
            of(Blank.RECEPTION, "vehicle", "bus-09", "came", "15:50"),
            of(Blank.SERVICE_HOURS, "point", "south-kitchen"),
            of(Blank.TURNED_AWAY, "point", "south-kitchen"),
            of(Blank.TRIAGE, "point", "south-kitchen"),
            of(
                    Blank.POINT_CHECK,
                    "point",
                    "south-kitchen",
                    "clock",
                    "15:30",
                    "sure",
                    "EXACT",
                    "Service.WATER",
                    "DEGRADED",
                    "Equipment.TAPS",
                    "3",
                    "lacks",
                    "POWER"),
            of(Blank.STOCK, "point", "south-kitchen"),
            of(Blank.COMPLAINT, "corridor", "south-gate", "topic", "LONG_WAIT", "answer-in", "AR"),
            of(Blank.FIRE, "corridor", "south-gate"),
            of(
                    Blank.LEDGER,
                    "reporter",
                    "centre",
                    "covered-day",
                    "2019-09-13",
                    "covers",
                    "CALENDAR_DAY",
                    "unit",
                    "CASE_OF_FIRE",
                    "total",
                    "7",
                    "publisher",
                    "Radio",
                    "published",
                    "2019-09-14"),
            of(
                    Blank.ANNOUNCEMENT,
                    "corridor",
                    "south-gate",
                    "announcer",
                    "centre",
                    "status",
                    "OPEN",
                    "from",
                    "2019-09-14",
                    "voluntary",
                    "YES",
                    "services",
                    "WATER",
                    "publisher",
                    "إذاعة",
                    "published",
                    "2019-09-14"),
            of(
                    Blank.ASSURANCE,
                    "corridor",
                    "south-gate",
                    "party",
                    "government",
                    "promise",
                    "GIVEN",
                    "from",
                    "2019-09-14",
                    "publisher",
                    "Radio",
                    "published",
                    "2019-09-14"),
            of(Blank.HAZARD, "corridor", "south-gate"));

    private static final Map<Blank, Map<String, String>> LINES = Map.ofEntries(
            of(
                    Blank.GATE_HOURS,
                    "hour",
                    "15",
                    "direction",
                    "OUT",
                    "households",
                    "2",
                    "Band.FEMALE_FROM_18",
                    "2",
                    "Band.FROM_5",
                    "3"),
            of(Blank.TURNED_BACK, "hour", "15", "direction", "OUT", "people", "4", "told", "OBSERVED"),
            of(Blank.OWN_WAY_OUT, own()),
            of(Blank.OWN_WAY_IN, own()),
            of(Blank.BOARDING, "clock", "15:40", "adults", "3", "children", "2"),
            of(Blank.CONVOY_LOG, "clock", "15:40", "what", "LEFT"),
            of(Blank.VEHICLES, "clock", "15:40", "vehicle", "bus-07", "standing", "BROKEN_DOWN"),
            of(Blank.RECEPTION, "manifest-line", "1", "came-in", "5"),
            of(Blank.SERVICE_HOURS, "hour", "15", "service", "HOT_MEAL", "people", "40"),
            of(Blank.TURNED_AWAY, "hour", "15", "service", "WATER", "why-without", "NO_POWER", "people", "12"),
            of(Blank.TRIAGE, "hour", "15", "colour", "GREEN", "age", "FROM_18", "sex", "FEMALE", "people", "3"),
            of(
                    Blank.STOCK,
                    "clock",
                    "15:30",
                    "item",
                    "hot-meal",
                    "move",
                    "RECEIPT",
                    "quantity",
                    "200",
                    "batch",
                    "first",
                    "expires",
                    "2019-12-31"),
            of(Blank.FIRE, "clock", "15:30", "sure", "ABOUT", "fire", "SHELLING", "noticed", "HEARD", "times", "3"),
            of(Blank.LEDGER, "area", "town", "count", "7"),
            of(Blank.HAZARD, "sure", "ONLY_THE_DAY", "hazard", "MINES", "hazard-state", "PRESUMED"));

    private Sheets() {}

    static Filled of(Blank blank) {
        Part head = part(0, HEADS.getOrDefault(blank, Map.of()));
        List<Part> lines = LINES.containsKey(blank) ? List.of(part(1, LINES.getOrDefault(blank, Map.of()))) : List.of();
        return new Filled(desk(blank), Sayings.ZONE, head, lines);
    }

    /// The same with another value in its first line, or in its head.
    static Filled with(Blank blank, String field, String value) {
        Filled one = of(blank);
        var head = new LinkedHashMap<>(one.head().texts());
        var lines = new ArrayList<Part>();
        for (Part line : one.lines()) {
            var texts = new LinkedHashMap<>(line.texts());
            if (texts.containsKey(field)) texts.put(field, List.of(value));
            lines.add(new Part(line.line(), texts));
        }
        if (head.containsKey(field)) head.put(field, List.of(value));
        return new Filled(one.by(), one.zone(), new Part(0, head), lines);
    }

    static Role desk(Blank blank) {
        return blank.desks().iterator().next();
    }

    private static Part part(int line, Map<String, String> texts) {
        var all = new LinkedHashMap<String, List<String>>();
        if (line == 0) all.put("day", List.of("2019-09-14"));
        texts.forEach((field, text) -> all.put(field, List.of(text)));
        return new Part(line, all);
    }

    private static String[] own() {
        return new String[] {"hour", "15", "way", "ON_FOOT", "people", "60", "counted-how", "ABOUT"};
    }

    private static Map.Entry<Blank, Map<String, String>> of(Blank blank, String... pairs) {
        var texts = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) texts.put(pairs[i], pairs[i + 1]);
        return Map.entry(blank, texts);
    }
}
