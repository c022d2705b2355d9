// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What every file of the project keeps to.
class HouseTest {
    private static final Pattern TAG = Pattern.compile("<[^>]+>");
    private static final List<String> CONDITIONS = List.of("th:if=", "th:unless=", "th:each=");
    private static final String LICENCE = "SPDX-License-Identifier: Apache-2.0";

    /// Put together here, so that this file does not hold what it looks for.
    private static final Pattern PATH_OF_A_MACHINE =
            Pattern.compile("(?<![\\w.~*-])/(" + String.join("|", "home", "work", "root", "Users") + ")/\\w");

    @Test
    void everySourceNamesItsLicenceInItsFirstLines() {
        var sources = new ArrayList<>(Tree.files("src", ".java", ".sql", ".properties", ".css", ".js"));
        sources.add(Path.of("clearway"));
        sources.add(Path.of(".ci/run"));
        sources.add(Path.of("pom.xml"));
        assertThat(sources).hasSizeGreaterThan(20);
        assertThat(sources)
                .filteredOn(file -> Tree.text(file).lines().limit(3).noneMatch(line -> line.contains(LICENCE)))
                .as("files without a licence line")
                .isEmpty();
    }

    @Test
    void noFileHoldsAPathOfSomebodysMachine() {
        List<Path> files = Tree.project();
        assertThat(files).hasSizeGreaterThan(20);
        assertThat(files)
                .filteredOn(file -> !linesWithAPath(bytesAsText(file)).isEmpty())
                .as("files with a path of a machine")
                .isEmpty();
    }

    @Test
    void aPathOfAMachineIsKnownFromAnAddress() {
        String home = "/" + "home" + "/";
        assertThat(linesWithAPath("see " + home + "ann/notes.txt")).hasSize(1);
        assertThat(linesWithAPath("file://" + home + "ann")).hasSize(1);
        assertThat(linesWithAPath("https://example.org" + home + "page")).isEmpty();
        assertThat(linesWithAPath("src/main" + home + "x")).isEmpty();
    }

    /// Thymeleaf replaces a tag before it asks its condition, which then goes unheard.
    @Test
    void noTemplateAsksAConditionOnATagThatIsReplaced() {
        for (Path template : Tree.files("src/main/resources/templates", ".html")) {
            assertThat(TAG.matcher(Tree.text(template))
                            .results()
                            .map(java.util.regex.MatchResult::group)
                            .filter(tag -> tag.contains("th:replace="))
                            .filter(tag -> CONDITIONS.stream().anyMatch(tag::contains)))
                    .as("tags of %s", template)
                    .isEmpty();
        }
    }

    private static List<String> linesWithAPath(String text) {
        return text.lines()
                .filter(line -> PATH_OF_A_MACHINE.matcher(line).find())
                .toList();
    }

    /// Also of a picture or a font: what is written in it is written in ASCII.
    private static String bytesAsText(Path file) {
        try {
            return new String(Files.readAllBytes(file), ISO_8859_1);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
