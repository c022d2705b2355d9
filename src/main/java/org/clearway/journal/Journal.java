// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.crypto.AEADBadTagException;
import org.clearway.access.Actor;
import org.clearway.access.Deed;
import org.clearway.access.Sensitivity;
import org.clearway.journal.JournalEntries.ConfidentialRead;
import org.clearway.journal.JournalEntries.Exported;
import org.clearway.journal.JournalEntries.KeyName;
import org.clearway.journal.JournalEntries.KeysDestroyed;
import org.clearway.journal.JournalEntries.Reason;
import org.clearway.journal.JournalEntries.SealPlace;
import org.clearway.journal.JournalEntries.SealedKind;
import org.clearway.journal.JournalEntries.ShownRead;
import org.clearway.language.Problem;
import org.clearway.time.Micros;
import org.clearway.time.Occurred;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The journal of one node. What {@link #record} has answered is on disk. Safe for use by many threads.
public final class Journal implements AutoCloseable {
    /// How many acts, at most, are committed together.
    public static final int LARGEST_GROUP = 256;

    /// How far ahead of the node's clock the clock of whoever names an act may go: a time zone taken for another.
    private static final Duration AHEAD_AT_MOST = Duration.ofDays(1);

    /// How many keys one entry names, at most, where many are to be told of.
    private static final int KEYS_TOLD_TOGETHER = 500;

    private final NodeFolder folder;
    private final NodeFolder.Lock lock;
    private final Store store;
    private final Turn turn;
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
    private final Optional<StoryKind> story;
    private final Object closing = new Object();
    private volatile boolean closed;
    private volatile Around around = Supplier::get;

    private Journal(
            NodeFolder folder,
            NodeFolder.Lock lock,
            Store store,
            Turn turn,
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
        this.store = store;
        this.turn = turn;
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
        this.story = folder.story().map(Story::kind);
    }

    static Journal open(
            NodeFolder folder,
            NodeFolder.Lock lock,
            Turn turn,
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
        var opened = new ArrayDeque<AutoCloseable>();
        Stores stores = folder.stores();
        Store store = stores.journal();
        Optional<ClosedMark> mark = store.closedMark();
        try {
            if (!store.exists()) throw Problem.of("journal.file-missing", "file", store);
            boolean writtenOver = mark.isPresent() && mark.get().writtenOver();
            opened.push(() -> {
                if (!writtenOver) mark.ifPresent(ClosedMark::leave);
            });
            store.migrate();
            Keys keys = Keys.open(stores.keys(), passphrase, clock, chance, maxPages);
            opened.push(keys);
            HeadPlaces places = stores.heads(keys.rows());
            Connection connection = store.writer(maxPages);
            opened.push(connection);
            Start start = Start.of(
                    connection,
                    store.home(),
                    places,
                    folder.path().toString(),
                    writtenOver,
                    chance,
                    keys.verifyingKey());
            keys.destroyAgain(start.destroyedKeys());
            HikariDataSource readers = store.readers();
            opened.push(readers);
            var heads = new Heads(places, keys);
            opened.push(heads);
            var writer = new EntryWriter(
                    folder.path(), store, turn, connection, kinds, clock, ids, start.head(), heads::note);
            opened.push(writer);
            var findings = new ArrayList<>(start.findings());
            writer.start();
            writer.alone((to, rows) -> viewsOfThisProgram(to, rows, kinds)).ifPresent(findings::add);
            var journal = new Journal(
                    folder,
                    lock,
                    store,
                    turn,
                    keys,
                    kinds,
                    clock,
                    ids,
                    heads,
                    writer,
                    readers,
                    start.head().stream(),
                    findings);
            if (start.opening().isPresent()) {
                journal.recordAsNode(
                        new JournalEntries.StreamOpened(start.opening().get(), new VerifyingKey(keys.verifyingKey())));
                if (start.opening().get() == JournalEntries.Opening.RESTORED) {
                    journal.tellDestroyed(start.destroyedKeys());
                }
                start.successor().ifPresent(identity -> writer.alone((to, rows) -> Start.store(to, identity)));
                heads.write();
            }
            if (mark.isPresent()) mark.get().takeAway();
            return journal;
        } catch (SQLException
                | IOException
                | DataAccessException
                | FlywayException
                | HikariPool.PoolInitializationException
                | StoreFailure.Failed e) {
            throw closed(opened, StoreFailure.meaning(e, folder.path()));
        } catch (RuntimeException e) {
            throw closed(opened, e);
        }
    }

    /// The journal's own kinds of entry.
    public static Chapter chapter() {
        return JournalEntries.chapter();
    }

    /// A program of another version may have been here: what it did not know is in the journal, and not in the views.
    private static Optional<Finding> viewsOfThisProgram(Connection connection, JdbcClient rows, Kinds kinds)
            throws SQLException {
        if (!Rebuild.needed(rows, kinds)) return Optional.empty();
        boolean before = Rebuild.everMade(rows);
        Rebuilt rebuilt = Rebuild.run(connection, rows, kinds, Progress.SILENT);
        // A new folder had none, and no backup holds any.
        return rebuilt.entries() == 0 || !before
                ? Optional.empty()
                : Optional.of(
                        new Finding("journal.views-remade", Map.of("entries", String.valueOf(rebuilt.entries()))));
    }

    /// Records one act: all of `drafts`, or nothing. When this returns, they are on disk.
    ///
    /// @param id the same id with the same words is the same act, and is answered as it was the first time
    /// @param rule asked just before, with the views as they stand
    /// @throws Problem what `rule` refused; `journal.same-act-other-words`; `journal.act-of-the-future`;
    ///     `journal.key-destroyed`; `journal.disk-full`, `journal.read-only`, `journal.store-failed`;
    ///     `journal.interrupted`; `journal.closing`
    public Receipt record(Actor actor, ActId id, List<Draft> drafts, Rule rule) {
        return record(actor, id, drafts, rule, Beside.NOTHING);
    }

    /// The same with rows that no entry tells of.
    public Receipt record(Actor actor, ActId id, List<Draft> drafts, Rule rule, Beside beside) {
        if (drafts.isEmpty()) throw new IllegalArgumentException("An act records at least one entry.");
        if (closed) throw Problem.of("journal.closing");
        // The time of its name decides how long what is sealed in it is kept.
        if (id.named().isAfter(clock.instant().plus(AHEAD_AT_MOST))) {
            throw Problem.of("journal.act-of-the-future", "act", id);
        }
        Optional<Tracing.Trace> trace = Tracing.of(this, id);
        var all = new ArrayList<>(drafts);
        trace.ifPresent(more -> all.add(more.draft()));
        Rule both = trace.map(more -> more.rule().and(rule)).orElse(rule);
        var prepared = new ArrayList<EntryWriter.Prepared>(all.size());
        for (int i = 0; i < all.size(); i++) prepared.add(prepare(actor, id, i, all.get(i)));
        return around.act(() -> writer.record(id, actor.account(), prepared, both, beside));
    }

    /// Does `work`, and adds to the acts that it records on this thread, by whichever front desk, where they come from:
    /// one more entry, and one more rule. They are on disk with it, or nothing of them is.
    public void tracing(Tracing tracing, Runnable work) {
        Tracing.within(this, tracing, work);
    }

    public Receipt record(Actor actor, ActId id, Draft draft, Rule rule) {
        return record(actor, id, List.of(draft), rule);
    }

    /// The views as they are now.
    public Reading now() {
        return new Reading() {
            @Override
            public JdbcClient rows() {
                return live();
            }

            @Override
            public Instant knownAt() {
                return clock.instant();
            }
        };
    }

    /// The views as they were when `known` was now, remade from the journal. Close it. Its table `set_aside` names the
    /// entries that could not go into them, also those that were damaged since.
    /// @param progress told how far the replay has come, in entries
    public Reading asOf(Instant known, Progress progress) {
        live();
        return AsOf.replay(store, readers, kinds, known, progress, folder.path());
    }

    /// The views as they stand now, and go on standing in this reading while others write. Close it soon: what is
    /// overwritten meanwhile is kept for it.
    public Reading still() {
        live();
        try {
            return new Still(store.snapshot(), clock.instant());
        } catch (SQLException e) {
            throw StoreFailure.meaning(e, folder.path());
        }
    }

    /// Opens a sealed value for somebody, and notes that they read it. The front desk has checked that they may.
    /// @throws Problem `journal.key-missing`, `journal.seal-broken`, and what {@link #record} throws
    public <T> Unsealed<T> open(Actor actor, ActId id, Sealed.Closed<T> closed, Class<T> type) {
        return openAll(actor, id, List.of(closed), type).getFirst();
    }

    /// Opens a sealed value before those whom it is about, who showed what leads to it, and notes
    /// that somebody read one, and not which: a journal that kept whose card was shown where people
    /// set out would tell who then stayed.
    /// @throws Problem as {@link #open} does
    public <T> Unsealed<T> openShown(Actor actor, ActId id, Sealed.Closed<T> closed, Class<T> type) {
        return openAll(actor, id, List.of(closed), type, one -> new ShownRead(new SealedKind(one.component())))
                .getFirst();
    }

    /// Opens several at once, each with an entry of its own, and answers in their order.
    /// @throws Problem as {@link #open} does
    public <T> List<Unsealed<T>> openAll(Actor actor, ActId id, List<Sealed.Closed<T>> closed, Class<T> type) {
        return openAll(actor, id, closed, type, one -> new ConfidentialRead(new SealPlace(one.place())));
    }

    private <T> List<Unsealed<T>> openAll(
            Actor actor,
            ActId id,
            List<Sealed.Closed<T>> closed,
            Class<T> type,
            Function<Sealed.Closed<T>, Body> read) {
        var living = new LinkedHashMap<Sealed.Closed<T>, byte[]>();
        for (Sealed.Closed<T> one : closed) {
            keys.forOpening(one.key()).ifPresent(key -> living.put(one, key));
        }
        Occurred now = Occurred.at(clock.instant(), ZoneOffset.UTC);
        List<Draft> reads = living.keySet().stream()
                .map(one -> Draft.of(read.apply(one), now))
                .toList();
        if (!reads.isEmpty()) record(actor, id, reads, Rule.NONE);
        return closed.stream()
                .map(one -> Optional.ofNullable(living.get(one))
                        .map(key -> opened(one, key, type))
                        .orElseGet(Unsealed.Erased::new))
                .toList();
    }

    private <T> Unsealed<T> opened(Sealed.Closed<T> closed, byte[] key, Class<T> type) {
        try {
            return new Unsealed.Opened<>(type.cast(kinds.codec().readValue(type, closed.decrypt(key))));
        } catch (AEADBadTagException e) {
            throw new Problem("journal.seal-broken", Map.of("place", closed.place()), e);
        }
    }

    /// Changes rows that stand beside the journal and belong to no act. When this returns, they are on disk.
    /// @throws Problem what `change` refuses, and what a store that fails means
    public void keep(Beside change) {
        if (closed) throw Problem.of("journal.closing");
        writer.alone((connection, rows) -> {
            change.keep(rows);
            return true;
        });
    }

    /// Takes away what the files still hold of earlier states of rows that {@link #keep} changed or took away, which
    /// would tell by their order when each was written.
    /// @return false where somebody still reads such a state: then it is to be asked for again
    public boolean forgetEarlierStates() {
        if (closed) throw Problem.of("journal.closing");
        return writer.alone((connection, rows) -> store.forgetEarlierStates(connection));
    }

    /// Signs `text` with the key that signs the heads of the chain. A signature for one purpose is none for another,
    /// nor for a head.
    /// @param purpose small letters
    public byte[] sign(String purpose, String text) {
        return keys.sign(forPurpose(purpose, text));
    }

    /// Whether this node signed `text` for that purpose.
    public boolean signed(String purpose, String text, byte[] signature) {
        return verifyingKey().signed(purpose, text, signature);
    }

    /// By which others know what this node signed.
    public VerifyingKey verifyingKey() {
        return new VerifyingKey(keys.verifyingKey());
    }

    /// What is signed of a head is JSON, and begins with a brace.
    static byte[] forPurpose(String purpose, String text) {
        if (!purpose.matches("[a-z]+")) throw new IllegalArgumentException("Not a purpose: " + purpose);
        return ("clearway " + purpose + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }

    /// The keyed pseudonym of something that entries concern.
    public Subject subject(String secret) {
        return new Subject(keys.pseudonym(secret));
    }

    /// The pseudonym of something that those whom a sealed value is about did, under the very key
    /// that seals it: from the day on which that key is destroyed nobody can make it again, nor
    /// tell that two pseudonyms were of one household. Empty where the key is destroyed.
    public Optional<Subject> subjectUnder(Sealed.Closed<?> sealed, String secret) {
        return keys.forOpening(sealed.key())
                .map(key -> new Subject(HexFormat.of()
                        .formatHex(Crypto.hmac(key, ("subject\n" + secret).getBytes(StandardCharsets.UTF_8)))));
    }

    /// Destroys every key of `subject`, for ever. What was sealed for it is gone, here and in every
    /// backup, and nothing more is sealed for it; the chain still verifies.
    /// @throws org.clearway.access.NotPermitted unless the actor may erase
    public void erase(Actor actor, ActId id, Subject subject) {
        actor.must(Deed.ERASE);
        destroy(actor, id, Reason.ASKED, List.of(Keys.subjectKeys(subject)));
    }

    /// Destroys the keys whose time is over, and says how many.
    public int destroyExpired() {
        Instant now = clock.instant();
        List<String> over = keys.living().stream()
                .filter(name -> Keys.timeIsOver(name, now))
                .toList();
        destroy(Actor.NODE, ids.next(), Reason.TIME_OVER, over);
        return over.size();
    }

    /// Checks every entry of every stream, and the heads that were noted outside the database.
    public Verification verify(Progress progress) {
        return verify(Optional.empty(), progress);
    }

    /// @param keptHead a head that {@link #head()} told and that was kept elsewhere
    /// @throws Problem `journal.not-a-head`
    public Verification verify(Optional<String> keptHead, Progress progress) {
        live();
        List<Heads.Noted> kept = keptHead.map(Journal::noted).stream().toList();
        try (Connection connection = readers.getConnection()) {
            return Verifier.verify(
                    connection, kinds, keys, stream.node(), folder.stores().heads(keys.rows()), kept, progress);
        } catch (SQLException | IOException e) {
            throw StoreFailure.meaning(e, folder.path());
        }
    }

    private static Heads.Noted noted(String head) {
        try {
            return Heads.parse(head);
        } catch (IllegalArgumentException e) {
            throw new Problem("journal.not-a-head", Map.of("head", head), e);
        }
    }

    /// Remakes views and indexes from the journal and tells which tables came out otherwise. Nothing else is recorded
    /// meanwhile.
    public Rebuilt rebuild(Progress progress) {
        return writer.alone((connection, rows) -> Rebuild.run(connection, rows, kinds, progress));
    }

    /// Writes every entry as a line of canonical JSON. Fields above `upTo` are left out and named as withheld. The
    /// export is itself an entry, and the last one in it; the same act again writes the same lines.
    /// @throws org.clearway.access.NotPermitted unless the actor may export
    /// @throws Problem `journal.entry-damaged` at an entry that cannot be read: an export that lacks one is none
    public void export(Actor actor, ActId id, Sensitivity upTo, Writer out) {
        actor.must(Deed.EXPORT_JOURNAL);
        var exported = new Exported(upTo, Export.entriesBefore(live(), kinds, id));
        Receipt receipt =
                record(actor, id, Draft.of(exported, Occurred.at(clock.instant(), ZoneOffset.UTC)), Rule.NONE);
        try (Connection connection = readers.getConnection()) {
            var lines = new BufferedWriter(out);
            Export.write(connection, kinds, upTo, receipt.position(), lines);
            lines.flush();
        } catch (SQLException e) {
            throw StoreFailure.meaning(e, folder.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What is to be done when another program took over, or the database is gone: nothing more is recorded then.
    public void whenDisplaced(Runnable then) {
        turn.whenLost(then);
    }

    /// Notes that somebody takes something out of the node as a file. The front desk has checked that they may, and
    /// hands it out only then.
    public void takenOut(Actor actor, Taken what) {
        record(
                actor,
                ids.next(),
                Draft.of(new JournalEntries.TakenOut(what), Occurred.at(clock.instant(), ZoneOffset.UTC)),
                Rule.NONE);
    }

    /// What was found when the folder was opened.
    public List<Finding> findings() {
        return findings;
    }

    /// How many bytes the journal takes on a server; 0 where it is a file of the node's folder.
    public long bytesOnServer() {
        return store.bytesOnServer(live());
    }

    public StreamId stream() {
        return stream;
    }

    /// How the node does, for its health page.
    public Condition condition() {
        long last = live().sql("select coalesce(max(position), 0) from entry")
                .query(Long.class)
                .single();
        var behind = new java.util.TreeMap<String, Long>();
        for (Index index : kinds.indexes()) behind.put(index.name(), last - Indexes.progress(live, index));
        List<Long> damaged = Replay.damaged(live);
        long setAside =
                live.sql("select count(*) from set_aside").query(Long.class).single() - damaged.size();
        return new Condition(last, writer.clockIsBehind(), heads.failing(), behind, setAside, damaged);
    }

    /// @param entries how many entries there are
    /// @param clockIsBehind whether the clock stands before the last entry
    /// @param headIsNotNoted whether the head of the chain could not be written beside the database, on a full disk
    ///     perhaps: then a dropped tail might go unseen
    /// @param indexesBehind by index, how many entries it has yet to take in
    /// @param setAside how many entries are in the journal and in no view, because a view could not take them
    /// @param damaged the positions of entries that the last rebuild could not read, changed outside the program
    public record Condition(
            long entries,
            boolean clockIsBehind,
            boolean headIsNotNoted,
            Map<String, Long> indexesBehind,
            long setAside,
            List<Long> damaged) {
        public Condition {
            damaged = List.copyOf(damaged);
            indexesBehind = Collections.unmodifiableMap(new LinkedHashMap<>(indexesBehind));
        }
    }

    Keys keys() {
        return keys;
    }

    Kinds kinds() {
        return kinds;
    }

    Store store() {
        return store;
    }

    private JdbcClient live() {
        if (closed) throw Problem.of("journal.closing");
        return live;
    }

    /// When the last entry was recorded; empty in a new folder.
    public Optional<Instant> lastRecorded() {
        return live().sql("select received from entry order by position desc limit 1")
                .query((row, n) -> Micros.instant(row.getLong("received")))
                .optional();
    }

    /// Stands around each act, from when it is ready until it is on disk or refused.
    public interface Around {
        Receipt act(Supplier<Receipt> act);
    }

    /// Lets somebody measure acts. It is told nothing of what they are.
    public void measure(Around each) {
        around = each;
    }

    /// How many acts wait for the one thread that writes.
    public long waiting() {
        return writer.waiting();
    }

    /// How often the clock was found behind the journal, as entries tell.
    public ClockNoticed clockNoticed() {
        return live().sql("select count(*) as times, max(received) as last from entry"
                        + " where type = 'journal.clock-noticed'")
                .query((row, n) -> new ClockNoticed(
                        row.getLong("times"),
                        row.getLong("times") == 0
                                ? Optional.empty()
                                : Optional.of(Micros.instant(row.getLong("last")))))
                .single();
    }

    /// @param last when it was found so last; empty where it never was
    public record ClockNoticed(long times, Optional<Instant> last) {}

    public InstantSource clock() {
        return clock;
    }

    public ActIds ids() {
        return ids;
    }

    public NodeFolder folder() {
        return folder;
    }

    /// What this node tells, where it is none of the real ones.
    public Optional<StoryKind> story() {
        return story;
    }

    /// Finishes the acts that wait, and lets go of the folder. Whoever comes later is told that the node is closing.
    @Override
    public void close() {
        synchronized (closing) {
            if (closed) return;
            closed = true;
            AutoCloseable mark = () -> store.closedMark().ifPresent(ClosedMark::leave);
            RuntimeException failure = closeAll(List.of(writer, heads, readers, keys, mark, turn, lock));
            if (failure != null) throw failure;
        }
    }

    private EntryWriter.Prepared prepare(Actor actor, ActId act, int ordinal, Draft draft) {
        EntryKind kind = kinds.of(draft.body());
        var destroyed = new ArrayList<String>();
        String json = kinds.codec().write(draft.body(), act + "/" + ordinal, (clear, place, kept) -> {
            String name = draft.subject()
                    .map(subject -> Keys.subjectKey(subject, act.named(), kept.until()))
                    .orElseGet(() -> Keys.periodKey(act.named(), kept.as(), kept.until()));
            Optional<byte[]> key = keys.forSealing(name);
            if (key.isPresent()) return Sealed.Closed.encrypted(name, key.get(), place, clear);
            destroyed.add(name);
            return new Sealed.Closed<>(name, place, "");
        });
        Body body = kinds.codec().read(kind.body(), json);
        return EntryWriter.Prepared.of(
                act,
                ordinal,
                actor.account(),
                kind,
                json,
                body,
                draft.occurred(),
                draft.subject(),
                destroyed.stream().findFirst());
    }

    private void destroy(Actor actor, ActId id, Reason reason, List<String> names) {
        if (names.isEmpty()) return;
        var body = new KeysDestroyed(names.stream().map(KeyName::new).toList(), reason);
        record(actor, id, Draft.of(body, Occurred.at(clock.instant(), ZoneOffset.UTC)), Rule.NONE);
        names.forEach(keys::destroy);
    }

    /// Entries tell of the keys that were destroyed after the entries of a backup were copied.
    private void tellDestroyed(Collection<String> told) {
        List<String> untold =
                keys.destroyed().stream().filter(name -> !told.contains(name)).toList();
        for (int i = 0; i < untold.size(); i += KEYS_TOLD_TOGETHER) {
            List<String> some = untold.subList(i, Math.min(untold.size(), i + KEYS_TOLD_TOGETHER));
            recordAsNode(new KeysDestroyed(some.stream().map(KeyName::new).toList(), Reason.RESTORED));
        }
    }

    private void recordAsNode(Body body) {
        record(Actor.NODE, ids.next(), Draft.of(body, Occurred.at(clock.instant(), ZoneOffset.UTC)), Rule.NONE);
    }

    /// Closes what was opened so far; what fails by that is told beside the reason for it.
    private static RuntimeException closed(Collection<AutoCloseable> opened, RuntimeException reason) {
        RuntimeException failure = closeAll(opened);
        if (failure != null) reason.addSuppressed(failure);
        return reason;
    }

    /// Closes each, whatever becomes of the others.
    /// @return the first failure
    private static @Nullable RuntimeException closeAll(Collection<? extends AutoCloseable> all) {
        RuntimeException first = null;
        for (AutoCloseable one : all) {
            try {
                one.close();
            } catch (Exception e) {
                if (first == null) first = e instanceof RuntimeException told ? told : new IllegalStateException(e);
            }
        }
        return first;
    }

    /// A small secret that a capability keeps among the keys of the node, sealed as they are and in no entry.
    public Optional<byte[]> secret(String name) {
        return keys.secret(name);
    }

    /// Keeps a secret; one of that name is replaced.
    /// @throws Problem what a failure of the disk means to a person
    public void keepSecret(String name, byte[] secret) {
        keys.keepSecret(name, secret);
    }

    /// The head of this node's stream as one line, signed, to be kept elsewhere.
    public Optional<String> head() {
        return live().sql("select sequence, hash from entry where stream = ? order by sequence desc limit 1")
                .param(stream.toString())
                .query((row, n) -> Heads.line(
                        keys, stream, row.getLong("sequence"), HexFormat.of().formatHex(row.getBytes("hash"))))
                .optional();
    }
}
