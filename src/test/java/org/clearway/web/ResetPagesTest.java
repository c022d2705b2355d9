// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clearway.access.AccountId;
import org.clearway.access.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResetPagesTest {
    private static final Pattern RESET = Pattern.compile("action=\"/resets/([0-9a-f-]+)/withdraw\"");
    private static final Pattern START = Pattern.compile("<code dir=\"ltr\">([a-z2-9-]+)</code>");
    private static final String OWN = "a password of one's own";

    @TempDir
    Path folder;

    private Site site;

    @BeforeEach
    void open() {
        site = Site.in(folder.resolve("node"));
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void whoForgotAsksAtTheDoorTwoOthersResetItAndItIsChangedBeforeAnythingElse() {
        Surfer gate = site.surfer();
        assertThat(gate.get("/sign-in").body()).contains("/sign-in/forgotten");
        gate.get("/sign-in/forgotten");
        assertThat(Surfer.sentTo(gate.post("/sign-in/forgotten", Map.of("account", "gate-1"))))
                .isEqualTo("/sign-in/forgotten/asked");
        assertThat(gate.get("/sign-in/forgotten/asked").body()).contains("If there is such an account");

        Surfer cell = signedIn(Role.COORDINATION);
        assertThat(cell.get("/resets").body()).contains("None is waiting", "gate-1");
        assertThat(Surfer.sentTo(cell.post("/resets", Map.of("account", "gate-1"))))
                .isEqualTo("/resets?started");
        assertThat(cell.get("/resets?started").body())
                .contains("Nothing has changed yet", "Another person must confirm")
                .doesNotContain("/confirm\"");

        Surfer admin = signedIn(Role.ADMINISTRATOR);
        HttpResponse<String> shown = confirmed(admin);
        assertThat(shown.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(shown.body()).contains("shown this once");
        String start = found(START, shown.body());

        Surfer again = site.surfer();
        again.signIn("gate-1", start);
        for (String path : new String[] {"/", "/gate", "/board", "/news"}) {
            assertThat(again.get(path).headers().firstValue("Location").orElseThrow())
                    .as(path)
                    .endsWith("/password");
        }
        assertThat(Surfer.plain(again.get("/password")))
                .contains("Choose a password of your own", "coordination-1 started it, administrator-1 confirmed it")
                .doesNotContain("class=\"doors\"");
        assertThat(again.post("/password", Map.of("current", start, "password", start, "again", start))
                        .body())
                .contains("The new password is the present one");
        assertThat(Surfer.sentTo(again.post("/password", Map.of("current", start, "password", OWN, "again", OWN))))
                .isEqualTo("/password?changed");
        assertThat(again.get("/password?changed").body()).contains("The password is changed.", "class=\"doors\"");
        assertThat(again.get("/gate").statusCode()).isEqualTo(200);
        assertThat(gate.signIn("gate-1", Site.PASSWORD.text()).statusCode())
                .as("the one that was forgotten")
                .isEqualTo(401);
    }

    @Test
    void aNameThatIsNoneIsAnsweredAsOneThatIsAndNobodyAsksForEver() {
        Surfer surfer = site.surfer();
        surfer.get("/sign-in/forgotten");
        assertThat(surfer.post("/sign-in/forgotten", Map.of()).statusCode()).isEqualTo(422);
        for (int i = 0; i < 4; i++) {
            assertThat(Surfer.sentTo(surfer.post("/sign-in/forgotten", Map.of("account", "nobody-" + i))))
                    .isEqualTo("/sign-in/forgotten/asked");
        }
        HttpResponse<String> much = surfer.post("/sign-in/forgotten", Map.of("account", "nobody-5"));
        assertThat(much.statusCode()).isEqualTo(429);
        assertThat(much.body()).contains("value=\"nobody-5\"", "Try again in");
    }

    @Test
    void whatIsRefusedComesBackAsItWasTyped() {
        Surfer admin = signedIn(Role.ADMINISTRATOR);
        admin.get("/resets");
        HttpResponse<String> unknown = admin.post("/resets", Map.of("account", "gate-77"));
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.body()).contains("value=\"gate-77\"", "accounts.unknown");
        HttpResponse<String> own = admin.post("/resets", Map.of("account", "administrator-1"));
        assertThat(own.body()).contains("accounts.reset-own");
        assertThat(admin.get("/accounts/administrator-1").body())
                .as("nor on the page of one's own account")
                .doesNotContain("action=\"/resets\"");
        assertThat(admin.get("/accounts/gate-1").body()).contains("action=\"/resets\"");
    }

    @Test
    void whoIsSignedInIsSignedOutByAResetAndBothNamesStandInTheRecord() {
        Surfer gate = signedIn(Role.GATE);
        Surfer cell = signedIn(Role.COORDINATION);
        cell.get("/resets");
        cell.post("/resets", Map.of("account", "gate-1"));
        assertThat(gate.get("/gate").statusCode()).isEqualTo(200);
        confirmed(signedIn(Role.ADMINISTRATOR));
        assertThat(gate.get("/gate").headers().firstValue("Location").orElseThrow())
                .endsWith("/sign-in?ended");
        assertThat(signedIn(Role.PROTECTION).get("/access-log").body())
                .contains("reset of a password started", "reset of a password confirmed");
        assertThat(site.accounts()
                        .standing(new AccountId("gate-1"))
                        .orElseThrow()
                        .mustChange())
                .isTrue();
    }

    @Test
    void inArabicTheSamePagesSayTheSame() {
        var arab = new Surfer(site.address(), "ar");
        assertThat(arab.get("/sign-in/forgotten").body()).contains("هل نسيت كلمة المرور؟");
        arab.signIn(Role.COORDINATION);
        assertThat(arab.get("/resets").body()).contains("dir=\"rtl\"", "بانتظار شخص ثانٍ");
    }

    private static HttpResponse<String> confirmed(Surfer admin) {
        String page = admin.get("/resets").body();
        return admin.post("/resets/" + found(RESET, page) + "/confirm", Map.of());
    }

    private Surfer signedIn(Role role) {
        Surfer surfer = site.surfer();
        surfer.signIn(role);
        return surfer;
    }

    private static String found(Pattern pattern, String page) {
        Matcher found = pattern.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1);
    }
}
