// SPDX-License-Identifier: Apache-2.0
package org.clearway.time;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Instants as whole microseconds since 1970-01-01T00:00Z, the form in which they are stored.
public final class Micros {
    private static final long PER_SECOND = 1_000_000L;

    /// Later than anything that is stored: the open end of an interval that has not ended.
    public static final long FOREVER = Long.MAX_VALUE;

    private Micros() {}

    /// @throws ArithmeticException for instants some 292,000 years away
    public static long of(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), PER_SECOND), instant.getNano() / 1_000);
    }

    public static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, PER_SECOND), Math.floorMod(micros, PER_SECOND) * 1_000L);
    }

    /// `instant` without what is finer than a microsecond.
    public static Instant truncate(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }
}
