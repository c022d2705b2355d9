// SPDX-License-Identifier: Apache-2.0
package org.clearway.ceasefire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearway.agreement.Setting.DUTY;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.clearway.agreement.Agreements;
import org.clearway.agreement.Setting;
import org.clearway.journal.TestNode;
import org.clearway.places.Places;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ledgers never merge (rule 8 of the twenty do-no-harm rules): held on the published tallies, and on the signatures of
/// the package.
class LedgersNeverMergeTest {
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w-])\\d+(?![\\w-])");
    private static final Set<Class<?>> FIGURES =
            Set.of(int.class, long.class, double.class, Integer.class, Long.class, Double.class, Count.class);

    @TempDir
    Path folder;

    @Test
    void publishedTalliesStandSideBySideAndNoFigureIsOfTwoReporters() throws IOException {
        List<Stated> tallies = tallies();
        try (TestNode node =
                TestNode.in(folder.resolve("node"), Places.chapter(), Agreements.chapter(), Ledgers.chapter())) {
            Setting.areas(node, "aleppo", "damascus", "daraa", "hama", "homs", "idlib", "latakia");
            Setting.parties(node, "r", "t");
            var ledgers = new Ledgers(node.journal());
            for (Stated stated : tallies) ledgers.state(DUTY, node.act(), stated, Optional.empty());

            var shown = new ArrayList<String>();
            for (LocalDate day : ledgers.days(DUTY, node.journal().now()).reversed()) {
                List<Ledger> sideBySide = ledgers.day(DUTY, node.journal().now(), day);
                List<String> lines = lines(day, sideBySide);
                assertNoFigureOfTwoReporters(day, sideBySide, lines);
                shown.addAll(lines);
            }
            assertThat(shown).isEqualTo(resource("side-by-side.txt"));
        }
    }

    @Test
    void nothingInThePackageTakesSeveralLedgersAndAnswersWithAFigure() {
        assertThat(new ClassFileImporter()
                                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                                .importPackages("org.clearway.ceasefire")
                                .stream()
                                .map(JavaClass::reflect)
                                .flatMap(type -> figuresOfSeveral(type).stream()))
                .isEmpty();
    }

    @Test
    void aFigureOfSeveralLedgersWouldBeFound() {
        record Pair(Ledger one, Ledger other) {
            long together() {
                return 65;
            }
        }
        interface Sums {
            Optional<Count> mean(List<Ledger> ledgers);

            int sum(Stated one, Stated other);

            Count total(Stated stated);
        }
        assertThat(figuresOfSeveral(Pair.class)).containsExactly("together");
        assertThat(figuresOfSeveral(Sums.class)).containsExactlyInAnyOrder("mean", "sum");
    }

    /// The methods of a type that are given several ledgers, or belong to a record of several, and answer with a
    /// figure.
    private static List<String> figuresOfSeveral(Class<?> type) {
        boolean holdsSeveral = type.isRecord()
                && severalLedgers(Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getGenericType)
                        .toList());
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> !method.isSynthetic() && !method.getName().equals("hashCode"))
                .filter(method -> severalLedgers(List.of(method.getGenericParameterTypes()))
                        || (holdsSeveral && !Modifier.isStatic(method.getModifiers())))
                .filter(method -> isFigure(method.getGenericReturnType()))
                .map(Method::getName)
                .toList();
    }

    private static boolean severalLedgers(List<Type> types) {
        long single = types.stream()
                .filter(type -> type == Ledger.class || type == Stated.class)
                .count();
        return single > 1
                || types.stream()
                        .anyMatch(type ->
                                type.getTypeName().matches(".*<.*(Ledger|Stated)>.*") || type == EqualTotals.class);
    }

    private static boolean isFigure(Type type) {
        if (type instanceof ParameterizedType generic) {
            return Arrays.stream(generic.getActualTypeArguments()).anyMatch(LedgersNeverMergeTest::isFigure);
        }
        return type instanceof Class<?> plain && FIGURES.contains(plain);
    }

    private static List<String> lines(LocalDate day, List<Ledger> sideBySide) {
        var lines = new ArrayList<String>();
        for (Ledger ledger : sideBySide) {
            Stated stated = ledger.stated();
            String parts = stated.parts().stream()
                    .map(part -> part.area() + " " + part.count())
                    .collect(Collectors.joining(", "));
            lines.add(day + " " + stated.reporter() + " " + stated.total().orElseThrow()
                    + (parts.isEmpty() ? "" : " = " + parts) + " ("
                    + ledger.sumCheck().getClass().getSimpleName() + ")");
        }
        for (EqualTotals pair : Ledgers.compare(sideBySide)) {
            lines.add(day + " " + pair.one().stated().reporter() + " and "
                    + pair.other().stated().reporter() + ": " + pair.likeness());
        }
        return lines;
    }

    private static void assertNoFigureOfTwoReporters(LocalDate day, List<Ledger> sideBySide, List<String> lines) {
        var stated = new HashSet<Integer>();
        for (Ledger ledger : sideBySide) {
            ledger.stated().total().ifPresent(total -> stated.add(total.value()));
            ledger.stated().parts().forEach(part -> stated.add(part.count().value()));
        }
        Set<Integer> shown = lines.stream()
                .flatMap(line -> NUMBER.matcher(line.substring(day.toString().length()))
                        .results()
                        .map(MatchResult::group))
                .map(Integer::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(stated).as("figures of %s", day).containsAll(shown);
        int together = sideBySide.stream()
                .mapToInt(ledger -> ledger.stated().total().orElseThrow().value())
                .sum();
        assertThat(shown).as("figures of %s", day).doesNotContain(together);
    }

    private static List<Stated> tallies() throws IOException {
        return resource("tallies.csv").stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(";", -1))
                .map(cell -> Told.past24Hours(
                        LocalDate.parse(cell[0].strip()),
                        cell[1].strip().toLowerCase(Locale.ROOT),
                        cell[2].strip(),
                        cell[3].strip()))
                .toList();
    }

    private static List<String> resource(String name) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(LedgersNeverMergeTest.class.getResourceAsStream("/ceasefire/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
