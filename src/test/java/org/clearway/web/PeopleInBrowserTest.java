// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.Role;
import org.clearway.accounts.Password;
import org.clearway.accounts.Resets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
                for (String path : List.of("/resets", "/accounts/gate-1")) {
                    fits(browser, path, path.substring(1).replace('/', '-') + "-" + kind.width() + "-" + language);
                    assertThat(browser.lostOnTheWay()).as(path).isEmpty();
                }
                browser.go("/resets").asPrinted(true).wholePicture("resets-printed-" + language);
                assertThat(browser.complaints()).isEmpty();
            }
        }
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
