// SPDX-License-Identifier: Apache-2.0
package org.clearway.ceasefire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.clearway.language.Problem;
import org.junit.jupiter.api.Test;

class SumCheckTest {
    private static final LocalDate DAY = LocalDate.of(2019, 9, 30);

    @Test
    void partsThatMakeTheTotalAgree() {
        assertThat(check("29", "a 15, b 5, c 7, d 2")).isEqualTo(new SumCheck.Agrees(new Count(29)));
        assertThat(check("0", "a 0")).isEqualTo(new SumCheck.Agrees(new Count(0)));
    }

    @Test
    void aTotalThatDoesNotAgreeWithItsPartsIsSaidToDiffer() {
        assertThat(check("8", "a 1, b 4, c 1, d 1")).isEqualTo(new SumCheck.Differs(new Count(8), 7));
        assertThat(check("6", "a 1, b 4, c 1, d 1")).isEqualTo(new SumCheck.Differs(new Count(6), 7));
    }

    @Test
    void aTotalWithoutPartsIsLeftWithoutParts() {
        assertThat(check("34", "")).isEqualTo(new SumCheck.PartsNotStated());
        assertThat(check("0", "")).isEqualTo(new SumCheck.PartsNotStated());
        assertThat(SumCheck.of(Told.naming(told("34", ""), "a", "b"))).isEqualTo(new SumCheck.PartsNotStated());
    }

    @Test
    void noTotalIsMadeUpFromParts() {
        assertThat(check("", "a 10, b 5")).isEqualTo(new SumCheck.TotalNotStated());
    }

    @Test
    void partsOfSomePlacesOnlyMayMakeLessThanTheTotalAndNotMore() {
        assertThat(SumCheck.of(Told.withSomeParts(told("11", "a 4"))))
                .isEqualTo(new SumCheck.PartsOnlySome(new Count(11), 4));
        assertThat(SumCheck.of(Told.naming(told("11", "a 4"), "b")))
                .isEqualTo(new SumCheck.PartsOnlySome(new Count(11), 4));
        assertThat(SumCheck.of(Told.withSomeParts(told("11", "a 12"))))
                .isEqualTo(new SumCheck.Differs(new Count(11), 12));
    }

    @Test
    void aLedgerSaysSomethingAndNamesAnAreaOnce() {
        assertRefused("ceasefire.says-nothing", () -> told("", ""));
        assertRefused("ceasefire.says-nothing", () -> Told.naming(told("", ""), "a"));
        assertRefused("ceasefire.area-twice", () -> told("3", "a 1, a 2"));
        assertRefused("ceasefire.area-twice", () -> Told.naming(told("3", "a 1"), "a"));
    }

    @Test
    void aCountIsZeroToAMillion() {
        assertThat(new Count(0).value()).isZero();
        assertThat(new Count(1_000_000)).hasToString("1000000");
        assertRefused("ceasefire.count", () -> new Count(-1));
        assertRefused("ceasefire.count", () -> new Count(1_000_001));
    }

    @Test
    void thePast24HoursMayHaveBegunOnTheDayBefore() {
        var damascus = ZoneId.of("Asia/Damascus");
        var day = new Covers(Stretch.CALENDAR_DAY, DAY, damascus).occurred();
        var hours = new Covers(Stretch.PAST_24_HOURS, DAY, damascus).occurred();
        assertThat(day.from()).isEqualTo(Instant.parse("2019-09-29T21:00:00Z"));
        assertThat(hours.from()).isEqualTo(Instant.parse("2019-09-28T21:00:00Z"));
        assertThat(hours.to()).isEqualTo(day.to()).isEqualTo(Instant.parse("2019-09-30T21:00:00Z"));
    }

    private static Stated told(String total, String parts) {
        return Told.past24Hours(DAY, "reporter", total, parts);
    }

    private static SumCheck check(String total, String parts) {
        return SumCheck.of(told(total, parts));
    }

    private static void assertRefused(String code, Runnable deed) {
        assertThatThrownBy(deed::run)
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo(code));
    }
}
