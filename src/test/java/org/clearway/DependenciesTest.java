// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Every library is known by name and licence before it is on the class path, and each is free software.
class DependenciesTest {
    /// Licences under which the program, which is under the Apache licence, may carry a library along.
    private static final Set<String> FREE = Set.of(
            "Apache-2.0",
            "MIT",
            "MIT-0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "BSD-2-Clause or CC0-1.0",
            "BSD-3-Clause or EPL-2.0",
            "EPL-1.0",
            "EPL-2.0",
            "EPL-2.0 or LGPL-2.1-only",
            "EPL-2.0 or GPL-2.0-with-classpath-exception",
            "Unicode-3.0",
            "CC0-1.0",
            "Bouncy Castle Licence");

    @Test
    void everyLibraryOnTheClassPathIsListed() throws IOException {
        assertThat(listed().keySet()).containsAll(onTheClassPath());
    }

    @Test
    void everyLibraryOfTheProgramIsFree() throws IOException {
        for (List<String> one : listed().values()) {
            if (one.get(1).equals("program"))
                assertThat(FREE).as(one.getFirst()).contains(one.get(2));
        }
    }

    @Test
    void theBuildMakesTheListOfWhatIsInTheJar() throws IOException {
        assertThat(Files.readString(Path.of("pom.xml"), StandardCharsets.UTF_8))
                .contains("<artifactId>cyclonedx-maven-plugin</artifactId>", "<phase>prepare-package</phase>");
    }

    private static Map<String, List<String>> listed() throws IOException {
        var listed = new TreeMap<String, List<String>>();
        for (String line : Files.readAllLines(Path.of("docs/dependencies.csv"), StandardCharsets.UTF_8)) {
            if (line.startsWith("#")) continue;
            List<String> cells = List.of(line.split(";", -1));
            assertThat(cells).as(line).hasSize(3).doesNotContain("");
            listed.put(cells.getFirst(), cells);
        }
        return listed;
    }

    /// By the folders of the local repository, which are named after group, artifact and version.
    private static Set<String> onTheClassPath() {
        var found = new TreeSet<String>();
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> path.toString().endsWith(".jar"))
                .forEach(jar -> {
                    int start = -1;
                    for (int i = 0; i < jar.getNameCount(); i++) {
                        if (jar.getName(i).toString().equals("repository")) start = i + 1;
                    }
                    if (start < 0) return;
                    int end = jar.getNameCount() - 3;
                    found.add(jar.subpath(start, end).toString().replace(File.separatorChar, '.') + ":"
                            + jar.getName(end));
                });
        return found;
    }
}
