// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clearway.access.Deed;
import org.clearway.transport.SafeAreaId;
import org.clearway.transport.Suggestion;
import org.clearway.transport.Trip;
import org.clearway.transport.TripId;
import org.clearway.transport.TripState;
import org.clearway.transport.Waiting;
import org.clearway.transport.WaitingLines;
import org.springframework.stereotype.Component;

/// Who is called next at the vehicles, as every page of the boarding desk says it.
@Component
final class NextCalls {
    /// So many are called at once; the rest of a line hears its numbers when they have got in.
    private static final int CALLED = 6;

    private final WaitingLines lines;
    private final GateOf gateOf;
    private final HourFields hours;
    private final TripOf tripOf;

    NextCalls(WaitingLines lines, GateOf gateOf, HourFields hours, TripOf tripOf) {
        this.lines = lines;
        this.gateOf = gateOf;
        this.hours = hours;
        this.tripOf = tripOf;
    }

    /// A household that is called, by its number.
    ///
    /// @param mark names it in a form; tells nothing of its card, and goes when it goes
    /// @param what it waits for; empty for those who are called now
    record Call(long number, String mark, String who, String chosen, String since, String what) {}

    /// @param path of its page at the boarding desk
    record Vehicle(String vehicle, String path, String destination, List<Call> calls) {}

    /// @param path of the page of those who wait there
    /// @param figures how many people wait, by where they want to go
    /// @param later who is called into none of the vehicles now, and what they wait for
    record AtGate(
            String gate, String path, long people, List<String> figures, List<Vehicle> vehicles, List<Call> later) {}

    /// The gates at which somebody waits or may board; none for desks that do not board.
    List<AtGate> all(Visit visit) {
        if (!visit.may(Deed.BOARD)) return List.of();
        return gateOf.all(visit).stream().map(at -> atGate(visit, at)).toList();
    }

    AtGate atGate(Visit visit, GateOf.At at) {
        Words words = visit.words();
        Map<SafeAreaId, String> areas = tripOf.areaNames(visit);
        var people = new LinkedHashMap<Optional<SafeAreaId>, Long>();
        for (Waiting one : lines.line(visit.actor(), at.gate())) {
            people.merge(one.chosen(), one.load().people(), Long::sum);
        }
        var figures = new ArrayList<String>();
        people.forEach((chosen, number) -> figures.add(
                words.say("web.line.to-people", Map.of("people", number, "area", chosen(chosen, areas, words)))));
        Suggestion suggestion = lines.suggestion(visit.actor(), at.gate());
        Map<TripId, List<Suggestion.Next>> byTrip = suggestion.next().stream()
                .collect(Collectors.groupingBy(one -> one.into().id(), LinkedHashMap::new, Collectors.toList()));
        return new AtGate(
                words.name(at.point().names()),
                LinePages.path(at.gate()),
                people.values().stream().mapToLong(Long::longValue).sum(),
                figures,
                vehicles(visit, byTrip.values(), areas),
                later(byTrip.values(), suggestion.later(), areas, words));
    }

    private List<Vehicle> vehicles(
            Visit visit, Collection<List<Suggestion.Next>> byVehicle, Map<SafeAreaId, String> areas) {
        return byVehicle.stream()
                .map(calls -> {
                    Trip into = calls.getFirst().into();
                    return new Vehicle(
                            into.vehicle().slug(),
                            "/boarding/" + into.id(),
                            areas.getOrDefault(
                                    into.destination(), into.destination().slug()),
                            calls(visit, calls, areas));
                })
                .toList();
    }

    /// Those who are called into a vehicle next.
    List<Call> into(Visit visit, Trip trip) {
        if (trip.state() != TripState.BOARDING || !visit.may(Deed.BOARD)) return List.of();
        List<Suggestion.Next> calls = lines.suggestion(visit.actor(), trip.gate()).next().stream()
                .filter(one -> one.into().id().equals(trip.id()))
                .toList();
        return calls(visit, calls, tripOf.areaNames(visit));
    }

    private List<Call> calls(Visit visit, List<Suggestion.Next> calls, Map<SafeAreaId, String> areas) {
        return calls.stream()
                .limit(CALLED)
                .map(one -> call(one.who(), "", areas, visit.words()))
                .toList();
    }

    private List<Call> later(
            Collection<List<Suggestion.Next>> byVehicle,
            List<Suggestion.Later> others,
            Map<SafeAreaId, String> areas,
            Words words) {
        var later = new ArrayList<Call>();
        // Those who are called, but are too many to be called at once, wait for their turn.
        byVehicle.forEach(calls -> calls.stream()
                .skip(CALLED)
                .forEach(one -> later.add(call(one.who(), words.say(Suggestion.WaitsFor.THEIR_TURN), areas, words))));
        others.forEach(one -> later.add(call(one.who(), words.say(one.what()), areas, words)));
        return later;
    }

    private Call call(Waiting who, String what, Map<SafeAreaId, String> areas, Words words) {
        return new Call(
                who.number(),
                who.mark().text(),
                LoadWords.of(who.load(), words),
                chosen(who.chosen(), areas, words),
                words.say("web.line.since", "hour", hours.clock(who.since())),
                what);
    }

    private static String chosen(Optional<SafeAreaId> chosen, Map<SafeAreaId, String> areas, Words words) {
        return chosen.map(area -> areas.getOrDefault(area, area.slug()))
                .orElseGet(() -> words.say("web.line.anywhere"));
    }
}
