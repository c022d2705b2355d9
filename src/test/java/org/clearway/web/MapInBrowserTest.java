// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.clearway.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.FluentWait;

/// The map in a real browser, about the land of {@link MapStory}: with JavaScript and without it.
class MapInBrowserTest {
    private static final String DAY = "/map?day=2019-09-14";

    @TempDir
    static Path folder;

    private static Site site;

    @BeforeAll
    static void open() {
        site = Site.playing(folder.resolve("node"));
        MapStory.tell(site);
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void theMapCanBeMovedAsksNothingElsewhereAndIsRefusedNothingByItsOwnRules(String language) {
        try (Browser browser = browser(Browser.Kind.laptop(language))) {
            browser.signIn(Role.DUTY).go(DAY);
            await(browser, () -> paths(browser) > 0);
            assertThat(browser.driver().findElement(By.id("map-live")).isDisplayed())
                    .isTrue();
            assertThat(browser.driver().findElement(By.id("map-drawn")).isDisplayed())
                    .isFalse();
            assertThat(browser.driver().findElements(By.cssSelector("#map-live path.hatch")))
                    .as("hatchings, on no background of tiles")
                    .hasSizeGreaterThan(3);
            assertThat(browser.driver()
                            .findElements(By.cssSelector("#map-live img, #map-live .leaflet-control-attribution")))
                    .isEmpty();
            browser.wholePicture("map-" + language);
            assertThat(browser.sidewaysBy()).isZero();
            assertThat(browser.tooSmallToTouch()).isEmpty();
            browser.go("/control?of=zone:northern-zone&day=2019-09-14").wholePicture("control-" + language);
            assertThat(browser.sidewaysBy()).isZero();
            assertThat(browser.tooSmallToTouch()).isEmpty();
            assertThat(browser.requestsElsewhere()).isEmpty();
            assertThat(browser.complaints()).isEmpty();
            assertThat(browser.driver().getTitle()).doesNotContain("taken over");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void withoutJavaScriptTheDrawingItsTableAndALinkForEachDayAreThere(String language) {
        try (Browser browser = browser(Browser.Kind.laptop(language).withoutScript())) {
            browser.signIn(Role.DUTY).go(DAY);
            assertThat(browser.driver()
                            .findElement(By.cssSelector("#map-drawn svg"))
                            .isDisplayed())
                    .isTrue();
            assertThat(browser.driver().findElement(By.id("map-slider")).isDisplayed())
                    .isFalse();
            browser.wholePicture("map-drawn-" + language);
            browser.driver().findElement(By.cssSelector("a[rel=prev]")).click();
            assertThat(browser.driver().getCurrentUrl()).endsWith("/map?day=2019-09-13");
            browser.driver()
                    .findElement(By.cssSelector("[data-day='2017-05-06'] a"))
                    .click();
            assertThat(browser.driver().getCurrentUrl()).endsWith("/map?day=2017-05-06");
            assertThat(browser.requestsElsewhere()).isEmpty();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void theSliderStepsThroughTheDaysOfChangeByKeyAndTheTableFollows() {
        try (Browser browser = browser(Browser.Kind.laptop("en"))) {
            browser.signIn(Role.COORDINATION).go(DAY);
            await(browser, () -> paths(browser) > 0);
            WebElement slider = browser.driver().findElement(By.id("map-slider"));
            await(browser, slider::isDisplayed);
            assertThat(shown(browser)).contains("On 14 September 2019");
            slider.sendKeys(Keys.HOME);
            await(browser, () -> shown(browser).contains("On 6 May 2017"));
            assertThat(browser.driver().getCurrentUrl()).endsWith("/map?day=2017-05-06");
            assertThat(text(browser, "#map-tables")).contains("Nobody on record has claimed it.");
            slider.sendKeys(Keys.ARROW_RIGHT);
            await(browser, () -> shown(browser).contains("On 1 June 2017"));
            assertThat(text(browser, "#map-tables")).contains("outside the control of the Government");
            assertThat(slider.getDomAttribute("aria-valuetext")).isEqualTo("1 June 2017");
            assertThat(browser.driver().switchTo().activeElement()).isEqualTo(slider);
            assertThat(browser.requestsElsewhere()).isEmpty();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void aNameWithMarkupIsShownAsItIsWritten() {
        try (Browser browser = browser(Browser.Kind.laptop("en"))) {
            browser.signIn(Role.DUTY).go(DAY);
            await(browser, () -> paths(browser) > 0);
            assertThat(browser.driver().findElements(By.cssSelector("#map-live .map-name b")))
                    .extracting(name -> name.getDomProperty("textContent"))
                    .contains(MapStory.NASTY);
            assertThat(browser.driver().findElements(By.cssSelector("main img")))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void theMapFitsATelephoneAndATabletWithoutScrollingSideways(String language) {
        for (Browser.Kind kind : List.of(
                Browser.Kind.phone(language),
                Browser.Kind.phone(language).withoutScript(),
                Browser.Kind.tablet(language))) {
            try (Browser browser = browser(kind)) {
                browser.signIn(Role.PRESS).go(DAY);
                if (kind.script()) await(browser, () -> paths(browser) > 0);
                assertThat(browser.sidewaysBy()).as(kind.toString()).isZero();
                String name = kind.width() + (kind.script() ? "-" : "-drawn-") + language;
                browser.wholePicture("map-" + name);
                browser.go("/control?of=zone:southern-zone&day=2018-04-01").wholePicture("control-" + name);
                assertThat(browser.sidewaysBy()).as(kind.toString()).isZero();
            }
        }
    }

    @Test
    void onPaperTheDrawingStaysWithItsLegendAndItsTable() {
        try (Browser browser = browser(Browser.Kind.laptop("en"))) {
            browser.signIn(Role.PRESS).go(DAY);
            await(browser, () -> paths(browser) > 0);
            browser.asPrinted(true).wholePicture("map-printed-en");
            assertThat(browser.driver().findElement(By.id("map-drawn")).isDisplayed())
                    .isTrue();
            assertThat(browser.driver().findElement(By.id("map-live")).isDisplayed())
                    .isFalse();
            assertThat(text(browser, "body"))
                    .contains("RECONSTRUCTION", "On 14 September 2019", "imply no endorsement", "parts of West");
        }
    }

    private static String shown(Browser browser) {
        return text(browser, ".map-shown");
    }

    /// Without isolating signs.
    private static String text(Browser browser, String selector) {
        return browser.driver().findElement(By.cssSelector(selector)).getText().replaceAll("[\u2066-\u2069]", "");
    }

    private static int paths(Browser browser) {
        return browser.driver()
                .findElements(By.cssSelector("#map-live path.ground"))
                .size();
    }

    private static void await(Browser browser, BooleanSupplier condition) {
        new FluentWait<>(browser.driver())
                .withTimeout(Duration.ofSeconds(20))
                .pollingEvery(Duration.ofMillis(50))
                .ignoring(org.openqa.selenium.StaleElementReferenceException.class)
                .until(_ -> condition.getAsBoolean());
    }

    private static Browser browser(Browser.Kind kind) {
        return Browser.open(MapInBrowserTest.class, kind, site.address());
    }
}
