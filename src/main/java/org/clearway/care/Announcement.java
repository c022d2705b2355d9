// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

import java.util.Map;
import org.clearway.agreement.PartyId;
import org.clearway.corridor.Service;
import org.clearway.language.Problem;
import org.clearway.places.Source;

/// Somebody says how the services of a point stand. It is their claim, and stands beside what we find.
public record Announcement(PointId point, PartyId announcer, Map<Service, ServiceState> services, Source source) {
    /// @throws Problem `care.announcement-empty`
    public Announcement {
        services = Ordered.map(Service.class, services);
        if (services.isEmpty()) throw Problem.of("care.announcement-empty");
    }
}
