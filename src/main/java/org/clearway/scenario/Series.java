// SPDX-License-Identifier: Apache-2.0
package org.clearway.scenario;

import java.util.List;
import java.util.Optional;
import org.clearway.access.Actor;
import org.clearway.access.Role;
import org.clearway.agreement.CorridorId;
import org.clearway.agreement.PartyId;
import org.clearway.agreement.Zone;
import org.clearway.agreement.ZoneId;
import org.clearway.bulletin.BulletinSeries;
import org.clearway.corridor.Corridor;
import org.clearway.journal.Journal;
import org.clearway.journal.Reading;
import org.clearway.language.Names;

/// What a scenario's bulletin is about. It is set as soon as every zone and corridor that it names
/// is on record.
final class Series {
    private final Scenario scenario;
    private final Desks desks;
    private final Journal journal;
    private final BulletinSeries series;
    private final Actor cell = StoryPlayer.at("coordination-1", Role.COORDINATION);
    private final Actor press = StoryPlayer.at("press-1", Role.PRESS);
    private boolean set;

    Series(Scenario scenario, Desks desks, Journal journal) {
        this.scenario = scenario;
        this.desks = desks;
        this.journal = journal;
        this.series = read(scenario);
    }

    void setOnceItCanBe(int number) {
        if (set) return;
        Reading now = journal.now();
        List<ZoneId> zones =
                desks.agreements().zones(now).stream().map(Zone::id).toList();
        List<CorridorId> corridors =
                desks.corridors().list(cell, now).stream().map(Corridor::id).toList();
        set = desks.bulletins().series(now).isPresent();
        if (set || !zones.containsAll(series.zones()) || !corridors.containsAll(series.corridors())) return;
        desks.bulletins()
                .set(press, new StoryPlayer.Acts(scenario.name() + " series after " + number, journal).next(), series);
        set = true;
    }

    private static BulletinSeries read(Scenario scenario) {
        Sheet sheet = scenario.setting().bulletin();
        Optional<Names> country = sheet.has("country") ? Optional.of(sheet.names("country")) : Optional.empty();
        var series = new BulletinSeries(
                sheet.names("issuer"),
                sheet.names("place"),
                country,
                sheet.time("cut-off"),
                scenario.zone(),
                sheet.list("zones", ZoneId::new),
                sheet.list("corridors", CorridorId::new),
                sheet.list("reporters", PartyId::new));
        sheet.nothingLeft();
        return series;
    }
}
