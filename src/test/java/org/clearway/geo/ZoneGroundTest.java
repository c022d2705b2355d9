// SPDX-License-Identifier: Apache-2.0
package org.clearway.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clearway.geo.Shapes.area;
import static org.clearway.geo.Shapes.box;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clearway.geo.Attribution.CertainlyInside;
import org.clearway.geo.Attribution.ExtentNotKnown;
import org.clearway.geo.Attribution.NearBorder;
import org.clearway.geo.Attribution.Nowhere;
import org.clearway.language.Problem;
import org.junit.jupiter.api.Test;

/// Four provinces in a row from west to east, A to D, each a degree wide; E has no shape. The zone is A and B as a
/// whole and parts of C.
class ZoneGroundTest {
    private static final Instant SIGNED = Instant.parse("2017-05-04T00:00:00Z");
    private static final AreaId A = new AreaId("a");
    private static final AreaId B = new AreaId("b");
    private static final AreaId C = new AreaId("c");
    private static final AreaId D = new AreaId("d");
    private static final AreaId E = new AreaId("e");
    private static final AreaId A_SOUTH = new AreaId("a-south");
    private static final Gazetteer GAZETTEER = new Gazetteer(
            List.of(
                    area("a", AreaKind.ADM1, null, "A"),
                    area("b", AreaKind.ADM1, null, "B"),
                    area("c", AreaKind.ADM1, null, "C"),
                    area("d", AreaKind.ADM1, null, "D"),
                    area("e", AreaKind.ADM1, null, "E"),
                    area("a-south", AreaKind.ADM2, "a", "South of A")),
            List.of(
                    AreaShape.from(SIGNED, A, box(0, 0, 1_000_000, 1_000_000)),
                    AreaShape.from(SIGNED, B, box(1_000_000, 0, 2_000_000, 1_000_000)),
                    AreaShape.from(SIGNED, C, box(2_000_000, 0, 3_000_000, 1_000_000)),
                    AreaShape.from(SIGNED, D, box(3_000_000, 0, 4_000_000, 1_000_000)),
                    AreaShape.from(SIGNED, A_SOUTH, box(0, 0, 1_000_000, 500_000))));
    private static final List<AreaPart> PARTS = List.of(whole(A), whole(B), parts(C));
    private static final ZoneGround ZONE = GAZETTEER.zone(PARTS, SIGNED);

    @Test
    void aPositionInAnAreaThatBelongsAsAWholeIsCertainlyInside() {
        assertThat(at("0.5", "0.5")).isEqualTo(new CertainlyInside(A));
    }

    @Test
    void aBorderBetweenTwoWholeAreasIsNoBorderOfTheZone() {
        assertThat(at("0.5", "1.001")).isEqualTo(new CertainlyInside(B));
        assertThat(at("0.5", "1")).isEqualTo(new CertainlyInside(A));
    }

    @Test
    void aPositionInAnAreaOfWhichOnlyPartsBelongIsNeitherInNorOut() {
        assertThat(at("0.5", "2.5")).isEqualTo(new ExtentNotKnown(List.of(C)));
    }

    @Test
    void aPositionInAnAreaThatDoesNotBelongIsOutside() {
        assertThat(at("0.5", "3.5")).isEqualTo(new Nowhere());
    }

    @Test
    void byTheOuterBorderItMayBeOutside() {
        assertThat(at("0.5", "0.001")).isEqualTo(new NearBorder(Optional.of(A), List.of(), 111));
        assertThat(at("0.5", "-0.001")).isEqualTo(new NearBorder(Optional.empty(), List.of(A), 111));
    }

    @Test
    void byTheBorderOfTheUndrawnPartsItMayBeInThem() {
        assertThat(at("0.5", "1.999")).isEqualTo(new NearBorder(Optional.of(B), List.of(C), 111));
        assertThat(at("0.5", "2.001")).isEqualTo(new ExtentNotKnown(List.of(B, C)));
        assertThat(at("0.5", "3.001")).isEqualTo(new ExtentNotKnown(List.of(C)));
    }

    @Test
    void anAreaWithoutAShapeMayHoldWhatLiesInNoOther() {
        ZoneGround zone = GAZETTEER.zone(List.of(whole(A), whole(E)), SIGNED);
        assertThat(zone.attribute(Position.parse("0.5", "0.5"), 500)).isEqualTo(new CertainlyInside(A));
        assertThat(zone.attribute(Position.parse("0.5", "3.5"), 500)).isEqualTo(new ExtentNotKnown(List.of(E)));
    }

    @Test
    void beforeItsShapesWereValidNothingIsKnownOfItsExtent() {
        ZoneGround zone = GAZETTEER.zone(PARTS, SIGNED.minusSeconds(1));
        assertThat(zone.attribute(Position.parse("0.5", "0.5"), 500)).isEqualTo(new ExtentNotKnown(List.of(A, B, C)));
    }

    @Test
    void aZoneOfNothingHoldsNothing() {
        assertThat(GAZETTEER.zone(List.of(), SIGNED).attribute(Position.parse("0.5", "0.5"), 500))
                .isEqualTo(new Nowhere());
    }

    @Test
    void aZoneIsMadeOfKnownAreas() {
        assertThatThrownBy(() -> GAZETTEER.zone(List.of(whole(new AreaId("f"))), SIGNED))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("“f”");
    }

    @Test
    void aPositionThatStandsForAProvinceIsInIfTheProvinceIs() {
        assertThat(ZONE.attribute(Position.parse("0.5", "1.999"), PositionPrecision.ADM1))
                .isEqualTo(new CertainlyInside(B));
        assertThat(ZONE.attribute(Position.parse("0.5", "2.5"), PositionPrecision.ADM1))
                .isEqualTo(new ExtentNotKnown(List.of(C)));
        assertThat(ZONE.attribute(Position.parse("0.5", "3.5"), PositionPrecision.ADM1))
                .isEqualTo(new Nowhere());
    }

    @Test
    void aPositionThatStandsForADistrictIsInIfItsProvinceIs() {
        assertThat(ZONE.attribute(Position.parse("0.2", "0.5"), PositionPrecision.ADM2))
                .isEqualTo(new CertainlyInside(A));
    }

    @Test
    void aPositionThatStandsForAProvinceIsNotCertainlyInOneOfItsDistricts() {
        ZoneGround district = GAZETTEER.zone(List.of(whole(A_SOUTH)), SIGNED);
        assertThat(district.attribute(Position.parse("0.2", "0.5"), PositionPrecision.ADM1))
                .isEqualTo(new ExtentNotKnown(List.of(A_SOUTH)));
        assertThat(district.attribute(Position.parse("0.2", "1.5"), PositionPrecision.ADM1))
                .isEqualTo(new Nowhere());
    }

    @Test
    void aPositionThatStandsForWhatHasNoShapeMayBeAnywhere() {
        assertThat(ZONE.attribute(Position.parse("0.5", "0.5"), PositionPrecision.COUNTRY))
                .isEqualTo(new ExtentNotKnown(List.of(A, B, C)));
    }

    @Test
    void aLandscapeIsNeverCertainAndInternationalWatersAreOutside() {
        Position middle = Position.parse("0.5", "0.5");
        assertThat(ZONE.attribute(middle, PositionPrecision.LANDSCAPE)).isEqualTo(new ExtentNotKnown(List.of(A, B, C)));
        assertThat(ZONE.attribute(middle, PositionPrecision.INTERNATIONAL)).isEqualTo(new Nowhere());
    }

    private static Attribution at(String latitude, String longitude) {
        return ZONE.attribute(Position.parse(latitude, longitude), 500);
    }

    private static AreaPart whole(AreaId area) {
        return new AreaPart(area, Extent.WHOLE);
    }

    private static AreaPart parts(AreaId area) {
        return new AreaPart(area, Extent.PARTS);
    }
}
