// SPDX-License-Identifier: Apache-2.0
package org.clearway.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.clearway.journal.Journal;
import org.clearway.journal.StreamId;
import org.clearway.journal.Verification;
import org.clearway.language.Problem;
import org.clearway.time.Micros;

/// Checks every entry of the journal now and then, beside the thread that writes, and keeps the
/// last result beside the journal, so that it is known when the program was started anew. Safe
/// for use by many threads.
final class ChainChecks {
    /// An entry that somebody changed is to be found within a day.
    static final Duration EVERY = Duration.ofDays(1);

    private final Journal journal;
    private final Machine machine;
    private final Executor beside;
    private final AtomicReference<Optional<Check>> now = new AtomicReference<>(Optional.empty());

    ChainChecks(Journal journal, Machine machine, Executor beside) {
        this.journal = journal;
        this.machine = machine;
        this.beside = beside;
    }

    Check check() {
        return now.get().orElseGet(this::kept);
    }

    /// Begins one, unless one is going on.
    void begin() {
        Optional<Check> before = now.get();
        if (before.filter(Check.Going.class::isInstance).isPresent()) return;
        if (now.compareAndSet(before, Optional.of(new Check.Going(0, 0)))) beside.execute(this::run);
    }

    /// Begins one where the last is {@link #EVERY} ago or longer, or failed.
    void beginIfDue() {
        boolean due = switch (check()) {
            case Check.None none -> true;
            case Check.Going going -> false;
            case Check.Failed failed -> true;
            case Check.Over(Verification found, Instant at) -> !machine.now().isBefore(at.plus(EVERY));
        };
        if (due) begin();
    }

    /// Keeps what a check found that was made elsewhere.
    void note(Verification found) {
        var over = new Check.Over(found, machine.now());
        keep(over);
        now.updateAndGet(
                standing -> standing.filter(Check.Going.class::isInstance).isPresent() ? standing : Optional.of(over));
    }

    private void run() {
        try {
            Verification found = journal.verify((done, all) -> now.set(Optional.of(new Check.Going(done, all))));
            var over = new Check.Over(found, machine.now());
            keep(over);
            now.set(Optional.of(over));
        } catch (Problem problem) {
            now.set(Optional.of(new Check.Failed(problem, machine.now())));
        } catch (RuntimeException failure) {
            var problem = new Problem(
                    "journal.store-failed",
                    Map.of("folder", journal.folder().path().toString(), "cause", failure.toString()),
                    failure);
            now.set(Optional.of(new Check.Failed(problem, machine.now())));
        }
    }

    private void keep(Check.Over over) {
        journal.keep(rows -> {
            rows.sql("delete from chain_check").update();
            var kept = rows.sql("insert into chain_check (id, at, entries, streams, stream, sequence, fault)"
                            + " values (1, ?, ?, ?, ?, ?, ?)")
                    .param(Micros.of(over.at()));
            switch (over.found()) {
                case Verification.Sound(long entries, int streams) ->
                    kept.param(entries)
                            .param((long) streams)
                            .param(null)
                            .param(null)
                            .param(null)
                            .update();
                case Verification.Broken(StreamId stream, long sequence, Verification.Fault fault) ->
                    kept.param(null)
                            .param(null)
                            .param(stream.toString())
                            .param(sequence)
                            .param(fault.name())
                            .update();
            }
        });
    }

    private Check kept() {
        return journal.now()
                .rows()
                .sql("select at, entries, streams, stream, sequence, fault from chain_check")
                .query((row, n) -> {
                    Instant at = Micros.instant(row.getLong("at"));
                    String fault = row.getString("fault");
                    Verification found = fault == null
                            ? new Verification.Sound(row.getLong("entries"), (int) row.getLong("streams"))
                            : new Verification.Broken(
                                    StreamId.parse(row.getString("stream")),
                                    row.getLong("sequence"),
                                    Verification.Fault.valueOf(fault));
                    return (Check) new Check.Over(found, at);
                })
                .optional()
                .orElseGet(Check.None::new);
    }
}
