// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clearway.access.Deed;
import org.clearway.agreement.Agreements;
import org.clearway.agreement.CorridorId;
import org.clearway.agreement.PartyId;
import org.clearway.agreement.PartyKind;
import org.clearway.agreement.ZoneId;
import org.clearway.corridor.Corridor;
import org.clearway.corridor.Corridors;
import org.clearway.corridor.CrossingId;
import org.clearway.corridor.CrossingPoint;
import org.clearway.corridor.PermittedFlow;
import org.clearway.geo.AreaId;
import org.clearway.geo.AreaKind;
import org.clearway.geo.Position;
import org.clearway.journal.Journal;
import org.clearway.language.Names;
import org.clearway.places.Source;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// Corridors as they are planned, and the points at which they are entered or left.
@Controller
final class SetUpCorridorPages {
    private final SetUpSteps steps;
    private final Corridors corridors;
    private final Agreements agreements;
    private final Catalogue catalogue;
    private final ClaimForms forms;
    private final Journal journal;

    SetUpCorridorPages(
            SetUpSteps steps,
            Corridors corridors,
            Agreements agreements,
            Catalogue catalogue,
            ClaimForms forms,
            Journal journal) {
        this.steps = steps;
        this.corridors = corridors;
        this.agreements = agreements;
        this.catalogue = catalogue;
        this.forms = forms;
        this.journal = journal;
    }

    @Needs(Deed.RECORD_CORRIDOR)
    @GetMapping("/set-up/corridor")
    ModelAndView list(Visit visit, Form form) {
        Words words = visit.words();
        return steps.page("corridors", visit, SetUpStep.CORRIDOR)
                .addObject("said", ClaimForms.notice(form))
                .addObject(
                        "lines",
                        all(visit).stream()
                                .map(one -> new SetUpSteps.OnRecord(
                                        words.name(one.names()),
                                        words.say(
                                                "web.set-up.parties-asked",
                                                "parties",
                                                one.relevantParties().size()),
                                        "/set-up/corridor/" + one.id()))
                                .toList());
    }

    @Needs(Deed.RECORD_CORRIDOR)
    @GetMapping("/set-up/corridor/new")
    ModelAndView fresh(Visit visit, Form form) {
        return corridorPage(visit, form, Optional.empty());
    }

    @Needs(Deed.RECORD_CORRIDOR)
    @PostMapping("/set-up/corridor/new")
    ModelAndView plan(Visit visit, Form form) {
        return plan(visit, form, Optional.empty());
    }

    @Needs(Deed.RECORD_CORRIDOR)
    @GetMapping("/set-up/corridor/{corridor}")
    ModelAndView change(Visit visit, Form form, @PathVariable String corridor) {
        return corridorPage(visit, form, Optional.of(at(visit, corridor)));
    }

    @Needs(Deed.RECORD_CORRIDOR)
    @PostMapping("/set-up/corridor/{corridor}")
    ModelAndView restate(Visit visit, Form form, @PathVariable String corridor) {
        return plan(visit, form, Optional.of(at(visit, corridor)));
    }

    /// The crossings of a corridor that is told again stay.
    private ModelAndView plan(Visit visit, Form form, Optional<Corridor> before) {
        Optional<Names> names = NameFields.read(form, before.map(Corridor::names));
        Optional<ZoneId> zone = form.maybe("zone", "web.form.choose", ZoneId::new);
        Optional<PartyId> initiator = form.maybe("initiator", "web.form.choose", PartyId::new);
        Set<PartyId> relevant = form.several("relevant", "web.form.not-understood", PartyId::new);
        Set<PermittedFlow> flows = form.several("flows", "web.form.not-understood", PermittedFlow::valueOf);
        List<Names> intermediaries = intermediaries(visit, form, before);
        Optional<Source> source = forms.source(form);
        boolean done = form.attempt(() -> corridors.plan(
                visit.actor(),
                form.act(),
                new Corridor(
                        before.map(Corridor::id)
                                .orElseGet(() -> new CorridorId(NameFields.slug(names.orElseThrow(), form))),
                        names.orElseThrow(),
                        zone,
                        initiator,
                        List.copyOf(relevant),
                        intermediaries,
                        flows,
                        before.map(Corridor::crossings).orElse(List.of()),
                        source.orElseThrow())));
        return done ? Pages.seeOther("/set-up/corridor?saved") : Pages.again(corridorPage(visit, form, before));
    }

    /// One on each line, in the language of the page; a line that stood there before keeps its other languages.
    private static List<Names> intermediaries(Visit visit, Form form, Optional<Corridor> before) {
        if (form.text("intermediaries").isBlank()) return List.of();
        List<Names> known = before.map(Corridor::intermediaries).orElse(List.of());
        return form.lines(
                        "intermediaries",
                        "web.form.name",
                        line -> known.stream()
                                .filter(one -> visit.words().name(one).equals(line))
                                .findFirst()
                                .orElseGet(() -> Names.of(visit.language(), line)))
                .orElse(List.of());
    }

    private ModelAndView corridorPage(Visit visit, Form form, Optional<Corridor> before) {
        Words words = visit.words();
        Catalogue.Named named = catalogue.in(words);
        List<PartyId> relevant = before.map(Corridor::relevantParties).orElse(List.of());
        Set<PermittedFlow> flows = before.map(Corridor::flows).orElse(EnumSet.of(PermittedFlow.CIVILIANS_OUT));
        return steps.fill(forms.page("set-up/corridor", visit, form), visit, SetUpStep.CORRIDOR)
                .addObject("standing", steps.cited(before.map(Corridor::source)))
                .addObject(
                        "path",
                        before.map(one -> "/set-up/corridor/" + one.id()).orElse("/set-up/corridor/new"))
                .addObject("names", NameFields.of(form, before.map(Corridor::names)))
                .addObject(
                        "zones",
                        agreements.zones(journal.now()).stream()
                                .map(one -> new Catalogue.Option(one.id().slug(), words.name(one.names())))
                                .toList())
                .addObject(
                        "zone", before.flatMap(Corridor::zone).map(ZoneId::slug).orElse(""))
                .addObject("initiators", named.partiesWithout(PartyKind.MEDIA))
                .addObject(
                        "initiator",
                        before.flatMap(Corridor::initiator).map(PartyId::slug).orElse(""))
                .addObject(
                        "relevant",
                        named.partiesWithout(PartyKind.MEDIA, PartyKind.CHILD_PROTECTION).stream()
                                .map(option -> new Catalogue.Box(
                                        option.value(), option.name(), relevant.contains(new PartyId(option.value()))))
                                .toList())
                .addObject(
                        "flows",
                        Catalogue.Option.of(PermittedFlow.class, words).stream()
                                .map(option -> new Catalogue.Box(
                                        option.value(),
                                        option.name(),
                                        flows.contains(PermittedFlow.valueOf(option.value()))))
                                .toList())
                .addObject(
                        "intermediaries",
                        before.map(Corridor::intermediaries).orElse(List.of()).stream()
                                .map(words::name)
                                .collect(Collectors.joining("\n")));
    }

    @Needs(Deed.RECORD_CORRIDOR)
    @GetMapping("/set-up/crossings")
    ModelAndView crossings(Visit visit, Form form) {
        return crossingPage(visit, form, Optional.empty());
    }

    @Needs(Deed.RECORD_CORRIDOR)
    @PostMapping("/set-up/crossings")
    ModelAndView addCrossing(Visit visit, Form form) {
        return set(visit, form, Optional.empty());
    }

    @Needs(Deed.RECORD_CORRIDOR)
    @GetMapping("/set-up/crossings/{corridor}/{crossing}")
    ModelAndView crossing(Visit visit, Form form, @PathVariable String corridor, @PathVariable String crossing) {
        return crossingPage(visit, form, Optional.of(at(visit, corridor, crossing)));
    }

    @Needs(Deed.RECORD_CORRIDOR)
    @PostMapping("/set-up/crossings/{corridor}/{crossing}")
    ModelAndView changeCrossing(Visit visit, Form form, @PathVariable String corridor, @PathVariable String crossing) {
        return set(visit, form, Optional.of(at(visit, corridor, crossing)));
    }

    /// A crossing of a corridor.
    private record At(Corridor corridor, CrossingPoint point) {}

    private ModelAndView set(Visit visit, Form form, Optional<At> before) {
        Optional<Corridor> corridor =
                before.map(At::corridor).or(() -> form.one("corridor", "web.form.choose", text -> at(visit, text)));
        Optional<Names> names =
                NameFields.read(form, before.map(one -> one.point().names()));
        Optional<AreaId> area = form.one("area", "web.form.choose", AreaId::new);
        Optional<Position> typed = form.maybe("position", "web.fire.degrees", PositionFields::position);
        Optional<Position> position = typed.or(() ->
                before.flatMap(one -> one.point().position()).filter(kept -> form.ticked("keep-position", "yes")));
        boolean done = form.attempt(() -> {
            var point = new CrossingPoint(
                    before.map(one -> one.point().crossing())
                            .orElseGet(() -> new CrossingId(NameFields.slug(names.orElseThrow(), form))),
                    names.orElseThrow(),
                    area.orElseThrow(),
                    position);
            corridors.plan(visit.actor(), form.act(), with(corridor.orElseThrow(), point));
        });
        return done ? Pages.seeOther("/set-up/crossings?saved") : Pages.again(crossingPage(visit, form, before));
    }

    private static Corridor with(Corridor corridor, CrossingPoint point) {
        var crossings = new ArrayList<>(corridor.crossings());
        int known = crossings.stream().map(CrossingPoint::crossing).toList().indexOf(point.crossing());
        if (known < 0) crossings.add(point);
        else crossings.set(known, point);
        return new Corridor(
                corridor.id(),
                corridor.names(),
                corridor.zone(),
                corridor.initiator(),
                corridor.relevantParties(),
                corridor.intermediaries(),
                corridor.flows(),
                crossings,
                corridor.source());
    }

    private ModelAndView crossingPage(Visit visit, Form form, Optional<At> before) {
        Words words = visit.words();
        Catalogue.Named named = catalogue.in(words);
        List<Corridor> all = all(visit);
        var lines = new ArrayList<SetUpSteps.OnRecord>();
        for (Corridor corridor : all) {
            for (CrossingPoint point : corridor.crossings()) {
                lines.add(new SetUpSteps.OnRecord(
                        words.name(point.names()),
                        words.name(corridor.names()) + words.say("web.list-comma") + named.area(point.area()),
                        "/set-up/crossings/" + corridor.id() + "/" + point.crossing()));
            }
        }
        return steps.page("crossings", visit, SetUpStep.CROSSINGS)
                .addObject("form", form)
                .addObject("said", ClaimForms.notice(form))
                .addObject("lines", lines)
                .addObject("known", before.isPresent())
                .addObject("noCorridor", all.isEmpty())
                .addObject(
                        "path",
                        before.map(one -> "/set-up/crossings/" + one.corridor().id() + "/"
                                        + one.point().crossing())
                                .orElse("/set-up/crossings"))
                .addObject(
                        "corridors",
                        all.stream()
                                .map(one -> new Catalogue.Option(one.id().slug(), words.name(one.names())))
                                .toList())
                .addObject(
                        "corridor",
                        before.map(At::corridor)
                                .or(() -> all.stream().findFirst())
                                .map(one -> one.id().slug())
                                .orElse(""))
                .addObject(
                        "names",
                        NameFields.of(form, before.map(one -> one.point().names())))
                .addObject("areas", named.areasOf(EnumSet.allOf(AreaKind.class)))
                .addObject("area", before.map(one -> one.point().area().slug()).orElse(""))
                .addObject(
                        "placed", before.flatMap(one -> one.point().position()).isPresent());
    }

    private List<Corridor> all(Visit visit) {
        return corridors.list(visit.actor(), journal.now());
    }

    private Corridor at(Visit visit, String corridor) {
        return all(visit).stream()
                .filter(one -> one.id().slug().equals(corridor))
                .findFirst()
                .orElseThrow(Pages::notFound);
    }

    private At at(Visit visit, String corridor, String crossing) {
        Corridor one = at(visit, corridor);
        return one.crossings().stream()
                .filter(point -> point.crossing().slug().equals(crossing))
                .findFirst()
                .map(point -> new At(one, point))
                .orElseThrow(Pages::notFound);
    }
}
