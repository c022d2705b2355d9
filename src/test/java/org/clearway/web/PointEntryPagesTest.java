// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearway.web.Surfer.plain;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clearway.access.Role;
import org.clearway.care.Equipment;
import org.clearway.care.Recipe;
import org.clearway.care.ServicePoint;
import org.clearway.corridor.Sayings;
import org.clearway.corridor.Service;
import org.clearway.language.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Service points, put on record and changed by hand, and what somebody announces of them.
class PointEntryPagesTest {
    private static final String CHANGE = "/care/south-kitchen/change";
    private static final String ANNOUNCE = "/care/south-kitchen/announce";

    @TempDir
    Path folder;

    private Site site;
    private Surfer coordination;

    @BeforeEach
    void open() {
        site = Site.in(folder.resolve("node"));
        Crossing.on(site);
        coordination = signedIn(Role.COORDINATION, "en");
    }

    @AfterEach
    void close() {
        site.close();
    }

    @ParameterizedTest
    @CsvSource({"en,South bakery", "ar,مخبز الجنوب"})
    void aPointThatIsPutOnRecordGivesAndTakesFromItsStockAtOnce(String language, String name) {
        Surfer cell = signedIn(Role.COORDINATION, language);
        assertThat(cell.get("/care").body()).contains("href=\"/care/new\"");
        cell.get("/care/new");
        HttpResponse<String> saved = cell.post("/care/new", bakery());
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
        assertThat(words(cell.get("/care?saved"))).contains(name);
        ServicePoint bakery = point("South bakery");
        assertThat(bakery.crossing())
                .hasValue(Sayings.corridor().crossings().getFirst().crossing());
        assertThat(bakery.services()).containsExactly(Service.HOT_MEAL);
        assertThat(bakery.equipment()).containsExactly(Map.entry(Equipment.MEAL_PORTIONS_AN_HOUR, 300L));
        assertThat(bakery.recipes()).containsExactly(new Recipe(Service.HOT_MEAL, Crossing.MEAL, 2));
        Surfer desk = signedIn(Role.SERVICE_POINT, language);
        desk.get("/care/" + bakery.id());
        desk.post("/care/" + bakery.id() + "/give", Map.of("service", "HOT_MEAL", "people", "3"));
        assertThat(words(desk.get("/stock/" + bakery.id()))).contains("6");
    }

    @Test
    void aPointIsChangedKeepsItsIdAndWhatItsPageDoesNotName() {
        assertThat(coordination.get("/care/south-kitchen/limits").body()).contains(CHANGE);
        assertThat(coordination.get(CHANGE).body())
                .contains("value=\"South kitchen\"")
                .containsPattern("name=\"Equipment.TAPS\"[^>]*value=\"4\"")
                .containsPattern("value=\"hot-meal\"[^>]*selected")
                .containsPattern("value=\"EMERGENCY_CARE\"[^>]*checked")
                .doesNotContain("TRANSPORT");
        Map<String, String> typed = bakery();
        typed.put("stands", "south-gate");
        typed.put("Equipment.TAPS", "0");
        assertThat(coordination.post(CHANGE, typed).statusCode()).isEqualTo(303);
        ServicePoint kitchen = point("South bakery");
        assertThat(kitchen.id()).isEqualTo(Crossing.KITCHEN);
        assertThat(kitchen.crossing()).isEmpty();
        assertThat(kitchen.equipment()).containsEntry(Equipment.TAPS, 0L).doesNotContainKey(Equipment.CLINICIANS);
    }

    @ParameterizedTest
    @CsvSource({
        "en,Fill this in.,Write a whole number,A recipe is told for hot meals",
        "ar,املأ هذا الحقل,اكتب عددًا صحيحًا,وجبات"
    })
    void whatIsTypedWronglyStaysInItsFieldAndIsNamedBesideIt(
            String language, String missing, String figure, String recipe) {
        Surfer cell = signedIn(Role.COORDINATION, language);
        cell.get("/care/new");
        Map<String, String> typed = bakery();
        typed.put("stands", "<nowhere>");
        typed.put("Equipment.TAPS", "many");
        typed.put("recipe-item-1", "");
        typed.put("recipe-each-1", "a few");
        HttpResponse<String> answer = cell.post("/care/new", typed);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(plain(answer))
                .contains(missing, figure, "value=\"many\"", "value=\"a few\"", "value=\"South bakery\"")
                .containsPattern("id=\"stands\"[^>]*aria-invalid=\"true\"")
                .containsPattern("id=\"recipe-item-1\"[^>]*aria-invalid=\"true\"")
                .containsPattern("id=\"recipe-each-1\"[^>]*aria-invalid=\"true\"")
                .doesNotContain("<nowhere>");
        Map<String, String> none = bakery();
        none.put("recipe-each-1", "0");
        assertThat(plain(cell.post("/care/new", none)))
                .containsPattern("id=\"recipe-each-1\"[^>]*aria-invalid=\"true\"");
        Map<String, String> without = bakery();
        without.put("services", "WATER");
        assertThat(plain(cell.post("/care/new", without))).contains("care.recipe-of-no-service", recipe);
    }

    @Test
    void thoseWhoSetPointsUpNeedNoStockToReadAndDesksSetNoneUp() {
        Surfer administrator = signedIn(Role.ADMINISTRATOR, "en");
        assertThat(words(administrator.get("/care"))).contains("South kitchen", "a store, which gives nothing");
        administrator.get(CHANGE);
        assertThat(administrator.post(CHANGE, bakery()).statusCode()).isEqualTo(303);
        Surfer desk = signedIn(Role.SERVICE_POINT, "en");
        assertThat(desk.get(CHANGE).statusCode()).isEqualTo(403);
        assertThat(desk.get("/care/new").statusCode()).isEqualTo(403);
        assertThat(coordination.get("/care/nowhere/change").statusCode()).isEqualTo(404);
    }

    @Test
    void whoOnlyReadsTheBoardComesFromTheListToHowAPointStands() {
        HttpResponse<String> sent = signedIn(Role.PRESS, "en").get("/care");
        assertThat(sent.headers().firstValue("Location")).hasValue("/care/south-kitchen/readiness");
    }

    @ParameterizedTest
    @CsvSource({"en,'degraded, according to Centre'", "ar,المركز"})
    void anAnnouncementStandsOnTheReadinessPageWithWhoMakesIt(String language, String told) {
        Surfer duty = signedIn(Role.DUTY, language);
        assertThat(duty.get("/care/south-kitchen/readiness").body()).contains("href=\"" + ANNOUNCE + "\"");
        duty.get(ANNOUNCE);
        HttpResponse<String> saved = duty.post(ANNOUNCE, announcement());
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
        assertThat(words(duty.get("/care/south-kitchen/readiness"))).contains(told);
    }

    @Test
    void anAnnouncementThatTellsNothingIsSentBackWithWhatWasTyped() {
        Surfer duty = signedIn(Role.DUTY, "en");
        duty.get(ANNOUNCE);
        Map<String, String> typed = announcement();
        typed.remove("service-WATER");
        HttpResponse<String> answer = duty.post(ANNOUNCE, typed);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(plain(answer)).contains("Say how at least one service", "value=\"Relief office\"");
        typed.put("service-WATER", "SPLENDID");
        typed.remove("publisher");
        assertThat(plain(duty.post(ANNOUNCE, typed)))
                .contains("Fill this in", "Choose one of the list")
                .containsPattern("id=\"service-WATER\"[^>]*aria-invalid=\"true\"");
        assertThat(duty.get("/care/south-store/announce").statusCode()).isEqualTo(404);
        assertThat(signedIn(Role.SERVICE_POINT, "en").get(ANNOUNCE).statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void thePagesFitAnyWindowAndCanBeReadAndTouched(String language) {
        for (Browser.Kind kind : List.of(Browser.Kind.tablet(language), Browser.Kind.phone(language))) {
            try (Browser browser = Browser.open(getClass(), kind, site.address())) {
                browser.signIn(Role.COORDINATION);
                for (String path : List.of("/care", "/care/new", CHANGE, ANNOUNCE, "/care/south-kitchen/readiness")) {
                    browser.go(path)
                            .wholePicture("points" + path.replace('/', '-') + "-" + kind.width() + "-" + language);
                    assertThat(browser.sidewaysBy()).as(path).isZero();
                    assertThat(browser.tooSmallToTouch()).as(path).isEmpty();
                    assertThat(browser.tooFaintToRead()).as(path).isEmpty();
                    assertThat(browser.lostOnTheWay()).as(path).isEmpty();
                }
                assertThat(browser.complaints()).isEmpty();
            }
        }
    }

    private static Map<String, String> bakery() {
        return new HashMap<>(Map.of(
                "name-en", "South bakery",
                "name-ar", "مخبز الجنوب",
                "stands", "south-gate/south-crossing",
                "services", "HOT_MEAL",
                "Equipment.MEAL_PORTIONS_AN_HOUR", "300",
                "recipe-of-1", "HOT_MEAL",
                "recipe-item-1", "hot-meal",
                "recipe-each-1", "2",
                "recipe-of-2", ""));
    }

    private static Map<String, String> announcement() {
        return new HashMap<>(Map.of(
                "announcer", "centre",
                "service-WATER", "DEGRADED",
                "publisher", "Relief office",
                "published", "2019-09-14"));
    }

    private ServicePoint point(String name) {
        return site.servicePoints().points(Crossing.COORDINATION, site.journal().now(), Sayings.CORRIDOR).stream()
                .filter(one -> one.names().in(Language.EN).equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Surfer signedIn(Role role, String language) {
        var surfer = new Surfer(site.address(), language);
        surfer.signIn(role);
        return surfer;
    }

    private static String words(HttpResponse<String> answer) {
        return plain(answer).replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }
}
