// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import java.time.Instant;
import java.util.Optional;
import org.clearway.access.AccountId;

/// A vehicle on record, and how it stands.
///
/// @param told what was told of its standing last; empty for one of which nothing was, and which is in service
/// @param plated whether its plate is on record, for those who may read it
public record OnVehicle(Vehicle vehicle, Optional<Told> told, boolean plated) {
    public VehicleStanding standing() {
        return told.map(Told::standing).orElse(VehicleStanding.IN_SERVICE);
    }

    /// @param since from when it stands so
    /// @param by the account at which it was recorded
    public record Told(VehicleStanding standing, Instant since, AccountId by) {}
}
