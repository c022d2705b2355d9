// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.clearway.access.Actor;
import org.clearway.corridor.Service;
import org.clearway.gate.CardNumber;
import org.clearway.journal.Journal;
import org.clearway.journal.Reading;
import org.clearway.journal.Subject;
import org.clearway.language.Problem;
import org.clearway.time.OpeningWindow;
import org.clearway.time.Period;

/// Holds a service to its limits. What a card was given is kept under a pseudonym for each service and each day, made
/// with a secret of that day. The secret stands beside the journal and is forgotten when the day after is over: from
/// then on nobody can tell which card a giving was with, or that two of them were with one, not even with the card in
/// hand and all the node's keys.
///
/// @param along the limits at every point of the corridor: who was given something at one of them was given it
record Limiter(Journal journal, LimitRows rows, PointId point, Service service, List<Limits> along) {
    /// For what is never limited no limit is read, so that none can stand in its way.
    static Limiter of(Journal journal, Reading at, PointId point, Service service) {
        return of(journal, at, point, List.of(service)).getFirst();
    }

    /// The same of several services of a point, whose limits are read once.
    static List<Limiter> of(Journal journal, Reading at, PointId point, Collection<Service> services) {
        LimitRows rows = LimitRows.of(at);
        List<Limits> along = services.stream().anyMatch(Limits::mayLimit) ? rows.along(point) : List.of();
        return services.stream()
                .map(service ->
                        new Limiter(journal, rows, point, service, Limits.mayLimit(service) ? along : List.of()))
                .toList();
    }

    /// The pseudonym under which a giving is to be kept; empty where no limit asks for it, and then nothing is.
    Optional<Subject> keep(CardNumber card, LocalDate day) {
        if (!counts()) return Optional.empty();
        if (rows.secret(day).isEmpty()) {
            String secret = journal.ids().next() + "/" + journal.ids().next();
            journal.keep(changed -> new LimitRows(changed).keepSecret(day, secret));
        }
        return served(card, service, day);
    }

    /// Whether it matters how often a card was given it.
    boolean counts() {
        return along.stream().anyMatch(limits -> limits.count(service));
    }

    /// Whether it matters that a card is shown.
    boolean readsCards() {
        return counts() || wholeHouseholds();
    }

    boolean wholeHouseholds() {
        return own().filter(Limits::wholeHousehold).isPresent();
    }

    /// What keeps this desk from giving it now, to anybody.
    Optional<Problem> toAnybody(Actor actor, Instant now) {
        return own().flatMap(limits -> byDesk(limits, actor).or(() -> byHours(limits, now)));
    }

    /// What keeps it from being given with this card now.
    ///
    /// @param today the day under which it would be kept
    Optional<Problem> with(CardNumber card, LocalDate today, Instant now, ZoneId zone) {
        return own().flatMap(
                        limits -> byInterval(limits, card, today, now, zone).or(() -> byNumber(limits, card, today)))
                .or(() -> byAnother(card, today));
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

    private Optional<Problem> byInterval(Limits limits, CardNumber card, LocalDate today, Instant now, ZoneId zone) {
        return limits.minutesBetween()
                .map(Duration::ofMinutes)
                .flatMap(between -> Stream.of(today, today.minusDays(1))
                        .flatMap(day -> given(card, service, day).stream())
                        .max(Comparator.naturalOrder())
                        .map(last -> last.plus(between))
                        .filter(now::isBefore)
                        .map(again -> problem("care.limit-interval", service, again, zone)));
    }

    private Optional<Problem> byNumber(Limits limits, CardNumber card, LocalDate today) {
        return limits.mostADay()
                .filter(most -> given(card, service, today).size() >= most)
                .map(most -> new Problem(
                        "care.limit-day",
                        Map.of("service", Problem.detail(limits.service()), "most", String.valueOf(most))));
    }

    private Optional<Problem> byAnother(CardNumber card, LocalDate today) {
        return along.stream()
                .flatMap(limits -> limits.instead(service).stream())
                .distinct()
                .sorted()
                .filter(other -> !given(card, other, today).isEmpty())
                .findFirst()
                .map(other -> new Problem(
                        "care.limit-other",
                        Map.of("service", Problem.detail(service), "other", Problem.detail(other))));
    }

    private List<Instant> given(CardNumber card, Service what, LocalDate day) {
        return served(card, what, day).map(rows::given).orElseGet(List::of);
    }

    /// Empty where the day has no secret: then nothing was given under it, or nobody can tell any more.
    private Optional<Subject> served(CardNumber card, Service what, LocalDate day) {
        return rows.secret(day)
                .map(secret -> journal.subject("served/" + secret + "/" + day + "/" + what + "/" + card.text()));
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
