// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Parameter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clearway.language.Language;
import org.clearway.language.Wording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// There is no place in Clearway for what people are, believe or belong to, nor for what they are
/// held to be: not in the tables, not in the values, not on the forms, not among the words. (Rule 1
/// and rule 2 of the twenty do-no-harm rules; that bodies of entries are made of approved values
/// only is held beside the journal.)
class DoNoHarmTest {
    private static final String TOLD_OF_A_RISK =
            "a risk that families are told of; what became of anybody stands nowhere";

    /// Names that sound like something never held and are not, each with the reason.
    private static final Map<String, String> ALLOWED = Map.of(
            "SCREENING_RISK",
            TOLD_OF_A_RISK,
            "Explained.SCREENING_RISK",
            TOLD_OF_A_RISK,
            "web.card.told.SCREENING_RISK",
            TOLD_OF_A_RISK);

    /// A row of the table of rules: its number, and the tests that hold it.
    private static final Pattern RULE = Pattern.compile("(?m)^\\| ([\\d, ]+)\\. .*\\| ([^|]*) \\|$");

    private static final Pattern FIELD = Pattern.compile("(?:\\bname|th:field|th:name)\\s*=\\s*\"([^\"]*)\"");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.clearway");

    /// The table of rules names tests that are there and say which rule they hold.
    @Test
    void theTableOfRulesNamesWhatHoldsThem() {
        List<Path> tests = Tree.files("src/test/java", "Test.java");
        var rows =
                RULE.matcher(Tree.text(Path.of("docs/do-no-harm.md"))).results().toList();
        assertThat(rows).hasSizeGreaterThan(9);
        for (MatchResult row : rows) {
            for (String test : row.group(2).replace("`", "").split(", ", -1)) {
                String text = tests.stream()
                        .filter(file -> file.getFileName().toString().equals(test + ".java"))
                        .map(Tree::text)
                        .collect(Collectors.joining());
                for (String rule : row.group(1).split(", ", -1)) {
                    assertThat(text).as(test).containsPattern("[Rr]ule " + rule + "\\b");
                }
            }
        }
    }

    @Test
    void noTableHasAColumnForWhatIsNeverHeld() {
        assertNothingNeverHeld(Tree.files("src/main/resources/db", ".sql").stream()
                .flatMap(file -> Tree.text(file)
                        .replaceAll("--.*", "")
                        .replaceAll("(?s)/\\*.*?\\*/", "")
                        .lines()
                        .flatMap(line -> Arrays.stream(line.split("[^\\w]+", -1)))
                        .map(name -> new Named(file.getFileName().toString(), name))));
    }

    @Test
    void noValueHasAPartForWhatIsNeverHeld() {
        List<Named> parts = CLASSES.stream()
                .filter(type -> type.isRecord() || type.isEnum())
                .flatMap(type -> Stream.concat(
                        Stream.of(new Named(type.getName(), type.getSimpleName())),
                        type.getFields().stream()
                                .filter(field ->
                                        type.isEnum() || !field.getModifiers().contains(JavaModifier.STATIC))
                                .map(field -> new Named(type.getName(), field.getName()))))
                .toList();
        assertThat(parts).as("the parts of all values").hasSizeGreaterThan(20);
        assertNothingNeverHeld(parts.stream());
    }

    @Test
    void noFormAsksForWhatIsNeverHeld() {
        assertNothingNeverHeld(Tree.files("src/main/resources/templates", ".html").stream()
                .flatMap(file -> FIELD.matcher(Tree.text(file))
                        .results()
                        .map(match -> new Named(file.getFileName().toString(), match.group(1)))));
    }

    @Test
    void noPageTakesWhatIsNeverHeld() {
        var taken = new ArrayList<Named>();
        CLASSES.stream()
                .filter(type -> type.getPackageName().startsWith("org.clearway.web"))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                .forEach(method -> {
                    for (Parameter parameter : method.reflect().getParameters()) {
                        taken.add(new Named(method.getFullName(), parameter.getName()));
                    }
                });
        assertNothingNeverHeld(taken.stream());
    }

    @Test
    void noWordSpeaksOfAFieldForWhatIsNeverHeld() {
        assertNothingNeverHeld(
                Wording.of(Language.EN).patterns().keySet().stream().map(key -> new Named("the words", key)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "watchListHit",
                "WATCH_LIST",
                "screening_result",
                "Religion",
                "politicalParty",
                "fingerprints",
                "combatantStatus",
                "isFighter",
                "family-name",
                "phoneNumber",
                "ethnicity",
                "HTTPPassport",
                "tribe_id"
            })
    void aFieldForSuchAThingIsFound(String name) {
        assertThat(NeverHeld.in(name)).as(name).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "screen", "names", "PERSONS_LAYING_DOWN_ARMS", "party", "abbreviation", "trace",
                "insect", "FEAR_OF_ARREST", "racecourse", "reception", "identity", "position"
            })
    void aHarmlessNameIsLeftAlone(String name) {
        assertThat(NeverHeld.in(name)).as(name).isEmpty();
    }

    /// A name, and where it stands.
    private record Named(String where, String name) {}

    private static void assertNothingNeverHeld(Stream<Named> names) {
        assertThat(names.filter(named -> !ALLOWED.containsKey(named.name))
                        .flatMap(named -> {
                            Optional<String> word = NeverHeld.in(named.name);
                            return word.map(w -> named.where + ": " + named.name + " (" + w + ")").stream();
                        })
                        .toList())
                .isEmpty();
    }
}
