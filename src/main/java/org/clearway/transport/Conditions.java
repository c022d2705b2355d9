// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.clearway.access.AccountId;
import org.clearway.language.Problem;
import org.clearway.time.OpeningWindow;

/// What a safe area offers those who stay there, as its reception desk finds it, and when it takes people in. Telling
/// it
/// again restates it whole.
///
/// @param states what is known; what is left out is not known
/// @param hours when it takes people in; empty where nothing was told of that
public record Conditions(SafeAreaId area, Map<Condition, ConditionState> states, List<OpeningWindow> hours) {
    /// @throws Problem `transport.no-condition` where nothing at all is told
    public Conditions {
        var copy = new EnumMap<Condition, ConditionState>(Condition.class);
        copy.putAll(states);
        states = Collections.unmodifiableMap(copy);
        hours = List.copyOf(hours);
        if (states.isEmpty() && hours.isEmpty()) throw Problem.of("transport.no-condition", "area", area);
    }

    /// Those that stand so, in their order.
    public List<Condition> those(ConditionState state) {
        return Arrays.stream(Condition.values())
                .filter(condition -> states.get(condition) == state)
                .toList();
    }

    public List<Condition> notKnown() {
        return Arrays.stream(Condition.values())
                .filter(condition -> !states.containsKey(condition))
                .toList();
    }

    /// What was told, when and by whom.
    public record Told(Conditions conditions, Instant at, AccountId by) {}
}
