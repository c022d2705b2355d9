// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.clearway.corridor.Sayings.CORRIDOR;
import static org.clearway.corridor.Sayings.ZONE;
import static org.clearway.gate.AtTheGate.GATE;
import static org.clearway.language.Refusal.refused;
import static org.clearway.transport.OnTheWay.CAMP;
import static org.clearway.transport.OnTheWay.COORDINATION;
import static org.clearway.transport.OnTheWay.MARSHAL;
import static org.clearway.transport.OnTheWay.RECEPTION;
import static org.clearway.transport.OnTheWay.SCHOOL;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.clearway.access.NotPermitted;
import org.clearway.gate.CardNumber;
import org.clearway.gate.MovementNeed;
import org.clearway.transport.Suggestion.WaitsFor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WaitingLinesTest {
    @TempDir
    Path folder;

    private OnTheWay way;
    private WaitingLines lines;

    @BeforeEach
    void open() {
        way = new OnTheWay(folder.resolve("node"));
        lines = way.lines;
    }

    @AfterEach
    void close() {
        way.close();
    }

    private long join(CardNumber card) {
        return lines.join(MARSHAL, GATE, card, Optional.of(SCHOOL), ZONE);
    }

    private List<Long> called() {
        return lines.suggestion(MARSHAL, GATE).next().stream()
                .map(one -> one.who().number())
                .toList();
    }

    private List<WaitsFor> waitedFor() {
        return lines.suggestion(MARSHAL, GATE).later().stream()
                .map(Suggestion.Later::what)
                .toList();
    }

    @Test
    void whoComesToTheVehiclesGetsANumberAndKeepsItWhenTheirCardIsReadAgain() {
        CardNumber first = way.card(2, 1);
        assertThat(join(first)).isEqualTo(1);
        assertThat(join(way.card(1, 0))).isEqualTo(2);
        assertThat(lines.join(MARSHAL, GATE, first, Optional.of(CAMP), ZONE)).isEqualTo(1);
        assertThat(lines.line(MARSHAL, GATE))
                .extracting(Waiting::chosen)
                .containsExactly(Optional.of(CAMP), Optional.of(SCHOOL));
        assertThat(lines.people(COORDINATION, CORRIDOR))
                .containsOnly(entry(Optional.of(CAMP), 3L), entry(Optional.of(SCHOOL), 1L));
    }

    @Test
    void whoLiesIsCalledFirstThenWhoNeedsHelpThenWhoCameFirst() {
        way.bus("bus-01");
        way.trip(way.vehicle("ambulance-1", VehicleType.AMBULANCE, OnTheWay.AMBULANCE), SCHOOL);
        join(way.card(2, 1));
        join(way.card(3, 0));
        join(way.card(1, 1, Map.of(MovementNeed.INFANT, 1L)));
        join(way.card(1, 0, Map.of(MovementNeed.STRETCHER, 1L)));
        assertThat(called()).containsExactly(4L, 3L, 1L, 2L);
        assertThat(waitedFor()).isEmpty();
    }

    @Test
    void whoCannotBeCalledIsToldWhatTheyWaitFor() {
        TripId bus = way.bus("bus-01");
        way.count(bus, 42, 0);
        join(way.card(3, 0));
        join(way.card(4, 0));
        join(way.card(1, 0, Map.of(MovementNeed.STRETCHER, 1L)));
        join(way.card(1, 0));
        lines.join(MARSHAL, GATE, way.card(1, 0), Optional.of(CAMP), ZONE);
        assertThat(called()).containsExactly(1L);
        assertThat(waitedFor())
                .containsExactlyInAnyOrder(
                        WaitsFor.A_STRETCHER,
                        WaitsFor.SEATS_FOR_ALL_OF_THEM,
                        WaitsFor.THEIR_TURN,
                        WaitsFor.A_VEHICLE_THAT_GOES_THERE);
    }

    @Test
    void whoHasNotSaidWhereToIsCalledIntoAnyVehicleAndAsked() {
        way.bus("bus-01");
        lines.join(MARSHAL, GATE, way.card(1, 0), Optional.empty(), ZONE);
        assertThat(called()).containsExactly(1L);
    }

    @Test
    void whoBoardsOrGoesLeavesTheLineAndThoseOfThemWhoWaitOnKeepTheirPlace() {
        TripId bus = way.bus("bus-01");
        CardNumber family = way.card(2, 1);
        CardNumber apart = way.card(3, 1);
        join(family);
        join(apart);
        join(way.card(1, 0));
        way.board(bus, family);
        way.trips.boardPart(MARSHAL, way.node.act(), bus, apart, SCHOOL, ZONE, OnTheWay.people(1, 0));
        List<Waiting> line = lines.line(MARSHAL, GATE);
        assertThat(line).extracting(Waiting::number).containsExactly(2L, 3L);
        assertThat(line.getFirst().load()).isEqualTo(OnTheWay.people(2, 1));
        lines.leave(MARSHAL, line.getLast().mark());
        lines.leave(MARSHAL, line.getLast().mark());
        assertThat(lines.line(MARSHAL, GATE)).hasSize(1);
        refused("transport.already-aboard", () -> join(family));
    }

    /// A marshal is not held to what is suggested.
    @Test
    void anybodyMayBoardWithoutBeingCalledAndWithoutHavingWaited() {
        TripId bus = way.bus("bus-01");
        CardNumber called = way.card(1, 0);
        CardNumber last = way.card(1, 0);
        join(called);
        join(last);
        way.board(bus, last);
        way.board(bus, way.card(1, 0));
        assertThat(called()).containsExactly(1L);
    }

    @Test
    void onlyTheBoardingDeskSeesTheLineAndOthersSeeHowManyWait() {
        join(way.card(1, 0));
        assertThatThrownBy(() -> lines.line(COORDINATION, GATE)).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> lines.suggestion(RECEPTION, GATE)).isInstanceOf(NotPermitted.class);
        assertThat(lines.people(RECEPTION, CORRIDOR)).containsOnly(entry(Optional.of(SCHOOL), 1L));
    }

    /// The journal must not tell who came and did not board, nor may any file when they have gone.
    @Test
    void whoWaitedAndWentIsInNoEntryAndInNoFileOfTheNode() throws IOException {
        CardNumber card = way.card(2, 3);
        join(card);
        lines.leave(MARSHAL, lines.line(MARSHAL, GATE).getFirst().mark());
        long before = entries();
        join(card);
        Mark mark = lines.line(MARSHAL, GATE).getFirst().mark();
        assertThat(filesWith(mark.text())).isNotEmpty();
        lines.leave(MARSHAL, mark);
        lines.forget();
        assertThat(filesWith(mark.text())).isEmpty();
        assertThat(entries()).as("that a card was read is on record").isEqualTo(before + 1);
    }

    /// Not in the record of reads either: it says that cards were read, and whose is in no entry.
    @Test
    void whoseCardWasReadAtTheVehiclesIsInNoEntry() {
        CardNumber card = way.card(2, 3);
        String issued = way.now()
                .rows()
                .sql("select max(act) from entry where type = 'gate.card-issued'")
                .query(String.class)
                .single();
        long before = entries();
        join(card);
        way.trips.boarder(MARSHAL, way.node.act(), card);
        way.board(way.bus("bus-01"), card);
        assertThat(entries()).isGreaterThan(before + 3);
        String pseudonym = way.now()
                .rows()
                .sql("select subject from entry where act = ? order by ordinal limit 1")
                .param(issued)
                .query((row, n) -> row.getString(1))
                .single();
        assertThat(way.now()
                        .rows()
                        .sql(
                                "select coalesce(subject, '') as subject, body from entry where type <> 'gate.card-issued'")
                        .query((row, n) -> row.getString("subject") + " "
                                + new String(row.getBytes("body"), java.nio.charset.StandardCharsets.UTF_8))
                        .list())
                .isNotEmpty()
                .noneMatch(entry -> entry.contains(issued) || entry.startsWith(pseudonym));
    }

    private long entries() {
        return way.now()
                .rows()
                .sql("select count(*) from entry")
                .query(Long.class)
                .single();
    }

    private List<Path> filesWith(String text) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> {
                        try {
                            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
                        } catch (IOException gone) {
                            return false;
                        }
                    })
                    .toList();
        }
    }

    @Test
    void aNumberIsNotGivenAgainThatDayAlsoWhenWhoHadItHasGone() {
        join(way.card(1, 0));
        join(way.card(1, 0));
        lines.leave(MARSHAL, lines.line(MARSHAL, GATE).getLast().mark());
        lines.forget();
        assertThat(join(way.card(1, 0))).isEqualTo(3);
        way.later(Duration.ofHours(9));
        lines.forget();
        CardNumber nextDay = way.card(1, 0);
        assertThat(join(nextDay))
                .as("who waits on over midnight keeps their number")
                .isEqualTo(4);
        lines.line(MARSHAL, GATE).forEach(one -> lines.leave(MARSHAL, one.mark()));
        assertThat(join(nextDay)).as("of the new day").isEqualTo(5);
    }

    @Test
    void numbersBeginWithOneOnANewDay() {
        join(way.card(1, 0));
        lines.leave(MARSHAL, lines.line(MARSHAL, GATE).getFirst().mark());
        way.later(Duration.ofHours(9));
        lines.forget();
        assertThat(way.now()
                        .rows()
                        .sql("select count(*) from transport_number")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(join(way.card(1, 0))).isEqualTo(1);
    }

    @Test
    void whoIsLeftOfAnEveningIsForgottenByItself() {
        join(way.card(1, 0));
        way.later(Duration.ofHours(12));
        lines.forget();
        assertThat(lines.line(MARSHAL, GATE)).hasSize(1);
        way.later(Duration.ofHours(8));
        lines.forget();
        assertThat(lines.line(MARSHAL, GATE)).isEmpty();
    }

    @Test
    void aPlaceThatPeopleOfTheCorridorDoNotGoOnToIsRefused() {
        CardNumber card = way.card(1, 0);
        refused(
                "transport.safe-area-unknown",
                () -> lines.join(MARSHAL, GATE, card, Optional.of(new SafeAreaId("nowhere")), ZONE));
    }
}
