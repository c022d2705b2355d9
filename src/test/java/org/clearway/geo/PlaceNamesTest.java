// SPDX-License-Identifier: Apache-2.0
package org.clearway.geo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceNamesTest {
    @ParameterizedTest
    @CsvSource({
        "Abu al-Duhur, Abu ad-Duhur",
        "Abu al-Duhur, ABU  EL DUHUR",
        "Abu al-Duhur, Abu ed-Duhūr",
        "Abu al-Dhuhur, Abu adh-Dhuhur",
        "Abu al-Dhuhur, Abu ad-Dhuhur",
        "Al-Shughur, Ash Shughūr",
        "An-Nayrab, al-Nayrab",
        "Dar'a, Dar‘ā",
        "Dar`a, Darʿa",
        "Deir ez-Zor, Deir al-Zor",
        "Jisr ash-Shughur, Jisr al Shughur",
        "Vila–Real, vila real",
        "Șuțești, Sutesti",
        "İzmir, izmir",
        "Абу-эд-Духур, абу эд духур",
        "Орёл, орел",
        "أبو الظهور, ابو الظهور",
        "أبو الظهور, أبُو الظُّهُور",
        "أبو الظهور, أبـــو الظهور",
        "إدلب, ادلب",
        "آفس, افس",
        "اللاذقية, اللاذقيه",
        "القرى, القري",
        "مؤتة, موته",
        "ﻻﺫﻗﻴﺔ, لاذقية",
        "کفر, كفر",
    })
    void theseAreTheSameName(String one, String other) {
        assertThat(PlaceNames.key(one)).isEqualTo(PlaceNames.key(other)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Abu al-Duhur, Abu al-Dhuhur",
        "Al-Hasakah, Hasakah",
        "Ad Raqqa, Al Raqqa",
        "Homs, Hims",
        "Homs, Homs 2",
        "An Dara, Al Dara",
        "Halal, Halel",
        "Albab, al-Bab",
        "حمص, حماة",
        "الدار, دار",
    })
    void theseMayBeDifferentPlacesAndStayTwoNames(String one, String other) {
        assertThat(PlaceNames.key(one)).isNotEqualTo(PlaceNames.key(other));
    }

    @Test
    void vowelSignsOfOtherScriptsStay() {
        assertThat(PlaceNames.key("कि")).isNotEqualTo(PlaceNames.key("कु"));
    }

    @Test
    void marksOfDirectionDoNotCount() {
        assertThat(PlaceNames.key("\u200fحلب\u200e")).isEqualTo(PlaceNames.key("حلب"));
    }

    @Test
    void aNameWithoutLettersIsNoName() {
        assertThat(PlaceNames.key(" – ' ")).isEmpty();
        assertThat(PlaceNames.key("")).isEmpty();
    }
}
