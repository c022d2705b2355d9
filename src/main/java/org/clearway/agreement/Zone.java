// SPDX-License-Identifier: Apache-2.0
package org.clearway.agreement;

import java.util.HashSet;
import java.util.List;
import org.clearway.geo.AreaPart;
import org.clearway.language.Names;
import org.clearway.language.Problem;
import org.clearway.places.Source;
import org.clearway.time.Span;

/// A zone of an agreement: whole areas, and areas of which it takes parts that nobody has drawn. A zone is not an area.
public record Zone(ZoneId id, AgreementId agreement, Names names, List<AreaPart> parts, Span valid, Source source) {
    /// @throws Problem `agreement.zone-without-areas`, `agreement.area-twice`
    public Zone {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) throw Problem.of("agreement.zone-without-areas", "zone", id);
        var seen = new HashSet<>();
        for (AreaPart part : parts) {
            if (!seen.add(part.area())) throw Problem.of("agreement.area-twice", "area", part.area());
        }
    }
}
