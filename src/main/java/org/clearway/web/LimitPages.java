// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clearway.access.Deed;
import org.clearway.access.Role;
import org.clearway.care.Limits;
import org.clearway.care.ServicePoints;
import org.clearway.corridor.Service;
import org.clearway.journal.Journal;
import org.clearway.time.OpeningWindow;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// How what a point gives is limited, for everybody to read and for those who set points up to change.
@Controller
final class LimitPages {
    private final ServicePoints points;
    private final Journal journal;
    private final PointPages pages;
    private final NodeFacts node;

    LimitPages(ServicePoints points, Journal journal, PointPages pages, NodeFacts node) {
        this.points = points;
        this.journal = journal;
        this.pages = pages;
        this.node = node;
    }

    @Needs(Deed.READ_BOARD)
    @GetMapping("/care/{point}/limits")
    ModelAndView limits(Visit visit, Form form, @PathVariable String point) {
        PointPages.At at = pages.at(visit, point);
        Words words = visit.words();
        Map<Service, Limits> set = set(visit, at);
        return pages.page("care/limits", visit, form, at)
                .addObject("said", form.was("saved") ? "web.limits.saved" : "")
                .addObject(
                        "lines",
                        at.point().services().stream()
                                .map(service -> new Line(
                                        service.name(),
                                        words.say(service),
                                        Optional.ofNullable(set.get(service))
                                                .map(one -> CareWords.limits(one, words))
                                                .orElse(""),
                                        Limits.mayLimit(service)))
                                .toList());
    }

    @Needs(Deed.RECORD_SERVICE_POINT)
    @GetMapping("/care/{point}/limits/{service}")
    ModelAndView one(Visit visit, Form form, @PathVariable String point, @PathVariable String service) {
        PointPages.At at = pages.at(visit, point);
        return limiting(visit, form, at, limited(at, service));
    }

    @Needs(Deed.RECORD_SERVICE_POINT)
    @PostMapping("/care/{point}/limits/{service}")
    ModelAndView set(Visit visit, Form form, @PathVariable String point, @PathVariable String service) {
        PointPages.At at = pages.at(visit, point);
        Service limited = limited(at, service);
        Optional<Limits> limits =
                form.was("lift") ? Optional.of(Limits.none(at.point().id(), limited)) : read(visit, form, at, limited);
        boolean done = form.attempt(() -> points.limit(visit.actor(), form.act(), limits.orElseThrow()));
        return done ? Pages.seeOther(at.path() + "/limits?saved") : Pages.again(limiting(visit, form, at, limited));
    }

    private Optional<Limits> read(Visit visit, Form form, PointPages.At at, Service service) {
        Optional<Long> minutes = form.maybe("minutes-between", "web.form.figure", Long::parseLong);
        Optional<Long> times = form.maybe("most-a-day", "web.form.figure", Long::parseLong);
        Set<Service> notWith = form.several("not-with", "web.form.choose", Service::valueOf);
        Set<Role> desks = form.several("desks", "web.form.choose", Role::valueOf);
        List<OpeningWindow> hours =
                OpeningFields.read(form, node.zone(), before(visit, at, service).hours());
        return form.make(() -> new Limits(
                at.point().id(),
                service,
                minutes,
                times,
                notWith,
                form.ticked("whole-household", "yes"),
                desks,
                hours));
    }

    private ModelAndView limiting(Visit visit, Form form, PointPages.At at, Service service) {
        Words words = visit.words();
        Limits before = before(visit, at, service);
        return pages.page("care/limit", visit, form, at)
                .addObject("service", service.name())
                .addObject("serviceName", words.say(service))
                .addObject(
                        "minutes", before.minutesBetween().map(String::valueOf).orElse(""))
                .addObject("times", before.mostADay().map(String::valueOf).orElse(""))
                .addObject("wholeHousehold", before.wholeHousehold())
                .addObject(
                        "others",
                        Stream.concat(at.point().services().stream(), before.notWith().stream())
                                .distinct()
                                .filter(other -> other != service && Limits.mayLimit(other))
                                .map(other -> box(other, before.notWith().contains(other), words))
                                .toList())
                .addObject(
                        "desks",
                        Limits.desksThatGive().stream()
                                .map(desk -> box(desk, before.desks().contains(desk), words))
                                .toList())
                .addObject("hours", OpeningFields.told(before.hours(), node.zone(), words))
                .addObject("limited", !before.areNone());
    }

    private Limits before(Visit visit, PointPages.At at, Service service) {
        return Optional.ofNullable(set(visit, at).get(service))
                .orElseGet(() -> Limits.none(at.point().id(), service));
    }

    private Map<Service, Limits> set(Visit visit, PointPages.At at) {
        return points.limits(visit.actor(), journal.now(), at.point().id()).stream()
                .collect(Collectors.toMap(Limits::service, Function.identity()));
    }

    private static Catalogue.Box box(Enum<?> value, boolean ticked, Words words) {
        return new Catalogue.Box(value.name(), words.say(value), ticked);
    }

    private static Service limited(PointPages.At at, String service) {
        return at.point().services().stream()
                .filter(one -> one.name().equals(service) && Limits.mayLimit(one))
                .findFirst()
                .orElseThrow(Pages::notFound);
    }

    /// @param limits how it is limited; empty where it is not
    /// @param mayBe whether it can be limited at all
    record Line(String service, String name, String limits, boolean mayBe) {}
}
