// SPDX-License-Identifier: Apache-2.0
package org.clearway.paper;

import java.util.LinkedHashMap;
import java.util.Map;
import org.clearway.access.Actor;
import org.clearway.access.Role;
import org.clearway.agreement.Agreements;
import org.clearway.care.ServicePoints;
import org.clearway.care.Stocks;
import org.clearway.corridor.Corridors;
import org.clearway.gate.Gate;
import org.clearway.journal.Journal;
import org.clearway.journal.Reading;
import org.clearway.language.Language;
import org.clearway.language.Names;
import org.clearway.places.Places;
import org.clearway.transport.SafeAreas;
import org.clearway.transport.Vehicles;

/// What sheets name of what the node has on record: by name, and nothing else of it.
final class Things {
    /// Sheets are printed for desks that may not read the lists themselves; of these only names are taken.
    private static final Actor HOUSE = new Actor(Actor.NODE.account(), java.util.Set.of(Role.COORDINATION));

    private final Corridors corridors;
    private final Agreements agreements;
    private final ServicePoints points;
    private final Stocks stocks;
    private final Vehicles vehicles;
    private final SafeAreas safeAreas;
    private final Places places;

    Things(Journal journal) {
        this.corridors = new Corridors(journal);
        this.agreements = new Agreements(journal);
        this.points = new ServicePoints(journal);
        this.stocks = new Stocks(journal);
        this.vehicles = new Vehicles(journal);
        this.safeAreas = new SafeAreas(journal);
        this.places = new Places(journal);
    }

    Map<String, Names> all(Reading at, Thing thing) {
        var all = new LinkedHashMap<String, Names>();
        switch (thing) {
            case CORRIDOR ->
                corridors.list(HOUSE, at).forEach(one -> all.put(one.id().slug(), one.names()));
            case GATE ->
                corridors
                        .list(HOUSE, at)
                        .forEach(corridor -> corridor.crossings()
                                .forEach(point ->
                                        all.put(Ids.of(new Gate(corridor.id(), point.crossing())), point.names())));
            case POINT ->
                corridors
                        .list(HOUSE, at)
                        .forEach(corridor -> points.points(HOUSE, at, corridor.id())
                                .forEach(point -> all.put(point.id().slug(), point.names())));
            case PARTY ->
                agreements
                        .parties(at)
                        .values()
                        .forEach(party -> all.put(party.id().slug(), party.names()));
            case VEHICLE ->
                vehicles.list(HOUSE, at).stream()
                        .map(one -> one.vehicle().id().slug())
                        .forEach(slug -> all.put(slug, Names.of(Language.EN, slug)));
            case SAFE_AREA ->
                safeAreas.list(HOUSE, at).forEach(area -> all.put(area.id().slug(), area.names()));
            case PLACE ->
                places.list(at)
                        .forEach(
                                place -> all.put(place.id().slug(), place.area().names()));
            case ITEM ->
                stocks.items(HOUSE, at).forEach(item -> all.put(item.code().slug(), item.names()));
        }
        return all;
    }
}
