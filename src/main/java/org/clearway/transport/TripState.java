// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

/// How far a trip has come.
public enum TripState {
    /// People get in.
    BOARDING,
    /// The first of two has sealed its manifest; nobody gets in.
    SEALED,
    /// The second has signed: it may leave.
    READY,
    ON_THE_ROAD,
    /// It stands where it was to go, and those who came with it are received.
    ARRIVED,
    /// Everyone who was on it is accounted for.
    CLOSED,
    /// It never left, and nobody is on it.
    CANCELLED,
    /// Its manifest was taken in from another node, and it does not come here.
    NOT_COMING;

    /// Whether the vehicle still stands at the crossing.
    public boolean atTheCrossing() {
        return this == BOARDING || this == SEALED || this == READY;
    }

    /// Whether its manifest was sealed, and it has not arrived.
    boolean coming() {
        return this == SEALED || this == READY || this == ON_THE_ROAD;
    }

    /// Whether people are on the trip, or may still be found to have been, as far as that is this
    /// node's to know.
    public boolean lasts() {
        return this != CLOSED && this != CANCELLED && this != NOT_COMING;
    }
}
