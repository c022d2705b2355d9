// SPDX-License-Identifier: Apache-2.0
package org.clearway.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clearway.journal.Golden;
import org.clearway.language.Language;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The bulletins of the shipped reconstruction, letter by letter. Whoever changes a word or a rule sees here what it
/// does to a
/// page, and a person of each language reads it. To write them anew: run this test with CLEARWAY_GOLDEN=write.
class GoldenBulletinsTest {
    private static final String SCENARIO = "abu-al-duhur-2019";
    private static final Path GOLDEN = Path.of("src/test/resources/golden/bulletins", SCENARIO);
    private static final boolean WRITE = "write".equals(System.getenv("CLEARWAY_GOLDEN"));

    @TempDir
    static Path folder;

    private static final List<Edition> PUBLISHED = new ArrayList<>();

    @BeforeAll
    static void tellTheStory() {
        try (var node = new ToldNode(folder.resolve("node"), SCENARIO).to("2019-10-11T00:00:00Z")) {
            PUBLISHED.clear();
            PUBLISHED.addAll(node.bulletins
                    .all(node.journal.now(), Optional.empty(), 100)
                    .editions());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2019-09-13", "2019-09-14", "2019-09-16", "2019-09-22", "2019-09-30"})
    void eachDayReadsAsItWasReadAndFoundGood(String day) throws IOException {
        Edition edition = PUBLISHED.stream()
                .filter(published -> published.day().equals(LocalDate.parse(day)))
                .findFirst()
                .orElseThrow();
        for (Language language : Language.offered()) {
            for (Format format : Format.values()) {
                String ending = format == Format.PLAIN ? "txt" : "html";
                Path file = GOLDEN.resolve(day + "." + language.tag() + "." + ending);
                String rendered = edition.render(language, format);
                if (WRITE) {
                    Files.createDirectories(GOLDEN);
                    Files.writeString(file, rendered);
                }
                assertThat(rendered).as(file.toString()).isEqualTo(Files.readString(file));
            }
        }
    }

    @Test
    void entriesOfEveryVersionAreStillReadAndWrittenToTheSameBytes() {
        Golden.holds(Bulletins.chapter());
    }
}
