// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static java.util.regex.Pattern.UNICODE_CASE;
import static java.util.regex.Pattern.UNICODE_CHARACTER_CLASS;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/// The program knows no place and no party: each stands in a scenario, and none in the code or its resources.
class NeutralCodeTest {
    /// Shorter ones are words of their own in some language.
    private static final int SHORTEST = 4;

    private static final String[] TEXT = {
        ".java", ".sql", ".html", ".js", ".css", ".csv", ".properties", ".yaml", ".txt", ".svg", ".xml"
    };

    @Test
    void noProperNameOfAScenarioStandsInTheProgram() {
        List<Path> scenarios = Tree.files("scenarios", "scenario.yaml").stream()
                .map(Path::getParent)
                .toList();
        assertThat(scenarios).contains(Path.of("scenarios/abu-al-duhur-2019"), Path.of("scenarios/sumy-2022"));
        for (Path scenario : scenarios) {
            Set<String> names = properNames(scenario);
            assertThat(names).as("names in %s", scenario).hasSizeGreaterThan(10);
            Pattern anyOfThem = anyOf(names);
            for (Path file : Tree.files("src/main", TEXT)) {
                assertThat(Tree.text(file)
                                .lines()
                                .filter(line -> anyOfThem.matcher(line).find()))
                        .as("lines of %s that name a place or a party of %s", file, scenario)
                        .isEmpty();
            }
        }
    }

    @Test
    void aNameIsFoundInAnyCaseAndScriptAndOnlyAsAWhole() {
        Pattern names = anyOf(Set.of("Ruritania", "Руритания", "روريتانيا"));
        assertThat(names.matcher("zone(\"RURITANIA\")").find()).isTrue();
        assertThat(names.matcher("в руритания.").find()).isTrue();
        assertThat(names.matcher("في روريتانيا،").find()).isTrue();
        assertThat(names.matcher("Ruritanians").find()).isFalse();
    }

    private static Pattern anyOf(Collection<String> names) {
        return Pattern.compile(
                names.stream().map(Pattern::quote).collect(Collectors.joining("|", "\\b(?:", ")\\b")),
                CASE_INSENSITIVE | UNICODE_CASE | UNICODE_CHARACTER_CLASS);
    }

    /// The names and spellings of areas and of parties, of corridors and crossings, and the ids of areas and corridors.
    private static Set<String> properNames(Path scenario) {
        var names = new TreeSet<String>();
        for (Path file : Tree.files(scenario.toString(), ".yaml")) {
            collect(new Yaml().load(Tree.text(file)), names);
        }
        names.removeIf(name -> name.length() < SHORTEST);
        return names;
    }

    private static void collect(Object node, Set<String> names) {
        switch (node) {
            case Map<?, ?> map -> {
                boolean named = map.containsKey("area")
                        || map.containsKey("party")
                        || map.containsKey("crossing")
                        || map.containsKey("corridor");
                if (named && map.get("names") instanceof Map<?, ?> byLanguage) {
                    byLanguage.values().forEach(name -> names.add(name.toString()));
                }
                if (named && map.get("spellings") instanceof List<?> spellings) {
                    spellings.forEach(spelling -> names.add(spelling.toString()));
                }
                for (String key : List.of("area", "corridor")) {
                    if (map.containsKey("names") && map.get(key) instanceof String id) names.add(id);
                }
                map.values().forEach(value -> collect(value, names));
            }
            case List<?> list -> list.forEach(value -> collect(value, names));
            case null, default -> {}
        }
    }
}
