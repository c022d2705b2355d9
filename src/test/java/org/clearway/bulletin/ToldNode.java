// SPDX-License-Identifier: Apache-2.0
package org.clearway.bulletin;

import java.nio.file.Path;
import java.time.Instant;
import org.clearway.agreement.Agreements;
import org.clearway.care.ServicePoints;
import org.clearway.care.Stocks;
import org.clearway.ceasefire.Fires;
import org.clearway.ceasefire.Ledgers;
import org.clearway.corridor.Corridors;
import org.clearway.corridor.Notifications;
import org.clearway.corridor.Routes;
import org.clearway.gate.Cards;
import org.clearway.gate.Choices;
import org.clearway.gate.Gates;
import org.clearway.gate.Shifts;
import org.clearway.journal.Journal;
import org.clearway.journal.TestNode;
import org.clearway.places.Places;
import org.clearway.scenario.Desks;
import org.clearway.scenario.ScenarioClock;
import org.clearway.scenario.Scenarios;
import org.clearway.scenario.StoryPlayer;
import org.clearway.transport.Convoys;
import org.clearway.transport.OwnWays;
import org.clearway.transport.Receptions;
import org.clearway.transport.SafeAreas;
import org.clearway.transport.Trips;
import org.clearway.transport.Vehicles;
import org.clearway.transport.WaitingLines;

/// A node to which a shipped scenario has been told up to some moment.
final class ToldNode implements AutoCloseable {
    final Journal journal;
    final Places places;
    final Agreements agreements;
    final Ledgers ledgers;
    final Corridors corridors;
    final Bulletins bulletins;
    final StoryPlayer story;

    ToldNode(Path folder, String scenario) {
        var clock = new ScenarioClock(Instant.EPOCH, () -> 0L);
        journal = TestNode.telling(
                folder,
                scenario,
                clock,
                Places.chapter(),
                Agreements.chapter(),
                Ledgers.chapter(),
                Corridors.chapter(),
                SafeAreas.chapter(),
                Gates.chapter(),
                ServicePoints.chapter(),
                Bulletins.chapter());
        places = new Places(journal);
        agreements = new Agreements(journal);
        ledgers = new Ledgers(journal);
        corridors = new Corridors(journal);
        bulletins = new Bulletins(journal, places, agreements, ledgers, corridors);
        story = new StoryPlayer(
                Scenarios.find(scenario),
                journal,
                new Desks(
                        places,
                        agreements,
                        ledgers,
                        new Fires(journal, Corridors.ground()),
                        corridors,
                        new Routes(journal),
                        new Notifications(journal),
                        new Gates(journal, corridors),
                        new Cards(journal),
                        new Choices(journal),
                        new Shifts(journal),
                        new ServicePoints(journal),
                        new Stocks(journal),
                        new SafeAreas(journal),
                        new Vehicles(journal),
                        new Trips(journal),
                        new WaitingLines(journal),
                        new Convoys(journal),
                        new Receptions(journal),
                        new OwnWays(journal),
                        bulletins),
                clock);
    }

    ToldNode to(String instant) {
        story.playTo(Instant.parse(instant));
        return this;
    }

    /// Waits until every index has taken in every entry.
    void awaitIndexes() {
        while (journal.condition().indexesBehind().values().stream().anyMatch(behind -> behind > 0))
            Thread.onSpinWait();
    }

    @Override
    public void close() {
        journal.close();
    }
}
