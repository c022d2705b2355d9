// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.clearway.access.AccountId;
import org.clearway.language.Problem;
import org.clearway.time.Micros;
import org.clearway.time.Occurred;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// The one thread that writes. It takes what waits, gives each act a savepoint, commits them together, and only then
/// tells whoever waits. When the store fails under a group, each act of it is tried alone, so that one act too many on
/// a full disk does not take its neighbours with it.
final class EntryWriter implements AutoCloseable {
    private static final int WAITING_ROOM = 8_192;
    private static final int INDEX_SLICE = 200;
    private static final long IDLE_MILLIS = 50;

    /// Indexes follow when nobody has acted for so long: whoever does one act after the other does not wait for a
    /// commit of theirs after each.
    private static final long BEFORE_INDEXES_MILLIS = 5;

    private static final String FIND = "select type, version, body, recorded, position, account, subject from entry"
            + " where act = ? order by ordinal";
    private static final String INSERT = "insert into entry (" + Envelope.COLUMNS
            + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (act, ordinal) do nothing";
    private static final Duration CLOCK_SLACK = Duration.ofSeconds(2);

    private final Path folder;
    private final Store store;
    private final Turn turn;
    private final Connection connection;
    private final JdbcClient rows;
    private final Kinds kinds;
    private final InstantSource clock;
    private final ActIds ids;
    private final Consumer<Head> committed;
    private final BlockingQueue<Work> queue = new ArrayBlockingQueue<>(WAITING_ROOM);
    private final Thread thread;
    private final Reading views;
    private final MessageDigest sha256 = Crypto.sha256();

    private volatile Head head;
    private boolean clockIsBehind;
    private boolean indexesBehind = true;
    private int groupsSinceIndexes;
    private volatile boolean closing;

    EntryWriter(
            Path folder,
            Store store,
            Turn turn,
            Connection connection,
            Kinds kinds,
            InstantSource clock,
            ActIds ids,
            Head head,
            Consumer<Head> committed) {
        this.folder = folder;
        this.store = store;
        this.turn = turn;
        this.connection = connection;
        this.rows = JdbcClient.create(new SingleConnectionDataSource(connection, false));
        this.kinds = kinds;
        this.clock = clock;
        this.ids = ids;
        this.head = head;
        this.committed = committed;
        this.views = new Reading() {
            @Override
            public JdbcClient rows() {
                return rows;
            }

            @Override
            public Instant knownAt() {
                return recordedNow();
            }
        };
        this.thread = Thread.ofPlatform().name("clearway-writer").daemon().unstarted(this::run);
    }

    /// An entry made ready on its caller's thread.
    ///
    /// @param json the canonical bytes of `body`
    /// @param destroyedKey a key that it needs and that is destroyed: then it is not recorded, unless it was before
    record Prepared(
            EntryKind kind,
            byte[] json,
            Body body,
            Occurred occurred,
            Optional<Subject> subject,
            Optional<String> destroyedKey,
            Envelope.Words words) {
        /// The text of a sealed value, as it stands in canonical JSON.
        private static final Pattern SEALED_TEXT =
                Pattern.compile("(\"key\":\"[^\"]*\",\"place\":\"[^\"]*\",\"text\":\")[A-Za-z0-9_-]*\"");

        static Prepared of(
                ActId act,
                int ordinal,
                AccountId account,
                EntryKind kind,
                String json,
                Body body,
                Occurred occurred,
                Optional<Subject> subject,
                Optional<String> destroyedKey) {
            Envelope.Words words = Envelope.Words.of(
                    act,
                    ordinal,
                    kind.name(),
                    kind.version(),
                    occurred,
                    account.name(),
                    subject.map(Subject::pseudonym),
                    json);
            byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
            return new Prepared(kind, bytes, body, occurred, subject, destroyedKey, words);
        }

        /// True where `recorded` says the same. What was sealed under a key that is destroyed cannot be compared.
        boolean says(byte[] recorded) {
            return destroyedKey.isEmpty()
                    ? Arrays.equals(json, recorded)
                    : withoutSealed(json).equals(withoutSealed(recorded));
        }

        private static String withoutSealed(byte[] json) {
            return SEALED_TEXT.matcher(new String(json, StandardCharsets.UTF_8)).replaceAll("$1\"");
        }
    }

    private sealed interface Work {
        void fail(Throwable cause);
    }

    private record Pending(
            ActId act,
            AccountId account,
            List<Prepared> drafts,
            Rule rule,
            Beside beside,
            CompletableFuture<Receipt> promise)
            implements Work {
        @Override
        public void fail(Throwable cause) {
            promise.completeExceptionally(cause);
        }
    }

    /// Something else that must have the connection to itself, in a transaction of its own.
    interface Job<T> {
        T run(Connection connection, JdbcClient rows) throws SQLException;
    }

    private record Chore<T>(Job<T> job, CompletableFuture<T> promise) implements Work {
        @Override
        public void fail(Throwable cause) {
            promise.completeExceptionally(cause);
        }
    }

    void start() {
        thread.start();
    }

    Receipt record(ActId act, AccountId account, List<Prepared> drafts, Rule rule, Beside beside) {
        var promise = new CompletableFuture<Receipt>();
        hand(new Pending(act, account, drafts, rule, beside, promise));
        return wait(promise);
    }

    <T> T alone(Job<T> job) {
        var promise = new CompletableFuture<T>();
        hand(new Chore<>(job, promise));
        return wait(promise);
    }

    /// Finishes what was handed over before, refuses the rest.
    @Override
    public void close() {
        closing = true;
        waitForTheEnd();
        refuseWhatIsLeft();
        try {
            connection.close();
        } catch (SQLException e) {
            throw StoreFailure.meaning(e, folder);
        }
    }

    private void hand(Work work) {
        try {
            do {
                if (closing) throw Problem.of("journal.closing");
            } while (!queue.offer(work, 100, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.of("journal.interrupted");
        }
        // Handed over while the thread was ending: then nobody else will take it. What is handed over before the thread
        // has ended is refused by close().
        if (!thread.isAlive() && queue.remove(work)) throw Problem.of("journal.closing");
    }

    /// The connection is not closed under a thread that writes; an interrupt is passed on afterwards.
    private void waitForTheEnd() {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
    }

    private void refuseWhatIsLeft() {
        for (Work left = queue.poll(); left != null; left = queue.poll()) left.fail(Problem.of("journal.closing"));
    }

    private static <T> T wait(CompletableFuture<T> promise) {
        try {
            return promise.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case RuntimeException told -> throw told;
                case Error told -> throw told;
                case null, default -> throw e;
            }
        }
    }

    private void run() {
        var group = new ArrayList<Pending>(Journal.LARGEST_GROUP);
        boolean acted = false;
        while (true) {
            Work next = null;
            try {
                Work first = queue.poll(patience(acted), TimeUnit.MILLISECONDS);
                acted = first != null;
                if (first == null) {
                    if (closing && queue.isEmpty()) break;
                    followWithIndexes();
                    continue;
                }
                next = first;
                while (next instanceof Pending pending) {
                    group.add(pending);
                    next = group.size() < Journal.LARGEST_GROUP ? queue.poll() : null;
                }
                commit(group);
                group.clear();
                if (next instanceof Chore<?> chore) runAlone(chore);
                if (++groupsSinceIndexes >= 50) followWithIndexes();
            } catch (InterruptedException e) {
                // Some rule or view interrupted its own thread, which is this one. Only close() ends it.
            } catch (Throwable e) {
                rollBack(head, clockIsBehind);
                group.forEach(pending -> pending.fail(e));
                group.clear();
                if (next != null) next.fail(e);
            }
        }
        refuseWhatIsLeft();
    }

    /// How long to wait for the next act before the indexes, or the end, have their turn.
    private long patience(boolean acted) {
        if (!indexesBehind) return IDLE_MILLIS;
        return acted ? BEFORE_INDEXES_MILLIS : 0;
    }

    private void commit(List<Pending> group) {
        if (group.isEmpty() || tryTogether(group)) return;
        for (Pending pending : group) tryTogether(List.of(pending));
    }

    /// True when every act of the group has its answer; false when the store failed and nothing of it is kept.
    private boolean tryTogether(List<Pending> group) {
        Head before = head;
        boolean clockBefore = clockIsBehind;
        var answers = new ArrayList<Runnable>(group.size());
        try {
            for (Pending pending : group) answers.add(attempt(pending));
            commit();
        } catch (SQLException | RuntimeException | Error failure) {
            rollBack(before, clockBefore);
            if (group.size() > 1) return false;
            group.get(0).fail(told(failure));
            return true;
        }
        if (head.sequence() > before.sequence()) {
            indexesBehind = true;
            committed.accept(head);
        }
        answers.forEach(Runnable::run);
        return true;
    }

    private void commit() throws SQLException {
        turn.check(rows);
        connection.commit();
    }

    private Runnable attempt(Pending pending) throws SQLException {
        Head before = head;
        boolean clockBefore = clockIsBehind;
        Trial trial = Trial.begin(connection);
        try {
            Receipt receipt = append(pending);
            trial.keep();
            return () -> pending.promise().complete(receipt);
        } catch (Throwable refusal) {
            // A store that fails takes the group with it; whatever else a rule or a view throws is this act's alone.
            if (refusal instanceof SQLException || StoreFailure.of(refusal)) throw refusal;
            trial.undo();
            head = before;
            clockIsBehind = clockBefore;
            return answer(pending, refusal);
        }
    }

    /// What is told to whoever acted in vain. An act that is repeated comes here too, refused by its rule or because
    /// its entries are there; it is looked for only now, since hardly any act is one.
    private Runnable answer(Pending pending, Throwable refusal) throws SQLException {
        try {
            Optional<Receipt> first = repeated(pending);
            if (first.isPresent()) return () -> pending.promise().complete(first.get());
            return () -> pending.fail(told(refusal));
        } catch (Problem otherWords) {
            return () -> pending.fail(otherWords);
        }
    }

    /// What the caller is told: a failure of the database in words, anything else as it is.
    private Throwable told(Throwable failure) {
        boolean ofDatabase = failure instanceof SQLException
                || failure instanceof StoreFailure.Failed
                || failure instanceof DataAccessException;
        return ofDatabase || StoreFailure.of(failure) ? StoreFailure.meaning(failure, folder) : failure;
    }

    private Receipt append(Pending pending) throws SQLException {
        for (Prepared draft : pending.drafts()) {
            if (draft.destroyedKey().isPresent()) {
                throw Problem.of(
                        "journal.key-destroyed", "key", draft.destroyedKey().get());
            }
        }
        noticeClock();
        pending.rule().check(views);
        Instant recorded = recordedNow();
        for (int i = 0; i < pending.drafts().size(); i++) {
            appendOne(pending.act(), i, pending.account(), pending.drafts().get(i), recorded);
        }
        pending.beside().keep(views.rows());
        return new Receipt(pending.act(), recorded, head.position(), false);
    }

    private Optional<Receipt> repeated(Pending pending) throws SQLException {
        int at = 0;
        long recorded = 0;
        long position = 0;
        boolean same = true;
        try (PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setString(1, pending.act().toString());
            try (ResultSet row = find.executeQuery()) {
                while (row.next()) {
                    same &= at < pending.drafts().size()
                            && same(pending.drafts().get(at), row)
                            && pending.account().name().equals(row.getString(6));
                    recorded = row.getLong(4);
                    position = row.getLong(5);
                    at++;
                }
            }
        }
        if (at == 0) return Optional.empty();
        if (!same || at != pending.drafts().size())
            throw Problem.of("journal.same-act-other-words", "act", pending.act());
        return Optional.of(new Receipt(pending.act(), Micros.instant(recorded), position, true));
    }

    private static boolean same(Prepared draft, ResultSet row) throws SQLException {
        return draft.kind().name().equals(row.getString(1))
                && draft.kind().version() == row.getInt(2)
                && draft.says(row.getBytes(3))
                && Objects.equals(draft.subject().map(Subject::pseudonym).orElse(null), row.getString(7));
    }

    private void appendOne(ActId act, int ordinal, AccountId account, Prepared draft, Instant recorded)
            throws SQLException {
        long sequence = head.sequence() + 1;
        long position = head.position() + 1;
        long micros = Micros.of(recorded);
        byte[] hash = draft.words().hash(head.stream(), sequence, micros, head.hash(), sha256);
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setLong(1, position);
            insert.setString(2, head.stream().toString());
            insert.setLong(3, sequence);
            insert.setString(4, act.toString());
            insert.setInt(5, ordinal);
            insert.setString(6, draft.kind().name());
            insert.setInt(7, draft.kind().version());
            insert.setLong(8, Micros.of(draft.occurred().from()));
            insert.setLong(9, Micros.of(draft.occurred().to()));
            insert.setString(10, draft.occurred().precision().name());
            insert.setString(11, draft.occurred().zone().getId());
            insert.setLong(12, micros);
            insert.setLong(13, micros);
            insert.setString(14, account.name());
            insert.setString(15, draft.subject().map(Subject::pseudonym).orElse(null));
            insert.setBytes(16, draft.json());
            insert.setBytes(17, head.hash());
            insert.setBytes(18, hash);
            if (insert.executeUpdate() == 0) throw new IllegalStateException("On record: " + act);
        }
        head = new Head(head.stream(), sequence, hash, micros, position);
        var entry = new Entry(
                new EntryId(act, ordinal),
                head.stream(),
                sequence,
                position,
                draft.kind().name(),
                draft.kind().version(),
                draft.occurred(),
                recorded,
                recorded,
                account,
                draft.subject(),
                draft.body());
        for (View view : kinds.views()) view.apply(entry, rows);
    }

    /// Time as it is recorded: the clock's, but never before the last entry's.
    private Instant recordedNow() {
        return Micros.instant(Math.max(Micros.of(clock.instant()), head.recorded()));
    }

    /// An entry tells of the clock once when it is found behind the journal. It is never the first of its stream, which
    /// is the one that opens it.
    private void noticeClock() throws SQLException {
        if (head.sequence() == 0) return;
        long behind = head.recorded() - Micros.of(clock.instant());
        boolean isBehind = behind > CLOCK_SLACK.toNanos() / 1_000;
        if (isBehind && !clockIsBehind) {
            var body = new JournalEntries.ClockNoticed(behind);
            String json = kinds.codec().write(body, "", (clear, place, kept) -> {
                throw new IllegalStateException();
            });
            Instant recorded = recordedNow();
            Occurred now = Occurred.at(recorded, ZoneOffset.UTC);
            ActId act = ids.next();
            appendOne(
                    act,
                    0,
                    AccountId.NODE,
                    Prepared.of(
                            act,
                            0,
                            AccountId.NODE,
                            kinds.of(body),
                            json,
                            body,
                            now,
                            Optional.empty(),
                            Optional.empty()),
                    recorded);
        }
        clockIsBehind = isBehind;
    }

    /// How many acts and chores wait for their turn.
    long waiting() {
        return queue.size();
    }

    boolean clockIsBehind() {
        return Micros.of(clock.instant()) + CLOCK_SLACK.toNanos() / 1_000 < head.recorded();
    }

    /// Undoes what is not committed, and asks the database where the chain ends: a commit may have been told to have
    /// failed and be on disk all the same.
    private void rollBack(Head before, boolean clockBefore) {
        head = before;
        clockIsBehind = clockBefore;
        try {
            connection.rollback();
        } catch (SQLException gone) {
            // A store may roll back by itself, as on a full disk; then there is no transaction left to end, nor the
            // next begun.
            store.begin(connection);
        }
        try {
            head = Head.read(connection, before.stream());
        } catch (SQLException gone) {
            // The store cannot even be read: the next act says so.
        }
    }

    private <T> void runAlone(Chore<T> chore) {
        Head before = head;
        try {
            T result = chore.job().run(connection, rows);
            commit();
            chore.promise().complete(result);
        } catch (Throwable failure) {
            rollBack(before, clockIsBehind);
            chore.fail(told(failure));
        }
    }

    private void followWithIndexes() {
        groupsSinceIndexes = 0;
        if (!indexesBehind) return;
        try {
            boolean behind = false;
            for (Index index : kinds.indexes()) behind |= follow(index);
            commit();
            indexesBehind = behind;
        } catch (SQLException | RuntimeException failure) {
            rollBack(head, clockIsBehind);
            indexesBehind = false;
        }
    }

    /// Takes the next entries into `index`. One that fails stays behind, which the node's page shows; it stops neither
    /// the gate nor the other indexes, and is tried again after the next act.
    /// @return whether there is more to take in
    private boolean follow(Index index) throws SQLException {
        Trial trial = Trial.begin(connection);
        try {
            boolean more = Indexes.follow(connection, rows, index, kinds, INDEX_SLICE) < head.position();
            trial.keep();
            return more;
        } catch (RuntimeException | StackOverflowError | AssertionError failure) {
            if (StoreFailure.of(failure)) throw failure;
            trial.undo();
            return false;
        }
    }
}
