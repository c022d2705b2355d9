// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clearway.corridor.Corridors;
import org.clearway.gate.Gate;
import org.clearway.journal.Journal;
import org.clearway.journal.Reading;
import org.clearway.language.Problem;
import org.clearway.transport.SafeArea;
import org.clearway.transport.SafeAreaId;
import org.clearway.transport.SafeAreas;
import org.clearway.transport.Trip;
import org.clearway.transport.TripId;
import org.clearway.transport.TripState;
import org.clearway.transport.Trips;
import org.springframework.stereotype.Component;

/// Finds the trip that the address of a page names, and says of trips what every page of them shows.
@Component
final class TripOf {
    private final Trips trips;
    private final SafeAreas safeAreas;
    private final Corridors corridors;
    private final GateOf gateOf;
    private final Journal journal;
    private final NodeFacts node;

    TripOf(Trips trips, SafeAreas safeAreas, Corridors corridors, GateOf gateOf, Journal journal, NodeFacts node) {
        this.trips = trips;
        this.safeAreas = safeAreas;
        this.corridors = corridors;
        this.gateOf = gateOf;
        this.journal = journal;
        this.node = node;
    }

    Trip at(Visit visit, String trip) {
        try {
            return trips.trip(visit.actor(), journal.now(), TripId.parse(trip)).orElseThrow(Pages::notFound);
        } catch (Problem notATrip) {
            throw Pages.notFound();
        }
    }

    /// The trips of today and those that are not over, of every corridor of this node: those that
    /// stand at a crossing first, then as they were opened.
    List<Trip> today(Visit visit) {
        Reading at = journal.now();
        Instant now = node.clock().instant();
        Instant midnight =
                LocalDate.ofInstant(now, node.zone()).atStartOfDay(node.zone()).toInstant();
        return corridors.list(visit.actor(), at).stream()
                .flatMap(one -> trips.of(visit.actor(), at, one.id(), midnight, now.plusSeconds(1)).stream())
                .filter(trip -> trip.elsewhere().isEmpty())
                .sorted(Comparator.comparing(Trip::state))
                .toList();
    }

    /// @param path of the trip's page at the boarding desk
    /// @param room while the vehicle stands at the crossing
    /// @param open of how many it is not known where they are; nothing before the vehicle has arrived
    record Line(
            String id,
            String path,
            String vehicle,
            String gate,
            String destination,
            String state,
            String load,
            String room,
            String luggage,
            String places,
            String placesBriefly,
            long people,
            String open,
            String since) {}

    Line line(Visit visit, Trip trip) {
        return lines(visit, List.of(trip)).getFirst();
    }

    /// What gates and safe areas are called is read once for all of them.
    List<Line> lines(Visit visit, List<Trip> trips) {
        Words words = visit.words();
        Map<Gate, String> gates = gateOf.all(visit).stream()
                .collect(Collectors.toMap(
                        GateOf.At::gate, at -> words.name(at.point().names())));
        Map<SafeAreaId, String> areas = areaNames(visit);
        return trips.stream()
                .map(trip -> new Line(
                        trip.id().toString(),
                        "/boarding/" + trip.id(),
                        trip.vehicle().slug(),
                        trip.elsewhere()
                                .map(from -> words.name(from.crossing()))
                                .orElseGet(() -> gates.getOrDefault(
                                        trip.gate(), trip.gate().crossing().slug())),
                        areas.getOrDefault(
                                trip.destination(), trip.destination().slug()),
                        words.say(trip.state()),
                        LoadWords.of(trip.aboard(), words),
                        trip.state().atTheCrossing() ? LoadWords.of(trip.room(), words) : "",
                        words.say(
                                "web.boarding.luggage-of",
                                Map.of(
                                        "pieces",
                                        trip.luggage(),
                                        "most",
                                        trip.capacity().luggage())),
                        places(visit, trip),
                        trip.coming()
                                ? words.say("web.reception.places-" + (trip.placesConfirmed() ? "yes" : "not-yet"))
                                : "",
                        trip.accounted().people(),
                        trip.state() == TripState.ARRIVED
                                ? words.number(trip.accounted().open())
                                : "",
                        words.momentNear(
                                trip.arrived().or(trip::departed).orElse(trip.opened()),
                                node.clock().instant())))
                .toList();
    }

    /// What each safe area is called.
    Map<SafeAreaId, String> areaNames(Visit visit) {
        return safeAreas.list(visit.actor(), journal.now()).stream()
                .collect(Collectors.toMap(SafeArea::id, area -> visit.words().name(area.names())));
    }

    /// Whether the safe area has said that it has places for those who come with a trip; nothing before that is asked.
    String places(Visit visit, Trip trip) {
        if (!trip.coming()) return "";
        return visit.words()
                .say(
                        trip.placesConfirmed() ? "web.boarding.places-confirmed" : "web.boarding.places-not-confirmed",
                        "people",
                        trip.accounted().persons());
    }

    /// The trips whose vehicles stand at a crossing, as they were opened.
    List<Trip> standingAt(Visit visit, Gate gate) {
        return trips.lasting(visit.actor(), journal.now(), gate.corridor()).stream()
                .filter(trip -> trip.gate().equals(gate) && trip.state().atTheCrossing())
                .toList();
    }

    Optional<SafeArea> safeArea(Visit visit, SafeAreaId area) {
        return safeAreas.area(visit.actor(), journal.now(), area);
    }
}
