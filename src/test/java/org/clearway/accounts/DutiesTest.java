// SPDX-License-Identifier: Apache-2.0
package org.clearway.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clearway.language.Refusal.refused;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.NotPermitted;
import org.clearway.access.Role;
import org.clearway.journal.ActId;
import org.clearway.journal.FreeText;
import org.clearway.journal.Progress;
import org.clearway.journal.TestNode;
import org.clearway.journal.Unsealed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DutiesTest {
    private static final Password PASSWORD = new Password("a password for tests");
    private static final Actor ADMIN = actor("admin-1", Role.ADMINISTRATOR);
    private static final Actor FIRST = actor("gate-1", Role.GATE);
    private static final Actor SECOND = actor("gate-2", Role.GATE);
    private static final Actor CELL = actor("coordination-1", Role.COORDINATION);
    private static final Actor PRESS = actor("press-1", Role.PRESS);
    private static final FreeText NOTE = new FreeText("The second lane is closed; two families wait for transport.");

    @TempDir
    Path folder;

    private TestNode node;
    private Accounts accounts;
    private Duties duties;

    @BeforeEach
    void open() {
        node = TestNode.in(folder.resolve("node"), Accounts.chapter());
        accounts = new Accounts(node.journal(), node.clock(), new SecureRandom(), new Strength(64, 1));
        duties = new Duties(node.journal(), accounts);
        accounts.firstAccount(node.act(), ADMIN.account(), PASSWORD, Lasts.AS_IT_IS);
        for (Actor actor : List.of(FIRST, SECOND, CELL, PRESS)) {
            accounts.open(ADMIN, node.act(), actor.account(), actor.roles(), PASSWORD, Lasts.AS_IT_IS);
        }
    }

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void whoIsOnDutyIsSeenAtTheirDeskAndInTheCellAndNowhereElse() {
        Instant since = now();
        duties.begin(FIRST, node.act(), Role.GATE, in(8));
        var expected = new OnDuty(FIRST.account(), Role.GATE, since, in(8), Optional.empty());
        assertThat(seenBy(SECOND)).containsExactly(expected);
        assertThat(seenBy(CELL)).containsExactly(expected);
        assertThat(seenBy(PRESS)).isEmpty();
        pass(Duration.ofHours(1));
        duties.begin(FIRST, node.act(), Role.GATE, in(8));
        assertThat(seenBy(CELL))
                .as("once more, to say another end")
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.since()).isEqualTo(since);
                    assertThat(one.until()).isEqualTo(in(8));
                });
        duties.end(FIRST, node.act(), Role.GATE);
        assertThat(seenBy(CELL)).isEmpty();
        refused("accounts.duty-not", () -> duties.end(FIRST, node.act(), Role.GATE));
    }

    @Test
    void nobodyIsOnDutyForEverNorAtAnothersDesk() {
        refused("accounts.duty-until", () -> duties.begin(FIRST, node.act(), Role.GATE, in(17)));
        refused("accounts.duty-until", () -> duties.begin(FIRST, node.act(), Role.GATE, now()));
        refused("accounts.duty-not-yours", () -> duties.begin(FIRST, node.act(), Role.PRESS, in(8)));
        var arms = actor("arms-1", Role.ARMS);
        assertThatThrownBy(() -> duties.begin(arms, node.act(), Role.ARMS, in(8)))
                .as("the weapons desk tells no hour")
                .isInstanceOf(NotPermitted.class);
    }

    @Test
    void whoSignsOutIsOffDutyAndOfWhomTheSessionEndedItIsNotKnownUntilTheyAreBack() {
        duties.begin(FIRST, node.act(), Role.GATE, in(8));
        pass(Duration.ofMinutes(30));
        accounts.signOut(FIRST, Ending.IDLE);
        assertThat(seenBy(CELL))
                .singleElement()
                .satisfies(one -> assertThat(one.unknownSince()).contains(now()));
        accounts.signIn("gate-1", PASSWORD.text(), "desk");
        assertThat(seenBy(CELL))
                .singleElement()
                .satisfies(one -> assertThat(one.unknownSince()).isEmpty());
        accounts.signOut(FIRST, Ending.ASKED);
        assertThat(seenBy(CELL)).isEmpty();
    }

    @Test
    void aDeskIsLeftWithANoteThatWaitsUntilSomebodyHasReadItAndTakesOver() {
        duties.begin(FIRST, node.act(), Role.GATE, in(8));
        HandoverId id = left(FIRST);
        assertThat(seenBy(CELL)).as("nobody is on duty now").isEmpty();
        Handover waits = duties.handover(CELL, node.journal().now(), id);
        assertThat(waits.takenBy()).isEmpty();
        assertThat(waits.leftBy()).isEqualTo(FIRST.account());
        refused("accounts.handover-own", () -> duties.take(FIRST, node.act(), id, in(8)));
        assertThat(duties.read(SECOND, node.act(), id)).isEqualTo(new Unsealed.Opened<>(NOTE));
        duties.take(SECOND, node.act(), id, in(8));
        assertThat(seenBy(CELL)).extracting(OnDuty::account).containsExactly(SECOND.account());
        assertThat(duties.handover(CELL, node.journal().now(), id).takenBy()).contains(SECOND.account());
        refused("accounts.handover-taken", () -> duties.take(SECOND, node.act(), id, in(8)));
        refused("accounts.duty-not", () -> duties.leave(FIRST, node.act(), Role.GATE, NOTE));
        assertThat(node.journal().rebuild(Progress.SILENT).same()).isTrue();
    }

    @Test
    void whatNobodyTookOverStandsFirst() {
        duties.begin(FIRST, node.act(), Role.GATE, in(8));
        HandoverId first = left(FIRST);
        duties.begin(FIRST, node.act(), Role.GATE, in(8));
        HandoverId second = left(FIRST);
        duties.take(SECOND, node.act(), second, in(8));
        assertThat(duties.handovers(CELL, node.journal().now(), 10))
                .extracting(Handover::id)
                .containsExactly(first, second);
        assertThat(duties.handovers(PRESS, node.journal().now(), 10)).isEmpty();
    }

    @Test
    void theNoteIsForItsDeskAndTheCellAndIsGoneAfterNinetyDays() {
        duties.begin(FIRST, node.act(), Role.GATE, in(8));
        HandoverId id = left(FIRST);
        assertThatThrownBy(() -> duties.read(PRESS, node.act(), id)).isInstanceOf(NotPermitted.class);
        refused("accounts.handover-not-yours", () -> duties.read(ADMIN, node.act(), id));
        assertThat(duties.read(CELL, node.act(), id)).isEqualTo(new Unsealed.Opened<>(NOTE));
        pass(Duration.ofDays(180));
        node.journal().destroyExpired();
        assertThat(duties.read(CELL, node.act(), id)).isInstanceOf(Unsealed.Erased.class);
        refused(
                "accounts.handover-unknown",
                () -> duties.read(CELL, node.act(), HandoverId.parse("01933d2c-5c00-7000-8000-000000000001")));
    }

    private HandoverId left(Actor actor) {
        ActId act = node.act();
        duties.leave(actor, act, Role.GATE, NOTE);
        return HandoverId.of(act);
    }

    private List<OnDuty> seenBy(Actor actor) {
        return duties.now(actor, node.journal().now());
    }

    private Instant now() {
        return node.clock().instant();
    }

    private Instant in(int hours) {
        return now().plus(Duration.ofHours(hours));
    }

    private void pass(Duration time) {
        node.clock().set(now().plus(time));
    }

    private static Actor actor(String account, Role role) {
        return new Actor(new AccountId(account), Set.of(role));
    }
}
