// SPDX-License-Identifier: Apache-2.0
package org.clearway.corridor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clearway.corridor.AnnouncedStatus.BLOCKED;
import static org.clearway.corridor.AnnouncedStatus.OPEN;
import static org.clearway.corridor.Sayings.CENTRE;
import static org.clearway.corridor.Sayings.CORRIDOR;
import static org.clearway.corridor.Sayings.GOVERNMENT;
import static org.clearway.corridor.Sayings.GROUPS;
import static org.clearway.corridor.Sayings.OBSERVATORY;
import static org.clearway.corridor.Sayings.TOWN;
import static org.clearway.corridor.Sayings.announcement;
import static org.clearway.corridor.Sayings.at;
import static org.clearway.corridor.Sayings.corridor;
import static org.clearway.corridor.Sayings.from;
import static org.clearway.corridor.Sayings.people;
import static org.clearway.corridor.Sayings.september;
import static org.clearway.corridor.Sayings.since;
import static org.clearway.corridor.Sayings.use;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.NotPermitted;
import org.clearway.access.Role;
import org.clearway.agreement.ClaimId;
import org.clearway.agreement.CorridorId;
import org.clearway.agreement.PartyId;
import org.clearway.agreement.ZoneId;
import org.clearway.geo.AreaId;
import org.clearway.geo.Position;
import org.clearway.journal.Golden;
import org.clearway.journal.Progress;
import org.clearway.journal.Reading;
import org.clearway.journal.TestNode;
import org.clearway.language.Language;
import org.clearway.language.Names;
import org.clearway.language.Problem;
import org.clearway.places.Withdrawal;
import org.clearway.places.WithdrawalReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorridorsTest {
    private static final Actor COORDINATION = new Actor(new AccountId("coordination-1"), Set.of(Role.COORDINATION));
    private static final Actor DUTY = new Actor(new AccountId("duty-1"), Set.of(Role.DUTY));
    private static final Actor GATE = new Actor(new AccountId("gate-1"), Set.of(Role.GATE));
    private static final Actor PRESS = new Actor(new AccountId("press-1"), Set.of(Role.PRESS));

    @TempDir
    Path folder;

    private TestNode node;
    private Corridors corridors;

    @BeforeEach
    void open() {
        node = Around.node(folder.resolve("node"));
        corridors = new Corridors(node.journal());
    }

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void aCorridorIsReadAsItWasPlanned() {
        plan(corridor());
        assertThat(corridors.corridor(GATE, now(), CORRIDOR)).contains(corridor());
        assertThat(corridors.list(GATE, now())).containsExactly(corridor());
        assertThat(corridors.corridor(GATE, now(), new CorridorId("elsewhere"))).isEmpty();
    }

    @Test
    void aCorridorToldAgainIsRestatedWholeAndWhatWasKnownBeforeStaysKnown() {
        plan(corridor());
        Instant before = node.clock().instant();
        later();
        Corridor restated = corridor(Optional.of(CENTRE), september(20));
        plan(restated);
        assertThat(corridors.corridor(GATE, now(), CORRIDOR)).contains(restated);
        assertThat(corridors.corridor(GATE, now(), CORRIDOR, before)).contains(corridor());
        assertThat(corridors.list(GATE, now())).hasSize(1);
    }

    @Test
    void publishedIsAPositionToTwoDecimalsAtMost() {
        plan(corridor());
        CrossingPoint crossing = corridors
                .corridor(GATE, now(), CORRIDOR)
                .orElseThrow()
                .crossings()
                .getFirst();
        assertThat(crossing.position()).contains(Position.parse("35.736912", "37.116449"));
        assertThat(crossing.publicPosition()).contains(Position.parse("35.74", "37.12"));
    }

    @Test
    void anAnnouncementIsReadAsItWasMade() {
        plan(corridor());
        var reasons =
                List.of(Reason.of(ReasonClaimed.AGREEMENT_NOT_KEPT, GROUPS), Reason.of(ReasonClaimed.APPROACH_MINED));
        var told = new Announcement(
                CORRIDOR,
                CENTRE,
                BLOCKED,
                from(september(13), september(20)),
                true,
                Optional.of(org.clearway.time.OpeningWindow.aroundTheClock(Sayings.ZONE)),
                List.of(Service.WATER, Service.EMERGENCY_CARE),
                Set.of(PermittedFlow.AID_IN, PermittedFlow.CIVILIANS_OUT),
                reasons,
                Sayings.source(september(14)));
        announce(told);
        assertThat(current("2019-09-14T18:00")).containsExactly(told);
    }

    @Test
    void aClaimOfUseIsReadAsItWasMade() {
        plan(corridor());
        var told = use(
                GOVERNMENT,
                from(september(13), september(14)),
                Map.of(Counted.PEOPLE, Count.exactly(0), Counted.LIVESTOCK, new Count(Qualifier.ABOUT, 55_000)),
                List.of(Reason.of(ReasonClaimed.APPROACH_SHELLED, GROUPS)),
                september(14));
        claim(told);
        Instant evening = at("2019-09-14T18:00");
        assertThat(corridors.claimedUse(GATE, now(), CORRIDOR, evening, now().knownAt()))
                .extracting(OnRecord::claim)
                .containsExactly(told);
    }

    @Test
    void whatWasNotYetKnownIsNotToldOfThePast() {
        plan(corridor());
        announce(announcement(CENTRE, OPEN, since(september(13)), september(14)));
        claim(people(OBSERVATORY, from(september(13), september(14)), Count.exactly(0), september(14)));
        Instant before = node.clock().instant();
        later();
        announce(announcement(CENTRE, BLOCKED, since(september(13)), september(15)));
        claim(people(GOVERNMENT, from(september(13), september(14)), Count.exactly(0), september(15)));
        Instant asked = at("2019-09-14T18:00");

        assertThat(corridors.announced(GATE, now(), CORRIDOR, asked).statuses()).containsExactly(BLOCKED);
        assertThat(corridors.announced(GATE, now(), CORRIDOR, asked, before).statuses())
                .containsExactly(OPEN);
        assertThat(corridors.claimedUse(GATE, now(), CORRIDOR, asked, before)).hasSize(1);
        assertThat(corridors.history(GATE, now(), CORRIDOR, before)).hasSize(2);
        try (Reading past = node.journal().asOf(before, Progress.SILENT)) {
            assertThat(corridors.announced(GATE, past, CORRIDOR, asked))
                    .as("the rows of two times say what a replay says")
                    .isEqualTo(corridors.announced(GATE, now(), CORRIDOR, asked, before));
            assertThat(corridors.claimedUse(GATE, past, CORRIDOR, asked, past.knownAt()))
                    .isEqualTo(corridors.claimedUse(GATE, now(), CORRIDOR, asked, before));
        }
    }

    @Test
    void aCorrectionTakesThePlaceOfWhatItNamesAndBothStayOnRecord() {
        plan(corridor());
        announce(announcement(CENTRE, BLOCKED, since(september(13)), september(14)));
        claim(people(OBSERVATORY, from(september(13), september(13)), Count.exactly(10), september(14)));
        Instant before = node.clock().instant();
        ClaimId wrongStatus = corridors
                .announced(GATE, now(), CORRIDOR, at("2019-09-14T18:00"))
                .current()
                .getFirst()
                .id();
        ClaimId wrongFigure = corridors
                .claimedUse(GATE, now(), CORRIDOR, at("2019-09-14T18:00"), now().knownAt())
                .getFirst()
                .id();
        later();
        correct(wrongStatus, announcement(CENTRE, OPEN, since(september(13)), september(14)));
        corridors.correct(
                DUTY,
                node.act(),
                wrongFigure,
                people(OBSERVATORY, from(september(13), september(13)), Count.exactly(0), september(14)));

        assertThat(current("2019-09-14T18:00"))
                .extracting(Announcement::announcer, Announcement::status)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(CENTRE, OPEN));
        assertThat(corridors.claimedUse(GATE, now(), CORRIDOR, at("2019-09-14T18:00"), now().knownAt()))
                .singleElement()
                .matches(told -> told.claim().saysNobody());
        assertThat(corridors
                        .announced(GATE, now(), CORRIDOR, at("2019-09-14T18:00"), before)
                        .statuses())
                .containsExactly(BLOCKED);
    }

    @Test
    void whatIsCorrectedAlreadyOrIsAnothersOrNeverWasCannotBeCorrected() {
        plan(corridor());
        announce(announcement(CENTRE, OPEN, since(september(13)), september(14)));
        ClaimId first = corridors
                .announced(GATE, now(), CORRIDOR, at("2019-09-14T18:00"))
                .current()
                .getFirst()
                .id();
        assertProblem(
                "agreement.claim-of-another",
                () -> correct(first, announcement(GROUPS, BLOCKED, since(september(13)), september(14))));
        assertProblem(
                "agreement.claim-unknown",
                () -> corridors.correct(
                        DUTY,
                        node.act(),
                        first,
                        people(CENTRE, from(september(13), september(13)), Count.exactly(0), september(14))));
        correct(first, announcement(CENTRE, BLOCKED, since(september(13)), september(14)));
        assertProblem(
                "agreement.claim-unknown",
                () -> correct(first, announcement(CENTRE, OPEN, since(september(13)), september(14))));
    }

    @Test
    void theHistoryTellsAnnouncementsAndClaimsInTheOrderOfTheTimesTheySpeakOf() {
        plan(corridor());
        var blocked = announcement(CENTRE, BLOCKED, since(september(15)), september(16));
        var open = announcement(CENTRE, OPEN, since(september(13)), september(14));
        var nobody = people(OBSERVATORY, from(september(14), september(15)), Count.exactly(0), september(15));
        announce(blocked);
        announce(open);
        claim(nobody);
        assertThat(corridors.history(GATE, now(), CORRIDOR))
                .extracting(told -> (Claim) told.claim())
                .containsExactly(open, nobody, blocked);
    }

    @Test
    void whatShouldNeverHaveBeenRecordedIsWithdrawnAndStaysWhatWasKnownBefore() {
        plan(corridor());
        var open = announcement(CENTRE, OPEN, since(september(13)), september(14));
        var nobody = people(OBSERVATORY, from(september(13), september(14)), Count.exactly(0), september(14));
        announce(open);
        claim(nobody);
        Instant before = node.clock().instant();
        later();
        List<OnRecord<? extends Claim>> told = corridors.history(GATE, now(), CORRIDOR);
        for (OnRecord<? extends Claim> one : told) {
            corridors.withdraw(DUTY, node.act(), one.id(), WithdrawalReason.WRONG_CLAIMANT);
            assertProblem(
                    "places.withdrawn-before",
                    () -> corridors.withdraw(DUTY, node.act(), one.id(), WithdrawalReason.NOT_SAID));
            assertThat(corridors.claim(GATE, now(), one.id()).orElseThrow().withdrawn())
                    .isPresent();
        }
        assertThat(corridors.history(GATE, now(), CORRIDOR)).isEmpty();
        assertThat(corridors.announced(GATE, now(), CORRIDOR, at("2019-09-14T18:00")))
                .isInstanceOf(Announced.NeverAnnounced.class);
        assertThat(corridors.history(GATE, now(), CORRIDOR, before))
                .hasSize(2)
                .allSatisfy(one ->
                        assertThat(one.withdrawn().map(Withdrawal::reason)).contains(WithdrawalReason.WRONG_CLAIMANT));
        assertProblem(
                "agreement.claim-unknown",
                () -> corridors.withdraw(DUTY, node.act(), ClaimId.of(node.act()), WithdrawalReason.NOT_SAID));
        assertDenied(() -> corridors.withdraw(PRESS, node.act(), told.getFirst().id(), WithdrawalReason.NOT_SAID));
        assertThat(node.journal().rebuild(Progress.SILENT).different()).isEmpty();
    }

    @Test
    void theHoursOfThoseWhoAnnounceItOpenAreTold() {
        plan(corridor());
        var hours = org.clearway.time.OpeningWindow.aroundTheClock(Sayings.ZONE);
        var open = announcement(GOVERNMENT, OPEN, since(september(13)), september(14));
        announce(new Announcement(
                CORRIDOR,
                GOVERNMENT,
                OPEN,
                open.valid(),
                false,
                Optional.of(hours),
                List.of(),
                Set.of(),
                List.of(),
                open.source()));
        assertThat(corridors.openings(GATE, now(), CORRIDOR, at("2019-09-14T18:00")))
                .extracting(Opening::announcer, Opening::window, Opening::now)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(GOVERNMENT, hours, true));
    }

    @Test
    void whatIsNotOnRecordIsRefusedByName() {
        assertProblem(
                "corridor.unknown", () -> announce(announcement(CENTRE, OPEN, since(september(13)), september(14))));
        assertProblem(
                "corridor.unknown",
                () -> claim(people(CENTRE, from(september(13), september(13)), Count.exactly(0), september(14))));
        assertProblem(
                "corridor.unknown",
                () -> corridors.claimedUse(GATE, now(), CORRIDOR, node.clock().instant(), now().knownAt()));
        assertProblem("corridor.unknown", () -> corridors.history(GATE, now(), CORRIDOR));
        plan(corridor());
        var stranger = new PartyId("stranger");
        assertThatThrownBy(() -> announce(announcement(stranger, OPEN, since(september(13)), september(14))))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("stranger");
        assertThatThrownBy(() -> announce(announcement(
                        CENTRE,
                        BLOCKED,
                        since(september(13)),
                        september(14),
                        List.of(Reason.of(ReasonClaimed.APPROACH_MINED, stranger)))))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("stranger");
        assertThatThrownBy(() -> plan(corridor(Optional.of(stranger), september(1))))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("stranger");
        assertThatThrownBy(() -> plan(planned(Optional.of(new ZoneId("no-zone")), TOWN)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("no-zone");
        assertThatThrownBy(() -> plan(planned(Optional.empty(), new AreaId("no-town"))))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("no-town");
        assertThat(corridors.history(GATE, now(), CORRIDOR)).isEmpty();
    }

    @Test
    void whatIsNamedTwiceIsRefused() {
        assertProblem(
                "corridor.service-twice",
                () -> new Announcement(
                        CORRIDOR,
                        CENTRE,
                        OPEN,
                        since(september(13)),
                        false,
                        Optional.empty(),
                        List.of(Service.WATER, Service.WATER),
                        Set.of(),
                        List.of(),
                        Sayings.source(september(13))));
        CrossingPoint point = corridor().crossings().getFirst();
        assertProblem("corridor.crossing-twice", () -> planned(List.of(GROUPS), List.of(point, point)));
        assertProblem("corridor.party-twice", () -> planned(List.of(GROUPS, GROUPS), List.of(point)));
    }

    @Test
    void anAnnouncementMayNotEndBeforeItBegins() {
        assertProblem(
                "time.ends-before-it-begins",
                () -> announcement(CENTRE, OPEN, from(september(14), september(13)), september(14)));
    }

    @Test
    void eachDeskDoesWhatItIsGrantedAndNothingElse() {
        var open = announcement(CENTRE, OPEN, since(september(13)), september(14));
        var nobody = people(CENTRE, from(september(13), september(13)), Count.exactly(0), september(14));
        assertDenied(() -> corridors.plan(DUTY, node.act(), corridor()));
        plan(corridor());
        corridors.announce(DUTY, node.act(), open);
        corridors.claimUse(DUTY, node.act(), nobody);
        assertDenied(() -> corridors.announce(GATE, node.act(), open));
        assertDenied(() -> corridors.announce(PRESS, node.act(), open));
        assertDenied(() -> corridors.claimUse(GATE, node.act(), nobody));
        Instant asked = node.clock().instant();
        assertDenied(() -> corridors.list(Actor.ANYONE, now()));
        assertDenied(() -> corridors.corridor(Actor.ANYONE, now(), CORRIDOR));
        assertDenied(() -> corridors.corridor(Actor.ANYONE, now(), CORRIDOR, asked));
        assertDenied(() -> corridors.announced(Actor.ANYONE, now(), CORRIDOR, asked));
        assertDenied(() -> corridors.claimedUse(Actor.ANYONE, now(), CORRIDOR, asked, asked));
        assertDenied(() -> corridors.openings(Actor.ANYONE, now(), CORRIDOR, asked));
        assertDenied(() -> corridors.history(Actor.ANYONE, now(), CORRIDOR));
    }

    @Test
    void aRebuildComesOutTheSame() {
        plan(corridor());
        announce(announcement(CENTRE, OPEN, since(september(13)), september(14)));
        claim(people(CENTRE, from(september(13), september(13)), Count.exactly(0), september(14)));
        later();
        plan(corridor(Optional.of(CENTRE), september(20)));
        correct(
                corridors
                        .announced(GATE, now(), CORRIDOR, at("2019-09-14T18:00"))
                        .current()
                        .getFirst()
                        .id(),
                announcement(CENTRE, BLOCKED, since(september(13)), september(14)));
        assertThat(node.journal().rebuild(Progress.SILENT).different()).isEmpty();
    }

    @Test
    void whatWasEverWrittenIsStillReadAndWrittenAlike() {
        Golden.holds(Corridors.chapter());
    }

    private List<Announcement> current(String local) {
        return corridors.announced(GATE, now(), CORRIDOR, at(local)).current().stream()
                .map(OnRecord::claim)
                .toList();
    }

    private void plan(Corridor corridor) {
        corridors.plan(COORDINATION, node.act(), corridor);
    }

    private void announce(Announcement announcement) {
        corridors.announce(COORDINATION, node.act(), announcement);
    }

    private void correct(ClaimId wrong, Announcement right) {
        corridors.correct(DUTY, node.act(), wrong, right);
    }

    private void claim(UseClaim claim) {
        corridors.claimUse(COORDINATION, node.act(), claim);
    }

    private Reading now() {
        return node.journal().now();
    }

    private void later() {
        node.clock().set(node.clock().instant().plusSeconds(60));
    }

    private static Corridor planned(Optional<ZoneId> zone, AreaId area) {
        Corridor plain = corridor();
        CrossingPoint point = plain.crossings().getFirst();
        return new Corridor(
                plain.id(),
                plain.names(),
                zone,
                plain.initiator(),
                plain.relevantParties(),
                plain.intermediaries(),
                plain.flows(),
                List.of(new CrossingPoint(point.crossing(), point.names(), area, Optional.empty())),
                plain.source());
    }

    private static Corridor planned(List<PartyId> relevant, List<CrossingPoint> crossings) {
        return new Corridor(
                CORRIDOR,
                Names.of(Language.EN, "South gate"),
                Optional.empty(),
                Optional.empty(),
                relevant,
                List.of(),
                Set.of(),
                crossings,
                Sayings.source(september(1)));
    }

    private static void assertProblem(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo(code));
    }

    private static void assertDenied(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(NotPermitted.class);
    }
}
