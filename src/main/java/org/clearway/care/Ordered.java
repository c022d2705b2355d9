// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.clearway.language.Problem;

/// Copies that keep the order in which an enumeration names its values.
final class Ordered {
    private Ordered() {}

    static <E extends Enum<E>> Set<E> set(Class<E> type, Set<E> values) {
        var ordered = EnumSet.noneOf(type);
        ordered.addAll(values);
        return Collections.unmodifiableSet(ordered);
    }

    static <E extends Enum<E>, V> Map<E, V> map(Class<E> type, Map<E, V> values) {
        var ordered = new EnumMap<E, V>(type);
        ordered.putAll(values);
        return Collections.unmodifiableMap(ordered);
    }

    /// @throws Problem `care.count-negative`
    static void requireCount(long count) {
        if (count < 0) throw Problem.of("care.count-negative", "value", count);
    }
}
