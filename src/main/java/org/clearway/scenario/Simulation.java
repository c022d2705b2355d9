// SPDX-License-Identifier: Apache-2.0
package org.clearway.scenario;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.clearway.agreement.CorridorId;
import org.clearway.agreement.PartyId;
import org.clearway.corridor.CrossingId;
import org.clearway.gate.Gate;
import org.clearway.geo.AreaId;

/// What a scenario says of the people who come to a gate by chance on a day.
///
/// @param lanes how many families can be counted in a minute
/// @param childProtection who takes charge of children who come alone; where there is nobody,
///     no child comes alone
/// @param destinations where people can choose to go
/// @param darkness when there is no power and counts go on paper
/// @param seed the same seed brings the same people
record Simulation(
        Gate gate,
        Instant from,
        Instant to,
        int lanes,
        Optional<PartyId> childProtection,
        List<AreaId> destinations,
        Optional<Darkness> darkness,
        Profile profile,
        long seed) {

    /// @param onRecord how long after it the paper forms are entered
    record Darkness(Instant from, Instant to, Duration onRecord) {
        boolean covers(Instant instant) {
            return !instant.isBefore(from) && instant.isBefore(to);
        }

        /// When its paper forms are entered.
        Instant entered() {
            return to.plus(onRecord);
        }
    }

    static Simulation read(Sheet sheet, ZoneId zone) {
        LocalDate day = sheet.as("day", LocalDate::parse);
        return new Simulation(
                new Gate(sheet.as("corridor", CorridorId::new), sheet.as("crossing", CrossingId::new)),
                at(day, sheet, "from", zone),
                at(day, sheet, "to", zone),
                Math.toIntExact(sheet.number("lanes")),
                sheet.optionally("child-protection", PartyId::new),
                sheet.list("destinations", AreaId::new),
                sheet.optionalSheet("darkness")
                        .map(dark -> new Darkness(
                                at(day, dark, "from", zone),
                                at(day, dark, "to", zone),
                                Duration.ofMinutes(dark.number("entered-after-minutes")))),
                sheet.one("profile", Profile.class),
                sheet.number("seed"));
    }

    Simulation with(Profile other, long otherSeed) {
        return new Simulation(gate, from, to, lanes, childProtection, destinations, darkness, other, otherSeed);
    }

    /// The latest moment at which anything of the day's people is recorded at the gate.
    Instant lastActs() {
        return darkness.map(Darkness::entered).filter(to::isBefore).orElse(to);
    }

    /// When the last of the day's people is accounted for.
    Instant over() {
        return to.plus(WayOn.UNTIL_OVER);
    }

    private static Instant at(LocalDate day, Sheet sheet, String key, ZoneId zone) {
        return day.atTime(sheet.time(key)).atZone(zone).toInstant();
    }
}
