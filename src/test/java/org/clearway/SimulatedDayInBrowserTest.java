// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.Role;
import org.clearway.accounts.Password;
import org.clearway.agreement.CorridorId;
import org.clearway.agreement.PartyId;
import org.clearway.care.BatchId;
import org.clearway.care.Check;
import org.clearway.care.Complaint;
import org.clearway.care.ComplaintChannel;
import org.clearway.care.ComplaintTopic;
import org.clearway.care.Dispatch;
import org.clearway.care.DispatchId;
import org.clearway.care.Equipment;
import org.clearway.care.Expected;
import org.clearway.care.HowRecorded;
import org.clearway.care.ItemCode;
import org.clearway.care.Lack;
import org.clearway.care.PatientAge;
import org.clearway.care.Plan;
import org.clearway.care.PointId;
import org.clearway.care.ServiceState;
import org.clearway.care.StockMove;
import org.clearway.care.Touch;
import org.clearway.care.TriageColour;
import org.clearway.corridor.CrossingId;
import org.clearway.corridor.Notification;
import org.clearway.corridor.NotificationKind;
import org.clearway.corridor.NotifiedObject;
import org.clearway.corridor.NotifiedPlaces;
import org.clearway.corridor.Service;
import org.clearway.gate.Band;
import org.clearway.gate.Card;
import org.clearway.gate.Difference;
import org.clearway.gate.Direction;
import org.clearway.gate.Explained;
import org.clearway.gate.Explanation;
import org.clearway.gate.Gate;
import org.clearway.gate.HourSlot;
import org.clearway.gate.Household;
import org.clearway.gate.Passing;
import org.clearway.gate.Sex;
import org.clearway.gate.TurnedBack;
import org.clearway.gate.TurnedBackTold;
import org.clearway.geo.Position;
import org.clearway.journal.ActId;
import org.clearway.journal.FreeText;
import org.clearway.journal.StoryKind;
import org.clearway.journal.TestNode;
import org.clearway.language.Language;
import org.clearway.time.Occurred;
import org.clearway.time.Period;
import org.clearway.web.Browser;
import org.clearway.web.WebShell;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/// The pages of the gate, its cards, the service points and what goes with them, on the simulated day's afternoon, in a
/// real browser: on a telephone, a tablet and paper, by day and at night, in both languages, by touch and by key.
class SimulatedDayInBrowserTest {
    private static final Optional<StoryKind> EXERCISE = Optional.of(StoryKind.EXERCISE);

    private static final CorridorId CORRIDOR = new CorridorId("marenne");
    private static final Gate GATE = new Gate(CORRIDOR, new CrossingId("marenne-bridge"));
    private static final PointId STORE = new PointId("bridge-store");
    private static final PointId KITCHEN = new PointId("bridge-kitchen");
    private static final PointId CLINIC = new PointId("bridge-clinic");
    private static final ItemCode BLANKET = new ItemCode("blanket-light");
    private static final String DESK = "/gate/marenne/marenne-bridge";
    private static final String ACCOUNT = "desk-1";

    private static final Set<Role> ROLES =
            Set.of(Role.GATE, Role.SERVICE_POINT, Role.DUTY, Role.COORDINATION, Role.PROTECTION);

    private static final AccountId AT_THE_GATE = new AccountId("gate-9");

    private static final Actor EVERY_DESK = new Actor(new AccountId(ACCOUNT), ROLES);
    private static final Instant AFTERNOON = Instant.parse("2026-05-12T13:10:00Z");

    /// What a family needs from arrival to its printed card, at most (issue: under 25).
    private static final int MOST_KEYS = 24;

    /// 250 mm in CSS pixels.
    private static final int WRISTBAND = 945;

    private static final List<String> PUBLIC = List.of("/complain", "/complain/state");

    private static final List<String> GATE_PAGES = List.of(
            DESK + "?counted",
            DESK + "/hours",
            DESK + "/report",
            DESK + "/turned-back",
            DESK + "/handover",
            DESK + "/choices",
            DESK + "/shift?day=2026-05-12&first=12&last=15&paper=100",
            DESK + "/cards/new?Band.FEMALE_FROM_18=1&Band.FROM_5=2",
            DESK + "/cards/lost",
            "/gate/marenne",
            "/cards",
            "/concern",
            "/concerns");

    private static final List<String> POINT_PAGES = List.of(
            "/care",
            "/care/bridge-kitchen",
            "/care/bridge-clinic",
            "/care/bridge-kitchen/turned-away",
            "/care/bridge-kitchen/late",
            "/care/bridge-clinic/triage",
            "/care/bridge-clinic/slip",
            "/care/bridge-kitchen/hours",
            "/care/bridge-kitchen/readiness",
            "/care/bridge-kitchen/check",
            "/care/bridge-kitchen/expected",
            "/care/bridge-kitchen/announce",
            "/care/bridge-kitchen/change",
            "/care/new",
            "/care/bridge-kitchen/limits",
            "/care/bridge-store/limits/NECESSITIES",
            "/stock",
            "/stock/bridge-store",
            "/stock/bridge-store/items/blanket-light",
            "/stock/bridge-store/items/blanket-light/count",
            "/stock/bridge-store/move",
            "/stock/bridge-store/dispatch",
            "/items",
            "/items/blanket-light");

    private static final List<String> CELL_PAGES = List.of(
            "/board",
            "/entry/fire",
            "/entry/hazard",
            "/entry/route/marenne",
            "/notifications",
            "/entry/notification",
            "/complaints");

    @TempDir
    static Path folder;

    private static Node node;
    private static WebShell.Running pages;
    private static Password password;

    @BeforeAll
    static void open() {
        node = ScenarioFolders.create("simulated-day@quiet-1", TestNode.unmade(folder.resolve("node"), "arms"));
        password = Password.random(new SecureRandom());
        var story = ScenarioFolders.story(node);
        story.begin();
        account(EVERY_DESK.account(), ROLES);
        account(AT_THE_GATE, Set.of(Role.GATE));
        story.playTo(AFTERNOON);
        whatTheDayDoesNotBringByItself();
        pages = WebServer.start(node, 0, Optional.empty());
    }

    @AfterAll
    static void close() {
        pages.close();
        node.close();
    }

    private static void account(AccountId account, Set<Role> roles) {
        node.accounts()
                .open(
                        new Actor(AccountId.NODE, Set.of(Role.ADMINISTRATOR)),
                        act(),
                        account,
                        roles,
                        password,
                        org.clearway.accounts.Lasts.AS_IT_IS);
    }

    private static ActId act() {
        return node.journal().ids().next();
    }

    /// A closed shift, people who were turned back, a concern, a complaint, blankets on their way, a point that was
    /// looked at, and ambulances that parties are told of.
    private static void whatTheDayDoesNotBringByItself() {
        var hour = new HourSlot(AFTERNOON, node.zone());
        var morning =
                new Period(Instant.parse("2026-05-12T03:00:00Z"), Instant.parse("2026-05-12T09:00:00Z"), node.zone());
        var seen = node.shifts().figures(EVERY_DESK, node.journal().now(), GATE, morning, Optional.of(200L));
        node.shifts()
                .close(
                        EVERY_DESK,
                        act(),
                        GATE,
                        morning,
                        seen,
                        Map.of(
                                Difference.FAMILIES_AND_CARDS,
                                Explanation.NO_CARD_WANTED,
                                Difference.PEOPLE_AND_PAPER,
                                Explanation.PAPER_NOT_WHOLE));
        node.gates()
                .turnedBack(
                        EVERY_DESK,
                        act(),
                        new TurnedBack(
                                GATE,
                                Direction.OUT,
                                hour,
                                4,
                                Optional.of(new PartyId("upper-marenne-council")),
                                TurnedBackTold.OBSERVED,
                                Optional.empty()));
        node.choices().raise(EVERY_DESK, act(), GATE, node.zone(), new FreeText("They were told to go."));
        node.complaints()
                .file(
                        Actor.ANYONE,
                        act(),
                        new Complaint(
                                CORRIDOR,
                                Optional.of(KITCHEN),
                                ComplaintChannel.PAGE,
                                Language.AR,
                                ComplaintTopic.MONEY_DEMANDED,
                                true,
                                Optional.of(new FreeText("He wanted money for water."))),
                        node.zone());
        node.stocks()
                .move(
                        EVERY_DESK,
                        act(),
                        StockMove.receipt(STORE, BLANKET, 200, new BatchId("lot-119"), Optional.empty()),
                        Occurred.at(AFTERNOON, node.zone()));
        node.servicePoints()
                .plan(EVERY_DESK, act(), new Plan(KITCHEN, new Expected(120, 900, 40), Map.of(), Optional.empty()));
        node.servicePoints()
                .check(
                        EVERY_DESK,
                        act(),
                        new Check(
                                KITCHEN,
                                Map.of(Service.WATER, ServiceState.READY, Service.HOT_MEAL, ServiceState.DEGRADED),
                                Map.of(Equipment.TAPS, 3L, Equipment.TOILETS_FEMALE, 4L),
                                Set.of(Lack.FUEL)),
                        Occurred.at(AFTERNOON, node.zone()));
        node.servicePoints()
                .triage(
                        EVERY_DESK,
                        act(),
                        new Touch.Triage(
                                CLINIC,
                                TriageColour.RED,
                                PatientAge.FROM_18,
                                Sex.FEMALE,
                                1,
                                hour,
                                HowRecorded.AT_ONCE));
        node.notifications()
                .tell(
                        EVERY_DESK,
                        act(),
                        new Notification(
                                CORRIDOR,
                                NotificationKind.MOVEMENT,
                                NotifiedObject.AMBULANCES,
                                new Period(AFTERNOON, AFTERNOON.plus(Duration.ofHours(4)), node.zone()),
                                List.of(new PartyId("osterland-government"), new PartyId("upper-marenne-council")),
                                new NotifiedPlaces(List.of(Position.parse("0.05", "-24.97")))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void thePagesOfTheGateAreReadOnATelephoneATabletPaperAndAtNight(String language) {
        String card = card(Language.ofTag(language).orElseThrow());
        sweep(language, GATE_PAGES, List.of(card, card + "&on=LABEL", card + "&on=WRISTBAND"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void thePagesOfTheServicePointsAreReadOnATelephoneATabletPaperAndAtNight(String language) {
        sweep(language, POINT_PAGES, List.of("/dispatches/" + dispatch()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void thePagesOfTheCellAndOfThoseWhoComplainAreReadOnATelephoneATabletPaperAndAtNight(String language) {
        sweep(language, CELL_PAGES, List.of());
        try (Browser browser = browser(Browser.Kind.tablet(language))) {
            var all = new SoftAssertions();
            for (String path : PUBLIC)
                new EveryWindow("simulated", language, all, EXERCISE).isRead(browser.go(path), path);
            browser.signIn(ACCOUNT, password.text()).go("/complaints");
            browser.driver().findElement(By.cssSelector("main td a, main th a")).click();
            browser.awaitsSightOf("main h1");
            new EveryWindow("simulated", language, all, EXERCISE).isRead(browser, "/complaints/one");
            browser.go("/notifications");
            browser.driver()
                    .findElement(By.cssSelector("form[action$=positions] button"))
                    .click();
            browser.awaitsSightOf("main ol.card");
            new EveryWindow("simulated", language, all, EXERCISE).isRead(browser, "/notifications/positions");
            all.assertAll();
        }
    }

    private static void sweep(String language, List<String> paths, List<String> more) {
        try (Browser browser = browser(Browser.Kind.tablet(language))) {
            var all = new SoftAssertions();
            var every = new EveryWindow("simulated", language, all, EXERCISE);
            browser.signIn(ACCOUNT, password.text());
            for (String path : paths) every.isRead(browser.go(path), path);
            for (String path : more) {
                every.isRead(browser.go(path), path, path.endsWith("WRISTBAND") ? WRISTBAND : EveryWindow.A4);
            }
            all.assertThat(browser.requests()).hasSizeGreaterThan(paths.size());
            all.assertThat(browser.requestsElsewhere()).isEmpty();
            all.assertThat(browser.complaints()).isEmpty();
            all.assertAll();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void aFamilyOfFiveGoesFromArrivalToAPrintedCardByKeysAlone(String language) {
        try (Browser browser = browser(Browser.Kind.tablet(language))) {
            browser.signIn(ACCOUNT, password.text()).go(DESK);
            var keys = new Keyboard(browser);
            keys.hold(Keys.SHIFT, Keys.TAB);
            keys.press(Keys.ENTER);
            keys.press(Keys.ENTER);
            browser.awaitsSightOf(".gate-side .done");
            keys.hold(Keys.ALT, language.equals("ar") ? "ب" : "c");
            browser.awaitsSightOf(".told-items");
            for (int item = 1; item < Explained.values().length; item++) {
                keys.press(Keys.SPACE);
                keys.press(Keys.TAB);
            }
            keys.press(Keys.SPACE);
            keys.press(Keys.ENTER);
            browser.awaitsSightOf("[data-print]");
            browser.driver().executeScript("window.print = () => document.body.dataset.printed = 'yes'");
            keys.press(Keys.ENTER);
            assertThat(browser.driver().executeScript("return document.body.dataset.printed"))
                    .isEqualTo("yes");
            assertThat(keys.pressed()).isLessThanOrEqualTo(MOST_KEYS);
            assertThat(browser.complaints()).isEmpty();
            assertThat(node.gates().latest(EVERY_DESK, node.journal().now(), GATE, 1))
                    .singleElement()
                    .satisfies(
                            last -> assertThat(last.count().passing().persons()).isEqualTo(5));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void whatAGateAndAPointDoAllDayIsUnderTheFingerWithoutScrolling(String language) {
        count(new Actor(AT_THE_GATE, Set.of(Role.GATE)));
        try (Browser browser = browser(Browser.Kind.tablet(language))) {
            browser.signIn(AT_THE_GATE.name(), password.text());
            assertThat(browser.go(DESK)
                            .outOfReach(".presets a, .count-people input, .gate-act input, .gate-act button,"
                                    + " .touch-line:first-of-type a, .touch-line:first-of-type button"))
                    .isEmpty();
            assertThat(browser.go("/care/bridge-kitchen").outOfReach(".give-numbers button"))
                    .isEmpty();
            assertThat(browser.go("/care/bridge-kitchen").outOfReach(".care-service:first-of-type button"))
                    .isEmpty();
            assertThat(browser.go(DESK + "/cards/new").outOfReach(".card-issue button"))
                    .isEmpty();
            assertThat(browser.go(DESK + "/choices")
                            .outOfReach("form[action$=stay] button, form[action$=leave] button"))
                    .isEmpty();
            browser.size(360, 740).go(DESK + "?counted");
            assertThat(browser.driver()
                            .executeScript("return document.querySelector('.gate-side .done').getBoundingClientRect()"
                                    + ".bottom <= innerHeight"))
                    .isEqualTo(true);
        }
    }

    @Test
    void theMeasureOfReachSeesWhatIsCoveredAndWhatIsBelow() {
        try (Browser browser = browser(Browser.Kind.tablet("en"))) {
            browser.signIn(ACCOUNT, password.text()).go(DESK + "/cards/new");
            assertThat(browser.outOfReach(".told-item:last-of-type input")).hasSize(1);
            assertThat(browser.go("/stock/bridge-store/dispatch").outOfReach("main button.primary"))
                    .hasSize(1);
        }
    }

    private static void count(Actor actor) {
        node.gates()
                .count(
                        actor,
                        act(),
                        GATE,
                        Direction.OUT,
                        node.zone(),
                        Passing.household(Map.of(Band.FEMALE_FROM_18, 1L, Band.FROM_5, 2L)));
    }

    /// A family's card, and where its page is.
    private static String card(Language language) {
        count(EVERY_DESK);
        Card card = node.cards()
                .issue(
                        EVERY_DESK,
                        act(),
                        GATE,
                        node.zone(),
                        Set.of(Explained.values()),
                        new Household(
                                Map.of(Band.FEMALE_FROM_18, 1L, Band.FROM_5, 2L),
                                Map.of(),
                                language,
                                Optional.empty(),
                                List.of()));
        return DESK + "/cards/" + card.id() + "?in=" + language.tag();
    }

    /// Twenty blankets on their way.
    private static DispatchId dispatch() {
        ActId act = act();
        node.stocks()
                .dispatch(
                        EVERY_DESK,
                        act,
                        new Dispatch(STORE, CLINIC, List.of(new Dispatch.Line(BLANKET, Optional.empty(), 20))),
                        node.zone());
        return DispatchId.of(act);
    }

    private static Browser browser(Browser.Kind kind) {
        return Browser.open(SimulatedDayInBrowserTest.class, kind, pages.address());
    }

    /// Counts each key that goes down. A key that is held while another is pressed counts too.
    private static final class Keyboard {
        private final Browser browser;
        private int pressed;

        Keyboard(Browser browser) {
            this.browser = browser;
        }

        void press(CharSequence key) {
            pressed++;
            browser.press(key);
        }

        void hold(Keys held, CharSequence key) {
            pressed += 2;
            browser.press(Keys.chord(held, key));
        }

        int pressed() {
            return pressed;
        }
    }
}
