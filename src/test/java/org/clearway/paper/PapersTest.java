// SPDX-License-Identifier: Apache-2.0
package org.clearway.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clearway.transport.OnTheWay.COORDINATION;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.Deed;
import org.clearway.access.Grants;
import org.clearway.access.NotPermitted;
import org.clearway.access.Role;
import org.clearway.care.Item;
import org.clearway.care.ItemCode;
import org.clearway.care.PointId;
import org.clearway.care.ServicePoint;
import org.clearway.care.ServicePoints;
import org.clearway.care.StockUnit;
import org.clearway.care.Stocks;
import org.clearway.ceasefire.Ledgers;
import org.clearway.corridor.Sayings;
import org.clearway.corridor.Service;
import org.clearway.gate.AtTheGate;
import org.clearway.journal.ActId;
import org.clearway.journal.Golden;
import org.clearway.journal.Progress;
import org.clearway.language.Language;
import org.clearway.language.Names;
import org.clearway.language.Problem;
import org.clearway.time.Micros;
import org.clearway.transport.OnTheWay;
import org.clearway.transport.TripId;
import org.clearway.transport.VehicleType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Sheets are numbered, and what stands on one is entered once, by the acts of its desk, with the time that was
/// written.
class PapersTest {
    private static final Instant WRITTEN = Sayings.at("2019-09-14T15:30");

    @TempDir
    Path folder;

    private OnTheWay way;
    private Papers papers;

    @BeforeEach
    void open() {
        way = new OnTheWay(folder.resolve("node"), ServicePoints.chapter(), Ledgers.chapter(), Papers.chapter());
        papers = new Papers(way.node.journal());
    }

    @AfterEach
    void close() {
        way.close();
    }

    @Test
    void eachSheetHasANumberThatNoOtherHas() throws Exception {
        List<Callable<RunId>> printing = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            printing.add(
                    () -> papers.print(COORDINATION, way.node.act(), Blank.FIRE, Language.AR, 7, Optional.empty()));
        }
        var numbers = new HashSet<SheetNumber>();
        try (var desks = Executors.newFixedThreadPool(8)) {
            for (var run : desks.invokeAll(printing)) {
                List<SheetNumber> own =
                        papers.run(COORDINATION, way.now(), run.get()).numbers();
                assertThat(own).hasSize(7);
                numbers.addAll(own);
            }
        }
        assertThat(numbers).hasSize(56);
        assertThat(numbers.stream().map(SheetNumber::mark).distinct()).hasSize(1);
    }

    @Test
    void askingTwiceForTheSameSheetsPrintsThemOnce() {
        ActId act = way.node.act();
        RunId run = papers.print(COORDINATION, act, Blank.FIRE, Language.EN, 3, Optional.empty());
        assertThat(papers.print(COORDINATION, act, Blank.FIRE, Language.EN, 3, Optional.empty()))
                .isEqualTo(run);
        assertThat(papers.runs(COORDINATION, way.now(), 10)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Blank.class)
    void whatStandsOnASheetIsRecordedByItsDeskAsWrittenAndLeadsToTheSheet(Blank blank) {
        stage(blank);
        SheetNumber number = sheet(blank);
        later("2019-09-14T20:00");
        Actor desk = desk(blank);
        papers.enter(desk, way.node.act(), number, Sheets.of(blank), Optional.empty(), false);

        OnSheet entered = papers.sheet(desk, way.now(), number);
        assertThat(entered.state()).isEqualTo(SheetState.ENTERED);
        assertThat(entered.acts()).isNotEmpty();
        for (OnSheet.OnAct act : entered.acts()) {
            List<Told> entries = told("act = ? order by ordinal", act.act().toString());
            assertThat(entries).hasSizeGreaterThan(1);
            assertThat(entries.getLast().type()).isEqualTo("paper.read-off-sheet");
            assertThat(entries.getFirst().occurred()).isBefore(Sayings.at("2019-09-14T16:00"));
            assertThat(entries.getFirst().recorded()).isAfterOrEqualTo(Sayings.at("2019-09-14T20:00"));
        }
        assertThat(way.node.journal().rebuild(Progress.SILENT).different()).isEmpty();
    }

    @Test
    void theTimeIsAsExactAsItIsTold() {
        for (Sure sure : Sure.values()) {
            SheetNumber number = sheet(Blank.FIRE);
            later("2019-09-14T20:00");
            ActId act = way.node.act();
            papers.enter(
                    desk(Blank.FIRE),
                    act,
                    number,
                    Sheets.with(Blank.FIRE, "sure", sure.name()),
                    Optional.empty(),
                    true);
            Told fire = told("type = ? order by position desc", "ceasefire.fire-observed")
                    .getFirst();
            assertThat(fire.precision())
                    .isEqualTo(
                            switch (sure) {
                                case EXACT -> "MINUTES";
                                case ABOUT -> "HOURS";
                                case ONLY_THE_DAY -> "DAY";
                            });
            assertThat(fire.zone()).isEqualTo("Asia/Damascus");
            if (sure != Sure.ONLY_THE_DAY) assertThat(fire.occurred()).isEqualTo(WRITTEN);
        }
    }

    @Test
    void aSheetIsEnteredOnceUnlessSomebodySaysWhyNot() {
        SheetNumber number = sheet(Blank.SERVICE_HOURS);
        stage(Blank.SERVICE_HOURS);
        later("2019-09-14T20:00");
        ActId act = way.node.act();
        enter(number, act, Optional.empty());
        enter(number, act, Optional.empty());
        assertThat(acts(number)).hasSize(1);
        refused("paper.entered-before", () -> enter(number, way.node.act(), Optional.empty()));
        assertThat(acts(number)).hasSize(1);
        assertThat(count("care.service-given")).isEqualTo(1);
        enter(number, way.node.act(), Optional.of(Again.GOES_ON));
        assertThat(acts(number).getLast().again()).contains(Again.GOES_ON);
        assertThat(count("care.service-given")).isEqualTo(2);
    }

    @Test
    void ofTwoWhoEnterTheSameSheetAtOnceOneIsRefusedAndNothingOfTheirsIsKept() throws Exception {
        SheetNumber number = sheet(Blank.SERVICE_HOURS);
        stage(Blank.SERVICE_HOURS);
        later("2019-09-14T20:00");
        List<Callable<Boolean>> both = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            ActId act = way.node.act();
            both.add(() -> {
                try {
                    enter(number, act, Optional.empty());
                    return true;
                } catch (Problem refused) {
                    assertThat(refused.code()).isEqualTo("paper.entered-before");
                    return false;
                }
            });
        }
        int done = 0;
        try (var desks = Executors.newFixedThreadPool(4)) {
            for (var one : desks.invokeAll(both)) if (one.get()) done++;
        }
        assertThat(done).isEqualTo(1);
        assertThat(count("care.service-given")).isEqualTo(1);
    }

    @Test
    void aLineThatItsDeskRefusesIsNamedAndWhatStandsAboveItIsRecordedOnce() {
        stage(Blank.SERVICE_HOURS);
        SheetNumber number = sheet(Blank.SERVICE_HOURS);
        later("2019-09-14T20:00");
        Filled right = Sheets.of(Blank.SERVICE_HOURS);
        Part good = right.lines().getFirst();
        var bad = new Part(2, Map.of("hour", List.of("15"), "service", List.of("WATER"), "people", List.of("0")));
        var mended = new Part(2, Map.of("hour", List.of("15"), "service", List.of("WATER"), "people", List.of("9")));
        ActId act = way.node.act();
        Actor desk = desk(Blank.SERVICE_HOURS);
        assertThatThrownBy(() -> papers.enter(
                        desk,
                        act,
                        number,
                        new Filled(right.by(), right.zone(), right.head(), List.of(good, bad)),
                        Optional.empty(),
                        false))
                .isInstanceOfSatisfying(RefusedLine.class, refused -> {
                    assertThat(refused.line()).isEqualTo(2);
                    assertThat(refused.problem().code()).isEqualTo("care.people");
                });
        papers.enter(
                desk,
                act,
                number,
                new Filled(right.by(), right.zone(), right.head(), List.of(good, mended)),
                Optional.empty(),
                false);
        assertThat(acts(number).stream().map(OnSheet.OnAct::line)).containsExactly(1, 2);
        assertThat(count("care.service-given")).isEqualTo(2);
    }

    @Test
    void whatHasNotComeIsRefusedAndWhatIsOlderThanItsSheetIsAskedAbout() {
        SheetNumber number = sheet(Blank.FIRE);
        later("2019-09-14T15:20");
        Actor desk = desk(Blank.FIRE);
        refused(
                "paper.of-the-future",
                () -> papers.enter(desk, way.node.act(), number, Sheets.of(Blank.FIRE), Optional.empty(), false));
        Filled older = Sheets.with(Blank.FIRE, "clock", "09:30");
        refused("paper.before-print", () -> papers.enter(desk, way.node.act(), number, older, Optional.empty(), false));
        papers.enter(desk, way.node.act(), number, older, Optional.empty(), true);
    }

    @Test
    void aSpoiltSheetIsNotEnteredUnlessItIsFound() {
        SheetNumber number = sheet(Blank.FIRE);
        papers.putOut(COORDINATION, way.node.act(), number, WhyOut.LOST);
        later("2019-09-14T20:00");
        Actor desk = desk(Blank.FIRE);
        refused(
                "paper.entered-before",
                () -> papers.enter(desk, way.node.act(), number, Sheets.of(Blank.FIRE), Optional.empty(), false));
        papers.enter(desk, way.node.act(), number, Sheets.of(Blank.FIRE), Optional.of(Again.FOUND), false);
        refused("paper.entered-before", () -> papers.putOut(COORDINATION, way.node.act(), number, WhyOut.SPOILT));
        assertThat(papers.run(
                                COORDINATION,
                                way.now(),
                                papers.sheet(desk, way.now(), number).run())
                        .counts())
                .containsExactly(Map.entry(SheetState.ENTERED, 1L));
    }

    @Test
    void anEmptySheetAndANumberOfAnotherNodeAreRefused() {
        SheetNumber number = sheet(Blank.FIRE);
        later("2019-09-14T20:00");
        Filled full = Sheets.of(Blank.FIRE);
        refused(
                "paper.nothing-written",
                () -> papers.enter(
                        desk(Blank.FIRE),
                        way.node.act(),
                        number,
                        new Filled(full.by(), full.zone(), full.head(), List.of()),
                        Optional.empty(),
                        false));
        refused(
                "paper.unknown",
                () -> papers.sheet(COORDINATION, way.now(), new SheetNumber(number.mark(), number.serial() + 1)));
    }

    /// Do no harm, rule 6.
    @Test
    void aDecisionThatOpensIsAskedForThePromisesOfItsTime() {
        enterDecision("15:20", "SUSPEND");
        way.gate.promise(Sayings.GROUPS, Optional.of(Sayings.at("2019-09-14T16:00")));
        refusedDecision("gate.not-assured", "17:00", "RESUME");
        enterDecision("15:40", "RESUME");
        refusedDecision("gate.decided-since", "15:30", "SUSPEND");
    }

    private void enterDecision(String clock, String decision) {
        SheetNumber number = sheet(Blank.GATE_DECISION);
        later("2019-09-14T20:00");
        papers.enter(COORDINATION, way.node.act(), number, decision(clock, decision), Optional.empty(), true);
    }

    private void refusedDecision(String code, String clock, String decision) {
        refused(code, () -> enterDecision(clock, decision));
    }

    private static Filled decision(String clock, String decision) {
        Filled at = Sheets.with(Blank.GATE_DECISION, "clock", clock);
        var head = new java.util.LinkedHashMap<>(at.head().texts());
        head.put("decision", List.of(decision));
        return new Filled(at.by(), at.zone(), new Part(0, head), List.of());
    }

    @Test
    void everyDeskThatKeepsPaperHasAFormOfItsOwnAndTheWeaponsDeskHasNone() {
        var desks = Arrays.stream(Blank.values())
                .flatMap(blank -> blank.desks().stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
        assertThat(desks)
                .contains(Role.GATE, Role.SERVICE_POINT, Role.BOARDING, Role.RECEPTION, Role.DUTY, Role.COORDINATION)
                .doesNotContain(Role.ARMS, Role.PUBLIC, Role.PRESS);
        for (Role role : Role.values()) {
            if (Grants.TABLE.allows(role, Deed.USE_PAPER)) assertThat(desks).contains(role);
        }
    }

    /// Do no harm, rule 1 and rule 2: nothing can be written on paper that is not ticked, counted, picked or coded;
    /// only what an
    /// office or a station published has a line for what that is called.
    @Test
    void noFormHasALineForANameOrForWords() {
        for (Blank blank : Blank.values()) {
            List<Field> words = blank.layout()
                    .fields()
                    .filter(field -> field.kind() instanceof Field.Kind.Publisher)
                    .toList();
            if (!Set.of(Blank.LEDGER, Blank.ANNOUNCEMENT, Blank.ASSURANCE).contains(blank))
                assertThat(words).isEmpty();
            assertThat(blank.layout().fields().map(Field::name))
                    .noneMatch(name -> name.contains("name") || name.contains("phone") || name.contains("remark"));
        }
    }

    @Test
    void aDeskPrintsItsOwnFormsAndNoOther() {
        var gate = new Actor(new AccountId("gate-1"), Set.of(Role.GATE));
        assertThat(papers.blanks(gate)).contains(Blank.GATE_HOURS, Blank.FIRE).doesNotContain(Blank.LEDGER);
        assertThat(papers.blanks(COORDINATION)).containsExactly(Blank.values());
        assertThatThrownBy(() -> papers.print(gate, way.node.act(), Blank.LEDGER, Language.EN, 1, Optional.empty()))
                .isInstanceOf(NotPermitted.class);
        var arms = new Actor(new AccountId("arms-1"), Set.of(Role.ARMS));
        assertThatThrownBy(() -> papers.blanks(arms)).isInstanceOf(NotPermitted.class);
        SheetNumber ledger = sheet(Blank.LEDGER);
        assertThatThrownBy(() ->
                        papers.enter(gate, way.node.act(), ledger, Sheets.of(Blank.LEDGER), Optional.empty(), false))
                .isInstanceOf(NotPermitted.class);
    }

    @Test
    void theBytesOfItsEntriesStay() {
        Golden.holds(Papers.chapter());
    }

    /// What must be there for a form to be entered.
    private void stage(Blank blank) {
        switch (blank) {
            case BOARDING, VEHICLES -> way.vehicle("bus-07", VehicleType.BUS, OnTheWay.BUS);
            case CONVOY_LOG -> {
                TripId bus = way.bus("bus-08");
                way.count(bus, 3, 1);
                way.seal(bus);
                way.convoys.form(OnTheWay.MARSHAL, way.node.act(), Optional.empty(), List.of(bus), List.of(), 30);
            }
            case RECEPTION -> {
                TripId bus = way.bus("bus-09");
                way.count(bus, 4, 1);
                way.leave(bus);
            }
            case SERVICE_HOURS, TURNED_AWAY, TRIAGE, POINT_CHECK, STOCK -> {
                new ServicePoints(way.node.journal())
                        .set(
                                COORDINATION,
                                way.node.act(),
                                new ServicePoint(
                                        new PointId("south-kitchen"),
                                        Sayings.CORRIDOR,
                                        Optional.of(AtTheGate.GATE.crossing()),
                                        Names.of(Language.EN, "South kitchen"),
                                        Set.of(Service.HOT_MEAL, Service.WATER),
                                        new EnumMap<>(org.clearway.care.Equipment.class),
                                        List.of()));
                new Stocks(way.node.journal())
                        .name(
                                COORDINATION,
                                way.node.act(),
                                new Item(
                                        new ItemCode("hot-meal"),
                                        Names.of(Language.EN, "Hot meal"),
                                        StockUnit.values()[0],
                                        Optional.empty(),
                                        Optional.empty()));
            }
            default -> {}
        }
    }

    private SheetNumber sheet(Blank blank) {
        RunId run = papers.print(COORDINATION, way.node.act(), blank, Language.EN, 1, Optional.empty());
        return papers.run(COORDINATION, way.now(), run).numbers().getFirst();
    }

    private void enter(SheetNumber number, ActId act, Optional<Again> again) {
        papers.enter(desk(Blank.SERVICE_HOURS), act, number, Sheets.of(Blank.SERVICE_HOURS), again, false);
    }

    private List<OnSheet.OnAct> acts(SheetNumber number) {
        return papers.sheet(COORDINATION, way.now(), number).acts();
    }

    private static Actor desk(Blank blank) {
        return new Actor(new AccountId("desk-1"), Set.of(Sheets.desk(blank)));
    }

    private void later(String local) {
        Instant to = Sayings.at(local);
        way.node
                .clock()
                .set(
                        to.isAfter(way.node.clock().instant())
                                ? to
                                : way.node.clock().instant().plus(Duration.ofSeconds(1)));
    }

    private long count(String type) {
        return way.now()
                .rows()
                .sql("select count(*) from entry where type = ?")
                .param(type)
                .query(Long.class)
                .single();
    }

    /// The entries of which `which` holds.
    private List<Told> told(String which, String value) {
        return way.now()
                .rows()
                .sql("select * from entry where " + which)
                .param(value)
                .query((row, n) -> new Told(
                        row.getString("type"),
                        Micros.instant(row.getLong("occurred_from")),
                        Micros.instant(row.getLong("recorded")),
                        row.getString("precision"),
                        row.getString("zone")))
                .list();
    }

    private record Told(String type, Instant occurred, Instant recorded, String precision, String zone) {}

    private static void refused(String code, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
