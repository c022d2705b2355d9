// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

import java.util.Map;
import java.util.Set;
import org.clearway.corridor.Service;

/// What somebody of ours found at a point: how its services stand, and what is there and works.
///
/// @param services only those that were looked at
/// @param there what was counted there; zero is a figure, and what is not named was not counted
/// @param lacks what is missing where something is not ready
public record Check(PointId point, Map<Service, ServiceState> services, Map<Equipment, Long> there, Set<Lack> lacks) {
    /// @throws org.clearway.language.Problem `care.count-negative`
    public Check {
        services = Ordered.map(Service.class, services);
        there = Ordered.map(Equipment.class, there);
        lacks = Ordered.set(Lack.class, lacks);
        there.values().forEach(Ordered::requireCount);
    }
}
