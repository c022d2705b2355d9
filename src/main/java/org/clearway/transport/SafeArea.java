// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.clearway.agreement.CorridorId;
import org.clearway.geo.AreaId;
import org.clearway.language.Names;
import org.clearway.language.Problem;

/// Where people are brought and can stay. Telling it again restates it whole.
///
/// @param area the settlement that it is in or near
/// @param corridors those whose people go on to it, one or more
/// @param places how many people it can take in all, for whom, one or more; what is not named it has not
public record SafeArea(
        SafeAreaId id, AreaId area, Names names, List<CorridorId> corridors, Map<PlaceKind, Long> places) {
    /// More than any place of its kind has taken in.
    static final long MOST = 100_000;

    /// @throws Problem `transport.places`; `transport.no-places`; `transport.no-corridor`
    public SafeArea {
        corridors = List.copyOf(corridors);
        places = counted(places);
        if (sum(places) == 0) throw Problem.of("transport.no-places", "area", id);
        if (corridors.isEmpty() || new HashSet<>(corridors).size() < corridors.size()) {
            throw Problem.of("transport.no-corridor", "area", id);
        }
    }

    /// How many people it can take in all.
    public long people() {
        return sum(places);
    }

    static long sum(Map<PlaceKind, Long> places) {
        return places.values().stream().mapToLong(Long::longValue).sum();
    }

    static Map<PlaceKind, Long> counted(Map<PlaceKind, Long> places) {
        var counted = new EnumMap<PlaceKind, Long>(PlaceKind.class);
        places.forEach((kind, number) -> {
            if (number < 0 || number > MOST) {
                throw new Problem(
                        "transport.places", Map.of("value", String.valueOf(number), "most", String.valueOf(MOST)));
            }
            counted.put(kind, number);
        });
        return Collections.unmodifiableMap(counted);
    }
}
