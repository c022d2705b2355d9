// SPDX-License-Identifier: Apache-2.0
package org.clearway.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.clearway.corridor.Sayings.ZONE;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.NotPermitted;
import org.clearway.access.Role;
import org.clearway.ceasefire.Fires;
import org.clearway.ceasefire.Ledgers;
import org.clearway.coordination.Boards;
import org.clearway.corridor.Corridors;
import org.clearway.gate.AtTheGate;
import org.clearway.journal.Backups;
import org.clearway.journal.TestDatabase;
import org.clearway.journal.TestNode;
import org.clearway.journal.Verification;
import org.clearway.language.Language;
import org.clearway.language.Problem;
import org.clearway.language.Wording;
import org.clearway.transport.OnTheWay;
import org.clearway.transport.PlaceKind;
import org.clearway.transport.PlacesLeft;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VitalsTest {
    private static final Actor ADMINISTRATOR = new Actor(new AccountId("admin"), Set.of(Role.ADMINISTRATOR));

    @TempDir
    Path folder;

    private OnTheWay way;
    private TestNode node;
    private TestMachine machine;
    private Backups.Standing backups = standing(Optional.empty(), Optional.empty());
    private final ArrayDeque<Runnable> beside = new ArrayDeque<>();
    private Vitals vitals;

    @BeforeEach
    void open() {
        way = new OnTheWay(folder, Ledgers.chapter(), Boards.chapter());
        node = way.node;
        machine = new TestMachine(node.clock());
        vitals = vitals();
    }

    private Vitals vitals() {
        var boards = new Boards(
                node.journal(),
                way.gate.agreements,
                new Corridors(node.journal()),
                way.gate.gates,
                new Fires(node.journal(), Corridors.ground()),
                ZONE);
        return new Vitals(node.journal(), boards, machine, "1.2.3", () -> backups, beside::add);
    }

    @AfterEach
    void close() {
        way.close();
    }

    @Test
    void aDiskThatGrowsFullIsLookedAfterLongBeforeItIs() {
        assertThat(sign(VitalSign.DISK).state()).isEqualTo(VitalState.IN_ORDER);
        assertThat(said(VitalSign.DISK)).startsWith("80 GB free of 240 GB");
        disk(23_999_999_999L, 240_000_000_000L);
        assertThat(sign(VitalSign.DISK).state()).isEqualTo(VitalState.LOOK);
        disk(24_000_000_000L, 240_000_000_000L);
        assertThat(sign(VitalSign.DISK).state()).isEqualTo(VitalState.IN_ORDER);
        disk(1_999_999_999L, 4_000_000_000L);
        assertThat(sign(VitalSign.DISK).state()).isEqualTo(VitalState.LOOK);
        assertThat(said(VitalSign.DISK)).startsWith("1.9 GB free of 4 GB");
        disk(199_999_999L, 4_000_000_000L);
        assertThat(sign(VitalSign.DISK).state()).isEqualTo(VitalState.ACT);
        assertThat(sign(VitalSign.DISK).advice(words())).startsWith("Make room at once");
        machine.free = OptionalLong.empty();
        assertThat(sign(VitalSign.DISK).state()).isEqualTo(VitalState.LOOK);
    }

    private void disk(long free, long all) {
        machine.free = OptionalLong.of(free);
        machine.all = OptionalLong.of(all);
    }

    @Test
    void aClockThatIsSetIsToldOfForADayAndOneThatIsSteeredIsNot() {
        vitals.watchClock();
        pass(Duration.ofMinutes(1), Duration.ofMinutes(1).plusMillis(1_900));
        assertThat(said(VitalSign.CLOCK)).isEqualTo("No jump was noticed.");
        pass(Duration.ofMinutes(1), Duration.ofMinutes(31));
        assertThat(sign(VitalSign.CLOCK).state()).isEqualTo(VitalState.LOOK);
        assertThat(said(VitalSign.CLOCK)).startsWith("Set on by 30 minutes, or the machine slept; noticed at ");
        pass(Duration.ofHours(24), Duration.ofHours(24));
        assertThat(sign(VitalSign.CLOCK).state()).isEqualTo(VitalState.IN_ORDER);
        pass(Duration.ofMinutes(1), Duration.ofSeconds(50));
        assertThat(said(VitalSign.CLOCK)).startsWith("Set back by 10 seconds; noticed at ");
    }

    /// So much time goes by, and the clock shows that so much went by.
    private void pass(Duration time, Duration shown) {
        machine.nanos += time.toNanos();
        node.clock().set(node.clock().instant().plus(shown));
        vitals.watchClock();
    }

    @Test
    void aClockBehindTheLastEntryIsToBeSetAtOnceAndIsRememberedAfterwards() {
        Instant right = node.clock().instant();
        node.clock().set(right.minus(Duration.ofHours(3)));
        assertThat(sign(VitalSign.CLOCK).state()).isEqualTo(VitalState.ACT);
        assertThat(said(VitalSign.CLOCK)).isEqualTo("3 hours behind the last entry");
        way.safeAreas.close(OnTheWay.COORDINATION, node.act(), OnTheWay.CAMP);
        node.clock().set(right.plus(Duration.ofMinutes(1)));
        assertThat(sign(VitalSign.CLOCK).state()).isEqualTo(VitalState.LOOK);
        assertThat(said(VitalSign.CLOCK)).startsWith("It was behind the journal once, last at ");
        node.clock().set(right.plus(Duration.ofDays(2)));
        assertThat(sign(VitalSign.CLOCK).state()).isEqualTo(VitalState.IN_ORDER);
    }

    @Test
    void everyEntryIsCheckedOnceADayAndTheResultIsKnownAfterTheNextStart() {
        assertThat(sign(VitalSign.CHAIN).state()).isEqualTo(VitalState.LOOK);
        assertThat(said(VitalSign.CHAIN)).isEqualTo("It has not been made yet.");
        vitals.beginCheckIfDue();
        assertThat(vitals.check(ADMINISTRATOR)).isEqualTo(new Check.Going(0, 0));
        vitals.beginCheck(ADMINISTRATOR);
        assertThat(beside).as("one at a time").hasSize(1);
        beside.remove().run();
        Check over = vitals.check(ADMINISTRATOR);
        assertThat(over).isInstanceOfSatisfying(Check.Over.class, done -> {
            assertThat(done.found()).isInstanceOf(Verification.Sound.class);
            assertThat(done.at()).isEqualTo(node.clock().instant());
        });
        assertThat(sign(VitalSign.CHAIN).state()).isEqualTo(VitalState.IN_ORDER);
        assertThat(said(VitalSign.CHAIN)).startsWith("Sound at 15:10").contains("entries in 1 stream");
        vitals = vitals();
        assertThat(vitals.check(ADMINISTRATOR)).isEqualTo(over);
        way.later(Duration.ofHours(23));
        vitals.beginCheckIfDue();
        assertThat(beside).isEmpty();
        way.later(Duration.ofHours(1));
        vitals.beginCheckIfDue();
        assertThat(beside).hasSize(1);
    }

    @Test
    void aCheckThatIsMissedForHoursIsToBeLookedInto() {
        vitals.beginCheck(ADMINISTRATOR);
        beside.remove().run();
        way.later(Duration.ofHours(36));
        assertThat(sign(VitalSign.CHAIN).state()).isEqualTo(VitalState.IN_ORDER);
        way.later(Duration.ofSeconds(1));
        assertThat(sign(VitalSign.CHAIN).state()).isEqualTo(VitalState.LOOK);
    }

    @Test
    void anEntryThatSomebodyChangedIsNamedAndIsToBeActedUpon() {
        node.journal()
                .keep(rows -> rows.sql("update entry set account = 'somebody-else' where sequence = 3")
                        .update());
        vitals.beginCheck(ADMINISTRATOR);
        beside.remove().run();
        assertThat(sign(VitalSign.CHAIN).state()).isEqualTo(VitalState.ACT);
        assertThat(said(VitalSign.CHAIN)).contains("entry 3 of stream", "it is not what it was");
        Check found = vitals.check(ADMINISTRATOR);
        vitals = vitals();
        assertThat(vitals.check(ADMINISTRATOR)).isEqualTo(found);
        assertThat(said(VitalSign.CHAIN)).contains("entry 3 of stream");
    }

    @Test
    void thatThereIsNoBackupIsSaidAndAnOldOneIsMissed() {
        assertThat(said(VitalSign.BACKUP)).isEqualTo("None.");
        assertThat(sign(VitalSign.BACKUP).state()).isEqualTo(VitalState.LOOK);
        assertThat(sign(VitalSign.DRILL).state()).isEqualTo(VitalState.LOOK);
        Instant now = node.clock().instant();
        backups = standing(good(now.minus(Duration.ofHours(26))), Optional.empty());
        assertThat(sign(VitalSign.BACKUP).state()).isEqualTo(VitalState.IN_ORDER);
        assertThat(said(VitalSign.BACKUP)).endsWith(", 26 hours ago");
        assertThat(sign(VitalSign.DRILL).state()).isEqualTo(VitalState.LOOK);
        backups = standing(good(now.minus(Duration.ofHours(26)).minusSeconds(1)), good(now.minus(Duration.ofDays(30))));
        assertThat(sign(VitalSign.BACKUP).state()).isEqualTo(VitalState.LOOK);
        assertThat(sign(VitalSign.DRILL).state()).isEqualTo(VitalState.IN_ORDER);
    }

    @Test
    void aBackupThatFailedAndACopyOfKeysThatIsTooOldAreToldWithWhatToDo() {
        Instant now = node.clock().instant();
        var gone = Problem.of("backup.place-gone", "folder", "/media/stick");
        backups = new Backups.Standing(
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Backups.Run(now, Optional.of(now.minusSeconds(3_600)), 3, Optional.of(gone))),
                good(now),
                Optional.empty(),
                List.of(new Backups.StaleKeys("abc", "/media/keys", now.minusSeconds(60), 2)),
                false);
        assertThat(sign(VitalSign.BACKUP).state()).isEqualTo(VitalState.LOOK);
        assertThat(said(VitalSign.BACKUP)).contains("/media/stick is not the place");
        assertThat(said(VitalSign.KEYS_COPY)).isEqualTo("1 copy still opens what was erased since");
        assertThat(sign(VitalSign.KEYS_COPY).advice(words())).contains("plug it in, or destroy it");
    }

    private static Backups.Standing standing(Optional<Backups.Run> entries, Optional<Backups.Run> check) {
        return new Backups.Standing(Optional.empty(), Optional.empty(), entries, entries, check, List.of(), false);
    }

    private static Optional<Backups.Run> good(Instant at) {
        return Optional.of(new Backups.Run(at, Optional.of(at), 1, Optional.empty()));
    }

    @Test
    void alarmsThatAreNobodysAreCountedAndThoseThatSomebodyHasTakenOnAreNot() {
        assertThat(sign(VitalSign.ALARMS).state()).isEqualTo(VitalState.IN_ORDER);
        way.safeAreas.tell(
                OnTheWay.RECEPTION, node.act(), new PlacesLeft(OnTheWay.CAMP, Map.of(PlaceKind.GENERAL, 0L)));
        assertThat(sign(VitalSign.ALARMS).state()).isEqualTo(VitalState.LOOK);
        long before = Long.parseLong(said(VitalSign.ALARMS));
        var boards = new Boards(
                node.journal(),
                way.gate.agreements,
                new Corridors(node.journal()),
                way.gate.gates,
                new Fires(node.journal(), Corridors.ground()),
                ZONE);
        var board = boards.boards(
                        AtTheGate.COORDINATION, way.now(), node.clock().instant())
                .getFirst();
        boards.take(
                AtTheGate.COORDINATION,
                node.act(),
                board.corridor().id(),
                board.alarms().getFirst().id());
        assertThat(sign(VitalSign.ALARMS).figures()).containsEntry("count", before - 1);
    }

    @Test
    void everySignIsSaidInEveryLanguageAndTheWorstIsTheMostUrgent() {
        machine.free = OptionalLong.of(0);
        List<Vital> signs = vitals.signs(ADMINISTRATOR);
        assertThat(signs).extracting(Vital::sign).containsExactly(VitalSign.values());
        assertThat(Vitals.worst(signs)).isEqualTo(VitalState.ACT);
        for (Language language : List.of(Language.EN, Language.AR)) {
            Wording words = Wording.of(language);
            assertThat(signs).allSatisfy(sign -> {
                assertThat(sign.in(words, ZONE)).isNotBlank();
                assertThat(sign.advice(words).isEmpty()).isEqualTo(sign.state() == VitalState.IN_ORDER);
            });
        }
    }

    @Test
    void howLongItHasBeenRunningIsCountedAndNotReadOffAClock() {
        assertThat(said(VitalSign.PROGRAM)).isEqualTo("version 1.2.3; no node runs on this folder");
        vitals.watchClock();
        machine.nanos += Duration.ofHours(5).toNanos();
        node.clock().set(node.clock().instant().plus(Duration.ofDays(400)));
        assertThat(said(VitalSign.PROGRAM))
                .isEqualTo("version 1.2.3, running for 5 hours; 150 MB of 512 MB of memory in use");
    }

    /// Whoever watches the size of what is kept does not learn when a weapon is laid down.
    @Test
    void whatIsKeptIsToldWithoutTheFilesOfTheWeaponsDesk() throws Exception {
        Object before = sign(VitalSign.DATA).plain().get("bytes");
        Path arms = Files.createDirectories(folder.resolve("arms"));
        Files.write(arms.resolve("day.db"), new byte[100_000]);
        assertThat(sign(VitalSign.DATA).plain().get("bytes")).isEqualTo(before);
        Files.write(folder.resolve("more"), new byte[100_000]);
        assertThat(sign(VitalSign.DATA).plain().get("bytes")).isNotEqualTo(before);
    }

    @Test
    void itIsSaidInWhichDatabaseThingsAreKeptAndWhichDiskIsNotSeen() {
        boolean server = TestDatabase.isThere();
        assertThat(said(VitalSign.DATA)).contains(server ? "on a PostgreSQL server" : "in files of SQLite");
        assertThat(said(VitalSign.DISK).contains("the database server")).isEqualTo(server);
    }

    @Test
    void whoMayNotAskIsNotAnswered() {
        assertThat(catchThrowable(() -> vitals.signs(AtTheGate.GATE_DESK))).isInstanceOf(NotPermitted.class);
        assertThat(catchThrowable(() -> vitals.beginCheck(AtTheGate.PRESS))).isInstanceOf(NotPermitted.class);
        assertThat(catchThrowable(() -> vitals.check(AtTheGate.PRESS))).isInstanceOf(NotPermitted.class);
    }

    private Vital sign(VitalSign which) {
        return vitals.signs(ADMINISTRATOR).stream()
                .filter(sign -> sign.sign() == which)
                .findFirst()
                .orElseThrow();
    }

    private String said(VitalSign which) {
        return sign(which).in(words(), ZONE).replaceAll("[\u2066-\u2069]", "");
    }

    private static Wording words() {
        return Wording.of(Language.EN);
    }
}
