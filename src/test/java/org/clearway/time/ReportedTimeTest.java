// SPDX-License-Identifier: Apache-2.0
package org.clearway.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReportedTimeTest {
    private static final ZoneId DAMASCUS = ZoneId.of("Asia/Damascus");
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final ZoneId KYIV = ZoneId.of("Europe/Kyiv");

    @Test
    void oneInTheAfternoonInMoscowIsNoonInDamascusInJanuary2020() {
        Instant told = LocalDateTime.of(2020, 1, 13, 13, 0).atZone(MOSCOW).toInstant();
        assertThat(told.atZone(DAMASCUS).toLocalTime()).isEqualTo(LocalTime.NOON);
    }

    @Test
    void damascusIsThreeHoursAheadInSeptember2019() {
        assertThat(DAMASCUS.getRules().getOffset(Instant.parse("2019-09-14T00:00:00Z")))
                .isEqualTo(ZoneOffset.ofHours(3));
    }

    @Test
    void aReportingDayRunsFromCutOffToCutOff() {
        var days = new ReportingDays(LocalTime.of(18, 0), DAMASCUS);
        Period period = days.endingOn(LocalDate.of(2019, 9, 14));
        assertThat(period.from()).isEqualTo(Instant.parse("2019-09-13T15:00:00Z"));
        assertThat(period.to()).isEqualTo(Instant.parse("2019-09-14T15:00:00Z"));
        assertThat(period.contains(period.from())).isTrue();
        assertThat(period.contains(period.to())).isFalse();
        assertThat(days.dayOf(period.to().minusNanos(1))).isEqualTo(LocalDate.of(2019, 9, 14));
        assertThat(days.dayOf(period.to())).isEqualTo(LocalDate.of(2019, 9, 15));
    }

    @Test
    void aReportingDayOnWhichClocksChangeIsAsLongAsItWasLived() {
        var days = new ReportingDays(LocalTime.of(18, 0), KYIV);
        Period spring = days.endingOn(LocalDate.of(2022, 3, 27));
        assertThat(Duration.between(spring.from(), spring.to())).isEqualTo(Duration.ofHours(23));
        Period autumn = days.endingOn(LocalDate.of(2022, 10, 30));
        assertThat(Duration.between(autumn.from(), autumn.to())).isEqualTo(Duration.ofHours(25));
    }

    @Test
    void whatWasToldByTheYearTheMonthOrTheDayKeepsThatPrecision() {
        assertThat(Occurred.in(Year.of(2018), DAMASCUS).precision()).isEqualTo(TimePrecision.YEAR);
        assertThat(Occurred.in(YearMonth.of(2018, 12), DAMASCUS).to())
                .isEqualTo(LocalDate.of(2019, 1, 1).atStartOfDay(DAMASCUS).toInstant());
        Occurred day = Occurred.on(LocalDate.of(2019, 9, 13), DAMASCUS);
        assertThat(Duration.between(day.from(), day.to())).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void aTimeCannotEndBeforeItBegins() {
        Instant noon = Instant.parse("2019-09-14T12:00:00Z");
        assertThatThrownBy(() -> Occurred.between(noon, noon.minusSeconds(1), DAMASCUS))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aWindowOpensOnItsOpeningSecondAndIsClosedOnItsClosingSecond() {
        var window =
                new OpeningWindow(EnumSet.allOf(DayOfWeek.class), LocalTime.of(9, 0), LocalTime.of(21, 0), DAMASCUS);
        Instant nine = LocalDateTime.of(2019, 9, 14, 9, 0).atZone(DAMASCUS).toInstant();
        Instant twentyOne =
                LocalDateTime.of(2019, 9, 14, 21, 0).atZone(DAMASCUS).toInstant();
        assertThat(window.contains(nine)).isTrue();
        assertThat(window.contains(nine.minusSeconds(1))).isFalse();
        assertThat(window.contains(twentyOne)).isFalse();
        assertThat(window.currentOrNext(twentyOne).orElseThrow().from())
                .isEqualTo(LocalDateTime.of(2019, 9, 15, 9, 0).atZone(DAMASCUS).toInstant());
    }

    @Test
    void aWindowPastMidnightBelongsToTheEveningItBeganOn() {
        var window = new OpeningWindow(Set.of(DayOfWeek.SATURDAY), LocalTime.of(22, 0), LocalTime.of(4, 0), DAMASCUS);
        assertThat(window.contains(
                        LocalDateTime.of(2019, 9, 15, 3, 59).atZone(DAMASCUS).toInstant()))
                .isTrue();
        assertThat(window.contains(
                        LocalDateTime.of(2019, 9, 14, 3, 59).atZone(DAMASCUS).toInstant()))
                .isFalse();
    }

    @Test
    void aWindowKeepsItsHoursOnTheWallWhenClocksChange() {
        var window = new OpeningWindow(EnumSet.allOf(DayOfWeek.class), LocalTime.of(8, 0), LocalTime.of(20, 0), KYIV);
        Period before =
                window.currentOrNext(Instant.parse("2022-03-26T10:00:00Z")).orElseThrow();
        Period after =
                window.currentOrNext(Instant.parse("2022-03-27T10:00:00Z")).orElseThrow();
        assertThat(before.from()).isEqualTo(Instant.parse("2022-03-26T06:00:00Z"));
        assertThat(after.from()).isEqualTo(Instant.parse("2022-03-27T05:00:00Z"));
    }

    @Test
    void aroundTheClockIsOpenAtAnyTime() {
        OpeningWindow always = OpeningWindow.aroundTheClock(DAMASCUS);
        assertThat(always.contains(Instant.parse("2019-09-14T00:00:00Z"))).isTrue();
        assertThat(always.contains(Instant.parse("2019-09-13T21:00:00Z"))).isTrue();
    }

    @Test
    void anInstantIsStoredInMicrosecondsAndComesBack() {
        Instant early = Instant.parse("1969-12-31T23:59:59.000001Z");
        assertThat(Micros.instant(Micros.of(early))).isEqualTo(early);
        assertThat(Micros.of(Instant.EPOCH)).isZero();
    }
}
