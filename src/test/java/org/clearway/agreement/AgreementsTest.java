// SPDX-License-Identifier: Apache-2.0
package org.clearway.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clearway.agreement.Setting.COORDINATION;
import static org.clearway.agreement.Setting.DUTY;
import static org.clearway.agreement.Setting.ZONE;
import static org.clearway.agreement.Setting.published;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.Deed;
import org.clearway.access.NotPermitted;
import org.clearway.access.Role;
import org.clearway.geo.AreaId;
import org.clearway.geo.AreaPart;
import org.clearway.geo.Extent;
import org.clearway.journal.ActId;
import org.clearway.journal.Golden;
import org.clearway.journal.Progress;
import org.clearway.journal.Reading;
import org.clearway.journal.TestNode;
import org.clearway.language.Language;
import org.clearway.language.Names;
import org.clearway.language.Problem;
import org.clearway.places.Places;
import org.clearway.places.Withdrawal;
import org.clearway.places.WithdrawalReason;
import org.clearway.time.Occurred;
import org.clearway.time.Span;
import org.clearway.time.TimePrecision;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgreementsTest {
    private static final PartyId GOVERNMENT = new PartyId("government");
    private static final PartyId GROUPS = new PartyId("groups");
    private static final PartyId AGENCY = new PartyId("agency");
    private static final PartyId OBSERVATORY = new PartyId("observatory");
    private static final AgreementId MEMORANDUM = new AgreementId("memorandum");
    private static final ZoneId NORTHERN = new ZoneId("northern-zone");
    private static final Territory ZONE_OF_NORTH = new Territory.OfZone(NORTHERN);
    private static final CorridorId ROAD = new CorridorId("river-road");
    private static final LocalDate MAY_2017 = LocalDate.of(2017, 5, 6);
    private static final LocalDate SEPTEMBER_14 = LocalDate.of(2019, 9, 14);

    @TempDir
    Path folder;

    private TestNode node;
    private Agreements agreements;

    @BeforeEach
    void open() {
        node = TestNode.in(folder.resolve("node"), Places.chapter(), Agreements.chapter());
        agreements = new Agreements(node.journal());
        Setting.areas(node, "north", "west");
        Setting.parties(node, "government", "groups", "agency", "observatory");
    }

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void anAgreementNamesItsGuarantorsInTheOrderInWhichTheyWereTold() {
        recordMemorandum();
        assertThat(agreements.agreement(now(), MEMORANDUM)).hasValueSatisfying(agreement -> {
            assertThat(agreement.guarantors()).containsExactly(OBSERVATORY, GOVERNMENT, AGENCY);
            assertThat(agreement.term()).contains(new Term(6, Extension.AUTO_BY_CONSENSUS));
            assertThat(agreement.source().publishedOn()).isEqualTo(MAY_2017);
        });
    }

    @Test
    void aZoneIsWholeAreasAndPartsOfAreas() {
        recordMemorandum();
        define(MAY_2017, part("north", Extent.WHOLE), part("west", Extent.PARTS));
        assertThat(agreements.zone(now(), NORTHERN).orElseThrow().parts())
                .containsExactly(part("north", Extent.WHOLE), part("west", Extent.PARTS));
        assertThat(agreements.zones(now(), day(MAY_2017.minusDays(1)))).isEmpty();
        assertThat(agreements.zones(now(), day(MAY_2017))).hasSize(1);
    }

    @Test
    void aZoneThatChangedLiesOnEachDayWhereItLayThen() {
        recordMemorandum();
        define(MAY_2017, part("north", Extent.WHOLE), part("west", Extent.PARTS));
        define(LocalDate.of(2018, 8, 1), part("north", Extent.PARTS));
        assertThat(partsOn(LocalDate.of(2018, 7, 31))).hasSize(2);
        assertThat(partsOn(LocalDate.of(2018, 8, 1))).containsExactly(part("north", Extent.PARTS));
        assertThat(agreements.zones(now())).hasSize(1);
    }

    @Test
    void aZoneDefinedAnewFromTheSameDayIsCorrectedAndTheErrorStaysWhatWasKnown() {
        recordMemorandum();
        define(MAY_2017, part("west", Extent.WHOLE));
        Instant before = node.clock().instant();
        node.clock().set(before.plusSeconds(60));
        define(MAY_2017, part("west", Extent.PARTS));
        assertThat(partsOn(SEPTEMBER_14)).containsExactly(part("west", Extent.PARTS));
        assertThat(agreements
                        .zones(now(), day(SEPTEMBER_14).asKnownAt(before))
                        .getFirst()
                        .parts())
                .containsExactly(part("west", Extent.WHOLE));
    }

    @Test
    void nobodyHasClaimedWhereNobodyHas() {
        defineNorthern();
        assertThat(agreements.control(DUTY, now(), ZONE_OF_NORTH, day(SEPTEMBER_14)))
                .isEqualTo(new Control.NobodyHasClaimed());
    }

    @Test
    void claimantsWhoDisagreeStandSideBySide() {
        defineNorthern();
        claim(
                AGENCY,
                new Held.OutsideControlOf(GOVERNMENT),
                since(LocalDate.of(2019, 5, 27)),
                LocalDate.of(2019, 5, 27));
        claim(OBSERVATORY, new Held.By(GROUPS), since(LocalDate.of(2019, 1, 1)), LocalDate.of(2019, 8, 23));
        assertThat(controlOn(SEPTEMBER_14))
                .extracting(KnownClaim::claim)
                .extracting(ControlClaim::claimant, ControlClaim::held)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(AGENCY, new Held.OutsideControlOf(GOVERNMENT)),
                        org.assertj.core.groups.Tuple.tuple(OBSERVATORY, new Held.By(GROUPS)));
    }

    @Test
    void aClaimHoldsOnTheDaysItCoversAndNoOther() {
        defineNorthern();
        Span spring =
                Span.of(Occurred.on(LocalDate.of(2018, 3, 1), ZONE), Occurred.on(LocalDate.of(2018, 5, 31), ZONE));
        claim(AGENCY, new Held.Contested(), spring, LocalDate.of(2018, 6, 1));
        assertThat(controlOn(LocalDate.of(2018, 2, 28))).isEmpty();
        assertThat(controlOn(LocalDate.of(2018, 3, 1))).hasSize(1);
        assertThat(controlOn(LocalDate.of(2018, 5, 31))).hasSize(1);
        assertThat(controlOn(LocalDate.of(2018, 6, 1))).isEmpty();
    }

    @Test
    void aClaimantsLastPublishedWordOnADayCounts() {
        defineNorthern();
        claim(AGENCY, new Held.By(GROUPS), since(LocalDate.of(2018, 1, 1)), LocalDate.of(2018, 1, 2));
        claim(AGENCY, new Held.By(GOVERNMENT), since(LocalDate.of(2019, 9, 1)), LocalDate.of(2019, 9, 2));
        assertThat(controlOn(LocalDate.of(2019, 8, 31)))
                .extracting(known -> known.claim().held())
                .containsExactly(new Held.By(GROUPS));
        assertThat(controlOn(LocalDate.of(2019, 9, 1)))
                .extracting(known -> known.claim().held())
                .containsExactly(new Held.By(GOVERNMENT));
    }

    @Test
    void whatWasPublishedEarlierButRecordedLaterDoesNotTakeTheLastWord() {
        defineNorthern();
        claim(AGENCY, new Held.By(GOVERNMENT), since(LocalDate.of(2019, 9, 1)), LocalDate.of(2019, 9, 2));
        claim(AGENCY, new Held.By(GROUPS), since(LocalDate.of(2018, 1, 1)), LocalDate.of(2018, 1, 2));
        assertThat(controlOn(SEPTEMBER_14))
                .extracting(known -> known.claim().held())
                .containsExactly(new Held.By(GOVERNMENT));
    }

    @Test
    void aYearStaysAYear() {
        defineNorthern();
        claim(AGENCY, new Held.By(GOVERNMENT), Span.since(Occurred.in(Year.of(2018), ZONE)), SEPTEMBER_14);
        assertThat(controlOn(SEPTEMBER_14))
                .singleElement()
                .satisfies(known ->
                        assertThat(known.claim().valid().from().precision()).isEqualTo(TimePrecision.YEAR));
    }

    @Test
    void ofAClaimSinceAYearItIsNotToldWhetherItHadBegunByTheSpring() {
        Span since2018 = Span.since(Occurred.in(Year.of(2018), ZONE));
        assertThat(day(LocalDate.of(2018, 4, 1)).surelyBegun(since2018)).isFalse();
        assertThat(day(LocalDate.of(2018, 12, 30)).surelyBegun(since2018)).isFalse();
        assertThat(day(LocalDate.of(2018, 12, 31)).surelyBegun(since2018)).isTrue();
        assertThat(day(SEPTEMBER_14).surelyBegun(since(SEPTEMBER_14))).isTrue();
    }

    @Test
    void everyClaimAndEveryZoneOnRecordIsListedAsItWasKnown() {
        recordMemorandum();
        define(MAY_2017, part("north", Extent.WHOLE));
        define(LocalDate.of(2018, 8, 1), part("north", Extent.PARTS));
        claim(OBSERVATORY, new Held.By(GROUPS), since(LocalDate.of(2018, 1, 1)), LocalDate.of(2019, 8, 23));
        claim(AGENCY, new Held.By(GROUPS), since(LocalDate.of(2018, 1, 1)), LocalDate.of(2018, 1, 2));
        Instant before = node.clock().instant();
        node.clock().set(before.plusSeconds(60));
        claim(AGENCY, new Held.By(GOVERNMENT), since(SEPTEMBER_14), SEPTEMBER_14);
        assertThat(agreements.claimsOnRecord(DUTY, now(), before))
                .extracting(known -> known.claim().claimant())
                .as("in order of publication")
                .containsExactly(AGENCY, OBSERVATORY);
        assertThat(agreements.claimsOnRecord(DUTY, now(), node.clock().instant()))
                .hasSize(3);
        assertThat(agreements.zonesOnRecord(now(), before)).hasSize(2);
        assertThat(agreements.zonesOnRecord(now(), before.minusSeconds(1))).isEmpty();
    }

    @Test
    void whoHeldItOnADayIsAnsweredAsItWasKnownOnAnother() {
        defineNorthern();
        Instant first = node.clock().instant();
        claim(AGENCY, new Held.By(GROUPS), since(LocalDate.of(2018, 1, 1)), LocalDate.of(2018, 1, 2));
        node.clock().set(Instant.parse("2019-09-20T12:00:00Z"));
        claim(OBSERVATORY, new Held.By(GOVERNMENT), since(LocalDate.of(2018, 6, 1)), LocalDate.of(2019, 9, 20));
        DayAsked inAugust = day(LocalDate.of(2018, 8, 1));
        assertThat(agreements.claims(DUTY, now(), inAugust.asKnownAt(first.minusSeconds(1))))
                .isEmpty();
        assertThat(agreements.claims(DUTY, now(), inAugust.asKnownOn(SEPTEMBER_14)))
                .hasSize(1);
        assertThat(agreements.claims(DUTY, now(), inAugust.asKnownOn(LocalDate.of(2019, 9, 20))))
                .hasSize(2);
        try (Reading past = node.journal().asOf(first, Progress.SILENT)) {
            assertThat(agreements.claims(DUTY, past, inAugust)).hasSize(1);
        }
    }

    @Test
    void aCorrectedClaimStaysWhatWasKnownBefore() {
        defineNorthern();
        ActId wrong = claim(AGENCY, new Held.By(GROUPS), since(SEPTEMBER_14), SEPTEMBER_14);
        Instant before = node.clock().instant();
        node.clock().set(before.plusSeconds(60));
        var right = new ControlClaim(
                ZONE_OF_NORTH, new Held.By(GOVERNMENT), since(SEPTEMBER_14), AGENCY, published(SEPTEMBER_14));
        agreements.correct(DUTY, node.act(), ClaimId.of(wrong), right);
        assertThat(controlOn(SEPTEMBER_14)).extracting(KnownClaim::claim).containsExactly(right);
        assertThat(agreements.claims(DUTY, now(), day(SEPTEMBER_14).asKnownAt(before)))
                .extracting(known -> known.claim().held())
                .containsExactly(new Held.By(GROUPS));
        assertRefused("agreement.claim-unknown", () -> agreements.correct(DUTY, node.act(), ClaimId.of(wrong), right));
    }

    @Test
    void aClaimIsCorrectedByItsClaimantAlone() {
        defineNorthern();
        ActId first = claim(AGENCY, new Held.By(GROUPS), since(SEPTEMBER_14), SEPTEMBER_14);
        var others = new ControlClaim(
                ZONE_OF_NORTH, new Held.Unknown(), since(SEPTEMBER_14), OBSERVATORY, published(SEPTEMBER_14));
        assertRefused(
                "agreement.claim-of-another", () -> agreements.correct(DUTY, node.act(), ClaimId.of(first), others));
    }

    @Test
    void aClaimOnAnAreaIsNoneOnTheZoneItLiesIn() {
        defineNorthern();
        agreements.claim(
                DUTY,
                node.act(),
                new ControlClaim(
                        new Territory.OfArea(new AreaId("north")),
                        new Held.By(GOVERNMENT),
                        since(MAY_2017),
                        AGENCY,
                        published(SEPTEMBER_14)));
        assertThat(controlOn(SEPTEMBER_14)).isEmpty();
        assertThat(agreements.claims(DUTY, now(), day(SEPTEMBER_14))).hasSize(1);
    }

    @Test
    void aCorridorIsAssuredOnlyByEveryRelevantPartysPromise() {
        assure(GOVERNMENT, AssuranceStatus.GIVEN, since(LocalDate.of(2019, 9, 13)), SEPTEMBER_14);
        assertThat(assuredAt("2019-09-14T12:00:00Z")).isInstanceOfSatisfying(Assured.NotByAll.class, not -> {
            assertThat(not.given()).isEqualTo(1);
            assertThat(not.of()).isEqualTo(2);
            assertThat(not.parties())
                    .extracting(PartyAssurance::standing)
                    .containsExactly(Standing.GIVEN, Standing.NOT_RECORDED);
        });
        assure(GROUPS, AssuranceStatus.GIVEN, since(SEPTEMBER_14), SEPTEMBER_14);
        assertThat(assuredAt("2019-09-14T12:00:00Z")).isInstanceOf(Assured.ByAll.class);
    }

    @Test
    void aPromiseThatRunsOutAssuresUpToThatInstantAndNoLonger() {
        assure(GOVERNMENT, AssuranceStatus.GIVEN, since(SEPTEMBER_14), SEPTEMBER_14);
        Instant end = Instant.parse("2019-09-14T18:00:00Z");
        Span untilNine = Span.of(Occurred.on(SEPTEMBER_14, ZONE), Occurred.between(end.minusSeconds(60), end, ZONE));
        assure(GROUPS, AssuranceStatus.GIVEN, untilNine, SEPTEMBER_14);
        assertThat(assuredAt("2019-09-14T17:59:59.999999Z")).isInstanceOf(Assured.ByAll.class);
        assertThat(assuredAt("2019-09-14T18:00:00Z").parties())
                .extracting(PartyAssurance::standing)
                .containsExactly(Standing.GIVEN, Standing.EXPIRED);
        assertThat(assuredAt("2019-09-14T18:00:00Z")).isInstanceOf(Assured.NotByAll.class);
    }

    @Test
    void aPromiseWithdrawnCountsNoLonger() {
        assure(GOVERNMENT, AssuranceStatus.GIVEN, since(SEPTEMBER_14), SEPTEMBER_14);
        assure(GROUPS, AssuranceStatus.GIVEN, since(SEPTEMBER_14), SEPTEMBER_14);
        assure(
                GROUPS,
                AssuranceStatus.WITHDRAWN,
                Span.since(Occurred.at(Instant.parse("2019-09-15T06:00:00Z"), ZONE)),
                LocalDate.of(2019, 9, 15));
        assertThat(assuredAt("2019-09-15T05:59:00Z")).isInstanceOf(Assured.ByAll.class);
        assertThat(assuredAt("2019-09-15T06:00:00Z").parties())
                .extracting(PartyAssurance::standing)
                .containsExactly(Standing.GIVEN, Standing.WITHDRAWN);
    }

    @Test
    void whereNoPartyIsRelevantNothingIsAssured() {
        assertThat(agreements.assured(DUTY, now(), ROAD, List.of(), node.clock().instant()))
                .isEqualTo(new Assured.NotByAll(0, 0, List.of()));
    }

    @Test
    void anAssuranceRecordedWronglyIsCorrected() {
        ActId wrong = assure(GOVERNMENT, AssuranceStatus.GIVEN, since(SEPTEMBER_14), SEPTEMBER_14);
        agreements.correct(
                COORDINATION,
                node.act(),
                ClaimId.of(wrong),
                new Assurance(ROAD, GOVERNMENT, AssuranceStatus.UNKNOWN, since(SEPTEMBER_14), published(SEPTEMBER_14)));
        assertThat(assuredAt("2019-09-14T12:00:00Z").parties().getFirst().standing())
                .isEqualTo(Standing.UNKNOWN);
        assertThat(agreements.assurances(DUTY, now(), ROAD)).hasSize(1);
    }

    @Test
    void aClaimUnderTheWrongClaimantIsWithdrawnAndStaysWhatWasKnownBefore() {
        defineNorthern();
        ClaimId wrong = ClaimId.of(claim(AGENCY, new Held.By(GROUPS), since(SEPTEMBER_14), SEPTEMBER_14));
        claim(OBSERVATORY, new Held.Contested(), since(SEPTEMBER_14), SEPTEMBER_14);
        Instant before = node.clock().instant();
        node.clock().set(before.plusSeconds(60));
        agreements.withdrawControl(DUTY, node.act(), wrong, WithdrawalReason.WRONG_CLAIMANT);
        assertThat(controlOn(SEPTEMBER_14))
                .extracting(known -> known.claim().claimant())
                .containsExactly(OBSERVATORY);
        assertThat(agreements.claims(DUTY, now(), day(SEPTEMBER_14).asKnownAt(before)))
                .extracting(known -> known.withdrawn().map(Withdrawal::reason))
                .containsExactly(Optional.of(WithdrawalReason.WRONG_CLAIMANT), Optional.empty());
        assertThat(agreements.claim(DUTY, now(), wrong).orElseThrow().withdrawn())
                .isPresent();
        assertRefused(
                "places.withdrawn-before",
                () -> agreements.withdrawControl(DUTY, node.act(), wrong, WithdrawalReason.NOT_SAID));
        assertRefused(
                "agreement.claim-unknown",
                () -> agreements.withdrawControl(DUTY, node.act(), ClaimId.of(node.act()), WithdrawalReason.NOT_SAID));
    }

    @Test
    void anAssuranceThatNobodyGaveIsWithdrawnWhichIsNotThePartyTakingItBack() {
        ClaimId wrong = ClaimId.of(assure(GOVERNMENT, AssuranceStatus.GIVEN, since(SEPTEMBER_14), SEPTEMBER_14));
        assertRefused(
                "agreement.claim-unknown",
                () -> agreements.withdrawControl(DUTY, node.act(), wrong, WithdrawalReason.NOT_SAID));
        agreements.withdrawAssurance(COORDINATION, node.act(), wrong, WithdrawalReason.NOT_SAID);
        assertThat(assuredAt("2019-09-14T12:00:00Z").parties().getFirst().standing())
                .isEqualTo(Standing.NOT_RECORDED);
        assertThat(agreements.assurances(DUTY, now(), ROAD)).isEmpty();
        assertThat(agreements.assurance(DUTY, now(), wrong).orElseThrow().withdrawn())
                .map(Withdrawal::reason)
                .contains(WithdrawalReason.NOT_SAID);
    }

    @Test
    void whatIsNotOnRecordIsRefusedByName() {
        recordMemorandum();
        assertRefused("agreement.zone-unknown", () -> claim(AGENCY, new Held.By(GROUPS), since(MAY_2017), MAY_2017));
        define(MAY_2017, part("north", Extent.WHOLE));
        var nobody = new PartyId("nobody");
        assertRefused("agreement.party-unknown", () -> claim(nobody, new Held.Unknown(), since(MAY_2017), MAY_2017));
        assertRefused("agreement.party-unknown", () -> claim(AGENCY, new Held.By(nobody), since(MAY_2017), MAY_2017));
        assertRefused(
                "agreement.party-unknown", () -> assure(nobody, AssuranceStatus.GIVEN, since(MAY_2017), MAY_2017));
        assertRefused("geo.area-unknown", () -> define(MAY_2017, part("nowhere", Extent.WHOLE)));
        assertRefused(
                "agreement.area-twice",
                () -> define(MAY_2017, part("north", Extent.WHOLE), part("north", Extent.PARTS)));
        assertRefused("agreement.zone-without-areas", () -> define(MAY_2017));
        assertRefused(
                "agreement.agreement-unknown",
                () -> agreements.define(
                        COORDINATION,
                        node.act(),
                        new Zone(
                                NORTHERN,
                                new AgreementId("another"),
                                Names.of(Language.EN, "Northern zone"),
                                List.of(part("north", Extent.WHOLE)),
                                since(MAY_2017),
                                published(MAY_2017))));
    }

    @Test
    void aClaimOfHoldingNamesAPartyAndOneOfNotKnowingNamesNone() {
        assertRefused("agreement.holder-missing", () -> Held.of(Relation.HELD_BY, Optional.empty()));
        assertRefused("agreement.holder-too-many", () -> Held.of(Relation.CONTESTED, Optional.of(GROUPS)));
        assertThat(Held.of(Relation.UNKNOWN, Optional.empty())).isEqualTo(new Held.Unknown());
    }

    @Test
    void eachDeedIsDoneAndEachReadingReadByThoseWhoMay() {
        defineNorthern();
        for (Role role : Role.values()) {
            var actor = new Actor(new AccountId("somebody"), Set.of(role));
            assertGuarded(
                    actor,
                    Deed.RECORD_AGREEMENT,
                    () -> agreements.name(
                            actor,
                            node.act(),
                            new Party(
                                    GROUPS,
                                    PartyKind.ARMED_GROUPS,
                                    Names.of(Language.EN, "groups"),
                                    Optional.empty())));
            assertGuarded(
                    actor,
                    Deed.RECORD_CONTROL,
                    () -> agreements.claim(
                            actor,
                            node.act(),
                            new ControlClaim(
                                    ZONE_OF_NORTH, new Held.Unknown(), since(MAY_2017), AGENCY, published(MAY_2017))));
            assertGuarded(
                    actor,
                    Deed.RECORD_ASSURANCE,
                    () -> agreements.assure(
                            actor,
                            node.act(),
                            new Assurance(
                                    ROAD, GROUPS, AssuranceStatus.UNKNOWN, since(MAY_2017), published(MAY_2017))));
            assertGuarded(actor, Deed.READ_MAP, () -> agreements.control(actor, now(), ZONE_OF_NORTH, day(MAY_2017)));
            assertGuarded(
                    actor,
                    Deed.READ_MAP,
                    () -> agreements.claimsOnRecord(actor, now(), node.clock().instant()));
            assertGuarded(
                    actor,
                    Deed.READ_BOARD,
                    () -> agreements.assured(
                            actor, now(), ROAD, List.of(GROUPS), node.clock().instant()));
        }
    }

    @Test
    void everythingIsRemadeFromTheJournalAsItWas() {
        aCorrectedClaimStaysWhatWasKnownBefore();
        anAssuranceRecordedWronglyIsCorrected();
        ClaimId withdrawn = ClaimId.of(claim(OBSERVATORY, new Held.Unknown(), since(SEPTEMBER_14), SEPTEMBER_14));
        agreements.withdrawControl(DUTY, node.act(), withdrawn, WithdrawalReason.WRONG_PLACE);
        define(MAY_2017, part("west", Extent.PARTS));
        assertThat(node.journal().rebuild(Progress.SILENT).same()).isTrue();
        assertThat(controlOn(SEPTEMBER_14)).hasSize(1);
    }

    @Test
    void whatWasWrittenIsReadForEver() {
        Golden.holds(Agreements.chapter());
    }

    private void recordMemorandum() {
        agreements.record(
                COORDINATION,
                node.act(),
                new Agreement(
                        MEMORANDUM,
                        Names.of(Language.EN, "Memorandum"),
                        Occurred.on(LocalDate.of(2017, 5, 4), ZONE),
                        List.of(OBSERVATORY, GOVERNMENT, AGENCY),
                        Optional.of(new Term(6, Extension.AUTO_BY_CONSENSUS)),
                        published(MAY_2017)));
    }

    private void defineNorthern() {
        recordMemorandum();
        define(MAY_2017, part("north", Extent.WHOLE));
    }

    private void define(LocalDate from, AreaPart... parts) {
        agreements.define(
                COORDINATION,
                node.act(),
                new Zone(
                        NORTHERN,
                        MEMORANDUM,
                        Names.of(Language.EN, "Northern zone"),
                        List.of(parts),
                        since(from),
                        published(from)));
    }

    private ActId claim(PartyId claimant, Held held, Span valid, LocalDate publishedOn) {
        ActId act = node.act();
        agreements.claim(DUTY, act, new ControlClaim(ZONE_OF_NORTH, held, valid, claimant, published(publishedOn)));
        return act;
    }

    private ActId assure(PartyId party, AssuranceStatus status, Span valid, LocalDate publishedOn) {
        ActId act = node.act();
        agreements.assure(COORDINATION, act, new Assurance(ROAD, party, status, valid, published(publishedOn)));
        return act;
    }

    private List<KnownClaim> controlOn(LocalDate day) {
        return switch (agreements.control(DUTY, now(), ZONE_OF_NORTH, day(day))) {
            case Control.Claimed(List<KnownClaim> claims) -> claims;
            case Control.NobodyHasClaimed() -> List.of();
        };
    }

    private List<AreaPart> partsOn(LocalDate day) {
        return agreements.zones(now(), day(day)).getFirst().parts();
    }

    private Assured assuredAt(String instant) {
        return agreements.assured(DUTY, now(), ROAD, List.of(GOVERNMENT, GROUPS), Instant.parse(instant));
    }

    private Reading now() {
        return node.journal().now();
    }

    private static DayAsked day(LocalDate day) {
        return DayAsked.of(day, ZONE);
    }

    private static Span since(LocalDate day) {
        return Span.since(Occurred.on(day, ZONE));
    }

    private static AreaPart part(String area, Extent extent) {
        return new AreaPart(new AreaId(area), extent);
    }

    private static void assertRefused(String code, Runnable deed) {
        assertThatThrownBy(deed::run)
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo(code));
    }

    private static void assertGuarded(Actor actor, Deed deed, Runnable act) {
        if (actor.may(deed)) act.run();
        else assertThatThrownBy(act::run).as("%s %s", actor.roles(), deed).isInstanceOf(NotPermitted.class);
    }
}
