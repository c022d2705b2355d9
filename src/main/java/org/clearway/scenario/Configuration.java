// SPDX-License-Identifier: Apache-2.0
package org.clearway.scenario;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearway.agreement.CorridorId;
import org.clearway.agreement.PartyKind;
import org.clearway.geo.Position;
import org.clearway.language.Problem;
import org.clearway.time.OpeningWindow;

/// How a scenario is set up, without anything that happens in it: of each thing what was told last.
final class Configuration {
    private final Scenario scenario;
    private final Map<String, Map<String, Sheet>> things = new LinkedHashMap<>();

    Configuration(Scenario scenario) {
        this.scenario = scenario;
        for (Scenario.Told told : setUp()) {
            for (String kind : SetUps.KINDS) {
                told.sheet()
                        .optionalSheet(kind)
                        .ifPresent(thing -> things.computeIfAbsent(kind, any -> new LinkedHashMap<>())
                                .put(key(kind, thing), thing));
            }
        }
    }

    private static String key(String kind, Sheet thing) {
        return switch (kind) {
            case "route" -> thing.text("corridor");
            case "service-point" -> thing.text("point");
            case "limits" -> thing.text("point") + " " + thing.text("service");
            case "vehicles" -> thing.text("called");
            default -> thing.text(kind);
        };
    }

    /// What was told to set it up, in its order.
    List<Scenario.Told> setUp() {
        return scenario.told().stream()
                .filter(told -> SetUps.KINDS.stream().anyMatch(told.sheet()::has))
                .toList();
    }

    /// The corridor that was asked for, else the first that has a crossing.
    /// @throws Problem `exercise.no-corridor`, `exercise.corridor-unknown`
    Sheet corridor(Optional<CorridorId> wanted) {
        List<Sheet> corridors = all("corridor").stream()
                .filter(corridor -> !corridor.sheets("crossings").isEmpty())
                .toList();
        if (corridors.isEmpty()) throw Problem.of("exercise.no-corridor");
        if (wanted.isEmpty()) return corridors.getFirst();
        return corridors.stream()
                .filter(corridor -> corridor.as("corridor", CorridorId::new).equals(wanted.get()))
                .findFirst()
                .orElseThrow(() -> new Problem(
                        "exercise.corridor-unknown",
                        Map.of(
                                "corridor",
                                wanted.get().slug(),
                                "known",
                                String.join(
                                        ", ",
                                        corridors.stream()
                                                .map(one -> one.text("corridor"))
                                                .toList()))));
    }

    /// The hours in which the way of a corridor is open; empty where none were set.
    List<OpeningWindow> windows(String corridor) {
        return Optional.ofNullable(things("route").get(corridor))
                .map(route -> route.list("windows", text -> Items.window(text, scenario.zone())))
                .orElse(List.of());
    }

    List<Sheet> points(String corridor) {
        return all("service-point").stream()
                .filter(point -> point.text("corridor").equals(corridor))
                .toList();
    }

    List<Sheet> safeAreas(String corridor) {
        return all("safe-area").stream()
                .filter(area -> area.list("corridors", text -> text).contains(corridor))
                .toList();
    }

    boolean hasVehicles() {
        return !all("vehicle").isEmpty() || !all("vehicles").isEmpty();
    }

    boolean hasZones() {
        return !all("zone").isEmpty();
    }

    /// Where the first crossing of a corridor is: its own position, or that of its area; empty where neither is known.
    Optional<Position> position(Sheet corridor) {
        Sheet crossing = corridor.sheets("crossings").getFirst();
        return crossing.optionally("position", Items::position).or(() -> place(crossing.text("area")));
    }

    private Optional<Position> place(String area) {
        return scenario.setting().areas().stream()
                .filter(place -> place.text("area").equals(area))
                .map(place -> place.list("position", text -> text))
                .filter(position -> position.size() == 2)
                .map(position -> Position.parse(position.getFirst(), position.getLast()))
                .findFirst();
    }

    /// Who takes charge of children who come alone.
    Optional<String> childProtection() {
        return scenario.setting().parties().stream()
                .filter(party -> party.one("kind", PartyKind.class) == PartyKind.CHILD_PROTECTION)
                .map(party -> party.text("party"))
                .findFirst();
    }

    private Collection<Sheet> all(String kind) {
        return things(kind).values();
    }

    private Map<String, Sheet> things(String kind) {
        return things.getOrDefault(kind, Map.of());
    }
}
