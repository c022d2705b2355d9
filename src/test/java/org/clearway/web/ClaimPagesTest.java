// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.clearway.access.Actor;
import org.clearway.access.Role;
import org.clearway.corridor.Around;
import org.clearway.corridor.Sayings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Claims that somebody enters by hand, from the pages on which they are missed, without JavaScript.
class ClaimPagesTest {
    private static final Actor COORDINATION = new Actor(Site.account(Role.COORDINATION), Set.of(Role.COORDINATION));
    private static final Map<String, String> CITED =
            Map.of("publisher", "The Daily", "publisher-ar", "اليومية", "published", "2019-09-14");

    @TempDir
    Path folder;

    private Site site;

    @BeforeEach
    void open() {
        site = Site.playing(folder.resolve("node"));
        Around.people(site.node());
        site.corridors().plan(COORDINATION, site.node().act(), Sayings.corridor());
        site.node().clock().set(Sayings.at("2019-09-14T18:00"));
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void aClaimOfUseIsEnteredFromTheBoardAndStandsThereWithItsClaimantAndItsSource() {
        Surfer coordination = signedIn(Role.COORDINATION, "en");
        assertThat(coordination.get("/board").body()).contains("/entry/use?corridor=south-gate");
        coordination.get("/entry/use?corridor=south-gate");
        HttpResponse<String> saved = coordination.post("/entry/use", use("count-PEOPLE", "0"));
        assertThat(sentTo(saved)).isEqualTo("/board?saved#south-gate");
        assertThat(plain(coordination.get("/board?saved")))
                .contains("It is on record.", "0 people", "according to Observatory", "The Daily")
                .contains("nobody through (0), according to Observatory");
        assertThat(plain(signedIn(Role.GATE, "ar").get("/board"))).contains("اليومية", "المرصد");
    }

    @Test
    void aFigureIsToldAsItWasToldAndAReasonUnderWhomItIsAttributedTo() {
        Surfer duty = signedIn(Role.DUTY, "en");
        duty.get("/entry/use");
        Map<String, String> typed = use("count-LIVESTOCK", "١٥٠٠");
        typed.putAll(Map.of(
                "how-LIVESTOCK",
                "OVER",
                "reason-1",
                "APPROACH_SHELLED",
                "attributed-1",
                "armed-groups",
                "from",
                "2019-08"));
        assertThat(duty.post("/entry/use", typed).statusCode()).isEqualTo(303);
        assertThat(plain(duty.get("/board")))
                .contains("more than 1,500 head of livestock", "August 2019 to 14 September 2019")
                .contains("Observatory says: the approach is shelled (attributed to armed groups)");
    }

    @Test
    void whatWasTypedStaysAndEachFieldSaysWhatIsWrongWithIt() {
        Surfer coordination = signedIn(Role.COORDINATION, "en");
        coordination.get("/entry/use");
        Map<String, String> typed = use("count-PEOPLE", "many");
        typed.putAll(Map.of("from", "yesterday", "published", "14.9.2019", "url", "www.daily.example"));
        HttpResponse<String> answer = coordination.post("/entry/use", typed);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(plain(answer))
                .contains("value=\"many\"", "value=\"yesterday\"", "value=\"14.9.2019\"", "value=\"www.daily.example\"")
                .contains(
                        "Write a whole number",
                        "a month such as 2019-09",
                        "Write a day such as",
                        "begins with http://");
        typed.putAll(use("count-PEOPLE", "12"));
        typed.put("url", "");
        typed.put("to", "");
        assertThat(plain(coordination.post("/entry/use", typed))).contains("Enter the last day that it speaks of");
        typed.put("to", "2019-09-14");
        assertThat(coordination.post("/entry/use", typed).statusCode()).isEqualTo(303);
    }

    @Test
    void anAssuranceIsEnteredFromTheBoardAndCountsForItsPartyAlone() {
        Surfer coordination = signedIn(Role.COORDINATION, "en");
        assertThat(coordination.get("/board").body()).contains("/entry/assurance?corridor=south-gate");
        coordination.get("/entry/assurance?corridor=south-gate");
        var typed = new HashMap<>(CITED);
        typed.putAll(Map.of("corridor", "south-gate", "party", "government", "status", "GIVEN", "from", "2019-09-13"));
        assertThat(sentTo(coordination.post("/entry/assurance", typed))).isEqualTo("/board?saved#south-gate");
        assertThat(plain(coordination.get("/board"))).contains("assurances: 1 of 2", "since 13 September 2019");
        assertThat(signedIn(Role.DUTY, "en").get("/board").body()).doesNotContain("/entry/assurance");
    }

    @Test
    void anAssuranceForACorridorThatNobodyPlannedIsRefused() {
        Surfer coordination = signedIn(Role.COORDINATION, "en");
        coordination.get("/entry/assurance");
        var typed = new HashMap<>(CITED);
        typed.putAll(Map.of("corridor", "elsewhere", "party", "government", "status", "GIVEN", "from", "2019-09-13"));
        HttpResponse<String> answer = coordination.post("/entry/assurance", typed);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(plain(answer)).contains("elsewhere");
    }

    @Test
    void whoHoldsATownAccordingToWhomIsEnteredFromTheQuestionAndAnsweredThere() {
        Surfer duty = signedIn(Role.DUTY, "en");
        assertThat(duty.get("/control?of=area:town").body()).contains("/entry/control?of=area:town");
        duty.get("/entry/control?of=area:town");
        var typed = new HashMap<>(CITED);
        typed.putAll(Map.of("of", "area:town", "claimant", "observatory", "relation", "HELD_BY", "from", "2018"));
        HttpResponse<String> without = duty.post("/entry/control", typed);
        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(plain(without)).contains("needs the party");
        typed.put("holder", "armed-groups");
        String next = sentTo(duty.post("/entry/control", typed));
        assertThat(plain(duty.get(next)))
                .contains("It is on record.", "according to Observatory", "under the control of armed groups")
                .contains("since 2018");
        assertThat(plain(signedIn(Role.DUTY, "ar").get("/control?of=area:town")))
                .contains("اليومية", "الجماعات المسلحة");
    }

    private static Map<String, String> use(String field, String figure) {
        var typed = new HashMap<>(CITED);
        typed.putAll(Map.of(
                "corridor",
                "south-gate",
                "claimant",
                "observatory",
                "from",
                "2019-09-13",
                "to",
                "2019-09-14",
                field,
                figure));
        return typed;
    }

    private Surfer signedIn(Role role, String language) {
        var surfer = new Surfer(site.address(), language);
        surfer.signIn(role);
        return surfer;
    }

    private static String sentTo(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    /// The page without the marks that isolate names, which nobody sees.
    private static String plain(HttpResponse<String> answer) {
        return answer.body().replaceAll("[\u2066-\u2069]", "");
    }
}
