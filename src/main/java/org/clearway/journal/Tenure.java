// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.clearway.language.Problem;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// The turn of one program among several that may write a journal on PostgreSQL. It holds a lock of
/// the database for as long as its connection lives, and shows by a beat that it is awake. Whoever
/// takes over begins a new epoch, and every transaction of the journal asks for its own: a program
/// that was asleep meanwhile finds another, and writes nothing.
final class Tenure implements Turn {
    static final long BEAT_MILLIS = 500;

    /// Who has not been heard for so long is taken to be asleep or cut off.
    static final Duration SILENCE = Duration.ofSeconds(4);

    private static final int MOMENTS = 4;

    /// Of advisory locks, which have no names: the letters CLEARWAY.
    private static final long LOCK = 0x434c454152574159L;

    private final SingleConnectionDataSource source;
    private final JdbcClient rows;
    private final long epoch;
    private final List<Runnable> whenLost = new ArrayList<>();
    private volatile boolean lost;
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("clearway-tenure").daemon().factory());

    private Tenure(SingleConnectionDataSource source, long epoch) {
        this.source = source;
        this.rows = JdbcClient.create(source);
        this.epoch = epoch;
        heart.scheduleWithFixedDelay(this::beat, BEAT_MILLIS, BEAT_MILLIS, TimeUnit.MILLISECONDS);
    }

    /// Takes the turn if it is free.
    /// @throws Problem `journal.database-in-use`
    static Tenure take(PostgresStore store) {
        SingleConnectionDataSource source = store.connected(PostgresStore.ACTIVE);
        try {
            var rows = JdbcClient.create(source);
            // Who has just gone is known to be gone a moment later.
            boolean ours = locked(rows);
            for (int again = 0; !ours && again < MOMENTS; again++) {
                pause();
                ours = locked(rows);
            }
            if (ours) return new Tenure(source, nextEpoch(rows));
            throw new Problem("journal.database-in-use", Map.of("database", store.toString(), "by", holder(rows)));
        } catch (RuntimeException e) {
            source.destroy();
            throw e;
        }
    }

    /// Waits until whoever has the turn is gone, or has been silent for too long, and takes it.
    /// @param nanos a clock that never jumps
    /// @param waiting told once whom it waits for
    static Tenure await(PostgresStore store, LongSupplier nanos, Consumer<String> waiting) {
        boolean told = false;
        while (true) {
            try {
                SingleConnectionDataSource source = store.connected(PostgresStore.STANDBY);
                try {
                    return await(source, nanos, told ? any -> {} : waiting);
                } catch (RuntimeException e) {
                    source.destroy();
                    throw e;
                }
            } catch (DataAccessException | Problem gone) {
                // The server may be starting again, too: nobody is told that a standby gave up.
                if (!StoreFailure.of(gone)) throw gone;
                told = true;
                pause();
            }
        }
    }

    private static Tenure await(SingleConnectionDataSource source, LongSupplier nanos, Consumer<String> waiting) {
        var rows = JdbcClient.create(source);
        boolean told = false;
        long beat = -1;
        long heard = nanos.getAsLong();
        while (!locked(rows)) {
            if (!told) waiting.accept(holder(rows));
            told = true;
            long now = rows.sql("select beat from tenure where id = 1")
                    .query(Long.class)
                    .single();
            if (now != beat) heard = nanos.getAsLong();
            beat = now;
            if (nanos.getAsLong() - heard > SILENCE.toNanos()) endOthers(rows);
            pause();
        }
        rows.sql("select set_config('application_name', ?, false)")
                .param(PostgresStore.ACTIVE)
                .query(String.class)
                .single();
        // What the one before left open goes with its connections, and with it the locks of its last transaction.
        endOthers(rows);
        return new Tenure(source, nextEpoch(rows));
    }

    private static boolean locked(JdbcClient rows) {
        return rows.sql("select pg_try_advisory_lock(?)")
                .param(LOCK)
                .query(Boolean.class)
                .single();
    }

    /// Where the program that writes is, and since when, by the server's own words.
    private static String holder(JdbcClient rows) {
        return rows.sql("select coalesce(host(a.client_addr), 'localhost') || ' '"
                        + " || to_char(a.backend_start at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"
                        + " from pg_locks l join pg_stat_activity a on a.pid = l.pid where l.locktype = 'advisory'"
                        + " and l.granted and l.classid::bigint = :high and l.objid::bigint = :low"
                        + " and l.database = (select oid from pg_database where datname = current_database())")
                .param("high", LOCK >>> 32)
                .param("low", LOCK & 0xFFFFFFFFL)
                .query((row, n) -> row.getString(1))
                .optional()
                .orElse("?");
    }

    private static void endOthers(JdbcClient rows) {
        rows.sql("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()"
                        + " and application_name = ? and pid <> pg_backend_pid()")
                .param(PostgresStore.ACTIVE)
                .query(Boolean.class)
                .list();
    }

    static long nextEpoch(JdbcClient rows) {
        return rows.sql("update tenure set epoch = epoch + 1, beat = 0 where id = 1 returning epoch")
                .query(Long.class)
                .single();
    }

    private static void pause() {
        try {
            Thread.sleep(BEAT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.of("journal.interrupted");
        }
    }

    private void beat() {
        if (lost) return;
        try {
            boolean ours = rows.sql("update tenure set beat = beat + 1 where id = 1 and epoch = ?")
                            .param(epoch)
                            .update()
                    == 1;
            if (!ours) lose();
        } catch (DataAccessException gone) {
            lose();
        }
    }

    private void lose() {
        List<Runnable> then;
        synchronized (this) {
            if (lost) return;
            lost = true;
            then = List.copyOf(whenLost);
        }
        then.forEach(Runnable::run);
    }

    @Override
    public void whenLost(Runnable then) {
        synchronized (this) {
            if (!lost) {
                whenLost.add(then);
                return;
            }
        }
        then.run();
    }

    /// The row is locked against a new epoch until the transaction that asks ends: what is
    /// committed was of ours.
    @Override
    public void check(JdbcClient writing) {
        Optional<Long> now = writing.sql("select epoch from tenure where id = 1 for share")
                .query(Long.class)
                .optional();
        if (now.equals(Optional.of(epoch))) return;
        lose();
        throw Problem.of("journal.displaced");
    }

    /// The row is locked against a new epoch until the transaction that asks ends: what is
    /// committed was of this one.
    static boolean isOf(long epoch, JdbcClient writing) {
        return writing.sql("select epoch from tenure where id = 1 for share")
                .query(Long.class)
                .optional()
                .equals(Optional.of(epoch));
    }

    @Override
    public void close() {
        heart.shutdown();
        try {
            if (!heart.awaitTermination(5, TimeUnit.SECONDS)) heart.shutdownNow();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        source.destroy();
    }
}
