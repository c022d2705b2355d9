// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.clearway.access.Actor;
import org.clearway.access.Deed;
import org.clearway.journal.BackupHeader.Kind;
import org.clearway.journal.BackupRuns.What;
import org.clearway.language.Problem;
import org.flywaydb.core.api.FlywayException;
import org.springframework.dao.DataAccessException;

/// The backups of a node, made while desks work. Entries go to one place, each time as a new file;
/// the keys that open them go to another, where each copy takes the place of the one before, so
/// that what was erased is erased there too. Either is of no use without the other, and both not
/// without the passphrase. Safe for use by many threads.
public final class Backups {
    /// How often a backup is restored for trial.
    static final Duration CHECK_EVERY = Duration.ofDays(7);

    private static final Duration AGAIN_AFTER = Duration.ofMinutes(10);

    private final Journal journal;
    private final List<DayBook> books;
    private final List<Chapter> chapters;
    private final String passphrase;
    private final InstantSource machine;
    private final SecureRandom chance;
    private final String program;
    private final Executor beside;
    private final BackupRuns runs;
    private final AtomicReference<Optional<Going>> going = new AtomicReference<>(Optional.empty());

    /// @param books the journals apart
    /// @param chapters everything that the node's journal may hold
    /// @param machine tells when copies are made, and when it is time for the next
    /// @param program its version
    /// @param beside runs what takes long
    public Backups(
            Journal journal,
            List<DayBook> books,
            List<Chapter> chapters,
            String passphrase,
            InstantSource machine,
            SecureRandom chance,
            String program,
            Executor beside) {
        this.journal = journal;
        this.books = List.copyOf(books);
        this.chapters = List.copyOf(chapters);
        this.passphrase = passphrase;
        this.machine = machine;
        this.chance = chance;
        this.program = program;
        this.beside = beside;
        this.runs = new BackupRuns(journal);
    }

    /// What is under way.
    public enum Work {
        COPYING,
        CHECKING
    }

    /// @param done entries so far, of about `all`; both 0 where that is not known
    public record Going(Work work, long done, long all) {}

    /// How something went the last time.
    /// @param good when it last succeeded, and `position` how many entries the journal had then
    /// @param problem why the last try did not succeed
    public record Run(Instant tried, Optional<Instant> good, long position, Optional<Problem> problem) {}

    /// A copy of the keys that still opens something which was destroyed since.
    /// @param place by which {@link #forget} knows it
    /// @param told where it was when it was made
    /// @param keys how many keys were destroyed since
    public record StaleKeys(String place, String told, Instant copied, long keys) {}

    /// How it stands with the backups of a node.
    /// @param problem why the plan cannot be read
    /// @param oneDisk entries and keys go to places that may be lost together
    public record Standing(
            Optional<BackupPlan> plan,
            Optional<Problem> problem,
            Optional<Run> entries,
            Optional<Run> keys,
            Optional<Run> check,
            List<StaleKeys> stale,
            boolean oneDisk) {
        public Standing {
            stale = List.copyOf(stale);
        }
    }

    /// A backup that was made.
    /// @param entries its file, and `bytes` the length of that
    /// @param oneDisk the keys were copied to the same disk
    public record Made(Path entries, Path keys, long position, long bytes, boolean oneDisk) {}

    /// A backup that was restored for trial and found whole.
    /// @param entries how many were restored and compared with those of the node
    /// @param lines how many lines of journals apart
    public record Checked(Path file, Instant made, long entries, long lines) {}

    /// A backup as it lies in its place.
    public record Kept(Path file, Instant made, long position, long bytes) {}

    /// Says where backups go from now on, and how often they are made by themselves.
    /// @throws Problem `backup.keys-not-apart`, `backup.cannot-write`, `backup.too-often`
    public BackupPlan arrange(Actor actor, Path entries, Path keys, Duration every) {
        actor.must(Deed.BACK_UP);
        Places places = places(entries, keys);
        var plan = new BackupPlan(at(places.entries()), at(places.keys()), every);
        journal.takenOut(actor, Taken.BACKUPS_FROM_NOW_ON);
        try {
            plan.write(journal.folder().path());
        } catch (IOException e) {
            throw BackupPlace.cannotWrite(journal.folder().path(), e);
        }
        return plan;
    }

    /// No more backups are made by themselves.
    public void stop(Actor actor) {
        actor.must(Deed.BACK_UP);
        Path file = journal.folder().path().resolve(BackupPlan.FILE);
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw BackupPlace.cannotWrite(file, e);
        }
    }

    /// A copy of keys that was destroyed, or renewed by other means, is told of no more.
    /// @throws Problem `backup.no-such-place`
    public void forget(Actor actor, String place) {
        actor.must(Deed.BACK_UP);
        if (!runs.forget(place)) throw Problem.of("backup.no-such-place", "place", place);
    }

    public Standing standing(Actor actor) {
        actor.must(Deed.READ_NODE_HEALTH);
        return standing();
    }

    /// For the signs of the node's health, which ask who reads them.
    public Standing standing() {
        Optional<BackupPlan> plan = Optional.empty();
        Optional<Problem> problem = Optional.empty();
        try {
            plan = plan();
        } catch (Problem unreadable) {
            problem = Optional.of(unreadable);
        }
        long destroyed = journal.keys().destroyedCount();
        List<StaleKeys> stale = runs.copies().stream()
                .filter(copy -> copy.destroyed() < destroyed)
                .map(copy -> new StaleKeys(copy.place(), copy.told(), copy.copied(), destroyed - copy.destroyed()))
                .toList();
        return new Standing(
                plan,
                problem,
                runs.last(What.ENTRIES),
                runs.last(What.KEYS),
                runs.last(What.CHECK),
                stale,
                plan.filter(it -> oneDisk(it.entries().folder(), it.keys().folder()))
                        .isPresent());
    }

    /// What is under way just now.
    public Optional<Going> going(Actor actor) {
        actor.must(Deed.READ_NODE_HEALTH);
        return going.get();
    }

    /// The backups that lie in the planned place, the newest first; none where it cannot be reached.
    public List<Kept> kept(Actor actor) {
        actor.must(Deed.READ_NODE_HEALTH);
        try {
            return plan().stream()
                    .flatMap(plan ->
                            BackupPlace.entriesIn(
                                    plan.entriesPlace().folder(),
                                    journal.stream().node())
                                    .stream())
                    .map(found -> new Kept(
                            found.file(), found.header().made(), found.header().position(), bytes(found.file())))
                    .toList();
        } catch (Problem notThere) {
            return List.of();
        }
    }

    /// Makes one now, at the planned places.
    /// @throws Problem `backup.not-planned`, `backup.going-on`, `backup.place-gone`,
    ///     `backup.cannot-write`, and what a store that fails means
    public Made make(Actor actor, Progress progress) {
        actor.must(Deed.BACK_UP);
        return alone(Work.COPYING, () -> make(actor, reached(What.ENTRIES), progress));
    }

    /// Makes one now, at other places.
    /// @throws Problem `backup.keys-not-apart`, and what {@link #make(Actor, Progress)} throws
    public Made make(Actor actor, Path entries, Path keys, Progress progress) {
        actor.must(Deed.BACK_UP);
        return alone(Work.COPYING, () -> make(actor, places(entries, keys), progress));
    }

    /// Restores the newest backup beside the node, opens it, checks every entry and every seal,
    /// compares it with the node, and throws it away.
    /// @throws Problem `backup.none-there`, `backup.differs`, `backup.unsound`, and what {@link
    ///     #make} throws
    public Checked check(Actor actor, Progress progress) {
        actor.must(Deed.BACK_UP);
        return alone(Work.CHECKING, () -> checkNoting(reached(What.CHECK), progress));
    }

    /// Begins a backup that goes on whether anybody looks or not. How it went stands in {@link
    /// #standing}.
    public void beginMaking(Actor actor) {
        actor.must(Deed.BACK_UP);
        Places places = planned();
        aside(Work.COPYING, () -> make(actor, places, Progress.SILENT));
    }

    /// Begins a check in the same way.
    public void beginCheck(Actor actor) {
        actor.must(Deed.BACK_UP);
        Places places = planned();
        aside(Work.CHECKING, () -> checkNoting(places, Progress.SILENT));
    }

    /// What it is about stands in {@link #going} before anybody looks.
    private void aside(Work what, Runnable work) {
        begin(what);
        beside.execute(() -> {
            try {
                work.run();
            } catch (Problem noted) {
                // Told by the standing.
            } finally {
                going.set(Optional.empty());
            }
        });
    }

    /// For the running node itself, every minute or so: makes what it is time for.
    public void tend() {
        Optional<BackupPlan> plan = plan();
        if (plan.isEmpty() || going.get().isPresent()) return;
        Instant now = machine.instant();
        if (isDue(runs.last(What.ENTRIES), plan.get().every(), now)) {
            alone(Work.COPYING, () -> made(reached(What.ENTRIES), Progress.SILENT));
        } else if (keysAreStale(plan.get()) && mayTryAgain(runs.last(What.KEYS), now)) {
            alone(Work.COPYING, () -> noting(What.KEYS, () -> copyKeys(planned())));
        } else if (runs.last(What.ENTRIES).flatMap(Run::good).isPresent()
                && isDue(runs.last(What.CHECK), CHECK_EVERY, now)) {
            alone(Work.CHECKING, () -> checkNoting(reached(What.CHECK), Progress.SILENT));
        }
    }

    private static boolean isDue(Optional<Run> last, Duration every, Instant now) {
        boolean old = last.flatMap(Run::good)
                .filter(good -> now.isBefore(good.plus(every)) && !now.isBefore(good))
                .isEmpty();
        return old && mayTryAgain(last, now);
    }

    /// What failed is not tried again at once, and what a clock that was set back says of the
    /// future counts for nothing.
    private static boolean mayTryAgain(Optional<Run> last, Instant now) {
        return last.filter(run -> run.problem().isPresent()
                        && now.isBefore(run.tried().plus(AGAIN_AFTER))
                        && !now.isBefore(run.tried()))
                .isEmpty();
    }

    private boolean keysAreStale(BackupPlan plan) {
        long destroyed = journal.keys().destroyedCount();
        return runs.copies().stream()
                .anyMatch(copy -> copy.place().equals(plan.keys().id()) && copy.destroyed() < destroyed);
    }

    private Made make(Actor actor, Places places, Progress progress) {
        // Stands in the backup itself.
        journal.takenOut(actor, Taken.BACKUP);
        return made(places, progress);
    }

    private Made made(Places places, Progress progress) {
        Copied copied = noting(What.ENTRIES, () -> copyEntries(places.entries(), progress));
        // After the entries: whatever seals one of them was on disk before it.
        noting(What.KEYS, () -> copyKeys(places));
        return new Made(
                copied.file(),
                places.keys().keysFile(journal.stream().node()),
                copied.position(),
                bytes(copied.file()),
                oneDisk(places.entries().folder(), places.keys().folder()));
    }

    private record Places(BackupPlace entries, BackupPlace keys) {}

    private Places places(Path entries, Path keys) {
        Path one = entries.toAbsolutePath().normalize();
        Path other = keys.toAbsolutePath().normalize();
        if (one.startsWith(other) || other.startsWith(one)) throw Problem.of("backup.keys-not-apart", "folder", other);
        return new Places(
                BackupPlace.prepare(one, Kind.ENTRIES, chance), BackupPlace.prepare(other, Kind.KEYS, chance));
    }

    private Places planned() {
        BackupPlan plan = plan().orElseThrow(() -> Problem.of("backup.not-planned"));
        return new Places(plan.entriesPlace(), plan.keysPlace());
    }

    /// The planned places; that one is not there is noted as the failure that it is.
    private Places reached(What what) {
        if (plan().isEmpty()) throw Problem.of("backup.not-planned");
        return notingFailure(what, this::planned);
    }

    private Optional<BackupPlan> plan() {
        return BackupPlan.read(journal.folder().path());
    }

    private static BackupPlan.Place at(BackupPlace place) {
        return new BackupPlan.Place(place.folder(), place.id());
    }

    private record Copied(Path file, long position) {}

    private Copied copyEntries(BackupPlace place, Progress progress) throws IOException, SQLException {
        place.clear(journal.stream().node());
        Optional<BackupPlace.Found> newest = BackupPlace.entriesIn(
                        place.folder(), journal.stream().node())
                .stream()
                .findFirst();
        if (newest.isPresent() && sameAsNow(newest.get().header())) {
            return new Copied(newest.get().file(), newest.get().header().position());
        }
        try (var scratch = Scratch.in(journal.folder().path(), "backup")) {
            Packing packing = new Packing(journal, scratch.path());
            BackupHeader header = packing.entries(machine.instant(), program, (done, all) -> {
                progress.at(done, all);
                going.set(Optional.of(new Going(Work.COPYING, done, all)));
            });
            Path file = place.entriesFile(header);
            BackupFile.write(file, header, journal.keys().derived(Packing.ENTRIES_KEY), packing::writeEntries);
            place.thin(journal.stream().node(), machine.instant());
            return new Copied(file, header.position());
        }
    }

    private boolean sameAsNow(BackupHeader header) {
        return journal.head()
                .map(Heads::parse)
                .filter(now -> now.sequence() == header.noted().sequence()
                        && now.hash().equals(header.noted().hash())
                        && now.stream().equals(header.stream()))
                .isPresent();
    }

    private long copyKeys(Places places) throws IOException, SQLException {
        BackupPlace place = places.keys();
        place.clear(journal.stream().node());
        try (var scratch = Scratch.in(journal.folder().path(), "keys")) {
            // Before they are copied: what is destroyed meanwhile makes this copy stale, and not unknown.
            long destroyed = journal.keys().destroyedCount();
            Packing packing = new Packing(journal, scratch.path());
            BackupHeader header = packing.keys(books, machine.instant(), program);
            BackupFile.write(
                    place.keysFile(journal.stream().node()),
                    header,
                    journal.keys().derived(Packing.KEYS_KEY),
                    zip -> packing.writeKeys(books, zip));
            runs.copied(place, header.made(), destroyed);
            return header.position();
        }
    }

    private Checked checkNoting(Places places, Progress progress) {
        return noting(What.CHECK, () -> checked(places, progress));
    }

    private Checked checked(Places places, Progress progress) throws IOException, SQLException {
        BackupPlace.Found newest = BackupPlace.entriesIn(
                        places.entries().folder(), journal.stream().node())
                .stream()
                .findFirst()
                .orElseThrow(() -> Problem.of(
                        "backup.none-there", "folder", places.entries().folder()));
        try (var scratch = Scratch.in(journal.folder().path(), "check")) {
            var folder = new NodeFolder(scratch.path().resolve("restored"));
            new Unpacking(newest.file(), places.keys().keysFile(journal.stream().node()), passphrase, machine, chance)
                    .into(folder.path());
            long entries = newest.header().position();
            try (Journal restored = folder.open(passphrase, chapters, journal.clock(), chance)) {
                Verification found = restored.verify((done, all) -> {
                    progress.at(done, all);
                    going.set(Optional.of(new Going(Work.CHECKING, done, all)));
                });
                if (found instanceof Verification.Broken broken) {
                    throw new Problem(
                            "backup.unsound",
                            Map.of("file", newest.file().toString(), "fault", Problem.detail(broken.fault())));
                }
                if (!Move.sameEntries(journal.store(), folder.stores().journal(), entries)) {
                    throw Problem.of("backup.differs", "file", newest.file());
                }
                return new Checked(newest.file(), newest.header().made(), entries, bookLines(folder, newest.file()));
            }
        }
    }

    private long bookLines(NodeFolder folder, Path file) {
        long lines = 0;
        for (DayBook book : books) {
            try (DayBook there = book.in(folder)) {
                switch (there.verify()) {
                    case DayBook.Checked.Sound sound -> lines += sound.lines();
                    case DayBook.Checked.Broken broken ->
                        throw new Problem(
                                "backup.unsound",
                                Map.of("file", file.toString(), "fault", Problem.detail(broken.fault())));
                    case DayBook.Checked.Unreadable unreadable -> throw unreadable.why();
                }
            }
        }
        return lines;
    }

    /// One at a time.
    private <T> T alone(Work work, Supplier<T> job) {
        begin(work);
        try {
            return job.get();
        } finally {
            going.set(Optional.empty());
        }
    }

    private void begin(Work work) {
        if (!going.compareAndSet(Optional.empty(), Optional.of(new Going(work, 0, 0)))) {
            throw Problem.of("backup.going-on");
        }
    }

    @FunctionalInterface
    private interface Job<T> {
        T run() throws IOException, SQLException;
    }

    private <T> T noting(What what, Job<T> job) {
        T done = notingFailure(what, job);
        runs.good(what, machine.instant(), journal.condition().entries());
        return done;
    }

    private <T> T notingFailure(What what, Job<T> job) {
        try {
            return job.run();
        } catch (Problem problem) {
            throw failed(what, problem);
        } catch (IOException e) {
            throw failed(what, BackupPlace.cannotWrite(journal.folder().path(), e));
        } catch (SQLException | DataAccessException | FlywayException | StoreFailure.Failed e) {
            throw failed(what, StoreFailure.meaning(e, journal.folder().path()));
        }
    }

    private Problem failed(What what, Problem problem) {
        runs.failed(what, machine.instant(), problem);
        return problem;
    }

    /// True where both lie on one disk, as far as the file system tells.
    private static boolean oneDisk(Path one, Path other) {
        try {
            return Files.getFileStore(one).equals(Files.getFileStore(other));
        } catch (IOException e) {
            return false;
        }
    }

    private static long bytes(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }
}
