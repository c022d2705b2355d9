// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearway.agreement.Territory;
import org.clearway.agreement.Zone;
import org.clearway.agreement.ZoneId;
import org.clearway.geo.AreaId;
import org.clearway.geo.Gazetteer;
import org.clearway.language.Names;

/// What pieces of ground are called, in the words of a page: zones by the last name known, areas by the gazetteer's.
record Ground(Gazetteer gazetteer, Map<ZoneId, Names> zones, Words words) {
    static Ground of(Gazetteer gazetteer, List<Zone> zonesOnRecord, Words words) {
        var zones = new LinkedHashMap<ZoneId, Names>();
        zonesOnRecord.forEach(zone -> zones.put(zone.id(), zone.names()));
        return new Ground(gazetteer, zones, words);
    }

    String name(Territory territory) {
        return switch (territory) {
            case Territory.OfZone(ZoneId zone) ->
                Optional.ofNullable(zones.get(zone)).map(words::name).orElse(zone.slug());
            case Territory.OfArea(AreaId area) -> name(area);
        };
    }

    String name(AreaId area) {
        return gazetteer.area(area).map(known -> words.name(known.names())).orElse(area.slug());
    }
}
