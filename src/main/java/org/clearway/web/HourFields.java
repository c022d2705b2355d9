// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.clearway.gate.HourSlot;
import org.clearway.time.Period;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// The hours that desks count by, on the clock of the node: asked for with the fields `day` and `hour`.
@Component
final class HourFields {
    private final NodeFacts node;

    HourFields(NodeFacts node) {
        this.node = node;
    }

    /// The hour that it is.
    HourSlot current() {
        return new HourSlot(node.clock().instant(), node.zone());
    }

    LocalDate today() {
        return node.clock().instant().atZone(node.zone()).toLocalDate();
    }

    Period day(LocalDate day) {
        return new Period(
                day.atStartOfDay(node.zone()).toInstant(),
                day.plusDays(1).atStartOfDay(node.zone()).toInstant(),
                node.zone());
    }

    /// The hour that was chosen.
    Optional<HourSlot> slot(Form form) {
        Optional<LocalDate> day = form.one("day", "web.form.day", LocalDate::parse);
        Optional<Integer> hour =
                form.one("hour", "web.form.choose", Integer::parseInt).filter(value -> value >= 0 && value < 24);
        return day.flatMap(on -> hour.map(at -> slot(on, at)));
    }

    /// An hour of a day, by its number on the clock.
    /// @throws java.time.DateTimeException unless it is 0 to 23
    HourSlot slot(LocalDate day, int hour) {
        return new HourSlot(day.atTime(hour, 0).atZone(node.zone()).toInstant(), node.zone());
    }

    /// The hours of today that have begun, the latest first.
    List<Catalogue.Option> soFar(Words words) {
        int now = node.clock().instant().atZone(node.zone()).getHour();
        return IntStream.rangeClosed(0, now)
                .mapToObj(back -> new Catalogue.Option(
                        String.valueOf(now - back), words.say("web.gate.hour", "hour", now - back)))
                .toList();
    }

    /// The hours of the last day and night, the latest first: each is chosen by the instant at which it begins.
    List<Catalogue.Option> lately(Words words) {
        Instant now = current().begins();
        return IntStream.rangeClosed(0, 24)
                .mapToObj(back -> now.minus(back, ChronoUnit.HOURS))
                .map(begins -> new Catalogue.Option(begins.toString(), hour(begins, words)))
                .toList();
    }

    /// Such as "13:00", and with its day for an hour of another day than today.
    String hour(Instant begins, Words words) {
        var at = begins.atZone(node.zone());
        String hour = words.say("web.gate.hour", "hour", at.getHour());
        if (at.toLocalDate().equals(today())) return hour;
        return words.say("web.boarding.hour-on", Map.of("hour", hour, "day", words.day(at.toLocalDate())));
    }

    /// A page with the hours to choose from; the current one is chosen already.
    ModelAndView offered(ModelAndView page, Words words) {
        var hours = new ArrayList<Catalogue.Option>();
        for (int hour = 0; hour < 24; hour++) {
            hours.add(new Catalogue.Option(String.valueOf(hour), words.say("web.gate.hour", "hour", hour)));
        }
        var now = node.clock().instant().atZone(node.zone());
        return page.addObject("hours", hours)
                .addObject("today", now.toLocalDate().toString())
                .addObject("thisHour", String.valueOf(now.getHour()));
    }

    /// Such as "10:20".
    String clock(Instant instant) {
        return instant.atZone(node.zone())
                .toLocalTime()
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }
}
