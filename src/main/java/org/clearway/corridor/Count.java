// SPDX-License-Identifier: Apache-2.0
package org.clearway.corridor;

import java.util.Map;
import org.clearway.language.Problem;
import org.clearway.language.Wording;

/// A figure as it was told. Zero is a figure; a figure that nobody told is no `Count` at all.
public record Count(Qualifier qualifier, long number) {
    /// @throws Problem `corridor.count-negative`
    public Count {
        if (number < 0) throw Problem.of("corridor.count-negative", "value", number);
    }

    public static Count exactly(long number) {
        return new Count(Qualifier.EXACT, number);
    }

    /// Whether it says that there was none.
    public boolean isZero() {
        return number == 0 && qualifier != Qualifier.OVER && qualifier != Qualifier.AT_LEAST;
    }

    /// Whether it says that there was at least one.
    public boolean isSome() {
        return number > 0 || qualifier == Qualifier.OVER;
    }

    /// Such as "about 45,000".
    public String in(Wording words) {
        return words.say("corridor.count." + qualifier, Map.of("number", number));
    }

    /// Such as "about 45,000 people".
    public String of(Counted counted, Wording words) {
        return words.say("corridor.counted." + counted, Map.of("number", number, "count", in(words)));
    }
}
