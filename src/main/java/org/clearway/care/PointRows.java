// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clearway.access.AccountId;
import org.clearway.agreement.CorridorId;
import org.clearway.agreement.PartyId;
import org.clearway.care.PointStanding.Found;
import org.clearway.corridor.CrossingId;
import org.clearway.corridor.Service;
import org.clearway.gate.HourSlot;
import org.clearway.gate.Sex;
import org.clearway.journal.Reading;
import org.clearway.language.Names;
import org.clearway.places.Source;
import org.clearway.time.Micros;
import org.clearway.time.Occurred;
import org.clearway.time.Period;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What {@link PointView} and {@link TouchView} keep, read.
record PointRows(JdbcClient rows) {
    static PointRows of(Reading at) {
        return new PointRows(at.rows());
    }

    List<ServicePoint> points(CorridorId corridor) {
        return rows.sql("select * from care_point where corridor = ? and known_to = ? order by point")
                .param(corridor.slug())
                .param(Micros.FOREVER)
                .query((row, n) -> point(row))
                .list();
    }

    Optional<ServicePoint> point(PointId id) {
        return rows.sql("select * from care_point where point = ? and known_to = ?")
                .param(id.slug())
                .param(Micros.FOREVER)
                .query((row, n) -> point(row))
                .optional();
    }

    boolean isKnown(PointId id) {
        return rows.sql("select count(*) from care_point where point = ? and known_to = ?")
                        .param(id.slug())
                        .param(Micros.FOREVER)
                        .query(Long.class)
                        .single()
                > 0;
    }

    List<Recipe> recipes(PointId point) {
        return rows.sql("select * from care_recipe where point = ? order by service, item")
                .param(point.slug())
                .query((row, n) -> new Recipe(
                        Service.valueOf(row.getString("service")),
                        new ItemCode(row.getString("item")),
                        row.getLong("each_person")))
                .list();
    }

    PointStanding standing(PointId point) {
        List<Announcement> announced = rows.sql("select * from care_announced where point = ? order by announcer")
                .param(point.slug())
                .query((row, n) -> new Announcement(
                        point,
                        new PartyId(row.getString("announcer")),
                        services(row),
                        Source.ofLine(row.getString("source"))))
                .list();
        Optional<Found> found = rows.sql("select * from care_check where point = ?")
                .param(point.slug())
                .query((row, n) -> new Found(
                        new Check(
                                point,
                                services(row),
                                Columns.map(Equipment.class, Long::valueOf, row.getString("there")),
                                Set.copyOf(Columns.codes(Lack.class, row.getString("lacks")))),
                        new AccountId(row.getString("account")),
                        Occurred.ofLine(row.getString("occurred"))))
                .optional();
        return new PointStanding(announced, found);
    }

    Optional<Plan> plan(PointId point) {
        return rows.sql("select * from care_plan where point = ?")
                .param(point.slug())
                .query((row, n) -> new Plan(
                        point,
                        new Expected(row.getLong("peak_hour"), row.getLong("visitors"), row.getLong("overnight")),
                        Columns.map(Standard.class, Long::valueOf, row.getString("standards")),
                        Optional.ofNullable(row.getString("source")).map(Source::ofLine)))
                .optional();
    }

    /// By hour and service, where anything was told of it.
    List<ServiceHour> hours(PointId point, Period period) {
        var sums = new LinkedHashMap<HourOf, ServiceHour>();
        rows.sql("select hour, kind, what, how, people from care_hour where point = ? and hour >= ? and hour < ?"
                        + " and touches > 0 and kind <> 'TRIAGE' order by hour, what, kind, how")
                .param(point.slug())
                .param(Micros.of(period.from()))
                .param(Micros.of(period.to()))
                .query((row, n) -> hour(row))
                .list()
                .forEach(one -> sums.merge(new HourOf(one.hour(), one.service()), one, PointRows::added));
        return sums.values().stream()
                .sorted(Comparator.comparing(ServiceHour::hour).thenComparing(ServiceHour::service))
                .toList();
    }

    List<TriageHour> triage(PointId point, Period period) {
        record Cell(Instant hour, String what) {}
        var sums = new LinkedHashMap<Cell, Long>();
        rows.sql("select hour, what, people from care_hour where point = ? and hour >= ? and hour < ?"
                        + " and touches > 0 and kind = 'TRIAGE' order by hour, what")
                .param(point.slug())
                .param(Micros.of(period.from()))
                .param(Micros.of(period.to()))
                .query((row, n) -> Map.entry(
                        new Cell(Micros.instant(row.getLong("hour")), row.getString("what")), row.getLong("people")))
                .list()
                .forEach(one -> sums.merge(one.getKey(), one.getValue(), Long::sum));
        return sums.entrySet().stream()
                .map(sum -> {
                    String[] codes = sum.getKey().what().split(" ", -1);
                    return new TriageHour(
                            sum.getKey().hour(),
                            TriageColour.valueOf(codes[0]),
                            PatientAge.valueOf(codes[1]),
                            Sex.valueOf(codes[2]),
                            sum.getValue());
                })
                .toList();
    }

    /// The account's own touches at a point, the latest first.
    List<LastTouch> latest(AccountId account, PointId point, int most) {
        return rows.sql("select * from care_touch where account = ? and point = ? order by position desc limit ?")
                .param(account.name())
                .param(point.slug())
                .param(most)
                .query((row, n) -> touch(row))
                .list();
    }

    /// A touch that gave something, while it stands among the last.
    Optional<Touch.Given> given(TouchId touch) {
        return rows.sql("select * from care_touch where touch = ?")
                .param(touch.toString())
                .query((row, n) -> touch(row).touch())
                .optional()
                .filter(Touch.Given.class::isInstance)
                .map(Touch.Given.class::cast);
    }

    /// Who recorded a touch that stands and can be undone.
    Optional<AccountId> recordedBy(TouchId touch, Instant now) {
        return rows.sql("select account from care_touch where touch = ? and recorded >= ?")
                .param(touch.toString())
                .param(Micros.of(now.minus(TouchView.KEPT)))
                .query((row, n) -> new AccountId(row.getString("account")))
                .optional();
    }

    private ServicePoint point(ResultSet row) throws SQLException {
        var id = new PointId(row.getString("point"));
        return new ServicePoint(
                id,
                new CorridorId(row.getString("corridor")),
                Optional.ofNullable(row.getString("crossing")).map(CrossingId::new),
                Names.ofLine(row.getString("names")),
                Set.copyOf(Columns.codes(Service.class, row.getString("services"))),
                Columns.map(Equipment.class, Long::valueOf, row.getString("equipment")),
                recipes(id));
    }

    private record HourOf(Instant hour, Service service) {}

    private static ServiceHour hour(ResultSet row) throws SQLException {
        Instant hour = Micros.instant(row.getLong("hour"));
        String[] codes = row.getString("what").split(" ", -1);
        var service = Service.valueOf(codes[0]);
        long people = row.getLong("people");
        if (codes.length > 1) {
            return new ServiceHour(hour, service, 0, 0, Map.of(WhyTurnedAway.valueOf(codes[1]), people));
        }
        boolean atOnce = row.getString("how").equals(HowRecorded.AT_ONCE.name());
        return new ServiceHour(hour, service, people, atOnce ? 0 : people, Map.of());
    }

    private static ServiceHour added(ServiceHour one, ServiceHour other) {
        var turnedAway = new EnumMap<WhyTurnedAway, Long>(WhyTurnedAway.class);
        turnedAway.putAll(one.turnedAway());
        other.turnedAway().forEach((because, people) -> turnedAway.merge(because, people, Long::sum));
        return new ServiceHour(
                one.hour(),
                one.service(),
                one.people() + other.people(),
                one.afterwards() + other.afterwards(),
                turnedAway);
    }

    private static LastTouch touch(ResultSet row) throws SQLException {
        var told = new Told(
                new PointId(row.getString("point")),
                Told.Kind.valueOf(row.getString("kind")),
                row.getString("what"),
                row.getInt("people"),
                HowRecorded.valueOf(row.getString("how")));
        var hour = new HourSlot(Micros.instant(row.getLong("hour")), ZoneId.of(row.getString("zone")));
        return new LastTouch(
                TouchId.parse(row.getString("touch")), Micros.instant(row.getLong("recorded")), told.touch(hour));
    }

    private static Map<Service, ServiceState> services(ResultSet row) throws SQLException {
        return Columns.map(Service.class, ServiceState::valueOf, row.getString("services"));
    }
}
