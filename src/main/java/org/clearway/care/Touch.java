// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

import java.util.Map;
import org.clearway.corridor.Service;
import org.clearway.gate.HourSlot;
import org.clearway.gate.Sex;
import org.clearway.language.Problem;

/// What a desk notes with one touch: so many people, at a point, in an hour. Who they are is not a part of it.
public sealed interface Touch {
    /// More than this in one touch, or on one line of a paper form, is a slip of the finger.
    int MOST = 5_000;

    PointId point();

    int people();

    HourSlot hour();

    HowRecorded how();

    /// @throws Problem `care.people`
    static void requirePeople(int people) {
        if (people < 1 || people > MOST) {
            throw new Problem("care.people", Map.of("value", String.valueOf(people), "most", String.valueOf(MOST)));
        }
    }

    /// People were given something.
    record Given(PointId point, Service service, int people, HourSlot hour, HowRecorded how) implements Touch {
        /// @throws Problem `care.people`
        public Given {
            requirePeople(people);
        }
    }

    /// People went without.
    record TurnedAway(PointId point, Service service, WhyTurnedAway because, int people, HourSlot hour, HowRecorded how)
            implements Touch {
        /// @throws Problem `care.people`
        public TurnedAway {
            requirePeople(people);
        }
    }

    /// People came for treatment, this urgently. What ails them is told on the slip that goes with them, and not here.
    record Triage(
            PointId point, TriageColour colour, PatientAge age, Sex sex, int people, HourSlot hour, HowRecorded how)
            implements Touch {
        /// @throws Problem `care.people`
        public Triage {
            requirePeople(people);
        }
    }
}
