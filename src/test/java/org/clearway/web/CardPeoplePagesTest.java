// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearway.web.Surfer.plain;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.clearway.access.Role;
import org.clearway.agreement.Party;
import org.clearway.agreement.PartyId;
import org.clearway.agreement.PartyKind;
import org.clearway.gate.Explained;
import org.clearway.language.Language;
import org.clearway.language.Names;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;

/// Cards for other people than before, and one card for children who were handed over together.
class CardPeoplePagesTest {
    private static final String GATE = "/gate/south-gate/south-crossing";
    private static final String TOLD =
            Arrays.stream(Explained.values()).map(item -> "told=" + item).collect(Collectors.joining("&"));
    private static final Pattern HANDOVER = Pattern.compile("handover=([0-9a-f-]{36})");

    @TempDir
    Path folder;

    private Site site;
    private Surfer desk;

    @BeforeEach
    void open() {
        site = Site.in(folder.resolve("node"));
        Crossing.on(site);
        Crossing.openGates(site);
        site.agreements()
                .name(
                        Crossing.COORDINATION,
                        site.node().act(),
                        new Party(
                                new PartyId("child-care"),
                                PartyKind.CHILD_PROTECTION,
                                Names.of(Language.EN, "Child care"),
                                Optional.empty()));
        desk = signedIn("en");
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void whoJoinsAFamilyComesOnACardInPlaceOfTheirsAndTheirsIsDead() {
        String old = issued(Map.of("Band.FEMALE_FROM_18", "1", "Band.MALE_FROM_5", "2"));
        HttpResponse<String> filled = desk.post(GATE + "/cards/others", Map.of("number", old));
        assertThat(filled.statusCode()).isEqualTo(200);
        assertThat(plain(filled))
                .contains("A card for other people than before", "name=\"number\" value=\"" + old + "\"")
                .containsPattern("name=\"Band.FEMALE_FROM_18\"[^>]*value=\"1\"")
                .containsPattern("name=\"Band.MALE_FROM_5\"[^>]*value=\"2\"");
        Map<String, String> four =
                Map.of("Band.FEMALE_FROM_18", "1", "Band.MALE_FROM_5", "2", "Band.FEMALE_UNDER_5", "1");
        HttpResponse<String> untold = desk.post(GATE + "/cards/instead", four);
        assertThat(untold.statusCode()).isEqualTo(422);
        assertThat(plain(untold)).contains("gate.card-not-told", "value=\"" + old + "\"");
        assertThat(plain(check(old))).contains("/cards/others");
        desk.post(GATE + "/cards/others", Map.of("number", old));
        HttpResponse<String> saved = desk.post(GATE + "/cards/instead?" + TOLD, four);
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
        String fresh = number(desk.get(location(saved)));
        assertThat(fresh).isNotEqualTo(old);
        assertThat(plain(check(old))).doesNotContain("/cards/others");
        assertThat(words(desk.post("/cards/household", Map.of("number", fresh))))
                .contains("1 × female, 0–4");
        assertThat(plain(desk.post(GATE + "/cards/others", Map.of("number", old))))
                .contains("gate.card-dead");
    }

    @Test
    void noCardIsLeftForChildrenAloneWhenTheirAdultGoesAnotherWay() {
        String old = issued(Map.of("Band.FEMALE_FROM_18", "1", "Band.MALE_FROM_5", "2"));
        desk.post(GATE + "/cards/others", Map.of("number", old));
        HttpResponse<String> alone =
                desk.post(GATE + "/cards/instead?" + TOLD, Map.of("Band.FEMALE_FROM_18", "", "Band.MALE_FROM_5", "2"));
        assertThat(alone.statusCode()).isEqualTo(422);
        assertThat(plain(alone)).contains("gate.card-child-alone");
        assertThat(plain(check(old))).contains("/cards/others");
    }

    @ParameterizedTest
    @CsvSource({"en,One card for the 2 children", "ar,بطاقة واحدة للطفلين"})
    void childrenWhoWereHandedOverTogetherGoOnOneCard(String language, String one) {
        desk = signedIn(language);
        String first = handedOver(GATE + "/handover");
        assertThat(desk.get(first).body())
                .contains("/handover?with=" + handovers(first).getFirst());
        String second = handedOver(GATE + "/handover?with=" + handovers(first).getFirst());
        assertThat(handovers(second)).hasSize(2).startsWith(handovers(first).getFirst());
        assertThat(plain(desk.get(second))).contains(one);
        String both = "handover=" + String.join("&handover=", handovers(second));
        assertThat(desk.get(GATE + "/cards/new?" + both).body())
                .contains(handovers(second))
                .containsPattern("name=\"handover\"[^>]*checked");
        HttpResponse<String> few = desk.post(
                GATE + "/cards/new?" + TOLD + "&handover=" + handovers(second).getFirst(), Map.of("Band.FROM_5", "2"));
        assertThat(plain(few))
                .contains("gate.card-child-alone")
                .contains(handovers(second).getFirst());
        HttpResponse<String> saved = desk.post(GATE + "/cards/new?" + TOLD + "&" + both, Map.of("Band.FROM_5", "2"));
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
        desk.get(GATE + "/cards/new?" + both);
        assertThat(plain(desk.post(GATE + "/cards/new?" + TOLD + "&" + both, Map.of("Band.FROM_5", "2"))))
                .contains("gate.handover-carded");
    }

    @Test
    void aChildOfACardForSeveralIsJoinedByAnAdultOfTheirs() {
        String both = "handover="
                + String.join(
                        "&handover=",
                        handovers(handedOver(GATE + "/handover?with="
                                + handovers(handedOver(GATE + "/handover")).getFirst())));
        desk.get(GATE + "/cards/new?" + both);
        String card = number(
                desk.get(location(desk.post(GATE + "/cards/new?" + TOLD + "&" + both, Map.of("Band.FROM_5", "2")))));
        assertThat(desk.post(GATE + "/cards/others", Map.of("number", card)).body())
                .containsPattern("name=\"handover\"[^>]*checked");
        HttpResponse<String> saved =
                desk.post(GATE + "/cards/instead?" + TOLD, Map.of("Band.FROM_5", "2", "Band.FEMALE_FROM_60", "1"));
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void thePagesFitAnyWindowAndWorkWithoutScript(String language) {
        String number = issued(Map.of("Band.FEMALE_FROM_18", "1", "Band.MALE_FROM_5", "2"));
        String first = handedOver(GATE + "/handover");
        String with = handovers(first).getFirst();
        for (Browser.Kind kind : List.of(Browser.Kind.tablet(language).withoutScript(), Browser.Kind.phone(language))) {
            try (Browser browser = Browser.open(getClass(), kind, site.address())) {
                browser.signIn(Role.GATE);
                for (String path :
                        List.of(first, GATE + "/handover?with=" + with, GATE + "/cards/new?handover=" + with)) {
                    fits(
                            browser.go(path),
                            kind,
                            "people-" + path.replaceAll("[^a-z]+", "-").substring(0, 40));
                }
                browser.go("/cards");
                browser.driver().findElement(By.id("read")).sendKeys(number + "\n");
                browser.awaitsSightOf("[action$='/cards/others']");
                fits(browser, kind, "people-check");
                browser.driver()
                        .findElement(By.cssSelector("[action$='/cards/others'] button"))
                        .click();
                browser.awaitsSightOf(".told-items");
                fits(browser, kind, "people-others");
                assertThat(browser.complaints()).isEmpty();
            }
        }
    }

    private static void fits(Browser browser, Browser.Kind kind, String name) {
        browser.wholePicture(name + "-" + kind.width() + "-" + kind.language());
        assertThat(browser.sidewaysBy()).as(name).isZero();
        assertThat(browser.tooSmallToTouch()).as(name).isEmpty();
        assertThat(browser.tooFaintToRead()).as(name).isEmpty();
    }

    /// @return where the desk is sent on to
    private String handedOver(String page) {
        desk.get(page);
        return location(desk.post(
                page.replaceAll("\\?.*", ""),
                Map.of("to", "child-care", "age", "FROM_5", "sex", "NOT_TOLD", "direction", "OUT")));
    }

    private static List<String> handovers(String address) {
        return HANDOVER.matcher(address).results().map(found -> found.group(1)).toList();
    }

    /// @return the number of a card for these people
    private String issued(Map<String, String> people) {
        desk.get(GATE + "/cards/new");
        return number(desk.get(location(desk.post(GATE + "/cards/new?" + TOLD, people))));
    }

    private HttpResponse<String> check(String number) {
        desk.get("/cards");
        return desk.post("/cards", Map.of("read", number));
    }

    private static String number(HttpResponse<String> page) {
        var number = Pattern.compile(">([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})<").matcher(page.body());
        assertThat(number.find()).as(page.body()).isTrue();
        return number.group(1);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
    }

    private Surfer signedIn(String language) {
        var surfer = new Surfer(site.address(), language);
        surfer.signIn(Role.GATE);
        return surfer;
    }

    private static String words(HttpResponse<String> answer) {
        return plain(answer).replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }
}
