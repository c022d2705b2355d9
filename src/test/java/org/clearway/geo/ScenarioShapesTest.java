// SPDX-License-Identifier: Apache-2.0
package org.clearway.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.clearway.geo.Attribution.CertainlyInside;
import org.clearway.geo.Attribution.NearBorder;
import org.clearway.language.Language;
import org.clearway.language.Names;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The shapes that the scenarios ship. Their source numbers areas by another list than the P-codes, in which the same
/// code is another place, so that names, codes and ground are held against points and codes known by hand.
class ScenarioShapesTest {
    private static final Instant NOW = Instant.parse("2019-09-14T15:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "abu-al-duhur-2019, aleppo, 36.20, 37.16",
        "abu-al-duhur-2019, idlib, 35.93, 36.63",
        "abu-al-duhur-2019, idlib, 35.74, 37.05",
        "abu-al-duhur-2019, latakia, 35.52, 35.78",
        "abu-al-duhur-2019, hama, 35.13, 36.75",
        "abu-al-duhur-2019, homs, 34.73, 36.72",
        "abu-al-duhur-2019, rural-damascus, 33.57, 36.40",
        "abu-al-duhur-2019, damascus, 33.51, 36.29",
        "abu-al-duhur-2019, daraa, 32.62, 36.10",
        "abu-al-duhur-2019, quneitra, 33.18, 35.89",
        "sumy-2022, sumy, 50.91, 34.80",
        "sumy-2022, poltava, 49.59, 34.55",
    })
    void aTownLiesInTheAreaOfItsName(String scenario, String area, String latitude, String longitude)
            throws IOException {
        assertThat(gazetteer(scenario, _ -> 0).attribute(Position.parse(latitude, longitude), 0, NOW, AreaKind.ADM1))
                .isEqualTo(new CertainlyInside(new AreaId(area)));
    }

    @Test
    void eachAreaHasThePlaceCodeOfTheCommonDatasets() throws IOException {
        assertThat(codes("abu-al-duhur-2019"))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "damascus", "SY01",
                        "aleppo", "SY02",
                        "rural-damascus", "SY03",
                        "homs", "SY04",
                        "hama", "SY05",
                        "latakia", "SY06",
                        "idlib", "SY07",
                        "daraa", "SY12",
                        "quneitra", "SY14"));
        assertThat(codes("sumy-2022")).containsExactlyInAnyOrderEntriesOf(Map.of("sumy", "UA59", "poltava", "UA53"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abu-al-duhur-2019", "sumy-2022"})
    void noCoordinateHasMoreThanFourDecimals(String scenario) throws IOException {
        assertThat(Files.readString(file(scenario))).doesNotContainPattern(Pattern.compile("\\.[0-9]{5}"));
    }

    @Test
    void aTownByARoughlyDrawnBorderMayLieBeyondIt() throws IOException {
        assertThat(gazetteer("abu-al-duhur-2019").attribute(Position.parse("35.74", "37.05"), 0, NOW, AreaKind.ADM1))
                .isEqualTo(new NearBorder(Optional.of(new AreaId("idlib")), List.of(new AreaId("aleppo")), 2_544));
    }

    /// With borders as exact as the file says they are.
    static Gazetteer gazetteer(String scenario) throws IOException {
        return gazetteer(scenario, feature -> Integer.parseInt(feature.required("border-metres")));
    }

    private static Gazetteer gazetteer(String scenario, ToIntFunction<GeoJson.Feature> borderMetres)
            throws IOException {
        List<GeoJson.Feature> features = GeoJson.read(Files.readAllBytes(file(scenario)));
        return new Gazetteer(
                features.stream().map(ScenarioShapesTest::area).toList(),
                features.stream()
                        .map(feature -> new AreaShape(
                                new AreaId(feature.required("area")),
                                feature.shape(),
                                Instant.EPOCH,
                                Optional.empty(),
                                borderMetres.applyAsInt(feature)))
                        .toList());
    }

    private static Area area(GeoJson.Feature feature) {
        return new Area(
                new AreaId(feature.required("area")),
                AreaKind.ADM1,
                Optional.of(new PCode(feature.required("pcode"))),
                Names.of(Language.EN, feature.required("area")),
                List.of(),
                Optional.empty());
    }

    private static Map<String, String> codes(String scenario) throws IOException {
        return GeoJson.read(Files.readAllBytes(file(scenario))).stream()
                .collect(Collectors.toMap(feature -> feature.required("area"), feature -> feature.required("pcode")));
    }

    private static Path file(String scenario) {
        return Path.of("scenarios", scenario, "areas.geojson");
    }
}
