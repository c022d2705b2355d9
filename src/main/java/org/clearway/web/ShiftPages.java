// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearway.access.AccountId;
import org.clearway.access.Deed;
import org.clearway.gate.Difference;
import org.clearway.gate.Explanation;
import org.clearway.gate.Shift;
import org.clearway.gate.ShiftFigures;
import org.clearway.gate.ShiftId;
import org.clearway.gate.Shifts;
import org.clearway.journal.Journal;
import org.clearway.time.Period;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// The close of a shift at a gate: its figures side by side, what differs explained, signed by two.
@Controller
final class ShiftPages {
    private static final int LAST = 12;

    private final Shifts shifts;
    private final GateOf gateOf;
    private final Journal journal;
    private final HourFields hourFields;
    private final NodeFacts node;

    ShiftPages(Shifts shifts, GateOf gateOf, Journal journal, HourFields hourFields, NodeFacts node) {
        this.shifts = shifts;
        this.gateOf = gateOf;
        this.journal = journal;
        this.hourFields = hourFields;
        this.node = node;
    }

    @Needs(Deed.CLOSE_SHIFT)
    @GetMapping("/gate/{corridor}/{crossing}/shift")
    ModelAndView shift(Visit visit, Form form, @PathVariable String corridor, @PathVariable String crossing) {
        return page(visit, form, gateOf.at(visit, corridor, crossing));
    }

    @Needs(Deed.CLOSE_SHIFT)
    @PostMapping("/gate/{corridor}/{crossing}/shift")
    ModelAndView close(Visit visit, Form form, @PathVariable String corridor, @PathVariable String crossing) {
        GateOf.At at = gateOf.at(visit, corridor, crossing);
        Optional<Period> hours = hours(form);
        Optional<Long> paper = form.maybe("paper", "web.form.figure", Long::parseLong);
        Optional<Long> households = form.one("seen-households", "web.form.figure", Long::parseLong);
        Optional<Long> people = form.one("seen-people", "web.form.figure", Long::parseLong);
        Optional<Long> cards = form.one("seen-cards", "web.form.figure", Long::parseLong);
        var explained = new EnumMap<Difference, Explanation>(Difference.class);
        for (Difference difference : Difference.values()) {
            form.maybe("because-" + difference, "web.form.choose", Explanation::valueOf)
                    .ifPresent(explanation -> explained.put(difference, explanation));
        }
        boolean done = form.attempt(() -> shifts.close(
                visit.actor(),
                form.act(),
                at.gate(),
                hours.orElseThrow(),
                new ShiftFigures(households.orElseThrow(), people.orElseThrow(), cards.orElseThrow(), paper),
                explained));
        return done ? Pages.seeOther(at.path() + "/shift?closed") : Pages.again(page(visit, form, at));
    }

    @Needs(Deed.CLOSE_SHIFT)
    @PostMapping("/gate/{corridor}/{crossing}/shift/sign")
    ModelAndView sign(Visit visit, Form form, @PathVariable String corridor, @PathVariable String crossing) {
        GateOf.At at = gateOf.at(visit, corridor, crossing);
        Optional<ShiftId> shift = form.one("shift", "web.form.not-understood", ShiftId::parse);
        boolean done = form.attempt(() -> shifts.sign(visit.actor(), form.act(), shift.orElseThrow()));
        return done ? Pages.seeOther(at.path() + "/shift?signed") : Pages.again(page(visit, form, at));
    }

    private ModelAndView page(Visit visit, Form form, GateOf.At at) {
        Words words = visit.words();
        Optional<Sheet> sheet =
                asked(form) ? hours(form).map(hours -> sheet(visit, form, at, hours)) : Optional.empty();
        ModelAndView page = gateOf.page("gate/shift", visit, form, at)
                .addObject(
                        "said",
                        form.was("closed")
                                ? "web.gate.shift.closed"
                                : form.was("signed") ? "web.gate.shift.signed" : "")
                .addObject("asked", sheet.isPresent())
                .addObject("explanations", Catalogue.Option.of(Explanation.class, words))
                .addObject(
                        "closed",
                        shifts.closed(visit.actor(), journal.now(), at.gate(), LAST).stream()
                                .map(shift -> line(shift, visit))
                                .toList());
        sheet.ifPresent(figures -> page.addObject("sheet", figures));
        return hourFields.offered(page, words);
    }

    private static boolean asked(Form form) {
        return form.was("first");
    }

    private Sheet sheet(Visit visit, Form form, GateOf.At at, Period hours) {
        Optional<Long> paper = form.maybe("paper", "web.form.figure", Long::parseLong);
        ShiftFigures figures = shifts.figures(visit.actor(), journal.now(), at.gate(), hours, paper);
        return new Sheet(
                told(hours, visit.words()),
                figures.households(),
                figures.people(),
                figures.cards(),
                paper.map(String::valueOf).orElse(""),
                figures.differences().entrySet().stream()
                        .map(one -> new Differs(
                                "because-" + one.getKey(),
                                visit.words()
                                        .say(
                                                "web.gate.shift.differs",
                                                Map.of(
                                                        "difference",
                                                                visit.words().say(one.getKey()),
                                                        "by", Math.abs(one.getValue())))))
                        .toList());
    }

    private Optional<Period> hours(Form form) {
        Optional<LocalDate> day = form.one("day", "web.form.day", LocalDate::parse);
        Optional<Integer> first = hour(form, "first");
        Optional<Integer> last = hour(form, "last");
        if (day.isEmpty() || first.isEmpty() || last.isEmpty()) return Optional.empty();
        Instant from = instant(day.get(), first.get());
        // A night shift ends on the day after.
        LocalDate lastDay = last.get() < first.get() ? day.get().plusDays(1) : day.get();
        return Optional.of(new Period(from, instant(lastDay, last.get()).plusSeconds(3_600), node.zone()));
    }

    private static Optional<Integer> hour(Form form, String field) {
        return form.one(field, "web.form.choose", Integer::parseInt).filter(hour -> hour >= 0 && hour < 24);
    }

    private Instant instant(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(node.zone()).toInstant();
    }

    private Closed line(Shift shift, Visit visit) {
        Words words = visit.words();
        return new Closed(
                shift.id().toString(),
                journal.ids().next().toString(),
                told(shift.hours(), words),
                shift.closed().households(),
                shift.closed().people(),
                shift.closed().cards(),
                shift.closed().paper().map(words::number).orElse("–"),
                shift.closed().differences().entrySet().stream()
                        .map(one -> words.say(
                                        "web.gate.shift.differs",
                                        Map.of("difference", words.say(one.getKey()), "by", Math.abs(one.getValue())))
                                + words.say("web.list-semicolon")
                                + Optional.ofNullable(shift.explained().get(one.getKey()))
                                        .map(words::say)
                                        .orElse(""))
                        .toList(),
                shift.changedSince()
                        ? words.say(
                                "web.gate.shift.changed",
                                Map.of(
                                        "households", shift.now().households(),
                                        "people", shift.now().people(),
                                        "cards", shift.now().cards()))
                        : "",
                shift.closedBy().name(),
                shift.signedBy().map(AccountId::name).orElse(""),
                shift.signedBy().isEmpty()
                        && !shift.closedBy().equals(visit.actor().account()));
    }

    private String told(Period hours, Words words) {
        return words.say("web.span.period", Map.of("from", words.moment(hours.from()), "to", words.moment(hours.to())));
    }

    /// The figures of the hours that were asked for.
    record Sheet(String hours, long households, long people, long cards, String paper, List<Differs> differs) {}

    record Differs(String field, String told) {}

    /// @param mayBeSigned by whoever looks
    record Closed(
            String id,
            String act,
            String hours,
            long households,
            long people,
            long cards,
            String paper,
            List<String> differs,
            String changed,
            String closedBy,
            String signedBy,
            boolean mayBeSigned) {}
}
