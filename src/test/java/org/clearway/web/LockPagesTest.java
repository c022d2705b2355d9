// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.Role;
import org.clearway.accounts.AccessEvent;
import org.clearway.accounts.AccessLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockPagesTest {
    private static final String PIN = "480173";

    @TempDir
    Path folder;

    private Site site;
    private Surfer machine;

    @BeforeEach
    void open() {
        site = Site.in(folder.resolve("node"));
        machine = site.surfer();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void twoShareAMachineAndEachActsUnderTheirOwnName() {
        comes(Role.GATE, PIN);
        machine.get("/board");
        assertThat(Surfer.sentTo(machine.post("/lock", Map.of()))).isEqualTo("/lock");
        assertThat(to(machine.get("/gate"))).isEqualTo("/lock");
        assertThat(machine.get("/sign-in").body()).contains("Back to those who share this machine");

        comes(Role.COORDINATION, "926405");
        machine.get("/");
        machine.post("/lock", Map.of());
        String locked = machine.get("/lock").body();
        assertThat(locked).contains("Who is here?", "gate-1", "coordination-1").doesNotContain("href=\"/gate\"");

        assertThat(Surfer.sentTo(unlock("gate-1", PIN))).as("where they were").isEqualTo("/board");
        assertThat(machine.get("/board").body()).contains("<bdi>gate-1</bdi>");
        machine.post("/lock", Map.of());
        assertThat(Surfer.sentTo(unlock("coordination-1", "٩٢٦٤٠٥"))).isEqualTo("/");
        assertThat(machine.get("/").body()).contains("<bdi>coordination-1</bdi>");
    }

    @Test
    void threeWrongPinsAndThePasswordIsAskedFor() {
        comes(Role.GATE, PIN);
        machine.post("/lock", Map.of());
        machine.get("/lock");
        HttpResponse<String> wrong = unlock("gate-1", "926405");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(Surfer.plain(wrong)).contains("2 attempts are left").doesNotContain("926405");
        assertThat(Surfer.plain(unlock("gate-1", "926405"))).contains("One attempt is left");
        assertThat(Surfer.sentTo(unlock("gate-1", "926405"))).isEqualTo("/sign-in?pin");
        assertThat(to(machine.get("/lock"))).as("nobody shares it any more").isEqualTo("/sign-in");
        assertThat(machine.get("/sign-in?pin").body()).contains("Sign in with the password");
    }

    @Test
    void whatAPinDoesNotOpenAsksForThePasswordAndThenOpens() {
        comes(Role.ADMINISTRATOR, PIN);
        machine.post("/lock", Map.of());
        machine.get("/lock");
        unlock("administrator-1", PIN);
        assertThat(machine.get("/").body()).contains("href=\"/accounts\"", "href=\"/password/again\"");
        assertThat(machine.get("/board").statusCode()).isEqualTo(200);
        assertThat(to(machine.get("/accounts"))).isEqualTo("/password/again");
        assertThat(to(machine.post("/accounts", Map.of("account", "duty-9")))).isEqualTo("/password/again");
        machine.get("/password/again");
        assertThat(Surfer.sentTo(machine.post("/password/again", Map.of("password", Site.PASSWORD.text()))))
                .startsWith("/accounts");
        assertThat(machine.get("/accounts").statusCode()).isEqualTo(200);
        assertThat(machine.get("/").body()).doesNotContain("href=\"/password/again\"");
    }

    @Test
    void aPinMakesNoOtherPin() {
        comes(Role.GATE, PIN);
        machine.post("/lock", Map.of());
        machine.get("/lock");
        unlock("gate-1", PIN);
        assertThat(machine.get("/pin").body())
                .contains("type your password first")
                .doesNotContain("name=\"again\"");
        assertThat(Surfer.sentTo(machine.post("/pin", Map.of("pin", "926405", "again", "926405"))))
                .isEqualTo("/password/again");
        machine.get("/password/again");
        HttpResponse<String> wrong = machine.post("/password/again", Map.of("password", "not this one at all"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("That is not the password");
    }

    @Test
    void aFormFromBeforeTheScreenWasLockedIsNotSentInAnothersName() {
        comes(Role.GATE, PIN);
        Map<String, String> old = tokenOf(machine.get("/board"));
        machine.post("/lock", Map.of());
        comes(Role.COORDINATION, "926405");
        assertThat(machine.post("/pin/remove", old).statusCode()).isEqualTo(403);
    }

    @Test
    void whatSomebodyHadTypedIsHandedBackToThemOnceAndToNobodyElse() {
        comes(Role.GATE, PIN);
        machine.get("/board");
        machine.post("/lock", Map.of("lock-typed", "[[\"x\",\"half a sentence\"]]"));
        comes(Role.COORDINATION, "926405");
        machine.get("/");
        assertThat(machine.post("/lock/typed", Map.of()).statusCode()).isEqualTo(204);
        machine.get("/");
        machine.post("/lock", Map.of());
        machine.get("/lock");
        unlock("gate-1", PIN);
        machine.get("/board");
        HttpResponse<String> typed = machine.post("/lock/typed", Map.of());
        assertThat(typed.body()).isEqualTo("[[\"x\",\"half a sentence\"]]");
        assertThat(typed.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(machine.post("/lock/typed", Map.of()).statusCode()).isEqualTo(204);
    }

    @Test
    void whoIsAwayFindsTheMachineLockedAndIsNotSignedOutUntilTheShiftIsOver() {
        comes(Role.GATE, PIN);
        machine.get("/board");
        away(Locks.AFTER_AT_LAST);
        assertThat(to(machine.get("/gate"))).isEqualTo("/lock?idle");
        assertThat(machine.get("/lock?idle").body()).contains("Nobody touched the screen");
        away(Duration.ofHours(3));
        machine.get("/lock");
        assertThat(Surfer.sentTo(unlock("gate-1", PIN))).isEqualTo("/board");
        assertThat(machine.get("/board").statusCode()).isEqualTo(200);
        assertThat(events("gate-1")).doesNotContain(AccessEvent.SIGNED_OUT);
    }

    @Test
    void whoSignsOutLeavesTheOthersTheirMachineAndTheShiftEndsForAll() {
        comes(Role.GATE, PIN);
        machine.get("/");
        machine.post("/lock", Map.of());
        comes(Role.BOARDING, "926405");
        machine.get("/");
        assertThat(to(machine.post("/sign-out", Map.of()))).isEqualTo("/lock?out");
        assertThat(machine.get("/lock?out").body()).contains("gate-1").doesNotContain("boarding-1");
        assertThat(events("boarding-1")).contains(AccessEvent.SIGNED_OUT);
        assertThat(Surfer.sentTo(machine.post("/lock/end", Map.of()))).isEqualTo("/sign-in?out");
        assertThat(events("gate-1")).contains(AccessEvent.SIGNED_OUT);
        assertThat(to(machine.get("/lock"))).isEqualTo("/sign-in");
    }

    @Test
    void whoLocksWithoutAPinOfTheirOwnIsSignedOut() {
        comes(Role.GATE, PIN);
        machine.get("/");
        machine.post("/lock", Map.of());
        machine.signIn(Role.BOARDING);
        machine.get("/");
        machine.post("/lock", Map.of());
        assertThat(events("boarding-1")).contains(AccessEvent.SIGNED_OUT);
        assertThat(machine.get("/lock").body()).doesNotContain("boarding-1");
    }

    @Test
    void aPinThatIsNoneIsRefusedBesideItsField() {
        machine.signIn(Role.GATE);
        machine.get("/pin");
        HttpResponse<String> easy = machine.post("/pin", Map.of("pin", "123456", "again", "123456"));
        assertThat(easy.statusCode()).isEqualTo(422);
        assertThat(easy.body())
                .contains("among the first that somebody would try")
                .doesNotContain("123456");
        assertThat(machine.post("/pin", Map.of("pin", PIN, "again", "926405")).body())
                .contains("This is not the same as above.");
        assertThat(machine.get("/").body()).doesNotContain("class=\"lock\"");
    }

    @Test
    void aResetEndsThePinToo() {
        comes(Role.GATE, PIN);
        machine.get("/");
        machine.post("/lock", Map.of());
        site.accounts().resetAtTheMachine(site.node().act(), new AccountId("gate-1"), Site.PASSWORD);
        assertThat(to(machine.get("/lock"))).isEqualTo("/sign-in");
    }

    private void comes(Role role, String pin) {
        machine.signIn(role);
        assertThat(machine.get("/pin").statusCode()).isEqualTo(200);
        assertThat(Surfer.sentTo(machine.post("/pin", Map.of("pin", pin, "again", pin))))
                .isEqualTo("/pin?set");
        machine.get("/pin?set");
    }

    private HttpResponse<String> unlock(String account, String pin) {
        machine.get("/lock");
        return machine.post("/lock/open", Map.of("account", account, "pin", pin));
    }

    private void away(Duration time) {
        site.ticking().set(site.ticking().instant().plus(time));
    }

    private static Map<String, String> tokenOf(HttpResponse<String> page) {
        var fields = new HashMap<String, String>();
        var found = java.util.regex.Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"")
                .matcher(page.body());
        assertThat(found.find()).isTrue();
        fields.put("_csrf", found.group(1));
        return fields;
    }

    private List<AccessEvent> events(String account) {
        return site
                .accounts()
                .accessLog(
                        new Actor(Site.account(Role.PROTECTION), Set.of(Role.PROTECTION)),
                        site.journal().now(),
                        AccessLog.NEWEST,
                        100)
                .lines()
                .stream()
                .filter(line -> line.account().name().equals(account))
                .map(AccessLog.Line::event)
                .toList();
    }

    /// Where an answer sends the browser, without the host.
    private static String to(HttpResponse<String> answer) {
        URI address = URI.create(answer.headers().firstValue("Location").orElse("/stayed-" + answer.statusCode()));
        return address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
    }
}
