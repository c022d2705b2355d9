// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearway.corridor.Sayings.CENTRE;
import static org.clearway.corridor.Sayings.CORRIDOR;
import static org.clearway.corridor.Sayings.GOVERNMENT;
import static org.clearway.corridor.Sayings.GROUPS;
import static org.clearway.corridor.Sayings.OBSERVATORY;
import static org.clearway.corridor.Sayings.announcement;
import static org.clearway.corridor.Sayings.from;
import static org.clearway.corridor.Sayings.people;
import static org.clearway.corridor.Sayings.september;
import static org.clearway.corridor.Sayings.since;
import static org.clearway.corridor.Sayings.source;
import static org.clearway.corridor.Sayings.use;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clearway.access.Actor;
import org.clearway.access.Role;
import org.clearway.agreement.Assurance;
import org.clearway.agreement.AssuranceStatus;
import org.clearway.corridor.AnnouncedStatus;
import org.clearway.corridor.Around;
import org.clearway.corridor.Count;
import org.clearway.corridor.Reason;
import org.clearway.corridor.ReasonClaimed;
import org.clearway.corridor.Sayings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoardPagesTest {
    private static final Actor COORDINATION = new Actor(Site.account(Role.COORDINATION), Set.of(Role.COORDINATION));

    private static final java.time.LocalDate AUGUST = java.time.LocalDate.of(2019, 8, 10);

    @TempDir
    static Path folder;

    private static Site site;

    @BeforeAll
    static void open() {
        site = Site.playing(folder.resolve("node"));
        Around.people(site.node());
        var corridors = site.corridors();
        corridors.plan(COORDINATION, site.node().act(), Sayings.corridor());
        corridors.announce(
                COORDINATION,
                site.node().act(),
                announcement(CENTRE, AnnouncedStatus.OPEN, since(september(13)), september(13)));
        site.agreements()
                .assure(
                        COORDINATION,
                        site.node().act(),
                        new Assurance(
                                CORRIDOR,
                                GOVERNMENT,
                                AssuranceStatus.GIVEN,
                                since(september(13)),
                                source(september(13))));
        corridors.claimUse(
                COORDINATION,
                site.node().act(),
                people(OBSERVATORY, from(september(13), september(14)), Count.exactly(0), september(14)));
        corridors.claimUse(
                COORDINATION,
                site.node().act(),
                use(
                        CENTRE,
                        from(september(13), september(14)),
                        Map.of(),
                        List.of(Reason.of(ReasonClaimed.APPROACH_SHELLED, GROUPS)),
                        september(14)));
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void announcedAssuredAndUsedStandSideBySideEachWithWhoSaysSo() {
        String page = plain(board("/board"));
        assertThat(page)
                .contains("announced open by Centre; assurances: 1 of 2; nobody through (0), according to Observatory")
                .contains("announced by Centre", "announced as voluntary", "1 of 2", "none on record")
                .contains("0 people", "The Daily", "https://daily.example/2019-09-14")
                .contains("That is not a zero.", "Civilians who stay keep their protection.");
    }

    @Test
    void servicesKeepTheOrderInWhichTheyWereAnnounced() {
        String page = board("/board").body();
        assertThat(page.indexOf("<li>transport</li>"))
                .isPositive()
                .isLessThan(page.indexOf("<li>emergency medical care</li>"));
    }

    @Test
    void aReasonIsToldOnlyAsTheClaimOfWhoeverGivesIt() {
        assertThat(plain(board("/board")))
                .contains("Centre says: the approach is shelled (attributed to armed groups)")
                .containsOnlyOnce("the approach is shelled");
    }

    @Test
    void atAnEarlierMomentTheBoardIsWhatItWasThenAndNoAnnouncementIsNotClosed() {
        assertThat(plain(board("/board?at=2019-07-01T12:00")))
                .contains("No announcement speaks of this time.", "Nobody has claimed a figure of the last 30 days.")
                .doesNotContain("0 people", "<b>closed</b>", "<b>open</b>");
    }

    @Test
    void whatCameThroughMoreThanThirtyDaysAgoIsToldAsOfEarlierTimes() {
        site.corridors()
                .claimUse(
                        COORDINATION,
                        site.node().act(),
                        people(CENTRE, from(AUGUST.minusDays(3), AUGUST), Count.exactly(102), AUGUST));
        String page = plain(board("/board"));
        int earlier = page.indexOf("1 figure of earlier times");
        assertThat(earlier).isPositive();
        assertThat(page.indexOf("0 people")).isLessThan(earlier);
        assertThat(page.indexOf("102 people")).isGreaterThan(earlier);
    }

    @Test
    void theBoardIsAskedForAsItWasKnownOnAnEarlierDay() {
        assertThat(plain(board("/board?at=2019-09-14T18:00&known=2019-09-13")))
                .contains("by what was known here when 13 September 2019 was over.", "No corridor is on record yet.")
                .doesNotContain("South gate");
        assertThat(board("/board?known=2119-09-13").body()).contains("aria-invalid=\"true\"", "South gate");
    }

    @Test
    void aMomentThatIsNotUnderstoodIsSaidBesideTheFieldAndTheBoardIsStillThere() {
        assertThat(board("/board?at=yesterday").body())
                .contains("A moment is a day and an hour", "value=\"yesterday\"", "South gate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void theBoardIsReadOnALaptopATabletATelephoneAndPaper(String language) {
        for (Browser.Kind kind :
                List.of(Browser.Kind.laptop(language), Browser.Kind.tablet(language), Browser.Kind.phone(language))) {
            try (Browser browser = Browser.open(BoardPagesTest.class, kind, site.address())) {
                browser.signIn(Role.COORDINATION).go("/board");
                assertThat(browser.sidewaysBy()).as(kind.toString()).isZero();
                assertThat(browser.tooSmallToTouch()).as(kind.toString()).isEmpty();
                browser.wholePicture("board-" + kind.width() + "-" + language);
                if (kind.width() == 1280) browser.asPrinted(true).wholePicture("board-printed-" + language);
                assertThat(browser.requestsElsewhere()).isEmpty();
                assertThat(browser.complaints()).isEmpty();
            }
        }
    }

    private static HttpResponse<String> board(String path) {
        Surfer surfer = site.surfer();
        surfer.signIn(Role.COORDINATION);
        return surfer.get(path);
    }

    /// The page without the marks that isolate names, which nobody sees.
    private static String plain(HttpResponse<String> answer) {
        return answer.body().replace("\u2068", "").replace("\u2069", "");
    }
}
