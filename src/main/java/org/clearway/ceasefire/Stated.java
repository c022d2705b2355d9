// SPDX-License-Identifier: Apache-2.0
package org.clearway.ceasefire;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clearway.agreement.PartyId;
import org.clearway.geo.AreaId;
import org.clearway.language.Problem;
import org.clearway.places.Source;

/// What one reporter stated about one stretch of time, exactly as it did: a total, parts, or both, in the order told.
///
/// @param partsComplete whether the parts are told as all there is; taken as true where there are none
/// @param namedWithoutCounts areas that are named, of which no count is told
public record Stated(
        PartyId reporter,
        Covers covers,
        CountingUnit unit,
        Optional<Count> total,
        List<PartCount> parts,
        boolean partsComplete,
        List<AreaId> namedWithoutCounts,
        Source source) {
    /// @throws Problem `ceasefire.area-twice`, `ceasefire.says-nothing`
    public Stated {
        parts = List.copyOf(parts);
        namedWithoutCounts = List.copyOf(namedWithoutCounts);
        partsComplete |= parts.isEmpty();
        if (total.isEmpty() && parts.isEmpty()) throw Problem.of("ceasefire.says-nothing");
        var seen = new HashSet<AreaId>();
        Stream.concat(parts.stream().map(PartCount::area), namedWithoutCounts.stream())
                .forEach(area -> {
                    if (!seen.add(area)) throw Problem.of("ceasefire.area-twice", "area", area);
                });
    }

    /// Every area it speaks of, with or without a count.
    public List<AreaId> areas() {
        return Stream.concat(parts.stream().map(PartCount::area), namedWithoutCounts.stream())
                .toList();
    }
}
