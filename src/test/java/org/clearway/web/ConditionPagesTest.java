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

/// What a safe area offers, over the pages: its desk tells it, the board and the desk that informs families read it.
class ConditionPagesTest {
    private static final String NEW_CARD = "/gate/south-gate/south-crossing/cards/new";

    @TempDir
    Path folder;

    private Site site;
    private Surfer coordination;
    private Surfer reception;
    private String path;

    @BeforeEach
    void open() {
        site = Site.in(folder.resolve("node"));
        Crossing.on(site);
        coordination = site.surfer();
        coordination.signIn(Role.COORDINATION);
        reception = site.surfer();
        reception.signIn(Role.RECEPTION);
        coordination.get("/safe-areas/new");
        coordination.post(
                "/safe-areas/new",
                Map.of(
                        "name-en", "Harbour school",
                        "name-ar", "مدرسة الميناء",
                        "area", Sayings.TOWN.slug(),
                        "corridors", Sayings.CORRIDOR.slug(),
                        "PlaceKind.GENERAL", "400"));
        var school = new SafeAreas(site.node().journal())
                .list(Crossing.COORDINATION, site.node().journal().now())
                .getFirst();
        path = "/safe-areas/" + school.id() + "/conditions";
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void whatNobodyToldIsSaidToBeNotKnownWhereverItIsRead() {
        assertThat(text(reception.get("/safe-areas"))).contains("not told in the last day: not known");
        assertThat(text(coordination.get("/board"))).contains("not told in the last day: not known");
        assertThat(text(gate().get(NEW_CARD)))
                .contains("What is known of where they would go", "not told in the last day: not known");
    }

    @Test
    void whatReceptionTellsStandsOnTheBoardAndBeforeThoseWhoInformFamiliesForADay() {
        tell();
        assertThat(text(reception.get("/safe-areas")))
                .contains("there: shelter", "limited: drinking water", "not there: electricity", "not known: ")
                .contains("09:00")
                .contains("17:00");
        assertThat(text(coordination.get("/board")))
                .contains("not there: electricity; limited: drinking water; not known: ")
                .doesNotContain("there: shelter");
        assertThat(text(gate().get(NEW_CARD + "?in=ar"))).contains("محدود: مياه الشرب", "غير معروف: ");
        site.node().clock().set(site.node().clock().instant().plus(Duration.ofHours(25)));
        assertThat(text(reception.get("/safe-areas")))
                .contains("not told in the last day: not known", "09:00")
                .doesNotContain("limited: drinking water");
    }

    @Test
    void whatWasToldBeforeStandsInTheFormAndNothingAtAllIsRefused() {
        tell();
        assertThat(plain(reception.get(path)))
                .containsPattern("<option value=\"LIMITED\"[^>]*selected")
                .contains("value=\"09:00\"");
        HttpResponse<String> empty = reception.post(path, Map.of());
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(plain(empty)).contains("transport.no-condition");
        assertThat(gate().get(path).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void thePagesFitAnyWindowAndCanBeReadAndTouched(String language) {
        tell();
        for (Browser.Kind kind : List.of(Browser.Kind.tablet(language), Browser.Kind.phone(language))) {
            try (Browser browser = Browser.open(getClass(), kind, site.address())) {
                browser.signIn(Role.COORDINATION);
                look(browser, kind, language, "/safe-areas", path, "/board");
                assertThat(browser.complaints()).isEmpty();
            }
            try (Browser browser = Browser.open(getClass(), kind, site.address())) {
                browser.signIn(Role.GATE);
                look(browser, kind, language, NEW_CARD);
                assertThat(browser.complaints()).isEmpty();
            }
        }
    }

    private static void look(Browser browser, Browser.Kind kind, String language, String... paths) {
        for (String path : paths) {
            browser.go(path).wholePicture("conditions" + path.replace('/', '-') + "-" + kind.width() + "-" + language);
            assertThat(browser.sidewaysBy()).as(path).isZero();
            assertThat(browser.tooSmallToTouch()).as(path).isEmpty();
            assertThat(browser.tooFaintToRead()).as(path).isEmpty();
        }
    }

    private void tell() {
        reception.get(path);
        HttpResponse<String> told = reception.post(
                path,
                Map.of(
                        "Condition.SHELTER", "OK",
                        "Condition.WATER", "LIMITED",
                        "Condition.ELECTRICITY", "ABSENT",
                        "opens", "09:00",
                        "closes", "17:00"));
        assertThat(told.statusCode()).as(told.body()).isEqualTo(303);
    }

    private Surfer gate() {
        Surfer gate = site.surfer();
        gate.signIn(Role.GATE);
        return gate;
    }

    private static String text(HttpResponse<String> answer) {
        return plain(answer).replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }
}
