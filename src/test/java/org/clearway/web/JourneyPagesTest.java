// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clearway.access.Actor;
import org.clearway.access.Role;
import org.clearway.corridor.CrossingId;
import org.clearway.corridor.Qualifier;
import org.clearway.corridor.Sayings;
import org.clearway.gate.Gate;
import org.clearway.gate.HourSlot;
import org.clearway.transport.ConvoyId;
import org.clearway.transport.Convoys;
import org.clearway.transport.Load;
import org.clearway.transport.ManifestDigest;
import org.clearway.transport.OwnWay;
import org.clearway.transport.OwnWays;
import org.clearway.transport.PassageId;
import org.clearway.transport.Receptions;
import org.clearway.transport.SafeAreaId;
import org.clearway.transport.TravelWay;
import org.clearway.transport.TripId;
import org.clearway.transport.Trips;
import org.clearway.transport.VehicleId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JourneyPagesTest {
    private static final Gate GATE = new Gate(Sayings.CORRIDOR, new CrossingId("south-crossing"));
    private static final SafeAreaId SCHOOL = new SafeAreaId("harbour-school");
    private static final List<Role> OTHERS = List.of(Role.GATE, Role.DUTY, Role.PRESS, Role.SERVICE_POINT);

    @TempDir
    Path folder;

    private Site site;
    private Trips trips;
    private Convoys convoys;
    private Receptions receptions;
    private TripId bus;

    @BeforeEach
    void open() {
        site = Site.in(folder.resolve("node"));
        Crossing.on(site);
        Crossing.openGates(site);
        trips = new Trips(site.journal());
        convoys = new Convoys(site.journal());
        receptions = new Receptions(site.journal());
        Crossing.school(site);
        VehicleId vehicle = Crossing.bus(site, "bus-01");
        bus = trips.open(desk(Role.BOARDING), site.node().act(), GATE, vehicle, SCHOOL, Optional.empty());
        trips.count(desk(Role.BOARDING), site.node().act(), bus, SCHOOL, Site.ZONE, new Load(13, 4, 0, 0, 0));
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void whoRunsTripsReadsWhereEveryoneIs() {
        new OwnWays(site.journal())
                .out(
                        desk(Role.GATE),
                        site.node().act(),
                        GATE,
                        new HourSlot(site.node().clock().instant(), Site.ZONE),
                        new OwnWay(TravelWay.PRIVATE_VEHICLE, 12, 3, Qualifier.ABOUT));
        assertThat(board(Role.COORDINATION))
                .contains(
                        "By vehicle today: 17 people aboard at the crossing; nobody (0) on the road;",
                        "Harbour school – not known 17 0 0 0 0 0 0 0 0 17",
                        "All of them – not known 17 0 0 0 0 0 0 0 0 17",
                        "12 people in 3 vehicles, not exactly",
                        "Staying there");
        leave();
        assertThat(board(Role.RECEPTION)).contains("nobody (0) aboard at the crossing; 17 on the road;");
        receive();
        assertThat(board(Role.COORDINATION))
                .contains(
                        "17 received; nobody (0) elsewhere; nobody (0) unaccounted for",
                        "Harbour school – not known 0 0 0 0 17");
        assertThat(arabic()).contains("لا يُعرف مكانهم لا أحد (0)");
    }

    /// Rule 16 of the twenty do-no-harm rules.
    @Test
    void otherDesksReadTheSamePageWhateverIsOnTheRoadAndOfWhoCameInFourHoursLater() {
        List<String> before = OTHERS.stream().map(this::board).toList();
        ConvoyId convoy = leave();
        assertThat(OTHERS.stream().map(this::board)).isEqualTo(before);
        convoys.checkIn(
                desk(Role.BOARDING),
                site.node().act(),
                convoy,
                site.node().clock().instant(),
                Site.ZONE,
                Optional.of(Sayings.TOWN),
                Optional.of(17L));
        assertThat(OTHERS.stream().map(this::board)).isEqualTo(before);
        receive();
        assertThat(OTHERS.stream().map(this::board)).isEqualTo(before);
        for (String page : before) {
            assertThat(page)
                    .contains("Who had come in by vehicle that day by 10:20 on 14 September 2019")
                    .doesNotContain("bus-01", "on the road;", "Staying there", "17");
        }
        site.node()
                .clock()
                .set(site.node().clock().instant().plus(Receptions.UNTOLD).plus(Duration.ofMinutes(1)));
        for (Role role : OTHERS) assertThat(board(role)).containsPattern("People who came in \\S+ 17 ");
    }

    private String arabic() {
        Surfer surfer = site.surfer();
        surfer.signIn(Role.COORDINATION);
        return surfer.get("/board?lang=ar").body();
    }

    private ConvoyId leave() {
        ManifestDigest seen =
                trips.manifest(desk(Role.BOARDING), site.journal().now(), bus).digest();
        trips.seal(desk(Role.BOARDING), site.node().act(), bus, seen);
        trips.sign(desk(Role.COORDINATION), site.node().act(), bus, seen);
        ConvoyId convoy =
                convoys.form(desk(Role.BOARDING), site.node().act(), Optional.empty(), List.of(bus), List.of(), 30);
        convoys.depart(
                desk(Role.BOARDING),
                site.node().act(),
                convoy,
                site.node().clock().instant(),
                Site.ZONE);
        return convoy;
    }

    private void receive() {
        Actor reception = desk(Role.RECEPTION);
        receptions.arrive(reception, site.node().act(), bus, site.node().clock().instant(), Site.ZONE);
        receptions.receive(reception, site.node().act(), new PassageId(bus.act()), 17);
        receptions.close(reception, site.node().act(), bus);
    }

    private static Actor desk(Role role) {
        return new Actor(Site.account(role), Set.of(role));
    }

    /// The words of the board, without what is drawn anew for each page.
    private String board(Role role) {
        Surfer surfer = site.surfer();
        surfer.signIn(role);
        String page = surfer.get("/board").body();
        return page.substring(page.indexOf("<main"))
                .replaceAll("<[^>]*>", " ")
                .replaceAll("[\u2066-\u2069]", "")
                .replaceAll("\\s+", " ");
    }
}
