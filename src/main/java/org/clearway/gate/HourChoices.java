// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// What the box of an hour at a gate held, as far as the reader may know it.
public record HourChoices(Gate gate, HourSlot slot, Map<Choice, Figure> chosen) {
    public HourChoices {
        chosen = Collections.unmodifiableMap(new EnumMap<>(chosen));
    }

    /// A figure, or that it is too small to be shown: it would point at somebody.
    public sealed interface Figure {
        record Exactly(long number) implements Figure {}

        /// One to nine.
        record Few() implements Figure {}
    }
}
