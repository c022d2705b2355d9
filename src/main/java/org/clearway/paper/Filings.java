// SPDX-License-Identifier: Apache-2.0
package org.clearway.paper;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.clearway.access.Actor;
import org.clearway.agreement.Agreements;
import org.clearway.agreement.Assurance;
import org.clearway.agreement.AssuranceStatus;
import org.clearway.agreement.CorridorId;
import org.clearway.agreement.PartyId;
import org.clearway.care.Complaint;
import org.clearway.care.ComplaintChannel;
import org.clearway.care.ComplaintTopic;
import org.clearway.care.Complaints;
import org.clearway.care.PointId;
import org.clearway.ceasefire.Count;
import org.clearway.ceasefire.CountingUnit;
import org.clearway.ceasefire.Covers;
import org.clearway.ceasefire.Fire;
import org.clearway.ceasefire.FireCount;
import org.clearway.ceasefire.FireKind;
import org.clearway.ceasefire.Fires;
import org.clearway.ceasefire.Ledgers;
import org.clearway.ceasefire.Noticed;
import org.clearway.ceasefire.PartCount;
import org.clearway.ceasefire.Reckoning;
import org.clearway.ceasefire.Stated;
import org.clearway.ceasefire.Stretch;
import org.clearway.corridor.AnnouncedStatus;
import org.clearway.corridor.Announcement;
import org.clearway.corridor.Corridors;
import org.clearway.corridor.Hazard;
import org.clearway.corridor.HazardKind;
import org.clearway.corridor.HazardState;
import org.clearway.corridor.PermittedFlow;
import org.clearway.corridor.Routes;
import org.clearway.corridor.Service;
import org.clearway.gate.Band;
import org.clearway.gate.CrossingTally;
import org.clearway.gate.Decided;
import org.clearway.gate.Decision;
import org.clearway.gate.DecisionReason;
import org.clearway.gate.Direction;
import org.clearway.gate.Gates;
import org.clearway.gate.Handover;
import org.clearway.gate.Passing;
import org.clearway.gate.Taken;
import org.clearway.gate.TurnedBack;
import org.clearway.gate.TurnedBackTold;
import org.clearway.geo.AreaId;
import org.clearway.journal.Journal;
import org.clearway.language.Language;
import org.clearway.language.Names;
import org.clearway.language.Problem;
import org.clearway.paper.Blank.YesNo;
import org.clearway.places.Basis;
import org.clearway.places.Source;
import org.clearway.time.Occurred;
import org.clearway.time.Span;

/// Which act of which front desk each form is: the very acts that the desks' own pages ask for. What belongs to
/// service points and to the road stands in {@link CareFilings} and {@link RoadFilings}.
final class Filings {
    static final String ENTERED_BEFORE = "paper.entered-before";

    private final Gates gates;
    private final Complaints complaints;
    private final Fires fires;
    private final Ledgers ledgers;
    private final Corridors corridors;
    private final Agreements agreements;
    private final Routes routes;
    private final CareFilings care;
    private final RoadFilings road;

    Filings(Journal journal) {
        this.corridors = new Corridors(journal);
        this.gates = new Gates(journal, corridors);
        this.complaints = new Complaints(journal);
        this.fires = new Fires(journal, Corridors.ground());
        this.ledgers = new Ledgers(journal);
        this.agreements = new Agreements(journal);
        this.routes = new Routes(journal);
        this.care = new CareFilings(journal);
        this.road = new RoadFilings(journal);
    }

    /// Records what stands on a sheet.
    /// @throws RefusedLine where a desk refuses a line
    /// @throws Problem where it refuses the whole
    void file(Blank blank, Actor actor, Acts acts, Filled sheet) {
        switch (blank) {
            case GATE_HOURS -> each(sheet, line -> counted(actor, acts, sheet, line));
            case TURNED_BACK -> each(sheet, line -> turnedBack(actor, acts, sheet, line));
            case CHILD_HANDED_OVER -> handedOver(actor, acts, sheet);
            case GATE_DECISION -> decided(actor, acts, sheet);
            case OWN_WAY_OUT -> each(sheet, line -> road.out(actor, acts, sheet, line));
            case OWN_WAY_IN -> each(sheet, line -> road.in(actor, acts, sheet, line));
            case BOARDING -> road.boarded(actor, acts, sheet);
            case CONVOY_LOG -> each(sheet, line -> road.onTheWay(actor, acts, sheet, line));
            case VEHICLES -> each(sheet, line -> road.vehicle(actor, acts, sheet, line));
            case RECEPTION -> road.received(actor, acts, sheet);
            case SERVICE_HOURS -> each(sheet, line -> care.given(actor, acts, sheet, line));
            case TURNED_AWAY -> each(sheet, line -> care.turnedAway(actor, acts, sheet, line));
            case TRIAGE -> each(sheet, line -> care.triage(actor, acts, sheet, line));
            case POINT_CHECK -> care.checked(actor, acts, sheet);
            case STOCK -> each(sheet, line -> care.moved(actor, acts, sheet, line));
            case COMPLAINT -> complained(actor, acts, sheet);
            case FIRE -> each(sheet, line -> noticed(actor, acts, sheet, line));
            case LEDGER -> stated(actor, acts, sheet);
            case ANNOUNCEMENT -> announced(actor, acts, sheet);
            case ASSURANCE -> assured(actor, acts, sheet);
            case HAZARD -> each(sheet, line -> hazard(actor, acts, sheet, line));
        }
    }

    /// Does something for each line; what is refused of one says which.
    static void each(Filled sheet, Consumer<Part> work) {
        for (Part line : sheet.lines()) {
            try {
                work.accept(line);
            } catch (Problem problem) {
                // That is said of the sheet, and not of a line.
                if (problem.code().equals(ENTERED_BEFORE)) throw problem;
                throw new RefusedLine(line.line(), problem);
            }
        }
    }

    private void counted(Actor actor, Acts acts, Filled sheet, Part line) {
        var people = new EnumMap<Band, Long>(Band.class);
        for (Band band : Band.values()) line.number(Blank.of(band)).ifPresent(number -> people.put(band, number));
        var passing = new Passing(line.figure("households"), people, Map.of(), Map.of(), Map.of());
        gates.report(
                actor,
                acts.of(line),
                new CrossingTally(
                        Ids.gate(sheet.head().text("gate")),
                        line.one("direction", Direction.class),
                        sheet.slot(line),
                        Taken.FROM_PAPER,
                        passing));
    }

    private void turnedBack(Actor actor, Acts acts, Filled sheet, Part line) {
        gates.turnedBack(
                actor,
                acts.of(line),
                new TurnedBack(
                        Ids.gate(sheet.head().text("gate")),
                        line.one("direction", Direction.class),
                        sheet.slot(line),
                        line.figure("people"),
                        line.maybe("party").map(PartyId::new),
                        line.one("told", TurnedBackTold.class),
                        line.maybe("claimant").map(PartyId::new)));
    }

    private void handedOver(Actor actor, Acts acts, Filled sheet) {
        Part head = sheet.head();
        gates.handOver(
                actor,
                acts.of(head),
                new Handover(
                        Ids.gate(head.text("gate")),
                        head.one("direction", Direction.class),
                        new PartyId(head.text("to-protection")),
                        head.one("child", Band.class)),
                sheet.slot(head));
    }

    private void decided(Actor actor, Acts acts, Filled sheet) {
        Part head = sheet.head();
        gates.decide(
                actor,
                acts.of(head),
                new Decided(
                        corridor(head),
                        head.one("decision", Decision.class),
                        head.one("because", DecisionReason.class),
                        head.maybe("claimant").map(PartyId::new)),
                sheet.occurred(head));
    }

    private void complained(Actor actor, Acts acts, Filled sheet) {
        Part head = sheet.head();
        complaints.file(
                actor,
                acts.of(head),
                new Complaint(
                        corridor(head),
                        head.maybe("point").map(PointId::new),
                        ComplaintChannel.BOX,
                        head.one("answer-in", Language.class),
                        head.one("topic", ComplaintTopic.class),
                        yes(head, "sensitive"),
                        Optional.empty()),
                sheet.day("day"),
                sheet.zone());
    }

    private void noticed(Actor actor, Acts acts, Filled sheet, Part line) {
        Reckoning how = line.maybeOne("reckoning", Reckoning.class).orElse(Reckoning.EXACT);
        Optional<Count> times = line.number("times").map(number -> new Count(Math.toIntExact(number)));
        Optional<FireCount> count = times.isEmpty() && how != Reckoning.UNCOUNTABLE
                ? Optional.empty()
                : Optional.of(new FireCount(how, times));
        fires.observe(
                actor,
                acts.of(line),
                new Fire(
                        corridor(sheet.head()),
                        line.one("fire", FireKind.class),
                        line.one("noticed", Noticed.class),
                        count,
                        sheet.occurred(line),
                        Optional.empty()));
    }

    private void stated(Actor actor, Acts acts, Filled sheet) {
        Part head = sheet.head();
        List<PartCount> parts = sheet.lines().stream()
                .map(line ->
                        new PartCount(new AreaId(line.text("area")), new Count(Math.toIntExact(line.figure("count")))))
                .toList();
        var stated = new Stated(
                new PartyId(head.text("reporter")),
                new Covers(head.one("covers", Stretch.class), LocalDate.parse(head.text("covered-day")), sheet.zone()),
                head.one("unit", CountingUnit.class),
                head.number("total").map(number -> new Count(Math.toIntExact(number))),
                parts,
                false,
                List.of(),
                source(sheet));
        ledgers.state(actor, acts.of(head), stated, Optional.empty());
    }

    private void announced(Actor actor, Acts acts, Filled sheet) {
        Part head = sheet.head();
        corridors.announce(
                actor,
                acts.of(head),
                new Announcement(
                        corridor(head),
                        new PartyId(head.text("announcer")),
                        head.one("status", AnnouncedStatus.class),
                        span(sheet),
                        yes(head, "voluntary"),
                        Optional.empty(),
                        head.inOrder("services", Service.class),
                        head.several("flows", PermittedFlow.class),
                        List.of(),
                        source(sheet)));
    }

    private void assured(Actor actor, Acts acts, Filled sheet) {
        Part head = sheet.head();
        agreements.assure(
                actor,
                acts.of(head),
                new Assurance(
                        corridor(head),
                        new PartyId(head.text("party")),
                        head.one("promise", AssuranceStatus.class),
                        span(sheet),
                        source(sheet)));
    }

    private void hazard(Actor actor, Acts acts, Filled sheet, Part line) {
        routes.tell(
                actor,
                acts.of(line),
                new Hazard(
                        corridor(sheet.head()),
                        line.one("hazard", HazardKind.class),
                        line.one("hazard-state", HazardState.class),
                        line.maybe("near").map(AreaId::new),
                        sheet.occurred(line),
                        line.maybe("claimant").map(PartyId::new)));
    }

    private static CorridorId corridor(Part head) {
        return new CorridorId(head.text("corridor"));
    }

    private static boolean yes(Part part, String field) {
        return part.maybeOne(field, YesNo.class).equals(Optional.of(YesNo.YES));
    }

    private static Span span(Filled sheet) {
        return new Span(
                Occurred.on(sheet.day("from"), sheet.zone()),
                sheet.head().maybe("until").map(day -> Occurred.on(LocalDate.parse(day), sheet.zone())));
    }

    /// Whoever published it is called as they were written, in the language that their letters are of.
    private static Source source(Filled sheet) {
        String publisher = sheet.head().text("publisher");
        boolean arabic = publisher
                .codePoints()
                .anyMatch(sign -> Character.UnicodeScript.of(sign) == Character.UnicodeScript.ARABIC);
        return new Source(
                Names.of(arabic ? Language.AR : Language.EN, publisher),
                Occurred.on(sheet.day("published"), sheet.zone()),
                Optional.empty(),
                Basis.STATED);
    }
}
