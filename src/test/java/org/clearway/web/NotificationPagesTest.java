// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearway.web.Surfer.plain;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clearway.access.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Notifications over HTTP: who lists them, who tells them, and who sees where it is.
class NotificationPagesTest {
    private static final Pattern ID = Pattern.compile("/notifications/([0-9a-f-]{36})/positions");

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
    @CsvSource({"en,No notification stands.", "ar,لا إخطار قائمًا."})
    void whereNothingStandsThePageSaysSo(String language, String nothing) {
        assertThat(words(signedIn(Role.DUTY, language).get("/notifications"))).contains(nothing);
    }

    @ParameterizedTest
    @CsvSource({
        "en,'ambulances, moving',has not said that it received this version,Government",
        "ar,'سيارات إسعاف، متحرك',لم يصل ما يفيد باستلام هذه النسخة,الحكومة"
    })
    void whatWasToldIsListedWithWhoWasToldAndWithoutWhereItIs(
            String language, String what, String unanswered, String party) {
        tell();
        for (Role role : List.of(Role.COORDINATION, Role.DUTY, Role.PROTECTION)) {
            HttpResponse<String> list = signedIn(role, language).get("/notifications");
            assertThat(words(list)).contains(what, unanswered, party, "coordination-1");
            assertThat(list.body()).doesNotContain("35.7", "37.1");
        }
        for (Role role : List.of(Role.PRESS, Role.GATE, Role.SERVICE_POINT, Role.ADMINISTRATOR)) {
            assertThat(signedIn(role, language).get("/notifications").statusCode())
                    .as(role.name())
                    .isEqualTo(403);
        }
        assertThat(site.surfer().get("/notifications").statusCode()).isEqualTo(302);
    }

    @ParameterizedTest
    @CsvSource({
        "en,two plain decimal numbers such as,The end comes after the beginning.",
        "ar,عددان عشريان بسيطان مثل,تأتي النهاية بعد البداية."
    })
    void rubbishIsKeptInItsFieldsAndNamedBesideThem(String language, String degrees, String order) {
        Surfer cell = signedIn(Role.COORDINATION, language);
        cell.get("/entry/notification");
        Map<String, String> typed = notification();
        typed.put("places", "near the bridge");
        typed.put("to", "2019-09-14T09:00");
        HttpResponse<String> answer = cell.post("/entry/notification", typed);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(plain(answer))
                .contains(degrees, order, "near the bridge</textarea>", "value=\"2019-09-14T09:00\"")
                .containsPattern("value=\"AMBULANCES\"[^>]*selected")
                .containsPattern("value=\"government\"[^>]*checked");
        typed.remove("recipients");
        typed.put("places", "35.765432, 37.155555");
        typed.put("to", "2019-09-14T20:00");
        assertThat(cell.post("/entry/notification", typed).statusCode()).isEqualTo(422);
        assertThat(cell.get("/notifications").body()).doesNotContain("<article");
    }

    @ParameterizedTest
    @CsvSource({"en,'received, as it said,'", "ar,أفاد الطرف باستلامه"})
    void thatARecipientReceivedItIsNotedOnceAndANewVersionBeginsAnew(String language, String received) {
        tell();
        Surfer cell = signedIn(Role.COORDINATION, language);
        String id = id(cell.get("/notifications"));
        var answer = Map.of("recipient", "government", "version", "1");
        assertThat(cell.post("/notifications/" + id + "/received", answer).statusCode())
                .isEqualTo(303);
        assertThat(words(cell.get("/notifications"))).contains(received);
        later(Duration.ofMinutes(1));
        cell.get("/notifications");
        HttpResponse<String> again = cell.post("/notifications/" + id + "/received", fresh(answer));
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("corridor.acknowledged-before");
        cell.get("/notifications/" + id + "/anew");
        assertThat(cell.post("/notifications/" + id + "/anew", notification()).statusCode())
                .isEqualTo(303);
        assertThat(plain(cell.get("/notifications")))
                .containsOnlyOnce("<article")
                .doesNotContain("value=\"1\"")
                .contains("name=\"version\" value=\"2\"");
    }

    @Test
    void whereItIsIsShownToTheCellAloneAndEachLookIsAnEntry() {
        tell();
        Surfer cell = signedIn(Role.COORDINATION, "en");
        String path = "/notifications/" + id(cell.get("/notifications")) + "/positions";
        long before = reads();
        for (Role role : List.of(Role.DUTY, Role.PROTECTION, Role.PRESS, Role.GATE)) {
            Surfer other = signedIn(role, "en");
            other.get("/board");
            HttpResponse<String> refused = other.post(path, Map.of());
            assertThat(refused.statusCode()).as(role.name()).isEqualTo(403);
            assertThat(refused.body()).doesNotContain("35.76");
        }
        assertThat(reads()).isEqualTo(before);
        for (int look = 1; look <= 2; look++) {
            cell.get("/notifications");
            assertThat(plain(cell.post(path, Map.of())))
                    .contains("35.765432, 37.155555", "That you read this is itself on record.");
            assertThat(reads()).isEqualTo(before + look);
        }
        later(Duration.ofHours(8));
        cell.get("/notifications");
        assertThat(plain(cell.post(path, Map.of())))
                .contains("corridor.notification-over")
                .doesNotContain("35.76");
    }

    @Test
    void whatIsWithdrawnIsNoLongerListed() {
        tell();
        Surfer cell = signedIn(Role.COORDINATION, "en");
        cell.post("/notifications/" + id(cell.get("/notifications")) + "/withdraw", Map.of());
        assertThat(words(cell.get("/notifications?withdrawn")))
                .contains("It is withdrawn. Tell its recipients.", "No notification stands.");
    }

    @ParameterizedTest
    @CsvSource({
        "en,'The last notification ends at','The last notification ended at'",
        "ar,ينتهي آخر إخطار,انتهى آخر إخطار"
    })
    void theBoardRingsForTheLastOneThatEndsAndSaysSoToThoseAloneWhoMayReadThem(
            String language, String ends, String ended) {
        tell();
        assertThat(words(signedIn(Role.COORDINATION, language).get("/board"))).doesNotContain(ends, ended);
        later(Duration.ofHours(3));
        for (Role role : List.of(Role.COORDINATION, Role.DUTY, Role.PROTECTION)) {
            assertThat(words(signedIn(role, language).get("/board")))
                    .as(role.name())
                    .contains(ends);
        }
        for (Role role : List.of(Role.PRESS, Role.GATE, Role.SERVICE_POINT)) {
            assertThat(words(signedIn(role, language).get("/board")))
                    .as(role.name())
                    .doesNotContain(ends, ended);
        }
        later(Duration.ofHours(2));
        assertThat(words(signedIn(Role.COORDINATION, language).get("/board"))).contains(ended);
        later(Duration.ofHours(3));
        assertThat(words(signedIn(Role.COORDINATION, language).get("/board"))).doesNotContain(ends, ended);
    }

    /// The cell tells two parties of ambulances, from two in the afternoon until six, in Vienna.
    private void tell() {
        Surfer cell = signedIn(Role.COORDINATION, "en");
        cell.get("/entry/notification");
        assertThat(cell.post("/entry/notification?recipients=armed-groups", notification())
                        .statusCode())
                .isEqualTo(303);
    }

    private static Map<String, String> notification() {
        return new HashMap<>(Map.of(
                "corridor", "south-gate",
                "what", "AMBULANCES",
                "kind", "MOVEMENT",
                "from", "2019-09-14T14:00",
                "to", "2019-09-14T18:00",
                "recipients", "government",
                "places", "35.765432, 37.155555\n35.754321, 37.144444"));
    }

    /// The same act is not sent twice.
    private Map<String, String> fresh(Map<String, String> fields) {
        var fresh = new HashMap<>(fields);
        fresh.put("act", site.node().act().toString());
        return fresh;
    }

    private static String id(HttpResponse<String> list) {
        Matcher id = ID.matcher(list.body());
        assertThat(id.find()).isTrue();
        return id.group(1);
    }

    private long reads() {
        return site.journal()
                .now()
                .rows()
                .sql("select count(*) from entry where type = 'journal.confidential-read'")
                .query(Long.class)
                .single();
    }

    private void later(Duration by) {
        site.node().clock().set(site.node().clock().instant().plus(by));
    }

    private Surfer signedIn(Role role, String language) {
        var surfer = new Surfer(site.address(), language);
        surfer.signIn(role);
        return surfer;
    }

    /// What a page says, without its tags.
    private static String words(HttpResponse<String> answer) {
        return plain(answer).replaceAll("<[^>]*>", "").replaceAll("\\s+", " ");
    }
}
