// SPDX-License-Identifier: Apache-2.0
package org.clearway.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clearway.Reference;
import org.clearway.geo.Attribution.CertainlyInside;
import org.clearway.geo.Attribution.ExtentNotKnown;
import org.clearway.geo.Attribution.NearBorder;
import org.clearway.geo.Attribution.Nowhere;
import org.clearway.geo.Attribution.OneOfSeveral;
import org.clearway.geo.GeoJson.Feature;
import org.clearway.language.Language;
import org.clearway.language.Names;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/// Real boundaries with P-codes, and real events whose coders wrote down the governorate and how exactly they knew it.
class AdminBoundariesReferenceTest {
    /// How the events' coders write what the boundaries' makers write otherwise.
    private static final Map<String, String> SPELLINGS = Map.ofEntries(
            Map.entry("SY03", "Rif Dimashq"),
            Map.entry("SY05", "Hamah"),
            Map.entry("SY06", "Latakia"),
            Map.entry("SY07", "Idlib"),
            Map.entry("SY08", "Al Hasakah"),
            Map.entry("SY10", "Tartus"),
            Map.entry("SY11", "Ar Raqqah"),
            Map.entry("SY12", "Daraa"),
            Map.entry("SY13", "As Suwayda"));

    private static Path boundaries;
    private static Path events;

    @BeforeAll
    static void find() {
        boundaries = Reference.path(AdminBoundariesReferenceTest.class, "admin-cod-ab");
        events = Reference.path(AdminBoundariesReferenceTest.class, "ucdp-ged-syria/ged_syria.csv");
    }

    @Test
    void boundariesAreReadAsTheyArePublishedMostOfThemMended() throws IOException {
        var features = new TreeMap<String, Integer>();
        int mended = 0;
        try (Stream<Path> files = Files.list(boundaries)) {
            for (Path file :
                    files.filter(name -> name.toString().endsWith(".geojson")).toList()) {
                List<Feature> read = GeoJson.read(Files.readAllBytes(file));
                features.put(file.getFileName().toString().replace(".geojson", ""), read.size());
                mended += (int) read.stream().filter(Feature::mended).count();
            }
        }
        assertThat(features)
                .containsEntry("syr_adm1", 14)
                .containsEntry("syr_adm2", 62)
                .containsEntry("syr_adm3", 272)
                .containsEntry("ukr_adm1", 27)
                .containsEntry("yem_adm2", 335);
        assertThat(mended).isGreaterThan(100);
    }

    @Test
    void aPlaceCodeIsFoundUnderTheNameThatTheListGivesIt() throws IOException {
        Gazetteer gazetteer = gazetteer("syr_adm1", "syr_adm2");
        for (Map.Entry<String, String> known : Map.of("SY07", "Idleb", "SY09", "Deir-ez-Zor", "SY0702", "Al Ma'ra")
                .entrySet()) {
            assertThat(gazetteer
                            .area(new PCode(known.getKey()))
                            .orElseThrow()
                            .names()
                            .in(Language.EN))
                    .isEqualTo(known.getValue());
        }
        assertThat(gazetteer.attribute("إدلب", AreaKind.ADM1)).isEqualTo(new CertainlyInside(new AreaId("sy07")));
        assertThat(gazetteer.attribute("مركز ادلب", AreaKind.ADM2))
                .isEqualTo(new CertainlyInside(new AreaId("sy0700")));
    }

    /// The folder's own finding is 99.0 % for the events known to the place itself, by the position alone.
    @Test
    void eventsWhosePlaceIsKnownLieInTheGovernorateThatTheirCodersName() throws IOException {
        Gazetteer gazetteer = gazetteer("syr_adm1");
        int same = 0;
        int possible = 0;
        int other = 0;
        for (Event event : events()) {
            if (event.precision() != PositionPrecision.EXACT
                    || event.governorate().isEmpty()) continue;
            AreaId named = named(gazetteer, event.governorate());
            switch (gazetteer.attribute(event.position(), event.precision(), event.day(), AreaKind.ADM1)) {
                case CertainlyInside(AreaId area) when area.equals(named) -> same++;
                case NearBorder(Optional<AreaId> inside, List<AreaId> others, int _)
                when inside.filter(named::equals).isPresent() || others.contains(named) -> possible++;
                case OneOfSeveral(List<AreaId> areas) when areas.contains(named) -> possible++;
                case CertainlyInside _, NearBorder _, OneOfSeveral _, ExtentNotKnown _, Nowhere _ -> other++;
            }
        }
        assertThat(same).isGreaterThan(5_000);
        assertThat(other)
                .as("%s the same, %s possible, %s another", same, possible, other)
                .isLessThanOrEqualTo((same + possible + other) / 200);
    }

    @Test
    void thirdLevelAreasOfEventsAreThoseThatPlainJtsSays() throws IOException {
        List<AreaShape> shapes = shapes("syr_adm3");
        Gazetteer gazetteer = gazetteer("syr_adm3");
        List<Geometry> geometries = shapes.stream()
                .map(shape -> (Geometry) Geometries.of(shape.shape().polygons()))
                .toList();
        for (Event event : events().subList(0, 1_000)) {
            var point = Geometries.FACTORY.createPoint(new Coordinate(
                    event.position().longitudeMicrodegrees(), event.position().latitudeMicrodegrees()));
            List<AreaId> covering = IntStream.range(0, shapes.size())
                    .filter(i -> geometries.get(i).covers(point))
                    .mapToObj(i -> shapes.get(i).area())
                    .sorted()
                    .toList();
            List<AreaId> answered = switch (gazetteer.attribute(event.position(), 0, event.day(), AreaKind.ADM3)) {
                case CertainlyInside(AreaId area) -> List.of(area);
                case NearBorder(Optional<AreaId> inside, List<AreaId> _, int _) ->
                    inside.stream().toList();
                case OneOfSeveral(List<AreaId> areas) -> areas;
                case ExtentNotKnown(List<AreaId> areas) -> areas;
                case Nowhere() -> List.of();
            };
            assertThat(answered).isEqualTo(covering);
        }
    }

    /// The shipped shapes are off by 1 km in the middle and by some 8 km at worst where people live, so a position
    /// within 3 km of their borders is called near; what is then certain is right.
    @Test
    void whatTheShippedCoarseShapesCallCertainTheFineOnesConfirm() throws IOException {
        Gazetteer fine = gazetteer("syr_adm1");
        Gazetteer coarse = ScenarioShapesTest.gazetteer("abu-al-duhur-2019");
        int certain = 0;
        int confirmed = 0;
        for (Event event : events()) {
            if (!(coarse.attribute(event.position(), 0, event.day(), AreaKind.ADM1)
                    instanceof CertainlyInside(AreaId area))) continue;
            certain++;
            AreaId twin = fine.area(coarse.area(area).orElseThrow().pcode().orElseThrow())
                    .orElseThrow()
                    .id();
            if (fine.attribute(event.position(), 0, event.day(), AreaKind.ADM1).equals(new CertainlyInside(twin))) {
                confirmed++;
            }
        }
        assertThat(certain).isGreaterThan(3_000);
        assertThat(confirmed).as("of %s", certain).isGreaterThanOrEqualTo(certain - certain / 500);
    }

    private static AreaId named(Gazetteer gazetteer, String governorate) {
        String name = governorate.replace(" Governorate", "");
        return switch (gazetteer.attribute(name, AreaKind.ADM1)) {
            case CertainlyInside(AreaId area) -> area;
            case NearBorder _, OneOfSeveral _, ExtentNotKnown _, Nowhere _ -> throw new AssertionError(name);
        };
    }

    private static Gazetteer gazetteer(String... files) throws IOException {
        var areas = new ArrayList<Area>();
        var shapes = new ArrayList<AreaShape>();
        for (String file : files) {
            for (Feature feature : GeoJson.read(Files.readAllBytes(boundaries.resolve(file + ".geojson")))) {
                areas.add(area(feature));
            }
            shapes.addAll(shapes(file));
        }
        return new Gazetteer(areas, shapes);
    }

    private static List<AreaShape> shapes(String file) throws IOException {
        return GeoJson.read(Files.readAllBytes(boundaries.resolve(file + ".geojson"))).stream()
                .map(feature -> AreaShape.from(Instant.EPOCH, id(feature.required("pcode")), feature.shape()))
                .toList();
    }

    private static Area area(Feature feature) {
        String code = feature.required("pcode");
        var names = new HashMap<Language, String>();
        names.put(Language.EN, feature.required("name"));
        feature.property("name_ar").ifPresent(name -> names.put(Language.AR, name));
        return new Area(
                id(code),
                AreaKind.valueOf("ADM" + feature.required("level")),
                Optional.of(new PCode(code)),
                new Names(names),
                Optional.ofNullable(SPELLINGS.get(code)).stream().toList(),
                Optional.empty());
    }

    private static AreaId id(String code) {
        return new AreaId(code.toLowerCase(Locale.ROOT));
    }

    private record Event(Position position, PositionPrecision precision, Instant day, String governorate) {}

    private static List<Event> events() throws IOException {
        List<List<String>> rows = rows(Files.readString(events));
        List<String> head = rows.getFirst();
        return rows.stream()
                .skip(1)
                .map(row -> new Event(
                        Position.parse(row.get(head.indexOf("latitude")), row.get(head.indexOf("longitude"))),
                        PositionPrecision.ofCode(Integer.parseInt(row.get(head.indexOf("where_prec"))))
                                .orElseThrow(),
                        LocalDate.parse(row.get(head.indexOf("date_start")))
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant(),
                        row.get(head.indexOf("adm_1"))))
                .toList();
    }

    /// Comma-separated values with quoted cells (RFC 4180).
    private static List<List<String>> rows(String text) {
        var rows = new ArrayList<List<String>>();
        var row = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                if (quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') cell.append(text.charAt(++i));
                else quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                row.add(cell.toString().strip());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(List.copyOf(row));
                    row.clear();
                }
            } else {
                cell.append(c);
            }
        }
        return rows;
    }
}
