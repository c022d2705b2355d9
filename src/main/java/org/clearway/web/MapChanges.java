// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.clearway.agreement.ControlClaim;
import org.clearway.agreement.Zone;
import org.clearway.corridor.Announcement;
import org.clearway.corridor.Corridor;
import org.clearway.time.Span;

/// The days on which something on the map began or ended, by what is said of it, each with a sentence for each thing.
/// What begins later than now is no day yet.
final class MapChanges {
    private final NavigableMap<LocalDate, List<String>> byDay = new TreeMap<>();
    private final Ground ground;
    private final Sayings sayings;
    private final Words words;
    private final Instant now;
    private final ZoneId zone;

    MapChanges(Ground ground, Sayings sayings, Words words, Instant now, ZoneId zone) {
        this.ground = ground;
        this.sayings = sayings;
        this.words = words;
        this.now = now;
        this.zone = zone;
    }

    NavigableMap<LocalDate, List<String>> byDay() {
        return byDay;
    }

    void add(Zone defined) {
        add(defined.valid(), "map.change-zone", Map.of("zone", words.name(defined.names())));
    }

    void add(ControlClaim claim) {
        add(
                claim.valid(),
                "map.change-claim",
                Map.of(
                        "claimant", sayings.party(claim.claimant()),
                        "ground", ground.name(claim.territory()),
                        "held", sayings.held(claim.held())));
    }

    void add(Corridor corridor, Announcement told) {
        add(
                told.valid(),
                "map.change-announced",
                Map.of(
                        "announcer", sayings.party(told.announcer()),
                        "corridor", words.name(corridor.names()),
                        "status", words.say(told.status())));
    }

    private void add(Span valid, String key, Map<String, String> what) {
        var values = new HashMap<>(what);
        values.put("span", words.span(valid));
        add(valid.begins(), words.say(key, values));
        valid.ends().ifPresent(end -> add(end, words.say(key + "-ended", values)));
    }

    private void add(Instant at, String sentence) {
        if (at.isAfter(now)) return;
        List<String> sentences = byDay.computeIfAbsent(at.atZone(zone).toLocalDate(), _ -> new ArrayList<>());
        if (!sentences.contains(sentence)) sentences.add(sentence);
    }
}
