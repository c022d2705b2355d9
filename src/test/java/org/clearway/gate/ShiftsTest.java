// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.clearway.corridor.Sayings.ZONE;
import static org.clearway.gate.AtTheGate.FAMILY;
import static org.clearway.gate.AtTheGate.GATE;
import static org.clearway.gate.AtTheGate.GATE_DESK;
import static org.clearway.gate.AtTheGate.OTHER_DESK;
import static org.clearway.gate.AtTheGate.PRESS;
import static org.clearway.language.Refusal.refused;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.clearway.access.NotPermitted;
import org.clearway.corridor.Sayings;
import org.clearway.journal.ActId;
import org.clearway.journal.Progress;
import org.clearway.time.Period;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShiftsTest {
    private static final Period HOURS =
            new Period(Sayings.at("2019-09-14T16:00"), Sayings.at("2019-09-14T18:00"), ZONE);
    private static final Map<Difference, Explanation> NO_CARDS =
            Map.of(Difference.FAMILIES_AND_CARDS, Explanation.NO_CARD_WANTED);

    @TempDir
    Path folder;

    private AtTheGate desk;
    private Shifts shifts;

    @BeforeEach
    void open() {
        desk = new AtTheGate(folder.resolve("node"));
        shifts = new Shifts(desk.node.journal());
        desk.at("2019-09-14T16:20");
        desk.openUntil("2019-09-14T23:00");
        desk.count(FAMILY);
        desk.at("2019-09-14T17:20");
        desk.count(FAMILY);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aShiftComesToItsCountsItsCardsAndItsPaper() {
        assertThat(figures(Optional.of(12L))).isEqualTo(new ShiftFigures(2, 10, 0, Optional.of(12L)));
        assertThat(figures(Optional.of(12L)).differences())
                .containsExactly(
                        Map.entry(Difference.FAMILIES_AND_CARDS, 2L), Map.entry(Difference.PEOPLE_AND_PAPER, -2L));
    }

    @Test
    void whatDiffersIsExplainedOrTheShiftStaysOpen() {
        refused("gate.difference-unexplained", () -> close(figures(Optional.empty()), Map.of()));
        refused("gate.difference-unexplained", () -> close(figures(Optional.of(9L)), NO_CARDS));
        close(figures(Optional.of(10L)), NO_CARDS);
        assertThat(last().explained()).isEqualTo(NO_CARDS);
    }

    @Test
    void twoAccountsSignAndNeverOneTwice() {
        ShiftId shift = close(figures(Optional.empty()), NO_CARDS);
        assertThat(last().signedBy()).isEmpty();
        refused("gate.same-hand", () -> shifts.sign(GATE_DESK, desk.node.act(), shift));
        ActId act = desk.node.act();
        shifts.sign(OTHER_DESK, act, shift);
        assertThat(shifts.sign(OTHER_DESK, act, shift).repeated()).isTrue();
        assertThat(last().signedBy()).contains(OTHER_DESK.account());
        refused("gate.signed-already", () -> shifts.sign(AtTheGate.COORDINATION, desk.node.act(), shift));
    }

    @Test
    void figuresThatMovedOnSinceTheyWereSeenAreNotSigned() {
        ShiftFigures seen = figures(Optional.empty());
        desk.count(FAMILY);
        refused("gate.shift-moved-on", () -> close(seen, NO_CARDS));
    }

    @Test
    void aCountThatComesLaterShowsBesideWhatWasSigned() {
        close(figures(Optional.empty()), NO_CARDS);
        assertThat(last().changedSince()).isFalse();
        var late = new CrossingTally(GATE, Direction.OUT, new HourSlot(HOURS.from(), ZONE), Taken.FROM_PAPER, FAMILY);
        desk.gates.report(GATE_DESK, desk.node.act(), late);
        assertThat(last().changedSince()).isTrue();
        assertThat(last().closed().people()).isEqualTo(10);
        assertThat(last().now().people()).isEqualTo(15);
    }

    @Test
    void anHourThatHasNotBegunIsInNoShiftAndOnlyThoseAtTheGateCloseOne() {
        var ahead = new Period(HOURS.from(), Sayings.at("2019-09-14T19:00"), ZONE);
        ShiftFigures seen = shifts.figures(GATE_DESK, desk.now(), GATE, ahead, Optional.empty());
        refused("gate.slot-of-the-future", () -> shifts.close(GATE_DESK, desk.node.act(), GATE, ahead, seen, NO_CARDS));
        assertThatExceptionOfType(NotPermitted.class)
                .isThrownBy(() -> shifts.close(PRESS, desk.node.act(), GATE, HOURS, seen, NO_CARDS));
    }

    @Test
    void viewsAreRemadeTheSame() {
        shifts.sign(OTHER_DESK, desk.node.act(), close(figures(Optional.of(10L)), NO_CARDS));
        assertThat(desk.node.journal().rebuild(Progress.SILENT).different()).isEmpty();
    }

    private ShiftFigures figures(Optional<Long> paper) {
        return shifts.figures(GATE_DESK, desk.now(), GATE, HOURS, paper);
    }

    private ShiftId close(ShiftFigures seen, Map<Difference, Explanation> explained) {
        return ShiftId.of(shifts.close(GATE_DESK, desk.node.act(), GATE, HOURS, seen, explained)
                .act());
    }

    private Shift last() {
        return shifts.closed(GATE_DESK, desk.now(), GATE, 5).getFirst();
    }
}
