// SPDX-License-Identifier: Apache-2.0
package org.clearway.scenario;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.clearway.access.Actor;
import org.clearway.access.Role;
import org.clearway.care.HowRecorded;
import org.clearway.care.ServicePoint;
import org.clearway.care.StockLevel;
import org.clearway.care.Touch;
import org.clearway.care.WhyTurnedAway;
import org.clearway.corridor.Service;
import org.clearway.gate.Band;
import org.clearway.gate.CrossingTally;
import org.clearway.gate.Direction;
import org.clearway.gate.Handover;
import org.clearway.gate.HourSlot;
import org.clearway.gate.Livestock;
import org.clearway.gate.MovementNeed;
import org.clearway.gate.Passing;
import org.clearway.gate.Queue;
import org.clearway.gate.Taken;
import org.clearway.gate.TallyId;
import org.clearway.gate.VehicleKind;
import org.clearway.journal.ActId;
import org.clearway.journal.Journal;
import org.clearway.journal.Receipt;

/// A day at a gate and its service points, as chance brings it: families come, wait when they are
/// not taken in, are counted, and are given what there is. It acts through the front desks as
/// people do, and finds out what they refuse the way people do: by being refused. For one thread.
final class SimulatedDay {
    /// One touch in so many is a slip, and is undone.
    private static final int SLIP_OF = 100;

    /// How often the desk tells the board who waits.
    private static final Duration QUEUE_EVERY = Duration.ofMinutes(15);

    /// What of a hundred families goes to each service.
    private static final Map<Service, Integer> WANTED = Map.of(
            Service.WATER, 90,
            Service.HOT_MEAL, 60,
            Service.EMERGENCY_CARE, 6,
            Service.MEDICINE, 5,
            Service.NECESSITIES, 30);

    private final Simulation simulation;
    private final ZoneId zone;
    private final Desks desks;
    private final Journal journal;
    private final Actor gateDesk = StoryPlayer.at("gate-1", Role.GATE);
    private final Actor serviceDesk = StoryPlayer.at("service-1", Role.SERVICE_POINT);
    private final SplittableRandom chance;
    private final Deque<Family> waiting = new ArrayDeque<>();
    private final Map<HourSlot, List<Passing>> onPaper =
            new TreeMap<>(java.util.Comparator.comparing(HourSlot::begins));
    private int numbered;

    SimulatedDay(Simulation simulation, ZoneId zone, Desks desks, Journal journal) {
        this.simulation = simulation;
        this.zone = zone;
        this.desks = desks;
        this.journal = journal;
        this.chance = new SplittableRandom(simulation.seed() + 1);
    }

    /// Everything that can be told beforehand. What follows from it is handed to `later` as it happens.
    List<Happening> happenings(Consumer<Happening> later) {
        var happenings = new ArrayList<Happening>();
        for (Family family : Crowd.of(simulation)) {
            happenings.add(happening(family.comes(), acts -> waiting.add(family)));
        }
        for (Instant minute : Crowd.minutes(simulation.from(), simulation.to())) {
            happenings.add(happening(minute, acts -> takeIn(minute, acts, later)));
            if (minute.getEpochSecond() % QUEUE_EVERY.toSeconds() == 0) {
                happenings.add(happening(minute, acts -> tellQueue(minute, acts)));
            }
        }
        simulation
                .darkness()
                .ifPresent(dark -> happenings.add(happening(dark.to().plus(dark.onRecord()), this::enterPaper)));
        return happenings;
    }

    private Happening happening(Instant at, Happening.Act act) {
        return new Happening(at, "day", numbered++, act);
    }

    /// As many families as the lanes take in a minute, while the gate works.
    private void takeIn(Instant now, StoryPlayer.Acts acts, Consumer<Happening> later) {
        for (int lane = 0; lane < simulation.lanes() && !waiting.isEmpty(); lane++) {
            Family family = waiting.peek();
            if (!family.childAlone() && !works()) return;
            waiting.remove();
            if (family.childAlone()) handOver(family, acts);
            else if (simulation.darkness().filter(dark -> dark.covers(now)).isPresent()) {
                onPaper.computeIfAbsent(new HourSlot(now, zone), hour -> new ArrayList<>())
                        .add(family.passing());
            } else count(family.passing(), acts);
            serve(family, now, later);
        }
    }

    private void tellQueue(Instant now, StoryPlayer.Acts acts) {
        Optional<Long> minutes = Optional.ofNullable(waiting.peek())
                .map(first -> Duration.between(first.comes(), now).toMinutes());
        desks.gates()
                .tell(
                        gateDesk,
                        acts.next(),
                        new Queue(simulation.gate(), simulation.lanes(), Optional.of((long) waiting.size()), minutes));
    }

    private boolean works() {
        return desks.gates()
                .state(gateDesk, journal.now(), simulation.gate().corridor())
                .takesIn();
    }

    private void handOver(Family family, StoryPlayer.Acts acts) {
        Band child = family.passing().people().keySet().iterator().next();
        desks.gates()
                .handOver(
                        gateDesk,
                        acts.next(),
                        new Handover(simulation.gate(), Direction.OUT, simulation.childProtection(), child),
                        zone);
    }

    private void count(Passing passing, StoryPlayer.Acts acts) {
        if (chance.nextInt(SLIP_OF) == 0) {
            ActId slip = acts.next();
            var wrong = new EnumMap<Band, Long>(Band.class);
            wrong.putAll(passing.people());
            wrong.merge(Band.NOT_TOLD, 10L, Long::sum);
            Receipt receipt = desks.gates()
                    .count(gateDesk, slip, simulation.gate(), Direction.OUT, zone, Passing.household(wrong));
            desks.gates().undo(gateDesk, acts.next(), TallyId.of(receipt.act()));
        }
        desks.gates().count(gateDesk, acts.next(), simulation.gate(), Direction.OUT, zone, passing);
    }

    /// The paper forms of each hour of the darkness, added up.
    private void enterPaper(StoryPlayer.Acts acts) {
        onPaper.forEach((hour, families) -> desks.gates()
                .report(
                        gateDesk,
                        acts.next(),
                        new CrossingTally(simulation.gate(), Direction.OUT, hour, Taken.FROM_PAPER, sum(families))));
        onPaper.clear();
    }

    private static Passing sum(List<Passing> families) {
        long households = 0;
        var people = new EnumMap<Band, Long>(Band.class);
        var needs = new EnumMap<MovementNeed, Long>(MovementNeed.class);
        var vehicles = new EnumMap<VehicleKind, Long>(VehicleKind.class);
        var livestock = new EnumMap<Livestock, Long>(Livestock.class);
        for (Passing family : families) {
            households += family.households();
            family.people().forEach((what, number) -> people.merge(what, number, Long::sum));
            family.needs().forEach((what, number) -> needs.merge(what, number, Long::sum));
            family.vehicles().forEach((what, number) -> vehicles.merge(what, number, Long::sum));
            family.livestock().forEach((what, number) -> livestock.merge(what, number, Long::sum));
        }
        return new Passing(households, people, needs, vehicles, livestock);
    }

    /// What a family asks for within the hour, at the first point that offers it. Nothing asks for
    /// a card.
    private void serve(Family family, Instant now, Consumer<Happening> later) {
        for (Service service : Service.values()) {
            if (chance.nextInt(100) >= WANTED.getOrDefault(service, 0)) continue;
            int people = service == Service.EMERGENCY_CARE || service == Service.MEDICINE
                    ? 1
                    : Math.toIntExact(family.passing().persons());
            Duration delay = Duration.ofSeconds(300 + chance.nextLong(2_400));
            later.accept(happening(now.plus(delay), acts -> give(service, people, acts)));
        }
    }

    private void give(Service service, int people, StoryPlayer.Acts acts) {
        Optional<ServicePoint> offers =
                desks
                        .servicePoints()
                        .points(serviceDesk, journal.now(), simulation.gate().corridor())
                        .stream()
                        .filter(point -> point.services().contains(service))
                        .findFirst();
        if (offers.isEmpty()) return;
        ServicePoint point = offers.get();
        var hour = new HourSlot(journal.clock().instant(), zone);
        if (lasts(point, service, people)) {
            desks.servicePoints()
                    .give(
                            serviceDesk,
                            acts.next(),
                            new Touch.Given(point.id(), service, people, hour, HowRecorded.AT_ONCE));
        } else {
            desks.servicePoints()
                    .turnAway(
                            serviceDesk,
                            acts.next(),
                            new Touch.TurnedAway(
                                    point.id(), service, WhyTurnedAway.NO_STOCK, people, hour, HowRecorded.AT_ONCE));
        }
    }

    /// Whether what the service takes is there for so many.
    private boolean lasts(ServicePoint point, Service service, int people) {
        List<StockLevel> levels = desks.stocks()
                .levels(serviceDesk, journal.now(), point.id(), journal.clock().instant(), zone);
        return point.recipes().stream()
                .filter(recipe -> recipe.service() == service)
                .allMatch(recipe -> levels.stream()
                        .filter(level -> level.item().code().equals(recipe.item()))
                        .anyMatch(level -> level.usable() >= recipe.eachPerson() * people));
    }
}
