// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clearway.access.Deed;
import org.clearway.agreement.CorridorId;
import org.clearway.corridor.Corridors;
import org.clearway.geo.AreaId;
import org.clearway.geo.AreaKind;
import org.clearway.journal.Journal;
import org.clearway.journal.Reading;
import org.clearway.language.Names;
import org.clearway.time.OpeningWindow;
import org.clearway.transport.Condition;
import org.clearway.transport.ConditionState;
import org.clearway.transport.Conditions;
import org.clearway.transport.PlaceKind;
import org.clearway.transport.PlacesLeft;
import org.clearway.transport.SafeArea;
import org.clearway.transport.SafeAreaId;
import org.clearway.transport.SafeAreas;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// Safe areas: who may see where people go on to, the reception desk that tells the places left, and coordination that
/// puts safe areas on record.
@Controller
final class SafeAreaPages implements Door.Keeper {
    private final SafeAreas safeAreas;
    private final Corridors corridors;
    private final Journal journal;
    private final Catalogue catalogue;
    private final NodeFacts node;

    SafeAreaPages(SafeAreas safeAreas, Corridors corridors, Journal journal, Catalogue catalogue, NodeFacts node) {
        this.safeAreas = safeAreas;
        this.corridors = corridors;
        this.journal = journal;
        this.catalogue = catalogue;
        this.node = node;
    }

    @Override
    public List<Door> doors() {
        return List.of(new Door("/safe-areas", "web.safe-areas", Deed.TELL_PLACES, 17));
    }

    @Needs(Deed.READ_BOARD)
    @GetMapping("/safe-areas")
    ModelAndView list(Visit visit, Form form) {
        return page(visit, form, Optional.empty());
    }

    /// Tells how many places are left, now.
    @Needs(Deed.TELL_PLACES)
    @PostMapping("/safe-areas/{area}/places")
    ModelAndView tell(Visit visit, Form form, @PathVariable String area) {
        SafeArea told = at(visit, area);
        Map<PlaceKind, Long> left = FigureFields.read(form, PlaceKind.class);
        boolean done = form.attempt(() -> safeAreas.tell(visit.actor(), form.act(), new PlacesLeft(told.id(), left)));
        return done
                ? Pages.seeOther("/safe-areas?told#" + told.id())
                : Pages.again(page(visit, form, Optional.of(told.id())));
    }

    /// @param typed the safe area whose figures were typed and are not right
    private ModelAndView page(Visit visit, Form form, Optional<SafeAreaId> typed) {
        Reading reading = journal.now();
        String said = form.was("told") ? "web.safe-areas.told" : form.was("saved") ? "web.saved" : "";
        return new ModelAndView("transport/safe-areas")
                .addObject("form", form)
                .addObject("said", said)
                .addObject(
                        "lines",
                        safeAreas.list(visit.actor(), reading).stream()
                                .map(area -> line(visit, reading, area, form, typed))
                                .toList());
    }

    private Line line(Visit visit, Reading reading, SafeArea area, Form form, Optional<SafeAreaId> typed) {
        Words words = visit.words();
        Optional<PlacesLeft.Told> told =
                safeAreas.left(visit.actor(), reading, area.id(), node.clock().instant());
        boolean here = typed.filter(area.id()::equals).isPresent();
        var cells = new ArrayList<Cell>();
        for (PlaceKind kind : PlaceKind.values()) {
            if (!area.places().containsKey(kind)) continue;
            cells.add(new Cell(
                    field(kind),
                    area.id() + "-" + field(kind),
                    words.say(kind),
                    here ? form.text(field(kind)) : "",
                    here ? form.complaint(field(kind)) : ""));
        }
        return new Line(
                area.id().slug(),
                words.name(area.names()),
                catalogue.in(words).area(area.area()),
                words.list(area.corridors().stream()
                        .map(id -> corridors.corridor(visit.actor(), reading, id))
                        .flatMap(Optional::stream)
                        .map(corridor -> words.name(corridor.names()))
                        .toList()),
                PlacesWords.of(area.places(), words),
                told.map(last -> PlacesWords.left(area, last, words))
                        .orElseGet(() -> words.say("web.safe-areas.not-told")),
                told.filter(last -> last.full(area)).isPresent(),
                ConditionWords.of(
                        safeAreas.conditions(
                                visit.actor(), reading, area.id(), node.clock().instant()),
                        words),
                ConditionWords.hours(
                        safeAreas.hours(
                                visit.actor(), reading, area.id(), node.clock().instant()),
                        words),
                cells,
                here ? form.act().toString() : journal.ids().next().toString());
    }

    @Needs(Deed.TELL_PLACES)
    @GetMapping("/safe-areas/{area}/conditions")
    ModelAndView conditions(Visit visit, Form form, @PathVariable String area) {
        return conditions(visit, form, at(visit, area));
    }

    /// Tells what the safe area offers, now. What is left at "not known" is not told.
    @Needs(Deed.TELL_PLACES)
    @PostMapping("/safe-areas/{area}/conditions")
    ModelAndView tellConditions(Visit visit, Form form, @PathVariable String area) {
        SafeArea told = at(visit, area);
        var states = new EnumMap<Condition, ConditionState>(Condition.class);
        for (Condition condition : Condition.values()) {
            form.maybe(FigureFields.field(condition), "web.form.choose", ConditionState::valueOf)
                    .ifPresent(state -> states.put(condition, state));
        }
        List<OpeningWindow> hours = OpeningFields.read(form, node.zone(), hours(visit, told));
        boolean done =
                form.attempt(() -> safeAreas.tell(visit.actor(), form.act(), new Conditions(told.id(), states, hours)));
        return done ? Pages.seeOther("/safe-areas?told#" + told.id()) : Pages.again(conditions(visit, form, told));
    }

    private List<OpeningWindow> hours(Visit visit, SafeArea area) {
        return safeAreas.hours(
                visit.actor(), journal.now(), area.id(), node.clock().instant());
    }

    private ModelAndView conditions(Visit visit, Form form, SafeArea area) {
        Words words = visit.words();
        Map<Condition, ConditionState> before = safeAreas
                .conditions(
                        visit.actor(), journal.now(), area.id(), node.clock().instant())
                .map(told -> told.conditions().states())
                .orElse(Map.of());
        return new ModelAndView("transport/conditions")
                .addObject("form", form)
                .addObject("id", area.id().slug())
                .addObject("name", words.name(area.names()))
                .addObject("states", Catalogue.Option.of(ConditionState.class, words))
                .addObject(
                        "conditions",
                        Arrays.stream(Condition.values())
                                .map(condition -> new FigureFields.Cell(
                                        FigureFields.field(condition),
                                        words.say(condition),
                                        Optional.ofNullable(before.get(condition))
                                                .map(ConditionState::name)
                                                .orElse("")))
                                .toList())
                .addObject("hours", OpeningFields.told(hours(visit, area), node.zone(), words));
    }

    @Needs(Deed.RECORD_SAFE_AREA)
    @GetMapping("/safe-areas/new")
    ModelAndView fresh(Visit visit, Form form) {
        return setting(visit, form, Optional.empty());
    }

    @Needs(Deed.RECORD_SAFE_AREA)
    @PostMapping("/safe-areas/new")
    ModelAndView open(Visit visit, Form form) {
        return set(visit, form, Optional.empty());
    }

    @Needs(Deed.RECORD_SAFE_AREA)
    @GetMapping("/safe-areas/{area}/change")
    ModelAndView change(Visit visit, Form form, @PathVariable String area) {
        return setting(visit, form, Optional.of(at(visit, area)));
    }

    @Needs(Deed.RECORD_SAFE_AREA)
    @PostMapping("/safe-areas/{area}/change")
    ModelAndView changed(Visit visit, Form form, @PathVariable String area) {
        return set(visit, form, Optional.of(at(visit, area)));
    }

    private ModelAndView set(Visit visit, Form form, Optional<SafeArea> before) {
        if (form.was("close") && before.isPresent()) {
            boolean closed = form.attempt(() ->
                    safeAreas.close(visit.actor(), form.act(), before.get().id()));
            return closed
                    ? Pages.seeOther(SetUpSteps.after(form, SetUpStep.SAFE_AREAS, "/safe-areas?saved"))
                    : Pages.again(setting(visit, form, before));
        }
        Optional<Names> names = NameFields.read(form, before.map(SafeArea::names));
        Optional<AreaId> area = form.one("area", "web.form.choose", AreaId::new);
        Set<CorridorId> those = form.several("corridors", "web.form.choose", CorridorId::new);
        Map<PlaceKind, Long> places = FigureFields.read(form, PlaceKind.class);
        boolean done = form.attempt(() -> safeAreas.set(
                visit.actor(),
                form.act(),
                new SafeArea(
                        before.map(SafeArea::id)
                                .orElseGet(() -> new SafeAreaId(NameFields.slug(names.orElseThrow(), form))),
                        area.orElseThrow(),
                        names.orElseThrow(),
                        List.copyOf(those),
                        places)));
        return done
                ? Pages.seeOther(SetUpSteps.after(form, SetUpStep.SAFE_AREAS, "/safe-areas?saved"))
                : Pages.again(setting(visit, form, before));
    }

    private ModelAndView setting(Visit visit, Form form, Optional<SafeArea> before) {
        Words words = visit.words();
        return new ModelAndView("transport/safe-area")
                .addObject("form", form)
                .addObject(
                        "path",
                        before.map(area -> "/safe-areas/" + area.id() + "/change")
                                .orElse("/safe-areas/new"))
                .addObject("known", before.isPresent())
                .addObject("names", NameFields.of(form, before.map(SafeArea::names)))
                .addObject("areas", catalogue.in(words).areasOf(AreaKind.SETTLEMENT))
                .addObject("area", before.map(one -> one.area().slug()).orElse(""))
                .addObject(
                        "corridors",
                        corridors.list(visit.actor(), journal.now()).stream()
                                .map(one -> new Catalogue.Box(
                                        one.id().slug(),
                                        words.name(one.names()),
                                        before.filter(area -> area.corridors().contains(one.id()))
                                                .isPresent()))
                                .toList())
                .addObject(
                        "places",
                        FigureFields.told(
                                PlaceKind.class, before.map(SafeArea::places).orElse(Map.of()), words));
    }

    private SafeArea at(Visit visit, String area) {
        return safeAreas.list(visit.actor(), journal.now()).stream()
                .filter(one -> one.id().slug().equals(area))
                .findFirst()
                .orElseThrow(Pages::notFound);
    }

    private static String field(PlaceKind kind) {
        return FigureFields.field(kind);
    }

    /// @param conditions what it offers, in sentences, or that it is not known
    /// @param hours when it takes people in, or that it is not known
    /// @param left the places left and who told so when, or that nobody did lately
    /// @param cells the figures to tell, one for each kind of place that it has
    record Line(
            String id,
            String name,
            String area,
            String corridors,
            String places,
            String left,
            boolean full,
            List<String> conditions,
            String hours,
            List<Cell> cells,
            String act) {}

    /// @param complaint what is wrong with what was typed; empty where nothing is
    record Cell(String field, String id, String label, String value, String complaint) {}
}
