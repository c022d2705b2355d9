// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clearway.access.Deed;
import org.clearway.journal.Journal;
import org.clearway.journal.Unsealed;
import org.clearway.transport.Capacity;
import org.clearway.transport.OnVehicle;
import org.clearway.transport.Plate;
import org.clearway.transport.Spare;
import org.clearway.transport.Vehicle;
import org.clearway.transport.VehicleId;
import org.clearway.transport.VehicleStanding;
import org.clearway.transport.VehicleType;
import org.clearway.transport.Vehicles;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// The fleet: what each vehicle takes, how it stands, and how much is kept free. Boarding and reception tell how a
/// vehicle stands, coordination keeps the list, and a plate is opened one at a time by who may.
@Controller
final class VehiclePages implements Door.Keeper {
    private final Vehicles vehicles;
    private final Journal journal;
    private final NodeFacts node;

    VehiclePages(Vehicles vehicles, Journal journal, NodeFacts node) {
        this.vehicles = vehicles;
        this.journal = journal;
        this.node = node;
    }

    @Override
    public List<Door> doors() {
        return List.of(new Door("/vehicles", "web.vehicles", Deed.READ_VEHICLES, 18));
    }

    @Needs(Deed.READ_VEHICLES)
    @GetMapping("/vehicles")
    ModelAndView list(Visit visit, Form form) {
        Words words = visit.words();
        List<OnVehicle> fleet = vehicles.list(visit.actor(), journal.now());
        Spare spare = vehicles.spare(visit.actor(), journal.now());
        return new ModelAndView("transport/vehicles")
                .addObject("said", form.was("saved") ? "web.saved" : form.was("told") ? "web.vehicles.told" : "")
                .addObject("lines", fleet.stream().map(one -> line(one, words)).toList())
                .addObject(
                        "sum",
                        words.list(fleet.stream()
                                .collect(Collectors.groupingBy(
                                        one -> one.vehicle().type(), Collectors.counting()))
                                .entrySet()
                                .stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(one -> words.say(
                                        "web.vehicles.so-many",
                                        Map.of("number", one.getValue(), "type", words.say(one.getKey()))))
                                .toList()))
                .addObject("spare", spare(spare, words))
                .addObject("tooLittle", spare.tooLittle())
                .addObject(
                        "rule",
                        words.say(
                                "web.vehicles.rule",
                                Map.of("least", Spare.LEAST_PERCENT, "usual", Spare.USUAL_PERCENT)));
    }

    private static String spare(Spare spare, Words words) {
        return spare.percent()
                .map(percent -> words.say(
                        "web.vehicles.spare",
                        Map.of(
                                "percent", percent,
                                "free", spare.freeVehicles(),
                                "vehicles", spare.vehicles(),
                                "people", spare.freePeople())))
                .orElseGet(() -> words.say("web.vehicles.spare-none"));
    }

    private static Line line(OnVehicle one, Words words) {
        Vehicle vehicle = one.vehicle();
        Capacity capacity = vehicle.capacity();
        return new Line(
                vehicle.id().slug(),
                words.say(vehicle.type()),
                words.number(capacity.seats()),
                words.number(capacity.bays()),
                words.number(capacity.stretchers()),
                words.number(capacity.escortSeats()),
                words.number(capacity.luggage()),
                vehicle.rangeKm()
                        .map(km -> words.say("web.vehicles.km", "km", km))
                        .orElseGet(() -> words.say("web.vehicles.not-known")),
                words.say(one.standing()),
                one.told()
                        .map(told -> words.say("web.vehicles.since", "when", words.moment(told.since())))
                        .orElse(""),
                one.standing() == VehicleStanding.IN_SERVICE,
                one.plated());
    }

    @Needs(Deed.READ_VEHICLES)
    @GetMapping("/vehicles/{vehicle}")
    ModelAndView one(Visit visit, Form form, @PathVariable String vehicle) {
        return standing(visit, form, at(visit, vehicle));
    }

    /// Tells how a vehicle stands, now or since a time of today.
    @Needs(Deed.TELL_VEHICLE)
    @PostMapping("/vehicles/{vehicle}/standing")
    ModelAndView tell(Visit visit, Form form, @PathVariable String vehicle) {
        OnVehicle one = at(visit, vehicle);
        Optional<VehicleStanding> standing = form.one("standing", "web.form.choose", VehicleStanding::valueOf);
        Optional<LocalTime> since = form.maybe("since", "web.form.time", LocalTime::parse);
        boolean done = form.attempt(() -> vehicles.tell(
                visit.actor(),
                form.act(),
                one.vehicle().id(),
                standing.orElseThrow(),
                since.map(this::today).orElseGet(() -> node.clock().instant())));
        return done ? Pages.seeOther("/vehicles?told#" + one.vehicle().id()) : Pages.again(standing(visit, form, one));
    }

    private Instant today(LocalTime time) {
        return node.clock().instant().atZone(node.zone()).with(time).toInstant();
    }

    private static ModelAndView standing(Visit visit, Form form, OnVehicle one) {
        Words words = visit.words();
        return new ModelAndView("transport/vehicle")
                .addObject("form", form)
                .addObject("line", line(one, words))
                .addObject("standings", Catalogue.Option.of(VehicleStanding.class, words));
    }

    /// Opens a plate; that it was read is itself recorded.
    @Needs(Deed.READ_PLATES)
    @PostMapping("/vehicles/{vehicle}/plate")
    ModelAndView plate(Visit visit, Form form, @PathVariable String vehicle) {
        OnVehicle one = at(visit, vehicle);
        String plate =
                switch (vehicles.plate(visit.actor(), form.act(), one.vehicle().id())) {
                    case Unsealed.Opened<Plate> opened -> opened.value().text();
                    case Unsealed.Erased<Plate> erased -> "";
                };
        return new ModelAndView("transport/plate")
                .addObject("vehicle", one.vehicle().id().slug())
                .addObject("plate", plate);
    }

    @Needs(Deed.RECORD_VEHICLE)
    @GetMapping("/vehicles/new")
    ModelAndView fresh(Visit visit, Form form) {
        return setting(visit, form, Optional.empty());
    }

    @Needs(Deed.RECORD_VEHICLE)
    @PostMapping("/vehicles/new")
    ModelAndView add(Visit visit, Form form) {
        Optional<VehicleId> id = form.one("vehicle", "web.form.choose", VehicleId::new);
        boolean there = id.flatMap(one -> vehicles.vehicle(visit.actor(), journal.now(), one))
                .isPresent();
        if (there) form.complain("vehicle", visit.words().say("web.vehicles.there", "vehicle", form.text("vehicle")));
        return set(visit, form, id, Optional.empty());
    }

    @Needs(Deed.RECORD_VEHICLE)
    @GetMapping("/vehicles/{vehicle}/change")
    ModelAndView change(Visit visit, Form form, @PathVariable String vehicle) {
        return setting(visit, form, Optional.of(at(visit, vehicle)));
    }

    @Needs(Deed.RECORD_VEHICLE)
    @PostMapping("/vehicles/{vehicle}/change")
    ModelAndView changed(Visit visit, Form form, @PathVariable String vehicle) {
        OnVehicle before = at(visit, vehicle);
        VehicleId id = before.vehicle().id();
        if (form.was("withdraw")) {
            boolean gone = form.attempt(() -> vehicles.withdraw(visit.actor(), form.act(), id));
            return gone
                    ? Pages.seeOther(SetUpSteps.after(form, SetUpStep.VEHICLES, "/vehicles?saved"))
                    : Pages.again(setting(visit, form, Optional.of(before)));
        }
        return set(visit, form, Optional.of(id), Optional.of(before));
    }

    private ModelAndView set(Visit visit, Form form, Optional<VehicleId> id, Optional<OnVehicle> before) {
        Optional<VehicleType> type = form.one("type", "web.form.choose", VehicleType::valueOf);
        long seats = form.figure("seats");
        long bays = form.figure("bays");
        long stretchers = form.figure("stretchers");
        long escortSeats = form.figure("escort-seats");
        long luggage = form.figure("luggage");
        Optional<Long> range = form.maybe("range-km", "web.form.figure", Long::parseLong);
        Optional<Plate> plate = form.maybe("plate", "web.form.required", Plate::new);
        boolean done = form.attempt(() -> vehicles.set(
                visit.actor(),
                form.act(),
                new Vehicle(
                        id.orElseThrow(),
                        type.orElseThrow(),
                        new Capacity(seats, bays, stretchers, escortSeats, luggage),
                        range),
                plate));
        return done
                ? Pages.seeOther(SetUpSteps.after(form, SetUpStep.VEHICLES, "/vehicles?saved"))
                : Pages.again(setting(visit, form, before));
    }

    /// What is left empty it has not.

    private static ModelAndView setting(Visit visit, Form form, Optional<OnVehicle> before) {
        Words words = visit.words();
        Optional<Vehicle> vehicle = before.map(OnVehicle::vehicle);
        Optional<Capacity> capacity = vehicle.map(Vehicle::capacity);
        return new ModelAndView("transport/vehicle-set")
                .addObject("form", form)
                .addObject(
                        "path",
                        vehicle.map(one -> "/vehicles/" + one.id() + "/change").orElse("/vehicles/new"))
                .addObject("id", vehicle.map(one -> one.id().slug()).orElse(""))
                .addObject("plated", before.filter(OnVehicle::plated).isPresent())
                .addObject("types", Catalogue.Option.of(VehicleType.class, words))
                .addObject("type", vehicle.map(one -> one.type().name()).orElse(""))
                .addObject(
                        "figures",
                        List.of(
                                field("seats", capacity.map(Capacity::seats), words),
                                field("bays", capacity.map(Capacity::bays), words),
                                field("stretchers", capacity.map(Capacity::stretchers), words),
                                field("escort-seats", capacity.map(Capacity::escortSeats), words),
                                field("luggage", capacity.map(Capacity::luggage), words),
                                field("range-km", vehicle.flatMap(Vehicle::rangeKm), words)));
    }

    private static FigureFields.Cell field(String name, Optional<Long> value, Words words) {
        return new FigureFields.Cell(
                name,
                words.say("web.vehicles." + name),
                value.filter(number -> number > 0).map(String::valueOf).orElse(""));
    }

    private OnVehicle at(Visit visit, String vehicle) {
        return vehicles.list(visit.actor(), journal.now()).stream()
                .filter(one -> one.vehicle().id().slug().equals(vehicle))
                .findFirst()
                .orElseThrow(Pages::notFound);
    }

    /// @param since when it came to stand so; empty where nothing was told of it
    /// @param plated whether its plate is on record
    record Line(
            String id,
            String type,
            String seats,
            String bays,
            String stretchers,
            String escortSeats,
            String luggage,
            String range,
            String standing,
            String since,
            boolean inService,
            boolean plated) {}
}
