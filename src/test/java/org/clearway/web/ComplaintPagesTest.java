// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearway.web.Surfer.plain;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clearway.access.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Complaints over HTTP: from anyone, and read by those alone who deal with them.
class ComplaintPagesTest {
    private static final Pattern REFERENCE = Pattern.compile("[2-9A-Z]{5}-[2-9A-Z]{5}");

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

    @Test
    void whoeverComesComplainsWithoutSigningInAndAsksLaterWhatBecameOfIt() {
        Surfer anyone = site.surfer();
        assertThat(plain(anyone.get("/complain")))
                .contains("South kitchen, South gate", "You are not asked who")
                .doesNotContain("How it came");
        HttpResponse<String> filed = anyone.post("/complain", complaint("WATER", "The water is warm."));
        assertThat(filed.statusCode()).isEqualTo(200);
        assertThat(plain(filed)).contains("It is received", "The coordination cell and the protection officer");
        String reference = reference(filed);

        Surfer later = site.surfer();
        later.get("/complain/state");
        assertThat(plain(later.post(
                        "/complain/state", Map.of("reference", reference.toLowerCase(java.util.Locale.ROOT)))))
                .contains("waits to be read")
                .doesNotContain("warm");
        later.get("/complain/state");
        HttpResponse<String> wrong = later.post("/complain/state", Map.of("reference", "22222-22222"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(plain(wrong)).contains("No complaint 22222-22222 is known");
    }

    @Test
    void sentTwiceItIsOneComplaintWithOneReference() {
        Surfer anyone = site.surfer();
        anyone.get("/complain");
        String first = reference(anyone.post("/complain", complaint("FOOD", "")));
        assertThat(reference(anyone.post("/complain", complaint("FOOD", "")))).isEqualTo(first);
        assertThat(signedIn(Role.COORDINATION).get("/complaints").body()).containsOnlyOnce(first + "</bdi>");
    }

    @Test
    void thoseWhoDealWithItReadItsWordsSayThatTheyDoAndCloseIt() {
        String reference = filed("WATER", "The water is warm.");
        Surfer coordination = signedIn(Role.COORDINATION);
        assertThat(coordination.get("/complaints").body()).contains(reference).doesNotContain("warm");
        coordination.get("/complaints/" + reference);
        assertThat(coordination
                        .post("/complaints/" + reference + "/words", Map.of())
                        .body())
                .contains("The water is warm.");
        coordination.get("/complaints/" + reference);
        assertThat(coordination
                        .post("/complaints/" + reference, Map.of("state", "ACKNOWLEDGED"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(coordination.get("/complaints").body()).contains("somebody is dealing with it");
        assertThat(signedIn(Role.SERVICE_POINT).get("/complaints").statusCode()).isEqualTo(403);
    }

    @Test
    void aSensitiveComplaintIsNotThereForTheCoordinationCellAndItsSenderIsToldSo() {
        Surfer anyone = site.surfer();
        anyone.get("/complain");
        HttpResponse<String> filed = anyone.post("/complain", complaint("STAFF_CONDUCT", "They shouted."));
        assertThat(plain(filed)).contains("The staff of the site do not see it");
        String reference = reference(filed);
        Surfer coordination = signedIn(Role.COORDINATION);
        assertThat(coordination.get("/complaints").body()).doesNotContain(reference);
        assertThat(coordination.get("/complaints/" + reference).statusCode()).isEqualTo(404);
        assertThat(signedIn(Role.PROTECTION).get("/complaints").body()).contains(reference, "sensitive");
    }

    @Test
    void whatIsMissingIsSaidAndTheWordsStay() {
        Surfer anyone = site.surfer();
        anyone.get("/complain");
        HttpResponse<String> answer =
                anyone.post("/complain", Map.of("about", "south-gate", "language", "en", "words", "Nobody answers."));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(plain(answer)).contains("Nobody answers.</textarea>");
    }

    @Test
    void itIsSaidInArabicToo() {
        var arabic = new Surfer(site.address(), "ar");
        assertThat(plain(arabic.get("/complain"))).contains("مطبخ الجنوب", "dir=\"rtl\"", "لا تُسأل من أنت");
        assertThat(plain(arabic.post("/complain", complaint("VIOLENCE", "كلمات"))))
                .contains("مسؤول الحماية وحده");
    }

    private static Map<String, String> complaint(String topic, String words) {
        return Map.of("about", "south-gate/south-kitchen", "language", "en", "topic", topic, "words", words);
    }

    private String filed(String topic, String words) {
        Surfer anyone = site.surfer();
        anyone.get("/complain");
        return reference(anyone.post("/complain", complaint(topic, words)));
    }

    private Surfer signedIn(Role role) {
        Surfer surfer = site.surfer();
        surfer.signIn(role);
        return surfer;
    }

    private static String reference(HttpResponse<String> answer) {
        Matcher matcher = REFERENCE.matcher(answer.body());
        assertThat(matcher.find()).isTrue();
        return matcher.group();
    }
}
