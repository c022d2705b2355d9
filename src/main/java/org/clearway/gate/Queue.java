// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.clearway.language.Problem;

/// What a desk sees of those who wait at its gate. Nobody is registered for waiting, so it is told and not reckoned.
///
/// @param lanes how many desks count just now
/// @param families how many wait, where somebody looked
/// @param minutes how long the first of them has waited, where somebody asked
public record Queue(Gate gate, long lanes, Optional<Long> families, Optional<Long> minutes) {
    private static final long MOST = 5_000;

    /// @throws Problem `gate.queue-out-of-range`
    public Queue {
        inRange(lanes);
        families.ifPresent(Queue::inRange);
        minutes.ifPresent(Queue::inRange);
    }

    private static void inRange(long value) {
        if (value < 0 || value > MOST) {
            throw new Problem(
                    "gate.queue-out-of-range", Map.of("value", String.valueOf(value), "most", String.valueOf(MOST)));
        }
    }

    /// A queue on record.
    ///
    /// @param at when it was told
    public record Told(Queue queue, Instant at) {}
}
