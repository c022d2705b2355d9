// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clearway.transport.DrivingHours.REGULATION_561;
import static org.clearway.transport.DrivingHours.WITH_PASSENGERS;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.clearway.time.Period;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/// All of it in the first week of May 2026; 4 May is a Monday.
class DrivingHoursTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Kyiv");
    private static final Duration BREAK = Duration.ofMinutes(45);

    @Test
    void fourAndAHalfHoursAtOnceAreWithinTheHoursAndAMinuteMoreIsNot() {
        assertThat(REGULATION_561.ask(List.of(), drive("04T06:00", "04T10:30")))
                .isEqualTo(new MayDrive.Within(Duration.ofMinutes(330)));
        assertThat(REGULATION_561.ask(List.of(), drive("04T06:00", "04T10:31")))
                .isEqualTo(new MayDrive.BreakDueBefore(at("04T10:30"), BREAK));
    }

    @Test
    void aBreakOfFortyFiveMinutesBeginsTheCountAgainAndOneOfFortyFourDoesNot() {
        List<Period> driven = List.of(drive("04T06:00", "04T10:30"));
        assertThat(REGULATION_561.ask(driven, drive("04T11:15", "04T15:45")))
                .isEqualTo(new MayDrive.Within(Duration.ofHours(1)));
        assertThat(REGULATION_561.ask(driven, drive("04T11:14", "04T11:15")))
                .as("44 minutes were the first part; the second is due at once")
                .isEqualTo(new MayDrive.BreakDueBefore(at("04T11:14"), Duration.ofMinutes(30)));
    }

    @Test
    void aBreakMayBeTakenAsFifteenMinutesAndThenThirty() {
        List<Period> inTwo = List.of(drive("04T06:00", "04T08:00"), drive("04T08:15", "04T10:45"));
        assertThat(REGULATION_561.ask(inTwo, drive("04T11:15", "04T15:45")))
                .isEqualTo(new MayDrive.Within(Duration.ofHours(1)));
        assertThat(REGULATION_561.ask(inTwo, drive("04T11:14", "04T11:15")))
                .isEqualTo(new MayDrive.BreakDueBefore(at("04T11:14"), Duration.ofMinutes(30)));
    }

    @Test
    void thirtyMinutesAndThenFifteenAreNoBreak() {
        List<Period> wrongWayRound = List.of(drive("04T06:00", "04T08:00"), drive("04T08:30", "04T11:00"));
        assertThat(REGULATION_561.ask(wrongWayRound, drive("04T11:15", "04T11:16")))
                .isEqualTo(new MayDrive.BreakDueBefore(at("04T11:15"), Duration.ofMinutes(30)));
    }

    @Test
    void aPauseOfLessThanFifteenMinutesCountsForNothing() {
        List<Period> driven = List.of(drive("04T06:00", "04T08:00"), drive("04T08:14", "04T10:00"));
        assertThat(REGULATION_561.ask(driven, drive("04T10:00", "04T10:45")))
                .isEqualTo(new MayDrive.BreakDueBefore(at("04T10:44"), BREAK));
    }

    @Test
    void tenHoursOnTwoDaysOfAWeekAndNineOnTheOthers() {
        var driven = new ArrayList<Period>();
        assertThat(thirdStretch(driven, "04", "18:00")).isEqualTo(new MayDrive.Within(Duration.ZERO));
        driven.addAll(longDay("04"));
        assertThat(thirdStretch(driven, "05", "18:00")).isEqualTo(new MayDrive.Within(Duration.ZERO));
        driven.addAll(longDay("05"));
        assertThat(thirdStretch(driven, "06", "17:00")).isEqualTo(new MayDrive.Within(Duration.ZERO));
        assertThat(thirdStretch(driven, "06", "17:01")).isEqualTo(new MayDrive.DayOver(at("06T17:00"), at("07T04:00")));
        assertThat(thirdStretch(driven, "11", "18:00"))
                .as("another week has begun")
                .isEqualTo(new MayDrive.Within(Duration.ZERO));
    }

    @Test
    void aDayOfTenHoursAndAMinuteIsNeverWithin() {
        assertThat(thirdStretch(List.of(), "04", "18:01"))
                .isEqualTo(new MayDrive.DayOver(at("04T18:00"), at("05T05:00")));
    }

    @Test
    void aDayThatIsOverIsOverUntilElevenHoursAfterItsLastStretch() {
        List<Period> driven = longDay("04");
        assertThat(REGULATION_561.ask(driven, drive("04T18:10", "04T18:11")))
                .isEqualTo(new MayDrive.DayOver(at("04T18:10"), at("05T05:00")));
        assertThat(REGULATION_561.ask(driven, drive("05T04:59", "05T05:30"))).isInstanceOf(MayDrive.DayOver.class);
        assertThat(REGULATION_561.ask(driven, drive("05T05:00", "05T05:30")))
                .isEqualTo(new MayDrive.Within(Duration.ofMinutes(570)));
    }

    @Test
    void theRestIsToBeOverWithinTwentyFourHoursOfTheDaysBeginning() {
        List<Period> driven = List.of(drive("04T06:00", "04T08:00"));
        assertThat(REGULATION_561.ask(driven, drive("04T17:00", "04T19:00")))
                .isEqualTo(new MayDrive.Within(Duration.ofHours(6)));
        assertThat(REGULATION_561.ask(driven, drive("04T17:00", "04T19:01")))
                .isEqualTo(new MayDrive.RestTooShort(at("04T19:00"), at("05T06:00")));
        List<Period> evening = List.of(drive("04T06:00", "04T08:00"), drive("04T17:00", "04T19:00"));
        assertThat(REGULATION_561.ask(evening, drive("04T20:00", "04T20:10")))
                .as("who has let go of the wheel has rested since")
                .isEqualTo(new MayDrive.RestTooShort(at("04T20:00"), at("05T06:00")));
    }

    @Test
    void elevenHoursAreARestAndAMinuteLessIsNot() {
        List<Period> driven = List.of(drive("04T06:00", "04T08:00"));
        assertThat(REGULATION_561.ask(driven, drive("04T19:00", "04T21:00")))
                .isEqualTo(new MayDrive.Within(Duration.ofHours(8)));
        assertThat(REGULATION_561.ask(driven, drive("04T18:59", "04T21:00")))
                .isEqualTo(new MayDrive.RestTooShort(at("04T19:00"), at("05T06:00")));
    }

    @Test
    void withPeopleAboardAStopIsDueAfterThreeHoursAndEightHoursAreADay() {
        assertThat(WITH_PASSENGERS.ask(List.of(), drive("04T06:00", "04T09:00")))
                .isEqualTo(new MayDrive.Within(Duration.ofHours(5)));
        assertThat(WITH_PASSENGERS.ask(List.of(), drive("04T06:00", "04T09:01")))
                .isEqualTo(new MayDrive.StopDueBefore(at("04T09:00"), Duration.ofMinutes(15)));
        List<Period> driven = List.of(drive("04T06:00", "04T09:00"), drive("04T09:45", "04T12:45"));
        assertThat(WITH_PASSENGERS.ask(driven, drive("04T13:30", "04T15:30")))
                .isEqualTo(new MayDrive.Within(Duration.ZERO));
        assertThat(WITH_PASSENGERS.ask(driven, drive("04T13:30", "04T15:31")))
                .isEqualTo(new MayDrive.DayOver(at("04T15:30"), at("05T02:30")));
    }

    @Test
    void aStopOfThoseWhoTravelIsAlsoTheFirstPartOfTheDriversBreak() {
        List<Period> driven = List.of(drive("04T06:00", "04T09:00"));
        assertThat(WITH_PASSENGERS.ask(driven, drive("04T09:15", "04T11:00")))
                .isEqualTo(new MayDrive.BreakDueBefore(at("04T10:45"), Duration.ofMinutes(30)));
    }

    @Test
    void theWeekBeginsOnMondayOnTheClockOfTheRoad() {
        List<Period> driven = List.of(
                drive("09T00:30", "09T05:00"),
                drive("09T05:45", "09T10:15"),
                drive("09T11:00", "09T11:30"),
                drive("10T00:30", "10T05:00"),
                drive("10T05:45", "10T10:15"),
                drive("10T11:00", "10T11:30"));
        assertThat(thirdStretch(driven, "11", "16:30"))
                .as("a new week, in which ten hours may be driven again")
                .isEqualTo(new MayDrive.Within(Duration.ofMinutes(90)));
        Period night = new Period(at("10T23:30"), at("11T00:30"), ZONE);
        assertThat(REGULATION_561.ask(driven, night))
                .as("the day began on Sunday, and belongs to the old week, which had its two long days")
                .isEqualTo(new MayDrive.Within(Duration.ofHours(8)));
        Period sameNight = new Period(at("10T23:30"), at("11T00:30"), ZoneId.of("Asia/Tbilisi"));
        assertThat(REGULATION_561.ask(driven, sameNight))
                .as("an hour later by another clock it is Monday")
                .isEqualTo(new MayDrive.Within(Duration.ofHours(9)));
    }

    @Test
    void limitsThatContradictOneAnotherAreRefused() {
        assertThatThrownBy(() -> new DrivingHours(
                        Duration.ofHours(3),
                        Duration.ofMinutes(15),
                        Duration.ofHours(10),
                        BREAK,
                        Duration.ofMinutes(15),
                        Duration.ofMinutes(30),
                        Duration.ofHours(9),
                        Duration.ofHours(10),
                        2,
                        Duration.ofHours(11)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /// The repetition is the seed, so a failure names the case that replays it. A driver who does what is answered
    /// never
    /// drives more than may be driven, counted here minute by minute.
    @RepeatedTest(200)
    void whoHeedsTheAnswersKeepsEveryLimit(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        DrivingHours hours = random.nextBoolean() ? REGULATION_561 : WITH_PASSENGERS;
        var driven = new ArrayList<Period>();
        Instant clock = at("04T05:00");
        while (clock.isBefore(at("11T00:00"))) {
            Instant to = clock.plus(Duration.ofMinutes(1 + random.nextInt(360)));
            MayDrive answer = hours.ask(driven, new Period(clock, to, ZONE));
            Instant stops = switch (answer) {
                case MayDrive.Within within -> to;
                case MayDrive.StopDueBefore due -> due.at();
                case MayDrive.BreakDueBefore due -> due.at();
                case MayDrive.DayOver over -> over.at();
                case MayDrive.RestTooShort tired -> tired.at();
            };
            if (stops.isAfter(clock)) driven.add(new Period(clock, stops, ZONE));
            Duration pause = switch (answer) {
                case MayDrive.Within within -> Duration.ofMinutes(random.nextInt(90));
                case MayDrive.StopDueBefore due -> due.length();
                case MayDrive.BreakDueBefore due -> due.length();
                case MayDrive.DayOver over -> Duration.between(stops, over.until());
                case MayDrive.RestTooShort tired -> Duration.between(stops, tired.until());
            };
            clock = stops.plus(pause);
        }
        assertKept(hours, driven);
        var shuffled = new ArrayList<>(driven);
        shuffled.add(driven.getFirst());
        Collections.shuffle(shuffled, random);
        var next = new Period(clock, clock.plus(Duration.ofHours(5)), ZONE);
        assertThat(hours.ask(shuffled, next)).isEqualTo(hours.ask(driven, next));
    }

    private static void assertKept(DrivingHours hours, List<Period> driven) {
        Duration day = Duration.ZERO;
        Duration sinceStop = Duration.ZERO;
        Duration sinceBreak = Duration.ZERO;
        Instant began = driven.getFirst().from();
        Instant last = began;
        int longDays = 0;
        boolean first = false;
        for (Period stretch : driven) {
            long pause = Duration.between(last, stretch.from()).toMinutes();
            if (pause >= 15) sinceStop = Duration.ZERO;
            if (pause >= 45 || first && pause >= 30) {
                sinceBreak = Duration.ZERO;
                first = false;
            } else if (pause >= 15) {
                first = true;
            }
            if (pause >= 660) {
                if (day.compareTo(hours.aDay()) > 0) longDays++;
                day = Duration.ZERO;
                began = stretch.from();
            }
            Duration length = Duration.between(stretch.from(), stretch.to());
            day = day.plus(length);
            sinceStop = sinceStop.plus(length);
            sinceBreak = sinceBreak.plus(length);
            last = stretch.to();
            assertThat(day).isLessThanOrEqualTo(hours.aLongDay());
            assertThat(sinceStop).isLessThanOrEqualTo(hours.stopEvery());
            assertThat(sinceBreak).isLessThanOrEqualTo(hours.atOnce());
            assertThat(Duration.between(began, last).toMinutes()).isLessThanOrEqualTo(780);
        }
        assertThat(longDays).isLessThanOrEqualTo(hours.longDaysAWeek());
    }

    /// Two stretches of four hours and a third to `until`, all within a day.
    private static MayDrive thirdStretch(List<Period> before, String day, String until) {
        var driven = new ArrayList<>(before);
        driven.addAll(List.of(drive(day + "T05:30", day + "T09:30"), drive(day + "T10:15", day + "T14:15")));
        return REGULATION_561.ask(driven, drive(day + "T16:00", day + "T" + until));
    }

    private static List<Period> longDay(String day) {
        return List.of(
                drive(day + "T05:30", day + "T09:30"),
                drive(day + "T10:15", day + "T14:15"),
                drive(day + "T16:00", day + "T18:00"));
    }

    private static Period drive(String from, String to) {
        return new Period(at(from), at(to), ZONE);
    }

    private static Instant at(String dayAndTime) {
        return LocalDateTime.parse("2026-05-" + dayAndTime).atZone(ZONE).toInstant();
    }
}
