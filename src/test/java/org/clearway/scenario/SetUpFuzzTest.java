// SPDX-License-Identifier: Apache-2.0
package org.clearway.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.clearway.language.Problem;

/// Whatever somebody brings as the set-up of a node.
class SetUpFuzzTest {
    @FuzzTest(maxDuration = "1m")
    void aPackedFileIsReadOrRefusedInWords(byte[] file) {
        try {
            Scenario.read(ScenarioFiles.unpacked(file));
        } catch (Problem refused) {
            assertThat(refused.code()).contains(".");
        }
    }

    @FuzzTest(maxDuration = "1m")
    void aSheetIsReadOrRefusedInWords(byte[] bytes) {
        try {
            YamlFiles.read("scenario.yaml", bytes);
        } catch (Problem refused) {
            assertThat(refused.code()).startsWith("scenario.");
        }
    }
}
