// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clearway.geo.AreaId;
import org.clearway.journal.Entry;
import org.clearway.journal.View;
import org.clearway.time.Micros;
import org.clearway.transport.TripEntries.CheckedIn;
import org.clearway.transport.TripEntries.ConvoyFormed;
import org.clearway.transport.TripEntries.Departed;
import org.clearway.transport.TripEntries.DriverDrove;
import org.clearway.transport.TripEntries.Held;
import org.clearway.transport.TripEntries.Released;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Convoys, and what their leaders said on the way. It stands after {@link TripView}, whose trips
/// it sets going.
final class ConvoyView implements View {
    @Override
    public List<Table> tables() {
        return List.of(
                new Table("transport_convoy", "position"),
                new Table("transport_contact", "position"),
                new Table("transport_drove", "position"));
    }

    @Override
    public void apply(Entry entry, JdbcClient rows) {
        switch (entry.body()) {
            case ConvoyFormed formed -> form(entry, formed, rows);
            case DriverDrove drove -> drove(entry, drove.driver(), rows);
            case Departed departed -> depart(entry, departed.convoy(), rows);
            case CheckedIn in -> contact(entry, in.convoy(), Contact.What.CHECKED_IN, in.near(), in.people(), rows);
            case Held held -> hold(entry, held, rows);
            case Released released -> {
                contact(entry, released.convoy(), Contact.What.RELEASED, Optional.empty(), Optional.empty(), rows);
                rows.sql("update transport_convoy set held_since = null, held_near = null, held_reason = null"
                                + " where convoy = ?")
                        .param(released.convoy().toString())
                        .update();
            }
            default -> {}
        }
    }

    private static void form(Entry entry, ConvoyFormed body, JdbcClient rows) {
        rows.sql("update transport_trip set convoy = null, place = null where convoy = ?")
                .param(body.convoy().toString())
                .update();
        rows.sql("insert into transport_convoy (convoy, position, halts, check_in_minutes, planned_minutes)"
                        + " values (?, ?, ?, ?, ?)"
                        + " on conflict (convoy) do update set position = excluded.position, halts = excluded.halts,"
                        + " check_in_minutes = excluded.check_in_minutes,"
                        + " planned_minutes = excluded.planned_minutes")
                .param(body.convoy().toString())
                .param(entry.position())
                .param(body.halts().stream()
                        .map(halt -> halt.near() + ":" + halt.afterMinutes() + ":" + halt.minutes())
                        .collect(Collectors.joining(" ")))
                .param(body.checkInMinutes())
                .param(body.plannedMinutes().orElse(null))
                .update();
        long place = 1;
        for (TripId trip : body.order()) {
            rows.sql("update transport_trip set convoy = ?, place = ? where trip = ?")
                    .param(body.convoy().toString())
                    .param(place++)
                    .param(trip.toString())
                    .update();
        }
    }

    static List<Halt> halts(String column) {
        return Arrays.stream(column.isEmpty() ? new String[0] : column.split(" ", -1))
                .map(one -> one.split(":", 3))
                .map(part -> new Halt(new AreaId(part[0]), Long.parseLong(part[1]), Long.parseLong(part[2])))
                .toList();
    }

    private static void drove(Entry entry, DriverId driver, JdbcClient rows) {
        rows.sql("insert into transport_drove (position, driver, start, finish, zone) values (?, ?, ?, ?, ?)")
                .param(entry.position())
                .param(driver.slug())
                .param(Micros.of(entry.occurred().from()))
                .param(Micros.of(entry.occurred().to()))
                .param(entry.occurred().zone().getId())
                .update();
    }

    private static void depart(Entry entry, ConvoyId convoy, JdbcClient rows) {
        long at = Micros.of(entry.occurred().from());
        rows.sql("update transport_trip set state = ?, departed = ? where convoy = ?")
                .param(TripState.ON_THE_ROAD.name())
                .param(at)
                .param(convoy.toString())
                .update();
        rows.sql("update transport_convoy set departed = ? where convoy = ?")
                .param(at)
                .param(convoy.toString())
                .update();
        contact(entry, convoy, Contact.What.DEPARTED, Optional.empty(), Optional.empty(), rows);
    }

    private static void hold(Entry entry, Held body, JdbcClient rows) {
        contact(entry, body.convoy(), Contact.What.HELD, body.near(), Optional.empty(), rows);
        rows.sql("update transport_convoy set held_since = coalesce(held_since, ?), held_near = ?, held_reason = ?"
                        + " where convoy = ?")
                .param(Micros.of(entry.occurred().from()))
                .param(body.near().map(AreaId::slug).orElse(null))
                .param(body.reason().name())
                .param(body.convoy().toString())
                .update();
    }

    /// What is told late does not turn the last word back.
    private static void contact(
            Entry entry,
            ConvoyId convoy,
            Contact.What what,
            Optional<AreaId> near,
            Optional<Long> people,
            JdbcClient rows) {
        long at = Micros.of(entry.occurred().from());
        rows.sql("insert into transport_contact (position, convoy, what, near, people, at, account)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .param(entry.position())
                .param(convoy.toString())
                .param(what.name())
                .param(near.map(AreaId::slug).orElse(null))
                .param(people.orElse(null))
                .param(at)
                .param(entry.account().name())
                .update();
        rows.sql("update transport_convoy set last_contact = ? where convoy = ?"
                        + " and (last_contact is null or last_contact < ?)")
                .param(at)
                .param(convoy.toString())
                .param(at)
                .update();
    }
}
