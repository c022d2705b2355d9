// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

/// The kinds of vehicles that bring people to safe areas (practice §5.2).
public enum VehicleType {
    BUS,
    MINIBUS,
    CAR,
    /// Its load floor holds luggage; people sit in it only where it has seats.
    TRUCK,
    AMBULANCE,
    WHEELCHAIR_VAN
}
