// SPDX-License-Identifier: Apache-2.0
package org.clearway.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/// When something happened, as it was told: from–to (the end excluded; the same instant twice for a point in time),
/// how exactly, and in which zone it was told. Whole microseconds.
public record Occurred(Instant from, Instant to, TimePrecision precision, ZoneId zone) {
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");

    public Occurred {
        from = Micros.truncate(from);
        to = Micros.truncate(to);
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("A time cannot end (" + to + ") before it begins (" + from + ").");
        }
    }

    public static Occurred at(Instant instant, ZoneId zone) {
        return new Occurred(instant, instant, TimePrecision.EXACT, zone);
    }

    public static Occurred between(Instant from, Instant to, ZoneId zone) {
        return new Occurred(from, to, TimePrecision.EXACT, zone);
    }

    /// Some time on that local day.
    public static Occurred on(LocalDate day, ZoneId zone) {
        return new Occurred(start(day, zone), start(day.plusDays(1), zone), TimePrecision.DAY, zone);
    }

    /// Some time in that local month.
    public static Occurred in(YearMonth month, ZoneId zone) {
        return new Occurred(
                start(month.atDay(1), zone), start(month.plusMonths(1).atDay(1), zone), TimePrecision.MONTH, zone);
    }

    /// Some time in that local year.
    public static Occurred in(Year year, ZoneId zone) {
        return new Occurred(
                start(year.atDay(1), zone), start(year.plusYears(1).atDay(1), zone), TimePrecision.YEAR, zone);
    }

    /// When it began, on the clock of its zone.
    public LocalDateTime localFrom() {
        return LocalDateTime.ofInstant(from, zone);
    }

    /// What people write: a year (`2018`), a month (`2018-03`), a day (`2018-03-15`) or a minute (`2018-03-15T09:30`),
    /// local to `zone`.
    /// @throws java.time.DateTimeException where it is none of these
    public static Occurred told(String text, ZoneId zone) {
        if (YEAR.matcher(text).matches()) return in(Year.parse(text), zone);
        if (MONTH.matcher(text).matches()) return in(YearMonth.parse(text), zone);
        if (!text.contains("T")) return on(LocalDate.parse(text), zone);
        Instant minute = LocalDateTime.parse(text).atZone(zone).toInstant();
        return new Occurred(minute, minute, TimePrecision.MINUTES, zone);
    }

    /// What {@link #told} reads as this; of what is told more exactly, the minute in which it began.
    public String asTold() {
        LocalDateTime began = localFrom();
        return switch (precision) {
            case YEAR -> Year.from(began).toString();
            case MONTH -> YearMonth.from(began).toString();
            case DAY -> began.toLocalDate().toString();
            default -> began.truncatedTo(ChronoUnit.MINUTES).toString();
        };
    }

    /// One line of text, for a column of a view.
    public String line() {
        return Micros.of(from) + " " + Micros.of(to) + " " + precision + " " + zone.getId();
    }

    /// Reads what {@link #line()} wrote.
    public static Occurred ofLine(String line) {
        String[] parts = line.split(" ", 4);
        return new Occurred(
                Micros.instant(Long.parseLong(parts[0])),
                Micros.instant(Long.parseLong(parts[1])),
                TimePrecision.valueOf(parts[2]),
                ZoneId.of(parts[3]));
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
