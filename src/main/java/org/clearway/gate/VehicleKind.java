// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

/// Private vehicles, as they come to a gate.
public enum VehicleKind {
    CAR,
    VAN_OR_PICKUP,
    TRUCK,
    TRACTOR,
    MOTORCYCLE,
    CART,
    OTHER
}
