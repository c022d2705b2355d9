// SPDX-License-Identifier: Apache-2.0
package org.clearway.ceasefire;

import java.util.Map;
import java.util.Optional;
import org.clearway.language.Problem;
import org.clearway.language.Wording;

/// How often there was fire, as it was told: explosions, bursts or shots.
/// @param count empty for what could not be counted, and only then
public record FireCount(Reckoning how, Optional<Count> count) {
    /// @throws Problem `ceasefire.fire-count`
    public FireCount {
        if (count.isEmpty() != (how == Reckoning.UNCOUNTABLE)) {
            throw Problem.of("ceasefire.fire-count", "how", how);
        }
    }

    public static FireCount uncountable() {
        return new FireCount(Reckoning.UNCOUNTABLE, Optional.empty());
    }

    public static FireCount of(Reckoning how, int number) {
        return new FireCount(how, Optional.of(new Count(number)));
    }

    /// Such as "about 3 times".
    public String in(Wording words) {
        return words.say(
                "ceasefire.fire-count." + how,
                Map.of("number", count.map(Count::value).orElse(0)));
    }
}
