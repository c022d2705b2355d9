// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearway.web.Surfer.plain;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.clearway.access.Actor;
import org.clearway.access.Role;
import org.clearway.agreement.Assurance;
import org.clearway.agreement.AssuranceStatus;
import org.clearway.corridor.Around;
import org.clearway.corridor.Sayings;
import org.clearway.gate.Decided;
import org.clearway.gate.Decision;
import org.clearway.gate.DecisionReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Fire near the corridor, from the gate that sees it to the cell that decides.
class FirePagesTest {
    private static final Actor COORDINATION = new Actor(Site.account(Role.COORDINATION), Set.of(Role.COORDINATION));

    @TempDir
    Path folder;

    private Site site;

    @BeforeEach
    void open() {
        site = Site.in(folder.resolve("node"));
        Around.people(site.node());
        site.corridors().plan(COORDINATION, site.node().act(), Sayings.corridor());
        for (var party : Sayings.corridor().relevantParties()) {
            site.agreements()
                    .assure(
                            COORDINATION,
                            site.node().act(),
                            new Assurance(
                                    Sayings.CORRIDOR,
                                    party,
                                    AssuranceStatus.GIVEN,
                                    Sayings.since(Sayings.september(13)),
                                    Sayings.source(Sayings.september(13))));
        }
        site.gates()
                .decide(
                        COORDINATION,
                        site.node().act(),
                        new Decided(
                                Sayings.CORRIDOR, Decision.OPEN, DecisionReason.ASSURANCES_GIVEN, Optional.empty()));
        site.node().clock().set(site.node().clock().instant().plusSeconds(600));
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void whatTheGateSeesRingsOnTheBoardAndTheCellIsLedToItsDecision() {
        Surfer gate = signedIn(Role.GATE);
        gate.get("/entry/fire");
        assertThat(gate.post("/entry/fire", fire()).statusCode()).isEqualTo(303);
        assertThat(plain(gate.get("/entry/fire?saved")))
                .contains("It is on record.", "shelling, seen and heard, about 3 times", "within 5 km of the corridor")
                .doesNotContain("/position", "35.76");

        Surfer cell = signedIn(Role.COORDINATION);
        String board = plain(cell.get("/board"));
        assertThat(board)
                .contains("Fire seen and heard within 5 km of the corridor", "It is proposed to suspend")
                .doesNotContain("35.76", "37.11");
        var link = Pattern.compile("/gate/south-gate\\?decision=SUSPEND&amp;because=FIRE_NEAR_ROUTE")
                .matcher(board);
        assertThat(link.find()).isTrue();
        assertThat(plain(cell.get(link.group().replace("&amp;", "&"))))
                .containsPattern("value=\"SUSPEND\"[^>]*checked")
                .containsPattern("value=\"FIRE_NEAR_ROUTE\"[^>]*selected");
        assertThat(plain(signedIn(Role.PRESS).get("/board"))).doesNotContain("because=FIRE_NEAR_ROUTE");
    }

    @Test
    void theDutyDeskOpensThePositionAndIsToldThatThisIsOnRecord() {
        Surfer gate = signedIn(Role.GATE);
        gate.get("/entry/fire");
        gate.post("/entry/fire", fire());
        Surfer duty = signedIn(Role.DUTY);
        var open = Pattern.compile("action=\"(/fire/[^\"]*/position)\"")
                .matcher(duty.get("/entry/fire").body());
        assertThat(open.find()).isTrue();
        assertThat(plain(duty.post(open.group(1), Map.of())))
                .contains("35.764912", "37.116449", "500 metres", "is itself on record");
        assertThat(gate.post(open.group(1), Map.of()).statusCode()).isEqualTo(403);
    }

    @Test
    void halfAPositionAndANumberForWhatCannotBeCountedAreSaidToBeWrong() {
        Surfer gate = signedIn(Role.GATE);
        gate.get("/entry/fire");
        Map<String, String> typed = fire();
        typed.put("longitude", "");
        typed.put("how", "UNCOUNTABLE");
        HttpResponse<String> answer = gate.post("/entry/fire", typed);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(plain(answer)).contains("What could not be counted has no number", "value=\"35.764912\"");
        typed.put("longitude", "east");
        typed.put("count", "");
        assertThat(plain(gate.post("/entry/fire", typed))).contains("two plain decimal numbers");
    }

    @Test
    void anObservationIsTakenBackByTheDeskThatMadeIt() {
        Surfer gate = signedIn(Role.GATE);
        gate.get("/entry/fire");
        gate.post("/entry/fire", fire());
        site.node().clock().set(site.node().clock().instant().plusSeconds(60));
        var back = Pattern.compile("action=\"(/fire/[^\"]*/withdraw)\"")
                .matcher(gate.get("/entry/fire").body());
        assertThat(back.find()).isTrue();
        assertThat(gate.post(back.group(1), Map.of("reason", "ENTERED_TWICE")).statusCode())
                .isEqualTo(303);
        assertThat(plain(gate.get("/board"))).doesNotContain("Fire seen and heard");
    }

    private static Map<String, String> fire() {
        return new HashMap<>(Map.of(
                "corridor", "south-gate",
                "kind", "SHELLING",
                "noticed", "SEEN_AND_HEARD",
                "how", "ABOUT",
                "count", "3",
                "when", "2019-09-14T14:05",
                "latitude", "35.764912",
                "longitude", "37.116449",
                "within", "500"));
    }

    private Surfer signedIn(Role role) {
        var surfer = new Surfer(site.address(), "en");
        surfer.signIn(role);
        return surfer;
    }
}
