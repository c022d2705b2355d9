// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.clearway.access.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a point needs, is announced to have, was found to have and used, over HTTP.
class ReadinessPagesTest {
    private static final String POINT = "/care/south-kitchen";

    @TempDir
    Path folder;

    private Site site;
    private Surfer coordination;

    @BeforeEach
    void open() {
        site = Site.in(folder.resolve("node"));
        Crossing.on(site);
        coordination = site.surfer();
        coordination.signIn(Role.COORDINATION);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void nothingIsMeasuredBeforeItIsToldHowManyAreExpected() {
        assertThat(text(coordination.get(POINT + "/readiness"))).contains("so nothing is measured");
    }

    @Test
    void whatIsNeededIsReckonedInSightAndStandsBesideWhatIsAnnouncedFoundAndUsed() {
        expect();
        assertThat(text(coordination.get(POINT + "/readiness")))
                .contains("Expected: 600 in the busiest hour")
                .contains("600 people at once ÷ 250 to a tap = 3 3 4 — — nobody of ours looked")
                .contains("people to a tap 250");

        Surfer desk = site.surfer();
        desk.signIn(Role.SERVICE_POINT);
        desk.get(POINT + "/check");
        desk.post(POINT + "/check", Map.of("there-TAPS", "2", "service-WATER", "DEGRADED", "lack", "WATER"));
        desk.get(POINT);
        desk.post(POINT + "/give", Map.of("service", "WATER", "people", "400"));
        assertThat(text(desk.get(POINT + "/readiness")))
                .contains("= 3 3 4 2 2 short by 1")
                .contains("drinking water nothing announced of this point degraded")
                .contains("Found by service-point-1", "Missing: water.")
                .contains("water taps: 2 (found: 2)");
    }

    @Test
    void aCheckThatTellsNothingIsNone() {
        Surfer desk = site.surfer();
        desk.signIn(Role.SERVICE_POINT);
        desk.get(POINT + "/check");
        HttpResponse<String> answer = desk.post(POINT + "/check", Map.of());
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(text(answer)).contains("Nothing is told yet");
        assertThat(desk.get(POINT + "/expected").statusCode()).isEqualTo(403);
    }

    @Test
    void thePagesSpeakArabicToo() {
        expect();
        var arabic = new Surfer(site.address(), "ar");
        arabic.signIn(Role.COORDINATION);
        for (String page : new String[] {"/readiness", "/check", "/expected"}) {
            assertThat(arabic.get(POINT + page).body()).as(page).contains("dir=\"rtl\"", "مطبخ الجنوب");
        }
    }

    private void expect() {
        coordination.get(POINT + "/expected");
        assertThat(coordination
                        .post(POINT + "/expected", Map.of("peak", "600", "visitors", "3000", "overnight", "100"))
                        .statusCode())
                .isEqualTo(303);
    }

    private static String text(HttpResponse<String> answer) {
        return answer.body()
                .replaceAll("[\u2066\u2067\u2068\u2069]", "")
                .replaceAll("(?s)<(option|script|head).*?</\\1>", " ")
                .replaceAll("<[^>]*>", " ")
                .replaceAll("\\s+", " ");
    }
}
