// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import java.util.List;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.clearway.journal.StoryKind;
import org.clearway.language.Language;
import org.clearway.language.Wording;
import org.clearway.web.Browser;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/// What holds of every page wherever it is read: on a telephone, on a tablet by day and at night, and on paper. To look
/// at
/// them all, have pictures taken into `target/screenshots`: `-Dclearway.pictures=true`.
final class EveryWindow {
    static final int A4 = 794;

    private static final boolean PICTURES = Boolean.getBoolean("clearway.pictures");
    private static final String MARKS = "body > .mark, .paper-title strong";

    private final String scenario;
    private final String language;
    private final SoftAssertions all;

    private final Optional<StoryKind> story;

    /// @param scenario what the pictures are called by
    /// @param story what every page is marked as; the pages of a real node are not marked
    EveryWindow(String scenario, String language, SoftAssertions all, Optional<StoryKind> story) {
        this.story = story;
        this.scenario = scenario;
        this.language = language;
        this.all = all;
    }

    /// The page that the browser is at, which is printed on A4.
    void isRead(Browser browser, String path) {
        isRead(browser, path, A4);
    }

    /// The page that the browser is at.
    /// @param paper how wide the paper is, in CSS pixels
    void isRead(Browser browser, String path, int paper) {
        String name = scenario + path.replaceAll("[^A-Za-z0-9]+", "-") + "-" + language;
        browser.size(360, 740);
        all.assertThat(browser.sidewaysBy()).as(path + " on a telephone").isZero();
        all.assertThat(browser.tooSmallToTouch()).as(path + " on a telephone").isEmpty();
        picture(browser, name + "-360");
        browser.size(1024, 600);
        all.assertThat(browser.sidewaysBy()).as(path + " on a tablet").isZero();
        all.assertThat(browser.tooSmallToTouch()).as(path + " on a tablet").isEmpty();
        all.assertThat(browser.tooFaintToRead()).as(path).isEmpty();
        all.assertThat(browser.driver().executeScript("return [document.documentElement.lang, document.dir]"))
                .as(path)
                .isEqualTo(List.of(language, language.equals("ar") ? "rtl" : "ltr"));
        isMarked(browser, path);
        picture(browser, name);
        browser.atNight(true);
        all.assertThat(browser.tooFaintToRead()).as(path + " at night").isEmpty();
        browser.size(paper, 1123).asPrinted(true);
        all.assertThat(browser.sidewaysBy()).as(path + " on paper").isZero();
        all.assertThat(browser.tooFaintToRead()).as(path + " on paper").isEmpty();
        all.assertThat(browser.driver().findElements(By.cssSelector("nav, button, .button")))
                .as(path + " on paper")
                .noneMatch(WebElement::isDisplayed);
        isMarked(browser, path + " on paper");
        picture(browser, name + "-printed");
        browser.asPrinted(false).size(1024, 600);
    }

    private static void picture(Browser browser, String name) {
        if (PICTURES) browser.wholePicture(name);
    }

    private void isMarked(Browser browser, String path) {
        if (story.isEmpty()) {
            all.assertThat(browser.driver().findElements(By.cssSelector(MARKS)))
                    .as(path)
                    .isEmpty();
            return;
        }
        String mark = Wording.of(Language.ofTag(language).orElseThrow()).say(story.get());
        all.assertThat(browser.driver().findElements(By.cssSelector(MARKS)))
                .as(path)
                .filteredOn(WebElement::isDisplayed)
                .isNotEmpty()
                .allMatch(marked -> marked.getText().contains(mark));
    }
}
