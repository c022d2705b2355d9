// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clearway.access.Deed;
import org.clearway.agreement.CorridorId;
import org.clearway.corridor.Corridor;
import org.clearway.corridor.Corridors;
import org.clearway.corridor.Route;
import org.clearway.corridor.Routes;
import org.clearway.geo.Position;
import org.clearway.journal.Journal;
import org.clearway.places.Source;
import org.clearway.time.OpeningWindow;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// Entry by hand of the way that a corridor takes, and of the hours agreed for it. To a desk that may not read the way
/// it is not shown: it tells another one, or the hours alone.
@Controller
final class RouteEntryPages {
    private final Routes routes;
    private final Corridors corridors;
    private final Journal journal;
    private final ClaimForms forms;

    RouteEntryPages(Routes routes, Corridors corridors, Journal journal, ClaimForms forms) {
        this.routes = routes;
        this.corridors = corridors;
        this.journal = journal;
        this.forms = forms;
    }

    @Needs(Deed.RECORD_CORRIDOR)
    @GetMapping("/entry/route/{corridor}")
    ModelAndView fresh(Visit visit, Form form, @PathVariable String corridor) {
        return entry(visit, form, at(visit, corridor));
    }

    @Needs(Deed.RECORD_CORRIDOR)
    @PostMapping("/entry/route/{corridor}")
    ModelAndView set(Visit visit, Form form, @PathVariable String corridor) {
        Corridor one = at(visit, corridor);
        Optional<List<OpeningWindow>> before = routes.hours(visit.actor(), journal.now(), one.id());
        List<OpeningWindow> hours = OpeningFields.read(form, forms.zone(), before.orElse(List.of()));
        Optional<Source> source = forms.source(form);
        boolean done = keepsTheWay(visit, form, before.isPresent())
                ? form.attempt(() -> routes.setHours(visit.actor(), form.act(), one.id(), hours, source.orElseThrow()))
                : route(form, one.id(), hours, source)
                        .filter(route -> form.attempt(() -> routes.set(visit.actor(), form.act(), route)))
                        .isPresent();
        return done
                ? Pages.seeOther(SetUpSteps.after(form, SetUpStep.HOURS, "/board?saved#" + one.id()))
                : Pages.again(entry(visit, form, one));
    }

    private static boolean keepsTheWay(Visit visit, Form form, boolean known) {
        return known && !visit.may(Deed.READ_ROUTE) && form.text("way").isBlank();
    }

    private static Optional<Route> route(
            Form form, CorridorId corridor, List<OpeningWindow> hours, Optional<Source> source) {
        Optional<List<Position>> way = PositionFields.lines(form, "way");
        return source.flatMap(cited -> way.flatMap(
                points -> form.one("way", "web.fire.degrees", text -> new Route(corridor, points, hours, cited))));
    }

    private ModelAndView entry(Visit visit, Form form, Corridor corridor) {
        Optional<List<OpeningWindow>> hours = routes.hours(visit.actor(), journal.now(), corridor.id());
        boolean kept = hours.isPresent() && !visit.may(Deed.READ_ROUTE);
        return forms.page("claims/route", visit, form)
                .addObject("path", "/entry/route/" + corridor.id())
                .addObject("corridorName", visit.words().name(corridor.names()))
                .addObject("way", visit.may(Deed.READ_ROUTE) ? way(visit, corridor.id()) : "")
                .addObject("wayHint", kept ? "web.routes.way-kept" : "web.routes.way-hint")
                .addObject("hours", OpeningFields.told(hours.orElse(List.of()), forms.zone(), visit.words()));
    }

    private String way(Visit visit, CorridorId corridor) {
        return routes.route(visit.actor(), journal.now(), corridor).stream()
                .flatMap(route -> route.waypoints().stream())
                .map(PositionFields::line)
                .collect(Collectors.joining("\n"));
    }

    private Corridor at(Visit visit, String corridor) {
        return corridors.list(visit.actor(), journal.now()).stream()
                .filter(one -> one.id().slug().equals(corridor))
                .findFirst()
                .orElseThrow(Pages::notFound);
    }
}
