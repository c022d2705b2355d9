// SPDX-License-Identifier: Apache-2.0
package org.clearway.scenario;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.clearway.language.Language;
import org.clearway.language.Names;
import org.clearway.time.Occurred;
import org.clearway.time.TimePrecision;

/// A scenario as its files tell it.
///
/// @param zone every hour in its files is local to this zone
/// @param opensAt the moment at which a demonstration opens
/// @param told what became known, in the order in which it did
/// @param days those on which people come by chance, where they do
public record Scenario(
        String name,
        ScenarioKind kind,
        Names names,
        ZoneId zone,
        Instant opensAt,
        Setting setting,
        List<Told> told,
        List<Simulation> days) {

    /// What the story stands on: read, and recorded before its first item.
    record Setting(Sheet bulletin, Set<Language> namesIn, List<Sheet> areas, List<Sheet> parties, byte[] shapes) {}

    /// One item of the story.
    ///
    /// @param number its place in the story, from 1
    /// @param at when it became known: the scenario's clock stands there while it is recorded
    /// @param published when its source published it, as exactly as that is known
    record Told(int number, Instant at, Occurred published, Sheet sheet) {}

    /// The first moment of the story: its setting is recorded then.
    public Instant begins() {
        return told.isEmpty() ? opensAt : told.get(0).at();
    }

    /// Where its clock stands when it is taken up again: where the last thing was recorded; or where it opens, as long
    /// as
    /// nothing becomes known in between.
    public Instant goesOnAt(Instant recorded) {
        boolean opens = recorded.isBefore(opensAt)
                && told.stream()
                        .noneMatch(
                                one -> one.at().isAfter(recorded) && !one.at().isAfter(opensAt));
        return opens ? opensAt : recorded;
    }

    /// Whether people come by chance: then its day goes on by itself.
    public boolean isSimulated() {
        return !days.isEmpty();
    }

    /// The same with other people.
    Scenario with(Profile profile, long seed) {
        return new Scenario(
                Scenarios.named(name, profile, seed),
                kind,
                names,
                zone,
                opensAt,
                setting,
                told,
                IntStream.range(0, days.size())
                        .mapToObj(i -> days.get(i).with(profile, seed + i))
                        .toList());
    }

    /// The cut-off of the bulletin that is published on `day`.
    public Instant cutOff(LocalDate day) {
        return day.atTime(setting.bulletin().time("cut-off")).atZone(zone).toInstant();
    }

    static Scenario read(ScenarioFiles files) {
        Sheet first = yaml(files, ScenarioFiles.FIRST);
        ZoneId zone = first.as("zone", ZoneId::of);
        String name = first.text("scenario");
        ScenarioKind kind = first.one("kind", ScenarioKind.class);
        Names names = first.names("names");
        Instant opensAt = first.as(
                "opens-at", text -> LocalDateTime.parse(text).atZone(zone).toInstant());
        LocalTime knownFrom = first.time("known-from");
        Sheet bulletin = first.sheet("bulletin");
        var told = new ArrayList<Told>();
        for (String file : files.story()) {
            for (Sheet item : yaml(files, file).sheets("told")) told.add(told(item, zone, knownFrom, told));
        }
        return new Scenario(
                name,
                kind,
                names,
                zone,
                opensAt,
                new Setting(
                        bulletin,
                        first.set("names-in", Language.class),
                        yaml(files, ScenarioFiles.PLACES).sheets("areas"),
                        yaml(files, ScenarioFiles.PARTIES).sheets("parties"),
                        files.file(ScenarioFiles.SHAPES)),
                told.stream().sorted(Comparator.comparing(Told::at)).toList(),
                first.sheets("simulate").stream()
                        .map(sheet -> Simulation.read(sheet, zone))
                        .toList());
    }

    private static Sheet yaml(ScenarioFiles files, String name) {
        return YamlFiles.read(name, files.file(name));
    }

    /// What is known by its day only is taken to have become known from `knownFrom` on, a minute
    /// after the item before.
    private static Told told(Sheet item, ZoneId zone, LocalTime knownFrom, List<Told> before) {
        Occurred published = item.told("published", zone);
        if (published.precision() != TimePrecision.DAY && published.precision() != TimePrecision.MINUTES) {
            throw item.problem("scenario.value-unreadable", "published", item.text("published"));
        }
        Optional<Occurred> known = item.optionallyTold(SetUpWriter.KNOWN, zone);
        if (known.isPresent()) return new Told(before.size() + 1, known.get().from(), published, item);
        Instant at = published.precision() == TimePrecision.MINUTES
                ? published.from()
                : published
                        .from()
                        .atZone(zone)
                        .toLocalDate()
                        .atTime(knownFrom)
                        .plusMinutes(before.stream()
                                .filter(t -> t.published().equals(published))
                                .count())
                        .atZone(zone)
                        .toInstant();
        return new Told(before.size() + 1, at, published, item);
    }
}
