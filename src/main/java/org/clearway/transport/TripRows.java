// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clearway.access.AccountId;
import org.clearway.agreement.CorridorId;
import org.clearway.corridor.CrossingId;
import org.clearway.gate.Gate;
import org.clearway.journal.Reading;
import org.clearway.journal.Subject;
import org.clearway.journal.VerifyingKey;
import org.clearway.language.Names;
import org.clearway.language.Problem;
import org.clearway.time.Micros;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads the rows that {@link TripView} writes.
record TripRows(JdbcClient rows) {
    /// A trip of a corridor lasted before an instant and from another on.
    private static final String LASTED =
            "t.corridor = ? and t.state not in ('CANCELLED', 'NOT_COMING') and t.opened < ? and (t.closed is null or t.closed >= ?)";

    /// As {@link TripState#lasts} says.
    private static final String LASTS = "t.state not in ('CLOSED', 'CANCELLED', 'NOT_COMING')";

    /// Trips of some kind, with the sums of those who stand on them and on no other trip. A passage is unsettled as
    /// {@link Passage#settled} says. What `WHICH` is put for asks for its parameters twice.
    private static final String TRIPS = """
            select t.*, m.version, m.why, m.digest, m.people as sealed_people, m.sealed_by, m.sealed, m.signed_by,
              coalesce(p.adults, 0) as adults, coalesce(p.children, 0) as children, coalesce(p.in_bays, 0) as in_bays,
              coalesce(p.lying, 0) as lying, coalesce(p.escorts, 0) as escorts, coalesce(p.people, 0) as people,
              coalesce(p.received, 0) as received, coalesce(p.alighted, 0) as alighted,
              coalesce(p.hospital, 0) as hospital, coalesce(p.taken, 0) as taken,
              coalesce(p.miscounted, 0) as miscounted, coalesce(p.transferred, 0) as transferred,
              coalesce(p.unsettled, 0) as unsettled, s.names as sender_names
            from transport_trip t
            left join transport_sender s on s.sender = t.sender
            left join transport_manifest m on m.trip = t.trip
              and m.version = (select max(version) from transport_manifest l where l.trip = t.trip)
            left join (select trip, sum(adults) as adults, sum(children) as children, sum(bays) as in_bays,
                sum(stretchers) as lying, sum(escorts) as escorts, sum(people) as people, sum(received) as received,
                sum(alighted) as alighted, sum(hospital) as hospital, sum(taken) as taken,
                sum(miscounted) as miscounted, sum(transferred) as transferred,
                sum(case when people > received + alighted + hospital + taken + miscounted + transferred
                  or (kind = 'EXTRA' and found_as is null) then 1 else 0 end) as unsettled
              from transport_passage
              where standing = 'STANDS' and trip in (select t.trip from transport_trip t where WHICH)
              group by trip) p on p.trip = t.trip
            where WHICH
            """;

    static TripRows of(Reading at) {
        return new TripRows(at.rows());
    }

    /// @throws Problem `transport.trip-unknown`
    Trip require(TripId trip) {
        return trip(trip).orElseThrow(() -> Problem.of("transport.trip-unknown", "trip", trip));
    }

    Optional<Trip> trip(TripId trip) {
        return trips("t.trip = ?", "t.position", trip.toString()).stream().findFirst();
    }

    /// @param which what holds of them; its parameters are `told`
    private List<Trip> trips(String which, String order, Object... told) {
        JdbcClient.StatementSpec asked = rows.sql(TRIPS.replace("WHICH", which) + " order by " + order);
        for (int twice = 0; twice < 2; twice++) {
            for (Object one : told) asked = asked.param(one);
        }
        return asked.query((row, n) -> trip(row)).list();
    }

    /// The trip of this node that a vehicle is on, if it is on one. What another node calls its vehicles
    /// is that node's affair.
    Optional<TripId> current(VehicleId vehicle) {
        return rows.sql("select trip from transport_trip where vehicle = ? and sender is null"
                        + " and state in ('BOARDING', 'SEALED', 'READY', 'ON_THE_ROAD')")
                .param(vehicle.slug())
                .query((row, n) -> TripId.parse(row.getString("trip")))
                .optional();
    }

    /// The vehicles of this node that take people in, or are on the road with them.
    Set<VehicleId> vehiclesOnTrips() {
        return rows
                .sql("select vehicle from transport_trip where sender is null"
                        + " and state in ('BOARDING', 'SEALED', 'READY', 'ON_THE_ROAD')")
                .query((row, n) -> new VehicleId(row.getString("vehicle")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The trips of a corridor that lasted in a time, or for a part of it, in the order of their opening.
    List<Trip> of(CorridorId corridor, Instant from, Instant to) {
        return trips(LASTED, "t.position", corridor.slug(), Micros.of(to), Micros.of(from));
    }

    /// Those of them from which an authority took people.
    List<Trip> withPeopleTaken(CorridorId corridor, Instant from, Instant to) {
        return trips(
                LASTED + " and exists (select 1 from transport_passage x where x.trip = t.trip and x.taken > 0)",
                "t.position",
                corridor.slug(),
                Micros.of(to),
                Micros.of(from));
    }

    /// The trips that last, in the order of their opening.
    List<Trip> lasting() {
        return trips(LASTS, "t.position");
    }

    /// Those of a corridor.
    List<Trip> lasting(CorridorId corridor) {
        return trips("t.corridor = ? and " + LASTS, "t.position", corridor.slug());
    }

    /// Those whose vehicles do not come here, of which this was said since an instant; the last
    /// that was said first.
    List<Trip> setAside(Instant since) {
        return trips("t.state = 'NOT_COMING' and t.set_aside >= ?", "t.set_aside desc, t.position", Micros.of(since));
    }

    /// The trips of a convoy, in its order.
    List<Trip> of(ConvoyId convoy) {
        return trips("t.convoy = ?", "t.place", convoy.toString());
    }

    /// Whether a version of its manifest was sealed at this node.
    boolean sealedHere(TripId trip) {
        return rows.sql("select count(*) from transport_manifest m join transport_trip t on t.trip = m.trip"
                                + " where m.trip = ? and t.sender is null")
                        .param(trip.toString())
                        .query(Long.class)
                        .single()
                > 0;
    }

    Optional<Passage> passage(PassageId passage) {
        return rows.sql("select * from transport_passage where passage = ?")
                .param(passage.toString())
                .query((row, n) -> passage(row))
                .optional();
    }

    /// @throws Problem `transport.passage-unknown`
    Passage require(PassageId passage) {
        return passage(passage).orElseThrow(() -> Problem.of("transport.passage-unknown", "passage", passage));
    }

    /// Those who stand on a trip, in the order in which they came onto it.
    List<Passage> passages(TripId trip) {
        return rows.sql(
                        "select * from transport_passage where trip = ? and standing = ? order by position, line, passage")
                .param(trip.toString())
                .param(TripView.STANDS)
                .query((row, n) -> passage(row))
                .list();
    }

    /// The journeys that stand under any of these tickets.
    List<Passage> travelling(List<Subject> tickets) {
        var found = new ArrayList<Passage>();
        for (Subject ticket : tickets) {
            found.addAll(rows.sql("select * from transport_passage where ticket = ? and standing = ? order by position")
                    .param(ticket.pseudonym())
                    .param(TripView.STANDS)
                    .query((row, n) -> passage(row))
                    .list());
        }
        return found;
    }

    Optional<Subject> ticket(PassageId passage) {
        return rows.sql("select ticket from transport_passage where passage = ? and ticket is not null")
                .param(passage.toString())
                .query((row, n) -> new Subject(row.getString("ticket")))
                .optional();
    }

    /// The journeys that stand under any of these marks.
    List<Passage> marked(List<Mark> marks) {
        var found = new ArrayList<Passage>();
        for (Mark mark : marks) {
            found.addAll(rows.sql("select * from transport_passage where mark = ? and standing = ? order by position")
                    .param(mark.text())
                    .param(TripView.STANDS)
                    .query((row, n) -> passage(row))
                    .list());
        }
        return found;
    }

    /// The node that opened a trip, where that was another.
    Optional<VerifyingKey> sender(TripId trip) {
        return rows.sql("select sender from transport_trip where trip = ? and sender is not null")
                .param(trip.toString())
                .query((row, n) -> new VerifyingKey(row.getString("sender")))
                .optional();
    }

    /// A household that stands on a trip, and the mark of its card.
    ///
    /// @param byManifest whether a manifest of another node put it there
    record Marked(PassageId passage, Mark mark, boolean byManifest) {}

    /// The households that stand on a trip, in the order in which they came onto it.
    List<Marked> marked(TripId trip) {
        return rows.sql("select passage, mark, line from transport_passage where trip = ? and standing = ?"
                        + " and kind = ? order by position, line, passage")
                .param(trip.toString())
                .param(TripView.STANDS)
                .param(PassageKind.HOUSEHOLD.name())
                .query((row, n) -> new Marked(
                        PassageId.parse(row.getString("passage")),
                        new Mark(row.getString("mark")),
                        row.getLong("line") > 0))
                .list();
    }

    /// The manifest of a trip as those who stand on it make it now.
    Manifest manifest(Trip trip) {
        var lines = new ArrayList<Manifest.Line>();
        rows.sql("select * from transport_passage where trip = ? and standing = ? and kind = ?"
                        + " order by position, line, passage")
                .param(trip.id().toString())
                .param(TripView.STANDS)
                .param(PassageKind.HOUSEHOLD.name())
                .query(row -> {
                    lines.add(new Manifest.Line(
                            LocalDate.parse(row.getString("day")),
                            new Mark(row.getString("mark")),
                            load(row, "bays", "stretchers"),
                            row.getLong("part") > 0));
                });
        Load counted =
                passage(new PassageId(trip.id().act())).map(Passage::load).orElse(Load.NOBODY);
        return new Manifest(
                trip.elsewhere().isPresent() ? trip.id() : trip.id().outside(),
                trip.version(),
                trip.amending().or(() -> trip.sealing().flatMap(Sealing::why)),
                trip.gate().corridor(),
                trip.gate().crossing(),
                trip.vehicle(),
                trip.destination(),
                lines,
                counted);
    }

    /// The versions of a trip's manifest that were sealed, the latest first.
    List<Sealing> sealings(TripId trip) {
        return rows.sql("select version, why, digest, people as sealed_people, sealed_by, sealed, signed_by"
                        + " from transport_manifest where trip = ? order by version desc")
                .param(trip.toString())
                .query((row, n) -> sealing(row))
                .list();
    }

    /// How many came in at each safe area with convoys that were in whole from one instant up to
    /// another; a vehicle that belongs to none is a convoy of its own.
    Map<SafeAreaId, Long> cameIn(CorridorId corridor, Instant from, Instant to) {
        var came = new LinkedHashMap<SafeAreaId, Long>();
        rows.sql("select c.safe_area, sum(p.received) as number from (select t.trip, t.safe_area,"
                        + " coalesce((select max(o.arrived) from transport_trip o where o.convoy = t.convoy), t.arrived)"
                        + " as whole from transport_trip t where t.corridor = ? and t.state in ('ARRIVED', 'CLOSED')"
                        + " and not exists (select 1 from transport_trip o where o.convoy = t.convoy"
                        + " and o.state = 'ON_THE_ROAD')) c"
                        + " join transport_passage p on p.trip = c.trip and p.standing = 'STANDS'"
                        + " where c.whole >= ? and c.whole < ? group by c.safe_area order by c.safe_area")
                .param(corridor.slug())
                .param(Micros.of(from))
                .param(Micros.of(to))
                .query(row -> {
                    came.put(new SafeAreaId(row.getString("safe_area")), row.getLong("number"));
                });
        return came;
    }

    /// How many people were received at each safe area and are not said to have gone on. Where more
    /// went on than were received, nobody of these stays.
    Map<SafeAreaId, Long> stayingAt() {
        var staying = new LinkedHashMap<SafeAreaId, Long>();
        rows.sql("select safe_area, sum(number) as number from (select t.safe_area, p.received as number"
                        + " from transport_passage p join transport_trip t on t.trip = p.trip"
                        + " union all select safe_area, -people as number from transport_went_on) c"
                        + " group by safe_area order by safe_area")
                .query(row -> {
                    staying.put(new SafeAreaId(row.getString("safe_area")), Math.max(0, row.getLong("number")));
                });
        return staying;
    }

    private static Trip trip(ResultSet row) throws SQLException {
        String digest = row.getString("digest");
        return new Trip(
                TripId.parse(row.getString("trip")),
                new Gate(new CorridorId(row.getString("corridor")), new CrossingId(row.getString("crossing"))),
                new VehicleId(row.getString("vehicle")),
                new Capacity(
                        row.getLong("seats"),
                        row.getLong("bays"),
                        row.getLong("stretchers"),
                        row.getLong("escort_seats"),
                        row.getLong("luggage")),
                new SafeAreaId(row.getString("safe_area")),
                Optional.ofNullable(row.getString("driver")).map(DriverId::new),
                TripState.valueOf(row.getString("state")),
                load(row, "in_bays", "lying"),
                row.getLong("stowed"),
                row.getObject("confirmed") == null ? Optional.empty() : Optional.of(row.getLong("confirmed")),
                accounted(row),
                row.getLong("unsettled"),
                digest == null ? Optional.empty() : Optional.of(sealing(row)),
                Optional.ofNullable(row.getString("amending")).map(Amendment::valueOf),
                Optional.ofNullable(row.getString("convoy")).map(ConvoyId::parse),
                Micros.instant(row.getLong("opened")),
                instant(row, "departed"),
                instant(row, "arrived"),
                elsewhere(row));
    }

    private static Optional<FromElsewhere> elsewhere(ResultSet row) throws SQLException {
        String node = row.getString("sender_names");
        if (node == null) return Optional.empty();
        return Optional.of(new FromElsewhere(
                Names.ofLine(node),
                Names.ofLine(row.getString("came_from")),
                TakenInView.checks(row.getString("day_keys")),
                instant(row, "earliest"),
                Micros.instant(row.getLong("awaited")),
                setAside(row)));
    }

    private static Optional<SetAside> setAside(ResultSet row) throws SQLException {
        String why = row.getString("not_coming");
        if (why == null) return Optional.empty();
        return Optional.of(new SetAside(
                NotComing.valueOf(why),
                ToldBy.valueOf(row.getString("told_by")),
                new AccountId(row.getString("set_aside_by")),
                Micros.instant(row.getLong("set_aside"))));
    }

    private static Sealing sealing(ResultSet row) throws SQLException {
        return new Sealing(
                row.getLong("version"),
                Optional.ofNullable(row.getString("why")).map(Amendment::valueOf),
                new ManifestDigest(row.getString("digest")),
                row.getLong("sealed_people"),
                new AccountId(row.getString("sealed_by")),
                Micros.instant(row.getLong("sealed")),
                Optional.ofNullable(row.getString("signed_by")).map(AccountId::new));
    }

    private static Passage passage(ResultSet row) throws SQLException {
        Optional<Instant> deadline = instant(row, "deadline");
        Optional<String> owner = Optional.ofNullable(row.getString("owner"));
        return new Passage(
                PassageId.parse(row.getString("passage")),
                TripId.parse(row.getString("trip")),
                PassageKind.valueOf(row.getString("kind")),
                row.getLong("part") > 0,
                load(row, "bays", "stretchers"),
                row.getString("standing").equals(TripView.STANDS),
                accounted(row),
                row.getLong("searched") > 0,
                Optional.ofNullable(row.getString("found_as")),
                owner.flatMap(account -> deadline.map(end -> new Passage.Owner(new AccountId(account), end))));
    }

    private static Accounted accounted(ResultSet row) throws SQLException {
        return new Accounted(
                row.getLong("people"),
                row.getLong("received"),
                row.getLong("alighted"),
                row.getLong("hospital"),
                row.getLong("taken"),
                row.getLong("miscounted"),
                row.getLong("transferred"));
    }

    private static Load load(ResultSet row, String bays, String stretchers) throws SQLException {
        return new Load(
                row.getLong("adults"),
                row.getLong("children"),
                row.getLong(bays),
                row.getLong(stretchers),
                row.getLong("escorts"));
    }

    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        long micros = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Micros.instant(micros));
    }
}
