// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearway.web.Surfer.plain;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.clearway.access.Deed;
import org.clearway.access.Grants;
import org.clearway.access.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A concern of coercion is raised from every desk, and read at one.
class ConcernPagesTest {
    private static final String WORDS = "They were told that <all> must go.";

    @TempDir
    Path folder;

    private Site site;

    @BeforeEach
    void open() {
        site = Site.in(folder.resolve("node"));
        Crossing.on(site);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void everyDeskThatMayRaiseAConcernComesToItFromEveryPage(Role role) {
        if (role == Role.PUBLIC) return;
        Surfer desk = signedIn(role, "en");
        boolean may = Grants.TABLE.allows(role, Deed.RAISE_CONCERN);
        assertThat(desk.get("/").body().contains("href=\"/concern\"")).isEqualTo(may);
        assertThat(desk.get("/concern").statusCode()).isEqualTo(may ? 200 : 403);
    }

    @ParameterizedTest
    @CsvSource({"en,passed on to the protection desk", "ar,أُحيل إلى مكتب الحماية"})
    void itGoesToProtectionAndToNobodyElse(String language, String passed) {
        Surfer reception = signedIn(Role.RECEPTION, language);
        reception.get("/concern");
        HttpResponse<String> sent =
                reception.post("/concern", Map.of("gate", "/gate/south-gate/south-crossing", "concern", WORDS));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        assertThat(plain(reception.get("/concern?passed"))).contains(passed).doesNotContain("must go");
        assertThat(reception.get("/concerns").statusCode()).isEqualTo(403);
        Surfer protection = signedIn(Role.PROTECTION, language);
        protection.get("/concerns");
        assertThat(protection.post("/concerns", Map.of()).body()).contains("They were told that &lt;all&gt; must go.");
    }

    @Test
    void whatIsMissingIsNamedBesideItsFieldAndTheWordsStay() {
        Surfer boarding = signedIn(Role.BOARDING, "en");
        boarding.get("/concern");
        HttpResponse<String> nowhere = boarding.post("/concern", Map.of("gate", "/gate/elsewhere", "concern", WORDS));
        assertThat(nowhere.statusCode()).isEqualTo(422);
        assertThat(plain(nowhere))
                .contains("Choose one of the list", "must go.")
                .doesNotContain("elsewhere");
        HttpResponse<String> empty =
                boarding.post("/concern", Map.of("gate", "/gate/south-gate/south-crossing", "concern", " "));
        assertThat(plain(empty)).contains("Fill this in").containsPattern("id=\"concern\"[^>]*aria-invalid=\"true\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void thePageFitsAnyWindowAndCanBeReadAndTouched(String language) {
        for (Browser.Kind kind : List.of(Browser.Kind.tablet(language), Browser.Kind.phone(language))) {
            try (Browser browser = Browser.open(getClass(), kind, site.address())) {
                browser.signIn(Role.SERVICE_POINT);
                browser.go("/concern").wholePicture("concern-" + kind.width() + "-" + language);
                assertThat(browser.sidewaysBy()).isZero();
                assertThat(browser.tooSmallToTouch()).isEmpty();
                assertThat(browser.tooFaintToRead()).isEmpty();
                assertThat(browser.lostOnTheWay()).isEmpty();
                assertThat(browser.complaints()).isEmpty();
            }
        }
    }

    private Surfer signedIn(Role role, String language) {
        var surfer = new Surfer(site.address(), language);
        surfer.signIn(role);
        return surfer;
    }
}
