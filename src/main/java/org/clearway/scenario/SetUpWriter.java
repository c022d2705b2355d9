// SPDX-License-Identifier: Apache-2.0
package org.clearway.scenario;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clearway.access.Actor;
import org.clearway.access.Deed;
import org.clearway.agreement.Agreement;
import org.clearway.agreement.Party;
import org.clearway.agreement.Zone;
import org.clearway.bulletin.BulletinSeries;
import org.clearway.care.Item;
import org.clearway.care.Limits;
import org.clearway.care.ServicePoint;
import org.clearway.care.Stocks;
import org.clearway.corridor.Corridor;
import org.clearway.corridor.CrossingPoint;
import org.clearway.corridor.Route;
import org.clearway.geo.Area;
import org.clearway.geo.GeoJson;
import org.clearway.geo.Position;
import org.clearway.journal.Reading;
import org.clearway.journal.StoryKind;
import org.clearway.language.Names;
import org.clearway.places.Border;
import org.clearway.places.Place;
import org.clearway.places.Source;
import org.clearway.time.OpeningWindow;
import org.clearway.time.Span;
import org.clearway.transport.Capacity;
import org.clearway.transport.SafeArea;
import org.clearway.transport.Vehicle;

/// Writes how a node is set up as the files of a scenario: its places, parties, agreements, corridors, points, safe
/// areas and vehicles as they stand. What happened there, accounts, plates and counts are not among it; the way that a
/// corridor takes is, where whoever takes it out may read it.
final class SetUpWriter {
    /// When something became known here, whenever it was published.
    static final String KNOWN = "known";

    /// The kind of the node that it was taken from, where that is none of the real ones.
    private static final String TAKEN_FROM = "taken-from";

    private final Desks desks;
    private final Actor actor;
    private final Reading at;
    private final ZoneId zone;
    private final Instant now;
    private final List<Map<String, Object>> told = new ArrayList<>();

    SetUpWriter(Desks desks, Actor actor, Reading at, ZoneId zone, Instant now) {
        this.desks = desks;
        this.actor = actor;
        this.at = at;
        this.zone = zone;
        this.now = now;
    }

    /// Whether somebody took it out of a node that is none of the real ones.
    static boolean takenFromAStory(ScenarioFiles files) {
        return YamlFiles.read(ScenarioFiles.FIRST, files.file(ScenarioFiles.FIRST))
                .has(TAKEN_FROM);
    }

    /// @param names what it is called
    /// @param story what the node tells that it is taken from
    ScenarioFiles files(String slug, Names names, Optional<StoryKind> story) {
        agreements();
        corridors();
        points();
        vehicles();
        var files = new TreeMap<String, byte[]>();
        files.put(ScenarioFiles.FIRST, YamlFiles.write(first(slug, names, story)));
        files.put(
                ScenarioFiles.PLACES,
                YamlFiles.write(Map.of("areas", places().map(this::place).toList())));
        files.put(ScenarioFiles.SHAPES, shapes().getBytes(StandardCharsets.UTF_8));
        files.put(
                ScenarioFiles.PARTIES,
                YamlFiles.write(Map.of(
                        "parties",
                        desks.agreements().parties(at).values().stream()
                                .map(SetUpWriter::party)
                                .toList())));
        files.put(ScenarioFiles.STORY + "01-set-up.yaml", YamlFiles.write(Map.of("told", told)));
        return new ScenarioFiles(files);
    }

    private Map<String, Object> first(String slug, Names names, Optional<StoryKind> story) {
        var first = new LinkedHashMap<String, Object>();
        first.put("scenario", slug);
        first.put("kind", ScenarioKind.SET_UP.name());
        story.ifPresent(kind -> first.put(TAKEN_FROM, kind.name()));
        first.put("names", names(names));
        first.put("zone", zone.getId());
        first.put("opens-at", minute(now.plus(1, ChronoUnit.HOURS)));
        first.put("known-from", "00:00");
        putSome(
                first,
                "names-in",
                desks.places().askedIn(at).stream().map(Enum::name).toList());
        Optional<BulletinSeries> series = desks.bulletins().series(at);
        var bulletin = new LinkedHashMap<String, Object>();
        bulletin.put("cut-off", series.map(one -> one.cutOff().toString()).orElse("18:00"));
        bulletin.put("issuer", names(series.map(BulletinSeries::issuer).orElse(names)));
        bulletin.put("place", names(series.map(BulletinSeries::place).orElse(names)));
        series.flatMap(BulletinSeries::country).ifPresent(country -> bulletin.put("country", names(country)));
        bulletin.put("zones", texts(series.map(BulletinSeries::zones).orElse(List.of())));
        bulletin.put("corridors", texts(series.map(BulletinSeries::corridors).orElse(List.of())));
        bulletin.put("reporters", texts(series.map(BulletinSeries::reporters).orElse(List.of())));
        first.put("bulletin", bulletin);
        return first;
    }

    /// Those that others lie in first.
    private Stream<Place> places() {
        return desks.places().list(at).stream()
                .sorted(Comparator.comparing((Place place) -> place.area().kind())
                        .thenComparing(place -> place.id().slug()));
    }

    private Map<String, Object> place(Place place) {
        Area area = place.area();
        var one = new LinkedHashMap<String, Object>();
        one.put("area", area.id().slug());
        one.put("kind", area.kind().name());
        area.pcode().ifPresent(code -> one.put("pcode", code.code()));
        area.parent().ifPresent(parent -> one.put("parent", parent.slug()));
        place.position().ifPresent(position -> one.put("position", List.of(position.latitude(), position.longitude())));
        one.put("names", names(area.names()));
        putSome(one, "spellings", area.spellings());
        return one;
    }

    private String shapes() {
        var features = new ArrayList<GeoJson.Feature>();
        places().forEach(place -> {
            for (Border border : desks.places().borders(at, place.id())) {
                var of = new LinkedHashMap<String, String>();
                of.put("area", place.id().slug());
                of.put("from", border.valid().from().asTold());
                border.valid().to().ifPresent(to -> of.put("to", to.asTold()));
                of.put("border-metres", String.valueOf(border.shape().borderMetres()));
                Source source = border.source();
                source.publisher().byLanguage().forEach((language, name) -> of.put("source-" + language.tag(), name));
                of.put("published", source.published().asTold());
                of.put("basis", source.basis().name());
                source.url().ifPresent(url -> of.put("url", url.url()));
                features.add(new GeoJson.Feature(of, border.shape().shape()));
            }
        });
        return GeoJson.write(features, 6);
    }

    private static Map<String, Object> party(Party party) {
        var one = new LinkedHashMap<String, Object>();
        one.put("party", party.id().slug());
        one.put("kind", party.kind().name());
        one.put("names", names(party.names()));
        party.abbreviation().ifPresent(names -> one.put("abbreviation", names(names)));
        return one;
    }

    private void agreements() {
        for (Agreement agreement : desks.agreements().agreements(at)) {
            var one = new LinkedHashMap<String, Object>();
            one.put("agreement", agreement.id().slug());
            one.put("names", names(agreement.names()));
            one.put("signed", agreement.signed().asTold());
            putSome(one, "guarantors", texts(agreement.guarantors()));
            agreement.term().ifPresent(term -> {
                one.put("months", term.months());
                one.put("extension", term.extension().name());
            });
            tell("agreement", one, agreement.source());
        }
        for (Zone defined : desks.agreements().zonesOnRecord(at, now)) {
            var one = new LinkedHashMap<String, Object>();
            one.put("zone", defined.id().slug());
            one.put("agreement", defined.agreement().slug());
            one.put("names", names(defined.names()));
            one.put(
                    "parts",
                    defined.parts().stream()
                            .map(part -> Map.of(
                                    "area",
                                    part.area().slug(),
                                    "extent",
                                    part.extent().name()))
                            .toList());
            span(one, defined.valid());
            tell("zone", one, defined.source());
        }
    }

    private void corridors() {
        for (Corridor corridor : desks.corridors().list(actor, at)) {
            var one = new LinkedHashMap<String, Object>();
            one.put("corridor", corridor.id().slug());
            one.put("names", names(corridor.names()));
            corridor.zone().ifPresent(out -> one.put("zone", out.slug()));
            corridor.initiator().ifPresent(initiator -> one.put("initiator", initiator.slug()));
            putSome(one, "relevant-parties", texts(corridor.relevantParties()));
            putSome(
                    one,
                    "intermediaries",
                    corridor.intermediaries().stream().map(SetUpWriter::names).toList());
            putSome(one, "flows", enumerated(corridor.flows()));
            putSome(
                    one,
                    "crossings",
                    corridor.crossings().stream().map(this::crossing).toList());
            tell("corridor", one, corridor.source());
            if (mayReadTheWay()) desks.routes().route(actor, at, corridor.id()).ifPresent(this::route);
        }
    }

    private boolean mayReadTheWay() {
        return actor.may(Deed.READ_ROUTE);
    }

    private Map<String, Object> crossing(CrossingPoint point) {
        var one = new LinkedHashMap<String, Object>();
        one.put("crossing", point.crossing().slug());
        one.put("names", names(point.names()));
        one.put("area", point.area().slug());
        point.position()
                .filter(position -> mayReadTheWay())
                .ifPresent(position -> one.put("position", position(position)));
        return one;
    }

    private void route(Route route) {
        var one = new LinkedHashMap<String, Object>();
        one.put("corridor", route.corridor().slug());
        one.put(
                "waypoints",
                route.waypoints().stream().map(SetUpWriter::position).toList());
        putSome(one, "windows", windows(route.windows()));
        tell("route", one, route.source());
    }

    private void points() {
        for (Item item : desks.stocks().items(actor, at)) {
            if (!Stocks.ships(item)) item(item);
        }
        for (Corridor corridor : desks.corridors().list(actor, at)) {
            for (ServicePoint point : desks.servicePoints().points(actor, at, corridor.id())) point(point);
        }
        for (SafeArea area : desks.safeAreas().list(actor, at)) {
            var one = new LinkedHashMap<String, Object>();
            one.put("safe-area", area.id().slug());
            one.put("area", area.area().slug());
            one.put("names", names(area.names()));
            one.put("corridors", texts(area.corridors()));
            one.put("places", figures(area.places()));
            tell("safe-area", one);
        }
    }

    private void item(Item item) {
        var one = new LinkedHashMap<String, Object>();
        one.put("item", item.code().slug());
        one.put("names", names(item.names()));
        one.put("unit", item.unit().name());
        item.grams().ifPresent(grams -> one.put("grams", grams));
        item.cubicCentimetres().ifPresent(room -> one.put("cubic-centimetres", room));
        tell("item", one);
    }

    private void point(ServicePoint point) {
        var one = new LinkedHashMap<String, Object>();
        one.put("point", point.id().slug());
        one.put("corridor", point.corridor().slug());
        point.crossing().ifPresent(crossing -> one.put("crossing", crossing.slug()));
        one.put("names", names(point.names()));
        putSome(one, "services", enumerated(point.services()));
        if (!point.equipment().isEmpty()) one.put("equipment", figures(point.equipment()));
        putSome(
                one,
                "recipes",
                point.recipes().stream()
                        .map(recipe -> Map.of(
                                "service", recipe.service().name(),
                                "item", recipe.item().slug(),
                                "each-person", recipe.eachPerson()))
                        .toList());
        tell("service-point", one);
        for (Limits limits : desks.servicePoints().limits(actor, at, point.id())) limits(limits);
    }

    private void limits(Limits limits) {
        if (limits.areNone()) return;
        var one = new LinkedHashMap<String, Object>();
        one.put("point", limits.point().slug());
        one.put("service", limits.service().name());
        limits.minutesBetween().ifPresent(minutes -> one.put("minutes-between", minutes));
        limits.mostADay().ifPresent(most -> one.put("most-a-day", most));
        putSome(one, "not-with", enumerated(limits.notWith()));
        if (limits.wholeHousehold()) one.put("whole-household", true);
        putSome(one, "desks", enumerated(limits.desks()));
        putSome(one, "hours", windows(limits.hours()));
        tell("limits", one);
    }

    private void vehicles() {
        desks.vehicles().list(actor, at).forEach(on -> {
            Vehicle vehicle = on.vehicle();
            Capacity capacity = vehicle.capacity();
            var one = new LinkedHashMap<String, Object>();
            one.put("vehicle", vehicle.id().slug());
            one.put("type", vehicle.type().name());
            one.put("seats", capacity.seats());
            one.put("bays", capacity.bays());
            one.put("stretchers", capacity.stretchers());
            one.put("escort-seats", capacity.escortSeats());
            one.put("luggage", capacity.luggage());
            vehicle.rangeKm().ifPresent(km -> one.put("range-km", km));
            tell("vehicle", one);
        });
    }

    private void tell(String kind, Map<String, Object> what, Source source) {
        var cited = new LinkedHashMap<String, Object>();
        cited.put("publisher", names(source.publisher()));
        source.url().ifPresent(url -> cited.put("url", url.url()));
        cited.put("basis", source.basis().name());
        var one = new LinkedHashMap<String, Object>();
        one.put("published", source.published().asTold());
        one.put(KNOWN, minute(now));
        one.put("source", cited);
        one.put(kind, what);
        told.add(one);
    }

    /// What our own desks set has no source.
    private void tell(String kind, Map<String, Object> what) {
        var one = new LinkedHashMap<String, Object>();
        one.put("published", minute(now));
        one.put(KNOWN, minute(now));
        one.put(kind, what);
        told.add(one);
    }

    private static void span(Map<String, Object> one, Span valid) {
        one.put("from", valid.from().asTold());
        valid.to().ifPresent(to -> one.put("to", to.asTold()));
    }

    /// Hours of some days only begin with these; hours told in another zone end with it.
    private List<String> windows(List<OpeningWindow> windows) {
        return windows.stream().map(this::window).toList();
    }

    private String window(OpeningWindow window) {
        String days = window.days().size() == DayOfWeek.values().length
                ? ""
                : window.days().stream().sorted().map(DayOfWeek::name).collect(Collectors.joining("+")) + " ";
        String hours = window.isAroundTheClock() ? "around-the-clock" : window.from() + "-" + window.to();
        return days
                + hours
                + (window.zone().equals(zone) ? "" : " " + window.zone().getId());
    }

    private static String position(Position position) {
        return position.latitude() + ", " + position.longitude();
    }

    private String minute(Instant instant) {
        return LocalDateTime.ofInstant(instant, zone)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    private static Map<String, Object> names(Names names) {
        var byTag = new LinkedHashMap<String, Object>();
        names.byLanguage().forEach((language, name) -> byTag.put(language.tag(), name));
        return byTag;
    }

    private static <E extends Enum<E>> Map<String, Object> figures(Map<E, Long> figures) {
        var byName = new LinkedHashMap<String, Object>();
        figures.forEach((kind, number) -> byName.put(kind.name(), number));
        return byName;
    }

    private static List<String> texts(Collection<?> ids) {
        return ids.stream().map(Object::toString).toList();
    }

    private static List<String> enumerated(Set<? extends Enum<?>> values) {
        return values.stream().sorted().map(Enum::name).toList();
    }

    private static void putSome(Map<String, Object> one, String key, List<?> values) {
        if (!values.isEmpty()) one.put(key, values);
    }
}
