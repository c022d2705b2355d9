// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clearway.journal.Entry;
import org.clearway.journal.View;
import org.clearway.time.Micros;
import org.clearway.transport.TripEntries.ManifestAwaitedAgain;
import org.clearway.transport.TripEntries.ManifestSetAside;
import org.clearway.transport.TripEntries.ManifestTakenIn;
import org.clearway.transport.TripEntries.SenderAccepted;
import org.clearway.transport.TripEntries.SenderWithdrawn;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The nodes whose manifests are taken in, and the trips that came with them. It stands after {@link TripView},
/// among whose trips it puts them, so that all that is done with arrivals is done with these too.
final class TakenInView implements View {
    @Override
    public List<Table> tables() {
        return List.of(new Table("transport_sender", "position"));
    }

    @Override
    public void apply(Entry entry, JdbcClient rows) {
        switch (entry.body()) {
            case SenderAccepted accepted ->
                rows.sql("insert into transport_sender (sender, position, names, account) values (?, ?, ?, ?)"
                                + " on conflict (sender) do update set position = excluded.position,"
                                + " names = excluded.names, account = excluded.account,"
                                + " withdrawn = 0")
                        .param(accepted.key().base64())
                        .param(entry.position())
                        .param(accepted.names().line())
                        .param(entry.account().name())
                        .update();
            case SenderWithdrawn withdrawn ->
                rows.sql("update transport_sender set withdrawn = 1 where sender = ?")
                        .param(withdrawn.key().base64())
                        .update();
            case ManifestTakenIn in -> takeIn(entry, in.document(), rows);
            case ManifestSetAside aside -> setAside(entry, aside, rows);
            case ManifestAwaitedAgain again -> awaitAgain(entry, again.trip(), rows);
            default -> {}
        }
    }

    private static void setAside(Entry entry, ManifestSetAside aside, JdbcClient rows) {
        rows.sql("update transport_trip set state = ?, not_coming = ?, told_by = ?, set_aside_by = ?, set_aside = ?"
                        + " where trip = ?")
                .param(TripState.NOT_COMING.name())
                .param(aside.why().name())
                .param(aside.toldBy().name())
                .param(entry.account().name())
                .param(Micros.of(entry.received()))
                .param(aside.trip().toString())
                .update();
    }

    /// Its vehicle is on the road again, if it was not coming, and is awaited from now on.
    private static void awaitAgain(Entry entry, TripId trip, JdbcClient rows) {
        rows.sql("update transport_trip set state = case when state = ? then ? else state end, not_coming = null,"
                        + " told_by = null, set_aside_by = null, set_aside = null, awaited = ? where trip = ?")
                .param(TripState.NOT_COMING.name())
                .param(TripState.ON_THE_ROAD.name())
                .param(Micros.of(entry.received()))
                .param(trip.toString())
                .update();
    }

    /// A version that is here already changes nothing.
    private static void takeIn(Entry entry, SignedManifest document, JdbcClient rows) {
        CarriedManifest carried = document.carried();
        Manifest manifest = carried.manifest();
        boolean fresh = rows.sql("insert into transport_manifest (trip, version, position, why, digest, people,"
                                + " sealed_by, sealed) values (?, ?, ?, ?, ?, ?, ?, ?)"
                                + " on conflict (trip, version) do nothing")
                        .param(manifest.trip().toString())
                        .param(manifest.version())
                        .param(entry.position())
                        .param(manifest.why().map(Amendment::name).orElse(null))
                        .param(carried.digest().hex())
                        .param(carried.people())
                        .param(entry.account().name())
                        .param(Micros.of(entry.received()))
                        .update()
                > 0;
        if (!fresh) return;
        // What is known of its people is asked of the rows as they were before this version.
        Match match = match(new TripRows(rows), manifest);
        trip(entry, document, rows);
        awaitAgain(entry, manifest.trip(), rows);
        long line = 0;
        for (Place place : match.places()) place(entry, manifest.trip(), place, ++line, rows);
        for (PassageId gone : match.gone()) {
            rows.sql("update transport_passage set standing = ? where passage = ?")
                    .param(TripView.OUT)
                    .param(gone.toString())
                    .update();
        }
    }

    private static void trip(Entry entry, SignedManifest document, JdbcClient rows) {
        CarriedManifest carried = document.carried();
        Manifest manifest = carried.manifest();
        rows.sql("insert into transport_trip (trip, position, corridor, crossing, vehicle, safe_area, seats, bays,"
                        + " stretchers, escort_seats, luggage, state, opened, sender, came_from, day_keys, earliest)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (trip) do update set corridor = excluded.corridor,"
                        + " crossing = excluded.crossing, vehicle = excluded.vehicle, safe_area = excluded.safe_area,"
                        + " seats = excluded.seats, bays = excluded.bays, stretchers = excluded.stretchers,"
                        + " escort_seats = excluded.escort_seats, luggage = excluded.luggage,"
                        + " came_from = excluded.came_from, day_keys = excluded.day_keys")
                .param(manifest.trip().toString())
                .param(entry.position())
                .param(manifest.corridor().slug())
                .param(manifest.crossing().slug())
                .param(manifest.vehicle().slug())
                .param(manifest.destination().slug())
                .param(carried.capacity().seats())
                .param(carried.capacity().bays())
                .param(carried.capacity().stretchers())
                .param(carried.capacity().escortSeats())
                .param(carried.capacity().luggage())
                .param(TripState.ON_THE_ROAD.name())
                .param(Micros.of(entry.received()))
                .param(document.key().base64())
                .param(carried.crossing().line())
                .param(carried.keys().stream()
                        .map(key -> key.day() + ":" + key.check())
                        .collect(Collectors.joining(" ")))
                .param(Micros.of(earliest(carried)))
                .update();
    }

    /// A vehicle does not come before the day that its manifest was sealed on. A version that is
    /// not the first may have been sealed on the road, or when the vehicle had come; a day is
    /// time enough for that.
    private static Instant earliest(CarriedManifest carried) {
        LocalDate day = carried.sealed().minusDays(carried.manifest().version() > 1 ? 1 : 0);
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    static List<DayKeyCheck> checks(String column) {
        return Arrays.stream(column.isEmpty() ? new String[0] : column.split(" ", -1))
                .map(one -> one.split(":", 2))
                .map(part -> new DayKeyCheck(LocalDate.parse(part[0]), part[1]))
                .toList();
    }

    private static void place(Entry entry, TripId trip, Place place, long line, JdbcClient rows) {
        rows.sql(
                        "insert into transport_passage (passage, position, trip, kind, mark, day, line, part, adults, children,"
                                + " bays, stretchers, escorts, people, standing, received, alighted, hospital, taken,"
                                + " miscounted, transferred, searched)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, 0, 0, 0)"
                                + " on conflict (passage) do update set position = excluded.position, line = excluded.line,"
                                + " part = excluded.part, adults = excluded.adults, children = excluded.children,"
                                + " bays = excluded.bays, stretchers = excluded.stretchers, escorts = excluded.escorts,"
                                + " people = excluded.people, standing = excluded.standing")
                .param(place.passage().toString())
                .param(entry.position())
                .param(trip.toString())
                .param(place.line().isPresent() ? PassageKind.HOUSEHOLD.name() : PassageKind.COUNTED.name())
                .param(place.line().map(one -> one.mark().text()).orElse(null))
                .param(place.line().map(one -> one.day().toString()).orElse(null))
                .param(line)
                .param(place.line().filter(Manifest.Line::part).isPresent() ? 1 : 0)
                .param(place.load().adults())
                .param(place.load().children())
                .param(place.load().bays())
                .param(place.load().stretchers())
                .param(place.load().escorts())
                .param(place.load().people())
                .param(TripView.STANDS)
                .update();
    }

    /// How a manifest stands to those of its trip who are on record here.
    ///
    /// @param places where each of its lines goes; those without a card last, where there are any
    /// @param gone who are on the trip here, and are not on it any more
    record Match(List<Place> places, List<PassageId> gone) {}

    /// @param line empty for those without a card
    record Place(PassageId passage, Optional<Manifest.Line> line, Load load) {}

    /// A household is known by its mark. Who was moved to or from another trip by those who received them stays
    /// where they came in.
    static Match match(TripRows rows, Manifest manifest) {
        TripId trip = manifest.trip();
        List<TripRows.Marked> standing = rows.marked(trip);
        Map<PassageId, Manifest.Line> lines = byTheirOwnIds(manifest);
        var places = new ArrayList<Place>();
        var taken = new HashSet<PassageId>();
        lines.forEach((own, line) -> {
            Optional<Passage> known = rows.passage(own);
            if (known.filter(one -> !one.trip().equals(trip)).isPresent()) return;
            // Who is not known by an id of this trip may have come onto it from another.
            PassageId passage = known.isPresent()
                    ? own
                    : standing.stream()
                            .filter(one -> one.mark().equals(line.mark()) && !lines.containsKey(one.passage()))
                            .map(TripRows.Marked::passage)
                            .filter(one -> !taken.contains(one))
                            .findFirst()
                            .orElse(own);
            taken.add(passage);
            places.add(new Place(passage, Optional.of(line), line.load()));
        });
        var counted = new PassageId(trip.act());
        if (manifest.counted().people() > 0 || rows.passage(counted).isPresent()) {
            places.add(new Place(counted, Optional.empty(), manifest.counted()));
        }
        return new Match(
                places,
                standing.stream()
                        .filter(one -> one.byManifest() && !taken.contains(one.passage()))
                        .map(TripRows.Marked::passage)
                        .toList());
    }

    private static Map<PassageId, Manifest.Line> byTheirOwnIds(Manifest manifest) {
        var lines = new LinkedHashMap<PassageId, Manifest.Line>();
        var times = new HashMap<Mark, Integer>();
        for (Manifest.Line line : manifest.households()) {
            lines.put(PassageId.of(manifest.trip(), line.mark(), times.merge(line.mark(), 1, Integer::sum)), line);
        }
        return lines;
    }

    /// Those of whom more was told here than a manifest has of them: they came in, or are known to
    /// be somewhere, and would be on no record.
    static Optional<Passage> contradicted(TripRows rows, Manifest manifest) {
        Match match = match(rows, manifest);
        Map<PassageId, Long> people = match.places().stream()
                .collect(Collectors.toMap(Place::passage, place -> place.load().people()));
        match.gone().forEach(passage -> people.put(passage, 0L));
        return people.entrySet().stream()
                .flatMap(one -> rows
                        .passage(one.getKey())
                        .filter(known ->
                                known.accounted().people() - known.accounted().open() > one.getValue())
                        .stream())
                .findFirst();
    }
}
