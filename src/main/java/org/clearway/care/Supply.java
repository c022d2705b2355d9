// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

import java.time.Duration;

/// How long what is there lasts.
public sealed interface Supply {
    /// At the flow of the last hours.
    record Lasts(Duration time) implements Supply {}

    /// There is some, and nobody took any of it in the last hours.
    record NobodyTakesIt() implements Supply {}

    /// There is none that may be given.
    record Out() implements Supply {}

    /// @param usable what is there and has not expired
    /// @param taken how much was taken in `within`
    static Supply of(long usable, long taken, Duration within) {
        if (usable == 0) return new Out();
        if (taken == 0) return new NobodyTakesIt();
        return new Lasts(Duration.ofMinutes(Math.multiplyExact(usable, within.toMinutes()) / taken));
    }
}
