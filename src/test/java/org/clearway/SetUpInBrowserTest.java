// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.SoftAssertions;
import org.clearway.access.AccountId;
import org.clearway.accounts.Password;
import org.clearway.corridor.Corridors;
import org.clearway.journal.TestNode;
import org.clearway.web.Browser;
import org.clearway.web.WebShell;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/// An installer sets an empty node up in a real browser, page by page, and a gate works there. What it takes is
/// counted: pages, fields and keys. How long a person would take follows from these, by a pace that is written down
/// here
/// and not from how fast this machine is.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SetUpInBrowserTest {
    private static final Duration PROMISED = Duration.ofMinutes(20);

    /// A slow typist presses two keys a second, looks for each field, and reads each page first.
    private static final Duration KEY = Duration.ofMillis(500);

    private static final Duration FIELD = Duration.ofSeconds(3);
    private static final Duration PAGE = Duration.ofSeconds(10);

    private static final List<String> PAGES = List.of(
            "/",
            "/set-up",
            "/set-up/languages",
            "/set-up/places",
            "/set-up/places/new",
            "/set-up/places/import",
            "/set-up/parties",
            "/set-up/agreement",
            "/set-up/agreement/new",
            "/set-up/zones/new",
            "/set-up/corridor",
            "/set-up/corridor/new",
            "/set-up/crossings",
            "/set-up/hours",
            "/set-up/points",
            "/set-up/safe-areas",
            "/set-up/vehicles",
            "/set-up/accounts",
            "/set-up/check",
            "/set-up/load");

    @TempDir
    static Path folder;

    private static Node node;
    private static WebShell.Running pages;
    private static Password password;

    @BeforeAll
    static void open() {
        var chance = new SecureRandom();
        password = Password.random(chance);
        String passphrase = Password.random(chance).text();
        var made = TestNode.unmade(folder.resolve("node"), "arms");
        made.create(Optional.empty(), passphrase, chance);
        node = Node.open(made, passphrase);
        node.accounts()
                .firstAccount(
                        node.journal().ids().next(),
                        new AccountId("admin"),
                        password,
                        org.clearway.accounts.Lasts.AS_IT_IS);
        pages = WebServer.start(node, 0, Optional.empty());
    }

    @AfterAll
    static void close() {
        pages.close();
        node.close();
    }

    @Test
    @Order(1)
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void anInstallerSetsAnEmptyNodeUpAndAGateWorksThere() throws IOException {
        try (Browser browser = Browser.open(SetUpInBrowserTest.class, Browser.Kind.tablet("en"), pages.address())) {
            browser.signIn("admin", password.text());
            var player = new Player(browser);
            long began = System.nanoTime();
            setUp(player);
            Duration played = Duration.ofNanos(System.nanoTime() - began);
            String code = player.password("gate-1");
            browser.picture("set-up-passwords");
            player.presses("a[href='/set-up/accounts'].primary", "/set-up/accounts")
                    .follow("a[rel=next]");
            assertThat(browser.text()).contains("Nothing that a desk needs is missing.");
            browser.picture("set-up-check");
            assertThat(browser.complaints()).isEmpty();
            assertThat(browser.requestsElsewhere()).isEmpty();
            tell(player, played);
            assertThat(player.byAPerson()).isLessThan(PROMISED);
            browser.driver()
                    .findElement(By.cssSelector("form[action='/sign-out'] button"))
                    .click();
            browser.awaitsAddress("/sign-in?out");
            browser.signIn("gate-1", code);
            browser.awaitsAddress("/password");
            browser.driver().findElement(By.id("current")).sendKeys(code);
            browser.driver().findElement(By.id("password")).sendKeys("the river at dawn");
            browser.driver().findElement(By.id("again")).sendKeys("the river at dawn");
            browser.driver()
                    .findElement(By.cssSelector("main form button.primary"))
                    .click();
            browser.awaitsAddress("/password?changed");
            browser.go("/gate").awaits("Bridge crossing");
            browser.picture("set-up-gate");
            browser.go("/board").awaits("Marenne corridor");
            browser.picture("set-up-board");
        }
        assertThat(Corridors.all(node.journal().now()).getFirst().crossings()).hasSize(1);
    }

    private static void setUp(Player player) {
        player.follow("main a[href='/set-up']").follow(".ways a");
        player.saves("/set-up/languages?saved").follow("a[rel=next]");
        player.follow("a[href='/set-up/places/new']");
        player.types("name-en", "Osterland")
                .types("name-ar", "أوسترلاند")
                .chooses("kind", "COUNTRY")
                .types("pcode", "OS")
                .presses("button[name=another]", "kind=COUNTRY&parent=");
        player.types("name-en", "Marenne Bridge")
                .types("name-ar", "جسر مارين")
                .chooses("kind", "SETTLEMENT")
                .choosesFirst("parent")
                .types("position", "0.10, -25.00")
                .presses("button[name=another]", "kind=SETTLEMENT&parent=");
        player.types("name-en", "Vellin").types("name-ar", "فيلين").chooses("kind", "SETTLEMENT");
        player.saves("/set-up/places?saved");
        border(player);
        player.goes("/set-up/parties");
        party(player, "Osterland Government", "حكومة أوسترلاند", "GOVERNMENT");
        party(player, "Upper Marenne Council", "مجلس مارين العليا", "ARMED_GROUPS");
        party(player, "Vellin Children’s House", "دار أطفال فيلين", "CHILD_PROTECTION");
        player.follow("a[rel=next]").follow("a[href='/set-up/agreement/new']");
        player.types("name-en", "Marenne memorandum")
                .types("name-ar", "مذكرة مارين")
                .types("signed", "2026-04");
        player.ticks("guarantors").source().saves("/set-up/agreement?saved");
        player.follow("a[href='/set-up/zones/new']");
        player.types("name-en", "Marenne zone").types("name-ar", "منطقة مارين").choosesFirst("agreement");
        player.choosesFirst("part-1").chooses("extent-1", "PARTS").saves("/set-up/agreement?saved");
        player.follow("a[rel=next]").follow("a[href='/set-up/corridor/new']");
        player.types("name-en", "Marenne corridor")
                .types("name-ar", "ممر مارين")
                .choosesFirst("zone");
        player.ticks("relevant").saves("/set-up/corridor?saved").follow("a[rel=next]");
        player.types("name-en", "Bridge crossing")
                .types("name-ar", "معبر الجسر")
                .choosesLike("area", "Marenne Bridge");
        player.saves("/set-up/crossings?saved").follow("a[rel=next]").follow("td a.primary");
        player.types("way", "0.10, -25.00\n-0.20, -24.80")
                .time("opens", "0600AM")
                .time("closes", "0600PM");
        player.source().saves("/set-up/hours?saved").follow("a[rel=next]").follow("a[href^='/care/new']");
        player.types("name-en", "Bridge kitchen").types("name-ar", "مطبخ الجسر").choosesFirst("stands");
        player.ticks("services")
                .saves("/set-up/points?saved")
                .follow("a[rel=next]")
                .follow("a[href^='/safe-areas/new']");
        player.types("name-en", "Vellin school").types("name-ar", "مدرسة فيلين").choosesLike("area", "Vellin");
        player.ticks("corridors").types("PlaceKind.GENERAL", "400").saves("/set-up/safe-areas?saved");
        player.follow("a[rel=next]").follow("a[href^='/vehicles/new']");
        player.types("vehicle", "bus-01")
                .chooses("type", "BUS")
                .types("seats", "45")
                .saves("/set-up/vehicles?saved");
        player.follow("a[rel=next]");
        player.types("desk-gate", "2").types("desk-service-point", "1").types("desk-coordination", "2");
        player.presses("main form button.primary", "/set-up/accounts");
    }

    /// On a map that no network reaches, each press is a corner.
    private static void border(Player player) {
        player.goes("/set-up/places").follow("tbody tr:first-child td a").follow("a[href$='/border']");
        player.draws(3).types("from", "2026").source();
        player.browser.picture("set-up-border");
        player.presses("main form button.primary", "?saved");
    }

    private static void party(Player player, String english, String arabic, String kind) {
        player.types("name-en", english)
                .types("name-ar", arabic)
                .chooses("kind", kind)
                .saves("/set-up/parties?saved");
    }

    private static void tell(Player player, Duration played) throws IOException {
        Path report = Path.of("target", "set-up-played.txt");
        Files.writeString(
                report,
                String.format(
                        Locale.ROOT,
                        "Set-up in a browser: %d pages, %d fields, %d keys.%n"
                                + "Played without pauses in %d s, on this machine as it was.%n"
                                + "By a person who needs %d s for a page, %d s for a field and %d ms for a key: %d min %d s.%n"
                                + "That is reckoned from the counts; no person was timed.%n",
                        player.pages,
                        player.fields,
                        player.keys,
                        played.toSeconds(),
                        PAGE.toSeconds(),
                        FIELD.toSeconds(),
                        KEY.toMillis(),
                        player.byAPerson().toMinutes(),
                        player.byAPerson().toSecondsPart()));
    }

    @ParameterizedTest
    @Order(2)
    @ValueSource(strings = {"en", "ar"})
    void everyPageOfTheSetUpIsReadOnATelephoneATabletAndPaper(String language) {
        try (Browser browser = Browser.open(SetUpInBrowserTest.class, Browser.Kind.tablet(language), pages.address())) {
            var all = new SoftAssertions();
            var every = new EveryWindow("set-up", language, all, Optional.empty());
            browser.signIn("admin", password.text());
            for (String path : PAGES) every.isRead(browser.go(path), path);
            String area =
                    node.places().list(node.journal().now()).getFirst().id().slug();
            every.isRead(browser.go("/set-up/places/" + area), "/set-up/places/one");
            every.isRead(browser.go("/set-up/places/" + area + "/border"), "/set-up/places/one/border");
            all.assertThat(browser.go("/set-up/parties").lostOnTheWay()).isEmpty();
            all.assertThat(browser.complaints()).isEmpty();
            all.assertAll();
        }
    }

    /// Presses what a person would, and counts it.
    private static final class Player {
        private final Browser browser;
        private int pages;
        private int fields;
        private int keys;

        Player(Browser browser) {
            this.browser = browser;
        }

        Duration byAPerson() {
            return PAGE.multipliedBy(pages).plus(FIELD.multipliedBy(fields)).plus(KEY.multipliedBy(keys));
        }

        private WebElement at(String selector) {
            return browser.awaitsSightOf(selector).driver().findElement(By.cssSelector(selector));
        }

        Player goes(String path) {
            browser.go(path);
            pages++;
            return this;
        }

        Player follow(String selector) {
            String before = browser.driver().getCurrentUrl();
            at(selector).click();
            awaitsAnother(before);
            return this;
        }

        private void awaitsAnother(String before) {
            new WebDriverWait(browser.driver(), Duration.ofSeconds(20))
                    .until(driver -> !Objects.equals(driver.getCurrentUrl(), before));
            pages++;
        }

        Player types(String name, String text) {
            WebElement field = at("[name='" + name + "']");
            field.clear();
            field.sendKeys(text);
            fields++;
            keys += text.length();
            return this;
        }

        Player time(String name, String typed) {
            at("[name='" + name + "']").sendKeys(typed);
            fields++;
            keys += typed.length();
            return this;
        }

        Player chooses(String name, String value) {
            new Select(at("[name='" + name + "']")).selectByValue(value);
            fields++;
            return this;
        }

        /// The first that is not the empty one.
        Player choosesFirst(String name) {
            var select = new Select(at("[name='" + name + "']"));
            select.selectByIndex(1);
            fields++;
            return this;
        }

        Player choosesLike(String name, String begin) {
            var select = new Select(at("[name='" + name + "']"));
            select.getOptions().stream()
                    .filter(option -> option.getText().contains(begin))
                    .findFirst()
                    .orElseThrow()
                    .click();
            fields++;
            return this;
        }

        Player ticks(String name) {
            at("[name='" + name + "']").click();
            fields++;
            return this;
        }

        Player source() {
            return types("publisher", "Marenne corridor cell").types("publisher-ar", "خلية ممر مارين");
        }

        Player draws(int corners) {
            WebElement map = at("#map-live");
            for (int i = 0; i < corners; i++) {
                new Actions(browser.driver())
                        .moveToElement(map, 60 * (i % 2), 40 * i - 40)
                        .click()
                        .perform();
            }
            assertThat(at("#corners").getDomProperty("value")).hasLineCount(corners);
            fields += corners;
            return this;
        }

        Player saves(String end) {
            return presses("main form button.primary", end);
        }

        Player presses(String selector, String end) {
            at(selector).click();
            fields++;
            pages++;
            new WebDriverWait(browser.driver(), Duration.ofSeconds(30))
                    .withMessage(() -> browser.driver().getCurrentUrl() + "\n" + browser.text())
                    .until(driver -> String.valueOf(driver.getCurrentUrl()).contains(end));
            return this;
        }

        String password(String account) {
            browser.awaitsSightOf(".passwords");
            return browser.driver().findElements(By.cssSelector(".passwords tbody tr")).stream()
                    .filter(row -> row.getText().startsWith(account))
                    .findFirst()
                    .orElseThrow()
                    .findElement(By.tagName("code"))
                    .getText();
        }
    }
}
