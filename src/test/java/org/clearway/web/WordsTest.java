// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Bidi;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.clearway.language.Language;
import org.junit.jupiter.api.Test;

class WordsTest {
    private final Words arabic = new Words(Language.AR, ZoneOffset.UTC);

    @Test
    void aSentenceWithinASentenceIsReadInTheDirectionOfItsLanguage() {
        String inner = arabic.say("map.legend-claimant", Map.of("claimant", "المرصد", "grounds", "الشمال"));
        String whole = arabic.say("map.legend-claim", Map.of("held", "متنازع عليها", "claimants", inner));
        var layout = new Bidi(whole, Bidi.DIRECTION_RIGHT_TO_LEFT);
        assertThat(List.of(layout.getLevelAt(whole.indexOf('(')) % 2, layout.getLevelAt(whole.indexOf("المرصد")) % 2))
                .as("both run from right to left")
                .containsExactly(1, 1);
    }

    @Test
    void aLatinNameInAnArabicSentenceIsReadFromLeftToRight() {
        String said = arabic.say("control.according-to", "claimant", "Press (1)");
        var layout = new Bidi(said, Bidi.DIRECTION_RIGHT_TO_LEFT);
        assertThat(layout.getLevelAt(said.indexOf('(')) % 2).isZero();
        assertThat(layout.getLevelAt(0) % 2).isEqualTo(1);
    }
}
