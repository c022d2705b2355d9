// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// Sums of what passed.
///
/// @param handedOver children who came alone and were handed over; they are among `people` as not told
public record Figures(
        long households,
        Map<Band, Long> people,
        Map<MovementNeed, Long> needs,
        Map<VehicleKind, Long> vehicles,
        Map<Livestock, Long> livestock,
        long handedOver,
        long turnedBack) {
    public Figures {
        people = copy(Band.class, people);
        needs = copy(MovementNeed.class, needs);
        vehicles = copy(VehicleKind.class, vehicles);
        livestock = copy(Livestock.class, livestock);
    }

    public long persons() {
        return Tallies.sum(people);
    }

    public long vehiclesInAll() {
        return Tallies.sum(vehicles);
    }

    public long head() {
        return Tallies.sum(livestock);
    }

    public long persons(Sex sex) {
        return people.entrySet().stream()
                .filter(cell -> cell.getKey().sex() == sex)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    public long persons(AgeBand age) {
        return people.entrySet().stream()
                .filter(cell -> cell.getKey().age() == age)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static <E extends Enum<E>> Map<E, Long> copy(Class<E> type, Map<E, Long> figures) {
        var copy = new EnumMap<E, Long>(type);
        copy.putAll(figures);
        return Collections.unmodifiableMap(copy);
    }
}
