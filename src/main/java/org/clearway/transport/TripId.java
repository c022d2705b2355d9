// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import java.util.UUID;
import org.clearway.journal.ActId;
import org.clearway.language.Problem;

/// A trip on record, named after the act that opened it.
public record TripId(UUID act) {
    static TripId of(ActId act) {
        return new TripId(act.id());
    }

    /// @throws Problem `transport.trip-unknown`
    public static TripId parse(String text) {
        try {
            return new TripId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw Problem.of("transport.trip-unknown", "trip", text);
        }
    }

    /// What the trip is called outside of this node. The id of an act tells to the millisecond when it
    /// was named, and nothing that travels may; this tells nothing, and does not lead back.
    TripId outside() {
        return new TripId(Digested.id("trip\n" + act));
    }

    @Override
    public String toString() {
        return act.toString();
    }
}
