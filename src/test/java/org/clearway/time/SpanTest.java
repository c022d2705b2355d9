// SPDX-License-Identifier: Apache-2.0
package org.clearway.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.clearway.language.Problem;
import org.junit.jupiter.api.Test;

class SpanTest {
    private static final ZoneId DAMASCUS = ZoneId.of("Asia/Damascus");
    private static final Span MARCH_TO_DECEMBER =
            Span.of(Occurred.in(YearMonth.of(2018, 3), DAMASCUS), Occurred.in(YearMonth.of(2018, 12), DAMASCUS));

    @Test
    void theMonthItIsToldToEndInBelongsToIt() {
        assertThat(MARCH_TO_DECEMBER.contains(Instant.parse("2018-12-31T21:59:59.999999Z")))
                .isTrue();
        assertThat(MARCH_TO_DECEMBER.contains(Instant.parse("2018-12-31T22:00:00Z")))
                .isFalse();
    }

    @Test
    void itHoldsFromTheFirstInstantOfTheTimeItIsToldToBegin() {
        assertThat(MARCH_TO_DECEMBER.contains(Instant.parse("2018-02-28T22:00:00Z")))
                .isTrue();
        assertThat(MARCH_TO_DECEMBER.contains(Instant.parse("2018-02-28T21:59:59.999999Z")))
                .isFalse();
    }

    @Test
    void whereNoEndIsToldItGoesOn() {
        Span open = Span.since(Occurred.on(LocalDate.of(2019, 9, 13), DAMASCUS));
        assertThat(open.ends()).isEmpty();
        assertThat(open.contains(Instant.parse("2119-09-13T00:00:00Z"))).isTrue();
    }

    @Test
    void itMayNotEndBeforeItBegins() {
        Occurred day = Occurred.on(LocalDate.of(2019, 9, 13), DAMASCUS);
        assertThatThrownBy(() -> Span.of(day, Occurred.on(LocalDate.of(2019, 9, 12), DAMASCUS)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("2019-09-13T00:00");
    }

    @Test
    void itsLineIsReadBackAsItWas() {
        Span open = Span.since(Occurred.on(LocalDate.of(2019, 9, 13), DAMASCUS));
        assertThat(Span.ofLine(open.line())).isEqualTo(open);
        assertThat(Span.ofLine(MARCH_TO_DECEMBER.line())).isEqualTo(MARCH_TO_DECEMBER);
    }
}
