// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearway.web.Surfer.plain;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clearway.access.Actor;
import org.clearway.access.Role;
import org.clearway.corridor.CrossingId;
import org.clearway.corridor.Sayings;
import org.clearway.gate.Band;
import org.clearway.gate.Card;
import org.clearway.gate.Cards;
import org.clearway.gate.Explained;
import org.clearway.gate.Gate;
import org.clearway.gate.Household;
import org.clearway.language.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Limits over the pages: coordination sets them, the desk reads a card where one is shown, and nobody needs one.
class LimitPagesTest {
    private static final String DESK = "/care/south-kitchen";
    private static final String MEALS = DESK + "/limits/HOT_MEAL";

    @TempDir
    Path folder;

    private Site site;
    private Surfer desk;
    private Surfer coordination;

    @BeforeEach
    void open() {
        site = Site.in(folder.resolve("node"));
        Crossing.on(site);
        desk = site.surfer();
        desk.signIn(Role.SERVICE_POINT);
        coordination = site.surfer();
        coordination.signIn(Role.COORDINATION);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void untilALimitAsksForOneNoDeskReadsACard() {
        assertThat(desk.get(DESK).body()).doesNotContain("name=\"read\"");
        assertThat(plain(desk.get(DESK + "/limits")))
                .contains("not limited", "never limited")
                .doesNotContain("Change");
    }

    @Test
    void coordinationLimitsAServiceAndTheDeskReadsHow() {
        limit(Map.of("minutes-between", "240", "most-a-day", "2", "opens", "07:00", "closes", "19:30"));
        String how = "with a card: 4 hours between and at most 2 times a day; every day from 07:00 to 19:30";
        assertThat(plain(desk.get(DESK + "/limits"))).contains(how);
        assertThat(plain(desk.get(DESK))).contains(how, "name=\"read\"");
        assertThat(coordination.get(MEALS).body()).contains("value=\"240\"", "value=\"07:00\"", "Lift all limits");
        coordination.post(MEALS, Map.of("lift", "yes"));
        assertThat(desk.get(DESK).body()).doesNotContain("name=\"read\"");
    }

    @Test
    void waterHasNoPageToLimitItAndDesksDoNotLimit() {
        assertThat(coordination.get(DESK + "/limits/WATER").statusCode()).isEqualTo(404);
        assertThat(coordination.get(DESK + "/limits/EMERGENCY_CARE").statusCode())
                .isEqualTo(404);
        assertThat(desk.get(MEALS).statusCode()).isEqualTo(403);
    }

    @Test
    void aLimitThatIsNoneStaysInItsFieldAndIsExplained() {
        coordination.get(MEALS);
        HttpResponse<String> answer = coordination.post(MEALS, Map.of("minutes-between", "often"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(plain(answer)).contains("value=\"often\"", "Write a whole number");
        assertThat(plain(coordination.post(MEALS, Map.of("most-a-day", "90"))))
                .contains("from 1 to 24, got 90", "value=\"90\"");
        assertThat(plain(coordination.post(MEALS, Map.of("opens", "09:00")))).contains("Fill this in");
    }

    @Test
    void aCardIsReadItsNextTouchIsLimitedAndWithoutItNobodyIs() {
        limit(Map.of("minutes-between", "240"));
        String number = card().number().toString();
        assertThat(plain(read(number)))
                .contains("The next touch is with this card:", number)
                .doesNotContain("Everyone on the card");
        desk.post(DESK + "/give", Map.of("service", "HOT_MEAL", "people", "3", "card", number));
        site.node().clock().set(site.node().clock().instant().plus(Duration.ofMinutes(5)));
        assertThat(plain(read(number)))
                .contains("hot meals: with this card it can be given again from 18:20 on 2019-09-14")
                .contains("Went without");
        HttpResponse<String> refused =
                desk.post(DESK + "/give", Map.of("service", "HOT_MEAL", "people", "3", "card", number));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(plain(refused)).contains("care.limit-interval", number);
        desk.get(DESK);
        assertThat(desk.post(DESK + "/give", Map.of("service", "HOT_MEAL", "people", "3"))
                        .statusCode())
                .isEqualTo(303);
        read(number);
        assertThat(desk.post(DESK + "/give", Map.of("service", "WATER", "people", "3", "card", number))
                        .statusCode())
                .isEqualTo(303);
        assertThat(plain(desk.get(DESK))).contains("6 people this hour", "3 people this hour");
    }

    @Test
    void everyoneOnACardIsOneTouchAndTheirNumberIsReadFromIt() {
        limit(Map.of("whole-household", "yes"));
        Card card = card();
        assertThat(plain(read(card.code()))).contains("Everyone on the card");
        assertThat(plain(desk.post(
                        DESK + "/give",
                        Map.of(
                                "service",
                                "HOT_MEAL",
                                "people",
                                "2",
                                "card",
                                card.number().toString()))))
                .contains("the card is for 5");
        read(card.code());
        desk.post(
                DESK + "/give",
                Map.of(
                        "service",
                        "HOT_MEAL",
                        "everyone",
                        "yes",
                        "card",
                        card.number().toString()));
        assertThat(plain(desk.get(DESK)))
                .contains("5 people this hour")
                .doesNotContain(card.number().toString());
    }

    @Test
    void whatIsNoCardIsSaidSoAndNothingIsHeldUp() {
        limit(Map.of("most-a-day", "1"));
        desk.get(DESK);
        HttpResponse<String> slip = desk.post(DESK + "/card", Map.of("read", "7KQF-3XM2-9DXS"));
        assertThat(slip.statusCode()).isEqualTo(422);
        assertThat(plain(slip)).contains("there is a slip in the number", "value=\"7KQF-3XM2-9DXS\"");
        assertThat(desk.post(DESK + "/give", Map.of("service", "HOT_MEAL", "people", "1"))
                        .statusCode())
                .isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void thePagesFitAnyWindowAndCanBeReadAndTouched(String language) {
        limit(Map.of(
                "minutes-between",
                "240",
                "most-a-day",
                "2",
                "whole-household",
                "yes",
                "opens",
                "07:00",
                "closes",
                "19:30"));
        String number = card().number().toString();
        for (Browser.Kind kind : List.of(Browser.Kind.tablet(language), Browser.Kind.phone(language))) {
            try (Browser browser = Browser.open(getClass(), kind, site.address())) {
                browser.signIn(Role.COORDINATION);
                for (String path : List.of(DESK + "/limits", MEALS, DESK)) {
                    browser.go(path).wholePicture(name(path) + kind.width() + "-" + language);
                    hold(browser, path);
                }
                browser.driver()
                        .findElement(org.openqa.selenium.By.id("read"))
                        .sendKeys(number, org.openqa.selenium.Keys.ENTER);
                browser.awaits(number).wholePicture("limited-desk-card-" + kind.width() + "-" + language);
                hold(browser, "a card read");
                assertThat(browser.complaints()).isEmpty();
            }
        }
    }

    private static void hold(Browser browser, String where) {
        assertThat(browser.sidewaysBy()).as(where).isZero();
        assertThat(browser.tooSmallToTouch()).as(where).isEmpty();
        assertThat(browser.tooFaintToRead()).as(where).isEmpty();
    }

    private static String name(String path) {
        if (path.equals(DESK)) return "limited-desk-";
        return path.equals(MEALS) ? "limit-of-meals-" : "limits-";
    }

    private void limit(Map<String, String> fields) {
        coordination.get(MEALS);
        assertThat(coordination.post(MEALS, fields).statusCode()).isEqualTo(303);
    }

    private HttpResponse<String> read(String code) {
        desk.get(DESK);
        return desk.post(DESK + "/card", Map.of("read", code));
    }

    private Card card() {
        Crossing.openGates(site);
        return new Cards(site.node().journal())
                .issue(
                        new Actor(Site.account(Role.GATE), Set.of(Role.GATE)),
                        site.node().act(),
                        new Gate(Sayings.CORRIDOR, new CrossingId("south-crossing")),
                        Sayings.ZONE,
                        EnumSet.allOf(Explained.class),
                        new Household(
                                Map.of(Band.FEMALE_FROM_18, 1L, Band.MALE_UNDER_5, 4L),
                                Map.of(),
                                Language.AR,
                                Optional.empty(),
                                List.of()));
    }
}
