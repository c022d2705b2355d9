// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.util.List;
import java.util.Optional;
import org.clearway.access.Deed;
import org.clearway.agreement.CorridorId;
import org.clearway.agreement.PartyId;
import org.clearway.corridor.Corridor;
import org.clearway.corridor.Corridors;
import org.clearway.gate.Decided;
import org.clearway.gate.Decision;
import org.clearway.gate.DecisionReason;
import org.clearway.gate.GateState;
import org.clearway.gate.Gates;
import org.clearway.gate.OnDecision;
import org.clearway.journal.Journal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// The coordination cell opens, stops and resumes the gates of a corridor; every desk sees how they stand.
@Controller
final class GateDecisionPages {
    private final Gates gates;
    private final Corridors corridors;
    private final Journal journal;
    private final Catalogue catalogue;
    private final GateBanners banners;

    GateDecisionPages(Gates gates, Corridors corridors, Journal journal, Catalogue catalogue, GateBanners banners) {
        this.gates = gates;
        this.corridors = corridors;
        this.journal = journal;
        this.catalogue = catalogue;
        this.banners = banners;
    }

    /// What was decided of a corridor's gates, and the decisions that can follow.
    @Needs(Deed.DECIDE_GATE)
    @GetMapping("/gate/{corridor}")
    ModelAndView decisions(Visit visit, Form form, @PathVariable String corridor) {
        return deciding(visit, form, corridor(visit, corridor));
    }

    @Needs(Deed.DECIDE_GATE)
    @PostMapping("/gate/{corridor}")
    ModelAndView decide(Visit visit, Form form, @PathVariable String corridor) {
        Corridor found = corridor(visit, corridor);
        Optional<Decision> decision = form.one("decision", "web.form.choose", Decision::valueOf);
        Optional<DecisionReason> because = form.one("because", "web.form.choose", DecisionReason::valueOf);
        Optional<PartyId> claimant = form.maybe("claimant", "web.form.not-understood", PartyId::new);
        boolean done = form.attempt(() -> gates.decide(
                visit.actor(),
                form.act(),
                new Decided(found.id(), decision.orElseThrow(), because.orElseThrow(), claimant)));
        return done ? Pages.seeOther("/gate/" + found.id() + "?decided") : Pages.again(deciding(visit, form, found));
    }

    private ModelAndView deciding(Visit visit, Form form, Corridor corridor) {
        Words words = visit.words();
        Catalogue.Named named = catalogue.in(words);
        return new ModelAndView("gate/decide")
                .addObject("form", form)
                .addObject("id", corridor.id().slug())
                .addObject("name", words.name(corridor.names()))
                .addObject("banner", banners.of(visit, corridor.id()))
                .addObject("said", form.was("decided") ? "web.gate.decided" : "")
                .addObject("choices", choices(visit, corridor.id()))
                .addObject("reasons", Catalogue.Option.of(DecisionReason.class, words))
                .addObject("parties", named.partiesWithout())
                .addObject(
                        "decisions",
                        gates.decisions(visit.actor(), journal.now(), corridor.id()).stream()
                                .map(one -> line(one, words, named))
                                .toList());
    }

    /// The decisions that follow from how the gates stand.
    private List<Catalogue.Option> choices(Visit visit, CorridorId corridor) {
        List<Decision> choices = switch (gates.state(visit.actor(), journal.now(), corridor)) {
            case GateState.NotOpened never -> List.of(Decision.OPEN);
            case GateState.Working working -> List.of(Decision.PAUSE, Decision.SUSPEND, Decision.CLOSE);
            case GateState.OutOfHours out -> List.of(Decision.PAUSE, Decision.SUSPEND, Decision.CLOSE);
            case GateState.NotAssured lapsed -> List.of(Decision.PAUSE, Decision.SUSPEND, Decision.CLOSE);
            case GateState.Stopped stopped ->
                stopped.last().decided().decision() == Decision.CLOSE
                        ? List.of(Decision.OPEN)
                        : List.of(Decision.RESUME, Decision.CLOSE);
        };
        return choices.stream()
                .map(choice -> new Catalogue.Option(choice.name(), visit.words().say(choice)))
                .toList();
    }

    /// How the gates of a corridor stand now, as a piece of a page: a desk looks again every few
    /// seconds. Looking is no sign that anybody is there.
    @Needs(Deed.READ_BOARD)
    @GetMapping(Pulse.PREFIX + "gate/{corridor}")
    ModelAndView pulse(Visit visit, @PathVariable String corridor) {
        return new ModelAndView("gate/parts :: banner")
                .addObject("banner", banners.of(visit, corridor(visit, corridor).id()));
    }

    private Corridor corridor(Visit visit, String slug) {
        return corridors.list(visit.actor(), journal.now()).stream()
                .filter(one -> one.id().slug().equals(slug))
                .findFirst()
                .orElseThrow(Pages::notFound);
    }

    private static DecisionLine line(OnDecision one, Words words, Catalogue.Named named) {
        Decided decided = one.decided();
        return new DecisionLine(
                words.say(decided.decision()),
                words.moment(one.at()),
                one.by().name(),
                words.say(decided.because()),
                decided.claimant()
                        .map(party -> words.say("web.gate.according-to", "party", named.party(party)))
                        .orElseGet(() -> words.say("web.gate.observed")));
    }

    record DecisionLine(String decision, String at, String by, String because, String claimed) {}
}
