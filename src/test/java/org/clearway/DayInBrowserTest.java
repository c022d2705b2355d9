// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.Role;
import org.clearway.accounts.Password;
import org.clearway.bulletin.Edition;
import org.clearway.ceasefire.Count;
import org.clearway.ceasefire.Ledger;
import org.clearway.ceasefire.Stated;
import org.clearway.journal.StoryKind;
import org.clearway.journal.TestNode;
import org.clearway.web.Browser;
import org.clearway.web.WebShell;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/// The pages of the first scenario's day in a real browser: on a telephone, a tablet and paper, by day and at night,
/// in both languages; by keyboard alone, and without JavaScript.
class DayInBrowserTest {
    private static final LocalDate WAITING = LocalDate.of(2019, 9, 12);
    private static final LocalDate CORRECTED = LocalDate.of(2019, 9, 13);

    /// What anyone may read.
    private static final List<String> PUBLIC = List.of(
            "/sign-in",
            "/news",
            "/news/" + CORRECTED,
            "/news/" + CORRECTED + "/version/1",
            "/news/tag/area-idlib",
            "/no-such-page");

    /// What desks work at. The bulletin of the 14th is not made yet when the day opens.
    private static final List<String> DESKS = List.of(
            "/",
            "/board",
            "/board?known=2019-09-13",
            "/map?day=2019-09-14",
            "/control?of=zone:idlib-zone&day=2019-09-14",
            "/control?of=area:daraa&day=2019-09-14&known=2018-12-31",
            "/ledgers?day=2019-09-14",
            "/ledgers?day=2019-09-10",
            "/bulletins",
            "/bulletins/2019-09-11",
            "/bulletins/" + WAITING,
            "/bulletins/" + CORRECTED);

    private static final List<String> ENTRIES =
            List.of("/entry/ledger", "/entry/announcement", "/entry/use", "/entry/assurance", "/entry/control");

    @TempDir
    static Path folder;

    private static Node node;
    private static WebShell.Running pages;
    private static Password password;

    @BeforeAll
    static void open() {
        node = ScenarioFolders.create("abu-al-duhur-2019", TestNode.unmade(folder.resolve("node"), "arms"));
        password = Password.random(new SecureRandom());
        var story = ScenarioFolders.story(node);
        story.begin();
        account("duty-1", Role.DUTY);
        account("press-1", Role.PRESS);
        account("press-2", Role.PRESS);
        account("day-1", Role.DUTY, Role.PRESS, Role.COORDINATION);
        story.playTo(story.scenario().opensAt());
        correctALedgerAndItsBulletin();
        node.bulletins().propose(press("press-1"), node.journal().ids().next(), WAITING);
        pages = WebServer.start(node, 0, Optional.empty());
    }

    @AfterAll
    static void close() {
        pages.close();
        node.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void everyPageIsReadOnATelephoneATabletPaperAndAtNight(String language) {
        try (Browser browser = browser(Browser.Kind.tablet(language))) {
            var all = new SoftAssertions();
            var every = new EveryWindow("day", language, all, Optional.of(StoryKind.RECONSTRUCTION));
            for (String path : PUBLIC) every.isRead(browser.go(path), path);
            browser.signIn("day-1", password.text());
            for (String path : DESKS) every.isRead(browser.go(path), path);
            for (String path : ENTRIES) every.isRead(browser.go(path), path);
            all.assertThat(browser.requests()).hasSizeGreaterThan(PUBLIC.size() + DESKS.size());
            all.assertThat(browser.requestsElsewhere()).isEmpty();
            all.assertThat(browser.complaints()).isEmpty();
            all.assertAll();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void aFormThatComesBackIsReadEverywhereToo(String language) {
        try (Browser browser = browser(Browser.Kind.tablet(language))) {
            var all = new SoftAssertions();
            browser.signIn("day-1", password.text());
            for (String path : ENTRIES) {
                browser.go(path);
                browser.driver().findElement(By.id("url")).sendKeys("ftp://old.example/page");
                browser.driver()
                        .findElement(By.cssSelector("main form button.primary"))
                        .click();
                browser.awaitsSightOf("main .complaint");
                new EveryWindow("day", language, all, Optional.of(StoryKind.RECONSTRUCTION))
                        .isRead(browser, path + "-again");
            }
            all.assertAll();
        }
    }

    @Test
    void theMeasureOfContrastSeesGreyOnWhite() {
        try (Browser browser = browser(Browser.Kind.tablet("en"))) {
            browser.go("/news");
            assertThat(browser.tooFaintToRead()).isEmpty();
            browser.driver().executeScript("document.querySelector('main h2 a').style.color = '#999'");
            assertThat(browser.tooFaintToRead()).singleElement().asString().contains("cases of fire");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void theTabKeyGoesThroughEveryPageInTheOrderItIsReadAndIsSeenThere(String language) {
        try (Browser browser = browser(Browser.Kind.tablet(language))) {
            var all = new SoftAssertions();
            browser.signIn("day-1", password.text());
            for (String path :
                    List.of("/board", "/control", "/ledgers?day=2019-09-14", "/bulletins/" + WAITING, "/news")) {
                all.assertThat(browser.go(path).lostOnTheWay()).as(path).isEmpty();
            }
            all.assertAll();
        }
    }

    @Test
    void aLedgerWithItsPartsIsEnteredByKeyboardAlone() {
        try (Browser browser = browser(Browser.Kind.tablet("en"))) {
            browser.signIn("duty-1", password.text()).go("/entry/ledger");
            browser.tabTo("#reporter").press("Syrian");
            browser.tabTo("#total").press("7");
            browser.tabTo("#count-hama").press("3");
            browser.tabTo("#count-idlib").press("4");
            browser.tabTo("[name=named][value=latakia]").press(" ");
            browser.tabTo("#publisher").press("The Gazette");
            browser.tabTo("main button.primary").press(Keys.ENTER);
            browser.awaits("The Gazette");
            WebElement table = browser.driver().findElement(By.cssSelector(".ledgers"));
            assertThat(table.getText()).contains("7", "the parts make the total");
        }
    }

    @Test
    void aBulletinIsMadeByOneAndApprovedByASecondByKeyboardAlone() {
        String bulletin = "/bulletins/2019-09-14";
        try (Browser maker = browser(Browser.Kind.tablet("en"));
                Browser second = browser(Browser.Kind.tablet("ar"))) {
            maker.signIn("press-1", password.text()).go(bulletin);
            maker.tabTo("form[action$=propose] button").press(Keys.ENTER);
            maker.awaits("approved by 0 of 2");
            maker.tabTo("form[action$=approve] button").press(Keys.ENTER);
            maker.awaits("approved by 1 of 2");
            second.signIn("press-2", password.text()).go(bulletin);
            second.tabTo("form[action$=approve] button").press(Keys.ENTER);
            second.awaitsSightOf("a.primary").tabTo("a.primary").press(Keys.ENTER);
            second.awaitsAddress("/news/2019-09-14");
            assertThat(second.text()).contains("34", "31").doesNotContain("مسودة");
        }
    }

    @Test
    void withoutJavaScriptALedgerComesBackWithWhatIsWrongAndIsThenEntered() {
        try (Browser browser = browser(Browser.Kind.tablet("ar").withoutScript())) {
            browser.signIn("duty-1", password.text()).go("/entry/ledger");
            assertThat(browser.driver().findElements(By.cssSelector("dialog[open]")))
                    .isEmpty();
            browser.driver().findElement(By.id("count-aleppo")).sendKeys("two");
            browser.driver().findElement(By.cssSelector("main button.primary")).click();
            browser.awaitsSightOf("[aria-invalid=true]");
            WebElement count = browser.driver().findElement(By.id("count-aleppo"));
            assertThat(count.getDomProperty("value")).isEqualTo("two");
            count.clear();
            count.sendKeys("٢");
            browser.driver().findElement(By.id("reporter")).sendKeys("المركز");
            browser.driver().findElement(By.id("publisher-ar")).sendKeys("الجريدة");
            browser.driver().findElement(By.id("publisher")).sendKeys("The Journal");
            browser.driver().findElement(By.cssSelector("main button.primary")).click();
            browser.awaits("الجريدة");
            assertThat(browser.requestsElsewhere()).isEmpty();
        }
    }

    @Test
    void withoutJavaScriptADraftIsApprovedOnceByOnePersonAndTheNewsIsRead() {
        try (Browser browser = browser(Browser.Kind.phone("en").withoutScript())) {
            browser.signIn("press-2", password.text()).go("/bulletins/" + WAITING);
            browser.driver()
                    .findElement(By.cssSelector("form[action$=approve] button"))
                    .click();
            browser.awaits("approved by 1 of 2");
            assertThat(browser.driver().findElements(By.cssSelector("form[action$=approve]")))
                    .isEmpty();
            browser.go("/news/" + CORRECTED);
            browser.driver()
                    .findElement(By.cssSelector("a[href$='/version/1']"))
                    .click();
            browser.awaitsAddress("/version/1")
                    .driver()
                    .findElement(By.cssSelector(".notice a"))
                    .click();
            browser.awaitsAddress("/news/" + CORRECTED)
                    .driver()
                    .findElement(By.cssSelector("a[href='/news/tag/area-idlib']"))
                    .click();
            browser.awaitsAddress("/news/tag/area-idlib");
            assertThat(browser.go("/news/feed.atom").text()).contains("RECONSTRUCTION");
            assertThat(browser.requestsElsewhere()).isEmpty();
        }
    }

    /// One reporter's total of the 13th is corrected, and the bulletin after it.
    private static void correctALedgerAndItsBulletin() {
        var duty = new Actor(new AccountId("duty-1"), Set.of(Role.DUTY));
        Ledger wrong = node.ledgers().day(duty, node.journal().now(), CORRECTED).getFirst();
        Stated told = wrong.stated();
        node.ledgers()
                .correct(
                        duty,
                        node.journal().ids().next(),
                        wrong.id(),
                        new Stated(
                                told.reporter(),
                                told.covers(),
                                told.unit(),
                                Optional.of(new Count(told.total().orElseThrow().value() + 1)),
                                told.parts(),
                                told.partsComplete(),
                                told.namedWithoutCounts(),
                                told.source()),
                        Optional.empty());
        Edition edition =
                node.bulletins().correct(press("press-1"), node.journal().ids().next(), CORRECTED);
        for (String account : List.of("press-1", "press-2")) {
            node.bulletins()
                    .approve(
                            press(account),
                            node.journal().ids().next(),
                            CORRECTED,
                            edition.version(),
                            edition.digest());
        }
    }

    private static Actor press(String account) {
        return new Actor(new AccountId(account), Set.of(Role.PRESS));
    }

    private static void account(String name, Role... roles) {
        node.accounts()
                .open(
                        new Actor(AccountId.NODE, Set.of(Role.ADMINISTRATOR)),
                        node.journal().ids().next(),
                        new AccountId(name),
                        Set.of(roles),
                        password,
                        org.clearway.accounts.Lasts.AS_IT_IS);
    }

    private static Browser browser(Browser.Kind kind) {
        return Browser.open(DayInBrowserTest.class, kind, pages.address());
    }
}
