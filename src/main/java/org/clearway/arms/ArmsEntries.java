// SPDX-License-Identifier: Apache-2.0
package org.clearway.arms;

import static org.clearway.access.Retention.FOR_EVER;
import static org.clearway.access.Sensitivity.CONFIDENTIAL;
import static org.clearway.access.Sensitivity.RESTRICTED;

import java.util.List;
import java.util.Optional;
import org.clearway.journal.Body;
import org.clearway.journal.EntryKind;
import org.clearway.journal.Kept;
import org.clearway.language.Names;

/// What the weapons' journal is told. All of it is sealed, by the day, so what is confidential has no seal of its own.
/// The records of small arms are kept for twenty years and longer (MOSAIC 05.30).
final class ArmsEntries {
    private ArmsEntries() {}

    record PremisesSet(
            @Kept(as = RESTRICTED, until = FOR_EVER) PremisesId premises,
            @Kept(as = RESTRICTED, until = FOR_EVER) PremisesKind kind,
            @Kept(as = RESTRICTED, until = FOR_EVER) Names names,
            @Kept(as = RESTRICTED, until = FOR_EVER) Optional<Long> metresApart)
            implements Body {}

    record WeaponHandedOver(
            @Kept(as = RESTRICTED, until = FOR_EVER) ItemTag item,
            @Kept(as = RESTRICTED, until = FOR_EVER) PremisesId at,
            @Kept(as = RESTRICTED, until = FOR_EVER) WeaponCategory category)
            implements Body {}

    record AmmunitionHandedOver(
            @Kept(as = RESTRICTED, until = FOR_EVER) ItemTag item,
            @Kept(as = RESTRICTED, until = FOR_EVER) PremisesId at,
            @Kept(as = RESTRICTED, until = FOR_EVER) AmmunitionKind kind)
            implements Body {}

    record MadeSafe(@Kept(as = RESTRICTED, until = FOR_EVER) ItemTag item) implements Body {}

    record WeaponRegistered(
            @Kept(as = RESTRICTED, until = FOR_EVER) ItemTag item,
            @Kept(as = RESTRICTED, until = FOR_EVER) Optional<Mark> make,
            @Kept(as = RESTRICTED, until = FOR_EVER) Optional<Mark> model,
            @Kept(as = RESTRICTED, until = FOR_EVER) Optional<Calibre> calibre,
            @Kept(as = RESTRICTED, until = FOR_EVER) SerialState serial,
            @Kept(as = CONFIDENTIAL, until = FOR_EVER) Optional<Mark> serialNumber,
            @Kept(as = RESTRICTED, until = FOR_EVER) Optional<Country> country,
            @Kept(as = RESTRICTED, until = FOR_EVER) Optional<YearMade> year,
            @Kept(as = CONFIDENTIAL, until = FOR_EVER) Optional<Mark> importMark,
            @Kept(as = RESTRICTED, until = FOR_EVER) Optional<Mark> markingsAt,
            @Kept(as = RESTRICTED, until = FOR_EVER) WeaponCondition condition)
            implements Body {
        static WeaponRegistered of(ItemTag item, Weapon weapon) {
            SerialState state = switch (weapon.serial()) {
                case Serial.Stamped stamped -> SerialState.STAMPED;
                case Serial.None none -> SerialState.NONE;
                case Serial.Erased erased -> SerialState.ERASED;
            };
            Optional<Mark> number =
                    weapon.serial() instanceof Serial.Stamped(Mark stamped) ? Optional.of(stamped) : Optional.empty();
            return new WeaponRegistered(
                    item,
                    weapon.make(),
                    weapon.model(),
                    weapon.calibre(),
                    state,
                    number,
                    weapon.country(),
                    weapon.year(),
                    weapon.importMark(),
                    weapon.markingsAt(),
                    weapon.condition());
        }

        Weapon weapon() {
            Serial read = switch (serial) {
                case STAMPED -> new Serial.Stamped(serialNumber.orElseThrow());
                case NONE -> new Serial.None();
                case ERASED -> new Serial.Erased();
            };
            return new Weapon(make, model, calibre, read, country, year, importMark, markingsAt, condition);
        }
    }

    /// Only of ammunition that may be moved: what may not has no entry.
    record AmmunitionRegistered(
            @Kept(as = RESTRICTED, until = FOR_EVER) ItemTag item,
            @Kept(as = RESTRICTED, until = FOR_EVER) Optional<Calibre> calibre,
            @Kept(as = RESTRICTED, until = FOR_EVER) long quantity,
            @Kept(as = CONFIDENTIAL, until = FOR_EVER) Optional<Mark> lotMarks,
            @Kept(as = RESTRICTED, until = FOR_EVER) Optional<Long> netExplosiveGrams)
            implements Body {
        static AmmunitionRegistered of(ItemTag item, Ammunition lot) {
            return new AmmunitionRegistered(
                    item, lot.calibre(), lot.quantity(), lot.lotMarks(), lot.netExplosiveGrams());
        }

        Ammunition ammunition() {
            return new Ammunition(calibre, quantity, lotMarks, AmmunitionHazard.SAFE_TO_MOVE, netExplosiveGrams);
        }
    }

    record ItemStored(
            @Kept(as = RESTRICTED, until = FOR_EVER) ItemTag item,
            @Kept(as = RESTRICTED, until = FOR_EVER) PremisesId store)
            implements Body {}

    record ItemTransferred(
            @Kept(as = RESTRICTED, until = FOR_EVER) ItemTag item,
            @Kept(as = RESTRICTED, until = FOR_EVER) TransferTo to)
            implements Body {}

    record ItemDestroyed(
            @Kept(as = RESTRICTED, until = FOR_EVER) ItemTag item,
            @Kept(as = RESTRICTED, until = FOR_EVER) WayDestroyed how)
            implements Body {}

    record LossReported(
            @Kept(as = RESTRICTED, until = FOR_EVER) ItemTag item,
            @Kept(as = RESTRICTED, until = FOR_EVER) WayLost how) implements Body {}

    /// @param broken the seal that was there until then
    record StoreSealed(
            @Kept(as = RESTRICTED, until = FOR_EVER) PremisesId store,
            @Kept(as = RESTRICTED, until = FOR_EVER) StoreSeal seal,
            @Kept(as = RESTRICTED, until = FOR_EVER) Optional<StoreSeal> broken)
            implements Body {}

    record StoreCounted(
            @Kept(as = RESTRICTED, until = FOR_EVER) CountId count,
            @Kept(as = RESTRICTED, until = FOR_EVER) PremisesId store,
            @Kept(as = RESTRICTED, until = FOR_EVER) long found,
            @Kept(as = RESTRICTED, until = FOR_EVER) List<Missing> missing,
            @Kept(as = RESTRICTED, until = FOR_EVER) long untagged,
            @Kept(as = RESTRICTED, until = FOR_EVER) Optional<WhyDiffers> because)
            implements Body {}

    /// @param item absent for the things without a tag
    record DifferenceSettled(
            @Kept(as = RESTRICTED, until = FOR_EVER) CountId count,
            @Kept(as = RESTRICTED, until = FOR_EVER) Optional<ItemTag> item,
            @Kept(as = RESTRICTED, until = FOR_EVER) HowSettled how)
            implements Body {}

    /// In the order in which those of one day are read, which hides the order in which they were done.
    static List<EntryKind> kinds() {
        return List.of(
                new EntryKind("arms.premises-set", 1, PremisesSet.class),
                new EntryKind("arms.weapon-handed-over", 1, WeaponHandedOver.class),
                new EntryKind("arms.ammunition-handed-over", 1, AmmunitionHandedOver.class),
                new EntryKind("arms.made-safe", 1, MadeSafe.class),
                new EntryKind("arms.weapon-registered", 1, WeaponRegistered.class),
                new EntryKind("arms.ammunition-registered", 1, AmmunitionRegistered.class),
                new EntryKind("arms.stored", 1, ItemStored.class),
                new EntryKind("arms.transferred", 1, ItemTransferred.class),
                new EntryKind("arms.destroyed", 1, ItemDestroyed.class),
                new EntryKind("arms.loss-reported", 1, LossReported.class),
                new EntryKind("arms.store-sealed", 1, StoreSealed.class),
                new EntryKind("arms.store-counted", 1, StoreCounted.class),
                new EntryKind("arms.difference-settled", 1, DifferenceSettled.class));
    }
}
