// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport.plan;

import java.time.Instant;
import java.util.Optional;

/// Those who wait together and travel together, or not at all.
///
/// @param takes what the whole of them takes of a vehicle
/// @param priority of those who sit: the higher, the sooner; 0 where nothing but the wait counts
/// @param since when their wait began
/// @param destination where they choose to go; where they have not said they are proposed to any, and asked
/// @param <P> what parties are called, in an order that settles who is first where nothing else does
/// @param <D> what destinations are called
public record Party<P extends Comparable<? super P>, D>(
        P id, Spaces takes, int priority, Instant since, Optional<D> destination) {
    public Party {
        if (priority < 0) throw new IllegalArgumentException("A priority is 0 or more, got " + priority + ".");
    }

    boolean goesTo(D place) {
        return destination.isEmpty() || destination.get().equals(place);
    }
}
