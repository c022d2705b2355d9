// SPDX-License-Identifier: Apache-2.0
package org.clearway.scenario;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.clearway.access.Actor;
import org.clearway.access.Role;
import org.clearway.agreement.CorridorId;
import org.clearway.agreement.PartyId;
import org.clearway.care.Announcement;
import org.clearway.care.BatchId;
import org.clearway.care.Check;
import org.clearway.care.Equipment;
import org.clearway.care.Expected;
import org.clearway.care.Item;
import org.clearway.care.ItemCode;
import org.clearway.care.Lack;
import org.clearway.care.Limits;
import org.clearway.care.Plan;
import org.clearway.care.PointId;
import org.clearway.care.Recipe;
import org.clearway.care.ServicePoint;
import org.clearway.care.ServiceState;
import org.clearway.care.StockMove;
import org.clearway.care.StockUnit;
import org.clearway.corridor.CrossingId;
import org.clearway.corridor.Service;
import org.clearway.geo.AreaId;
import org.clearway.places.Source;
import org.clearway.scenario.Scenario.Told;
import org.clearway.transport.Capacity;
import org.clearway.transport.Condition;
import org.clearway.transport.ConditionState;
import org.clearway.transport.Conditions;
import org.clearway.transport.PlaceKind;
import org.clearway.transport.PlacesLeft;
import org.clearway.transport.Plate;
import org.clearway.transport.SafeArea;
import org.clearway.transport.SafeAreaId;
import org.clearway.transport.Vehicle;
import org.clearway.transport.VehicleId;
import org.clearway.transport.VehicleStanding;
import org.clearway.transport.VehicleType;

/// The items of a story that tell of service points, of what they have and need, of where people go on to, and in what.
final class PointItems {
    private final ZoneId zone;
    private final Desks desks;
    private final Actor cell;
    private final Actor serviceDesk = StoryPlayer.at("service-1", Role.SERVICE_POINT);
    private final Actor receptionDesk = StoryPlayer.at("reception-1", Role.RECEPTION);

    PointItems(ZoneId zone, Desks desks, Actor cell) {
        this.cell = cell;
        this.zone = zone;
        this.desks = desks;
    }

    /// By the key of the item, in the order in which they are named to who left one out.
    Map<String, Items.Kind> kinds() {
        var kinds = new LinkedHashMap<String, Items.Kind>();
        kinds.put("item", (sheet, told, source, acts) -> item(sheet, acts));
        kinds.put("service-point", (sheet, told, source, acts) -> servicePoint(sheet, acts));
        kinds.put("services-announced", (sheet, told, source, acts) -> announced(sheet, source.get(), acts));
        kinds.put("services-found", (sheet, told, source, acts) -> found(sheet, told, acts));
        kinds.put("expected", (sheet, told, source, acts) -> expected(sheet, acts));
        kinds.put("limits", (sheet, told, source, acts) -> limits(sheet, acts));
        kinds.put("safe-area", (sheet, told, source, acts) -> safeArea(sheet, acts));
        kinds.put("places", (sheet, told, source, acts) -> places(sheet, acts));
        kinds.put("conditions", (sheet, told, source, acts) -> conditions(sheet, acts));
        kinds.put("vehicle", (sheet, told, source, acts) -> vehicle(sheet, acts));
        kinds.put("vehicles", (sheet, told, source, acts) -> vehicles(sheet, acts));
        kinds.put("vehicle-standing", (sheet, told, source, acts) -> vehicleStanding(sheet, told, acts));
        kinds.put("receipt", (sheet, told, source, acts) -> receipt(sheet, told, acts));
        return kinds;
    }

    /// An item of one's own, beside those that the program ships.
    private Runnable item(Sheet sheet, StoryPlayer.Acts acts) {
        var item = new Item(
                sheet.as("item", ItemCode::new),
                sheet.names("names"),
                sheet.one("unit", StockUnit.class),
                sheet.optionally("grams", Long::valueOf),
                sheet.optionally("cubic-centimetres", Long::valueOf));
        return () -> desks.stocks().name(cell, acts.next(), item);
    }

    private Runnable servicePoint(Sheet sheet, StoryPlayer.Acts acts) {
        List<Recipe> recipes = sheet.sheets("recipes").stream()
                .map(recipe -> new Recipe(
                        recipe.one("service", Service.class),
                        recipe.as("item", ItemCode::new),
                        recipe.number("each-person")))
                .toList();
        var point = new ServicePoint(
                sheet.as("point", PointId::new),
                sheet.as("corridor", CorridorId::new),
                sheet.optionally("crossing", CrossingId::new),
                sheet.names("names"),
                sheet.set("services", Service.class),
                sheet.optionalSheet("equipment")
                        .map(has -> has.figures(Equipment.class))
                        .orElse(Map.of()),
                recipes);
        return () -> desks.servicePoints().set(cell, acts.next(), point);
    }

    /// What somebody says of how a point's services stand.
    private Runnable announced(Sheet sheet, Source source, StoryPlayer.Acts acts) {
        var announcement = new Announcement(
                sheet.as("point", PointId::new),
                sheet.as("announcer", PartyId::new),
                states(sheet.sheet("services")),
                source);
        return () -> desks.servicePoints().announce(cell, acts.next(), announcement);
    }

    /// What our own desk found at a point.
    private Runnable found(Sheet sheet, Told told, StoryPlayer.Acts acts) {
        var check = new Check(
                sheet.as("point", PointId::new),
                states(sheet.sheet("services")),
                sheet.optionalSheet("there")
                        .map(has -> has.figures(Equipment.class))
                        .orElse(Map.of()),
                sheet.set("lacks", Lack.class));
        return () -> desks.servicePoints().check(serviceDesk, acts.next(), check, told.published());
    }

    /// How many people a point is to be ready for.
    private Runnable expected(Sheet sheet, StoryPlayer.Acts acts) {
        var plan = new Plan(
                sheet.as("point", PointId::new),
                new Expected(sheet.number("peak-hour"), sheet.number("visitors"), sheet.number("overnight")),
                Map.of(),
                Optional.empty());
        return () -> desks.servicePoints().plan(cell, acts.next(), plan);
    }

    private static Map<Service, ServiceState> states(Sheet sheet) {
        var states = new EnumMap<Service, ServiceState>(Service.class);
        sheet.keys().forEach(key -> states.put(Service.valueOf(key), sheet.one(key, ServiceState.class)));
        return states;
    }

    /// What limits a service with a card; a key that is left out limits nothing.
    private Runnable limits(Sheet sheet, StoryPlayer.Acts acts) {
        var limits = new Limits(
                sheet.as("point", PointId::new),
                sheet.one("service", Service.class),
                sheet.optionally("minutes-between", Long::valueOf),
                sheet.optionally("most-a-day", Long::valueOf),
                sheet.set("not-with", Service.class),
                sheet.flag("whole-household"),
                sheet.set("desks", Role.class),
                sheet.list("hours", text -> Items.window(text, zone)));
        return () -> desks.servicePoints().limit(cell, acts.next(), limits);
    }

    private Runnable safeArea(Sheet sheet, StoryPlayer.Acts acts) {
        var area = new SafeArea(
                sheet.as("safe-area", SafeAreaId::new),
                sheet.as("area", AreaId::new),
                sheet.names("names"),
                sheet.list("corridors", CorridorId::new),
                sheet.sheet("places").figures(PlaceKind.class));
        return () -> desks.safeAreas().set(cell, acts.next(), area);
    }

    private Runnable places(Sheet sheet, StoryPlayer.Acts acts) {
        var left = new PlacesLeft(
                sheet.as("safe-area", SafeAreaId::new), sheet.sheet("left").figures(PlaceKind.class));
        return () -> desks.safeAreas().tell(receptionDesk, acts.next(), left);
    }

    /// What a safe area offers; what is left out of its `states` is not known.
    private Runnable conditions(Sheet sheet, StoryPlayer.Acts acts) {
        Sheet told = sheet.sheet("states");
        var states = new EnumMap<Condition, ConditionState>(Condition.class);
        told.keys().forEach(key -> states.put(Condition.valueOf(key), told.one(key, ConditionState.class)));
        var conditions = new Conditions(
                sheet.as("safe-area", SafeAreaId::new), states, sheet.list("hours", text -> Items.window(text, zone)));
        return () -> desks.safeAreas().tell(receptionDesk, acts.next(), conditions);
    }

    private Runnable vehicle(Sheet sheet, StoryPlayer.Acts acts) {
        Vehicle vehicle = vehicle(sheet, sheet.as("vehicle", VehicleId::new));
        Optional<Plate> plate = sheet.optionally("plate", Plate::new);
        return () -> desks.vehicles().set(cell, acts.next(), vehicle, plate);
    }

    /// A row of vehicles that are alike.
    private Runnable vehicles(Sheet sheet, StoryPlayer.Acts acts) {
        List<Vehicle> row = row(sheet).stream().map(id -> vehicle(sheet, id)).toList();
        return () -> row.forEach(vehicle -> desks.vehicles().set(cell, acts.next(), vehicle, Optional.empty()));
    }

    /// Vehicles in a row are called `bus-01` and so on.
    static List<VehicleId> row(Sheet sheet) {
        String called = sheet.text("called");
        return LongStream.rangeClosed(sheet.number("from"), sheet.number("to"))
                .mapToObj(number -> new VehicleId(String.format(Locale.ROOT, "%s-%02d", called, number)))
                .toList();
    }

    private static Vehicle vehicle(Sheet sheet, VehicleId id) {
        var capacity = new Capacity(
                sheet.number("seats"),
                sheet.optionally("bays", Long::valueOf).orElse(0L),
                sheet.optionally("stretchers", Long::valueOf).orElse(0L),
                sheet.optionally("escort-seats", Long::valueOf).orElse(0L),
                sheet.optionally("luggage", Long::valueOf).orElse(0L));
        return new Vehicle(
                id, sheet.one("type", VehicleType.class), capacity, sheet.optionally("range-km", Long::valueOf));
    }

    /// How vehicles stand, since the moment at which it was told.
    private Runnable vehicleStanding(Sheet sheet, Told told, StoryPlayer.Acts acts) {
        List<VehicleId> those = sheet.list("vehicles", VehicleId::new);
        VehicleStanding standing = sheet.one("standing", VehicleStanding.class);
        return () -> those.forEach(vehicle -> desks.vehicles().tell(cell, acts.next(), vehicle, standing, told.at()));
    }

    private Runnable receipt(Sheet sheet, Told told, StoryPlayer.Acts acts) {
        var receipt = StockMove.receipt(
                sheet.as("point", PointId::new),
                sheet.as("item", ItemCode::new),
                sheet.number("quantity"),
                sheet.as("batch", BatchId::new),
                sheet.optionally("expires", LocalDate::parse));
        return () -> desks.stocks().move(cell, acts.next(), receipt, told.published());
    }
}
