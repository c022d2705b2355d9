// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import org.clearway.access.Deed;
import org.clearway.journal.Journal;
import org.clearway.transport.DayKey;
import org.clearway.transport.Manifests;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// The key of a day, by which cards are known again where people come in: shown where it was drawn, to those who run
/// the corridor and to nobody who prints manifests; typed or scanned where people are received.
@Controller
final class DayKeyPages {
    private final Manifests manifests;
    private final Journal journal;

    DayKeyPages(Manifests manifests, Journal journal) {
        this.manifests = manifests;
        this.journal = journal;
    }

    /// @param value of the button that asks for it
    record Day(String value, String name) {}

    @Needs(Deed.SHOW_DAY_KEY)
    @GetMapping("/boarding/day-key")
    ModelAndView days(Visit visit, Form form) {
        return shown(visit, form, Optional.empty());
    }

    /// Shows a key; that it was read is itself recorded.
    @Needs(Deed.SHOW_DAY_KEY)
    @PostMapping("/boarding/day-key")
    ModelAndView show(Visit visit, Form form) {
        Optional<LocalDate> day = form.one("day", "web.form.choose", LocalDate::parse);
        var key = new ArrayList<DayKey>();
        boolean done = form.attempt(() -> key.add(manifests.dayKey(visit.actor(), form.act(), day.orElseThrow())));
        ModelAndView page = shown(visit, form, key.stream().findFirst());
        return done ? page : Pages.again(page);
    }

    private ModelAndView shown(Visit visit, Form form, Optional<DayKey> key) {
        Words words = visit.words();
        return new ModelAndView("boarding/day-key")
                .addObject("form", form)
                .addObject(
                        "days",
                        manifests.keyDays(visit.actor(), journal.now()).stream()
                                .map(day -> new Day(day.toString(), words.day(day)))
                                .toList())
                .addObject("day", key.map(DayKey::day).map(words::day).orElse(""))
                .addObject("groups", key.map(DayKey::groups).orElse(""))
                .addObject("square", key.map(DayKey::code).map(SquareCode::of));
    }

    @Needs(Deed.RECEIVE)
    @GetMapping("/reception/day-key")
    ModelAndView ask(Form form) {
        return asked(form, "");
    }

    /// What was typed is not shown again once it was read: it is a secret.
    @Needs(Deed.RECEIVE)
    @PostMapping("/reception/day-key")
    ModelAndView take(Visit visit, Form form) {
        Optional<DayKey> key = form.one("key", "problem.transport.day-key", DayKey::parse);
        if (!form.attempt(() -> manifests.take(visit.actor(), key.orElseThrow()))) return Pages.again(asked(form, ""));
        String day = visit.words().day(key.orElseThrow().day());
        return asked(form, visit.words().say("web.day-key.taken", "day", day));
    }

    private static ModelAndView asked(Form form, String taken) {
        return new ModelAndView("reception/day-key").addObject("form", form).addObject("taken", taken);
    }
}
