// SPDX-License-Identifier: Apache-2.0
package org.clearway.paper;

import java.time.LocalDate;
import java.util.EnumMap;
import org.clearway.access.Actor;
import org.clearway.care.BatchId;
import org.clearway.care.Check;
import org.clearway.care.Equipment;
import org.clearway.care.HowRecorded;
import org.clearway.care.ItemCode;
import org.clearway.care.Lack;
import org.clearway.care.MoveKind;
import org.clearway.care.PatientAge;
import org.clearway.care.PointId;
import org.clearway.care.ServicePoints;
import org.clearway.care.ServiceState;
import org.clearway.care.StockMove;
import org.clearway.care.StockReason;
import org.clearway.care.Stocks;
import org.clearway.care.Touch;
import org.clearway.care.TriageColour;
import org.clearway.care.WhyTurnedAway;
import org.clearway.corridor.Service;
import org.clearway.gate.Sex;
import org.clearway.journal.Journal;

/// What service points write on paper.
final class CareFilings {
    private final ServicePoints points;
    private final Stocks stocks;

    CareFilings(Journal journal) {
        this.points = new ServicePoints(journal);
        this.stocks = new Stocks(journal);
    }

    void given(Actor actor, Acts acts, Filled sheet, Part line) {
        points.give(
                actor,
                acts.of(line),
                new Touch.Given(
                        point(sheet),
                        line.one("service", Service.class),
                        people(line),
                        sheet.slot(line),
                        HowRecorded.FROM_PAPER));
    }

    void turnedAway(Actor actor, Acts acts, Filled sheet, Part line) {
        points.turnAway(
                actor,
                acts.of(line),
                new Touch.TurnedAway(
                        point(sheet),
                        line.one("service", Service.class),
                        line.one("why-without", WhyTurnedAway.class),
                        people(line),
                        sheet.slot(line),
                        HowRecorded.FROM_PAPER));
    }

    void triage(Actor actor, Acts acts, Filled sheet, Part line) {
        points.triage(
                actor,
                acts.of(line),
                new Touch.Triage(
                        point(sheet),
                        line.one("colour", TriageColour.class),
                        line.one("age", PatientAge.class),
                        line.one("sex", Sex.class),
                        people(line),
                        sheet.slot(line),
                        HowRecorded.FROM_PAPER));
    }

    void checked(Actor actor, Acts acts, Filled sheet) {
        Part head = sheet.head();
        var states = new EnumMap<Service, ServiceState>(Service.class);
        for (Service service : Service.values()) {
            head.maybeOne(Blank.of(service), ServiceState.class).ifPresent(state -> states.put(service, state));
        }
        var there = new EnumMap<Equipment, Long>(Equipment.class);
        for (Equipment equipment : Equipment.values()) {
            head.number(Blank.of(equipment)).ifPresent(number -> there.put(equipment, number));
        }
        points.check(
                actor,
                acts.of(head),
                new Check(point(sheet), states, there, head.several("lacks", Lack.class)),
                sheet.occurred(head));
    }

    void moved(Actor actor, Acts acts, Filled sheet, Part line) {
        var move = new StockMove(
                point(sheet),
                new ItemCode(line.text("item")),
                line.one("move", MoveKind.class),
                line.figure("quantity"),
                line.maybe("batch").map(BatchId::new),
                line.maybe("expires").map(LocalDate::parse),
                line.maybeOne("why-moved", StockReason.class));
        stocks.move(actor, acts.of(line), move, sheet.occurred(line));
    }

    private static PointId point(Filled sheet) {
        return new PointId(sheet.head().text("point"));
    }

    private static int people(Part line) {
        return Math.toIntExact(line.figure("people"));
    }
}
