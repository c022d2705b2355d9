// SPDX-License-Identifier: Apache-2.0
package org.clearway.scenario;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Optional;
import java.util.Set;
import org.clearway.access.Actor;
import org.clearway.agreement.Party;
import org.clearway.agreement.PartyId;
import org.clearway.agreement.PartyKind;
import org.clearway.geo.Area;
import org.clearway.geo.AreaId;
import org.clearway.geo.AreaKind;
import org.clearway.geo.GeoJson;
import org.clearway.geo.PCode;
import org.clearway.geo.Position;
import org.clearway.language.Language;
import org.clearway.language.Names;
import org.clearway.places.Basis;
import org.clearway.places.Reference;
import org.clearway.places.Source;
import org.clearway.time.Occurred;
import org.clearway.time.Span;

/// What a story stands on: its places with their shapes, and those who act and speak in it.
final class Setting {
    /// Coarse shapes are taken to hold for as long as anything is told.
    private static final LocalDate SHAPES_FROM = LocalDate.of(1900, 1, 1);

    private final Scenario scenario;
    private final Desks desks;
    private final Actor cell;

    /// @param cell who puts it on record
    Setting(Scenario scenario, Desks desks, Actor cell) {
        this.cell = cell;
        this.scenario = scenario;
        this.desks = desks;
    }

    void record(StoryPlayer.Acts acts) {
        namesIn(acts);
        for (Sheet sheet : scenario.setting().areas()) place(sheet, acts);
        for (GeoJson.Feature feature : GeoJson.read(scenario.setting().shapes())) bound(feature, acts);
        for (Sheet sheet : scenario.setting().parties()) party(sheet, acts);
    }

    void namesIn(StoryPlayer.Acts acts) {
        Set<Language> languages = scenario.setting().namesIn();
        if (!languages.isEmpty()) desks.places().askIn(cell, acts.next(), languages);
    }

    void place(Sheet sheet, StoryPlayer.Acts acts) {
        var area = new Area(
                sheet.as("area", AreaId::new),
                sheet.one("kind", AreaKind.class),
                sheet.optionally("pcode", PCode::new),
                sheet.names("names"),
                sheet.list("spellings", text -> text),
                sheet.optionally("parent", AreaId::new));
        var position = sheet.list("position", text -> text);
        Optional<Position> placed =
                position.size() == 2 ? Optional.of(Position.parse(position.get(0), position.get(1))) : Optional.empty();
        sheet.nothingLeft();
        desks.places().name(cell, acts.next(), area, placed);
    }

    void bound(GeoJson.Feature feature, StoryPlayer.Acts acts) {
        Occurred published = told(feature, "published").orElse(Occurred.on(LocalDate.of(2018, 1, 1), scenario.zone()));
        var source = new Source(
                publisher(feature),
                published,
                feature.property("url").map(Reference::new),
                feature.property("basis").map(Basis::valueOf).orElse(Basis.INFERRED));
        desks.places()
                .bound(
                        cell,
                        acts.next(),
                        new AreaId(feature.required("area")),
                        feature.shape(),
                        new Span(
                                told(feature, "from").orElse(Occurred.on(SHAPES_FROM, scenario.zone())),
                                told(feature, "to")),
                        feature.property("border-metres").map(Integer::parseInt).orElse(0),
                        source);
    }

    private Optional<Occurred> told(GeoJson.Feature feature, String property) {
        return feature.property(property).map(text -> Occurred.told(text, scenario.zone()));
    }

    /// In each language that names it, such as `source-ar`; in English where `source` does not say so.
    private static Names publisher(GeoJson.Feature feature) {
        var byLanguage = new EnumMap<Language, String>(Language.class);
        for (Language language : Language.values()) {
            feature.property("source-" + language.tag()).ifPresent(name -> byLanguage.put(language, name));
        }
        return byLanguage.isEmpty()
                ? Names.of(Language.EN, feature.property("source").orElse("Natural Earth"))
                : new Names(byLanguage);
    }

    void party(Sheet sheet, StoryPlayer.Acts acts) {
        var party = new Party(
                sheet.as("party", PartyId::new),
                sheet.one("kind", PartyKind.class),
                sheet.names("names"),
                sheet.has("abbreviation") ? Optional.of(sheet.names("abbreviation")) : Optional.empty());
        sheet.nothingLeft();
        desks.agreements().name(cell, acts.next(), party);
    }
}
