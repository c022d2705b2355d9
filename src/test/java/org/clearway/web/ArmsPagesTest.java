// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearway.web.Surfer.plain;
import static org.clearway.web.Surfer.sentTo;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clearway.access.AccountId;
import org.clearway.access.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The weapons desk over its pages: by two, without JavaScript, and without an entry in the people's journal.
class ArmsPagesTest {
    private static final Pattern TAG = Pattern.compile("<bdi dir=\"ltr\">([0-9A-Z]{4}-[0-9A-Z]{4})</bdi>");
    private static final Pattern CODE = Pattern.compile("([0-9A-Z]{4}(?:-[0-9A-Z]{4}){3})");

    @TempDir
    Path folder;

    private Site site;
    private Surfer custodian;

    @BeforeEach
    void open() {
        site = Site.in(folder.resolve("node"));
        site.accounts()
                .open(
                        site.administrator(),
                        site.node().act(),
                        new AccountId("arms-2"),
                        Set.of(Role.ARMS),
                        Site.PASSWORD,
                        org.clearway.accounts.Lasts.AS_IT_IS);
        custodian = site.surfer();
        custodian.signIn(Role.ARMS);
        place("south-point", "COLLECTION_POINT", "نقطة الجنوب");
        place("weapon-store-1", "WEAPON_STORE", "مخزن الأسلحة الأول");
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void takingInIsTheFirstThingOfAWeaponsDeskAndUnderEighteenTheFirstOfThat() {
        assertThat(plain(custodian.get("/")).replaceAll("(?s).*<ul class=\"ways\">", ""))
                .matches("(?s)\\s*<li>\\s*<a href=\"/arms\">.*");
        String page = text(custodian.get("/arms/take-in"));
        assertThat(page.indexOf("Under 18")).isPositive().isLessThan(page.indexOf("Thing 1"));
    }

    @Test
    void aWeaponGoesThroughTheHandsOfTwoFromTheTableToItsEnd() {
        String tag = takenIn("yes", "WeaponCategory.RIFLE");
        String item = "/arms/items/" + tag;
        custodian.get(item);
        var points = Map.of("points", "web.arms.safe.weapon-1", "safe", "yes");
        assertThat(sentTo(post(item + "/check", points)))
                .as("a point was not ticked")
                .isEqualTo("/arms/unsafe");
        custodian.get(item);
        done(checked(item));
        custodian.get(item);
        assertThat(plain(post(item + "/register", Map.of("model", "AKM", "condition", "SERVICEABLE"))))
                .contains("value=\"AKM\"");
        done(post(
                item + "/register",
                Map.of("model", "AKM", "calibre", "7.62", "serial", "ERASED", "condition", "SERVICEABLE")));
        custodian.get(item);
        done(post(item + "/store", Map.of("store", "weapon-store-1")));
        assertThat(text(custodian.get(item))).contains("AKM", "it was erased", "stored", "arms-1 + arms-2");
        done(post(item + "/end", Map.of("end", "WayDestroyed.CUT")));
        assertThat(text(custodian.get(item))).contains("destroyed").doesNotContain("Transfer, destruction");
        assertThat(text(custodian.get("/arms/items?state=DESTROYED"))).contains(tag);
    }

    @Test
    void nobodyDoesItAloneNorWithSomebodyOfAnotherDesk() {
        custodian.get("/arms/take-in");
        for (Map<String, String> second : List.of(
                Map.of("second", "", "second-password", ""),
                Map.of("second", "arms-1", "second-password", Site.PASSWORD.text()),
                Map.of("second", "gate-1", "second-password", Site.PASSWORD.text()),
                Map.of("second", "arms-2", "second-password", "not this one"))) {
            var fields = new HashMap<>(laidDown("yes", "WeaponCategory.RIFLE"));
            fields.putAll(second);
            HttpResponse<String> answer = custodian.post("/arms/take-in", fields);
            assertThat(answer.statusCode()).as(second.toString()).isEqualTo(422);
            assertThat(plain(answer)).doesNotContain(Site.PASSWORD.text());
        }
        assertThat(site.armsBook().lines()).hasSize(2);
    }

    @Test
    void theSameFormSentTwiceIsOneHandoverAndOneReceipt() {
        custodian.get("/arms/take-in");
        var fields = new HashMap<>(laidDown("yes", "WeaponCategory.PISTOL"));
        String page = custodian.get("/arms/take-in").body();
        Matcher request = Pattern.compile("name=\"request\" value=\"([^\"]*)\"").matcher(page);
        assertThat(request.find()).isTrue();
        fields.put("request", request.group(1));
        String first = post("/arms/take-in", fields).body();
        String again = post("/arms/take-in", fields).body();
        assertThat(found(CODE, again)).isEqualTo(found(CODE, first));
        assertThat(site.armsBook().lines()).hasSize(3);
    }

    @Test
    void aReceiptMayBeRefusedAndAnotherIsCheckedByWhoeverIsShownIt() {
        custodian.get("/arms/take-in");
        HttpResponse<String> refused = post("/arms/take-in", laidDown("no", "WeaponCategory.RIFLE"));
        assertThat(text(refused)).contains("Tie each tag").doesNotContain("In a pocket");
        custodian.get("/arms/take-in");
        HttpResponse<String> taken = post("/arms/take-in", laidDown("yes", "WeaponCategory.RIFLE"));
        assertThat(taken.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(text(taken)).contains("In a pocket this paper shows that its holder laid something down.");
        String slip = taken.body().substring(taken.body().indexOf("slip-a6"));
        Matcher number = TAG.matcher(slip);
        assertThat(number.find()).isTrue();
        int entries = entries();
        var protection = site.surfer();
        protection.signIn(Role.PROTECTION);
        int afterSignIn = entries();
        protection.get("/arms/receipts");
        assertThat(text(protection.post(
                        "/arms/receipts", Map.of("number", number.group(1), "code", found(CODE, slip)))))
                .contains("Genuine: 1 thing was handed over on");
        assertThat(text(protection.post("/arms/receipts", Map.of("number", number.group(1), "code", "0000"))))
                .contains("Not genuine");
        assertThat(entries()).isEqualTo(afterSignIn).isGreaterThan(entries);
    }

    /// Not even that the desk was signed in to.
    @Test
    void thePeoplesJournalHearsNothingOfTheWeaponsDesk() {
        int entries = entries();
        Surfer second = site.surfer();
        second.signIn(Role.ARMS);
        second.signIn("arms-1", "mistyped");
        takenIn("yes", "AmmunitionKind.CARTRIDGES");
        custodian.get("/arms/items");
        custodian.get("/arms/figures");
        custodian.get("/");
        custodian.post("/sign-out", Map.of());
        site.ticking().set(site.ticking().instant().plus(Duration.ofHours(2)));
        second.get("/arms");
        assertThat(entries()).isEqualTo(entries);
    }

    @Test
    void underEighteenAndNotSafeAreWordsAndLeaveNothing() {
        int entries = entries();
        int lines = site.armsBook().lines().size();
        for (String path : List.of("/arms/under-18", "/arms/unsafe")) {
            HttpResponse<String> page = custodian.get(path);
            String main = page.body().replaceAll("(?s).*<main", "").replaceAll("(?s)</main>.*", "");
            assertThat(main).doesNotContain("<form", "<input", "/gate");
        }
        assertThat(text(custodian.get("/arms/unsafe"))).contains("Call the disposal technicians");
        custodian.get("/arms/take-in");
        var unsafe = new HashMap<>(laidDown("yes", "AmmunitionKind.GRENADES"));
        unsafe.remove("all-safe");
        HttpResponse<String> refused = post("/arms/take-in", unsafe);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(plain(refused)).contains("arms.unsafe", "Nothing was written.");
        assertThat(site.armsBook().lines()).hasSize(lines);
        assertThat(entries()).isEqualTo(entries);
    }

    @Test
    void aStoreIsSealedAndCountedAndWhatIsMissingIsSettled() {
        String store = "/arms/stores/weapon-store-1";
        String tag = stored();
        custodian.get(store);
        done(post(store + "/seal", Map.of("seal", "A-1001")));
        custodian.get(store);
        assertThat(plain(post(store + "/seal", Map.of("seal", "A-1002")))).contains("arms.seal-differs", "A-1001");
        assertThat(sentTo(post(store + "/count", Map.of("tag", tag, "is-" + tag, "NOT_KNOWN", "untagged", "0"))))
                .isEqualTo(store + "?counted");
        String page = text(custodian.get(store));
        assertThat(page).contains("0 found, 1 missing, none without a tag", "not known");
        Matcher which = Pattern.compile("<option value=\"([0-9A-Z]{8} " + tag + ")\"")
                .matcher(custodian.get(store).body());
        assertThat(which.find()).isTrue();
        done(post(store + "/settle", Map.of("which", which.group(1), "how", "PUT_BACK")));
        assertThat(text(custodian.get(store))).contains("Settled: it was put back");
        custodian.get("/arms/stores");
        assertThat(plain(post(
                        "/arms/stores",
                        Map.of("id", "pit", "kind", "DETONATOR_STORE", "name-en", "Pit", "metres", "4"))))
                .contains("arms.detonators-apart");
    }

    @Test
    void pressReadsFiguresThatGiveNoSmallOneAway() {
        for (int i = 0; i < 3; i++) takenIn("no", "WeaponCategory.RIFLE");
        var press = site.surfer();
        press.signIn(Role.PRESS);
        assertThat(text(press.get("/arms/figures"))).contains("No week is over");
        site.node().clock().set(site.node().clock().instant().plus(Duration.ofDays(4)));
        assertThat(text(press.get("/arms/figures"))).contains("rifle 1 to 9 0 and a few", "pistol 0 0");
        assertThat(press.get("/arms").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void thePagesFitAnyWindowAndCanBeReadAndTouched(String language) {
        takenIn("no", "WeaponCategory.RIFLE");
        String made = takenIn("no", "WeaponCategory.LIGHT_MG");
        custodian.get("/arms/items/" + made);
        done(checked("/arms/items/" + made));
        String stored = stored();
        String open = takenIn("no", "WeaponCategory.PISTOL");
        for (Browser.Kind kind : List.of(Browser.Kind.tablet(language), Browser.Kind.phone(language))) {
            try (Browser browser = Browser.open(getClass(), kind, site.address())) {
                browser.signIn(Role.ARMS);
                for (String path : List.of(
                        "/arms",
                        "/arms/take-in",
                        "/arms/under-18",
                        "/arms/unsafe",
                        "/arms/items",
                        "/arms/items/" + open,
                        "/arms/items/" + made,
                        "/arms/items/" + stored,
                        "/arms/stores",
                        "/arms/stores/weapon-store-1",
                        "/arms/receipts",
                        "/arms/figures")) {
                    String name =
                            path.replace(open, "open").replace(made, "made").replace(stored, "stored");
                    browser.go(path)
                            .wholePicture("arms" + name.replace('/', '-') + "-" + kind.width() + "-" + language);
                    assertThat(browser.sidewaysBy()).as(path).isZero();
                    assertThat(browser.tooSmallToTouch()).as(path).isEmpty();
                    assertThat(browser.tooFaintToRead()).as(path).isEmpty();
                }
                browser.go("/arms/take-in");
                browser.driver()
                        .executeScript(
                                "document.querySelector('[name=what-1]').value ="
                                        + " 'WeaponCategory.RIFLE'; document.querySelector('[name=many-1]').value = '2';"
                                        + " document.querySelector('[name=all-safe]').checked = true;"
                                        + " document.querySelector('[name=second]').value = 'arms-2';"
                                        + " document.querySelector('[name=second-password]').value = arguments[0];"
                                        + " document.querySelector('[name=receipt][value=yes]').click()",
                                Site.PASSWORD.text());
                browser.awaitsSightOf(".slip-a6");
                browser.wholePicture("arms-handed-" + kind.width() + "-" + language);
                assertThat(browser.sidewaysBy()).isZero();
                browser.size(397, 559).asPrinted(true);
                browser.wholePicture("arms-receipt-" + kind.width() + "-" + language + "-printed");
                assertThat(browser.sidewaysBy()).as("a receipt on A6").isZero();
                assertThat(browser.driver().executeScript("return document.querySelector('.slip-a6').scrollHeight"))
                        .isInstanceOfSatisfying(
                                Long.class, height -> assertThat(height).isLessThanOrEqualTo(559));
                assertThat(browser.text()).doesNotContain("arms-1", "arms-2", "12:00", "15:00");
                assertThat(browser.complaints()).isEmpty();
            }
        }
    }

    private String stored() {
        String tag = takenIn("no", "WeaponCategory.RIFLE");
        String item = "/arms/items/" + tag;
        custodian.get(item);
        done(checked(item));
        custodian.get(item);
        done(post(item + "/register", Map.of("serial", "NONE", "condition", "INCOMPLETE")));
        custodian.get(item);
        done(post(item + "/store", Map.of("store", "weapon-store-1")));
        return tag;
    }

    /// The form with every point ticked; a field may stand in it several times.
    private HttpResponse<String> checked(String item) {
        return post(
                item
                        + "/check?points=web.arms.safe.weapon-1&points=web.arms.safe.weapon-2&points=web.arms.safe.weapon-3",
                Map.of("safe", "yes"));
    }

    private String takenIn(String receipt, String what) {
        custodian.get("/arms/take-in");
        HttpResponse<String> page = post("/arms/take-in", laidDown(receipt, what));
        assertThat(page.statusCode()).as(plain(page)).isEqualTo(200);
        return found(TAG, page.body());
    }

    private static Map<String, String> laidDown(String receipt, String what) {
        return Map.of(
                "at",
                "south-point",
                "what-1",
                what,
                "many-1",
                "1",
                "all-safe",
                "yes",
                "receipt",
                receipt,
                "language",
                "en");
    }

    private void place(String id, String kind, String arabic) {
        custodian.get("/arms/stores");
        done(post("/arms/stores", Map.of("id", id, "kind", kind, "name-en", id.replace('-', ' '), "name-ar", arabic)));
    }

    private HttpResponse<String> post(String path, Map<String, String> typed) {
        var fields = new HashMap<>(typed);
        fields.put("second", "arms-2");
        fields.put("second-password", Site.PASSWORD.text());
        return custodian.post(path, fields);
    }

    private static void done(HttpResponse<String> answer) {
        assertThat(sentTo(answer)).endsWith("?done");
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }

    private int entries() {
        return site.journal()
                .now()
                .rows()
                .sql("select count(*) from entry")
                .query(Integer.class)
                .single();
    }

    private static String text(HttpResponse<String> answer) {
        return plain(answer).replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }
}
