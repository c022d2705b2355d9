// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import static org.clearway.access.Retention.FOR_EVER;
import static org.clearway.access.Sensitivity.PUBLIC;
import static org.clearway.access.Sensitivity.RESTRICTED;

import java.util.List;
import org.clearway.access.Sensitivity;
import org.clearway.journal.BesideTable.Copies;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The journal's own entries, and the one view it derives from them.
final class JournalEntries {
    private JournalEntries() {}

    /// Why a stream begins.
    enum Opening {
        /// A new folder.
        FIRST,
        /// The folder is a copy of another.
        COPIED,
        /// The folder was restored from a backup.
        RESTORED,
        /// The journal ends before the head that was noted for it outside.
        TAIL_MISSING,
        /// The head that was noted for it outside is missing, cannot be read, or is not of its chain.
        HEAD_WRONG
    }

    /// The first entry of every stream.
    record StreamOpened(
            @Kept(as = PUBLIC, until = FOR_EVER) Opening reason,
            @Kept(as = PUBLIC, until = FOR_EVER) VerifyingKey key) implements Body {}

    /// The clock stood before the last recorded entry.
    record ClockNoticed(@Kept(as = PUBLIC, until = FOR_EVER) long microsBehind) implements Body {}

    /// Keys were destroyed: what they sealed cannot be opened any more.
    record KeysDestroyed(
            @Kept(as = RESTRICTED, until = FOR_EVER) List<KeyName> keys,
            @Kept(as = PUBLIC, until = FOR_EVER) Reason reason)
            implements Body {}

    record KeyName(String name) {}

    enum Reason {
        ASKED,
        TIME_OVER,
        /// They were destroyed after the backup was made that this node was restored from.
        RESTORED
    }

    /// Somebody opened a sealed value.
    record ConfidentialRead(
            @Kept(as = RESTRICTED, until = FOR_EVER) SealPlace place) implements Body {}

    /// Act, ordinal and component that a value was sealed for.
    record SealPlace(String place) {}

    /// Somebody opened a sealed value before those whom it is about. Whose it was is in no entry.
    record ShownRead(
            @Kept(as = RESTRICTED, until = FOR_EVER) SealedKind what) implements Body {}

    /// The component that a value was sealed for, such as `household`.
    record SealedKind(String component) {}

    /// Somebody took entries out of the node.
    record Exported(
            @Kept(as = RESTRICTED, until = FOR_EVER) Sensitivity upTo,
            @Kept(as = RESTRICTED, until = FOR_EVER) long entries)
            implements Body {}

    /// Somebody took something that the node derives from its entries out of it, as a file.
    record TakenOut(@Kept(as = RESTRICTED, until = FOR_EVER) Taken what) implements Body {}

    static Chapter chapter() {
        return Chapter.of(
                        "journal",
                        List.of(
                                new EntryKind("journal.stream-opened", 1, StreamOpened.class),
                                new EntryKind("journal.clock-noticed", 1, ClockNoticed.class),
                                new EntryKind("journal.keys-destroyed", 1, KeysDestroyed.class),
                                new EntryKind("journal.confidential-read", 1, ConfidentialRead.class),
                                new EntryKind("journal.shown-read", 1, ShownRead.class),
                                new EntryKind("journal.exported", 1, Exported.class),
                                new EntryKind("journal.taken-out", 1, TakenOut.class)),
                        new DestroyedKeys())
                .beside("index_progress", Copies.NONE)
                .beside("views_made", Copies.NONE)
                .beside("chain_check", Copies.NONE)
                .beside("backup_run", Copies.NONE)
                .beside("keys_copy", Copies.NONE)
                .beside("story", Copies.NEWEST);
    }

    private static final class DestroyedKeys implements View {
        @Override
        public List<Table> tables() {
            return List.of(new Table("destroyed_key", "name"));
        }

        @Override
        public void apply(Entry entry, JdbcClient rows) {
            if (!(entry.body() instanceof KeysDestroyed gone)) return;
            for (KeyName key : gone.keys()) {
                rows.sql("insert into destroyed_key (name, destroyed) values (?, ?) on conflict (name) do nothing")
                        .params(key.name(), org.clearway.time.Micros.of(entry.recorded()))
                        .update();
            }
        }
    }
}
