// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearway.web.Surfer.plain;
import static org.clearway.web.Surfer.sentTo;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clearway.access.Actor;
import org.clearway.access.Role;
import org.clearway.corridor.CrossingId;
import org.clearway.corridor.Sayings;
import org.clearway.gate.Gate;
import org.clearway.transport.DriverId;
import org.clearway.transport.Load;
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

/// Convoys over the pages: formed, let go, heard of, held, and its people moved.
class ConvoyPagesTest {
    private static final Actor MARSHAL = new Actor(Site.account(Role.BOARDING), Set.of(Role.BOARDING));
    private static final SafeAreaId SCHOOL = new SafeAreaId("harbour-school");
    private static final String FORM = "/convoys/form/south-gate/south-crossing";

    @TempDir
    Path folder;

    private Site site;
    private Trips trips;
    private Surfer marshal;

    @BeforeEach
    void open() {
        site = Site.in(folder.resolve("node"));
        Crossing.on(site);
        Crossing.openGates(site);
        trips = new Trips(site.node().journal());
        Crossing.school(site);
        marshal = site.surfer();
        marshal.signIn(Role.BOARDING);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void aConvoyIsFormedByNumbersLeavesAndIsHeardOf() {
        TripId first = bus("bus-01", 8, 2);
        TripId second = bus("bus-02", 3, 0);
        assertThat(text(marshal.get("/convoys"))).contains("No convoy waits", "2 vehicles at South crossing");
        String path = form(second, first);
        assertThat(text(marshal.get(path)))
                .contains(
                        "Convoy of bus-02",
                        "Waits at the crossing",
                        "13 people",
                        "1. bus-02",
                        "2. bus-01",
                        "Town, 1:30 hours after leaving, for 15 minutes",
                        "every 30 minutes");
        refused(marshal.post(path + "/depart", Map.of()), "transport.not-ready");
        seal(first);
        seal(second);
        marshal.get(path);
        marshal.post(path + "/depart", Map.of());
        assertThat(text(marshal.get("/convoys"))).contains("On the road since 14:20", "To be heard of by 14:50");
        later(20);
        marshal.get(path);
        marshal.post(path + "/heard", Map.of("what", "CHECKED_IN", "near", "town", "people", "13"));
        assertThat(text(marshal.get(path)))
                .contains("To be heard of by 15:10", "checked in", "Town", "13 people", "boarding-1");
    }

    @Test
    void aDriverWhoIsDueToRestIsSaidInWordsAndTheConvoyWaitsForCoordination() {
        TripId bus = bus("bus-01", 8, 2);
        seal(bus);
        marshal.get(FORM);
        Map<String, String> tooShort = Map.of(
                "place-" + bus, "1", "check-in", "30", "planned", "90", "halt-near-1", "town", "halt-after-1", "80");
        refused(
                marshal.post(FORM, tooShort),
                "there after 90 minutes, before a halt ends that is planned 80 minutes after it leaves");
        refused(
                marshal.post(FORM, Map.of("place-" + bus, "1", "check-in", "30", "planned", "999999")),
                "A convoy plans to be on its way for 1 to 2880 minutes, got 999999.");
        marshal.get(FORM);
        String path = sentTo(marshal.post(
                        FORM,
                        Map.of(
                                "place-" + bus,
                                "1",
                                "check-in",
                                "30",
                                "planned",
                                "300",
                                "halt-near-1",
                                "town",
                                "halt-after-1",
                                "200",
                                "halt-stands-1",
                                "45")))
                .replace("?saved", "");
        assertThat(text(marshal.get(path)))
                .contains("for 45 minutes", "those who travel need a stop of 0:15 hours by 17:20");
        refused(
                marshal.post(
                        path + "/drove",
                        Map.of(
                                "driver",
                                "driver-of-bus-01",
                                "drove-from",
                                "2019-09-14T06:00",
                                "drove-to",
                                "2019-09-14T23:00")),
                "transport.drove");
        marshal.get(path);
        sentTo(marshal.post(
                path + "/drove",
                Map.of(
                        "driver",
                        "driver-of-bus-01",
                        "drove-from",
                        "2019-09-14T06:00",
                        "drove-to",
                        "2019-09-14T14:00")));
        assertThat(text(marshal.get(path))).contains("the day’s driving is over", "A driver is due to rest");
        refused(marshal.post(path + "/depart", Map.of()), "transport.driver-rests");
        Surfer coordination = site.surfer();
        coordination.signIn(Role.COORDINATION);
        assertThat(text(coordination.get(path))).contains("Why it leaves although a driver is due to rest");
        sentTo(coordination.post(path + "/depart", Map.of("waived", "PROMISES_END")));
    }

    @Test
    void aLateWordIsSaidInWordsWithWhatToDo() {
        String path = leave(bus("bus-01", 8, 2));
        later(46);
        assertThat(text(marshal.get("/convoys"))).contains("16 minutes ago", "Call it now");
        later(15);
        assertThat(text(marshal.get(path))).contains("31 minutes ago", "tell coordination");
        later(30);
        assertThat(text(marshal.get(path))).contains("asks every party now");
        marshal.post(path + "/heard", Map.of("what", "CHECKED_IN", "at", "2019-09-14T15:45"));
        assertThat(text(marshal.get(path))).contains("To be heard of by 16:15").doesNotContain("every party now");
    }

    @Test
    void aHeldConvoySaysSinceWhenWhereAndWhyUntilItGoesOn() {
        String path = leave(bus("bus-01", 8, 2));
        later(10);
        marshal.get(path);
        marshal.post(path + "/heard", Map.of("what", "HELD", "near", "town", "reason", "CHECKPOINT"));
        assertThat(text(marshal.get(path))).contains("Held since 14:30", "near Town: at a checkpoint.");
        later(31);
        assertThat(text(marshal.get("/convoys"))).contains("protection is to be told");
        later(90);
        assertThat(text(marshal.get(path))).contains("this is grave");
        marshal.post(path + "/heard", Map.of("what", "RELEASED"));
        assertThat(text(marshal.get(path))).contains("goes on").doesNotContain("Held since");
    }

    @Test
    void whatIsTypedWronglyStaysAndIsExplained() {
        TripId first = bus("bus-01", 8, 2);
        TripId second = bus("bus-02", 3, 0);
        marshal.get(FORM);
        HttpResponse<String> twice = marshal.post(
                FORM,
                Map.of(
                        "place-" + first,
                        "1",
                        "place-" + second,
                        "1",
                        "halt-near-1",
                        "town",
                        "halt-after-1",
                        "soon",
                        "check-in",
                        "30"));
        refused(twice, "Another vehicle has this number", "value=\"soon\"", "Write a whole number");
        refused(marshal.post(FORM, Map.of("check-in", "30")), "transport.convoy-empty");
        refused(
                marshal.post(FORM, Map.of("place-" + first, "1", "halt-near-1", "town", "check-in", "30")),
                "Fill this in");
        String path = leave(first);
        marshal.get(path);
        refused(marshal.post(path + "/heard", Map.of("what", "HELD", "people", "9")), "Fill this in", "value=\"9\"");
        refused(
                marshal.post(path + "/heard", Map.of("what", "CHECKED_IN", "reason", "CHECKPOINT")),
                "does not belong to what you pressed");
        refused(
                marshal.post(path + "/heard", Map.of("what", "CHECKED_IN", "at", "2019-09-14T23:00")),
                "transport.told-of-the-future");
        refused(marshal.post(path + "/heard", Map.of("what", "CHECKED_IN", "at", "at noon")), "value=\"at noon\"");
        assertThat(marshal.get("/convoys/nothing-1").statusCode()).isEqualTo(404);
    }

    @Test
    void aConvoyIsStatedAnewBeforeItLeaves() {
        TripId first = bus("bus-01", 8, 2);
        TripId second = bus("bus-02", 3, 0);
        String path = form(first, second);
        String again = FORM + "?again=" + path.substring("/convoys/".length());
        assertThat(plain(marshal.get(again))).contains("value=\"90\"", "value=\"2\"");
        marshal.post(FORM, Map.of("place-" + second, "1", "check-in", "20"));
        assertThat(text(marshal.get(path)))
                .contains("Convoy of bus-02", "every 20 minutes")
                .doesNotContain("bus-01");
    }

    @Test
    void whoseVehicleBrokeDownGoOnInAnotherAndBothManifestsAreToBeSealed() {
        TripId broken = bus("bus-01", 8, 2);
        TripId spare = bus("bus-02", 3, 0);
        String path = leave(broken, spare);
        assertThat(text(marshal.get(path + "/move"))).contains("bus-01: 10 people", "bus-02: 3 people");
        assertThat(plain(marshal.get(path + "/move?from=" + broken)))
                .contains("bus-02: 42 seats left", "value=\"8\"", "Everyone is chosen already");
        refused(
                marshal.post(
                        path + "/move",
                        Map.of("to", spare.toString(), "why", "BREAKDOWN", "adults", "8", "children", "0")),
                "transport.child-alone");
        HttpResponse<String> moved = marshal.post(
                path + "/move", Map.of("to", spare.toString(), "why", "BREAKDOWN", "adults", "8", "children", "2"));
        assertThat(plain(marshal.get(sentTo(moved))))
                .contains("/boarding/" + broken, "/boarding/" + spare, "Two people seal each of them");
        assertThat(text(marshal.get(path))).contains("manifest to be sealed anew", "1. bus-01 nobody", "13 people");
    }

    @Test
    void theRadioSheetIsThereForPaper() {
        String path = leave(bus("bus-01", 8, 2));
        assertThat(text(marshal.get(path + "/sheet")))
                .contains("Radio sheet", "1. bus-01", "0:30", "7:00", "Nothing heard?");
    }

    @Test
    void onlyTheDesksThatRunConvoysAndReceiveThemSeeThem() {
        String path = leave(bus("bus-01", 8, 2));
        for (Role role : List.of(Role.RECEPTION, Role.PROTECTION)) {
            Surfer reader = site.surfer();
            reader.signIn(role);
            assertThat(text(reader.get(path))).contains("nobody else").doesNotContain("What the leader says");
            assertThat(reader.post(path + "/heard", Map.of("what", "CHECKED_IN"))
                            .statusCode())
                    .isEqualTo(403);
        }
        for (Role role : List.of(Role.GATE, Role.PRESS, Role.DUTY, Role.ADMINISTRATOR)) {
            Surfer other = site.surfer();
            other.signIn(role);
            assertThat(other.get("/convoys").statusCode()).as(role.name()).isEqualTo(403);
            assertThat(other.get(path).statusCode()).as(role.name()).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void thePagesFitAnyWindowAndCanBeReadAndTouched(String language) {
        TripId broken = bus("bus-01", 8, 2);
        String path = leave(broken, bus("bus-02", 3, 0));
        later(10);
        marshal.get(path);
        marshal.post(path + "/heard", Map.of("what", "HELD", "near", "town", "reason", "CHECKPOINT"));
        bus("bus-03", 4, 1);
        later(80);
        for (Browser.Kind kind : List.of(Browser.Kind.tablet(language), Browser.Kind.phone(language))) {
            try (Browser browser = Browser.open(getClass(), kind, site.address())) {
                browser.signIn(Role.COORDINATION);
                for (String page :
                        List.of("/convoys", path, path + "/move?from=" + broken, path + "/sheet", FORM, "/own-ways")) {
                    String name = "convoys" + page.replaceAll("[^a-z]+", "-") + kind.width() + "-" + language;
                    browser.go(page).wholePicture(name);
                    assertThat(browser.sidewaysBy()).as(page).isZero();
                    assertThat(browser.tooSmallToTouch()).as(page).isEmpty();
                    assertThat(browser.tooFaintToRead()).as(page).isEmpty();
                }
                browser.go(path + "/sheet").size(794, 1123).asPrinted(true).wholePicture("convoys-printed-" + language);
                assertThat(browser.sidewaysBy()).isZero();
                assertThat(browser.complaints()).isEmpty();
            }
        }
    }

    private TripId bus(String name, long adults, long children) {
        VehicleId vehicle = Crossing.bus(site, name);
        var gate = new Gate(Sayings.CORRIDOR, new CrossingId("south-crossing"));
        TripId trip = trips.open(
                MARSHAL, site.node().act(), gate, vehicle, SCHOOL, Optional.of(new DriverId("driver-of-" + name)));
        trips.count(MARSHAL, site.node().act(), trip, SCHOOL, Site.ZONE, new Load(adults, children, 0, 0, 0));
        return trip;
    }

    private void seal(TripId trip) {
        ManifestDigest seen =
                trips.manifest(MARSHAL, site.node().journal().now(), trip).digest();
        trips.seal(MARSHAL, site.node().act(), trip, seen);
        trips.sign(Crossing.COORDINATION, site.node().act(), trip, seen);
    }

    /// @return the convoy's page
    private String form(TripId first, TripId second) {
        marshal.get(FORM);
        return sentTo(marshal.post(
                        FORM,
                        Map.of(
                                "place-" + first,
                                "1",
                                "place-" + second,
                                "2",
                                "halt-near-1",
                                "town",
                                "halt-after-1",
                                "90",
                                "check-in",
                                "30")))
                .replace("?saved", "");
    }

    private String leave(TripId... order) {
        var places = new java.util.HashMap<String, String>(Map.of("check-in", "30"));
        for (TripId trip : order) {
            seal(trip);
            places.put("place-" + trip, String.valueOf(places.size()));
        }
        marshal.get(FORM);
        String path = sentTo(marshal.post(FORM, places)).replace("?saved", "");
        marshal.get(path);
        sentTo(marshal.post(path + "/depart", Map.of()));
        return path;
    }

    private void later(long minutes) {
        site.node().clock().set(site.node().clock().instant().plus(Duration.ofMinutes(minutes)));
    }

    private static void refused(HttpResponse<String> answer, String... words) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(plain(answer)).contains(words);
    }

    private static String text(HttpResponse<String> answer) {
        return plain(answer).replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }
}
