// SPDX-License-Identifier: Apache-2.0
package org.clearway.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.clearway.language.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetNumberTest {
    private static final SheetNumber NUMBER = new SheetNumber(new NodeMark("KW"), 42);

    @ParameterizedTest
    @ValueSource(longs = {1, 42, 1_907, 65_432, 999_999})
    void everyWrongSignAndEveryTwoThatChangedPlacesAreNoticed(long serial) {
        String right = new SheetNumber(new NodeMark("KW"), serial).toString().replace("-", "");
        for (int at = 0; at < right.length(); at++) {
            for (char sign : SheetNumber.SIGNS.toCharArray()) {
                if (sign != right.charAt(at)) refused(right.substring(0, at) + sign + right.substring(at + 1));
            }
            for (int other = at + 1; other < right.length(); other++) {
                if (right.charAt(at) == right.charAt(other)) continue;
                var swapped = new StringBuilder(right);
                swapped.setCharAt(at, right.charAt(other));
                swapped.setCharAt(other, right.charAt(at));
                refused(swapped.toString());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"kw 0042 %s", "KW0042%s", " kw-oo42-%s ", "KW-٠٠٤٢-%s", "kw\u20110042\u2011%s"})
    void itIsReadAsPeopleTypeIt(String typed) {
        String check = NUMBER.toString().substring(8);
        assertThat(SheetNumber.parse(typed.replace("%s", check))).isEqualTo(NUMBER);
    }

    @Test
    void theMarkOfANodeIsTwoLettersAndAlwaysTheSame() {
        assertThat(NodeMark.of("a1b2c3d4")).isEqualTo(NodeMark.of("a1b2c3d4"));
        assertThat(NodeMark.of("a1b2c3d4").letters()).matches("[A-Y]{2}");
    }

    private static void refused(String typed) {
        assertThatThrownBy(() -> SheetNumber.parse(typed))
                .as(typed)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("paper.number"));
    }
}
