// SPDX-License-Identifier: Apache-2.0
package org.clearway.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.NotPermitted;
import org.clearway.access.Role;
import org.clearway.journal.ActId;
import org.clearway.journal.Golden;
import org.clearway.journal.Progress;
import org.clearway.journal.Reading;
import org.clearway.journal.TestNode;
import org.clearway.journal.TestNode.TestClock;
import org.clearway.journal.Verification;
import org.clearway.language.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountsTest {
    private static final Strength LIGHT = new Strength(64, 1);
    private static final AccountId ADMIN = new AccountId("admin-1");
    private static final AccountId PRESS = new AccountId("press-1");
    private static final Password FIRST = new Password("the first password");
    private static final Password SECOND = new Password("the second password");
    private static final Actor ADMINISTRATOR = new Actor(ADMIN, Set.of(Role.ADMINISTRATOR));
    private static final Actor PROTECTION = new Actor(new AccountId("protection-1"), Set.of(Role.PROTECTION));
    private static final Actor AT_PRESS = new Actor(PRESS, Set.of(Role.PRESS));

    @TempDir
    Path folder;

    private final TestClock ticking = new TestClock(Instant.parse("2019-09-14T12:00:00Z"));
    private TestNode node;
    private Accounts accounts;

    @BeforeEach
    void open() {
        node = TestNode.in(folder.resolve("node"), Accounts.chapter());
        accounts = accounts();
        accounts.firstAccount(node.act(), ADMIN, FIRST, Lasts.AS_IT_IS);
        accounts.open(ADMINISTRATOR, node.act(), PRESS, Set.of(Role.PRESS), FIRST, Lasts.AS_IT_IS);
    }

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void theFirstAccountIsAnAdministratorsAndThereIsNoSecondFirst() {
        assertThat(accounts.none()).isFalse();
        assertThat(accounts.standing(ADMIN).orElseThrow().actor()).isEqualTo(ADMINISTRATOR);
        assertProblem(
                "accounts.not-first",
                () -> accounts.firstAccount(node.act(), new AccountId("admin-2"), FIRST, Lasts.AS_IT_IS));
    }

    @Test
    void whoKnowsThePasswordIsWelcomeAndItIsNoted() {
        assertThat(accounts.signIn("press-1", FIRST.text(), "desk"))
                .isEqualTo(new SignIn.Welcome(accounts.standing(PRESS).orElseThrow()));
        AccessLog.Line line = newest();
        assertThat(line.event()).isEqualTo(AccessEvent.SIGNED_IN);
        assertThat(line.account()).isEqualTo(PRESS);
        assertThat(line.about()).isEmpty();
    }

    @Test
    void aWrongPasswordIsNotedUnderTheAccountThatWasTriedAndAnUnknownNameIsNotNoted() {
        assertThat(accounts.signIn("press-1", "not this one", "desk")).isEqualTo(new SignIn.Refused());
        assertThat(newest().about()).contains(PRESS);
        assertThat(accounts.signIn("hunter2-typed-here", "not this one", "desk"))
                .isEqualTo(new SignIn.Refused());
        assertThat(newest().event()).isEqualTo(AccessEvent.SIGN_IN_REFUSED);
        assertThat(newest().about()).isEmpty();
        assertThat(newest().account()).isEqualTo(AccountId.PUBLIC);
    }

    @Test
    void theWeaponsDeskComesAndGoesWithoutAnEntryAndIsNobodysSecondDesk() {
        var first = new AccountId("arms-1");
        assertProblem(
                "accounts.arms-alone",
                () -> accounts.open(ADMINISTRATOR, node.act(), first, Set.of(Role.ARMS, Role.GATE), FIRST));
        accounts.open(ADMINISTRATOR, node.act(), first, Set.of(Role.ARMS), FIRST, Lasts.AS_IT_IS);
        assertProblem(
                "accounts.arms-alone",
                () -> accounts.changeRoles(ADMINISTRATOR, node.act(), first, Set.of(Role.ARMS, Role.PRESS)));
        AccessLog.Line before = newest();
        assertThat(accounts.signIn("arms-1", FIRST.text(), "desk")).isInstanceOf(SignIn.Welcome.class);
        assertThat(accounts.confirm("arms-1", FIRST.text(), "desk")).isInstanceOf(SignIn.Welcome.class);
        assertThat(accounts.confirm("press-1", FIRST.text(), "desk")).isEqualTo(new SignIn.Refused());
        accounts.signOut(accounts.standing(first).orElseThrow().actor(), Ending.ASKED);
        assertThat(accounts.signIn("arms-1", "not this one", "desk")).isEqualTo(new SignIn.Refused());
        assertThat(accounts.confirm("arms-1", FIRST.text(), "desk"))
                .as("attempts that fail are slowed down all the same")
                .isInstanceOf(SignIn.Wait.class);
        assertThat(newest()).isEqualTo(before);
    }

    @Test
    void eachFailureDoublesTheWaitUpToFiveMinutesAndNobodyIsLockedOut() {
        long expected = 1;
        for (int failures = 0; failures < 12; failures++) {
            assertThat(accounts.signIn("press-1", "not this one", "desk " + failures))
                    .isEqualTo(new SignIn.Refused());
            assertThat(accounts.signIn("press-1", FIRST.text(), "desk " + failures))
                    .isEqualTo(new SignIn.Wait(Duration.ofSeconds(expected)));
            ticking.set(ticking.instant().plusSeconds(expected));
            expected = Math.min(2 * expected, 300);
        }
        assertThat(accounts.signIn("press-1", FIRST.text(), "desk")).isInstanceOf(SignIn.Welcome.class);
        assertThat(accounts.signIn("press-1", "not this one", "desk")).isEqualTo(new SignIn.Refused());
        assertThat(accounts.signIn("press-1", FIRST.text(), "desk")).isEqualTo(new SignIn.Wait(Duration.ofSeconds(1)));
    }

    @Test
    void aNameThatNoAccountHasWaitsLikeOneThatHas() {
        for (String name : new String[] {"press-1", "nobody-1", "Not A Name At All"}) {
            assertThat(accounts.signIn(name, "not this one", name)).isEqualTo(new SignIn.Refused());
            assertThat(accounts.signIn(name, "not this one", name)).isEqualTo(new SignIn.Wait(Duration.ofSeconds(1)));
        }
    }

    @Test
    void manyNamesTriedFromOnePlaceMakeThatPlaceWaitAndNoOther() {
        for (int i = 0; i < 11; i++) {
            assertThat(accounts.signIn("guess-" + i, "not this one", "there")).isEqualTo(new SignIn.Refused());
        }
        assertThat(accounts.signIn("press-1", FIRST.text(), "there")).isInstanceOf(SignIn.Wait.class);
        ticking.set(ticking.instant().plusSeconds(1));
        assertThat(accounts.signIn("press-1", FIRST.text(), "here")).isInstanceOf(SignIn.Welcome.class);
    }

    @Test
    void manyAttemptsAtOnceCountAsOneThatIsLookedAt() {
        long lookedAt = IntStream.range(0, 16)
                .parallel()
                .mapToObj(i -> accounts.signIn("press-1", "not this one", "desk " + i))
                .filter(SignIn.Refused.class::isInstance)
                .count();
        assertThat(lookedAt).isEqualTo(1);
    }

    @Test
    void aClosedAccountOpensNoDoorAndItsNameIsNeverGivenAgain() {
        accounts.close(ADMINISTRATOR, node.act(), PRESS);
        assertThat(accounts.standing(PRESS)).isEmpty();
        assertThat(accounts.signIn("press-1", FIRST.text(), "desk")).isEqualTo(new SignIn.Refused());
        assertThat(newest().about()).isEmpty();
        assertProblem(
                "accounts.name-taken",
                () -> accounts.open(ADMINISTRATOR, node.act(), PRESS, Set.of(Role.PRESS), SECOND));
        assertThat(accounts.list(ADMINISTRATOR, node.journal().now()))
                .extracting(Account::id, Account::isOpen)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(ADMIN, true),
                        org.assertj.core.groups.Tuple.tuple(PRESS, false));
    }

    @Test
    void theLastAdministratorStays() {
        assertProblem("accounts.last-administrator", () -> accounts.close(ADMINISTRATOR, node.act(), ADMIN));
        assertProblem(
                "accounts.last-administrator",
                () -> accounts.changeRoles(ADMINISTRATOR, node.act(), ADMIN, Set.of(Role.PRESS)));
        accounts.changeRoles(ADMINISTRATOR, node.act(), PRESS, Set.of(Role.PRESS, Role.ADMINISTRATOR));
        accounts.close(ADMINISTRATOR, node.act(), ADMIN);
        assertThat(accounts.standing(PRESS).orElseThrow().actor().roles())
                .containsExactlyInAnyOrder(Role.PRESS, Role.ADMINISTRATOR);
    }

    @Test
    void whoChangesTheirPasswordMustKnowTheOldOneAndOlderSessionsEnd() {
        long before = accounts.standing(PRESS).orElseThrow().passwordSince();
        assertProblem(
                "accounts.wrong-password", () -> accounts.changePassword(AT_PRESS, node.act(), "not this one", SECOND));
        ticking.set(ticking.instant().plusSeconds(1));
        accounts.changePassword(AT_PRESS, node.act(), FIRST.text(), SECOND);
        assertThat(accounts.standing(PRESS).orElseThrow().passwordSince()).isGreaterThan(before);
        assertThat(accounts.signIn("press-1", SECOND.text(), "desk")).isInstanceOf(SignIn.Welcome.class);
        assertThat(accounts.signIn("press-1", FIRST.text(), "desk")).isEqualTo(new SignIn.Refused());
    }

    @Test
    void aPasswordChangedTwiceByOneActIsChangedOnce() {
        ActId act = node.act();
        accounts.changePassword(AT_PRESS, act, FIRST.text(), SECOND);
        assertThat(accounts.changePassword(AT_PRESS, act, FIRST.text(), SECOND).repeated())
                .isTrue();
    }

    @Test
    void guessingThePasswordThroughItsChangeWaitsToo() {
        assertProblem(
                "accounts.wrong-password", () -> accounts.changePassword(AT_PRESS, node.act(), "not this one", SECOND));
        assertProblem("accounts.wait", () -> accounts.changePassword(AT_PRESS, node.act(), FIRST.text(), SECOND));
    }

    @Test
    void onlyWhoMayManagesAccountsAndReadsTheRecord() {
        assertThatThrownBy(() -> accounts.open(AT_PRESS, node.act(), PRESS, Set.of(Role.PRESS), FIRST))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> accounts.changeRoles(AT_PRESS, node.act(), PRESS, Set.of(Role.ADMINISTRATOR)))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> accounts.close(AT_PRESS, node.act(), ADMIN)).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> accounts.list(AT_PRESS, node.journal().now())).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(
                        () -> accounts.accessLog(ADMINISTRATOR, node.journal().now(), AccessLog.NEWEST, 10))
                .isInstanceOf(NotPermitted.class);
    }

    @Test
    void namesOfTheProgramItselfAndAccountsWithoutADeskAreRefused() {
        assertProblem(
                "accounts.name-reserved",
                () -> accounts.open(ADMINISTRATOR, node.act(), AccountId.NODE, Set.of(Role.GATE), FIRST));
        assertProblem(
                "accounts.no-desk",
                () -> accounts.open(ADMINISTRATOR, node.act(), new AccountId("gate-1"), Set.of(), FIRST));
        assertProblem(
                "accounts.no-desk",
                () -> accounts.open(ADMINISTRATOR, node.act(), new AccountId("gate-1"), Set.of(Role.PUBLIC), FIRST));
    }

    @Test
    void theRecordIsReadPageByPageNewestFirst() {
        for (int i = 0; i < 5; i++) accounts.signOut(AT_PRESS, Ending.ASKED);
        Reading now = node.journal().now();
        AccessLog newest = accounts.accessLog(PROTECTION, now, AccessLog.NEWEST, 4);
        assertThat(newest.lines()).hasSize(4);
        AccessLog older = accounts.accessLog(PROTECTION, now, newest.before().orElseThrow(), 4);
        assertThat(older.lines())
                .extracting(AccessLog.Line::event)
                .containsExactly(AccessEvent.SIGNED_OUT, AccessEvent.ACCOUNT_OPENED, AccessEvent.ACCOUNT_OPENED);
        assertThat(older.before()).isEmpty();
    }

    @Test
    void passwordsOutliveARebuildAndARestartAndStandInNoEntry() throws Exception {
        accounts.signIn("press-1", "typed-in-vain-canary", "desk");
        assertThat(node.journal().rebuild(Progress.SILENT).same()).isTrue();
        assertThat(node.journal().verify(Progress.SILENT)).isInstanceOf(Verification.Sound.class);
        node.reopen();
        accounts = accounts();
        assertThat(accounts.signIn("press-1", FIRST.text(), "desk")).isInstanceOf(SignIn.Welcome.class);
        assertThat(node.journal()
                        .now()
                        .rows()
                        .sql("select body from entry")
                        .query((row, n) -> new String(row.getBytes(1), StandardCharsets.UTF_8))
                        .list())
                .isNotEmpty()
                .noneMatch(body -> body.contains("argon2"));
        node.close();
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain("typed-in-vain-canary", FIRST.text());
            }
        }
    }

    @Test
    void passwordsAreLongEnoughComposedAndSilent() {
        assertProblem("accounts.password-too-short", () -> new Password("nine char"));
        assertProblem("accounts.password-too-long", () -> new Password("x".repeat(201)));
        assertThat(new Password("cafe\u0301 at noon")).isEqualTo(new Password("caf\u00e9 at noon"));
        assertThat(FIRST.toString()).doesNotContain("first");
        assertThat(Password.random(new SecureRandom()).text())
                .matches("[a-z2-9]{4}(-[a-z2-9]{4}){3}")
                .isNotEqualTo(Password.random(new SecureRandom()).text());
    }

    @Test
    void aHashIsWrittenAndReadAndOpensNoOtherAccount() {
        PasswordHash hash = PasswordHash.make(PRESS, FIRST.text(), LIGHT, new SecureRandom());
        assertThat(hash.line()).startsWith("$argon2id$v=19$m=64,t=1,p=1$");
        PasswordHash read = PasswordHash.ofLine(hash.line());
        assertThat(read.opensFor(PRESS, FIRST.text())).isTrue();
        assertThat(read.opensFor(PRESS, SECOND.text())).isFalse();
        assertThat(read.opensFor(ADMIN, FIRST.text())).isFalse();
    }

    @Test
    void everyVersionOfEveryEntryIsStillReadAndWrittenToTheSameBytes() {
        Golden.holds(Accounts.chapter());
    }

    private Accounts accounts() {
        return new Accounts(node.journal(), ticking, new SecureRandom(), LIGHT);
    }

    private AccessLog.Line newest() {
        return accounts.accessLog(PROTECTION, node.journal().now(), AccessLog.NEWEST, 1)
                .lines()
                .getFirst();
    }

    private static void assertProblem(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(Optional.of(problem.code())).contains(code));
    }
}
