// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearway.language.Refusal.refused;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.clearway.access.AccountId;
import org.clearway.access.Retention;
import org.clearway.access.Sensitivity;
import org.clearway.journal.DayBook.Checked;
import org.clearway.journal.Verification.Fault;
import org.clearway.language.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A journal apart: a sheet for each day, chained when the day is over, and nothing that tells an hour.
class DayBookTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Damascus");
    private static final Set<AccountId> HANDS = Set.of(new AccountId("desk-1"), new AccountId("desk-2"));
    private static final LocalDate DAY = LocalDate.of(2019, 9, 14);
    private static final List<EntryKind> KINDS = List.of(new EntryKind("book.told", 1, Told.class));
    private static final Runnable ANY = () -> {};

    record Told(
            @Kept(as = Sensitivity.PUBLIC, until = Retention.FOR_EVER)
            long number) implements Body {}

    @TempDir
    Path folder;

    private TestNode node;
    private DayBook book;

    @BeforeEach
    void open() {
        node = TestNode.in(folder.resolve("node"));
        book = node.dayBook("book", KINDS, ZONE);
    }

    @AfterEach
    void close() {
        book.close();
        node.close();
    }

    @Test
    void whatWasRecordedIsThereWithItsDayAndItsHands() {
        List<DayBook.Line> lines = record(UUID.randomUUID(), 1, 2);
        assertThat(lines).hasSize(2).allSatisfy(line -> {
            assertThat(line.day()).isEqualTo(DAY);
            assertThat(line.hands()).isEqualTo(HANDS);
        });
        reopen();
        assertThat(book.lines()).containsExactlyInAnyOrderElementsOf(lines);
        assertThat(book.verify()).isEqualTo(new Checked.Sound(2, 1));
    }

    @Test
    void theSameRequestIsAnsweredAsItWasAlsoOnAnotherDayAndWithOtherWordsItIsRefused() {
        UUID request = UUID.randomUUID();
        List<DayBook.Line> first = record(request, 1, 2);
        on("2019-09-16T09:00:00Z");
        reopen();
        assertThat(book.record(request, HANDS, bodies(1, 2), () -> {
                    throw new AssertionError("A repeat is not asked for again.");
                }))
                .isEqualTo(first);
        refused("journal.same-act-other-words", () -> record(request, 1, 3));
        refused("journal.same-act-other-words", () -> record(request, 1));
        refused("journal.same-act-other-words", () -> record(request, 1, 2, 3));
        refused(
                "journal.same-act-other-words",
                () -> book.record(request, Set.of(new AccountId("desk-1")), bodies(1, 2), ANY));
        assertThat(book.lines()).hasSize(2);
    }

    @Test
    void whatTheRuleRefusesIsNotRecorded() {
        refused(
                "journal.closing",
                () -> book.record(UUID.randomUUID(), HANDS, bodies(1), () -> {
                    throw Problem.of("journal.closing");
                }));
        assertThat(book.lines()).isEmpty();
    }

    @Test
    void theLinesOfADayStandInTheOrderOfTheirIdsAndTheirDaysAreChained() {
        for (int day = 14; day < 18; day++) {
            on("2019-09-" + day + "T08:00:00Z");
            for (int i = 0; i < 9; i++) record(UUID.randomUUID(), day * 100 + i);
        }
        List<String> order = book.lines().stream()
                .filter(line -> line.day().equals(DAY))
                .map(DayBook.Line::id)
                .toList();
        assertThat(order).hasSize(9).isSorted();
        reopen();
        assertThat(book.verify()).isEqualTo(new Checked.Sound(36, 4));
    }

    @Test
    void aDayThatIsOverTakesNothingMoreAlsoWhereTheClockWasSetBack() {
        record(UUID.randomUUID(), 1);
        on("2019-09-20T08:00:00Z");
        book.turn();
        on("2019-09-13T08:00:00Z");
        assertThat(record(UUID.randomUUID(), 2).getFirst().day()).isEqualTo(LocalDate.of(2019, 9, 15));
        on("2019-09-14T08:00:00Z");
        assertThat(record(UUID.randomUUID(), 3).getFirst().day()).isEqualTo(LocalDate.of(2019, 9, 15));
        on("2019-09-21T08:00:00Z");
        assertThat(record(UUID.randomUUID(), 4).getFirst().day()).isEqualTo(LocalDate.of(2019, 9, 21));
        assertThat(book.verify()).isInstanceOf(Checked.Sound.class);
    }

    @Test
    void theDayIsThatOfItsZoneAndChangesAtMidnightThere() {
        on("2019-09-14T20:59:59Z");
        assertThat(record(UUID.randomUUID(), 1).getFirst().day()).isEqualTo(DAY);
        on("2019-09-14T21:00:00Z");
        assertThat(record(UUID.randomUUID(), 2).getFirst().day()).isEqualTo(DAY.plusDays(1));
    }

    @Test
    void whatIsChangedOutsideTheProgramIsFound() throws Exception {
        threeDaysAndAFourth();
        tampered(
                "update sheet set sealed = (select sealed from sheet where day = '2019-09-15') where day ="
                        + " '2019-09-14'",
                new Checked.Broken(DAY, Fault.CHANGED));
        tampered(
                "update sheet set sealed = substr(sealed, 1, 40) || x'00' || substr(sealed, 42) where day ="
                        + " '2019-09-15'",
                new Checked.Broken(DAY.plusDays(1), Fault.CHANGED));
        tampered("delete from sheet where day = '2019-09-15'", new Checked.Broken(DAY.plusDays(2), Fault.REORDERED));
        tampered("delete from sheet where day = '2019-09-14'", new Checked.Broken(DAY.plusDays(1), Fault.REORDERED));
        tampered(
                "delete from sheet where day >= '2019-09-16'", new Checked.Broken(DAY.plusDays(2), Fault.TAIL_MISSING));
        tampered("delete from sheet", new Checked.Broken(DAY.plusDays(2), Fault.TAIL_MISSING));
        tampered(
                "update sheet set hash = null where day = '2019-09-15'",
                new Checked.Broken(DAY.plusDays(1), Fault.CHANGED));
    }

    @Test
    void aHeadThatIsGoneOrForgedIsFound() throws IOException {
        threeDaysAndAFourth();
        Path head = folder.resolve("node/book/head");
        String was = Files.readString(head);
        Files.delete(head);
        assertThat(book.verify()).isEqualTo(new Checked.Broken(DAY.plusDays(2), Fault.HEAD_MISSING));
        Files.writeString(head, was.replace("2019-09-16", "2019-09-15"));
        assertThat(book.verify()).isEqualTo(new Checked.Broken(DAY.plusDays(1), Fault.HEAD_DIFFERS));
        Files.writeString(head, "nothing");
        assertThat(book.verify()).isInstanceOf(Checked.Broken.class);
        Files.writeString(head, was);
        assertThat(book.verify()).isInstanceOf(Checked.Sound.class);
    }

    @Test
    void whatWasThereEarlierInADayIsInNoFile() throws IOException, SQLException {
        for (int i = 0; i < 12; i++) record(UUID.randomUUID(), i);
        byte[] earlier = sealed(DAY);
        for (int i = 0; i < 40; i++) {
            record(UUID.randomUUID(), 100 + i);
            for (Path file : files()) {
                byte[] bytes = Files.readAllBytes(file);
                for (int at = 0; at + 32 <= earlier.length; at += 200) {
                    assertThat(at(bytes, earlier, at))
                            .as("of an earlier sheet, in %s", file)
                            .isNegative();
                }
            }
        }
    }

    @Test
    void noFileTellsWhenSomethingWasLastRecorded() throws IOException {
        record(UUID.randomUUID(), 1);
        on("2019-09-15T15:37:12Z");
        record(UUID.randomUUID(), 2);
        on("2019-09-15T16:00:00Z");
        assertTimesAreOf("2019-09-15T00:00:00Z");
        book.turn();
        assertTimesAreOf("2019-09-15T00:00:00Z");
        book.close();
        assertTimesAreOf("2019-09-15T00:00:00Z");
    }

    private void assertTimesAreOf(String instant) throws IOException {
        FileTime expected = FileTime.from(Instant.parse(instant));
        for (String name : List.of("book.db", "head", "")) {
            assertThat(Files.getLastModifiedTime(folder.resolve("node/book").resolve(name)))
                    .as(name)
                    .isEqualTo(expected);
        }
    }

    @Test
    void itsFilesTellNoTimeAtAll() throws SQLException {
        record(UUID.randomUUID(), 1);
        book.close();
        try (Connection keys = connect("keys.db");
                var rows = keys.createStatement().executeQuery("select name, created from data_key")) {
            while (rows.next()) {
                assertThat(rows.getLong("created") % 86_400_000_000L)
                        .as(rows.getString("name"))
                        .isZero();
            }
        }
    }

    @Test
    void oneActTooManyOnAFullDiskIsRefusedAndWhatWasAcknowledgedIsSafe() {
        book.close();
        book = node.dayBook("book", KINDS, ZONE, new SecureRandom(), 40);
        var kept = new HashSet<Long>();
        String refusal = "";
        for (long i = 0; i < 2_000 && refusal.isEmpty(); i++) {
            try {
                record(UUID.randomUUID(), i);
                kept.add(i);
            } catch (Problem problem) {
                refusal = problem.code();
            }
        }
        assertThat(refusal).isEqualTo("journal.disk-full");
        assertThat(numbers()).isEqualTo(kept);
        book.close();
        book = node.dayBook("book", KINDS, ZONE);
        record(UUID.randomUUID(), 9_999);
        assertThat(numbers()).containsAll(kept).contains(9_999L);
    }

    @Test
    void aBookThatIsGoneIsMissedAndNotBegunAnewAndTheNodeGoesOn() throws IOException {
        record(UUID.randomUUID(), 1);
        book.close();
        for (Path file : files()) Files.delete(file);
        book = node.dayBook("book", KINDS, ZONE);
        refused("journal.file-missing", () -> record(UUID.randomUUID(), 2));
        assertThat(book.verify()).isInstanceOf(Checked.Unreadable.class);
        node.reopen();
        assertThat(node.journal().verify(Progress.SILENT)).isInstanceOf(Verification.Sound.class);
    }

    @Test
    void aBookThatWasCutOffWhileItWasMadeIsMadeAgain() throws IOException {
        Path half = folder.resolve("node/other.new");
        Files.createDirectories(half);
        Files.writeString(half.resolve("keys.db"), "cut off");
        try (DayBook other = node.dayBook("other", KINDS, ZONE)) {
            other.record(UUID.randomUUID(), HANDS, bodies(1), ANY);
            assertThat(other.lines()).hasSize(1);
        }
    }

    @Test
    void nothingOfABookIsReadableWithoutItsPassphrase() throws IOException {
        record(UUID.randomUUID(), 1);
        book.close();
        for (Path file : files()) {
            assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                    .doesNotContain("book.told", "desk-1", "desk-2");
        }
        try (DayBook other = new DayBook(
                new NodeFolder(folder.resolve("node")),
                "book",
                "another passphrase",
                new Keys.Strength(64, 1),
                KINDS,
                ZONE,
                node.clock(),
                new SecureRandom(),
                0)) {
            refused("journal.wrong-passphrase", other::lines);
        }
    }

    @Test
    void twoDesksAtOnceBothFindTheirLinesThere() throws Exception {
        try (var desks = Executors.newFixedThreadPool(2)) {
            var told = new ArrayList<Future<?>>();
            for (int desk = 0; desk < 2; desk++) {
                int first = desk * 100;
                told.add(desks.submit(() -> {
                    for (int i = 0; i < 30; i++) record(UUID.randomUUID(), first + i);
                }));
            }
            for (Future<?> one : told) one.get();
        }
        reopen();
        assertThat(numbers()).hasSize(60);
    }

    /// What a program of tomorrow wrote of this day stays on its sheet when one of today adds to it.
    @Test
    void whatANewerProgramWroteIsKept() {
        book.close();
        var newer = List.of(new EntryKind("book.told", 2, Told.class));
        try (DayBook tomorrow = node.dayBook("book", newer, ZONE)) {
            tomorrow.record(UUID.randomUUID(), HANDS, bodies(7), ANY);
        }
        book = node.dayBook("book", KINDS, ZONE);
        record(UUID.randomUUID(), 8);
        book.close();
        try (DayBook tomorrow = node.dayBook("book", newer, ZONE)) {
            assertThat(tomorrow.lines()).hasSize(2).anyMatch(line -> line.body().equals(new Told(7)));
        }
        book = node.dayBook("book", KINDS, ZONE);
    }

    private void threeDaysAndAFourth() {
        for (int day = 14; day < 18; day++) {
            on("2019-09-" + day + "T08:00:00Z");
            record(UUID.randomUUID(), day);
        }
    }

    /// Changes the database, asks, and puts it back.
    private void tampered(String sql, Checked expected) throws Exception {
        Path file = folder.resolve("node/book/book.db");
        byte[] was = Files.readAllBytes(file);
        book.close();
        try (Connection connection = connect("book.db")) {
            connection.createStatement().executeUpdate(sql);
        }
        book = node.dayBook("book", KINDS, ZONE);
        assertThat(book.verify()).as(sql).isEqualTo(expected);
        book.close();
        Files.write(file, was);
        book = node.dayBook("book", KINDS, ZONE);
    }

    private byte[] sealed(LocalDate day) throws SQLException {
        try (Connection connection = connect("book.db");
                var select = connection.prepareStatement("select sealed from sheet where day = ?")) {
            select.setString(1, day.toString());
            try (var rows = select.executeQuery()) {
                rows.next();
                return rows.getBytes(1);
            }
        }
    }

    private static int at(byte[] bytes, byte[] what, int from) {
        outer:
        for (int i = 0; i + 32 <= bytes.length; i++) {
            for (int k = 0; k < 32; k++) if (bytes[i + k] != what[from + k]) continue outer;
            return i;
        }
        return -1;
    }

    private Connection connect(String file) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:sqlite:" + folder.resolve("node/book").resolve(file));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("node/book"))) {
            return files.toList();
        }
    }

    private Set<Long> numbers() {
        var numbers = new HashSet<Long>();
        book.lines().forEach(line -> numbers.add(((Told) line.body()).number()));
        return numbers;
    }

    private List<DayBook.Line> record(UUID request, long... numbers) {
        return book.record(request, HANDS, bodies(numbers), ANY);
    }

    private static List<Told> bodies(long... numbers) {
        return java.util.Arrays.stream(numbers).mapToObj(Told::new).toList();
    }

    private void on(String instant) {
        node.clock().set(Instant.parse(instant));
    }

    private void reopen() {
        book.close();
        book = node.dayBook("book", KINDS, ZONE);
    }
}
