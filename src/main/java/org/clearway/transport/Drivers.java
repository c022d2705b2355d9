// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.clearway.access.Actor;
import org.clearway.access.Deed;
import org.clearway.journal.ActId;
import org.clearway.journal.Draft;
import org.clearway.journal.Journal;
import org.clearway.journal.Reading;
import org.clearway.journal.Receipt;
import org.clearway.language.Problem;
import org.clearway.time.Micros;
import org.clearway.time.Occurred;
import org.clearway.time.Period;
import org.clearway.transport.TripEntries.DriverDrove;

/// Whether drivers may drive the way that their convoy plans: by the trips on record here, and what they say they drove
/// before. A driver is known by the number on a badge and by nothing else. Safe for use by many threads.
public final class Drivers {
    /// What was driven earlier is of no account any more: a week, and the day that may reach into it.
    private static final Duration REACH = Duration.ofDays(8);

    private static final Duration LONGEST = Duration.ofHours(24);

    private final Journal journal;

    public Drivers(Journal journal) {
        this.journal = journal;
    }

    /// A driver says from when to when they drove elsewhere.
    /// @throws Problem `transport.drove` for a time of no length or of more than a day, or that has not come
    public Receipt drove(Actor actor, ActId act, DriverId driver, Instant from, Instant to, ZoneId zone) {
        actor.must(Deed.RUN_CONVOY);
        Duration length = Duration.between(from, to);
        if (!length.isPositive() || length.compareTo(LONGEST) > 0) throw Problem.of("transport.drove");
        return journal.record(
                actor, act, Draft.of(new DriverDrove(driver), Occurred.between(from, to, zone)), views -> {
                    if (to.isAfter(views.knownAt())) throw Problem.of("transport.drove");
                });
    }

    /// What each driver of a convoy may drive of its way, were it to leave at an instant, in its order. Drivers who are
    /// not told are not asked about.
    public SequencedMap<DriverId, MayDrive> ask(Actor actor, Reading at, Convoy convoy, Instant leaves, ZoneId zone) {
        actor.must(Deed.READ_TRIPS);
        return ask(at, convoy, leaves, zone);
    }

    static SequencedMap<DriverId, MayDrive> ask(Reading at, Convoy convoy, Instant leaves, ZoneId zone) {
        var answers = new LinkedHashMap<DriverId, MayDrive>();
        for (Trip trip : convoy.trips()) {
            trip.driver().ifPresent(driver -> answers.put(driver, ask(at, driver, trip, convoy, leaves, zone)));
        }
        return answers;
    }

    private static MayDrive ask(Reading at, DriverId driver, Trip trip, Convoy convoy, Instant leaves, ZoneId zone) {
        DrivingHours hours = trip.aboard().people() > 0 ? DrivingHours.WITH_PASSENGERS : DrivingHours.REGULATION_561;
        List<Period> driven = new ArrayList<>(driven(at, driver, leaves, zone));
        MayDrive answer = new MayDrive.Within(Duration.ZERO);
        for (Period stretch : stretches(leaves, convoy, zone)) {
            answer = hours.ask(driven, stretch);
            if (!(answer instanceof MayDrive.Within)) return answer;
            driven.add(stretch);
        }
        return answer;
    }

    /// The way from halt to halt. Where its length is not told, it is what comes before its halts, and one minute
    /// after.
    private static List<Period> stretches(Instant leaves, Convoy convoy, ZoneId zone) {
        var stretches = new ArrayList<Period>();
        Instant from = leaves;
        for (Halt halt : convoy.halts().stream()
                .sorted(Comparator.comparing(Halt::afterMinutes))
                .toList()) {
            Instant stands = leaves.plus(Duration.ofMinutes(halt.afterMinutes()));
            if (stands.isAfter(from)) stretches.add(new Period(from, stands, zone));
            Instant goesOn = stands.plus(Duration.ofMinutes(halt.minutes()));
            if (goesOn.isAfter(from)) from = goesOn;
        }
        Instant last = from.plus(Duration.ofMinutes(1));
        Instant there = convoy.plannedMinutes()
                .map(minutes -> leaves.plus(Duration.ofMinutes(minutes)))
                .filter(last::isBefore)
                .orElse(last);
        stretches.add(new Period(from, there, zone));
        return stretches;
    }

    /// What a driver drove before an instant: as they told, and on trips from leaving to arriving, halts and all.
    private static List<Period> driven(Reading at, DriverId driver, Instant until, ZoneId zone) {
        Instant since = until.minus(REACH);
        var driven = new ArrayList<Period>();
        at.rows()
                .sql("select start, finish, zone from transport_drove where driver = ? and finish > ? and start < ?")
                .param(driver.slug())
                .param(Micros.of(since))
                .param(Micros.of(until))
                .query(row -> {
                    driven.add(new Period(
                            Micros.instant(row.getLong("start")),
                            Micros.instant(row.getLong("finish")),
                            ZoneId.of(row.getString("zone"))));
                });
        at.rows()
                .sql("select departed, coalesce(arrived, ?) as finish from transport_trip"
                        + " where driver = ? and departed > ? and departed < ?")
                .param(Micros.of(until))
                .param(driver.slug())
                .param(Micros.of(since))
                .param(Micros.of(until))
                .query(row -> {
                    Instant left = Micros.instant(row.getLong("departed"));
                    Instant came = Micros.instant(row.getLong("finish"));
                    if (came.isAfter(left)) driven.add(new Period(left, came, zone));
                });
        return driven;
    }

    /// The first driver who is due to rest, where one is.
    /// @throws Problem `transport.driver-rests`
    static void requireRested(Reading views, Convoy convoy, Instant leaves, ZoneId zone) {
        ask(views, convoy, leaves, zone).forEach((driver, answer) -> {
            if (answer.forbids(leaves)) {
                throw new Problem("transport.driver-rests", Map.of("driver", driver.slug()));
            }
        });
    }
}
