// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.SplittableRandom;
import org.clearway.language.Base32;
import org.clearway.language.Problem;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardNumberTest {
    @RepeatedTest(200)
    void everySingleWrongCharacterIsFound(RepetitionInfo run) {
        String number = number(run).text();
        for (int at = 0; at < number.length(); at++) {
            for (char other : Base32.DIGITS.toCharArray()) {
                if (other != number.charAt(at)) refused(number.substring(0, at) + other + number.substring(at + 1));
            }
        }
    }

    @RepeatedTest(200)
    void everySwapOfTwoCharactersIsFound(RepetitionInfo run) {
        String number = number(run).text();
        for (int one = 0; one < number.length(); one++) {
            for (int two = one + 1; two < number.length(); two++) {
                var swapped = new StringBuilder(number);
                swapped.setCharAt(one, number.charAt(two));
                swapped.setCharAt(two, number.charAt(one));
                if (!swapped.toString().equals(number)) refused(swapped.toString());
            }
        }
    }

    @RepeatedTest(50)
    void aNumberIsReadAsPeopleTypeIt(RepetitionInfo run) {
        CardNumber number = number(run);
        String shown = number.toString();
        assertThat(shown).matches("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}");
        assertThat(CardNumber.parse(shown)).isEqualTo(number);
        assertThat(CardNumber.parse(
                        "  " + shown.toLowerCase(java.util.Locale.ROOT).replace('-', ' ')))
                .isEqualTo(number);
        assertThat(CardNumber.parse(shown.replace('0', 'o').replace('1', 'l'))).isEqualTo(number);
        assertThat(CardNumber.parse(shown.replace('0', 'O').replace('1', 'I').replace('-', '–')))
                .isEqualTo(number);
    }

    @Test
    void theLeastAndTheGreatestNumberAreNumbers() {
        assertThat(CardNumber.of(0)).hasToString("0000-0000-0000");
        assertThat(CardNumber.parse(CardNumber.of((1L << 50) - 1).toString())).isEqualTo(CardNumber.of((1L << 50) - 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "K7QF", "K7QF-3XM2-9DRT-0000", "K7QF-3XM2-9DU!", "تسعة", "ＡＢＣＤ-ＡＢＣＤ-ＡＢＣＤ"})
    void whatIsNoNumberIsRefused(String text) {
        refused(text);
    }

    private static CardNumber number(RepetitionInfo run) {
        return CardNumber.of(new SplittableRandom(run.getCurrentRepetition()).nextLong(1L << CardNumber.BITS));
    }

    private static void refused(String text) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> CardNumber.parse(text))
                .extracting(Problem::code)
                .isEqualTo("gate.card-number");
    }
}
