// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class NextInLineTest {
    private static final Instant MORNING = Instant.parse("2019-09-14T06:00:00Z");

    private final Planner planner = new NextInLine();

    @Test
    void whoHasWaitedLongestGoesFirst() {
        Proposal<String, String> proposal =
                planner.propose(List.of(family("late", 4, 30), family("early", 4, 0)), List.of(bus("bus", 6)));
        assertThat(proposal.placed()).containsExactly(new Proposal.Placed<>("early", "bus"));
        assertThat(proposal.left()).containsExactly(new Proposal.Left<>("late", new Waits.Full()));
    }

    @Test
    void whoLiesGoesFirstThenWhoRollsThenByPriorityThenByTheWait() {
        var lying = party("lying", new Spaces(0, 0, 1, 0), 0, 50);
        var rolling = party("rolling", new Spaces(1, 1, 0, 0), 0, 40);
        var infant = party("infant", new Spaces(3, 0, 0, 0), 2, 30);
        var walking = party("walking", new Spaces(3, 0, 0, 0), 0, 0);
        Proposal<String, String> proposal = planner.propose(
                List.of(walking, infant, rolling, lying),
                List.of(new Room<>("bus", new Spaces(7, 1, 1, 0), "harbour")));
        assertThat(proposal.placed())
                .extracting(Proposal.Placed::party)
                .containsExactly("lying", "rolling", "infant", "walking");
    }

    @Test
    void aFamilyThatDoesNotFitWholeIsNotSplitAndASmallerOneGoesBeforeIt() {
        Proposal<String, String> proposal =
                planner.propose(List.of(family("nine", 9, 0), family("two", 2, 10)), List.of(bus("a", 5), bus("b", 5)));
        assertThat(proposal.placed()).extracting(Proposal.Placed::party).containsExactly("two");
        assertThat(proposal.left()).containsExactly(new Proposal.Left<>("nine", new Waits.NoRoom(Set.of(Space.SEAT))));
    }

    @Test
    void aSeatIsNoPlaceForAWheelchairAndABayIsNoSeat() {
        Proposal<String, String> proposal = planner.propose(
                List.of(party("rolling", new Spaces(1, 1, 0, 0), 0, 0)),
                List.of(bus("bus", 40), new Room<>("van", new Spaces(0, 4, 0, 0), "harbour")));
        assertThat(proposal.left())
                .as("the vehicle that comes nearest lacks one thing")
                .containsExactly(new Proposal.Left<>("rolling", new Waits.NoRoom(Set.of(Space.WHEELCHAIR_BAY))));
    }

    @Test
    void theEscortOfAChildTakesASeatOfTheEscorts() {
        var escorted = party("escorted", new Spaces(1, 0, 0, 1), 0, 0);
        assertThat(planner.propose(List.of(escorted), List.of(bus("bus", 40))).left())
                .containsExactly(new Proposal.Left<>("escorted", new Waits.NoRoom(Set.of(Space.ESCORT_SEAT))));
        assertThat(planner.propose(List.of(escorted), List.of(new Room<>("bus", new Spaces(1, 0, 0, 1), "harbour")))
                        .placed())
                .hasSize(1);
    }

    @Test
    void nobodyIsProposedWhereTheyDoNotGo() {
        var hills = new Party<>("hills", new Spaces(1, 0, 0, 0), 0, MORNING, Optional.of("hills"));
        var anywhere = new Party<>("anywhere", new Spaces(1, 0, 0, 0), 0, MORNING, Optional.<String>empty());
        Proposal<String, String> proposal = planner.propose(List.of(hills, anywhere), List.of(bus("bus", 40)));
        assertThat(proposal.placed()).containsExactly(new Proposal.Placed<>("anywhere", "bus"));
        assertThat(proposal.left()).containsExactly(new Proposal.Left<>("hills", new Waits.NoVehicleGoesThere()));
    }

    @Test
    void whoSitsLeavesTheVanWithBaysToThoseWhoNeedIt() {
        Proposal<String, String> proposal = planner.propose(
                List.of(family("sitting", 2, 0)),
                List.of(new Room<>("a-van", new Spaces(2, 2, 0, 0), "harbour"), bus("bus", 40)));
        assertThat(proposal.placed()).containsExactly(new Proposal.Placed<>("sitting", "bus"));
    }

    @Test
    void theVehicleThatIsNearlyFullIsFilledFirst() {
        Proposal<String, String> proposal =
                planner.propose(List.of(family("two", 2, 0)), List.of(bus("a", 40), bus("b", 3)));
        assertThat(proposal.placed()).containsExactly(new Proposal.Placed<>("two", "b"));
    }

    @Test
    void withoutVehiclesOrWithoutPeopleNothingIsProposed() {
        assertThat(planner.propose(List.of(family("two", 2, 0)), List.<Room<String, String>>of())
                        .left())
                .containsExactly(new Proposal.Left<>("two", new Waits.NoVehicleGoesThere()));
        assertThat(planner.propose(List.<Party<String, String>>of(), List.of(bus("bus", 40))))
                .isEqualTo(new Proposal<String, String>(List.of(), List.of()));
    }

    @Test
    void aPartyThatIsToldTwiceIsRefusedSoThatNobodyIsInTwoVehicles() {
        assertThatThrownBy(() ->
                        planner.propose(List.of(family("two", 2, 0), family("two", 2, 1)), List.of(bus("bus", 40))))
                .hasMessageContaining("two");
        assertThatThrownBy(() -> planner.propose(List.of(family("two", 2, 0)), List.of(bus("bus", 40), bus("bus", 20))))
                .hasMessageContaining("bus");
        assertThatThrownBy(() -> new Spaces(-1, 0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> party("a", new Spaces(1, 0, 0, 0), -1, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /// The repetition is the seed, so a failure names the case that replays it.
    @RepeatedTest(300)
    void noHouseholdIsInTwoVehiclesAndNoVehicleTakesMoreThanItHas(RepetitionInfo run) {
        var day = new Day(run.getCurrentRepetition());
        Proposal<Integer, Integer> proposal = planner.propose(day.waiting, day.rooms);
        assertThat(Stream.concat(
                        proposal.placed().stream().map(Proposal.Placed::party),
                        proposal.left().stream().map(Proposal.Left::party)))
                .as("each stands in it once")
                .containsExactlyInAnyOrderElementsOf(
                        day.waiting.stream().map(Party::id).toList());
        for (Room<Integer, String> room : day.rooms) {
            List<Party<Integer, String>> aboard = proposal.placed().stream()
                    .filter(placed -> placed.room().equals(room.id()))
                    .map(placed -> day.party(placed.party()))
                    .toList();
            Spaces free = room.free();
            for (Party<Integer, String> party : aboard) {
                assertThat(free.lackFor(party.takes())).isEmpty();
                free = free.without(party.takes());
                assertThat(party.goesTo(room.destination())).isTrue();
            }
        }
    }

    @RepeatedTest(300)
    void nobodyWaitsBehindSomebodyLessUrgentWhileAVehicleHadRoomForThem(RepetitionInfo run) {
        var day = new Day(run.getCurrentRepetition());
        Proposal<Integer, Integer> proposal = planner.propose(day.waiting, day.rooms);
        for (Proposal.Left<Integer> left : proposal.left()) {
            Party<Integer, String> waits = day.party(left.party());
            Map<Integer, Spaces> free =
                    day.rooms.stream().collect(Collectors.toMap(Room::id, Room::free, (a, b) -> a, HashMap::new));
            for (Proposal.Placed<Integer, Integer> placed : proposal.placed()) {
                Party<Integer, String> before = day.party(placed.party());
                if (NextInLine.<Integer, String>line().compare(before, waits) > 0) break;
                free.computeIfPresent(placed.room(), (id, spaces) -> spaces.without(before.takes()));
            }
            for (Room<Integer, String> room : day.rooms) {
                if (!waits.goesTo(room.destination())) continue;
                assertThat(free.getOrDefault(room.id(), room.free()).lackFor(waits.takes()))
                        .as("%s was passed over and fits %s", waits, room)
                        .isNotEmpty();
            }
            boolean possible = day.rooms.stream()
                    .filter(room -> waits.goesTo(room.destination()))
                    .anyMatch(room -> room.free().lackFor(waits.takes()).isEmpty());
            assertThat(left.why() instanceof Waits.Full).isEqualTo(possible);
        }
    }

    @RepeatedTest(100)
    void theSameToldInAnotherOrderIsProposedTheSame(RepetitionInfo run) {
        var day = new Day(run.getCurrentRepetition());
        Proposal<Integer, Integer> proposal = planner.propose(day.waiting, day.rooms);
        for (int seed = 0; seed < 5; seed++) {
            var waiting = new ArrayList<>(day.waiting);
            var rooms = new ArrayList<>(day.rooms);
            Collections.shuffle(waiting, new Random(seed));
            Collections.shuffle(rooms, new Random(seed));
            assertThat(planner.propose(waiting, rooms)).isEqualTo(proposal);
        }
    }

    private static Party<String, String> family(String id, long people, long minutes) {
        return party(id, new Spaces(people, 0, 0, 0), 0, minutes);
    }

    private static Party<String, String> party(String id, Spaces takes, int priority, long minutes) {
        return new Party<>(id, takes, priority, MORNING.plusSeconds(60 * minutes), Optional.of("harbour"));
    }

    private static Room<String, String> bus(String id, long seats) {
        return new Room<>(id, new Spaces(seats, 0, 0, 0), "harbour");
    }

    /// Some who wait and some vehicles, with many ties, so that the edges are met.
    private static final class Day {
        private static final List<String> PLACES = List.of("harbour", "hills", "plain");

        private final List<Party<Integer, String>> waiting = new ArrayList<>();
        private final List<Room<Integer, String>> rooms = new ArrayList<>();

        Day(long seed) {
            var random = new Random(seed);
            int parties = random.nextInt(60);
            for (int id = 0; id < parties; id++) {
                var takes = new Spaces(random.nextInt(9), some(random, 2), some(random, 2), some(random, 2));
                Optional<String> destination =
                        random.nextInt(5) == 0 ? Optional.empty() : Optional.of(PLACES.get(random.nextInt(3)));
                waiting.add(new Party<>(
                        id, takes, random.nextInt(3), MORNING.plusSeconds(600L * random.nextInt(6)), destination));
            }
            int vehicles = random.nextInt(8);
            for (int id = 0; id < vehicles; id++) {
                var free = new Spaces(random.nextInt(30), some(random, 3), some(random, 3), random.nextInt(3));
                rooms.add(new Room<>(id, free, PLACES.get(random.nextInt(3))));
            }
        }

        private static int some(Random random, int most) {
            return random.nextInt(4) == 0 ? 1 + random.nextInt(most) : 0;
        }

        Party<Integer, String> party(int id) {
            return waiting.get(id);
        }
    }
}
