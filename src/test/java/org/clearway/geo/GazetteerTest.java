// SPDX-License-Identifier: Apache-2.0
package org.clearway.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clearway.geo.Shapes.area;
import static org.clearway.geo.Shapes.box;
import static org.clearway.geo.Shapes.boxRing;
import static org.clearway.geo.Shapes.shape;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearway.geo.Attribution.CertainlyInside;
import org.clearway.geo.Attribution.ExtentNotKnown;
import org.clearway.geo.Attribution.NearBorder;
import org.clearway.geo.Attribution.Nowhere;
import org.clearway.geo.Attribution.OneOfSeveral;
import org.clearway.language.Language;
import org.clearway.language.Names;
import org.clearway.language.Problem;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Two provinces side by side, a lake in the eastern one, and a town; a degree is a million microdegrees.
class GazetteerTest {
    private static final Instant LONG_AGO = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2019-09-14T15:00:00Z");
    private static final AreaId LAND = new AreaId("land");
    private static final AreaId WEST = new AreaId("west");
    private static final AreaId EAST = new AreaId("east");
    private static final AreaId WEST_NORTH = new AreaId("west-north");
    private static final List<Area> AREAS = List.of(
            area("land", AreaKind.COUNTRY, null, "Land"),
            area("west", AreaKind.ADM1, "land", "West"),
            area("east", AreaKind.ADM1, "land", "East"),
            area("west-north", AreaKind.ADM2, "west", "North"));
    private static final List<AreaShape> SHAPES = List.of(
            AreaShape.from(LONG_AGO, LAND, box(20_000_000, 10_000_000, 22_000_000, 11_000_000)),
            AreaShape.from(LONG_AGO, WEST, box(20_000_000, 10_000_000, 21_000_000, 11_000_000)),
            AreaShape.from(
                    LONG_AGO,
                    EAST,
                    shape(new Polygon(
                            boxRing(21_000_000, 10_000_000, 22_000_000, 11_000_000),
                            List.of(boxRing(21_400_000, 10_400_000, 21_600_000, 10_600_000))))),
            AreaShape.from(LONG_AGO, WEST_NORTH, box(20_000_000, 10_500_000, 21_000_000, 11_000_000)));
    private static final Gazetteer GAZETTEER = new Gazetteer(AREAS, SHAPES);

    @Nested
    class APosition {
        @Test
        void inTheMiddleOfAProvinceIsCertainlyInside() {
            assertThat(at("10.5", "20.5", 1_000)).isEqualTo(new CertainlyInside(WEST));
        }

        @Test
        void closerToTheBorderThanItIsKnownMayBeOnTheOtherSide() {
            // 0.001° of longitude at 10.5° north is 109.45 m.
            assertThat(at("10.25", "20.999", 200)).isEqualTo(new NearBorder(Optional.of(WEST), List.of(EAST), 109));
        }

        @Test
        void furtherFromTheBorderThanItIsKnownIsCertain() {
            assertThat(at("10.25", "20.999", 109)).isEqualTo(new CertainlyInside(WEST));
        }

        @Test
        void byTheOuterBorderMayBeInNoProvince() {
            assertThat(at("10.25", "20.001", 200)).isEqualTo(new NearBorder(Optional.of(WEST), List.of(), 109));
        }

        @Test
        void outsideButCloserThanItIsKnownMayBeInside() {
            assertThat(at("10.25", "19.999", 200)).isEqualTo(new NearBorder(Optional.empty(), List.of(WEST), 109));
        }

        @Test
        void onTheCommonBorderIsInOneOfTheTwo() {
            assertThat(at("10.25", "21", 0)).isEqualTo(new OneOfSeveral(List.of(EAST, WEST)));
        }

        @Test
        void onTheOuterBorderIsNearIt() {
            assertThat(at("10.25", "20", 0)).isEqualTo(new NearBorder(Optional.of(WEST), List.of(), 0));
        }

        @Test
        void inAHoleIsNowhere() {
            assertThat(at("10.5", "21.5", 1_000)).isEqualTo(new Nowhere());
        }

        @Test
        void inAHoleByItsShoreMayBeInside() {
            assertThat(at("10.5", "21.401", 200)).isEqualTo(new NearBorder(Optional.empty(), List.of(EAST), 109));
        }

        @Test
        void farAwayIsNowhere() {
            assertThat(at("-50", "120", 25_000)).isEqualTo(new Nowhere());
        }

        @Test
        void isNowhereInAnEmptyGazetteer() {
            assertThat(Gazetteer.empty().attribute(Position.parse("10.5", "20.5"), 0, NOW, AreaKind.ADM1))
                    .isEqualTo(new Nowhere());
            assertThat(Gazetteer.empty().attribute("West")).isEqualTo(new Nowhere());
        }

        @Test
        void nearABorderThatIsDrawnRoughlyIsNotCertain() {
            var rough = new Gazetteer(
                    AREAS,
                    List.of(new AreaShape(WEST, box(0, 0, 1_000_000, 1_000_000), LONG_AGO, Optional.empty(), 5_000)));
            assertThat(rough.attribute(Position.parse("0.5", "0.01"), 0, NOW, AreaKind.ADM1))
                    .isEqualTo(new NearBorder(Optional.of(WEST), List.of(), 1_113));
        }

        @Test
        void whereTwoShapesOverlapIsInOneOfThem() {
            var overlapping = new Gazetteer(
                    AREAS,
                    List.of(
                            AreaShape.from(LONG_AGO, WEST, box(0, 0, 2_000_000, 1_000_000)),
                            AreaShape.from(LONG_AGO, EAST, box(1_000_000, 0, 3_000_000, 1_000_000))));
            assertThat(overlapping.attribute(Position.parse("0.5", "1.5"), 0, NOW, AreaKind.ADM1))
                    .isEqualTo(new OneOfSeveral(List.of(EAST, WEST)));
        }

        @Test
        void cannotBeKnownToLessThanNothing() {
            assertThatThrownBy(() -> at("10.5", "20.5", -1)).hasMessageContaining("-1 m");
        }

        @Test
        void atThePoleAndOnTheDateLineIsAnswered() {
            assertThat(at("90", "0", 25_000)).isEqualTo(new Nowhere());
            assertThat(at("-90", "180", 25_000)).isEqualTo(new Nowhere());
        }

        private static Attribution at(String latitude, String longitude, int radiusMetres) {
            return GAZETTEER.attribute(Position.parse(latitude, longitude), radiusMetres, NOW, AreaKind.ADM1);
        }
    }

    @Nested
    class APositionOfStatedPrecision {
        private static final Position MIDDLE_OF_WEST = Position.parse("10.6", "20.5");

        @Test
        void thatNamesThePlaceItselfIsTakenToWithinAKilometre() {
            assertThat(attribute(PositionPrecision.EXACT, AreaKind.ADM1)).isEqualTo(new CertainlyInside(WEST));
        }

        @Test
        void thatIsNearAKnownPlaceIsTakenToWithin25Kilometres() {
            assertThat(attribute(PositionPrecision.NEAR_KNOWN_PLACE, AreaKind.ADM2))
                    .isEqualTo(new NearBorder(Optional.of(WEST_NORTH), List.of(), 11_061));
        }

        @Test
        void thatStandsForAProvinceIsInThatProvinceButInNoDistrictForSure() {
            assertThat(attribute(PositionPrecision.ADM1, AreaKind.ADM1)).isEqualTo(new CertainlyInside(WEST));
            assertThat(attribute(PositionPrecision.ADM1, AreaKind.ADM2)).isEqualTo(new ExtentNotKnown(List.of(WEST)));
        }

        @Test
        void thatStandsForADistrictIsInItsProvince() {
            assertThat(attribute(PositionPrecision.ADM2, AreaKind.ADM1)).isEqualTo(new CertainlyInside(WEST));
            assertThat(attribute(PositionPrecision.ADM2, AreaKind.COUNTRY)).isEqualTo(new CertainlyInside(LAND));
        }

        @Test
        void thatStandsForTheCountryIsInNoProvinceForSure() {
            assertThat(attribute(PositionPrecision.COUNTRY, AreaKind.ADM1))
                    .isEqualTo(new ExtentNotKnown(List.of(LAND)));
        }

        @Test
        void thatStandsForALandscapeIsNeverCertain() {
            assertThat(attribute(PositionPrecision.LANDSCAPE, AreaKind.ADM1))
                    .isEqualTo(new ExtentNotKnown(List.of(WEST)));
            assertThat(GAZETTEER.attribute(Position.parse("0", "0"), PositionPrecision.LANDSCAPE, NOW, AreaKind.ADM1))
                    .isEqualTo(new ExtentNotKnown(List.of()));
        }

        @ParameterizedTest
        @EnumSource
        void inInternationalWatersIsNowhere(AreaKind kind) {
            assertThat(attribute(PositionPrecision.INTERNATIONAL, kind)).isEqualTo(new Nowhere());
        }

        private static Attribution attribute(PositionPrecision precision, AreaKind kind) {
            return GAZETTEER.attribute(MIDDLE_OF_WEST, precision, NOW, kind);
        }
    }

    @Nested
    class AShapeThroughTime {
        private static final Instant CHANGE = Instant.parse("2018-07-12T07:00:00Z");
        private static final Position MOVED = Position.parse("0.5", "1.5");

        @Test
        void countsFromItsFirstInstantToJustBeforeItsLast() {
            var gazetteer = new Gazetteer(
                    AREAS,
                    List.of(
                            new AreaShape(WEST, box(0, 0, 2_000_000, 1_000_000), LONG_AGO, Optional.of(CHANGE), 0),
                            AreaShape.from(CHANGE, EAST, box(1_000_000, 0, 3_000_000, 1_000_000))));
            assertThat(gazetteer.attribute(MOVED, 0, LONG_AGO.minusNanos(1_000), AreaKind.ADM1))
                    .isEqualTo(new Nowhere());
            assertThat(gazetteer.attribute(MOVED, 0, LONG_AGO, AreaKind.ADM1)).isEqualTo(new CertainlyInside(WEST));
            assertThat(gazetteer.attribute(MOVED, 0, CHANGE.minusNanos(1_000), AreaKind.ADM1))
                    .isEqualTo(new CertainlyInside(WEST));
            assertThat(gazetteer.attribute(MOVED, 0, CHANGE, AreaKind.ADM1)).isEqualTo(new CertainlyInside(EAST));
        }

        @Test
        void givesWayToALaterOneOfTheSameArea() {
            AreaShape first = AreaShape.from(LONG_AGO, WEST, box(0, 0, 1_000_000, 1_000_000));
            AreaShape second = AreaShape.from(CHANGE, WEST, box(1_000_000, 0, 2_000_000, 1_000_000));
            for (var order : List.of(List.of(first, second), List.of(second, first))) {
                var gazetteer = new Gazetteer(AREAS, order);
                assertThat(gazetteer.shape(WEST, CHANGE.minusNanos(1_000))).contains(first);
                assertThat(gazetteer.shape(WEST, CHANGE)).contains(second);
                assertThat(gazetteer.attribute(MOVED, 0, LONG_AGO, AreaKind.ADM1))
                        .isEqualTo(new Nowhere());
                assertThat(gazetteer.attribute(MOVED, 0, NOW, AreaKind.ADM1)).isEqualTo(new CertainlyInside(WEST));
            }
        }

        @Test
        void givesWayToABetterOneForTheSameTimeThatWasGivenAfterIt() {
            AreaShape coarse = AreaShape.from(LONG_AGO, WEST, box(0, 0, 1_000_000, 1_000_000));
            AreaShape better = AreaShape.from(LONG_AGO, WEST, box(0, 0, 1_100_000, 1_000_000));
            assertThat(new Gazetteer(AREAS, List.of(coarse, better)).shape(WEST, NOW))
                    .contains(better);
        }

        @Test
        void cannotEndBeforeItBegins() {
            assertThatThrownBy(() -> new AreaShape(WEST, box(0, 0, 1, 1), CHANGE, Optional.of(CHANGE), 0))
                    .isInstanceOf(Problem.class);
        }

        @ParameterizedTest
        @ValueSource(ints = {-1, 100_001})
        void hasABorderThatIsDrawnToWithin100Kilometres(int metres) {
            assertThatThrownBy(() -> new AreaShape(WEST, box(0, 0, 1, 1), CHANGE, Optional.empty(), metres))
                    .isInstanceOf(Problem.class);
        }
    }

    @Nested
    class AName {
        private static final AreaId TOWN = new AreaId("abu-al-duhur");
        private static final AreaId IDLIB = new AreaId("idlib");
        private static final AreaId IDLIB_CITY = new AreaId("idlib-city");
        private static final Gazetteer NAMED = new Gazetteer(
                List.of(
                        new Area(
                                TOWN,
                                AreaKind.SETTLEMENT,
                                Optional.empty(),
                                new Names(Map.of(
                                        Language.EN, "Abu al-Duhur",
                                        Language.AR, "أبو الظهور",
                                        Language.RU, "Абу-эд-Духур")),
                                List.of("Abu al-Dhuhur", "Abū aẓ-Ẓuhūr"),
                                Optional.of(IDLIB)),
                        area("idlib", AreaKind.ADM1, null, "Idlib"),
                        area("idlib-city", AreaKind.SETTLEMENT, "idlib", "Idlib")),
                List.of());

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Abu al-Duhur",
                    "Abu ad-Duhur",
                    "abu ad duhur",
                    "Abu ad-Dhuhur",
                    "Abu Adh Dhuhur",
                    "ABU EL-DUHUR",
                    "Abū az̧ Z̧uhūr",
                    "Абу-эд-Духур",
                    "Абу эд-Духур",
                    "أبو الظهور",
                    "ابو الظهور",
                    "أَبُو الظُّهُور",
                })
        void isKnownInEveryLanguageAndSpellingOfTheList(String name) {
            assertThat(NAMED.attribute(name)).isEqualTo(new CertainlyInside(TOWN));
        }

        @Test
        void thatSeveralAreasBearIsOneOfThem() {
            assertThat(NAMED.attribute("Idlib")).isEqualTo(new OneOfSeveral(List.of(IDLIB, IDLIB_CITY)));
        }

        @Test
        void isOneAreaOnceItsKindIsKnown() {
            assertThat(NAMED.attribute("Idlib", AreaKind.ADM1)).isEqualTo(new CertainlyInside(IDLIB));
            assertThat(NAMED.attribute("Idlib", AreaKind.SETTLEMENT)).isEqualTo(new CertainlyInside(IDLIB_CITY));
            assertThat(NAMED.attribute("Idlib", AreaKind.ADM2)).isEqualTo(new Nowhere());
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "-", "Abu", "Duhur", "Abu al-Duhur 2", "Idlip"})
        void thatIsNotOnTheListIsNeverGuessed(String name) {
            assertThat(NAMED.attribute(name)).isEqualTo(new Nowhere());
        }
    }

    @Nested
    class AnArea {
        @Test
        void isFoundByItsCodeWhichIsLookedUpAndNotParsed() {
            Area coded = new Area(
                    WEST,
                    AreaKind.ADM1,
                    Optional.of(new PCode("XX01")),
                    Names.of(Language.EN, "West"),
                    List.of(),
                    Optional.empty());
            var gazetteer = new Gazetteer(List.of(coded), List.of());
            assertThat(gazetteer.area(new PCode("XX01"))).contains(coded);
            assertThat(gazetteer.area(new PCode("XX0101"))).isEmpty();
        }

        @Test
        void liesInItsParentAndInWhatThatLiesIn() {
            assertThat(GAZETTEER.ancestor(WEST_NORTH, AreaKind.COUNTRY).map(Area::id))
                    .contains(LAND);
            assertThat(GAZETTEER.ancestor(WEST_NORTH, AreaKind.ADM2).map(Area::id))
                    .contains(WEST_NORTH);
            assertThat(GAZETTEER.ancestor(WEST, AreaKind.ADM3)).isEmpty();
        }

        @Test
        void isGivenOnce() {
            assertRefused("geo.area-twice", List.of(AREAS.get(0), AREAS.get(0)), List.of());
        }

        @Test
        void sharesItsCodeWithNoOther() {
            assertRefused("geo.pcode-twice", List.of(coded("one"), coded("two")), List.of());
        }

        @Test
        void needsItsParentToBeKnown() {
            assertRefused("geo.area-unknown", List.of(AREAS.get(1)), List.of());
        }

        @Test
        void cannotLieInOneOfItsOwnLevel() {
            assertRefused(
                    "geo.parent-not-coarser",
                    List.of(area("a", AreaKind.ADM1, "b", "A"), area("b", AreaKind.ADM1, null, "B")),
                    List.of());
        }

        @Test
        void mustBeKnownBeforeItHasAShape() {
            assertRefused("geo.area-unknown", List.of(), List.of(SHAPES.get(0)));
        }

        private static Area coded(String id) {
            return new Area(
                    new AreaId(id),
                    AreaKind.ADM1,
                    Optional.of(new PCode("XX01")),
                    Names.of(Language.EN, id),
                    List.of(),
                    Optional.empty());
        }

        private static void assertRefused(String code, List<Area> areas, List<AreaShape> shapes) {
            assertThatThrownBy(() -> new Gazetteer(areas, shapes))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
        }
    }
}
