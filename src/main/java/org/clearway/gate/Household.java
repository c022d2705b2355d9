// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearway.geo.AreaId;
import org.clearway.language.Language;
import org.clearway.language.Problem;

/// Those who go together on one card: what moving them needs, and nothing else of them.
///
/// @param people by sex and age, as far as told
/// @param needs how many of them have each need
/// @param destination where they choose to go, where they have chosen
/// @param handovers children without an adult of theirs, one for each: a child-protection actor took charge of them
///     and escorts them. Empty where an adult is among the people
public record Household(
        Map<Band, Long> people,
        Map<MovementNeed, Long> needs,
        Language language,
        Optional<AreaId> destination,
        List<TallyId> handovers) {
    /// More than one card is for.
    public static final long MOST = 99;

    /// The child rule stands in the value, so that there is no household for which it was forgotten: nobody known
    /// to be an adult means that everybody may be a child, and each was handed over.
    ///
    /// @throws Problem `gate.card-nobody`, `gate.card-figure`; `gate.card-child-alone`
    public Household {
        people = Tallies.of(Band.class, people, Household::inRange);
        needs = Tallies.of(MovementNeed.class, needs, Household::inRange);
        handovers = List.copyOf(handovers);
        long persons = Tallies.sum(people);
        if (persons == 0) throw Problem.of("gate.card-nobody");
        inRange(persons);
        boolean escorted = handovers.size() == persons && new HashSet<>(handovers).size() == persons;
        if (adultTold(people) ? !handovers.isEmpty() : !escorted) throw Problem.of("gate.card-child-alone");
    }

    public long persons() {
        return Tallies.sum(people);
    }

    private static boolean adultTold(Map<Band, Long> people) {
        return people.keySet().stream()
                .map(Band::age)
                .anyMatch(age -> age == AgeBand.FROM_18 || age == AgeBand.FROM_60);
    }

    private static void inRange(long number) {
        if (number < 0 || number > MOST) {
            throw new Problem(
                    "gate.card-figure", Map.of("value", String.valueOf(number), "most", String.valueOf(MOST)));
        }
    }
}
