// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.clearway.accounts.Accounts;
import org.clearway.accounts.Devices;
import org.clearway.accounts.Duties;
import org.clearway.accounts.Resets;
import org.clearway.accounts.Strength;
import org.clearway.agreement.Agreements;
import org.clearway.arms.Weapons;
import org.clearway.bulletin.Bulletins;
import org.clearway.care.Complaints;
import org.clearway.care.ServicePoints;
import org.clearway.care.Stocks;
import org.clearway.ceasefire.Fires;
import org.clearway.ceasefire.Ledgers;
import org.clearway.coordination.Boards;
import org.clearway.corridor.Corridors;
import org.clearway.corridor.Notifications;
import org.clearway.corridor.Routes;
import org.clearway.export.Exports;
import org.clearway.gate.Cards;
import org.clearway.gate.Choices;
import org.clearway.gate.Gates;
import org.clearway.gate.Shifts;
import org.clearway.health.Vitals;
import org.clearway.journal.Backups;
import org.clearway.journal.Chapter;
import org.clearway.journal.DayBook;
import org.clearway.journal.Journal;
import org.clearway.journal.NodeFolder;
import org.clearway.paper.Papers;
import org.clearway.places.Places;
import org.clearway.scenario.Desks;
import org.clearway.scenario.Scenario;
import org.clearway.scenario.ScenarioClock;
import org.clearway.scenario.Scenarios;
import org.clearway.scenario.SetUps;
import org.clearway.scenario.StoryPlayer;
import org.clearway.transport.Convoys;
import org.clearway.transport.Drivers;
import org.clearway.transport.Manifests;
import org.clearway.transport.OwnWays;
import org.clearway.transport.Receptions;
import org.clearway.transport.SafeAreas;
import org.clearway.transport.Trips;
import org.clearway.transport.Vehicles;
import org.clearway.transport.WaitingLines;
import org.clearway.trust.Certificates;

/// A node that is open: its journal and every front desk, wired together by hand. The folder of a scenario runs on the
/// scenario's clock, from where its journal ends.
final class Node implements AutoCloseable {
    private static final String ARMS = "arms";

    private final Journal journal;
    private final DayBook armsBook;
    private final Weapons weapons;
    private final Accounts accounts;
    private final Resets resets;
    private final Devices devices;
    private final Duties duties;
    private final Certificates certificates;
    private final Places places;
    private final Agreements agreements;
    private final Ledgers ledgers;
    private final Fires fires;
    private final Corridors corridors;
    private final Routes routes;
    private final Notifications notifications;
    private final ServicePoints servicePoints;
    private final Stocks stocks;
    private final Complaints complaints;
    private final SafeAreas safeAreas;
    private final Trips trips;
    private final WaitingLines waitingLines;
    private final Manifests manifests;
    private final Convoys convoys;
    private final Drivers drivers;
    private final Receptions receptions;
    private final OwnWays ownWays;
    private final Vehicles vehicles;
    private final Gates gates;
    private final Cards cards;
    private final Choices choices;
    private final ZoneId zone;
    private final Shifts shifts;
    private final Boards boards;
    private final Bulletins bulletins;
    private final Backups backups;
    private final Vitals vitals;
    private final Exports exports;
    private final Papers papers;
    private final SetUps setUps;
    private final Optional<StoryPlayer> story;

    private Node(
            Journal journal,
            String passphrase,
            Optional<Scenario> scenario,
            Optional<ScenarioClock> clock,
            SecureRandom chance) {
        this.journal = journal;
        this.accounts = new Accounts(journal, InstantSource.system(), chance, Strength.FIELD);
        this.resets = new Resets(journal, accounts);
        this.duties = new Duties(journal, accounts);
        this.devices = new Devices(journal, accounts, InstantSource.system(), chance);
        this.certificates = new Certificates(journal, InstantSource.system(), chance);
        this.places = new Places(journal);
        this.agreements = new Agreements(journal);
        this.ledgers = new Ledgers(journal);
        this.fires = new Fires(journal, Corridors.ground());
        this.corridors = new Corridors(journal);
        this.routes = new Routes(journal);
        this.notifications = new Notifications(journal);
        this.gates = new Gates(journal, corridors);
        this.cards = new Cards(journal);
        this.choices = new Choices(journal);
        this.zone = scenario.map(Scenario::zone).orElseGet(ZoneId::systemDefault);
        this.armsBook = journal.folder().dayBook(ARMS, passphrase, Weapons.kinds(), zone, journal.clock(), chance);
        this.weapons = new Weapons(armsBook);
        this.servicePoints = new ServicePoints(journal);
        this.stocks = new Stocks(journal);
        this.complaints = new Complaints(journal);
        this.safeAreas = new SafeAreas(journal);
        this.trips = new Trips(journal);
        this.waitingLines = new WaitingLines(journal);
        this.manifests = new Manifests(journal);
        this.convoys = new Convoys(journal);
        this.drivers = new Drivers(journal);
        this.receptions = new Receptions(journal);
        this.ownWays = new OwnWays(journal);
        this.vehicles = new Vehicles(journal);
        this.shifts = new Shifts(journal);
        this.boards = new Boards(journal, agreements, corridors, gates, fires, zone);
        this.bulletins = new Bulletins(journal, places, agreements, ledgers, corridors);
        this.backups = new Backups(
                journal,
                List.of(armsBook),
                chapters(),
                passphrase,
                InstantSource.system(),
                chance,
                ProgramVersion.text(),
                work -> Thread.ofVirtual().name("clearway-backup").start(work));
        this.vitals = new Vitals(
                journal,
                boards,
                new ThisMachine(),
                ProgramVersion.text(),
                backups::standing,
                work -> Thread.ofVirtual().name("clearway-check").start(work));
        this.papers = new Papers(journal);
        this.exports = new Exports(
                journal,
                InstantSource.system(),
                zone,
                ProgramVersion.text(),
                new Exports.Sources(
                        accounts,
                        places,
                        agreements,
                        ledgers,
                        corridors,
                        gates,
                        servicePoints,
                        stocks,
                        safeAreas,
                        trips,
                        boards,
                        bulletins));
        var desks = new Desks(
                places,
                agreements,
                ledgers,
                fires,
                corridors,
                routes,
                notifications,
                gates,
                cards,
                choices,
                shifts,
                servicePoints,
                stocks,
                safeAreas,
                vehicles,
                trips,
                waitingLines,
                convoys,
                receptions,
                ownWays,
                bulletins);
        this.setUps = new SetUps(journal, desks, zone);
        this.story = scenario.flatMap(told -> clock.map(its -> new StoryPlayer(told, journal, desks, its)));
    }

    /// Everything that a node's journal may hold.
    static List<Chapter> chapters() {
        return List.of(
                Accounts.chapter(),
                Places.chapter(),
                Agreements.chapter(),
                Ledgers.chapter(),
                Corridors.chapter(),
                Gates.chapter(),
                ServicePoints.chapter(),
                SafeAreas.chapter(),
                Papers.chapter(),
                Boards.chapter(),
                Bulletins.chapter(),
                Exports.chapter());
    }

    static Node open(NodeFolder folder, String passphrase) {
        return open(folder, passphrase, folder::open);
    }

    /// As {@link #open}, once no other program works on the node's database any more.
    /// @param waiting told once where the other program is
    static Node openInTurn(NodeFolder folder, String passphrase, Consumer<String> waiting) {
        return open(
                folder,
                passphrase,
                (given, chapters, clock, chance) ->
                        folder.openInTurn(given, chapters, clock, chance, System::nanoTime, waiting));
    }

    private interface Opening {
        Journal open(String passphrase, List<Chapter> chapters, InstantSource clock, SecureRandom chance);
    }

    private static Node open(NodeFolder folder, String passphrase, Opening opening) {
        var chance = new SecureRandom();
        Optional<Scenario> scenario = folder.story().map(Scenarios::of);
        if (scenario.isEmpty()) {
            return new Node(
                    opening.open(passphrase, chapters(), InstantSource.system(), chance),
                    passphrase,
                    scenario,
                    Optional.empty(),
                    chance);
        }
        var clock = new ScenarioClock(scenario.get().begins().minusSeconds(120), System::nanoTime);
        Journal journal = opening.open(passphrase, chapters(), clock, chance);
        Instant reached = journal.lastRecorded().orElse(scenario.get().begins());
        var node = new Node(journal, passphrase, scenario, Optional.of(clock), chance);
        clock.runFrom(scenario.get().goesOnAt(reached));
        return node;
    }

    Journal journal() {
        return journal;
    }

    Accounts accounts() {
        return accounts;
    }

    Duties duties() {
        return duties;
    }

    Devices devices() {
        return devices;
    }

    Resets resets() {
        return resets;
    }

    /// What the node shows other machines to be itself.
    Certificates certificates() {
        return certificates;
    }

    Places places() {
        return places;
    }

    Agreements agreements() {
        return agreements;
    }

    Ledgers ledgers() {
        return ledgers;
    }

    Fires fires() {
        return fires;
    }

    Corridors corridors() {
        return corridors;
    }

    Routes routes() {
        return routes;
    }

    Notifications notifications() {
        return notifications;
    }

    Gates gates() {
        return gates;
    }

    Cards cards() {
        return cards;
    }

    Choices choices() {
        return choices;
    }

    ServicePoints servicePoints() {
        return servicePoints;
    }

    Stocks stocks() {
        return stocks;
    }

    Papers papers() {
        return papers;
    }

    Complaints complaints() {
        return complaints;
    }

    SafeAreas safeAreas() {
        return safeAreas;
    }

    Trips trips() {
        return trips;
    }

    WaitingLines waitingLines() {
        return waitingLines;
    }

    Manifests manifests() {
        return manifests;
    }

    Convoys convoys() {
        return convoys;
    }

    Drivers drivers() {
        return drivers;
    }

    Receptions receptions() {
        return receptions;
    }

    OwnWays ownWays() {
        return ownWays;
    }

    Vehicles vehicles() {
        return vehicles;
    }

    /// The zone that times are shown in: the scenario's own, else the machine's.
    ZoneId zone() {
        return zone;
    }

    Shifts shifts() {
        return shifts;
    }

    Boards boards() {
        return boards;
    }

    Bulletins bulletins() {
        return bulletins;
    }

    /// The copies of this node, and the trials of them.
    Backups backups() {
        return backups;
    }

    /// How this node does.
    Vitals vitals() {
        return vitals;
    }

    /// Tables that are taken out as files.
    Exports exports() {
        return exports;
    }

    SetUps setUps() {
        return setUps;
    }

    /// What people lay down; it writes in a journal of its own.
    Weapons weapons() {
        return weapons;
    }

    /// The journal of the weapons desk.
    DayBook armsBook() {
        return armsBook;
    }

    /// The story, where this is the folder of a scenario.
    Optional<StoryPlayer> story() {
        return story;
    }

    @Override
    public void close() {
        armsBook.close();
        journal.close();
    }
}
