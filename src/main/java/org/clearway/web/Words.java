// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clearway.language.Language;
import org.clearway.language.Names;
import org.clearway.language.Problem;
import org.clearway.language.Wording;
import org.clearway.time.OpeningWindow;
import org.clearway.time.Span;
import org.clearway.time.TimeWords;

/// The words of a page in one language, `w` in the templates. Text that is put into a sentence is isolated (U+2068 …
/// U+2069), so that a Latin name in an Arabic line, or the other way round, keeps its place.
final class Words {
    private static final char ISOLATE = '\u2068';
    private static final char ISOLATE_LEFT_TO_RIGHT = '\u2066';
    private static final char ISOLATE_RIGHT_TO_LEFT = '\u2067';
    private static final char END_ISOLATE = '\u2069';

    private final Wording wording;
    private final TimeWords time;
    private final ZoneId zone;

    Words(Language language, ZoneId zone) {
        this.wording = Wording.of(language);
        this.time = TimeWords.of(language);
        this.zone = zone;
    }

    public Language language() {
        return wording.language();
    }

    public String tag() {
        return language().tag();
    }

    public String direction() {
        return language().direction();
    }

    public String say(String key) {
        return wording.say(key);
    }

    public String say(String key, Map<String, ?> values) {
        var isolated = new LinkedHashMap<String, Object>();
        values.forEach((name, value) -> isolated.put(name, value instanceof String text ? isolated(text) : value));
        return wording.say(key, isolated);
    }

    public String say(String key, String name, Object value) {
        return say(key, Map.of(name, value));
    }

    public String say(Enum<?> value) {
        return wording.say(value);
    }

    public String say(Problem problem) {
        return problem.in(language());
    }

    public boolean has(String key) {
        return wording.has(key);
    }

    public String name(Names names) {
        return names.in(language());
    }

    /// A whole number with the language's own grouping, in Latin digits.
    public String number(long number) {
        return com.ibm.icu.text.NumberFormat.getIntegerInstance(language().locale())
                .format(number);
    }

    /// Several things in one sentence, as the language lists them.
    public String list(List<String> things) {
        return wording.list(things);
    }

    /// For sentences that other packages make.
    Wording wording() {
        return wording;
    }

    /// Such as "14 September 2019".
    public String day(LocalDate day) {
        return time.day(day);
    }

    /// Such as "18:00 on 14 September 2019 (UTC+3)", in the node's zone.
    public String moment(Instant instant) {
        return time.moment(instant, zone) + " (" + isolate(TimeWords.offset(zone, instant)) + ")";
    }

    /// The node's distance from UTC at an instant, such as "UTC+3".
    public String offset(Instant instant) {
        return TimeWords.offset(zone, instant);
    }

    /// The day in which an instant is, in the node's zone.
    public String day(Instant instant) {
        return day(LocalDate.ofInstant(instant, zone));
    }

    /// Such as "18:00 (UTC+3)" for an instant of the day that `now` is in, and with its day for any other.
    public String momentNear(Instant instant, Instant now) {
        LocalDateTime local = LocalDateTime.ofInstant(instant, zone);
        if (!local.toLocalDate().equals(LocalDate.ofInstant(now, zone))) return moment(instant);
        return time.clock(local.toLocalTime()) + " (" + isolate(TimeWords.offset(zone, instant)) + ")";
    }

    /// To the second, for records that are read closely.
    public String exactMoment(Instant instant) {
        LocalDateTime local = LocalDateTime.ofInstant(instant, zone);
        String clock = local.format(DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT));
        return wording.say("time.moment", Map.of("clock", clock, "day", time.day(local.toLocalDate()))) + " ("
                + isolate(TimeWords.offset(zone, instant)) + ")";
    }

    /// Such as "since 13 September 2019" or "March 2018 to December 2018": each end as exactly as it was told.
    public String span(Span span) {
        String from = time.told(span.from());
        String to = span.to().map(time::told).orElse("");
        if (to.isEmpty()) return say("web.span.since", "from", from);
        return from.equals(to) ? from : say("web.span.period", Map.of("from", from, "to", to));
    }

    /// Opening hours, such as "every day from 09:00 to 21:00".
    public String window(OpeningWindow window) {
        if (window.isAroundTheClock()) return say("corridor.around-the-clock");
        Map<String, String> hours = Map.of("from", time.clock(window.from()), "to", time.clock(window.to()));
        if (window.days().size() == DayOfWeek.values().length) return say("corridor.daily-window", hours);
        var some = new LinkedHashMap<String, String>(hours);
        some.put(
                "days",
                list(window.days().stream()
                        .sorted()
                        .map(day ->
                                day.getDisplayName(TextStyle.FULL, language().locale()))
                        .toList()));
        return say("corridor.window-on", some);
    }

    /// The value of an `<input type="datetime-local">`, in the node's zone.
    public String input(Instant instant) {
        return LocalDateTime.ofInstant(instant, zone)
                .format(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT));
    }

    /// What holds isolated text already was said in this language, and is read in its direction: its first letters may
    /// all be isolated, and then the sign that asks for the direction of the first letter finds none.
    private String isolated(String text) {
        if (text.indexOf(ISOLATE) < 0) return isolate(text);
        return (language().rightToLeft() ? ISOLATE_RIGHT_TO_LEFT : ISOLATE_LEFT_TO_RIGHT) + text + END_ISOLATE;
    }

    static String isolate(String text) {
        return ISOLATE + text + END_ISOLATE;
    }
}
