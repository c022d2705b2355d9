// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clearway.language.Refusal.refused;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.NotPermitted;
import org.clearway.access.Role;
import org.clearway.corridor.Around;
import org.clearway.corridor.Corridors;
import org.clearway.corridor.Sayings;
import org.clearway.journal.Progress;
import org.clearway.journal.TestNode;
import org.clearway.language.Language;
import org.clearway.language.Names;
import org.clearway.time.OpeningWindow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a safe area offers, as its reception desk finds it.
class ConditionsTest {
    private static final Actor COORDINATION = new Actor(new AccountId("coordination-1"), Set.of(Role.COORDINATION));
    private static final Actor RECEPTION = new Actor(new AccountId("reception-1"), Set.of(Role.RECEPTION));
    private static final Actor GATE = new Actor(new AccountId("gate-1"), Set.of(Role.GATE));
    private static final SafeAreaId SCHOOL = new SafeAreaId("harbour-school");
    private static final List<OpeningWindow> HOURS = List.of(new OpeningWindow(
            EnumSet.of(DayOfWeek.FRIDAY), LocalTime.of(9, 0), LocalTime.of(14, 0), ZoneId.of("Asia/Damascus")));

    @TempDir
    Path folder;

    private TestNode node;
    private SafeAreas safeAreas;

    @BeforeEach
    void open() {
        node = Around.node(folder.resolve("node"), SafeAreas.chapter());
        new Corridors(node.journal()).plan(COORDINATION, node.act(), Sayings.corridor());
        safeAreas = new SafeAreas(node.journal());
        safeAreas.set(
                COORDINATION,
                node.act(),
                new SafeArea(
                        SCHOOL,
                        Sayings.TOWN,
                        Names.of(Language.EN, "Harbour school"),
                        List.of(Sayings.CORRIDOR),
                        Map.of(PlaceKind.GENERAL, 400L)));
    }

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void whatWasToldLastHoldsForADayAndWhatWasLeftOutIsNotKnown() {
        assertThat(conditions()).isEmpty();
        var told = new Conditions(
                SCHOOL, Map.of(Condition.SHELTER, ConditionState.OK, Condition.WATER, ConditionState.ABSENT), HOURS);
        safeAreas.tell(RECEPTION, node.act(), told);
        assertThat(conditions()).get().satisfies(one -> {
            assertThat(one.conditions()).isEqualTo(told);
            assertThat(one.by()).isEqualTo(RECEPTION.account());
            assertThat(one.conditions().those(ConditionState.ABSENT)).containsExactly(Condition.WATER);
            assertThat(one.conditions().notKnown())
                    .hasSize(Condition.values().length - 2)
                    .doesNotContain(Condition.SHELTER, Condition.WATER);
        });
        later(Duration.ofDays(1));
        assertThat(conditions()).as("to the last instant of the day").isPresent();
        later(Duration.ofSeconds(1));
        assertThat(conditions()).as("neither good nor bad").isEmpty();
        assertThat(hours()).as("hours do not grow old").isEqualTo(HOURS);
    }

    @Test
    void toldAgainItIsRestatedWhole() {
        safeAreas.tell(
                RECEPTION, node.act(), new Conditions(SCHOOL, Map.of(Condition.WATER, ConditionState.OK), HOURS));
        var again = new Conditions(SCHOOL, Map.of(Condition.FOOD, ConditionState.LIMITED), List.of());
        safeAreas.tell(RECEPTION, node.act(), again);
        assertThat(conditions()).get().extracting(Conditions.Told::conditions).isEqualTo(again);
        assertThat(hours()).isEmpty();
        assertThat(node.journal().rebuild(Progress.SILENT).different()).isEmpty();
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        refused("transport.no-condition", () -> new Conditions(SCHOOL, Map.of(), List.of()));
        refused(
                "transport.safe-area-unknown",
                () -> safeAreas.tell(
                        RECEPTION,
                        node.act(),
                        new Conditions(
                                new SafeAreaId("elsewhere"), Map.of(Condition.FOOD, ConditionState.OK), List.of())));
        assertThatThrownBy(() -> safeAreas.tell(
                        GATE, node.act(), new Conditions(SCHOOL, Map.of(Condition.FOOD, ConditionState.OK), List.of())))
                .isInstanceOf(NotPermitted.class);
    }

    private Optional<Conditions.Told> conditions() {
        return safeAreas.conditions(GATE, node.journal().now(), SCHOOL, clock());
    }

    private List<OpeningWindow> hours() {
        return safeAreas.hours(GATE, node.journal().now(), SCHOOL, clock());
    }

    private Instant clock() {
        return node.clock().instant();
    }

    private void later(Duration by) {
        node.clock().set(clock().plus(by));
    }
}
