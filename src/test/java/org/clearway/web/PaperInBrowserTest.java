// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clearway.access.Actor;
import org.clearway.access.Role;
import org.clearway.corridor.Sayings;
import org.clearway.language.Language;
import org.clearway.paper.Blank;
import org.clearway.paper.Papers;
import org.clearway.paper.Preset;
import org.clearway.paper.RunId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/// Blank forms as they come out of a printer, and their entry with the keyboard alone.
class PaperInBrowserTest {
    /// A4 at 96 dots per inch.
    private static final int A4_WIDTH = 794;

    /// Of two sheets, so that no bar to scroll by takes from their width.
    private static final int TWO_HIGH = 2_300;

    private static final Actor CELL = new Actor(Site.account(Role.COORDINATION), Set.of(Role.COORDINATION));

    /// What stands on a sheet and is larger than it.
    private static final String TOO_LARGE = """
            return [...document.querySelectorAll('.paper-sheet')].filter(sheet => {
              const box = sheet.getBoundingClientRect();
              return box.height > 1123 || sheet.scrollHeight > sheet.clientHeight + 1
                || sheet.scrollWidth > sheet.clientWidth + 1;
            }).map(e => e.scrollHeight + ' of ' + e.clientHeight + ', ' + e.scrollWidth + ' of ' + e.clientWidth)""";

    @TempDir
    static Path folder;

    private static Site site;

    @BeforeAll
    static void open() {
        site = Site.in(folder.resolve("node"));
        Crossing.on(site);
        Crossing.openGates(site);
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void everySheetIsOnePageOfA4(String tag) {
        Language language = Language.ofTag(tag).orElseThrow();
        try (Browser browser = Browser.open(getClass(), Browser.Kind.laptop("en"), site.address())) {
            browser.signIn(Role.COORDINATION).size(A4_WIDTH, TWO_HIGH).asPrinted(true);
            for (Blank blank : Blank.values()) {
                RunId run = print(blank, language);
                browser.go("/paper/runs/" + run + "/sheets").picture("paper-" + blank.slug() + "-" + tag);
                assertThat((List<?>) browser.driver().executeScript(TOO_LARGE))
                        .as(blank.name())
                        .isEmpty();
                assertThat(browser.driver().executeScript("return document.querySelectorAll('.paper-sheet').length"))
                        .isEqualTo(2L);
                assertThat(browser.driver()
                                .executeScript(
                                        "return getComputedStyle(document.querySelector('.paper-sheet')).direction"))
                        .isEqualTo(language.direction());
            }
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void aSheetIsEnteredWithTheKeyboardAloneAndTheNextNumberIsAskedFor() {
        String number = number(Blank.SERVICE_HOURS);
        try (Browser browser = Browser.open(getClass(), Browser.Kind.laptop("en"), site.address())) {
            browser.signIn(Role.SERVICE_POINT).go("/paper/enter");
            browser.press(number, Keys.ENTER).awaits("Service point: given by the hour");
            browser.press("South kitchen", Keys.ENTER, "20190914", Keys.ENTER);
            browser.press(Keys.ENTER, "Service", Keys.ENTER);
            browser.press("14", Keys.ENTER, "3", Keys.ENTER, "40", Keys.ENTER);
            browser.press("14", Keys.ENTER, "2", Keys.ENTER, "12");
            browser.picture("paper-enter-en");
            browser.press(Keys.chord(Keys.CONTROL, Keys.ENTER)).awaits("is on record.");
            assertThat(browser.text()).contains("1 sheet entered");
            browser.press("AB-0001-1", Keys.ENTER).awaits("is no number of a sheet");
            assertThat(browser.complaints()).isEmpty();
            assertThat(browser.requestsElsewhere()).isEmpty();
        }
        assertThat(site.journal()
                        .now()
                        .rows()
                        .sql("select count(*) from entry where type = 'care.service-given'")
                        .query(Long.class)
                        .single())
                .isEqualTo(2L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void itsPagesFitATelephoneAndATablet(String tag) {
        RunId run = print(Blank.GATE_HOURS, Language.AR);
        String number = number(Blank.POINT_CHECK);
        for (Browser.Kind kind : List.of(Browser.Kind.phone(tag), Browser.Kind.tablet(tag))) {
            try (Browser browser = Browser.open(getClass(), kind, site.address())) {
                browser.signIn(Role.COORDINATION);
                for (String path : List.of(
                        "/paper",
                        "/paper/print/gate-hours",
                        "/paper/runs/" + run,
                        "/paper/runs/" + run + "/sheets",
                        "/paper/enter",
                        "/paper/enter/" + number,
                        "/paper/enter/" + number(Blank.GATE_HOURS))) {
                    browser.go(path)
                            .wholePicture("paper-"
                                    + path.replaceAll("[0-9a-f-]{36}|[A-Y]{2}-\\d+-.", "x")
                                            .replace('/', '-') + "-" + kind.width() + "-" + tag);
                    assertThat(browser.sidewaysBy()).as(path).isZero();
                    assertThat(browser.tooSmallToTouch()).as(path).isEmpty();
                }
                assertThat(browser.complaints()).isEmpty();
            }
        }
    }

    private static RunId print(Blank blank, Language language) {
        Optional<Preset> preset = blank == Blank.GATE_HOURS
                ? Optional.of(new Preset(Sayings.CORRIDOR + "/south-crossing"))
                : Optional.empty();
        return papers().print(CELL, site.node().act(), blank, language, 2, preset);
    }

    private static String number(Blank blank) {
        return papers().run(CELL, site.journal().now(), print(blank, Language.EN))
                .numbers()
                .getFirst()
                .toString();
    }

    private static Papers papers() {
        return new Papers(site.journal());
    }
}
