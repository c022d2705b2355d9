// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearway.web.Surfer.plain;
import static org.clearway.web.Surfer.sentTo;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearway.access.Role;
import org.clearway.agreement.Party;
import org.clearway.agreement.PartyKind;
import org.clearway.corridor.Corridor;
import org.clearway.corridor.Corridors;
import org.clearway.geo.Area;
import org.clearway.geo.AreaId;
import org.clearway.geo.AreaKind;
import org.clearway.language.Language;
import org.clearway.language.Names;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An administrator sets an empty node up, step by step, without JavaScript.
class SetUpPagesTest {
    private static final Map<String, String> SOURCE =
            Map.of("publisher", "River commission", "published", "2019-09-01", "url", "");

    @TempDir
    Path folder;

    private Site site;
    private Surfer administrator;

    @BeforeEach
    void open() {
        site = Site.in(folder.resolve("node"));
        administrator = site.surfer();
        administrator.signIn(Role.ADMINISTRATOR);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void settingUpIsTheFirstThingOnAnEmptyNodeAndNoMoreOnceThereIsACorridor() {
        assertThat(firstWay()).contains("href=\"/set-up\"");
        assertThat(text(administrator.get("/set-up"))).contains("missing", "may be left out");
        corridor();
        assertThat(firstWay()).doesNotContain("href=\"/set-up\"");
        Surfer gate = site.surfer();
        gate.signIn(Role.GATE);
        assertThat(gate.get("/set-up").statusCode()).isEqualTo(403);
    }

    @Test
    void theNextStepIsWhatIsMissingFirst() {
        assertThat(nextStep()).contains("/set-up/languages");
        administrator.get("/set-up/languages");
        administrator.post("/set-up/languages", Map.of("languages", "EN"));
        assertThat(nextStep()).contains("/set-up/places");
        settlement("Harbour town");
        assertThat(nextStep()).contains("/set-up/parties");
        party("River council", PartyKind.ARMED_GROUPS);
        assertThat(nextStep()).contains("/set-up/corridor");
        corridor();
        assertThat(nextStep()).contains("/set-up/crossings");
        assertThat(text(administrator.get("/set-up"))).contains("done: 1");
    }

    @Test
    void namesAreAskedForInTheLanguagesThatWereChosenAndTheOthersStay() {
        administrator.get("/set-up/languages");
        HttpResponse<String> none = administrator.post("/set-up/languages", Map.of("languages", "RU"));
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(plain(none)).contains("places.no-language");
        assertThat(plain(administrator.get("/set-up/parties"))).contains("name-en", "name-ar");
        party("River council", PartyKind.ARMED_GROUPS, Map.of("name-ar", "مجلس النهر"));
        administrator.get("/set-up/languages");
        administrator.post("/set-up/languages", Map.of("languages", "EN"));
        assertThat(plain(administrator.get("/set-up/parties")))
                .contains("name-en")
                .doesNotContain("name-ar");
        Party before = onlyParty();
        administrator.get("/set-up/parties/" + before.id());
        administrator.post(
                "/set-up/parties/" + before.id(), Map.of("name-en", "Council of the river", "kind", "ARMED_GROUPS"));
        assertThat(onlyParty().names())
                .isEqualTo(new Names(Map.of(Language.EN, "Council of the river", Language.AR, "مجلس النهر")));
        assertThat(onlyParty().id()).isEqualTo(before.id());
    }

    @Test
    void whatIsTypedWronglyStaysAndIsExplained() {
        administrator.get("/set-up/parties");
        HttpResponse<String> unkind = administrator.post("/set-up/parties", Map.of("name-en", "River council"));
        assertThat(unkind.statusCode()).isEqualTo(422);
        assertThat(plain(unkind)).contains("value=\"River council\"", "Fill this in");
        settlement("Harbour town");
        corridor();
        administrator.get("/set-up/crossings");
        HttpResponse<String> astray = administrator.post(
                "/set-up/crossings",
                Map.of(
                        "corridor", onlyCorridor().id().slug(),
                        "name-en", "South crossing",
                        "area", "harbour-town",
                        "position", "here"));
        assertThat(astray.statusCode()).isEqualTo(422);
        assertThat(plain(astray)).contains("value=\"South crossing\"", "value=\"here\"");
        assertThat(onlyCorridor().crossings()).isEmpty();
    }

    @Test
    void anAgreementAndItsZoneAreRecordedAndCorrected() {
        settlement("Harbour town");
        party("River council", PartyKind.ARMED_GROUPS);
        String council = onlyParty().id().slug();
        administrator.get("/set-up/agreement/new");
        assertThat(sentTo(administrator.post(
                        "/set-up/agreement/new",
                        with(
                                SOURCE,
                                Map.of(
                                        "name-en", "River memorandum",
                                        "signed", "2019-08",
                                        "guarantors", council,
                                        "months", "6",
                                        "extension", "BY_NEW_AGREEMENT")))))
                .isEqualTo("/set-up/agreement?saved");
        var agreement = site.agreements().agreements(site.journal().now()).getFirst();
        assertThat(agreement.term().orElseThrow().months()).isEqualTo(6);
        assertThat(agreement.signed().asTold()).isEqualTo("2019-08");
        assertThat(plain(administrator.get("/set-up/agreement/" + agreement.id())))
                .contains("value=\"2019-08\"", "value=\"River commission\"", "value=\"2019-09-01\"");
        administrator.get("/set-up/zones/new");
        assertThat(sentTo(administrator.post(
                        "/set-up/zones/new",
                        with(
                                SOURCE,
                                Map.of(
                                        "name-en", "South zone",
                                        "agreement", agreement.id().slug(),
                                        "part-1", "harbour-town",
                                        "extent-1", "PARTS",
                                        "part-2", "",
                                        "extent-2", "WHOLE",
                                        "from", "2019-08-15")))))
                .isEqualTo("/set-up/agreement?saved");
        assertThat(text(administrator.get("/set-up/agreement"))).contains("River memorandum", "South zone");
        administrator.get("/set-up/zones/new");
        assertThat(plain(administrator.post(
                        "/set-up/zones/new",
                        with(
                                SOURCE,
                                Map.of(
                                        "name-en", "North zone",
                                        "agreement", agreement.id().slug(),
                                        "from", "2019-08-15")))))
                .contains("agreement.zone-without-areas");
    }

    @Test
    void theNextStepIsTheThingToPressOnceThisOneHasWhatItNeeds() {
        String next = "class=\"button primary\" rel=\"next\"";
        assertThat(administrator.get("/set-up/corridor").body())
                .contains("rel=\"next\"")
                .doesNotContain(next);
        corridor();
        assertThat(administrator.get("/set-up/corridor").body()).contains(next);
        assertThat(administrator.get("/set-up/agreement").body())
                .as("it may be left out")
                .contains(next);
    }

    @Test
    void aCorridorThatIsToldAgainKeepsItsCrossingsAndItsId() {
        settlement("Harbour town");
        corridor();
        String corridor = onlyCorridor().id().slug();
        administrator.get("/set-up/crossings");
        administrator.post(
                "/set-up/crossings",
                Map.of(
                        "corridor", corridor,
                        "name-en", "South crossing",
                        "area", "harbour-town",
                        "position", "12.25, 45.75"));
        administrator.get("/set-up/corridor/" + corridor);
        administrator.post(
                "/set-up/corridor/" + corridor,
                with(SOURCE, Map.of("name-en", "River corridor", "intermediaries", "Elders of the river")));
        Corridor told = onlyCorridor();
        assertThat(told.names().in(Language.EN)).isEqualTo("River corridor");
        assertThat(told.crossings()).hasSize(1);
        assertThat(told.intermediaries()).containsExactly(Names.of(Language.EN, "Elders of the river"));
        String crossing = told.crossings().getFirst().crossing().slug();
        String page = "/set-up/crossings/" + corridor + "/" + crossing;
        assertThat(plain(administrator.get(page))).contains("Keep the position").doesNotContain("45.75");
        administrator.post(page, Map.of("name-en", "South gate", "area", "harbour-town", "keep-position", "yes"));
        assertThat(onlyCorridor().crossings().getFirst().names().in(Language.EN))
                .isEqualTo("South gate");
        assertThat(onlyCorridor().crossings().getFirst().position()).isPresent();
        administrator.get(page);
        administrator.post(page, Map.of("name-en", "South gate", "area", "harbour-town"));
        assertThat(onlyCorridor().crossings().getFirst().position()).isEmpty();
    }

    @Test
    void stepsThatHavePagesElsewhereLeadBackToTheSetUp() {
        assertThat(text(administrator.get("/set-up/hours"))).contains("First put a corridor on record.");
        settlement("Harbour town");
        corridor();
        String corridor = onlyCorridor().id().slug();
        assertThat(plain(administrator.get("/set-up/hours"))).contains("/entry/route/" + corridor + "?set-up=yes");
        administrator.get("/entry/route/" + corridor + "?set-up=yes");
        assertThat(sentTo(administrator.post(
                        "/entry/route/" + corridor,
                        with(SOURCE, Map.of("way", "10.1, 20.1\n10.2, 20.2", "opens", "06:00", "closes", "18:00")))))
                .isEqualTo("/set-up/hours?saved");
        assertThat(text(administrator.get("/set-up/hours"))).contains("every day from 06:00 to 18:00");
        administrator.get("/safe-areas/new?set-up=yes");
        assertThat(sentTo(administrator.post(
                        "/safe-areas/new",
                        Map.of(
                                "name-en", "Harbour school",
                                "area", "harbour-town",
                                "corridors", corridor,
                                "PlaceKind.GENERAL", "40"))))
                .isEqualTo("/set-up/safe-areas?saved");
        administrator.get("/care/new?set-up=yes");
        assertThat(sentTo(administrator.post(
                        "/care/new", Map.of("name-en", "Kitchen", "stands", corridor, "services", "WATER"))))
                .isEqualTo("/set-up/points?saved");
        administrator.get("/vehicles/new?set-up=yes");
        assertThat(sentTo(
                        administrator.post("/vehicles/new", Map.of("vehicle", "bus-01", "type", "BUS", "seats", "45"))))
                .isEqualTo("/set-up/vehicles?saved");
        assertThat(text(administrator.get("/set-up/vehicles"))).contains("bus-01", "45 people");
    }

    private void settlement(String name) {
        site.places()
                .name(
                        site.administrator(),
                        site.node().act(),
                        new Area(
                                new AreaId("harbour-town"),
                                AreaKind.SETTLEMENT,
                                Optional.empty(),
                                Names.of(Language.EN, name),
                                List.of(),
                                Optional.empty()),
                        Optional.empty());
    }

    private void party(String name, PartyKind kind) {
        party(name, kind, Map.of());
    }

    private void party(String name, PartyKind kind, Map<String, String> more) {
        administrator.get("/set-up/parties");
        assertThat(sentTo(administrator.post(
                        "/set-up/parties", with(more, Map.of("name-en", name, "kind", kind.name())))))
                .isEqualTo("/set-up/parties?saved");
    }

    private Party onlyParty() {
        return site.agreements()
                .parties(site.journal().now())
                .values()
                .iterator()
                .next();
    }

    private void corridor() {
        administrator.get("/set-up/corridor/new");
        assertThat(sentTo(administrator.post(
                        "/set-up/corridor/new",
                        with(SOURCE, Map.of("name-en", "South corridor", "flows", "CIVILIANS_OUT")))))
                .isEqualTo("/set-up/corridor?saved");
    }

    private Corridor onlyCorridor() {
        return Corridors.all(site.journal().now()).getFirst();
    }

    private String firstWay() {
        return plain(administrator.get("/"))
                .replaceAll("(?s).*<ul class=\"ways\">", "")
                .split("</li>", 2)[0];
    }

    private String nextStep() {
        return plain(administrator.get("/set-up"))
                .replaceAll("(?s).*<ul class=\"ways\">", "")
                .split("</li>", 2)[0];
    }

    private static Map<String, String> with(Map<String, String> some, Map<String, String> more) {
        var all = new HashMap<>(some);
        all.putAll(more);
        return all;
    }

    private static String text(HttpResponse<String> page) {
        assertThat(page.statusCode()).isEqualTo(200);
        return plain(page).replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }
}
