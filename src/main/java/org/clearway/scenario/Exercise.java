// SPDX-License-Identifier: Apache-2.0
package org.clearway.scenario;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.clearway.agreement.CorridorId;
import org.clearway.journal.Story;
import org.clearway.language.Problem;

/// A configuration with days that are made up, to practise on: a story that a folder of its own tells.
///
/// @param days the days that were made up
/// @param lacks what the configuration has none of, and what is therefore not practised
public record Exercise(Story story, java.util.List<LocalDate> days, Set<Lack> lacks) {
    /// What a configuration may have none of.
    public enum Lack {
        /// Nobody assures anything, and nothing runs out.
        PARTY,
        /// Nobody is given anything.
        SERVICE_POINT,
        /// Nobody goes on by bus.
        SAFE_AREA,
        VEHICLE,
        /// No child comes alone.
        CHILD_PROTECTION,
        /// There is no fire near the crossing.
        CROSSING_POSITION
    }

    /// What the days are to be like.
    ///
    /// @param from the first day; absent for the first that is possible from tomorrow on
    /// @param days how many, 1 to 14, of those on which the corridor is open
    /// @param seed the same seed makes the same days
    /// @param corridor absent for the first that has a crossing
    public record Wishes(
            Optional<LocalDate> from, int days, Profile profile, long seed, Optional<CorridorId> corridor) {
        private static final int MOST_DAYS = 14;

        /// @throws Problem `exercise.days`
        public Wishes {
            if (days < 1 || days > MOST_DAYS) throw Problem.of("exercise.days", "value", days);
        }
    }
}
