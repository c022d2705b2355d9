// SPDX-License-Identifier: Apache-2.0
package org.clearway.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clearway.corridor.AnnouncedStatus.BLOCKED;
import static org.clearway.corridor.AnnouncedStatus.CLOSED;
import static org.clearway.corridor.AnnouncedStatus.OPEN;
import static org.clearway.corridor.Sayings.CENTRE;
import static org.clearway.corridor.Sayings.CORRIDOR;
import static org.clearway.corridor.Sayings.GOVERNMENT;
import static org.clearway.corridor.Sayings.GROUPS;
import static org.clearway.corridor.Sayings.OBSERVATORY;
import static org.clearway.corridor.Sayings.announcement;
import static org.clearway.corridor.Sayings.at;
import static org.clearway.corridor.Sayings.from;
import static org.clearway.corridor.Sayings.people;
import static org.clearway.corridor.Sayings.september;
import static org.clearway.corridor.Sayings.since;
import static org.clearway.corridor.Sayings.source;
import static org.clearway.corridor.Sayings.use;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.NotPermitted;
import org.clearway.access.Role;
import org.clearway.agreement.Agreements;
import org.clearway.agreement.Assurance;
import org.clearway.agreement.AssuranceStatus;
import org.clearway.agreement.Assured;
import org.clearway.agreement.CorridorId;
import org.clearway.agreement.PartyId;
import org.clearway.care.ServicePoints;
import org.clearway.ceasefire.Fire;
import org.clearway.ceasefire.FireCount;
import org.clearway.ceasefire.FireKind;
import org.clearway.ceasefire.FirePosition;
import org.clearway.ceasefire.Fires;
import org.clearway.ceasefire.Ledgers;
import org.clearway.ceasefire.Noticed;
import org.clearway.ceasefire.Reckoning;
import org.clearway.corridor.Announced;
import org.clearway.corridor.AnnouncedStatus;
import org.clearway.corridor.Around;
import org.clearway.corridor.Corridors;
import org.clearway.corridor.Count;
import org.clearway.corridor.Counted;
import org.clearway.corridor.Qualifier;
import org.clearway.corridor.Reason;
import org.clearway.corridor.ReasonClaimed;
import org.clearway.corridor.Sayings;
import org.clearway.corridor.Used;
import org.clearway.gate.Decided;
import org.clearway.gate.Decision;
import org.clearway.gate.DecisionReason;
import org.clearway.gate.GateState;
import org.clearway.gate.Gates;
import org.clearway.geo.Position;
import org.clearway.journal.Progress;
import org.clearway.journal.Reading;
import org.clearway.journal.TestNode;
import org.clearway.language.Language;
import org.clearway.language.Names;
import org.clearway.language.Problem;
import org.clearway.language.Wording;
import org.clearway.time.Occurred;
import org.clearway.time.Span;
import org.clearway.transport.PlaceKind;
import org.clearway.transport.PlacesLeft;
import org.clearway.transport.SafeArea;
import org.clearway.transport.SafeAreaId;
import org.clearway.transport.SafeAreas;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoardsTest {
    private static final Actor COORDINATION = new Actor(new AccountId("coordination-1"), Set.of(Role.COORDINATION));
    private static final Actor GATE = new Actor(new AccountId("gate-1"), Set.of(Role.GATE));

    @TempDir
    Path folder;

    private TestNode node;
    private Agreements agreements;
    private Corridors corridors;
    private Boards boards;
    private Fires fires;

    @BeforeEach
    void open() {
        node = Around.node(
                folder.resolve("node"),
                Ledgers.chapter(),
                Gates.chapter(),
                ServicePoints.chapter(),
                SafeAreas.chapter(),
                Boards.chapter());
        agreements = new Agreements(node.journal());
        corridors = new Corridors(node.journal());
        fires = new Fires(node.journal(), Corridors.ground());
        boards = new Boards(
                node.journal(), agreements, corridors, new Gates(node.journal(), corridors), fires, Sayings.ZONE);
        corridors.plan(COORDINATION, node.act(), Sayings.corridor());
    }

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void openAnnouncedHalfAssuredAndUsedByNobodyAreThreeAnswersOnOneBoard() {
        announce(CENTRE, OPEN, september(13));
        assure(GOVERNMENT, since(september(13)));
        corridors.claimUse(
                COORDINATION,
                node.act(),
                people(OBSERVATORY, from(september(13), september(14)), Count.exactly(0), september(14)));

        Board board = board("2019-09-14T18:00");

        assertThat(board.announced().open())
                .extracting(told -> told.claim().announcer())
                .containsExactly(CENTRE);
        assertThat(board.assurancesGiven()).isEqualTo(1);
        assertThat(board.assurancesNeeded()).isEqualTo(2);
        assertThat(board.used().nobody().getFirst().claim().figures(Wording.of(Language.EN)))
                .containsExactly("0 people");
        assertThat(board.announced().open().getFirst().claim().source()).isEqualTo(source(september(13)));
        assertThat(board.assurances()
                        .getFirst()
                        .lastWord()
                        .orElseThrow()
                        .assurance()
                        .source())
                .isEqualTo(source(september(13)));
        assertThat(board.line(Language.EN))
                .isEqualTo(
                        "announced open by Centre; assurances: 1 of 2; nobody through (0), according to Observatory");
        assertThat(board.line(Language.AR))
                .isEqualTo("أُعلن أنه مفتوح بحسب المركز؛ الضمانات: 1 من أصل 2؛ لم يعبر أحد (0)، بحسب المرصد");
        assertThat(sentences(board, Language.EN))
                .containsExactly(
                        "Announced open, and assured by 1 of 2 relevant parties",
                        "Nobody came through in 2 days, according to Observatory",
                        "Announced open, and no gate has reported a count to this node");
        assertThat(sentences(board, Language.AR))
                .containsExactly(
                        "أُعلن أنه مفتوح، والضمانات المقدَّمة 1 من أصل 2 من الأطراف المعنية",
                        "لم يعبر أحد خلال يومين، بحسب المرصد",
                        "أُعلن أنه مفتوح، ولم يرد إلى هذه العقدة أي عدد من نقاط العبور");
    }

    @Test
    void whenOnePromiseRunsOutTheCorridorIsNoLongerAssuredAtThatInstantAndStaysAnnouncedOpen() {
        announce(CENTRE, OPEN, september(13));
        assure(GOVERNMENT, since(september(13)));
        assure(GROUPS, from(september(13), september(20)));

        Board last = board("2019-09-20T23:59:59.999999");
        Board after = board("2019-09-21T00:00:00");

        assertThat(last.assured()).isInstanceOf(Assured.ByAll.class);
        assertThat(last.alarms()).containsExactly(new Alarm.NoCountReported());
        assertThat(after.assured()).isInstanceOf(Assured.NotByAll.class);
        assertThat(after.alarms()).containsExactly(new Alarm.NotAssured(1, 2), new Alarm.NoCountReported());
        assertThat(after.announced()).isEqualTo(last.announced());
        assertThat(after.used()).isEqualTo(last.used());
    }

    @Test
    void anAssuredCorridorThatNobodyAnnouncesIsNotAnnouncedAndRaisesNoAlarm() {
        assure(GOVERNMENT, since(september(13)));
        assure(GROUPS, since(september(13)));
        Board board = board("2019-09-14T18:00");
        assertThat(board.announced()).isEqualTo(new Announced.NeverAnnounced());
        assertThat(board.assured()).isInstanceOf(Assured.ByAll.class);
        assertThat(board.used()).isEqualTo(new Used.NotCounted(List.of()));
        assertThat(board.alarms()).isEmpty();
    }

    @Test
    void aLineSaysWhatIsNotKnownAndOfWhichTimeAFigureIs() {
        assertThat(board("2019-09-14T18:00").line(Language.EN))
                .isEqualTo("no announcement known; assurances: 0 of 2; no count reported");
        announce(CENTRE, OPEN, september(16));
        corridors.claimUse(
                COORDINATION,
                node.act(),
                people(CENTRE, from(september(13), september(14)), new Count(Qualifier.OVER, 1_500), september(14)));
        assertThat(board("2019-09-14T18:00").line(Language.EN))
                .isEqualTo("no announcement for this time; assurances: 0 of 2;"
                        + " more than 1,500 people (13 September 2019 to 14 September 2019), according to Centre");
    }

    @Test
    void announcersWhoDifferAreNamedSideBySide() {
        announce(CENTRE, OPEN, september(13));
        announce(GROUPS, CLOSED, september(15));
        announce(GOVERNMENT, BLOCKED, september(14));
        assertThat(sentences(board("2019-09-15T18:00"), Language.EN))
                .contains("Announcements differ: closed by armed groups, blocked by Government, and open by Centre");
    }

    @Test
    void eachClaimantsNewestReasonsStandUnderItsName() {
        corridors.announce(
                COORDINATION,
                node.act(),
                announcement(
                        CENTRE,
                        BLOCKED,
                        since(september(15)),
                        september(16),
                        List.of(Reason.of(ReasonClaimed.AGREEMENT_NOT_KEPT, GROUPS))));
        claimReason(GOVERNMENT, september(14), Reason.of(ReasonClaimed.APPROACH_SHELLED, GROUPS));
        claimReason(GOVERNMENT, september(17), Reason.of(ReasonClaimed.APPROACH_MINED, GROUPS));
        claimReason(OBSERVATORY, september(15), Reason.of(ReasonClaimed.FEAR_OF_ARREST, GOVERNMENT));
        Board board = board("2019-09-18T18:00");
        assertThat(board.reasons().stream()
                        .flatMap(told -> told.claim().reasons().stream()
                                .map(reason -> reason.saidBy(
                                        told.claim().claimant(), Wording.of(Language.EN), board.names(Language.EN)))))
                .containsExactly(
                        "Government says: the approach is mined (attributed to armed groups)",
                        "Centre says: an agreement is not kept (attributed to armed groups)",
                        "Observatory says: people fear arrest (attributed to Government)");
    }

    @Test
    void nobodyInAMonthIsCountedInDaysTheFirstAndTheLastAmongThem() {
        var october = LocalDate.of(2019, 10, 10);
        corridors.claimUse(
                COORDINATION, node.act(), people(GOVERNMENT, from(september(13), october), Count.exactly(0), october));
        assertThat(sentences(board("2019-10-10T18:00"), Language.EN))
                .containsExactly("Nobody came through in 28 days, according to Government");
    }

    @Test
    void theServicesOfEachAnnouncerKeepItsOrder() {
        announce(CENTRE, OPEN, september(13));
        assertThat(board("2019-09-14T18:00").services())
                .extracting(told -> told.claim().services())
                .containsExactly(Sayings.announcement(CENTRE, OPEN, since(september(13)), september(13))
                        .services());
    }

    @Test
    void aBoardReadAsOfAPastMomentIsTheBoardAsItWasKnownThen() {
        announce(CENTRE, OPEN, september(13));
        Instant then = node.clock().instant();
        Board before = board("2019-09-14T18:00");
        node.clock().set(then.plusSeconds(60));
        announce(CENTRE, BLOCKED, september(14));
        assure(GOVERNMENT, since(september(13)));
        assertThat(board("2019-09-14T18:00").announced()).isNotEqualTo(before.announced());
        try (Reading past = node.journal().asOf(then, Progress.SILENT)) {
            assertThat(boards.board(GATE, past, CORRIDOR, at("2019-09-14T18:00")))
                    .isEqualTo(before);
        }
    }

    @Test
    void theRowsThemselvesAnswerWhatWasKnownAtAnEarlierMoment() {
        announce(CENTRE, OPEN, september(13));
        Instant then = node.clock().instant();
        Board before = board("2019-09-14T18:00");
        node.clock().set(then.plusSeconds(60));
        announce(CENTRE, BLOCKED, september(14));
        assure(GOVERNMENT, since(september(13)));
        assertThat(boards.boards(GATE, node.journal().now(), at("2019-09-14T18:00"), then))
                .containsExactly(before);
        assertThat(boards.boards(GATE, node.journal().now(), at("2019-09-14T18:00"), Instant.EPOCH))
                .as("no corridor was known")
                .isEmpty();
    }

    @Test
    void aFigureOfMoreThanThirtyDaysAgoIsNoFigureOfNow() {
        announce(CENTRE, OPEN, september(13));
        corridors.claimUse(
                COORDINATION,
                node.act(),
                people(
                        CENTRE,
                        from(LocalDate.of(2018, 3, 1), LocalDate.of(2018, 11, 30)),
                        new Count(Qualifier.OVER, 30_000),
                        september(14)));
        Board board = board("2019-09-14T18:00");
        assertThat(board.line(Language.EN))
                .isEqualTo("announced open by Centre; assurances: 0 of 2; no figure of the last 30 days");
        assertThat(board.uses()).isEmpty();
        assertThat(board.earlierUses()).hasSize(1);
        assertThat(board("2018-12-30T23:59:59").line(Language.EN)).contains("30,000");
        assertThat(board("2018-12-31T00:00:00").line(Language.EN)).doesNotContain("30,000");
    }

    @Test
    void everyCorridorHasItsBoard() {
        assertThat(boards.boards(GATE, node.journal().now(), at("2019-09-14T18:00")))
                .extracting(board -> board.corridor().id())
                .containsExactly(CORRIDOR);
    }

    @Test
    void aPartyWithoutANameOnRecordIsCalledByItsId() {
        assertThat(board("2019-09-14T18:00").name(new PartyId("stranger"), Language.EN))
                .isEqualTo("stranger");
        assertThat(board("2019-09-14T18:00").name(GROUPS, Language.AR)).isEqualTo("الجماعات المسلحة");
    }

    @Test
    void anUnknownCorridorIsRefusedByNameAndThePublicSeesNoBoard() {
        Instant asked = at("2019-09-14T18:00");
        assertThatThrownBy(() -> boards.board(GATE, node.journal().now(), new CorridorId("elsewhere"), asked))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("elsewhere");
        assertThatThrownBy(() -> boards.board(Actor.ANYONE, node.journal().now(), CORRIDOR, asked))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> boards.boards(Actor.ANYONE, node.journal().now(), asked))
                .isInstanceOf(NotPermitted.class);
    }

    @Test
    void everyLanguageSaysThatThoseWhoStayKeepTheirProtection() {
        assertThat(Wording.of(Language.EN).say("corridor.stayers-keep-protection"))
                .isEqualTo("Civilians who stay keep their protection.");
        for (Language language : Language.offered()) {
            assertThat(Wording.of(language).has("corridor.stayers-keep-protection"))
                    .isTrue();
        }
    }

    @Test
    void whenNoSafeAreaHasAPlaceLeftTheBoardProposesAPauseAndWhatNobodyToldIsNotFull() {
        var gates = new Gates(node.journal(), corridors);
        assure(GOVERNMENT, since(september(13)));
        assure(GROUPS, since(september(13)));
        gates.decide(COORDINATION, node.act(), decided(Decision.OPEN, DecisionReason.ASSURANCES_GIVEN));
        var safeAreas = new SafeAreas(node.journal());
        var school = new SafeAreaId("harbour-school");
        var hall = new SafeAreaId("sports-hall");
        for (SafeAreaId area : List.of(school, hall)) {
            safeAreas.set(
                    COORDINATION,
                    node.act(),
                    new SafeArea(
                            area,
                            Sayings.TOWN,
                            Names.of(Language.EN, area.slug()),
                            List.of(CORRIDOR),
                            Map.of(PlaceKind.GENERAL, 400L)));
        }
        later(60);
        safeAreas.tell(COORDINATION, node.act(), new PlacesLeft(school, Map.of(PlaceKind.GENERAL, 0L)));
        assertThat(sentences(now(), Language.EN)).contains("harbour-school has no places left");
        assertThat(now().pauseProposed()).as("of the hall nothing is known").isFalse();
        safeAreas.tell(COORDINATION, node.act(), new PlacesLeft(hall, Map.of(PlaceKind.GENERAL, 0L)));
        assertThat(now().pauseProposed()).isTrue();
        assertThat(now().gate()).as("nothing stops by itself").isInstanceOf(GateState.Working.class);

        later(60);
        gates.decide(COORDINATION, node.act(), decided(Decision.PAUSE, DecisionReason.SAFE_AREAS_FULL));
        later(60);
        assertThat(now().pauseProposed()).isFalse();
        gates.decide(COORDINATION, node.act(), decided(Decision.RESUME, DecisionReason.CAUSE_GONE));
        assertThat(now().pauseProposed()).as("a person decided since").isFalse();
        later(2 * 3_600);
        assertThat(now().safeAreas()).allMatch(one -> one.left().isEmpty());
        assertThat(sentences(now(), Language.EN)).noneMatch(sentence -> sentence.contains("no places left"));
    }

    @Test
    void fireNearTheCorridorRingsAndProposesASuspensionThatAPersonDecides() {
        var gates = new Gates(node.journal(), corridors);
        assure(GOVERNMENT, since(september(13)));
        assure(GROUPS, since(september(13)));
        gates.decide(COORDINATION, node.act(), decided(Decision.OPEN, DecisionReason.ASSURANCES_GIVEN));
        assertThat(now().suspensionProposed()).isFalse();
        later(60);
        observe("35.764912");

        assertThat(sentences(now(), Language.EN))
                .contains("Fire seen and heard within 5 km of the corridor, 14:48 on 14 September 2019, 13 minutes ago:"
                        + " shelling, about 3 times");
        assertThat(now().suspensionProposed()).isTrue();
        assertThat(now().gate()).isInstanceOf(GateState.Working.class);

        later(60);
        gates.decide(COORDINATION, node.act(), decided(Decision.SUSPEND, DecisionReason.FIRE_NEAR_ROUTE));
        later(60);
        gates.decide(COORDINATION, node.act(), decided(Decision.RESUME, DecisionReason.CAUSE_GONE));
        assertThat(now().suspensionProposed()).isFalse();
        assertThat(now().alarms()).anyMatch(Alarm.FireNear.class::isInstance);
    }

    @Test
    void fireFarAwayDoesNotRingAndFireOfSevenHoursAgoRingsNoMore() {
        observe("36.9");
        assertThat(now().alarms()).noneMatch(Alarm.FireNear.class::isInstance);
        observe("35.764912");
        assertThat(now().alarms()).anyMatch(Alarm.FireNear.class::isInstance);
        later(7 * 3600);
        assertThat(now().alarms()).noneMatch(Alarm.FireNear.class::isInstance);
    }

    @Test
    void whatTheBoardSaysOfFireHoldsNoPositionInAnyLanguage() {
        observe("35.764912");
        for (Language language : List.of(Language.EN, Language.AR)) {
            assertThat(String.join(" ", sentences(now(), language))).doesNotContain("35.7", "37.1", "764912");
        }
        assertThat(now().toString()).doesNotContain("35764912");
    }

    private static Decided decided(Decision decision, DecisionReason because) {
        return new Decided(CORRIDOR, decision, because, Optional.empty());
    }

    private void observe(String latitude) {
        fires.observe(
                GATE,
                node.act(),
                new Fire(
                        CORRIDOR,
                        FireKind.SHELLING,
                        Noticed.SEEN_AND_HEARD,
                        Optional.of(FireCount.of(Reckoning.ABOUT, 3)),
                        Occurred.told("2019-09-14T14:48", Sayings.ZONE),
                        Optional.of(new FirePosition(Position.parse(latitude, "37.116449"), 0))));
    }

    private void later(long seconds) {
        node.clock().set(node.clock().instant().plusSeconds(seconds));
    }

    private Board now() {
        return boards.board(GATE, node.journal().now(), CORRIDOR, node.clock().instant());
    }

    private Board board(String local) {
        return boards.board(GATE, node.journal().now(), CORRIDOR, at(local));
    }

    private static List<String> sentences(Board board, Language language) {
        return board.alarms().stream()
                .map(alarm -> alarm.in(Wording.of(language), board.names(language)))
                .toList();
    }

    private void announce(PartyId announcer, AnnouncedStatus status, LocalDate from) {
        corridors.announce(COORDINATION, node.act(), announcement(announcer, status, since(from), from));
    }

    private void claimReason(PartyId claimant, LocalDate day, Reason reason) {
        corridors.claimUse(
                COORDINATION,
                node.act(),
                use(claimant, from(day, day), Map.<Counted, Count>of(), List.of(reason), day));
    }

    private void assure(PartyId party, Span valid) {
        agreements.assure(
                COORDINATION,
                node.act(),
                new Assurance(CORRIDOR, party, AssuranceStatus.GIVEN, valid, source(september(13))));
    }
}
