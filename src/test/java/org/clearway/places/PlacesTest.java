// SPDX-License-Identifier: Apache-2.0
package org.clearway.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.NotPermitted;
import org.clearway.access.Role;
import org.clearway.geo.Area;
import org.clearway.geo.AreaId;
import org.clearway.geo.AreaKind;
import org.clearway.geo.Attribution;
import org.clearway.geo.PCode;
import org.clearway.geo.Polygon;
import org.clearway.geo.Position;
import org.clearway.geo.Ring;
import org.clearway.geo.Shape;
import org.clearway.journal.Golden;
import org.clearway.journal.Progress;
import org.clearway.journal.Reading;
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

class PlacesTest {
    private static final Actor COORDINATION = new Actor(new AccountId("coordination-1"), Set.of(Role.COORDINATION));
    private static final ZoneId ZONE = ZoneId.of("Asia/Damascus");
    private static final AreaId COUNTRY = new AreaId("country");
    private static final AreaId NORTH = new AreaId("north-bank");
    private static final Source MAP_OFFICE = new Source(
            Names.of(Language.EN, "Map Office"),
            Occurred.on(LocalDate.of(2018, 2, 16), ZONE),
            Optional.of(new Reference("https://maps.example/borders")),
            Basis.STATED);
    private static final Span SINCE_2018 = Span.since(Occurred.on(LocalDate.of(2018, 1, 1), ZONE));

    @TempDir
    Path folder;

    private TestNode node;
    private Places places;

    @BeforeEach
    void open() {
        node = TestNode.in(folder.resolve("node"), Places.chapter());
        places = new Places(node.journal());
    }

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void anAreaIsFoundByEachOfItsNamesAndSpellings() {
        nameCountry();
        nameNorth("North Bank");
        assertThat(places.gazetteer(now()).attribute("northbank")).isEqualTo(new Attribution.CertainlyInside(NORTH));
        assertThat(places.gazetteer(now()).attribute("الضفة الشمالية"))
                .isEqualTo(new Attribution.CertainlyInside(NORTH));
        assertThat(places.area(now(), NORTH).orElseThrow().area().pcode()).contains(new PCode("XX01"));
    }

    @Test
    void aRenamingIsKeptAndWhatWasKnownBeforeCanBeAsked() {
        nameCountry();
        nameNorth("North Bank");
        Instant before = node.clock().instant();
        node.clock().set(before.plusSeconds(60));
        nameNorth("Upper Bank");
        assertThat(english(places.gazetteer(now()).area(NORTH))).isEqualTo("Upper Bank");
        assertThat(english(places.gazetteer(now(), before).area(NORTH))).isEqualTo("North Bank");
        try (Reading past = node.journal().asOf(before, Progress.SILENT)) {
            assertThat(english(places.gazetteer(past).area(NORTH))).isEqualTo("North Bank");
            assertThat(places.list(past)).hasSize(2);
        }
        assertThat(english(places.list(now(), before).stream()
                        .map(Place::area)
                        .filter(area -> area.id().equals(NORTH))
                        .findFirst()))
                .isEqualTo("North Bank");
    }

    @Test
    void aSettlementKeepsItsPositionOnTheMap() {
        nameCountry();
        var town = new AreaId("ford");
        var position = Position.parse("35.74", "37.05");
        places.name(
                COORDINATION,
                node.act(),
                new Area(
                        town,
                        AreaKind.SETTLEMENT,
                        Optional.empty(),
                        Names.of(Language.EN, "Ford"),
                        List.of(),
                        Optional.of(COUNTRY)),
                Optional.of(position));
        assertThat(places.area(now(), town).orElseThrow().position()).contains(position);
        assertThat(places.area(now(), COUNTRY).orElseThrow().position()).isEmpty();
    }

    @Test
    void aBorderThatChangedLeavesTheEarlierOneForItsTime() {
        nameCountry();
        nameNorth("North Bank");
        bound(NORTH, square(0, 10), SINCE_2018);
        bound(NORTH, square(0, 20), Span.since(Occurred.in(YearMonth.of(2019, 6), ZONE)));
        var point = Position.parse("15", "15");
        assertThat(places.gazetteer(now()).attribute(point, 0, Instant.parse("2019-01-01T00:00:00Z"), AreaKind.ADM1))
                .isEqualTo(new Attribution.Nowhere());
        assertThat(places.gazetteer(now()).attribute(point, 0, Instant.parse("2019-07-01T00:00:00Z"), AreaKind.ADM1))
                .isEqualTo(new Attribution.CertainlyInside(NORTH));
        assertThat(places.borders(now(), NORTH)).extracting(Border::source).containsExactly(MAP_OFFICE, MAP_OFFICE);
    }

    @Test
    void aBetterShapeOfTheSameTimeReplacesTheCoarseOneAndTheCoarseOneIsWhatWasKnownBefore() {
        nameCountry();
        nameNorth("North Bank");
        bound(NORTH, square(0, 10), SINCE_2018);
        Instant before = node.clock().instant();
        node.clock().set(before.plusSeconds(60));
        bound(NORTH, square(0, 11), SINCE_2018);
        Instant at = Instant.parse("2019-01-01T00:00:00Z");
        assertThat(places.borders(now(), NORTH)).singleElement().satisfies(border -> {
            assertThat(border.shape().shape()).isEqualTo(square(0, 11));
            assertThat(border.valid()).isEqualTo(SINCE_2018);
        });
        assertThat(places.gazetteer(now(), before)
                        .shape(NORTH, at)
                        .orElseThrow()
                        .shape())
                .isEqualTo(square(0, 10));
        assertThat(places.borderSources(now(), before)).containsExactly(MAP_OFFICE);
        assertThat(places.borderSources(now(), before.minusSeconds(1))).isEmpty();
    }

    @Test
    void aShapeWithAHoleAndTwoPartsComesBackAsItWas() {
        nameCountry();
        nameNorth("North Bank");
        var shape = new Shape(List.of(
                new Polygon(ring(0, 10), List.of(ring(2, 3), ring(5, 6))), new Polygon(ring(20, 30), List.of())));
        bound(NORTH, shape, SINCE_2018);
        assertThat(places.borders(now(), NORTH).getFirst().shape().shape()).isEqualTo(shape);
    }

    @Test
    void aShapeOfAnAreaThatNobodyNamedIsRefused() {
        assertThatThrownBy(() -> bound(NORTH, square(0, 10), SINCE_2018)).isInstanceOfSatisfying(Problem.class, p -> {
            assertThat(p.code()).isEqualTo("geo.area-unknown");
            assertThat(p.details()).containsEntry("area", "north-bank");
        });
    }

    @Test
    void aPCodeOfAnotherAreaAndAParentThatIsNotCoarserAreRefused() {
        nameCountry();
        nameNorth("North Bank");
        assertThatThrownBy(() -> places.name(
                        COORDINATION, node.act(), area("south-bank", AreaKind.ADM1, "XX01", COUNTRY), Optional.empty()))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("geo.pcode-twice"));
        assertThatThrownBy(() -> places.name(
                        COORDINATION, node.act(), area("south-bank", AreaKind.ADM1, "XX02", NORTH), Optional.empty()))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("geo.parent-not-coarser"));
        assertThat(places.list(now())).hasSize(2);
    }

    @Test
    void onlyWhoMayRecordsPlaces() {
        for (Role role : Role.values()) {
            if (role == Role.COORDINATION || role == Role.ADMINISTRATOR) continue;
            var other = new Actor(new AccountId("somebody"), Set.of(role));
            assertThatThrownBy(() -> places.name(
                            other, node.act(), area("country", AreaKind.COUNTRY, "XX", null), Optional.empty()))
                    .as(role.name())
                    .isInstanceOf(NotPermitted.class);
            assertThatThrownBy(() -> places.bound(other, node.act(), COUNTRY, square(0, 10), SINCE_2018, 0, MAP_OFFICE))
                    .as(role.name())
                    .isInstanceOf(NotPermitted.class);
        }
    }

    @Test
    void placesAreRemadeFromTheJournalAsTheyWere() {
        nameCountry();
        nameNorth("North Bank");
        nameNorth("Upper Bank");
        bound(NORTH, square(0, 10), SINCE_2018);
        bound(NORTH, square(0, 11), SINCE_2018);
        assertThat(node.journal().rebuild(Progress.SILENT).same()).isTrue();
        assertThat(english(places.gazetteer(now()).area(NORTH))).isEqualTo("Upper Bank");
    }

    @Test
    void whatWasWrittenIsReadForEver() {
        Golden.holds(Places.chapter());
    }

    private void nameCountry() {
        places.name(COORDINATION, node.act(), area("country", AreaKind.COUNTRY, "XX", null), Optional.empty());
    }

    private void nameNorth(String english) {
        var north = new Area(
                NORTH,
                AreaKind.ADM1,
                Optional.of(new PCode("XX01")),
                new Names(Map.of(Language.EN, english, Language.AR, "الضفة الشمالية")),
                List.of("Northbank"),
                Optional.of(COUNTRY));
        places.name(COORDINATION, node.act(), north, Optional.empty());
    }

    private void bound(AreaId area, Shape shape, Span valid) {
        places.bound(COORDINATION, node.act(), area, shape, valid, 0, MAP_OFFICE);
    }

    private Reading now() {
        return node.journal().now();
    }

    private static Area area(String id, AreaKind kind, String pcode, @org.jspecify.annotations.Nullable AreaId parent) {
        return new Area(
                new AreaId(id),
                kind,
                Optional.of(new PCode(pcode)),
                Names.of(Language.EN, id),
                List.of(),
                Optional.ofNullable(parent));
    }

    private static String english(Optional<Area> area) {
        return area.orElseThrow().names().in(Language.EN);
    }

    private static Shape square(int from, int to) {
        return new Shape(List.of(new Polygon(ring(from, to), List.of())));
    }

    private static Ring ring(int from, int to) {
        long a = from * 1_000_000L;
        long b = to * 1_000_000L;
        return new Ring(List.of(a, a, b, a, b, b, a, b, a, a));
    }
}
