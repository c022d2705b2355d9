// SPDX-License-Identifier: Apache-2.0
package org.clearway.time;

import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.clearway.language.Language;
import org.clearway.language.Wording;

/// Days and hours in the words of a language, as exactly as they were told and no more. Digits are Latin, hours run to
/// 24,
/// and Arabic months carry both of their names.
public final class TimeWords {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Wording words;

    private TimeWords(Wording words) {
        this.words = words;
    }

    public static TimeWords of(Language language) {
        return new TimeWords(Wording.of(language));
    }

    /// Such as "14 September 2019".
    public String day(LocalDate day) {
        return words.say(
                "time.day",
                Map.of(
                        "day", text(day.getDayOfMonth()),
                        "month", monthName(day.getMonthValue()),
                        "year", text(day.getYear())));
    }

    /// Such as "September 2019".
    public String month(YearMonth month) {
        return words.say(
                "time.month", Map.of("month", monthName(month.getMonthValue()), "year", text(month.getYear())));
    }

    /// Such as "18:00".
    public String clock(LocalTime time) {
        return CLOCK.format(time);
    }

    /// Such as "18:00 on 14 September 2019", local to `zone`.
    public String moment(Instant instant, ZoneId zone) {
        var local = instant.atZone(zone).toLocalDateTime();
        return words.say("time.moment", Map.of("clock", clock(local.toLocalTime()), "day", day(local.toLocalDate())));
    }

    /// The beginning of `occurred` as exactly as it was told: a moment, a day, a week, a month or a year.
    public String told(Occurred occurred) {
        LocalDate day = occurred.from().atZone(occurred.zone()).toLocalDate();
        return switch (occurred.precision()) {
            case EXACT, MINUTES -> moment(occurred.from(), occurred.zone());
            case HOURS -> words.say("time.about", Map.of("time", moment(occurred.from(), occurred.zone())));
            case DAY -> day(day);
            case WEEK -> words.say("time.week", Map.of("day", day(day)));
            case MONTH -> month(YearMonth.from(day));
            case YEAR -> words.say("time.year", Map.of("year", text(day.getYear())));
        };
    }

    /// The place that a zone of time is named after, such as "Lagos"; absent for zones that are not named after one.
    public Optional<String> place(ZoneId zone) {
        ULocale locale = ULocale.forLocale(words.language().locale());
        return zone instanceof ZoneOffset
                ? Optional.empty()
                : Optional.ofNullable(TimeZoneNames.getInstance(locale).getExemplarLocationName(nameKnownToIcu(zone)));
    }

    /// ICU's catalogues of names go by the name that a zone had first.
    private static String nameKnownToIcu(ZoneId zone) {
        String first = TimeZone.getCanonicalID(zone.getId());
        return first == null ? zone.getId() : first;
    }

    /// The zone's distance from UTC at `instant`, such as "UTC+3" or "UTC+5:30".
    public static String offset(ZoneId zone, Instant instant) {
        int seconds = zone.getRules().getOffset(instant).getTotalSeconds();
        if (seconds == 0) return "UTC";
        int minutes = Math.abs(seconds) / 60;
        String hours = (seconds < 0 ? "UTC−" : "UTC+") + minutes / 60;
        return minutes % 60 == 0 ? hours : hours + ":" + (minutes % 60 < 10 ? "0" : "") + minutes % 60;
    }

    private String monthName(int month) {
        return words.say("time.month." + month);
    }

    /// Years and days of the month are not grouped.
    private static String text(int number) {
        return Integer.toString(number);
    }
}
