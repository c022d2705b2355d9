// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import java.util.List;

/// Who is called to which vehicle next. A marshal may do otherwise.
///
/// @param next in the order in which they are called
/// @param later those who are called to none now, in the order of their turn
public record Suggestion(List<Next> next, List<Later> later) {
    public Suggestion {
        next = List.copyOf(next);
        later = List.copyOf(later);
    }

    public record Next(Waiting who, Trip into) {}

    public record Later(Waiting who, WaitsFor what) {}

    /// What a household waits for that is called to no vehicle now.
    public enum WaitsFor {
        A_VEHICLE_THAT_GOES_THERE,
        A_STRETCHER,
        A_WHEELCHAIR_BAY,
        AN_ESCORT_SEAT,
        SEATS_FOR_ALL_OF_THEM,
        /// There would be room, were it not for those whose turn is first.
        THEIR_TURN
    }
}
