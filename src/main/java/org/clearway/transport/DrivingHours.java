// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.clearway.time.Period;

/// How long a driver drives before a break, before the end of the day, and how long the rest is
/// then. Each limit itself is still within the hours.
///
/// A rest is any time without driving that is long enough; a day goes from rest to rest. Other
/// work, such as loading, is not known here, so that the answer is the most that may be driven and
/// not what is wise.
///
/// @param stopEvery after how much driving those who travel need a stop, whoever drives
/// @param stop how long that is at least
/// @param atOnce after how much driving the break is due
/// @param breakOf how long it is at least
/// @param firstPart how long the first part is at least where it is taken in two
/// @param secondPart how long the second part is at least
/// @param aDay how much may be driven in a day
/// @param aLongDay how much may be driven on a few days of a week
/// @param longDaysAWeek how many such days begin in a week, from Monday
/// @param rest how long the rest of a day is at least; it is over within 24 hours of the day's
///     beginning
record DrivingHours(
        Duration stopEvery,
        Duration stop,
        Duration atOnce,
        Duration breakOf,
        Duration firstPart,
        Duration secondPart,
        Duration aDay,
        Duration aLongDay,
        int longDaysAWeek,
        Duration rest) {
    /// Source: Regulation (EC) No 561/2006, Articles 6(1), 7 and 8(2); of its rules the reduced
    /// rests, the two-week and the weekly limits are left out. It asks for no stop beside the
    /// break, so that none comes before it here.
    static final DrivingHours REGULATION_561 = new DrivingHours(
            Duration.ofMinutes(270),
            Duration.ofMinutes(15),
            Duration.ofMinutes(270),
            Duration.ofMinutes(45),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(9),
            Duration.ofHours(10),
            2,
            Duration.ofHours(11));

    /// The same with people aboard who are old, ill, small or tired: a stop every three hours at
    /// the latest, and eight hours a day at most. These are our own defaults; the practice of
    /// returns asks for way stations with rest, water and first aid, and names no hours (UNHCR,
    /// Handbook, Voluntary Repatriation). A stop is as long as the first part of a break: one pause
    /// serves the driver too.
    static final DrivingHours WITH_PASSENGERS = new DrivingHours(
            Duration.ofHours(3),
            Duration.ofMinutes(15),
            REGULATION_561.atOnce,
            REGULATION_561.breakOf,
            REGULATION_561.firstPart,
            REGULATION_561.secondPart,
            Duration.ofHours(8),
            Duration.ofHours(8),
            0,
            REGULATION_561.rest);

    DrivingHours {
        boolean rising = stop.isPositive()
                && stop.compareTo(stopEvery) < 0
                && stopEvery.compareTo(atOnce) <= 0
                && atOnce.compareTo(aDay) <= 0
                && aDay.compareTo(aLongDay) <= 0
                && aLongDay.plus(rest).compareTo(Duration.ofDays(1)) <= 0;
        boolean parted = firstPart.isPositive()
                && firstPart.compareTo(breakOf) <= 0
                && secondPart.isPositive()
                && secondPart.compareTo(breakOf) <= 0
                && breakOf.compareTo(rest) < 0
                && stop.compareTo(breakOf) <= 0;
        if (!rising || !parted || longDaysAWeek < 0) {
            throw new IllegalArgumentException("These hours do not fit into one another: " + stop + " every "
                    + stopEvery
                    + ", " + breakOf + " (" + firstPart + " and " + secondPart + ") after " + atOnce + ", " + aDay
                    + " a day, " + aLongDay + " on " + longDaysAWeek + " days, then a rest of " + rest + ".");
        }
    }

    /// Whether who drove so may drive a stretch without a pause in it; where several limits are
    /// met, the first.
    ///
    /// @param driven what was driven before, in any order; what is told twice is driven once
    /// @param planned in whose zone the week begins
    MayDrive ask(List<Period> driven, Period planned) {
        var log = new Log(planned.zone());
        for (Period stretch : apart(driven, planned.from())) log.drive(stretch.from(), stretch.to());
        Instant from = planned.from();
        Optional<Instant> before = log.ended;
        log.begin(from);
        Duration ofDay = log.leftOfDay();
        List<Limit> limits = List.of(
                new Limit(ofDay, at -> new MayDrive.DayOver(at, rested(from, at, before))),
                new Limit(log.leftBeforeRest(from), at -> new MayDrive.RestTooShort(at, rested(from, at, before))),
                new Limit(atOnce.minus(log.sinceBreak), at -> new MayDrive.BreakDueBefore(at, log.breakDue())),
                new Limit(stopEvery.minus(log.sinceStop), at -> new MayDrive.StopDueBefore(at, stop)));
        Limit first = limits.stream().min(Comparator.comparing(Limit::left)).orElseThrow();
        Duration length = Duration.between(from, planned.to());
        return first.left.compareTo(length) < 0
                ? first.answer.apply(from.plus(first.left))
                : new MayDrive.Within(ofDay.minus(length));
    }

    /// When who lets go of the wheel at `at` is rested: who never took it has rested since they
    /// drove last.
    private Instant rested(Instant from, Instant at, Optional<Instant> before) {
        return before.filter(last -> at.equals(from)).orElse(at).plus(rest);
    }

    /// The stretches in their order, those that meet as one, up to an instant.
    private static List<Period> apart(List<Period> driven, Instant until) {
        var apart = new ArrayList<Period>();
        for (Period next :
                driven.stream().sorted(Comparator.comparing(Period::from)).toList()) {
            if (!next.from().isBefore(until)) continue;
            Instant to = next.to().isBefore(until) ? next.to() : until;
            if (!apart.isEmpty() && !next.from().isAfter(apart.getLast().to())) {
                Period last = apart.removeLast();
                apart.add(new Period(last.from(), last.to().isAfter(to) ? last.to() : to, last.zone()));
            } else {
                apart.add(new Period(next.from(), to, next.zone()));
            }
        }
        return apart;
    }

    /// How much of a stretch may be driven before a limit is met, and what is said then.
    private record Limit(Duration left, Function<Instant, MayDrive> answer) {
        Limit {
            if (left.isNegative()) left = Duration.ZERO;
        }
    }

    /// What was driven since the last rest, the last break and the last stop.
    private final class Log {
        private final ZoneId zone;
        private final List<LocalDate> weeksOfLongDays = new ArrayList<>();
        private Optional<Instant> ended = Optional.empty();
        private Instant dayBegan = Instant.EPOCH;
        private Duration ofDay = Duration.ZERO;
        private Duration sinceBreak = Duration.ZERO;
        private Duration sinceStop = Duration.ZERO;
        private boolean firstPartTaken;

        Log(ZoneId zone) {
            this.zone = zone;
        }

        void drive(Instant from, Instant to) {
            begin(from);
            Duration length = Duration.between(from, to);
            ofDay = ofDay.plus(length);
            sinceBreak = sinceBreak.plus(length);
            sinceStop = sinceStop.plus(length);
            ended = Optional.of(to);
        }

        /// Somebody takes the wheel: what the pause before it was good for is known now.
        void begin(Instant from) {
            Optional<Duration> pause = ended.map(last -> Duration.between(last, from));
            if (pause.isEmpty() || reaches(pause, rest)) {
                if (ofDay.compareTo(aDay) > 0) weeksOfLongDays.add(week());
                dayBegan = from;
                ofDay = Duration.ZERO;
            }
            if (reaches(pause, stop)) sinceStop = Duration.ZERO;
            if (reaches(pause, breakOf) || (firstPartTaken && reaches(pause, secondPart))) {
                sinceBreak = Duration.ZERO;
                firstPartTaken = false;
            } else if (reaches(pause, firstPart)) {
                firstPartTaken = true;
            }
        }

        private static boolean reaches(Optional<Duration> pause, Duration length) {
            return pause.filter(one -> one.compareTo(length) >= 0).isPresent();
        }

        Duration leftOfDay() {
            LocalDate week = week();
            long longDays = weeksOfLongDays.stream().filter(week::equals).count();
            return (longDays < longDaysAWeek ? aLongDay : aDay).minus(ofDay);
        }

        /// How long until the rest has to begin to be over in time; of driving and pauses alike.
        Duration leftBeforeRest(Instant from) {
            return Duration.between(from, dayBegan.plus(Duration.ofDays(1)).minus(rest));
        }

        /// The Monday of the week in which the day began.
        private LocalDate week() {
            return dayBegan.atZone(zone).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        }

        Duration breakDue() {
            return firstPartTaken ? secondPart : breakOf;
        }
    }
}
