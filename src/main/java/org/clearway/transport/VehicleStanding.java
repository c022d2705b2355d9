// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

/// Whether a vehicle can take people.
public enum VehicleStanding {
    IN_SERVICE,
    /// It does not go on; who is aboard needs another.
    BROKEN_DOWN,
    /// It stands still for a reason that harms nobody: service, fuel, its driver's rest.
    OUT_OF_SERVICE
}
