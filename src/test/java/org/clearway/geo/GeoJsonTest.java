// SPDX-License-Identifier: Apache-2.0
package org.clearway.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clearway.geo.Shapes.box;
import static org.clearway.geo.Shapes.boxRing;
import static org.clearway.geo.Shapes.shape;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.clearway.geo.GeoJson.Feature;
import org.clearway.language.Language;
import org.clearway.language.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeoJsonTest {
    private static final String SQUARE = "[[[0,0],[1,0],[1,1],[0,1],[0,0]]]";

    @Test
    void aPolygonIsReadWithItsProperties() {
        List<Feature> features = read(collection("""
                {"type":"Feature","id":7,"properties":{"pcode":"XX01","name":"حلب","level":1,"capital":true,
                 "name_fr":null,"parts":["a"]},"geometry":{"type":"Polygon","coordinates":%s}}""".formatted(SQUARE)));
        assertThat(features)
                .containsExactly(new Feature(
                        Map.of("pcode", "XX01", "name", "حلب", "level", "1", "capital", "true"),
                        box(0, 0, 1_000_000, 1_000_000)));
    }

    @Test
    void severalPolygonsAndHolesAreReadAndHeightsLeftOut() {
        List<Feature> features = read(collection(feature(
                "MultiPolygon",
                "[[[[0,0,9],[4,0],[4,4],[0,4],[0,0]],[[1,1],[2,1],[2,2],[1,2],[1,1]]],"
                        + "[[[5,5],[6,5],[6,6],[5,6],[5,5]]]]")));
        assertThat(features.getFirst().shape())
                .isEqualTo(shape(
                        new Polygon(
                                boxRing(0, 0, 4_000_000, 4_000_000),
                                List.of(boxRing(1_000_000, 1_000_000, 2_000_000, 2_000_000))),
                        new Polygon(boxRing(5_000_000, 5_000_000, 6_000_000, 6_000_000), List.of())));
    }

    @Test
    void sixDecimalsAreKeptAndWhatIsFinerIsRounded() {
        List<Feature> features = read(collection(feature(
                "Polygon",
                "[[[-179.999999,35.7369004],[36.000001,35.7369],[3.6e1,36.1234567],[-179.999999,35.7369004]]]")));
        assertThat(features.getFirst().shape().polygons().getFirst().outer().longitudesAndLatitudes())
                .containsExactly(
                        -179_999_999L,
                        35_736_900L,
                        36_000_001L,
                        35_736_900L,
                        36_000_000L,
                        36_123_457L,
                        -179_999_999L,
                        35_736_900L);
    }

    @Test
    void membersMayComeInAnyOrderAndOthersAreSkipped() {
        assertThat(read("{\"bbox\":[0,0,1,1],\"features\":[" + feature("Polygon", SQUARE)
                        + "],\"crs\":{\"type\":\"name\"},\"type\":\"FeatureCollection\"}"))
                .hasSize(1);
    }

    @Test
    void aCollectionOfNothingIsEmpty() {
        assertThat(read(collection(""))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "\"FeatureCollection\"",
                "null",
                "{}",
                "{\"type\":\"Feature\",\"geometry\":null}",
                "{\"type\":1,\"features\":[]}",
                "{\"features\":[]}",
                "{\"type\":\"FeatureCollection\",\"features\":[]} {}"
            })
    void anythingElseIsNoCollection(String text) {
        assertProblem("geo.geojson-not-features", text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"FeatureCollection\",\"features\":[",
                "{type",
                "PK\u0003\u0004",
                "{\"type\":nul}",
                "{\"type\":\"FeatureCollection\",\"features\":[{\"a\":NaN}]}"
            })
    void aFileThatIsNoJsonIsRefusedWithThePlace(String text) {
        assertProblem("geo.geojson-not-json", text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "geo.geojson-geometry    | Point           | [0,0]",
                "geo.geojson-geometry    | LineString      | [[0,0],[1,1]]",
                "geo.geojson-coordinates | Polygon         | 7",
                "geo.geojson-coordinates | Polygon         | [[0,0],[1,0],[1,1],[0,0]]",
                "geo.geojson-coordinates | Polygon         | [[[0,0],[1],[1,1],[0,0]]]",
                "geo.geojson-coordinates | Polygon         | [[[0,0],[\"1\",0],[1,1],[0,0]]]",
                "geo.geojson-coordinates | Polygon         | [[[0,0],[null,0],[1,1],[0,0]]]",
                "geo.geojson-coordinates | MultiPolygon    | [[[0,0],[1,0],[1,1],[0,0]]]",
                "geo.shape-empty         | Polygon         | []",
                "geo.shape-empty         | MultiPolygon    | []",
                "geo.shape-empty         | MultiPolygon    | [[]]",
                "geo.ring-open           | Polygon         | [[[0,0],[1,0],[1,1],[0,1]]]",
                "geo.ring-too-short      | Polygon         | [[[0,0],[1,0],[0,0]]]",
                "geo.ring-too-short      | Polygon         | [[]]",
                "geo.lines-cross         | Polygon         | [[[0,0],[1,1],[1,0],[0,1],[0,0]]]",
                "geo.point-out-of-range  | Polygon         | [[[0,0],[500000,0],[500000,1000],[0,0]]]",
                "geo.point-out-of-range  | Polygon         | [[[0,0],[1e999999999,0],[1,1],[0,0]]]",
            })
    void aFaultyFeatureIsRefusedWithItsNumberInEveryLanguage(String code, String type, String coordinates) {
        Problem problem =
                assertProblem(code, collection(feature("Polygon", SQUARE) + "," + feature(type, coordinates)));
        for (Language language : Language.offered())
            assertThat(problem.in(language)).contains("2").doesNotContain("{");
        assertThat(problem).hasMessageStartingWith("In feature 2: ");
        assertThat(problem.in(Language.AR)).startsWith("في العنصر 2: ");
    }

    @Test
    void aSpikeIsMendedAndTheFeatureMarked() {
        Feature feature = read(collection(feature("Polygon", "[[[0,0],[1,0],[1,1],[2,1],[1,1],[0,1],[0,0]]]")))
                .getFirst();
        assertThat(feature.mended()).isTrue();
        assertThat(feature.shape().polygons()).hasSize(1);
        assertThat(feature.shape().points()).isLessThanOrEqualTo(6);
    }

    @Test
    void aRingThatTouchesItselfInAPointIsMendedIntoAHole() {
        Feature feature = read(collection(
                        feature("Polygon", "[[[0,0],[4,0],[4,4],[0,4],[0,0],[1,2],[2,2],[2,1],[0,0]]]")))
                .getFirst();
        assertThat(feature.mended()).isTrue();
        assertThat(feature.shape().polygons().getFirst().holes()).hasSize(1);
    }

    @Test
    void aSoundShapeIsNotTouched() {
        assertThat(read(collection(feature("Polygon", SQUARE))).getFirst().mended())
                .isFalse();
    }

    @Test
    void aFeatureWithoutAGeometryIsRefused() {
        assertProblem(
                "geo.geojson-geometry", collection("{\"type\":\"Feature\",\"properties\":null,\"geometry\":null}"));
    }

    @Test
    void aMemberThatIsNoFeatureIsRefused() {
        assertProblem("geo.geojson-not-feature", collection("{\"type\":\"Polygon\",\"coordinates\":" + SQUARE + "}"));
        assertProblem("geo.geojson-not-feature", collection("1"));
    }

    @Test
    void aFileBeyondTheLimitIsRefusedUnread() {
        assertThatThrownBy(() -> GeoJson.read(new byte[GeoJson.MOST_BYTES + 1]))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("geo.geojson-too-large"));
    }

    @Test
    void aFileNestedWithoutEndIsRefused() {
        assertProblem("geo.geojson-not-json", collection(feature("Polygon", "[".repeat(100_000))));
    }

    @Test
    void aMissingPropertySaysWhichOnesThereAre() {
        Feature feature = read(collection(feature("Polygon", SQUARE))).getFirst();
        assertThat(feature.required("pcode")).isEqualTo("XX01");
        assertThat(feature.property("area")).isEmpty();
        assertThatThrownBy(() -> feature.required("area"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("“area”")
                .hasMessageContaining("pcode");
    }

    @Test
    void whatIsWrittenWithAllDecimalsReadsAsItWas() {
        List<Feature> features = List.of(
                new Feature(Map.of("area", "a", "name", "\"حلب\""), box(-1, -2, 36_123_456, 40_000_000)),
                new Feature(
                        Map.of(),
                        shape(
                                new Polygon(boxRing(0, 0, 100, 100), List.of(clockwise(10, 10, 20, 20))),
                                new Polygon(boxRing(200, 200, 300, 300), List.of()))));
        assertThat(read(GeoJson.write(features, 6))).isEqualTo(features);
    }

    @Test
    void outerRingsAreWrittenAnticlockwiseAndHolesClockwise() {
        Shape shape = shape(new Polygon(
                clockwise(0, 0, 9_000_000, 9_000_000), List.of(boxRing(1_000_000, 1_000_000, 2_000_000, 2_000_000))));
        assertThat(GeoJson.write(List.of(new Feature(Map.of(), shape)), 2))
                .contains("[[[0,0],[9,0],[9,9],[0,9],[0,0]],[[1,1],[1,2],[2,2],[2,1],[1,1]]]");
    }

    @Test
    void aCoarseMapLeavesOutWhatIsTooSmallForIt() {
        Shape shape = shape(
                new Polygon(
                        boxRing(20_123_456, 10_987_654, 30_004_999, 20_000_000),
                        List.of(boxRing(25_000_000, 15_000_000, 25_000_100, 15_000_100))),
                new Polygon(boxRing(40_000_000, 10_000_000, 40_000_100, 10_000_100), List.of()));
        assertThat(GeoJson.write(List.of(new Feature(Map.of("area", "a"), shape)), 2))
                .isEqualTo(
                        "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"area\":\"a\"},"
                                + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
                                + "[[[20.12,10.99],[30,10.99],[30,20],[20.12,20],[20.12,10.99]]]}}]}");
        assertThat(GeoJson.write(List.of(new Feature(Map.of(), box(0, 0, 10, 10))), 2))
                .contains("\"geometry\":null");
    }

    private static Problem assertProblem(String code, String text) {
        var thrown = org.assertj.core.api.Assertions.catchThrowableOfType(Problem.class, () -> read(text));
        assertThat(thrown).isNotNull();
        assertThat(thrown.code()).isEqualTo(code);
        return thrown;
    }

    private static Ring clockwise(long west, long south, long east, long north) {
        return Shapes.ring(west, south, west, north, east, north, east, south);
    }

    private static List<Feature> read(String text) {
        return GeoJson.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String collection(String features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}";
    }

    private static String feature(String type, String coordinates) {
        return "{\"type\":\"Feature\",\"properties\":{\"pcode\":\"XX01\"},\"geometry\":{\"type\":\"" + type
                + "\",\"coordinates\":" + coordinates + "}}";
    }
}
