// SPDX-License-Identifier: Apache-2.0
package org.clearway.ceasefire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clearway.agreement.Setting.DUTY;
import static org.clearway.agreement.Setting.ZONE;
import static org.clearway.agreement.Setting.published;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.Deed;
import org.clearway.access.NotPermitted;
import org.clearway.access.Role;
import org.clearway.agreement.Agreements;
import org.clearway.agreement.PartyId;
import org.clearway.agreement.Setting;
import org.clearway.journal.ActId;
import org.clearway.journal.FreeText;
import org.clearway.journal.Golden;
import org.clearway.journal.Progress;
import org.clearway.journal.Reading;
import org.clearway.journal.TestNode;
import org.clearway.journal.Unsealed;
import org.clearway.language.Problem;
import org.clearway.places.Places;
import org.clearway.places.Withdrawal;
import org.clearway.places.WithdrawalReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgersTest {
    private static final LocalDate DAY = LocalDate.of(2019, 9, 14);

    @TempDir
    Path folder;

    private TestNode node;
    private Ledgers ledgers;

    @BeforeEach
    void open() {
        node = TestNode.in(folder.resolve("node"), Places.chapter(), Agreements.chapter(), Ledgers.chapter());
        ledgers = new Ledgers(node.journal());
        Setting.areas(node, "north", "south", "west", "east");
        Setting.parties(node, "r", "t", "centre");
    }

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void reportersLedgersOfADayStandSideBySideAsStated() {
        state(Told.past24Hours(DAY, "t", "31", "south 13, east 10, north 2, west 6"));
        state(Told.past24Hours(DAY, "r", "34", "north 6, west 11, south 13, east 4"));
        assertThat(day(DAY))
                .extracting(Ledger::stated)
                .containsExactly(
                        Told.past24Hours(DAY, "r", "34", "north 6, west 11, south 13, east 4"),
                        Told.past24Hours(DAY, "t", "31", "south 13, east 10, north 2, west 6"));
    }

    @Test
    void anUnknownIsNotFilledInFromAnothersLedger() {
        Stated centre = Told.naming(
                new Stated(
                        new PartyId("centre"),
                        new Covers(Stretch.CALENDAR_DAY, DAY.minusDays(1), ZONE),
                        CountingUnit.CASE_OF_FIRE,
                        Optional.of(new Count(34)),
                        List.of(),
                        true,
                        List.of(),
                        published(DAY)),
                "north",
                "west",
                "south",
                "east");
        state(centre);
        state(Told.past24Hours(DAY, "r", "34", "north 6, west 11, south 13, east 4"));
        Ledger told = day(DAY).getFirst();
        assertThat(told.stated()).isEqualTo(centre);
        assertThat(told.sumCheck()).isEqualTo(new SumCheck.PartsNotStated());
        assertThat(Ledgers.compare(day(DAY)))
                .extracting(EqualTotals::likeness)
                .containsExactly(Likeness.NOT_COMPARABLE);
    }

    @Test
    void aTotalThatDoesNotAgreeWithItsPartsIsKeptAsStated() {
        state(Told.past24Hours(DAY, "t", "8", "south 1, west 4, east 1, north 1"));
        assertThat(day(DAY)).singleElement().satisfies(ledger -> {
            assertThat(ledger.stated().total()).contains(new Count(8));
            assertThat(ledger.sumCheck()).isEqualTo(new SumCheck.Differs(new Count(8), 7));
        });
    }

    @Test
    void aLedgerIsFoundUnderItsDayOfPublicationAndNotUnderTheDayItCovers() {
        state(new Stated(
                new PartyId("centre"),
                new Covers(Stretch.CALENDAR_DAY, DAY.minusDays(1), ZONE),
                CountingUnit.CASE_OF_FIRE,
                Optional.of(new Count(34)),
                List.of(),
                true,
                List.of(),
                published(DAY)));
        assertThat(day(DAY)).hasSize(1);
        assertThat(day(DAY.minusDays(1))).isEmpty();
        assertThat(ledgers.days(DUTY, now())).containsExactly(DAY);
    }

    @Test
    void zeroIsAFigure() {
        state(Told.past24Hours(DAY, "t", "0", ""));
        assertThat(day(DAY).getFirst().stated().total()).contains(new Count(0));
    }

    @Test
    void theSameTimeStatedTwiceByOneReporterIsToBeACorrection() {
        ActId first = state(Told.past24Hours(DAY, "r", "34", ""));
        assertThatThrownBy(() -> state(Told.past24Hours(DAY, "r", "35", "")))
                .isInstanceOfSatisfying(Problem.class, p -> {
                    assertThat(p.code()).isEqualTo("ceasefire.stated-twice");
                    assertThat(p.details())
                            .containsEntry("reporter", "r")
                            .containsEntry("day", "2019-09-14")
                            .containsEntry("ledger", first.toString());
                });
        state(Told.in(CountingUnit.INCIDENT, Told.past24Hours(DAY, "r", "35", "")));
        state(Told.past24Hours(DAY, "t", "34", ""));
        assertThat(day(DAY)).hasSize(3);
    }

    @Test
    void theSameActIsOneLedgerHoweverOftenItIsSent() {
        ActId act = node.act();
        Stated stated = Told.past24Hours(DAY, "r", "34", "");
        ledgers.state(DUTY, act, stated, Optional.empty());
        assertThat(ledgers.state(DUTY, act, stated, Optional.empty()).repeated())
                .isTrue();
        assertThat(day(DAY)).hasSize(1);
    }

    @Test
    void aCorrectionNamesWhatItCorrectsAndTheErrorStaysWhatWasKnownBefore() {
        LedgerId wrong = LedgerId.of(state(Told.past24Hours(DAY, "r", "43", "")));
        Instant before = node.clock().instant();
        node.clock().set(before.plusSeconds(3600));
        ActId act = node.act();
        ledgers.correct(DUTY, act, wrong, Told.past24Hours(DAY, "r", "34", ""), Optional.empty());

        assertThat(day(DAY)).singleElement().satisfies(ledger -> {
            assertThat(ledger.id()).isEqualTo(LedgerId.of(act));
            assertThat(ledger.corrects()).contains(wrong);
            assertThat(ledger.stated().total()).contains(new Count(34));
        });
        assertThat(ledgers.day(DUTY, now(), DAY, before)).extracting(Ledger::id).containsExactly(wrong);
        assertThat(ledgers.day(DUTY, now(), DAY, before.minusSeconds(1))).isEmpty();
        try (Reading past = node.journal().asOf(before, Progress.SILENT)) {
            assertThat(ledgers.day(DUTY, past, DAY))
                    .extracting(ledger -> ledger.stated().total())
                    .containsExactly(Optional.of(new Count(43)));
        }
        assertThat(ledgers.ledger(DUTY, now(), wrong).orElseThrow().knownTo()).contains(before.plusSeconds(3600));
        assertThat(node.journal().rebuild(Progress.SILENT).same()).isTrue();
    }

    @Test
    void aLedgerIsCorrectedOnceAndByItsOwnReporterAlone() {
        LedgerId wrong = LedgerId.of(state(Told.past24Hours(DAY, "r", "43", "")));
        Stated right = Told.past24Hours(DAY, "r", "34", "");
        assertRefused(
                "ceasefire.ledger-of-another",
                () -> ledgers.correct(DUTY, node.act(), wrong, Told.past24Hours(DAY, "t", "34", ""), Optional.empty()));
        ledgers.correct(DUTY, node.act(), wrong, right, Optional.empty());
        assertRefused(
                "ceasefire.corrected-before", () -> ledgers.correct(DUTY, node.act(), wrong, right, Optional.empty()));
        assertRefused(
                "ceasefire.ledger-unknown",
                () -> ledgers.correct(DUTY, node.act(), LedgerId.of(node.act()), right, Optional.empty()));
    }

    @Test
    void aCorrectionDoesNotTakeTheTimeOfAnotherLedger() {
        state(Told.past24Hours(DAY, "r", "34", ""));
        LedgerId other = LedgerId.of(state(Told.past24Hours(DAY.plusDays(1), "r", "30", "")));
        assertRefused(
                "ceasefire.stated-twice",
                () -> ledgers.correct(DUTY, node.act(), other, Told.past24Hours(DAY, "r", "30", ""), Optional.empty()));
    }

    @Test
    void aLedgerRecordedUnderTheWrongReporterIsWithdrawnAndStaysWhatWasKnownBefore() {
        LedgerId wrong = LedgerId.of(state(Told.past24Hours(DAY, "r", "31", "west 31")));
        Instant before = node.clock().instant();
        node.clock().set(before.plusSeconds(60));
        ledgers.withdraw(DUTY, node.act(), wrong, WithdrawalReason.WRONG_CLAIMANT);
        var withdrawn = new Withdrawal(
                WithdrawalReason.WRONG_CLAIMANT, node.clock().instant().truncatedTo(ChronoUnit.MICROS));
        assertThat(day(DAY)).isEmpty();
        assertThat(ledgers.days(DUTY, now())).isEmpty();
        assertThat(ledgers.day(DUTY, now(), DAY, before))
                .singleElement()
                .satisfies(ledger -> assertThat(ledger.withdrawn()).contains(withdrawn))
                .satisfies(ledger -> assertThat(ledger.knownTo()).contains(withdrawn.at()));
        Stated right = Told.past24Hours(DAY, "t", "31", "west 31");
        state(right);
        state(Told.past24Hours(DAY, "r", "34", ""));
        assertThat(day(DAY)).hasSize(2).allMatch(ledger -> ledger.withdrawn().isEmpty());
        assertThat(node.journal().rebuild(Progress.SILENT).same()).isTrue();
    }

    @Test
    void whatIsWithdrawnIsNeitherWithdrawnAgainNorCorrected() {
        LedgerId wrong = LedgerId.of(state(Told.past24Hours(DAY, "r", "31", "")));
        ledgers.withdraw(DUTY, node.act(), wrong, WithdrawalReason.ENTERED_TWICE);
        assertRefused(
                "places.withdrawn-before", () -> ledgers.withdraw(DUTY, node.act(), wrong, WithdrawalReason.NOT_SAID));
        assertRefused(
                "places.withdrawn-before",
                () -> ledgers.correct(DUTY, node.act(), wrong, Told.past24Hours(DAY, "r", "30", ""), Optional.empty()));
        assertRefused(
                "ceasefire.ledger-unknown",
                () -> ledgers.withdraw(DUTY, node.act(), LedgerId.of(node.act()), WithdrawalReason.NOT_SAID));
        LedgerId corrected = LedgerId.of(state(Told.past24Hours(DAY, "t", "31", "")));
        ledgers.correct(DUTY, node.act(), corrected, Told.past24Hours(DAY, "t", "30", ""), Optional.empty());
        assertRefused(
                "ceasefire.corrected-before",
                () -> ledgers.withdraw(DUTY, node.act(), corrected, WithdrawalReason.NOT_SAID));
    }

    @Test
    void whatIsNotOnRecordIsRefusedByName() {
        assertRefused("agreement.party-unknown", () -> state(Told.past24Hours(DAY, "nobody", "1", "")));
        assertRefused("geo.area-unknown", () -> state(Told.past24Hours(DAY, "r", "1", "nowhere 1")));
        assertRefused("geo.area-unknown", () -> state(Told.naming(Told.past24Hours(DAY, "r", "1", ""), "nowhere")));
        assertThat(day(DAY)).isEmpty();
    }

    @Test
    void aFigureIsComparedWithTheSameReportersPeriodBeforeAndWithNoOthers() {
        state(Told.past24Hours(DAY.minusDays(1), "r", "37", ""));
        state(Told.past24Hours(DAY.minusDays(1), "t", "25", ""));
        state(Told.in(CountingUnit.INCIDENT, Told.past24Hours(DAY.minusDays(1), "r", "3", "")));
        state(Told.past24Hours(DAY.minusDays(5), "r", "20", ""));
        state(Told.past24Hours(DAY, "r", "34", ""));
        Ledger today = day(DAY).getFirst();
        assertThat(ledgers.previous(DUTY, now(), today).orElseThrow().stated().total())
                .contains(new Count(37));
        Ledger first = day(DAY.minusDays(5)).getFirst();
        assertThat(ledgers.previous(DUTY, now(), first)).isEmpty();
    }

    @Test
    void equalTotalsOverDifferentPlacesAreFlagged() {
        state(Told.past24Hours(DAY, "r", "9", "west 9"));
        state(Told.past24Hours(DAY, "t", "9", "west 1, east 8"));
        assertThat(Ledgers.compare(day(DAY)))
                .extracting(EqualTotals::likeness)
                .containsExactly(Likeness.DIFFERENT_PLACES);
    }

    @Test
    void equalTotalsAreComparedNoFurtherThanWhatIsStated() {
        state(Told.past24Hours(DAY, "r", "9", "west 9, east 0"));
        state(Told.past24Hours(DAY, "t", "9", "west 9"));
        state(Told.past24Hours(DAY, "centre", "9", ""));
        assertThat(Ledgers.compare(day(DAY)))
                .extracting(pair -> pair.one().stated().reporter() + " "
                        + pair.other().stated().reporter() + " " + pair.likeness())
                .containsExactly("centre r PLACES_NOT_COUNTED", "centre t PLACES_NOT_COUNTED", "r t SAME_COUNTS");
    }

    @Test
    void differentTotalsAndTwoZerosAreNotFlagged() {
        state(Told.past24Hours(DAY, "r", "9", ""));
        state(Told.past24Hours(DAY, "t", "0", ""));
        state(Told.past24Hours(DAY, "centre", "0", ""));
        assertThat(Ledgers.compare(day(DAY))).isEmpty();
    }

    @Test
    void aNoteIsReadableByThoseWhoMayAndNowhereInTheFiles() throws Exception {
        ActId act = node.act();
        var note = new FreeText("canary: the second figure was read out over the radio");
        ledgers.state(DUTY, act, Told.past24Hours(DAY, "r", "34", ""), Optional.of(note));
        assertThat(day(DAY).getFirst().hasNote()).isTrue();
        assertThat(ledgers.readNote(DUTY, node.act(), LedgerId.of(act))).isEqualTo(new Unsealed.Opened<>(note));
        LedgerId bare = LedgerId.of(state(Told.past24Hours(DAY, "t", "31", "")));
        assertRefused("ceasefire.no-note", () -> ledgers.readNote(DUTY, node.act(), bare));
        assertThat(node.journal().rebuild(Progress.SILENT).same()).isTrue();
        node.journal().close();
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain("canary");
            }
        }
        node.reopen();
    }

    @Test
    void aNoteIsGoneAfterItsTimeAndTheLedgerStays() {
        ActId act = node.act();
        ledgers.state(DUTY, act, Told.past24Hours(DAY, "r", "34", ""), Optional.of(new FreeText("by radio")));
        node.clock().set(Instant.parse("2020-01-01T00:00:00Z"));
        node.journal().destroyExpired();
        assertThat(ledgers.readNote(DUTY, node.act(), LedgerId.of(act))).isEqualTo(new Unsealed.Erased<FreeText>());
        assertThat(day(DAY)).hasSize(1);
    }

    @Test
    void eachDeedIsDoneAndEachReadingReadByThoseWhoMay() {
        ActId noted = node.act();
        ledgers.state(DUTY, noted, Told.past24Hours(DAY, "r", "34", ""), Optional.of(new FreeText("by radio")));
        Ledger ledger = day(DAY).getFirst();
        for (Role role : Role.values()) {
            var actor = new Actor(new AccountId("somebody"), Set.of(role));
            LocalDate another = DAY.plusDays(1 + role.ordinal());
            assertGuarded(
                    actor,
                    Deed.RECORD_LEDGER,
                    () -> ledgers.state(actor, node.act(), Told.past24Hours(another, "r", "1", ""), Optional.empty()));
            assertGuarded(
                    actor,
                    Deed.RECORD_LEDGER,
                    () -> ledgers.correct(
                            actor,
                            node.act(),
                            newest(another),
                            Told.past24Hours(another, "r", "2", ""),
                            Optional.empty()));
            assertGuarded(
                    actor,
                    Deed.RECORD_LEDGER,
                    () -> ledgers.withdraw(actor, node.act(), newest(another), WithdrawalReason.NOT_SAID));
            assertGuarded(actor, Deed.READ_LEDGERS, () -> ledgers.day(actor, now(), DAY));
            assertGuarded(actor, Deed.READ_LEDGERS, () -> ledgers.day(actor, now(), DAY, Instant.EPOCH));
            assertGuarded(actor, Deed.READ_LEDGERS, () -> ledgers.days(actor, now()));
            assertGuarded(actor, Deed.READ_LEDGERS, () -> ledgers.ledger(actor, now(), ledger.id()));
            assertGuarded(actor, Deed.READ_LEDGERS, () -> ledgers.previous(actor, now(), ledger));
            assertGuarded(
                    actor, Deed.READ_RESTRICTED_NOTES, () -> ledgers.readNote(actor, node.act(), LedgerId.of(noted)));
        }
    }

    @Test
    void whatWasWrittenIsReadForEver() {
        Golden.holds(Ledgers.chapter());
    }

    private LedgerId newest(LocalDate day) {
        return day(day).stream().map(Ledger::id).findFirst().orElse(LedgerId.of(node.act()));
    }

    private ActId state(Stated stated) {
        ActId act = node.act();
        ledgers.state(DUTY, act, stated, Optional.empty());
        return act;
    }

    private List<Ledger> day(LocalDate published) {
        return ledgers.day(DUTY, now(), published);
    }

    private Reading now() {
        return node.journal().now();
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
