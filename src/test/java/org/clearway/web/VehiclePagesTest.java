// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearway.web.Surfer.plain;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clearway.access.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The fleet over the pages: coordination keeps the list, boarding tells how a vehicle stands.
class VehiclePagesTest {
    @TempDir
    Path folder;

    private Site site;
    private Surfer coordination;
    private Surfer boarding;

    @BeforeEach
    void open() {
        site = Site.in(folder.resolve("node"));
        Crossing.on(site);
        coordination = site.surfer();
        coordination.signIn(Role.COORDINATION);
        boarding = site.surfer();
        boarding.signIn(Role.BOARDING);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void whatCoordinationPutsOnTheListEveryDeskOfTransportReads() {
        assertThat(text(boarding.get("/vehicles"))).contains("No vehicle is on the list.");
        add("bus-07", Map.of("type", "BUS", "seats", "45", "bays", "2", "luggage", "60", "range-km", "400"));
        add("amb-01", Map.of("type", "AMBULANCE", "seats", "1", "stretchers", "2"));
        assertThat(text(boarding.get("/vehicles")))
                .contains("bus-07", "400 km", "in service", "ambulance: 1", "bus: 1")
                .contains("100 %: 2 of 2 in service are on no trip, with 50 places");
        Surfer gate = site.surfer();
        gate.signIn(Role.GATE);
        assertThat(gate.get("/vehicles").statusCode()).isEqualTo(403);
        assertThat(boarding.get("/vehicles/bus-07/change").statusCode()).isEqualTo(403);
        assertThat(boarding.get("/vehicles/bus-08").statusCode()).isEqualTo(404);
    }

    @Test
    void aVehicleThatBreaksDownIsNoSpareAndIsToldSinceWhen() {
        add("bus-07", Map.of("type", "BUS", "seats", "45"));
        boarding.get("/vehicles/bus-07");
        HttpResponse<String> told =
                boarding.post("/vehicles/bus-07/standing", Map.of("standing", "BROKEN_DOWN", "since", "13:40"));
        assertThat(told.statusCode()).isEqualTo(303);
        assertThat(text(boarding.get("/vehicles?told")))
                .contains("Told: how it stands is on record.", "broken down", "since 13:40", "nothing is in service");
        boarding.get("/vehicles/bus-07");
        HttpResponse<String> later =
                boarding.post("/vehicles/bus-07/standing", Map.of("standing", "IN_SERVICE", "since", "23:59"));
        assertThat(later.statusCode()).isEqualTo(422);
        assertThat(plain(later)).contains("transport.standing-later", "value=\"23:59\"");
        assertThat(plain(boarding.post("/vehicles/bus-07/standing", Map.of()))).contains("Fill this in.");
    }

    @Test
    void thePlateStandsOnNoPageUntilItIsOpenedByWhoMay() {
        add("bus-07", Map.of("type", "BUS", "seats", "45", "plate", "BM 4821 AX"));
        for (String path : List.of("/vehicles", "/vehicles/bus-07", "/vehicles/bus-07/change")) {
            assertThat(plain(coordination.get(path))).as(path).doesNotContain("4821");
        }
        assertThat(plain(boarding.get("/vehicles/bus-07"))).doesNotContain("Read its plate");
        assertThat(boarding.post("/vehicles/bus-07/plate", Map.of()).statusCode())
                .isEqualTo(403);
        coordination.get("/vehicles/bus-07");
        assertThat(text(coordination.post("/vehicles/bus-07/plate", Map.of())))
                .contains("BM 4821 AX", "That you read this plate is recorded.");
    }

    @Test
    void whatIsTypedWronglyStaysAndIsExplained() {
        add("bus-07", Map.of("type", "BUS", "seats", "45"));
        coordination.get("/vehicles/new");
        HttpResponse<String> wrong = coordination.post(
                "/vehicles/new", Map.of("vehicle", "Bus 7", "type", "BUS", "seats", "many", "plate", "AB;12"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(plain(wrong))
                .contains("value=\"Bus 7\"", "value=\"many\"", "Write a whole number", "A plate is 1 to 16 letters");
        assertThat(plain(coordination.post("/vehicles/new", Map.of("vehicle", "bus-08", "type", "BUS"))))
                .contains("transport.vehicle-empty");
        assertThat(plain(coordination.post("/vehicles/new", Map.of("vehicle", "bus-07", "type", "CAR", "seats", "4"))))
                .contains("“bus-07” is on the list already.");
    }

    @Test
    void aVehicleIsChangedAndTakenOffTheList() {
        add("bus-07", Map.of("type", "BUS", "seats", "45"));
        assertThat(coordination.get("/vehicles/bus-07/change").body()).contains("value=\"45\"");
        coordination.post("/vehicles/bus-07/change", Map.of("type", "BUS", "seats", "30", "bays", "3"));
        assertThat(text(boarding.get("/vehicles/bus-07"))).contains("Seats 30", "Wheelchair bays 3");
        coordination.get("/vehicles/bus-07/change");
        coordination.post("/vehicles/bus-07/change", Map.of("withdraw", "yes"));
        assertThat(text(boarding.get("/vehicles"))).contains("No vehicle is on the list.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void thePagesFitAnyWindowAndCanBeReadAndTouched(String language) {
        add("bus-07", Map.of("type", "BUS", "seats", "45", "bays", "2", "luggage", "60", "plate", "BM 4821 AX"));
        add("amb-01", Map.of("type", "AMBULANCE", "seats", "1", "stretchers", "2", "escort-seats", "1"));
        add("lorry-1", Map.of("type", "TRUCK", "luggage", "300", "range-km", "650"));
        boarding.get("/vehicles/amb-01");
        boarding.post("/vehicles/amb-01/standing", Map.of("standing", "BROKEN_DOWN", "since", "13:40"));
        for (Browser.Kind kind : List.of(Browser.Kind.tablet(language), Browser.Kind.phone(language))) {
            try (Browser browser = Browser.open(getClass(), kind, site.address())) {
                browser.signIn(Role.COORDINATION);
                for (String path :
                        List.of("/vehicles", "/vehicles/new", "/vehicles/bus-07", "/vehicles/bus-07/change")) {
                    browser.go(path)
                            .wholePicture("fleet" + path.replace('/', '-') + "-" + kind.width() + "-" + language);
                    assertThat(browser.sidewaysBy()).as(path).isZero();
                    assertThat(browser.tooSmallToTouch()).as(path).isEmpty();
                    assertThat(browser.tooFaintToRead()).as(path).isEmpty();
                }
                assertThat(browser.complaints()).isEmpty();
            }
        }
    }

    private void add(String vehicle, Map<String, String> fields) {
        coordination.get("/vehicles/new");
        var form = new HashMap<>(fields);
        form.put("vehicle", vehicle);
        HttpResponse<String> saved = coordination.post("/vehicles/new", form);
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
    }

    private static String text(HttpResponse<String> answer) {
        return plain(answer).replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }
}
