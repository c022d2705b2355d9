// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clearway.transport.Contact;
import org.clearway.transport.Convoy;
import org.clearway.transport.DriverId;
import org.clearway.transport.Halt;
import org.clearway.transport.MayDrive;
import org.clearway.transport.Passage;
import org.clearway.transport.Trip;

/// How pages say how a convoy stands, at one moment.
record ConvoyWords(Words words, Catalogue.Named named, Instant now) {
    /// What a sheet has room for, beside its head.
    private static final int ROWS = 14;

    Line line(Convoy convoy) {
        return new Line(
                ConvoyPages.path(convoy),
                convoy.leader().map(trip -> trip.vehicle().slug()).orElse(""),
                words.list(convoy.trips().stream()
                        .map(trip -> trip.vehicle().slug())
                        .toList()),
                words.say("web.convoys.people", "people", convoy.people()),
                state(convoy),
                convoy.due().map(due -> due(convoy, due)).orElse(""),
                convoy.overdue(now)
                        .map(late -> words.say("web.convoys.overdue." + late.name()))
                        .orElse(""),
                convoy.held().map(this::held).orElse(""),
                convoy.held().map(this::heldLong).orElse(""),
                words.say("web.convoys.every", "minutes", convoy.checkInMinutes()));
    }

    private String state(Convoy convoy) {
        if (convoy.onTheRoad()) {
            return convoy.departed()
                    .map(left -> words.say("web.convoys.on-the-road", "when", words.moment(left)))
                    .orElse("");
        }
        return words.say(convoy.departed().isEmpty() ? "web.convoys.waits" : "web.convoys.there");
    }

    private String due(Convoy convoy, Instant due) {
        return now.isAfter(due)
                ? words.say("web.convoys.late", Map.of("when", words.moment(due), "minutes", minutes(due)))
                : words.say("web.convoys.due", "when", words.moment(due));
    }

    private String held(Convoy.Held held) {
        String reason = words.say(held.reason());
        return held.near()
                .map(near -> words.say(
                        "web.convoys.held-near",
                        Map.of("when", words.moment(held.since()), "area", named.area(near), "reason", reason)))
                .orElseGet(() ->
                        words.say("web.convoys.held", Map.of("when", words.moment(held.since()), "reason", reason)));
    }

    private String heldLong(Convoy.Held held) {
        return switch (held.length(now)) {
            case SHORT -> "";
            case LONG -> words.say("web.convoys.held-long");
            case VERY_LONG -> words.say("web.convoys.held-very-long");
        };
    }

    private long minutes(Instant since) {
        return Duration.between(since, now).toMinutes();
    }

    List<Vehicle> vehicles(Convoy convoy) {
        return convoy.trips().stream()
                .map(trip -> new Vehicle(
                        trip.vehicle().slug(),
                        people(trip.accounted().persons()),
                        words.say(trip.state()),
                        trip.amending().isPresent() ? words.say("web.convoys.to-be-sealed") : "",
                        places(trip),
                        "/boarding/" + trip.id()))
                .toList();
    }

    private String places(Trip trip) {
        if (!trip.coming()) return "";
        return words.say(trip.placesConfirmed() ? "web.convoys.places-yes" : "web.convoys.places-no");
    }

    /// Such as "Town, 1 h 30 min after leaving".
    String halt(Halt halt) {
        return words.say(
                "web.convoys.halt",
                Map.of("area", named.area(halt.near()), "after", clock(halt.afterMinutes()), "length", halt.minutes()));
    }

    /// What a driver may drive of the way ahead, with what to do first where something is due.
    Driving driving(DriverId driver, MayDrive may) {
        String badge = driver.slug();
        return switch (may) {
            case MayDrive.Within in ->
                driving(false, badge, "within", clock(in.left().toMinutes()), "");
            case MayDrive.StopDueBefore stop ->
                driving(true, badge, "stop", clock(stop.length().toMinutes()), words.moment(stop.at()));
            case MayDrive.BreakDueBefore due ->
                driving(true, badge, "break", clock(due.length().toMinutes()), words.moment(due.at()));
            case MayDrive.DayOver over ->
                driving(true, badge, "day-over", words.moment(over.until()), words.moment(over.at()));
            case MayDrive.RestTooShort rest ->
                driving(true, badge, "rest", words.moment(rest.until()), words.moment(rest.at()));
        };
    }

    private Driving driving(boolean due, String badge, String what, String value, String at) {
        return new Driving(
                due, words.say("web.convoys.driver." + what, Map.of("driver", badge, "value", value, "at", at)));
    }

    Heard contact(Contact contact) {
        return new Heard(
                words.moment(contact.at()),
                words.say(contact.what()),
                contact.near().map(named::area).orElse(""),
                contact.people().map(this::people).orElse(""),
                contact.by().name());
    }

    /// Such as "bus-01, 12 people, ready to leave".
    String standing(Trip trip) {
        return words.say(
                "web.convoys.standing",
                Map.of(
                        "vehicle",
                        trip.vehicle().slug(),
                        "people",
                        people(trip.accounted().persons()),
                        "state",
                        words.say(trip.state())));
    }

    Catalogue.Option withPeople(Trip trip) {
        return new Catalogue.Option(
                trip.id().toString(),
                words.say(
                        "web.convoys.with-people",
                        Map.of(
                                "vehicle",
                                trip.vehicle().slug(),
                                "people",
                                people(trip.accounted().persons()))));
    }

    Catalogue.Option withRoom(Trip trip) {
        return new Catalogue.Option(
                trip.id().toString(),
                words.say(
                        "web.convoys.with-room",
                        Map.of(
                                "vehicle",
                                trip.vehicle().slug(),
                                "seats",
                                trip.room().seats())));
    }

    Catalogue.Option household(Passage passage) {
        return new Catalogue.Option(passage.id().toString(), LoadWords.of(passage.load(), words));
    }

    private String people(long people) {
        return words.say("web.convoys.people", "people", people);
    }

    /// When a leader is to be heard of, counted from leaving.
    static List<String> sheet(Convoy convoy) {
        var rows = new ArrayList<String>();
        for (int row = 1; row <= ROWS; row++) rows.add(clock(row * convoy.checkInMinutes()));
        return rows;
    }

    /// Hours and minutes, such as "1:30".
    private static String clock(long minutes) {
        return minutes / 60 + ":" + (minutes % 60 < 10 ? "0" : "") + minutes % 60;
    }

    /// @param due when it is to be heard of, and for how long it has not been; empty while it is not on the road
    /// @param overdue what to do about that; empty for less than a quarter of an hour
    /// @param heldLong what to do about a long hold
    record Line(
            String path,
            String leader,
            String vehicles,
            String people,
            String state,
            String due,
            String overdue,
            String held,
            String heldLong,
            String every) {}

    /// @param unsealed that its manifest has to be sealed anew; empty where it stands
    /// @param places whether the safe area has confirmed that it has them
    record Vehicle(String vehicle, String people, String state, String unsealed, String places, String manifest) {}

    /// @param due whether something is to be done first
    record Driving(boolean due, String sentence) {}

    record Heard(String when, String what, String near, String people, String by) {}
}
