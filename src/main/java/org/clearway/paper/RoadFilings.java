// SPDX-License-Identifier: Apache-2.0
package org.clearway.paper;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clearway.access.Actor;
import org.clearway.corridor.Corridors;
import org.clearway.corridor.Qualifier;
import org.clearway.gate.CardNumber;
import org.clearway.geo.AreaId;
import org.clearway.journal.Journal;
import org.clearway.language.Problem;
import org.clearway.paper.Blank.OnTheWay;
import org.clearway.transport.ConvoyId;
import org.clearway.transport.Convoys;
import org.clearway.transport.DriverId;
import org.clearway.transport.HeldReason;
import org.clearway.transport.Load;
import org.clearway.transport.OwnWay;
import org.clearway.transport.OwnWays;
import org.clearway.transport.Passage;
import org.clearway.transport.Receptions;
import org.clearway.transport.SafeAreaId;
import org.clearway.transport.TravelWay;
import org.clearway.transport.Trip;
import org.clearway.transport.TripId;
import org.clearway.transport.TripState;
import org.clearway.transport.Trips;
import org.clearway.transport.VehicleId;
import org.clearway.transport.VehicleStanding;
import org.clearway.transport.Vehicles;

/// What those write on paper who board people, run convoys and receive people.
final class RoadFilings {
    private final Journal journal;
    private final Corridors corridors;
    private final Trips trips;
    private final Convoys convoys;
    private final Receptions receptions;
    private final OwnWays ownWays;
    private final Vehicles vehicles;

    RoadFilings(Journal journal) {
        this.journal = journal;
        this.corridors = new Corridors(journal);
        this.trips = new Trips(journal);
        this.convoys = new Convoys(journal);
        this.receptions = new Receptions(journal);
        this.ownWays = new OwnWays(journal);
        this.vehicles = new Vehicles(journal);
    }

    void out(Actor actor, Acts acts, Filled sheet, Part line) {
        ownWays.out(actor, acts.of(line), Ids.gate(sheet.head().text("gate")), sheet.slot(line), ownWay(line));
    }

    void in(Actor actor, Acts acts, Filled sheet, Part line) {
        var area = new SafeAreaId(sheet.head().text("safe-area"));
        ownWays.in(actor, acts.of(line), area, sheet.slot(line), ownWay(line));
    }

    private static OwnWay ownWay(Part line) {
        return new OwnWay(
                line.one("way", TravelWay.class),
                line.figure("people"),
                line.figure("vehicles"),
                line.one("counted-how", Qualifier.class));
    }

    /// Opens the vehicle as it stood there, and then who got in, line by line.
    void boarded(Actor actor, Acts acts, Filled sheet) {
        Part head = sheet.head();
        var destination = new SafeAreaId(head.text("destination"));
        Instant opened = sheet.at(head, "opened");
        TripId trip = lasting(actor, vehicle(head))
                .filter(one -> one.opened().equals(opened) && one.state() == TripState.BOARDING)
                .map(Trip::id)
                .orElseGet(() -> trips.asWritten(opened)
                        .open(
                                actor,
                                acts.of(head),
                                Ids.gate(head.text("gate")),
                                vehicle(head),
                                destination,
                                head.maybe("driver").map(DriverId::new)));
        Filings.each(sheet, line -> boarded(actor, acts, sheet, line, trip, destination));
    }

    private void boarded(Actor actor, Acts acts, Filled sheet, Part line, TripId trip, SafeAreaId destination) {
        Trips then = trips.asWritten(sheet.at(line, "clock"));
        Optional<CardNumber> card = line.maybe("card").map(CardNumber::parse);
        var load = new Load(
                line.figure("adults"), line.figure("children"), line.figure("wheelchairs"), line.figure("lying"), 0);
        if (card.isEmpty()) {
            then.count(actor, acts.of(line), trip, destination, sheet.zone(), load);
            return;
        }
        if (load.people() > 0) throw Problem.of("paper.card-and-figures");
        then.board(actor, acts.of(line), trip, card.get(), destination, sheet.zone());
    }

    void onTheWay(Actor actor, Acts acts, Filled sheet, Part line) {
        VehicleId vehicle = vehicle(sheet.head());
        ConvoyId convoy = lasting(actor, vehicle)
                .flatMap(Trip::convoy)
                .orElseThrow(() -> Problem.of("paper.no-convoy", "vehicle", vehicle));
        Instant at = sheet.at(line, "clock");
        Optional<AreaId> near = line.maybe("near").map(AreaId::new);
        switch (line.one("what", OnTheWay.class)) {
            case LEFT -> convoys.depart(actor, acts.of(line), convoy, at, sheet.zone());
            case ON_THE_MOVE ->
                convoys.checkIn(actor, acts.of(line), convoy, at, sheet.zone(), near, line.number("people"));
            case HELD ->
                convoys.hold(
                        actor,
                        acts.of(line),
                        convoy,
                        at,
                        sheet.zone(),
                        near,
                        line.maybeOne("held-because", HeldReason.class).orElse(HeldReason.NOT_TOLD));
            case GOES_ON -> convoys.release(actor, acts.of(line), convoy, at, sheet.zone());
        }
    }

    void vehicle(Actor actor, Acts acts, Filled sheet, Part line) {
        vehicles.tell(
                actor,
                acts.of(line),
                vehicle(line),
                line.one("standing", VehicleStanding.class),
                sheet.at(line, "clock"));
    }

    /// The vehicle came, and of each line of its manifest so many people did.
    void received(Actor actor, Acts acts, Filled sheet) {
        Part head = sheet.head();
        Instant came = sheet.at(head, "came");
        Trip trip =
                lasting(actor, vehicle(head)).orElseThrow(() -> Problem.of("paper.no-trip", "vehicle", vehicle(head)));
        if (trip.state() != TripState.ARRIVED) receptions.arrive(actor, acts.of(head), trip.id(), came, sheet.zone());
        List<Passage> manifest = trips.passages(actor, journal.now(), trip.id());
        Filings.each(sheet, line -> {
            int number = Math.toIntExact(line.figure("manifest-line"));
            if (number < 1 || number > manifest.size()) throw Problem.of("paper.no-such-line", "line", number);
            receptions
                    .asWritten(came)
                    .receive(actor, acts.of(line), manifest.get(number - 1).id(), line.figure("came-in"));
        });
    }

    private static VehicleId vehicle(Part part) {
        return new VehicleId(part.text("vehicle"));
    }

    /// The trip of a vehicle that is not over.
    private Optional<Trip> lasting(Actor actor, VehicleId vehicle) {
        return corridors.list(actor, journal.now()).stream()
                .flatMap(corridor -> trips.lasting(actor, journal.now(), corridor.id()).stream())
                .filter(trip -> trip.vehicle().equals(vehicle))
                .reduce((earlier, later) -> later);
    }
}
