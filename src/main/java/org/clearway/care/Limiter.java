// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearway.access.Actor;
import org.clearway.corridor.Service;
import org.clearway.gate.CardNumber;
import org.clearway.journal.Journal;
import org.clearway.journal.Subject;
import org.clearway.language.Problem;
import org.clearway.time.OpeningWindow;
import org.clearway.time.Period;

/// Holds a service to its limits. What a card was given is kept under a pseudonym for each service and each day, so
/// that no two of them can be told to be of one card by anybody who has not the card in hand and the node's keys.
///
/// @param along the limits at every point of the corridor: who was given something at one of them was given it
record Limiter(Journal journal, PointId point, Service service, List<Limits> along) {
    /// The pseudonym under which this giving is to be kept; empty where no limit asks for it, and then nothing is.
    Optional<Subject> keep(CardNumber card, LocalDate day) {
        return count() ? Optional.of(served(card, service, day)) : Optional.empty();
    }

    /// Whether it matters how often a card was given it.
    boolean count() {
        return along.stream().anyMatch(limits -> limits.count(service));
    }

    boolean wholeHouseholds() {
        return own().filter(Limits::wholeHousehold).isPresent();
    }

    /// What keeps this desk from giving it now, to anybody.
    Optional<Problem> toAnybody(Actor actor, Instant now) {
        return own().flatMap(limits -> byDesk(limits, actor).or(() -> byHours(limits, now)));
    }

    /// What keeps it from being given with this card now.
    Optional<Problem> with(CardNumber card, LimitRows rows, Instant now, ZoneId zone) {
        LocalDate today = now.atZone(zone).toLocalDate();
        return own().flatMap(limits -> byInterval(limits, card, rows, now, zone)
                        .or(() -> byNumber(limits, rows.given(served(card, service, today)))))
                .or(() -> byAnother(card, rows, today));
    }

    private Optional<Limits> own() {
        return along.stream()
                .filter(limits -> limits.point().equals(point) && limits.service() == service)
                .findFirst();
    }

    private static Optional<Problem> byDesk(Limits limits, Actor actor) {
        if (limits.desks().isEmpty() || !Collections.disjoint(limits.desks(), actor.roles())) return Optional.empty();
        return Optional.of(Problem.of("care.limit-desk", "service", limits.service()));
    }

    private static Optional<Problem> byHours(Limits limits, Instant now) {
        List<OpeningWindow> hours = limits.hours();
        if (hours.isEmpty() || hours.stream().anyMatch(window -> window.contains(now))) return Optional.empty();
        return Optional.of(hours.stream()
                .flatMap(window -> window.currentOrNext(now).stream())
                .min(Comparator.comparing(Period::from))
                .map(next -> problem("care.limit-hours", limits.service(), next.from(), next.zone()))
                .orElseGet(() -> Problem.of("care.limit-hours-over", "service", limits.service())));
    }

    private Optional<Problem> byInterval(Limits limits, CardNumber card, LimitRows rows, Instant now, ZoneId zone) {
        if (limits.minutesBetween().isEmpty()) return Optional.empty();
        var between = Duration.ofMinutes(limits.minutesBetween().get());
        LocalDate today = now.atZone(zone).toLocalDate();
        return List.of(today, today.minusDays(1)).stream()
                .flatMap(day -> rows.given(served(card, service, day)).stream())
                .max(Comparator.naturalOrder())
                .map(last -> last.plus(between))
                .filter(now::isBefore)
                .map(again -> problem("care.limit-interval", service, again, zone));
    }

    private static Optional<Problem> byNumber(Limits limits, List<Instant> today) {
        return limits.mostADay()
                .filter(most -> today.size() >= most)
                .map(most -> new Problem(
                        "care.limit-day",
                        Map.of("service", Problem.detail(limits.service()), "most", String.valueOf(most))));
    }

    private Optional<Problem> byAnother(CardNumber card, LimitRows rows, LocalDate today) {
        return along.stream()
                .flatMap(limits -> limits.instead(service).stream())
                .distinct()
                .sorted()
                .filter(other -> !rows.given(served(card, other, today)).isEmpty())
                .findFirst()
                .map(other -> new Problem(
                        "care.limit-other",
                        Map.of("service", Problem.detail(service), "other", Problem.detail(other))));
    }

    private Subject served(CardNumber card, Service what, LocalDate day) {
        return journal.subject("served/" + day + "/" + what + "/" + card.text());
    }

    /// With the first full minute at which it may be.
    private static Problem problem(String code, Service service, Instant from, ZoneId zone) {
        LocalDateTime minute = from.plus(1, ChronoUnit.MINUTES)
                .minus(1, ChronoUnit.MICROS)
                .truncatedTo(ChronoUnit.MINUTES)
                .atZone(zone)
                .toLocalDateTime();
        return new Problem(
                code,
                Map.of(
                        "service",
                        Problem.detail(service),
                        "clock",
                        minute.toLocalTime().toString(),
                        "day",
                        minute.toLocalDate().toString()));
    }
}
