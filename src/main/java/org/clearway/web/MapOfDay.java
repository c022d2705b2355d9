// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.clearway.agreement.ControlClaim;
import org.clearway.agreement.Held;
import org.clearway.agreement.KnownClaim;
import org.clearway.agreement.Territory;
import org.clearway.agreement.Zone;
import org.clearway.agreement.ZoneId;
import org.clearway.corridor.Announced;
import org.clearway.corridor.Corridor;
import org.clearway.corridor.CrossingPoint;
import org.clearway.geo.Area;
import org.clearway.geo.AreaId;
import org.clearway.geo.AreaKind;
import org.clearway.geo.AreaPart;
import org.clearway.geo.AreaShape;
import org.clearway.geo.Extent;
import org.clearway.geo.Gazetteer;
import org.clearway.geo.Position;

/// What a map shows of a day, as it was known on another: areas and what covers them, zones by number, crossing points.
/// A claim of control is a hatching of its own. Claims that differ lie over each other; none is left out or preferred.
///
/// @param plots areas in the order in which they are drawn
/// @param zones those that there were on that day
/// @param areas those of which somebody claims something by themselves
/// @param looks what each hatching stands for, the same on every day
record MapOfDay(
        List<Plot> plots,
        List<ZoneOnMap> zones,
        List<AreaOnMap> areas,
        List<Held> looks,
        List<CrossingOnMap> crossings,
        Mercator.Bounds bounds) {
    /// So many hatchings can be told apart. All claims beyond have the last one together, and the table says them.
    static final int LOOKS = 8;

    private static final Set<AreaKind> BACKGROUND = EnumSet.of(AreaKind.COUNTRY, AreaKind.ADM1);

    MapOfDay {
        plots = List.copyOf(plots);
        zones = List.copyOf(zones);
        areas = List.copyOf(areas);
        looks = List.copyOf(looks);
        crossings = List.copyOf(crossings);
    }

    /// An area on the map.
    ///
    /// @param zones the numbers of the zones that it, or parts of it, belongs to
    /// @param hatches the claims drawn over it; where a zone has only parts of it, over all of it and broken
    record Plot(Area area, AreaShape shape, Map<Integer, Extent> zones, Map<Integer, Extent> hatches) {
        Plot {
            zones = new TreeMap<>(zones);
            hatches = new TreeMap<>(hatches);
        }

        Position label() {
            return shape.shape().within();
        }
    }

    /// @param claims each claimant's last word about that day
    /// @param notDrawn areas of it without a border on record
    record ZoneOnMap(int number, Zone zone, List<Told> claims, List<AreaId> notDrawn) {}

    record AreaOnMap(Area area, List<Told> claims) {}

    /// @param surelyBegun false where it is not told whether what is claimed had begun by that day; then it is not
    /// drawn
    record Told(KnownClaim known, boolean surelyBegun) {
        ControlClaim claim() {
            return known.claim();
        }
    }

    /// @param position to two decimals of a degree at most; absent where none is on record
    record CrossingOnMap(Corridor corridor, CrossingPoint crossing, Optional<Position> position, Announced announced) {}

    /// What the front desks answered, from which a map is made.
    ///
    /// @param zonesOnRecord zones of all times, which number them
    /// @param claimsOnRecord claims of all times, which say what each hatching stands for
    record Answers(
            TwoDays days,
            Gazetteer gazetteer,
            List<Zone> zonesOnRecord,
            List<Zone> zones,
            List<KnownClaim> claimsOnRecord,
            List<KnownClaim> claims,
            List<CrossingOnMap> crossings) {}

    static MapOfDay of(Answers answers) {
        return new Maker(answers).made();
    }

    /// The hatching of a claim.
    int look(Held held) {
        return Math.min(looks.indexOf(held), LOOKS - 1);
    }

    private static final class Maker {
        private final Answers answers;
        private final List<Held> looks;
        private final Set<AreaId> involved = new TreeSet<>();
        private final Map<AreaId, Map<Integer, Extent>> zones = new HashMap<>();
        private final Map<AreaId, Map<Integer, Extent>> hatches = new HashMap<>();

        Maker(Answers answers) {
            this.answers = answers;
            looks = List.copyOf(new LinkedHashSet<>(answers.claimsOnRecord().stream()
                    .map(known -> known.claim().held())
                    .toList()));
            answers.zonesOnRecord().forEach(zone -> zone.parts().forEach(part -> involved.add(part.area())));
            for (KnownClaim known : answers.claimsOnRecord()) {
                if (known.claim().territory() instanceof Territory.OfArea(AreaId area)) involved.add(area);
            }
        }

        MapOfDay made() {
            List<ZoneOnMap> onMap = zones();
            List<AreaOnMap> areas = areas();
            List<Plot> plots = plots();
            return new MapOfDay(plots, onMap, areas, looks, answers.crossings(), bounds(plots));
        }

        private List<ZoneOnMap> zones() {
            List<ZoneId> numbered = answers.zonesOnRecord().stream()
                    .map(Zone::id)
                    .distinct()
                    .sorted()
                    .toList();
            var onMap = new ArrayList<ZoneOnMap>();
            for (Zone zone : answers.zones()) {
                int number = numbered.indexOf(zone.id()) + 1;
                List<Told> claims = told(new Territory.OfZone(zone.id()));
                for (AreaPart part : zone.parts()) {
                    cover(zones, part.area(), number, part.extent());
                    hatch(part.area(), claims, part.extent());
                }
                List<AreaId> notDrawn = zone.parts().stream()
                        .map(AreaPart::area)
                        .filter(area -> shape(area).isEmpty())
                        .toList();
                onMap.add(new ZoneOnMap(number, zone, claims, notDrawn));
            }
            return onMap;
        }

        private List<AreaOnMap> areas() {
            var onMap = new ArrayList<AreaOnMap>();
            for (AreaId id : involved) {
                List<Told> claims = told(new Territory.OfArea(id));
                Optional<Area> area = answers.gazetteer().area(id);
                if (claims.isEmpty() || area.isEmpty()) continue;
                hatch(id, claims, Extent.WHOLE);
                onMap.add(new AreaOnMap(area.get(), claims));
            }
            return onMap;
        }

        /// The coarsest first, so that what is finer lies over it.
        private List<Plot> plots() {
            return answers.gazetteer().areas().stream()
                    .filter(area -> involved.contains(area.id()) || BACKGROUND.contains(area.kind()))
                    .sorted(Comparator.comparing(Area::kind).thenComparing(Area::id))
                    .flatMap(area -> shape(area.id())
                            .map(shape -> new Plot(
                                    area,
                                    shape,
                                    zones.getOrDefault(area.id(), Map.of()),
                                    hatches.getOrDefault(area.id(), Map.of())))
                            .stream())
                    .toList();
        }

        /// What the story is about, on whatever day; where it is about no area, everything.
        private Mercator.Bounds bounds(List<Plot> plots) {
            var bounds = new Mercator.Bounds();
            boolean anyInvolved = plots.stream()
                    .anyMatch(plot -> involved.contains(plot.area().id()));
            plots.stream()
                    .filter(plot ->
                            !anyInvolved || involved.contains(plot.area().id()))
                    .forEach(plot -> bounds.add(plot.shape().shape()));
            answers.crossings().stream()
                    .flatMap(point -> point.position().stream())
                    .forEach(bounds::add);
            return bounds;
        }

        private List<Told> told(Territory territory) {
            return answers.claims().stream()
                    .filter(known -> known.claim().territory().equals(territory))
                    .map(known -> new Told(
                            known,
                            answers.days().asked().surelyBegun(known.claim().valid())))
                    .toList();
        }

        private void hatch(AreaId area, List<Told> claims, Extent extent) {
            for (Told told : claims) {
                int look = Math.min(looks.indexOf(told.claim().held()), LOOKS - 1);
                if (told.surelyBegun()) cover(hatches, area, look, extent);
            }
        }

        /// What covers all of an area covers its parts.
        private static void cover(Map<AreaId, Map<Integer, Extent>> covers, AreaId area, int by, Extent extent) {
            covers.computeIfAbsent(area, _ -> new TreeMap<>())
                    .merge(by, extent, (one, other) -> one == other ? one : Extent.WHOLE);
        }

        private Optional<AreaShape> shape(AreaId area) {
            return answers.gazetteer().shape(area, answers.days().at());
        }
    }

    /// What is drawn of the claims: each hatching and who claims it.
    Stream<Told> drawn() {
        return Stream.concat(
                        zones.stream().flatMap(zone -> zone.claims().stream()),
                        areas.stream().flatMap(area -> area.claims().stream()))
                .filter(Told::surelyBegun);
    }
}
