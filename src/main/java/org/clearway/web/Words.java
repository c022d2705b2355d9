// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.clearway.language.Language;
import org.clearway.language.Names;
import org.clearway.language.Problem;
import org.clearway.language.Wording;

/// The words of a page in one language, `w` in the templates. Text that is put into a sentence is isolated (U+2068 …
/// U+2069), so that a Latin name in an Arabic line, or the other way round, keeps its place.
final class Words {
    private static final char ISOLATE = '\u2068';
    private static final char END_ISOLATE = '\u2069';

    private final Wording wording;
    private final ZoneId zone;

    Words(Language language, ZoneId zone) {
        this.wording = Wording.of(language);
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
        values.forEach((name, value) -> isolated.put(name, value instanceof String text ? isolate(text) : value));
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

    /// Such as `14 September 2019`.
    public String day(LocalDate day) {
        return day.format(format("d MMMM uuuu"));
    }

    /// Such as `14 September 2019, 18:00 (UTC+3)`, in the node's zone.
    public String moment(Instant instant) {
        return moment(instant, zone);
    }

    public String moment(Instant instant, ZoneId where) {
        ZonedDateTime local = instant.atZone(where);
        return local.format(format("d MMMM uuuu, HH:mm")) + " (" + offset(local.getOffset()) + ")";
    }

    /// To the second, for records that are read closely.
    public String exactMoment(Instant instant) {
        ZonedDateTime local = instant.atZone(zone);
        return local.format(format("d MMMM uuuu, HH:mm:ss")) + " (" + offset(local.getOffset()) + ")";
    }

    /// The value of an `<input type="datetime-local">`, in the node's zone.
    public String input(Instant instant) {
        return LocalDateTime.ofInstant(instant, zone)
                .format(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT));
    }

    static String isolate(String text) {
        return ISOLATE + text + END_ISOLATE;
    }

    /// The letters UTC and the offset, isolated: a sign before digits would change sides in Arabic.
    private static String offset(ZoneOffset offset) {
        int minutes = Math.abs(offset.getTotalSeconds() / 60);
        String sign = offset.getTotalSeconds() < 0 ? "−" : "+";
        String half = minutes % 60 == 0 ? "" : String.format(Locale.ROOT, ":%02d", minutes % 60);
        return isolate(minutes == 0 ? "UTC" : "UTC" + sign + minutes / 60 + half);
    }

    private DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, language().locale());
    }
}
