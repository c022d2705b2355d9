// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import java.util.List;
import java.util.Optional;
import org.clearway.journal.Entry;
import org.clearway.journal.View;
import org.clearway.time.Micros;
import org.clearway.transport.VehicleEntries.VehicleSet;
import org.clearway.transport.VehicleEntries.VehicleStandingTold;
import org.clearway.transport.VehicleEntries.VehicleWithdrawn;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The fleet as it was known when, and how each vehicle stood. Plates stay sealed here.
final class VehicleView implements View {
    @Override
    public List<Table> tables() {
        return List.of(new Table("vehicle", "position"), new Table("vehicle_standing", "position"));
    }

    @Override
    public void apply(Entry entry, JdbcClient rows) {
        switch (entry.body()) {
            case VehicleSet set -> set(entry, set, rows);
            case VehicleStandingTold told -> told(entry, told, rows);
            case VehicleWithdrawn withdrawn -> {
                close("vehicle", withdrawn.vehicle(), entry, rows);
                close("vehicle_standing", withdrawn.vehicle(), entry, rows);
            }
            default -> {}
        }
    }

    private static void set(Entry entry, VehicleSet set, JdbcClient rows) {
        Vehicle vehicle = set.vehicle();
        Optional<String> plate = set.plate().map(told -> told.closed().line()).or(() -> plate(vehicle.id(), rows));
        close("vehicle", vehicle.id(), entry, rows);
        rows.sql("insert into vehicle (position, vehicle, type, seats, bays, stretchers, escort_seats, luggage,"
                        + " range_km, plate, known_from, known_to) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(entry.position())
                .param(vehicle.id().slug())
                .param(vehicle.type().name())
                .param(vehicle.capacity().seats())
                .param(vehicle.capacity().bays())
                .param(vehicle.capacity().stretchers())
                .param(vehicle.capacity().escortSeats())
                .param(vehicle.capacity().luggage())
                .param(vehicle.rangeKm().orElse(null))
                .param(plate.orElse(null))
                .param(Micros.of(entry.received()))
                .param(Micros.FOREVER)
                .update();
    }

    private static Optional<String> plate(VehicleId vehicle, JdbcClient rows) {
        return rows.sql("select plate from vehicle where vehicle = ? and known_to = ? and plate is not null")
                .param(vehicle.slug())
                .param(Micros.FOREVER)
                .query((row, n) -> row.getString("plate"))
                .optional();
    }

    private static void told(Entry entry, VehicleStandingTold told, JdbcClient rows) {
        close("vehicle_standing", told.vehicle(), entry, rows);
        rows.sql("insert into vehicle_standing (position, vehicle, standing, since, account, known_from, known_to)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .param(entry.position())
                .param(told.vehicle().slug())
                .param(told.standing().name())
                .param(Micros.of(entry.occurred().from()))
                .param(entry.account().name())
                .param(Micros.of(entry.received()))
                .param(Micros.FOREVER)
                .update();
    }

    private static void close(String table, VehicleId vehicle, Entry entry, JdbcClient rows) {
        rows.sql("update " + table + " set known_to = ? where vehicle = ? and known_to = ?")
                .param(Micros.of(entry.received()))
                .param(vehicle.slug())
                .param(Micros.FOREVER)
                .update();
    }
}
