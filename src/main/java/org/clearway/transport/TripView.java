// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.clearway.geo.AreaId;
import org.clearway.journal.Entry;
import org.clearway.journal.Subject;
import org.clearway.journal.View;
import org.clearway.time.Micros;
import org.clearway.transport.TripEntries.AccountTakenBack;
import org.clearway.transport.TripEntries.DifferenceExplained;
import org.clearway.transport.TripEntries.DifferenceOwned;
import org.clearway.transport.TripEntries.ExtraCame;
import org.clearway.transport.TripEntries.ExtraExplained;
import org.clearway.transport.TripEntries.ExtraFound;
import org.clearway.transport.TripEntries.HouseholdBoarded;
import org.clearway.transport.TripEntries.HouseholdCameOut;
import org.clearway.transport.TripEntries.LuggageCounted;
import org.clearway.transport.TripEntries.ManifestReopened;
import org.clearway.transport.TripEntries.ManifestSealed;
import org.clearway.transport.TripEntries.ManifestSigned;
import org.clearway.transport.TripEntries.PeopleBoarded;
import org.clearway.transport.TripEntries.PeopleCameOut;
import org.clearway.transport.TripEntries.PeopleMoved;
import org.clearway.transport.TripEntries.PeopleReceived;
import org.clearway.transport.TripEntries.PeopleWentOn;
import org.clearway.transport.TripEntries.PlacesConfirmed;
import org.clearway.transport.TripEntries.TripArrived;
import org.clearway.transport.TripEntries.TripCancelled;
import org.clearway.transport.TripEntries.TripClosed;
import org.clearway.transport.TripEntries.TripOpened;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Trips, their manifests, and those who are on them.
final class TripView implements View {
    /// On the trip, or accounted for on it.
    static final String STANDS = "STANDS";

    /// Came out before the vehicle left.
    static final String OUT = "OUT";

    @Override
    public List<Table> tables() {
        return List.of(
                new Table("transport_trip", "position"),
                new Table("transport_passage", "position, passage"),
                new Table("transport_manifest", "position"),
                new Table("transport_went_on", "position"));
    }

    @Override
    public void apply(Entry entry, JdbcClient rows) {
        switch (entry.body()) {
            case TripOpened opened -> open(entry, opened, rows);
            case HouseholdBoarded boarded -> board(entry, boarded, rows);
            case PeopleBoarded boarded -> count(entry, boarded.trip(), boarded.load(), rows);
            case HouseholdCameOut out ->
                rows.sql("update transport_passage set standing = ? where passage = ?")
                        .param(OUT)
                        .param(out.passage().toString())
                        .update();
            case PeopleCameOut out -> add(new PassageId(out.trip().act()), out.load(), -1, rows);
            case LuggageCounted counted ->
                rows.sql("update transport_trip set stowed = stowed + ? where trip = ?")
                        .param(counted.off() ? -counted.pieces() : counted.pieces())
                        .param(counted.trip().toString())
                        .update();
            case PlacesConfirmed confirmed -> at("confirmed", confirmed.trip(), confirmed.people(), rows);
            case TripCancelled cancelled -> state(cancelled.trip(), TripState.CANCELLED, rows);
            case ManifestSealed sealed -> seal(entry, sealed, rows);
            case ManifestSigned signed -> sign(entry, signed, rows);
            case ManifestReopened reopened -> reopen(reopened.trip(), reopened.why(), rows);
            case PeopleMoved moved -> move(entry, moved, rows);
            case TripArrived arrived -> {
                state(arrived.trip(), TripState.ARRIVED, rows);
                at("arrived", arrived.trip(), Micros.of(entry.occurred().from()), rows);
            }
            case PeopleReceived received -> found(received.passage(), "received", received.people(), rows);
            case ExtraCame extra -> extra(entry, extra, rows);
            case DifferenceExplained explained -> explain(explained, rows);
            case AccountTakenBack back -> takeBack(back, rows);
            case ExtraExplained explained ->
                foundAs(explained.passage(), explained.reason().name(), rows);
            case ExtraFound found -> match(found, rows);
            case DifferenceOwned owned ->
                rows.sql("update transport_passage set owner = ?, deadline = ? where passage = ?")
                        .param(entry.account().name())
                        .param(Micros.of(owned.deadline()))
                        .param(owned.passage().toString())
                        .update();
            case TripClosed closed -> {
                state(closed.trip(), TripState.CLOSED, rows);
                at("closed", closed.trip(), Micros.of(entry.received()), rows);
            }
            case PeopleWentOn went ->
                rows.sql("insert into transport_went_on (position, safe_area, area, people, at) values (?, ?, ?, ?, ?)")
                        .param(entry.position())
                        .param(went.from().slug())
                        .param(went.to().map(AreaId::slug).orElse(null))
                        .param(went.people())
                        .param(Micros.of(entry.occurred().from()))
                        .update();
            default -> {}
        }
    }

    private static void open(Entry entry, TripOpened body, JdbcClient rows) {
        rows.sql("insert into transport_trip (trip, position, corridor, crossing, vehicle, safe_area, driver, seats,"
                        + " bays, stretchers, escort_seats, luggage, state, opened)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(TripId.of(entry.id().act()).toString())
                .param(entry.position())
                .param(body.corridor().slug())
                .param(body.crossing().slug())
                .param(body.vehicle().slug())
                .param(body.destination().slug())
                .param(body.driver().map(DriverId::slug).orElse(null))
                .param(body.capacity().seats())
                .param(body.capacity().bays())
                .param(body.capacity().stretchers())
                .param(body.capacity().escortSeats())
                .param(body.capacity().luggage())
                .param(TripState.BOARDING.name())
                .param(Micros.of(entry.occurred().from()))
                .update();
    }

    private static void board(Entry entry, HouseholdBoarded body, JdbcClient rows) {
        insert(
                entry,
                new PassageId(entry.id().act().id()),
                body.trip(),
                PassageKind.HOUSEHOLD,
                Optional.of(body.mark()),
                body.part(),
                body.load(),
                0,
                rows);
    }

    private static void extra(Entry entry, ExtraCame body, JdbcClient rows) {
        insert(
                entry,
                new PassageId(entry.id().act().id()),
                body.trip(),
                PassageKind.EXTRA,
                Optional.empty(),
                false,
                body.load(),
                body.load().people(),
                rows);
    }

    /// Those without a card are one passage of each trip.
    private static void count(Entry entry, TripId trip, Load load, JdbcClient rows) {
        var counted = new PassageId(trip.act());
        if (new TripRows(rows).passage(counted).isPresent()) {
            add(counted, load, 1, rows);
        } else {
            insert(entry, counted, trip, PassageKind.COUNTED, Optional.empty(), false, load, 0, rows);
        }
    }

    private static void insert(
            Entry entry,
            PassageId passage,
            TripId trip,
            PassageKind kind,
            Optional<Mark> mark,
            boolean part,
            Load load,
            long received,
            JdbcClient rows) {
        rows.sql("insert into transport_passage (passage, position, trip, kind, ticket, mark, day, part, adults,"
                        + " children, bays, stretchers, escorts, people, standing, received, alighted, hospital, taken,"
                        + " miscounted, transferred, searched, line)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, 0, 0, 0)")
                .param(passage.toString())
                .param(entry.position())
                .param(trip.toString())
                .param(kind.name())
                .param(entry.subject().map(Subject::pseudonym).orElse(null))
                .param(mark.map(Mark::text).orElse(null))
                .param(mark.map(any -> day(entry).toString()).orElse(null))
                .param(part ? 1 : 0)
                .param(load.adults())
                .param(load.children())
                .param(load.bays())
                .param(load.stretchers())
                .param(load.escorts())
                .param(load.people())
                .param(STANDS)
                .param(received)
                .update();
    }

    /// The day under whose key a mark of this act was made.
    private static LocalDate day(Entry entry) {
        return LocalDate.ofInstant(entry.id().act().named(), ZoneOffset.UTC);
    }

    private static void add(PassageId passage, Load load, int sign, JdbcClient rows) {
        rows.sql("update transport_passage set adults = adults + ?, children = children + ?, bays = bays + ?,"
                        + " stretchers = stretchers + ?, escorts = escorts + ?, people = people + ? where passage = ?")
                .param(sign * load.adults())
                .param(sign * load.children())
                .param(sign * load.bays())
                .param(sign * load.stretchers())
                .param(sign * load.escorts())
                .param(sign * load.people())
                .param(passage.toString())
                .update();
    }

    private static void seal(Entry entry, ManifestSealed body, JdbcClient rows) {
        rows.sql("insert into transport_manifest (trip, version, position, why, digest, people, sealed_by, sealed)"
                        + " select trip, ?, ?, amending, ?, ?, ?, ? from transport_trip where trip = ?")
                .param(body.version())
                .param(entry.position())
                .param(body.digest().hex())
                .param(body.people())
                .param(entry.account().name())
                .param(Micros.of(entry.received()))
                .param(body.trip().toString())
                .update();
        amending(body.trip(), Optional.empty(), rows);
        advance(body.trip(), TripState.BOARDING, TripState.SEALED, rows);
    }

    private static void sign(Entry entry, ManifestSigned body, JdbcClient rows) {
        rows.sql("update transport_manifest set signed_by = ?, signed = ? where trip = ? and digest = ?"
                        + " and signed_by is null")
                .param(entry.account().name())
                .param(Micros.of(entry.received()))
                .param(body.trip().toString())
                .param(body.digest().hex())
                .update();
        advance(body.trip(), TripState.SEALED, TripState.READY, rows);
    }

    private static void reopen(TripId trip, Amendment why, JdbcClient rows) {
        amending(trip, Optional.of(why), rows);
        state(trip, TripState.BOARDING, rows);
    }

    /// Those who move keep their passage; of people without a card so many leave one trip's and
    /// join the other's.
    private static void move(Entry entry, PeopleMoved body, JdbcClient rows) {
        for (PassageId household : body.households()) {
            rows.sql("update transport_passage set trip = ?, line = 0 where passage = ?")
                    .param(body.to().toString())
                    .param(household.toString())
                    .update();
        }
        if (body.counted().people() > 0) {
            add(new PassageId(body.from().act()), body.counted(), -1, rows);
            count(entry, body.to(), body.counted(), rows);
        }
        TripRows trips = new TripRows(rows);
        for (TripId trip : List.of(body.from(), body.to())) {
            if (trips.sealedHere(trip)) amending(trip, Optional.of(body.why()), rows);
        }
    }

    private static void explain(DifferenceExplained body, JdbcClient rows) {
        if (body.reason() == DifferenceReason.UNACCOUNTED) {
            rows.sql("update transport_passage set searched = 1 where passage = ?")
                    .param(body.passage().toString())
                    .update();
        } else {
            found(body.passage(), column(Optional.of(body.reason())), body.people(), rows);
        }
    }

    private static String column(Optional<DifferenceReason> reason) {
        return reason.map(where -> switch (where) {
                    case ALIGHTED_BY_CHOICE -> "alighted";
                    case HOSPITAL -> "hospital";
                    case TAKEN_BY_AUTHORITY -> "taken";
                    case MISCOUNTED -> "miscounted";
                    case TRANSFERRED_VEHICLE, UNACCOUNTED -> "transferred";
                })
                .orElse("received");
    }

    /// Extra people who were not there are on no record any more.
    private static void takeBack(AccountTakenBack body, JdbcClient rows) {
        found(body.passage(), column(body.reason()), -body.people(), rows);
        rows.sql("update transport_passage set people = people - ? where passage = ? and kind = ?")
                .param(body.people())
                .param(body.passage().toString())
                .param(PassageKind.EXTRA.name())
                .update();
        rows.sql("update transport_passage set standing = ? where passage = ? and kind = ? and people = 0")
                .param(OUT)
                .param(body.passage().toString())
                .param(PassageKind.EXTRA.name())
                .update();
    }

    private static void match(ExtraFound body, JdbcClient rows) {
        found(body.missing(), "transferred", body.people(), rows);
        foundAs(body.extra(), DifferenceReason.TRANSFERRED_VEHICLE.name(), rows);
    }

    /// @param column one of this class's own
    private static void found(PassageId passage, String column, long people, JdbcClient rows) {
        rows.sql("update transport_passage set " + column + " = " + column + " + ? where passage = ?")
                .param(people)
                .param(passage.toString())
                .update();
    }

    private static void foundAs(PassageId extra, String reason, JdbcClient rows) {
        rows.sql("update transport_passage set found_as = ? where passage = ?")
                .param(reason)
                .param(extra.toString())
                .update();
    }

    private static void amending(TripId trip, Optional<Amendment> why, JdbcClient rows) {
        rows.sql("update transport_trip set amending = ? where trip = ?")
                .param(why.map(Amendment::name).orElse(null))
                .param(trip.toString())
                .update();
    }

    private static void advance(TripId trip, TripState from, TripState to, JdbcClient rows) {
        rows.sql("update transport_trip set state = ? where trip = ? and state = ?")
                .param(to.name())
                .param(trip.toString())
                .param(from.name())
                .update();
    }

    static void state(TripId trip, TripState state, JdbcClient rows) {
        rows.sql("update transport_trip set state = ? where trip = ?")
                .param(state.name())
                .param(trip.toString())
                .update();
    }

    /// @param column one of this class's own
    static void at(String column, TripId trip, long value, JdbcClient rows) {
        rows.sql("update transport_trip set " + column + " = ? where trip = ?")
                .param(value)
                .param(trip.toString())
                .update();
    }
}
