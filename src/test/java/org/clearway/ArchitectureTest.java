// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// The code is what `ARCHITECTURE.md` says it is.
class ArchitectureTest {
    /// Public although no other package needs them: the JVM starts one. Needed in ways that class
    /// files do not show to this test (an annotation of record components, the type of a
    /// pattern), or by the JVM, by the file that says how to log, or by a test that tries the
    /// whole table.
    private static final Set<String> PUBLIC_FOR_A_REASON = Set.of(
            "org.clearway.Main",
            "org.clearway.LogLines",
            "org.clearway.journal.Kept",
            "org.clearway.access.NotPermitted",
            "org.clearway.access.Grants");

    private static PackageMap map;
    private static JavaClasses classes;
    private static Architecture clearway;

    @BeforeAll
    static void readTheMapAndTheClasses() throws IOException {
        classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.clearway");
        map = PackageMap.inMarkdown(Files.readString(Path.of("ARCHITECTURE.md")));
        clearway = new Architecture("org.clearway", map, classes);
    }

    @Test
    void eachPackageUsesOnlyWhatTheMapLetsItUse() {
        assertThat(clearway.dependenciesAgainstTheMap()).isEmpty();
    }

    @Test
    void eachPackageIsOnTheMap() {
        assertThat(clearway.packagesOffTheMap()).isEmpty();
        assertThat(clearway.capabilities()).as("the test sees the code").contains("language", "time", "clearway");
    }

    @Test
    void noPackagesUseEachOtherInACircle() {
        slices().matching("org.clearway.(**)").should().beFreeOfCycles().check(classes);
    }

    @Test
    void aCapabilityIsUsedThroughItsFrontPackage() {
        assertThat(clearway.usesBehindTheFrontPackage()).isEmpty();
    }

    /// So that another planner can stand behind the same face, and be measured against its peers.
    @Test
    void thePlannerOfWhoGoesNextKnowsNothingElse() {
        classes()
                .that()
                .resideInAPackage("org.clearway.transport.plan")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.clearway.transport.plan", "java.lang..", "java.util..", "java.time", "org.jspecify..")
                .check(classes);
    }

    /// What somebody is given, and where they are taken, never hangs on a weapon.
    @Test
    void noServiceAndNoSeatDependsOnTheWeaponsDesk() {
        assertThat(classes.stream()
                        .filter(type -> !Set.of("", ".arms", ".bulletin", ".scenario")
                                .contains(type.getPackageName().substring("org.clearway".length())))
                        .filter(type -> !type.getSimpleName().startsWith("Arms"))
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .filter(use -> use.getTargetClass().getPackageName().equals("org.clearway.arms"))
                        .map(Dependency::getDescription)
                        // What stands inside of the pages of the desk belongs to them.
                        .filter(use -> !use.contains("org.clearway.web.Arms")))
                .isEmpty();
    }

    @Test
    void theWebIsKnownInWebAndTheRootAlone() {
        assertThat(clearway.webPartsOutside(Set.of("web", "clearway"))).isEmpty();
    }

    @Test
    void onlyTheRootAsksTheMachineForTimeZoneLocaleOrChanceAndPrints() {
        assertThat(clearway.asksTheMachine()).isEmpty();
    }

    @Test
    void eachPackageHasASignOnTheDoor() {
        assertThat(clearway.packagesWithoutASign()).isEmpty();
        clearway.packages()
                .forEach(p -> assertThat(Path.of("src/main/java", p.getName().replace('.', '/'), "package-info.java"))
                        .content()
                        .as("the sign on the door of %s", p.getName())
                        .containsPattern("(?m)^/// \\S.*\\S"));
    }

    @Test
    void eachPackageOfTheMapIsThereOrSaidNotToBe() throws IOException {
        Matcher notYet =
                Pattern.compile("(?m)^Not there yet: (.*?)\\.").matcher(Files.readString(Path.of("ARCHITECTURE.md")));
        assertThat(notYet.find()).isTrue();
        Set<String> said = Pattern.compile("`(\\w+)`")
                .matcher(notYet.group(1))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        var missing = new TreeSet<>(map.uses().keySet());
        missing.removeAll(clearway.capabilities());
        assertThat(missing).isEqualTo(said);
    }

    @Test
    void whatIsPublicIsNeededByAnotherPackage() {
        assertThat(clearway.publicWithoutNeed(PUBLIC_FOR_A_REASON)).isEmpty();
    }

    /// The rules above find what they are for: a sample program breaks each of them.
    @Nested
    class OnASampleThatBreaksEachRule {
        private final Architecture sample = new Architecture(
                "org.clearway.sample",
                PackageMap.parse("""
                        harbour ->
                        ship    -> harbour
                        port    -> everything
                        """),
                new ClassFileImporter().importPackages("org.clearway.sample"));

        @Test
        void aDependencyAgainstTheMapIsFound() {
            assertThat(sample.dependenciesAgainstTheMap())
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line).startsWith("harbour must not use ship"));
        }

        @Test
        void aPackageOffTheMapIsFound() {
            assertThat(sample.packagesOffTheMap()).containsExactly("lighthouse is not on the map");
        }

        @Test
        void aUseBehindTheFrontPackageIsFound() {
            assertThat(sample.usesBehindTheFrontPackage())
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line).contains("ship.Ship").contains("harbour.crane.Crane"));
        }

        @Test
        void aPartOfTheWebIsFoundWhereItDoesNotBelong() {
            assertThat(sample.webPartsOutside(Set.of("port")))
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line).contains("harbour.Harbour"));
            assertThat(sample.webPartsOutside(Set.of("harbour"))).isEmpty();
        }

        @Test
        void eachQuestionToTheMachineIsFoundButTheRoots() {
            assertThat(sample.asksTheMachine())
                    .hasSize(4)
                    .allSatisfy(line -> assertThat(line).contains("ship.Ship"))
                    .anySatisfy(line -> assertThat(line).contains("LocalDate.now()"))
                    .anySatisfy(line -> assertThat(line).contains("Random.<init>()"))
                    .anySatisfy(line -> assertThat(line).contains("String.toUpperCase()"))
                    .anySatisfy(line -> assertThat(line).contains("System.out"));
        }

        @Test
        void aDoorWithoutASignIsFound() {
            assertThat(sample.packagesWithoutASign())
                    .hasSize(4)
                    .noneSatisfy(line -> assertThat(line).startsWith("org.clearway.sample.harbour has"));
        }

        @Test
        void aTypeThatIsPublicForNobodyIsFound() {
            assertThat(sample.publicWithoutNeed(Set.of()))
                    .containsExactly("org.clearway.sample.harbour.Bollard is public and no other package needs it");
        }

        @Test
        void aMapThatNamesWhatStandsBelowIsRefused() {
            assertThatThrownBy(() -> PackageMap.parse("ship -> harbour\nharbour ->\n"))
                    .hasMessageContaining("ship uses harbour, which does not stand above it");
            assertThatThrownBy(() -> PackageMap.parse("ship ->\nship ->\n")).hasMessageContaining("twice");
            assertThatThrownBy(() -> PackageMap.inMarkdown("# Nothing")).hasMessageContaining("no block");
        }

        @Test
        void everythingAboveMayLeaveSomeOut() {
            PackageMap map = PackageMap.parse("a ->\nb ->\nc -> everything above but b\nroot -> everything\n");
            assertThat(map.allows("c", "a")).isTrue();
            assertThat(map.allows("c", "b")).isFalse();
            assertThat(map.allows("root", "c")).isTrue();
        }
    }
}
