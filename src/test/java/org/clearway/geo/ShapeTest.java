// SPDX-License-Identifier: Apache-2.0
package org.clearway.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clearway.geo.Shapes.box;
import static org.clearway.geo.Shapes.boxRing;
import static org.clearway.geo.Shapes.ring;
import static org.clearway.geo.Shapes.shape;

import java.util.List;
import java.util.Locale;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.clearway.language.Language;
import org.clearway.language.Problem;
import org.junit.jupiter.api.Test;

class ShapeTest {
    @Test
    void aBoxWithAHoleIsAShape() {
        Shape shape = shape(new Polygon(boxRing(0, 0, 100, 100), List.of(boxRing(40, 40, 60, 60))));
        assertThat(shape.points()).isEqualTo(10);
    }

    @Test
    void aNameIsWrittenWithinTheLargestPolygonAndNotInItsHole() {
        Shape shape = shape(
                new Polygon(boxRing(0, 0, 1000, 1000), List.of(boxRing(100, 100, 900, 900))),
                new Polygon(boxRing(5000, 0, 5010, 10), List.of()));
        Position name = shape.within();
        assertThat(name.longitudeMicrodegrees()).isBetween(0, 1000);
        assertThat(name.longitudeMicrodegrees() < 100
                        || name.longitudeMicrodegrees() > 900
                        || name.latitudeMicrodegrees() < 100
                        || name.latitudeMicrodegrees() > 900)
                .isTrue();
    }

    @Test
    void twoPolygonsMayTouchInACorner() {
        Shape shape =
                shape(new Polygon(boxRing(0, 0, 10, 10), List.of()), new Polygon(boxRing(10, 10, 20, 20), List.of()));
        assertThat(shape.polygons()).hasSize(2);
    }

    @Test
    void aShapeCannotBeChangedThroughTheListItWasMadeFrom() {
        var polygons = new java.util.ArrayList<>(box(0, 0, 10, 10).polygons());
        var shape = new Shape(polygons);
        polygons.clear();
        assertThat(shape).isEqualTo(box(0, 0, 10, 10));
    }

    @Test
    void aBorderThatCrossesItselfIsRefusedWithThePlaceOfTheCrossing() {
        assertProblem(
                        "geo.lines-cross",
                        () -> shape(
                                new Polygon(ring(0, 0, 2_000_000, 2_000_000, 2_000_000, 0, 0, 2_000_000), List.of())))
                .hasMessageContaining("latitude 1, longitude 1");
    }

    @Test
    void aRingThatDoesNotEndWhereItBeganIsRefused() {
        assertProblem("geo.ring-open", () -> new Ring(List.of(0L, 0L, 10L, 0L, 10L, 10L, 0L, 10L)));
    }

    @Test
    void aRingOfThreePointsIsRefused() {
        assertProblem("geo.ring-too-short", () -> new Ring(List.of(0L, 0L, 10L, 0L, 0L, 0L)))
                .hasMessageContaining("got 3");
    }

    @Test
    void aRingWithHalfAPointIsRefused() {
        assertProblem("geo.ring-too-short", () -> new Ring(List.of(0L, 0L, 10L, 0L, 10L, 10L, 0L, 0L, 5L)));
    }

    @Test
    void aHoleOutsideItsRingIsRefused() {
        assertProblem(
                "geo.hole-outside", () -> shape(new Polygon(boxRing(0, 0, 10, 10), List.of(boxRing(20, 20, 30, 30)))));
    }

    @Test
    void aHoleWithinAHoleIsRefused() {
        assertProblem(
                "geo.holes-cut-through",
                () -> shape(new Polygon(
                        boxRing(0, 0, 100, 100), List.of(boxRing(10, 10, 90, 90), boxRing(30, 30, 60, 60)))));
    }

    @Test
    void polygonsThatOverlapAreRefused() {
        assertProblem(
                "geo.polygons-overlap",
                () -> shape(
                        new Polygon(boxRing(0, 0, 100, 100), List.of()),
                        new Polygon(boxRing(10, 10, 20, 20), List.of())));
    }

    @Test
    void aPolygonWithoutGroundIsRefused() {
        assertThatThrownBy(() -> shape(new Polygon(ring(0, 0, 10, 0, 20, 0), List.of())))
                .isInstanceOf(Problem.class);
    }

    @Test
    void aPointOffTheMapIsRefused() {
        assertProblem("geo.point-out-of-range", () -> box(0, 0, 180_000_001, 10));
        assertProblem("geo.point-out-of-range", () -> box(0, 0, 10, 90_000_001));
        assertProblem("geo.point-out-of-range", () -> box(Long.MIN_VALUE, 0, 10, 10));
    }

    @Test
    void aShapeWithoutPolygonsIsRefused() {
        assertProblem("geo.shape-empty", () -> new Shape(List.of()));
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertProblem(String code, ThrowingCallable act) {
        return assertThatThrownBy(act).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo(code);
            for (Language language : Language.offered()) {
                assertThat(problem.in(language).toLowerCase(Locale.ROOT)).doesNotContain("{", code);
            }
        });
    }
}
