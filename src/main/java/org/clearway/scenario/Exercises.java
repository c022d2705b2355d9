// SPDX-License-Identifier: Apache-2.0
package org.clearway.scenario;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.clearway.journal.Story;
import org.clearway.language.Language;
import org.clearway.language.Names;
import org.clearway.language.Problem;
import org.clearway.language.Wording;
import org.clearway.scenario.Exercise.Lack;
import org.clearway.scenario.Exercise.Wishes;
import org.clearway.scenario.MadeUpDay.Hours;

/// Makes exercises: any configuration, with days that are made up. Of what a scenario tells only how it is set up is
/// taken
/// over. Whoever acts or speaks in it is named as in an exercise, so that no sentence of it, wherever it goes, says
/// that a real party did or said something.
public final class Exercises {
    private static final String SUFFIX = "-exercise";

    /// Within so many days the corridor must open as often as was asked for.
    private static final int LOOK_AHEAD = 120;

    private static final LocalTime NO_HOURS_FROM = LocalTime.of(6, 0);
    private static final LocalTime NO_HOURS_TO = LocalTime.of(18, 0);

    private final ScenarioFiles files;
    private final Scenario scenario;
    private final Configuration configuration;
    private final Sheet corridor;
    private final Wishes wishes;

    private Exercises(ScenarioFiles files, Wishes wishes) {
        this.files = files;
        this.scenario = Scenario.read(files);
        this.configuration = new Configuration(scenario);
        this.corridor = configuration.corridor(wishes.corridor());
        this.wishes = wishes;
    }

    /// @param source of a shipped scenario the name, or the path of a folder or of a set-up that was taken out
    /// @param today by the clock on the wall
    /// @throws Problem `scenario.unknown`, `exercise.no-corridor`, `exercise.corridor-unknown`,
    ///     `exercise.too-early`, `exercise.never-open`, or what is wrong in the files
    public static Exercise of(String source, Wishes wishes, LocalDate today) {
        return new Exercises(Scenarios.Found.by(source).files(), wishes).made(today);
    }

    private Exercise made(LocalDate today) {
        List<Hours> days = days(today);
        var made = new TreeMap<String, byte[]>();
        made.put(ScenarioFiles.PLACES, files.file(ScenarioFiles.PLACES));
        made.put(ScenarioFiles.SHAPES, files.file(ScenarioFiles.SHAPES));
        made.put(ScenarioFiles.PARTIES, YamlFiles.write(Map.of("parties", parties())));
        made.put(
                ScenarioFiles.STORY + "01-configuration.yaml",
                told(configuration.setUp().stream().map(Exercises::setUp).toList()));
        var simulated = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < days.size(); i++) {
            var day = new MadeUpDay(scenario, configuration, corridor, days.get(i), i + 1, wishes);
            made.put(String.format(Locale.ROOT, "%s%02d-made-up.yaml", ScenarioFiles.STORY, i + 2), told(day.told()));
            simulated.add(day.simulated());
        }
        String name = name();
        made.put(ScenarioFiles.FIRST, YamlFiles.write(first(name, days.getFirst(), simulated)));
        var story = new Story(name, ScenarioKind.EXERCISE.asStory(), Optional.of(new ScenarioFiles(made).packed()));
        return new Exercise(story, days.stream().map(Hours::day).toList(), lacks());
    }

    private String name() {
        return scenario.name().endsWith(SUFFIX) ? scenario.name() : scenario.name() + SUFFIX;
    }

    private static byte[] told(List<Map<String, Object>> items) {
        return YamlFiles.write(Map.of("told", items));
    }

    private Map<String, Object> first(String name, Hours opens, List<Map<String, Object>> simulated) {
        var first = new LinkedHashMap<>(YamlFiles.read(ScenarioFiles.FIRST, files.file(ScenarioFiles.FIRST))
                .raw());
        var bulletin = new LinkedHashMap<>(scenario.setting().bulletin().raw());
        bulletin.put("issuer", exercised(scenario.setting().bulletin().names("issuer")));
        first.put("scenario", name);
        first.put("kind", ScenarioKind.EXERCISE.name());
        first.put("names", exercised(scenario.names()));
        first.put(
                "opens-at",
                opens.day().atTime(opens.from()).minus(MadeUpDay.BEFORE_OPENING).toString());
        first.put("bulletin", bulletin);
        first.put("simulate", simulated);
        return first;
    }

    /// As it was told, with whoever goes between the sides named as in an exercise.
    private static Map<String, Object> setUp(Scenario.Told told) {
        var item = new LinkedHashMap<>(told.sheet().raw());
        told.sheet().optionalSheet("corridor").ifPresent(corridor -> {
            var one = new LinkedHashMap<>(corridor.raw());
            one.put(
                    "intermediaries",
                    corridor.namesList("intermediaries").stream()
                            .map(Exercises::exercised)
                            .toList());
            item.put("corridor", one);
        });
        return item;
    }

    private List<Map<String, Object>> parties() {
        var parties = new ArrayList<Map<String, Object>>();
        for (Sheet party : scenario.setting().parties()) {
            var one = new LinkedHashMap<>(party.raw());
            one.put("names", exercised(party.names("names")));
            parties.add(one);
        }
        return parties;
    }

    /// As it is called in an exercise.
    private static Map<String, Object> exercised(Names names) {
        var byTag = new LinkedHashMap<String, Object>();
        names.byLanguage().forEach((language, name) -> {
            // Where we have no word in a language, the English one stands in capitals: it is a mark, not a translation.
            String mark =
                    Language.offered().contains(language) ? Wording.of(language).say("scenario.exercise") : "EXERCISE";
            String marked = " (" + mark + ")";
            int most = Names.LONGEST - marked.length();
            byTag.put(
                    language.tag(),
                    name.endsWith(marked) ? name : name.substring(0, Math.min(name.length(), most)) + marked);
        });
        return byTag;
    }

    /// The days on which the corridor is open, from the first that may be.
    private List<Hours> days(LocalDate today) {
        LocalDate earliest = configuration.setUp().stream()
                .map(told -> told.at().atZone(scenario.zone()).toLocalDate().plusDays(1))
                .max(LocalDate::compareTo)
                .orElse(today);
        LocalDate tomorrow = today.plusDays(1);
        LocalDate first = wishes.from().orElse(earliest.isAfter(tomorrow) ? earliest : tomorrow);
        if (first.isBefore(earliest)) {
            throw new Problem("exercise.too-early", Map.of("value", first.toString(), "earliest", earliest.toString()));
        }
        List<Hours> days = first.datesUntil(first.plusDays(LOOK_AHEAD))
                .flatMap(day -> hours(day).stream())
                .limit(wishes.days())
                .toList();
        if (days.size() < wishes.days()) {
            throw Problem.of("exercise.never-open", "corridor", corridor.text("corridor"));
        }
        return days;
    }

    private Optional<Hours> hours(LocalDate day) {
        var windows = configuration.windows(corridor.text("corridor"));
        if (windows.isEmpty()) return Optional.of(new Hours(day, NO_HOURS_FROM, NO_HOURS_TO));
        return windows.stream()
                .flatMap(window -> window.isAroundTheClock()
                        ? Optional.of(new Hours(day, NO_HOURS_FROM, NO_HOURS_TO)).stream()
                        : window.openOn(day).flatMap(open -> Hours.within(open, scenario.zone())).stream())
                .findFirst();
    }

    private Set<Lack> lacks() {
        String id = corridor.text("corridor");
        var lacks = EnumSet.noneOf(Lack.class);
        if (corridor.list("relevant-parties", text -> text).isEmpty()) lacks.add(Lack.PARTY);
        if (configuration.points(id).isEmpty()) lacks.add(Lack.SERVICE_POINT);
        if (configuration.safeAreas(id).isEmpty()) lacks.add(Lack.SAFE_AREA);
        if (!configuration.hasVehicles()) lacks.add(Lack.VEHICLE);
        if (configuration.childProtection().isEmpty()) lacks.add(Lack.CHILD_PROTECTION);
        if (configuration.position(corridor).isEmpty()) lacks.add(Lack.CROSSING_POSITION);
        return lacks;
    }
}
