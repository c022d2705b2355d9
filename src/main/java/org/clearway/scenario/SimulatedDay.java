// SPDX-License-Identifier: Apache-2.0
package org.clearway.scenario;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.clearway.gate.HourSlot;
import org.clearway.journal.Journal;
import org.clearway.time.Period;

/// A day at a gate and its service points, as chance brings it: families come, wait when they are not taken in, leave
/// again or stay, are counted, get a card where they go on by bus, and are given what there is. It acts through the
/// front desks as people do, and finds out what they refuse the way people do: by being refused. For one thread.
///
/// Every act is told on the story's clock at the minute at which a desk would make it; what was done without power is
/// told when the power is back, for the hour in which it was done.
final class SimulatedDay {
    /// How often the desk tells the board who waits.
    private static final Duration QUEUE_EVERY = Duration.ofMinutes(15);

    /// How long after an hour its box is emptied.
    private static final Duration BOX_AFTER = Duration.ofMinutes(2);

    /// How long after the last family the shift is closed, and how long after that it is signed.
    private static final Duration CLOSED_AFTER = Duration.ofMinutes(25);

    private static final Duration SIGNED_AFTER = Duration.ofMinutes(5);

    // The happenings of a family, in their order.
    private static final int COMES = 0;
    private static final int LEAVES = 1;
    private static final int LOSES_CARD = 2;
    private static final int GOES_ON = 3;
    private static final int VISITS = 4;

    private final Simulation simulation;
    private final boolean first;
    private final ZoneId zone;
    private final GateDesk gate;
    private final ServiceDesk services;
    private final WayOn wayOn;
    private final Deque<Arrived> waiting = new ArrayDeque<>();

    /// What the desk could not tell the program for lack of power, but for the counts on paper.
    private final List<Happening.Act> toTell = new ArrayList<>();

    private int numbered;

    /// @param first whether it is the first of its story
    SimulatedDay(Simulation simulation, boolean first, ZoneId zone, Desks desks, Journal journal) {
        this.simulation = simulation;
        this.first = first;
        this.zone = zone;
        this.gate = new GateDesk(simulation, zone, desks, journal);
        this.services = new ServiceDesk(simulation, zone, desks, journal);
        this.wayOn = new WayOn(simulation, zone, desks, journal);
    }

    /// Everything that can be told beforehand. What follows from it is handed to `later` as it happens.
    List<Happening> happenings(Consumer<Happening> later) {
        var happenings = new ArrayList<Happening>();
        for (Family family : Crowd.of(simulation)) {
            var arrived = new Arrived(family);
            happenings.add(arrived.happening(COMES, family.comes(), acts -> comes(arrived, acts, later)));
            family.course().patience().ifPresent(patience -> {
                Instant over = family.comes().plus(patience);
                happenings.add(arrived.happening(LEAVES, over, acts -> leavesQueue(arrived, over, acts)));
            });
        }
        for (Instant minute : Crowd.minutes(simulation.from(), simulation.to())) {
            happenings.add(happening(minute, acts -> takeIn(minute, acts, later)));
            if (minute.getEpochSecond() % QUEUE_EVERY.toSeconds() == 0) {
                happenings.add(happening(minute, acts -> tellQueue(minute, acts)));
            }
        }
        simulation
                .darkness()
                .ifPresent(dark -> happenings.add(happening(dark.entered(), acts -> enterPaper(acts, later))));
        Period hours = hours();
        for (Instant end = new HourSlot(hours.from(), zone).ends();
                !end.isAfter(hours.to());
                end = new HourSlot(end, zone).ends()) {
            happenings.add(happening(end.plus(BOX_AFTER), acts -> gate.emptyBoxes()));
        }
        happenings.addAll(wayOn());
        Instant closes = simulation.lastActs().plus(CLOSED_AFTER);
        happenings.add(happening(closes, acts -> gate.closeShift(hours, acts)));
        happenings.add(happening(closes.plus(SIGNED_AFTER), gate::signShift));
        return happenings;
    }

    /// What is done at the buses, on the road and where people come in, until everyone is accounted for.
    private List<Happening> wayOn() {
        var happenings = new ArrayList<Happening>();
        Instant over = simulation.over();
        if (first) happenings.add(happening(simulation.from(), wayOn::callVehicles));
        for (Instant at = simulation.from(); !at.isAfter(over); at = at.plus(WayOn.EVERY)) {
            if (!isDark(at)) happenings.add(happening(at, acts -> wayOn.lookRound(gate.works(), acts)));
        }
        for (Instant begins = new HourSlot(simulation.from(), zone).begins();
                begins.isBefore(over);
                begins = new HourSlot(begins, zone).ends()) {
            var told = new HourSlot(begins, zone);
            happenings.add(happening(told.ends().plus(BOX_AFTER), acts -> {
                wayOn.tellOut(told, acts);
                wayOn.tellIn(told, acts);
            }));
        }
        return happenings;
    }

    private Happening happening(Instant at, Happening.Act act) {
        return new Happening(at, "day", numbered++, act);
    }

    /// Whole local hours, around everything that is counted.
    private Period hours() {
        return new Period(
                new HourSlot(simulation.from(), zone).begins(),
                new HourSlot(simulation.to().minusSeconds(1), zone).ends(),
                zone);
    }

    /// A child who comes alone waits for nothing.
    private void comes(Arrived family, StoryPlayer.Acts acts, Consumer<Happening> later) {
        Instant now = family.family().comes();
        if (family.family().childAlone()) {
            tell(now, acts, told -> gate.handOver(family.family(), told));
            visits(family, now, later);
        } else {
            waiting.add(family);
        }
    }

    private void leavesQueue(Arrived family, Instant now, StoryPlayer.Acts acts) {
        if (!waiting.remove(family)) return;
        long people = family.family().passing().persons();
        tell(now, acts, told -> gate.leavesQueue(people, told));
    }

    /// As many families as the lanes take in a minute, while the gate works.
    private void takeIn(Instant now, StoryPlayer.Acts acts, Consumer<Happening> later) {
        for (int lane = 0; lane < simulation.lanes() && !waiting.isEmpty() && gate.works(); lane++) {
            Arrived family = waiting.remove();
            if (family.course().stays()) tell(now, acts, gate::stays);
            else if (isDark(now)) gate.countOnPaper(family, now);
            else {
                gate.count(family.family(), acts);
                issueCard(family, now, acts, later);
            }
            if (!family.course().stays()) goesOn(family, now, later);
            visits(family, now, later);
        }
    }

    /// To the buses, or away in a vehicle of their own; without power, when it is back and their cards are made.
    private void goesOn(Arrived family, Instant now, Consumer<Happening> later) {
        Instant at = withPower(wayOn.goesOn(now)).plusSeconds(30);
        later.accept(family.happening(GOES_ON, at, acts -> wayOn.leaves(family)));
    }

    /// Now, or when the power is back.
    private void tell(Instant now, StoryPlayer.Acts acts, Happening.Act act) {
        if (isDark(now)) toTell.add(act);
        else act.happen(acts);
    }

    private boolean isDark(Instant now) {
        return simulation.darkness().filter(dark -> dark.covers(now)).isPresent();
    }

    /// The paper forms first: there are never more cards than families that were counted.
    private void enterPaper(StoryPlayer.Acts acts, Consumer<Happening> later) {
        Instant now = simulation.darkness().orElseThrow().entered();
        for (Arrived family : gate.enterPaper(acts)) issueCard(family, now, acts, later);
        toTell.forEach(act -> act.happen(acts));
        toTell.clear();
    }

    private void issueCard(Arrived family, Instant now, StoryPlayer.Acts acts, Consumer<Happening> later) {
        family.course().card().ifPresent(household -> {
            gate.issueCard(family, household, acts);
            family.course().loses().ifPresent(loss -> {
                Instant asks = withPower(now.plus(loss.after()));
                later.accept(family.happening(
                        LOSES_CARD, asks, replacing -> gate.replaceCard(family, loss.numberKnown(), replacing)));
            });
        });
    }

    private Instant withPower(Instant instant) {
        return simulation
                .darkness()
                .filter(dark -> dark.covers(instant))
                .map(Simulation.Darkness::entered)
                .orElse(instant);
    }

    private void tellQueue(Instant now, StoryPlayer.Acts acts) {
        if (isDark(now)) return;
        Optional<Instant> firstCame =
                Optional.ofNullable(waiting.peek()).map(first -> first.family().comes());
        gate.tellQueue(waiting.size(), firstCame, now, acts);
    }

    /// Those who stay are given the same as those who go.
    private void visits(Arrived family, Instant now, Consumer<Happening> later) {
        int step = VISITS;
        for (Course.Visit visit : family.course().visits()) {
            Instant at = now.plus(visit.after());
            later.accept(family.happening(step++, at, acts -> services.give(family, visit, acts)));
        }
    }
}
