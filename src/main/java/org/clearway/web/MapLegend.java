// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.clearway.agreement.PartyId;
import org.clearway.agreement.Territory;
import org.clearway.geo.Extent;
import org.clearway.web.MapOfDay.Plot;
import org.clearway.web.MapOfDay.Told;

/// Says what is drawn on a map, and nothing that is not: first each claim with who makes it, then how ground is shown.
final class MapLegend {
    private final MapOfDay map;
    private final Ground ground;
    private final Sayings sayings;
    private final Words words;

    MapLegend(MapOfDay map, Ground ground, Sayings sayings, Words words) {
        this.map = map;
        this.ground = ground;
        this.sayings = sayings;
        this.words = words;
    }

    /// @param type of what is under the hatching, for the style sheet
    /// @param pattern the hatching, empty for none
    record Line(String type, String pattern, String sentence) {}

    List<Line> lines() {
        var byLook = new TreeMap<Integer, List<Told>>();
        map.drawn()
                .forEach(told -> byLook.computeIfAbsent(map.look(told.claim().held()), _ -> new ArrayList<>())
                        .add(told));
        var lines = new ArrayList<Line>();
        byLook.forEach((look, claims) ->
                lines.add(new Line("ground zone", MapDrawing.pattern(look, Extent.WHOLE), claimed(claims))));
        if (any(plot -> plot.hatches().size() > 1)) {
            lines.add(new Line("ground zone", "look-several", words.say("map.legend-several")));
        }
        if (any(plot -> plot.zones().containsValue(Extent.WHOLE))) {
            lines.add(new Line("ground zone", "", words.say("map.legend-whole")));
        }
        if (any(plot -> plot.zones().containsValue(Extent.PARTS))) {
            lines.add(new Line("ground zone zone-parts", "ground-parts", words.say("map.legend-parts")));
        }
        if (any(plot -> plot.zones().isEmpty() && plot.hatches().isEmpty())) {
            lines.add(new Line("ground", "", words.say("map.legend-ground")));
        }
        return lines;
    }

    private boolean any(Predicate<Plot> which) {
        return map.plots().stream().anyMatch(which);
    }

    /// What a hatching stands for, with who claims it of which ground.
    private String claimed(List<Told> claims) {
        var grounds = new LinkedHashMap<PartyId, List<String>>();
        for (Told told : claims) {
            grounds.computeIfAbsent(told.claim().claimant(), _ -> new ArrayList<>())
                    .add(inShort(told.claim().territory()));
        }
        List<String> claimants = grounds.entrySet().stream()
                .map(claimed -> words.say(
                        "map.legend-claimant",
                        Map.of("claimant", sayings.party(claimed.getKey()), "grounds", words.list(claimed.getValue()))))
                .toList();
        List<String> held = claims.stream()
                .map(told -> sayings.held(told.claim().held()))
                .distinct()
                .toList();
        return words.say("map.legend-claim", Map.of("held", words.list(held), "claimants", words.list(claimants)));
    }

    private String inShort(Territory territory) {
        return map.zones().stream()
                .filter(row -> territory.equals(new Territory.OfZone(row.zone().id())))
                .findFirst()
                .map(row -> words.say("map.in-zone", "number", row.number()))
                .orElseGet(() -> ground.name(territory));
    }
}
