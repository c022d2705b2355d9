// SPDX-License-Identifier: Apache-2.0
package org.clearway.time;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Hours of opening in local time, on some days of the week. `from` equal to `to` means around the clock; `to` before
/// `from` runs past midnight. Local, so a change of clocks moves the instants and not what is written at the gate.
public record OpeningWindow(Set<DayOfWeek> days, LocalTime from, LocalTime to, ZoneId zone) {
    public OpeningWindow {
        if (days.isEmpty()) throw new IllegalArgumentException("An opening window needs at least one day.");
        days = Set.copyOf(days);
    }

    public static OpeningWindow aroundTheClock(ZoneId zone) {
        return new OpeningWindow(EnumSet.allOf(DayOfWeek.class), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, zone);
    }

    /// For a text column of a view: a line for each window, of days, tab, from, tab, to, tab, zone.
    public static String lines(List<OpeningWindow> windows) {
        return windows.stream().map(OpeningWindow::line).collect(Collectors.joining("\n"));
    }

    public static List<OpeningWindow> ofLines(String lines) {
        if (lines.isEmpty()) return List.of();
        return Arrays.stream(lines.split("\n", -1)).map(OpeningWindow::ofLine).toList();
    }

    private String line() {
        String told = days.stream().sorted().map(DayOfWeek::name).collect(Collectors.joining(" "));
        return String.join("\t", told, from.toString(), to.toString(), zone.getId());
    }

    private static OpeningWindow ofLine(String line) {
        String[] part = line.split("\t", 4);
        Set<DayOfWeek> days =
                Arrays.stream(part[0].split(" ", -1)).map(DayOfWeek::valueOf).collect(Collectors.toSet());
        return new OpeningWindow(days, LocalTime.parse(part[1]), LocalTime.parse(part[2]), ZoneId.of(part[3]));
    }

    public boolean isAroundTheClock() {
        return from.equals(to);
    }

    public boolean contains(Instant instant) {
        LocalDate day = instant.atZone(zone).toLocalDate();
        return openOn(day).filter(p -> p.contains(instant)).isPresent()
                || openOn(day.minusDays(1)).filter(p -> p.contains(instant)).isPresent();
    }

    /// The opening that is under way at `instant`, or the next one within a fortnight.
    public Optional<Period> currentOrNext(Instant instant) {
        LocalDate day = instant.atZone(zone).toLocalDate().minusDays(1);
        for (int i = 0; i < 15; i++) {
            Optional<Period> open = openOn(day.plusDays(i));
            if (open.isPresent() && open.get().to().isAfter(instant)) return open;
        }
        return Optional.empty();
    }

    /// The opening that ended last before or at `instant`, within a fortnight.
    public Optional<Period> last(Instant instant) {
        LocalDate day = instant.atZone(zone).toLocalDate();
        for (int i = 0; i < 15; i++) {
            Optional<Period> open = openOn(day.minusDays(i));
            if (open.isPresent() && !open.get().to().isAfter(instant)) return open;
        }
        return Optional.empty();
    }

    public Optional<Period> openOn(LocalDate day) {
        if (!days.contains(day.getDayOfWeek())) return Optional.empty();
        Instant begin = day.atTime(from).atZone(zone).toInstant();
        LocalDate last = to.isAfter(from) ? day : day.plusDays(1);
        Instant end = last.atTime(to).atZone(zone).toInstant();
        return end.isAfter(begin) ? Optional.of(new Period(begin, end, zone)) : Optional.empty();
    }
}
