// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.clearway.agreement.DayAsked;
import org.clearway.language.Digits;
import org.clearway.time.Micros;

/// The two times of a question as a form asks it: the fields `day`, what we ask about, and `known`, the day at whose
/// end we ask what was known.
///
/// @param known absent where all that is known now is meant
record TwoDays(LocalDate day, Optional<LocalDate> known, ZoneId zone) {
    /// Later than anything known.
    private static final Instant ALL = Micros.instant(Micros.FOREVER - 1);

    private static final int LENGTH = "2019-09-14".length();

    /// What was typed, today where no day was; empty where the form now complains of it.
    static Optional<TwoDays> typed(Form form, Words words, NodeFacts node) {
        LocalDate today = node.clock().instant().atZone(node.zone()).toLocalDate();
        Optional<LocalDate> day = day(form, "day", words, today);
        Optional<LocalDate> known = known(form, words, today);
        if (form.complains("day") || form.complains("known")) return Optional.empty();
        return Optional.of(new TwoDays(day.orElse(today), known, node.zone()));
    }

    /// The day at whose end we ask what was known; empty where all that is known now is meant, or where the form now
    /// complains of it.
    static Optional<LocalDate> known(Form form, Words words, LocalDate today) {
        return day(form, "known", words, today).filter(then -> !then.equals(today));
    }

    static Instant lastInstant(LocalDate of, ZoneId zone) {
        return of.plusDays(1).atStartOfDay(zone).toInstant().minus(1, ChronoUnit.MICROS);
    }

    /// The instant up to which we ask what was known.
    Instant knownAt() {
        return known.map(then -> lastInstant(then, zone)).orElse(ALL);
    }

    /// Places and corridors are shown as they were when the day ended.
    Instant at() {
        return lastInstant(day, zone);
    }

    DayAsked asked() {
        return DayAsked.of(day, zone).asKnownAt(knownAt());
    }

    /// The same question about another day.
    String query(LocalDate other) {
        return "?day=" + other + known.map(then -> "&known=" + then).orElse("");
    }

    /// Such as "On 14 September 2019, by what is known now".
    String sentence(Words words, Instant now) {
        return known.map(then -> words.say("map.shown-then", Map.of("day", words.day(day), "known", words.day(then))))
                .orElseGet(
                        () -> words.say("map.shown-now", Map.of("day", words.day(day), "moment", words.moment(now))));
    }

    private static Optional<LocalDate> day(Form form, String field, Words words, LocalDate today) {
        Optional<LocalDate> typed = form.maybe(field, "map.day-rule", TwoDays::parse);
        if (typed.isEmpty() || !typed.get().isAfter(today)) return typed;
        form.complain(
                field, words.say("map.day-ahead", Map.of("day", words.day(typed.get()), "today", words.day(today))));
        return Optional.empty();
    }

    /// Digits may be those of any language.
    private static LocalDate parse(String text) {
        String latin = Digits.latin(text);
        if (latin.length() != LENGTH) throw new DateTimeException("A day is 10 characters long.");
        return LocalDate.parse(latin);
    }
}
