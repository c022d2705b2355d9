// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.clearway.gate.Band;

/// Figures typed by kind, such as so many people of each sex and age: a field for each kind, under its own name. A
/// page may fill them in for another.
final class FigureFields {
    private FigureFields() {}

    /// The name of the field of one kind.
    static String field(Enum<?> what) {
        return what.getDeclaringClass().getSimpleName() + "." + what.name();
    }

    /// What was typed. An empty field is no figure.
    static <E extends Enum<E>> Map<E, Long> read(Form form, Class<E> type) {
        var figures = new EnumMap<E, Long>(type);
        for (E what : type.getEnumConstants()) {
            form.maybe(field(what), "web.form.figure", Long::parseLong).ifPresent(number -> figures.put(what, number));
        }
        return figures;
    }

    /// The fields of every kind, as they were typed.
    static <E extends Enum<E>> List<Cell> cells(Form form, Class<E> type, Words words) {
        return List.of(type.getEnumConstants()).stream()
                .map(what -> new Cell(field(what), words.say(what), form.text(field(what))))
                .toList();
    }

    /// The fields of every kind, with the figures as they stand.
    static <E extends Enum<E>> List<Cell> told(Class<E> type, Map<E, Long> figures, Words words) {
        return List.of(type.getEnumConstants()).stream()
                .map(what -> new Cell(
                        field(what),
                        words.say(what),
                        figures.containsKey(what) ? String.valueOf(figures.get(what)) : ""))
                .toList();
    }

    /// Such as "female, 18–59".
    static String name(Band band, Words words) {
        return words.say("web.gate.cell", Map.of("sex", words.say(band.sex()), "age", words.say(band.age())));
    }

    record Cell(String field, String label, String value) {}
}
