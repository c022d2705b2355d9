// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearway.web.Surfer.plain;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clearway.access.Role;
import org.clearway.corridor.Sayings;
import org.clearway.language.Language;
import org.clearway.paper.Blank;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Blank forms, from the printer to the entry.
class PaperPagesTest {
    private static final Pattern NUMBER = Pattern.compile("[A-Y]{2}-\\d{4,6}-[0-9A-Y]");

    @TempDir
    Path folder;

    private Site site;

    @BeforeEach
    void open() {
        site = Site.in(folder.resolve("node"));
        Crossing.on(site);
        Crossing.openGates(site);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void everyFormIsPrintedInEveryLanguageOnASheetWithItsNumberAndNoNameIsAskedFor() {
        Surfer cell = signedIn(Role.COORDINATION);
        for (Blank blank : Blank.values()) {
            for (Language language : Language.offered()) {
                String sheets = print(cell, blank, language, 2).body();
                Words words = new Words(language, Site.ZONE);
                assertThat(sheets)
                        .as(blank + " " + language)
                        .contains(
                                words.say(blank).replace("'", "&#39;"),
                                words.say("paper.rule.names"),
                                "lang=\"" + language.tag() + "\"")
                        .doesNotContain("<textarea", "<input type=\"text\"");
                assertThat(NUMBER.matcher(sheets)
                                .results()
                                .map(hit -> hit.group())
                                .distinct())
                        .hasSize(2);
            }
        }
    }

    @Test
    void aDeskSeesItsFormsAndTheWeaponsDeskHasNoPageOfThem() {
        assertThat(plain(signedIn(Role.GATE).get("/paper")))
                .contains("Gate: people by the hour", "Fire seen or heard", "The weapons desk has no form")
                .doesNotContain("Announcement heard");
        assertThat(plain(signedIn(Role.ADMINISTRATOR).get("/paper"))).contains("Announcement heard", "Boarding");
        assertThat(signedIn(Role.ARMS).get("/paper").statusCode()).isEqualTo(403);
        Surfer gate = signedIn(Role.GATE);
        gate.get("/paper");
        assertThat(gate.post("/paper/print/ledger", Map.of("language", "en", "copies", "1"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aSheetIsEnteredAndTheNextOneAskedForAndASecondTimeItIsShown() {
        Surfer gate = signedIn(Role.GATE);
        String number = number(print(gate, Blank.GATE_HOURS, Language.AR, 1));
        site.node().clock().set(Sayings.at("2019-09-14T20:00"));
        HttpResponse<String> to = gate.get(
                "/paper/enter?number=" + number.toLowerCase(Locale.ROOT).replace("-", "+"));
        assertThat(location(to)).isEqualTo("/paper/enter/" + number + "?sitting=0");
        assertThat(plain(gate.get("/paper/enter/" + number)))
                .contains("South crossing", "Age not known")
                .doesNotContain("textarea");
        HttpResponse<String> saved = gate.post("/paper/enter/" + number, sheet());
        assertThat(location(saved)).isEqualTo("/paper/enter?done=" + number + "&sitting=1");
        assertThat(plain(gate.get("/paper/enter?done=" + number + "&sitting=1")))
                .contains("is on record", "1 sheet entered");
        assertThat(plain(gate.get("/gate/south-gate/south-crossing/hours?day=2019-09-14")))
                .contains("14:00");
        assertThat(plain(gate.get("/paper/enter/" + number)))
                .contains("entered", "gate-1", "Enter something from it all the same")
                .doesNotContain("Families");
        assertThat(plain(gate.post("/paper/enter/" + number, sheet()))).contains("was entered before");
        Map<String, String> again = sheet();
        again.put("again", "GOES_ON");
        again.put("hour-1", "13");
        again.put("older", "yes");
        assertThat(gate.post("/paper/enter/" + number, again).statusCode()).isEqualTo(303);
    }

    @Test
    void whatIsWrongIsSaidBesideItAndWhatWasTypedStays() {
        Surfer gate = signedIn(Role.GATE);
        String number = number(print(gate, Blank.GATE_HOURS, Language.EN, 1));
        gate.get("/paper/enter/" + number);
        Map<String, String> typed = sheet();
        typed.put("hour-1", "25");
        typed.put("households-2", "many");
        HttpResponse<String> answer = gate.post("/paper/enter/" + number, typed);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(plain(answer)).contains("An hour from 0 to 23.", "A whole number", "value=\"25\"", "value=\"many\"");
        typed = sheet();
        typed.put("day", "2019-09-15");
        assertThat(plain(gate.post("/paper/enter/" + number, typed))).contains("has not come yet");
        assertThat(plain(gate.get("/paper/enter?number=AB-1234-5"))).contains("is no number of a sheet");
    }

    @Test
    void aLostSheetIsSaidToBeLost() {
        Surfer gate = signedIn(Role.GATE);
        HttpResponse<String> sheets = print(gate, Blank.FIRE, Language.EN, 3);
        String number = number(sheets);
        String run = sheets.uri().getPath().replace("/sheets", "");
        assertThat(plain(gate.get(run))).contains("nothing known yet: 3");
        gate.post(run + "/out", Map.of("number", number, "why", "LOST"));
        assertThat(plain(gate.get(run))).contains("nothing known yet: 2", "lost: 1");
        assertThat(plain(gate.get("/paper/enter/" + number))).contains("The sheet is there after all");
    }

    private static Map<String, String> sheet() {
        var typed = new HashMap<String, String>();
        typed.put("gate", "south-gate/south-crossing");
        typed.put("day", "20190914");
        typed.put("zone", "Asia/Damascus");
        typed.put("by", "GATE");
        typed.put("hour-1", "15");
        typed.put("direction-1", "OUT");
        typed.put("households-1", "2");
        typed.put("Band.FEMALE_FROM_18-1", "3");
        return typed;
    }

    private HttpResponse<String> print(Surfer desk, Blank blank, Language language, int copies) {
        String path = "/paper/print/" + blank.slug();
        desk.get(path);
        HttpResponse<String> printed =
                desk.post(path, Map.of("language", language.tag(), "copies", String.valueOf(copies)));
        assertThat(printed.statusCode()).as(blank.name()).isEqualTo(303);
        HttpResponse<String> sheets = desk.get(location(printed));
        assertThat(sheets.statusCode()).as(blank.name()).isEqualTo(200);
        return sheets;
    }

    private static String number(HttpResponse<String> sheets) {
        Matcher number = NUMBER.matcher(sheets.body());
        assertThat(number.find()).isTrue();
        return number.group();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().map().getOrDefault("location", List.of("")).getFirst();
    }

    private Surfer signedIn(Role role) {
        var surfer = new Surfer(site.address(), "en");
        surfer.signIn(role);
        return surfer;
    }
}
