// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearway.care.Kitchen.COOK;
import static org.clearway.care.Kitchen.COORDINATION;
import static org.clearway.care.Kitchen.KITCHEN;
import static org.clearway.care.Kitchen.PRESS;
import static org.clearway.language.Refusal.refused;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clearway.care.Readiness.Figure;
import org.clearway.care.Readiness.Met;
import org.clearway.corridor.Sayings;
import org.clearway.corridor.Service;
import org.clearway.language.Language;
import org.clearway.language.Wording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The arithmetic of practice §4.1, on its own numbers.
class ReadinessTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"0,0", "1,1", "250,1", "251,2", "1500,6"})
    void aTapIsForTwoHundredAndFiftyPeopleAtThePeak(long peak, long taps) {
        assertThat(needed(new Expected(peak, 0, 0), Equipment.TAPS)).isEqualTo(taps);
    }

    @Test
    void aVisitorOfTheDayNeedsThreeLitresAndWhoStaysOvernightFifteen() {
        assertThat(needed(new Expected(200, 1_000, 0), Equipment.WATER_LITRES_A_DAY))
                .isEqualTo(3_000);
        assertThat(needed(new Expected(200, 900, 100), Equipment.WATER_LITRES_A_DAY))
                .isEqualTo(4_200);
    }

    @ParameterizedTest
    @CsvSource({"0,0,0", "50,1,1", "51,2,1", "200,3,1", "201,4,2", "1500,23,8"})
    void aToiletIsForFiftyAndThreeAreForWomenAndGirlsToOneForMenAndBoys(long people, long female, long male) {
        assertThat(needed(new Expected(people, 0, 0), Equipment.TOILETS_FEMALE)).isEqualTo(female);
        assertThat(needed(new Expected(people, 0, 0), Equipment.TOILETS_MALE)).isEqualTo(male);
    }

    @Test
    void whoSleepsThereIsThereAtOnceEvenIfFewCameInAnyHour() {
        assertThat(needed(new Expected(10, 0, 600), Equipment.TAPS)).isEqualTo(3);
        assertThat(needed(new Expected(10, 0, 600), Equipment.COVERED_SQUARE_METRES))
                .isEqualTo(2_100);
        assertThat(needed(new Expected(10, 0, 600), Equipment.BATHING_PLACES)).isEqualTo(12);
        assertThat(needed(new Expected(10, 0, 600), Equipment.LAUNDRY_PLACES)).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource({"10000,23", "1000,3", "1,1", "0,0"})
    void twentyThreeCliniciansAreForTenThousand(long people, long clinicians) {
        assertThat(needed(new Expected(0, people, 0), Equipment.CLINICIANS)).isEqualTo(clinicians);
    }

    @Test
    void everyoneOfTheBusiestHourHasAPortion() {
        assertThat(needed(new Expected(1_500, 7_000, 0), Equipment.MEAL_PORTIONS_AN_HOUR))
                .isEqualTo(1_500);
    }

    @Test
    void theArithmeticIsSaidInEveryLanguage() {
        Readiness readiness = Readiness.of(plan(new Expected(600, 1_000, 50)), Map.of(), Map.of(), Map.of());
        assertThat(readiness.figures().getFirst().reckoned(Wording.of(Language.EN)))
                .isEqualTo("600 people at once ÷ 250 to a tap = 3");
        for (Language language : Language.offered()) {
            for (Figure figure : readiness.figures()) {
                assertThat(figure.reckoned(Wording.of(language))).doesNotContain("{");
            }
        }
    }

    @Test
    void everyStandardHasAFigureAndSaysWhoseItIs() {
        for (Standard standard : Standard.values()) {
            assertThat(standard.usual()).as(standard.name()).isPositive();
            assertThat(standard.source()).as(standard.name()).isNotBlank();
        }
    }

    @Test
    void neededAnnouncedFoundAndUsedStandSideBySide() {
        try (var kitchen = new Kitchen(folder.resolve("node"))) {
            assertThat(kitchen.points.readiness(PRESS, kitchen.now(), KITCHEN, Kitchen.everything()))
                    .as("nobody said how many are expected")
                    .isEmpty();
            kitchen.points.plan(COORDINATION, kitchen.node.act(), plan(new Expected(600, 1_000, 0)));
            Figure unchecked = figure(kitchen, Equipment.TAPS);
            assertThat(unchecked.announced()).contains(4L);
            assertThat(unchecked.ready()).isEmpty();
            assertThat(unchecked.used()).isEmpty();
            assertThat(unchecked.met()).isEqualTo(new Met.NotChecked());

            kitchen.points.check(
                    COOK,
                    kitchen.node.act(),
                    new Check(KITCHEN, Map.of(), Map.of(Equipment.TAPS, 1L, Equipment.CLINICIANS, 3L), Set.of()),
                    kitchen.moment());
            kitchen.give(Service.WATER, 300);
            kitchen.give(Service.EMERGENCY_CARE, 51);
            assertThat(figure(kitchen, Equipment.TAPS).met()).isEqualTo(new Met.Short(2));
            assertThat(figure(kitchen, Equipment.TAPS).used()).contains(2L);
            assertThat(figure(kitchen, Equipment.WATER_LITRES_A_DAY).used()).contains(900L);
            assertThat(figure(kitchen, Equipment.CLINICIANS).met()).isEqualTo(new Met.Enough());
            assertThat(figure(kitchen, Equipment.CLINICIANS).used())
                    .as("at fifty consultations each")
                    .contains(2L);
            assertThat(figure(kitchen, Equipment.MEAL_PORTIONS_AN_HOUR).used())
                    .as("nothing is told of it")
                    .isEmpty();
        }
    }

    @Test
    void aPointIsMeasuredAgainstFiguresOfItsOwnWhereSomebodySetsThem() {
        var source = Optional.of(Sayings.source(Sayings.september(13)));
        var own = new Plan(KITCHEN, new Expected(600, 0, 0), Map.of(Standard.PEOPLE_PER_TAP, 100L), source);
        assertThat(Readiness.of(own, Map.of(), Map.of(), Map.of())
                        .figures()
                        .getFirst()
                        .needed())
                .isEqualTo(6);
        try (var kitchen = new Kitchen(folder.resolve("node"))) {
            kitchen.points.plan(COORDINATION, kitchen.node.act(), own);
            assertThat(kitchen.points
                            .readiness(PRESS, kitchen.now(), KITCHEN, Kitchen.everything())
                            .map(Readiness::plan))
                    .contains(own);
        }
        refused(
                "care.standard-without-source",
                () -> new Plan(KITCHEN, own.expected(), own.standards(), Optional.empty()));
    }

    private static long needed(Expected expected, Equipment equipment) {
        return figure(Readiness.of(plan(expected), Map.of(), Map.of(), Map.of()), equipment)
                .needed();
    }

    private static Plan plan(Expected expected) {
        return new Plan(KITCHEN, expected, Map.of(), Optional.empty());
    }

    private static Figure figure(Kitchen kitchen, Equipment equipment) {
        return figure(
                kitchen.points
                        .readiness(PRESS, kitchen.now(), KITCHEN, Kitchen.everything())
                        .orElseThrow(),
                equipment);
    }

    private static Figure figure(Readiness readiness, Equipment equipment) {
        return readiness.figures().stream()
                .filter(figure -> figure.equipment() == equipment)
                .findFirst()
                .orElseThrow();
    }
}
