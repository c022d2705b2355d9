// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;
import org.clearway.access.Deed;
import org.clearway.geo.AreaId;
import org.clearway.geo.AreaKind;
import org.clearway.journal.Journal;
import org.clearway.language.Problem;
import org.clearway.transport.Amendment;
import org.clearway.transport.Contact;
import org.clearway.transport.Convoy;
import org.clearway.transport.ConvoyId;
import org.clearway.transport.Convoys;
import org.clearway.transport.DriverId;
import org.clearway.transport.Drivers;
import org.clearway.transport.HeldReason;
import org.clearway.transport.Load;
import org.clearway.transport.MayDrive;
import org.clearway.transport.Passage;
import org.clearway.transport.PassageId;
import org.clearway.transport.PassageKind;
import org.clearway.transport.RestWaived;
import org.clearway.transport.Trip;
import org.clearway.transport.TripId;
import org.clearway.transport.TripState;
import org.clearway.transport.Trips;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// Convoys: who waits and who is on the road, what is heard of them, and how late their word is. A
/// convoy is told by settlements and by nothing finer, to the desks that run it and to nobody else.
@Controller
final class ConvoyPages implements Door.Keeper {
    private final Convoys convoys;
    private final Drivers drivers;
    private final Trips trips;
    private final GateOf gates;
    private final TripOf tripOf;
    private final Journal journal;
    private final Catalogue catalogue;
    private final NodeFacts node;

    ConvoyPages(
            Convoys convoys,
            Drivers drivers,
            Trips trips,
            GateOf gates,
            TripOf tripOf,
            Journal journal,
            Catalogue catalogue,
            NodeFacts node) {
        this.convoys = convoys;
        this.drivers = drivers;
        this.trips = trips;
        this.gates = gates;
        this.tripOf = tripOf;
        this.journal = journal;
        this.catalogue = catalogue;
        this.node = node;
    }

    @Override
    public List<Door> doors() {
        return List.of(new Door("/convoys", "web.convoys", Deed.READ_TRIPS, 18));
    }

    @Needs(Deed.READ_TRIPS)
    @GetMapping("/convoys")
    ModelAndView list(Visit visit) {
        ConvoyWords words = words(visit);
        List<Place> places = gates.all(visit).stream()
                .map(at -> new Place(
                        ConvoyFormPages.path(at.gate()),
                        visit.words().name(at.point().names()),
                        standing(visit, at)))
                .filter(place -> place.vehicles() > 0)
                .toList();
        return new ModelAndView("convoys/list")
                .addObject(
                        "convoys",
                        convoys.underWay(visit.actor(), journal.now()).stream()
                                .map(words::line)
                                .toList())
                .addObject("places", places);
    }

    /// How many vehicles stand at a crossing and belong to no convoy yet.
    private long standing(Visit visit, GateOf.At at) {
        return tripOf.standingAt(visit, at.gate()).stream()
                .filter(trip -> trip.convoy().isEmpty())
                .count();
    }

    @Needs(Deed.READ_TRIPS)
    @GetMapping("/convoys/{id}")
    ModelAndView one(Visit visit, Form form, @PathVariable String id) {
        return page(visit, form, convoy(visit, id));
    }

    /// It leaves, or has left.
    @Needs(Deed.RUN_CONVOY)
    @PostMapping("/convoys/{id}/depart")
    ModelAndView depart(Visit visit, Form form, @PathVariable String id) {
        Convoy convoy = convoy(visit, id);
        Optional<Instant> at = when(form);
        Optional<RestWaived> waived = form.maybe("waived", "web.form.choose", RestWaived::valueOf);
        boolean done = form.attempt(() -> {
            if (waived.isPresent()) {
                convoys.departUnrested(
                        visit.actor(), form.act(), convoy.id(), at.orElseThrow(), node.zone(), waived.get());
            } else {
                convoys.depart(visit.actor(), form.act(), convoy.id(), at.orElseThrow(), node.zone());
            }
        });
        return done ? Pages.seeOther(path(convoy) + "?saved") : Pages.again(page(visit, form, convoy));
    }

    /// A driver says from when to when they drove elsewhere, before this way.
    @Needs(Deed.RUN_CONVOY)
    @PostMapping("/convoys/{id}/drove")
    ModelAndView drove(Visit visit, Form form, @PathVariable String id) {
        Convoy convoy = convoy(visit, id);
        Optional<DriverId> driver = form.one("driver", "web.form.choose", DriverId::new);
        Optional<Instant> from = told(form, "drove-from");
        Optional<Instant> to = told(form, "drove-to");
        boolean done = form.attempt(() -> drivers.drove(
                visit.actor(), form.act(), driver.orElseThrow(), from.orElseThrow(), to.orElseThrow(), node.zone()));
        return done ? Pages.seeOther(path(convoy) + "?saved") : Pages.again(page(visit, form, convoy));
    }

    /// Something was heard of it: it checked in, it is held, it goes on.
    @Needs(Deed.RUN_CONVOY)
    @PostMapping("/convoys/{id}/heard")
    ModelAndView heard(Visit visit, Form form, @PathVariable String id) {
        Convoy convoy = convoy(visit, id);
        Optional<Contact.What> what = form.one("what", "web.form.choose", ConvoyPages::heard);
        Optional<Instant> at = when(form);
        Optional<AreaId> near = form.maybe("near", "web.form.choose", AreaId::new);
        Optional<Long> people = form.maybe("people", "web.form.figure", Long::parseLong);
        Optional<HeldReason> reason = what.filter(Contact.What.HELD::equals).isPresent()
                ? form.one("reason", "web.form.choose", HeldReason::valueOf)
                : Optional.empty();
        what.ifPresent(one -> refuseWhatWouldBeLost(form, one, visit.words()));
        boolean done =
                form.attempt(() -> record(visit, form, convoy.id(), what.orElseThrow(), at, near, people, reason));
        return done ? Pages.seeOther(path(convoy) + "?saved") : Pages.again(page(visit, form, convoy));
    }

    private void record(
            Visit visit,
            Form form,
            ConvoyId convoy,
            Contact.What what,
            Optional<Instant> when,
            Optional<AreaId> near,
            Optional<Long> people,
            Optional<HeldReason> reason) {
        Instant at = when.orElseThrow();
        switch (what) {
            case CHECKED_IN -> convoys.checkIn(visit.actor(), form.act(), convoy, at, node.zone(), near, people);
            case HELD -> convoys.hold(visit.actor(), form.act(), convoy, at, node.zone(), near, reason.orElseThrow());
            case RELEASED -> convoys.release(visit.actor(), form.act(), convoy, at, node.zone());
            case DEPARTED -> throw new IllegalArgumentException("A convoy departs by a form of its own.");
        }
    }

    private static Contact.What heard(String text) {
        var what = Contact.What.valueOf(text);
        if (what == Contact.What.DEPARTED) throw new IllegalArgumentException("A convoy departs by a form of its own.");
        return what;
    }

    /// What was typed and has no place in what was pressed is said, and not dropped in silence.
    private static void refuseWhatWouldBeLost(Form form, Contact.What what, Words words) {
        Set<String> lost = switch (what) {
            case CHECKED_IN, DEPARTED -> Set.of("reason");
            case HELD -> Set.of("people");
            case RELEASED -> Set.of("near", "people", "reason");
        };
        for (String field : lost) {
            if (!form.text(field).isBlank()) form.complain(field, words.say("web.convoys.not-with-it"));
        }
    }

    /// When it was, on the clock of the node; now, where nothing was typed.
    private Optional<Instant> when(Form form) {
        return form.text("at").isBlank() ? Optional.of(node.clock().instant()) : told(form, "at");
    }

    private Optional<Instant> told(Form form, String field) {
        return form.one(
                field,
                "web.scenario.to-rule",
                text -> LocalDateTime.parse(text).atZone(node.zone()).toInstant());
    }

    private ModelAndView page(Visit visit, Form form, Convoy convoy) {
        Words words = visit.words();
        Instant now = node.clock().instant();
        SequencedMap<DriverId, MayDrive> hours = convoy.departed().isEmpty()
                ? drivers.ask(visit.actor(), journal.now(), convoy, now, node.zone())
                : new LinkedHashMap<>();
        return titled(visit, "convoys/one", convoy)
                .addObject(
                        "drivers",
                        hours.keySet().stream()
                                .map(one -> new Catalogue.Option(one.slug(), one.slug()))
                                .toList())
                .addObject(
                        "driving",
                        hours.entrySet().stream()
                                .map(one -> words(visit).driving(one.getKey(), one.getValue()))
                                .toList())
                .addObject("lengthTold", convoy.plannedMinutes().isPresent())
                .addObject("mustRest", hours.values().stream().anyMatch(one -> one.forbids(now)))
                .addObject("waivers", Catalogue.Option.of(RestWaived.class, words))
                .addObject("form", form)
                .addObject("said", form.was("saved") ? "web.saved" : "")
                .addObject("waiting", convoy.departed().isEmpty())
                .addObject("onTheRoad", convoy.onTheRoad())
                .addObject("settlements", catalogue.in(words).areasOf(AreaKind.SETTLEMENT))
                .addObject("reasons", Catalogue.Option.of(HeldReason.class, words))
                .addObject(
                        "formPath",
                        ConvoyFormPages.path(convoy.trips().getFirst().gate()) + "?again=" + convoy.id())
                .addObject(
                        "contacts",
                        convoys.contacts(visit.actor(), journal.now(), convoy.id()).stream()
                                .map(words(visit)::contact)
                                .toList());
    }

    private ModelAndView titled(Visit visit, String view, Convoy convoy) {
        ConvoyWords words = words(visit);
        return new ModelAndView(view)
                .addObject("path", path(convoy))
                .addObject("line", words.line(convoy))
                .addObject("vehicles", words.vehicles(convoy))
                .addObject("halts", convoy.halts().stream().map(words::halt).toList());
    }

    /// A sheet for the radio, to be filled in by hand where there is no screen or no power.
    @Needs(Deed.READ_TRIPS)
    @GetMapping("/convoys/{id}/sheet")
    ModelAndView sheet(Visit visit, @PathVariable String id) {
        Convoy convoy = convoy(visit, id);
        return titled(visit, "convoys/sheet", convoy)
                .addObject("rows", ConvoyWords.sheet(convoy))
                .addObject("reasons", Catalogue.Option.of(HeldReason.class, visit.words()));
    }

    /// People go on in another vehicle. First of all, whose.
    @Needs(Deed.RUN_CONVOY)
    @GetMapping("/convoys/{id}/move")
    ModelAndView moving(Visit visit, Form form, @PathVariable String id) {
        return movingPage(visit, form, convoy(visit, id));
    }

    @Needs(Deed.RUN_CONVOY)
    @PostMapping("/convoys/{id}/move")
    ModelAndView move(Visit visit, Form form, @PathVariable String id) {
        Convoy convoy = convoy(visit, id);
        Optional<TripId> from = form.one("from", "web.form.choose", TripId::parse);
        Optional<TripId> to = form.one("to", "web.form.choose", TripId::parse);
        Optional<Amendment> why = form.one("why", "web.form.choose", Amendment::valueOf);
        Set<PassageId> households = form.several("passage", "web.form.not-understood", PassageId::parse);
        Optional<Load> counted = LoadFields.read(form);
        boolean done = form.attempt(() -> convoys.move(
                visit.actor(),
                form.act(),
                from.orElseThrow(),
                to.orElseThrow(),
                List.copyOf(households),
                counted.orElseThrow(),
                why.orElseThrow()));
        return done
                ? Pages.seeOther(path(convoy) + "/moved?from=" + from.orElseThrow() + "&to=" + to.orElseThrow())
                : Pages.again(movingPage(visit, form, convoy));
    }

    /// What is to be done after people have changed vehicles: both manifests are sealed anew.
    @Needs(Deed.RUN_CONVOY)
    @GetMapping("/convoys/{id}/moved")
    ModelAndView moved(Visit visit, Form form, @PathVariable String id) {
        Convoy convoy = convoy(visit, id);
        var both = new ArrayList<Catalogue.Option>();
        for (String field : List.of("from", "to")) {
            trip(visit, form.text(field))
                    .ifPresent(trip -> both.add(new Catalogue.Option(
                            "/boarding/" + trip.id(), trip.vehicle().slug())));
        }
        return titled(visit, "convoys/moved", convoy).addObject("both", both);
    }

    private ModelAndView movingPage(Visit visit, Form form, Convoy convoy) {
        ConvoyWords words = words(visit);
        Optional<Trip> from = trip(visit, form.text("from"))
                .filter(trip -> convoy.trips().stream().anyMatch(one -> one.id().equals(trip.id())));
        List<Passage> aboard = from.stream()
                .flatMap(trip -> trips.passages(visit.actor(), journal.now(), trip.id()).stream())
                .filter(Passage::standing)
                .toList();
        return titled(visit, "convoys/move", convoy)
                .addObject("form", form)
                .addObject(
                        "fromChoices",
                        convoy.trips().stream()
                                .filter(trip -> trip.state() == TripState.ON_THE_ROAD)
                                .map(words::withPeople)
                                .toList())
                .addObject("from", from.map(words::withPeople))
                .addObject(
                        "toChoices",
                        from.stream()
                                .flatMap(trip -> others(visit, trip).stream())
                                .map(words::withRoom)
                                .toList())
                .addObject(
                        "households",
                        aboard.stream()
                                .filter(one -> one.kind() == PassageKind.HOUSEHOLD)
                                .map(words::household)
                                .toList())
                .addObject(
                        "counted",
                        aboard.stream()
                                .filter(one -> one.kind() == PassageKind.COUNTED)
                                .findFirst()
                                .map(Passage::load)
                                .filter(load -> load.people() > 0))
                .addObject(
                        "reasons",
                        Stream.of(Amendment.BREAKDOWN, Amendment.CHANGED_VEHICLE)
                                .map(why -> new Catalogue.Option(
                                        why.name(), visit.words().say(why)))
                                .toList());
    }

    /// The vehicles of the corridor that people can get into: those on the road, of this and of other
    /// convoys, and spare ones that stand at the crossing.
    private List<Trip> others(Visit visit, Trip from) {
        return trips.lasting(visit.actor(), journal.now(), from.gate().corridor()).stream()
                .filter(trip -> !trip.id().equals(from.id()))
                .filter(trip -> trip.state() == TripState.ON_THE_ROAD || trip.state() == TripState.BOARDING)
                .toList();
    }

    private Optional<Trip> trip(Visit visit, String id) {
        try {
            return trips.trip(visit.actor(), journal.now(), TripId.parse(id));
        } catch (Problem noTrip) {
            return Optional.empty();
        }
    }

    private Convoy convoy(Visit visit, String id) {
        return find(visit, id).orElseThrow(Pages::notFound);
    }

    private Optional<Convoy> find(Visit visit, String id) {
        try {
            return convoys.convoy(visit.actor(), journal.now(), ConvoyId.parse(id));
        } catch (Problem noConvoy) {
            return Optional.empty();
        }
    }

    private ConvoyWords words(Visit visit) {
        return new ConvoyWords(
                visit.words(), catalogue.in(visit.words()), node.clock().instant());
    }

    static String path(Convoy convoy) {
        return "/convoys/" + convoy.id();
    }

    /// A crossing where vehicles stand that belong to no convoy.
    record Place(String path, String name, long vehicles) {}
}
