// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.util.ArrayList;
import java.util.List;
import org.clearway.access.Deed;
import org.clearway.care.ServicePoint;
import org.clearway.care.ServicePoints;
import org.clearway.corridor.Corridor;
import org.clearway.corridor.Corridors;
import org.clearway.corridor.Service;
import org.clearway.journal.Journal;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// What every page of a service point shares: which point it is about, and the ways to its other pages.
@Component
final class PointPages {
    private final ServicePoints points;
    private final Corridors corridors;
    private final Journal journal;

    PointPages(ServicePoints points, Corridors corridors, Journal journal) {
        this.points = points;
        this.corridors = corridors;
        this.journal = journal;
    }

    /// Every point, by corridor.
    List<At> all(Visit visit) {
        return corridors.list(visit.actor(), journal.now()).stream()
                .flatMap(corridor -> points.points(visit.actor(), journal.now(), corridor.id()).stream()
                        .map(point -> new At(point, corridor)))
                .toList();
    }

    At at(Visit visit, String point) {
        return all(visit).stream()
                .filter(at -> at.point().id().slug().equals(point))
                .findFirst()
                .orElseThrow(Pages::notFound);
    }

    ModelAndView page(String view, Visit visit, Form form, At at) {
        return new ModelAndView(view)
                .addObject("form", form)
                .addObject("path", at.path())
                .addObject("stockPath", at.stockPath())
                .addObject("corridorId", at.corridor().id().slug())
                .addObject("point", visit.words().name(at.point().names()))
                .addObject("corridorName", visit.words().name(at.corridor().names()))
                .addObject("ways", ways(visit, at));
    }

    private static List<Way> ways(Visit visit, At at) {
        var ways = new ArrayList<Way>();
        boolean gives = !at.point().services().isEmpty();
        if (gives && visit.may(Deed.RECORD_SERVICE)) {
            ways.add(new Way(at.path(), "web.care.desk"));
            if (at.point().services().contains(Service.EMERGENCY_CARE)) {
                ways.add(new Way(at.path() + "/triage", "web.care.triage"));
            }
            ways.add(new Way(at.path() + "/turned-away", "web.care.turned-away"));
            ways.add(new Way(at.path() + "/late", "web.care.late"));
        }
        if (gives && visit.may(Deed.READ_SERVICES)) ways.add(new Way(at.path() + "/hours", "web.care.hours"));
        if (visit.may(Deed.READ_STOCK)) ways.add(new Way(at.stockPath(), "web.stock"));
        if (gives && visit.may(Deed.READ_BOARD)) ways.add(new Way(at.path() + "/readiness", "web.care.readiness"));
        if (gives && visit.may(Deed.READ_BOARD)) ways.add(new Way(at.path() + "/limits", "web.limits"));
        if (visit.may(Deed.RECORD_SERVICE_POINT)) ways.add(new Way(at.path() + "/change", "web.points.change"));
        return ways;
    }

    record At(ServicePoint point, Corridor corridor) {
        String path() {
            return "/care/" + point.id();
        }

        String stockPath() {
            return "/stock/" + point.id();
        }
    }

    /// A page of the point, and the key of what it is called.
    record Way(String path, String word) {
        public boolean leadsTo(String current) {
            return path.equals(current);
        }
    }
}
