// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearway.web.Surfer.plain;
import static org.clearway.web.Surfer.sentTo;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.clearway.access.Actor;
import org.clearway.access.Role;
import org.clearway.corridor.CrossingId;
import org.clearway.corridor.Sayings;
import org.clearway.gate.Band;
import org.clearway.gate.Card;
import org.clearway.gate.Cards;
import org.clearway.gate.Direction;
import org.clearway.gate.Explained;
import org.clearway.gate.Gate;
import org.clearway.gate.Household;
import org.clearway.gate.Passing;
import org.clearway.language.Language;
import org.clearway.transport.ManifestDigest;
import org.clearway.transport.SafeAreaId;
import org.clearway.transport.TripId;
import org.clearway.transport.Trips;
import org.clearway.transport.VehicleId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;

/// A manifest goes from the pages of a gate to those of a school, by file and on paper; nothing else
/// joins the two.
class TakeInPagesTest {
    private static final Gate GATE = new Gate(Sayings.CORRIDOR, new CrossingId("south-crossing"));
    private static final SafeAreaId SCHOOL = new SafeAreaId("harbour-school");
    private static final Actor GATE_DESK = new Actor(Site.account(Role.GATE), Set.of(Role.GATE));
    private static final Actor MARSHAL = new Actor(Site.account(Role.BOARDING), Set.of(Role.BOARDING));

    @TempDir
    Path folder;

    private Site gate;
    private Site school;
    private Card card;
    private String bus;

    /// A bus with a family of five, some couples and six people without a card is sealed at the gate.
    @BeforeEach
    void open() {
        gate = site("gate");
        school = site("school");
        Crossing.openGates(gate);
        bus = opened("bus-07");
        card = boarded(bus, Map.of(Band.FEMALE_FROM_18, 2L, Band.MALE_FROM_5, 3L));
        for (int more = 0; more < 14; more++) boarded(bus, Map.of(Band.FEMALE_FROM_18, 1L, Band.MALE_FROM_18, 1L));
        sealed(bus);
    }

    @AfterEach
    void close() {
        gate.close();
        school.close();
    }

    private Site site(String name) {
        Site site = Site.in(folder.resolve(name));
        Crossing.on(site);
        Crossing.school(site);
        return site;
    }

    private String opened(String name) {
        VehicleId vehicle = Crossing.bus(gate, name);
        return trips().open(MARSHAL, gate.node().act(), GATE, vehicle, SCHOOL, Optional.empty())
                .toString();
    }

    private Card boarded(String trip, Map<Band, Long> people) {
        gate.gates().count(GATE_DESK, gate.node().act(), GATE, Direction.OUT, Site.ZONE, Passing.household(people));
        Card issued = new Cards(gate.journal())
                .issue(
                        GATE_DESK,
                        gate.node().act(),
                        GATE,
                        Site.ZONE,
                        EnumSet.allOf(Explained.class),
                        new Household(people, Map.of(), Language.AR, Optional.empty(), List.of()));
        trips().board(MARSHAL, gate.node().act(), TripId.parse(trip), issued.number(), SCHOOL, Site.ZONE);
        return issued;
    }

    private void sealed(String trip) {
        TripId id = TripId.parse(trip);
        ManifestDigest seen =
                trips().manifest(MARSHAL, gate.journal().now(), id).digest();
        trips().seal(MARSHAL, gate.node().act(), id, seen);
        trips().sign(Crossing.COORDINATION, gate.node().act(), id, seen);
    }

    private Trips trips() {
        return new Trips(gate.journal());
    }

    private static Surfer surfer(Site site, Role role) {
        Surfer surfer = site.surfer();
        surfer.signIn(role);
        return surfer;
    }

    @Test
    void theFileIsTakenInAtTheSchoolAndItsPeopleAreKnownByTheirCards() {
        Surfer marshal = surfer(gate, Role.BOARDING);
        String manifest = plain(marshal.get("/boarding/" + bus + "/manifest"));
        assertThat(manifest).contains("Print with codes", "File for the safe area");
        String key = manifest.replaceAll("(?s).*class=\"code-groups\">([^<]+)<.*", "$1");
        HttpResponse<String> download = marshal.get("/boarding/" + bus + "/manifest/file");
        assertThat(download.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"manifest-bus-07-version-1.clearway\"");
        byte[] file = download.body().getBytes(StandardCharsets.UTF_8);

        Surfer reception = surfer(school, Role.RECEPTION);
        assertThat(plain(reception.get("/reception"))).contains("Take in a manifest");
        assertThat(plain(upload(reception, file)))
                .contains(
                        "Nobody here has accepted the node", key, "33 people", "From South crossing to Harbour school")
                .doesNotContain("Accept this node");
        assertThat(reception
                        .post("/reception/take-in/sender", Map.of("name-en", "x"))
                        .statusCode())
                .isEqualTo(403);
        String document = Base64.getEncoder().encodeToString(file);
        assertThat(plain(reception.post("/reception/take-in", Map.of("document", document))))
                .contains("transport.sender-unknown", key);
        Surfer coordination = surfer(school, Role.COORDINATION);
        assertThat(plain(upload(coordination, file))).contains("Accept this node");
        assertThat(plain(coordination.post("/reception/take-in/sender", Map.of("name-en", "South gate office"))))
                .contains("Compare the six groups first", "value=\"South gate office\"");
        assertThat(plain(coordination.post(
                        "/reception/take-in/sender", Map.of("name-en", "South gate office", "compared", "yes"))))
                .contains("It is exactly as it was signed at South gate office.", "Nodes that are known here");
        assertThat(plain(upload(reception, file))).contains("It is exactly as it was signed");
        assertThat(plain(reception.get("/reception/take-in"))).doesNotContain("Take in no more of its manifests");
        assertThat(plain(coordination.get("/reception/take-in"))).contains("Take in no more of its manifests");
        assertThat(sentTo(coordination.post("/reception/take-in/withdrawal", Map.of())))
                .isEqualTo("/reception/take-in");
        assertThat(plain(upload(reception, file)))
                .contains("Manifests of South gate office are taken in no longer", "taken in no longer");
        assertThat(plain(upload(coordination, file))).contains("Accept this node");
        coordination.post("/reception/take-in/sender", Map.of("name-en", "South gate office", "compared", "yes"));
        assertThat(plain(upload(reception, file))).contains("It is exactly as it was signed");
        String at = sentTo(reception.post("/reception/take-in", Map.of()));
        assertThat(plain(reception.get(at)))
                .contains(
                        "It is taken in: they are on their way here.",
                        "From South crossing; sealed at South gate office",
                        "the key of its gate for 14 September 2019 is not here");
        String path = at.replaceAll("\\?.*", "");
        sentTo(send(reception, path, "arrived"));
        assertThat(plain(send(reception, path, "card", "read", card.number().toString())))
                .contains("No card of this vehicle can be known");

        assertThat(marshal.get("/boarding/day-key").statusCode()).isEqualTo(403);
        Surfer cell = surfer(gate, Role.COORDINATION);
        cell.get("/boarding/day-key");
        String groups = plain(cell.post("/boarding/day-key", Map.of("day", "2019-09-14")))
                .replaceAll("(?s).*class=\"code-groups\">([^<]+)<.*", "$1");
        assertThat(groups).matches("([0-9A-Z]{4} ){7}[0-9A-Z]{4}");
        reception.get("/reception/day-key");
        assertThat(plain(reception.post("/reception/day-key", Map.of("key", groups.substring(1)))))
                .contains("This is not the key of a day.");
        assertThat(plain(reception.post("/reception/day-key", Map.of("key", groups.toLowerCase(Locale.ROOT)))))
                .contains("The key of 14 September 2019 is here.")
                .doesNotContainIgnoringCase(groups);
        assertThat(plain(send(reception, path, "card", "read", card.number().toString())))
                .contains("They are expected with this vehicle.");
        assertThat(plain(send(reception, path, "card", "read", card.code())))
                .as("the card's own code, which the gate signed")
                .contains("They are expected with this vehicle.", "All 5 came in");
        assertThat(plain(reception.get("/boarding/" + path.replace("/reception/", "") + "/manifest")))
                .contains("Sealed by two people at South gate office. Taken in by reception-1")
                .doesNotContain("Print with codes");
        assertThat(surfer(school, Role.BOARDING).get("/boarding").body()).doesNotContain("bus-07");
        upload(reception, file);
        assertThat(sentTo(reception.post("/reception/take-in", Map.of()))).isEqualTo(at);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void aVehicleThatNeverComesIsSetAsideOnTheWordOfAnOfficeAndComesAfterAll(String language) {
        takenIn();
        var pages = new SoftAssertions();
        try (Browser browser = Browser.open(TakeInPagesTest.class, Browser.Kind.tablet(language), school.address())) {
            browser.signIn(Role.RECEPTION).go("/reception");
            browser.driver().findElement(By.cssSelector("tbody th a")).click();
            browser.awaitsSightOf("button.big");
            look(browser, "awaited-" + language, pages);
            List<WebElement> summaries = browser.driver().findElements(By.cssSelector("main summary"));
            summaries.get(1).click();
            browser.driver().findElement(By.id("why")).sendKeys("\uE015");
            browser.driver().findElement(By.cssSelector("details[open] button")).click();
            browser.awaitsSightOf("details[open] .complaint");
            look(browser, "aside-refused-" + language, pages);
            assertThat(browser.driver().findElement(By.id("why")).getDomProperty("value"))
                    .isEqualTo("TURNED_BACK");
            browser.driver().findElement(By.id("told-by")).sendKeys("\uE015");
            browser.driver().findElement(By.cssSelector("details[open] button")).click();
            browser.awaitsAddress("?aside");
            look(browser, "aside-" + language, pages);
            assertThat(browser.driver().findElements(By.cssSelector("button.big")))
                    .isEmpty();
            look(browser.go("/reception"), "aside-list-" + language, pages);
            assertThat(browser.driver().findElements(By.cssSelector("tbody th a")))
                    .isEmpty();
            browser.driver().findElement(By.cssSelector("ul.plain a")).click();
            browser.awaitsSightOf("form[action$=awaited]");
            browser.driver()
                    .findElement(By.cssSelector("form[action$=awaited] button"))
                    .click();
            browser.awaitsAddress("?awaited");
            assertThat(browser.driver().findElements(By.cssSelector("button.big")))
                    .hasSize(1);
            pages.assertThat(browser.complaints()).isEmpty();
        }
        pages.assertAll();
    }

    @Test
    void aVehicleThatIsAwaitedForHoursIsSaidToBeAndDidNotComeBeforeItWasSealed() {
        takenIn();
        Surfer reception = surfer(school, Role.RECEPTION);
        String path =
                plain(reception.get("/reception")).replaceAll("(?s).*href=\"(/reception/[0-9a-f-]{36})\".*", "$1");
        assertThat(plain(send(reception, path, "arrived", "at", "2019-09-13T09:30")))
                .contains("its manifest was sealed later", "transport.before-sealed", "value=\"2019-09-13T09:30\"")
                .contains("<details open=\"open\"><summary>It came before now");
        assertThat(plain(reception.get("/reception"))).doesNotContain("ask after it");
        school.node().clock().set(school.node().clock().instant().plus(Duration.ofHours(4)));
        assertThat(plain(reception.get("/reception"))).contains("awaited for 4 hours: ask after it");
        assertThat(plain(reception.get(path))).contains("awaited for 4 hours: ask after it");
        assertThat(plain(surfer(school, Role.COORDINATION).get("/board")))
                .contains("bus-07 has not arrived: 33 people have been awaited with it for 4 hours");
        sentTo(send(reception, path, "aside", "why", "SENT_ELSEWHERE", "told-by", "OTHER_SAFE_AREA"));
        assertThat(plain(reception.get("/reception")))
                .contains("Not coming here", "33 people on its manifest")
                .contains("sent to another safe area, told by another safe area; on record since")
                .doesNotContain("ask after it");
        assertThat(plain(send(reception, path, "arrived"))).contains("say first that it comes after all");
    }

    private void takenIn() {
        byte[] file = surfer(gate, Role.BOARDING)
                .get("/boarding/" + bus + "/manifest/file")
                .body()
                .getBytes(StandardCharsets.UTF_8);
        Surfer coordination = surfer(school, Role.COORDINATION);
        upload(coordination, file);
        coordination.post("/reception/take-in/sender", Map.of("name-en", "South gate office", "compared", "yes"));
        sentTo(coordination.post("/reception/take-in", Map.of()));
    }

    @Test
    void whatIsNoManifestOrWasChangedOrIsOursIsSaidInWords() {
        byte[] file = surfer(gate, Role.BOARDING)
                .get("/boarding/" + bus + "/manifest/file")
                .body()
                .getBytes(StandardCharsets.UTF_8);
        Surfer reception = surfer(school, Role.RECEPTION);
        byte[] changed = new String(file, StandardCharsets.UTF_8)
                .replace("\"adults\":2", "\"adults\":3")
                .getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> answer = upload(reception, changed);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(plain(answer)).contains("This manifest is not what was signed");
        assertThat(plain(upload(reception, "a holiday picture".getBytes(StandardCharsets.UTF_8))))
                .contains("This file is no manifest.");
        assertThat(upload(reception, new byte[0]).statusCode()).isEqualTo(422);
        assertThat(plain(upload(reception, new byte[2_000_000]))).contains("This file is no manifest.");
        assertThat(plain(upload(surfer(gate, Role.RECEPTION), file))).contains("was sealed at this very node");
        reception.get("/reception/take-in");
        assertThat(plain(reception.post("/reception/take-in", Map.of("document", "%%%"))))
                .contains("This file is no manifest.");
        assertThat(reception.get("/reception/take-in/codes").statusCode()).isEqualTo(303);
        Surfer marshal = surfer(gate, Role.BOARDING);
        String open = opened("bus-08");
        assertThat(plain(marshal.get("/boarding/" + open + "/manifest"))).doesNotContain("Print with codes");
        assertThat(marshal.get("/boarding/" + open + "/manifest/file").statusCode())
                .isEqualTo(422);
        assertThat(plain(marshal.get("/boarding/" + open + "/manifest/codes"))).contains("transport.not-carriable");
    }

    /// The codes are read from the picture that a browser makes of the paper.
    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void theCodesAreScannedFromPaperInAnyOrderAndOneThatIsRefusedLosesNothing(String language) {
        String other = opened("bus-08");
        boarded(other, Map.of(Band.FEMALE_FROM_18, 1L));
        sealed(other);
        var pages = new SoftAssertions();
        List<String> codes;
        List<String> others;
        try (Browser browser = Browser.open(TakeInPagesTest.class, Browser.Kind.tablet(language), gate.address())) {
            browser.signIn(Role.BOARDING);
            look(browser.go("/boarding/" + bus + "/manifest"), "manifest-" + language, pages);
            browser.go("/boarding/" + bus + "/manifest/codes");
            codes = new ArrayList<>(scanned(browser));
            look(browser, "codes-" + language, pages);
            others = scanned(browser.go("/boarding/" + other + "/manifest/codes"));
            pages.assertThat(browser.complaints()).isEmpty();
        }
        try (Browser browser = Browser.open(TakeInPagesTest.class, Browser.Kind.tablet(language), gate.address())) {
            browser.signIn(Role.COORDINATION).go("/boarding/day-key");
            browser.driver().findElement(By.name("day")).click();
            browser.awaitsSightOf(".code-groups");
            look(browser, "day-key-" + language, pages);
        }
        assertThat(codes).hasSizeGreaterThan(2);
        Collections.shuffle(codes, new Random(3));
        try (Browser browser = Browser.open(TakeInPagesTest.class, Browser.Kind.tablet(language), school.address())) {
            browser.signIn(Role.COORDINATION);
            look(browser.go("/reception/take-in"), "take-in-" + language, pages);
            scan(browser, codes.getFirst()).awaitsSightOf(".notice");
            String progress =
                    browser.driver().findElement(By.cssSelector(".notice")).getText();
            for (String refused :
                    List.of(codes.get(1).substring(0, 200), others.getFirst(), "https://example.org", card.code())) {
                scan(browser, refused).awaitsSightOf("#code-complaint");
                assertThat(browser.driver().findElements(By.name("read"))).hasSize(1);
                browser.go(browser.driver().getCurrentUrl().endsWith("codes") ? "/reception/take-in" : "");
                scan(browser, codes.getFirst()).awaitsSightOf(".notice");
                assertThat(browser.driver()
                                .findElement(By.cssSelector(".notice"))
                                .getText())
                        .isEqualTo(progress);
            }
            scan(browser, codes.get(1).substring(0, 200)).awaitsSightOf("#code-complaint");
            look(browser, "take-in-refused-" + language, pages);
            for (String code : codes.subList(1, codes.size())) scan(browser, code);
            browser.awaitsSightOf("[name=compared]");
            look(browser, "take-in-unknown-" + language, pages);
            browser.driver().findElement(By.name("name-" + language)).sendKeys("South gate");
            browser.driver().findElement(By.name("compared")).click();
            browser.driver().findElement(By.cssSelector("main .primary")).click();
            browser.awaitsSightOf("button.big");
            look(browser, "take-in-sound-" + language, pages);
            browser.driver().findElement(By.cssSelector("button.big")).click();
            browser.awaitsAddress("?taken-in");
            look(browser, "taken-in-" + language, pages);
            look(browser.go("/reception/day-key"), "enter-day-key-" + language, pages);
            pages.assertThat(browser.complaints()).isEmpty();
            pages.assertThat(browser.requestsElsewhere()).isEmpty();
        }
        pages.assertAll();
    }

    /// As a scanner types that ends with a new line.
    private static Browser scan(Browser browser, String code) {
        browser.awaitsSightOf("#code");
        WebElement field = browser.driver().findElement(By.id("code"));
        field.sendKeys(code + "\n");
        return browser;
    }

    /// What a camera at a desk of ours reads of each code on the page, as it is printed on A4 in black and white.
    /// One look does not do: some three of a hundred are missed by it, whatever the size.
    private static List<String> scanned(Browser browser) {
        browser.size(794, 1123).asPrinted(true);
        var read = new ArrayList<String>();
        for (WebElement code : browser.driver().findElements(By.cssSelector(".codes-grid svg"))) {
            read.add(((SquareRead.Text) SquareRead.of(code.getScreenshotAs(OutputType.BYTES))).text());
        }
        browser.asPrinted(false).size(1024, 600);
        return read;
    }

    private static void look(Browser browser, String name, SoftAssertions pages) {
        for (int width : List.of(360, 1024)) {
            browser.size(width, width == 360 ? 740 : 600);
            pages.assertThat(browser.sidewaysBy()).as(name + " " + width).isZero();
            pages.assertThat(browser.tooSmallToTouch()).as(name + " " + width).isEmpty();
            if (Boolean.getBoolean("clearway.pictures")) browser.wholePicture("carried-" + name + "-" + width);
        }
        pages.assertThat(browser.tooFaintToRead()).as(name).isEmpty();
        browser.size(794, 1123).asPrinted(true);
        pages.assertThat(browser.sidewaysBy()).as(name + " on paper").isZero();
        if (Boolean.getBoolean("clearway.pictures")) browser.wholePicture("carried-" + name + "-printed");
        browser.asPrinted(false).size(1024, 600);
    }

    private static HttpResponse<String> upload(Surfer surfer, byte[] file) {
        surfer.get("/reception/take-in");
        return surfer.upload("/reception/take-in/file", "file", "manifest.clearway", file);
    }

    private HttpResponse<String> send(Surfer surfer, String page, String act, String... typed) {
        surfer.get(page);
        var fields = new HashMap<String, String>();
        fields.put("act", school.node().act().toString());
        for (int i = 0; i < typed.length; i += 2) fields.put(typed[i], typed[i + 1]);
        return surfer.post(page + "/" + act, fields);
    }
}
