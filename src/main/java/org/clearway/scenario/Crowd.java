// SPDX-License-Identifier: Apache-2.0
package org.clearway.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/// Everybody who comes on a simulated day, by chance. The same seed brings the same people at the
/// same minutes; the busiest stretch is in the middle of the morning.
final class Crowd {
    private Crowd() {}

    static List<Family> of(Simulation simulation) {
        var chance = new SplittableRandom(simulation.seed());
        Duration day = Duration.between(simulation.from(), simulation.to());
        var families = new ArrayList<Family>();
        long people = 0;
        while (people < simulation.profile().people()) {
            Instant comes = simulation.from().plusSeconds(second(chance, simulation, day));
            Family family = Family.by(chance, families.size(), comes, simulation.destinations());
            if (family.childAlone() && simulation.childProtection().isEmpty()) continue;
            families.add(family);
            people += family.passing().persons();
        }
        families.sort(Comparator.comparing(Family::comes));
        return List.copyOf(families);
    }

    /// A peak of two hours around a third of the day holds twice the peak hour's people; the others
    /// come evenly.
    private static long second(SplittableRandom chance, Simulation simulation, Duration day) {
        long length = day.toSeconds();
        double inPeak = Math.min(
                0.6, 2.0 * simulation.profile().peak() / simulation.profile().people());
        if (chance.nextDouble() < inPeak) {
            long middle = length / 3;
            return Math.clamp(middle - 3_600 + chance.nextLong(7_200), 0, length - 1);
        }
        return chance.nextLong(length);
    }

    /// Whole minutes from `from` up to `to`.
    static List<Instant> minutes(Instant from, Instant to) {
        var minutes = new ArrayList<Instant>();
        for (Instant at = from; at.isBefore(to); at = at.plusSeconds(60)) minutes.add(at);
        return minutes;
    }
}
