// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearway.care.Kitchen.COOK;
import static org.clearway.care.Kitchen.COORDINATION;
import static org.clearway.care.Kitchen.FIRST;
import static org.clearway.care.Kitchen.KITCHEN;
import static org.clearway.care.Kitchen.LITRE;
import static org.clearway.care.Kitchen.MEAL;
import static org.clearway.care.Kitchen.SECOND;
import static org.clearway.care.Kitchen.STORE;
import static org.clearway.corridor.Sayings.CORRIDOR;
import static org.clearway.corridor.Sayings.ZONE;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.Role;
import org.clearway.agreement.Agreements;
import org.clearway.agreement.Assurance;
import org.clearway.agreement.AssuranceStatus;
import org.clearway.agreement.Party;
import org.clearway.agreement.PartyId;
import org.clearway.agreement.PartyKind;
import org.clearway.care.StockCount.CountedBatch;
import org.clearway.corridor.Corridors;
import org.clearway.corridor.CrossingId;
import org.clearway.corridor.Sayings;
import org.clearway.corridor.Service;
import org.clearway.gate.Band;
import org.clearway.gate.Card;
import org.clearway.gate.Cards;
import org.clearway.gate.Choices;
import org.clearway.gate.CrossingTally;
import org.clearway.gate.Decided;
import org.clearway.gate.Decision;
import org.clearway.gate.DecisionReason;
import org.clearway.gate.Difference;
import org.clearway.gate.Direction;
import org.clearway.gate.Explained;
import org.clearway.gate.Explanation;
import org.clearway.gate.Gate;
import org.clearway.gate.Gates;
import org.clearway.gate.Handover;
import org.clearway.gate.HourSlot;
import org.clearway.gate.Household;
import org.clearway.gate.Passing;
import org.clearway.gate.Queue;
import org.clearway.gate.Sex;
import org.clearway.gate.Shift;
import org.clearway.gate.ShiftFigures;
import org.clearway.gate.Shifts;
import org.clearway.gate.Taken;
import org.clearway.gate.TallyId;
import org.clearway.journal.ActId;
import org.clearway.journal.Chapter;
import org.clearway.journal.Disk;
import org.clearway.journal.FreeText;
import org.clearway.journal.Progress;
import org.clearway.journal.Reading;
import org.clearway.journal.TestNode;
import org.clearway.journal.Verification;
import org.clearway.language.Language;
import org.clearway.language.Names;
import org.clearway.language.Problem;
import org.clearway.places.Places;
import org.clearway.time.Occurred;
import org.clearway.time.Period;
import org.clearway.time.Span;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;

/// Three desks act at the gate and at the service points, in any order, and the power goes at any step of it. What was
/// acknowledged is there once, nothing is half there, and when everyone has sent again what nobody answered, the day
/// ends as one without a crash.
class CrashAtAnyStepTest {
    private static final int STEPS = 40;
    private static final Actor GATE_1 = new Actor(new AccountId("gate-1"), Set.of(Role.GATE));
    private static final Actor GATE_2 = new Actor(new AccountId("gate-2"), Set.of(Role.GATE));
    private static final Gate GATE = new Gate(CORRIDOR, new CrossingId("south-crossing"));
    private static final PartyId CHILD_CARE = new PartyId("child-care");

    @TempDir
    Path folder;

    /// The repetition is the seed.
    @RepeatedTest(2)
    void whatWasAcknowledgedIsThereOnceAndWhatIsSentAgainComesToTheSameEnd(RepetitionInfo run) throws IOException {
        var chance = new SplittableRandom(run.getCurrentRepetition());
        Path path = folder.resolve("node");
        var steps = new ArrayList<Step>();
        var disks = new ArrayList<Disk>();
        var told = new ArrayList<List<String>>();
        try (Site site = Site.made(path)) {
            var desks = new ThreeDesks(site, chance);
            disks.add(Disk.of(path));
            told.add(site.everything());
            for (int i = 0; i < STEPS; i++) {
                site.at(site.time().plusSeconds(chance.nextInt(150)));
                Step step = desks.next();
                steps.add(step.answered(step.send(site)));
                disks.add(Disk.of(path));
                told.add(site.everything());
            }
        }
        assertThat(steps).filteredOn(step -> step.answer().equals(Step.DONE)).hasSizeGreaterThan(STEPS / 2);
        for (int cut = 0; cut < STEPS; cut++) {
            boolean written = chance.nextInt(4) == 0;
            Disk left = written ? disks.get(cut + 1) : disks.get(cut + 1).tornAfter(disks.get(cut), chance);
            left.putBack(path);
            try (Site site = Site.reopened(path, steps.get(cut).at())) {
                String where = "cut while " + steps.get(cut).what() + ", step " + cut;
                assertThat(site.node.journal().findings()).as(where).isEmpty();
                // What is written and was not answered is there as well, or nothing of it.
                assertSame(where, site.everything(), told.get(written ? cut + 1 : cut));
                assertThat(site.node.journal().rebuild(Progress.SILENT).different())
                        .as(where)
                        .isEmpty();
                for (Step step : steps.subList(cut, STEPS)) {
                    site.at(step.at());
                    assertThat(step.send(site))
                            .as("%s: %s again", where, step.what())
                            .isEqualTo(step.answer());
                }
                for (Step step : steps) {
                    if (step.isRepeatable() && chance.nextInt(3) == 0) step.send(site);
                }
                assertSame(where, site.everything(), told.getLast());
                assertThat(site.node.journal().verify(Progress.SILENT)).isInstanceOf(Verification.Sound.class);
            }
        }
    }

    /// Says what differs, and not all that there is.
    private static void assertSame(String where, List<String> found, List<String> expected) {
        assertThat(found.stream().filter(line -> !expected.contains(line)))
                .as("%s: too much", where)
                .isEmpty();
        assertThat(expected.stream().filter(line -> !found.contains(line)))
                .as("%s: missing", where)
                .isEmpty();
        assertThat(found).as(where).isEqualTo(expected);
    }

    /// One request, as a client sends it, and sends it again.
    ///
    /// @param answer that it was done, or the code under which it was refused
    private record Step(String what, Instant at, Request request, String answer) {
        static final String DONE = "done";
        static final String BOXES = "boxes are emptied";

        String send(Site site) {
            try {
                request.send(site);
                return DONE;
            } catch (Problem refused) {
                return refused.code();
            }
        }

        /// The node's own work is done by nobody's request.
        boolean isRepeatable() {
            return answer.equals(DONE) && !what.equals(BOXES);
        }

        Step answered(String answered) {
            return new Step(what, at, request, answered);
        }
    }

    private interface Request {
        void send(Site site);
    }

    /// A node with a gate, a kitchen and a store, and everything that is read of them.
    private static final class Site implements AutoCloseable {
        final TestNode node;
        final Gates gates;
        final Cards cards;
        final Choices choices;
        final Shifts shifts;
        final ServicePoints points;
        final Stocks stocks;
        final Complaints complaints;

        private Site(TestNode node) {
            this.node = node;
            var journal = node.journal();
            gates = new Gates(journal, new Corridors(journal));
            cards = new Cards(journal);
            choices = new Choices(journal);
            shifts = new Shifts(journal);
            points = new ServicePoints(journal);
            stocks = new Stocks(journal);
            complaints = new Complaints(journal);
        }

        static Site made(Path path) {
            try (var kitchen = new Kitchen(path)) {
                kitchen.receive(STORE, MEAL, 60, FIRST, "");
                kitchen.receive(KITCHEN, LITRE, 90, FIRST, "");
            }
            TestNode node = TestNode.reopened(path, chapters());
            node.clock().set(Sayings.at("2019-09-14T16:20"));
            var agreements = new Agreements(node.journal());
            var party = new Party(
                    CHILD_CARE, PartyKind.CHILD_PROTECTION, Names.of(Language.EN, "Child care"), Optional.empty());
            agreements.name(COORDINATION, node.act(), party);
            for (PartyId promising : List.of(Sayings.GOVERNMENT, Sayings.GROUPS)) {
                var since = Span.since(Occurred.at(Sayings.at("2019-09-14T06:00"), ZONE));
                agreements.assure(
                        COORDINATION,
                        node.act(),
                        new Assurance(
                                CORRIDOR,
                                promising,
                                AssuranceStatus.GIVEN,
                                since,
                                Sayings.source(Sayings.september(14))));
            }
            var site = new Site(node);
            site.points.limit(
                    COORDINATION,
                    node.act(),
                    new Limits(
                            KITCHEN,
                            Service.HOT_MEAL,
                            Optional.of(20L),
                            Optional.empty(),
                            Set.of(),
                            false,
                            Set.of(),
                            List.of()));
            site.gates.decide(
                    COORDINATION,
                    node.act(),
                    new Decided(CORRIDOR, Decision.OPEN, DecisionReason.ASSURANCES_GIVEN, Optional.empty()));
            return site;
        }

        static Site reopened(Path path, Instant at) {
            TestNode node = TestNode.reopened(path, chapters());
            node.clock().set(at);
            return new Site(node);
        }

        private static Chapter[] chapters() {
            return new Chapter[] {
                Places.chapter(), Agreements.chapter(), Corridors.chapter(), Gates.chapter(), ServicePoints.chapter()
            };
        }

        Instant time() {
            return node.clock().instant();
        }

        void at(Instant instant) {
            node.clock().set(instant);
        }

        Reading now() {
            return node.journal().now();
        }

        HourSlot hour() {
            return new HourSlot(time(), ZONE);
        }

        /// Every row that is kept of the gate and the points, and every entry, but for what is drawn by chance anew
        /// when a request is sent again: what is sealed, who opened it, the secret of a day and the pseudonyms
        /// made with it, and the name of an act of the node's own.
        List<String> everything() {
            var all = new ArrayList<String>();
            all.addAll(now()
                    .rows()
                    .sql("select case type when 'gate.hour-tallied' then '' else act end, ordinal, type, occurred_from,"
                            + " account, case when type = 'care.service-given' and subject is not null then 'a card'"
                            + " else subject end from entry where type not like 'journal.%' order by position")
                    .query()
                    .listOfRows()
                    .stream()
                    .map(row -> row.values().toString())
                    .toList());
            for (String table : now().rows()
                    .sql("select name from sqlite_master where type = 'table'"
                            + " and (name like 'gate\\_%' escape '\\' or name like 'care\\_%' escape '\\')"
                            + " and name <> 'care_day_secret' order by name")
                    .query((row, n) -> row.getString(1))
                    .list()) {
                all.addAll(now().rows().sql("select * from " + table).query().listOfRows().stream()
                        .map(row -> {
                            row.keySet()
                                    .removeAll(Set.of(
                                            "position", "counted_at", "household", "child", "text", "told", "served"));
                            return table + row;
                        })
                        .sorted()
                        .toList());
            }
            return all;
        }

        @Override
        public void close() {
            node.close();
        }
    }

    /// What desks do next, by chance. Each request says the same whenever it is sent.
    private static final class ThreeDesks {
        private static final List<Actor> AT_THE_GATE = List.of(GATE_1, GATE_2, COORDINATION);
        private static final List<Actor> AT_THE_POINTS = List.of(COOK, GATE_1, COORDINATION);

        private final Site site;
        private final SplittableRandom chance;
        private final List<TallyId> tallies = new ArrayList<>();
        private final List<TallyId> handovers = new ArrayList<>();
        private final List<Card> cards = new ArrayList<>();
        private final List<DispatchId> dispatches = new ArrayList<>();

        ThreeDesks(Site site, SplittableRandom chance) {
            this.site = site;
            this.chance = chance;
        }

        Step next() {
            ActId act = site.node.act();
            Actor gate = AT_THE_GATE.get(chance.nextInt(AT_THE_GATE.size()));
            Actor point = AT_THE_POINTS.get(chance.nextInt(AT_THE_POINTS.size()));
            return switch (chance.nextInt(22)) {
                case 0 -> decide(act);
                case 1, 2 -> count(act, gate);
                case 3 -> undo(act);
                case 4 -> handOver(act, gate);
                case 5, 6 -> issue(act);
                case 7 -> replace(act);
                case 8, 9 -> step("somebody stays", it -> it.choices.stay(gate, act, GATE, ZONE));
                case 10 -> leave(act, gate);
                case 11 -> step(Step.BOXES, it -> it.choices.emptyBoxes());
                case 12 -> report(act, gate);
                case 13 -> chance.nextBoolean() ? close(act) : sign(act);
                case 14 -> queue(act, gate);
                case 15, 16 -> give(act, point);
                case 17 -> chance.nextBoolean() ? turnAway(act, point) : triage(act, point);
                case 18 -> undoTouch(act, point);
                case 19 -> chance.nextBoolean() ? receive(act) : countStock(act);
                case 20 -> chance.nextBoolean() ? send(act) : confirm(act);
                default -> complain(act);
            };
        }

        private Step step(String what, Request request) {
            return new Step(what, site.time(), request, "");
        }

        private Step decide(ActId act) {
            boolean works = site.gates.state(GATE_1, site.now(), CORRIDOR).takesIn();
            var decided = new Decided(
                    CORRIDOR,
                    works ? Decision.PAUSE : Decision.RESUME,
                    works ? DecisionReason.CROWDING : DecisionReason.CAUSE_GONE,
                    Optional.empty());
            return step("the gate is decided", it -> it.gates.decide(COORDINATION, act, decided));
        }

        private Passing family() {
            return Passing.household(Map.of(Band.FEMALE_FROM_18, 1L, Band.NOT_TOLD, 1L + chance.nextInt(5)));
        }

        private Step count(ActId act, Actor desk) {
            Passing family = family();
            tallies.add(TallyId.of(act));
            return step("a family is counted", it -> it.gates.count(desk, act, GATE, Direction.OUT, ZONE, family));
        }

        private Step undo(ActId act) {
            if (tallies.isEmpty()) return count(act, GATE_1);
            TallyId slip = tallies.get(chance.nextInt(tallies.size()));
            return step("a count is undone", it -> it.gates.undo(COORDINATION, act, slip));
        }

        private Step handOver(ActId act, Actor desk) {
            handovers.add(TallyId.of(act));
            var child = new Handover(GATE, Direction.OUT, CHILD_CARE, Band.MALE_FROM_5);
            return step("a child is handed over", it -> it.gates.handOver(desk, act, child, ZONE));
        }

        private Step issue(ActId act) {
            boolean child = !handovers.isEmpty() && chance.nextInt(3) == 0;
            var household = child
                    ? new Household(
                            Map.of(Band.MALE_FROM_5, 1L),
                            Map.of(),
                            Language.AR,
                            Optional.empty(),
                            List.of(handovers.get(chance.nextInt(handovers.size()))))
                    : new Household(family().people(), Map.of(), Language.AR, Optional.empty(), List.of());
            return step(
                    "a card is issued",
                    it -> cards.add(
                            it.cards.issue(GATE_1, act, GATE, ZONE, EnumSet.allOf(Explained.class), household)));
        }

        private Step replace(ActId act) {
            if (cards.isEmpty()) return issue(act);
            Card old = cards.get(chance.nextInt(cards.size()));
            return step("a card is replaced", it -> cards.add(it.cards.replace(GATE_2, act, GATE, ZONE, old.number())));
        }

        private Step leave(ActId act, Actor desk) {
            long people = 1 + chance.nextInt(6);
            return step("a family leaves the queue", it -> it.choices.leaveQueue(desk, act, GATE, ZONE, people));
        }

        private Step report(ActId act, Actor desk) {
            var before = new HourSlot(site.time().minusSeconds(3_600), ZONE);
            var count = new CrossingTally(GATE, Direction.OUT, before, Taken.FROM_PAPER, family());
            return step("a paper form is entered", it -> it.gates.report(desk, act, count));
        }

        private Step queue(ActId act, Actor desk) {
            var queue = new Queue(GATE, 2, Optional.of((long) chance.nextInt(50)), Optional.empty());
            return step("the queue is told", it -> it.gates.tell(desk, act, queue));
        }

        private Step close(ActId act) {
            var hours = new Period(Sayings.at("2019-09-14T15:00"), site.hour().ends(), ZONE);
            ShiftFigures seen = site.shifts.figures(GATE_1, site.now(), GATE, hours, Optional.of(7L));
            return step(
                    "a shift is closed",
                    it -> it.shifts.close(
                            GATE_1,
                            act,
                            GATE,
                            hours,
                            seen,
                            Map.of(
                                    Difference.FAMILIES_AND_CARDS, Explanation.NO_CARD_WANTED,
                                    Difference.PEOPLE_AND_PAPER, Explanation.PAPER_NOT_WHOLE)));
        }

        private Step sign(ActId act) {
            List<Shift> closed = site.shifts.closed(COORDINATION, site.now(), GATE, 1);
            if (closed.isEmpty()) return close(act);
            return step(
                    "a shift is signed",
                    it -> it.shifts.sign(COORDINATION, act, closed.getFirst().id()));
        }

        private Step give(ActId act, Actor desk) {
            Service service = chance.nextBoolean() ? Service.HOT_MEAL : Service.WATER;
            var given = new Touch.Given(KITCHEN, service, 1 + chance.nextInt(6), site.hour(), HowRecorded.AT_ONCE);
            if (cards.isEmpty() || chance.nextBoolean()) {
                return step("something is given", it -> it.points.give(desk, act, given));
            }
            Card shown = cards.get(chance.nextInt(cards.size()));
            return step("something is given with a card", it -> it.points.give(desk, act, given, shown.number()));
        }

        private Step turnAway(ActId act, Actor desk) {
            var without = new Touch.TurnedAway(
                    KITCHEN, Service.WATER, WhyTurnedAway.NO_STOCK, 3, site.hour(), HowRecorded.AT_ONCE);
            return step("people are turned away", it -> it.points.turnAway(desk, act, without));
        }

        private Step triage(ActId act, Actor desk) {
            var triage = new Touch.Triage(
                    KITCHEN,
                    TriageColour.values()[chance.nextInt(TriageColour.values().length)],
                    PatientAge.values()[chance.nextInt(PatientAge.values().length)],
                    Sex.FEMALE,
                    1,
                    site.hour(),
                    HowRecorded.AT_ONCE);
            return step("somebody comes for treatment", it -> it.points.triage(desk, act, triage));
        }

        private Step undoTouch(ActId act, Actor desk) {
            List<LastTouch> last = site.points.latest(desk, site.now(), KITCHEN, 5);
            if (last.isEmpty()) return give(act, desk);
            TouchId slip = last.get(chance.nextInt(last.size())).id();
            return step("a touch is undone", it -> it.points.undo(desk, act, slip));
        }

        private Step receive(ActId act) {
            var move = StockMove.receipt(
                    chance.nextBoolean() ? KITCHEN : STORE,
                    MEAL,
                    1 + chance.nextInt(40),
                    chance.nextBoolean() ? FIRST : SECOND,
                    Optional.empty());
            var when = Occurred.at(site.time(), ZONE);
            return step("a batch comes", it -> it.stocks.move(COOK, act, move, when));
        }

        private Step countStock(ActId act) {
            var batch = new CountedBatch(FIRST, Optional.empty(), chance.nextInt(100));
            var count = new StockCount(KITCHEN, LITRE, List.of(batch), Optional.of(StockReason.UNEXPLAINED));
            return step("a shelf is counted", it -> it.stocks.count(COOK, act, count, ZONE));
        }

        private Step send(ActId act) {
            var line = new Dispatch.Line(MEAL, Optional.empty(), 1 + chance.nextInt(20));
            dispatches.add(DispatchId.of(act));
            var dispatch = new Dispatch(STORE, KITCHEN, List.of(line));
            return step("meals are sent", it -> it.stocks.dispatch(COORDINATION, act, dispatch, ZONE));
        }

        private Step confirm(ActId act) {
            Optional<DispatchNote> note = dispatches.stream()
                    .flatMap(id -> site.stocks.dispatch(COOK, site.now(), id).stream())
                    .findAny();
            if (note.isEmpty()) return send(act);
            List<Confirmation.Arrived> lines = note.get().lines().stream()
                    .map(line -> new Confirmation.Arrived(
                            line.item(),
                            line.batch(),
                            chance.nextLong(line.sent() + 1),
                            0,
                            Optional.of(StockReason.MISSING)))
                    .toList();
            var confirmation = new Confirmation(note.get().id(), lines);
            return step("meals arrive", it -> it.stocks.confirm(COOK, act, confirmation, ZONE));
        }

        private Step complain(ActId act) {
            var complaint = new Complaint(
                    CORRIDOR,
                    Optional.of(KITCHEN),
                    ComplaintChannel.values()[0],
                    Language.AR,
                    ComplaintTopic.values()[chance.nextInt(ComplaintTopic.values().length)],
                    false,
                    Optional.of(new FreeText("The water was out.")));
            return step("somebody complains", it -> it.complaints.file(COOK, act, complaint, ZONE));
        }
    }
}
