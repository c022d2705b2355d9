// SPDX-License-Identifier: Apache-2.0
package org.clearway.scenario;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.clearway.geo.Position;
import org.clearway.language.Language;
import org.clearway.language.Wording;
import org.clearway.scenario.Exercise.Wishes;
import org.clearway.time.Period;
import org.clearway.transport.PlaceKind;

/// A day of an exercise, in the format of scenarios: it is announced and assured, supplies come, people come by chance,
/// an
/// assurance runs out, there is fire, the power fails. What of it happens when is by chance.
final class MadeUpDay {
    /// How long before the gate opens the day is told of.
    static final Duration BEFORE_OPENING = Duration.ofMinutes(60);

    /// Of what all who come need, so much comes in the morning and so much later, in per cent.
    private static final long IN_THE_MORNING = 55;

    private static final long LATER = 40;

    /// How far from the crossing there is fire, in microdegrees: some 1.5 km.
    private static final int FIRE_AWAY = 13_500;

    private final Scenario scenario;
    private final Configuration configuration;
    private final Sheet corridor;
    private final String id;
    private final Hours hours;
    private final int number;
    private final Wishes wishes;
    private final SplittableRandom chance;
    private final List<Map<String, Object>> told = new ArrayList<>();

    /// @param number of the day, from 1
    MadeUpDay(Scenario scenario, Configuration configuration, Sheet corridor, Hours hours, int number, Wishes wishes) {
        this.scenario = scenario;
        this.configuration = configuration;
        this.corridor = corridor;
        this.id = corridor.text("corridor");
        this.hours = hours;
        this.number = number;
        this.wishes = wishes;
        this.chance = new SplittableRandom(wishes.seed() * 31 + number);
    }

    /// When the gate is open on a day, local to the scenario.
    record Hours(LocalDate day, LocalTime from, LocalTime to) {
        private static final Duration LONGEST = Duration.ofHours(12);
        private static final Duration SHORTEST = Duration.ofHours(4);
        private static final LocalTime EARLIEST = LocalTime.of(2, 0);
        private static final LocalTime LATEST = LocalTime.of(23, 30);

        /// So much of an opening as is practised: within one day, and no longer than people can work. Empty where that
        /// is too little.
        static Optional<Hours> within(Period open, ZoneId zone) {
            ZonedDateTime from = open.from().atZone(zone);
            if (from.toLocalTime().isBefore(EARLIEST)) from = from.with(EARLIEST);
            ZonedDateTime latest = from.with(LATEST);
            ZonedDateTime to = open.to().atZone(zone);
            if (to.isAfter(latest)) to = latest;
            if (to.isAfter(from.plus(LONGEST))) to = from.plus(LONGEST);
            if (Duration.between(from, to).compareTo(SHORTEST) < 0) return Optional.empty();
            return Optional.of(new Hours(from.toLocalDate(), from.toLocalTime(), to.toLocalTime()));
        }

        Duration length() {
            return Duration.between(from, to);
        }

        /// The whole minute at which so many of a hundred parts of it are over.
        LocalTime at(int per100) {
            return from.plus(length().multipliedBy(per100).dividedBy(100)).truncatedTo(ChronoUnit.MINUTES);
        }
    }

    /// Who comes by chance.
    Map<String, Object> simulated() {
        var day = new LinkedHashMap<String, Object>();
        day.put("corridor", id);
        day.put("crossing", corridor.sheets("crossings").getFirst().text("crossing"));
        day.put("day", hours.day().toString());
        day.put("from", hours.from().plusMinutes(5).toString());
        day.put("to", hours.to().minusMinutes(20).toString());
        day.put("lanes", 3);
        configuration.childProtection().ifPresent(party -> day.put("child-protection", party));
        day.put(
                "destinations",
                configuration.safeAreas(id).stream()
                        .map(area -> area.text("area"))
                        .distinct()
                        .toList());
        if (number % 2 == wishes.seed() % 2) day.put("darkness", darkness());
        day.put("profile", wishes.profile().name());
        day.put("seed", wishes.seed() + number - 1);
        return day;
    }

    private Map<String, Object> darkness() {
        LocalTime from = hours.at(between(25, 40));
        var dark = new LinkedHashMap<String, Object>();
        dark.put("from", from.toString());
        dark.put("to", from.plusMinutes(30).toString());
        dark.put("entered-after-minutes", 25);
        return dark;
    }

    /// What becomes known on the day, in its order.
    List<Map<String, Object>> told() {
        ledgers();
        announcement();
        assurances();
        supplies();
        safeAreas();
        tell(hours.from(), "gate", Map.of("corridor", id, "decision", "OPEN", "because", "ASSURANCES_GIVEN"));
        found();
        fire();
        tell(
                hours.to().minusMinutes(15),
                "gate",
                Map.of("corridor", id, "decision", "CLOSE", "because", "WINDOW_ENDS"));
        return List.copyOf(told);
    }

    /// Each reporter states another figure.
    private void ledgers() {
        if (!configuration.hasZones()) return;
        for (String reporter : scenario.setting().bulletin().list("reporters", text -> text)) {
            tell(
                    early(0),
                    "ledger",
                    Map.of(
                            "reporter",
                            reporter,
                            "covers",
                            Map.of("past-24-hours-to", hours.day().toString()),
                            "unit",
                            "CASE_OF_FIRE",
                            "total",
                            between(0, 40)));
        }
    }

    private Optional<String> announcer() {
        return corridor.optionalText("initiator").or(() -> parties().stream().findFirst());
    }

    private List<String> parties() {
        return corridor.list("relevant-parties", text -> text);
    }

    private void announcement() {
        announcer().ifPresent(party -> {
            var said = new LinkedHashMap<String, Object>();
            said.put("corridor", id);
            said.put("announcer", party);
            said.put("status", "OPEN");
            said.put("from", at(hours.from()));
            said.put("as-voluntary", true);
            said.put("window", hours.from() + "-" + hours.to());
            said.put("services", services());
            said.put("flows", corridor.list("flows", text -> text));
            tell(early(5), "announcement", said);
        });
    }

    private List<String> services() {
        var services = new LinkedHashSet<String>();
        configuration.points(id).forEach(point -> services.addAll(point.list("services", text -> text)));
        if (configuration.hasVehicles() && !configuration.safeAreas(id).isEmpty()) services.add("TRANSPORT");
        return List.copyOf(services);
    }

    /// All assure the whole day but one, whose assurance runs out and is given again.
    private void assurances() {
        List<String> parties = parties();
        int late = parties.isEmpty() ? 0 : between(0, parties.size());
        LocalTime lapses = hours.at(between(38, 50));
        LocalTime again = lapses.plus(hours.length().dividedBy(12)).truncatedTo(ChronoUnit.MINUTES);
        for (int i = 0; i < parties.size(); i++) {
            assurance(early(10), parties.get(i), hours.from(), i == late ? lapses : hours.to());
        }
        if (!parties.isEmpty()) assurance(again, parties.get(late), again, hours.to());
    }

    private void assurance(LocalTime when, String party, LocalTime from, LocalTime to) {
        tell(
                when,
                "assurance",
                Map.of("corridor", id, "party", party, "status", "GIVEN", "from", at(from), "to", at(to)));
    }

    private void supplies() {
        for (Sheet point : configuration.points(id)) {
            String called = point.text("point");
            if (number == 1) tell(early(15), "expected", expected(called));
            receipts(early(16), point, IN_THE_MORNING, "morning");
            announcer()
                    .ifPresent(party -> tell(
                            early(20),
                            "services-announced",
                            Map.of("point", called, "announcer", party, "services", states(point, "READY"))));
            receipts(hours.at(between(55, 75)), point, LATER, "later");
        }
    }

    private Map<String, Object> expected(String point) {
        int people = wishes.profile().people();
        return Map.of(
                "point", point, "peak-hour", wishes.profile().peak(), "visitors", people, "overnight", people / 20);
    }

    private void receipts(LocalTime when, Sheet point, long share, String batch) {
        for (Sheet recipe : point.sheets("recipes")) {
            long needed = wishes.profile().people() * recipe.number("each-person");
            tell(
                    when,
                    "receipt",
                    Map.of(
                            "point",
                            point.text("point"),
                            "item",
                            recipe.text("item"),
                            "quantity",
                            Math.max(1, needed * share / 100),
                            "batch",
                            "exercise-" + number + "-" + batch));
        }
    }

    private static Map<String, Object> states(Sheet point, String state) {
        var states = new LinkedHashMap<String, Object>();
        point.list("services", text -> text).forEach(service -> states.put(service, state));
        return states;
    }

    /// What is found where people are served is less than was announced, at one of the points.
    private void found() {
        List<Sheet> points = configuration.points(id);
        if (points.isEmpty()) return;
        Sheet worse = points.get(between(0, points.size()));
        for (Sheet point : points) {
            var found = new LinkedHashMap<String, Object>();
            found.put("point", point.text("point"));
            found.put("services", states(point, point == worse ? "DEGRADED" : "READY"));
            if (point == worse) found.put("lacks", List.of("EQUIPMENT"));
            tell(hours.at(between(3, 8)), "services-found", found);
        }
    }

    private void safeAreas() {
        if (number > 1) return;
        for (Sheet area : configuration.safeAreas(id)) {
            String called = area.text("safe-area");
            var left = new LinkedHashMap<String, Object>();
            area.sheet("places").figures(PlaceKind.class).forEach((kind, places) -> left.put(kind.name(), places));
            tell(early(30), "places", Map.of("safe-area", called, "left", left));
            tell(
                    early(31),
                    "conditions",
                    Map.of(
                            "safe-area",
                            called,
                            "states",
                            Map.of("SHELTER", "OK", "WATER", "OK", "FOOD", "LIMITED", "FREE_MOVEMENT", "OK"),
                            "hours",
                            List.of()));
        }
    }

    /// Fire is seen from the crossing. Whoever practises has time to decide; the cell does where nobody did.
    private void fire() {
        Optional<Position> crossing = configuration.position(corridor);
        if (crossing.isEmpty()) return;
        LocalTime when = hours.at(between(60, 70));
        var seen = new LinkedHashMap<String, Object>();
        seen.put("corridor", id);
        seen.put("kind", "SHELLING");
        seen.put("noticed", "SEEN_AND_HEARD");
        seen.put("count", Map.of("about", between(2, 6)));
        seen.put("at", at(when.minusMinutes(2)));
        seen.put(
                "position",
                List.of(latitudeBeside(crossing.get()), crossing.get().longitude()));
        seen.put("within-metres", 500);
        tell(when, "fire", seen);
        LocalTime stops = when.plusMinutes(12);
        tell(stops, "gate", Map.of("corridor", id, "decision", "SUSPEND", "because", "FIRE_NEAR_ROUTE"));
        tell(stops.plusMinutes(25), "gate", Map.of("corridor", id, "decision", "RESUME", "because", "CAUSE_GONE"));
    }

    /// The latitude of what is a little nearer to the equator, so that it is no pole.
    private static String latitudeBeside(Position position) {
        int beside = position.latitudeMicrodegrees() > 0 ? -FIRE_AWAY : FIRE_AWAY;
        return new Position(position.latitudeMicrodegrees() + beside, position.longitudeMicrodegrees()).latitude();
    }

    /// Before the gate opens.
    private LocalTime early(int minutes) {
        return hours.from().minus(BEFORE_OPENING).plusMinutes(minutes);
    }

    private int between(int from, int to) {
        return chance.nextInt(from, to);
    }

    private String at(LocalTime time) {
        return LocalDateTime.of(hours.day(), time).toString();
    }

    private void tell(LocalTime when, String kind, Map<String, Object> what) {
        var publisher = new LinkedHashMap<String, Object>();
        for (Language language : Language.offered()) {
            publisher.put(language.tag(), Wording.of(language).say("scenario.exercise-control"));
        }
        var item = new LinkedHashMap<String, Object>();
        item.put("published", at(when));
        item.put("source", Map.of("publisher", publisher, "basis", "STATED"));
        item.put(kind, what);
        told.add(item);
    }
}
