// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import org.clearway.accounts.Accounts;
import org.clearway.accounts.Strength;
import org.clearway.journal.Chapter;
import org.clearway.journal.Journal;
import org.clearway.journal.NodeFolder;

/// A node that is open: its journal and every front desk, wired together by hand.
final class Node implements AutoCloseable {
    private final Journal journal;
    private final Accounts accounts;

    private Node(Journal journal, InstantSource ticking, SecureRandom chance) {
        this.journal = journal;
        this.accounts = new Accounts(journal, ticking, chance, Strength.FIELD);
    }

    /// Everything that a node's journal may hold.
    static List<Chapter> chapters() {
        return List.of(Accounts.chapter());
    }

    /// Opens a folder on the machine's own clock, or on a scenario's.
    static Node open(NodeFolder folder, String passphrase, InstantSource clock) {
        var chance = new SecureRandom();
        Journal journal = folder.open(passphrase, chapters(), clock, chance);
        return new Node(journal, InstantSource.system(), chance);
    }

    static Node open(NodeFolder folder, String passphrase) {
        return open(folder, passphrase, InstantSource.system());
    }

    Journal journal() {
        return journal;
    }

    Accounts accounts() {
        return accounts;
    }

    @Override
    public void close() {
        journal.close();
    }
}
