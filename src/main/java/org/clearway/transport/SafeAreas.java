// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.Deed;
import org.clearway.agreement.CorridorId;
import org.clearway.corridor.Corridors;
import org.clearway.geo.AreaId;
import org.clearway.journal.ActId;
import org.clearway.journal.BesideTable.Copies;
import org.clearway.journal.Body;
import org.clearway.journal.Chapter;
import org.clearway.journal.Draft;
import org.clearway.journal.EntryKind;
import org.clearway.journal.Journal;
import org.clearway.journal.Reading;
import org.clearway.journal.Receipt;
import org.clearway.journal.Rule;
import org.clearway.language.Names;
import org.clearway.language.Problem;
import org.clearway.places.Places;
import org.clearway.time.Micros;
import org.clearway.time.OpeningWindow;
import org.clearway.transport.TransportEntries.ConditionsTold;
import org.clearway.transport.TransportEntries.PlacesTold;
import org.clearway.transport.TransportEntries.SafeAreaClosed;
import org.clearway.transport.TransportEntries.SafeAreaSet;

/// The safe areas that people go on to, and the places that they have left. Safe for use by many threads.
public final class SafeAreas {
    /// How long what was told of places is worth going by.
    public static final Duration PLACES_HOLD = Duration.ofHours(2);

    /// How long what was told of conditions is worth going by.
    public static final Duration CONDITIONS_HOLD = Duration.ofDays(1);

    private final Journal journal;

    public SafeAreas(Journal journal) {
        this.journal = journal;
    }

    /// The chapter of the whole package. Convoys set trips going, and trips come from elsewhere: the views of these
    /// stand after that of trips.
    public static Chapter chapter() {
        return Chapter.of(
                        "transport",
                        Stream.of(kinds(), VehicleEntries.kinds(), TripEntries.kinds())
                                .flatMap(List::stream)
                                .toList(),
                        new SafeAreaView(),
                        new VehicleView(),
                        new TripView(),
                        new TakenInView(),
                        new ConvoyView(),
                        new OwnWayView())
                .beside("transport_day_key", Copies.NEWEST)
                .beside("transport_number", Copies.NEWEST)
                // Who came to the line and did not board leaves no trace.
                .beside("transport_waiting", Copies.NONE);
    }

    private static List<EntryKind> kinds() {
        return List.of(
                new EntryKind("transport.safe-area-set", 1, SafeAreaSet.class),
                new EntryKind("transport.safe-area-closed", 1, SafeAreaClosed.class),
                new EntryKind("transport.places-told", 1, PlacesTold.class),
                new EntryKind("transport.conditions-told", 1, ConditionsTold.class));
    }

    /// Puts a safe area on record, or restates it whole.
    /// @throws Problem `geo.area-unknown`; `corridor.unknown`
    public Receipt set(Actor actor, ActId act, SafeArea area) {
        actor.must(Deed.RECORD_SAFE_AREA);
        return record(actor, act, new SafeAreaSet(area), views -> {
            Places.requireKnown(views, List.of(area.area()));
            for (CorridorId corridor : area.corridors()) Corridors.require(views, corridor);
        });
    }

    /// Takes a safe area off the list: nobody goes on to it any more. To set it again opens it again.
    /// @throws Problem `transport.safe-area-unknown`
    public Receipt close(Actor actor, ActId act, SafeAreaId area) {
        actor.must(Deed.RECORD_SAFE_AREA);
        return record(actor, act, new SafeAreaClosed(area), views -> require(views, area));
    }

    /// Tells how many places a safe area has left now: of each kind that it has, for what is left out would be taken
    /// for none.
    /// @throws Problem `transport.safe-area-unknown`; `transport.kinds-told`
    public Receipt tell(Actor actor, ActId act, PlacesLeft left) {
        actor.must(Deed.TELL_PLACES);
        return record(actor, act, new PlacesTold(left), views -> {
            if (!require(views, left.area())
                    .places()
                    .keySet()
                    .equals(left.places().keySet())) {
                throw Problem.of("transport.kinds-told", "area", left.area());
            }
        });
    }

    /// Tells what a safe area offers those who stay there, now.
    /// @throws Problem `transport.safe-area-unknown`
    public Receipt tell(Actor actor, ActId act, Conditions conditions) {
        actor.must(Deed.TELL_PLACES);
        return record(actor, act, new ConditionsTold(conditions), views -> require(views, conditions.area()));
    }

    /// @throws Problem `transport.safe-area-unknown`
    static SafeArea require(Reading views, SafeAreaId area) {
        return find(views, area).orElseThrow(() -> Problem.of("transport.safe-area-unknown", "area", area));
    }

    /// @throws Problem `transport.safe-area-unknown`; `transport.safe-area-elsewhere` where people of
    ///     that corridor do not go on to it
    static void requireOf(Reading views, SafeAreaId area, CorridorId corridor) {
        if (!require(views, area).corridors().contains(corridor)) {
            throw Problem.of("transport.safe-area-elsewhere", "area", area);
        }
    }

    static boolean isKnown(Reading views, SafeAreaId area) {
        return find(views, area).isPresent();
    }

    private Receipt record(Actor actor, ActId act, Body body, Rule rule) {
        return journal.record(actor, act, Draft.now(body, act), rule);
    }

    public Optional<SafeArea> area(Actor actor, Reading at, SafeAreaId area) {
        actor.must(Deed.READ_BOARD);
        return find(at, area);
    }

    /// Every safe area, by id.
    public List<SafeArea> list(Actor actor, Reading at) {
        return list(actor, at, Micros.instant(Micros.FOREVER - 1));
    }

    /// The safe areas that the people of a corridor go on to, as known at an instant, by id.
    public List<SafeArea> of(Actor actor, Reading at, CorridorId corridor, Instant known) {
        return list(actor, at, known).stream()
                .filter(area -> area.corridors().contains(corridor))
                .toList();
    }

    private List<SafeArea> list(Actor actor, Reading at, Instant known) {
        actor.must(Deed.READ_BOARD);
        return at.rows()
                .sql("select * from safe_area where known_from <= ? and ? < known_to order by safe_area")
                .param(Micros.of(known))
                .param(Micros.of(known))
                .query((row, n) -> area(row))
                .list();
    }

    /// What was told last of the places that a safe area has left, within {@link #PLACES_HOLD} before `instant`.
    public Optional<PlacesLeft.Told> left(Actor actor, Reading at, SafeAreaId area, Instant instant) {
        actor.must(Deed.READ_BOARD);
        return at.rows()
                .sql("select * from safe_area_places where safe_area = ? and told >= ? and told <= ?"
                        + " order by position desc limit 1")
                .param(area.slug())
                .param(Micros.of(instant.minus(PLACES_HOLD)))
                .param(Micros.of(instant))
                .query((row, n) -> new PlacesLeft.Told(
                        new PlacesLeft(area, SafeAreaView.places(row.getString("places"))),
                        Micros.instant(row.getLong("told")),
                        new AccountId(row.getString("account"))))
                .optional();
    }

    /// What was told last of a safe area's conditions, within {@link #CONDITIONS_HOLD} before `instant`.
    public Optional<Conditions.Told> conditions(Actor actor, Reading at, SafeAreaId area, Instant instant) {
        return lastConditions(actor, at, area, instant)
                .filter(told -> !told.at().isBefore(instant.minus(CONDITIONS_HOLD)));
    }

    /// When a safe area takes people in, as told last up to `instant`; hours do not grow old as conditions do.
    public List<OpeningWindow> hours(Actor actor, Reading at, SafeAreaId area, Instant instant) {
        return lastConditions(actor, at, area, instant)
                .map(told -> told.conditions().hours())
                .orElse(List.of());
    }

    private static Optional<Conditions.Told> lastConditions(Actor actor, Reading at, SafeAreaId area, Instant instant) {
        actor.must(Deed.READ_BOARD);
        return at.rows()
                .sql("select * from safe_area_conditions where safe_area = ? and told <= ?"
                        + " order by position desc limit 1")
                .param(area.slug())
                .param(Micros.of(instant))
                .query((row, n) -> new Conditions.Told(
                        new Conditions(
                                area,
                                SafeAreaView.conditions(row.getString("conditions")),
                                OpeningWindow.ofLines(row.getString("hours"))),
                        Micros.instant(row.getLong("told")),
                        new AccountId(row.getString("account"))))
                .optional();
    }

    private static Optional<SafeArea> find(Reading at, SafeAreaId area) {
        return at.rows()
                .sql("select * from safe_area where safe_area = ? and known_to = ?")
                .param(area.slug())
                .param(Micros.FOREVER)
                .query((row, n) -> area(row))
                .optional();
    }

    private static SafeArea area(ResultSet row) throws SQLException {
        return new SafeArea(
                new SafeAreaId(row.getString("safe_area")),
                new AreaId(row.getString("area")),
                Names.ofLine(row.getString("names")),
                SafeAreaView.corridors(row.getString("corridors")),
                SafeAreaView.places(row.getString("places")));
    }
}
