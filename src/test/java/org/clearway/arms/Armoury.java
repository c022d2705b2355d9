// SPDX-License-Identifier: Apache-2.0
package org.clearway.arms;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.Role;
import org.clearway.journal.Chapter;
import org.clearway.journal.DayBook;
import org.clearway.journal.TestNode;
import org.clearway.language.Language;
import org.clearway.language.Names;

/// A weapons desk with a collection point and three stores, and short ways to act at it.
final class Armoury implements AutoCloseable {
    static final ZoneId ZONE = ZoneId.of("Asia/Damascus");
    static final Actor ONE = desk("arms-1", Role.ARMS);
    static final Actor TWO = desk("arms-2", Role.ARMS);
    static final Hands HANDS = new Hands(ONE, TWO);
    static final PremisesId POINT = new PremisesId("south-point");
    static final PremisesId RACK = new PremisesId("weapon-store-1");
    static final PremisesId BUNKER = new PremisesId("ammunition-store-1");
    static final PremisesId PIT = new PremisesId("detonator-store-1");
    static final HandedOver RIFLE = safe(new What.Weapon(WeaponCategory.RIFLE));
    static final HandedOver CARTRIDGES = safe(new What.Ammunition(AmmunitionKind.CARTRIDGES));
    static final HandedOver DETONATORS = safe(new What.Ammunition(AmmunitionKind.DETONATORS));
    static final Weapon PLAIN = new Weapon(
            Optional.empty(),
            Optional.of(new Mark("AKM")),
            Optional.of(Calibre.ofMillimetres("7.62")),
            new Serial.Erased(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            WeaponCondition.SERVICEABLE);
    static final Ammunition LOT = new Ammunition(
            Optional.of(Calibre.ofMillimetres("7,62")),
            120,
            Optional.of(new Mark("17-81")),
            AmmunitionHazard.SAFE_TO_MOVE,
            Optional.of(190L));

    final TestNode node;
    final SplittableRandom chance;
    private final SecureRandom drawn;
    DayBook book;
    Weapons weapons;

    Armoury(Path folder, long seed, Chapter... chapters) {
        chance = new SplittableRandom(seed);
        drawn = new Drawn(chance.split());
        node = TestNode.in(folder, chapters);
        open();
        premises(POINT, PremisesKind.COLLECTION_POINT, Optional.empty());
        premises(RACK, PremisesKind.WEAPON_STORE, Optional.empty());
        premises(BUNKER, PremisesKind.AMMUNITION_STORE, Optional.empty());
        premises(PIT, PremisesKind.DETONATOR_STORE, Optional.of(12L));
    }

    private void open() {
        book = node.dayBook("arms", Weapons.kinds(), ZONE, drawn, 0);
        weapons = new Weapons(book);
    }

    static HandedOver safe(What what) {
        return new HandedOver(what, AmmunitionHazard.SAFE_TO_MOVE);
    }

    static Actor desk(String account, Role role) {
        return new Actor(new AccountId(account), Set.of(role));
    }

    void premises(PremisesId id, PremisesKind kind, Optional<Long> metres) {
        weapons.open(HANDS, request(), new Premises(id, kind, Names.of(Language.EN, id.slug()), metres));
    }

    UUID request() {
        return new UUID(chance.nextLong(), chance.nextLong());
    }

    void at(Instant instant) {
        node.clock().set(instant);
    }

    ItemTag takenIn(HandedOver thing) {
        return weapons.takeIn(HANDS, request(), POINT, List.of(thing)).items().getFirst();
    }

    /// Taken all the way into its store.
    ItemTag stored(HandedOver thing) {
        ItemTag tag = takenIn(thing);
        weapons.check(HANDS, request(), tag, AmmunitionHazard.SAFE_TO_MOVE);
        switch (thing.what()) {
            case What.Weapon weapon -> weapons.register(HANDS, request(), tag, PLAIN);
            case What.Ammunition ammunition -> weapons.register(HANDS, request(), tag, LOT);
        }
        PremisesId store = switch (thing.what().store()) {
            case WEAPON_STORE -> RACK;
            case AMMUNITION_STORE -> BUNKER;
            case DETONATOR_STORE -> PIT;
            case COLLECTION_POINT -> POINT;
        };
        weapons.store(HANDS, request(), tag, store);
        return tag;
    }

    Item item(ItemTag tag) {
        return weapons.item(ONE, tag);
    }

    void reopen() {
        book.close();
        node.reopen();
        open();
    }

    @Override
    public void close() {
        book.close();
        node.close();
    }

    /// Chance that comes out the same each time.
    static final class Drawn extends SecureRandom {
        private static final long serialVersionUID = 1L;
        private final transient SplittableRandom chance;

        Drawn(SplittableRandom chance) {
            this.chance = chance;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            // The constructor above asks for some before there is any.
            if (chance != null) chance.nextBytes(bytes);
        }
    }
}
