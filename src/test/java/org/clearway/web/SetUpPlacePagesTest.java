// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearway.web.Surfer.plain;
import static org.clearway.web.Surfer.sentTo;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.clearway.Reference;
import org.clearway.access.Role;
import org.clearway.geo.AreaId;
import org.clearway.geo.AreaKind;
import org.clearway.language.Language;
import org.clearway.places.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Places are typed, taken from files and drawn, and accounts are opened by desk.
class SetUpPlacePagesTest {
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
    void aTableIsTakenRowByRowWhateverTheOrderOfItsRows() {
        String page = taken("""
                pcode;name;name_ar;level;parent;latitude;longitude
                XX01;North;الشمال;1;XX;;
                XX;River land;أرض النهر;0;;;
                ;"Harbour; town";;SETTLEMENT;XX01;10.5;20.5
                XX02;;;1;XX;;
                XX03;South;;7;XX;;
                XX04;East;;1;YY;;
                XX05;West;;1;XX01;;
                ;Far away;;4;XX01;100;20
                """);
        assertThat(page)
                .contains("3 rows were taken, 0 were known already, 5 were refused.")
                .contains("This row has no name", "7 is no kind of area", "YY", "It cannot lie in North", "100");
        assertThat(places()).extracting(place -> place.id().slug()).containsExactly("harbour-town", "xx", "xx01");
        Place town = place("harbour-town");
        assertThat(town.area().names().in(Language.EN)).isEqualTo("Harbour; town");
        assertThat(town.area().parent()).contains(new AreaId("xx01"));
        assertThat(town.position().orElseThrow().latitude()).isEqualTo("10.5");
        assertThat(place("xx").area().names().in(Language.AR)).isEqualTo("أرض النهر");
    }

    @Test
    void theSameTableASecondTimeChangesNothing() {
        String table = "name,kind\nHarbour town,SETTLEMENT\nMill,SETTLEMENT\n";
        taken(table);
        long entries = site.journal().condition().entries();
        assertThat(taken(table)).contains("0 rows were taken, 2 were known already, 0 were refused.");
        assertThat(site.journal().condition().entries()).isEqualTo(entries);
    }

    @Test
    void aPublishedTableOfPCodesIsTakenWholeOnceItsCountryIsOnRecord() throws IOException {
        byte[] table = Files.readAllBytes(Reference.path(SetUpPlacePagesTest.class, "admin-cod-ab/syr_pcodes.csv"));
        assertThat(taken(new String(table, StandardCharsets.UTF_8))).contains("0 rows were taken");
        taken("name,pcode,level\nCountry,SY,0\n");
        assertThat(taken(new String(table, StandardCharsets.UTF_8)))
                .contains("348 rows were taken, 0 were known already, 0 were refused.");
        assertThat(place("sy07").area().names().byLanguage()).containsKeys(Language.EN, Language.AR);
    }

    @Test
    void whatIsNoTableIsRefusedInItsOwnWords() {
        assertThat(refused("only one line".getBytes(StandardCharsets.UTF_8))).contains("places.table-empty");
        assertThat(refused("town\nHarbour\n".getBytes(StandardCharsets.UTF_8))).contains("places.table-without-name");
        assertThat(refused("name\n\"Harbour\n".getBytes(StandardCharsets.UTF_8)))
                .contains("places.table-quote-open");
        assertThat(refused(new byte[] {'n', 'a', 'm', 'e', '\n', (byte) 0xC3, '(', '\n'}))
                .contains("places.table-not-text");
        assertThat(refused(("name\n" + "a\n".repeat(5_001)).getBytes(StandardCharsets.UTF_8)))
                .contains("places.table-too-large");
        assertThat(places()).isEmpty();
    }

    @Test
    void boundariesNameAndBoundAreasAndFaultsAreToldFeatureByFeature() {
        String square = "[[[20,10],[21,10],[21,11],[20,11],[20,10]]]";
        Map<String, String> told =
                Map.of("kind", "ADM1", "from", "2019", "publisher", "Map office", "published", "2019-09-01");
        administrator.get("/set-up/places/import");
        assertThat(plain(administrator.upload(
                        "/set-up/places/import", "file", "a.geojson", features("XX01", "North", square), told)))
                .contains("The border of 1 area is on record; 1 of them is new");
        administrator.get("/set-up/places/import");
        assertThat(plain(administrator.upload(
                        "/set-up/places/import", "file", "a.geojson", features("no code", "South", square), told)))
                .contains("Nothing was taken from this file.", "no code");
        administrator.get("/set-up/places/import");
        HttpResponse<String> unsourced = administrator.upload(
                "/set-up/places/import",
                "file",
                "a.geojson",
                features("XX02", "South", square),
                Map.of("kind", "ADM1"));
        assertThat(unsourced.statusCode()).isEqualTo(422);
        assertThat(places()).extracting(place -> place.id().slug()).containsExactly("xx01");
    }

    private static byte[] features(String code, String name, String coordinates) {
        return bytes("{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":"
                + "{\"pcode\":\"" + code + "\",\"name\":\"" + name
                + "\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":" + coordinates + "}}]}");
    }

    @Test
    void aBorderIsDrawnByItsCornersAndFaultsInItAreTold() {
        administrator.get("/set-up/places/new");
        assertThat(sentTo(administrator.post(
                        "/set-up/places/new", Map.of("name-en", "North", "kind", "ADM1", "another", "yes"))))
                .startsWith("/set-up/places/new?saved&kind=ADM1");
        String north = places().getFirst().id().slug();
        String path = "/set-up/places/" + north + "/border";
        Map<String, String> source = Map.of("publisher", "Map office", "published", "2019-09-01", "url", "");
        administrator.get(path);
        HttpResponse<String> crossed =
                administrator.post(path, with(source, "corners", "10, 20\n12, 22\n12, 20\n10, 22"));
        assertThat(crossed.statusCode()).isEqualTo(422);
        assertThat(plain(crossed)).contains("12, 22");
        administrator.get(path);
        assertThat(sentTo(administrator.post(path, with(source, "corners", "10, 20\n12, 20\n12, 22\n10, 22"))))
                .isEqualTo("/set-up/places/" + north + "?saved");
        assertThat(site.places().borders(site.journal().now(), new AreaId(north)))
                .hasSize(1);
    }

    @Test
    void aPlaceIsCorrectedAndKeepsItsId() {
        administrator.get("/set-up/places/new");
        administrator.post("/set-up/places/new", Map.of("name-en", "Harbour", "kind", "SETTLEMENT"));
        Place before = places().getFirst();
        administrator.get("/set-up/places/" + before.id());
        administrator.post(
                "/set-up/places/" + before.id(),
                Map.of(
                        "name-en",
                        "Harbour town",
                        "kind",
                        "SETTLEMENT",
                        "pcode",
                        "xx-7",
                        "spellings",
                        "Harbor\n\nHarbourg"));
        assertThat(places()).singleElement().satisfies(place -> {
            assertThat(place.id()).isEqualTo(before.id());
            assertThat(place.area().kind()).isEqualTo(AreaKind.SETTLEMENT);
            assertThat(place.area().pcode().orElseThrow().code()).isEqualTo("XX-7");
            assertThat(place.area().spellings()).containsExactly("Harbor", "Harbourg");
        });
    }

    @Test
    void accountsAreOpenedByDeskAndTheirPasswordsAreShownOnceAndOpenTheDoor() {
        administrator.get("/set-up/accounts");
        HttpResponse<String> none = administrator.post("/set-up/accounts", Map.of());
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(plain(none)).contains("accounts.too-many");
        administrator.get("/set-up/accounts");
        Map<String, String> wanted = Map.of("desk-gate", "2", "desk-service-point", "1");
        HttpResponse<String> opened = administrator.post("/set-up/accounts", wanted);
        assertThat(opened.headers().firstValue("Cache-Control")).contains("no-store");
        // gate-1 and service-point-1 are there already.
        assertThat(plain(opened)).contains("gate-2", "gate-3", "service-point-2");
        List<String> passwords = Pattern.compile("<code>([a-z0-9-]+)</code>")
                .matcher(opened.body())
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(passwords).hasSize(3).doesNotHaveDuplicates();
        Surfer gate = site.surfer();
        String given = passwords.getFirst();
        gate.signIn("gate-2", given);
        assertThat(gate.get("/gate").headers().firstValue("Location").orElse(""))
                .as("one that was given opens its own change alone")
                .endsWith("/password");
        gate.get("/password");
        String own = "a word of my own for this";
        gate.post("/password", Map.of("current", given, "password", own, "again", own));
        assertThat(gate.get("/gate").statusCode()).isEqualTo(200);
        assertThat(plain(administrator.get("/set-up/accounts"))).doesNotContain(passwords);
    }

    private String taken(String table) {
        administrator.get("/set-up/places/import");
        HttpResponse<String> answer = upload(bytes(table));
        assertThat(answer.statusCode()).as(plain(answer)).isEqualTo(200);
        return plain(answer);
    }

    private String refused(byte[] file) {
        administrator.get("/set-up/places/import");
        HttpResponse<String> answer = upload(file);
        assertThat(answer.statusCode()).isEqualTo(422);
        return plain(answer);
    }

    private HttpResponse<String> upload(byte[] file) {
        return administrator.upload("/set-up/places/import", "file", "places.csv", file, Map.of("kind", "SETTLEMENT"));
    }

    private List<Place> places() {
        return site.places().list(site.journal().now());
    }

    private Place place(String id) {
        return site.places().area(site.journal().now(), new AreaId(id)).orElseThrow();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, String> with(Map<String, String> some, String field, String value) {
        var all = new HashMap<>(some);
        all.put("from", "2019");
        all.put(field, value);
        return all;
    }
}
