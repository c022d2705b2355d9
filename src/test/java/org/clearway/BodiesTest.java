// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clearway.arms.Weapons;
import org.clearway.journal.Body;
import org.clearway.journal.Chapter;
import org.clearway.journal.EntryKind;
import org.clearway.journal.FreeText;
import org.clearway.journal.Journal;
import org.clearway.journal.Kept;
import org.clearway.journal.Sealed;
import org.junit.jupiter.api.Test;

/// Practice §10, rules 1 and 2, as an allow-list: what a body may be made of stands in `approved-values.txt`, each with
/// what it holds. A new value type is approved there by whoever reviews the change, or there is no such field.
class BodiesTest {
    private static final Path APPROVED = Path.of("src/test/resources/approved-values.txt");
    private static final Set<Type> PLAIN =
            Set.of(long.class, int.class, boolean.class, Instant.class, LocalDate.class, LocalTime.class, ZoneId.class);
    private static final Set<Type> HOLDERS = Set.of(Optional.class, List.class, Set.class, Map.class, Sealed.class);

    @Test
    void bodiesAreMadeOfApprovedValueTypesOnly() throws IOException {
        Set<String> approved = approved();
        var unapproved = new TreeSet<String>();
        for (EntryKind kind : kinds()) {
            for (RecordComponent component : kind.body().getRecordComponents()) {
                collect(component.getGenericType(), kind.name() + "." + component.getName(), approved, unapproved);
            }
        }
        assertThat(unapproved).isEmpty();
    }

    @Test
    void everyApprovedValueTypeIsInUse() throws IOException {
        var used = new TreeSet<String>();
        for (EntryKind kind : kinds()) {
            for (RecordComponent component : kind.body().getRecordComponents()) {
                collectUsed(component.getGenericType(), used);
            }
        }
        assertThat(approved()).isEqualTo(used);
    }

    @Test
    void everyFieldOfEveryBodyDeclaresItsClassAndItsRetention() {
        for (EntryKind kind : kinds()) {
            for (RecordComponent component : kind.body().getRecordComponents()) {
                assertThat(component.getAnnotation(Kept.class))
                        .as(kind.name() + "." + component.getName())
                        .isNotNull();
            }
        }
    }

    /// The weapons' journal is sealed as a whole, sheet by sheet, so nothing in it has a seal of its own.
    @Test
    void whatIsConfidentialIsSealedAndWhatIsSealedIsConfidentialAndShortLived() {
        for (EntryKind kind : kindsOfTheJournal()) {
            for (RecordComponent component : kind.body().getRecordComponents()) {
                Kept kept = component.getAnnotation(Kept.class);
                boolean sealed = component.getGenericType().getTypeName().contains(Sealed.class.getName());
                assertThat(sealed)
                        .as(kind.name() + "." + component.getName())
                        .isEqualTo(kept.as().sealed());
                if (sealed) assertThat(kept.until().length()).isPresent();
            }
        }
    }

    @Test
    void freeTextStandsOnlyInASeal() {
        for (EntryKind kind : kinds()) {
            for (RecordComponent component : kind.body().getRecordComponents()) {
                String type = component.getGenericType().getTypeName();
                assertThat(type.replace(Sealed.class.getName() + "<" + FreeText.class.getName() + ">", ""))
                        .as(kind.name() + "." + component.getName())
                        .doesNotContain(FreeText.class.getName());
            }
        }
    }

    private static List<EntryKind> kinds() {
        return Stream.concat(kindsOfTheJournal().stream(), Weapons.kinds().stream())
                .toList();
    }

    private static List<EntryKind> kindsOfTheJournal() {
        return Stream.concat(Stream.of(Journal.chapter()), Node.chapters().stream())
                .map(Chapter::kinds)
                .flatMap(List::stream)
                .filter(kind -> Body.class.isAssignableFrom(kind.body()))
                .toList();
    }

    private static void collect(Type type, String where, Set<String> approved, Set<String> unapproved) {
        var used = new TreeSet<String>();
        collectUsed(type, used);
        for (String name : used) {
            if (!approved.contains(name)) unapproved.add(name + " in " + where);
        }
    }

    /// The names of the records and enumerations that `type` is made of, down to plain values.
    private static void collectUsed(Type type, Set<String> used) {
        if (type instanceof ParameterizedType generic) {
            if (!HOLDERS.contains(generic.getRawType())) used.add(generic.getTypeName());
            for (Type argument : generic.getActualTypeArguments()) collectUsed(argument, used);
            return;
        }
        var plain = (Class<?>) type;
        if (PLAIN.contains(plain)) return;
        if (!used.add(plain.getName())) return;
        if (plain.isRecord()) {
            for (RecordComponent component : plain.getRecordComponents()) {
                boolean text = component.getType() == String.class
                        || component.getGenericType().getTypeName().contains("<java.lang.String>")
                        || component.getGenericType().getTypeName().contains(", java.lang.String>");
                if (!text) collectUsed(component.getGenericType(), used);
            }
        }
    }

    private static Set<String> approved() throws IOException {
        return Files.readAllLines(APPROVED).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\\s+", 2)[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
