// SPDX-License-Identifier: Apache-2.0
package org.clearway.corridor;

import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clearway.agreement.CorridorId;
import org.clearway.agreement.PartyId;
import org.clearway.agreement.ZoneId;
import org.clearway.language.Names;
import org.clearway.language.Problem;
import org.clearway.places.Source;

/// A corridor as it is planned. Telling it again restates it whole.
///
/// @param zone the zone it leads out of, if it leads out of one
/// @param initiator who began it, where that is told
/// @param relevantParties whose assurances it needs
/// @param intermediaries who goes between the sides, such as elders or a society of the Red Crescent
/// @param flows who and what may pass, in the order of {@link PermittedFlow}
public record Corridor(
        CorridorId id,
        Names names,
        Optional<ZoneId> zone,
        Optional<PartyId> initiator,
        List<PartyId> relevantParties,
        List<Names> intermediaries,
        Set<PermittedFlow> flows,
        List<CrossingPoint> crossings,
        Source source) {
    /// @throws Problem `corridor.crossing-twice`, `corridor.party-twice`
    public Corridor {
        relevantParties = List.copyOf(relevantParties);
        intermediaries = List.copyOf(intermediaries);
        flows = ordered(flows);
        crossings = List.copyOf(crossings);
        var seen = new HashSet<Object>();
        for (PartyId party : relevantParties) {
            if (!seen.add(party)) throw Problem.of("corridor.party-twice", "party", party);
        }
        for (CrossingPoint point : crossings) {
            if (!seen.add(point.crossing())) throw Problem.of("corridor.crossing-twice", "crossing", point.crossing());
        }
    }

    static Set<PermittedFlow> ordered(Set<PermittedFlow> flows) {
        var ordered = EnumSet.noneOf(PermittedFlow.class);
        ordered.addAll(flows);
        return Collections.unmodifiableSet(ordered);
    }
}
