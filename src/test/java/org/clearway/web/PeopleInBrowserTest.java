// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.Role;
import org.clearway.accounts.Password;
import org.clearway.accounts.Resets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.WebDriverWait;

/// People and their accounts, in a real browser.
class PeopleInBrowserTest {
    private static final Password START = new Password("a start password");

    @TempDir
    static Path folder;

    private static Site site;

    @BeforeAll
    static void open() {
        site = Site.in(folder.resolve("node"));
        var cell = new Actor(Site.account(Role.COORDINATION), Set.of(Role.COORDINATION));
        var resets = new Resets(site.journal(), site.accounts());
        resets.ask("duty-1", "here");
        resets.start(cell, site.node().act(), Site.account(Role.GATE));
        site.accounts()
                .open(site.administrator(), site.node().act(), new AccountId("gate-2"), Set.of(Role.GATE), START);
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void thePagesOfPeopleAndTheirAccountsFitEveryScreenAndPaper(String language) {
        for (Browser.Kind kind : List.of(Browser.Kind.phone(language), Browser.Kind.tablet(language))) {
            try (Browser browser = browser(kind)) {
                fits(browser, "/sign-in/forgotten", "forgotten-" + kind.width() + "-" + language);
                browser.signIn("gate-2", START.text());
                fits(browser, "/password", "choose-" + kind.width() + "-" + language);
                browser.driver().manage().deleteAllCookies();
                browser.go("/sign-in?lang=" + language).signIn(Role.ADMINISTRATOR);
                for (String path : List.of(
                        "/resets", "/accounts/gate-1", "/devices", "/on-duty", "/on-duty/leave?desk=ADMINISTRATOR")) {
                    fits(browser, path, path.substring(1).replace('/', '-') + "-" + kind.width() + "-" + language);
                    assertThat(browser.lostOnTheWay()).as(path).isEmpty();
                }
                browser.go("/resets").asPrinted(true).wholePicture("resets-printed-" + language);
                assertThat(browser.complaints()).isEmpty();
            }
        }
    }

    /// Two people at one tablet: what the first had typed waits for them while the second works.
    @Test
    void twoChangePlacesAtOneMachineWithAKeyAndAPinAndNothingTypedIsLost() {
        try (Browser browser = browser(Browser.Kind.tablet("en"))) {
            browser.signIn(Role.DUTY);
            setPin(browser, "480173");
            browser.picture("pin-set-en");
            browser.go("/sign-in/forgotten");
            browser.driver().findElement(By.cssSelector("#account")).sendKeys("half a name");
            browser.press(Keys.F8).awaits("Who is here?");
            assertThat(browser.driver().getPageSource()).doesNotContain("half a name");
            browser.signIn(Role.COORDINATION);
            setPin(browser, "926405");
            browser.go("/board");
            browser.driver().findElement(By.cssSelector("form.lock button")).click();
            browser.awaits("Who is here?").wholePicture("lock-1024-en");
            assertThat(browser.sidewaysBy()).isZero();
            assertThat(browser.tooSmallToTouch()).isEmpty();
            unlock(browser, "duty-1", "111112");
            browser.awaits("2 attempts are left").picture("lock-wrong-en");
            unlock(browser, "duty-1", "480173");
            browser.awaitsAddress("/sign-in/forgotten");
            new WebDriverWait(browser.driver(), Duration.ofSeconds(20))
                    .until(driver -> "half a name"
                            .equals(driver.findElement(By.cssSelector("#account"))
                                    .getDomProperty("value")));
            assertThat(browser.text()).contains("duty-1");
            browser.press(Keys.F8).awaits("Who is here?");
            unlock(browser, "coordination-1", "926405");
            browser.awaitsAddress("/board").awaits("coordination-1");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    /// The page's clock is set forward; nobody waits.
    @Test
    void aMachineThatNobodyTouchesLocksItself() {
        try (Browser browser = browser(Browser.Kind.phone("ar"))) {
            browser.driver()
                    .executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", java.util.Map.of("source", """
                            const real = Date.now, every = setInterval;
                            window.away = 0;
                            Date.now = () => real() + window.away;
                            window.setInterval = (work, _) => every(work, 50);"""));
            browser.go("/sign-in?lang=ar").signIn(Role.GATE);
            setPin(browser, "480173");
            browser.wholePicture("pin-360-ar").driver().executeScript("window.away = 301000");
            browser.awaitsAddress("/lock?idle").wholePicture("lock-360-ar");
            assertThat(browser.sidewaysBy()).isZero();
            assertThat(browser.tooFaintToRead()).isEmpty();
        }
    }

    private static void setPin(Browser browser, String pin) {
        browser.go("/pin");
        browser.driver().findElement(By.id("pin")).sendKeys(pin);
        browser.driver().findElement(By.id("again")).sendKeys(pin);
        browser.driver().findElement(By.cssSelector("main form button.primary")).click();
        browser.awaitsAddress("/pin?set");
    }

    private static void unlock(Browser browser, String account, String pin) {
        browser.driver()
                .findElement(By.cssSelector("input[value=" + account + "]"))
                .click();
        browser.driver().findElement(By.id("pin")).sendKeys(pin);
        browser.driver().findElement(By.cssSelector("main form button.primary")).click();
    }

    private static void fits(Browser browser, String path, String picture) {
        browser.go(path).wholePicture(picture);
        assertThat(browser.sidewaysBy()).as(path).isZero();
        assertThat(browser.tooSmallToTouch()).as(path).isEmpty();
        assertThat(browser.tooFaintToRead()).as(path).isEmpty();
    }

    private static Browser browser(Browser.Kind kind) {
        return Browser.open(PeopleInBrowserTest.class, kind, site.address());
    }
}
