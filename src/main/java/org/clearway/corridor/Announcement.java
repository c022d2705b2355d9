// SPDX-License-Identifier: Apache-2.0
package org.clearway.corridor;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clearway.agreement.CorridorId;
import org.clearway.agreement.PartyId;
import org.clearway.language.Problem;
import org.clearway.places.Source;
import org.clearway.time.OpeningWindow;
import org.clearway.time.Span;

/// Somebody announces what a corridor is, or was.
///
/// @param valid from when to when it is announced to be so
/// @param asVoluntary whether leaving is announced as voluntary; that it is voluntary is nothing that we say
/// @param services in the announced order
/// @param flows who and what may pass, as announced
public record Announcement(
        CorridorId corridor,
        PartyId announcer,
        AnnouncedStatus status,
        Span valid,
        boolean asVoluntary,
        Optional<OpeningWindow> window,
        List<Service> services,
        Set<PermittedFlow> flows,
        List<Reason> reasons,
        Source source)
        implements Claim {
    /// @throws Problem `corridor.service-twice`
    public Announcement {
        services = List.copyOf(services);
        flows = Corridor.ordered(flows);
        reasons = List.copyOf(reasons);
        var seen = new HashSet<Service>();
        for (Service service : services) {
            if (!seen.add(service)) throw Problem.of("corridor.service-twice", "service", service);
        }
    }

    @Override
    public PartyId claimant() {
        return announcer;
    }

    @Override
    public Span about() {
        return valid;
    }
}
