// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.clearway.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The map and the question of who held what, over HTTP, about the land of {@link MapStory}.
class MapPagesTest {
    private static final Set<Role> READERS =
            EnumSet.of(Role.DUTY, Role.COORDINATION, Role.PRESS, Role.PROTECTION, Role.ADMINISTRATOR);

    @TempDir
    static Path folder;

    private static Site site;
    private static Surfer duty;

    @BeforeAll
    static void open() {
        site = Site.playing(folder.resolve("node"));
        MapStory.tell(site);
        duty = site.surfer();
        duty.signIn(Role.DUTY);
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void theMapOfADayShowsEachClaimWithItsClaimantItsTimeAsToldAndItsSource() {
        String page = page("/map?day=2019-09-14");
        assertThat(page)
                .contains(
                        "On 14 September 2019, by what is known now",
                        "Northern zone",
                        "North: all of it",
                        "parts of West: extent not exactly known",
                        "outside the control of the Government",
                        "since 1 June 2017",
                        "under the control of armed groups",
                        "since January 2019",
                        "according to Observatory",
                        "23 August 2019",
                        "imply no endorsement",
                        "a line may be off by 3 km");
        assertThat(page).contains("parts of Marsh: extent not exactly known", "Not drawn: no border is on record.");
    }

    @Test
    void theSameDayLooksDifferentAsItWasKnownEarlier() {
        String before = page("/map?day=2019-09-14&known=2019-09-13");
        assertThat(before)
                .contains("by what was known when 13 September 2019 was over", "No borders were on record then")
                .doesNotContain("Northern zone", "Gate");
        String then = page("/map?day=2019-09-14&known=2019-09-19");
        assertThat(then)
                .contains("outside the control of the Government")
                .doesNotContain("under the control of armed groups", "since 2018");
        assertThat(page("/map?day=2019-09-14&known=2019-09-20")).contains("under the control of armed groups");
    }

    @Test
    void aClaimSinceAYearIsNotDrawnInItsSpringAndThePageSaysWhy() {
        String spring = duty.get("/map?day=2018-04-01").body();
        assertThat(plain(spring)).contains("whether it had begun by this day is not told");
        assertThat(hatches(spring)).contains("look-0-whole", "look-0-parts").doesNotContain("look-3-parts");
        String autumn = duty.get("/map?day=2019-09-14").body();
        assertThat(plain(autumn)).doesNotContain("whether it had begun by this day");
        assertThat(hatches(autumn)).contains("look-3-parts");
    }

    @Test
    void aClaimThatHadEndedIsNoLongerThere() {
        assertThat(page("/map?day=2018-05-31")).contains("contested, 1 March 2018 to 31 May 2018");
        assertThat(section(page("/map?day=2018-06-01"), "The same as a table", "Days on which"))
                .doesNotContain("contested");
    }

    @Test
    void everyDayOfChangeIsALinkAndTheNextOnesStandByTheDay() {
        String page = duty.get("/map?day=2019-09-14&known=2019-09-24").body();
        assertThat(page)
                .contains(
                        "data-day=\"2017-05-06\"",
                        "data-day=\"2018-06-01\"",
                        "data-day=\"2019-09-13\"",
                        "/map?day=2017-05-06&amp;known=2019-09-24");
        assertThat(plain(page)).contains("Change before: 13 September 2019").doesNotContain("Next change:");
        assertThat(page("/map?day=2017-01-01")).contains("Next change: 6 May 2017");
    }

    @Test
    void crossingsArePlacedToTwoDecimalsAtMost() {
        for (String path : List.of("/map?day=2019-09-14", "/map/zones.geojson?day=2019-09-14")) {
            assertThat(duty.get(path).body()).doesNotContain("45.87654", "45.8765", "45.123", "30.234", "30.567");
        }
        assertThat(page("/map?day=2019-09-14"))
                .contains("45.88, 30.23", "45.12, 30.57", "announced open by the Government, since 13 September 2019");
        assertThat(page("/map?day=2019-09-12")).contains("Nothing is announced of this day.");
    }

    @Test
    void namesAreNeverMarkup() {
        for (String path : List.of(
                "/map?day=2018-04-01",
                "/control?of=area:south&day=2018-04-01",
                "/control?of=%3Cscript%3E&day=%22%3E%3Cscript%3E")) {
            assertThat(duty.get(path).body()).doesNotContain("<img src=x", "<script>");
        }
    }

    @Test
    void featuresForAMovableMapFollowTheSameTwoDays() {
        HttpResponse<String> now = duty.get("/map/zones.geojson?day=2019-09-14");
        assertThat(now.headers().firstValue("Content-Type").orElse("")).startsWith("application/geo+json");
        assertThat(now.body()).contains("FeatureCollection", "\"hatches\":\"look-0-whole look-2-whole\"", "\"North\"");
        assertThat(duty.get("/map/zones.geojson?day=2019-09-14&known=2019-09-19")
                        .body())
                .contains("look-0-whole")
                .doesNotContain("look-2");
        assertThat(duty.get("/map/zones.geojson?day=2019-09-14&known=2019-09-13")
                        .body())
                .contains("\"features\":[]");
        assertThat(duty.get("/map/zones.geojson?day=tomorrow").statusCode()).isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource({
        "14.9.2019, A day is a year",
        "2019-02-30, A day is a year",
        "+999999999-01-01, A day is a year",
        "2019-09-26, has not come yet",
        "9999-12-31, has not come yet"
    })
    void aBadDayIsAnsweredBesideItsFieldAndWhatWasTypedStays(String typed, String answer) {
        for (String path :
                List.of("/map?day=", "/map?known=", "/control?of=zone:northern-zone&day=", "/control?known=")) {
            HttpResponse<String> page = duty.get(path + typed.replace("+", "%2B"));
            assertThat(page.statusCode()).as(path).isEqualTo(422);
            assertThat(page.body()).contains("value=\"" + typed + "\"", "aria-invalid=\"true\"");
            assertThat(plain(page.body())).contains(answer);
        }
    }

    @Test
    void arabicDigitsAreDigits() {
        assertThat(page("/map?day=%D9%A2%D9%A0%D9%A1%D9%A9-%D9%A0%D9%A9-%D9%A1%D9%A4"))
                .contains("On 14 September 2019");
    }

    @Test
    void whoHeldItIsAnsweredSideBySideByEachClaimant() {
        String page = page("/control?of=zone:northern-zone&day=2019-09-14");
        assertThat(page)
                .contains(
                        "Who held Northern zone",
                        "according to Agency outside the control of the Government since 1 June 2017",
                        "according to Observatory under the control of armed groups since January 2019",
                        "Where they differ, all of them stand.",
                        "Known here since 14:00 on 20 September 2019");
        assertThat(page("/control?of=zone:northern-zone&day=2019-09-14&known=2019-09-19"))
                .contains("according to Agency")
                .doesNotContain("Observatory");
    }

    @Test
    void whereNobodyHasClaimedThePageSaysSo() {
        assertThat(page("/control?of=zone:southern-zone&day=2017-06-01"))
                .contains("Nobody on record has claimed who held Southern zone on that day.")
                .contains("since 2018");
        assertThat(page("/control?of=area:east&day=2019-09-14")).contains("No claim about East was known then.");
    }

    @Test
    void aClaimOnAnAreaIsNoneOnItsZoneButStandsBesideIt() {
        String page = page("/control?of=zone:southern-zone&day=2018-04-01");
        assertThat(section(page, "Claims about related ground", "Everything claimed"))
                .contains("contested");
        assertThat(section(page, "Who held Southern zone", "Claims about related ground"))
                .contains("whether it had begun by this day is not told")
                .doesNotContain("contested");
        assertThat(section(page("/control?of=area:west&day=2019-09-14"), "Claims about related ground", "Everything"))
                .contains("Northern zone : outside the control of the Government");
    }

    @Test
    void groundThatIsNotOnRecordIsRefusedBesideItsField() {
        for (String of : List.of("zone:nowhere", "area:nowhere", "area:No%20Where", "something")) {
            HttpResponse<String> page = duty.get("/control?of=" + of);
            assertThat(page.statusCode()).as(of).isEqualTo(422);
            assertThat(page.body()).contains("aria-invalid=\"true\"");
        }
        assertThat(duty.get("/control").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/map", "/map?day=2018-04-01", "/control?of=zone:northern-zone"})
    void thePagesSpeakArabic(String path) {
        var surfer = new Surfer(site.address(), "ar");
        surfer.signIn(Role.PRESS);
        String page = surfer.get(path).body();
        assertThat(page).contains("dir=\"rtl\"", "المنطقة الشمالية").doesNotContain("Northern zone", "Observatory");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void theMapIsForThoseWhoMayReadIt(Role role) {
        Surfer surfer = site.surfer();
        if (role != Role.PUBLIC) surfer.signIn(role);
        for (String path : List.of("/map", "/map/zones.geojson", "/control?of=zone:northern-zone")) {
            int expected = READERS.contains(role) ? 200 : role == Role.PUBLIC ? 302 : 403;
            assertThat(surfer.get(path).statusCode()).as(path).isEqualTo(expected);
        }
    }

    private static String page(String path) {
        HttpResponse<String> answer = duty.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return plain(answer.body());
    }

    private static List<String> hatches(String html) {
        return Pattern.compile("url\\(#(look-[^)]*)\\)")
                .matcher(html)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    /// From the last `begin` to the first `end` after it.
    private static String section(String text, String begin, String end) {
        int from = text.lastIndexOf(begin);
        assertThat(from).as(begin).isNotNegative();
        int to = text.indexOf(end, from);
        return text.substring(from, to < 0 ? text.length() : to);
    }

    /// What a reader sees, without tags and isolating signs.
    private static String plain(String html) {
        return html.replaceAll("(?s)<(script|style|option|title)\\b.*?</\\1>", " ")
                .replaceAll("<[^>]*>", " ")
                .replace("&#39;", "'")
                .replace("&amp;", "&")
                .replaceAll("[\u2066-\u2069\u200e]", "")
                .replaceAll("\\s+", " ")
                .replace(" ,", ",");
    }
}
