// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clearway.language.Refusal.refused;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.NotPermitted;
import org.clearway.access.Role;
import org.clearway.agreement.CorridorId;
import org.clearway.corridor.Around;
import org.clearway.corridor.Corridors;
import org.clearway.corridor.Sayings;
import org.clearway.geo.AreaId;
import org.clearway.journal.Golden;
import org.clearway.journal.Progress;
import org.clearway.journal.Reading;
import org.clearway.journal.TestNode;
import org.clearway.language.Language;
import org.clearway.language.Names;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafeAreasTest {
    private static final Actor COORDINATION = new Actor(new AccountId("coordination-1"), Set.of(Role.COORDINATION));
    private static final Actor RECEPTION = new Actor(new AccountId("reception-1"), Set.of(Role.RECEPTION));
    private static final Actor GATE = new Actor(new AccountId("gate-1"), Set.of(Role.GATE));
    private static final SafeAreaId SCHOOL = new SafeAreaId("harbour-school");

    @TempDir
    Path folder;

    private TestNode node;
    private SafeAreas safeAreas;

    @BeforeEach
    void open() {
        node = Around.node(folder.resolve("node"), SafeAreas.chapter());
        new Corridors(node.journal()).plan(COORDINATION, node.act(), Sayings.corridor());
        safeAreas = new SafeAreas(node.journal());
    }

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void aSafeAreaIsReadAsItWasSetAndToldAgainIsRestatedWhole() {
        SafeArea school = school(Map.of(PlaceKind.GENERAL, 400L, PlaceKind.LYING, 4L));
        safeAreas.set(COORDINATION, node.act(), school);
        assertThat(safeAreas.list(GATE, now())).containsExactly(school);
        Instant before = node.clock().instant();
        later(Duration.ofMinutes(1));
        SafeArea smaller = school(Map.of(PlaceKind.GENERAL, 300L));
        safeAreas.set(COORDINATION, node.act(), smaller);
        assertThat(safeAreas.area(GATE, now(), SCHOOL)).contains(smaller);
        assertThat(safeAreas.of(GATE, now(), Sayings.CORRIDOR, before)).containsExactly(school);
        assertThat(smaller.people()).isEqualTo(300);
    }

    @Test
    void thePlacesLeftAreThoseThatWereToldLastAndAfterTwoHoursTheyAreNotKnown() {
        SafeArea school = school(Map.of(PlaceKind.GENERAL, 400L, PlaceKind.STEP_FREE, 20L));
        safeAreas.set(COORDINATION, node.act(), school);
        assertThat(left()).isEmpty();
        tell(Map.of(PlaceKind.GENERAL, 120L, PlaceKind.STEP_FREE, 9L));
        later(Duration.ofMinutes(30));
        tell(Map.of(PlaceKind.GENERAL, 0L, PlaceKind.STEP_FREE, 3L));
        assertThat(left()).get().satisfies(told -> {
            assertThat(told.left().people()).isEqualTo(3);
            assertThat(told.full(school)).isFalse();
            assertThat(told.by()).isEqualTo(RECEPTION.account());
        });
        tell(Map.of(PlaceKind.GENERAL, 0L, PlaceKind.STEP_FREE, 0L));
        assertThat(left()).get().matches(told -> told.full(school));
        later(Duration.ofHours(2).plusSeconds(1));
        assertThat(left()).as("neither full nor free").isEmpty();
    }

    @Test
    void aKindThatIsLeftOutIsNotTakenForNone() {
        safeAreas.set(COORDINATION, node.act(), school(Map.of(PlaceKind.GENERAL, 400L, PlaceKind.LYING, 4L)));
        refused("transport.kinds-told", () -> tell(Map.of(PlaceKind.LYING, 0L)));
        tell(Map.of(PlaceKind.GENERAL, 0L, PlaceKind.LYING, 0L));
        SafeArea wider = school(Map.of(PlaceKind.GENERAL, 400L, PlaceKind.LYING, 4L, PlaceKind.STEP_FREE, 10L));
        safeAreas.set(COORDINATION, node.act(), wider);
        assertThat(left()).get().matches(told -> !told.full(wider), "of the new kind nothing was told yet");
    }

    @Test
    void aSafeAreaThatIsTakenOffTheListIsGoneOnToByNobodyUntilItIsSetAgain() {
        SafeArea school = school(Map.of(PlaceKind.GENERAL, 400L));
        safeAreas.set(COORDINATION, node.act(), school);
        safeAreas.close(COORDINATION, node.act(), SCHOOL);
        assertThat(safeAreas.list(GATE, now())).isEmpty();
        refused("transport.safe-area-unknown", () -> tell(Map.of(PlaceKind.GENERAL, 1L)));
        refused("transport.safe-area-unknown", () -> safeAreas.close(COORDINATION, node.act(), SCHOOL));
        safeAreas.set(COORDINATION, node.act(), school);
        assertThat(safeAreas.list(GATE, now())).containsExactly(school);
        assertThat(node.journal().rebuild(Progress.SILENT).different()).isEmpty();
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        refused("transport.id", () -> new SafeAreaId("Harbour School"));
        refused("transport.places", () -> school(Map.of(PlaceKind.GENERAL, -1L)));
        refused("transport.places", () -> new PlacesLeft(SCHOOL, Map.of(PlaceKind.GENERAL, 100_001L)));
        refused("transport.no-places", () -> school(Map.of(PlaceKind.GENERAL, 0L)));
        refused("transport.no-figure", () -> new PlacesLeft(SCHOOL, Map.of()));
        refused(
                "transport.no-corridor",
                () -> new SafeArea(
                        SCHOOL,
                        Sayings.TOWN,
                        school(Map.of(PlaceKind.GENERAL, 1L)).names(),
                        List.of(),
                        Map.of(PlaceKind.GENERAL, 1L)));
        refused(
                "geo.area-unknown",
                () -> safeAreas.set(
                        COORDINATION,
                        node.act(),
                        new SafeArea(
                                SCHOOL,
                                new AreaId("nowhere"),
                                school(Map.of(PlaceKind.GENERAL, 1L)).names(),
                                List.of(Sayings.CORRIDOR),
                                Map.of(PlaceKind.GENERAL, 1L))));
        refused(
                "corridor.unknown",
                () -> safeAreas.set(
                        COORDINATION,
                        node.act(),
                        new SafeArea(
                                SCHOOL,
                                Sayings.TOWN,
                                school(Map.of(PlaceKind.GENERAL, 1L)).names(),
                                List.of(new CorridorId("elsewhere")),
                                Map.of(PlaceKind.GENERAL, 1L))));
        refused("transport.safe-area-unknown", () -> tell(Map.of(PlaceKind.GENERAL, 1L)));
    }

    @Test
    void whoMayDoWhat() {
        assertThatThrownBy(() -> safeAreas.set(RECEPTION, node.act(), school(Map.of(PlaceKind.GENERAL, 1L))))
                .isInstanceOf(NotPermitted.class);
        safeAreas.set(COORDINATION, node.act(), school(Map.of(PlaceKind.GENERAL, 1L)));
        assertThatThrownBy(() ->
                        safeAreas.tell(GATE, node.act(), new PlacesLeft(SCHOOL, Map.of(PlaceKind.GENERAL, 1L))))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> safeAreas.list(Actor.ANYONE, now())).isInstanceOf(NotPermitted.class);
    }

    @Test
    void theBytesOfEveryEntryAreReadAndWrittenForEver() {
        Golden.holds(SafeAreas.chapter());
    }

    @Test
    void theViewsComeOutTheSameFromTheJournal() {
        safeAreas.set(COORDINATION, node.act(), school(Map.of(PlaceKind.GENERAL, 400L)));
        tell(Map.of(PlaceKind.GENERAL, 120L));
        safeAreas.set(COORDINATION, node.act(), school(Map.of(PlaceKind.GENERAL, 1L)));
        assertThat(node.journal().rebuild(Progress.SILENT).different()).isEmpty();
    }

    private static SafeArea school(Map<PlaceKind, Long> places) {
        return new SafeArea(
                SCHOOL,
                Sayings.TOWN,
                new Names(Map.of(Language.EN, "Harbour school", Language.AR, "مدرسة الميناء")),
                List.of(Sayings.CORRIDOR),
                places);
    }

    private void tell(Map<PlaceKind, Long> left) {
        safeAreas.tell(RECEPTION, node.act(), new PlacesLeft(SCHOOL, left));
    }

    private java.util.Optional<PlacesLeft.Told> left() {
        return safeAreas.left(GATE, now(), SCHOOL, node.clock().instant());
    }

    private Reading now() {
        return node.journal().now();
    }

    private void later(Duration by) {
        node.clock().set(node.clock().instant().plus(by));
    }
}
