// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

import java.util.Map;
import org.clearway.language.Problem;

/// Those who passed: a family at a touch, or an hour's paper form. Empty is a figure too: nobody
/// passed. What a map does not name is zero.
///
/// @param households families, or people who travel alone
/// @param people by sex and age, as far as told
/// @param needs how many of the people have each need; one person may have several
/// @param vehicles private vehicles
/// @param livestock head
public record Passing(
        long households,
        Map<Band, Long> people,
        Map<MovementNeed, Long> needs,
        Map<VehicleKind, Long> vehicles,
        Map<Livestock, Long> livestock) {
    /// More than anyone counts in an hour (practice §11.3 knows 6,000): a slip of the finger.
    public static final long MOST = 20_000;

    /// @throws Problem `gate.figure-out-of-range`; `gate.households-without-people` where
    ///     families are counted and nobody in them; `gate.people-without-household`
    public Passing {
        people = Tallies.of(Band.class, people, Passing::inRange);
        needs = Tallies.of(MovementNeed.class, needs, Passing::inRange);
        vehicles = Tallies.of(VehicleKind.class, vehicles, Passing::inRange);
        livestock = Tallies.of(Livestock.class, livestock, Passing::inRange);
        inRange(households);
        long persons = Tallies.sum(people);
        if (households > persons) {
            throw new Problem(
                    "gate.households-without-people",
                    Map.of("households", String.valueOf(households), "people", String.valueOf(persons)));
        }
        if (households == 0 && persons > 0) throw Problem.of("gate.people-without-household", "people", persons);
    }

    /// Nobody passed, and somebody says so.
    public static Passing nobody() {
        return new Passing(0, Map.of(), Map.of(), Map.of(), Map.of());
    }

    /// One family.
    public static Passing household(Map<Band, Long> people) {
        return new Passing(1, people, Map.of(), Map.of(), Map.of());
    }

    public long persons() {
        return Tallies.sum(people);
    }

    /// True where all who pass are known to be children.
    public boolean childrenAlone() {
        return persons() > 0
                && people.keySet().stream().allMatch(band -> band.age().child());
    }

    private static void inRange(long number) {
        if (number < 0 || number > MOST) {
            throw new Problem(
                    "gate.figure-out-of-range", Map.of("value", String.valueOf(number), "most", String.valueOf(MOST)));
        }
    }
}
