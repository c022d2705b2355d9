// SPDX-License-Identifier: Apache-2.0
package org.clearway.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clearway.language.Refusal.refused;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.NotPermitted;
import org.clearway.access.Role;
import org.clearway.journal.Progress;
import org.clearway.journal.TestNode;
import org.clearway.journal.TestNode.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevicesTest {
    private static final Password PASSWORD = new Password("a password for tests");
    private static final Actor ADMIN = new Actor(new AccountId("admin-1"), Set.of(Role.ADMINISTRATOR));
    private static final Actor FIRST = new Actor(new AccountId("gate-1"), Set.of(Role.GATE));
    private static final Actor SECOND = new Actor(new AccountId("gate-2"), Set.of(Role.GATE));
    private static final LocalDate TODAY = LocalDate.of(2019, 9, 14);

    @TempDir
    Path folder;

    private final TestClock ticking = new TestClock(Instant.parse("2019-09-14T12:34:56Z"));
    private TestNode node;
    private Accounts accounts;
    private Devices devices;

    @BeforeEach
    void open() {
        node = TestNode.in(folder.resolve("node"), Accounts.chapter());
        accounts = new Accounts(node.journal(), ticking, new SecureRandom(), new Strength(64, 1));
        devices = new Devices(node.journal(), accounts, ticking, new SecureRandom());
        accounts.firstAccount(node.act(), ADMIN.account(), PASSWORD, Lasts.AS_IT_IS);
        for (Actor actor : List.of(FIRST, SECOND)) {
            accounts.open(ADMIN, node.act(), actor.account(), actor.roles(), PASSWORD, Lasts.AS_IT_IS);
        }
    }

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void aMachineIsKnownAgainByWhatItShowsAndByNothingElse() {
        Devices.Token token = signedIn(FIRST, "");
        assertThat(signedIn(SECOND, token.text())).isEqualTo(token);
        assertThat(signedIn(SECOND, token.device() + ".guessed").device()).isNotEqualTo(token.device());
        assertThat(token.toString()).doesNotContain(token.secret());
        assertThat(devices.list(ADMIN)).hasSize(2);
        assertThat(devices.list(FIRST))
                .containsExactly(new Device(
                        token.device(), "", TODAY, TODAY, "192.168.7.20", List.of(FIRST.account()), Optional.empty()));
    }

    @Test
    void everythingOnALostMachineEndsAndWhoSignedInThereMustChangeTheirPassword() {
        Devices.Token token = signedIn(FIRST, "");
        signedIn(SECOND, token.text());
        devices.lost(FIRST, node.act(), token.device());
        assertThat(devices.isLost(token.device())).isTrue();
        assertThat(devices.showsALostOne(token.text())).isTrue();
        assertThat(devices.showsALostOne("what nobody gave out")).isFalse();
        for (Actor actor : List.of(FIRST, SECOND)) {
            assertThat(accounts.standing(actor.account()).orElseThrow().mustChange())
                    .isTrue();
        }
        assertThat(accounts.standing(ADMIN.account()).orElseThrow().mustChange())
                .as("never signed in there")
                .isFalse();
        refused("accounts.device-lost-already", () -> devices.lost(ADMIN, node.act(), token.device()));
    }

    @Test
    void onlyAnAdministratorLetsItInAgainAndThatIsAnEntryOfItsOwn() {
        Devices.Token token = signedIn(FIRST, "");
        refused("accounts.device-not-lost", () -> devices.readmit(ADMIN, node.act(), token.device()));
        devices.lost(ADMIN, node.act(), token.device());
        assertThatThrownBy(() -> devices.readmit(FIRST, node.act(), token.device()))
                .isInstanceOf(NotPermitted.class);
        devices.readmit(ADMIN, node.act(), token.device());
        assertThat(devices.isLost(token.device())).isFalse();
        assertThat(accounts.standing(FIRST.account()).orElseThrow().mustChange())
                .as("what was ended stays ended")
                .isTrue();
        assertThat(node.journal().rebuild(Progress.SILENT).same()).isTrue();
    }

    @Test
    void nobodyTouchesAMachineThatIsNotTheirs() {
        Devices.Token token = signedIn(FIRST, "");
        refused("accounts.device-unknown", () -> devices.lost(SECOND, node.act(), token.device()));
        refused("accounts.device-unknown", () -> devices.name(SECOND, token.device(), "mine"));
        devices.name(FIRST, token.device(), " tablet at the gate ");
        assertThat(devices.list(FIRST).getFirst().label()).isEqualTo("tablet at the gate");
        refused("accounts.device-label", () -> devices.name(FIRST, token.device(), "x".repeat(41)));
    }

    @Test
    void whatNobodyUsesForNinetyDaysIsForgottenAndThatItIsLostIsNot() {
        Devices.Token lost = signedIn(FIRST, "");
        devices.lost(FIRST, node.act(), lost.device());
        ticking.set(ticking.instant().plus(Duration.ofDays(60)));
        Devices.Token used = signedIn(SECOND, "");
        ticking.set(ticking.instant().plus(Duration.ofDays(31)));
        devices.forgetOld();
        assertThat(devices.list(ADMIN)).extracting(Device::id).containsExactly(used.device());
        assertThat(devices.showsALostOne(lost.text())).isTrue();
    }

    @Test
    void ofTheWeaponsDeskNothingIsKept() {
        var arms = new Actor(new AccountId("arms-1"), Set.of(Role.ARMS));
        assertThat(devices.signedIn(arms, Optional.empty(), "192.168.7.20")).isEmpty();
        Devices.Token shared = signedIn(FIRST, "");
        assertThat(devices.signedIn(arms, Optional.of(shared.text()), "192.168.7.20"))
                .isEmpty();
        assertThat(devices.list(ADMIN).getFirst().accounts()).containsExactly(FIRST.account());
    }

    private Devices.Token signedIn(Actor actor, String token) {
        return devices.signedIn(actor, Optional.of(token), "192.168.7.20").orElseThrow();
    }
}
