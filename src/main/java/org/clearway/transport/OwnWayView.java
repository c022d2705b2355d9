// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import java.util.List;
import java.util.Optional;
import org.clearway.agreement.CorridorId;
import org.clearway.corridor.CrossingId;
import org.clearway.journal.Entry;
import org.clearway.journal.View;
import org.clearway.time.Micros;
import org.clearway.transport.TripEntries.OwnWayIn;
import org.clearway.transport.TripEntries.OwnWayOut;
import org.clearway.transport.TripEntries.OwnWayUndone;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Counts of those who go by themselves that stand.
final class OwnWayView implements View {
    @Override
    public List<Table> tables() {
        return List.of(new Table("transport_own_way", "position"));
    }

    @Override
    public void apply(Entry entry, JdbcClient rows) {
        switch (entry.body()) {
            case OwnWayOut out ->
                told(
                        entry,
                        out.counted(),
                        Optional.of(out.corridor()),
                        Optional.of(out.crossing()),
                        Optional.empty(),
                        rows);
            case OwnWayIn in ->
                told(entry, in.counted(), Optional.empty(), Optional.empty(), Optional.of(in.area()), rows);
            case OwnWayUndone undone ->
                rows.sql("delete from transport_own_way where counted = ? and account = ?")
                        .param(undone.counted().toString())
                        .param(entry.account().name())
                        .update();
            default -> {}
        }
    }

    private static void told(
            Entry entry,
            OwnWay counted,
            Optional<CorridorId> corridor,
            Optional<CrossingId> crossing,
            Optional<SafeAreaId> area,
            JdbcClient rows) {
        rows.sql(
                        "insert into transport_own_way (position, counted, corridor, crossing, safe_area, way, people, vehicles,"
                                + " qualifier, hour, account) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(entry.position())
                .param(entry.id().act().toString())
                .param(corridor.map(CorridorId::slug).orElse(null))
                .param(crossing.map(CrossingId::slug).orElse(null))
                .param(area.map(SafeAreaId::slug).orElse(null))
                .param(counted.way().name())
                .param(counted.people())
                .param(counted.vehicles())
                .param(counted.qualifier().name())
                .param(Micros.of(entry.occurred().from()))
                .param(entry.account().name())
                .update();
    }
}
