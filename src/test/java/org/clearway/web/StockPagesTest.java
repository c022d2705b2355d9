// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearway.web.Surfer.plain;
import static org.clearway.web.Surfer.sentTo;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.clearway.access.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Stock over HTTP and without JavaScript: what comes, goes, is lost, counted and sent on.
class StockPagesTest {
    private static final String STORE = "/stock/south-store";
    private static final String CARD = STORE + "/items/hot-meal";

    @TempDir
    Path folder;

    private Site site;
    private Surfer desk;

    @BeforeEach
    void open() {
        site = Site.in(folder.resolve("node"));
        Crossing.on(site);
        desk = site.surfer();
        desk.signIn(Role.SERVICE_POINT);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void whatCameIsOnItsCardWithItsBatchAndItsLastDay() {
        assertThat(plain(desk.get("/stock"))).contains("South kitchen", "South store", "nothing is out");
        assertThat(plain(desk.get(STORE + "/move?kind=RECEIPT")))
                .contains("Expires on")
                .doesNotContain("Why");
        assertThat(plain(desk.get(STORE + "/move?kind=LOSS"))).contains("Why").doesNotContain("Expires on");
        receive("500", "lot-1");
        assertThat(text(desk.get(CARD)))
                .contains("500 portions", "lot-1: 500, until 31 December 2019", "received 500 +500 500");
        assertThat(text(desk.get(STORE))).contains("500 portions", "nobody took any lately", "no levels set");
    }

    @Test
    void aLossNeedsABatchAndAReasonAndNeverTakesMoreThanIsThere() {
        receive("10", "lot-1");
        desk.get(STORE + "/move?kind=LOSS&item=hot-meal");
        Map<String, String> loss = Map.of("item", "hot-meal", "quantity", "4", "batch", "lot-1");
        HttpResponse<String> unexplained = desk.post(STORE + "/move", loss);
        assertThat(unexplained.statusCode()).isEqualTo(422);
        assertThat(plain(unexplained)).contains("Choose a reason");
        HttpResponse<String> tooMuch = desk.post(
                STORE + "/move", Map.of("item", "hot-meal", "quantity", "40", "batch", "lot-1", "because", "SPOILED"));
        assertThat(plain(tooMuch)).contains("The card has 10");
        desk.get(STORE + "/move?kind=LOSS&item=hot-meal");
        desk.post(STORE + "/move", Map.of("item", "hot-meal", "quantity", "4", "batch", "lot-1", "because", "SPOILED"));
        assertThat(text(desk.get(CARD))).contains("lost spoiled 4 -4 6");
    }

    @Test
    void anIssueTakesWhatExpiresFirstUnlessTheBatchIsNamed() {
        receive("10", "lot-1");
        desk.get(STORE + "/move?kind=ISSUE&item=hot-meal");
        assertThat(desk.post(STORE + "/move", Map.of("item", "hot-meal", "quantity", "3"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(text(desk.get(CARD))).contains("handed out 3 -3 7");
    }

    @Test
    void aCountThatDiffersSaysWhyAndTheCardFollowsIt() {
        receive("10", "lot-1");
        desk.get(CARD + "/count");
        HttpResponse<String> silent = desk.post(CARD + "/count", Map.of("quantity-1", "8"));
        assertThat(silent.statusCode()).isEqualTo(422);
        assertThat(plain(silent)).contains("There are 8", "the card has 10", "value=\"8\"");
        desk.get(CARD + "/count");
        desk.post(
                CARD + "/count",
                Map.of("quantity-1", "8", "batch-2", "lot-9", "quantity-2", "1", "because", "UNEXPLAINED"));
        assertThat(text(desk.get(CARD))).contains("9 portions", "lot-9: 1", "looked for and not explained");
    }

    @Test
    void whatIsSentIsOnItsWayUntilItsReceiverSaysWhatCameAndWhyNotAll() {
        receive("100", "lot-1");
        desk.get(STORE + "/dispatch");
        String note = sentTo(desk.post(
                STORE + "/dispatch", Map.of("to", "south-kitchen", "item-1", "hot-meal", "quantity-1", "60")));
        assertThat(text(desk.get(note))).contains("South store", "South kitchen", "on its way", "lot-1");
        assertThat(text(desk.get("/stock/south-kitchen"))).contains("from South store", "on its way");
        HttpResponse<String> silent = desk.post(note, Map.of("accepted-1", "50", "refused-1", "4"));
        assertThat(silent.statusCode()).isEqualTo(422);
        desk.get(note);
        desk.post(note, Map.of("accepted-1", "50", "refused-1", "4", "because-1", "DAMAGED"));
        assertThat(text(desk.get(note))).contains("50 4 6 damaged").doesNotContain("Confirm what came");
        assertThat(text(desk.get("/stock/south-kitchen"))).contains("50 portions");
        assertThat(text(desk.get(STORE))).contains("40 portions", "confirmed");
    }

    @Test
    void whoMayOnlyReadTheStockIsOfferedNoMore() {
        receive("10", "lot-1");
        Surfer gate = site.surfer();
        gate.signIn(Role.GATE);
        assertThat(gate.get(STORE).body()).contains("hot meal").doesNotContain("/move");
        assertThat(gate.get(CARD).body()).doesNotContain("/count");
        assertThat(gate.get(STORE + "/move").statusCode()).isEqualTo(403);
    }

    @Test
    void theLevelsToOrderAtAreSetOnTheCard() {
        receive("10", "lot-1");
        desk.get(CARD);
        desk.post(CARD + "/levels", Map.of("period", "7", "least", "1", "most", "3", "lead", "2"));
        assertThat(text(desk.get(STORE))).contains("enough (at 0 or less, up to 0)");
        desk.get(CARD);
        assertThat(plain(desk.post(CARD + "/levels", Map.of("period", "7", "least", "5", "most", "3", "lead", "2"))))
                .contains("do not fit");
    }

    @Test
    void thePagesSpeakArabicToo() {
        receive("10", "lot-1");
        var arabic = new Surfer(site.address(), "ar");
        arabic.signIn(Role.SERVICE_POINT);
        for (String page :
                new String[] {"", "/items/hot-meal", "/items/hot-meal/count", "/move?kind=LOSS", "/dispatch"}) {
            assertThat(arabic.get(STORE + page).body()).as(page).contains("dir=\"rtl\"", "مخزن الجنوب");
        }
    }

    private void receive(String quantity, String batch) {
        desk.get(STORE + "/move?kind=RECEIPT");
        assertThat(sentTo(desk.post(
                        STORE + "/move",
                        Map.of("item", "hot-meal", "quantity", quantity, "batch", batch, "expires", "2019-12-31"))))
                .isEqualTo(CARD + "?saved");
    }

    private static String text(HttpResponse<String> answer) {
        return plain(answer)
                .replaceAll("(?s)<(option|script|head).*?</\\1>", " ")
                .replaceAll("<[^>]*>", " ")
                .replaceAll("\\s+", " ")
                .replace(" ,", ",")
                .replace(" :", ":");
    }
}
