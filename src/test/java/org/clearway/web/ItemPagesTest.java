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
import org.clearway.care.ItemCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The catalogue of relief items over the pages.
class ItemPagesTest {
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
    @CsvSource({"en,tent for schooling,IFRC", "ar,خيمة للتعليم,IFRC"})
    void anItemThatIsPutInTheCatalogueCanBeReceivedAtOnce(String language, String name, String source) {
        Surfer desk = signedIn(Role.SERVICE_POINT, language);
        assertThat(desk.get("/stock").body()).contains("href=\"/items\"");
        assertThat(words(desk.get("/items"))).contains(source).doesNotContain(name);
        desk.get("/items/new");
        HttpResponse<String> saved = desk.post("/items/new", tent());
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
        assertThat(words(desk.get("/items?saved"))).contains(name);
        assertThat(words(desk.get("/stock/south-store/move?kind=RECEIPT"))).contains(name);
    }

    @Test
    void anItemIsRestatedAndItsSourceNoLongerVouchesForIt() {
        Surfer desk = signedIn(Role.SERVICE_POINT, "en");
        assertThat(desk.get("/items").body()).contains("IFRC HSHEBLANCLT2");
        assertThat(desk.get("/items/blanket-light").body()).contains("value=\"680\"", "value=\"1533\"");
        Map<String, String> typed = tent();
        typed.put("grams", "700");
        desk.post("/items/blanket-light", typed);
        assertThat(desk.get("/items").body()).contains("tent for schooling").doesNotContain("IFRC HSHEBLANCLT2");
        assertThat(desk.get("/items/nothing").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"en,Keep the unit", "ar,أبقِ الوحدة"})
    void whatCardsAreCountedInStays(String language, String keep) {
        Crossing.receive(site, Crossing.STORE, new ItemCode("blanket-light"), 20, "lot-1");
        Surfer desk = signedIn(Role.SERVICE_POINT, language);
        desk.get("/items/blanket-light");
        Map<String, String> typed = tent();
        typed.put("unit", "KIT");
        HttpResponse<String> answer = desk.post("/items/blanket-light", typed);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(words(answer)).contains("care.item-counted-in", keep);
        typed.put("unit", "PIECE");
        assertThat(desk.post("/items/blanket-light", typed).statusCode()).isEqualTo(303);
    }

    @ParameterizedTest
    @CsvSource({"en,Fill this in.,Write a whole number", "ar,املأ هذا الحقل,اكتب عددًا صحيحًا"})
    void whatIsTypedWronglyStaysInItsFieldAndIsNamedBesideIt(String language, String missing, String figure) {
        Surfer desk = signedIn(Role.SERVICE_POINT, language);
        desk.get("/items/new");
        HttpResponse<String> answer = desk.post("/items/new", Map.of("grams", "heavy", "unit", "BAGS"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(plain(answer))
                .contains(missing, figure, "value=\"heavy\"")
                .containsPattern("id=\"unit\"[^>]*aria-invalid=\"true\"");
        Map<String, String> none = tent();
        none.put("grams", "0");
        assertThat(plain(desk.post("/items/new", none))).contains("care.quantity", "value=\"0\"");
    }

    @Test
    void whoReadsTheStockReadsTheCatalogueAndDoesNotChangeIt() {
        Surfer gate = signedIn(Role.GATE, "en");
        assertThat(gate.get("/items").body()).doesNotContain("/items/new", "/items/blanket-light");
        assertThat(gate.get("/items/new").statusCode()).isEqualTo(403);
        assertThat(signedIn(Role.PRESS, "en").get("/items").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void thePagesFitAnyWindowAndCanBeReadAndTouched(String language) {
        for (Browser.Kind kind : List.of(Browser.Kind.tablet(language), Browser.Kind.phone(language))) {
            try (Browser browser = Browser.open(getClass(), kind, site.address())) {
                browser.signIn(Role.COORDINATION);
                for (String path : List.of("/stock", "/items", "/items/new", "/items/blanket-light")) {
                    browser.go(path)
                            .wholePicture(path.substring(1).replace('/', '-') + "-" + kind.width() + "-" + language);
                    assertThat(browser.sidewaysBy()).as(path).isZero();
                    assertThat(browser.tooSmallToTouch()).as(path).isEmpty();
                    assertThat(browser.tooFaintToRead()).as(path).isEmpty();
                    assertThat(browser.lostOnTheWay()).as(path).isEmpty();
                }
                assertThat(browser.complaints()).isEmpty();
            }
        }
    }

    private static Map<String, String> tent() {
        return new HashMap<>(
                Map.of("name-en", "tent for schooling", "name-ar", "خيمة للتعليم", "unit", "PIECE", "grams", "75000"));
    }

    private Surfer signedIn(Role role, String language) {
        var surfer = new Surfer(site.address(), language);
        surfer.signIn(role);
        return surfer;
    }

    private static String words(HttpResponse<String> answer) {
        return plain(answer).replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }
}
