// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import static org.clearway.access.Retention.DAYS_90;
import static org.clearway.access.Retention.FOR_EVER;
import static org.clearway.access.Sensitivity.CONFIDENTIAL;
import static org.clearway.access.Sensitivity.RESTRICTED;

import java.util.List;
import java.util.Optional;
import org.clearway.journal.Body;
import org.clearway.journal.EntryKind;
import org.clearway.journal.Kept;
import org.clearway.journal.Sealed;

/// The entries of the fleet.
final class VehicleEntries {
    private VehicleEntries() {}

    static List<EntryKind> kinds() {
        return List.of(
                new EntryKind("transport.vehicle-set", 1, VehicleSet.class),
                new EntryKind("transport.vehicle-standing-told", 1, VehicleStandingTold.class),
                new EntryKind("transport.vehicle-withdrawn", 1, VehicleWithdrawn.class));
    }

    /// A vehicle was put on record or restated. Where no plate is told, the one on record stands.
    record VehicleSet(
            @Kept(as = RESTRICTED, until = FOR_EVER) Vehicle vehicle,
            @Kept(as = CONFIDENTIAL, until = DAYS_90) Optional<Sealed<Plate>> plate)
            implements Body {}

    /// How a vehicle stands, from the time at which the entry occurred.
    record VehicleStandingTold(
            @Kept(as = RESTRICTED, until = FOR_EVER) VehicleId vehicle,
            @Kept(as = RESTRICTED, until = FOR_EVER) VehicleStanding standing)
            implements Body {}

    record VehicleWithdrawn(
            @Kept(as = RESTRICTED, until = FOR_EVER) VehicleId vehicle) implements Body {}
}
