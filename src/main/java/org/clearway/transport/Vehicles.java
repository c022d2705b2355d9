// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.Deed;
import org.clearway.journal.ActId;
import org.clearway.journal.Draft;
import org.clearway.journal.Journal;
import org.clearway.journal.Reading;
import org.clearway.journal.Receipt;
import org.clearway.journal.Sealed;
import org.clearway.journal.Unsealed;
import org.clearway.language.Problem;
import org.clearway.time.Micros;
import org.clearway.time.Occurred;
import org.clearway.transport.VehicleEntries.VehicleSet;
import org.clearway.transport.VehicleEntries.VehicleStandingTold;
import org.clearway.transport.VehicleEntries.VehicleWithdrawn;

/// The fleet: what each vehicle can take, and how it stands. Safe for use by many threads.
public final class Vehicles {
    private static final String SELECT = "select vehicle.vehicle, type, seats, bays, stretchers, escort_seats, luggage,"
            + " range_km, plate, standing, since, account from vehicle left join vehicle_standing"
            + " on vehicle_standing.vehicle = vehicle.vehicle and vehicle_standing.known_to = ?"
            + " where vehicle.known_to = ?";

    private final Journal journal;

    public Vehicles(Journal journal) {
        this.journal = journal;
    }

    /// Puts a vehicle on record, or restates it whole; without a plate, the one on record stands.
    /// It is in service until something else is told.
    public Receipt set(Actor actor, ActId act, Vehicle vehicle, Optional<Plate> plate) {
        actor.must(Deed.RECORD_VEHICLE);
        var body = new VehicleSet(vehicle, plate.map(Sealed::of));
        return journal.record(actor, act, Draft.now(body, act), views -> {});
    }

    /// Takes a vehicle off the list, and its plate with it. To set it again puts it back, in service.
    /// @throws Problem `transport.vehicle-unknown`; `transport.vehicle-under-way` while it is on a trip
    public Receipt withdraw(Actor actor, ActId act, VehicleId vehicle) {
        actor.must(Deed.RECORD_VEHICLE);
        return journal.record(actor, act, Draft.now(new VehicleWithdrawn(vehicle), act), views -> {
            require(views, vehicle);
            if (TripRows.of(views).current(vehicle).isPresent()) {
                throw Problem.of("transport.vehicle-under-way", "vehicle", vehicle);
            }
        });
    }

    /// Tells how a vehicle stands, and since when.
    /// @throws Problem `transport.vehicle-unknown`; `transport.standing-later` for an instant
    ///     that is not yet
    public Receipt tell(Actor actor, ActId act, VehicleId vehicle, VehicleStanding standing, Instant since) {
        actor.must(Deed.TELL_VEHICLE);
        if (since.isAfter(journal.clock().instant())) throw Problem.of("transport.standing-later", "vehicle", vehicle);
        var draft = Draft.of(new VehicleStandingTold(vehicle, standing), Occurred.at(since, ZoneOffset.UTC));
        return journal.record(actor, act, draft, views -> require(views, vehicle));
    }

    /// Every vehicle on the list, by id.
    public List<OnVehicle> list(Actor actor, Reading at) {
        actor.must(Deed.READ_VEHICLES);
        return at.rows()
                .sql(SELECT + " order by vehicle.vehicle")
                .param(Micros.FOREVER)
                .param(Micros.FOREVER)
                .query((row, n) -> onVehicle(row))
                .list();
    }

    public Optional<OnVehicle> vehicle(Actor actor, Reading at, VehicleId vehicle) {
        actor.must(Deed.READ_VEHICLES);
        return find(at, vehicle);
    }

    /// How much of the fleet in service is on no trip.
    public Spare spare(Actor actor, Reading at) {
        return Spare.of(list(actor, at), TripRows.of(at).vehiclesOnTrips());
    }

    /// Opens the plate of a vehicle, and notes who read it.
    /// @throws Problem `transport.vehicle-unknown`; `transport.no-plate` where none was told
    public Unsealed<Plate> plate(Actor actor, ActId act, VehicleId vehicle) {
        actor.must(Deed.READ_PLATES);
        Reading at = journal.now();
        require(at, vehicle);
        Sealed.Closed<Plate> plate = at.rows()
                .sql("select plate from vehicle where vehicle = ? and known_to = ? and plate is not null")
                .param(vehicle.slug())
                .param(Micros.FOREVER)
                .query((row, n) -> Sealed.Closed.<Plate>ofLine(row.getString("plate")))
                .optional()
                .orElseThrow(() -> Problem.of("transport.no-plate", "vehicle", vehicle));
        return journal.open(actor, act, plate, Plate.class);
    }

    /// What kind of vehicle it is; empty where it was taken off the list.
    static Optional<VehicleType> type(Reading views, VehicleId vehicle) {
        return find(views, vehicle).map(known -> known.vehicle().type());
    }

    /// @throws Problem `transport.vehicle-unknown`
    static Vehicle require(Reading views, VehicleId vehicle) {
        return known(views, vehicle).vehicle();
    }

    /// @throws Problem `transport.vehicle-unknown`; `transport.vehicle-not-in-service`
    static Vehicle requireInService(Reading views, VehicleId vehicle) {
        OnVehicle known = known(views, vehicle);
        if (known.standing() == VehicleStanding.IN_SERVICE) return known.vehicle();
        throw new Problem(
                "transport.vehicle-not-in-service",
                Map.of("vehicle", vehicle.slug(), "standing", known.standing().name()));
    }

    private static OnVehicle known(Reading views, VehicleId vehicle) {
        return find(views, vehicle).orElseThrow(() -> Problem.of("transport.vehicle-unknown", "vehicle", vehicle));
    }

    private static Optional<OnVehicle> find(Reading at, VehicleId vehicle) {
        return at.rows()
                .sql(SELECT + " and vehicle.vehicle = ?")
                .param(Micros.FOREVER)
                .param(Micros.FOREVER)
                .param(vehicle.slug())
                .query((row, n) -> onVehicle(row))
                .optional();
    }

    private static OnVehicle onVehicle(ResultSet row) throws SQLException {
        var capacity = new Capacity(
                row.getLong("seats"),
                row.getLong("bays"),
                row.getLong("stretchers"),
                row.getLong("escort_seats"),
                row.getLong("luggage"));
        long km = row.getLong("range_km");
        Optional<Long> range = row.wasNull() ? Optional.empty() : Optional.of(km);
        var vehicle = new Vehicle(
                new VehicleId(row.getString("vehicle")), VehicleType.valueOf(row.getString("type")), capacity, range);
        String standing = row.getString("standing");
        Optional<OnVehicle.Told> told = standing == null
                ? Optional.empty()
                : Optional.of(new OnVehicle.Told(
                        VehicleStanding.valueOf(standing),
                        Micros.instant(row.getLong("since")),
                        new AccountId(row.getString("account"))));
        return new OnVehicle(vehicle, told, row.getString("plate") != null);
    }
}
