// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.Role;
import org.clearway.accounts.Accounts;
import org.clearway.accounts.Devices;
import org.clearway.accounts.Duties;
import org.clearway.accounts.Lasts;
import org.clearway.accounts.Password;
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
import org.clearway.health.TestMachine;
import org.clearway.health.Vitals;
import org.clearway.journal.Backups;
import org.clearway.journal.Chapter;
import org.clearway.journal.DayBook;
import org.clearway.journal.Journal;
import org.clearway.journal.StoryKind;
import org.clearway.journal.TestNode;
import org.clearway.language.Language;
import org.clearway.language.Names;
import org.clearway.paper.Papers;
import org.clearway.places.Places;
import org.clearway.scenario.Desks;
import org.clearway.scenario.SetUps;
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
import org.clearway.trust.Host;

/// The pages of a real node in a folder of its own, served on a free port, with an account for every desk.
public final class Site implements AutoCloseable {
    public static final Password PASSWORD = new Password("a password for tests");
    static final Duration SIGN_OFF_AFTER = Duration.ofMinutes(30);
    static final ZoneId ZONE = ZoneId.of("Europe/Vienna");

    private final TestNode node;
    private final TestNode.TestClock ticking =
            new TestNode.TestClock(java.time.InstantSource.system().instant());
    private final Accounts accounts;
    private final Certificates certificates;
    private final Places places;
    private final Agreements agreements;
    private final Ledgers ledgers;
    private final Fires fires;
    private final Corridors corridors;
    private final Gates gates;
    private final ServicePoints servicePoints;
    private final Stocks stocks;
    private final Complaints complaints;
    private final DayBook armsBook;
    private final Weapons weapons;
    private final Backups backups;
    private final WebShell.Running running;

    private Site(Path folder, boolean marked, Function<Journal, List<?>> more, List<Host> opened, boolean enrolment) {
        node = TestNode.in(folder, chapters().toArray(Chapter[]::new));
        agreements = new Agreements(node.journal());
        corridors = new Corridors(node.journal());
        gates = new Gates(node.journal(), corridors);
        servicePoints = new ServicePoints(node.journal());
        stocks = new Stocks(node.journal());
        complaints = new Complaints(node.journal());
        armsBook = node.dayBook("arms", Weapons.kinds(), ZONE);
        weapons = new Weapons(armsBook);
        backups = new Backups(
                node.journal(),
                List.of(armsBook),
                chapters(),
                TestNode.PASSPHRASE,
                ticking,
                new SecureRandom(),
                "1.2.3",
                work -> Thread.ofVirtual().start(work));
        places = new Places(node.journal());
        ledgers = new Ledgers(node.journal());
        fires = new Fires(node.journal(), Corridors.ground());
        accounts =
                new Accounts(node.journal(), java.time.InstantSource.system(), new SecureRandom(), new Strength(64, 1));
        certificates = new Certificates(node.journal(), ticking, new SecureRandom());
        accounts.firstAccount(node.act(), account(Role.ADMINISTRATOR), PASSWORD, Lasts.AS_IT_IS);
        for (Role role : Role.values()) {
            if (role == Role.PUBLIC || role == Role.ADMINISTRATOR) continue;
            accounts.open(administrator(), node.act(), account(role), Set.of(role), PASSWORD, Lasts.AS_IT_IS);
        }
        var boards = new Boards(node.journal(), agreements, corridors, gates, fires, ZONE);
        var bulletins = new Bulletins(node.journal(), places, agreements, ledgers, corridors);
        var desks = new ArrayList<Object>(List.of(
                node.journal(),
                accounts,
                new Resets(node.journal(), accounts),
                new Duties(node.journal(), accounts),
                new Devices(node.journal(), accounts, ticking, new SecureRandom()),
                new SecureRandom(),
                certificates,
                places,
                agreements,
                ledgers,
                fires,
                corridors,
                new Routes(node.journal()),
                new Notifications(node.journal()),
                gates,
                new Cards(node.journal()),
                new Choices(node.journal()),
                new Shifts(node.journal()),
                servicePoints,
                stocks,
                complaints,
                new SafeAreas(node.journal()),
                new Trips(node.journal()),
                new WaitingLines(node.journal()),
                new Manifests(node.journal()),
                new Convoys(node.journal()),
                new Drivers(node.journal()),
                new Receptions(node.journal()),
                new OwnWays(node.journal()),
                new Vehicles(node.journal()),
                weapons,
                boards,
                bulletins,
                vitals(boards),
                new Exports(
                        node.journal(),
                        ticking,
                        ZONE,
                        "1.2.3",
                        new Exports.Sources(
                                accounts,
                                places,
                                agreements,
                                ledgers,
                                corridors,
                                gates,
                                servicePoints,
                                stocks,
                                new SafeAreas(node.journal()),
                                new Trips(node.journal()),
                                boards,
                                bulletins)),
                backups,
                new Papers(node.journal()),
                setUps(bulletins)));
        if (marked) desks.add(new Steps());
        desks.addAll(more.apply(node.journal()));
        running = WebShell.start(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                opened.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Network(
                                InetAddress.getLoopbackAddress(),
                                0,
                                enrolment ? OptionalInt.of(0) : OptionalInt.empty(),
                                certificates.prove(opened))),
                new NodeFacts(
                        new Names(Map.of(Language.EN, "Bridge office", Language.AR, "مكتب الجسر")),
                        marked
                                ? Optional.of(new NodeFacts.Told(
                                        StoryKind.RECONSTRUCTION,
                                        new Names(Map.of(
                                                Language.EN, "A day at the bridge", Language.AR, "يوم عند الجسر"))))
                                : Optional.empty(),
                        "1.2.3",
                        node.clock(),
                        ticking,
                        ZONE,
                        SIGN_OFF_AFTER),
                desks);
    }

    private SetUps setUps(Bulletins bulletins) {
        Journal journal = node.journal();
        return new SetUps(
                journal,
                new Desks(
                        places,
                        agreements,
                        ledgers,
                        fires,
                        corridors,
                        new Routes(journal),
                        new Notifications(journal),
                        gates,
                        new Cards(journal),
                        new Choices(journal),
                        new Shifts(journal),
                        servicePoints,
                        stocks,
                        new SafeAreas(journal),
                        new Vehicles(journal),
                        new Trips(journal),
                        new WaitingLines(journal),
                        new Convoys(journal),
                        new Receptions(journal),
                        new OwnWays(journal),
                        bulletins),
                ZONE);
    }

    /// A real node.
    public static Site in(Path folder) {
        return in(folder, journal -> List.of());
    }

    /// A real node whose pages are given more than the front desks.
    public static Site in(Path folder, Function<Journal, List<?>> more) {
        return new Site(folder, false, more, List.of(), false);
    }

    /// A real node that other machines reach at `hosts`, over HTTPS; in this very machine, so that
    /// tests do.
    /// @param enrolment whether the page of enrolment is shown without HTTPS too
    static Site opened(Path folder, boolean enrolment, Host... hosts) {
        return new Site(folder, false, journal -> List.of(), List.of(hosts), enrolment);
    }

    /// A node that plays a scenario, and can be stepped.
    static Site playing(Path folder) {
        return new Site(folder, true, journal -> List.of(), List.of(), false);
    }

    private static List<Chapter> chapters() {
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

    /// The backups of this node.
    Backups backups() {
        return backups;
    }

    private Vitals vitals(Boards boards) {
        var vitals = new Vitals(
                node.journal(),
                boards,
                new TestMachine(node.clock()),
                "1.2.3",
                backups::standing,
                work -> Thread.ofVirtual().start(work));
        vitals.watchClock();
        return vitals;
    }

    public static AccountId account(Role role) {
        return new AccountId(role.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-1");
    }

    Actor administrator() {
        return new Actor(account(Role.ADMINISTRATOR), Set.of(Role.ADMINISTRATOR));
    }

    public Journal journal() {
        return node.journal();
    }

    public TestNode node() {
        return node;
    }

    /// The clock that sessions are measured by; it stands still unless a test sets it.
    TestNode.TestClock ticking() {
        return ticking;
    }

    Accounts accounts() {
        return accounts;
    }

    Certificates certificates() {
        return certificates;
    }

    Places places() {
        return places;
    }

    Gates gates() {
        return gates;
    }

    ServicePoints servicePoints() {
        return servicePoints;
    }

    Stocks stocks() {
        return stocks;
    }

    Complaints complaints() {
        return complaints;
    }

    Weapons weapons() {
        return weapons;
    }

    DayBook armsBook() {
        return armsBook;
    }

    Agreements agreements() {
        return agreements;
    }

    Fires fires() {
        return fires;
    }

    Ledgers ledgers() {
        return ledgers;
    }

    Corridors corridors() {
        return corridors;
    }

    WebShell.Running running() {
        return running;
    }

    public URI address() {
        return running.address();
    }

    /// A visitor with a jar for cookies and no JavaScript, who reads English.
    public Surfer surfer() {
        return new Surfer(address());
    }

    @Override
    public void close() {
        running.close();
        armsBook.close();
        node.close();
    }

    private final class Steps implements Stepper {
        private volatile int pace = 1;

        @Override
        public List<Integer> paces() {
            return List.of(0, 1, 60);
        }

        @Override
        public int pace() {
            return pace;
        }

        @Override
        public void pace(Actor actor, int times) {
            pace = times;
        }

        @Override
        public List<Moment> moments() {
            return List.of(
                    new Moment(
                            Instant.parse("2019-09-13T10:00:00Z"),
                            new Names(Map.of(Language.EN, "The day before", Language.AR, "اليوم السابق"))),
                    new Moment(
                            Instant.parse("2019-09-14T16:00:00Z"),
                            new Names(Map.of(Language.EN, "The cut-off", Language.AR, "موعد الإقفال"))));
        }

        @Override
        public Step step(Actor actor, Instant to) {
            actor.must(org.clearway.access.Deed.STEP_SCENARIO);
            node.clock().set(to);
            return Step.TOLD_ON;
        }
    }
}
