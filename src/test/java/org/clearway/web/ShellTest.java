// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clearway.access.AccountId;
import org.clearway.access.Role;
import org.clearway.accounts.AccessEvent;
import org.clearway.accounts.AccessLog;
import org.clearway.accounts.Lasts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellTest {
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

    @Test
    void whoIsNotSignedInIsAskedToAndThenComesToThePageTheyWanted() {
        Surfer surfer = site.surfer();
        assertThat(location(surfer.get("/accounts"))).isEqualTo("/sign-in");
        HttpResponse<String> welcome = surfer.signIn(Role.ADMINISTRATOR);
        assertThat(welcome.statusCode()).isEqualTo(302);
        assertThat(location(welcome)).startsWith("/accounts");
        assertThat(surfer.get("/accounts").body()).contains("press-1");
    }

    @Test
    void aRefusedAttemptKeepsTheNameAndNotThePasswordAndTheNextOneWaits() {
        site.accounts()
                .open(
                        site.administrator(),
                        site.node().act(),
                        new AccountId("gate-7"),
                        Set.of(Role.GATE),
                        Site.PASSWORD,
                        Lasts.AS_IT_IS);
        Surfer surfer = site.surfer();
        HttpResponse<String> refused = surfer.signIn("gate-7", "not this password");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("value=\"gate-7\"").doesNotContain("not this password");
        HttpResponse<String> wait = surfer.signIn("gate-7", Site.PASSWORD.text());
        assertThat(wait.statusCode()).isEqualTo(429);
        assertThat(wait.body()).contains("Try again in 1 second.");
    }

    @Test
    void theSessionIsAnotherOneAfterSigningInAndIsForThisSiteOnly() {
        Surfer surfer = site.surfer();
        String before =
                surfer.get("/sign-in").headers().firstValue("Set-Cookie").orElseThrow();
        String after = surfer.post("/sign-in", Map.of("account", "press-1", "password", Site.PASSWORD.text()))
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();
        assertThat(after)
                .startsWith("clearway-story=")
                .contains("HttpOnly", "SameSite=Strict")
                .isNotEqualTo(before);
    }

    @Test
    void signingOutIsNotedOnceAndTheSessionIsOver() {
        Surfer surfer = site.surfer();
        surfer.signIn(Role.RECEPTION);
        surfer.get("/");
        assertThat(location(surfer.post("/sign-out", Map.of()))).isEqualTo("/sign-in?out");
        assertThat(location(surfer.get("/"))).isEqualTo("/news");
        assertThat(signOuts(Role.RECEPTION)).hasSize(1);
    }

    @Test
    void whoWasAwayTooLongIsSignedOutAtTheirNextPageAndWhoWasNotStays() {
        Surfer surfer = site.surfer();
        surfer.signIn(Role.BOARDING);
        assertThat(surfer.get("/").statusCode()).isEqualTo(200);
        away(Site.SIGN_OFF_AFTER.minusSeconds(1));
        assertThat(surfer.get("/still-here").statusCode()).isEqualTo(204);
        away(Site.SIGN_OFF_AFTER.minusSeconds(1));
        assertThat(surfer.get("/").statusCode()).as("seen just before").isEqualTo(200);
        away(Site.SIGN_OFF_AFTER);
        assertThat(location(surfer.get("/password"))).isEqualTo("/sign-in?idle");
        assertThat(surfer.get("/sign-in?idle").body()).contains("You were away for a while");
        assertThat(location(surfer.get("/password"))).isEqualTo("/sign-in");
        assertThat(signOuts(Role.BOARDING)).hasSize(1);

        surfer.signIn(Role.BOARDING);
        assertThat(surfer.get("/password").statusCode()).isEqualTo(200);
    }

    @Test
    void whatSomebodySendsAfterBeingAwayTooLongIsNotDone() {
        Surfer surfer = site.surfer();
        surfer.signIn(Role.ADMINISTRATOR);
        surfer.get("/accounts");
        away(Site.SIGN_OFF_AFTER);
        assertThat(location(surfer.post(
                        "/accounts",
                        Map.of("account", "duty-8", "roles", "DUTY", "password", "a password to hand over"))))
                .isEqualTo("/sign-in?idle");
        assertThat(site.accounts().standing(new AccountId("duty-8"))).isEmpty();
    }

    @Test
    void aClosedAccountIsSignedOutAtItsNextPage() {
        AccountId account = new AccountId("gate-9");
        site.accounts()
                .open(
                        site.administrator(),
                        site.node().act(),
                        account,
                        Set.of(Role.GATE),
                        Site.PASSWORD,
                        Lasts.AS_IT_IS);
        Surfer surfer = site.surfer();
        surfer.signIn("gate-9", Site.PASSWORD.text());
        assertThat(surfer.get("/").statusCode()).isEqualTo(200);
        site.accounts().close(site.administrator(), site.node().act(), account);
        assertThat(location(surfer.get("/"))).isEqualTo("/sign-in?ended");
        assertThat(location(surfer.get("/password"))).isEqualTo("/sign-in");
    }

    @Test
    void whoChangesTheirPasswordStaysSignedInAndIsSignedOutElsewhere() {
        site.accounts()
                .open(
                        site.administrator(),
                        site.node().act(),
                        new AccountId("gate-8"),
                        Set.of(Role.GATE),
                        Site.PASSWORD,
                        Lasts.AS_IT_IS);
        Surfer here = site.surfer();
        Surfer elsewhere = site.surfer();
        here.signIn("gate-8", Site.PASSWORD.text());
        elsewhere.signIn("gate-8", Site.PASSWORD.text());
        here.get("/password");
        String next = "quite another password";
        HttpResponse<String> typo = here.post(
                "/password", Map.of("current", Site.PASSWORD.text(), "password", next, "again", "quite another one"));
        assertThat(typo.statusCode()).isEqualTo(422);
        assertThat(typo.body()).contains("not the same").doesNotContain(next);
        assertThat(location(here.post(
                        "/password", Map.of("current", Site.PASSWORD.text(), "password", next, "again", next))))
                .isEqualTo("/password?changed");
        assertThat(here.get("/").statusCode()).isEqualTo(200);
        assertThat(location(elsewhere.get("/"))).isEqualTo("/sign-in?ended");
    }

    @Test
    void aFormSentTwiceIsOneAct() {
        Surfer surfer = site.surfer();
        surfer.signIn(Role.ADMINISTRATOR);
        surfer.get("/accounts");
        Map<String, String> typed = Map.of("account", "duty-7", "roles", "DUTY", "password", "a password to hand over");
        assertThat(location(surfer.post("/accounts", typed))).isEqualTo("/accounts/duty-7?opened");
        assertThat(location(surfer.post("/accounts", typed))).isEqualTo("/accounts/duty-7?opened");
        assertThat(site.journal()
                        .now()
                        .rows()
                        .sql("select count(*) from access_log where event = 'ACCOUNT_OPENED' and about = 'duty-7'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aFormThatIsNotRightComesBackAsItWasTypedWithWhatIsWrongBesideTheField() {
        Surfer surfer = site.surfer();
        surfer.signIn(Role.ADMINISTRATOR);
        surfer.get("/accounts");
        HttpResponse<String> again =
                surfer.post("/accounts", Map.of("account", "Two Words", "roles", "DUTY", "password", "short"));
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body())
                .contains("value=\"Two Words\"", "beginning with a letter", "at least 10 characters")
                .containsPattern("value=\"DUTY\"\\s+checked");
        HttpResponse<String> taken = surfer.post(
                "/accounts", Map.of("account", "press-1", "roles", "PRESS", "password", "long enough to pass"));
        assertThat(taken.body()).contains("accounts.name-taken", "a name is never given twice");
    }

    @Test
    void aFormFromElsewhereIsRefused() {
        Surfer surfer = site.surfer();
        surfer.signIn(Role.ADMINISTRATOR);
        HttpResponse<String> forged =
                surfer.post("/accounts", Map.of("_csrf", "forged", "account", "x-1", "roles", "DUTY"));
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(forged.body()).contains("came from another page");
    }

    @Test
    void everyAnswerTellsTheBrowserToFetchNothingFromElsewhereAndToKeepNothing() {
        for (String path : new String[] {"/sign-in", "/no-such-page"}) {
            HttpResponse<String> answer = site.surfer().get(path);
            assertThat(answer.headers().firstValue("Content-Security-Policy"))
                    .contains(SecuritySetup.CONTENT_SECURITY_POLICY);
            assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.headers().firstValue("Cache-Control").orElseThrow())
                    .contains("no-store");
            assertThat(answer.body()).doesNotContain("<style", " style=", " onclick=");
        }
    }

    @Test
    void aBrowserAsksEachTimeWhetherItsCopyOfAFileIsStillTheFile() {
        for (String path : new String[] {"/assets/css/clearway.css", "/assets/lib/leaflet/leaflet.js"}) {
            HttpResponse<String> file = site.surfer().get(path);
            assertThat(file.statusCode()).as(path).isEqualTo(200);
            assertThat(file.headers().firstValue("Cache-Control")).contains("no-cache");
            assertThat(file.headers().firstValue("ETag").orElseThrow()).containsPattern("[0-9a-f]{64}");
            assertThat(file.headers().firstValue("Last-Modified")).isEmpty();
        }
        assertThat(site.surfer().get("/assets/no-such-file.css").statusCode()).isEqualTo(404);
        assertThat(site.surfer().get("/assets/../words/web.en.properties").statusCode())
                .isGreaterThanOrEqualTo(400);
    }

    @Test
    void theLanguageIsTheBrowsersUntilAnotherIsChosenAndThenThatOne() {
        Surfer arab = new Surfer(site.address(), "fr;q=0.9, ar-SY;q=0.8, en;q=0.7");
        assertThat(arab.get("/sign-in").body()).contains("lang=\"ar\" dir=\"rtl\"", "تسجيل الدخول");
        assertThat(arab.get("/sign-in?lang=en").body()).contains("lang=\"en\" dir=\"ltr\"");
        assertThat(arab.get("/sign-in").body()).contains("lang=\"en\" dir=\"ltr\"");
        assertThat(arab.get("/sign-in?lang=fr").body()).contains("lang=\"en\" dir=\"ltr\"");
    }

    @Test
    void whatIsNotThereSaysSoInTheHouseLook() {
        HttpResponse<String> answer = site.surfer().get("/no-such-page");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("No such page", "Clearway", "web.status-404");
        Surfer arab = new Surfer(site.address(), "ar");
        assertThat(arab.get("/no-such-page").body()).contains("لا توجد صفحة كهذه");
    }

    @Test
    void whoSendsTooMuchIsToldHowMuchItWasAndHowMuchItMayBe() {
        Surfer surfer = new Surfer(site.address(), "ar");
        surfer.signIn(Role.BOARDING);
        HttpResponse<String> picture = surfer.upload("/boarding/x/card", "picture", "p.jpg", new byte[17 << 20]);
        assertThat(Surfer.sentTo(picture)).isEqualTo("/too-large?sent=17409&file=yes");
        assertThat(surfer.get(Surfer.sentTo(picture))).satisfies(page -> {
            assertThat(page.statusCode()).isEqualTo(413);
            assertThat(Surfer.plain(page)).contains("17409 كيلوبايت", "16384", "web.too-large", "boarding-1");
        });
        HttpResponse<String> text = surfer.post("/sign-in", Map.of("account", "x".repeat(300 << 10)));
        assertThat(Surfer.plain(surfer.get(Surfer.sentTo(text) + "&lang=en")))
                .contains("You sent 301 KB, and 256 KB may be sent at once. Nothing was done.");
        assertThat(surfer.get("/").statusCode()).as("still signed in").isEqualTo(200);
    }

    @Test
    void whatDoesNotSayHowMuchItIsIsNotRead() throws Exception {
        try (var client = java.net.http.HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(
                    java.net.http.HttpRequest.newBuilder(site.address().resolve("/sign-in"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(java.net.http.HttpRequest.BodyPublishers.ofInputStream(
                                    () -> new java.io.ByteArrayInputStream(new byte[300 << 10])))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(303);
        }
        HttpResponse<String> said = site.surfer().get("/too-large");
        assertThat(said.statusCode()).isEqualTo(411);
        assertThat(said.body()).contains("did not say beforehand");
    }

    @Test
    void aReconstructionIsMarkedOnEveryPageAndCanBeSteppedByWhoMay() {
        Surfer surfer = site.surfer();
        HttpResponse<String> signIn = surfer.get("/sign-in");
        assertThat(signIn.body())
                .contains("<title>RECONSTRUCTION · ", "A day at the bridge")
                .doesNotContain("/scenario/step");
        assertThat(surfer.get("/no-such-page").body()).contains("<title>RECONSTRUCTION · ");
        surfer.signIn(Role.PRESS);
        assertThat(surfer.get("/").body()).contains("/scenario/step", "The day before");
        assertThat(location(
                        surfer.post("/scenario/step", Map.of("to", "2019-09-15T09:30", "back", "//elsewhere.example"))))
                .isEqualTo("/");
        assertThat(site.node().clock().instant()).isEqualTo(java.time.Instant.parse("2019-09-15T07:30:00Z"));
        surfer.post("/scenario/step", Map.of("to", "2019-09-15T09:30", "moment", "2019-09-13T12:00"));
        assertThat(site.node().clock().instant())
                .as("a moment that is pressed goes before the one that stands in the field")
                .isEqualTo(java.time.Instant.parse("2019-09-13T10:00:00Z"));
        HttpResponse<String> again = surfer.post("/scenario/step", Map.of("to", "tomorrow"));
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("A moment is a day and an hour");
    }

    @Test
    void theCheckOfTheJournalGoesOnByItselfAndTellsItsVerdict() {
        Surfer surfer = site.surfer();
        surfer.signIn(Role.PROTECTION);
        surfer.get("/node");
        assertThat(location(surfer.post("/node/check", Map.of()))).isEqualTo("/node");
        String page = surfer.get("/node").body();
        for (int i = 0; i < 1_000 && page.contains("<progress"); i++)
            page = surfer.get("/node").body();
        assertThat(page).contains("unchanged and in order");
    }

    @Test
    void eachDeskFindsFirstWhatItIsThereFor() {
        var first = new java.util.EnumMap<Role, String>(Role.class);
        for (Role role :
                List.of(Role.GATE, Role.DUTY, Role.PRESS, Role.COORDINATION, Role.PROTECTION, Role.ADMINISTRATOR)) {
            Surfer surfer = site.surfer();
            surfer.signIn(role);
            String page = surfer.get("/").body();
            String ways = page.substring(page.indexOf("class=\"ways\""));
            first.put(
                    role, ways.substring(ways.indexOf("href=\"") + 6, ways.indexOf('"', ways.indexOf("href=\"") + 6)));
        }
        assertThat(first)
                .containsEntry(Role.GATE, "/gate")
                .containsEntry(Role.DUTY, "/entry/ledger")
                .containsEntry(Role.PRESS, "/bulletins")
                .containsEntry(Role.COORDINATION, "/board")
                .containsEntry(Role.PROTECTION, "/access-log")
                .containsEntry(Role.ADMINISTRATOR, "/set-up");
    }

    @Test
    void theRecordOfReadsShowsWhoCameIn() {
        Surfer surfer = site.surfer();
        surfer.signIn(Role.PROTECTION);
        assertThat(surfer.get("/access-log").body()).contains("signed in", "protection-1");
    }

    private static void away(java.time.Duration time) {
        site.ticking().set(site.ticking().instant().plus(time));
    }

    private static List<AccessLog.Line> signOuts(Role role) {
        return site
                .accounts()
                .accessLog(
                        new org.clearway.access.Actor(Site.account(Role.PROTECTION), Set.of(Role.PROTECTION)),
                        site.journal().now(),
                        AccessLog.NEWEST,
                        100)
                .lines()
                .stream()
                .filter(line -> line.account().equals(Site.account(role)))
                .filter(line -> line.event() == AccessEvent.SIGNED_OUT)
                .toList();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .map(to -> to.startsWith("http")
                        ? java.net.URI.create(to).getRawPath()
                                + (java.net.URI.create(to).getRawQuery() == null
                                        ? ""
                                        : "?" + java.net.URI.create(to).getRawQuery())
                        : to)
                .orElse("no Location, but " + answer.statusCode());
    }
}
