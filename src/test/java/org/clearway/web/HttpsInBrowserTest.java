// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.clearway.access.AccountId;
import org.clearway.access.Role;
import org.clearway.trust.Host;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.WebDriverException;

/// A desk on another machine: a browser that knows the node by a name of its own, since so much
/// that would break there works for localhost. The browser is told of the key of this certificate
/// alone; that the whole chain and the name are right is {@link NetworkTest}'s to see.
class HttpsInBrowserTest {
    private static final String GATE = "gate.corridor.internal";

    @TempDir
    static Path folder;

    private static Site site;

    @BeforeAll
    static void open() {
        site = Site.opened(folder.resolve("node"), true, new Host(GATE), new Host("192.168.1.20"));
    }

    @AfterAll
    static void close() {
        site.close();
    }

    private static String at(String scheme, int port) {
        return scheme + "://" + GATE + ":" + port + "/";
    }

    private static Browser browser(Browser.Kind kind, boolean trusting) throws Exception {
        byte[] key = site.running()
                .proof()
                .orElseThrow()
                .certificate()
                .getPublicKey()
                .getEncoded();
        var told = new ArrayList<>(List.of("--host-resolver-rules=MAP " + GATE + " 127.0.0.1"));
        if (trusting) {
            told.add("--ignore-certificate-errors-spki-list="
                    + Base64.getEncoder()
                            .encodeToString(MessageDigest.getInstance("SHA-256").digest(key)));
        }
        return Browser.open(
                HttpsInBrowserTest.class,
                kind,
                URI.create(at("https", site.running().httpsPort())),
                told);
    }

    @Test
    void aDeskOnAnotherMachineSignsInActsAndSignsOut() throws Exception {
        try (Browser browser = browser(Browser.Kind.tablet("en"), true)) {
            browser.signIn(Role.ADMINISTRATOR);
            assertThat(browser.driver().executeScript("return window.isSecureContext && location.protocol"))
                    .isEqualTo("https:");
            Cookie session =
                    Objects.requireNonNull(browser.driver().manage().getCookieNamed("__Host-clearway-session"));
            assertThat(session.isSecure()).isTrue();
            assertThat(session.isHttpOnly()).isTrue();
            assertThat(session.getSameSite()).isEqualTo("Strict");
            assertThat(browser.driver().manage().getCookieNamed("clearway-session"))
                    .isNull();

            browser.go("/accounts");
            browser.driver().findElement(By.name("account")).sendKeys("gate-7");
            browser.driver().findElement(By.cssSelector("input[value=GATE]")).click();
            browser.driver()
                    .findElement(By.cssSelector("main form button.primary"))
                    .click();
            browser.awaitsAddress("/accounts/gate-7?opened");
            assertThat(site.accounts().standing(new AccountId("gate-7"))).isPresent();

            // The browser knows by now that there is no way here but HTTPS.
            browser.driver().get(at("http", site.running().httpsPort()) + "password");
            browser.awaitsAddress("/password");
            assertThat(browser.driver().getCurrentUrl()).startsWith("https://" + GATE);

            browser.driver()
                    .findElement(By.cssSelector(".head-tools form button"))
                    .click();
            browser.awaitsAddress("/sign-in?out");
            browser.go("/password");
            browser.awaitsAddress("/sign-in");
            assertThat(browser.complaints()).isEmpty();
            assertThat(browser.requestsElsewhere())
                    .allMatch(url -> url.startsWith(
                            "http://" + GATE + ":" + site.running().httpsPort()));
        }
    }

    @Test
    void aMachineThatDoesNotTrustTheNodeIsWarnedAndLearnsHowToWithoutHttps() throws Exception {
        try (Browser browser = browser(Browser.Kind.phone("en"), false)) {
            assertThat(refused(browser, at("https", site.running().httpsPort()) + "sign-in"))
                    .containsPattern("insecure certificate|ERR_CERT_AUTHORITY_INVALID");
            browser.driver().get(at("http", site.running().enrolmentPort().orElseThrow()) + "enrol");
            browser.awaits("This page came without HTTPS");
            for (String group : site.certificates().authority().fingerprint()) {
                assertThat(browser.text()).contains(group);
            }
            assertThat(browser.sidewaysBy()).isZero();
            assertThat(browser.tooSmallToTouch()).isEmpty();
            assertThat(browser.tooFaintToRead()).isEmpty();
            assertThat(browser.driver().manage().getCookies()).isEmpty();
            assertThat(browser.complaints())
                    .as("but for a header that counts under HTTPS alone")
                    .allMatch(complaint -> complaint.contains("Cross-Origin-Opener-Policy header has been ignored"));
        }
    }

    private static String refused(Browser browser, String address) {
        try {
            browser.driver().get(address);
            return "Came to: " + browser.text();
        } catch (WebDriverException warned) {
            return String.valueOf(warned.getMessage());
        }
    }

    @Test
    void thePageOfEnrolmentFitsEverywhereInEveryLanguage() throws Exception {
        for (String language : List.of("en", "ar")) {
            try (Browser browser = browser(Browser.Kind.phone(language), true)) {
                for (int width : new int[] {360, 1024, 794}) {
                    browser.size(width, 740).go("/enrol");
                    browser.asPrinted(width == 794);
                    assertThat(browser.sidewaysBy()).as(language + " " + width).isZero();
                    assertThat(browser.tooFaintToRead())
                            .as(language + " " + width)
                            .isEmpty();
                    if (width != 794) {
                        assertThat(browser.tooSmallToTouch())
                                .as(language + " " + width)
                                .isEmpty();
                    }
                    browser.wholePicture("enrol-" + language + "-" + width);
                    browser.asPrinted(false);
                }
            }
        }
    }
}
