// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.clearway.access.Deed;
import org.clearway.care.HowRecorded;
import org.clearway.care.LastTouch;
import org.clearway.care.Limits;
import org.clearway.care.PatientAge;
import org.clearway.care.ServiceHour;
import org.clearway.care.ServicePoint;
import org.clearway.care.ServicePoints;
import org.clearway.care.StockLevel;
import org.clearway.care.Stocks;
import org.clearway.care.Touch;
import org.clearway.care.TouchId;
import org.clearway.care.TriageColour;
import org.clearway.care.TriageHour;
import org.clearway.care.WhyTurnedAway;
import org.clearway.corridor.Service;
import org.clearway.gate.CardCheck;
import org.clearway.gate.CardNumber;
import org.clearway.gate.Cards;
import org.clearway.gate.HourSlot;
import org.clearway.gate.Sex;
import org.clearway.journal.Journal;
import org.clearway.journal.Reading;
import org.clearway.language.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// The desk of a service point: what is given, a touch for so many people, and nothing is asked first. How the gate
/// stands is shown, and keeps nobody from being given anything. A card is read only where a limit asks for one.
@Controller
final class CarePages implements Door.Keeper {
    /// How many of the desk's own last touches are shown, each with its undo.
    private static final int LAST = 3;

    /// One touch gives to as many people at most; more are typed.
    private static final int MOST_BY_TOUCH = 8;

    private final ServicePoints points;
    private final Stocks stocks;
    private final Cards cards;
    private final Journal journal;
    private final PointPages pages;
    private final GateBanners banners;
    private final HourFields hourFields;
    private final NodeFacts node;

    CarePages(
            ServicePoints points,
            Stocks stocks,
            Cards cards,
            Journal journal,
            PointPages pages,
            GateBanners banners,
            HourFields hourFields,
            NodeFacts node) {
        this.points = points;
        this.stocks = stocks;
        this.cards = cards;
        this.journal = journal;
        this.pages = pages;
        this.banners = banners;
        this.hourFields = hourFields;
        this.node = node;
    }

    @Override
    public List<Door> doors() {
        return List.of(new Door("/care", "web.care", Deed.READ_SERVICES, 13));
    }

    /// Every point that gives something, to choose from; where there is one, it is gone to at once. Those who set
    /// points up see stores, too.
    @Needs(Deed.READ_BOARD)
    @GetMapping("/care")
    ModelAndView all(Visit visit, Form form) {
        Words words = visit.words();
        boolean setsUp = visit.may(Deed.RECORD_SERVICE_POINT);
        List<Line> lines = pages.all(visit).stream()
                .filter(at -> setsUp || !at.point().services().isEmpty())
                .sorted(Comparator.comparing(at -> at.point().services().isEmpty()))
                .map(at -> new Line(
                        first(visit, at),
                        words.name(at.point().names()),
                        words.name(at.corridor().names()),
                        at.point().services().isEmpty()
                                ? words.say("web.points.store")
                                : words.list(at.point().services().stream()
                                        .map(words::say)
                                        .toList())))
                .toList();
        if (lines.size() == 1 && !setsUp) return Pages.seeOther(lines.getFirst().path());
        return new ModelAndView("care/list")
                .addObject("lines", lines)
                .addObject("said", form.was("saved") ? "web.saved" : "");
    }

    /// The page of a point that a visitor is most likely to want.
    private static String first(Visit visit, PointPages.At at) {
        if (at.point().services().isEmpty()) {
            return visit.may(Deed.READ_STOCK) ? at.stockPath() : at.path() + "/change";
        }
        if (visit.may(Deed.RECORD_SERVICE)) return at.path();
        return at.path() + (visit.may(Deed.READ_SERVICES) ? "/hours" : "/readiness");
    }

    @Needs(Deed.RECORD_SERVICE)
    @GetMapping("/care/{point}")
    ModelAndView desk(Visit visit, Form form, @PathVariable String point) {
        return desk(visit, form, pages.at(visit, point));
    }

    /// Reads a card that somebody shows, where a limit asks for one. Its number never stands in an address, and it is
    /// put aside after the next touch.
    @Needs(Deed.RECORD_SERVICE)
    @PostMapping("/care/{point}/card")
    ModelAndView card(Visit visit, Form form, @PathVariable String point) {
        PointPages.At at = pages.at(visit, point);
        Optional<CardCheck> check = form.one("read", "web.card.check.NotACard", cards::check);
        Optional<CardNumber> card = check.flatMap(CardCheck::read);
        if (check.isPresent() && card.isEmpty()) {
            form.complain(
                    "read",
                    visit.words().say("web.card.check." + check.get().getClass().getSimpleName()));
        }
        ModelAndView page = desk(visit, form, at, card);
        return form.sound() ? page : Pages.again(page);
    }

    /// Who comes back to that address, in another language or by going back, begins with no card in hand.
    @Needs(Deed.RECORD_SERVICE)
    @GetMapping("/care/{point}/card")
    ModelAndView noCard(Visit visit, @PathVariable String point) {
        return Pages.seeOther(pages.at(visit, point).path());
    }

    @Needs(Deed.RECORD_SERVICE)
    @PostMapping("/care/{point}/give")
    ModelAndView give(Visit visit, Form form, @PathVariable String point) {
        PointPages.At at = pages.at(visit, point);
        Optional<Service> service = service(form, at.point());
        Optional<CardNumber> card = form.maybe("card", "web.card.check.NotACard", CardNumber::parse);
        boolean done = card.isPresent() && form.was("everyone")
                ? giveToAll(visit, form, at, service, card.get())
                : give(visit, form, at, service, card);
        return done
                ? Pages.seeOther(at.path() + "?given=" + service.orElseThrow())
                : Pages.again(desk(visit, form, at, card));
    }

    private boolean give(
            Visit visit, Form form, PointPages.At at, Optional<Service> service, Optional<CardNumber> card) {
        Optional<Integer> people = form.one("people", "web.form.figure", Integer::parseInt);
        HourSlot hour = hourFields.current();
        return form.attempt(() -> {
            var given = new Touch.Given(
                    at.point().id(), service.orElseThrow(), people.orElseThrow(), hour, HowRecorded.AT_ONCE);
            if (card.isPresent()) points.give(visit.actor(), form.act(), given, card.get());
            else points.give(visit.actor(), form.act(), given);
        });
    }

    private boolean giveToAll(Visit visit, Form form, PointPages.At at, Optional<Service> service, CardNumber card) {
        return form.attempt(() -> points.giveToAll(
                visit.actor(), form.act(), at.point().id(), service.orElseThrow(), hourFields.current(), card));
    }

    @Needs(Deed.RECORD_SERVICE)
    @PostMapping("/care/{point}/undo")
    ModelAndView undo(Visit visit, Form form, @PathVariable String point) {
        PointPages.At at = pages.at(visit, point);
        Optional<TouchId> touch = form.one("touch", "web.form.not-understood", TouchId::parse);
        boolean done = form.attempt(() -> points.undo(visit.actor(), form.act(), touch.orElseThrow()));
        return done ? Pages.seeOther(at.path() + "?undone") : Pages.again(desk(visit, form, at));
    }

    private ModelAndView desk(Visit visit, Form form, PointPages.At at) {
        return desk(visit, form, at, Optional.empty());
    }

    /// @param card the card that the next touch is with
    private ModelAndView desk(Visit visit, Form form, PointPages.At at, Optional<CardNumber> card) {
        Reading reading = journal.now();
        ServicePoint point = at.point();
        List<ServiceHour> hour = points.hours(
                visit.actor(), reading, point.id(), hourFields.current().period());
        List<ServiceHour> day = points.hours(visit.actor(), reading, point.id(), hourFields.day(hourFields.today()));
        Map<Service, Limits> limits = points.limits(visit.actor(), reading, point.id()).stream()
                .collect(Collectors.toMap(Limits::service, Function.identity()));
        Map<Service, Problem> held = points.held(visit.actor(), reading, point, card, node.zone());
        boolean reads = points.readsCards(visit.actor(), reading, point);
        String said = form.was("given") ? "web.care.given" : form.was("undone") ? "web.care.undone" : "";
        return pages.page("care/desk", visit, form, at)
                .addObject("banner", banners.of(visit, at.corridor().id()))
                .addObject(
                        "numbers",
                        IntStream.rangeClosed(1, MOST_BY_TOUCH).boxed().toList())
                .addObject("first", reads ? "" : first(form, point))
                .addObject("reads", reads)
                .addObject("card", card.map(CardNumber::toString).orElse(""))
                .addObject(
                        "services",
                        point.services().stream()
                                .map(service -> line(
                                        service,
                                        hour,
                                        day,
                                        Optional.ofNullable(limits.get(service)),
                                        Optional.ofNullable(held.get(service))
                                                .map(visit.words()::say)
                                                .orElse(""),
                                        visit.words()))
                                .toList())
                .addObject("latest", latest(visit, reading, at))
                .addObject("short", scarce(visit, reading, at))
                .addObject("said", said);
    }

    /// The service whose field is typed into next: the one that was given last.
    private static String first(Form form, ServicePoint point) {
        return Optional.of(form.text("given", form.text("service")))
                .filter(given -> !given.isEmpty())
                .orElseGet(() ->
                        point.services().stream().findFirst().map(Service::name).orElse(""));
    }

    private static Optional<Service> service(Form form, ServicePoint point) {
        Optional<Service> service = form.one("service", "web.form.choose", Service::valueOf);
        if (service.filter(given -> !point.services().contains(given)).isPresent()) throw Pages.notFound();
        return service;
    }

    private static ServiceLine line(
            Service service,
            List<ServiceHour> hour,
            List<ServiceHour> day,
            Optional<Limits> limits,
            String held,
            Words words) {
        return new ServiceLine(
                service.name(),
                words.say(service),
                words.say("web.care.this-hour", "people", people(service, hour)),
                words.say(
                        "web.care.this-day",
                        Map.of("people", people(service, day), "turned", turnedAway(service, day))),
                limits.map(one -> CareWords.limits(one, words)).orElse(""),
                held,
                limits.filter(Limits::wholeHousehold).isPresent());
    }

    private static long people(Service service, List<ServiceHour> hours) {
        return hours.stream()
                .filter(hour -> hour.service() == service)
                .mapToLong(ServiceHour::people)
                .sum();
    }

    private static long turnedAway(Service service, List<ServiceHour> hours) {
        return hours.stream()
                .filter(hour -> hour.service() == service)
                .mapToLong(ServiceHour::turnedAwayInAll)
                .sum();
    }

    /// What is out, or soon will be.
    private List<Scarce> scarce(Visit visit, Reading reading, PointPages.At at) {
        return stocks
                .levels(visit.actor(), reading, at.point().id(), node.clock().instant(), node.zone())
                .stream()
                .filter(StockLevel::isShort)
                .map(level -> new Scarce(
                        visit.words().name(level.item().names()), CareWords.lasts(level.supply(), visit.words())))
                .toList();
    }

    /// People who went without, and why.
    @Needs(Deed.RECORD_SERVICE)
    @GetMapping("/care/{point}/turned-away")
    ModelAndView turnedAway(Visit visit, Form form, @PathVariable String point) {
        return turningAway(visit, form, pages.at(visit, point));
    }

    @Needs(Deed.RECORD_SERVICE)
    @PostMapping("/care/{point}/turned-away")
    ModelAndView wereTurnedAway(Visit visit, Form form, @PathVariable String point) {
        PointPages.At at = pages.at(visit, point);
        Optional<Service> service = service(form, at.point());
        Optional<WhyTurnedAway> because = form.one("because", "web.form.choose", WhyTurnedAway::valueOf);
        Optional<Integer> people = form.one("people", "web.form.figure", Integer::parseInt);
        Optional<HourSlot> hour = hourFields.slot(form);
        Optional<HowRecorded> how = form.one("how", "web.form.choose", HowRecorded::valueOf);
        boolean done = form.attempt(() -> points.turnAway(
                visit.actor(),
                form.act(),
                new Touch.TurnedAway(
                        at.point().id(),
                        service.orElseThrow(),
                        because.orElseThrow(),
                        people.orElseThrow(),
                        hour.orElseThrow(),
                        how.orElseThrow())));
        return done
                ? Pages.seeOther(at.path() + "?given=" + service.orElseThrow())
                : Pages.again(turningAway(visit, form, at));
    }

    private ModelAndView turningAway(Visit visit, Form form, PointPages.At at) {
        return afterwards("care/turned-away", visit, form, at)
                .addObject("reasons", Catalogue.Option.of(WhyTurnedAway.class, visit.words()));
    }

    /// What was given in an hour that has gone by: remembered, or from a paper form. The next line of the form is
    /// asked for at once.
    @Needs(Deed.RECORD_SERVICE)
    @GetMapping("/care/{point}/late")
    ModelAndView late(Visit visit, Form form, @PathVariable String point) {
        return beingLate(visit, form, pages.at(visit, point));
    }

    @Needs(Deed.RECORD_SERVICE)
    @PostMapping("/care/{point}/late")
    ModelAndView wasLate(Visit visit, Form form, @PathVariable String point) {
        PointPages.At at = pages.at(visit, point);
        Optional<Service> service = service(form, at.point());
        Optional<Integer> people = form.one("people", "web.form.figure", Integer::parseInt);
        Optional<HourSlot> hour = hourFields.slot(form);
        Optional<HowRecorded> how = form.one("how", "web.form.choose", HowRecorded::valueOf);
        boolean done = form.attempt(() -> points.give(
                visit.actor(),
                form.act(),
                new Touch.Given(
                        at.point().id(),
                        service.orElseThrow(),
                        people.orElseThrow(),
                        hour.orElseThrow(),
                        how.orElseThrow())));
        String sameForm =
                "?saved&day=" + form.text("day").strip() + "&hour=" + form.text("hour") + "&how=" + form.text("how");
        return done ? Pages.seeOther(at.path() + "/late" + sameForm) : Pages.again(beingLate(visit, form, at));
    }

    private ModelAndView beingLate(Visit visit, Form form, PointPages.At at) {
        return afterwards("care/late", visit, form, at)
                .addObject("said", form.was("saved") ? "web.care.given" : "")
                .addObject(
                        "how",
                        Catalogue.Option.of(HowRecorded.class, visit.words()).stream()
                                .filter(option -> !option.value().equals(HowRecorded.AT_ONCE.name()))
                                .toList());
    }

    private ModelAndView afterwards(String view, Visit visit, Form form, PointPages.At at) {
        Words words = visit.words();
        return hourFields
                .offered(pages.page(view, visit, form, at), words)
                .addObject("how", Catalogue.Option.of(HowRecorded.class, words))
                .addObject(
                        "services",
                        at.point().services().stream()
                                .map(service -> new Catalogue.Option(service.name(), words.say(service)))
                                .toList());
    }

    /// Who came for treatment, and how urgently they need it. No token goes with that, and no word on what ails them.
    @Needs(Deed.RECORD_SERVICE)
    @GetMapping("/care/{point}/triage")
    ModelAndView triage(Visit visit, Form form, @PathVariable String point) {
        return tallying(visit, form, pages.at(visit, point));
    }

    @Needs(Deed.RECORD_SERVICE)
    @PostMapping("/care/{point}/triage")
    ModelAndView tallied(Visit visit, Form form, @PathVariable String point) {
        PointPages.At at = pages.at(visit, point);
        Optional<TriageColour> colour = form.one("colour", "web.form.choose", TriageColour::valueOf);
        PatientAge age =
                form.maybe("age", "web.form.choose", PatientAge::valueOf).orElse(PatientAge.NOT_TOLD);
        Sex sex = form.maybe("sex", "web.form.choose", Sex::valueOf).orElse(Sex.NOT_TOLD);
        int people = form.maybe("people", "web.form.figure", Integer::parseInt).orElse(1);
        Optional<HourSlot> hour = hourFields.slot(form);
        HowRecorded how =
                form.maybe("how", "web.form.choose", HowRecorded::valueOf).orElse(HowRecorded.AT_ONCE);
        boolean done = form.attempt(() -> points.triage(
                visit.actor(),
                form.act(),
                new Touch.Triage(at.point().id(), colour.orElseThrow(), age, sex, people, hour.orElseThrow(), how)));
        return done ? Pages.seeOther(at.path() + "/triage?given") : Pages.again(tallying(visit, form, at));
    }

    private ModelAndView tallying(Visit visit, Form form, PointPages.At at) {
        Words words = visit.words();
        Reading reading = journal.now();
        List<TriageHour> day =
                points.triage(visit.actor(), reading, at.point().id(), hourFields.day(hourFields.today()));
        return afterwards("care/triage", visit, form, at)
                .addObject("said", form.was("given") ? "web.care.given" : "")
                .addObject("latest", latest(visit, reading, at))
                .addObject("colours", Catalogue.Option.of(TriageColour.class, words))
                .addObject("ages", Catalogue.Option.of(PatientAge.class, words))
                .addObject("sexes", Catalogue.Option.of(Sex.class, words))
                .addObject(
                        "tally",
                        List.of(TriageColour.values()).stream()
                                .filter(colour -> !day.isEmpty())
                                .map(colour -> line(colour, day, words))
                                .toList());
    }

    private static TriageLine line(TriageColour colour, List<TriageHour> day, Words words) {
        List<TriageHour> these =
                day.stream().filter(hour -> hour.colour() == colour).toList();
        var figures = new ArrayList<Long>();
        for (PatientAge age : PatientAge.values()) {
            figures.add(these.stream()
                    .filter(hour -> hour.age() == age)
                    .mapToLong(TriageHour::people)
                    .sum());
        }
        for (Sex sex : Sex.values()) {
            figures.add(these.stream()
                    .filter(hour -> hour.sex() == sex)
                    .mapToLong(TriageHour::people)
                    .sum());
        }
        figures.add(these.stream().mapToLong(TriageHour::people).sum());
        return new TriageLine(
                colour.name(),
                words.say(colour),
                figures.stream().map(words::number).toList());
    }

    /// A slip that goes with somebody who needs treatment. It is written on by hand, and nothing of it is kept here.
    @Needs(Deed.RECORD_SERVICE)
    @GetMapping("/care/{point}/slip")
    ModelAndView slip(Visit visit, Form form, @PathVariable String point) {
        Words words = visit.words();
        return pages.page("care/slip", visit, form, pages.at(visit, point))
                .addObject("colours", Catalogue.Option.of(TriageColour.class, words))
                .addObject("ages", Catalogue.Option.of(PatientAge.class, words))
                .addObject("sexes", Catalogue.Option.of(Sex.class, words));
    }

    /// What was given hour by hour of a day, and who went without.
    @Needs(Deed.READ_SERVICES)
    @GetMapping("/care/{point}/hours")
    ModelAndView hours(Visit visit, Form form, @PathVariable String point) {
        PointPages.At at = pages.at(visit, point);
        LocalDate day = form.maybe("day", "web.form.day", LocalDate::parse).orElse(hourFields.today());
        List<ServiceHour> hours =
                points.hours(visit.actor(), journal.now(), at.point().id(), hourFields.day(day));
        Words words = visit.words();
        return pages.page("care/hours", visit, form, at)
                .addObject("today", day.toString())
                .addObject("day", words.day(day))
                .addObject(
                        "hours", hours.stream().map(hour -> line(hour, words)).toList())
                .addObject(
                        "totals",
                        at.point().services().stream()
                                .filter(service -> hours.stream().anyMatch(hour -> hour.service() == service))
                                .map(service -> new TotalLine(
                                        words.say(service),
                                        words.number(people(service, hours)),
                                        words.number(turnedAway(service, hours))))
                                .toList());
    }

    private HourLine line(ServiceHour hour, Words words) {
        return new HourLine(
                hourFields.clock(hour.hour()) + "–"
                        + hourFields.clock(hour.hour().plus(Duration.ofHours(1))),
                words.say(hour.service()),
                words.number(hour.people()),
                words.number(hour.afterwards()),
                words.number(hour.turnedAwayInAll()),
                words.list(hour.turnedAway().entrySet().stream()
                        .filter(why -> why.getValue() > 0)
                        .map(why -> words.say(
                                "web.care.why", Map.of("why", words.say(why.getKey()), "people", why.getValue())))
                        .toList()));
    }

    private List<TouchLine> latest(Visit visit, Reading reading, PointPages.At at) {
        return points.latest(visit.actor(), reading, at.point().id(), LAST).stream()
                .map(one ->
                        new TouchLine(one.id().toString(), journal.ids().next().toString(), told(one, visit.words())))
                .toList();
    }

    private String told(LastTouch last, Words words) {
        Touch touch = last.touch();
        String what = switch (touch) {
            case Touch.Given given -> words.say(given.service());
            case Touch.TurnedAway away ->
                words.say(
                        "web.care.touch.turned-away",
                        Map.of("service", words.say(away.service()), "because", words.say(away.because())));
            case Touch.Triage triage -> words.say(triage.colour());
        };
        String clock = touch.how() == HowRecorded.AT_ONCE
                ? hourFields.clock(last.recorded())
                : hourFields.clock(touch.hour().begins()) + "–"
                        + hourFields.clock(touch.hour().ends());
        return words.say("web.care.touch", Map.of("people", touch.people(), "what", what, "clock", clock));
    }

    record Line(String path, String point, String corridor, String services) {}

    /// @param limits how it is limited here; empty where it is not
    /// @param held why this desk cannot give it now; empty where it can
    /// @param whole whether it is given to everyone on a card at once
    record ServiceLine(
            String service, String name, String hour, String day, String limits, String held, boolean whole) {}

    record Scarce(String item, String lasts) {}

    /// One of the desk's own touches, with what its undo is named.
    record TouchLine(String touch, String act, String told) {}

    /// @param figures by age group, by sex, and in all
    record TriageLine(String code, String colour, List<String> figures) {}

    record HourLine(String hour, String service, String people, String afterwards, String turnedAway, String because) {}

    record TotalLine(String service, String people, String turnedAway) {}
}
