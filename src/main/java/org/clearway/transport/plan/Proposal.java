// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport.plan;

import java.util.List;

/// Who is proposed where, and who waits on and why; each party that was asked about stands in it once.
///
/// @param placed in the order in which they are called
/// @param left in the order in which they would have been called
public record Proposal<P, R>(List<Placed<P, R>> placed, List<Left<P>> left) {
    public Proposal {
        placed = List.copyOf(placed);
        left = List.copyOf(left);
    }

    /// The whole of a party in one vehicle.
    public record Placed<P, R>(P party, R room) {}

    public record Left<P>(P party, Waits why) {}
}
