// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearway.web.Surfer.plain;
import static org.clearway.web.Surfer.sentTo;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.clearway.access.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// People who go by themselves, counted over the page.
class OwnWayPagesTest {
    private static final String OUT = "out.south-gate.south-crossing";
    private static final String IN = "in.harbour-school";

    @TempDir
    Path folder;

    private Site site;
    private Surfer gate;

    @BeforeEach
    void open() {
        site = Site.in(folder.resolve("node"));
        Crossing.on(site);
        Crossing.school(site);
        gate = site.surfer();
        gate.signIn(Role.GATE);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void whoSetsOutAndWhoComesInStandSideBySideAndAreNotSaidToBeTheSame() {
        assertThat(text(gate.get("/own-ways"))).contains("no count", "None that stands.", "nobody is followed");
        sentTo(count(gate, OUT, "PRIVATE_VEHICLE", "12", "3", "ABOUT", "14"));
        Surfer reception = site.surfer();
        reception.signIn(Role.RECEPTION);
        reception.get("/own-ways");
        sentTo(count(reception, IN, "PRIVATE_VEHICLE", "9", "2", "EXACT", "13"));
        assertThat(text(gate.get("/own-ways")))
                .contains(
                        "by private vehicle 12 people in 3 vehicles, not exactly 9 people in 2 vehicles",
                        "on foot no count no count",
                        "about 12 people in 3 vehicles",
                        "Set out from South gate",
                        "the hour from 14:00");
    }

    @Test
    void whereSomebodyCountsStaysChosen() {
        gate.get("/own-ways");
        String next = sentTo(count(gate, OUT, "ON_FOOT", "7", "", "EXACT", "14"));
        assertThat(gate.get(next).body())
                .containsPattern("value=\"" + OUT + "\"\\s+selected")
                .containsPattern("value=\"ON_FOOT\"\\s+checked");
    }

    @Test
    void aCountIsTakenBackByWhoMadeIt() {
        gate.get("/own-ways");
        count(gate, OUT, "ON_FOOT", "70", "", "EXACT", "14");
        String undo = gate.get("/own-ways").body().replaceAll("(?s).*action=\"(/own-ways/[^\"]*/undo)\".*", "$1");
        Surfer reception = site.surfer();
        reception.signIn(Role.RECEPTION);
        reception.get("/own-ways");
        assertThat(plain(reception.post(undo, Map.of()))).contains("transport.own-way-unknown");
        sentTo(gate.post(undo, Map.of()));
        assertThat(text(gate.get("/own-ways?undone"))).contains("Taken back").doesNotContain("70 people");
    }

    @Test
    void whatIsTypedWronglyStaysAndIsExplained() {
        gate.get("/own-ways");
        refused(count(gate, OUT, "PRIVATE_VEHICLE", "many", "", "ABOUT", "14"), "value=\"many\"", "Fill this in");
        refused(count(gate, OUT, "ON_FOOT", "5", "2", "ABOUT", "14"), "transport.own-way-vehicles");
        refused(count(gate, OUT, "PRIVATE_VEHICLE", "2", "50", "EXACT", "14"), "somebody drives each of them");
        refused(count(gate, OUT, "ON_FOOT", "5", "", "ABOUT", "23"), "transport.told-of-the-future");
        refused(count(gate, "out.elsewhere.bridge", "ON_FOOT", "5", "", "ABOUT", "14"), "corridor.unknown");
        refused(gate.post("/own-ways", Map.of()), "Fill this in");
    }

    @Test
    void thePageIsInArabicAndForTheDesksThatCountOnly() {
        var arabic = new Surfer(site.address(), "ar");
        arabic.signIn(Role.BOARDING);
        assertThat(text(arabic.get("/own-ways"))).contains("من يذهبون بأنفسهم", "سيرًا على الأقدام", "لا عدّ");
        for (Role role : List.of(Role.PRESS, Role.DUTY, Role.SERVICE_POINT, Role.PROTECTION)) {
            Surfer other = site.surfer();
            other.signIn(role);
            assertThat(other.get("/own-ways").statusCode()).as(role.name()).isEqualTo(403);
        }
    }

    private static HttpResponse<String> count(
            Surfer desk, String place, String way, String people, String vehicles, String qualifier, String hour) {
        return desk.post(
                "/own-ways",
                Map.of(
                        "place", place,
                        "way", way,
                        "people", people,
                        "vehicles", vehicles,
                        "qualifier", qualifier,
                        "day", "2019-09-14",
                        "hour", hour));
    }

    private static void refused(HttpResponse<String> answer, String... words) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(plain(answer)).contains(words);
    }

    private static String text(HttpResponse<String> answer) {
        return plain(answer).replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }
}
