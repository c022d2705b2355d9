// SPDX-License-Identifier: Apache-2.0
package org.clearway.paper;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clearway.access.Role;
import org.clearway.gate.HourSlot;
import org.clearway.time.Occurred;
import org.clearway.time.TimePrecision;

/// What somebody wrote on a sheet, as it was typed from it.
///
/// @param by the desk that wrote it; whose hand it was is not asked
/// @param zone on whose clock the times on it were told
/// @param lines those on which something stands
public record Filled(Role by, ZoneId zone, Part head, List<Part> lines) {
    public Filled {
        lines = List.copyOf(lines);
    }

    LocalDate day(String field) {
        return LocalDate.parse(head.text(field));
    }

    Instant at(Part part, String clock) {
        return day("day").atTime(LocalTime.parse(part.text(clock))).atZone(zone).toInstant();
    }

    HourSlot slot(Part part) {
        return new HourSlot(
                day("day")
                        .atTime(Integer.parseInt(part.text("hour")), 0)
                        .atZone(zone)
                        .toInstant(),
                zone);
    }

    /// The time of a part, as sure as it is told to be. Where no clock was read, only the day is known.
    Occurred occurred(Part part) {
        Sure sure = part.maybeOne("sure", Sure.class).orElse(Sure.EXACT);
        if (sure == Sure.ONLY_THE_DAY || part.maybe("clock").isEmpty()) return Occurred.on(day("day"), zone);
        Instant at = at(part, "clock");
        return new Occurred(at, at, sure == Sure.ABOUT ? TimePrecision.HOURS : TimePrecision.MINUTES, zone);
    }

    /// The times at which what stands on the sheet happened.
    List<Occurred> times() {
        if (!head.texts().containsKey("day")) return List.of();
        return Stream.concat(Stream.of(head), lines.stream())
                .map(this::time)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Occurred> time(Part part) {
        if (part.maybe("hour").isPresent()) return Optional.of(slot(part).occurred());
        for (String clock : List.of("opened", "came")) {
            if (part.maybe(clock).isPresent()) return Optional.of(Occurred.at(at(part, clock), zone));
        }
        boolean told = part.line() == 0
                || part.maybe("clock").isPresent()
                || part.maybe("sure").isPresent();
        return told ? Optional.of(occurred(part)) : Optional.empty();
    }
}
