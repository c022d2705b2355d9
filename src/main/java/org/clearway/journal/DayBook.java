// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import org.clearway.access.AccountId;
import org.clearway.journal.Verification.Fault;
import org.clearway.language.Problem;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A journal apart, with a file and keys of its own, that tells of everything the day and nothing finer. All of a day
/// is one sheet, written anew and sealed as a whole at each act, its lines in the order of ids that mean nothing: no
/// row, page or length tells what came before what. When its day is over, a sheet is chained to the one before it.
/// What {@link #record} has answered is on disk. Safe for use by many threads; what is told here reaches no other
/// journal.
///
/// This class is the seam to the store: whoever keeps a day book reads lines and records them.
public final class DayBook implements AutoCloseable {
    private static final String HEAD = "head";
    private static final String SHEETS = "sheets";

    /// A sheet is as long as the next multiple of so many bytes: the length of a file tells little.
    private static final int STEP = 4_096;

    private static final HexFormat HEX = HexFormat.of();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final NodeFolder folder;
    private final String name;
    private final String passphrase;
    private final Keys.Strength strength;
    private final List<EntryKind> told;
    private final Kinds kinds;
    private final ZoneId zone;
    private final InstantSource clock;
    private final SecureRandom chance;
    private final long maxPages;
    private @Nullable Opened store;

    /// What stands on disk; absent where it has to be read again.
    private @Nullable List<Sheet> sheets;

    private List<Line> lines = List.of();
    private boolean closed;

    DayBook(
            NodeFolder folder,
            String name,
            String passphrase,
            Keys.Strength strength,
            List<EntryKind> kinds,
            ZoneId zone,
            InstantSource clock,
            SecureRandom chance,
            long maxPages) {
        this.folder = folder;
        this.name = name;
        this.passphrase = passphrase;
        this.strength = strength;
        this.told = List.copyOf(kinds);
        this.kinds = new Kinds(List.of(Chapter.of(name, kinds)));
        this.zone = zone;
        this.clock = clock;
        this.chance = chance;
        this.maxPages = maxPages;
    }

    /// Something that was done.
    ///
    /// @param id means nothing, and comes from nothing that anybody keeps
    /// @param hands the accounts that did it together
    public record Line(String id, LocalDate day, Set<AccountId> hands, Body body) {
        public Line {
            hands = Set.copyOf(hands);
        }
    }

    /// What the check of a day book found.
    public sealed interface Checked {
        record Sound(long lines, int days) implements Checked {}

        /// The first day that is wrong.
        record Broken(LocalDate day, Fault fault) implements Checked {}

        /// It could not be opened or read.
        record Unreadable(Problem why) implements Checked {}
    }

    /// Everything, by day; within a day in no order.
    /// @throws Problem `journal.file-missing`, `journal.wrong-passphrase`, `journal.seal-broken`,
    ///     `journal.newer-database` and what a store that fails means
    public synchronized List<Line> lines() {
        sheets();
        return lines;
    }

    /// Records what was done at once by the same hands: all of `bodies`, or nothing. When this returns, they are on
    /// disk.
    ///
    /// @param request chance alone; the same request with the same words is the same act, and is answered as it was
    ///     the first time
    /// @param rule asked just before, unless the act is on record already
    /// @return a line for each body
    /// @throws Problem what `rule` refuses, `journal.same-act-other-words`, and what {@link #lines} throws
    public synchronized List<Line> record(
            UUID request, Set<AccountId> hands, List<? extends Body> bodies, Runnable rule) {
        if (bodies.isEmpty()) throw new IllegalArgumentException("An act records at least one line.");
        List<Sheet> known = sheets();
        var asked = new ArrayList<Written>();
        for (int i = 0; i < bodies.size(); i++) asked.add(written(drawn(request, "line " + i), hands, bodies.get(i)));
        Optional<List<Line>> before = before(request, known, asked);
        if (before.isPresent()) return before.get();
        rule.run();
        LocalDate day = today(known);
        try {
            finishBefore(day);
            add(day, asked);
        } catch (RuntimeException failed) {
            // Whether it was committed is asked of the disk, not of memory.
            sheets = null;
            throw told(failed);
        }
        return asked.stream().map(line -> line.on(day)).toList();
    }

    /// Sixteen random-looking bytes in hexadecimal that only this book draws for that request and purpose, and always
    /// the same ones.
    public synchronized String drawn(UUID request, String purpose) {
        return mark("request " + request + " " + purpose);
    }

    /// A keyed hash of `text`, sixteen bytes in hexadecimal, that only this book can make.
    public synchronized String mark(String text) {
        return store().keys().pseudonym("day book " + text);
    }

    /// The day that what is recorded now is told under. A day that is over takes nothing more, also where the clock was
    /// set back.
    public synchronized LocalDate today() {
        return today(sheets());
    }

    /// Chains the sheets of days that are over, and lets no file tell when something was last recorded: each bears the
    /// beginning of its day, and what a file system keeps beside that is the time of the last call of this.
    public synchronized void turn() {
        LocalDate today = today(sheets());
        try {
            finishBefore(today);
        } catch (RuntimeException failed) {
            sheets = null;
            throw told(failed);
        }
        settle(today);
    }

    /// Checks each sheet, their chain, and its head that was noted beside the database.
    public synchronized Checked verify() {
        sheets = null;
        try {
            return check();
        } catch (Problem unreadable) {
            return new Checked.Unreadable(unreadable);
        }
    }

    /// Copies the days that are over into files of a folder of that name below `to`. Of the day that lasts nothing is
    /// copied: two copies of one day would tell what came between.
    synchronized void copyTo(Path to) throws IOException, SQLException {
        store();
        Path there = to.resolve(name);
        Files.createDirectories(there);
        OwnerOnly.folder(there);
        var stores = new Stores(to, Optional.empty());
        Move.whole(folder.stores().bookKeys(name, path()), stores.bookKeys(name, there), Progress.SILENT);
        Store sheets = stores.book(name, there);
        sheets.migrate();
        try (Connection reading = folder.stores().book(name, path()).snapshot();
                Connection writing = sheets.writer(0)) {
            new TableCopy(reading, writing, Progress.SILENT).copy("sheet", " where hash is not null");
            writing.commit();
            reading.rollback();
        }
        sheets.made();
        Path head = path().resolve(HEAD);
        if (Files.exists(head)) Files.copy(head, there.resolve(HEAD));
    }

    /// The book of that name in another folder.
    DayBook in(NodeFolder other) {
        return new DayBook(other, name, passphrase, strength, told, zone, clock, chance, 0);
    }

    String name() {
        return name;
    }

    @Override
    public synchronized void close() {
        if (closed) return;
        closed = true;
        if (store == null) return;
        LocalDate today = sheets == null ? clockDay() : today(sheets);
        store.close();
        settle(today);
    }

    /// Makes the files where there are none. A book that fails stops nobody: whoever uses it is told why.
    void prepare() {
        try {
            begin();
        } catch (Problem toldToWhoeverUsesIt) {
            // Tried again at the first use.
        }
    }

    private Path path() {
        return folder.path().resolve(name);
    }

    /// A book stands whole or not at all: it is made beside its place and put there in one step.
    private void begin() {
        if (folder.hasBook(name)) return;
        try {
            if (!Files.exists(path())) {
                Path fresh = path().resolveSibling(name + ".new");
                Scratch.remove(fresh);
                Files.createDirectories(fresh);
                OwnerOnly.folder(fresh);
                Store store = folder.stores().book(name, fresh);
                Store keyStore = folder.stores().bookKeys(name, fresh);
                // On a server, a program on another machine may have made them, or one that was cut off.
                if (!keyStore.exists()) Keys.create(keyStore, passphrase, strength, chance);
                store.migrate();
                keyStore.made();
                store.made();
                try (Keys keys = keys(fresh)) {
                    keys.forSealing(SHEETS);
                }
                Files.move(fresh, path());
            }
            folder.noteBook(name);
        } catch (IOException e) {
            throw new Problem("journal.read-only", Map.of("folder", path().toString(), "cause", e.toString()), e);
        } catch (DataAccessException | FlywayException e) {
            throw StoreFailure.meaning(e, path());
        }
    }

    /// Also the file of keys notes when each was made: the day.
    private Keys keys(Path in) {
        return Keys.open(
                folder.stores().bookKeys(name, in),
                passphrase,
                () -> clock.instant().truncatedTo(ChronoUnit.DAYS),
                chance,
                maxPages);
    }

    private record Opened(Keys keys, SingleConnectionDataSource source, JdbcClient rows, Turn turn, byte[] key) {
        void write(Runnable work) {
            turn.write(rows, work);
        }

        void close() {
            try {
                source.destroy();
            } finally {
                keys.close();
            }
        }
    }

    private Opened store() {
        if (closed) throw Problem.of("journal.closing");
        if (store != null) return store;
        begin();
        Store database = folder.stores().book(name, path());
        if (!database.exists()) throw Problem.of("journal.file-missing", "file", database);
        try {
            database.migrate();
            Keys keys = keys(path());
            byte[] key = keys.forSealing(SHEETS).orElseThrow(() -> Problem.of("journal.key-destroyed", "key", SHEETS));
            SingleConnectionDataSource source = database.alone(maxPages);
            JdbcClient rows = JdbcClient.create(source);
            store = new Opened(keys, source, rows, database.claim(source), key);
            return store;
        } catch (DataAccessException | FlywayException e) {
            throw StoreFailure.meaning(e, path());
        }
    }

    /// A line as it stands on a sheet.
    private record Written(String id, String kind, int version, List<String> hands, String json, Body body) {
        Line on(LocalDate day) {
            return new Line(
                    id, day, hands.stream().map(AccountId::new).collect(java.util.stream.Collectors.toSet()), body);
        }

        boolean saysTheSame(Written other) {
            return kind.equals(other.kind) && hands.equals(other.hands) && json.equals(other.json);
        }
    }

    /// @param hash absent while its day lasts
    private record Sheet(LocalDate day, byte[] sealed, byte[] previous, Optional<byte[]> hash, List<Written> lines) {
        byte[] computedHash() {
            return Crypto.sha256()
                    .digest(Canonical.bytes(Map.of(
                            "day",
                            day.toString(),
                            "previous",
                            HEX.formatHex(previous),
                            "sealed",
                            HEX.formatHex(Crypto.sha256().digest(sealed)))));
        }
    }

    private Written written(String id, Set<AccountId> hands, Body body) {
        EntryKind kind = kinds.of(body);
        String json = kinds.codec().write(body, "", (clear, place, kept) -> {
            throw new IllegalArgumentException("A sheet is sealed as a whole.");
        });
        return new Written(
                id,
                kind.name(),
                kind.version(),
                hands.stream().map(AccountId::name).sorted().toList(),
                json,
                body);
    }

    private Optional<List<Line>> before(UUID request, List<Sheet> known, List<Written> asked) {
        var found = new ArrayList<Line>();
        boolean same = true;
        for (Written line : asked) {
            for (Sheet sheet : known) {
                for (Written there : sheet.lines()) {
                    if (!there.id().equals(line.id())) continue;
                    same &= there.saysTheSame(line);
                    found.add(there.on(sheet.day()));
                }
            }
        }
        if (found.isEmpty()) return Optional.empty();
        String next = drawn(request, "line " + asked.size());
        boolean more = known.stream()
                .flatMap(sheet -> sheet.lines().stream())
                .anyMatch(line -> line.id().equals(next));
        if (!same || more || found.size() < asked.size()) {
            throw Problem.of("journal.same-act-other-words", "act", request);
        }
        return Optional.of(found);
    }

    private void add(LocalDate day, List<Written> more) {
        List<Sheet> known = sheets();
        boolean goesOn = !known.isEmpty() && known.getLast().day().equals(day);
        byte[] previous = goesOn
                ? known.getLast().previous()
                : known.isEmpty() ? Head.NOTHING : known.getLast().hash().orElseThrow();
        var all = new ArrayList<>(goesOn ? known.getLast().lines() : List.<Written>of());
        all.addAll(more);
        all.sort(Comparator.comparing(Written::id));
        byte[] nonce = new byte[12];
        chance.nextBytes(nonce);
        byte[] sealed = Crypto.encrypt(store().key(), nonce, clear(all), bound(day, previous));
        store().write(() -> store().rows()
                .sql("insert into sheet (day, sealed, previous) values (?, ?, ?)"
                        + " on conflict (day) do update set sealed = excluded.sealed")
                .params(day.toString(), sealed, previous)
                .update());
        var now = new ArrayList<>(goesOn ? known.subList(0, known.size() - 1) : known);
        now.add(new Sheet(day, sealed, previous, Optional.empty(), all));
        remember(now);
        settle(day);
    }

    /// Chains the sheet of an earlier day, if it is not yet. Its head is noted after it is on disk.
    private void finishBefore(LocalDate day) {
        List<Sheet> known = sheets();
        if (known.isEmpty()) return;
        Sheet last = known.getLast();
        if (last.hash().isEmpty() && last.day().isBefore(day)) {
            byte[] hash = last.computedHash();
            store().write(() -> store().rows()
                    .sql("update sheet set hash = ? where day = ?")
                    .params(hash, last.day().toString())
                    .update());
            var now = new ArrayList<>(known.subList(0, known.size() - 1));
            now.add(new Sheet(last.day(), last.sealed(), last.previous(), Optional.of(hash), last.lines()));
            remember(now);
        }
        noteHead();
    }

    private void noteHead() {
        Optional<Sheet> last = sheets().reversed().stream()
                .filter(sheet -> sheet.hash().isPresent())
                .findFirst();
        if (last.isEmpty()
                || head() instanceof Found.Head there
                        && there.day().equals(last.get().day())) return;
        String hash = HEX.formatHex(last.get().hash().orElseThrow());
        String day = last.get().day().toString();
        String signature = Base64.getEncoder().encodeToString(store().keys().sign(signedText(day, hash)));
        try {
            WholeFiles.write(
                    path().resolve(HEAD), Canonical.text(Map.of("day", day, "hash", hash, "signature", signature)));
        } catch (IOException e) {
            // A full disk must not stop the desk: the lines are safe, and the head is tried again at the next turn.
        }
    }

    private byte[] signedText(String day, String hash) {
        return ("clearway sheet\n" + Canonical.text(Map.of("book", name, "day", day, "hash", hash)))
                .getBytes(StandardCharsets.UTF_8);
    }

    private sealed interface Found {
        record Head(LocalDate day, String hash, String signature) implements Found {}

        record None() implements Found {}

        record Unreadable() implements Found {}
    }

    private Found head() {
        Path file = path().resolve(HEAD);
        if (!Files.exists(file)) return new Found.None();
        try {
            JsonNode node = JSON.readTree(Files.readString(file));
            return new Found.Head(
                    LocalDate.parse(node.required("day").stringValue()),
                    node.required("hash").stringValue(),
                    node.required("signature").stringValue());
        } catch (IOException | JacksonException | java.time.DateTimeException notAHead) {
            return new Found.Unreadable();
        }
    }

    private Checked check() {
        byte[] previous = Head.NOTHING;
        long count = 0;
        var finished = new TreeSet<LocalDate>();
        List<Row> all = sealed();
        for (int i = 0; i < all.size(); i++) {
            Row one = all.get(i);
            List<Written> lines;
            try {
                lines = opened(one);
            } catch (Problem broken) {
                return new Checked.Broken(one.day(), Fault.CHANGED);
            }
            Sheet sheet = new Sheet(one.day(), one.sealed(), one.previous(), one.hash(), lines);
            if (!Arrays.equals(sheet.previous(), previous)) return new Checked.Broken(one.day(), Fault.REORDERED);
            boolean last = i == all.size() - 1;
            if (sheet.hash().isEmpty() && !last) return new Checked.Broken(one.day(), Fault.CHANGED);
            if (sheet.hash().isPresent()) {
                previous = sheet.hash().get();
                if (!Arrays.equals(previous, sheet.computedHash())) {
                    return new Checked.Broken(one.day(), Fault.CHANGED);
                }
                finished.add(one.day());
            }
            count += lines.size();
        }
        Optional<Checked> head = headFault(finished, all);
        return head.orElse(new Checked.Sound(count, all.size()));
    }

    private Optional<Checked> headFault(TreeSet<LocalDate> finished, List<Row> all) {
        return switch (head()) {
            case Found.Head(LocalDate day, String hash, String signature) -> {
                byte[] text = signedText(day.toString(), hash);
                if (!isSigned(text, signature)) yield Optional.of(new Checked.Broken(day, Fault.HEAD_DIFFERS));
                if (!finished.contains(day)) yield Optional.of(new Checked.Broken(day, Fault.TAIL_MISSING));
                boolean same = all.stream()
                        .filter(sheet -> sheet.day().equals(day))
                        .allMatch(sheet ->
                                sheet.hash().map(HEX::formatHex).orElse("").equals(hash));
                yield same ? Optional.empty() : Optional.of(new Checked.Broken(day, Fault.HEAD_DIFFERS));
            }
            case Found.Unreadable() -> Optional.of(new Checked.Broken(clockDay(), Fault.HEAD_MISSING));
            case Found.None() ->
                finished.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Checked.Broken(finished.last(), Fault.HEAD_MISSING));
        };
    }

    private boolean isSigned(byte[] text, String signature) {
        try {
            return Crypto.signed(
                    store().keys().verifyingKey(), text, Base64.getDecoder().decode(signature));
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    /// A sheet as it stands in the database.
    private record Row(LocalDate day, byte[] sealed, byte[] previous, Optional<byte[]> hash) {}

    private List<Row> sealed() {
        try {
            return store().rows()
                    .sql("select day, sealed, previous, hash from sheet order by day")
                    .query((row, n) -> new Row(
                            LocalDate.parse(row.getString("day")),
                            row.getBytes("sealed"),
                            row.getBytes("previous"),
                            Optional.ofNullable(row.getBytes("hash"))))
                    .list();
        } catch (DataAccessException e) {
            throw StoreFailure.meaning(e, path());
        }
    }

    private List<Sheet> sheets() {
        store();
        if (sheets == null) {
            remember(sealed().stream()
                    .map(one -> new Sheet(one.day(), one.sealed(), one.previous(), one.hash(), opened(one)))
                    .toList());
        }
        return sheets == null ? List.of() : sheets;
    }

    private void remember(List<Sheet> all) {
        sheets = List.copyOf(all);
        lines = all.stream()
                .flatMap(sheet -> sheet.lines().stream().map(line -> line.on(sheet.day())))
                .toList();
    }

    private byte[] clear(List<Written> all) {
        byte[] json = Canonical.bytes(Map.of(
                "lines",
                all.stream()
                        .map(line -> Map.of(
                                "id", line.id(),
                                "kind", line.kind(),
                                "version", line.version(),
                                "hands", line.hands(),
                                "body", new Canonical.Raw(line.json())))
                        .toList()));
        byte[] filled = Arrays.copyOf(json, (json.length + STEP - 1) / STEP * STEP);
        Arrays.fill(filled, json.length, filled.length, (byte) ' ');
        return filled;
    }

    private List<Written> opened(Row one) {
        try {
            byte[] clear = Crypto.decrypt(store().key(), one.sealed(), bound(one.day(), one.previous()));
            var read = new ArrayList<Written>();
            for (JsonNode line : JSON.readTree(clear).required("lines")) {
                String kind = line.required("kind").stringValue();
                int version = line.required("version").intValue();
                String json = Canonical.text(Trees.plain(line.required("body")));
                var hands = new ArrayList<String>();
                for (JsonNode hand : line.required("hands")) hands.add(hand.stringValue());
                read.add(new Written(
                        line.required("id").stringValue(),
                        kind,
                        version,
                        List.copyOf(hands),
                        json,
                        kinds.read(kind, version, json)));
            }
            return List.copyOf(read);
        } catch (AEADBadTagException | JacksonException e) {
            throw new Problem("journal.seal-broken", Map.of("place", name + " " + one.day()), e);
        }
    }

    private byte[] bound(LocalDate day, byte[] previous) {
        return (name + " " + day + " " + HEX.formatHex(previous)).getBytes(StandardCharsets.UTF_8);
    }

    private LocalDate today(List<Sheet> known) {
        LocalDate told = clockDay();
        if (known.isEmpty()) return told;
        Sheet last = known.getLast();
        LocalDate earliest = last.hash().isPresent() ? last.day().plusDays(1) : last.day();
        return told.isBefore(earliest) ? earliest : told;
    }

    private LocalDate clockDay() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private void settle(LocalDate day) {
        var beginning = FileTime.from(day.atStartOfDay(ZoneOffset.UTC).toInstant());
        for (Path file : List.of(path().resolve(Stores.BOOK_FILE), path().resolve(HEAD), path())) {
            try {
                if (Files.exists(file)) Files.setLastModifiedTime(file, beginning);
            } catch (IOException e) {
                // A file system that keeps no such times tells nothing by them.
            }
        }
    }

    private RuntimeException told(RuntimeException failed) {
        return failed instanceof DataAccessException ? StoreFailure.meaning(failed, path()) : failed;
    }
}
