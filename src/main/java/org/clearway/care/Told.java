// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

import java.util.Optional;
import org.clearway.care.CareEntries.PatientsTriaged;
import org.clearway.care.CareEntries.PeopleTurnedAway;
import org.clearway.care.CareEntries.ServiceGiven;
import org.clearway.corridor.Service;
import org.clearway.gate.HourSlot;
import org.clearway.gate.Sex;
import org.clearway.journal.Body;

/// What a touch tells, as it stands in the rows of a tally.
///
/// @param what its codes, separated by spaces
record Told(PointId point, Kind kind, String what, int people, HowRecorded how) {
    enum Kind {
        GIVEN,
        TURNED_AWAY,
        TRIAGE
    }

    /// Empty where the body is no touch.
    static Optional<Told> of(Body body) {
        return Optional.ofNullable(
                switch (body) {
                    case ServiceGiven given ->
                        new Told(given.point(), Kind.GIVEN, given.service().name(), given.people(), given.how());
                    case PeopleTurnedAway away ->
                        new Told(
                                away.point(),
                                Kind.TURNED_AWAY,
                                away.service() + " " + away.because(),
                                away.people(),
                                away.how());
                    case PatientsTriaged triaged ->
                        new Told(
                                triaged.point(),
                                Kind.TRIAGE,
                                triaged.colour() + " " + triaged.age() + " " + triaged.sex(),
                                triaged.people(),
                                triaged.how());
                    default -> null;
                });
    }

    static Body body(Touch touch) {
        return switch (touch) {
            case Touch.Given given -> new ServiceGiven(given.point(), given.service(), given.people(), given.how());
            case Touch.TurnedAway away ->
                new PeopleTurnedAway(away.point(), away.service(), away.because(), away.people(), away.how());
            case Touch.Triage triage ->
                new PatientsTriaged(
                        triage.point(), triage.colour(), triage.age(), triage.sex(), triage.people(), triage.how());
        };
    }

    Touch touch(HourSlot hour) {
        String[] codes = what.split(" ", -1);
        return switch (kind) {
            case GIVEN -> new Touch.Given(point, Service.valueOf(codes[0]), people, hour, how);
            case TURNED_AWAY ->
                new Touch.TurnedAway(
                        point, Service.valueOf(codes[0]), WhyTurnedAway.valueOf(codes[1]), people, hour, how);
            case TRIAGE ->
                new Touch.Triage(
                        point,
                        TriageColour.valueOf(codes[0]),
                        PatientAge.valueOf(codes[1]),
                        Sex.valueOf(codes[2]),
                        people,
                        hour,
                        how);
        };
    }
}
