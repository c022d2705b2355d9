// SPDX-License-Identifier: Apache-2.0
package org.clearway.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.Deed;
import org.clearway.accounts.Accounts;
import org.clearway.agreement.Agreements;
import org.clearway.agreement.CorridorId;
import org.clearway.bulletin.Bulletins;
import org.clearway.care.ServicePoints;
import org.clearway.care.Stocks;
import org.clearway.ceasefire.Ledgers;
import org.clearway.coordination.Boards;
import org.clearway.corridor.Corridors;
import org.clearway.export.ExportEntries.TableAsked;
import org.clearway.export.ExportEntries.TableCutOff;
import org.clearway.export.ExportEntries.TableRefused;
import org.clearway.export.ExportEntries.TableTaken;
import org.clearway.gate.Gates;
import org.clearway.journal.ActId;
import org.clearway.journal.Body;
import org.clearway.journal.Chapter;
import org.clearway.journal.Draft;
import org.clearway.journal.Journal;
import org.clearway.journal.Reading;
import org.clearway.journal.Receipt;
import org.clearway.journal.Rule;
import org.clearway.language.Language;
import org.clearway.language.Problem;
import org.clearway.language.Wording;
import org.clearway.places.Places;
import org.clearway.time.Micros;
import org.clearway.time.Occurred;
import org.clearway.transport.SafeAreas;
import org.clearway.transport.Trips;

/// Every table that somebody takes out. That it was asked for is on disk before its first byte leaves, and what became
/// of it after the last.
public final class Exports {
    /// So many files are written at once: each holds one of the few connections that read.
    private static final int AT_ONCE = 2;

    /// For so long a moment is held on to, while a file goes to somebody with a slow connection.
    static final Duration LONGEST = Duration.ofMinutes(10);

    private final Journal journal;
    private final InstantSource ticking;
    private final ZoneId zone;
    private final String version;
    private final Contents contents;
    private final Semaphore places = new Semaphore(AT_ONCE);

    /// @param ticking a real clock, also where the journal's stands still
    /// @param version of the program, for whoever opens a file
    public Exports(Journal journal, InstantSource ticking, ZoneId zone, String version, Sources sources) {
        this.journal = journal;
        this.ticking = ticking;
        this.zone = zone;
        this.version = version;
        this.contents = new Contents(sources, zone);
    }

    /// The front desks that tables are read from.
    public record Sources(
            Accounts accounts,
            Places places,
            Agreements agreements,
            Ledgers ledgers,
            Corridors corridors,
            Gates gates,
            ServicePoints points,
            Stocks stocks,
            SafeAreas safeAreas,
            Trips trips,
            Boards boards,
            Bulletins bulletins) {}

    public static Chapter chapter() {
        return Chapter.of("export", ExportEntries.kinds(), new ExportView());
    }

    /// What the actor may take out.
    public List<Table> offered(Actor actor) {
        actor.must(Deed.TAKE_OUT_TABLE);
        return Arrays.stream(Table.values())
                .filter(table -> !table.ofRecords() && actor.may(table.deed()))
                .toList();
    }

    /// Asks for a table. When this returns, that it was asked for is on disk, and {@link #write} may give it out, once.
    /// @throws org.clearway.access.NotPermitted unless the actor may take tables out and read this one
    /// @throws Problem `export.one-person` for records, which is noted; `export.asked-before`; `corridor.unknown`
    public Asked ask(Actor actor, ActId act, Wanted wanted) {
        actor.must(Deed.TAKE_OUT_TABLE);
        if (wanted.table().ofRecords()) {
            record(actor, act, new TableRefused(wanted.table(), wanted.purpose()), Rule.NONE);
            throw Problem.of("export.one-person", "table", wanted.table());
        }
        actor.must(wanted.table().deed());
        ExportId id = ExportId.of(act);
        Receipt receipt = record(
                actor,
                act,
                TableAsked.of(id, wanted),
                views -> wanted.corridor().ifPresent(corridor -> Corridors.require(views, corridor)));
        if (receipt.repeated()) throw Problem.of("export.asked-before");
        return new Asked(actor, id, wanted, fileName(wanted));
    }

    /// A table that was asked for, to be written once.
    public static final class Asked {
        private final Actor actor;
        private final ExportId id;
        private final Wanted wanted;
        private final String fileName;
        private boolean begun;

        private Asked(Actor actor, ExportId id, Wanted wanted, String fileName) {
            this.actor = actor;
            this.id = id;
            this.wanted = wanted;
            this.fileName = fileName;
        }

        public ExportId id() {
            return id;
        }

        /// In plain letters, of nobody, such as `gate-hours_2019-09-13_2019-09-14_en_a1b2c3d4.csv`.
        public String fileName() {
            return fileName;
        }

        private synchronized void begin() {
            if (begun) throw new IllegalStateException(id + " was written before.");
            begun = true;
        }
    }

    /// A file that is whole.
    public record Whole(long lines, FileDigest digest) {}

    /// Writes a table as it is known at one moment, line by line. When this returns, the whole file went to `out`, and
    /// that it did is on disk. When it throws, what went to `out` is no whole file, and that, too, is on record:
    /// whoever gave `out` then breaks it off, so that nobody takes it for whole.
    /// @throws Problem `export.busy`, `export.too-long`, `export.too-many-lines`
    /// @throws UncheckedIOException where `out` takes no more
    public Whole write(Asked asked, OutputStream out) {
        asked.begin();
        var counting = new Counting(ticking.instant().plus(LONGEST));
        if (!places.tryAcquire()) {
            cutOff(asked, counting, WhyCutOff.NODE);
            throw Problem.of("export.busy");
        }
        try {
            FileDigest digest = write(asked, out, counting);
            record(asked.actor, journal.ids().next(), new TableTaken(asked.id, counting.lines, digest), Rule.NONE);
            return new Whole(counting.lines, digest);
        } catch (XlsxSheet.TooManyLines e) {
            cutOff(asked, counting, WhyCutOff.TOO_MANY_LINES);
            throw new Problem("export.too-many-lines", java.util.Map.of(), e);
        } catch (TooLong e) {
            cutOff(asked, counting, WhyCutOff.TOO_LONG);
            throw new Problem("export.too-long", java.util.Map.of("minutes", "" + LONGEST.toMinutes()), e);
        } catch (IOException e) {
            cutOff(asked, counting, WhyCutOff.NOT_TAKEN);
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            cutOff(asked, counting, WhyCutOff.NODE);
            throw e;
        } finally {
            places.release();
        }
    }

    private FileDigest write(Asked asked, OutputStream out, Counting counting) throws IOException {
        MessageDigest digest = sha256();
        try (Reading at = journal.still()) {
            var about = new About(
                    asked.wanted,
                    Contents.columns(asked.wanted.table()),
                    at.knownAt(),
                    journal.stream().toString(),
                    version,
                    journal.story(),
                    contents.corridor(asked.actor, at, asked.wanted),
                    zone,
                    Wording.of(asked.wanted.language()));
            var digested = new DigestOutputStream(out, digest);
            Sheet sheet = asked.wanted.format() == Format.CSV
                    ? new CsvSheet(digested, about)
                    : new XlsxSheet(digested, about);
            contents.write(asked.actor, at, asked.wanted, line -> {
                counting.one(ticking);
                sheet.take(line);
            });
            sheet.end(counting.lines);
        }
        out.flush();
        return new FileDigest(HexFormat.of().formatHex(digest.digest()));
    }

    /// What was taken out, the latest first: one's own, and everybody's for whoever reads the record of reads.
    /// @param before {@link Long#MAX_VALUE}, or the position of the last line of the page before
    public List<OnExport> latest(Actor actor, Reading at, long before, int most) {
        actor.must(Deed.TAKE_OUT_TABLE);
        boolean all = actor.may(Deed.READ_ACCESS_LOG);
        var query = at.rows()
                .sql("select * from table_export where position < ?" + (all ? "" : " and account = ?")
                        + " order by position desc limit ?")
                .param(before);
        if (!all) query = query.param(actor.account().name());
        return query.param(most).query((row, n) -> onExport(row)).list();
    }

    private static OnExport onExport(java.sql.ResultSet row) throws java.sql.SQLException {
        String from = row.getString("from_day");
        String to = row.getString("to_day");
        Optional<Wanted.Days> days = from == null || to == null
                ? Optional.empty()
                : Optional.of(new Wanted.Days(LocalDate.parse(from), LocalDate.parse(to)));
        return new OnExport(
                row.getLong("position"),
                new ExportId(java.util.UUID.fromString(row.getString("export"))),
                Micros.instant(row.getLong("asked")),
                new AccountId(row.getString("account")),
                new Wanted(
                        Table.valueOf(row.getString("what")),
                        days,
                        Optional.ofNullable(row.getString("corridor")).map(CorridorId::new),
                        Language.valueOf(row.getString("language")),
                        Format.valueOf(row.getString("format")),
                        Purpose.valueOf(row.getString("purpose"))),
                state(row));
    }

    private static OnExport.State state(java.sql.ResultSet row) throws java.sql.SQLException {
        Instant ended = Micros.instant(row.getLong("ended"));
        String digest = row.getString("digest");
        if (digest != null) return new OnExport.State.Whole(ended, row.getLong("lines"), new FileDigest(digest));
        String why = row.getString("why");
        if (why != null) return new OnExport.State.CutOff(ended, row.getLong("lines"), WhyCutOff.valueOf(why));
        return new OnExport.State.Asked();
    }

    private void cutOff(Asked asked, Counting counting, WhyCutOff why) {
        record(asked.actor, journal.ids().next(), new TableCutOff(asked.id, counting.lines, why), Rule.NONE);
    }

    private Receipt record(Actor actor, ActId act, Body body, Rule rule) {
        return journal.record(
                actor, act, Draft.of(body, Occurred.at(journal.clock().instant(), ZoneOffset.UTC)), rule);
    }

    private String fileName(Wanted wanted) {
        String node = journal.stream().node();
        return journal.story()
                        .map(story -> story.name().toLowerCase(Locale.ROOT) + "_")
                        .orElse("")
                + wanted.table().slug()
                + wanted.days()
                        .map(days -> "_" + days.from() + "_" + days.to())
                        .orElseGet(
                                () -> "_" + LocalDate.ofInstant(journal.clock().instant(), zone))
                + "_" + wanted.language().tag()
                + "_" + node.substring(0, Math.min(8, node.length()))
                + "." + wanted.format().ending();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /// How many lines went out, and until when there is time.
    private static final class Counting {
        private static final int LOOK_EVERY = 256;

        private final Instant until;
        private long lines;

        Counting(Instant until) {
            this.until = until;
        }

        void one(InstantSource ticking) throws TooLong {
            if (lines % LOOK_EVERY == 0 && ticking.instant().isAfter(until)) throw new TooLong();
            lines++;
        }
    }

    private static final class TooLong extends IOException {
        private static final long serialVersionUID = 1;
    }
}
