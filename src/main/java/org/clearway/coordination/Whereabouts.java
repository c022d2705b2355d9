// SPDX-License-Identifier: Apache-2.0
package org.clearway.coordination;

/// Where people are who boarded a vehicle. Each of them is in exactly one of these places.
public enum Whereabouts {
    /// In a vehicle at the crossing that takes people in.
    BOARDING,
    /// In a vehicle at the crossing whose manifest was sealed.
    SEALED,
    ON_THE_ROAD,
    /// Where their vehicle was to go, and about to be received.
    ARRIVED,
    RECEIVED,
    HOSPITAL,
    /// They got out on the way, where they wanted to.
    ALIGHTED,
    /// By an authority: an incident.
    TAKEN,
    /// Looked for and not found, or not received in the time that it takes to receive a vehicle.
    UNACCOUNTED
}
