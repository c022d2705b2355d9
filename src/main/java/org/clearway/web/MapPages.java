// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import org.clearway.access.Deed;
import org.clearway.agreement.AgreementId;
import org.clearway.agreement.Agreements;
import org.clearway.agreement.KnownClaim;
import org.clearway.agreement.Territory;
import org.clearway.agreement.Zone;
import org.clearway.corridor.Announced;
import org.clearway.corridor.Announcement;
import org.clearway.corridor.Corridor;
import org.clearway.corridor.Corridors;
import org.clearway.corridor.CrossingPoint;
import org.clearway.geo.Area;
import org.clearway.geo.AreaId;
import org.clearway.geo.AreaPart;
import org.clearway.geo.Extent;
import org.clearway.geo.Position;
import org.clearway.journal.Journal;
import org.clearway.journal.Reading;
import org.clearway.language.Problem;
import org.clearway.places.Place;
import org.clearway.places.Places;
import org.clearway.web.MapOfDay.AreaOnMap;
import org.clearway.web.MapOfDay.CrossingOnMap;
import org.clearway.web.MapOfDay.Told;
import org.clearway.web.MapOfDay.ZoneOnMap;
import org.clearway.web.Sayings.Saying;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// Zones, who is said to hold them, and crossing points on a map through time, with the table of what it shows.
@Controller
final class MapPages implements Door.Keeper {
    private static final MediaType GEO_JSON = MediaType.valueOf("application/geo+json");

    private final Journal journal;
    private final Places places;
    private final Agreements agreements;
    private final Corridors corridors;
    private final NodeFacts node;

    MapPages(Journal journal, Places places, Agreements agreements, Corridors corridors, NodeFacts node) {
        this.journal = journal;
        this.places = places;
        this.agreements = agreements;
        this.corridors = corridors;
        this.node = node;
    }

    @Override
    public List<Door> doors() {
        return List.of(new Door("/map", "map", Deed.READ_MAP, 40));
    }

    @Needs(Deed.READ_MAP)
    @GetMapping("/map")
    ModelAndView map(Visit visit, Form form) {
        Optional<TwoDays> days = TwoDays.typed(form, visit.words(), node);
        var page = new ModelAndView("map/map").addObject("form", form).addObject("shown", days.isPresent());
        return days.map(asked -> page.addAllObjects(new Shown(visit, asked).model()))
                .map(model -> page)
                .orElseGet(() -> Pages.again(page));
    }

    /// The same as features, for a map that can be moved.
    /// @throws Problem `map.days` where a day was not understood
    @Needs(Deed.READ_MAP)
    @GetMapping("/map/zones.geojson")
    ResponseEntity<String> zones(Visit visit, Form form) {
        TwoDays days = TwoDays.typed(form, visit.words(), node).orElseThrow(() -> Problem.of("map.days"));
        MapOfDay map = new Shown(visit, days).map;
        return ResponseEntity.ok().contentType(GEO_JSON).body(new MapDrawing(map, visit.words()).geoJson());
    }

    /// What the page shows of one question.
    private final class Shown {
        private final Visit visit;
        private final Words words;
        private final TwoDays days;
        private final Instant now = node.clock().instant();
        private final Reading reading = journal.now();
        private final Instant knownAt;
        private final Sayings sayings;
        private final List<Zone> zonesOnRecord;
        private final List<KnownClaim> claimsOnRecord;
        private final Ground ground;
        private final MapOfDay map;

        Shown(Visit visit, TwoDays days) {
            this.visit = visit;
            this.words = visit.words();
            this.days = days;
            knownAt = days.knownAt();
            sayings = new Sayings(agreements.parties(reading), words);
            zonesOnRecord = agreements.zonesOnRecord(reading, knownAt);
            claimsOnRecord = agreements.claimsOnRecord(visit.actor(), reading, knownAt);
            ground = Ground.of(places.gazetteer(reading, knownAt), zonesOnRecord, words);
            map = MapOfDay.of(new MapOfDay.Answers(
                    days,
                    ground.gazetteer(),
                    zonesOnRecord,
                    agreements.zones(reading, days.asked()),
                    claimsOnRecord,
                    agreements.claims(visit.actor(), reading, days.asked()),
                    crossings()));
        }

        Map<String, Object> model() {
            String sentence = days.sentence(words, now);
            NavigableMap<LocalDate, List<String>> changes = changes();
            var model = new HashMap<String, Object>();
            model.put("sentence", sentence);
            model.put("day", days.day().toString());
            model.put("known", days.known().map(LocalDate::toString).orElse(""));
            model.put("before", step(Optional.ofNullable(changes.lowerKey(days.day()))));
            model.put("after", step(Optional.ofNullable(changes.higherKey(days.day()))));
            model.put(
                    "changes",
                    changes.entrySet().stream()
                            .map(change -> new Change(
                                    change.getKey().toString(),
                                    words.day(change.getKey()),
                                    days.query(change.getKey()),
                                    change.getKey().equals(days.day()),
                                    change.getValue()))
                            .toList());
            model.put(
                    "drawing",
                    map.plots().isEmpty()
                            ? ""
                            : new MapDrawing(map, words).svg(words.say("map.drawing", "shown", sentence)));
            model.put("legend", new MapLegend(map, ground, sayings, words).lines());
            model.put("borders", borders());
            model.put("zones", map.zones().stream().map(this::zone).toList());
            model.put("areas", map.areas().stream().map(this::area).toList());
            model.put("crossings", map.crossings().stream().map(this::crossing).toList());
            return model;
        }

        private Optional<Step> step(Optional<LocalDate> day) {
            return day.map(found -> new Step(words.day(found), days.query(found)));
        }

        private List<CrossingOnMap> crossings() {
            Map<AreaId, Place> placed = new HashMap<>();
            places.list(reading, knownAt).forEach(place -> placed.put(place.id(), place));
            var found = new ArrayList<CrossingOnMap>();
            for (Corridor listed : corridors.list(visit.actor(), reading)) {
                corridors.corridor(visit.actor(), reading, listed.id(), knownAt).ifPresent(corridor -> {
                    Announced announced =
                            corridors.announced(visit.actor(), reading, corridor.id(), days.at(), knownAt);
                    for (CrossingPoint crossing : corridor.crossings()) {
                        found.add(new CrossingOnMap(corridor, crossing, position(crossing, placed), announced));
                    }
                });
            }
            return found;
        }

        /// Its own, else that of the settlement it lies at; to two decimals.
        private Optional<Position> position(CrossingPoint crossing, Map<AreaId, Place> placed) {
            return crossing.publicPosition()
                    .or(() -> Optional.ofNullable(placed.get(crossing.area()))
                            .flatMap(place -> new CrossingPoint(
                                            crossing.crossing(), crossing.names(), crossing.area(), place.position())
                                    .publicPosition()));
        }

        private NavigableMap<LocalDate, List<String>> changes() {
            var changes = new MapChanges(ground, sayings, words, now, node.zone());
            zonesOnRecord.forEach(changes::add);
            claimsOnRecord.forEach(known -> changes.add(known.claim()));
            map.crossings().stream()
                    .map(CrossingOnMap::corridor)
                    .distinct()
                    .forEach(corridor -> corridors
                            .history(visit.actor(), reading, corridor.id(), knownAt)
                            .forEach(known -> {
                                if (known.claim() instanceof Announcement told) changes.add(corridor, told);
                            }));
            return changes.byDay();
        }

        private String borders() {
            int metres = map.plots().stream()
                    .mapToInt(plot -> plot.shape().borderMetres())
                    .max()
                    .orElse(0);
            List<String> publishers = places.borderSources(reading, knownAt).stream()
                    .map(source -> words.name(source.publisher()))
                    .distinct()
                    .toList();
            if (publishers.isEmpty()) return "";
            String by = words.list(publishers);
            return metres < 1_000
                    ? words.say("map.borders", "publishers", by)
                    : words.say("map.borders-coarse", Map.of("publishers", by, "kilometres", (metres + 999) / 1_000));
        }

        private ZoneRow zone(ZoneOnMap row) {
            Zone zone = row.zone();
            return new ZoneRow(
                    row.number(),
                    words.name(zone.names()),
                    agreement(zone.agreement()),
                    words.span(zone.valid()),
                    Catalogue.Cited.of(zone.source(), words),
                    zone.parts().stream()
                            .map(part -> part(part, row.notDrawn()))
                            .toList(),
                    row.claims().stream().map(told -> saying(told)).toList(),
                    ControlPages.query(new Territory.OfZone(zone.id()), days));
        }

        private String agreement(AgreementId id) {
            return agreements
                    .agreement(reading, id)
                    .map(agreement -> words.name(agreement.names()))
                    .orElse(id.slug());
        }

        private Part part(AreaPart part, List<AreaId> notDrawn) {
            String name = ground.name(part.area());
            return new Part(
                    part.extent() == Extent.WHOLE
                            ? words.say("map.part-whole", "area", name)
                            : words.say("map.part-parts", "area", name),
                    notDrawn.contains(part.area()) ? words.say("map.not-drawn") : "");
        }

        private AreaRow area(AreaOnMap row) {
            Area area = row.area();
            return new AreaRow(
                    words.name(area.names()),
                    row.claims().stream().map(told -> saying(told)).toList(),
                    ControlPages.query(new Territory.OfArea(area.id()), days));
        }

        private Saying saying(Told told) {
            return sayings.saying(told.known(), ground.name(told.claim().territory()), told.surelyBegun());
        }

        private CrossingRow crossing(CrossingOnMap row) {
            return new CrossingRow(
                    words.name(row.crossing().names()),
                    words.name(row.corridor().names()),
                    ground.name(row.crossing().area()),
                    row.position().map(Position::latitude).orElse(""),
                    row.position().map(Position::longitude).orElse(""),
                    row.announced().current().stream()
                            .map(told -> announced(told.claim()))
                            .toList());
        }

        private AnnouncedRow announced(Announcement told) {
            return new AnnouncedRow(
                    words.say(
                            "map.announced",
                            Map.of(
                                    "status", words.say(told.status()),
                                    "announcer", sayings.party(told.announcer()),
                                    "span", words.span(told.valid()))),
                    Catalogue.Cited.of(told.source(), words));
        }
    }

    /// @param query leads to that day
    record Step(String day, String query) {}

    /// @param what happened on it, a sentence each
    record Change(String date, String day, String query, boolean shown, List<String> what) {}

    record ZoneRow(
            int number,
            String name,
            String agreement,
            String span,
            Catalogue.Cited source,
            List<Part> parts,
            List<Saying> claims,
            String query) {}

    /// @param notDrawn why it is not on the map, or empty
    record Part(String sentence, String notDrawn) {}

    record AreaRow(String name, List<Saying> claims, String query) {}

    /// @param latitude empty where no position is on record
    record CrossingRow(
            String name,
            String corridor,
            String area,
            String latitude,
            String longitude,
            List<AnnouncedRow> announced) {
        public boolean isPlaced() {
            return !latitude.isEmpty();
        }
    }

    record AnnouncedRow(String sentence, Catalogue.Cited source) {}
}
