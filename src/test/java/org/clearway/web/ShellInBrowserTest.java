// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.clearway.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.WebDriverWait;

class ShellInBrowserTest {
    @TempDir
    static Path folder;

    private static Site site;

    @BeforeAll
    static void open() {
        site = Site.playing(folder.resolve("node"));
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void noPageAsksForAnythingElsewhereOrIsRefusedAnythingByItsOwnRules(String language) {
        try (Browser browser = browser(Browser.Kind.laptop(language))) {
            browser.go("/sign-in").picture("sign-in-" + language);
            browser.signIn(Role.ADMINISTRATOR).picture("home-" + language);
            for (String path :
                    List.of("/accounts", "/accounts/press-1", "/password", "/node", "/node/backups", "/no-such-page")) {
                browser.go(path).wholePicture(path.substring(1).replace('/', '-') + "-" + language);
                assertThat(browser.sidewaysBy()).as(path).isZero();
                assertThat(browser.tooSmallToTouch()).as(path).isEmpty();
            }
            assertThat(browser.requests()).hasSizeGreaterThan(10);
            assertThat(browser.requestsElsewhere()).isEmpty();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void everyPageFitsATelephoneAndATabletWithoutScrollingSideways(String language) {
        for (Browser.Kind kind : List.of(Browser.Kind.phone(language), Browser.Kind.tablet(language))) {
            try (Browser browser = browser(kind)) {
                browser.go("/sign-in");
                assertThat(browser.sidewaysBy()).as("/sign-in").isZero();
                browser.signIn(Role.PROTECTION).picture("home-" + kind.width() + "-" + language);
                for (String path : List.of("/", "/access-log", "/node", "/node/backups", "/no-such-page")) {
                    browser.go(path);
                    assertThat(browser.sidewaysBy()).as(path).isZero();
                }
                browser.go("/access-log").picture("access-log-" + kind.width() + "-" + language);
            }
        }
    }

    @Test
    void withoutJavaScriptPeopleSignInStepTheScenarioAndSignOut() {
        try (Browser browser = browser(Browser.Kind.laptop("en").withoutScript())) {
            browser.signIn(Role.PRESS);
            browser.driver().findElement(By.cssSelector(".stepper summary")).click();
            browser.picture("stepper-en");
            browser.driver()
                    .findElements(By.cssSelector(".moments button"))
                    .getFirst()
                    .click();
            browser.awaits("12:00 on 13 September 2019");
            browser.driver()
                    .findElement(By.cssSelector(".head-tools form button"))
                    .click();
            browser.awaits("You are signed out.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void thePanelThatStepsTheScenarioOpensWithinTheWindow(String language) {
        for (Browser.Kind kind :
                List.of(Browser.Kind.laptop(language), Browser.Kind.tablet(language), Browser.Kind.phone(language))) {
            try (Browser browser = browser(kind)) {
                browser.signIn(Role.PRESS);
                browser.driver().findElement(By.cssSelector(".stepper summary")).click();
                browser.picture("stepper-" + kind.width() + "-" + language);
                assertThat(browser.driver().executeScript("""
                                        const box = document.querySelector('.stepper-panel').getBoundingClientRect();
                                        return box.left >= 0 && box.right <= document.documentElement.clientWidth"""))
                        .as(kind.toString())
                        .isEqualTo(true);
            }
        }
    }

    /// The page's clock and the node's are both set forward; nobody waits.
    @Test
    void whoIsAwayIsWarnedMayStayAndIsSignedOutInTheEnd() {
        try (Browser browser = browser(Browser.Kind.laptop("en"))) {
            browser.driver()
                    .executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", java.util.Map.of("source", """
                            const real = Date.now, every = setInterval;
                            window.away = 0;
                            Date.now = () => real() + window.away;
                            window.setInterval = (work, _) => every(work, 50);"""));
            browser.signIn(Role.SERVICE_POINT).go("/");
            away(browser, Site.SIGN_OFF_AFTER.minusMinutes(1));
            browser.awaits("will soon be signed out");
            browser.picture("idle-en")
                    .driver()
                    .findElement(By.cssSelector("dialog button"))
                    .click();
            new WebDriverWait(browser.driver(), Duration.ofSeconds(20))
                    .until(driver ->
                            driver.findElements(By.cssSelector("dialog[open]")).isEmpty());
            away(browser, Site.SIGN_OFF_AFTER.multipliedBy(2));
            browser.awaits("You were away for a while and have been signed out.");
        }
    }

    private static void away(Browser browser, Duration time) {
        site.ticking().set(site.ticking().instant().plus(time));
        browser.driver().executeScript("window.away = arguments[0]", time.toMillis());
    }

    @Test
    void withTheKeyboardAloneTheContentIsOneStepAway() {
        try (Browser browser = browser(Browser.Kind.laptop("en"))) {
            browser.signIn(Role.PRESS).go("/");
            browser.driver().findElement(By.tagName("body")).sendKeys(Keys.TAB);
            assertThat(browser.driver().switchTo().activeElement().getText()).isEqualTo("Skip to the content");
        }
    }

    @Test
    void onPaperTheMarkStaysAndWhatCannotBePressedThereIsGone() {
        try (Browser browser = browser(Browser.Kind.laptop("en"))) {
            browser.signIn(Role.PROTECTION).go("/access-log").asPrinted(true).picture("access-log-printed-en");
            assertThat(browser.text()).contains("RECONSTRUCTION", "A day at the bridge");
            assertThat(browser.driver().findElement(By.cssSelector(".doors")).isDisplayed())
                    .isFalse();
        }
    }

    @Test
    void atNightThePagesAreDark() {
        try (Browser browser = browser(Browser.Kind.laptop("en").atNight())) {
            browser.signIn(Role.ADMINISTRATOR).picture("home-night-en");
            browser.go("/accounts/press-1").wholePicture("account-night-en");
            assertThat(browser.driver().executeScript("return matchMedia('(prefers-color-scheme: dark)').matches"))
                    .isEqualTo(true);
        }
    }

    private static Browser browser(Browser.Kind kind) {
        return Browser.open(ShellInBrowserTest.class, kind, site.address());
    }
}
