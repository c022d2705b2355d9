// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearway.access.Deed;
import org.clearway.gate.Choices;
import org.clearway.journal.FreeText;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// A concern that somebody is made to go or to stay, raised from any desk. It goes to the protection desk and to nobody
/// else: the desk that raised it cannot read it again.
@Controller
final class ConcernPages implements Door.Keeper {
    private final Choices choices;
    private final GateOf gateOf;
    private final NodeFacts node;

    ConcernPages(Choices choices, GateOf gateOf, NodeFacts node) {
        this.choices = choices;
        this.gateOf = gateOf;
        this.node = node;
    }

    @Override
    public List<Door> doors() {
        return List.of(new Door("/concern", "web.concern.raise", Deed.RAISE_CONCERN, 88));
    }

    @Needs(Deed.RAISE_CONCERN)
    @GetMapping("/concern")
    ModelAndView fresh(Visit visit, Form form) {
        return page(visit, form);
    }

    @Needs(Deed.RAISE_CONCERN)
    @PostMapping("/concern")
    ModelAndView raise(Visit visit, Form form) {
        Optional<GateOf.At> at = form.one(
                "gate",
                "web.form.choose",
                text -> gateOf.all(visit).stream()
                        .filter(one -> one.path().equals(text))
                        .findFirst()
                        .orElseThrow(IllegalArgumentException::new));
        Optional<FreeText> told = form.one("concern", "web.concern.length", FreeText::new);
        boolean done = form.attempt(() ->
                choices.raise(visit.actor(), form.act(), at.orElseThrow().gate(), node.zone(), told.orElseThrow()));
        return done ? Pages.seeOther("/concern?passed") : Pages.again(page(visit, form));
    }

    private ModelAndView page(Visit visit, Form form) {
        Words words = visit.words();
        return new ModelAndView("cards/concern")
                .addObject("form", form)
                .addObject("said", form.was("passed") ? "web.concern.passed" : "")
                .addObject(
                        "gates",
                        gateOf.all(visit).stream()
                                .map(one -> new Catalogue.Option(
                                        one.path(),
                                        words.say(
                                                "web.points.at-crossing",
                                                Map.of(
                                                        "corridor",
                                                        words.name(
                                                                one.corridor().names()),
                                                        "crossing",
                                                        words.name(one.point().names())))))
                                .toList());
    }
}
