// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearway.access.Deed;
import org.clearway.access.Role;
import org.clearway.journal.Journal;
import org.clearway.paper.Again;
import org.clearway.paper.Blank;
import org.clearway.paper.Field;
import org.clearway.paper.Filled;
import org.clearway.paper.OnSheet;
import org.clearway.paper.Papers;
import org.clearway.paper.Part;
import org.clearway.paper.Preset;
import org.clearway.paper.RefusedLine;
import org.clearway.paper.SheetNumber;
import org.clearway.paper.SheetState;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// Sheets of paper are entered, one after the other: the number, what stands on it, and on to the next.
@Controller
final class PaperEntryPages {
    private static final String ENTER = "/paper/enter";

    private final Papers papers;
    private final PaperFields fields;
    private final Journal journal;
    private final NodeFacts node;

    PaperEntryPages(Papers papers, PaperFields fields, Journal journal, NodeFacts node) {
        this.papers = papers;
        this.fields = fields;
        this.journal = journal;
        this.node = node;
    }

    /// Asks for the number of the next sheet; of one that was typed or scanned, goes there.
    @Needs(Deed.USE_PAPER)
    @GetMapping(ENTER)
    ModelAndView next(Visit visit, Form form) {
        if (form.was("number")) {
            Optional<SheetNumber> number = form.one("number", "paper.not-a-number", SheetNumber::parse);
            boolean known = form.attempt(() -> papers.sheet(visit.actor(), journal.now(), number.orElseThrow()));
            if (known) return Pages.seeOther(ENTER + "/" + number.orElseThrow() + "?sitting=" + sitting(form));
            return Pages.again(asking(form));
        }
        return asking(form);
    }

    private static ModelAndView asking(Form form) {
        return new ModelAndView("paper/next")
                .addObject("form", form)
                .addObject("done", form.text("done"))
                .addObject("sitting", sitting(form));
    }

    /// How many sheets were entered one after the other.
    private static long sitting(Form form) {
        String text = form.text("sitting", "0");
        return text.matches("\\d{1,4}") ? Long.parseLong(text) : 0;
    }

    @Needs(Deed.USE_PAPER)
    @GetMapping(ENTER + "/{number}")
    ModelAndView sheet(Visit visit, Form form, @PathVariable String number) {
        OnSheet sheet = papers.sheet(visit.actor(), journal.now(), SheetNumber.parse(number));
        visit.actor().must(sheet.blank().deed());
        return sheet.state() == SheetState.PRINTED || again(form).isPresent()
                ? entry(visit, form, sheet)
                : before(visit, form, sheet);
    }

    @Needs(Deed.USE_PAPER)
    @PostMapping(ENTER + "/{number}")
    ModelAndView enter(Visit visit, Form form, @PathVariable String number) {
        OnSheet sheet = papers.sheet(visit.actor(), journal.now(), SheetNumber.parse(number));
        Optional<Filled> filled = read(visit, form, sheet.blank());
        boolean done = form.attempt(() -> {
            try {
                papers.enter(
                        visit.actor(),
                        form.act(),
                        sheet.number(),
                        filled.orElseThrow(),
                        again(form),
                        form.ticked("older", "yes"));
            } catch (RefusedLine refused) {
                form.complain(
                        line(refused.line()),
                        visit.words()
                                .say(
                                        "web.form.line",
                                        Map.of(
                                                "number",
                                                refused.line(),
                                                "wrong",
                                                visit.words().say(refused.problem()))));
            }
        });
        if (done) return Pages.seeOther(ENTER + "?done=" + sheet.number() + "&sitting=" + (sitting(form) + 1));
        return Pages.again(entry(visit, form, sheet));
    }

    private static String line(int number) {
        return "line-" + number;
    }

    private static Optional<Again> again(Form form) {
        return form.maybe("again", "web.form.choose", Again::valueOf);
    }

    /// What was entered from a sheet before, and what may be said to enter it all the same.
    private ModelAndView before(Visit visit, Form form, OnSheet sheet) {
        Words words = visit.words();
        boolean entered = !sheet.acts().isEmpty();
        return new ModelAndView("paper/before")
                .addObject("form", form)
                .addObject("number", sheet.number().toString())
                .addObject("blank", words.say(sheet.blank()))
                .addObject("state", words.say(sheet.state()))
                .addObject("since", words.moment(sheet.since()))
                .addObject("sitting", sitting(form))
                .addObject(
                        "acts",
                        sheet.acts().stream()
                                .map(act -> new Before(
                                        act.line() == 0
                                                ? words.say("paper.head")
                                                : words.say("paper.line", "number", act.line()),
                                        words.say(act.by()),
                                        words.moment(act.entered()),
                                        act.account().name(),
                                        act.again().map(words::say).orElse(""),
                                        act.act().toString()))
                                .toList())
                .addObject(
                        "reasons",
                        Catalogue.Option.of(Again.class, words).stream()
                                .filter(one -> entered != one.value().equals(Again.FOUND.name()))
                                .toList());
    }

    private ModelAndView entry(Visit visit, Form form, OnSheet sheet) {
        Words words = visit.words();
        List<Catalogue.Option> desks = PaperFields.desks(sheet.blank(), words);
        return new ModelAndView("paper/enter")
                .addObject("form", form)
                .addObject("number", sheet.number().toString())
                .addObject("blank", words.say(sheet.blank()))
                .addObject("printed", words.moment(sheet.printed()))
                .addObject("again", again(form).map(Again::name).orElse(""))
                .addObject("againSaid", again(form).map(words::say).orElse(""))
                .addObject("sitting", sitting(form))
                .addObject("zones", fields.zones(words))
                .addObject("zone", node.zone().getId())
                .addObject("desks", desks)
                .addObject("desk", desks.size() == 1 ? desks.getFirst().value() : "")
                .addObject(
                        "place", sheet.blank().layout().place().map(Field::name).orElse(""))
                .addObject("preset", sheet.preset().map(Preset::id).orElse(""))
                .addObject("head", fields.head(sheet.blank(), words))
                .addObject("columns", fields.columns(sheet.blank(), words))
                .addObject("lines", sheet.blank().layout().lines())
                .addObject("asksForOlder", form.code().equals("paper.before-print") || form.ticked("older", "yes"));
    }

    private Optional<Filled> read(Visit visit, Form form, Blank blank) {
        Words words = visit.words();
        Optional<ZoneId> zone = form.one("zone", "web.form.choose", ZoneId::of);
        Optional<Role> by = form.one("by", "web.form.choose", Role::valueOf).filter(blank.desks()::contains);
        Part head = part(form, words, blank.layout().head(), fields.head(blank, words), 0);
        var lines = new ArrayList<Part>();
        List<PaperFields.Shown> columns = fields.columns(blank, words);
        for (int line = 1; line <= blank.layout().lines(); line++) {
            if (isBlank(form, blank.layout().columns(), line)) continue;
            lines.add(part(form, words, blank.layout().columns(), columns, line));
        }
        return form.make(() -> new Filled(by.orElseThrow(), zone.orElseThrow(), head, lines));
    }

    private static boolean isBlank(Form form, List<Field> columns, int line) {
        return columns.stream()
                .flatMap(field -> form.all(name(field.name(), line)).stream())
                .allMatch(String::isBlank);
    }

    private static Part part(Form form, Words words, List<Field> asked, List<PaperFields.Shown> shown, int line) {
        var texts = new LinkedHashMap<String, List<String>>();
        for (int at = 0; at < asked.size(); at++) {
            Field field = asked.get(at);
            String name = name(field.name(), line);
            List<Catalogue.Option> options = shown.get(at).options();
            List<String> typed =
                    form.all(name).stream().filter(text -> !text.isBlank()).toList();
            if (typed.isEmpty() && field.required()) {
                form.complain(name, words.say("web.form.required"));
            }
            var read = new ArrayList<String>();
            for (String text : typed) {
                form.reading(
                                name,
                                text,
                                "paper.rule." + shown.get(at).how(),
                                one -> PaperFields.read(field, options, one))
                        .ifPresent(read::add);
            }
            if (!read.isEmpty()) texts.put(field.name(), List.copyOf(read));
        }
        return new Part(line, texts);
    }

    /// The name of a field on a line; in the head it is its own.
    private static String name(String field, int line) {
        return line == 0 ? field : field + "-" + line;
    }

    record Before(String line, String by, String entered, String account, String again, String act) {}
}
