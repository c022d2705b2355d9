// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clearway.web.Surfer.plain;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clearway.access.Actor;
import org.clearway.access.Role;
import org.clearway.ceasefire.Count;
import org.clearway.ceasefire.CountingUnit;
import org.clearway.ceasefire.Covers;
import org.clearway.ceasefire.Stated;
import org.clearway.ceasefire.Stretch;
import org.clearway.corridor.Sayings;
import org.clearway.export.Exports;
import org.clearway.journal.Golden;
import org.clearway.journal.Taken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Rule 10, and tables that are taken out over HTTP: what comes, what is on record of it, and what breaks off.
class ExportPagesTest {
    @TempDir
    Path folder;

    private Site site;

    @BeforeEach
    void open() {
        site = Site.in(folder.resolve("node"));
        Crossing.on(site);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @ParameterizedTest
    @CsvSource({"en,Stated total,Government", "ar,المجموع المذكور,الحكومة"})
    void eachReportersFiguresStandInLinesOfTheirOwnAndAreAddedUpNowhere(String language, String heading, String party)
            throws Exception {
        state(Sayings.GOVERNMENT, 34);
        state(Sayings.GROUPS, 21);
        String file = text(take(Role.COORDINATION, language, Map.of("table", "ledgers")));
        assertThat(file).contains(heading, party, ",34,", ",21,").doesNotContain("55");
        assertThat(file.strip()).containsPattern("END 2,*$");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ledgers",
                "announcements",
                "assurances",
                "use-claimed",
                "gate-hours",
                "service-hours",
                "stock",
                "journeys",
                "alarms",
                "bulletins"
            })
    void everyTableComesWholeInBothFormsAndIsOnRecordWithItsDigest(String table) throws Exception {
        Crossing.openGates(site);
        Crossing.receive(site, Crossing.KITCHEN, Crossing.MEAL, 100, "b1");
        for (String format : List.of("CSV", "XLSX")) {
            HttpResponse<byte[]> file = take(Role.COORDINATION, "en", Map.of("table", table, "format", format));
            assertThat(file.statusCode()).as(table).isEqualTo(200);
            assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                    .matches("attachment; filename=\"" + table + "_[0-9_-]+_en_[0-9a-z]{1,8}\\."
                            + format.toLowerCase(java.util.Locale.ROOT) + "\"");
            assertThat(file.headers().firstValue("Cache-Control")).contains("no-store");
            String digest = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(file.body()));
            assertThat(plain(signedIn(Role.COORDINATION, "en").get("/exports"))).contains("SHA-256 " + digest);
        }
    }

    @Test
    void thatItIsAskedForIsOnRecordBeforeTheFirstByteAndWhatBecameOfItAfterTheLast() throws Exception {
        take(Role.COORDINATION, "ar", Map.of("table", "stock", "purpose", "ASKED_BY_A_PARTY"));
        assertThat(types()).endsWith("export.table-asked", "export.table-taken");
        assertThat(bodies("export.table-asked").getFirst()).contains("STOCK", "ASKED_BY_A_PARTY", "AR");
        String log = words(signedIn(Role.PROTECTION, "en").get("/access-log"));
        assertThat(log).contains("Asked for a table", "Took out a table, whole", "coordination-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cards", "manifests", "complaints", "weapons"})
    void recordsAreRefusedToOnePersonAndThatTheyAskedIsOnRecord(String table) throws Exception {
        HttpResponse<byte[]> refused = take(Role.PROTECTION, "en", Map.of("table", table));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(text(refused)).contains("not taken out by one person");
        assertThat(types()).endsWith("export.table-refused");
        assertThat(words(signedIn(Role.PROTECTION, "en").get("/access-log")))
                .contains("Asked for records as a table, and was refused");
        assertThat(words(signedIn(Role.PROTECTION, "en").get("/exports"))).contains("Households and cards");
    }

    @Test
    void nobodyTakesOutWhatTheirDeskDoesNotRead() throws Exception {
        assertThat(take(Role.PRESS, "en", Map.of("table", "gate-hours")).statusCode())
                .isEqualTo(403);
        assertThat(take(Role.COORDINATION, "en", Map.of("table", "access-log")).statusCode())
                .isEqualTo(403);
        assertThat(take(Role.PROTECTION, "en", Map.of("table", "access-log")).statusCode())
                .isEqualTo(200);
        for (Role role : List.of(Role.GATE, Role.SERVICE_POINT, Role.ADMINISTRATOR)) {
            assertThat(signedIn(role, "en").get("/exports").statusCode()).isEqualTo(403);
        }
        assertThat(words(signedIn(Role.PRESS, "en").get("/exports"))).doesNotContain("coordination-1");
    }

    @Test
    void aTableThatBreaksInTheMiddleIsBrokenOffAndNotEndedNeatly() {
        var reader = new Actor(Site.account(Role.COORDINATION), Set.of(Role.COORDINATION));
        for (int i = 0; i < 1500; i++) site.journal().takenOut(reader, Taken.SET_UP);
        site.journal()
                .keep(rows -> rows.sql("update access_log set event = 'NONE_SUCH' where position ="
                                + " (select min(position) from access_log where event = 'TAKEN_OUT')")
                        .update());
        assertThatThrownBy(() -> take(Role.PROTECTION, "en", Map.of("table", "access-log")))
                .isInstanceOf(java.io.IOException.class);
        assertThat(types()).endsWith("export.table-asked", "export.table-cut-off");
        assertThat(bodies("export.table-cut-off").getFirst()).contains("NODE");
        assertThat(words(signedIn(Role.PROTECTION, "en").get("/exports"))).contains("not whole after");
    }

    @Test
    void aTableThatBreaksBeforeAnythingLeftIsAPageThatSaysSo() throws Exception {
        site.journal()
                .keep(rows ->
                        rows.sql("update access_log set event = 'NONE_SUCH'").update());
        HttpResponse<byte[]> answer = take(Role.PROTECTION, "en", Map.of("table", "access-log"));
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
        assertThat(text(answer)).contains("<html").doesNotContain("END");
    }

    @Test
    void aTableIsOfOneMomentWhateverIsRecordedMeanwhile() throws Exception {
        try (var still = site.journal().still()) {
            long before = count(still);
            site.journal()
                    .takenOut(new Actor(Site.account(Role.COORDINATION), Set.of(Role.COORDINATION)), Taken.SET_UP);
            assertThat(count(still)).isEqualTo(before);
            assertThat(count(site.journal().now())).isEqualTo(before + 1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "en,'2019-09-15','2019-09-14','is before the first one'",
        "en,'','2019-09-14','needs a first and a last day'",
        "ar,'2000-01-01','2019-09-14','على الأكثر'"
    })
    void daysThatMakeNoSenseAreToldBesideTheForm(String language, String from, String to, String said)
            throws Exception {
        HttpResponse<byte[]> answer =
                take(Role.COORDINATION, language, Map.of("table", "gate-hours", "from", from, "to", to));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(text(answer)).contains(said);
        assertThat(types()).doesNotContain("export.table-asked");
    }

    @Test
    void whyIsAskedAndTheRestIsKeptAsTyped() throws Exception {
        HttpResponse<byte[]> answer =
                take(Role.COORDINATION, "en", Map.of("table", "stock", "purpose", "", "from", "2019-09-01"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(text(answer)).contains("value=\"2019-09-01\"").containsPattern("value=\"stock\" checked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ledgers", "/board", "/access-log"})
    void pagesLeadToTheirOwnTable(String page) {
        Role role = page.equals("/access-log") ? Role.PROTECTION : Role.COORDINATION;
        assertThat(plain(signedIn(role, "en").get(page))).contains("/exports?table=");
    }

    @Test
    void goldenBytesOfEveryVersionAreReadAndWrittenUnchanged() {
        Golden.holds(Exports.chapter());
    }

    private void state(org.clearway.agreement.PartyId reporter, int total) {
        site.ledgers()
                .state(
                        new Actor(Site.account(Role.DUTY), Set.of(Role.DUTY)),
                        site.node().act(),
                        new Stated(
                                reporter,
                                new Covers(Stretch.CALENDAR_DAY, Sayings.september(13), Sayings.ZONE),
                                CountingUnit.CASE_OF_FIRE,
                                Optional.of(new Count(total)),
                                List.of(),
                                true,
                                List.of(),
                                Sayings.source(Sayings.september(14))),
                        Optional.empty());
    }

    private HttpResponse<byte[]> take(Role role, String language, Map<String, String> typed) throws Exception {
        Surfer surfer = signedIn(role, language);
        surfer.get("/exports");
        var fields = new HashMap<>(Map.of(
                "table", "ledgers",
                "from", "2019-09-13",
                "to", "2019-09-14",
                "corridor", "",
                "format", "CSV",
                "language", language,
                "purpose", "COORDINATION"));
        fields.putAll(typed);
        return surfer.file("/exports", fields);
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static long count(org.clearway.journal.Reading at) {
        return at.rows()
                .sql("select count(*) from access_log")
                .query(Long.class)
                .single();
    }

    private List<String> types() {
        return site.journal()
                .now()
                .rows()
                .sql("select type from entry where type like 'export.%' order by position")
                .query((row, n) -> row.getString("type"))
                .list();
    }

    private List<String> bodies(String type) {
        return site.journal()
                .now()
                .rows()
                .sql("select body from entry where type = ? order by position desc")
                .param(type)
                .query((row, n) -> new String(row.getBytes("body"), StandardCharsets.UTF_8))
                .list();
    }

    private Surfer signedIn(Role role, String language) {
        var surfer = new Surfer(site.address(), language);
        surfer.signIn(role);
        return surfer;
    }

    private static String words(HttpResponse<String> answer) {
        return plain(answer).replaceAll("<[^>]*>", "").replaceAll("\\s+", " ");
    }
}
