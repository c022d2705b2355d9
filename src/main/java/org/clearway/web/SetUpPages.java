// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clearway.access.Deed;
import org.clearway.care.ServicePoint;
import org.clearway.care.ServicePoints;
import org.clearway.corridor.Corridor;
import org.clearway.corridor.Corridors;
import org.clearway.corridor.Routes;
import org.clearway.journal.Journal;
import org.clearway.language.Language;
import org.clearway.places.Places;
import org.clearway.time.OpeningWindow;
import org.clearway.transport.SafeAreas;
import org.clearway.transport.Vehicles;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// The steps in which whoever installs a node sets it up, and those of them that have pages elsewhere.
@Controller
final class SetUpPages implements Door.Keeper {
    private final SetUpSteps steps;
    private final Places places;
    private final Corridors corridors;
    private final Routes routes;
    private final ServicePoints points;
    private final SafeAreas safeAreas;
    private final Vehicles vehicles;
    private final Journal journal;

    SetUpPages(
            SetUpSteps steps,
            Places places,
            Corridors corridors,
            Routes routes,
            ServicePoints points,
            SafeAreas safeAreas,
            Vehicles vehicles,
            Journal journal) {
        this.steps = steps;
        this.places = places;
        this.corridors = corridors;
        this.routes = routes;
        this.points = points;
        this.safeAreas = safeAreas;
        this.vehicles = vehicles;
        this.journal = journal;
    }

    @Override
    public List<Door> doors() {
        return List.of(new Door(SetUpStep.PATH, "web.set-up", Deed.SET_UP, 85));
    }

    @Needs(Deed.SET_UP)
    @GetMapping("/set-up")
    ModelAndView list(Visit visit) {
        List<SetUpSteps.Line> lines = steps.lines(visit);
        return new ModelAndView("set-up/steps")
                .addObject("lines", lines)
                .addObject("next", SetUpSteps.next(lines))
                .addObject("empty", steps.nothingYet());
    }

    @Needs(Deed.RECORD_PLACE)
    @GetMapping("/set-up/languages")
    ModelAndView languages(Visit visit, Form form) {
        return languagePage(visit, form);
    }

    @Needs(Deed.RECORD_PLACE)
    @PostMapping("/set-up/languages")
    ModelAndView askIn(Visit visit, Form form) {
        Set<Language> chosen = form.several("languages", "web.form.not-understood", Language::valueOf);
        boolean done = form.attempt(() -> places.askIn(visit.actor(), form.act(), chosen));
        return done ? Pages.seeOther("/set-up/languages?saved") : Pages.again(languagePage(visit, form));
    }

    private ModelAndView languagePage(Visit visit, Form form) {
        Words words = visit.words();
        return steps.page("languages", visit, SetUpStep.LANGUAGES)
                .addObject("form", form)
                .addObject("said", ClaimForms.notice(form))
                .addObject(
                        "spoken",
                        words.list(Language.offered().stream()
                                .map(language -> words.say("web.language." + language.tag()))
                                .toList()))
                .addObject(
                        "languages",
                        Arrays.stream(Language.values())
                                .map(language -> new Catalogue.Box(
                                        language.name(),
                                        words.say(language),
                                        form.namesIn().contains(language)))
                                .toList());
    }

    @Needs(Deed.RECORD_CORRIDOR)
    @GetMapping("/set-up/hours")
    ModelAndView hours(Visit visit, Form form) {
        Words words = visit.words();
        var lines = new ArrayList<Line>();
        for (Corridor corridor : corridors.list(visit.actor(), journal.now())) {
            List<OpeningWindow> agreed =
                    routes.hours(visit.actor(), journal.now(), corridor.id()).orElse(List.of());
            lines.add(new Line(
                    words.name(corridor.names()),
                    agreed.isEmpty()
                            ? words.say("web.set-up.hours-none")
                            : words.list(agreed.stream().map(words::window).toList()),
                    "/entry/route/" + corridor.id(),
                    agreed.isEmpty()));
        }
        return elsewhere(visit, form, SetUpStep.HOURS, lines, List.of());
    }

    @Needs(Deed.RECORD_SERVICE_POINT)
    @GetMapping("/set-up/points")
    ModelAndView points(Visit visit, Form form) {
        Words words = visit.words();
        var lines = new ArrayList<Line>();
        for (Corridor corridor : corridors.list(visit.actor(), journal.now())) {
            for (ServicePoint point : points.points(visit.actor(), journal.now(), corridor.id())) {
                lines.add(new Line(
                        words.name(point.names()),
                        words.list(point.services().stream().map(words::say).toList()),
                        "/care/" + point.id() + "/change",
                        false));
            }
        }
        return elsewhere(visit, form, SetUpStep.POINTS, lines, List.of("/care/new"));
    }

    @Needs(Deed.RECORD_SAFE_AREA)
    @GetMapping("/set-up/safe-areas")
    ModelAndView safeAreas(Visit visit, Form form) {
        Words words = visit.words();
        List<Line> lines = safeAreas.list(visit.actor(), journal.now()).stream()
                .map(area -> new Line(
                        words.name(area.names()),
                        PlacesWords.of(area.places(), words),
                        "/safe-areas/" + area.id() + "/change",
                        false))
                .toList();
        return elsewhere(visit, form, SetUpStep.SAFE_AREAS, lines, List.of("/safe-areas/new"));
    }

    @Needs(Deed.RECORD_VEHICLE)
    @GetMapping("/set-up/vehicles")
    ModelAndView vehicles(Visit visit, Form form) {
        Words words = visit.words();
        List<Line> lines = vehicles.list(visit.actor(), journal.now()).stream()
                .map(one -> new Line(
                        one.vehicle().id().slug(),
                        words.say(
                                "web.set-up.vehicle",
                                Map.of(
                                        "type",
                                        words.say(one.vehicle().type()),
                                        "people",
                                        one.vehicle().capacity().people())),
                        "/vehicles/" + one.vehicle().id() + "/change",
                        false))
                .toList();
        return elsewhere(visit, form, SetUpStep.VEHICLES, lines, List.of("/vehicles/new"));
    }

    /// @param more where another one is put on record; empty where that is another step
    private ModelAndView elsewhere(Visit visit, Form form, SetUpStep step, List<Line> lines, List<String> more) {
        boolean none = corridors.list(visit.actor(), journal.now()).isEmpty() && step != SetUpStep.VEHICLES;
        return steps.page("elsewhere", visit, step)
                .addObject("said", ClaimForms.notice(form))
                .addObject("lines", lines)
                .addObject("more", none ? List.of() : more)
                .addObject("noCorridor", none);
    }

    /// Something on record that has a page of its own.
    ///
    /// @param missing whether it is what the step still asks for
    record Line(String name, String details, String path, boolean missing) {}
}
