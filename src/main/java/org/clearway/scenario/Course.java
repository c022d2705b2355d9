// SPDX-License-Identifier: Apache-2.0
package org.clearway.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.clearway.corridor.Service;
import org.clearway.gate.Household;
import org.clearway.gate.Passing;
import org.clearway.geo.AreaId;
import org.clearway.language.Language;

/// What a family will do on the day. All of it is drawn before the family comes, so that the same seed makes it do
/// the same, however long it waits and whoever acts beside it.
///
/// @param stays true where the family decides, once it was told all there is to know, not to go
/// @param patience how long the family waits in the queue before it leaves; empty where it waits for its turn
/// @param slip true where the desk's finger slips while it counts this family
/// @param card who is to stand on the family's card; empty where it wants none
/// @param loses what becomes of that card
record Course(
        boolean stays,
        Optional<Duration> patience,
        boolean slip,
        Optional<Household> card,
        Optional<Loss> loses,
        List<Visit> visits) {
    /// One touch in so many is a slip.
    private static final int SLIP_OF = 100;

    /// One family in so many stays once it was told, one has no patience, one loses its card.
    private static final int STAYS_OF = 40;

    private static final int IMPATIENT_OF = 12;
    private static final int LOSES_OF = 30;

    /// Of those who bring no vehicle of their own, one family in so many goes on without a card.
    private static final int WITHOUT_CARD_OF = 20;

    /// What of a hundred families goes to each service.
    private static final Map<Service, Integer> WANTED = Map.of(
            Service.WATER, 90,
            Service.HOT_MEAL, 60,
            Service.EMERGENCY_CARE, 6,
            Service.MEDICINE, 5,
            Service.NECESSITIES, 30);

    /// @param after how long after it was issued
    /// @param numberKnown true where the card can still be read, or somebody wrote its number down
    record Loss(Duration after, boolean numberKnown) {}

    /// @param after how long after the family was at the gate
    /// @param showsCard whether it shows its card, if it has one by then
    record Visit(Service service, int people, Duration after, boolean showsCard) {}

    /// @param destinations where people can choose to go
    static Course by(SplittableRandom chance, Passing passing, List<AreaId> destinations) {
        boolean stays = chance.nextInt(STAYS_OF) == 0;
        Optional<Duration> patience =
                chance.nextInt(IMPATIENT_OF) == 0 ? Optional.of(minutes(chance, 15, 90)) : Optional.empty();
        boolean slip = chance.nextInt(SLIP_OF) == 0;
        boolean byBus = passing.vehicles().isEmpty() && chance.nextInt(WITHOUT_CARD_OF) != 0;
        Household household = household(chance, passing, destinations);
        Optional<Loss> loses = chance.nextInt(LOSES_OF) == 0
                ? Optional.of(new Loss(minutes(chance, 2, 20), chance.nextBoolean()))
                : Optional.empty();
        return new Course(
                stays,
                patience,
                slip,
                byBus ? Optional.of(household) : Optional.empty(),
                loses,
                visits(chance, passing));
    }

    /// The course of a child who came alone: no card from the gate, and a share of everything.
    static Course ofChild(SplittableRandom chance, Passing passing) {
        return new Course(false, Optional.empty(), false, Optional.empty(), Optional.empty(), visits(chance, passing));
    }

    private static Household household(SplittableRandom chance, Passing passing, List<AreaId> destinations) {
        Language language = chance.nextInt(5) == 0 ? Language.EN : Language.AR;
        int chosen = chance.nextInt(destinations.size() + 1);
        Optional<AreaId> destination =
                chosen < destinations.size() ? Optional.of(destinations.get(chosen)) : Optional.empty();
        return new Household(passing.people(), passing.needs(), language, destination, List.of());
    }

    /// Nobody shows a card where they are treated.
    private static List<Visit> visits(SplittableRandom chance, Passing passing) {
        var visits = new ArrayList<Visit>();
        for (Service service : Service.values()) {
            boolean wanted = chance.nextInt(100) < WANTED.getOrDefault(service, 0);
            boolean treatment = service == Service.EMERGENCY_CARE || service == Service.MEDICINE;
            int people = treatment ? 1 : Math.toIntExact(passing.persons());
            Duration after = Duration.ofSeconds(300 + chance.nextLong(2_400));
            boolean showsCard = chance.nextBoolean() && !treatment;
            if (wanted) visits.add(new Visit(service, people, after, showsCard));
        }
        return List.copyOf(visits);
    }

    private static Duration minutes(SplittableRandom chance, int from, int to) {
        return Duration.ofMinutes(from + chance.nextInt(to - from));
    }
}
