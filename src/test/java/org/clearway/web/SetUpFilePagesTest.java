// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearway.web.Surfer.plain;
import static org.clearway.web.Surfer.sentTo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.clearway.access.Role;
import org.clearway.corridor.Corridors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What one node was set up to be by hand, another one is by a file.
class SetUpFilePagesTest {
    private static final Map<String, String> SOURCE = Map.of(
            "publisher", "River commission",
            "publisher-ar", "لجنة النهر",
            "published", "2019-09-01",
            "url", "https://example.org/river");

    @TempDir
    Path folder;

    private Site site;
    private Site other;
    private Surfer coordination;
    private Surfer atTheOther;

    @BeforeEach
    void open() {
        site = Site.in(folder.resolve("node"));
        other = Site.in(folder.resolve("other"));
        coordination = site.surfer();
        coordination.signIn(Role.COORDINATION);
        atTheOther = other.surfer();
        atTheOther.signIn(Role.COORDINATION);
    }

    @AfterEach
    void close() {
        site.close();
        other.close();
    }

    @Test
    void anotherNodeIsSetUpByTheFileAsThisOneWasByHandAndASecondTimeChangesNothing() throws IOException {
        byHand();
        byte[] file = takenOut(coordination);
        assertThat(loaded(file)).contains("things were put on record", "0 stood here already");
        assertThat(texts(takenOut(atTheOther))).isEqualTo(texts(file));
        long entries = other.journal().condition().entries();
        assertThat(loaded(file)).contains("nothing was new");
        assertThat(other.journal().condition().entries()).isEqualTo(entries);
        for (String page :
                new String[] {"/set-up/parties", "/set-up/agreement", "/set-up/crossings", "/set-up/hours"}) {
            assertThat(text(atTheOther.get(page))).as(page).isEqualTo(text(coordination.get(page)));
        }
        assertThat(text(atTheOther.get("/map"))).contains("South crossing").isEqualTo(text(coordination.get("/map")));
        assertThat(plain(atTheOther.get("/board"))).contains("South corridor").doesNotContain("RECONSTRUCTION");
        Surfer gate = other.surfer();
        gate.signIn(Role.GATE);
        assertThat(text(gate.get(sentTo(gate.get("/gate"))))).contains("South crossing");
    }

    @Test
    void whatIsCorrectedInTheFileIsToldAgainAndNothingElse() throws IOException {
        byHand();
        byte[] file = takenOut(coordination);
        loaded(file);
        byte[] corrected =
                with(file, "parties.yaml", text(file, "parties.yaml").replace("River council", "Council of the river"));
        assertThat(loaded(corrected)).contains("1 thing was put on record");
        assertThat(text(atTheOther.get("/set-up/parties"))).contains("Council of the river");
    }

    @Test
    void whoMayNotReadTheWayDoesNotTakeItOut() throws IOException {
        byHand();
        assertThat(text(takenOut(coordination), "story/01-set-up.yaml")).contains("10.1, 20.1", "11.5, 21.5");
        Surfer administrator = site.surfer();
        administrator.signIn(Role.ADMINISTRATOR);
        assertThat(text(administrator.get("/set-up/check"))).contains("Your desk may not read the way");
        String story = text(takenOut(administrator), "story/01-set-up.yaml");
        assertThat(story).contains("South corridor").doesNotContain("10.1, 20.1", "11.5, 21.5", "waypoints");
        assertThat(site.journal()
                        .now()
                        .rows()
                        .sql("select account, body from entry where type = 'journal.taken-out' order by position")
                        .query((row, n) -> row.getString("account") + " "
                                + new String(row.getBytes("body"), StandardCharsets.UTF_8))
                        .list())
                .as("that it was taken out is on record")
                .containsExactly(
                        "coordination-1 {\"what\":\"SET_UP\"}", "administrator-1 {\"what\":\"SET_UP_WITHOUT_WAYS\"}");
    }

    @Test
    void noAccountNoPlateAndNoCountIsTakenOut() throws IOException {
        byHand();
        assertThat(texts(takenOut(coordination)).values())
                .noneMatch(text -> text.contains("coordination-1") || text.contains("PLATE-77"));
    }

    @Test
    void anythingButASetUpIsRefusedAndNothingOfItIsTakenIn() throws IOException {
        byHand();
        byte[] file = takenOut(coordination);
        long entries = other.journal().condition().entries();
        assertThat(refused("no zip".getBytes(StandardCharsets.UTF_8))).contains("scenario.not-packed");
        assertThat(refused(with(file, "../outside.yaml", "x: 1"))).contains("scenario.packed-file-unknown");
        String first = text(file, "scenario.yaml");
        assertThat(refused(with(file, "scenario.yaml", first.replace("SET_UP", "RECONSTRUCTION"))))
                .contains("scenario.not-a-set-up");
        String story = text(file, "story/01-set-up.yaml");
        assertThat(refused(with(
                        file,
                        "story/01-set-up.yaml",
                        story + "- published: 2019-09-01\n  gate: {corridor: x, decision: OPEN, because: AGREED}\n")))
                .contains("scenario.no-part-of-a-set-up");
        assertThat(other.journal().condition().entries()).isEqualTo(entries);
    }

    private void byHand() {
        send("/set-up/languages", Map.of("languages", "EN"));
        send("/set-up/languages", Map.of("languages", "AR"));
        send("/set-up/places/new", Map.of("name-ar", "أرض النهر", "kind", "COUNTRY", "pcode", "XX"));
        String country = id("/set-up/places", "/set-up/places/");
        send(
                "/set-up/places/new",
                Map.of("name-ar", "مدينة الميناء", "kind", "SETTLEMENT", "parent", country, "spellings", "Harbor"));
        String town = site.places().list(site.journal().now()).stream()
                .map(place -> place.id().slug())
                .filter(id -> !id.equals(country))
                .findFirst()
                .orElseThrow();
        send(
                "/set-up/places/" + country + "/border",
                with(SOURCE, Map.of("corners", "10, 20\n12, 20\n12, 22\n10, 22", "from", "2018")));
        send("/set-up/parties", Map.of("name-ar", "River council", "kind", "ARMED_GROUPS", "short-ar", "RC"));
        String council = id("/set-up/parties", "/set-up/parties/");
        send(
                "/set-up/agreement/new",
                with(
                        SOURCE,
                        Map.of(
                                "name-ar",
                                "مذكرة",
                                "signed",
                                "2019-08",
                                "guarantors",
                                council,
                                "months",
                                "6",
                                "extension",
                                "NOT_STATED")));
        String agreement = site.agreements()
                .agreements(site.journal().now())
                .getFirst()
                .id()
                .slug();
        send(
                "/set-up/zones/new",
                with(
                        SOURCE,
                        Map.of(
                                "name-ar",
                                "منطقة",
                                "agreement",
                                agreement,
                                "part-1",
                                country,
                                "extent-1",
                                "PARTS",
                                "from",
                                "2019-08-15")));
        String zone =
                site.agreements().zones(site.journal().now()).getFirst().id().slug();
        send(
                "/set-up/corridor/new",
                with(
                        SOURCE,
                        Map.of(
                                "name-ar",
                                "South corridor",
                                "zone",
                                zone,
                                "initiator",
                                council,
                                "relevant",
                                council,
                                "flows",
                                "CIVILIANS_OUT",
                                "intermediaries",
                                "Elders")));
        String corridor = Corridors.all(site.journal().now()).getFirst().id().slug();
        send(
                "/set-up/crossings",
                Map.of("corridor", corridor, "name-ar", "South crossing", "area", town, "position", "11.5, 21.5"));
        send(
                "/entry/route/" + corridor,
                with(SOURCE, Map.of("way", "10.1, 20.1\n10.2, 20.2", "opens", "06:00", "closes", "18:00")));
        send("/items/new", Map.of("name-ar", "Soap", "unit", "PIECE"));
        send(
                "/care/new",
                Map.of("name-ar", "Kitchen", "stands", corridor, "services", "HOT_MEAL", "Equipment.TAPS", "4"));
        send(
                "/safe-areas/new",
                Map.of("name-ar", "School", "area", town, "corridors", corridor, "PlaceKind.GENERAL", "40"));
        send("/vehicles/new", Map.of("vehicle", "bus-01", "type", "BUS", "seats", "45", "plate", "PLATE-77"));
    }

    private void send(String path, Map<String, String> typed) {
        assertThat(coordination.get(path).statusCode()).as(path).isEqualTo(200);
        HttpResponse<String> answer = coordination.post(path, typed);
        assertThat(answer.statusCode()).as(path + plain(answer)).isEqualTo(303);
    }

    private String id(String page, String before) {
        String body = coordination.get(page).body();
        String[] found = body.split("href=\"" + before, -1);
        for (int i = 1; i < found.length; i++) {
            String id = found[i].split("\"", 2)[0];
            if (!id.equals("new") && !id.equals("import")) return id;
        }
        throw new AssertionError(body);
    }

    private static byte[] takenOut(Surfer surfer) {
        surfer.get("/set-up/check");
        return surfer.download("/set-up/check");
    }

    private String loaded(byte[] file) {
        atTheOther.get("/set-up/load");
        HttpResponse<String> answer = atTheOther.upload("/set-up/load", "file", "set-up.zip", file);
        assertThat(answer.statusCode()).as(plain(answer)).isEqualTo(200);
        return plain(answer);
    }

    private String refused(byte[] file) {
        atTheOther.get("/set-up/load");
        HttpResponse<String> answer = atTheOther.upload("/set-up/load", "file", "set-up.zip", file);
        assertThat(answer.statusCode()).isEqualTo(422);
        return plain(answer);
    }

    private static Map<String, String> texts(byte[] file) throws IOException {
        var texts = new HashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                texts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return texts;
    }

    private static String text(byte[] file, String name) throws IOException {
        return Objects.requireNonNull(texts(file).get(name), name);
    }

    private static byte[] with(byte[] file, String name, String text) throws IOException {
        var texts = new HashMap<>(texts(file));
        texts.put(name, text);
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var one : texts.entrySet()) {
                zip.putNextEntry(new ZipEntry(one.getKey()));
                zip.write(one.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    private static Map<String, String> with(Map<String, String> some, Map<String, String> more) {
        var all = new HashMap<>(some);
        all.putAll(more);
        return all;
    }

    /// Without what each visit and each act is called.
    private static String text(HttpResponse<String> page) {
        assertThat(page.statusCode()).isEqualTo(200);
        return plain(page).replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }
}
