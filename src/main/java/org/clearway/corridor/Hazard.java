// SPDX-License-Identifier: Apache-2.0
package org.clearway.corridor;

import java.util.Optional;
import org.clearway.agreement.CorridorId;
import org.clearway.agreement.PartyId;
import org.clearway.geo.AreaId;
import org.clearway.time.Occurred;

/// Something on a route that endangers people.
///
/// @param near the place that it is near, where one was told
/// @param checked when it was last looked at
/// @param claimant who says so; empty where our own people saw it
public record Hazard(
        CorridorId corridor,
        HazardKind kind,
        HazardState state,
        Optional<AreaId> near,
        Occurred checked,
        Optional<PartyId> claimant) {}
