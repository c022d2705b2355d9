// SPDX-License-Identifier: Apache-2.0
package org.clearway.arms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clearway.arms.Armoury.BUNKER;
import static org.clearway.arms.Armoury.CARTRIDGES;
import static org.clearway.arms.Armoury.DETONATORS;
import static org.clearway.arms.Armoury.HANDS;
import static org.clearway.arms.Armoury.LOT;
import static org.clearway.arms.Armoury.ONE;
import static org.clearway.arms.Armoury.PIT;
import static org.clearway.arms.Armoury.PLAIN;
import static org.clearway.arms.Armoury.POINT;
import static org.clearway.arms.Armoury.RACK;
import static org.clearway.arms.Armoury.RIFLE;
import static org.clearway.language.Refusal.refused;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.clearway.access.Actor;
import org.clearway.access.NotPermitted;
import org.clearway.access.Role;
import org.clearway.journal.Chapter;
import org.clearway.journal.DayBook;
import org.clearway.journal.Golden;
import org.clearway.language.Base32;
import org.clearway.language.Language;
import org.clearway.language.Names;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people lay down, from the table to its end, in the hands of two at each step.
class WeaponsTest {
    @TempDir
    Path folder;

    private Armoury desk;
    private Weapons weapons;

    @BeforeEach
    void open() {
        desk = new Armoury(folder.resolve("node"), 1);
        weapons = desk.weapons;
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void everyBodyIsReadAndWrittenAsItWasAtFirst() {
        Golden.holds(Chapter.of("arms", Weapons.kinds()));
    }

    @Test
    void anItemGoesFromTheTableToItsStoreAndToItsEndAndEachStepHasTwoHands() {
        ItemTag tag = desk.stored(RIFLE);
        weapons.destroy(HANDS, desk.request(), tag, WayDestroyed.CUT);
        desk.reopen();
        weapons = desk.weapons;
        Item item = desk.item(tag);
        assertThat(item.steps())
                .extracting(Item.Step::state)
                .containsExactly(
                        ItemState.HANDED_OVER,
                        ItemState.MADE_SAFE,
                        ItemState.REGISTERED,
                        ItemState.STORED,
                        ItemState.DESTROYED);
        assertThat(item.steps())
                .allSatisfy(step -> assertThat(step.hands()).hasSize(2))
                .allSatisfy(step -> assertThat(step.day()).isEqualTo(LocalDate.of(2019, 9, 14)));
        assertThat(item.weapon()).contains(PLAIN);
        assertThat(item.at()).isEqualTo(RACK);
    }

    @Test
    void noStepIsLeftOutAndNoneIsDoneTwice() {
        ItemTag tag = desk.takenIn(RIFLE);
        refused("arms.not-now", () -> weapons.register(HANDS, desk.request(), tag, PLAIN));
        refused("arms.not-now", () -> weapons.store(HANDS, desk.request(), tag, RACK));
        refused("arms.not-now", () -> weapons.transfer(HANDS, desk.request(), tag, TransferTo.MISSION));
        weapons.check(HANDS, desk.request(), tag, AmmunitionHazard.SAFE_TO_MOVE);
        refused("arms.not-now", () -> weapons.check(HANDS, desk.request(), tag, AmmunitionHazard.SAFE_TO_MOVE));
        weapons.register(HANDS, desk.request(), tag, PLAIN);
        weapons.store(HANDS, desk.request(), tag, RACK);
        weapons.reportLost(HANDS, desk.request(), tag, WayLost.TAKEN_BY_FORCE);
        refused("arms.not-now", () -> weapons.destroy(HANDS, desk.request(), tag, WayDestroyed.CUT));
        refused(
                "arms.item-unknown",
                () -> weapons.destroy(HANDS, desk.request(), new ItemTag("00000000"), WayDestroyed.CUT));
    }

    @Test
    void nobodyDoesAnythingAloneAndNobodyElseDoesAnything() {
        refused("arms.same-hand", () -> new Hands(ONE, ONE));
        for (Role role : Role.values()) {
            if (role == Role.ARMS) continue;
            Actor other = Armoury.desk("other-1", role);
            for (Hands hands : List.of(new Hands(ONE, other), new Hands(other, ONE))) {
                assertThatThrownBy(() -> weapons.takeIn(hands, desk.request(), POINT, List.of(RIFLE)))
                        .isInstanceOf(NotPermitted.class);
            }
            assertThatThrownBy(() -> weapons.items(other)).isInstanceOf(NotPermitted.class);
        }
        assertThat(weapons.items(ONE)).isEmpty();
    }

    @Test
    void whatIsNotSafeIsNotTakenInNotRegisteredAndLeavesNothing() {
        int before = desk.book.lines().size();
        var unsafe = new HandedOver(new What.Ammunition(AmmunitionKind.GRENADES), AmmunitionHazard.UNSAFE_DO_NOT_MOVE);
        refused("arms.unsafe", () -> weapons.takeIn(HANDS, desk.request(), POINT, List.of(RIFLE, unsafe)));
        assertThat(desk.book.lines()).hasSize(before);
        ItemTag tag = desk.takenIn(CARTRIDGES);
        assertThat(weapons.check(HANDS, desk.request(), tag, AmmunitionHazard.UNSAFE_DO_NOT_MOVE))
                .isEqualTo(new SafeCheck.CallTechnician());
        assertThat(desk.item(tag).state()).isEqualTo(ItemState.HANDED_OVER);
        weapons.check(HANDS, desk.request(), tag, AmmunitionHazard.SAFE_TO_MOVE);
        var rusty = new Ammunition(
                Optional.empty(), 3, Optional.empty(), AmmunitionHazard.UNSAFE_DO_NOT_MOVE, Optional.empty());
        refused("arms.unsafe", () -> weapons.register(HANDS, desk.request(), tag, rusty));
        assertThat(desk.item(tag).state()).isEqualTo(ItemState.MADE_SAFE);
    }

    @Test
    void weaponsAndAmmunitionNeverLieTogetherAndDetonatorsLieApartFromBoth() {
        for (HandedOver thing : List.of(RIFLE, CARTRIDGES, DETONATORS)) {
            ItemTag tag = desk.takenIn(thing);
            weapons.check(HANDS, desk.request(), tag, AmmunitionHazard.SAFE_TO_MOVE);
            if (thing == RIFLE) weapons.register(HANDS, desk.request(), tag, PLAIN);
            else weapons.register(HANDS, desk.request(), tag, LOT);
            for (PremisesId store : List.of(RACK, BUNKER, PIT, POINT)) {
                boolean right = thing == RIFLE && store.equals(RACK)
                        || thing == CARTRIDGES && store.equals(BUNKER)
                        || thing == DETONATORS && store.equals(PIT);
                if (!right) refused("arms.wrong-store", () -> weapons.store(HANDS, desk.request(), tag, store));
            }
        }
        Names names = Names.of(Language.EN, "pit");
        for (Optional<Long> metres : List.of(Optional.<Long>empty(), Optional.of(9L))) {
            refused(
                    "arms.detonators-apart",
                    () -> new Premises(new PremisesId("pit-2"), PremisesKind.DETONATOR_STORE, names, metres));
        }
        refused(
                "arms.premises-known",
                () -> weapons.open(
                        HANDS,
                        desk.request(),
                        new Premises(RACK, PremisesKind.AMMUNITION_STORE, names, Optional.empty())));
    }

    @Test
    void aWeaponIsNoLotAndALotIsNoWeapon() {
        ItemTag rifle = desk.takenIn(RIFLE);
        ItemTag lot = desk.takenIn(CARTRIDGES);
        for (ItemTag tag : List.of(rifle, lot)) {
            weapons.check(HANDS, desk.request(), tag, AmmunitionHazard.SAFE_TO_MOVE);
        }
        refused("arms.not-ammunition", () -> weapons.register(HANDS, desk.request(), rifle, LOT));
        refused("arms.not-a-weapon", () -> weapons.register(HANDS, desk.request(), lot, PLAIN));
    }

    @Test
    void theSameRequestIsTheSameActAlsoADayLaterAndHasTheSameReceipt() {
        UUID request = desk.request();
        Receipt first = weapons.takeIn(HANDS, request, POINT, List.of(RIFLE, CARTRIDGES));
        desk.at(desk.node.clock().instant().plus(Duration.ofDays(1)));
        desk.reopen();
        assertThat(desk.weapons.takeIn(HANDS, request, POINT, List.of(RIFLE, CARTRIDGES)))
                .isEqualTo(first);
        assertThat(desk.weapons.items(ONE)).hasSize(2);
        refused("journal.same-act-other-words", () -> desk.weapons.takeIn(HANDS, request, POINT, List.of(RIFLE)));
    }

    @Test
    void aReceiptProvesTheDayAndHowManyThingsAndNothingElseHoweverOftenItIsShown() {
        Receipt receipt = weapons.takeIn(HANDS, desk.request(), POINT, List.of(RIFLE, CARTRIDGES));
        int lines = desk.book.lines().size();
        var genuine = new ReceiptCheck.Genuine(LocalDate.of(2019, 9, 14), 2, LocalDate.of(2020, 9, 14), false);
        assertThat(weapons.check(ONE, receipt.number(), receipt.code())).isEqualTo(genuine);
        assertThat(weapons.check(ONE, " " + receipt.number().toLowerCase(java.util.Locale.ROOT), receipt.code()))
                .isEqualTo(genuine);
        assertThat(desk.book.lines()).hasSize(lines);
        desk.at(Instant.parse("2020-09-15T10:00:00Z"));
        assertThat(weapons.check(ONE, receipt.number(), receipt.code()))
                .isInstanceOfSatisfying(
                        ReceiptCheck.Genuine.class,
                        late -> assertThat(late.over()).isTrue());
        assertThatThrownBy(() -> weapons.check(Armoury.desk("gate-1", Role.GATE), "", ""))
                .isInstanceOf(NotPermitted.class);
    }

    @Test
    void aReceiptWithAnyLetterChangedIsNotGenuineNorIsOneOfAnotherHandover() {
        Receipt receipt = weapons.takeIn(HANDS, desk.request(), POINT, List.of(RIFLE));
        Receipt other = weapons.takeIn(HANDS, desk.request(), POINT, List.of(RIFLE));
        assertThat(receipt.number()).isNotEqualTo(other.number());
        var notOurs = new ReceiptCheck.NotOurs();
        assertThat(weapons.check(ONE, receipt.number(), other.code())).isEqualTo(notOurs);
        for (int at = 0; at < receipt.code().length(); at++) {
            for (char letter : "04ZX".toCharArray()) {
                var code = new StringBuilder(receipt.code());
                if (code.charAt(at) == '-' || code.charAt(at) == letter) continue;
                code.setCharAt(at, letter);
                assertThat(weapons.check(ONE, receipt.number(), code.toString()))
                        .isEqualTo(notOurs);
            }
        }
        for (String rubbish : List.of("", "?", "AAAA-AAAA", "UUUU-UUUU-UUUU-UUUU", "\u0000")) {
            assertThat(weapons.check(ONE, rubbish, rubbish)).isEqualTo(notOurs);
        }
    }

    /// Whoever leaves their receipt leaves nothing of it: neither its number nor its code stands anywhere.
    @Test
    void nothingIsKeptOfAReceipt() {
        Receipt receipt = weapons.takeIn(HANDS, desk.request(), POINT, List.of(RIFLE, CARTRIDGES));
        assertThat(desk.book.lines().toString())
                .doesNotContain(receipt.number())
                .doesNotContain(receipt.number().replace("-", ""))
                .doesNotContain(receipt.code().replace("-", ""));
        assertThat(desk.book.lines().stream()
                        .filter(line -> line.body().toString().contains("HandedOver"))
                        .map(DayBook.Line::id))
                .hasSize(2);
    }

    @Test
    void aCountNamesWhatIsMissingAndWhatHasNoTagAndItStaysOpenUntilTwoSettleIt() {
        ItemTag there = desk.stored(RIFLE);
        ItemTag gone = desk.stored(RIFLE);
        var missing = List.of(new Missing(gone, WhyDiffers.NOT_KNOWN));
        refused(
                "arms.moved-on",
                () -> weapons.count(HANDS, desk.request(), RACK, Set.of(there), List.of(), 0, Optional.empty()));
        refused(
                "arms.difference-unexplained",
                () -> weapons.count(HANDS, desk.request(), RACK, Set.of(there), missing, 1, Optional.empty()));
        refused(
                "arms.not-a-store",
                () -> weapons.count(HANDS, desk.request(), POINT, Set.of(), List.of(), 0, Optional.empty()));
        UUID request = desk.request();
        CountId count =
                weapons.count(HANDS, request, RACK, Set.of(there), missing, 1, Optional.of(WhyDiffers.TAG_UNREADABLE));
        desk.stored(RIFLE);
        assertThat(weapons.count(
                        HANDS, request, RACK, Set.of(there), missing, 1, Optional.of(WhyDiffers.TAG_UNREADABLE)))
                .isEqualTo(count);
        assertThat(weapons.counts(ONE)).singleElement().satisfies(one -> {
            assertThat(one.found()).isEqualTo(1);
            assertThat(one.hands()).hasSize(2);
        });
        assertThat(weapons.differences(ONE))
                .hasSize(2)
                .allMatch(one -> one.settled().isEmpty());
        weapons.settle(HANDS, desk.request(), count, Optional.of(gone), HowSettled.PUT_BACK);
        weapons.settle(HANDS, desk.request(), count, Optional.empty(), HowSettled.TAGGED_ANEW);
        desk.reopen();
        assertThat(desk.weapons.differences(ONE)).allMatch(one -> one.settled().isPresent());
        refused(
                "arms.settled-already",
                () -> desk.weapons.settle(HANDS, desk.request(), count, Optional.of(gone), HowSettled.PUT_BACK));
        refused(
                "arms.count-unknown",
                () -> desk.weapons.settle(HANDS, desk.request(), count, Optional.of(there), HowSettled.PUT_BACK));
    }

    @Test
    void aSealIsReplacedOnlyByWhoSawTheOneOnRecord() {
        var first = new StoreSeal("a-1001");
        var second = new StoreSeal("A-1002");
        weapons.seal(HANDS, desk.request(), RACK, Optional.empty(), first);
        refused("arms.seal-differs", () -> weapons.seal(HANDS, desk.request(), RACK, Optional.empty(), second));
        refused(
                "arms.seal-differs",
                () -> weapons.seal(HANDS, desk.request(), RACK, Optional.of(new StoreSeal("A-9")), second));
        weapons.seal(HANDS, desk.request(), RACK, Optional.of(first), second);
        refused("arms.seal-used", () -> weapons.seal(HANDS, desk.request(), RACK, Optional.of(second), first));
        desk.reopen();
        assertThat(desk.weapons.seal(ONE, RACK)).contains(second);
        assertThat(desk.weapons.seal(ONE, BUNKER)).isEmpty();
    }

    @Test
    void marksTagsCalibresAndCountriesAreReadAsPeopleTypeThem() {
        assertThat(ItemTag.parse(" k7qf 3xm2 "))
                .isEqualTo(new ItemTag("K7QF3XM2"))
                .hasToString("K7QF-3XM2");
        assertThat(ItemTag.parse("OIL0-1111").text()).isEqualTo("01101111");
        assertThat(Calibre.ofMillimetres("12,70")).hasToString("12.7");
        assertThat(new Country("rs").code()).isEqualTo("RS");
        refused("arms.tag", () -> ItemTag.parse("K7QF"));
        refused("arms.calibre", () -> Calibre.ofMillimetres("a lot"));
        refused("arms.calibre", () -> Calibre.ofMillimetres("7.625"));
        refused("arms.country", () -> new Country("XX"));
        refused("arms.year", () -> new YearMade(1500));
        refused("arms.mark", () -> new Mark("a\nb"));
        refused("arms.mark", () -> new Mark("x".repeat(41)));
        refused("arms.seal", () -> new StoreSeal("!"));
        refused(
                "arms.quantity",
                () -> new Ammunition(
                        Optional.empty(), 0, Optional.empty(), AmmunitionHazard.SAFE_TO_MOVE, Optional.empty()));
        refused("arms.nothing-handed-over", () -> weapons.takeIn(HANDS, desk.request(), POINT, List.of()));
        refused("arms.not-a-collection-point", () -> weapons.takeIn(HANDS, desk.request(), RACK, List.of(RIFLE)));
    }

    @RepeatedTest(20)
    void lettersSayTheBytesTheyWereMadeOf(RepetitionInfo run) {
        var bytes = new byte[10];
        new SplittableRandom(run.getCurrentRepetition()).nextBytes(bytes);
        if (run.getCurrentRepetition() % 3 == 0) java.util.Arrays.fill(bytes, 0, 4, (byte) 0);
        assertThat(Base32.read(Base32.write(bytes)).orElseThrow()).isEqualTo(bytes);
        assertThat(Base32.write(bytes)).hasSize(16);
    }

    /// Two desks do the same steps at once: each step is done by one of them.
    @Test
    void twoDesksAtOnceDoEachStepOnce() throws Exception {
        ItemTag tag = desk.takenIn(RIFLE);
        for (int step = 0; step < 3; step++) {
            int now = step;
            try (var desks = Executors.newFixedThreadPool(2)) {
                var done = new ArrayList<Future<Boolean>>();
                for (int i = 0; i < 2; i++) {
                    UUID request = desk.request();
                    done.add(desks.submit(() -> {
                        try {
                            switch (now) {
                                case 0 -> weapons.check(HANDS, request, tag, AmmunitionHazard.SAFE_TO_MOVE);
                                case 1 -> weapons.register(HANDS, request, tag, PLAIN);
                                default -> weapons.store(HANDS, request, tag, RACK);
                            }
                            return true;
                        } catch (org.clearway.language.Problem refused) {
                            assertThat(refused.code()).isEqualTo("arms.not-now");
                            return false;
                        }
                    }));
                }
                var answers = new HashSet<Boolean>();
                for (Future<Boolean> one : done) answers.add(one.get());
                assertThat(answers).containsExactlyInAnyOrder(true, false);
            }
        }
        assertThat(desk.item(tag).steps()).hasSize(4);
    }
}
