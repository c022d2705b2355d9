// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearway.access.Deed;
import org.clearway.agreement.CorridorId;
import org.clearway.corridor.Corridor;
import org.clearway.corridor.Corridors;
import org.clearway.corridor.CrossingId;
import org.clearway.corridor.Qualifier;
import org.clearway.gate.Gate;
import org.clearway.gate.HourSlot;
import org.clearway.journal.Journal;
import org.clearway.journal.Reading;
import org.clearway.time.Period;
import org.clearway.transport.OwnWay;
import org.clearway.transport.OwnWays;
import org.clearway.transport.PassageId;
import org.clearway.transport.SafeArea;
import org.clearway.transport.SafeAreaId;
import org.clearway.transport.SafeAreas;
import org.clearway.transport.TravelWay;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// People who go by themselves: counted out beside a crossing, counted in where they come in. Both
/// counts stand side by side, and nothing says that they are of the same people.
@Controller
final class OwnWayPages implements Door.Keeper {
    private static final int LATEST = 8;
    private static final String OUT = "out.";
    private static final String IN = "in.";

    private final OwnWays ownWays;
    private final SafeAreas safeAreas;
    private final Corridors corridors;
    private final GateOf gates;
    private final HourFields hours;
    private final Journal journal;

    OwnWayPages(
            OwnWays ownWays,
            SafeAreas safeAreas,
            Corridors corridors,
            GateOf gates,
            HourFields hours,
            Journal journal) {
        this.ownWays = ownWays;
        this.safeAreas = safeAreas;
        this.corridors = corridors;
        this.gates = gates;
        this.hours = hours;
        this.journal = journal;
    }

    @Override
    public List<Door> doors() {
        return List.of(new Door("/own-ways", "web.own-ways", Deed.COUNT_OWN_WAYS, 19));
    }

    /// The question `place` says where whoever counts stands.
    @Needs(Deed.COUNT_OWN_WAYS)
    @GetMapping("/own-ways")
    ModelAndView desk(Visit visit, Form form) {
        return page(visit, form);
    }

    @Needs(Deed.COUNT_OWN_WAYS)
    @PostMapping("/own-ways")
    ModelAndView count(Visit visit, Form form) {
        Optional<Counter> counter = form.one("place", "web.form.choose", this::counter);
        Optional<TravelWay> way = form.one("way", "web.form.choose", TravelWay::valueOf);
        Optional<Long> people = form.one("people", "web.form.figure", Long::parseUnsignedLong);
        boolean driven = way.filter(TravelWay.PRIVATE_VEHICLE::equals).isPresent();
        Optional<Long> vehicles = driven
                ? form.one("vehicles", "web.form.figure", Long::parseUnsignedLong)
                : form.maybe("vehicles", "web.form.figure", Long::parseUnsignedLong);
        Optional<Qualifier> qualifier = form.one("qualifier", "web.form.choose", Qualifier::valueOf);
        Optional<HourSlot> slot = hours.slot(form);
        boolean done = form.attempt(() -> counter.orElseThrow()
                .count(
                        visit,
                        form,
                        slot.orElseThrow(),
                        new OwnWay(
                                way.orElseThrow(),
                                people.orElseThrow(),
                                vehicles.orElse(0L),
                                qualifier.orElseThrow())));
        return done
                ? Pages.seeOther("/own-ways?counted&place=" + form.text("place") + "&way=" + way.orElseThrow())
                : Pages.again(page(visit, form));
    }

    @Needs(Deed.COUNT_OWN_WAYS)
    @PostMapping("/own-ways/{count}/undo")
    ModelAndView undo(Visit visit, Form form, @PathVariable String count) {
        boolean done = form.attempt(() -> ownWays.undo(visit.actor(), form.act(), PassageId.parse(count)));
        return done ? Pages.seeOther("/own-ways?undone") : Pages.again(page(visit, form));
    }

    /// Where somebody counts: beside a crossing or at a safe area.
    private interface Counter {
        void count(Visit visit, Form form, HourSlot slot, OwnWay counted);
    }

    private Counter counter(String place) {
        if (place.startsWith(IN)) {
            var area = new SafeAreaId(place.substring(IN.length()));
            return (visit, form, slot, counted) -> ownWays.in(visit.actor(), form.act(), area, slot, counted);
        }
        String[] parts = place.split("\\.", -1);
        if (!place.startsWith(OUT) || parts.length != 3) throw new IllegalArgumentException("No place is " + place);
        var gate = new Gate(new CorridorId(parts[1]), new CrossingId(parts[2]));
        return (visit, form, slot, counted) -> ownWays.out(visit.actor(), form.act(), gate, slot, counted);
    }

    private ModelAndView page(Visit visit, Form form) {
        Words words = visit.words();
        Reading reading = journal.now();
        Period today = hours.day(hours.today());
        var page = new ModelAndView("own-ways/desk")
                .addObject("form", form)
                .addObject("said", form.was("counted") ? "web.saved" : form.was("undone") ? "web.own-ways.undone" : "")
                .addObject("places", places(visit, reading))
                .addObject("ways", Catalogue.Option.of(TravelWay.class, words))
                .addObject("qualifiers", Catalogue.Option.of(Qualifier.class, words))
                .addObject("day", words.day(hours.today()))
                .addObject(
                        "sums",
                        corridors.list(visit.actor(), reading).stream()
                                .map(one -> sum(visit, reading, one, today))
                                .toList())
                .addObject(
                        "latest",
                        ownWays.latest(visit.actor(), reading, LATEST).stream()
                                .map(told -> told(visit, reading, told))
                                .toList());
        return hours.offered(page, words);
    }

    private List<Catalogue.Option> places(Visit visit, Reading reading) {
        Words words = visit.words();
        var places = new ArrayList<Catalogue.Option>();
        for (GateOf.At at : gates.all(visit)) {
            places.add(new Catalogue.Option(
                    OUT + at.gate().corridor() + "." + at.gate().crossing(),
                    words.say(
                            "web.own-ways.out-of",
                            "place",
                            words.name(at.point().names()))));
        }
        for (SafeArea area : safeAreas.list(visit.actor(), reading)) {
            places.add(new Catalogue.Option(
                    IN + area.id(), words.say("web.own-ways.in-at", "place", words.name(area.names()))));
        }
        return places;
    }

    private Sum sum(Visit visit, Reading reading, Corridor corridor, Period day) {
        Words words = visit.words();
        List<SafeAreaId> areas = safeAreas.list(visit.actor(), reading).stream()
                .filter(area -> area.corridors().contains(corridor.id()))
                .map(SafeArea::id)
                .toList();
        return new Sum(
                words.name(corridor.names()),
                ownWays.sum(visit.actor(), reading, corridor.id(), areas, day.from(), day.to()).stream()
                        .map(one -> new Way(
                                words.say(one.way()),
                                OwnWayWords.figure(one.out(), words),
                                OwnWayWords.figure(one.in(), words)))
                        .toList());
    }

    private Told told(Visit visit, Reading reading, OwnWays.Told told) {
        Words words = visit.words();
        OwnWay counted = told.counted();
        String where = told.area()
                .map(id -> words.say(
                        "web.own-ways.in-at",
                        "place",
                        safeAreas
                                .area(visit.actor(), reading, id)
                                .map(area -> words.name(area.names()))
                                .orElseGet(id::slug)))
                .orElseGet(() -> words.say(
                        "web.own-ways.out-of",
                        "place",
                        told.corridor()
                                .flatMap(id -> corridors.corridor(visit.actor(), reading, id))
                                .map(one -> words.name(one.names()))
                                .orElse("")));
        return new Told(
                "/own-ways/" + told.id() + "/undo",
                words.say("web.own-ways.hour-from", "when", words.moment(told.hour())),
                where,
                words.say(counted.way()),
                words.say(
                        "web.own-ways.told",
                        Map.of(
                                "qualifier", words.say(counted.qualifier()),
                                "counted", OwnWayWords.counted(counted.people(), counted.vehicles(), words))),
                journal.ids().next().toString());
    }

    /// What was counted today of the people of one corridor.
    record Sum(String corridor, List<Way> ways) {}

    record Way(String way, String out, String in) {}

    /// @param undo where it is taken back
    record Told(String undo, String when, String where, String way, String counted, String act) {}
}
