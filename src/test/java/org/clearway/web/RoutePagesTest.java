// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearway.web.Surfer.plain;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.clearway.access.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Hazards on a route, told and looked at again by hand.
class RoutePagesTest {
    @TempDir
    Path folder;

    private Site site;

    @BeforeEach
    void open() {
        site = Site.in(folder.resolve("node"));
        Crossing.on(site);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @ParameterizedTest
    @CsvSource({
        "en,'mines, presumed, not seen, near Town',according to Centre",
        "ar,'ألغام، مفترض ولم يُشاهد، قرب Town',بحسب المركز"
    })
    void aHazardIsToldOnItsPageAndStandsOnTheBoardWithWhoSaysSo(String language, String told, String claimant) {
        Surfer gate = signedIn(Role.GATE, language);
        gate.get("/entry/hazard");
        HttpResponse<String> saved = gate.post("/entry/hazard", hazard());
        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(saved.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).isEqualTo("/board?saved#south-gate"));
        assertThat(words(gate.get("/board"))).contains(told, claimant);
    }

    @ParameterizedTest
    @CsvSource({
        "en,Choose one of the list.,'A moment is a day and an hour'",
        "ar,اختر واحدًا من القائمة.,اللحظة يوم وساعة"
    })
    void rubbishIsKeptInItsFieldsAndNamedBesideThem(String language, String choose, String moment) {
        Surfer gate = signedIn(Role.GATE, language);
        gate.get("/entry/hazard");
        Map<String, String> typed = hazard();
        typed.put("kind", "DRAGONS");
        typed.put("near", "<nowhere>");
        typed.put("checked", "yesterday at noon");
        HttpResponse<String> answer = gate.post("/entry/hazard", typed);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(plain(answer))
                .contains(choose, moment, "value=\"yesterday at noon\"")
                .doesNotContain("<nowhere>")
                .containsPattern("id=\"kind\"[^>]*aria-invalid=\"true\"")
                .containsPattern("id=\"near\"[^>]*aria-invalid=\"true\"")
                .containsPattern("value=\"PRESUMED\"[^>]*selected");
        assertThat(words(gate.get("/board"))).doesNotContain("DRAGONS", "yesterday at noon");
    }

    @ParameterizedTest
    @CsvSource({"en,which is still to come", "ar,وهو وقت لم يأت بعد"})
    void aCheckThatIsStillToComeIsRefused(String language, String words) {
        Surfer gate = signedIn(Role.GATE, language);
        gate.get("/entry/hazard");
        Map<String, String> typed = hazard();
        typed.put("checked", "2019-12-24T18:00");
        HttpResponse<String> answer = gate.post("/entry/hazard", typed);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(plain(answer)).contains("corridor.check-of-the-future", words);
    }

    @Test
    void aLaterCheckTakesThePlaceOfTheOneBeforeAndCarriesOverWhatItIsAbout() {
        Surfer gate = signedIn(Role.GATE, "en");
        gate.get("/entry/hazard");
        gate.post("/entry/hazard", hazard());
        site.node().clock().set(site.node().clock().instant().plusSeconds(600));
        var link = Pattern.compile("href=\"(/entry/hazard/[^\"]*)\"")
                .matcher(gate.get("/board").body());
        assertThat(link.find()).isTrue();
        String check = link.group(1).replace("&amp;", "&");
        assertThat(plain(gate.get(check)))
                .contains("<h1>Enter a later check</h1>")
                .containsPattern("value=\"MINES\"[^>]*selected");
        Map<String, String> cleared = hazard();
        cleared.put("state", "CLEARED");
        cleared.put("checked", "2019-09-14T14:25");
        assertThat(gate.post(check.replaceAll("\\?.*", ""), cleared).statusCode())
                .isEqualTo(303);
        assertThat(words(gate.get("/board"))).contains("mines, cleared").doesNotContain("presumed, not seen");
        gate.get("/entry/hazard");
        assertThat(gate.post("/entry/hazard/0199a1b2-c3d4-7000-8000-000000000001", cleared)
                        .body())
                .contains("corridor.hazard-unknown");
    }

    @Test
    void aDeskThatOnlyReadsTellsOfNoHazard() {
        assertThat(signedIn(Role.PRESS, "en").get("/entry/hazard").statusCode()).isEqualTo(403);
        assertThat(words(signedIn(Role.PRESS, "en").get("/board"))).doesNotContain("Enter a hazard on the route");
    }

    private static Map<String, String> hazard() {
        return new HashMap<>(Map.of(
                "corridor", "south-gate",
                "near", "town",
                "kind", "MINES",
                "state", "PRESUMED",
                "checked", "2019-09-14T14:05",
                "claimant", "centre"));
    }

    private Surfer signedIn(Role role, String language) {
        var surfer = new Surfer(site.address(), language);
        surfer.signIn(role);
        return surfer;
    }

    /// What a page says, without its tags.
    private static String words(HttpResponse<String> answer) {
        return plain(answer).replaceAll("<[^>]*>", "").replaceAll("\\s+", " ");
    }
}
