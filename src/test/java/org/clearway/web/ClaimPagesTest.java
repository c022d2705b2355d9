// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearway.web.Surfer.plain;
import static org.clearway.web.Surfer.sentTo;

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

    @Test
    void aClaimUnderTheWrongClaimantIsWithdrawnFromTheBoardAndToldAsSuchToWhoAsksWhatWasKnown() {
        Surfer duty = signedIn(Role.DUTY, "en");
        duty.get("/entry/use");
        assertThat(duty.post("/entry/use", use("count-PEOPLE", "0")).statusCode())
                .isEqualTo(303);
        site.node().clock().set(Sayings.at("2019-09-15T09:00"));
        String withdraw = linkTo("/withdraw/corridor-claim/", duty.get("/board"));
        assertThat(plain(duty.get(withdraw))).contains("according to Observatory", "0 people", "The Daily");
        HttpResponse<String> without = duty.post(withdraw, Map.of());
        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(plain(without)).contains("Fill this in.");
        String next = sentTo(duty.post(withdraw, Map.of("reason", "WRONG_CLAIMANT")));
        assertThat(next).isEqualTo("/board?withdrawn#south-gate");
        assertThat(plain(duty.get(next))).contains("It is withdrawn.").doesNotContain("0 people");
        assertThat(plain(duty.get("/board?known=2019-09-14")))
                .contains("0 people", "Withdrawn by us at", "because it was recorded under the wrong claimant.")
                .doesNotContain("/withdraw/", "/entry/use");
        assertThat(plain(signedIn(Role.GATE, "ar").get("/board?known=2019-09-14")))
                .contains("سحبناه", "تسجيله باسم غير صاحبه");
        assertThat(plain(duty.get(withdraw))).contains("Withdrawn by us at").doesNotContain("name=\"reason\"");
        assertThat(duty.post(withdraw, Map.of("reason", "NOT_SAID")).statusCode())
                .isEqualTo(422);
    }

    @Test
    void anAssuranceAndAClaimOfControlAreWithdrawnWhereTheyStand() {
        Surfer coordination = signedIn(Role.COORDINATION, "en");
        coordination.get("/entry/assurance");
        var assurance = new HashMap<>(CITED);
        assurance.putAll(Map.of("corridor", "south-gate", "party", "government", "status", "GIVEN", "from", "2019-09"));
        coordination.post("/entry/assurance", assurance);
        String promise = linkTo("/withdraw/assurance/", coordination.get("/board"));
        coordination.get(promise);
        assertThat(sentTo(coordination.post(promise, Map.of("reason", "NOT_SAID"))))
                .isEqualTo("/board?withdrawn#south-gate");
        assertThat(plain(coordination.get("/board"))).contains("assurances: 0 of 2");

        coordination.get("/entry/control");
        var control = new HashMap<>(CITED);
        control.putAll(Map.of("of", "area:town", "claimant", "observatory", "relation", "CONTESTED", "from", "2018"));
        coordination.post("/entry/control", control);
        String claim = linkTo("/withdraw/control/", coordination.get("/control?of=area:town"));
        coordination.get(claim);
        String next = sentTo(coordination.post(claim, Map.of("reason", "WRONG_PLACE")));
        assertThat(plain(coordination.get(next))).contains("It is withdrawn.", "Nobody on record has claimed");
    }

    @Test
    void aLedgerIsWithdrawnAndItsColumnSaysSoAsItWasKnownBefore() {
        Surfer duty = signedIn(Role.DUTY, "en");
        duty.get("/entry/ledger");
        var ledger = new HashMap<>(CITED);
        ledger.putAll(Map.of(
                "reporter",
                "centre",
                "stretch",
                "CALENDAR_DAY",
                "day",
                "2019-09-13",
                "unit",
                "CASE_OF_FIRE",
                "total",
                "34"));
        assertThat(sentTo(duty.post("/entry/ledger", ledger))).isEqualTo("/ledgers?saved&day=2019-09-14");
        site.node().clock().set(Sayings.at("2019-09-15T09:00"));
        String withdraw = linkTo("/withdraw/ledger/", duty.get("/ledgers?day=2019-09-14"));
        assertThat(plain(duty.get(withdraw))).contains("Total as stated: 34");
        String next = sentTo(duty.post(withdraw, Map.of("reason", "ENTERED_TWICE")));
        assertThat(plain(duty.get(next))).contains("It is withdrawn.", "That is not a zero.");
        assertThat(plain(duty.get("/ledgers?day=2019-09-14&known=2019-09-14")))
                .contains("<b><bdi>34</bdi></b>", "Withdrawn by us at", "because it was entered twice.")
                .doesNotContain("/correct\"");
    }

    private static String linkTo(String place, HttpResponse<String> page) {
        var link = java.util.regex.Pattern.compile("href=\"(" + place + "[^\"]*)\"")
                .matcher(page.body());
        assertThat(link.find()).as(page.body()).isTrue();
        return link.group(1);
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
}
