// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearway.web.Surfer.plain;
import static org.clearway.web.Surfer.sentTo;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.clearway.access.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The desk of a service point over HTTP and without JavaScript. No gate was ever opened here.
class CarePagesTest {
    private static final String DESK = "/care/south-kitchen";

    @TempDir
    Path folder;

    private Site site;
    private Surfer desk;

    @BeforeEach
    void open() {
        site = Site.in(folder.resolve("node"));
        Crossing.on(site);
        desk = site.surfer();
        desk.signIn(Role.SERVICE_POINT);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void theDeskIsTheFirstThingAfterSigningIn() {
        assertThat(desk.get("/").body().replaceAll("(?s).*<ul class=\"ways\">", ""))
                .matches("(?s)\\s*<li>\\s*<a href=\"/care\">.*");
        assertThat(sentTo(desk.get("/care"))).isEqualTo(DESK);
    }

    @Test
    void whateverTheGateIsLikePeopleAreGivenToAndNothingIsAskedFirst() {
        assertThat(plain(desk.get(DESK))).contains("Not opened yet", "Nobody needs a card", "nobody yet this hour");
        assertThat(sentTo(desk.post(DESK + "/give", Map.of("service", "HOT_MEAL", "people", "5"))))
                .isEqualTo(DESK + "?given=HOT_MEAL");
        assertThat(plain(desk.get(DESK + "?given=HOT_MEAL")))
                .contains("It is on record.", "5 people this hour", "5 people today", "5 people: hot meals");
        desk.post(DESK + "/give", Map.of("service", "WATER", "people", "140"));
        assertThat(plain(desk.get(DESK))).contains("140 people this hour");
    }

    @Test
    void aTouchIsUndoneByItsDesk() {
        desk.get(DESK);
        desk.post(DESK + "/give", Map.of("service", "WATER", "people", "8"));
        desk.get(DESK);
        assertThat(sentTo(desk.post(DESK + "/undo", Map.of()))).isEqualTo(DESK + "?undone");
        assertThat(plain(desk.get(DESK + "?undone")))
                .contains("Undone", "nobody yet this hour")
                .doesNotContain("8 people:");
    }

    @Test
    void theSameButtonPressedTwiceOnOnePageIsOneTouch() {
        desk.get(DESK);
        desk.post(DESK + "/give", Map.of("service", "WATER", "people", "3"));
        desk.post(DESK + "/give", Map.of("service", "WATER", "people", "3"));
        assertThat(plain(desk.get(DESK))).contains("3 people this hour").doesNotContain("6 people this");
    }

    @Test
    void aNumberThatIsNoneStaysInItsFieldAndIsExplained() {
        desk.get(DESK);
        HttpResponse<String> answer = desk.post(DESK + "/give", Map.of("service", "WATER", "people", "many"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(plain(answer)).contains("value=\"many\"", "Write a whole number");
        assertThat(plain(desk.post(DESK + "/give", Map.of("service", "WATER", "people", "9999"))))
                .contains("One touch counts 1 to 5000 people");
        assertThat(desk.post(DESK + "/give", Map.of("service", "SHELTER", "people", "1"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whoWentWithoutIsCountedWithWhy() {
        desk.get(DESK + "/turned-away?service=HOT_MEAL");
        assertThat(desk.post(
                                DESK + "/turned-away",
                                Map.of(
                                        "service", "HOT_MEAL",
                                        "because", "NO_STOCK",
                                        "people", "12",
                                        "how", "AT_ONCE",
                                        "day", "2019-09-14",
                                        "hour", "14"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(plain(desk.get(DESK))).contains("12 went without", "12 people: without hot meals");
        assertThat(plain(desk.get(DESK + "/hours"))).contains("there was none left: 12");
    }

    @Test
    void aPaperFormIsEnteredLineByLineForAnHourThatHasGoneByAndForNoneToCome() {
        desk.get(DESK + "/late");
        Map<String, String> line =
                Map.of("service", "WATER", "people", "64", "how", "FROM_PAPER", "day", "2019-09-14", "hour", "9");
        String next = sentTo(desk.post(DESK + "/late", line));
        assertThat(next).isEqualTo(DESK + "/late?saved&day=2019-09-14&hour=9&how=FROM_PAPER");
        assertThat(plain(desk.get(next))).contains("value=\"2019-09-14\"", "<option value=\"9\" selected");
        assertThat(plain(desk.get(DESK + "/hours")).replaceAll("<[^>]*>", " ").replaceAll("\\s+", " "))
                .contains("09:00–10:00 drinking water 64 64 0");
        HttpResponse<String> early = desk.post(
                DESK + "/late",
                Map.of("service", "WATER", "people", "64", "how", "FROM_PAPER", "day", "2019-09-14", "hour", "23"));
        assertThat(early.statusCode()).isEqualTo(422);
        assertThat(plain(early)).contains("is still to come");
    }

    @Test
    void aTriageIsToldByColourAndItsWordAndNothingThatAilsAnybodyIsAsked() {
        desk.get(DESK + "/triage");
        desk.post(
                DESK + "/triage",
                Map.of("colour", "RED", "age", "UNDER_5", "day", "2019-09-14", "hour", "14", "how", "AT_ONCE"));
        assertThat(plain(desk.get(DESK + "/triage?given"))).contains("red: immediate", "1 person: red: immediate");
        HttpResponse<String> none = desk.post(DESK + "/triage", Map.of("day", "2019-09-14", "hour", "14"));
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(desk.get(DESK + "/slip").body()).contains("class=\"write\"").doesNotContain("<textarea");
    }

    @Test
    void whatIsShortStandsBesideTheDesk() {
        assertThat(plain(desk.get(DESK))).doesNotContain("Short now");
        Crossing.receive(site, Crossing.KITCHEN, Crossing.MEAL, 6, "lot-1");
        desk.get(DESK);
        desk.post(DESK + "/give", Map.of("service", "HOT_MEAL", "people", "6"));
        assertThat(plain(desk.get(DESK)).replaceAll("<[^>]*>", "")).contains("Short now", "hot meal, portion: out");
    }

    @Test
    void theBoardSaysWhatIsGivenThisHourAndRingsForWhatIsOut() {
        Crossing.receive(site, Crossing.KITCHEN, Crossing.MEAL, 6, "lot-1");
        desk.get(DESK);
        desk.post(DESK + "/give", Map.of("service", "HOT_MEAL", "people", "6"));
        Surfer duty = site.surfer();
        duty.signIn(Role.DUTY);
        assertThat(plain(duty.get("/board")).replaceAll("<[^>]*>", " ").replaceAll("\\s+", " "))
                .contains("hot meal, portion is out at South kitchen")
                .contains("South kitchen Short: hot meal, portion (out)")
                .contains("hot meals nothing announced of this point nobody of ours looked 6")
                .contains("drinking water nothing announced of this point nobody of ours looked not reported");
        assertThat(plain(duty.get("/board?at=2019-09-13T12:00"))).doesNotContain("is out at South kitchen");
    }

    @Test
    void thePagesSpeakArabicToo() {
        var arabic = new Surfer(site.address(), "ar");
        arabic.signIn(Role.SERVICE_POINT);
        for (String page : new String[] {"", "/turned-away", "/late", "/triage", "/slip", "/hours"}) {
            assertThat(arabic.get(DESK + page).body()).as(page).contains("dir=\"rtl\"", "مطبخ الجنوب");
        }
    }

    @Test
    void whoMayReadAndNotGiveComesToTheHours() {
        Surfer protection = site.surfer();
        protection.signIn(Role.PROTECTION);
        assertThat(sentTo(protection.get("/care"))).isEqualTo(DESK + "/hours");
        assertThat(protection.get(DESK).statusCode()).isEqualTo(403);
    }
}
