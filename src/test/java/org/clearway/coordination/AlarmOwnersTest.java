// SPDX-License-Identifier: Apache-2.0
package org.clearway.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.clearway.corridor.AnnouncedStatus.OPEN;
import static org.clearway.corridor.Sayings.CENTRE;
import static org.clearway.corridor.Sayings.CORRIDOR;
import static org.clearway.corridor.Sayings.announcement;
import static org.clearway.corridor.Sayings.september;
import static org.clearway.corridor.Sayings.since;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.NotPermitted;
import org.clearway.access.Role;
import org.clearway.agreement.Agreements;
import org.clearway.care.ServicePoints;
import org.clearway.ceasefire.Fires;
import org.clearway.ceasefire.Ledgers;
import org.clearway.corridor.Around;
import org.clearway.corridor.Corridors;
import org.clearway.corridor.CrossingId;
import org.clearway.corridor.Sayings;
import org.clearway.gate.Gate;
import org.clearway.gate.Gates;
import org.clearway.gate.Queue;
import org.clearway.journal.Golden;
import org.clearway.journal.TestNode;
import org.clearway.language.Problem;
import org.clearway.transport.SafeAreas;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlarmOwnersTest {
    private static final Actor COORDINATION = desk("coordination-1", Role.COORDINATION);
    private static final Actor DUTY = desk("duty-1", Role.DUTY);
    private static final AlarmId NOT_ASSURED = new AlarmId("not-assured");

    @TempDir
    Path folder;

    private TestNode node;
    private Gates gates;
    private Boards boards;

    private static Actor desk(String account, Role role) {
        return new Actor(new AccountId(account), Set.of(role));
    }

    @BeforeEach
    void open() {
        node = Around.node(
                folder.resolve("node"),
                Ledgers.chapter(),
                Gates.chapter(),
                ServicePoints.chapter(),
                SafeAreas.chapter(),
                Boards.chapter());
        var corridors = new Corridors(node.journal());
        gates = new Gates(node.journal(), corridors);
        boards = new Boards(
                node.journal(),
                new Agreements(node.journal()),
                corridors,
                gates,
                new Fires(node.journal(), Corridors.ground()),
                Sayings.ZONE);
        corridors.plan(COORDINATION, node.act(), Sayings.corridor());
        corridors.announce(COORDINATION, node.act(), announcement(CENTRE, OPEN, since(september(13)), september(13)));
    }

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void whoTakesAnAlarmOnStandsBesideItUntilTheyGiveItBack() {
        assertThat(board().owners()).isEmpty();
        boards.take(DUTY, node.act(), CORRIDOR, NOT_ASSURED);
        assertThat(board().owners().get(NOT_ASSURED))
                .satisfies(owner -> assertThat(owner.account()).isEqualTo(DUTY.account()));
        later();
        boards.take(COORDINATION, node.act(), CORRIDOR, NOT_ASSURED);
        assertThat(board().owners().get(NOT_ASSURED))
                .satisfies(owner -> assertThat(owner.account()).isEqualTo(COORDINATION.account()));
        later();
        boards.giveBack(COORDINATION, node.act(), CORRIDOR, NOT_ASSURED);
        assertThat(board().owners()).isEmpty();
    }

    @Test
    void anEarlierBoardSaysWhoOwnedWhatThen() {
        Instant before = node.clock().instant();
        later();
        boards.take(DUTY, node.act(), CORRIDOR, NOT_ASSURED);
        assertThat(boards.board(COORDINATION, node.journal().now(), CORRIDOR, before)
                        .owners())
                .isEmpty();
    }

    @Test
    void anAlarmThatDoesNotRingIsTakenByNobody() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> boards.take(DUTY, node.act(), CORRIDOR, new AlarmId("gate-stands-still")))
                .extracting(Problem::code)
                .isEqualTo("coordination.alarm-silent");
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> new AlarmId("<script>"))
                .extracting(Problem::code)
                .isEqualTo("coordination.alarm-unknown");
        assertThatExceptionOfType(NotPermitted.class)
                .isThrownBy(() -> boards.take(desk("press-1", Role.PRESS), node.act(), CORRIDOR, NOT_ASSURED));
    }

    @Test
    void whatADeskToldOfItsQueueIsToldOnForTwoHours() {
        Actor desk = desk("gate-1", Role.GATE);
        var gate = new Gate(CORRIDOR, new CrossingId("south-crossing"));
        assertThat(board().flow()).singleElement().satisfies(flow -> {
            assertThat(flow.queue()).isEmpty();
            assertThat(flow.lastHour()).isEmpty();
        });
        var queue = new Queue(gate, 3, Optional.of(40L), Optional.empty());
        gates.tell(desk, node.act(), queue);
        assertThat(board().flow())
                .singleElement()
                .satisfies(flow -> assertThat(flow.queue())
                        .hasValueSatisfying(told -> assertThat(told.queue()).isEqualTo(queue)));
        node.clock().set(node.clock().instant().plus(Gates.QUEUE_HOLDS).plusSeconds(1));
        assertThat(board().flow())
                .singleElement()
                .satisfies(flow -> assertThat(flow.queue()).isEmpty());
    }

    @Test
    void everyVersionOfEveryEntryIsStillReadAndWrittenByteForByte() {
        Golden.holds(Boards.chapter());
    }

    private Board board() {
        return boards.board(
                COORDINATION, node.journal().now(), CORRIDOR, node.clock().instant());
    }

    private void later() {
        node.clock().set(node.clock().instant().plusSeconds(60));
    }
}
