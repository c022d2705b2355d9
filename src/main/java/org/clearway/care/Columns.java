// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Values as text columns of a view, and back.
final class Columns {
    private Columns() {}

    /// Codes in their order, separated by spaces.
    static String codes(Collection<? extends Enum<?>> codes) {
        return codes.stream().map(Enum::name).collect(Collectors.joining(" "));
    }

    static <E extends Enum<E>> List<E> codes(Class<E> type, String column) {
        return split(column).map(code -> Enum.valueOf(type, code)).toList();
    }

    /// A code, a colon and a value; separated by spaces.
    static String map(Map<? extends Enum<?>, ?> map) {
        return map.entrySet().stream()
                .map(entry -> entry.getKey().name() + ":" + entry.getValue())
                .collect(Collectors.joining(" "));
    }

    static <E extends Enum<E>, V> Map<E, V> map(Class<E> type, Function<String, V> value, String column) {
        var map = new EnumMap<E, V>(type);
        split(column).forEach(text -> {
            int colon = text.indexOf(':');
            map.put(Enum.valueOf(type, text.substring(0, colon)), value.apply(text.substring(colon + 1)));
        });
        return map;
    }

    private static Stream<String> split(String column) {
        return column.isEmpty() ? Stream.empty() : Arrays.stream(column.split(" ", -1));
    }
}
