// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearway.web.Surfer.plain;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.clearway.access.Role;
import org.clearway.corridor.Sayings;
import org.clearway.transport.SafeAreas;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Safe areas over the pages: coordination puts one on record, its desk tells the places left, the board and the gate
/// read them.
class SafeAreaPagesTest {
    @TempDir
    Path folder;

    private Site site;
    private Surfer coordination;
    private Surfer reception;

    @BeforeEach
    void open() {
        site = Site.in(folder.resolve("node"));
        Crossing.on(site);
        coordination = site.surfer();
        coordination.signIn(Role.COORDINATION);
        reception = site.surfer();
        reception.signIn(Role.RECEPTION);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void receivingPeopleIsTheFirstThingOfAReceptionDesk() {
        assertThat(plain(reception.get("/")).replaceAll("(?s).*<ul class=\"ways\">", ""))
                .matches("(?s)\\s*<li>\\s*<a href=\"/reception\">.*<a href=\"/safe-areas\">.*");
        assertThat(plain(reception.get("/safe-areas"))).contains("No safe area is on record.");
    }

    @Test
    void whatReceptionTellsStandsOnTheBoardAndAtTheGateUntilItIsNotKnownAnyMore() {
        String id = school();
        assertThat(text(reception.get("/safe-areas")))
                .contains("424 places (400 general and 24 step-free)", "not told in the last two hours: not known");
        reception.post("/safe-areas/" + id + "/places", Map.of("PlaceKind.GENERAL", "120", "PlaceKind.STEP_FREE", "0"));
        assertThat(text(reception.get("/safe-areas?told"))).contains("Told: the board says it.", "120 places");
        Surfer gate = site.surfer();
        gate.signIn(Role.GATE);
        assertThat(text(gate.get("/gate/south-gate/south-crossing"))).contains("Harbour school", "120 places");
        assertThat(text(coordination.get("/board"))).contains("Harbour school", "120 places");
        reception.get("/safe-areas");
        reception.post("/safe-areas/" + id + "/places", Map.of("PlaceKind.GENERAL", "0", "PlaceKind.STEP_FREE", "0"));
        assertThat(text(coordination.get("/board"))).contains("Harbour school has no places left");
        site.node().clock().set(site.node().clock().instant().plus(Duration.ofHours(3)));
        assertThat(text(coordination.get("/board")))
                .contains("not told in the last two hours: not known")
                .doesNotContain("has no places left");
    }

    @Test
    void whatIsTypedWronglyStaysAndIsExplained() {
        String id = school();
        reception.get("/safe-areas");
        HttpResponse<String> many =
                reception.post("/safe-areas/" + id + "/places", Map.of("PlaceKind.GENERAL", "many"));
        assertThat(many.statusCode()).isEqualTo(422);
        assertThat(plain(many)).contains("value=\"many\"", "Write a whole number");
        assertThat(plain(reception.post("/safe-areas/" + id + "/places", Map.of())))
                .contains("transport.no-figure");
        coordination.get("/safe-areas/new");
        HttpResponse<String> empty = coordination.post("/safe-areas/new", Map.of("name-ar", "مدرسة الميناء"));
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(plain(empty)).contains("مدرسة الميناء", "Fill this in");
        assertThat(plain(coordination.post(
                        "/safe-areas/new",
                        Map.of("name-en", "Harbour school", "area", Sayings.TOWN.slug(), "PlaceKind.GENERAL", "5"))))
                .contains("transport.no-corridor", "value=\"Harbour school\"");
    }

    @Test
    void aSafeAreaIsChangedAndKeepsItsId() {
        String id = school();
        assertThat(coordination.get("/safe-areas/" + id + "/change").body())
                .contains("value=\"Harbour school\"", "value=\"400\"");
        coordination.post(
                "/safe-areas/" + id + "/change",
                Map.of(
                        "name-en",
                        "Harbour college",
                        "area",
                        Sayings.TOWN.slug(),
                        "corridors",
                        Sayings.CORRIDOR.slug(),
                        "PlaceKind.GENERAL",
                        "90"));
        assertThat(text(coordination.get("/safe-areas")))
                .contains("Harbour college", "90 places")
                .doesNotContain("school");
        coordination.get("/safe-areas/" + id + "/change");
        coordination.post("/safe-areas/" + id + "/change", Map.of("close", "yes"));
        assertThat(text(coordination.get("/safe-areas"))).contains("No safe area is on record.");
        school();
        assertThat(reception.get("/safe-areas/" + id + "/change").statusCode()).isEqualTo(403);
        assertThat(coordination.get("/safe-areas/elsewhere/change").statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void thePagesFitAnyWindowAndCanBeReadAndTouched(String language) {
        String id = school();
        reception.get("/safe-areas");
        reception.post("/safe-areas/" + id + "/places", Map.of("PlaceKind.GENERAL", "0", "PlaceKind.STEP_FREE", "0"));
        Crossing.openGates(site);
        reception.get("/safe-areas");
        reception.post("/safe-areas/" + id + "/places", Map.of("PlaceKind.GENERAL", "0", "PlaceKind.STEP_FREE", "0"));
        for (Browser.Kind kind : List.of(Browser.Kind.tablet(language), Browser.Kind.phone(language))) {
            try (Browser browser = Browser.open(getClass(), kind, site.address())) {
                browser.signIn(Role.COORDINATION);
                for (String path :
                        List.of("/safe-areas", "/safe-areas/new", "/board", "/gate/south-gate/south-crossing")) {
                    browser.go(path)
                            .wholePicture("places" + path.replace('/', '-') + "-" + kind.width() + "-" + language);
                    assertThat(browser.sidewaysBy()).as(path).isZero();
                    assertThat(browser.tooSmallToTouch()).as(path).isEmpty();
                    assertThat(browser.tooFaintToRead()).as(path).isEmpty();
                }
                assertThat(browser.complaints()).isEmpty();
            }
        }
    }

    /// @return the id that the page gave it
    private String school() {
        coordination.get("/safe-areas/new");
        HttpResponse<String> saved = coordination.post(
                "/safe-areas/new",
                Map.of(
                        "name-en", "Harbour school",
                        "name-ar", "مدرسة الميناء",
                        "area", Sayings.TOWN.slug(),
                        "corridors", Sayings.CORRIDOR.slug(),
                        "PlaceKind.GENERAL", "400",
                        "PlaceKind.STEP_FREE", "24"));
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
        return new SafeAreas(site.node().journal())
                .list(Crossing.COORDINATION, site.node().journal().now())
                .getFirst()
                .id()
                .slug();
    }

    private static String text(HttpResponse<String> answer) {
        return plain(answer).replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }
}
