// SPDX-License-Identifier: Apache-2.0
package org.clearway.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.clearway.language.Language;
import org.junit.jupiter.api.Test;

class TimeWordsTest {
    private static final ZoneId DAMASCUS = ZoneId.of("Asia/Damascus");
    private static final LocalDate DAY = LocalDate.of(2019, 9, 14);
    private static final TimeWords ENGLISH = TimeWords.of(Language.EN);
    private static final TimeWords ARABIC = TimeWords.of(Language.AR);

    @Test
    void aDayIsSaidInBothLanguagesWithLatinDigits() {
        assertThat(ENGLISH.day(DAY)).isEqualTo("14 September 2019");
        assertThat(ARABIC.day(DAY)).isEqualTo("14 أيلول/سبتمبر 2019");
    }

    @Test
    void aTimeIsSaidAsExactlyAsItWasTold() {
        assertThat(ENGLISH.told(Occurred.in(Year.of(2018), DAMASCUS))).isEqualTo("2018");
        assertThat(ENGLISH.told(Occurred.in(YearMonth.of(2018, 3), DAMASCUS))).isEqualTo("March 2018");
        assertThat(ENGLISH.told(Occurred.on(DAY, DAMASCUS))).isEqualTo("14 September 2019");
        assertThat(ENGLISH.told(Occurred.at(Instant.parse("2020-01-13T10:00:00Z"), DAMASCUS)))
                .isEqualTo("12:00 on 13 January 2020");
    }

    @Test
    void aZoneIsNamedAfterItsPlaceInEachLanguage() {
        assertThat(ENGLISH.place(DAMASCUS)).contains("Damascus");
        assertThat(ARABIC.place(DAMASCUS)).contains("دمشق");
        assertThat(ENGLISH.place(ZoneId.of("Europe/Kyiv"))).contains("Kyiv");
        assertThat(ARABIC.place(ZoneId.of("Europe/Kyiv"))).contains("كييف");
        assertThat(ENGLISH.place(ZoneOffset.UTC)).isEmpty();
    }

    @Test
    void theOffsetIsThatOfTheMoment() {
        assertThat(TimeWords.offset(DAMASCUS, Instant.parse("2019-09-14T15:00:00Z")))
                .isEqualTo("UTC+3");
        assertThat(TimeWords.offset(DAMASCUS, Instant.parse("2020-01-13T10:00:00Z")))
                .isEqualTo("UTC+2");
        assertThat(TimeWords.offset(ZoneId.of("Asia/Kolkata"), Instant.EPOCH)).isEqualTo("UTC+5:30");
        assertThat(TimeWords.offset(ZoneId.of("America/St_Johns"), Instant.EPOCH))
                .isEqualTo("UTC−3:30");
        assertThat(TimeWords.offset(ZoneOffset.UTC, Instant.EPOCH)).isEqualTo("UTC");
    }
}
