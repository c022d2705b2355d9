// SPDX-License-Identifier: Apache-2.0
package org.clearway.health;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.clearway.access.Actor;
import org.clearway.access.Deed;
import org.clearway.coordination.Board;
import org.clearway.coordination.Boards;
import org.clearway.journal.Backups;
import org.clearway.journal.Journal;
import org.clearway.journal.Verification;
import org.clearway.language.Problem;

/// How a node does. Safe for use by many threads.
public final class Vitals {
    /// A disk with less room than this, or with less than this part of it free, is looked after.
    private static final long LOOK_BYTES = 2_000_000_000L;

    private static final long LOOK_PART = 10;

    /// With less than this the next hours of a busy gate may fill it.
    private static final long ACT_BYTES = 200_000_000L;

    private static final long ACT_PART = 50;

    /// A jump of the clock is told of for so long.
    private static final Duration JUMP_TOLD = Duration.ofDays(1);

    /// A check that is made once a day is missed after so long.
    private static final Duration CHECK_OLD = ChainChecks.EVERY.plusHours(12);

    private static final Duration BACKUP_OLD = Duration.ofHours(26);
    private static final Duration DRILL_OLD = Duration.ofDays(30);

    /// Indexes follow within the second. So many entries behind, one does not keep up or fails.
    private static final long INDEX_BEHIND = 1_000;

    private final Journal journal;
    private final Boards boards;
    private final Machine machine;
    private final String version;
    private final Supplier<Backups.Standing> backups;
    private final ChainChecks checks;
    private final ClockWatch clock;

    /// @param version of the program
    /// @param backups what is known of the node's backups when it is asked for
    /// @param beside runs what takes long
    public Vitals(
            Journal journal,
            Boards boards,
            Machine machine,
            String version,
            Supplier<Backups.Standing> backups,
            Executor beside) {
        this.journal = journal;
        this.boards = boards;
        this.machine = machine;
        this.version = version;
        this.backups = backups;
        this.checks = new ChainChecks(journal, machine, beside);
        this.clock = new ClockWatch(machine);
    }

    /// Every sign, each as it is now.
    public List<Vital> signs(Actor actor) {
        actor.must(Deed.READ_NODE_HEALTH);
        Journal.Condition condition = journal.condition();
        Backups.Standing standing = backups.get();
        return List.of(
                disk(),
                clock(condition),
                lastEntry(),
                chain(),
                head(condition),
                damaged(condition),
                backup(standing),
                keysCopy(standing),
                drill(standing),
                queue(),
                indexes(condition),
                setAside(condition),
                alarms(actor),
                data(),
                program());
    }

    /// The most urgent of the states.
    public static VitalState worst(List<Vital> signs) {
        return signs.stream().map(Vital::state).max(Comparator.naturalOrder()).orElse(VitalState.IN_ORDER);
    }

    /// How it stands with the check of every entry.
    public Check check(Actor actor) {
        actor.must(Deed.READ_NODE_HEALTH);
        return checks.check();
    }

    /// Begins a check of every entry, unless one is going on. It goes on whether anybody looks or
    /// not.
    public void beginCheck(Actor actor) {
        actor.must(Deed.READ_NODE_HEALTH);
        checks.begin();
    }

    /// Keeps what a check of every entry found that somebody made at the machine.
    public void noteCheck(Verification found) {
        checks.note(found);
    }

    /// For the running node itself: begins a check where it is time for one.
    public void beginCheckIfDue() {
        checks.beginIfDue();
    }

    /// For the running node itself, every minute or so: looks at the clock.
    public void watchClock() {
        clock.look();
    }

    /// For how long the node has been running; empty where it is only looked at.
    public Optional<Duration> running() {
        return clock.watched();
    }

    private Vital disk() {
        Path folder = journal.folder().path();
        OptionalLong free = machine.freeBytes(folder);
        OptionalLong all = machine.allBytes(folder);
        if (free.isEmpty() || all.isEmpty()) {
            return Vital.look(VitalSign.DISK, "disk-silent", Map.of(), "disk-silent.advice");
        }
        Map<String, Object> figures = Map.of("free", new Bytes(free.getAsLong()), "all", new Bytes(all.getAsLong()));
        // The disk of a database server is not seen from here, and it is said so.
        String told = journal.bytesOnServer() > 0 ? "disk-beside-server" : "disk";
        if (scarce(free.getAsLong(), all.getAsLong(), ACT_BYTES, ACT_PART)) {
            return Vital.act(VitalSign.DISK, told, figures, "disk-full.advice");
        }
        return scarce(free.getAsLong(), all.getAsLong(), LOOK_BYTES, LOOK_PART)
                ? Vital.look(VitalSign.DISK, told, figures, "disk-low.advice")
                : Vital.inOrder(VitalSign.DISK, told, figures);
    }

    private static boolean scarce(long free, long all, long bytes, long part) {
        return free < bytes || free < all / part;
    }

    private Vital clock(Journal.Condition condition) {
        Instant shown = journal.clock().instant();
        if (condition.clockIsBehind()) {
            Duration behind = Duration.between(shown, journal.lastRecorded().orElse(shown));
            return Vital.act(VitalSign.CLOCK, "clock-behind", Map.of("behind", behind), "clock-behind.advice");
        }
        Optional<ClockWatch.Jump> jump =
                clock.lastJump().filter(seen -> machine.now().isBefore(seen.at().plus(JUMP_TOLD)));
        if (jump.isPresent()) {
            return Vital.look(
                    VitalSign.CLOCK,
                    jump.get().by().isNegative() ? "clock-set-back" : "clock-set-on",
                    Map.of("by", jump.get().by(), "at", jump.get().at()),
                    "clock-jumped.advice");
        }
        Journal.ClockNoticed noticed = journal.clockNoticed();
        if (noticed.last().isEmpty()) return Vital.inOrder(VitalSign.CLOCK, "clock-steady", Map.of());
        Instant last = noticed.last().get();
        Map<String, Object> figures = Map.of("times", noticed.times(), "last", last);
        return shown.isBefore(last.plus(JUMP_TOLD))
                ? Vital.look(VitalSign.CLOCK, "clock-was-behind", figures, "clock-jumped.advice")
                : Vital.inOrder(VitalSign.CLOCK, "clock-was-behind", figures);
    }

    private Vital lastEntry() {
        return journal.lastRecorded()
                .map(last -> Vital.inOrder(
                        VitalSign.LAST_ENTRY,
                        "last-entry",
                        Map.of("at", last, "ago", ago(last, journal.clock().instant()))))
                .orElseGet(() -> Vital.inOrder(VitalSign.LAST_ENTRY, "last-entry-none", Map.of()));
    }

    private Vital chain() {
        return switch (checks.check()) {
            case Check.None none -> Vital.look(VitalSign.CHAIN, "chain-none", Map.of(), "chain-none.advice");
            case Check.Going(long done, long all) ->
                Vital.inOrder(VitalSign.CHAIN, "chain-going", Map.of("done", done, "all", all));
            case Check.Failed failed ->
                Vital.act(
                        VitalSign.CHAIN,
                        "chain-failed",
                        Map.of("at", failed.at(), "why", failed.problem()),
                        "chain-failed.advice");
            case Check.Over(Verification.Broken broken, Instant at) ->
                Vital.act(
                        VitalSign.CHAIN,
                        "chain-broken",
                        Map.of(
                                "at", at,
                                "stream", broken.stream().toString(),
                                "sequence", broken.sequence(),
                                "fault", broken.fault()),
                        "chain-broken.advice");
            case Check.Over(Verification.Sound(long entries, int streams), Instant at) -> {
                Duration ago = ago(at, machine.now());
                Map<String, Object> figures =
                        Map.of("at", at, "ago", ago, "entries", entries, "streams", (long) streams);
                yield ago.compareTo(CHECK_OLD) > 0
                        ? Vital.look(VitalSign.CHAIN, "chain-sound", figures, "chain-old.advice")
                        : Vital.inOrder(VitalSign.CHAIN, "chain-sound", figures);
            }
        };
    }

    private static Vital head(Journal.Condition condition) {
        return condition.headIsNotNoted()
                ? Vital.act(VitalSign.HEAD, "head-not-noted", Map.of(), "head-not-noted.advice")
                : Vital.inOrder(VitalSign.HEAD, "head-noted", Map.of("entries", condition.entries()));
    }

    private static Vital damaged(Journal.Condition condition) {
        Map<String, Object> figures = Map.of("count", (long) condition.damaged().size());
        return condition.damaged().isEmpty()
                ? Vital.inOrder(VitalSign.DAMAGED, "damaged", figures)
                : Vital.act(VitalSign.DAMAGED, "damaged", figures, "damaged.advice");
    }

    private Vital backup(Backups.Standing standing) {
        if (standing.problem().isPresent())
            return failed(
                    VitalSign.BACKUP,
                    "backup",
                    machine.now(),
                    standing.problem().get());
        if (standing.plan().isEmpty() && standing.entries().isEmpty()) {
            return Vital.look(VitalSign.BACKUP, "backup-none", Map.of(), "backup-none.advice");
        }
        return lastRun(VitalSign.BACKUP, "backup", standing.entries(), BACKUP_OLD);
    }

    private Vital keysCopy(Backups.Standing standing) {
        if (!standing.stale().isEmpty()) {
            long count = standing.stale().size();
            return Vital.look(VitalSign.KEYS_COPY, "keys-copy-stale", Map.of("count", count), "keys-copy-stale.advice");
        }
        Vital last = lastRun(VitalSign.KEYS_COPY, "keys-copy", standing.keys(), BACKUP_OLD);
        return standing.oneDisk() && last.state() == VitalState.IN_ORDER
                ? Vital.look(VitalSign.KEYS_COPY, "keys-copy-one-disk", Map.of(), "keys-copy-one-disk.advice")
                : last;
    }

    private Vital drill(Backups.Standing standing) {
        return lastRun(VitalSign.DRILL, "drill", standing.check(), DRILL_OLD);
    }

    private Vital lastRun(VitalSign sign, String told, Optional<Backups.Run> run, Duration old) {
        Optional<Problem> problem = run.flatMap(Backups.Run::problem);
        if (problem.isPresent()) return failed(sign, told, run.get().tried(), problem.get());
        return run.flatMap(Backups.Run::good)
                .map(good -> dated(
                        sign, told, good, old, sign == VitalSign.DRILL ? "drill-old.advice" : "backup-old.advice"))
                .orElseGet(() -> Vital.look(sign, told + "-none", Map.of(), told + "-none.advice"));
    }

    private static Vital failed(VitalSign sign, String told, Instant at, Problem why) {
        String what = told.equals("drill") ? "drill-failed" : "backup-failed";
        return Vital.look(sign, what, Map.of("at", at, "why", why), what + ".advice");
    }

    private Vital dated(VitalSign sign, String told, Instant at, Duration old, String advice) {
        Duration ago = ago(at, machine.now());
        Map<String, Object> figures = Map.of("at", at, "ago", ago);
        return ago.compareTo(old) > 0 ? Vital.look(sign, told, figures, advice) : Vital.inOrder(sign, told, figures);
    }

    private Vital queue() {
        long waiting = journal.waiting();
        Map<String, Object> figures = Map.of("count", waiting);
        return waiting > Journal.LARGEST_GROUP
                ? Vital.look(VitalSign.QUEUE, "queue", figures, "queue-long.advice")
                : Vital.inOrder(VitalSign.QUEUE, "queue", figures);
    }

    private static Vital indexes(Journal.Condition condition) {
        long behind = condition.indexesBehind().values().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        Map<String, Object> figures = Map.of("count", behind);
        return behind > INDEX_BEHIND
                ? Vital.look(VitalSign.INDEXES, "indexes", figures, "indexes-behind.advice")
                : Vital.inOrder(VitalSign.INDEXES, "indexes", figures);
    }

    private static Vital setAside(Journal.Condition condition) {
        Map<String, Object> figures = Map.of("count", condition.setAside());
        return condition.setAside() > 0
                ? Vital.look(VitalSign.SET_ASIDE, "set-aside", figures, "set-aside.advice")
                : Vital.inOrder(VitalSign.SET_ASIDE, "set-aside", figures);
    }

    /// Of those alarms that the actor may know of.
    private Vital alarms(Actor actor) {
        long nobodys = boards.boards(actor, journal.now(), journal.clock().instant()).stream()
                .mapToLong(Vitals::nobodys)
                .sum();
        Map<String, Object> figures = Map.of("count", nobodys);
        return nobodys > 0
                ? Vital.look(VitalSign.ALARMS, "alarms", figures, "alarms.advice")
                : Vital.inOrder(VitalSign.ALARMS, "alarms", figures);
    }

    private static long nobodys(Board board) {
        return board.alarms().stream()
                .filter(alarm -> !board.owners().containsKey(alarm.id()))
                .count();
    }

    private Vital data() {
        long onServer = journal.bytesOnServer();
        return Vital.inOrder(
                VitalSign.DATA,
                onServer > 0 ? "data-on-server" : "data",
                Map.of(
                        "bytes",
                        new Bytes(sizeOf(journal.folder().path()) + onServer),
                        "entries",
                        journal.condition().entries()));
    }

    /// Of the files of the journal and its keys. Those of the weapons desk lie below and are left
    /// out: who watched this figure would learn when something was laid down. Files come and go
    /// while they are looked at; what is gone is nothing.
    private static long sizeOf(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(Vitals::size).sum();
        } catch (IOException | java.io.UncheckedIOException e) {
            return size(folder.resolve("clearway.db"));
        }
    }

    private static long size(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (IOException gone) {
            return 0;
        }
    }

    private Vital program() {
        var memory = Map.<String, Object>of(
                "version", version, "used", new Bytes(machine.memoryUsed()), "most", new Bytes(machine.memoryMost()));
        return running()
                .map(time -> {
                    var figures = new java.util.LinkedHashMap<>(memory);
                    figures.put("running", time);
                    return Vital.inOrder(VitalSign.PROGRAM, "program", figures);
                })
                .orElseGet(() -> Vital.inOrder(VitalSign.PROGRAM, "program-at-rest", Map.of("version", version)));
    }

    private static Duration ago(Instant then, Instant now) {
        Duration ago = Duration.between(then, now);
        return ago.isNegative() ? Duration.ZERO : ago;
    }
}
