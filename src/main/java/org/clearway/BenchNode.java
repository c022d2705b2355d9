// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.Role;
import org.clearway.agreement.Agreements;
import org.clearway.agreement.Party;
import org.clearway.agreement.PartyId;
import org.clearway.agreement.PartyKind;
import org.clearway.ceasefire.Count;
import org.clearway.ceasefire.CountingUnit;
import org.clearway.ceasefire.Covers;
import org.clearway.ceasefire.Ledgers;
import org.clearway.ceasefire.PartCount;
import org.clearway.ceasefire.Stated;
import org.clearway.ceasefire.Stretch;
import org.clearway.geo.Area;
import org.clearway.geo.AreaId;
import org.clearway.geo.AreaKind;
import org.clearway.journal.Draft;
import org.clearway.journal.Journal;
import org.clearway.journal.NodeFolder;
import org.clearway.journal.Rule;
import org.clearway.language.Language;
import org.clearway.language.Names;
import org.clearway.places.Basis;
import org.clearway.places.Places;
import org.clearway.places.Source;
import org.clearway.time.Occurred;

/// A node as any other, in a folder of the bench, with the bench's own chapter beside all the others.
final class BenchNode implements AutoCloseable {
    static final String PASSPHRASE = "nothing here is secret";
    private static final Actor DUTY = new Actor(new AccountId("duty-1"), Set.of(Role.DUTY));
    private static final Actor COORDINATION = new Actor(new AccountId("coordination-1"), Set.of(Role.COORDINATION));
    /// How many areas a ledger has in {@link #stating(int)}.
    private static final int AREAS = 4;

    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);

    private final Journal journal;
    private final SplittableRandom chance;

    private BenchNode(Journal journal, SplittableRandom chance) {
        this.journal = journal;
        this.chance = chance;
    }

    static BenchNode make(Path path, long seed) {
        return make(path, seed, InstantSource.system());
    }

    static BenchNode make(Path path, long seed, InstantSource clock) {
        return make(new NodeFolder(path), seed, clock);
    }

    /// @param folder of a node, which is in it or in a database that is named
    static BenchNode make(NodeFolder folder, long seed, InstantSource clock) {
        var secrets = new SecureRandom();
        folder.create(Optional.empty(), PASSPHRASE, secrets);
        var chapters = new ArrayList<>(Node.chapters());
        chapters.add(BenchNotes.chapter());
        Journal journal = folder.open(PASSPHRASE, chapters, clock, secrets);
        return new BenchNode(journal, new SplittableRandom(seed));
    }

    Journal journal() {
        return journal;
    }

    /// Clients whose acts are one entry each, from which no view is derived.
    List<BenchLoad.Client> noting(int clients) {
        var noting = new ArrayList<BenchLoad.Client>(clients);
        for (int i = 0; i < clients; i++) noting.add(new Noting(i, chance.split()));
        return noting;
    }

    /// Clients that each state the ledgers of a reporter of their own, one day after the other, each with its parts.
    List<BenchLoad.Client> stating(int clients) {
        return stating(clients, AREAS);
    }

    /// @param parts of each ledger
    List<BenchLoad.Client> stating(int clients, int parts) {
        var places = new Places(journal);
        var areas = new ArrayList<AreaId>(parts);
        for (int i = 1; i <= parts; i++) {
            var id = new AreaId("area-" + i);
            var area = new Area(id, AreaKind.ADM1, Optional.empty(), named("Area " + i), List.of(), Optional.empty());
            places.name(COORDINATION, journal.ids().next(), area, Optional.empty());
            areas.add(id);
        }
        var agreements = new Agreements(journal);
        var ledgers = new Ledgers(journal);
        var stating = new ArrayList<BenchLoad.Client>(clients);
        for (int i = 1; i <= clients; i++) {
            var reporter = new PartyId("reporter-" + i);
            var party = new Party(reporter, PartyKind.OFFICE, named("Reporter " + i), Optional.empty());
            agreements.name(COORDINATION, journal.ids().next(), party);
            stating.add(new Stating(ledgers, reporter, areas, chance.split()));
        }
        return stating;
    }

    @Override
    public void close() {
        journal.close();
    }

    private final class Noting implements BenchLoad.Client {
        private final long client;
        private final SplittableRandom own;
        private long number;

        Noting(long client, SplittableRandom own) {
            this.client = client;
            this.own = own;
        }

        @Override
        public void act() {
            var body = new BenchNotes.Noted(client, ++number, own.nextLong(1L << 50));
            Occurred now = Occurred.at(journal.clock().instant(), ZoneOffset.UTC);
            journal.record(DUTY, journal.ids().next(), Draft.of(body, now), Rule.NONE);
        }
    }

    private final class Stating implements BenchLoad.Client {
        private static final int MOST_A_DAY = 60;
        private final Ledgers ledgers;
        private final PartyId reporter;
        private final List<AreaId> areas;
        private final SplittableRandom own;
        private LocalDate day = FIRST_DAY;

        Stating(Ledgers ledgers, PartyId reporter, List<AreaId> areas, SplittableRandom own) {
            this.ledgers = ledgers;
            this.reporter = reporter;
            this.areas = List.copyOf(areas);
            this.own = own;
        }

        @Override
        public void act() {
            var parts = new ArrayList<PartCount>(areas.size());
            int total = 0;
            for (AreaId area : areas) {
                int count = own.nextInt(MOST_A_DAY);
                parts.add(new PartCount(area, new Count(count)));
                total += count;
            }
            Source source =
                    new Source(named("Agency"), Occurred.on(day, ZoneOffset.UTC), Optional.empty(), Basis.STATED);
            var stated = new Stated(
                    reporter,
                    new Covers(Stretch.PAST_24_HOURS, day, ZoneOffset.UTC),
                    CountingUnit.CASE_OF_FIRE,
                    Optional.of(new Count(total)),
                    parts,
                    true,
                    List.of(),
                    source);
            ledgers.state(DUTY, journal.ids().next(), stated, Optional.empty());
            day = day.plusDays(1);
        }
    }

    private static Names named(String name) {
        return Names.of(Language.EN, name);
    }
}
