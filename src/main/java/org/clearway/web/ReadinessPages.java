// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearway.access.Deed;
import org.clearway.care.Check;
import org.clearway.care.Equipment;
import org.clearway.care.Expected;
import org.clearway.care.Lack;
import org.clearway.care.Plan;
import org.clearway.care.PointStanding;
import org.clearway.care.Readiness;
import org.clearway.care.ServicePoints;
import org.clearway.care.ServiceState;
import org.clearway.care.Standard;
import org.clearway.corridor.Service;
import org.clearway.gate.HourSlot;
import org.clearway.journal.Journal;
import org.clearway.journal.Reading;
import org.clearway.time.Occurred;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// Whether a point has enough for those who are expected: needed, announced, found, used; and what was found there.
@Controller
final class ReadinessPages {
    private final ServicePoints points;
    private final Journal journal;
    private final PointPages pages;
    private final HourFields hourFields;
    private final Catalogue catalogue;
    private final NodeFacts node;

    ReadinessPages(
            ServicePoints points,
            Journal journal,
            PointPages pages,
            HourFields hourFields,
            Catalogue catalogue,
            NodeFacts node) {
        this.points = points;
        this.journal = journal;
        this.pages = pages;
        this.hourFields = hourFields;
        this.catalogue = catalogue;
        this.node = node;
    }

    @Needs(Deed.READ_BOARD)
    @GetMapping("/care/{point}/readiness")
    ModelAndView readiness(Visit visit, Form form, @PathVariable String point) {
        PointPages.At at = pages.at(visit, point);
        Reading reading = journal.now();
        LocalDate day = form.maybe("day", "web.form.day", LocalDate::parse).orElse(hourFields.today());
        Words words = visit.words();
        Optional<Readiness> readiness =
                points.readiness(visit.actor(), reading, at.point().id(), hourFields.day(day));
        PointStanding standing =
                points.standing(visit.actor(), reading, at.point().id());
        return pages.page("care/readiness", visit, form, at)
                .addObject("said", form.was("saved") ? "web.care.given" : "")
                .addObject("today", day.toString())
                .addObject("day", words.day(day))
                .addObject(
                        "expected",
                        readiness
                                .map(one -> expected(one.plan().expected(), words))
                                .orElse(""))
                .addObject("figures", readiness.map(one -> lines(one, words)).orElse(List.of()))
                .addObject(
                        "standards",
                        readiness.map(one -> standards(one.plan(), words)).orElse(List.of()))
                .addObject("hours", readiness.isPresent() ? hours(visit, at, day) : List.of())
                .addObject("services", services(at, standing, words))
                .addObject(
                        "found",
                        standing.found()
                                .map(found -> words.say(
                                        "web.care.found-by",
                                        Map.of(
                                                "account", found.by().name(),
                                                "when",
                                                        words.moment(
                                                                found.when().from()))))
                                .orElse(""))
                .addObject(
                        "lacks",
                        standing.found()
                                .map(found -> words.list(found.check().lacks().stream()
                                        .sorted()
                                        .map(words::say)
                                        .toList()))
                                .orElse(""));
    }

    private static String expected(Expected expected, Words words) {
        return words.say(
                "web.care.expected-line",
                Map.of(
                        "peak", expected.peakHour(),
                        "visitors", expected.dayVisitors(),
                        "overnight", expected.overnight()));
    }

    private static List<FigureLine> lines(Readiness readiness, Words words) {
        return readiness.figures().stream()
                .map(figure -> new FigureLine(
                        words.say(figure.equipment()),
                        words.number(figure.needed()),
                        figure.announced().map(words::number).orElse("—"),
                        figure.ready().map(words::number).orElse("—"),
                        figure.used().map(words::number).orElse("—"),
                        switch (figure.met()) {
                            case Readiness.Met.Enough enough -> words.say("web.care.met.enough");
                            case Readiness.Met.Short lacking -> words.say("web.care.met.short", "by", lacking.by());
                            case Readiness.Met.NotChecked unknown -> words.say("web.care.met.not-checked");
                        },
                        figure.met() instanceof Readiness.Met.Short,
                        figure.reckoned(words.wording())))
                .toList();
    }

    /// What the point is measured against, and who says so.
    private static List<StandardLine> standards(Plan plan, Words words) {
        return List.of(Standard.values()).stream()
                .map(standard -> new StandardLine(
                        words.say(standard),
                        words.number(plan.standard(standard)),
                        plan.standards().containsKey(standard)
                                ? plan.source()
                                        .map(source -> words.name(source.publisher()))
                                        .orElse("")
                                : standard.source()))
                .toList();
    }

    /// What each hour of the day used, of what hours can tell.
    private List<HourLine> hours(Visit visit, PointPages.At at, LocalDate day) {
        var lines = new ArrayList<HourLine>();
        Words words = visit.words();
        Instant end = hourFields.day(day).to();
        for (Instant hour = hourFields.day(day).from(); hour.isBefore(end); hour = hour.plus(Duration.ofHours(1))) {
            var slot = new HourSlot(hour, node.zone());
            List<Readiness.Figure> used = points.readiness(
                            visit.actor(), journal.now(), at.point().id(), slot.period())
                    .map(Readiness::figures)
                    .orElse(List.of());
            if (used.stream().allMatch(figure -> figure.used().isEmpty())) continue;
            lines.add(new HourLine(
                    hourFields.clock(slot.begins()) + "–" + hourFields.clock(slot.ends()),
                    words.list(used.stream()
                            .filter(figure -> figure.used().isPresent())
                            .map(figure -> words.say(
                                    "web.care.used-of",
                                    Map.of(
                                            "what", words.say(figure.equipment()),
                                            "used", figure.used().orElseThrow(),
                                            "ready",
                                                    figure.ready()
                                                            .map(words::number)
                                                            .orElse("—"))))
                            .toList())));
        }
        return lines;
    }

    /// How each service is announced to stand, by whom, and how it was found.
    private List<ServiceLine> services(PointPages.At at, PointStanding standing, Words words) {
        Catalogue.Named named = catalogue.in(words);
        return at.point().services().stream()
                .map(service -> new ServiceLine(
                        words.say(service),
                        words.list(CareWords.announced(standing, service, words, named::party)),
                        standing.found()
                                .filter(found -> found.check().services().containsKey(service))
                                .map(found -> CareWords.state(found.check().services(), service, words))
                                .orElse("")))
                .toList();
    }

    /// What somebody of ours finds there: counted, and seen to work.
    @Needs(Deed.RECORD_SERVICE)
    @GetMapping("/care/{point}/check")
    ModelAndView check(Visit visit, Form form, @PathVariable String point) {
        return checking(visit, form, pages.at(visit, point));
    }

    @Needs(Deed.RECORD_SERVICE)
    @PostMapping("/care/{point}/check")
    ModelAndView checked(Visit visit, Form form, @PathVariable String point) {
        PointPages.At at = pages.at(visit, point);
        var services = new EnumMap<Service, ServiceState>(Service.class);
        for (Service service : at.point().services()) {
            form.maybe("service-" + service, "web.form.choose", ServiceState::valueOf)
                    .ifPresent(state -> services.put(service, state));
        }
        var there = new EnumMap<Equipment, Long>(Equipment.class);
        for (Equipment equipment : Equipment.values()) {
            form.maybe("there-" + equipment, "web.form.figure", Long::parseLong)
                    .ifPresent(count -> there.put(equipment, count));
        }
        var lacks = form.several("lack", "web.form.choose", Lack::valueOf);
        if (services.isEmpty() && there.isEmpty() && form.sound()) {
            form.complain("there-" + Equipment.TAPS, visit.words().say("web.care.check.nothing"));
        }
        Occurred now = Occurred.at(node.clock().instant(), node.zone());
        boolean done = form.attempt(() ->
                points.check(visit.actor(), form.act(), new Check(at.point().id(), services, there, lacks), now));
        return done ? Pages.seeOther(at.path() + "/readiness?saved") : Pages.again(checking(visit, form, at));
    }

    private ModelAndView checking(Visit visit, Form form, PointPages.At at) {
        Words words = visit.words();
        return pages.page("care/check", visit, form, at)
                .addObject("states", Catalogue.Option.of(ServiceState.class, words))
                .addObject("equipment", Catalogue.Option.of(Equipment.class, words))
                .addObject("lacks", Catalogue.Option.of(Lack.class, words))
                .addObject(
                        "services",
                        at.point().services().stream()
                                .map(service -> new Catalogue.Option(service.name(), words.say(service)))
                                .toList());
    }

    /// How many people the point is to be ready for.
    @Needs(Deed.RECORD_SERVICE_POINT)
    @GetMapping("/care/{point}/expected")
    ModelAndView expected(Visit visit, Form form, @PathVariable String point) {
        return expecting(visit, form, pages.at(visit, point));
    }

    /// The figures that the point is measured against stay as they were told before.
    @Needs(Deed.RECORD_SERVICE_POINT)
    @PostMapping("/care/{point}/expected")
    ModelAndView wasExpected(Visit visit, Form form, @PathVariable String point) {
        PointPages.At at = pages.at(visit, point);
        Optional<Long> peak = form.one("peak", "web.form.figure", Long::parseLong);
        Optional<Long> visitors = form.one("visitors", "web.form.figure", Long::parseLong);
        Optional<Long> overnight = form.one("overnight", "web.form.figure", Long::parseLong);
        Optional<Plan> before = plan(visit, at);
        boolean done = form.attempt(() -> points.plan(
                visit.actor(),
                form.act(),
                new Plan(
                        at.point().id(),
                        new Expected(peak.orElseThrow(), visitors.orElseThrow(), overnight.orElseThrow()),
                        before.map(Plan::standards).orElse(Map.of()),
                        before.flatMap(Plan::source))));
        return done ? Pages.seeOther(at.path() + "/readiness?saved") : Pages.again(expecting(visit, form, at));
    }

    private Optional<Plan> plan(Visit visit, PointPages.At at) {
        return points.readiness(visit.actor(), journal.now(), at.point().id(), hourFields.day(hourFields.today()))
                .map(Readiness::plan);
    }

    private ModelAndView expecting(Visit visit, Form form, PointPages.At at) {
        var told = new HashMap<String, String>();
        plan(visit, at).map(Plan::expected).ifPresent(expected -> {
            told.put("peak", String.valueOf(expected.peakHour()));
            told.put("visitors", String.valueOf(expected.dayVisitors()));
            told.put("overnight", String.valueOf(expected.overnight()));
        });
        return pages.page("care/expected", visit, form, at).addObject("told", told);
    }

    /// @param reckoned how what is needed was reckoned
    record FigureLine(
            String what,
            String needed,
            String announced,
            String ready,
            String used,
            String met,
            boolean lacking,
            String reckoned) {}

    record StandardLine(String what, String value, String source) {}

    record HourLine(String hour, String used) {}

    /// @param found empty where nobody of ours looked
    record ServiceLine(String service, String announced, String found) {}
}
