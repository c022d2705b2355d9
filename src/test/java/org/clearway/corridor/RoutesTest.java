// SPDX-License-Identifier: Apache-2.0
package org.clearway.corridor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clearway.corridor.Sayings.CORRIDOR;
import static org.clearway.corridor.Sayings.OBSERVATORY;
import static org.clearway.corridor.Sayings.TOWN;
import static org.clearway.corridor.Sayings.at;
import static org.clearway.corridor.Sayings.corridor;
import static org.clearway.corridor.Sayings.september;
import static org.clearway.corridor.Sayings.source;

import java.io.StringWriter;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.NotPermitted;
import org.clearway.access.Role;
import org.clearway.access.Sensitivity;
import org.clearway.geo.Position;
import org.clearway.journal.ActId;
import org.clearway.journal.Progress;
import org.clearway.journal.TestNode;
import org.clearway.language.Problem;
import org.clearway.time.Occurred;
import org.clearway.time.OpeningWindow;
import org.clearway.time.Period;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoutesTest {
    private static final Actor COORDINATION = new Actor(new AccountId("coordination-1"), Set.of(Role.COORDINATION));
    private static final Actor GATE = new Actor(new AccountId("gate-1"), Set.of(Role.GATE));
    private static final Actor PRESS = new Actor(new AccountId("press-1"), Set.of(Role.PRESS));
    private static final Actor PROTECTION = new Actor(new AccountId("protection-1"), Set.of(Role.PROTECTION));
    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");

    @TempDir
    Path folder;

    private TestNode node;
    private Routes routes;

    @BeforeEach
    void open() {
        node = Around.node(folder.resolve("node"));
        new Corridors(node.journal()).plan(COORDINATION, node.act(), corridor());
        routes = new Routes(node.journal());
    }

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void ofARouteThePublicMaySeeItsEndsToTwoDecimalsAndNothingBetween() {
        routes.set(COORDINATION, node.act(), route(List.of()));
        Route route = routes.route(COORDINATION, node.journal().now(), CORRIDOR).orElseThrow();
        assertThat(route).isEqualTo(route(List.of()));
        assertThat(route.entry()).isEqualTo(Position.parse("35.74", "37.12"));
        assertThat(route.exit()).isEqualTo(Position.parse("35.8", "37.2"));
        var out = new StringWriter();
        node.journal().export(PROTECTION, node.act(), Sensitivity.PUBLIC, out);
        assertThat(out.toString()).contains("corridor.route-set").doesNotContain("35765432", "37155555", "35801234");
    }

    @Test
    void theWaypointsAreForThoseWhoMoveAlongThemNotForGatesOrThePress() {
        routes.set(COORDINATION, node.act(), route(List.of()));
        assertThatThrownBy(() -> routes.route(GATE, node.journal().now(), CORRIDOR))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> routes.route(PRESS, node.journal().now(), CORRIDOR))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> routes.set(GATE, node.act(), route(List.of()))).isInstanceOf(NotPermitted.class);
    }

    @Test
    void theNextAgreedHoursAreOnTheClockOnTheWallAlsoWhenTheClocksChange() {
        var daily = new OpeningWindow(EnumSet.allOf(DayOfWeek.class), LocalTime.of(9, 0), LocalTime.of(17, 0), VIENNA);
        routes.set(COORDINATION, node.act(), route(List.of(daily)));
        Instant saturdayEvening = Instant.parse("2019-10-26T16:00:00Z");
        assertThat(window(saturdayEvening))
                .contains(new Period(
                        Instant.parse("2019-10-27T08:00:00Z"), Instant.parse("2019-10-27T16:00:00Z"), VIENNA));
        assertThat(window(Instant.parse("2019-10-26T07:30:00Z")).orElseThrow().from())
                .isEqualTo(Instant.parse("2019-10-26T07:00:00Z"));
    }

    @Test
    void hoursAreAgreedAnewByWhoMayNotReadTheWayAndTheWayStays() {
        var administrator = new Actor(new AccountId("administrator-1"), Set.of(Role.ADMINISTRATOR));
        List<OpeningWindow> always = List.of(OpeningWindow.aroundTheClock(VIENNA));
        assertThatThrownBy(() -> routes.setHours(
                        administrator,
                        node.act(),
                        CORRIDOR,
                        always,
                        route(List.of()).source()))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("corridor.no-route"));
        assertThat(routes.hours(PRESS, node.journal().now(), CORRIDOR)).isEmpty();
        routes.set(COORDINATION, node.act(), route(List.of()));
        assertThat(routes.hours(PRESS, node.journal().now(), CORRIDOR)).hasValue(List.of());
        routes.setHours(
                administrator, node.act(), CORRIDOR, always, route(List.of()).source());
        assertThat(routes.route(COORDINATION, node.journal().now(), CORRIDOR)).hasValue(route(always));
        assertThatThrownBy(() -> routes.setHours(
                        GATE, node.act(), CORRIDOR, always, route(List.of()).source()))
                .isInstanceOf(NotPermitted.class);
    }

    @Test
    void whereNoHoursWereAgreedThereIsNoNextWindow() {
        assertThat(window(at("2019-09-14T10:00"))).isEmpty();
        routes.set(COORDINATION, node.act(), route(List.of()));
        assertThat(window(at("2019-09-14T10:00"))).isEmpty();
    }

    @Test
    void aHazardIsReadWithItsLastCheckAndWhatWasKnownBeforeStaysKnown() {
        HazardId mines = tell(HazardKind.MINES, HazardState.PRESUMED, "2019-09-12T10:00");
        HazardId flood = tell(HazardKind.FLOOD, HazardState.CONFIRMED, "2019-09-13T10:00");
        assertThat(hazards(node.clock().instant())).extracting(OnHazard::id).containsExactly(flood, mines);
        Instant before = node.clock().instant();
        node.clock().set(before.plusSeconds(60));
        routes.recheck(GATE, node.act(), flood, hazard(HazardKind.FLOOD, HazardState.CLEARED, "2019-09-14T10:00"));
        assertThat(hazards(node.clock().instant())).extracting(OnHazard::id).containsExactly(mines, flood);
        assertThat(hazards(before).getFirst().hazard())
                .isEqualTo(hazard(HazardKind.FLOOD, HazardState.CONFIRMED, "2019-09-13T10:00"));
        assertThat(hazards(node.clock().instant()).getLast().by()).isEqualTo(GATE.account());
    }

    @Test
    void aCheckThatIsStillToComeAndOneOfAHazardThatNobodyToldOfAreRefused() {
        assertThatThrownBy(() -> tell(HazardKind.MINES, HazardState.CLEARED, "2019-09-15T10:00"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("corridor.check-of-the-future"));
        assertThatThrownBy(() -> routes.recheck(
                        GATE,
                        node.act(),
                        HazardId.of(node.act()),
                        hazard(HazardKind.MINES, HazardState.CLEARED, "2019-09-14T10:00")))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("corridor.hazard-unknown"));
    }

    @Test
    void fireIsAsNearAsTheNearestStretchOfTheRoute() {
        Position besideTheRoute = Position.parse("35.79", "37.19");
        OptionalDouble fromTheCrossing =
                Corridors.ground().metresFrom(node.journal().now(), CORRIDOR, besideTheRoute);
        assertThat(fromTheCrossing.orElseThrow()).isBetween(8_000.0, 10_000.0);
        routes.set(COORDINATION, node.act(), route(List.of()));
        assertThat(Corridors.ground()
                        .metresFrom(node.journal().now(), CORRIDOR, besideTheRoute)
                        .orElseThrow())
                .isLessThan(1_000);
    }

    @Test
    void theViewsAreRebuiltAsTheyWere() {
        routes.set(COORDINATION, node.act(), route(List.of(OpeningWindow.aroundTheClock(VIENNA))));
        tell(HazardKind.MINES, HazardState.PRESUMED, "2019-09-12T10:00");
        assertThat(node.journal().rebuild(Progress.SILENT).different()).isEmpty();
    }

    private Optional<Period> window(Instant instant) {
        return routes.window(
                GATE, node.journal().now(), CORRIDOR, instant, node.clock().instant());
    }

    private List<OnHazard> hazards(Instant known) {
        return routes.hazards(PRESS, node.journal().now(), CORRIDOR, known);
    }

    private HazardId tell(HazardKind kind, HazardState state, String checked) {
        ActId act = node.act();
        routes.tell(COORDINATION, act, hazard(kind, state, checked));
        return HazardId.of(act);
    }

    private static Hazard hazard(HazardKind kind, HazardState state, String checked) {
        return new Hazard(
                CORRIDOR,
                kind,
                state,
                Optional.of(TOWN),
                Occurred.told(checked, Sayings.ZONE),
                Optional.of(OBSERVATORY));
    }

    private static Route route(List<OpeningWindow> windows) {
        return new Route(
                CORRIDOR,
                List.of(
                        Position.parse("35.736912", "37.116449"),
                        Position.parse("35.765432", "37.155555"),
                        Position.parse("35.801234", "37.201234")),
                windows,
                source(september(1)));
    }
}
