// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearway.access.Deed;
import org.clearway.gate.Choice;
import org.clearway.gate.Choices;
import org.clearway.gate.Concern;
import org.clearway.gate.ConcernId;
import org.clearway.gate.HourChoices;
import org.clearway.journal.FreeText;
import org.clearway.journal.Journal;
import org.clearway.journal.Unsealed;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// Those who stay or leave the queue, told to nobody but the box of the hour, and concerns, told to the protection
/// desk. Nothing here knows a card, and each form names an act of its own, so that nothing joins two of them.
@Controller
final class ChoicePages implements Door.Keeper {
    private final Choices choices;
    private final GateOf gateOf;
    private final Journal journal;
    private final HourFields hourFields;
    private final NodeFacts node;

    ChoicePages(Choices choices, GateOf gateOf, Journal journal, HourFields hourFields, NodeFacts node) {
        this.hourFields = hourFields;
        this.choices = choices;
        this.gateOf = gateOf;
        this.journal = journal;
        this.node = node;
    }

    @Override
    public List<Door> doors() {
        return List.of(new Door("/concerns", "web.concerns", Deed.READ_CONCERNS, 15));
    }

    @Needs(Deed.READ_COUNTS)
    @GetMapping("/gate/{corridor}/{crossing}/choices")
    ModelAndView choices(Visit visit, Form form, @PathVariable String corridor, @PathVariable String crossing) {
        return page(visit, form, gateOf.at(visit, corridor, crossing));
    }

    @Needs(Deed.RECORD_TALLY)
    @PostMapping("/gate/{corridor}/{crossing}/stay")
    ModelAndView stay(Visit visit, Form form, @PathVariable String corridor, @PathVariable String crossing) {
        GateOf.At at = gateOf.at(visit, corridor, crossing);
        boolean done = form.attempt(() -> choices.stay(visit.actor(), form.act(), at.gate(), node.zone()));
        return answered(visit, form, at, done, "noted");
    }

    @Needs(Deed.RECORD_TALLY)
    @PostMapping("/gate/{corridor}/{crossing}/leave")
    ModelAndView leave(Visit visit, Form form, @PathVariable String corridor, @PathVariable String crossing) {
        GateOf.At at = gateOf.at(visit, corridor, crossing);
        Optional<Long> people = form.one("people", "web.form.figure", Long::parseLong);
        boolean done = form.attempt(
                () -> choices.leaveQueue(visit.actor(), form.act(), at.gate(), node.zone(), people.orElseThrow()));
        return answered(visit, form, at, done, "noted");
    }

    @Needs(Deed.RAISE_CONCERN)
    @PostMapping("/gate/{corridor}/{crossing}/concern")
    ModelAndView raise(Visit visit, Form form, @PathVariable String corridor, @PathVariable String crossing) {
        GateOf.At at = gateOf.at(visit, corridor, crossing);
        Optional<FreeText> told = form.one("concern", "web.concern.length", FreeText::new);
        boolean done = form.attempt(
                () -> choices.raise(visit.actor(), form.act(), at.gate(), node.zone(), told.orElseThrow()));
        return answered(visit, form, at, done, "passed");
    }

    private ModelAndView answered(Visit visit, Form form, GateOf.At at, boolean done, String said) {
        if (!done) return Pages.again(page(visit, form, at));
        return Pages.seeOther(at.path() + (visit.may(Deed.READ_COUNTS) ? "/choices?" + said : ""));
    }

    private ModelAndView page(Visit visit, Form form, GateOf.At at) {
        List<HourLine> hours = visit.may(Deed.READ_COUNTS)
                ? choices.hours(visit.actor(), at.corridor().id(), hourFields.day(hourFields.today())).stream()
                        .filter(hour -> hour.gate().equals(at.gate()))
                        .map(hour -> line(hour, visit.words()))
                        .toList()
                : List.of();
        return gateOf.page("cards/choices", visit, form, at)
                .addObject("stayAct", journal.ids().next())
                .addObject("leaveAct", journal.ids().next())
                .addObject(
                        "said",
                        form.was("noted") ? "web.choices.noted" : form.was("passed") ? "web.concern.passed" : "")
                .addObject("hours", hours);
    }

    private static HourLine line(HourChoices hour, Words words) {
        var figures = new ArrayList<String>();
        for (Choice choice : Choice.values()) figures.add(figure(hour.chosen(), choice, words));
        int begins = hour.slot().begins().atZone(hour.slot().zone()).getHour();
        return new HourLine(words.say("web.gate.hour", "hour", begins), figures);
    }

    private static String figure(Map<Choice, HourChoices.Figure> chosen, Choice choice, Words words) {
        return switch (chosen.getOrDefault(choice, new HourChoices.Figure.Exactly(0))) {
            case HourChoices.Figure.Exactly exactly -> words.number(exactly.number());
            case HourChoices.Figure.Few few -> words.say("web.choices.few");
        };
    }

    /// What was raised, for the protection desk.
    @Needs(Deed.READ_CONCERNS)
    @GetMapping("/concerns")
    ModelAndView concerns(Visit visit, Form form) {
        return listed(visit, form);
    }

    @Needs(Deed.READ_CONCERNS)
    @PostMapping("/concerns")
    ModelAndView read(Visit visit, Form form) {
        Optional<ConcernId> concern = form.one("concern", "web.form.not-understood", ConcernId::parse);
        var read = new ArrayList<Unsealed<FreeText>>();
        boolean done = form.attempt(
                () -> read.add(choices.read(visit.actor(), journal.ids().next(), concern.orElseThrow())));
        if (!done) return Pages.again(listed(visit, form));
        String words = switch (read.getFirst()) {
            case Unsealed.Opened<FreeText> opened -> opened.value().text();
            case Unsealed.Erased<FreeText> erased -> visit.words().say("web.concern.erased");
        };
        return listed(visit, form).addObject("read", words);
    }

    private ModelAndView listed(Visit visit, Form form) {
        List<ConcernLine> lines = choices.concerns(visit.actor(), journal.now()).stream()
                .map(one -> line(visit, one))
                .toList();
        return new ModelAndView("cards/concerns")
                .addObject("form", form)
                .addObject("read", "")
                .addObject("concerns", lines);
    }

    private ConcernLine line(Visit visit, Concern concern) {
        GateOf.At at = gateOf.at(
                visit,
                concern.gate().corridor().slug(),
                concern.gate().crossing().slug());
        return new ConcernLine(
                concern.id().toString(),
                visit.words().name(at.point().names()),
                visit.words().moment(concern.hour().begins()));
    }

    record HourLine(String hour, List<String> figures) {}

    record ConcernLine(String concern, String gate, String hour) {}
}
