// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.clearway.corridor.Sayings.CORRIDOR;
import static org.clearway.corridor.Sayings.ZONE;
import static org.clearway.gate.AtTheGate.COORDINATION;
import static org.clearway.gate.AtTheGate.FAMILY;
import static org.clearway.gate.AtTheGate.GATE;
import static org.clearway.gate.AtTheGate.GATE_DESK;
import static org.clearway.gate.AtTheGate.OTHER_DESK;
import static org.clearway.gate.AtTheGate.PRESS;
import static org.clearway.gate.AtTheGate.PROTECTION;
import static org.clearway.gate.AtTheGate.household;

import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearway.access.Actor;
import org.clearway.access.NotPermitted;
import org.clearway.access.Sensitivity;
import org.clearway.corridor.CrossingId;
import org.clearway.corridor.Sayings;
import org.clearway.journal.ActId;
import org.clearway.journal.FreeText;
import org.clearway.journal.Progress;
import org.clearway.journal.Unsealed;
import org.clearway.language.Problem;
import org.clearway.time.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Nothing that is kept, read or taken out tells who stayed.
class ChoicesTest {
    private static final Household FIVE = household(FAMILY.people());
    private static final Household TWO = household(Map.of(Band.FEMALE_FROM_60, 1L, Band.NOT_TOLD, 1L));

    @TempDir
    Path folder;

    /// Two families have cards; one of them stays, the other goes on. Told twice, with the families changed over.
    /// Rule 7 of the twenty do-no-harm rules: staying is a right, and no query can tell who used it.
    @Test
    void whicheverOfTwoFamiliesStaysEverythingThatIsKeptReadOrTakenOutIsTheSame() throws SQLException {
        assertThat(told("second-stays", false, true)).isEqualTo(told("first-stays", true, true));
    }

    /// The families are of one size here: how many left the queue is a figure of the hour.
    @Test
    void whicheverOfTwoFamiliesStaysAndWhicheverLeavesTheQueueEverythingIsTheSame() throws SQLException {
        assertThat(told("second-leaves", true, false)).isEqualTo(told("first-leaves", false, false));
    }

    /// @param goesOn whether the family that does not stay goes on; else it leaves the queue
    private List<String> told(String name, boolean firstStays, boolean goesOn) throws SQLException {
        Path path = folder.resolve(name);
        var told = new ArrayList<String>();
        try (var desk = new AtTheGate(path)) {
            desk.at("2019-09-14T16:20");
            desk.openUntil("2019-09-14T23:00");
            desk.count(FAMILY);
            Card first = desk.card(FIVE);
            Card second = desk.card(goesOn ? TWO : FIVE);
            desk.at("2019-09-14T16:31");
            long entries = entries(desk);
            for (boolean stays : List.of(firstStays, !firstStays)) {
                // The desk has the family's card before it, checks that it lives, and then hears what they choose.
                desk.cards.card(GATE_DESK, desk.now(), (stays == firstStays ? first : second).number());
                if (stays) desk.choices.stay(GATE_DESK, desk.node.act(), GATE, ZONE);
                else if (!goesOn) desk.choices.leaveQueue(GATE_DESK, desk.node.act(), GATE, ZONE, 5);
            }
            assertThat(entries(desk)).as("entries of staying").isEqualTo(entries);
            told.addAll(dump(path));
            desk.at("2019-09-14T16:45");
            desk.count(FAMILY);
            desk.at("2019-09-14T17:20");
            told.addAll(reads(desk, List.of(first, second)));
            told.addAll(export(desk));
        }
        told.addAll(dump(path));
        return told;
    }

    private static List<String> reads(AtTheGate desk, List<Card> cards) {
        var reads = new ArrayList<String>();
        for (Card card : cards) {
            reads.add(desk.cards.card(GATE_DESK, desk.now(), card.number()).toString());
            reads.add(desk.cards
                    .household(GATE_DESK, desk.node.act(), card.number())
                    .toString());
            reads.add(desk.cards.print(GATE_DESK, desk.now(), card.id()).id().toString());
        }
        for (Actor actor : List.of(GATE_DESK, COORDINATION, PROTECTION)) {
            reads.add(desk.choices.hours(actor, CORRIDOR, day()).toString());
            reads.add(desk.gates.hours(actor, desk.now(), CORRIDOR, day()).toString());
        }
        reads.add(desk.cards
                .lost(GATE_DESK, desk.node.act(), GATE, ZONE, 5, Optional.empty())
                .toString());
        reads.add(desk.gates.latest(GATE_DESK, desk.now(), GATE, 10).toString());
        reads.add(desk.gates.decisions(GATE_DESK, desk.now(), CORRIDOR).toString());
        return reads.stream().map(ChoicesTest::withoutChance).toList();
    }

    private static List<String> export(AtTheGate desk) {
        var out = new StringWriter();
        desk.node.journal().export(PROTECTION, desk.node.act(), Sensitivity.STRICTLY_CONFIDENTIAL, out);
        assertThat(out.toString()).contains("gate.hour-tallied");
        return out.toString().lines().map(ChoicesTest::withoutChance).toList();
    }

    /// Every row of every table of both files, in the order in which it lies there.
    private static List<String> dump(Path path) throws SQLException {
        var dump = new ArrayList<String>();
        for (String file : List.of("clearway.db", "keys.db")) {
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + path.resolve(file));
                    var statement = connection.createStatement()) {
                var tables = new ArrayList<String>();
                try (ResultSet row = statement.executeQuery(
                        "select name from sqlite_master where type = 'table' and name not like 'flyway%' and name <> 'node' order by"
                                + " name")) {
                    while (row.next()) tables.add(row.getString(1));
                }
                for (String table : tables) {
                    try (ResultSet row = statement.executeQuery("select * from " + table)) {
                        while (row.next()) dump.add(table + line(row));
                    }
                }
            }
        }
        assertThat(dump).anyMatch(line -> line.startsWith("gate_card")).anyMatch(line -> line.startsWith("data_key"));
        return dump;
    }

    private static String line(ResultSet row) throws SQLException {
        var line = new StringBuilder();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            Object value = row.getObject(i);
            boolean json = row.getMetaData().getColumnName(i).equals("body");
            line.append(" | ");
            if (value instanceof byte[] bytes && !json)
                line.append(bytes.length).append(" bytes");
            else line.append(withoutChance(json ? row.getString(i) : String.valueOf(value)));
        }
        return line.toString();
    }

    /// What is drawn by chance is another in each telling: names of acts and of the node, pseudonyms, hashes, seals,
    /// keys. Only its length stays.
    private static String withoutChance(String text) {
        return text.replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "ID")
                .replaceAll("\\b[0-9a-f]{32}([0-9a-f]{32})?\\b", "HEX")
                .replaceAll("\\b[0-9a-f]{16}\\b", "NODE")
                .replaceAll("[A-Za-z0-9_+/-]{40,}={0,2}", "BYTES");
    }

    @Test
    void stayingLeavesNoEntryOfItsOwnTime() {
        try (var desk = open()) {
            long before = entries(desk);
            desk.choices.stay(GATE_DESK, desk.node.act(), GATE, ZONE);
            desk.at("2019-09-14T16:51");
            desk.choices.stay(OTHER_DESK, desk.node.act(), GATE, ZONE);
            desk.choices.leaveQueue(GATE_DESK, desk.node.act(), GATE, ZONE, 4);
            assertThat(desk.choices.emptyBoxes()).isZero();
            assertThat(entries(desk)).isEqualTo(before);
            desk.at("2019-09-14T17:00");
            assertThat(desk.choices.emptyBoxes()).isEqualTo(1);
            assertThat(desk.choices.emptyBoxes()).isZero();
            assertThat(desk.now()
                            .rows()
                            .sql("select occurred_from || ' ' || occurred_to || ' ' || account from entry where type ="
                                    + " 'gate.hour-tallied'")
                            .query((row, n) -> row.getString(1))
                            .list())
                    .containsExactly(org.clearway.time.Micros.of(Sayings.at("2019-09-14T16:00")) + " "
                            + org.clearway.time.Micros.of(Sayings.at("2019-09-14T17:00")) + " node");
            assertThat(desk.now()
                            .rows()
                            .sql("select count(*) from gate_box")
                            .query(Long.class)
                            .single())
                    .isZero();
            assertThat(desk.node.journal().rebuild(Progress.SILENT).different()).isEmpty();
        }
    }

    @Test
    void whatIsInTheBoxIsOnDiskWhenTheDeskIsAnswered() {
        try (var desk = open()) {
            ActId act = desk.node.act();
            desk.choices.stay(GATE_DESK, act, GATE, ZONE);
            desk.node.reopen();
            var reopened = new Choices(desk.node.journal());
            reopened.stay(GATE_DESK, act, GATE, ZONE);
            desk.at("2019-09-14T17:00:01");
            assertThat(reopened.hours(PROTECTION, CORRIDOR, day()))
                    .singleElement()
                    .satisfies(hour -> assertThat(hour.chosen())
                            .containsExactly(Map.entry(Choice.STAY, new HourChoices.Figure.Exactly(1))));
        }
    }

    @Test
    void theSameRequestTwiceCountsOnceAlsoAcrossTheEndOfTheHour() {
        try (var desk = open()) {
            ActId act = desk.node.act();
            desk.choices.stay(GATE_DESK, act, GATE, ZONE);
            desk.choices.stay(GATE_DESK, act, GATE, ZONE);
            desk.at("2019-09-14T17:00:30");
            desk.choices.emptyBoxes();
            desk.choices.stay(GATE_DESK, act, GATE, ZONE);
            desk.at("2019-09-14T19:00");
            assertThat(all(desk)).containsExactly(Map.entry(Choice.STAY, 1L));
        }
    }

    @Test
    void marksAreGoneAnHourAfterTheirBox() {
        try (var desk = open()) {
            desk.choices.stay(GATE_DESK, desk.node.act(), GATE, ZONE);
            desk.at("2019-09-14T17:10");
            desk.choices.stay(GATE_DESK, desk.node.act(), GATE, ZONE);
            desk.choices.emptyBoxes();
            assertThat(marks(desk)).isEqualTo(2);
            desk.at("2019-09-14T18:00");
            desk.choices.emptyBoxes();
            assertThat(marks(desk)).isEqualTo(1);
            desk.at("2019-09-14T19:00");
            desk.choices.emptyBoxes();
            assertThat(marks(desk)).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 9, 10, 12})
    void figuresFromOneToNineAreToldOnlyToThoseWhoMayKnowThem(int families) {
        try (var desk = open()) {
            for (int i = 0; i < families; i++) desk.choices.stay(GATE_DESK, desk.node.act(), GATE, ZONE);
            desk.at("2019-09-14T17:00");
            var exactly = new HourChoices.Figure.Exactly(families);
            for (Actor actor : List.of(PROTECTION, COORDINATION)) {
                assertThat(stayed(desk, actor)).isEqualTo(exactly);
            }
            assertThat(stayed(desk, GATE_DESK)).isEqualTo(families < 10 ? new HourChoices.Figure.Few() : exactly);
            assertThatExceptionOfType(NotPermitted.class).isThrownBy(() -> desk.choices.hours(PRESS, CORRIDOR, day()));
        }
    }

    @Test
    void leavingTheQueueLeavesTheCardAsItIs() {
        try (var desk = open()) {
            Card card = desk.card(FIVE);
            CardStanding before = desk.cards.card(GATE_DESK, desk.now(), card.number());
            desk.choices.leaveQueue(GATE_DESK, desk.node.act(), GATE, ZONE, 5);
            desk.choices.stay(GATE_DESK, desk.node.act(), GATE, ZONE);
            assertThat(desk.cards.card(GATE_DESK, desk.now(), card.number())).isEqualTo(before);
        }
    }

    @Test
    void aFamilyMayStayAndLeaveTheQueueHoweverTheGateStands() {
        try (var desk = open()) {
            desk.decide(Decision.SUSPEND, DecisionReason.FIRE_NEAR_ROUTE);
            desk.choices.stay(GATE_DESK, desk.node.act(), GATE, ZONE);
            desk.choices.leaveQueue(GATE_DESK, desk.node.act(), GATE, ZONE, 3);
            desk.at("2019-09-14T17:00");
            assertThat(all(desk))
                    .isEqualTo(Map.of(Choice.STAY, 1L, Choice.LEFT_QUEUE_HOUSEHOLDS, 1L, Choice.LEFT_QUEUE_PEOPLE, 3L));
            var nowhere = new Gate(CORRIDOR, new CrossingId("nowhere"));
            assertThatExceptionOfType(Problem.class)
                    .isThrownBy(() -> desk.choices.stay(GATE_DESK, desk.node.act(), nowhere, ZONE))
                    .extracting(Problem::code)
                    .isEqualTo("gate.crossing-unknown");
        }
    }

    @Test
    void aConcernIsReadByProtectionOnlyAndForItsTime() {
        try (var desk = open()) {
            var words = new FreeText("They were told that they must go.");
            ActId act = desk.node.act();
            desk.choices.raise(GATE_DESK, act, GATE, ZONE, words);
            desk.at("2019-09-14T17:10");
            assertThat(desk.choices.raise(GATE_DESK, act, GATE, ZONE, words).repeated())
                    .isTrue();
            for (Actor actor : List.of(GATE_DESK, COORDINATION, PRESS)) {
                assertThatExceptionOfType(NotPermitted.class)
                        .isThrownBy(() -> desk.choices.concerns(actor, desk.now()));
                assertThatExceptionOfType(NotPermitted.class)
                        .isThrownBy(() -> desk.choices.read(actor, desk.node.act(), ConcernId.of(act)));
            }
            assertThat(desk.choices.concerns(PROTECTION, desk.now()))
                    .containsExactly(
                            new Concern(ConcernId.of(act), GATE, new HourSlot(Sayings.at("2019-09-14T16:00"), ZONE)));
            assertThat(desk.choices.read(PROTECTION, desk.node.act(), ConcernId.of(act)))
                    .isEqualTo(new Unsealed.Opened<>(words));
            desk.at("2019-12-30T12:00");
            desk.node.journal().destroyExpired();
            assertThat(desk.choices.read(PROTECTION, desk.node.act(), ConcernId.of(act)))
                    .isEqualTo(new Unsealed.Erased<FreeText>());
        }
    }

    private AtTheGate open() {
        var desk = new AtTheGate(folder.resolve("node"));
        desk.at("2019-09-14T16:20");
        desk.openUntil("2019-09-14T23:00");
        return desk;
    }

    private static HourChoices.Figure stayed(AtTheGate desk, Actor actor) {
        return java.util.Objects.requireNonNull(
                desk.choices.hours(actor, CORRIDOR, day()).getFirst().chosen().get(Choice.STAY));
    }

    private static Map<Choice, Long> all(AtTheGate desk) {
        var sums = new EnumMap<Choice, Long>(Choice.class);
        for (HourChoices hour : desk.choices.hours(PROTECTION, CORRIDOR, day())) {
            hour.chosen()
                    .forEach((choice, figure) ->
                            sums.merge(choice, ((HourChoices.Figure.Exactly) figure).number(), Long::sum));
        }
        return sums;
    }

    private static long entries(AtTheGate desk) {
        return desk.now()
                .rows()
                .sql("select count(*) from entry")
                .query(Long.class)
                .single();
    }

    private static long marks(AtTheGate desk) {
        return desk.now()
                .rows()
                .sql("select count(*) from gate_box_mark")
                .query(Long.class)
                .single();
    }

    private static Period day() {
        return new Period(Sayings.at("2019-09-14T00:00"), Sayings.at("2019-09-16T00:00"), ZONE);
    }
}
