// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What `docs/security.md` says is held, is held by tests that are there.
class SecurityTest {
    private static final Path PAGE = Path.of("docs/security.md");
    private static final Pattern NAMED = Pattern.compile("`([A-Z][A-Za-z]*Test)`");
    private static final Pattern FUZZER = Pattern.compile(".*FuzzTest");

    @Test
    void everyTestThatIsNamedIsThere() throws IOException {
        assertThat(tests()).containsAll(named());
    }

    @Test
    void everyFuzzerIsNamed() throws IOException {
        Set<String> fuzzers =
                tests().stream().filter(name -> FUZZER.matcher(name).matches()).collect(Collectors.toSet());
        assertThat(named()).containsAll(fuzzers);
    }

    @Test
    void everyPointSaysWhatHoldsItOrWhyNothingDoes() throws IOException {
        for (String line : Files.readAllLines(PAGE, StandardCharsets.UTF_8)) {
            if (!line.matches("\\| \\d.*")) continue;
            assertThat(line).containsPattern("(`[A-Z][A-Za-z]*Test`|does not apply|no test: [^|]+) \\|$");
        }
    }

    private static Set<String> named() throws IOException {
        var named = new TreeSet<String>();
        var matcher = NAMED.matcher(Files.readString(PAGE, StandardCharsets.UTF_8));
        while (matcher.find()) named.add(matcher.group(1));
        return named;
    }

    private static Set<String> tests() throws IOException {
        try (var files = Files.walk(Path.of("src/test/java"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Test.java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }
}
