// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.clearway.access.Role;
import org.clearway.journal.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupPagesTest {
    @TempDir
    Path temporary;

    private Site site;

    @BeforeEach
    void open() {
        site = Site.in(temporary.resolve("node"));
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void withoutAPlaceThePageSaysWhoNamesOneAndOffersNothingElse() {
        Surfer administrator = surfer(Role.ADMINISTRATOR);
        assertThat(Surfer.plain(administrator.get("/node"))).contains("Backups");
        assertThat(Surfer.plain(administrator.get("/node/backups")))
                .contains("No place is named for backups.", "Not yet", "./clearway restore")
                .doesNotContain("Make one now");
    }

    @Test
    void aBackupIsMadeAndRestoredForTrialByOnePressEach() {
        plan();
        Surfer administrator = surfer(Role.ADMINISTRATOR);
        assertThat(Surfer.plain(administrator.get("/node/backups")))
                .contains("Make one now", "Both places lie on one disk", "every 60 minutes");
        administrator.post("/node/backups", Map.of());
        idle();
        assertThat(site.backups().standing().entries().orElseThrow().good()).isPresent();
        administrator.post("/node/backups/check", Map.of());
        idle();
        assertThat(site.backups().standing().check().orElseThrow().problem()).isEmpty();
        assertThat(Surfer.plain(administrator.get("/node/backups")))
                .contains("clearway-" + site.journal().stream().node())
                .doesNotContain("Not yet");
        Surfer arabic = new Surfer(site.address(), "ar");
        arabic.signIn(Role.ADMINISTRATOR);
        assertThat(Surfer.plain(arabic.get("/node/backups"))).contains("النسخ الاحتياطية", "نُسخت المفاتيح");
    }

    @Test
    void aStickThatIsGoneIsToldOnThePageThatWasPressed() throws Exception {
        plan();
        Surfer administrator = surfer(Role.ADMINISTRATOR);
        assertThat(Surfer.plain(administrator.get("/node/backups"))).contains("Make one now");
        Files.move(temporary.resolve("entries"), temporary.resolve("away"));
        assertThat(Surfer.plain(administrator.post("/node/backups", Map.of())))
                .contains("perhaps the stick is not plugged in");
    }

    @Test
    void whoMayOnlyReadIsOfferedNoButtonAndRefused() {
        plan();
        site.backups().make(site.administrator(), Progress.SILENT);
        Surfer protection = surfer(Role.PROTECTION);
        assertThat(Surfer.plain(protection.get("/node/backups")))
                .contains("Entries copied")
                .doesNotContain("Make one now");
        assertThat(protection.post("/node/backups", Map.of()).statusCode()).isEqualTo(403);
    }

    private Surfer surfer(Role role) {
        var surfer = new Surfer(site.address());
        surfer.signIn(role);
        return surfer;
    }

    private void plan() {
        site.backups()
                .arrange(
                        site.administrator(),
                        temporary.resolve("entries"),
                        temporary.resolve("keys"),
                        Duration.ofHours(1));
    }

    private void idle() {
        while (site.backups().going(site.administrator()).isPresent()) Thread.onSpinWait();
    }
}
