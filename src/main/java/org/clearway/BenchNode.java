// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.Role;
import org.clearway.journal.Draft;
import org.clearway.journal.Journal;
import org.clearway.journal.NodeFolder;
import org.clearway.journal.Rule;
import org.clearway.time.Occurred;

/// A node as any other, in a folder of the bench, with the bench's own chapter beside all the others.
final class BenchNode implements AutoCloseable {
    private static final String PASSPHRASE = "nothing here is secret";
    private static final Actor DUTY = new Actor(new AccountId("duty-1"), Set.of(Role.DUTY));

    private final Journal journal;
    private final SplittableRandom chance;

    private BenchNode(Journal journal, SplittableRandom chance) {
        this.journal = journal;
        this.chance = chance;
    }

    static BenchNode make(Path path, long seed) {
        var secrets = new SecureRandom();
        var folder = new NodeFolder(path);
        folder.create(Optional.empty(), PASSPHRASE, secrets);
        var chapters = new ArrayList<>(Node.chapters());
        chapters.add(BenchNotes.chapter());
        Journal journal = folder.open(PASSPHRASE, chapters, InstantSource.system(), secrets);
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
}
