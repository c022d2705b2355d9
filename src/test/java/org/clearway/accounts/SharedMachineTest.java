// SPDX-License-Identifier: Apache-2.0
package org.clearway.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearway.language.Refusal.refused;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Set;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.Deed;
import org.clearway.access.Role;
import org.clearway.journal.TestNode;
import org.clearway.journal.TestNode.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedMachineTest {
    private static final Password PASSWORD = new Password("a password for tests");
    private static final Actor ADMIN = new Actor(new AccountId("admin-1"), Set.of(Role.ADMINISTRATOR));
    private static final AccountId FIRST = new AccountId("gate-1");
    private static final AccountId SECOND = new AccountId("gate-2");
    private static final Pin PIN = new Pin("480173");
    private static final Pin OTHER = new Pin("926405");

    @TempDir
    Path folder;

    private final TestClock ticking = new TestClock(Instant.parse("2019-09-14T12:00:00Z"));
    private TestNode node;
    private Accounts accounts;
    private SharedMachine machine;

    @BeforeEach
    void open() {
        node = TestNode.in(folder.resolve("node"), Accounts.chapter());
        accounts = new Accounts(node.journal(), ticking, new SecureRandom(), new Strength(64, 1));
        accounts.firstAccount(node.act(), ADMIN.account(), PASSWORD, Lasts.AS_IT_IS);
        for (AccountId account : new AccountId[] {FIRST, SECOND}) {
            accounts.open(ADMIN, node.act(), account, Set.of(Role.GATE), PASSWORD, Lasts.AS_IT_IS);
        }
        machine = accounts.machine();
        machine.set(standing(FIRST), PIN);
        machine.set(standing(SECOND), OTHER);
    }

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void eachUnlocksWithTheirOwnPinAndAsThemselves() {
        assertThat(machine.people()).containsExactly(standing(FIRST), standing(SECOND));
        assertThat(machine.unlock(FIRST, "480173")).isEqualTo(new Unlocking.Welcome(standing(FIRST)));
        assertThat(machine.unlock(SECOND, "٩٢٦٤٠٥"))
                .as("in the digits of another script")
                .isEqualTo(new Unlocking.Welcome(standing(SECOND)));
        assertThat(machine.unlock(SECOND, "480173")).isEqualTo(new Unlocking.Wrong(2));
    }

    @Test
    void afterThreeWrongOnesInARowThePasswordIsAskedForAndThatIsRecorded() {
        machine.unlock(FIRST, "111112");
        machine.unlock(FIRST, "111112");
        assertThat(machine.unlock(FIRST, "480173")).isInstanceOf(Unlocking.Welcome.class);
        assertThat(machine.unlock(FIRST, "111112")).as("in a row").isEqualTo(new Unlocking.Wrong(2));
        assertThat(machine.unlock(FIRST, "")).isEqualTo(new Unlocking.Wrong(1));
        assertThat(machine.unlock(FIRST, "111112")).isEqualTo(new Unlocking.PasswordAgain());
        assertThat(machine.unlock(FIRST, "480173")).isEqualTo(new Unlocking.PasswordAgain());
        assertThat(machine.people()).containsExactly(standing(SECOND));
        assertThat(events()).contains("PIN_BLOCKED", "PIN_SET");
    }

    @Test
    void aPinOpensOneMachineForOneShift() {
        assertThat(accounts.machine().unlock(FIRST, "480173")).isEqualTo(new Unlocking.PasswordAgain());
        ticking.set(ticking.instant().plus(SharedMachine.SHIFT).minusMillis(1));
        assertThat(machine.knows(FIRST)).isTrue();
        ticking.set(ticking.instant().plusMillis(1));
        assertThat(machine.people()).isEmpty();
        assertThat(machine.unlock(FIRST, "480173")).isEqualTo(new Unlocking.PasswordAgain());
    }

    @Test
    void withThePasswordThatItStandsOnItEnds() {
        accounts.changePassword(standing(FIRST).actor(), node.act(), PASSWORD.text(), new Password("another password"));
        accounts.close(ADMIN, node.act(), SECOND);
        assertThat(machine.people()).isEmpty();
        assertThat(machine.unlock(FIRST, "480173")).isEqualTo(new Unlocking.PasswordAgain());
    }

    @Test
    void theWeaponsDeskHasNone() {
        var arms = new AccountId("arms-1");
        accounts.open(ADMIN, node.act(), arms, Set.of(Role.ARMS), PASSWORD, Lasts.AS_IT_IS);
        refused("accounts.pin-not-there", () -> machine.set(standing(arms), PIN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"111111", "123456", "987654", "890123", "246802", "123123", "121212", "112211"})
    void whatWouldBeTriedFirstIsRefused(String digits) {
        refused("accounts.pin-easy", () -> new Pin(digits));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", "1234567", "12a456", "١٢٣"})
    void whatIsNotSixDigitsIsRefused(String digits) {
        refused("accounts.pin-digits", () -> new Pin(digits));
    }

    @Test
    void aPinDoesNotOpenWhatThePasswordIsForAndNothingElseIsTaken() {
        Actor here = new Actor(ADMIN.account(), Set.of(Role.ADMINISTRATOR, Role.GATE)).unlocking();
        assertThat(here.may(Deed.MANAGE_ACCOUNTS)).isFalse();
        assertThat(here.may(Deed.RESET_PASSWORD)).isFalse();
        assertThat(here.may(Deed.RECORD_TALLY)).isTrue();
        assertThat(here.withPassword().may(Deed.MANAGE_ACCOUNTS)).isTrue();
    }

    @Test
    void nothingOfAPinIsOnTheDiskNorSaidByAccident() throws Exception {
        assertThat(PIN.toString()).doesNotContain("480173");
        node.close();
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain("480173", "926405");
            }
        }
    }

    private Standing standing(AccountId account) {
        return accounts.standing(account).orElseThrow();
    }

    private java.util.List<String> events() {
        return accounts
                .accessLog(
                        new Actor(new AccountId("protection-1"), Set.of(Role.PROTECTION)),
                        node.journal().now(),
                        AccessLog.NEWEST,
                        50)
                .lines()
                .stream()
                .map(line -> line.event().name())
                .toList();
    }
}
