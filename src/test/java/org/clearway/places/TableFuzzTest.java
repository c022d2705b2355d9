// SPDX-License-Identifier: Apache-2.0
package org.clearway.places;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.clearway.language.Problem;

/// Whatever somebody brings as a published table of places.
class TableFuzzTest {
    @FuzzTest(maxDuration = "1m")
    void aFileIsReadOrRefusedInWords(byte[] file) {
        try {
            assertThat(TableText.read(file)).hasSizeGreaterThan(1);
        } catch (Problem refused) {
            assertThat(refused.code()).startsWith("places.");
        }
    }
}
