// SPDX-License-Identifier: Apache-2.0
package org.clearway.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clearway.language.Names;
import org.clearway.time.Occurred;
import org.clearway.time.TimePrecision;

/// A scenario as its files tell it.
///
/// @param zone every hour in its files is local to this zone
/// @param opensAt the moment at which a demonstration opens
/// @param told what became known, in the order in which it did
/// @param simulation the people who come by chance, where some do
public record Scenario(
        String name,
        Names names,
        ZoneId zone,
        Instant opensAt,
        Setting setting,
        List<Told> told,
        Optional<Simulation> simulation) {

    /// What the story stands on: read, and recorded before its first item.
    record Setting(Sheet bulletin, List<Sheet> areas, List<Sheet> parties, byte[] shapes) {}

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

    /// Whether people come by chance: then its day goes on by itself.
    public boolean isSimulated() {
        return simulation.isPresent();
    }

    /// The same with other people.
    Scenario with(Profile profile, long seed) {
        return new Scenario(
                Scenarios.named(name, profile, seed),
                names,
                zone,
                opensAt,
                setting,
                told,
                simulation.map(day -> day.with(profile, seed)));
    }

    /// The cut-off of the bulletin that is published on `day`.
    public Instant cutOff(LocalDate day) {
        return day.atTime(setting.bulletin().time("cut-off")).atZone(zone).toInstant();
    }

    static Scenario read(Path folder) {
        Sheet first = YamlFiles.read(folder.resolve("scenario.yaml"));
        ZoneId zone = first.as("zone", ZoneId::of);
        String name = first.text("scenario");
        first.text("kind");
        Names names = first.names("names");
        Instant opensAt = first.as(
                "opens-at", text -> LocalDateTime.parse(text).atZone(zone).toInstant());
        LocalTime knownFrom = first.time("known-from");
        Sheet bulletin = first.sheet("bulletin");
        Sheet places = YamlFiles.read(folder.resolve("places.yaml"));
        Sheet parties = YamlFiles.read(folder.resolve("parties.yaml"));
        try (Stream<Path> files = Files.list(folder.resolve("story"))) {
            var told = new ArrayList<Told>();
            for (Path file : files.filter(f -> f.toString().endsWith(".yaml"))
                    .sorted(Comparator.comparing(Path::toString))
                    .toList()) {
                Sheet story = YamlFiles.read(file);
                for (Sheet item : story.sheets("told")) told.add(told(item, zone, knownFrom, told));
            }
            return new Scenario(
                    name,
                    names,
                    zone,
                    opensAt,
                    new Setting(
                            bulletin,
                            places.sheets("areas"),
                            parties.sheets("parties"),
                            Files.readAllBytes(folder.resolve("areas.geojson"))),
                    told.stream().sorted(Comparator.comparing(Told::at)).toList(),
                    first.optionalSheet("simulate").map(sheet -> Simulation.read(sheet, zone)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What is known by its day only is taken to have become known from `knownFrom` on, a minute
    /// after the item before.
    private static Told told(Sheet item, ZoneId zone, LocalTime knownFrom, List<Told> before) {
        Occurred published = item.told("published", zone);
        if (published.precision() != TimePrecision.DAY && published.precision() != TimePrecision.MINUTES) {
            throw item.problem("scenario.value-unreadable", "published", item.text("published"));
        }
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
