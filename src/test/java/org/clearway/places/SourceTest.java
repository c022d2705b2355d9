// SPDX-License-Identifier: Apache-2.0
package org.clearway.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.clearway.language.Language;
import org.clearway.language.Names;
import org.clearway.language.Problem;
import org.clearway.time.Occurred;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTest {
    private static final ZoneId DAMASCUS = ZoneId.of("Asia/Damascus");
    private static final Names AGENCY = new Names(Map.of(Language.EN, "An Agency, in a Paper", Language.AR, "وكالة"));

    @Test
    void theDayOfPublicationIsThatOfTheZoneInWhichItWasTold() {
        var source = new Source(
                AGENCY, Occurred.at(Instant.parse("2019-09-13T22:30:00Z"), DAMASCUS), Optional.empty(), Basis.INFERRED);
        assertThat(source.publishedOn()).isEqualTo(LocalDate.of(2019, 9, 14));
    }

    @Test
    void aSourceThatIsKnownToTheMonthOnlyIsRefused() {
        assertThatThrownBy(() -> new Source(
                        AGENCY, Occurred.in(YearMonth.of(2018, 12), DAMASCUS), Optional.empty(), Basis.STATED))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("2018-12-01")
                .hasMessageContaining("2018-12-31");
    }

    @Test
    void itsLineIsReadBackAsItWas() {
        var bare = new Source(AGENCY, Occurred.on(LocalDate.of(2019, 9, 14), DAMASCUS), Optional.empty(), Basis.STATED);
        var whole = new Source(
                AGENCY,
                Occurred.at(Instant.parse("2019-09-13T22:30:00Z"), DAMASCUS),
                Optional.of(new Reference("https://agency.example/a?b=c%7C")),
                Basis.INFERRED);
        assertThat(Source.ofLine(bare.line())).isEqualTo(bare);
        assertThat(Source.ofLine(whole.line())).isEqualTo(whole);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://agency.example/politics/1078162",
                "HTTP://agency.example:8080/?p=18849#top",
                "https://agency.example/%D8%A7%D9%84",
                "https://agency.example/خبر"
            })
    void aWebAddressIsTaken(String url) {
        assertThat(new Reference(url)).hasToString(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "agency.example/1",
                "ftp://agency.example/1",
                "javascript:alert(1)",
                "https://",
                "https:///1",
                "https://user:secret@agency.example/",
                "https://agency.example/a b",
                "https://agency.example/\n"
            })
    void whatIsNoPlainWebAddressIsRefused(String url) {
        assertThatThrownBy(() -> new Reference(url))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("places.reference"));
    }

    @Test
    void anAddressOf500CharactersIsTakenAndOneMoreIsNot() {
        String longest = "https://agency.example/" + "a".repeat(477);
        assertThat(new Reference(longest).url()).hasSize(500);
        assertThatThrownBy(() -> new Reference(longest + "a")).isInstanceOf(Problem.class);
    }
}
