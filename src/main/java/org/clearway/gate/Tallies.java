// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongConsumer;

/// Figures by kind.
final class Tallies {
    private Tallies() {}

    static long sum(Map<?, Long> figures) {
        return figures.values().stream().mapToLong(Long::longValue).sum();
    }

    /// In the order of the kinds and without zeros, so that the same figures are the same value.
    ///
    /// @param inRange refuses a figure that is none
    static <E extends Enum<E>> Map<E, Long> of(Class<E> type, Map<E, Long> told, LongConsumer inRange) {
        var figures = new EnumMap<E, Long>(type);
        told.forEach((what, number) -> {
            inRange.accept(number);
            if (number > 0) figures.put(what, number);
        });
        return Collections.unmodifiableMap(figures);
    }
}
