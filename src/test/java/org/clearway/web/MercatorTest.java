// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.clearway.geo.Position;
import org.junit.jupiter.api.Test;

class MercatorTest {
    /// The worked example of EPSG:3857 in IOGP Publication 373-7-2, Geomatics Guidance Note 7, part 2: latitude
    /// 24°22′54.433″ N, longitude 100°20′00.000″ W lies at easting −11 169 055.58 m, northing 2 800 000.00 m.
    @Test
    void positionsLieWhereThePublishedExampleOfTheProjectionPutsThem() {
        var sheet = new Mercator(0, 0, 6_378_137, 1, 1);
        Position position = Position.parse("24.381787", "-100.333333");
        assertThat(sheet.x(position)).isCloseTo(-11_169_055.58, within(0.2));
        assertThat(-sheet.y(position)).isCloseTo(2_800_000.00, within(0.2));
        assertThat(sheet.y(Position.parse("0", "0"))).isCloseTo(0, within(1e-6));
    }

    @Test
    void northIsUpAndEastIsRightAndAllLiesWithinTheMargin() {
        Mercator sheet = Mercator.fitting(new Mercator.Bounds().add(MapStory.box(29, 44, 32, 46)), 800);
        Position northWest = Position.parse("46", "29");
        Position southEast = Position.parse("44", "32");
        assertThat(sheet.x(northWest)).isBetween(1.0, 100.0).isLessThan(sheet.x(southEast));
        assertThat(sheet.y(northWest)).isBetween(1.0, 100.0).isLessThan(sheet.y(southEast));
        assertThat(sheet.x(southEast)).isBetween(700.0, 799.0);
        assertThat(sheet.y(southEast)).isLessThan(sheet.height());
        assertThat(sheet.shows(northWest)).isTrue();
        assertThat(sheet.shows(Position.parse("47", "30"))).isFalse();
    }

    @Test
    void aKilometreIsAsLongNorthwardAsEastward() {
        Mercator sheet = Mercator.fitting(new Mercator.Bounds().add(MapStory.box(29, 44, 32, 46)), 800);
        double eastward = sheet.x(Position.parse("45", "30.01")) - sheet.x(Position.parse("45", "30"));
        double northward = sheet.y(Position.parse("45", "30")) - sheet.y(Position.parse("45.00707", "30"));
        assertThat(northward).isCloseTo(eastward, within(0.01 * eastward));
        double kilometres = 0.01 * 111.195 * Math.cos(Math.toRadians(45));
        assertThat(eastward).isCloseTo(kilometres * sheet.unitsPerKilometre(), within(0.01 * eastward));
    }

    @Test
    void aSinglePointStillHasASheetAroundItAndAPoleIsNoInfinity() {
        Mercator point = Mercator.fitting(new Mercator.Bounds().add(Position.parse("45", "30")), 800);
        assertThat(point.shows(Position.parse("45", "30"))).isTrue();
        assertThat(point.height()).isBetween(320.0, 1_000.0);
        Mercator world = Mercator.fitting(new Mercator.Bounds().add(MapStory.box(-180, -90, 180, 90)), 800);
        assertThat(world.y(Position.parse("90", "0"))).isBetween(0.0, 100.0);
        assertThat(world.height()).isLessThanOrEqualTo(1_000.0);
    }

    @Test
    void aTallLandFitsTheHighestSheetAndAFlatOneTheLowest() {
        Mercator tall = Mercator.fitting(new Mercator.Bounds().add(MapStory.box(30, 30, 31, 50)), 800);
        assertThat(tall.height()).isCloseTo(1_000, within(1e-6));
        assertThat(tall.shows(Position.parse("50", "30"))).isTrue();
        assertThat(tall.x(Position.parse("40", "30.5"))).isCloseTo(400, within(1.0));
        Mercator flat = Mercator.fitting(new Mercator.Bounds().add(MapStory.box(20, 45, 40, 46)), 800);
        assertThat(flat.height()).isCloseTo(320, within(1e-6));
        assertThat(flat.shows(Position.parse("45", "20"))).isTrue();
    }
}
