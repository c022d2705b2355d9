// SPDX-License-Identifier: Apache-2.0
package org.clearway.coordination;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.clearway.agreement.Assured;
import org.clearway.agreement.PartyId;
import org.clearway.care.Item;
import org.clearway.care.PointId;
import org.clearway.care.StockLevel;
import org.clearway.ceasefire.OnFire;
import org.clearway.corridor.Announced;
import org.clearway.corridor.Announcement;
import org.clearway.corridor.OnRecord;
import org.clearway.corridor.UseClaim;
import org.clearway.corridor.Used;
import org.clearway.gate.GateState;
import org.clearway.language.Names;
import org.clearway.language.Wording;
import org.clearway.time.Span;
import org.clearway.time.TimeWords;
import org.clearway.transport.Convoy;
import org.clearway.transport.ConvoyId;
import org.clearway.transport.HeldReason;
import org.clearway.transport.PassageId;
import org.clearway.transport.SafeArea;
import org.clearway.transport.TripId;
import org.clearway.transport.VehicleId;

/// Something about a corridor that calls for somebody's attention. It follows from what is on record, and rings for
/// nobody by itself.
public sealed interface Alarm {
    /// How long it takes to tell every party anew, with time to spare.
    Duration TO_TELL_ANEW = Duration.ofHours(2);

    /// Somebody announces the corridor open, and not every relevant party's promise stands.
    record NotAssured(int given, int relevant) implements Alarm {}

    /// Announcers say different things of one time.
    record AnnouncementsDiffer(List<OnRecord<Announcement>> announcements) implements Alarm {
        public AnnouncementsDiffer {
            announcements = List.copyOf(announcements);
        }
    }

    /// Somebody says that nobody came through.
    /// @param days how many local days that covers, the first and the last among them
    record NobodyForDays(OnRecord<UseClaim> told, long days) implements Alarm {}

    /// Somebody announces the corridor open, and no gate has reported a count to this node.
    record NoCountReported() implements Alarm {}

    /// The gates were opened, and take nobody in because not every relevant party's promise stands.
    record GateStandsStill(int given, int relevant) implements Alarm {}

    /// Somebody saw or heard fire that may have been near the corridor. It proposes that the gates be stopped until
    /// somebody has looked; a person decides.
    ///
    /// @param latest the last of them
    /// @param observations how many there were of late, the last among them
    /// @param minutes since the last
    record FireNear(OnFire latest, int observations, long minutes) implements Alarm {}

    /// A service point has none left of something that it gives.
    record StockOut(PointId point, Names pointNames, Item item) implements Alarm {}

    /// A safe area tells that it has no place left.
    record SafeAreaFull(SafeArea area) implements Alarm {}

    /// The last of the corridor's notifications ends soon, or has just ended, and none follows: parties go by
    /// a list that says nothing any more.
    record NotificationsEnd(Instant ends, boolean over, ZoneId zone) implements Alarm {}

    /// Nobody has heard of a convoy for longer than was agreed with it. Each level rings anew.
    ///
    /// @param minutes since it was due
    record ConvoyOverdue(ConvoyId convoy, VehicleId leader, Convoy.Overdue by, long minutes) implements Alarm {}

    /// A convoy stands on the road and cannot go on: protection's business, the more the longer.
    record ConvoyHeld(ConvoyId convoy, VehicleId leader, HeldReason reason, long minutes, Convoy.HeldLength length)
            implements Alarm {}

    /// The leader of a convoy counted another number of people than are on its manifests.
    record CountDiffers(ConvoyId convoy, VehicleId leader, long counted, long aboard) implements Alarm {}

    /// A vehicle whose manifest was taken in from another node has not come.
    ///
    /// @param hours for how many it has been awaited
    record NotArrived(TripId trip, VehicleId vehicle, long people, long hours) implements Alarm {}

    /// People who were on a vehicle that arrived are not accounted for.
    record PeopleMissing(TripId trip, VehicleId vehicle, long people) implements Alarm {}

    /// A part of a household came in, and it did not choose to travel apart.
    record HouseholdSplit(PassageId household, VehicleId vehicle, long missing) implements Alarm {}

    /// An authority took people from a vehicle: an incident. It stands until seven days after the
    /// trip was closed.
    record PeopleTaken(TripId trip, VehicleId vehicle, long people) implements Alarm {}

    /// What it is told by while it lasts.
    default AlarmId id() {
        return new AlarmId(
                switch (this) {
                    case NotAssured alarm -> "not-assured";
                    case AnnouncementsDiffer alarm -> "announcements-differ";
                    case NobodyForDays alarm ->
                        "nobody-for-days." + alarm.told().claim().claimant();
                    case NoCountReported alarm -> "no-count-reported";
                    case GateStandsStill alarm -> "gate-stands-still";
                    case FireNear alarm -> "fire-near." + alarm.latest().id();
                    case StockOut alarm ->
                        "stock-out." + alarm.point() + "." + alarm.item().code();
                    case SafeAreaFull alarm -> "safe-area-full." + alarm.area().id();
                    case NotificationsEnd alarm -> "notifications-end";
                    case ConvoyOverdue alarm -> "convoy-overdue." + alarm.convoy() + "." + code(alarm.by());
                    case ConvoyHeld alarm -> "convoy-held." + alarm.convoy();
                    case CountDiffers alarm -> "count-differs." + alarm.convoy() + "." + alarm.counted();
                    case NotArrived alarm -> "not-arrived." + alarm.trip();
                    case PeopleMissing alarm -> "people-missing." + alarm.trip();
                    case HouseholdSplit alarm -> "household-split." + alarm.household();
                    case PeopleTaken alarm -> "people-taken." + alarm.trip();
                });
    }

    /// The alarm in one sentence.
    /// @param names what a party is called in the language of `words`
    default String in(Wording words, Function<PartyId, String> names) {
        return switch (this) {
            case NotAssured alarm ->
                words.say(
                        "coordination.alarm.not-assured", Map.of("given", alarm.given(), "relevant", alarm.relevant()));
            case AnnouncementsDiffer alarm ->
                words.say(
                        "coordination.alarm.announcements-differ",
                        Map.of(
                                "announced",
                                words.list(alarm.announcements().stream()
                                        .map(told -> announced(told.claim(), words, names))
                                        .toList())));
            case NobodyForDays alarm ->
                words.say(
                        "coordination.alarm.nobody-for-days",
                        Map.of(
                                "days",
                                alarm.days(),
                                "claimant",
                                names.apply(alarm.told().claim().claimant())));
            case NoCountReported alarm -> words.say("coordination.alarm.no-count-reported");
            case GateStandsStill alarm ->
                words.say(
                        "coordination.alarm.gate-stands-still",
                        Map.of("given", alarm.given(), "relevant", alarm.relevant()));
            case FireNear alarm -> fire(alarm, words);
            case StockOut alarm ->
                words.say(
                        "coordination.alarm.stock-out",
                        Map.of(
                                "item", alarm.item().names().in(words.language()),
                                "point", alarm.pointNames().in(words.language())));
            case SafeAreaFull alarm ->
                words.say(
                        "coordination.alarm.safe-area-full",
                        Map.of("area", alarm.area().names().in(words.language())));
            case NotificationsEnd alarm ->
                words.say(
                        "coordination.alarm.notifications-end",
                        Map.of(
                                "when",
                                TimeWords.of(words.language()).moment(alarm.ends(), alarm.zone()),
                                "over",
                                alarm.over()));
            case ConvoyOverdue alarm ->
                words.say(
                        "coordination.alarm.convoy-overdue",
                        Map.of("vehicle", alarm.leader().slug(), "minutes", alarm.minutes()));
            case ConvoyHeld alarm ->
                words.say(
                        "coordination.alarm.convoy-held",
                        Map.of(
                                "vehicle",
                                alarm.leader().slug(),
                                "reason",
                                words.say(alarm.reason()),
                                "minutes",
                                alarm.minutes(),
                                "length",
                                alarm.length().name()));
            case CountDiffers alarm ->
                words.say(
                        "coordination.alarm.count-differs",
                        Map.of("vehicle", alarm.leader().slug(), "counted", alarm.counted(), "aboard", alarm.aboard()));
            case NotArrived alarm ->
                words.say(
                        "coordination.alarm.not-arrived",
                        Map.of("vehicle", alarm.vehicle().slug(), "people", alarm.people(), "hours", alarm.hours()));
            case PeopleMissing alarm ->
                words.say(
                        "coordination.alarm.people-missing",
                        Map.of("vehicle", alarm.vehicle().slug(), "people", alarm.people()));
            case HouseholdSplit alarm ->
                words.say(
                        "coordination.alarm.household-split",
                        Map.of("vehicle", alarm.vehicle().slug(), "people", alarm.missing()));
            case PeopleTaken alarm ->
                words.say(
                        "coordination.alarm.people-taken",
                        Map.of("vehicle", alarm.vehicle().slug(), "people", alarm.people()));
        };
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// What calls for attention, given the three answers and how the gates stand.
    ///
    /// @param fires near enough and late enough, the latest first
    static List<Alarm> of(
            Announced announced,
            Assured assured,
            Used used,
            GateState gate,
            List<OnFire> fires,
            List<PointNow> points,
            List<PlacesNow> places,
            Instant now) {
        var alarms = new ArrayList<Alarm>();
        fires.stream()
                .findFirst()
                .map(latest -> new FireNear(latest, fires.size(), minutes(latest, now)))
                .ifPresent(alarms::add);
        if (gate instanceof GateState.NotAssured lapsed) {
            alarms.add(new GateStandsStill(
                    lapsed.assured().given(), lapsed.assured().of()));
        }
        boolean announcedOpen = !announced.open().isEmpty();
        if (announcedOpen && assured instanceof Assured.NotByAll some) {
            alarms.add(new NotAssured(some.given(), some.of()));
        }
        if (announced.statuses().size() > 1) alarms.add(new AnnouncementsDiffer(announced.current()));
        for (OnRecord<UseClaim> told : used.nobody()) {
            alarms.add(new NobodyForDays(told, days(told.claim().covers())));
        }
        if (announcedOpen && used instanceof Used.NotCounted) alarms.add(new NoCountReported());
        for (PointNow one : points) {
            one.scarce().stream()
                    .filter(StockLevel::isOut)
                    .map(level -> new StockOut(one.point().id(), one.point().names(), level.item()))
                    .forEach(alarms::add);
        }
        places.stream()
                .filter(PlacesNow::full)
                .map(one -> new SafeAreaFull(one.area()))
                .forEach(alarms::add);
        return List.copyOf(alarms);
    }

    /// Rings for as long before the end as it takes to tell the parties anew, and for as long after it.
    static Optional<Alarm> notifications(Optional<Instant> lastEnd, Instant now, ZoneId zone) {
        return lastEnd.filter(ends -> Duration.between(now, ends).abs().compareTo(TO_TELL_ANEW) <= 0)
                .map(ends -> new NotificationsEnd(ends, !ends.isAfter(now), zone));
    }

    /// Fire that is told of by the day, or of a moment just ahead of our clock, was no time ago.
    private static long minutes(OnFire fire, Instant now) {
        return Math.max(0, Duration.between(fire.when().to(), now).toMinutes());
    }

    private static String fire(FireNear alarm, Wording words) {
        OnFire latest = alarm.latest();
        return words.say(
                "coordination.alarm.fire-near",
                Map.of(
                        "noticed", words.say(latest.noticed()),
                        "nearness", words.say(latest.nearness()),
                        "when", TimeWords.of(words.language()).told(latest.when()),
                        "minutes", alarm.minutes(),
                        "kind", words.say(latest.kind()),
                        "count", latest.count().map(count -> count.in(words)).orElse(""),
                        "counted", latest.count().isPresent(),
                        "observations", alarm.observations()));
    }

    private static String announced(Announcement announcement, Wording words, Function<PartyId, String> names) {
        return words.say(
                "coordination.alarm.announced",
                Map.of("status", words.say(announcement.status()), "announcer", names.apply(announcement.announcer())));
    }

    private static long days(Span covers) {
        Instant last = covers.ends().orElseThrow().minus(1, ChronoUnit.MICROS);
        return ChronoUnit.DAYS.between(day(covers.begins(), covers), day(last, covers)) + 1;
    }

    private static LocalDate day(Instant instant, Span covers) {
        return instant.atZone(covers.zone()).toLocalDate();
    }
}
