// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

/// Why somebody who boarded did not come in with the trip (practice §5.2).
public enum DifferenceReason {
    /// They got out before, where they wanted to.
    ALIGHTED_BY_CHOICE,
    HOSPITAL,
    /// They came, or will come, with another trip.
    TRANSFERRED_VEHICLE,
    /// An incident, and protection's.
    TAKEN_BY_AUTHORITY,
    /// More were counted at boarding than there were. Only of people without a card, and never told
    /// by the desk that receives them.
    MISCOUNTED,
    /// Looked for and not found. The trip stays open.
    UNACCOUNTED;

    /// Whether it says where they are, so that the trip may be closed.
    public boolean accounts() {
        return this != UNACCOUNTED;
    }

    /// Whether it says that they are somewhere else than where they were to come in.
    public boolean elsewhere() {
        return switch (this) {
            case ALIGHTED_BY_CHOICE, HOSPITAL, TAKEN_BY_AUTHORITY -> true;
            case TRANSFERRED_VEHICLE, MISCOUNTED, UNACCOUNTED -> false;
        };
    }
}
