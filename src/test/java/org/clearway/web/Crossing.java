// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clearway.access.Actor;
import org.clearway.access.Role;
import org.clearway.agreement.Assurance;
import org.clearway.agreement.AssuranceStatus;
import org.clearway.care.BatchId;
import org.clearway.care.Equipment;
import org.clearway.care.ItemCode;
import org.clearway.care.PointId;
import org.clearway.care.Recipe;
import org.clearway.care.ServicePoint;
import org.clearway.care.StockMove;
import org.clearway.corridor.Around;
import org.clearway.corridor.CrossingId;
import org.clearway.corridor.Sayings;
import org.clearway.corridor.Service;
import org.clearway.gate.Decided;
import org.clearway.gate.Decision;
import org.clearway.gate.DecisionReason;
import org.clearway.language.Language;
import org.clearway.language.Names;
import org.clearway.time.Occurred;
import org.clearway.time.Span;
import org.clearway.transport.Capacity;
import org.clearway.transport.PlaceKind;
import org.clearway.transport.SafeArea;
import org.clearway.transport.SafeAreaId;
import org.clearway.transport.SafeAreas;
import org.clearway.transport.Vehicle;
import org.clearway.transport.VehicleId;
import org.clearway.transport.VehicleType;
import org.clearway.transport.Vehicles;

/// A site with a kitchen at a crossing and a store behind it, on an afternoon of September.
public final class Crossing {
    static final Actor COORDINATION = new Actor(Site.account(Role.COORDINATION), Set.of(Role.COORDINATION));
    static final PointId KITCHEN = new PointId("south-kitchen");
    static final PointId STORE = new PointId("south-store");
    static final ItemCode MEAL = new ItemCode("hot-meal");

    private Crossing() {}

    public static void on(Site site) {
        Around.people(site.node());
        site.corridors().plan(COORDINATION, site.node().act(), Sayings.corridor());
        site.node().clock().set(Sayings.at("2019-09-14T15:20"));
        var points = site.servicePoints();
        points.set(
                COORDINATION,
                site.node().act(),
                new ServicePoint(
                        KITCHEN,
                        Sayings.CORRIDOR,
                        Optional.of(new CrossingId("south-crossing")),
                        new Names(Map.of(Language.EN, "South kitchen", Language.AR, "مطبخ الجنوب")),
                        Set.of(Service.HOT_MEAL, Service.WATER, Service.EMERGENCY_CARE),
                        new EnumMap<>(Map.of(Equipment.TAPS, 4L, Equipment.CLINICIANS, 2L)),
                        List.of(new Recipe(Service.HOT_MEAL, MEAL, 1))));
        points.set(
                COORDINATION,
                site.node().act(),
                new ServicePoint(
                        STORE,
                        Sayings.CORRIDOR,
                        Optional.empty(),
                        new Names(Map.of(Language.EN, "South store", Language.AR, "مخزن الجنوب")),
                        Set.of(),
                        Map.of(),
                        List.of()));
    }

    /// Every relevant party promises, and the gates are opened.
    public static void openGates(Site site) {
        for (var party : List.of(Sayings.GOVERNMENT, Sayings.GROUPS)) {
            var valid = new Span(Occurred.at(Sayings.at("2019-09-14T06:00"), Sayings.ZONE), Optional.empty());
            site.agreements()
                    .assure(
                            COORDINATION,
                            site.node().act(),
                            new Assurance(
                                    Sayings.CORRIDOR,
                                    party,
                                    AssuranceStatus.GIVEN,
                                    valid,
                                    Sayings.source(Sayings.september(14))));
        }
        site.gates()
                .decide(
                        COORDINATION,
                        site.node().act(),
                        new Decided(
                                Sayings.CORRIDOR, Decision.OPEN, DecisionReason.ASSURANCES_GIVEN, Optional.empty()));
    }

    static void receive(Site site, PointId point, ItemCode item, long quantity, String batch) {
        site.stocks()
                .move(
                        COORDINATION,
                        site.node().act(),
                        StockMove.receipt(
                                point, item, quantity, new BatchId(batch), Optional.of(LocalDate.parse("2019-12-31"))),
                        Occurred.at(site.node().clock().instant(), Sayings.ZONE));
    }

    /// A school in the town, that people of the corridor go on to.
    static SafeAreaId school(Site site) {
        var school = new SafeAreaId("harbour-school");
        new SafeAreas(site.journal())
                .set(
                        COORDINATION,
                        site.node().act(),
                        new SafeArea(
                                school,
                                Sayings.TOWN,
                                new Names(Map.of(Language.EN, "Harbour school", Language.AR, "مدرسة المرفأ")),
                                List.of(Sayings.CORRIDOR),
                                Map.of(PlaceKind.GENERAL, 400L)));
        return school;
    }

    /// A bus of 45 seats is in service.
    static VehicleId bus(Site site, String name) {
        var vehicle = new VehicleId(name);
        new Vehicles(site.journal())
                .set(
                        COORDINATION,
                        site.node().act(),
                        new Vehicle(vehicle, VehicleType.BUS, new Capacity(45, 1, 0, 2, 40), Optional.empty()),
                        Optional.empty());
        return vehicle;
    }
}
