// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import static org.assertj.core.api.Assertions.assertThat;

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

class DevicePagesTest {
    private static final Pattern DEVICE = Pattern.compile("action=\"/devices/([0-9a-f-]+)/name\"");

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
    void aLostTabletIsShutAtOnceAndItsPinToo() {
        Surfer tablet = site.surfer();
        HttpResponse<String> welcome = tablet.signIn(Role.GATE);
        assertThat(welcome.headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("clearway-device=") && cookie.contains("HttpOnly"));
        tablet.get("/pin");
        tablet.post("/pin", Map.of("pin", "480173", "again", "480173"));
        String page = tablet.get("/devices").body();
        assertThat(page).contains("this machine", "Machine without a name", "127.0.0.1");
        String device = device(page);
        tablet.post("/devices/" + device + "/name", Map.of("label", "tablet at the gate"));
        tablet.get("/board");
        tablet.post("/lock", Map.of());

        Surfer admin = site.surfer();
        admin.signIn(Role.ADMINISTRATOR);
        assertThat(admin.get("/devices").body()).contains("tablet at the gate", "gate-1");
        assertThat(Surfer.sentTo(admin.post("/devices/" + device + "/lost", Map.of())))
                .isEqualTo("/devices?lost");
        assertThat(Surfer.plain(admin.get("/devices?lost"))).contains("Reported lost by administrator-1");

        assertThat(to(tablet.get("/lock"))).endsWith("/sign-in?lost");
        assertThat(tablet.get("/sign-in?lost").body()).contains("reported lost");
        assertThat(to(tablet.signIn(Role.GATE))).as("by its cookie").endsWith("/sign-in?lost");

        Surfer other = site.surfer();
        other.signIn(Role.GATE);
        assertThat(to(other.get("/gate"))).as("the password may be known").endsWith("/password");

        admin.get("/devices");
        assertThat(Surfer.sentTo(admin.post("/devices/" + device + "/readmit", Map.of())))
                .isEqualTo("/devices?readmitted");
        assertThat(to(tablet.signIn(Role.GATE))).doesNotContain("lost");
    }

    @Test
    void anAccountSeesTheMachinesThatItSignedInFromAndNoOthers() {
        Surfer gate = site.surfer();
        gate.signIn(Role.GATE);
        Surfer press = site.surfer();
        press.signIn(Role.PRESS);
        String own = device(press.get("/devices").body());
        String others = device(gate.get("/devices").body());
        assertThat(own).isNotEqualTo(others);
        HttpResponse<String> refused = press.post("/devices/" + others + "/lost", Map.of());
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("accounts.device-unknown");
        assertThat(press.post("/devices/" + own + "/readmit", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(Surfer.sentTo(press.post("/devices/" + own + "/lost", Map.of())))
                .isEqualTo("/devices?lost");
        assertThat(to(press.get("/"))).endsWith("/sign-in?lost");
    }

    private static String device(String page) {
        Matcher found = DEVICE.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1);
    }

    private static String to(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("stayed: " + answer.statusCode());
    }
}
