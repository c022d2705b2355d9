// SPDX-License-Identifier: Apache-2.0
package org.clearway.bulletin;

import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.clearway.agreement.CorridorId;
import org.clearway.agreement.PartyId;
import org.clearway.agreement.ZoneId;
import org.clearway.language.Names;
import org.clearway.language.Problem;
import org.clearway.time.ReportingDays;

/// What a node's bulletin is about, who issues it, and when its day ends.
///
/// @param issuer the office that issues it, and takes complaints
/// @param place the city of its dateline
/// @param country the country of its dateline
/// @param zone the zone of time that it is told in
/// @param zones the zones of its background
/// @param corridors the corridors that it reports on
/// @param reporters whose ledgers come first, in this order; who of them published nothing is said
public record BulletinSeries(
        Names issuer,
        Names place,
        Optional<Names> country,
        LocalTime cutOff,
        java.time.ZoneId zone,
        List<ZoneId> zones,
        List<CorridorId> corridors,
        List<PartyId> reporters) {
    /// @throws Problem `bulletin.series-names-twice`
    public BulletinSeries {
        zones = once(zones);
        corridors = once(corridors);
        reporters = once(reporters);
    }

    ReportingDays days() {
        return new ReportingDays(cutOff, zone);
    }

    private static <T> List<T> once(List<T> named) {
        var seen = new HashSet<T>();
        for (T one : named) {
            if (!seen.add(one)) throw Problem.of("bulletin.series-names-twice", "value", one);
        }
        return List.copyOf(named);
    }
}
