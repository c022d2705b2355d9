// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import org.clearway.access.Actor;
import org.clearway.access.Deed;
import org.clearway.access.Retention;
import org.clearway.access.Sensitivity;
import org.clearway.journal.JournalEntries.ConfidentialRead;
import org.clearway.journal.JournalEntries.Exported;
import org.clearway.journal.JournalEntries.KeyName;
import org.clearway.journal.JournalEntries.KeysDestroyed;
import org.clearway.journal.JournalEntries.Reason;
import org.clearway.journal.JournalEntries.SealPlace;
import org.clearway.language.Problem;
import org.clearway.time.Micros;
import org.clearway.time.Occurred;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The journal of one node. What {@link #record} has answered is on disk. Safe for use by many threads.
public final class Journal implements AutoCloseable {
    /// How many acts, at most, are committed together.
    public static final int LARGEST_GROUP = 256;

    private final NodeFolder folder;
    private final NodeFolder.Lock lock;
    private final Keys keys;
    private final Kinds kinds;
    private final InstantSource clock;
    private final ActIds ids;
    private final Heads heads;
    private final EntryWriter writer;
    private final HikariDataSource readers;
    private final JdbcClient live;
    private final StreamId stream;
    private final List<Finding> findings;
    private boolean closed;

    private Journal(
            NodeFolder folder,
            NodeFolder.Lock lock,
            Keys keys,
            Kinds kinds,
            InstantSource clock,
            ActIds ids,
            Heads heads,
            EntryWriter writer,
            HikariDataSource readers,
            StreamId stream,
            List<Finding> findings) {
        this.folder = folder;
        this.lock = lock;
        this.keys = keys;
        this.kinds = kinds;
        this.clock = clock;
        this.ids = ids;
        this.heads = heads;
        this.writer = writer;
        this.readers = readers;
        this.live = JdbcClient.create(readers);
        this.stream = stream;
        this.findings = List.copyOf(findings);
    }

    static Journal open(
            NodeFolder folder,
            NodeFolder.Lock lock,
            String passphrase,
            List<Chapter> chapters,
            InstantSource clock,
            SecureRandom chance,
            long maxPages) {
        var known = new ArrayList<Chapter>();
        known.add(chapter());
        known.addAll(chapters);
        var kinds = new Kinds(known);
        var ids = new ActIds(clock, chance);
        Keys keys = null;
        Connection connection = null;
        try {
            Sqlite.migrate(folder.journalFile(), "journal");
            keys = Keys.open(folder.keysFile(), passphrase, clock, chance);
            connection = Sqlite.writer(folder.journalFile(), maxPages);
            var heads = new Heads(folder.path(), keys);
            Start start = Start.of(connection, folder, keys, chance);
            for (String name : start.destroyedKeys()) keys.destroy(name);
            var writer = new EntryWriter(folder.path(), connection, kinds, clock, ids, start.head(), heads::note);
            HikariDataSource readers = Sqlite.readers(folder.journalFile());
            var journal = new Journal(
                    folder,
                    lock,
                    keys,
                    kinds,
                    clock,
                    ids,
                    heads,
                    writer,
                    readers,
                    start.head().stream(),
                    start.findings());
            writer.start();
            if (start.opening().isPresent()) {
                journal.recordAsNode(new JournalEntries.StreamOpened(
                        start.opening().get(), new JournalEntries.VerifyingKey(keys.verifyingKey())));
            }
            return journal;
        } catch (SQLException | DataAccessException | org.flywaydb.core.api.FlywayException e) {
            closeQuietly(connection, keys);
            throw Sqlite.meaning(e, folder.path());
        } catch (RuntimeException e) {
            closeQuietly(connection, keys);
            throw e;
        }
    }

    /// The journal's own kinds of entry.
    public static Chapter chapter() {
        return JournalEntries.chapter();
    }

    /// Records one act: all of `drafts`, or nothing. When this returns, they are on disk.
    ///
    /// @param id the same id with the same words is the same act, and is answered as it was the first time
    /// @param rule asked just before, with the views as they stand
    /// @throws Problem what `rule` refused; `journal.same-act-other-words`; `journal.disk-full`;
    ///     `journal.key-destroyed`
    public Receipt record(Actor actor, ActId id, List<Draft> drafts, Rule rule) {
        if (drafts.isEmpty()) throw new IllegalArgumentException("An act records at least one entry.");
        var prepared = new ArrayList<EntryWriter.Prepared>(drafts.size());
        for (int i = 0; i < drafts.size(); i++) prepared.add(prepare(actor, id, i, drafts.get(i)));
        return writer.record(id, actor.account(), prepared, rule);
    }

    public Receipt record(Actor actor, ActId id, Draft draft, Rule rule) {
        return record(actor, id, List.of(draft), rule);
    }

    /// The views as they are now.
    public Reading now() {
        return new Reading() {
            @Override
            public JdbcClient rows() {
                return live;
            }

            @Override
            public Instant knownAt() {
                return clock.instant();
            }
        };
    }

    /// The views as they were when `known` was now, remade from the journal. Close it.
    /// @param progress told how far the replay has come, in entries
    public Reading asOf(Instant known, Progress progress) {
        return AsOf.replay(readers, kinds, known, progress, folder.path());
    }

    /// Opens a sealed value for somebody, and notes that they read it. The front desk has checked that they may.
    public <T> Unsealed<T> open(Actor actor, ActId id, Sealed.Closed<T> closed, Class<T> type) {
        Optional<byte[]> key = keys.forOpening(closed.key());
        if (key.isEmpty()) return new Unsealed.Erased<>();
        Occurred now = Occurred.at(clock.instant(), ZoneOffset.UTC);
        record(actor, id, Draft.of(new ConfidentialRead(new SealPlace(closed.place())), now), Rule.NONE);
        try {
            byte[] clear = Crypto.decrypt(
                    key.get(),
                    Base64.getUrlDecoder().decode(closed.text()),
                    closed.place().getBytes(StandardCharsets.UTF_8));
            return new Unsealed.Opened<>(type.cast(kinds.codec().readValue(type, clear)));
        } catch (AEADBadTagException e) {
            throw new Problem("journal.seal-broken", Map.of("place", closed.place()), e);
        }
    }

    /// The keyed pseudonym of something that entries concern.
    public Subject subject(String secret) {
        return new Subject(keys.pseudonym(secret));
    }

    /// Destroys every key of `subject`. What they sealed is gone, here and in every backup; the chain still verifies.
    /// @throws org.clearway.access.NotPermitted unless the actor may erase
    public void erase(Actor actor, ActId id, Subject subject) {
        actor.must(Deed.ERASE);
        destroy(
                actor,
                id,
                Reason.ASKED,
                keys.living().stream()
                        .filter(name -> name.startsWith("subject/" + subject.pseudonym() + "/"))
                        .toList());
    }

    /// Destroys the keys whose time is over, and says how many.
    public int destroyExpired() {
        Instant now = clock.instant();
        List<String> over =
                keys.living().stream().filter(name -> timeIsOver(name, now)).toList();
        destroy(Actor.NODE, ids.next(), Reason.TIME_OVER, over);
        return over.size();
    }

    /// Checks every entry of every stream, and the heads that were noted outside the database.
    public Verification verify(Progress progress) {
        return verify(Optional.empty(), progress);
    }

    /// @param keptHead a head that {@link #head()} told and that was kept elsewhere
    public Verification verify(Optional<String> keptHead, Progress progress) {
        List<Heads.Noted> kept = keptHead.map(Heads::parse).stream().toList();
        try (Connection connection = readers.getConnection()) {
            return Verifier.verify(connection, kinds, folder.path(), kept, progress);
        } catch (SQLException e) {
            throw Sqlite.meaning(e, folder.path());
        }
    }

    /// Remakes views and indexes from the journal and tells which tables came out otherwise. Nothing else is recorded
    /// meanwhile.
    public Rebuilt rebuild(Progress progress) {
        return writer.alone((connection, rows) -> Rebuild.run(connection, rows, kinds, progress));
    }

    /// Writes every entry as a line of canonical JSON. Fields above `upTo` are left out and named as withheld. The
    /// export is itself an entry.
    /// @throws org.clearway.access.NotPermitted unless the actor may export
    public void export(Actor actor, ActId id, Sensitivity upTo, Writer out) {
        actor.must(Deed.EXPORT_JOURNAL);
        long entries = live.sql("select count(*) from entry").query(Long.class).single();
        record(
                actor,
                id,
                Draft.of(new Exported(upTo, entries), Occurred.at(clock.instant(), ZoneOffset.UTC)),
                Rule.NONE);
        try (Connection connection = readers.getConnection()) {
            var lines = new BufferedWriter(out);
            Export.write(connection, kinds, upTo, lines);
            lines.flush();
        } catch (SQLException e) {
            throw Sqlite.meaning(e, folder.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What was found when the folder was opened.
    public List<Finding> findings() {
        return findings;
    }

    public StreamId stream() {
        return stream;
    }

    /// How the node does, for its health page.
    public Condition condition() {
        long last = live.sql("select coalesce(max(position), 0) from entry")
                .query(Long.class)
                .single();
        var behind = new java.util.TreeMap<String, Long>();
        for (Index index : kinds.indexes()) behind.put(index.name(), last - Indexes.progress(live, index));
        return new Condition(last, writer.clockIsBehind(), behind);
    }

    /// @param entries how many entries there are
    /// @param clockIsBehind whether the clock stands before the last entry
    /// @param indexesBehind by index, how many entries it has yet to take in
    public record Condition(long entries, boolean clockIsBehind, Map<String, Long> indexesBehind) {}

    /// When the last entry was recorded; empty in a new folder.
    public Optional<Instant> lastRecorded() {
        return live.sql("select max(recorded) from entry")
                .query((row, n) -> {
                    long micros = row.getLong(1);
                    return row.wasNull() ? Optional.<Instant>empty() : Optional.of(Micros.instant(micros));
                })
                .single();
    }

    public InstantSource clock() {
        return clock;
    }

    public ActIds ids() {
        return ids;
    }

    public NodeFolder folder() {
        return folder;
    }

    @Override
    public synchronized void close() {
        if (closed) return;
        closed = true;
        writer.close();
        heads.close();
        readers.close();
        keys.close();
        lock.close();
    }

    private EntryWriter.Prepared prepare(Actor actor, ActId act, int ordinal, Draft draft) {
        EntryKind kind = kinds.of(draft.body());
        String json = kinds.codec()
                .write(draft.body(), act + "/" + ordinal, (clear, place, kept) -> seal(act, draft, clear, place, kept));
        Body body = kinds.codec().read(kind.body(), json);
        return EntryWriter.Prepared.of(
                act, ordinal, actor.account(), kind, json, body, draft.occurred(), draft.subject());
    }

    private Sealed.Closed<?> seal(ActId act, Draft draft, byte[] clear, String place, Kept kept) {
        String name = draft.subject()
                .map(subject -> Keys.subjectKey(subject, kept.until()))
                .orElseGet(() -> Keys.periodKey(act.named(), kept.as(), kept.until()));
        byte[] key = keys.forSealing(name);
        byte[] bound = place.getBytes(StandardCharsets.UTF_8);
        byte[] sealed = Crypto.encrypt(key, Crypto.nonceFor(key, bound, clear), clear, bound);
        return new Sealed.Closed<>(
                name, place, Base64.getUrlEncoder().withoutPadding().encodeToString(sealed));
    }

    private void destroy(Actor actor, ActId id, Reason reason, List<String> names) {
        if (names.isEmpty()) return;
        var body = new KeysDestroyed(names.stream().map(KeyName::new).toList(), reason);
        record(actor, id, Draft.of(body, Occurred.at(clock.instant(), ZoneOffset.UTC)), Rule.NONE);
        names.forEach(keys::destroy);
    }

    private static boolean timeIsOver(String name, Instant now) {
        String[] parts = name.split("/", -1);
        if (!parts[0].equals("period")) return false;
        Instant end = YearMonth.parse(parts[1])
                .plusMonths(1)
                .atDay(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        return Retention.valueOf(parts[3])
                .length()
                .filter(length -> !end.plus(length).isAfter(now))
                .isPresent();
    }

    private void recordAsNode(Body body) {
        record(Actor.NODE, ids.next(), Draft.of(body, Occurred.at(clock.instant(), ZoneOffset.UTC)), Rule.NONE);
    }

    private static void closeQuietly(
            @org.jspecify.annotations.Nullable Connection connection, @org.jspecify.annotations.Nullable Keys keys) {
        try {
            if (connection != null) connection.close();
        } catch (SQLException e) {
            // The reason for giving up is already on its way to the person.
        }
        if (keys != null) keys.close();
    }

    /// The head of this node's stream as one line, signed, to be kept elsewhere.
    public Optional<String> head() {
        return live.sql("select sequence, hash from entry where stream = ? order by sequence desc limit 1")
                .param(stream.toString())
                .query((row, n) -> Heads.line(
                        keys, stream, row.getLong("sequence"), HexFormat.of().formatHex(row.getBytes("hash"))))
                .optional();
    }
}
