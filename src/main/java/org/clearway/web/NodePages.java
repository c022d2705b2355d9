// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.util.List;
import java.util.stream.Stream;
import org.clearway.access.Deed;
import org.clearway.health.Check;
import org.clearway.health.Vital;
import org.clearway.health.VitalState;
import org.clearway.health.Vitals;
import org.clearway.journal.Journal;
import org.clearway.language.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// How the node does: each sign of its health with what to do about it, and what was found when
/// it started.
@Controller
final class NodePages implements Door.Keeper {
    private final Vitals vitals;
    private final Journal journal;
    private final NodeFacts node;

    NodePages(Vitals vitals, Journal journal, NodeFacts node) {
        this.vitals = vitals;
        this.journal = journal;
        this.node = node;
    }

    @Override
    public List<Door> doors() {
        return List.of(new Door("/node", "web.node", Deed.READ_NODE_HEALTH, 90));
    }

    @Needs(Deed.READ_NODE_HEALTH)
    @GetMapping("/node")
    ModelAndView node(Visit visit) {
        Words words = visit.words();
        // Asked first: what is over when the signs are read is not shown as going on for ever.
        Check check = vitals.check(visit.actor());
        List<Vital> signs = vitals.signs(visit.actor());
        var page = new ModelAndView("node")
                .addObject(
                        "signs", signs.stream().map(sign -> line(sign, words)).toList())
                .addObject("worst", Vitals.worst(signs))
                .addObject(
                        "needing",
                        signs.stream()
                                .filter(sign -> sign.state() != VitalState.IN_ORDER)
                                .count())
                .addObject(
                        "findings",
                        Stream.concat(
                                        journal.findings().stream().map(finding -> finding.in(words.language())),
                                        journal.condition().damaged().stream()
                                                .map(position -> Problem.of(
                                                                "journal.entry-damaged", "position", position)
                                                        .in(words.language())))
                                .toList())
                .addObject("stream", journal.stream().toString())
                .addObject("head", journal.head().orElse(""))
                .addObject("zone", words.offset(node.clock().instant()))
                .addObject("going", false)
                .addObject("done", 0L)
                .addObject("all", 0L);
        if (check instanceof Check.Going(long done, long all)) {
            page.addObject("going", true).addObject("done", done).addObject("all", all);
        }
        return page;
    }

    @Needs(Deed.READ_NODE_HEALTH)
    @PostMapping("/node/check")
    ModelAndView begin(Visit visit) {
        vitals.beginCheck(visit.actor());
        return Pages.seeOther("/node");
    }

    /// @param shape by which its state is told from others without colour
    record Line(String what, String told, String state, String shape, String style, String advice) {}

    private Line line(Vital sign, Words words) {
        return new Line(
                words.say(sign.sign()),
                sign.in(words.wording(), node.zone()),
                words.say(sign.state()),
                words.say("health.shape." + sign.state()),
                sign.state().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                sign.advice(words.wording()));
    }
}
