// SPDX-License-Identifier: Apache-2.0
package org.clearway.corridor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clearway.corridor.Sayings.CORRIDOR;
import static org.clearway.corridor.Sayings.corridor;

import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.NotPermitted;
import org.clearway.access.Role;
import org.clearway.access.Sensitivity;
import org.clearway.agreement.CorridorId;
import org.clearway.ceasefire.Fire;
import org.clearway.ceasefire.FireCount;
import org.clearway.ceasefire.FireId;
import org.clearway.ceasefire.FireKind;
import org.clearway.ceasefire.FirePosition;
import org.clearway.ceasefire.Fires;
import org.clearway.ceasefire.Ledgers;
import org.clearway.ceasefire.Nearness;
import org.clearway.ceasefire.Noticed;
import org.clearway.ceasefire.OnFire;
import org.clearway.ceasefire.Reckoning;
import org.clearway.geo.Position;
import org.clearway.journal.ActId;
import org.clearway.journal.Progress;
import org.clearway.journal.TestNode;
import org.clearway.journal.Unsealed;
import org.clearway.language.Problem;
import org.clearway.places.WithdrawalReason;
import org.clearway.time.Occurred;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Fire near the corridor of {@link Sayings}, whose crossing is at 35.736912, 37.116449. A hundredth of a degree of
/// latitude is 1.1 km there.
class FiresTest {
    private static final Actor GATE = actor("gate-1", Role.GATE);
    private static final Actor OTHER_GATE = actor("gate-2", Role.GATE);
    private static final Actor DUTY = actor("duty-1", Role.DUTY);
    private static final Actor PRESS = actor("press-1", Role.PRESS);
    private static final Actor PROTECTION = actor("protection-1", Role.PROTECTION);
    private static final Actor COORDINATION = actor("coordination-1", Role.COORDINATION);
    private static final String EXACT_LATITUDE = "35.764912";
    private static final Position THREE_KILOMETRES_NORTH = Position.parse(EXACT_LATITUDE, "37.116449");

    @TempDir
    Path folder;

    private TestNode node;
    private Fires fires;

    @BeforeEach
    void open() {
        node = Around.node(folder.resolve("node"), Ledgers.chapter());
        var corridors = new Corridors(node.journal());
        corridors.plan(COORDINATION, node.act(), corridor());
        fires = new Fires(node.journal(), Corridors.ground());
    }

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void fireIsReadAsItWasNoticedWithNothingOfItsPlaceButHowNearItMayHaveBeen() {
        FireId id = observe(GATE, fire(where(THREE_KILOMETRES_NORTH, 0)));
        OnFire told = only();
        assertThat(told.id()).isEqualTo(id);
        assertThat(told.kind()).isEqualTo(FireKind.SHELLING);
        assertThat(told.noticed()).isEqualTo(Noticed.SEEN_AND_HEARD);
        assertThat(told.count()).contains(FireCount.of(Reckoning.ABOUT, 3));
        assertThat(told.when()).isEqualTo(noon());
        assertThat(told.by()).isEqualTo(GATE.account());
        assertThat(told.nearness()).isEqualTo(Nearness.WITHIN_5_KM);
    }

    @Test
    void howExactlyAPlaceIsKnownBringsItNearerNeverFarther() {
        observe(GATE, fire(where(THREE_KILOMETRES_NORTH, 2_500)));
        assertThat(only().nearness()).isEqualTo(Nearness.WITHIN_1_KM);
    }

    @Test
    void fireWhosePlaceNobodyCouldSayMayHaveBeenNear() {
        observe(GATE, fire(Optional.empty()));
        assertThat(only().nearness()).isEqualTo(Nearness.NOT_KNOWN);
        assertThat(only().nearness().mayBe(Nearness.WITHIN_1_KM)).isTrue();
        assertThat(only().positioned()).isFalse();
    }

    @Test
    void whereOneCrossingHasNoPlaceNobodyCanSayHowFarTheFireWas() {
        Corridor placed = corridor();
        var unplaced =
                new CrossingPoint(new CrossingId("north-crossing"), placed.names(), Sayings.TOWN, Optional.empty());
        new Corridors(node.journal())
                .plan(
                        COORDINATION,
                        node.act(),
                        new Corridor(
                                placed.id(),
                                placed.names(),
                                placed.zone(),
                                placed.initiator(),
                                placed.relevantParties(),
                                placed.intermediaries(),
                                placed.flows(),
                                List.of(placed.crossings().getFirst(), unplaced),
                                placed.source()));
        observe(GATE, fire(where(Position.parse("36.9", "37.1"), 0)));
        assertThat(only().nearness()).isEqualTo(Nearness.NOT_KNOWN);
    }

    @Test
    void thePlaceIsOpenedByThoseWhoMayAndEachReadingIsAnEntry() {
        FireId id = observe(GATE, fire(where(THREE_KILOMETRES_NORTH, 500)));
        long before = reads();
        assertThat(fires.readPosition(DUTY, node.act(), id))
                .isEqualTo(new Unsealed.Opened<>(new FirePosition(THREE_KILOMETRES_NORTH, 500)));
        assertThat(reads()).isEqualTo(before + 1);
        assertThatThrownBy(() -> fires.readPosition(GATE, node.act(), id)).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> fires.readPosition(PRESS, node.act(), id)).isInstanceOf(NotPermitted.class);
        assertThat(reads()).isEqualTo(before + 1);
    }

    @Test
    void afterNinetyDaysNobodyCanSayAnyMoreWhereItWas() {
        FireId id = observe(GATE, fire(where(THREE_KILOMETRES_NORTH, 500)));
        node.clock().set(node.clock().instant().plus(Duration.ofDays(130)));
        node.journal().destroyExpired();
        assertThat(fires.readPosition(DUTY, node.act(), id)).isEqualTo(new Unsealed.Erased<>());
    }

    @Test
    void noExportTellsWhereItWasAndAPublicOneTellsNothingOfIt() {
        observe(GATE, fire(where(THREE_KILOMETRES_NORTH, 0)));
        assertThat(exported(Sensitivity.RESTRICTED)).contains("SHELLING").doesNotContain("35764912", EXACT_LATITUDE);
        assertThat(exported(Sensitivity.PUBLIC)).doesNotContain("SHELLING", "WITHIN_5_KM", "35764912");
    }

    @Test
    void theViewIsRebuiltAsItWas() {
        observe(GATE, fire(where(THREE_KILOMETRES_NORTH, 0)));
        assertThat(node.journal().rebuild(Progress.SILENT).different()).isEmpty();
    }

    @Test
    void theSameActSentAgainIsOneObservationWhateverBecameKnownOfTheCorridor() {
        ActId act = node.act();
        Fire fire = fire(where(THREE_KILOMETRES_NORTH, 0));
        fires.observe(GATE, act, fire);
        new Corridors(node.journal()).plan(COORDINATION, node.act(), corridorAt("35.764912"));
        fires.observe(GATE, act, fire);
        assertThat(only().nearness()).isEqualTo(Nearness.WITHIN_5_KM);
    }

    @Test
    void anObservationThatWasCorrectedIsKnownAsItWasAndReadAsItIs() {
        FireId wrong = observe(GATE, fire(where(THREE_KILOMETRES_NORTH, 0)));
        Instant before = node.clock().instant();
        later();
        fires.correct(GATE, node.act(), wrong, fire(where(Position.parse("36.9", "37.1"), 0)));
        assertThat(only().nearness()).isEqualTo(Nearness.FARTHER);
        assertThat(at(before)).extracting(OnFire::nearness).containsExactly(Nearness.WITHIN_5_KM);
        assertThatThrownBy(() -> fires.correct(GATE, node.act(), wrong, fire(Optional.empty())))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("ceasefire.fire-unknown"));
    }

    @Test
    void aWithdrawnObservationIsNoLongerThere() {
        FireId id = observe(GATE, fire(where(THREE_KILOMETRES_NORTH, 0)));
        later();
        fires.withdraw(GATE, node.act(), id, WithdrawalReason.ENTERED_TWICE);
        assertThat(at(node.clock().instant())).isEmpty();
        assertThat(fires.fire(GATE, node.journal().now(), id).orElseThrow().withdrawn())
                .isPresent();
    }

    @Test
    void anotherGateTakesNobodysObservationBackAndTheDutyDeskMay() {
        FireId id = observe(GATE, fire(where(THREE_KILOMETRES_NORTH, 0)));
        assertThatThrownBy(() -> fires.withdraw(OTHER_GATE, node.act(), id, WithdrawalReason.NOT_SAID))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("ceasefire.fire-of-another"));
        fires.withdraw(DUTY, node.act(), id, WithdrawalReason.NOT_SAID);
        assertThat(at(node.clock().instant())).isEmpty();
    }

    @Test
    void fireOfTheFutureAndFireOnACorridorThatIsNotOnRecordAreRefused() {
        assertThatThrownBy(() -> observe(
                        GATE,
                        new Fire(
                                CORRIDOR,
                                FireKind.SMALL_ARMS,
                                Noticed.HEARD,
                                Optional.empty(),
                                Occurred.at(node.clock().instant().plusSeconds(3600), Sayings.ZONE),
                                Optional.empty())))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("ceasefire.fire-of-the-future"));
        assertThatThrownBy(() -> observe(
                        GATE,
                        new Fire(
                                new CorridorId("elsewhere"),
                                FireKind.SMALL_ARMS,
                                Noticed.HEARD,
                                Optional.empty(),
                                noon(),
                                Optional.empty())))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("corridor.unknown"));
    }

    @Test
    void whatCannotBeCountedHasNoNumberAndWhatWasCountedHasOne() {
        assertThatThrownBy(() -> new FireCount(Reckoning.ABOUT, Optional.empty()))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> FireCount.of(Reckoning.UNCOUNTABLE, 1)).isInstanceOf(Problem.class);
    }

    private FireId observe(Actor actor, Fire fire) {
        ActId act = node.act();
        fires.observe(actor, act, fire);
        return FireId.of(act);
    }

    private Fire fire(Optional<FirePosition> where) {
        return new Fire(
                CORRIDOR,
                FireKind.SHELLING,
                Noticed.SEEN_AND_HEARD,
                Optional.of(FireCount.of(Reckoning.ABOUT, 3)),
                noon(),
                where);
    }

    private static Optional<FirePosition> where(Position position, int within) {
        return Optional.of(new FirePosition(position, within));
    }

    private static Occurred noon() {
        return Occurred.told("2019-09-14T14:30", Sayings.ZONE);
    }

    private OnFire only() {
        List<OnFire> all = at(node.clock().instant());
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private List<OnFire> at(Instant known) {
        Instant now = node.clock().instant();
        return fires.of(PRESS, node.journal().now(), CORRIDOR, now.minus(Duration.ofDays(1)), now, known);
    }

    private void later() {
        node.clock().set(node.clock().instant().plusSeconds(60));
    }

    private long reads() {
        return node.journal()
                .now()
                .rows()
                .sql("select count(*) from entry where type = 'journal.confidential-read'")
                .query(Long.class)
                .single();
    }

    private String exported(Sensitivity upTo) {
        var out = new StringWriter();
        node.journal().export(PROTECTION, node.act(), upTo, out);
        return out.toString();
    }

    private static Corridor corridorAt(String latitude) {
        Corridor placed = corridor();
        CrossingPoint crossing = placed.crossings().getFirst();
        return new Corridor(
                placed.id(),
                placed.names(),
                placed.zone(),
                placed.initiator(),
                placed.relevantParties(),
                placed.intermediaries(),
                placed.flows(),
                List.of(new CrossingPoint(
                        crossing.crossing(),
                        crossing.names(),
                        crossing.area(),
                        Optional.of(Position.parse(latitude, "37.116449")))),
                placed.source());
    }

    private static Actor actor(String account, Role role) {
        return new Actor(new AccountId(account), Set.of(role));
    }
}
