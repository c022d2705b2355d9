// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearway.corridor.Sayings.ZONE;
import static org.clearway.transport.OnTheWay.MARSHAL;
import static org.clearway.transport.OnTheWay.RECEPTION;
import static org.clearway.transport.OnTheWay.SCHOOL;
import static org.clearway.transport.OnTheWay.people;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.clearway.gate.AtTheGate;
import org.clearway.gate.CardNumber;
import org.clearway.language.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rules 4 and 5 of the twenty do-no-harm rules (practice §10), against boarding plans by chance: whatever desks try,
/// in whichever order, and whatever becomes of it on the road.
class FamiliesTogetherTest {
    private static final int SEEDS = 8;
    private static final int ACTS = 90;
    private static final List<String> AT_THE_CROSSING =
            List.of("board", "part", "part", "count", "out", "out-counted", "new-card");
    private static final List<String> ON_THE_ROAD =
            List.of("leave", "leave", "move", "move", "arrive", "elsewhere", "part");

    @TempDir
    Path folder;

    private final List<CardNumber> families = new ArrayList<>();
    private final List<CardNumber> handedOver = new ArrayList<>();
    private final List<TripId> buses = new ArrayList<>();

    /// What was done, and not refused.
    private final Set<String> done = new TreeSet<>();

    /// Who said that they travel apart.
    private final Set<PassageId> chose = new HashSet<>();

    @Test
    void noHouseholdIsInTwoVehiclesWithoutItsChoiceAndNoChildInOneWithoutAnAdultOrTheCardOfItsHandover() {
        for (int seed = 1; seed <= SEEDS; seed++) {
            try (var way = new OnTheWay(folder.resolve("seed-" + seed))) {
                plan(way, new SplittableRandom(seed));
            }
        }
        assertThat(done)
                .as("what came about at all, so that the rules had something to hold")
                .contains("a household apart", "children with the card of their handover")
                .contains("board", "part", "count", "out", "new-card", "leave", "move", "arrive", "elsewhere");
    }

    private void plan(OnTheWay way, SplittableRandom chance) {
        Stream.of(families, handedOver, buses).forEach(List::clear);
        for (int i = 0; i < 6; i++) families.add(way.card(1 + chance.nextLong(3), chance.nextLong(4)));
        for (int i = 0; i < 2; i++) handedOver.add(way.handedOver(1 + chance.nextLong(2)));
        for (int i = 0; i < 4; i++) buses.add(way.bus("bus-0" + i));
        for (int i = 0; i < ACTS; i++) {
            boolean early = i < ACTS * 2 / 3;
            String tried = any(early ? AT_THE_CROSSING : ON_THE_ROAD, chance);
            try {
                attempt(tried, way, chance);
                done.add(tried);
            } catch (Problem refused) {
                // Much of what is tried here is, and changes nothing.
                continue;
            }
            for (CardNumber card : families) together(card, way);
            for (TripId bus : buses) accompanied(bus, way);
        }
    }

    /// Rule 4.
    private void together(CardNumber card, OnTheWay way) {
        Boarder family = way.trips.boarder(MARSHAL, way.node.act(), card);
        long vehicles = family.before().stream().map(Passage::trip).distinct().count();
        if (vehicles > 1) {
            done.add("a household apart");
            assertThat(family.before())
                    .as("a household in %s vehicles", vehicles)
                    .allMatch(Passage::part)
                    .allMatch(passage -> chose.contains(passage.id()));
        }
        assertThat(family.before().stream()
                        .mapToLong(passage -> passage.load().people())
                        .sum())
                .as("nobody travels twice")
                .isLessThanOrEqualTo(family.household().persons());
    }

    /// Rule 5.
    private void accompanied(TripId bus, OnTheWay way) {
        var escorted = new HashSet<PassageId>();
        for (CardNumber card : handedOver) {
            way.trips.boarder(MARSHAL, way.node.act(), card).before().forEach(passage -> escorted.add(passage.id()));
        }
        assertThat(way.trips.passages(MARSHAL, way.now(), bus)).allSatisfy(passage -> {
            boolean alone = passage.load().children() > 0 && passage.load().adults() == 0;
            if (!alone) return;
            done.add("children with the card of their handover");
            assertThat(escorted).contains(passage.id());
            assertThat(passage.load().escorts()).isPositive();
        });
    }

    private void attempt(String what, OnTheWay way, SplittableRandom chance) {
        TripId bus = any(buses, chance);
        switch (what) {
            case "board" -> way.board(bus, any(everyone(), chance));
            case "part" ->
                chose.add(way.trips.boardPart(
                        MARSHAL, way.node.act(), bus, any(everyone(), chance), SCHOOL, ZONE, load(chance)));
            case "count" -> way.trips.count(MARSHAL, way.node.act(), bus, SCHOOL, ZONE, load(chance));
            case "out" -> way.trips.takeOut(MARSHAL, way.node.act(), aboard(bus, way, chance), ZONE);
            case "out-counted" -> way.trips.takeOut(MARSHAL, way.node.act(), bus, ZONE, load(chance));
            case "new-card" -> replace(chance.nextInt(3) == 0 ? handedOver : families, way, chance);
            case "leave" -> way.leave(bus);
            case "move" -> move(bus, any(buses, chance), way, chance);
            case "arrive" -> way.arrive(bus);
            case "elsewhere" ->
                way.receptions.receiveFromElsewhere(
                        RECEPTION, way.node.act(), aboard(bus, way, chance), bus, any(buses, chance));
            default -> throw new IllegalArgumentException(what);
        }
    }

    private static void replace(List<CardNumber> cards, OnTheWay way, SplittableRandom chance) {
        int which = chance.nextInt(cards.size());
        cards.set(
                which,
                way.gate
                        .cards
                        .replace(AtTheGate.GATE_DESK, way.node.act(), AtTheGate.GATE, ZONE, cards.get(which))
                        .number());
    }

    private static void move(TripId from, TripId to, OnTheWay way, SplittableRandom chance) {
        List<PassageId> some = way.trips.passages(MARSHAL, way.now(), from).stream()
                .filter(passage -> passage.kind() == PassageKind.HOUSEHOLD && chance.nextBoolean())
                .map(Passage::id)
                .toList();
        way.convoys.move(MARSHAL, way.node.act(), from, to, some, load(chance), Amendment.BREAKDOWN);
    }

    private List<CardNumber> everyone() {
        return Stream.concat(families.stream(), handedOver.stream()).toList();
    }

    private static PassageId aboard(TripId bus, OnTheWay way, SplittableRandom chance) {
        List<Passage> aboard = way.trips.passages(MARSHAL, way.now(), bus);
        return aboard.isEmpty()
                ? PassageId.of(way.node.act())
                : any(aboard, chance).id();
    }

    private static Load load(SplittableRandom chance) {
        return people(chance.nextLong(3), chance.nextLong(3));
    }

    private static <T> T any(List<T> of, SplittableRandom chance) {
        return of.get(chance.nextInt(of.size()));
    }
}
