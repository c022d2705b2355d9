// SPDX-License-Identifier: Apache-2.0
package org.clearway.time;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.clearway.language.Problem;

/// How long something held, as it was told: each end as exactly as it was told, both in one zone. An end that was told
/// belongs to it ("to December 2018" runs until December is over); where none was told, it holds until something
/// else is told.
///
/// @param from when it began, as it was told; it holds from the first instant of it
/// @param to when it ended, as it was told; it holds to the last instant of it
public record Span(Occurred from, Optional<Occurred> to) {
    /// @throws Problem `time.ends-before-it-begins`
    public Span {
        Occurred began = from;
        to.ifPresent(ended -> {
            if (!ended.zone().equals(began.zone())) {
                throw new IllegalArgumentException(
                        "A span is told in one zone, got " + began.zone() + " and " + ended.zone() + ".");
            }
            if (!ended.to().isAfter(began.from())) {
                throw new Problem(
                        "time.ends-before-it-begins",
                        Map.of("from", local(began.from(), began.zone()), "to", local(ended.to(), began.zone())));
            }
        });
    }

    /// From `from` on, with no end told.
    public static Span since(Occurred from) {
        return new Span(from, Optional.empty());
    }

    public static Span of(Occurred from, Occurred to) {
        return new Span(from, Optional.of(to));
    }

    /// Its first instant.
    public Instant begins() {
        return from.from();
    }

    /// The first instant after it; empty where no end was told.
    public Optional<Instant> ends() {
        return to.map(Occurred::to);
    }

    public ZoneId zone() {
        return from.zone();
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(begins()) && ends().map(instant::isBefore).orElse(true);
    }

    /// One line of text, for a column of a view.
    public String line() {
        return to.map(ended -> from.line() + "|" + ended.line()).orElseGet(from::line);
    }

    /// Reads what {@link #line()} wrote.
    public static Span ofLine(String line) {
        int bar = line.indexOf('|');
        return bar < 0
                ? since(Occurred.ofLine(line))
                : of(Occurred.ofLine(line.substring(0, bar)), Occurred.ofLine(line.substring(bar + 1)));
    }

    private static String local(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toLocalDateTime().toString();
    }
}
