// SPDX-License-Identifier: Apache-2.0
package org.clearway.scenario;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.clearway.language.Language;
import org.clearway.language.Names;
import org.clearway.language.Problem;
import org.clearway.time.Occurred;
import org.jspecify.annotations.Nullable;

/// One mapping of a scenario's file, read key by key. Every complaint names the file, the key and
/// the value; what nobody asked for by the end is a complaint too, so that a mistyped key is not
/// silently left out.
final class Sheet {

    private final String where;
    private final Map<String, Object> values;
    private final Set<String> asked = new HashSet<>();
    private final List<Sheet> inner = new ArrayList<>();

    /// @param where file and place in it, for complaints
    Sheet(String where, Object mapping) {
        this.where = where;
        this.values = mapping(where, mapping);
    }

    String where() {
        return where;
    }

    /// All that it holds, as it was read; two that say the same are equal.
    Map<String, Object> raw() {
        return Collections.unmodifiableMap(values);
    }

    boolean has(String key) {
        return values.get(key) != null;
    }

    String text(String key) {
        return optionalText(key).orElseThrow(() -> problem("scenario.value-missing", key, ""));
    }

    Optional<String> optionalText(String key) {
        return Optional.ofNullable(ask(key)).map(Object::toString);
    }

    long number(String key) {
        Object value = ask(key);
        if (value instanceof Integer number) return number;
        if (value instanceof Long number) return number;
        throw problem("scenario.value-unreadable", key, String.valueOf(value));
    }

    boolean flag(String key) {
        Object value = ask(key);
        if (value == null) return false;
        if (value instanceof Boolean truth) return truth;
        throw problem("scenario.value-unreadable", key, value.toString());
    }

    /// The value of `key`, read by `reader`; what it throws becomes a complaint that names the value.
    <T> T as(String key, Function<String, T> reader) {
        String text = text(key);
        return read(key, text, reader);
    }

    <T> Optional<T> optionally(String key, Function<String, T> reader) {
        return optionalText(key).map(text -> read(key, text, reader));
    }

    <E extends Enum<E>> E one(String key, Class<E> type) {
        return as(key, text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT)));
    }

    <T> List<T> list(String key, Function<String, T> reader) {
        return items(key).stream()
                .map(item -> read(key, item.toString(), reader))
                .toList();
    }

    <E extends Enum<E>> List<E> enumerated(String key, Class<E> type) {
        return list(key, text -> Enum.valueOf(type, text));
    }

    <E extends Enum<E>> Set<E> set(String key, Class<E> type) {
        var set = EnumSet.noneOf(type);
        set.addAll(enumerated(key, type));
        return set;
    }

    /// The figure of each kind that this sheet names, all of it.
    <E extends Enum<E>> Map<E, Long> figures(Class<E> type) {
        var figures = new EnumMap<E, Long>(type);
        keys().forEach(key -> figures.put(Enum.valueOf(type, key), number(key)));
        return figures;
    }

    Sheet sheet(String key) {
        Object value = ask(key);
        if (value == null) throw problem("scenario.value-missing", key, "");
        return child(where + ", " + key, value);
    }

    Optional<Sheet> optionalSheet(String key) {
        return has(key) ? Optional.of(sheet(key)) : Optional.empty();
    }

    List<Sheet> sheets(String key) {
        var sheets = new ArrayList<Sheet>();
        int number = 1;
        for (Object item : items(key)) sheets.add(child(where + ", " + key + " " + number++, item));
        return sheets;
    }

    Names names(String key) {
        return names(where + ", " + key, ask(key));
    }

    List<Names> namesList(String key) {
        return items(key).stream().map(item -> names(where + ", " + key, item)).toList();
    }

    Set<String> keys() {
        asked.addAll(values.keySet());
        return values.keySet();
    }

    /// A date as it was told: a year, a month, a day, or a minute, local to `zone`.
    Occurred told(String key, ZoneId zone) {
        return as(key, text -> Occurred.told(text, zone));
    }

    Optional<Occurred> optionallyTold(String key, ZoneId zone) {
        return optionally(key, text -> Occurred.told(text, zone));
    }

    LocalTime time(String key) {
        return as(key, LocalTime::parse);
    }

    /// @throws Problem `scenario.key-unknown` for the first key that nobody asked for, here or
    ///     further in
    void nothingLeft() {
        for (String key : values.keySet()) {
            if (!asked.contains(key)) throw problem("scenario.key-unknown", key, String.valueOf(values.get(key)));
        }
        inner.forEach(Sheet::nothingLeft);
    }

    Problem problem(String code, String key, String value) {
        return new Problem(code, Map.of("where", where, "key", key, "value", value));
    }

    private Sheet child(String place, Object value) {
        var sheet = new Sheet(place, value);
        inner.add(sheet);
        return sheet;
    }

    private <T> T read(String key, String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            var problem = problem("scenario.value-unreadable", key, text);
            problem.initCause(e);
            throw problem;
        }
    }

    private @Nullable Object ask(String key) {
        asked.add(key);
        return values.get(key);
    }

    private List<?> items(String key) {
        Object value = ask(key);
        if (value == null) return List.of();
        if (value instanceof List<?> list) return list;
        throw problem("scenario.value-unreadable", key, value.toString());
    }

    private Names names(String place, @Nullable Object value) {
        var byLanguage = new EnumMap<Language, String>(Language.class);
        mapping(place, value)
                .forEach((tag, name) -> byLanguage.put(
                        Language.ofTag(tag)
                                .orElseThrow(() -> new Problem(
                                        "scenario.value-unreadable",
                                        Map.of("where", place, "key", "language", "value", tag))),
                        name.toString()));
        try {
            return new Names(byLanguage);
        } catch (IllegalArgumentException e) {
            throw new Problem(
                    "scenario.value-unreadable",
                    Map.of("where", place, "key", "names", "value", String.valueOf(value)),
                    e);
        }
    }

    private static Map<String, Object> mapping(String place, @Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new Problem("scenario.not-a-mapping", Map.of("where", place, "value", String.valueOf(value)));
        }
        var out = new LinkedHashMap<String, Object>();
        // A key may be empty, and then there is none.
        map.forEach((key, member) -> out.put(String.valueOf(key), member));
        return out;
    }
}
