// SPDX-License-Identifier: Apache-2.0
package org.clearway.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.clearway.language.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {
    @ParameterizedTest
    @CsvSource({
        "35.7369, 35736900, 35.7369",
        "-0.5, -500000, -0.5",
        "+12, 12000000, 12",
        "90, 90000000, 90",
        "0.0000004, 0, 0",
        "0.0000005, 0, 0",
        "0.0000015, 2, 0.000002",
        "-0.0000001, 0, 0",
    })
    void aDecimalIsReadToTheMicrodegreeAndWrittenWithoutNeedlessZeros(String read, int micro, String written) {
        Position position = Position.parse(read, "0");
        assertThat(position.latitudeMicrodegrees()).isEqualTo(micro);
        assertThat(position.latitude()).isEqualTo(written);
    }

    @Test
    void theEdgesOfTheMapArePositions() {
        assertThat(Position.parse("-90", "-180")).isEqualTo(new Position(-90_000_000, -180_000_000));
        assertThat(Position.parse("90", "180")).isEqualTo(new Position(90_000_000, 180_000_000));
    }

    @Test
    void aPositionOffTheMapIsRefusedWithItsValue() {
        assertThatThrownBy(() -> Position.parse("90.000001", "0")).hasMessageContaining("90.000001");
        assertThatThrownBy(() -> Position.parse("0", "-180.5")).hasMessageContaining("-180.5");
        assertThatThrownBy(() -> new Position(Integer.MIN_VALUE, 0)).isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "35°44′", "35,7369", "1e1", "NaN", "1234", "35.", ".5", "35.7369N", "٣٥"})
    void whatIsNoPlainDecimalIsRefused(String text) {
        assertThatThrownBy(() -> Position.parse(text, "0"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("geo.position"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"north-bank", "a", "7", "a-1-b"})
    void aSlugIsAnAreaId(String slug) {
        assertThat(new AreaId(slug)).hasToString(slug);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "North", "a--b", "-a", "a-", "a b", "ب", "a_b"})
    void whatIsNoSlugIsNoAreaId(String slug) {
        assertThatThrownBy(() -> new AreaId(slug)).isInstanceOf(Problem.class).hasMessageContaining("north-bank");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "ab12", "AB 12", "ABCDEFGHIJKLMNOPQRSTU"})
    void whatDoesNotLookLikeAPlaceCodeIsNone(String code) {
        assertThatThrownBy(() -> new PCode(code)).isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @EnumSource
    void eachStepOfPrecisionIsFoundByItsNumber(PositionPrecision precision) {
        assertThat(PositionPrecision.ofCode(precision.code())).contains(precision);
    }

    @Test
    void thereIsNoStepZeroOrEight() {
        assertThat(PositionPrecision.ofCode(0)).isEmpty();
        assertThat(PositionPrecision.ofCode(8)).isEmpty();
    }
}
