// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearway.web.Surfer.plain;
import static org.clearway.web.Surfer.sentTo;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.clearway.gate.MovementNeed;
import org.clearway.gate.Passing;
import org.clearway.language.Language;
import org.clearway.transport.Convoys;
import org.clearway.transport.TripId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A bus from its first passenger to the last who is accounted for, over the pages.
class TripPagesTest {
    private static final Gate GATE = new Gate(Sayings.CORRIDOR, new CrossingId("south-crossing"));

    @TempDir
    Path folder;

    private Site site;
    private Surfer marshal;
    private Surfer coordination;
    private Surfer reception;
    private Card card;

    @BeforeEach
    void open() {
        site = Site.in(folder.resolve("node"));
        Crossing.on(site);
        Crossing.openGates(site);
        Crossing.school(site);
        for (String name : List.of("bus-01", "bus-02")) {
            Crossing.bus(site, name);
        }
        card = card(Map.of(Band.FEMALE_FROM_18, 2L, Band.MALE_FROM_5, 3L));
        marshal = surfer(Role.BOARDING);
        coordination = surfer(Role.COORDINATION);
        reception = surfer(Role.RECEPTION);
    }

    @AfterEach
    void close() {
        site.close();
    }

    private Card card(Map<Band, Long> people) {
        return card(people, Map.of(MovementNeed.WHEELCHAIR, 1L));
    }

    private Card card(Map<Band, Long> people, Map<MovementNeed, Long> needs) {
        Actor gate = new Actor(Site.account(Role.GATE), Set.of(Role.GATE));
        site.gates().count(gate, site.node().act(), GATE, Direction.OUT, Site.ZONE, Passing.household(people));
        var household = new Household(people, needs, Language.AR, Optional.empty(), List.of());
        return new Cards(site.journal())
                .issue(gate, site.node().act(), GATE, Site.ZONE, EnumSet.allOf(Explained.class), household);
    }

    private Surfer surfer(Role role) {
        Surfer surfer = site.surfer();
        surfer.signIn(role);
        return surfer;
    }

    @Test
    void aBusIsFilledSealedByTwoSentAndReceivedDownToTheLast() {
        assertThat(plain(marshal.get("/boarding"))).contains("No vehicle is on a trip today.");
        String bus = opened("bus-01");
        String desk = plain(marshal.get("/boarding/" + bus));
        assertThat(desk).contains("45 seats, 1 wheelchair bay, and 2 escort seats", "nobody");
        HttpResponse<String> scanned = send(marshal, "/boarding/" + bus, "card", "read", card.code());
        assertThat(plain(scanned))
                .contains(
                        "5 people: 2 adults, 3 children, and 1 in a wheelchair",
                        "They want to go to Harbour school: let them in");
        String number = card.number().toString();
        assertThat(sentTo(send(marshal, "/boarding/" + bus, "board", "number", number, "chosen", "harbour-school")))
                .endsWith("?boarded");
        assertThat(plain(send(marshal, "/boarding/" + bus, "card", "read", number)))
                .contains("All of them are on record in a vehicle. Nobody travels twice.");
        sentTo(send(marshal, "/boarding/" + bus, "count", "adults", "4", "children", "2", "chosen", "harbour-school"));
        sentTo(send(marshal, "/boarding/" + bus, "luggage", "pieces", "12"));
        sentTo(send(marshal, "/boarding/" + bus, "luggage", "pieces", "2", "off", "yes"));
        assertThat(plain(marshal.get("/boarding/" + bus))).contains("10 of 40 pieces");
        assertThat(plain(send(marshal, "/boarding/" + bus, "luggage", "pieces", "31")))
                .contains("has room for 30 more pieces of luggage");
        String digest = digest(marshal, bus);
        sentTo(send(marshal, "/boarding/" + bus, "seal", "seen", digest));
        assertThat(plain(marshal.get("/boarding/" + bus)))
                .contains("The safe area has not confirmed places for these 11 people yet.")
                .contains("Another person signs it now")
                .doesNotContain("Sign it as the second");
        assertThat(plain(coordination.get("/boarding/" + bus))).contains("Sign it as the second");
        assertThat(plain(send(marshal, "/boarding/" + bus, "seal", "seen", digest, "sign", "yes")))
                .contains("You sealed this manifest yourself.");
        sentTo(send(coordination, "/boarding/" + bus, "seal", "seen", digest, "sign", "yes"));
        assertThat(plain(marshal.get("/boarding/" + bus))).contains("It leaves in a convoy: form one");
        assertThat(plain(marshal.get("/boarding/" + bus + "/manifest")))
                .contains("11 people", "From South crossing to Harbour school", "Signed by")
                .doesNotContain(number);

        assertThat(plain(reception.get("/reception")))
                .contains("Coming there, by sealed manifests:", "11 people: 6 adults, 5 children");
        String path = "/reception/" + bus;
        sentTo(send(reception, path, "places", "people", "11"));
        assertThat(plain(marshal.get("/boarding/" + bus))).contains("has confirmed places for all 11 people");
        leave(bus);
        sentTo(send(reception, path, "arrived"));
        String expected = plain(send(reception, path, "card", "read", number));
        assertThat(expected).contains("They are expected with this vehicle.", "All 5 came in");
        String family = expected.replaceAll("(?s).*?name=\"passage\" value=\"([^\"]+)\".*", "$1");
        sentTo(send(reception, path, "receive", "passage", family, "people", "4"));
        sentTo(send(reception, path, "receive", "passage", bus, "people", "6"));
        String queue = plain(reception.get("/reception"));
        assertThat(queue).contains("A household of 5 people", "nobody looks for them yet");
        assertThat(queue.replaceAll("<[^>]*>", "")).contains("A household of 5 people, not known where: 1, ");
        assertThat(plain(send(reception, path, "close")))
                .contains("Of the people of “bus-01” not accounted for: 1.", "transport.not-accounted-for");
        assertThat(plain(send(reception, path, "explain", "passage", family, "people", "1", "reason", "HOSPITAL")))
                .contains("Nobody looks for these people yet. Take it on first")
                .contains("<option value=\"HOSPITAL\" selected=\"selected\">");
        sentTo(send(reception, path, "own", "passage", family, "hours", "3"));
        assertThat(plain(reception.get("/reception"))).contains("looks for them until");
        HttpResponse<String> nowhere = send(reception, path, "explain", "passage", family, "people", "1");
        assertThat(nowhere.statusCode()).isEqualTo(422);
        sentTo(send(reception, path, "explain", "passage", family, "people", "1", "reason", "HOSPITAL"));
        assertThat(plain(send(reception, path, "card", "read", number)))
                .contains("1 person of bus-01 was said to be elsewhere: in hospital. Nothing was counted now.")
                .contains("1 person is here after all, where it says: in hospital")
                .doesNotContain("All of them came in before");
        assertThat(sentTo(send(reception, path, "close"))).isEqualTo("/reception?closed");
        assertThat(plain(reception.get("/reception?closed")))
                .contains("0: it is known of everyone who arrived where they are.", "10 people stay there");
        assertThat(plain(reception.get(path))).contains("They came later");
        String[] one = {"passage", family, "people", "1", "reason", "HOSPITAL"};
        assertThat(sentTo(send(reception, path, "after-all", one))).endsWith("?received");
        assertThat(plain(reception.get("/reception"))).contains("11 people stay there");
        assertThat(plain(send(reception, path, "after-all", one))).contains("transport.too-many");
        assertThat(plain(send(reception, path, "card", "read", number)))
                .contains("All of them came in before, with bus-01. Nothing was counted again.");
    }

    @Test
    void aSheetOfPaperIsPrintedBlankAndEnteredLaterWithItsHours() {
        assertThat(plain(marshal.get("/paper/print/boarding")))
                .contains("Boarding of a vehicle", "no child without an adult");
        assertThat(plain(reception.get("/paper/print/reception")))
                .contains("Arrival and reception", "line of the manifest");
        marshal.get("/boarding/open");
        String bus = sentTo(marshal.post(
                        "/boarding/open",
                        Map.of(
                                "gate", "south-gate/south-crossing",
                                "vehicle", "bus-01",
                                "area", "harbour-school",
                                "since", "2019-09-14T12:30")))
                .replace("/boarding/", "");
        assertThat(plain(marshal.get("/boarding/" + bus + "?written=2019-09-14T11:00:00Z")))
                .contains("written on paper, in the hour from 13:00");
        assertThat(sentTo(countWritten(bus, 4, "2019-09-14T11:00:00Z")))
                .endsWith("?boarded&written=2019-09-14T11:00:00Z");
        assertThat(plain(countWritten(bus, 1, "2019-09-14T07:00:00Z"))).contains("transport.before-opened");
        assertThat(plain(countWritten(bus, 1, "x"))).contains("4 people");
    }

    @Test
    void whatWasWrittenBeforeMidnightIsEnteredAfterIt() {
        site.node().clock().set(Instant.parse("2019-09-14T22:30:00Z"));
        marshal = surfer(Role.BOARDING);
        marshal.get("/boarding/open");
        String bus = sentTo(marshal.post(
                "/boarding/open",
                Map.of(
                        "gate", "south-gate/south-crossing",
                        "vehicle", "bus-01",
                        "area", "harbour-school",
                        "since", "2019-09-14T23:10")));
        assertThat(plain(marshal.get(bus)))
                .contains(
                        "value=\"2019-09-14T22:00:00Z\">00:00<",
                        "value=\"2019-09-14T21:00:00Z\">23:00, 14 September 2019<",
                        "value=\"2019-09-13T22:00:00Z\"");
        String sheet = "2019-09-14T21:00:00Z";
        assertThat(plain(marshal.get(bus + "?written=" + sheet))).contains("in the hour from 23:00, 14 September 2019");
        assertThat(sentTo(send(marshal, bus, "count", "adults", "4", "chosen", "harbour-school", "written", sheet)))
                .endsWith("?boarded&written=" + sheet);
    }

    @Test
    void aCardIsReadByACameraAsIfItWereTyped() {
        String bus = opened("bus-01");
        String path = "/boarding/" + bus;
        marshal.get(path);
        byte[] taken = Photographed.jpeg(1600, 1200, 23, 0.5, card.code());
        assertThat(plain(marshal.upload(path + "/card", "picture", "card.jpg", taken)))
                .contains("5 people: 2 adults, 3 children", "They want to go to Harbour school: let them in");
        marshal.get(path);
        HttpResponse<String> nothing =
                marshal.upload(path + "/card", "picture", "card.jpg", Photographed.jpeg(900, 900, 0, 0.5));
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(plain(nothing)).contains("No square code was found in the picture.");
        byte[] foreign = Photographed.jpeg(900, 900, 0, 0.9, "https://example.org/menu");
        assertThat(plain(marshal.upload(path + "/card", "picture", "card.jpg", foreign)))
                .contains("That is not a card");
        assertThat(plain(marshal.upload(path + "/card", "picture", "card.jpg", new byte[SquareRead.MOST_BYTES + 5])))
                .contains("The picture is too large.");
        String line = "/boarding/line/south-gate/south-crossing";
        marshal.get(line);
        assertThat(plain(marshal.upload(line + "/card", "picture", "card.jpg", taken)))
                .contains("They wait: give them a number");
    }

    @Test
    void whatIsWrongIsSaidAndWhatWasTypedIsKept() {
        String bus = opened("bus-01");
        String path = "/boarding/" + bus;
        HttpResponse<String> rubbish = send(marshal, path, "card", "read", "K7QF-XXXX");
        assertThat(rubbish.statusCode()).isEqualTo(422);
        assertThat(plain(rubbish)).contains("K7QF-XXXX");
        HttpResponse<String> child = send(marshal, path, "count", "children", "2", "chosen", "harbour-school");
        assertThat(plain(child)).contains("Ask child protection", "value=\"2\"");
        HttpResponse<String> many = send(marshal, path, "count", "adults", "many", "chosen", "harbour-school");
        assertThat(plain(many)).contains("value=\"many\"");
        assertThat(plain(send(marshal, path, "count", "adults", "46", "chosen", "harbour-school")))
                .contains("“bus-01” has no room. Seats: 46 needed, 45 left. They stay together: take another vehicle.");
        assertThat(marshal.get("/boarding/no-such-trip").statusCode()).isEqualTo(404);
        assertThat(site.surfer().get(path).statusCode()).isEqualTo(302);
        Surfer press = surfer(Role.PRESS);
        assertThat(press.get(path).statusCode()).isEqualTo(403);
        assertThat(press.get("/reception").statusCode()).isEqualTo(403);
    }

    @Test
    void whoComesToTheVehiclesGetsANumberIsCalledByItAndLeavesTheLineByBoarding() {
        String line = "/boarding/line/south-gate/south-crossing";
        assertThat(plain(marshal.get("/boarding"))).contains("Nobody waits with a card.");
        String number = card.number().toString();
        assertThat(plain(send(marshal, line, "card", "read", card.code())))
                .contains("5 people: 2 adults, 3 children, and 1 in a wheelchair", "They wait: give them a number")
                .contains("They have not said");
        assertThat(sentTo(send(marshal, line, "join", "number", number, "chosen", "harbour-school")))
                .endsWith("?joined=1");
        assertThat(plain(marshal.get(line + "?joined=1")))
                .contains("Their number is 1.", "5 people: Harbour school", "a vehicle that goes there")
                .doesNotContain(number);
        String bus = opened("bus-01");
        assertThat(plain(marshal.get("/boarding/" + bus))).contains("Call next into this vehicle", "Number 1");
        assertThat(plain(marshal.get("/boarding"))).contains("5 people wait", "Call next");
        assertThat(plain(coordination.get("/boarding"))).doesNotContain("Call next");
        assertThat(coordination.get(line).statusCode()).isEqualTo(403);
        sentTo(send(marshal, "/boarding/" + bus, "board", "number", number, "chosen", "harbour-school"));
        assertThat(plain(marshal.get(line))).doesNotContain("Number 1");
        String other = card(Map.of(Band.FEMALE_FROM_18, 1L)).number().toString();
        sentTo(send(marshal, line, "join", "number", other));
        String mark = plain(marshal.get(line)).replaceAll("(?s).*name=\"mark\" value=\"([^\"]+)\".*", "$1");
        assertThat(sentTo(send(marshal, line, "off", "mark", mark))).endsWith("?off");
        assertThat(plain(marshal.get(line + "?off"))).contains("Nothing is kept of it.", "0 people wait");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void everyPageOfATripIsReadOnATelephoneOnATabletAndOnPaper(String language) {
        String bus = opened("bus-01");
        String number = card.number().toString();
        var pages = new SoftAssertions();
        try (Browser browser = Browser.open(TripPagesTest.class, Browser.Kind.tablet(language), site.address())) {
            browser.signIn(Role.BOARDING);
            String line = "/boarding/line/south-gate/south-crossing";
            for (Map<Band, Long> people : List.of(Map.of(Band.FEMALE_FROM_18, 2L), Map.of(Band.FEMALE_FROM_18, 1L))) {
                sentTo(send(
                        marshal, line, "join", "number", card(people).number().toString()));
            }
            for (String path : List.of("/boarding", "/boarding/open", line, "/boarding/" + bus)) {
                look(browser.go(path), path.replace(bus, "trip") + "-" + language, pages);
            }
            browser.driver().findElement(org.openqa.selenium.By.id("read")).sendKeys(number + "\n");
            browser.awaitsSightOf("details");
            look(browser, "/boarding/trip/card-" + language, pages);
            sentTo(send(marshal, "/boarding/" + bus, "board", "number", number, "chosen", "harbour-school"));
            sentTo(send(
                    marshal, "/boarding/" + bus, "count", "adults", "4", "children", "2", "chosen", "harbour-school"));
            look(browser.go("/boarding/" + bus), "/boarding/trip/filled-" + language, pages);
            String digest = digest(marshal, bus);
            sentTo(send(marshal, "/boarding/" + bus, "seal", "seen", digest));
            sentTo(send(coordination, "/boarding/" + bus, "seal", "seen", digest, "sign", "yes"));
            look(browser.go("/boarding/" + bus), "/boarding/trip/ready-" + language, pages);
            look(browser.go("/boarding/" + bus + "/manifest"), "/boarding/trip/manifest-" + language, pages);
            leave(bus);
            look(browser.go("/reception/" + bus), "/reception/coming-" + language, pages);
            sentTo(send(reception, "/reception/" + bus, "arrived"));
            sentTo(send(reception, "/reception/" + bus, "receive", "passage", bus, "people", "5"));
            sentTo(send(reception, "/reception/" + bus, "extra", "adults", "2"));
            pages.assertThat(browser.complaints()).isEmpty();
        }
        try (Browser browser = Browser.open(TripPagesTest.class, Browser.Kind.tablet(language), site.address())) {
            browser.signIn(Role.RECEPTION);
            look(browser.go("/reception/" + bus), "/reception/trip-" + language, pages);
            look(browser.go("/reception"), "/reception-" + language, pages);
            pages.assertThat(browser.complaints()).isEmpty();
            pages.assertThat(browser.requestsElsewhere()).isEmpty();
        }
        pages.assertAll();
    }

    @Test
    void aHouseholdThatIsTickedGoesOnInAnotherVehicleAndOneThatIsNotStays() {
        String broken = opened("bus-01");
        send(marshal, "/boarding/" + broken, "board", "number", card.number().toString(), "chosen", "harbour-school");
        Card other = card(Map.of(Band.FEMALE_FROM_18, 1L), Map.of());
        String desk = "/boarding/" + broken;
        send(marshal, desk, "board", "number", other.number().toString(), "chosen", "harbour-school");
        String digest = digest(marshal, broken);
        sentTo(send(marshal, desk, "seal", "seen", digest));
        sentTo(send(coordination, desk, "seal", "seen", digest, "sign", "yes"));
        leave(broken);
        String spare = opened("bus-02");
        String convoy = plain(marshal.get("/convoys")).replaceAll("(?s).*href=\"(/convoys/[0-9a-f-]{36})\".*", "$1");
        String asked = plain(marshal.get(convoy + "/move?from=" + broken));
        assertThat(asked).contains("5 people: 2 adults, 3 children", "1 person: 1 adult");
        String first = asked.replaceFirst("(?s).*?name=\"passage\" value=\"([^\"]+)\".*", "$1");
        sentTo(marshal.post(
                convoy + "/move", Map.of("from", broken, "to", spare, "why", "BREAKDOWN", "passage", first)));
        assertThat(plain(marshal.get("/boarding/" + spare))).contains("5 people: 2 adults, 3 children");
        assertThat(plain(marshal.get(desk))).contains("1 person: 1 adult").doesNotContain("5 people");
    }

    private static void look(Browser browser, String name, SoftAssertions pages) {
        String picture = "trips" + name.replace('/', '-');
        for (int width : List.of(360, 1024)) {
            browser.size(width, width == 360 ? 740 : 600);
            pages.assertThat(browser.sidewaysBy()).as(name + " " + width).isZero();
            pages.assertThat(browser.tooSmallToTouch()).as(name + " " + width).isEmpty();
            if (Boolean.getBoolean("clearway.pictures")) browser.wholePicture(picture + "-" + width);
        }
        pages.assertThat(browser.tooFaintToRead()).as(name).isEmpty();
        browser.size(794, 1123).asPrinted(true);
        pages.assertThat(browser.sidewaysBy()).as(name + " on paper").isZero();
        if (Boolean.getBoolean("clearway.pictures")) browser.wholePicture(picture + "-printed");
        browser.asPrinted(false).size(1024, 600);
    }

    private String opened(String vehicle) {
        marshal.get("/boarding/open");
        return sentTo(marshal.post(
                        "/boarding/open",
                        Map.of(
                                "gate", "south-gate/south-crossing",
                                "vehicle", vehicle,
                                "area", "harbour-school")))
                .replace("/boarding/", "");
    }

    private String digest(Surfer surfer, String bus) {
        return plain(surfer.get("/boarding/" + bus)).replaceAll("(?s).*name=\"seen\" value=\"([^\"]+)\".*", "$1");
    }

    private void leave(String bus) {
        var convoys = new Convoys(site.journal());
        var node = site.node();
        var convoy = convoys.form(
                Crossing.COORDINATION, node.act(), Optional.empty(), List.of(TripId.parse(bus)), List.of(), 30);
        convoys.depart(Crossing.COORDINATION, node.act(), convoy, node.clock().instant(), Site.ZONE);
        node.clock().set(node.clock().instant().plus(Duration.ofHours(1)));
    }

    private HttpResponse<String> countWritten(String bus, long adults, String written) {
        return send(
                marshal,
                "/boarding/" + bus,
                "count",
                "adults",
                String.valueOf(adults),
                "chosen",
                "harbour-school",
                "written",
                written);
    }

    private HttpResponse<String> send(Surfer surfer, String page, String act, String... typed) {
        surfer.get(page);
        var fields = new HashMap<String, String>();
        fields.put("act", site.node().act().toString());
        for (int i = 0; i < typed.length; i += 2) fields.put(typed[i], typed[i + 1]);
        return surfer.post(page + "/" + act, fields);
    }
}
