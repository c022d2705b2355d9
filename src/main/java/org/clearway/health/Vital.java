// SPDX-License-Identifier: Apache-2.0
package org.clearway.health;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.clearway.language.Problem;
import org.clearway.language.Wording;
import org.clearway.time.TimeWords;

/// One sign of a node's health, at one moment.
///
/// @param told which of the sentences `health.TOLD` says it
/// @param figures what the sentence is made with: numbers, instants, durations, amounts of
///     storage, codes
/// @param advice which of the sentences `health.TOLD` says what to do; empty where there is
///     nothing to do
public record Vital(
        VitalSign sign, VitalState state, String told, Map<String, Object> figures, Optional<String> advice) {
    public Vital {
        figures = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }

    static Vital inOrder(VitalSign sign, String told, Map<String, Object> figures) {
        return new Vital(sign, VitalState.IN_ORDER, told, figures, Optional.empty());
    }

    static Vital look(VitalSign sign, String told, Map<String, Object> figures, String advice) {
        return new Vital(sign, VitalState.LOOK, told, figures, Optional.of(advice));
    }

    static Vital act(VitalSign sign, String told, Map<String, Object> figures, String advice) {
        return new Vital(sign, VitalState.ACT, told, figures, Optional.of(advice));
    }

    /// How it stands, in one sentence.
    /// @param zone that moments are told in
    public String in(Wording words, ZoneId zone) {
        var said = new LinkedHashMap<String, Object>();
        figures.forEach((name, figure) -> said.put(name, said(figure, words, zone)));
        return words.say("health." + told, said);
    }

    /// What to do about it; empty where there is nothing to do.
    public String advice(Wording words) {
        return advice.map(told -> words.say("health." + told)).orElse("");
    }

    /// The figures as programs read them: numbers, seconds and moments in UTC.
    public Map<String, Object> plain() {
        var plain = new LinkedHashMap<String, Object>();
        figures.forEach((name, figure) -> plain.put(
                name,
                switch (figure) {
                    case Long number -> number;
                    case Bytes bytes -> bytes.number();
                    case Duration time -> time.toSeconds();
                    case Problem problem -> problem.code();
                    default -> figure.toString();
                }));
        return plain;
    }

    private static Object said(Object figure, Wording words, ZoneId zone) {
        return switch (figure) {
            case Long number -> number;
            case Bytes bytes -> bytes.in(words);
            case Duration time -> span(time, words);
            case Instant at -> TimeWords.of(words.language()).moment(at, zone);
            case Enum<?> value -> words.say(value);
            case Problem problem -> problem.in(words.language());
            default -> figure.toString();
        };
    }

    /// In the largest unit of which there are two or more; what is left of it is not told.
    private static String span(Duration time, Wording words) {
        Duration length = time.abs();
        if (length.toDays() >= 2) return words.say("health.span.days", Map.of("number", length.toDays()));
        if (length.toHours() >= 2) return words.say("health.span.hours", Map.of("number", length.toHours()));
        if (length.toMinutes() >= 2) return words.say("health.span.minutes", Map.of("number", length.toMinutes()));
        return words.say("health.span.seconds", Map.of("number", length.toSeconds()));
    }
}
