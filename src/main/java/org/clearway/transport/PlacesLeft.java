// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import java.time.Instant;
import java.util.Map;
import org.clearway.access.AccountId;
import org.clearway.language.Problem;

/// The places that a safe area has left, as its reception desk sees it. It is told and not reckoned: people come to a
/// safe area and leave it by ways that no gate counts.
///
/// @param places for whom: each kind of place that the area has
public record PlacesLeft(SafeAreaId area, Map<PlaceKind, Long> places) {
    /// @throws Problem `transport.places`; `transport.no-figure`
    public PlacesLeft {
        places = SafeArea.counted(places);
        if (places.isEmpty()) throw Problem.of("transport.no-figure", "area", area);
    }

    public long people() {
        return SafeArea.sum(places);
    }

    /// What was told, when and by whom.
    public record Told(PlacesLeft left, Instant at, AccountId by) {
        /// Whether there is no place left for anyone; where a kind of place was not told, that is not known.
        public boolean full(SafeArea area) {
            return left.people() == 0
                    && left.places().keySet().containsAll(area.places().keySet());
        }
    }
}
