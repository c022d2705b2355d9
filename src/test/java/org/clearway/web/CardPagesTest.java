// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clearway.access.Role;
import org.clearway.corridor.Sayings;
import org.clearway.gate.Explained;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;

/// Cards and those who stay, over the pages: by touch, by key, without JavaScript, on paper.
class CardPagesTest {
    private static final String GATE = "/gate/south-gate/south-crossing";
    /// Not the middle of an id, which may be of digits alone.
    private static final Pattern NUMBER =
            Pattern.compile("(?<![0-9a-z-])[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}(?![0-9a-z-])");

    @TempDir
    Path folder;

    private Site site;

    @BeforeEach
    void open() {
        site = Site.in(folder.resolve("node"));
        Crossing.on(site);
        Crossing.openGates(site);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void aFamilyOfFiveGoesFromArrivalToAPrintedCardInUnderTwentyFiveTouches() {
        try (Browser browser = Browser.open(getClass(), Browser.Kind.tablet("en"), site.address())) {
            browser.signIn(Role.GATE).go(GATE);
            int touches = 0;
            touch(browser, ".presets a:last-child");
            touch(browser, ".gate-count button.primary");
            touches += 2;
            browser.awaits("Card for this family").picture("card-desk-en");
            touch(browser, ".touch-line a");
            touches++;
            browser.awaitsSightOf(".told-items");
            for (int i = 1; i <= Explained.values().length; i++) {
                touch(browser, ".told-item:nth-of-type(" + i + ")");
                touches++;
            }
            browser.wholePicture("card-new-en");
            touch(browser, ".card-issue button");
            touches++;
            browser.awaitsSightOf("[data-print]");
            browser.driver().executeScript("window.print = () => document.body.dataset.printed = 'yes'");
            touch(browser, "[data-print]");
            touches++;
            assertThat(browser.driver().executeScript("return document.body.dataset.printed"))
                    .isEqualTo("yes");
            assertThat(NUMBER.matcher(browser.text()).find()).isTrue();
            assertThat(touches).isLessThan(25);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    /// What is below the window, or below the button that stays at its foot, is first moved up with the finger.
    private static void touch(Browser browser, String selector) {
        browser.driver()
                .executeScript("document.querySelector(arguments[0]).scrollIntoView({block: 'center'})", selector);
        browser.driver().findElement(By.cssSelector(selector)).click();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void thePagesFitAnyWindowAndEachPaper(String language) {
        Surfer desk = atTheDesk();
        String card = card(desk, language);
        for (Browser.Kind kind : List.of(Browser.Kind.tablet(language), Browser.Kind.phone(language))) {
            try (Browser browser = Browser.open(getClass(), kind, site.address())) {
                browser.signIn(Role.GATE);
                for (String path :
                        List.of(GATE + "/cards/new", GATE + "/cards/lost", GATE + "/choices", "/cards", card)) {
                    browser.go(path).wholePicture(name(path, card) + "-" + kind.width() + "-" + language);
                    assertThat(browser.sidewaysBy()).as(path).isZero();
                    assertThat(browser.tooSmallToTouch()).as(path).isEmpty();
                    assertThat(browser.tooFaintToRead()).as(path).isEmpty();
                    assertThat(browser.lostOnTheWay()).as(path).isEmpty();
                }
                assertThat(browser.complaints()).isEmpty();
            }
        }
        try (Browser browser = Browser.open(getClass(), Browser.Kind.laptop(language), site.address())) {
            browser.signIn(Role.GATE);
            for (String paper : List.of("A4", "LABEL", "WRISTBAND")) {
                browser.go(card + "&on=" + paper).picture("card-screen-" + paper + "-" + language);
                browser.asPrinted(true)
                        .picture("card-print-" + paper + "-" + language)
                        .asPrinted(false);
                assertThat(pages(browser, paper + "-" + language)).as(paper).isEqualTo(1);
            }
        }
    }

    private static String name(String path, String card) {
        return path.equals(card) ? "card-made" : "card" + path.replace(GATE, "").replace('/', '-');
    }

    /// Prints the page as PDF, keeps it beside the pictures, and says how many pages it has.
    private static int pages(Browser browser, String name) {
        var printed = browser.driver()
                .executeCdpCommand("Page.printToPDF", Map.of("preferCSSPageSize", true, "printBackground", true));
        byte[] pdf = java.util.Base64.getDecoder().decode((String) Objects.requireNonNull(printed.get("data")));
        try {
            java.nio.file.Files.write(Path.of("target", "screenshots", "card-" + name + ".pdf"), pdf);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        Matcher pages = Pattern.compile("/Type\\s*/Page\\b(?!s)")
                .matcher(new String(pdf, java.nio.charset.StandardCharsets.ISO_8859_1));
        return (int) pages.results().count();
    }

    @Test
    void aCardIsRefusedUntilAllWasToldAndWhatWasEnteredStays() {
        Surfer desk = atTheDesk();
        desk.get(GATE + "/cards/new?in=ar");
        HttpResponse<String> refused =
                desk.post(GATE + "/cards/new", Map.of("Band.FEMALE_FROM_18", "1", "Band.FROM_5", "2", "told", "TERMS"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("gate.card-not-told")
                .contains("<fieldset class=\"told-items\" lang=\"ar\" dir=\"rtl\">")
                .contains("value=\"TERMS\" checked");
        HttpResponse<String> alone = desk.post(GATE + "/cards/new", Map.of("Band.FEMALE_FROM_5", "1"));
        assertThat(alone.body()).contains("gate.card-child-alone");
    }

    @Test
    void aCardIsCheckedOpenedAndReplacedAndItsNumberNeverStandsInAnAddress() {
        Surfer desk = atTheDesk();
        String card = card(desk, "en");
        String number = number(desk.get(card).body());
        assertThat(card).doesNotContain(number);
        desk.get("/cards");
        assertThat(desk.post("/cards", Map.of("read", number)).body())
                .contains("The number is in order")
                .contains("It lives.");
        assertThat(desk.post("/cards/household", Map.of("number", number)).body())
                .contains("5–11");
        HttpResponse<String> replaced = desk.post(GATE + "/cards/replace", Map.of("number", number));
        assertThat(replaced.statusCode()).isEqualTo(303);
        String fresh = number(desk.get(location(replaced)).body());
        assertThat(fresh).isNotEqualTo(number);
        desk.get("/cards");
        assertThat(desk.post("/cards", Map.of("read", number)).body()).contains("Dead:");
        desk.get(GATE + "/cards/lost");
        assertThat(desk.post(GATE + "/cards/lost", Map.of("people", "3")).body())
                .contains("A new card instead")
                .doesNotContain(fresh);
        assertThat(desk.post("/cards", Map.of("read", "K7QF-3XM2-9DXT")).body()).contains("a slip in the number");
    }

    @Test
    void thoseWhoStayAreNotedWithoutJavaScriptAndTheDeskIsToldNoSmallFigure() {
        Surfer desk = atTheDesk();
        desk.get(GATE + "/choices");
        HttpResponse<String> stayed = desk.post(GATE + "/stay", Map.of());
        assertThat(location(stayed)).endsWith("/choices?noted");
        assertThat(desk.get(location(stayed)).body()).contains("Nothing was written down of anybody.");
        assertThat(location(desk.post(GATE + "/concern", Map.of("concern", "They were told to go."))))
                .endsWith("/choices?passed");
        site.node().clock().set(Sayings.at("2019-09-14T16:05"));
        assertThat(desk.get(GATE + "/choices").body()).contains("<td>1 to 9</td>");
        Surfer protection = site.surfer();
        protection.signIn(Role.PROTECTION);
        assertThat(protection.get(GATE + "/choices").body()).contains("<td>1</td>");
        protection.get("/concerns");
        assertThat(protection.post("/concerns", Map.of()).body()).contains("They were told to go.");
        assertThat(desk.get("/concerns").statusCode()).isEqualTo(403);
    }

    private Surfer atTheDesk() {
        Surfer desk = site.surfer();
        desk.signIn(Role.GATE);
        return desk;
    }

    /// Issues a card for three and says where its page is.
    private static String card(Surfer desk, String language) {
        desk.get(GATE + "/cards/new?in=" + language);
        var told = new java.util.LinkedHashMap<String, String>();
        told.put("Band.FEMALE_FROM_18", "1");
        told.put("Band.FROM_5", "2");
        return location(desk.post(
                GATE + "/cards/new?"
                        + java.util.Arrays.stream(Explained.values())
                                .map(item -> "told=" + item)
                                .collect(java.util.stream.Collectors.joining("&")),
                told));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
    }

    private static String number(String page) {
        Matcher number = NUMBER.matcher(page);
        assertThat(number.find()).as(page).isTrue();
        return number.group();
    }
}
