// SPDX-License-Identifier: Apache-2.0
package org.clearway.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clearway.language.Refusal.refused;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.NotPermitted;
import org.clearway.access.Role;
import org.clearway.journal.ActId;
import org.clearway.journal.Progress;
import org.clearway.journal.TestNode;
import org.clearway.journal.TestNode.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResetsTest {
    private static final Instant NOON = Instant.parse("2019-09-14T12:00:00Z");
    private static final AccountId GATE = new AccountId("gate-1");
    private static final Password FORGOTTEN = new Password("a password forgotten");
    private static final Password OWN = new Password("a password of one's own");
    private static final Actor ADMIN = actor("admin-1", Role.ADMINISTRATOR);
    private static final Actor CELL = actor("coordination-1", Role.COORDINATION);
    private static final Actor OFFICER = actor("protection-1", Role.PROTECTION);
    private static final Actor AT_GATE = actor("gate-1", Role.GATE);

    @TempDir
    Path folder;

    private final TestClock ticking = new TestClock(NOON);
    private TestNode node;
    private Accounts accounts;
    private Resets resets;

    @BeforeEach
    void open() {
        node = TestNode.in(folder.resolve("node"), Accounts.chapter());
        accounts = new Accounts(node.journal(), ticking, new SecureRandom(), new Strength(64, 1));
        resets = new Resets(node.journal(), accounts);
        accounts.firstAccount(node.act(), ADMIN.account(), OWN, Lasts.AS_IT_IS);
        for (Actor actor : new Actor[] {CELL, OFFICER}) {
            accounts.open(ADMIN, node.act(), actor.account(), actor.roles(), OWN, Lasts.AS_IT_IS);
        }
        accounts.open(ADMIN, node.act(), GATE, Set.of(Role.GATE), FORGOTTEN, Lasts.AS_IT_IS);
    }

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void onePersonStartsAnotherConfirmsAndOnlyThenTheOldPasswordOpensNoMore() {
        long before = accounts.standing(GATE).orElseThrow().passwordSince();
        ResetId reset = started(CELL);
        assertThat(accounts.signIn("gate-1", FORGOTTEN.text(), "desk")).isInstanceOf(SignIn.Welcome.class);
        Resets.StartPassword told = resets.confirm(ADMIN, node.act(), reset);
        assertThat(told.account()).isEqualTo(GATE);
        assertThat(told.toString()).doesNotContain(told.password().text());
        assertThat(accounts.signIn("gate-1", FORGOTTEN.text(), "desk")).isEqualTo(new SignIn.Refused());
        pass(Duration.ofSeconds(1));
        Standing standing = accounts.standing(GATE).orElseThrow();
        assertThat(standing.passwordSince())
                .as("every session that began before is over")
                .isGreaterThan(before);
        assertThat(standing.mustChange()).isTrue();
        assertThat(accounts.signIn("gate-1", told.password().text(), "desk")).isEqualTo(new SignIn.Welcome(standing));
    }

    @Test
    void whoGetsAStartPasswordMustChooseAnotherAndIsToldWhoGaveIt() {
        Password start = resets.confirm(ADMIN, node.act(), started(CELL)).password();
        assertThat(resets.ownPassword(AT_GATE, node.journal().now()))
                .contains(new PasswordSet(ADMIN.account(), NOON, Optional.of(CELL.account())));
        refused("accounts.same-password", () -> accounts.changePassword(AT_GATE, node.act(), start.text(), start));
        accounts.changePassword(AT_GATE, node.act(), start.text(), OWN);
        assertThat(accounts.standing(GATE).orElseThrow().mustChange()).isFalse();
        assertThat(resets.ownPassword(AT_GATE, node.journal().now()))
                .contains(new PasswordSet(GATE, NOON, Optional.empty()));
    }

    @Test
    void aStartPasswordOpensForADayAndOneGivenWithTheAccountForAWeek() {
        Password start = resets.confirm(ADMIN, node.act(), started(CELL)).password();
        accounts.open(ADMIN, node.act(), new AccountId("gate-2"), Set.of(Role.GATE), FORGOTTEN);
        pass(Duration.ofDays(1));
        assertThat(accounts.signIn("gate-1", start.text(), "desk")).isEqualTo(new SignIn.RunOut());
        assertThat(accounts.signIn("gate-1", "a guess of somebody", "desk"))
                .as("only whoever knows it is told that it ran out")
                .isEqualTo(new SignIn.Refused());
        assertThat(accounts.signIn("gate-2", FORGOTTEN.text(), "desk"))
                .isEqualTo(new SignIn.Welcome(
                        accounts.standing(new AccountId("gate-2")).orElseThrow()));
        assertThat(accounts.standing(new AccountId("gate-2")).orElseThrow().mustChange())
                .isTrue();
        pass(Duration.ofDays(6));
        assertThat(accounts.signIn("gate-2", FORGOTTEN.text(), "desk")).isEqualTo(new SignIn.RunOut());
    }

    @Test
    void nobodyIsBothPersonsAndNobodyResetsTheirOwn() {
        ResetId reset = started(ADMIN);
        refused("accounts.reset-same-hand", () -> resets.confirm(ADMIN, node.act(), reset));
        refused("accounts.reset-own", () -> resets.start(CELL, node.act(), CELL.account()));
        ResetId ofTheCell = ResetId.of(begun(ADMIN, CELL.account()));
        refused("accounts.reset-own", () -> resets.confirm(CELL, node.act(), ofTheCell));
        assertThatThrownBy(() -> resets.start(AT_GATE, node.act(), CELL.account()))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> resets.confirm(AT_GATE, node.act(), reset)).isInstanceOf(NotPermitted.class);
    }

    @Test
    void oneOfTheTwoIsAnAdministrator() {
        ResetId reset = started(CELL);
        refused("accounts.reset-no-administrator", () -> resets.confirm(OFFICER, node.act(), reset));
        resets.withdraw(OFFICER, node.act(), reset);
        resets.confirm(OFFICER, node.act(), started(ADMIN));
    }

    @Test
    void oneWaitsAtATimeAndOneThatIsOverIsConfirmedNoMore() {
        ResetId reset = started(CELL);
        refused("accounts.reset-waiting", () -> resets.start(ADMIN, node.act(), GATE));
        resets.withdraw(CELL, node.act(), reset);
        refused("accounts.reset-over", () -> resets.confirm(ADMIN, node.act(), reset));
        refused("accounts.reset-over", () -> resets.withdraw(ADMIN, node.act(), reset));
        ResetId lapsed = started(CELL);
        pass(Duration.ofDays(1));
        refused("accounts.reset-over", () -> resets.confirm(ADMIN, node.act(), lapsed));
        assertThat(resets.latest(ADMIN, node.journal().now(), 10))
                .extracting(Reset::outcome)
                .containsExactly(Reset.Outcome.LAPSED, Reset.Outcome.WITHDRAWN);
        started(CELL);
        refused(
                "accounts.reset-unknown",
                () -> resets.confirm(ADMIN, node.act(), ResetId.parse("01933d2c-5c00-7000-8000-000000000001")));
        refused("accounts.unknown", () -> resets.start(ADMIN, node.act(), new AccountId("gate-9")));
    }

    @Test
    void theSameActConfirmsOnceAndTellsThePasswordOnce() {
        ResetId reset = started(CELL);
        ActId act = node.act();
        Password start = resets.confirm(ADMIN, act, reset).password();
        refused("accounts.reset-confirmed-before", () -> resets.confirm(ADMIN, act, reset));
        assertThat(accounts.signIn("gate-1", start.text(), "desk")).isInstanceOf(SignIn.Welcome.class);
    }

    @Test
    void whoAsksAtTheDoorIsAnsweredTheSameWhetherThereIsSuchAnAccountOrNot() {
        assertThat(resets.ask("gate-1", "here")).isEmpty();
        assertThat(resets.ask("gate-99", "here")).isEmpty();
        assertThat(resets.ask("Not A Name", "here")).isEmpty();
        assertThat(resets.ask("gate-1", "here")).as("a fourth time").isEmpty();
        assertThat(resets.ask("gate-1", "here")).as("too often").isPresent();
        assertThat(entries("accounts.reset-asked")).isEqualTo(4);
        assertThat(resets.asked(CELL, node.journal().now())).containsExactly(new Resets.Asked(GATE, NOON));
        started(CELL);
        assertThat(resets.asked(CELL, node.journal().now()))
                .as("somebody saw to it")
                .isEmpty();
    }

    @Test
    void theWeaponsDeskLeavesNoTraceOfItsAskingEither() {
        var arms = new AccountId("arms-1");
        accounts.open(ADMIN, node.act(), arms, Set.of(Role.ARMS), OWN, Lasts.AS_IT_IS);
        resets.ask("arms-1", "here");
        assertThat(resets.asked(CELL, node.journal().now())).isEmpty();
    }

    @Test
    void atTheMachineItselfOneIsEnoughAndItIsRecorded() {
        accounts.resetAtTheMachine(node.act(), ADMIN.account(), FORGOTTEN);
        assertThat(accounts.standing(ADMIN.account()).orElseThrow().mustChange())
                .isTrue();
        assertThat(resets.ownPassword(ADMIN, node.journal().now()))
                .contains(new PasswordSet(AccountId.NODE, NOON, Optional.empty()));
    }

    @Test
    void everyStepStandsInTheRecordAndComesOutTheSameWhenRemade() {
        resets.ask("gate-1", "here");
        resets.confirm(ADMIN, node.act(), started(CELL));
        resets.withdraw(CELL, node.act(), started(OFFICER));
        assertThat(accounts.accessLog(OFFICER, node.journal().now(), AccessLog.NEWEST, 7)
                        .lines())
                .extracting(AccessLog.Line::event)
                .contains(
                        AccessEvent.RESET_ASKED,
                        AccessEvent.RESET_STARTED,
                        AccessEvent.RESET_CONFIRMED,
                        AccessEvent.PASSWORD_CHANGED,
                        AccessEvent.RESET_WITHDRAWN);
        assertThat(node.journal().rebuild(Progress.SILENT).same()).isTrue();
    }

    private ResetId started(Actor by) {
        return ResetId.of(begun(by, GATE));
    }

    private ActId begun(Actor by, AccountId account) {
        ActId act = node.act();
        resets.start(by, act, account);
        return act;
    }

    private void pass(Duration time) {
        ticking.set(ticking.instant().plus(time));
        node.clock().set(node.clock().instant().plus(time));
    }

    private long entries(String type) {
        return node.journal()
                .now()
                .rows()
                .sql("select count(*) from entry where type = ?")
                .param(type)
                .query(Long.class)
                .single();
    }

    private static Actor actor(String account, Role role) {
        return new Actor(new AccountId(account), Set.of(role));
    }
}
