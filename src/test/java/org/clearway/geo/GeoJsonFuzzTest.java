// SPDX-License-Identifier: Apache-2.0
package org.clearway.geo;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.clearway.language.Problem;

/// Whatever somebody brings as borders on a map.
class GeoJsonFuzzTest {
    @FuzzTest(maxDuration = "1m")
    void aFileIsReadOrRefusedInWords(byte[] file) {
        try {
            GeoJson.read(file);
        } catch (Problem refused) {
            assertThat(refused.code()).startsWith("geo.");
        }
    }

    @FuzzTest(maxDuration = "1m")
    void aPositionIsReadOrRefusedInWords(byte[] bytes) {
        String[] typed = new String(bytes, StandardCharsets.UTF_8).split("\n", 2);
        if (typed.length < 2) return;
        try {
            Position.parse(typed[0], typed[1]);
        } catch (Problem refused) {
            assertThat(refused.code()).startsWith("geo.");
        }
    }
}
