// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearway.web.Surfer.plain;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clearway.access.Role;
import org.clearway.corridor.Route;
import org.clearway.corridor.Routes;
import org.clearway.corridor.Sayings;
import org.clearway.geo.Position;
import org.clearway.time.OpeningWindow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The way of a corridor and the hours agreed for it, entered by hand.
class RouteEntryPagesTest {
    private static final String PAGE = "/entry/route/south-gate";
    private static final String WAY = "35.736912, 37.116449\n\n35.765432 37.155555\r\n35.801234،37.200000";

    @TempDir
    Path folder;

    private Site site;
    private Routes routes;

    @BeforeEach
    void open() {
        site = Site.in(folder.resolve("node"));
        Crossing.on(site);
        routes = new Routes(site.journal());
    }

    @AfterEach
    void close() {
        site.close();
    }

    @ParameterizedTest
    @CsvSource({"en,Enter the route and the agreed hours", "ar,إدخال الطريق والساعات المتفق عليها"})
    void theWayAndItsHoursAreEnteredFromTheBoardAndHoldAtOnce(String language, String link) {
        Surfer cell = signedIn(Role.COORDINATION, language);
        assertThat(plain(cell.get("/board"))).contains(link, "href=\"" + PAGE + "\"");
        cell.get(PAGE);
        HttpResponse<String> saved = cell.post(PAGE, route());
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
        assertThat(told().waypoints())
                .containsExactly(
                        Position.parse("35.736912", "37.116449"),
                        Position.parse("35.765432", "37.155555"),
                        Position.parse("35.801234", "37.2"));
        assertThat(told().windows())
                .containsExactly(new OpeningWindow(
                        EnumSet.allOf(DayOfWeek.class), LocalTime.of(9, 0), LocalTime.of(17, 0), Site.ZONE));
        assertThat(plain(cell.get(PAGE))).contains("35.736912, 37.116449\n35.765432, 37.155555", "value=\"09:00\"");
    }

    @ParameterizedTest
    @CsvSource({"en,Line 3:,plain decimal numbers", "ar,السطر 3:,عددان"})
    void aLineThatIsNoPositionIsNamedByItsNumberAndStays(String language, String line, String wrong) {
        Surfer cell = signedIn(Role.COORDINATION, language);
        cell.get(PAGE);
        Map<String, String> typed = route();
        typed.put("way", "35.736912, 37.116449\n\n<the bridge>\n35.8, 37.2");
        HttpResponse<String> answer = cell.post(PAGE, typed);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(plain(answer)).contains(line, "35.736912, 37.116449\n\n&lt;the bridge&gt;\n35.8, 37.2", "The Daily");
        typed.put("way", "35.736912, 37.116449\n35.8");
        assertThat(plain(cell.post(PAGE, typed))).contains(line.replace("3", "2"));
        typed.put("way", "35.736912, 37.116449");
        assertThat(plain(cell.post(PAGE, typed))).containsPattern("id=\"way\"[^>]*aria-invalid=\"true\"");
        typed.put("way", " ");
        typed.remove("closes");
        assertThat(plain(cell.post(PAGE, typed)))
                .containsPattern("id=\"way\"[^>]*aria-invalid=\"true\"")
                .containsPattern("id=\"closes\"[^>]*aria-invalid=\"true\"");
        assertThat(routes.route(Crossing.COORDINATION, site.journal().now(), Sayings.CORRIDOR))
                .isEmpty();
    }

    @Test
    void hoursThatTwoFieldsCannotShowAreKeptUntilOthersAreTold() {
        var market =
                new OpeningWindow(EnumSet.of(DayOfWeek.FRIDAY), LocalTime.of(10, 0), LocalTime.of(12, 0), Sayings.ZONE);
        set(List.of(market));
        Surfer cell = signedIn(Role.COORDINATION, "en");
        assertThat(plain(cell.get(PAGE))).contains("Keep the hours as they are");
        Map<String, String> typed = route();
        typed.remove("opens");
        typed.remove("closes");
        typed.put("keep-hours", "yes");
        cell.post(PAGE, typed);
        assertThat(told().windows()).containsExactly(market);
        cell.get(PAGE);
        cell.post(PAGE, route());
        assertThat(told().windows()).hasSize(1).doesNotContain(market);
    }

    @Test
    void whoMayNotReadTheWayTellsTheHoursAloneOrAnotherWay() {
        set(List.of());
        Surfer administrator = signedIn(Role.ADMINISTRATOR, "en");
        assertThat(plain(administrator.get(PAGE)))
                .contains("The way on record is not shown to this desk")
                .doesNotContain("35.736912", "35.74");
        Map<String, String> typed = route();
        typed.put("way", "");
        HttpResponse<String> saved = administrator.post(PAGE, typed);
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
        assertThat(told().waypoints()).hasSize(2);
        assertThat(told().windows()).hasSize(1);
        administrator.get(PAGE);
        administrator.post(PAGE, route());
        assertThat(told().waypoints()).hasSize(3);
    }

    @Test
    void whereNoWayIsOnRecordOneIsAskedForAndDesksEnterNone() {
        Surfer administrator = signedIn(Role.ADMINISTRATOR, "en");
        administrator.get(PAGE);
        Map<String, String> typed = route();
        typed.put("way", "");
        assertThat(plain(administrator.post(PAGE, typed))).contains("Fill this in");
        Surfer duty = signedIn(Role.DUTY, "en");
        assertThat(duty.get(PAGE).statusCode()).isEqualTo(403);
        assertThat(duty.get("/board").body()).doesNotContain(PAGE);
        assertThat(administrator.get("/entry/route/nowhere").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void thePageFitsAnyWindowAndCanBeReadAndTouched(String language) {
        set(List.of(new OpeningWindow(
                EnumSet.of(DayOfWeek.FRIDAY), LocalTime.of(10, 0), LocalTime.of(12, 0), Sayings.ZONE)));
        for (Browser.Kind kind : List.of(Browser.Kind.tablet(language), Browser.Kind.phone(language))) {
            try (Browser browser = Browser.open(getClass(), kind, site.address())) {
                browser.signIn(Role.COORDINATION);
                browser.go(PAGE).wholePicture("route-" + kind.width() + "-" + language);
                assertThat(browser.sidewaysBy()).isZero();
                assertThat(browser.tooSmallToTouch()).isEmpty();
                assertThat(browser.tooFaintToRead()).isEmpty();
                assertThat(browser.lostOnTheWay()).isEmpty();
                assertThat(browser.complaints()).isEmpty();
            }
        }
    }

    private void set(List<OpeningWindow> windows) {
        routes.set(
                Crossing.COORDINATION,
                site.node().act(),
                new Route(
                        Sayings.CORRIDOR,
                        List.of(Position.parse("35.736912", "37.116449"), Position.parse("35.801234", "37.2")),
                        windows,
                        Sayings.source(Sayings.september(14))));
    }

    private Route told() {
        return routes.route(Crossing.COORDINATION, site.journal().now(), Sayings.CORRIDOR)
                .orElseThrow();
    }

    private static Map<String, String> route() {
        return new HashMap<>(Map.of(
                "way", WAY,
                "opens", "09:00",
                "closes", "17:00",
                "publisher", "The Daily",
                "published", "2019-09-14"));
    }

    private Surfer signedIn(Role role, String language) {
        var surfer = new Surfer(site.address(), language);
        surfer.signIn(role);
        return surfer;
    }
}
