// SPDX-License-Identifier: Apache-2.0
package org.clearway.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clearway.Reference;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.NotPermitted;
import org.clearway.access.Role;
import org.clearway.geo.Area;
import org.clearway.geo.AreaId;
import org.clearway.geo.AreaKind;
import org.clearway.geo.Attribution;
import org.clearway.geo.PCode;
import org.clearway.geo.Position;
import org.clearway.journal.Progress;
import org.clearway.journal.TestNode;
import org.clearway.language.Language;
import org.clearway.language.Names;
import org.clearway.language.Problem;
import org.clearway.time.Occurred;
import org.clearway.time.Span;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AreaImportTest {
    private static final Actor COORDINATION = new Actor(new AccountId("coordination-1"), Set.of(Role.COORDINATION));
    private static final ZoneId ZONE = ZoneId.of("Asia/Damascus");
    private static final AreaId NORTH = new AreaId("north-bank");
    private static final Span SINCE_2018 = Span.since(Occurred.on(LocalDate.of(2018, 2, 16), ZONE));
    private static final Source MAP_OFFICE = new Source(
            Names.of(Language.EN, "Map Office"),
            Occurred.on(LocalDate.of(2018, 2, 16), ZONE),
            Optional.empty(),
            Basis.STATED);
    private static final AreaMapping.Others FIRST_LEVEL =
            new AreaMapping.Others(AreaKind.ADM1, Map.of(Language.EN, "name"), Optional.of("parent"));

    @TempDir
    Path folder;

    private TestNode node;
    private Places places;

    @BeforeEach
    void open() {
        node = TestNode.in(folder.resolve("node"), Places.chapter());
        places = new Places(node.journal());
        name("country", AreaKind.COUNTRY, "XX", Optional.empty());
        name("north-bank", AreaKind.ADM1, "XX01", Optional.of(new AreaId("country")));
    }

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void anAreaOnRecordIsFoundByItsPCode() {
        assertThat(load(AreaMapping.byPCode("code"), feature("\"code\":\"XX01\"", 0, 10)))
                .isInstanceOfSatisfying(AreaImport.Imported.class, imported -> {
                    assertThat(imported.bounded()).containsExactly(NORTH);
                    assertThat(imported.named()).isEmpty();
                    assertThat(imported.passedOver()).isEmpty();
                });
        assertThat(at("5", "5")).isEqualTo(new Attribution.CertainlyInside(NORTH));
    }

    @Test
    void theIdOfAnAreaGoesBeforeItsPCodeAndTheFileSaysHowCoarseItIs() {
        var mapping = new AreaMapping(
                Optional.of("area"), Optional.of("code"), Optional.of("border-metres"), Optional.empty());
        load(mapping, feature("\"area\":\"north-bank\",\"code\":\"XX99\",\"border-metres\":3000", 0, 10));
        assertThat(places.borders(node.journal().now(), NORTH))
                .singleElement()
                .satisfies(border -> assertThat(border.shape().borderMetres()).isEqualTo(3000));
    }

    @Test
    void areasThatAreNotOnRecordArePassedOverAndTold() {
        assertThat(load(
                        AreaMapping.byPCode("code"),
                        feature("\"code\":\"XX02\"", 20, 30),
                        feature("\"code\":\"XX01\"", 0, 10)))
                .isInstanceOfSatisfying(AreaImport.Imported.class, imported -> {
                    assertThat(imported.bounded()).containsExactly(NORTH);
                    assertThat(imported.passedOver()).singleElement().satisfies(fault -> {
                        assertThat(fault.feature()).isEqualTo(1);
                        assertThat(fault.property()).isEqualTo("code");
                        assertThat(fault.problem()).hasMessageContaining("XX02");
                    });
                });
    }

    @Test
    void aFileMayNameTheAreasThatAreNotOnRecord() {
        var mapping =
                new AreaMapping(Optional.empty(), Optional.of("code"), Optional.empty(), Optional.of(FIRST_LEVEL));
        assertThat(load(
                        mapping,
                        feature("\"code\":\"XX01\"", 0, 10),
                        feature("\"code\":\"XX02\",\"name\":\"South Bank\",\"parent\":\"XX\"", 20, 30)))
                .isInstanceOfSatisfying(
                        AreaImport.Imported.class,
                        imported -> assertThat(imported.named()).containsExactly(new AreaId("xx02")));
        assertThat(places.gazetteer(node.journal().now()).attribute("south bank"))
                .isEqualTo(new Attribution.CertainlyInside(new AreaId("xx02")));
        assertThat(places.area(node.journal().now(), new AreaId("xx02"))
                        .orElseThrow()
                        .area()
                        .parent())
                .contains(new AreaId("country"));
    }

    @Test
    void everyFaultIsToldWithItsFeatureAndPropertyAndNothingIsKept() {
        var mapping =
                new AreaMapping(Optional.empty(), Optional.of("code"), Optional.of("border"), Optional.of(FIRST_LEVEL));
        assertThat(load(
                        mapping,
                        feature("\"code\":\"XX01\"", 0, 10),
                        feature("\"other\":\"XX02\"", 20, 30),
                        feature("\"code\":\"xx 3\"", 20, 30),
                        feature("\"code\":\"XX04\"", 20, 30),
                        feature("\"code\":\"XX05\",\"name\":\"East Bank\",\"parent\":\"YY\"", 20, 30),
                        feature("\"code\":\"XX01\"", 20, 30),
                        feature("\"code\":\"XX06\",\"name\":\"West Bank\",\"border\":\"wide\"", 20, 30)))
                .isInstanceOfSatisfying(
                        AreaImport.Refused.class,
                        refused -> assertThat(refused.faults())
                                .extracting(fault -> fault.feature() + " " + fault.property() + " "
                                        + fault.problem().code())
                                .containsExactly(
                                        "2 code geo.geojson-property",
                                        "3 code geo.pcode",
                                        "4 name places.area-without-name",
                                        "5 parent places.pcode-unknown",
                                        "6 code places.area-twice-in-file",
                                        "7 border geo.border-metres"));
        assertThat(places.list(node.journal().now())).hasSize(2);
        assertThat(places.borders(node.journal().now(), NORTH)).isEmpty();
    }

    @Test
    void anAreaThatHasTheIdOfANewOneIsNotRenamed() {
        name("xx02", AreaKind.ADM2, "XX0299", Optional.of(NORTH));
        var mapping =
                new AreaMapping(Optional.empty(), Optional.of("code"), Optional.empty(), Optional.of(FIRST_LEVEL));
        assertThat(load(mapping, feature("\"code\":\"XX02\",\"name\":\"South Bank\"", 20, 30)))
                .isInstanceOfSatisfying(
                        AreaImport.Refused.class,
                        refused -> assertThat(refused.faults())
                                .extracting(fault -> fault.problem().code())
                                .containsExactly("geo.area-twice"));
    }

    @Test
    void aFileOfNothingOnRecordIsRefused() {
        assertThat(load(AreaMapping.byPCode("code"), feature("\"code\":\"YY01\"", 0, 10)))
                .isInstanceOf(AreaImport.Refused.class);
    }

    @Test
    void aFaultyShapeIsToldWithTheNumberOfItsFeature() {
        String flat = "{\"type\":\"Feature\",\"properties\":{\"code\":\"XX01\"},\"geometry\":{\"type\":\"Point\","
                + "\"coordinates\":[1,2]}}";
        assertThatThrownBy(() -> load(AreaMapping.byPCode("code"), feature("\"code\":\"XX01\"", 0, 10), flat))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("2");
    }

    @Test
    void loadingTheSameFileAgainReplacesTheShapes() {
        load(AreaMapping.byPCode("code"), feature("\"code\":\"XX01\"", 0, 10));
        load(AreaMapping.byPCode("code"), feature("\"code\":\"XX01\"", 0, 10));
        assertThat(places.borders(node.journal().now(), NORTH)).hasSize(1);
        assertThat(node.journal().rebuild(Progress.SILENT).same()).isTrue();
    }

    @Test
    void onlyWhoMayLoadsAreas() {
        var press = new Actor(new AccountId("press-1"), Set.of(Role.PRESS));
        assertThatThrownBy(() -> places.importAreas(
                        press, node.act(), new byte[0], AreaMapping.byPCode("code"), SINCE_2018, MAP_OFFICE))
                .isInstanceOf(NotPermitted.class);
    }

    @Test
    void thePublishedBoundariesOfACountryLoadAsOneAct() throws Exception {
        byte[] file = Files.readAllBytes(Reference.path(AreaImportTest.class, "admin-cod-ab/syr_adm1.geojson"));
        name("reference", AreaKind.COUNTRY, "SY", Optional.empty());
        var mapping = new AreaMapping(
                Optional.empty(),
                Optional.of("pcode"),
                Optional.empty(),
                Optional.of(new AreaMapping.Others(
                        AreaKind.ADM1, Map.of(Language.EN, "name", Language.AR, "name_ar"), Optional.of("parent"))));
        assertThat(places.importAreas(COORDINATION, node.act(), file, mapping, SINCE_2018, MAP_OFFICE))
                .isInstanceOfSatisfying(AreaImport.Imported.class, imported -> {
                    assertThat(imported.bounded()).hasSize(14);
                    assertThat(imported.named()).hasSize(14);
                });
        assertThat(at("35.74", "37.05"))
                .isEqualTo(new Attribution.CertainlyInside(
                        places.gazetteer(node.journal().now())
                                .area(new PCode("SY07"))
                                .orElseThrow()
                                .id()));
        assertThat(node.journal().rebuild(Progress.SILENT).same()).isTrue();
    }

    private AreaImport load(AreaMapping mapping, String... features) {
        String file = "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
        return places.importAreas(
                COORDINATION, node.act(), file.getBytes(StandardCharsets.UTF_8), mapping, SINCE_2018, MAP_OFFICE);
    }

    private static String feature(String properties, int from, int to) {
        String ring = "[[%1$d,%1$d],[%2$d,%1$d],[%2$d,%2$d],[%1$d,%2$d],[%1$d,%1$d]]".formatted(from, to);
        return "{\"type\":\"Feature\",\"properties\":{" + properties
                + "},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[" + ring + "]}}";
    }

    private Attribution at(String latitude, String longitude) {
        return places.gazetteer(node.journal().now())
                .attribute(
                        Position.parse(latitude, longitude), 0, Instant.parse("2019-09-14T12:00:00Z"), AreaKind.ADM1);
    }

    private void name(String id, AreaKind kind, String pcode, Optional<AreaId> parent) {
        var area = new Area(
                new AreaId(id), kind, Optional.of(new PCode(pcode)), Names.of(Language.EN, id), List.of(), parent);
        places.name(COORDINATION, node.act(), area, Optional.empty());
    }
}
