// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearway.access.Deed;
import org.clearway.journal.Journal;
import org.clearway.language.Language;
import org.clearway.paper.Blank;
import org.clearway.paper.Field;
import org.clearway.paper.Papers;
import org.clearway.paper.Preset;
import org.clearway.paper.PrintRun;
import org.clearway.paper.RunId;
import org.clearway.paper.SheetNumber;
import org.clearway.paper.SheetState;
import org.clearway.paper.WhyOut;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// Blank forms for the day on which nothing works: printed with numbers, and what became of each.
@Controller
final class PaperPages implements Door.Keeper {
    private static final int LAST = 20;

    private static final int USUALLY = 10;

    private final Papers papers;
    private final PaperFields fields;
    private final Journal journal;
    private final NodeFacts node;

    PaperPages(Papers papers, PaperFields fields, Journal journal, NodeFacts node) {
        this.papers = papers;
        this.fields = fields;
        this.journal = journal;
        this.node = node;
    }

    @Override
    public List<Door> doors() {
        return List.of(new Door("/paper", "paper", Deed.USE_PAPER, 66));
    }

    @Needs(Deed.USE_PAPER)
    @GetMapping("/paper")
    ModelAndView list(Visit visit, Form form) {
        Words words = visit.words();
        return new ModelAndView("paper/list")
                .addObject("form", form)
                .addObject(
                        "blanks",
                        papers.blanks(visit.actor()).stream()
                                .map(blank -> new Line(blank.slug(), words.say(blank), desks(blank, words)))
                                .toList())
                .addObject(
                        "runs",
                        papers.runs(visit.actor(), journal.now(), LAST).stream()
                                .map(run -> line(run, words))
                                .toList());
    }

    @Needs(Deed.USE_PAPER)
    @GetMapping("/paper/print/{slug}")
    ModelAndView choosing(Visit visit, Form form, @PathVariable String slug) {
        return choosing(visit, form, blank(visit, slug));
    }

    @Needs(Deed.USE_PAPER)
    @PostMapping("/paper/print/{slug}")
    ModelAndView print(Visit visit, Form form, @PathVariable String slug) {
        Blank blank = blank(visit, slug);
        Optional<Language> language = form.one(
                "language",
                "web.form.choose",
                tag -> Language.ofTag(tag)
                        .filter(Language.offered()::contains)
                        .orElseThrow(IllegalArgumentException::new));
        Optional<Integer> copies = form.one("copies", "web.form.figure", Integer::parseInt);
        Optional<Preset> preset = form.maybe("preset", "web.form.choose", Preset::new);
        var run = new ArrayList<RunId>();
        boolean done = form.attempt(() -> run.add(
                papers.print(visit.actor(), form.act(), blank, language.orElseThrow(), copies.orElseThrow(), preset)));
        return done ? Pages.seeOther(path(run.getFirst()) + "/sheets") : Pages.again(choosing(visit, form, blank));
    }

    /// A form that the visitor may print.
    private Blank blank(Visit visit, String slug) {
        Blank blank = Blank.ofSlug(slug);
        if (!papers.blanks(visit.actor()).contains(blank)) visit.actor().must(blank.deed());
        return blank;
    }

    private ModelAndView choosing(Visit visit, Form form, Blank blank) {
        Words words = visit.words();
        return new ModelAndView("paper/choose")
                .addObject("form", form)
                .addObject("slug", blank.slug())
                .addObject("title", words.say(blank))
                .addObject("desks", desks(blank, words))
                .addObject("note", note(blank, words))
                .addObject("usually", String.valueOf(USUALLY))
                .addObject(
                        "languages",
                        Language.offered().stream()
                                .map(one -> new Catalogue.Option(one.tag(), words.say("web.language." + one.tag())))
                                .toList())
                .addObject(
                        "presets",
                        blank.placedAt()
                                .map(thing -> fields.presets(thing, words))
                                .orElse(List.of()));
    }

    /// The numbers of a run, and what became of each sheet.
    @Needs(Deed.USE_PAPER)
    @GetMapping("/paper/runs/{id}")
    ModelAndView run(Visit visit, Form form, @PathVariable String id) {
        return run(visit, form, papers.run(visit.actor(), journal.now(), RunId.parse(id)));
    }

    private ModelAndView run(Visit visit, Form form, PrintRun run) {
        Words words = visit.words();
        return new ModelAndView("paper/run")
                .addObject("form", form)
                .addObject("said", form.was("out") ? "paper.said.out" : "")
                .addObject("path", path(run.id()))
                .addObject("run", line(run, words))
                .addObject(
                        "sheets",
                        run.sheets().entrySet().stream()
                                .map(one -> new SheetLine(
                                        one.getKey().toString(),
                                        words.say(one.getValue()),
                                        one.getValue() == SheetState.PRINTED,
                                        visit.may(run.blank().deed()),
                                        journal.ids().next().toString()))
                                .toList())
                .addObject("reasons", Catalogue.Option.of(WhyOut.class, words));
    }

    @Needs(Deed.USE_PAPER)
    @PostMapping("/paper/runs/{id}/out")
    ModelAndView out(Visit visit, Form form, @PathVariable String id) {
        PrintRun run = papers.run(visit.actor(), journal.now(), RunId.parse(id));
        Optional<SheetNumber> number = form.one("number", "paper.not-a-number", SheetNumber::parse);
        Optional<WhyOut> why = form.one("why", "web.form.choose", WhyOut::valueOf);
        boolean done =
                form.attempt(() -> papers.putOut(visit.actor(), form.act(), number.orElseThrow(), why.orElseThrow()));
        return done ? Pages.seeOther(path(run.id()) + "?out") : Pages.again(run(visit, form, run));
    }

    /// The sheets themselves, in the language in which they are to be read.
    @Needs(Deed.USE_PAPER)
    @GetMapping("/paper/runs/{id}/sheets")
    ModelAndView sheets(Visit visit, @PathVariable String id) {
        PrintRun run = papers.run(visit.actor(), journal.now(), RunId.parse(id));
        var words = new Words(run.language(), node.zone());
        List<PaperFields.Shown> head = fields.head(run.blank(), words);
        List<PaperFields.Shown> columns = fields.columns(run.blank(), words);
        String place = run.blank().layout().place().map(Field::name).orElse("");
        return new ModelAndView("paper/sheets")
                .addObject("path", path(run.id()))
                .addObject("p", words)
                .addObject("title", words.say(run.blank()))
                .addObject("note", note(run.blank(), words))
                .addObject("desks", PaperFields.desks(run.blank(), words))
                .addObject("zone", fields.zone(words))
                .addObject("place", place)
                .addObject("preset", preset(run, head, place))
                .addObject("head", head)
                .addObject("columns", columns)
                .addObject(
                        "coded",
                        columns.stream().filter(PaperFields.Shown::coded).toList())
                .addObject("lines", run.blank().layout().lines())
                .addObject("owner", words.name(node.name()))
                .addObject(
                        "mark", node.tells().map(told -> words.say(told.kind())).orElse(""))
                .addObject(
                        "tells",
                        node.tells().map(told -> words.name(told.names())).orElse(""))
                .addObject(
                        "sheets",
                        run.numbers().stream()
                                .map(number -> new Printed(number.toString(), SquareCode.of(number.toString())))
                                .toList());
    }

    /// What the place that is printed into the sheets is called.
    private static String preset(PrintRun run, List<PaperFields.Shown> head, String place) {
        return head.stream()
                .filter(field -> field.name().equals(place))
                .flatMap(field -> field.options().stream())
                .filter(option -> run.preset().map(Preset::id).equals(Optional.of(option.value())))
                .map(Catalogue.Option::name)
                .findFirst()
                .orElse("");
    }

    private static String note(Blank blank, Words words) {
        String key = "paper.note." + blank.name();
        return words.has(key) ? words.say(key) : "";
    }

    private static String desks(Blank blank, Words words) {
        return words.list(PaperFields.desks(blank, words).stream()
                .map(Catalogue.Option::name)
                .toList());
    }

    private static String path(RunId run) {
        return "/paper/runs/" + run;
    }

    private RunLine line(PrintRun run, Words words) {
        List<SheetNumber> numbers = run.numbers();
        return new RunLine(
                path(run.id()),
                words.say(run.blank()),
                words.say("web.language." + run.language().tag()),
                words.say(
                        "paper.from-to",
                        Map.of(
                                "first",
                                numbers.getFirst().toString(),
                                "last",
                                numbers.getLast().toString())),
                words.moment(run.printed()),
                run.by().name(),
                words.list(run.counts().entrySet().stream()
                        .map(one -> words.say(
                                "paper.so-many", Map.of("state", words.say(one.getKey()), "number", one.getValue())))
                        .toList()));
    }

    record Line(String slug, String title, String desks) {}

    record RunLine(
            String path, String title, String language, String numbers, String printed, String by, String counts) {}

    /// @param open whether nothing became of it yet
    /// @param mine whether the visitor enters such sheets
    record SheetLine(String number, String state, boolean open, boolean mine, String act) {}

    record Printed(String number, SquareCode square) {}
}
