// SPDX-License-Identifier: Apache-2.0
package org.clearway.scenario;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.clearway.access.Actor;
import org.clearway.access.Role;
import org.clearway.care.HowRecorded;
import org.clearway.care.ServicePoint;
import org.clearway.care.StockLevel;
import org.clearway.care.Touch;
import org.clearway.care.WhyTurnedAway;
import org.clearway.corridor.Service;
import org.clearway.gate.Card;
import org.clearway.gate.CardNumber;
import org.clearway.gate.HourSlot;
import org.clearway.journal.Journal;

/// The service points of a simulated day. They have power of their own.
final class ServiceDesk {
    private final Simulation simulation;
    private final ZoneId zone;
    private final Desks desks;
    private final Journal journal;
    private final Actor actor = StoryPlayer.at("service-1", Role.SERVICE_POINT);

    ServiceDesk(Simulation simulation, ZoneId zone, Desks desks, Journal journal) {
        this.simulation = simulation;
        this.zone = zone;
        this.desks = desks;
        this.journal = journal;
    }

    /// What a family asks for at the first point that offers it. Nothing asks for a card; who shows one is given the
    /// same.
    void give(Arrived family, Course.Visit visit, StoryPlayer.Acts acts) {
        Optional<ServicePoint> offers =
                desks
                        .servicePoints()
                        .points(actor, journal.now(), simulation.gate().corridor())
                        .stream()
                        .filter(point -> point.services().contains(visit.service()))
                        .findFirst();
        if (offers.isEmpty()) return;
        ServicePoint point = offers.get();
        Service service = visit.service();
        int people = visit.people();
        var hour = new HourSlot(journal.clock().instant(), zone);
        Optional<CardNumber> shown = visit.showsCard() ? family.card().map(Card::number) : Optional.empty();
        // Where somebody who practises gave it to them, or set limits, they go on without.
        if (desks.servicePoints().held(actor, journal.now(), point, shown, zone).containsKey(service)) return;
        if (!lasts(point, service, people)) {
            var without = new Touch.TurnedAway(
                    point.id(), service, WhyTurnedAway.NO_STOCK, people, hour, HowRecorded.AT_ONCE);
            desks.servicePoints().turnAway(actor, acts.next(), without);
            return;
        }
        var given = new Touch.Given(point.id(), service, people, hour, HowRecorded.AT_ONCE);
        if (shown.isPresent()) desks.servicePoints().give(actor, acts.next(), given, shown.get());
        else desks.servicePoints().give(actor, acts.next(), given);
    }

    /// Whether what the service takes is there for so many.
    private boolean lasts(ServicePoint point, Service service, int people) {
        List<StockLevel> levels = desks.stocks()
                .levels(actor, journal.now(), point.id(), journal.clock().instant(), zone);
        return point.recipes().stream()
                .filter(recipe -> recipe.service() == service)
                .allMatch(recipe -> levels.stream()
                        .filter(level -> level.item().code().equals(recipe.item()))
                        .anyMatch(level -> level.usable() >= recipe.eachPerson() * people));
    }
}
