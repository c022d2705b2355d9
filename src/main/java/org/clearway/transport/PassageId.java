// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import java.util.UUID;
import org.clearway.journal.ActId;
import org.clearway.language.Problem;

/// Those who boarded together, named after the act that put them on record. Those of a trip who
/// were counted without a card are one passage, named after the trip.
public record PassageId(UUID act) {
    static PassageId of(ActId act) {
        return new PassageId(act.id());
    }

    /// A household on a manifest of another node, whose own ids do not travel.
    ///
    /// @param time 1 for the first of its lines with that mark: a household may board in parts
    static PassageId of(TripId trip, Mark mark, long time) {
        return new PassageId(Digested.id("passage\n" + trip + "\n" + mark + "\n" + time));
    }

    /// @throws Problem `transport.passage-unknown`
    public static PassageId parse(String text) {
        try {
            return new PassageId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw Problem.of("transport.passage-unknown", "passage", text);
        }
    }

    @Override
    public String toString() {
        return act.toString();
    }
}
