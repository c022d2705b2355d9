// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.clearway.access.Deed;
import org.clearway.gate.Gate;
import org.clearway.geo.AreaId;
import org.clearway.geo.AreaKind;
import org.clearway.journal.Journal;
import org.clearway.language.Problem;
import org.clearway.transport.Convoy;
import org.clearway.transport.ConvoyId;
import org.clearway.transport.Convoys;
import org.clearway.transport.Halt;
import org.clearway.transport.Trip;
import org.clearway.transport.TripId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// A convoy is formed of vehicles that stand at a crossing, or stated anew before it leaves.
@Controller
final class ConvoyFormPages {
    private static final long OFTEN = 30;
    private static final int HALTS = 3;

    private final Convoys convoys;
    private final TripOf tripOf;
    private final GateOf gates;
    private final Journal journal;
    private final Catalogue catalogue;
    private final NodeFacts node;

    ConvoyFormPages(
            Convoys convoys, TripOf tripOf, GateOf gates, Journal journal, Catalogue catalogue, NodeFacts node) {
        this.convoys = convoys;
        this.tripOf = tripOf;
        this.gates = gates;
        this.journal = journal;
        this.catalogue = catalogue;
        this.node = node;
    }

    /// The address of the form for a crossing.
    static String path(Gate gate) {
        return "/convoys/form/" + gate.corridor() + "/" + gate.crossing();
    }

    /// The question `again` names the convoy that is stated anew.
    @Needs(Deed.RUN_CONVOY)
    @GetMapping("/convoys/form/{corridor}/{crossing}")
    ModelAndView forming(Visit visit, Form form, @PathVariable String corridor, @PathVariable String crossing) {
        return page(visit, form, gates.at(visit, corridor, crossing));
    }

    @Needs(Deed.RUN_CONVOY)
    @PostMapping("/convoys/form/{corridor}/{crossing}")
    ModelAndView form(Visit visit, Form form, @PathVariable String corridor, @PathVariable String crossing) {
        GateOf.At at = gates.at(visit, corridor, crossing);
        Optional<Convoy> again = again(visit, form);
        List<TripId> order = order(form, choosable(visit, at, again), visit.words());
        List<Halt> halts = halts(form, rows(again));
        Optional<Long> minutes = form.one("check-in", "web.form.figure", Long::parseUnsignedLong);
        Optional<Long> planned = form.maybe("planned", "web.form.figure", Long::parseUnsignedLong);
        var formed = new ArrayList<ConvoyId>();
        boolean done = form.attempt(() -> formed.add(convoys.form(
                visit.actor(), form.act(), again.map(Convoy::id), order, halts, minutes.orElseThrow(), planned)));
        return done ? Pages.seeOther("/convoys/" + formed.getFirst() + "?saved") : Pages.again(page(visit, form, at));
    }

    /// The vehicles that have a number, by it: 1 leads.
    private static List<TripId> order(Form form, List<Trip> trips, Words words) {
        var order = new TreeMap<Long, TripId>();
        for (Trip trip : trips) {
            form.maybe(field(trip), "web.form.figure", Long::parseUnsignedLong).ifPresent(place -> {
                if (order.putIfAbsent(place, trip.id()) != null) {
                    form.complain(field(trip), words.say("web.convoys.same-place"));
                }
            });
        }
        return List.copyOf(order.values());
    }

    private static List<Halt> halts(Form form, int rows) {
        var halts = new ArrayList<Halt>();
        for (int row = 1; row <= rows; row++) {
            if (form.text(near(row)).isBlank() && form.text(after(row)).isBlank()) continue;
            Optional<AreaId> near = form.one(near(row), "web.form.choose", AreaId::new);
            Optional<Long> length = form.maybe(stands(row), "web.form.figure", Long::parseUnsignedLong);
            form.one(
                            after(row),
                            "web.form.figure",
                            text -> new Halt(
                                    near.orElseGet(() -> new AreaId("none")),
                                    Long.parseUnsignedLong(text),
                                    length.orElse(Halt.SHORTEST)))
                    .ifPresent(halts::add);
        }
        return halts;
    }

    private ModelAndView page(Visit visit, Form form, GateOf.At at) {
        Words words = visit.words();
        Optional<Convoy> again = again(visit, form);
        var convoyWords =
                new ConvoyWords(words, catalogue.in(words), node.clock().instant());
        List<Halt> halts = again.map(Convoy::halts).orElse(List.of());
        var rows = new ArrayList<HaltRow>();
        for (int row = 1; row <= rows(again); row++) {
            Optional<Halt> halt = row <= halts.size() ? Optional.of(halts.get(row - 1)) : Optional.empty();
            rows.add(new HaltRow(
                    near(row),
                    after(row),
                    stands(row),
                    halt.map(one -> one.near().slug()).orElse(""),
                    halt.map(one -> String.valueOf(one.afterMinutes())).orElse(""),
                    halt.map(one -> String.valueOf(one.minutes())).orElse("")));
        }
        return new ModelAndView("convoys/form")
                .addObject("form", form)
                .addObject("path", path(at.gate()))
                .addObject("again", again.map(one -> one.id().toString()).orElse(""))
                .addObject("gate", words.name(at.point().names()))
                .addObject(
                        "vehicles",
                        choosable(visit, at, again).stream()
                                .map(trip -> new Choice(field(trip), convoyWords.standing(trip), place(again, trip)))
                                .toList())
                .addObject("halts", rows)
                .addObject("settlements", catalogue.in(words).areasOf(AreaKind.SETTLEMENT))
                .addObject(
                        "planned",
                        again.flatMap(Convoy::plannedMinutes)
                                .map(String::valueOf)
                                .orElse(""))
                .addObject(
                        "often",
                        String.valueOf(again.map(Convoy::checkInMinutes).orElse(OFTEN)));
    }

    /// Those that stand at the crossing and belong to no other convoy.
    private List<Trip> choosable(Visit visit, GateOf.At at, Optional<Convoy> again) {
        return tripOf.standingAt(visit, at.gate()).stream()
                .filter(trip -> trip.convoy()
                        .map(other ->
                                again.map(Convoy::id).filter(other::equals).isPresent())
                        .orElse(true))
                .toList();
    }

    private Optional<Convoy> again(Visit visit, Form form) {
        if (form.text("again").isBlank()) return Optional.empty();
        try {
            Optional<Convoy> convoy = convoys.convoy(visit.actor(), journal.now(), ConvoyId.parse(form.text("again")));
            return Optional.of(convoy.orElseThrow(Pages::notFound));
        } catch (Problem noConvoy) {
            throw Pages.notFound();
        }
    }

    private static int rows(Optional<Convoy> again) {
        return Math.max(HALTS, again.map(one -> one.halts().size() + 1).orElse(0));
    }

    private static String place(Optional<Convoy> again, Trip trip) {
        List<TripId> order =
                again.map(one -> one.trips().stream().map(Trip::id).toList()).orElse(List.of());
        return order.contains(trip.id()) ? String.valueOf(order.indexOf(trip.id()) + 1) : "";
    }

    private static String field(Trip trip) {
        return "place-" + trip.id();
    }

    private static String near(int row) {
        return "halt-near-" + row;
    }

    private static String after(int row) {
        return "halt-after-" + row;
    }

    private static String stands(int row) {
        return "halt-stands-" + row;
    }

    /// @param place its number in the order as it stands; empty where it is not in it
    record Choice(String field, String label, String place) {}

    /// @param minutes after leaving
    /// @param length how many minutes it stands
    record HaltRow(String near, String after, String stands, String area, String minutes, String length) {}
}
