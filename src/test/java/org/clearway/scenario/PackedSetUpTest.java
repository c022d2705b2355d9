// SPDX-License-Identifier: Apache-2.0
package org.clearway.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.clearway.language.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Set-ups that were made to do harm: they lie among the beginnings of {@link SetUpFuzzTest}.
class PackedSetUpTest {
    @ParameterizedTest
    @CsvSource({
        "bomb, scenario.packed-too-large",
        "outside, scenario.packed-file-unknown",
        "cut-off, scenario.not-packed",
    })
    void aFileThatGrowsOrReachesOutsideOrIsCutOffIsRefused(String name, String code) {
        byte[] file = seed("aPackedFileIsReadOrRefusedInWords", name);
        assertThat(file.length).isLessThan(100_000);
        assertThatThrownBy(() -> ScenarioFiles.unpacked(file))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }

    @ParameterizedTest
    @CsvSource({"bomb", "tag"})
    void aSheetThatGrowsOrNamesAClassIsRefused(String name) {
        byte[] file = seed("aSheetIsReadOrRefusedInWords", name);
        assertThatThrownBy(() -> YamlFiles.read("scenario.yaml", file)).isInstanceOf(Problem.class);
    }

    private static byte[] seed(String method, String name) {
        try (InputStream in = PackedSetUpTest.class.getResourceAsStream("SetUpFuzzTestInputs/" + method + "/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
