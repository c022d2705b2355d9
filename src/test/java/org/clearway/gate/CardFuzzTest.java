// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.clearway.language.Problem;

/// Whatever is typed or read in the place of a card.
class CardFuzzTest {
    @FuzzTest(maxDuration = "1m")
    void aNumberIsReadOrRefusedInWords(byte[] bytes) {
        var typed = new String(bytes, StandardCharsets.UTF_8);
        try {
            assertThat(CardNumber.parse(CardNumber.parse(typed).toString())).isEqualTo(CardNumber.parse(typed));
        } catch (Problem refused) {
            assertThat(refused.code()).startsWith("gate.");
        }
    }
}
