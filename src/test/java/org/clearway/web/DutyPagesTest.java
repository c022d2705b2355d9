// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clearway.access.AccountId;
import org.clearway.access.Role;
import org.clearway.accounts.Lasts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DutyPagesTest {
    private static final Pattern HANDOVER = Pattern.compile("href=\"/on-duty/([0-9a-f-]{36})\"");

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
    void aShiftIsBegunLeftWithANoteAndTakenOver() {
        Surfer cell = signedIn(Role.COORDINATION);
        assertThat(cell.get("/on-duty").body()).contains("Nobody is on duty.");
        Surfer first = signedIn(Role.GATE);
        first.get("/on-duty");
        assertThat(Surfer.sentTo(first.post("/on-duty", Map.of("desk", "GATE", "hours", "8"))))
                .isEqualTo("/on-duty?done");
        assertThat(Surfer.plain(cell.get("/on-duty"))).contains("gate-1", "since 14:00", "until 22:00");

        assertThat(first.get("/on-duty/leave?desk=GATE").body()).contains("No alarm stands open", "Close the shift");
        HttpResponse<String> empty = first.post("/on-duty/leave", Map.of("desk", "GATE", "note", ""));
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(Surfer.sentTo(
                        first.post("/on-duty/leave", Map.of("desk", "GATE", "note", "The second lane is closed"))))
                .isEqualTo("/on-duty?done");
        String page = cell.get("/on-duty").body();
        assertThat(page).contains("not taken over").doesNotContain("The second lane is closed");
        String id = found(page);

        site.accounts()
                .open(
                        site.administrator(),
                        site.node().act(),
                        new AccountId("gate-2"),
                        Set.of(Role.GATE),
                        Site.PASSWORD,
                        Lasts.AS_IT_IS);
        Surfer second = site.surfer();
        second.signIn("gate-2", Site.PASSWORD.text());
        assertThat(second.get("/on-duty/" + id).body())
                .contains("Read the note")
                .doesNotContain("I have read it", "The second lane is closed");
        HttpResponse<String> read = second.post("/on-duty/" + id + "/read", Map.of());
        assertThat(read.body()).contains("The second lane is closed", "I have read it and take over");
        assertThat(Surfer.sentTo(second.post("/on-duty/" + id + "/take", Map.of("hours", "8"))))
                .isEqualTo("/on-duty?done");
        assertThat(Surfer.plain(cell.get("/on-duty")))
                .contains("gate-2", "taken over by gate-2")
                .doesNotContain("not taken over");
    }

    @Test
    void aDeskSeesItselfAndWhoMayTheOthers() {
        Surfer press = signedIn(Role.PRESS);
        press.get("/on-duty");
        press.post("/on-duty", Map.of("desk", "PRESS", "hours", "4"));
        assertThat(signedIn(Role.GATE).get("/on-duty").body()).doesNotContain("press-1");
        assertThat(signedIn(Role.ADMINISTRATOR).get("/on-duty").body()).contains("press-1");
        HttpResponse<String> anothers = press.post("/on-duty", Map.of("desk", "GATE", "hours", "4"));
        assertThat(anothers.statusCode()).isEqualTo(422);
        assertThat(anothers.body()).contains("accounts.duty-not-yours");
        press.get("/on-duty");
        HttpResponse<String> forEver = press.post("/on-duty", Map.of("desk", "PRESS", "hours", "40"));
        assertThat(forEver.statusCode()).isEqualTo(422);
        assertThat(forEver.body()).contains("accounts.duty-until");
        assertThat(press.get("/on-duty/leave?desk=NONE").statusCode()).isEqualTo(404);
    }

    private Surfer signedIn(Role role) {
        Surfer surfer = site.surfer();
        surfer.signIn(role);
        return surfer;
    }

    private static String found(String page) {
        Matcher found = HANDOVER.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1);
    }
}
