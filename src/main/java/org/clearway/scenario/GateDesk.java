// SPDX-License-Identifier: Apache-2.0
package org.clearway.scenario;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.clearway.access.Actor;
import org.clearway.access.Role;
import org.clearway.gate.Band;
import org.clearway.gate.Card;
import org.clearway.gate.CardStanding;
import org.clearway.gate.CrossingTally;
import org.clearway.gate.Difference;
import org.clearway.gate.Direction;
import org.clearway.gate.Explained;
import org.clearway.gate.Explanation;
import org.clearway.gate.Gate;
import org.clearway.gate.Handover;
import org.clearway.gate.HourSlot;
import org.clearway.gate.Household;
import org.clearway.gate.Livestock;
import org.clearway.gate.LostCard;
import org.clearway.gate.MovementNeed;
import org.clearway.gate.Passing;
import org.clearway.gate.Queue;
import org.clearway.gate.ShiftFigures;
import org.clearway.gate.Taken;
import org.clearway.gate.TallyId;
import org.clearway.gate.VehicleKind;
import org.clearway.journal.ActId;
import org.clearway.journal.Journal;
import org.clearway.journal.Receipt;
import org.clearway.time.Period;

/// The desk at the gate of a simulated day: it counts, hands out cards, and keeps paper where there is no power. For
/// one thread.
final class GateDesk {
    private final Simulation simulation;
    private final Gate gate;
    private final ZoneId zone;
    private final Desks desks;
    private final Journal journal;
    private final Actor actor = StoryPlayer.at("gate-1", Role.GATE);
    private final Actor cell = StoryPlayer.at("coordination-1", Role.COORDINATION);
    private final Map<HourSlot, List<Arrived>> onPaper = new TreeMap<>(Comparator.comparing(HourSlot::begins));

    /// People on the desk's own sheet, which it keeps whatever the program says.
    private long onSheet;

    GateDesk(Simulation simulation, ZoneId zone, Desks desks, Journal journal) {
        this.simulation = simulation;
        this.gate = simulation.gate();
        this.zone = zone;
        this.desks = desks;
        this.journal = journal;
    }

    boolean works() {
        return desks.gates().state(actor, journal.now(), gate.corridor()).takesIn();
    }

    void handOver(Family family, StoryPlayer.Acts acts) {
        Band child = family.passing().people().keySet().iterator().next();
        desks.gates()
                .handOver(
                        actor,
                        acts.next(),
                        new Handover(
                                gate,
                                Direction.OUT,
                                simulation.childProtection().orElseThrow(),
                                child),
                        zone);
        onSheet++;
    }

    void count(Family family, StoryPlayer.Acts acts) {
        Passing passing = family.passing();
        if (family.course().slip()) {
            ActId slip = acts.next();
            var wrong = new EnumMap<Band, Long>(Band.class);
            wrong.putAll(passing.people());
            wrong.merge(Band.NOT_TOLD, 10L, Long::sum);
            Receipt receipt = desks.gates().count(actor, slip, gate, Direction.OUT, zone, Passing.household(wrong));
            desks.gates().undo(actor, acts.next(), TallyId.of(receipt.act()));
        }
        desks.gates().count(actor, acts.next(), gate, Direction.OUT, zone, passing);
        onSheet += passing.persons();
    }

    /// Puts a family on the paper form of the hour.
    void countOnPaper(Arrived family, Instant now) {
        onPaper.computeIfAbsent(new HourSlot(now, zone), hour -> new ArrayList<>())
                .add(family);
        onSheet += family.family().passing().persons();
    }

    /// Enters the paper form of each hour, added up.
    /// @return the families on them, who have had no card yet
    List<Arrived> enterPaper(StoryPlayer.Acts acts) {
        onPaper.forEach((hour, families) -> desks.gates()
                .report(
                        actor,
                        acts.next(),
                        new CrossingTally(gate, Direction.OUT, hour, Taken.FROM_PAPER, sum(families))));
        List<Arrived> entered = onPaper.values().stream().flatMap(List::stream).toList();
        onPaper.clear();
        return entered;
    }

    /// The family was told everything before it decided, in its own language.
    void issueCard(Arrived family, Household household, StoryPlayer.Acts acts) {
        family.holds(desks.cards().issue(actor, acts.next(), gate, zone, EnumSet.allOf(Explained.class), household));
    }

    /// Gives the family another card instead of the one that it lost. Where nobody can read its number, it is looked
    /// for among the latest cards for as many people; a family that is not found there keeps to its old number.
    void replaceCard(Arrived family, boolean numberKnown, StoryPlayer.Acts acts) {
        Card lost = family.card().orElseThrow();
        // Somebody who practises may have been quicker.
        if (!(desks.cards().card(actor, journal.now(), lost.number()) instanceof CardStanding.Live)) return;
        if (numberKnown) {
            family.holds(desks.cards().replace(actor, acts.next(), gate, zone, lost.number()));
            return;
        }
        long people = family.family().passing().persons();
        for (LostCard found : desks.cards().lost(actor, acts.next(), gate, zone, people, Optional.empty())) {
            if (!found.card().id().equals(lost.id())) continue;
            family.holds(desks.cards().replaceLost(actor, acts.next(), gate, zone, lost.id()));
            return;
        }
    }

    /// A family stays: one more in the box of the hour. It is no name, no card, no entry.
    void stays(StoryPlayer.Acts acts) {
        desks.choices().stay(actor, acts.next(), gate, zone);
    }

    /// A family leaves the queue; nobody asks why.
    void leavesQueue(long people, StoryPlayer.Acts acts) {
        desks.choices().leaveQueue(actor, acts.next(), gate, zone, people);
    }

    void emptyBoxes() {
        desks.choices().emptyBoxes();
    }

    void tellQueue(long families, Optional<Instant> firstCame, Instant now, StoryPlayer.Acts acts) {
        Optional<Long> minutes =
                firstCame.map(came -> Duration.between(came, now).toMinutes());
        desks.gates().tell(actor, acts.next(), new Queue(gate, simulation.lanes(), Optional.of(families), minutes));
    }

    /// Closes the shift of the day against the cards and the sheet. A sheet that says otherwise was begun late: the
    /// story was taken up in the middle, or somebody practised beside it.
    void closeShift(Period hours, StoryPlayer.Acts acts) {
        ShiftFigures seen = desks.shifts().figures(actor, journal.now(), gate, hours, Optional.of(onSheet));
        desks.shifts()
                .close(
                        actor,
                        acts.next(),
                        gate,
                        hours,
                        seen,
                        Map.of(
                                Difference.FAMILIES_AND_CARDS, Explanation.NO_CARD_WANTED,
                                Difference.PEOPLE_AND_PAPER, Explanation.PAPER_NOT_WHOLE));
    }

    /// The second hand signs what the first closed.
    void signShift(StoryPlayer.Acts acts) {
        desks.shifts().closed(cell, journal.now(), gate, 1).stream()
                .filter(shift -> shift.signedBy().isEmpty() && !shift.closedBy().equals(cell.account()))
                .forEach(shift -> desks.shifts().sign(cell, acts.next(), shift.id()));
    }

    private static Passing sum(List<Arrived> families) {
        long households = 0;
        var people = new EnumMap<Band, Long>(Band.class);
        var needs = new EnumMap<MovementNeed, Long>(MovementNeed.class);
        var vehicles = new EnumMap<VehicleKind, Long>(VehicleKind.class);
        var livestock = new EnumMap<Livestock, Long>(Livestock.class);
        for (Arrived one : families) {
            Passing family = one.family().passing();
            households += family.households();
            family.people().forEach((what, number) -> people.merge(what, number, Long::sum));
            family.needs().forEach((what, number) -> needs.merge(what, number, Long::sum));
            family.vehicles().forEach((what, number) -> vehicles.merge(what, number, Long::sum));
            family.livestock().forEach((what, number) -> livestock.merge(what, number, Long::sum));
        }
        return new Passing(households, people, needs, vehicles, livestock);
    }
}
