// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.clearway.access.Deed;
import org.clearway.gate.CardNumber;
import org.clearway.gate.Gate;
import org.clearway.journal.Journal;
import org.clearway.transport.Boarder;
import org.clearway.transport.Mark;
import org.clearway.transport.SafeArea;
import org.clearway.transport.SafeAreaId;
import org.clearway.transport.SafeAreas;
import org.clearway.transport.Trips;
import org.clearway.transport.WaitingLines;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// Who waits at the vehicles of a crossing: they come with their card and get a number, they are called by it, and who
/// is not there is taken off. A number of a card never stands in an address, which browsers keep.
@Controller
final class LinePages {
    private final WaitingLines lines;
    private final Trips trips;
    private final CardReading cardReading;
    private final SafeAreas safeAreas;
    private final NextCalls nextCalls;
    private final GateOf gateOf;
    private final Journal journal;
    private final NodeFacts node;

    LinePages(
            WaitingLines lines,
            Trips trips,
            CardReading cardReading,
            SafeAreas safeAreas,
            NextCalls nextCalls,
            GateOf gateOf,
            Journal journal,
            NodeFacts node) {
        this.lines = lines;
        this.trips = trips;
        this.cardReading = cardReading;
        this.safeAreas = safeAreas;
        this.nextCalls = nextCalls;
        this.gateOf = gateOf;
        this.journal = journal;
        this.node = node;
    }

    /// The address of those who wait at a gate.
    static String path(Gate gate) {
        return "/boarding/line/" + gate.corridor() + "/" + gate.crossing();
    }

    @Needs(Deed.BOARD)
    @GetMapping("/boarding/line/{corridor}/{crossing}")
    ModelAndView line(Visit visit, Form form, @PathVariable String corridor, @PathVariable String crossing) {
        return page(visit, form, gateOf.at(visit, corridor, crossing), Optional.empty(), Optional.empty());
    }

    /// Reads the card of those who have come. That its household is read is on record.
    @Needs(Deed.BOARD)
    @PostMapping("/boarding/line/{corridor}/{crossing}/card")
    ModelAndView card(
            Visit visit,
            Form form,
            @PathVariable String corridor,
            @PathVariable String crossing,
            @RequestParam("picture") Optional<MultipartFile> picture) {
        GateOf.At at = gateOf.at(visit, corridor, crossing);
        Optional<CardNumber> card = cardReading.read(visit, form, picture);
        var boarder = new ArrayList<Boarder>();
        form.attempt(
                () -> boarder.add(trips.boarder(visit.actor(), journal.ids().next(), card.orElseThrow())));
        ModelAndView page = page(visit, form, at, card, boarder.stream().findFirst());
        return form.sound() ? page : Pages.again(page);
    }

    /// Who comes back to that address begins with no card in hand.
    @Needs(Deed.BOARD)
    @GetMapping("/boarding/line/{corridor}/{crossing}/card")
    ModelAndView noCard(Visit visit, @PathVariable String corridor, @PathVariable String crossing) {
        return Pages.seeOther(path(gateOf.at(visit, corridor, crossing).gate()));
    }

    @Needs(Deed.BOARD)
    @PostMapping("/boarding/line/{corridor}/{crossing}/join")
    ModelAndView join(Visit visit, Form form, @PathVariable String corridor, @PathVariable String crossing) {
        GateOf.At at = gateOf.at(visit, corridor, crossing);
        Optional<CardNumber> card = form.one("number", "web.card.check.NotACard", CardNumber::parse);
        Optional<SafeAreaId> chosen = form.maybe("chosen", "web.form.not-understood", SafeAreaId::new);
        var number = new AtomicLong();
        boolean done = form.attempt(
                () -> number.set(lines.join(visit.actor(), at.gate(), card.orElseThrow(), chosen, node.zone())));
        return done
                ? Pages.seeOther(path(at.gate()) + "?joined=" + number)
                : Pages.again(page(visit, form, at, Optional.empty(), Optional.empty()));
    }

    @Needs(Deed.BOARD)
    @PostMapping("/boarding/line/{corridor}/{crossing}/off")
    ModelAndView off(Visit visit, Form form, @PathVariable String corridor, @PathVariable String crossing) {
        GateOf.At at = gateOf.at(visit, corridor, crossing);
        Optional<Mark> mark = form.one("mark", "web.form.not-understood", Mark::new);
        boolean done = form.attempt(() -> lines.leave(visit.actor(), mark.orElseThrow()));
        return done
                ? Pages.seeOther(path(at.gate()) + "?off")
                : Pages.again(page(visit, form, at, Optional.empty(), Optional.empty()));
    }

    private ModelAndView page(
            Visit visit, Form form, GateOf.At at, Optional<CardNumber> card, Optional<Boarder> boarder) {
        Words words = visit.words();
        List<SafeArea> areas = safeAreas.list(visit.actor(), journal.now()).stream()
                .filter(area -> area.corridors().contains(at.gate().corridor()))
                .toList();
        String joined = form.text("joined");
        return new ModelAndView("boarding/line")
                .addObject("form", form)
                .addObject("path", path(at.gate()))
                .addObject("said", form.was("off") ? "web.line.off" : "")
                .addObject("joined", joined.matches("[0-9]{1,6}") ? words.number(Long.parseLong(joined)) : "")
                .addObject(
                        "number",
                        boarder.flatMap(any -> card).map(CardNumber::toString).orElse(""))
                .addObject(
                        "who",
                        boarder.map(one -> LoadWords.of(one.waiting(), words)).orElse(""))
                .addObject("chosen", boarder.flatMap(one -> chosen(one, areas)).orElse(""))
                .addObject(
                        "areas",
                        areas.stream()
                                .map(area -> new Catalogue.Option(area.id().slug(), words.name(area.names())))
                                .toList())
                .addObject("at", nextCalls.atGate(visit, at));
    }

    /// The one place where they chose to go when they got their card, where it is one.
    private static Optional<String> chosen(Boarder boarder, List<SafeArea> areas) {
        List<SafeArea> there = areas.stream()
                .filter(area -> boarder.household()
                        .destination()
                        .filter(area.area()::equals)
                        .isPresent())
                .toList();
        return there.size() == 1 ? Optional.of(there.getFirst().id().slug()) : Optional.empty();
    }
}
